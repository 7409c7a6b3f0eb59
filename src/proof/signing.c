/* signing.c -- the figures proof (`gwasg figures`): every number of a report in the order
 * of its text, as a page to sign.  In: finished reports; out: another, which the house's
 * figures.xsl makes of the numbers and the words around them. */
#include "proof/signing.h"

#include "compose/document.h"
#include "proof/proof.h"

#include <string.h>

static const struct input_part PARTS[] = {
    {"inspection", "figures"},
    {"figures", "title signature bare document emptied"},
    {"signature", "by date"},
    {"bare", "figure"},
    {"emptied", "figure"},
    {"document", "@name figure"},
    {"figure", "@name @part @not @applicable @percent-printed @signed place before "
               "printed after question source count base percent by date was"},
    {"place", "prose"},
    {"before", "prose"},
    {"printed", "prose"},
    {"after", "prose"},
    {"question", "prose"},
    {"source", "prose"},
    {"count", "prose"},
    {"base", "prose"},
    {"percent", "prose"},
    {"by", "prose"},
    {"date", "prose"},
    {"was", "prose"},
};

struct proof {
    struct arena *a;
    const struct figures_of *of;
    struct input document; /* at hand */
    size_t signatures;     /* that were passed; SIZE_MAX: none is to come */
    const struct figure_signature *signature; /* of the one that is held; NULL */
    struct figure_row held;      /* the last, which the next may join; ref NULL: none */
    struct source_figure figure; /* its own */
};

static void add_number(const struct proof *p, struct input e, const char *name, long n)
{
    if (n >= 0)
        input_text(e, name, lang_number(p->a, p->of->reports[0]->lang, n),
                   (struct pos){0});
}

/* "Was it done? (Custody) "; the blank parts it from what a template puts behind. */
static const char *question(struct arena *a, const struct source_figure *f)
{
    if (f->among == NULL || f->among[0] == '\0')
        return arena_printf(a, "%s ", f->question);
    return arena_printf(a, "%s (%s) ", f->question, f->among);
}

static void add_name(const struct proof *p, struct input e,
                     const struct figure_signature *s)
{
    input_text(e, "by", s->by, (struct pos){0});
    input_text(e, "date", lang_date(p->a, p->of->reports[0]->lang, s->date),
               (struct pos){0});
}

/* Signed as the page says of all. */
static bool is_signed_alike(const struct figure_signature *s,
                            const struct figure_signature *first)
{
    return s->by != NULL && s->was == NULL && first != NULL &&
           strcmp(s->by, first->by) == 0 &&
           memcmp(&s->date, &first->date, sizeof s->date) == 0;
}

/* Who else has signed it, or that nobody has. */
static void add_signature(const struct proof *p, struct input e)
{
    const struct figure_signature *s = p->signature;
    if (s == NULL || is_signed_alike(s, p->of->signature))
        return;
    input_set(e, "signed", s->by == NULL ? "no" : s->was != NULL ? "other" : "yes");
    if (s->by == NULL)
        return;
    add_name(p, e, s);
    input_text(e, "was", s->was, (struct pos){0});
}

static void add_figure(const struct proof *p, const struct figure_row *r)
{
    const struct source_figure *f = r->figure;
    struct input e = input_add(p->document, "figure");
    input_set(e, "name", f->name);
    input_set(e, "part", f->part);
    input_set(e, "not", f->not ? "yes" : NULL);
    input_set(e, "applicable", f->applicable ? "yes" : NULL);
    input_set(e, "percent-printed", f->percent_printed ? "yes" : NULL);
    input_text(e, "place", r->ref, f->pos);
    input_text(e, "before", r->before, f->pos);
    input_text(e, "printed", f->printed, f->pos);
    input_text(e, "after", r->after, f->pos);
    if (f->question != NULL)
        input_text(e, "question", question(p->a, f), f->pos);
    input_text(e, "source", f->source, f->pos);
    add_number(p, e, "count", f->count);
    add_number(p, e, "base", f->base);
    if (f->percent >= 0)
        input_text(e, "percent", figure_percent(e.work, f->percent), f->pos);
    add_signature(p, e);
}

/* ---- numbers of one question in one row of a table: "58, 62, 94%" ---- */

static bool is_equal(const char *s, const char *t)
{
    return s == t || (s != NULL && t != NULL && strcmp(s, t) == 0);
}

/* Nothing stands around it: a cell, or what a chart shows. */
static bool is_alone(const struct figure_row *r)
{
    return r->figure->name != NULL && r->before[0] == '\0' && r->after[0] == '\0';
}

static bool joins(const struct figure_row *held, const struct figure_row *r)
{
    const struct source_figure *f = held->figure, *g = r->figure;
    return held->ref != NULL && is_alone(held) && is_alone(r) &&
           is_equal(held->ref, r->ref) && is_equal(f->name, g->name) &&
           is_equal(f->part, g->part) &&
           f->not == g->not &&is_equal(f->source, g->source);
}

/* What it counts, out of what, is said by the one that is no base. */
static void join(struct proof *p, const struct source_figure *g)
{
    struct source_figure *f = &p->figure;
    const char *printed = arena_printf(p->a, "%s, %s", f->printed, g->printed);
    bool percent = f->percent_printed || g->percent_printed;
    if (f->applicable)
        *f = *g;
    f->printed = printed;
    f->percent_printed = percent;
}

static void give_held(struct proof *p)
{
    if (p->held.ref != NULL)
        add_figure(p, &p->held);
    p->held.ref = NULL;
}

/* Of figures that join the one that is not as it was signed. */
static const struct figure_signature *next_signature(struct proof *p, bool joined)
{
    if (p->of->signatures == NULL || p->signatures == SIZE_MAX)
        return NULL;
    const struct figure_signature *s = &p->of->signatures[p->signatures++];
    const struct figure_signature *held = joined ? p->signature : NULL;
    return held != NULL && (held->by == NULL || held->was != NULL) ? held : s;
}

static void take_figure(const struct figure_row *r, void *data)
{
    struct proof *p = data;
    if (joins(&p->held, r)) {
        p->signature = next_signature(p, true);
        join(p, r->figure);
        return;
    }
    give_held(p);
    p->signature = next_signature(p, false);
    p->held = *r;
    p->figure = *r->figure;
    p->held.figure = &p->figure;
    if (r->ref == NULL) /* it has no place */
        add_figure(p, &p->held);
}

static void add_figures(struct input in, void *data)
{
    struct proof *p = data;
    input_text(in, "title", p->of->reports[0]->title, (struct pos){0});
    if (p->of->signature != NULL)
        add_name(p, input_add(in, "signature"), p->of->signature);
    p->document = input_add(in, "bare");
    bare_rows(p->a, p->of, take_figure, p);
    give_held(p);
    for (size_t i = 0; i < p->of->count; i++) {
        p->document = input_add(in, "document");
        input_set(p->document, "name", p->of->reports[i]->document);
        figure_rows(p->a, p->of->reports[i], take_figure, p);
        give_held(p);
    }
    p->signatures = SIZE_MAX;
    p->document = input_add(in, "emptied");
    emptied_rows(p->a, p->of, NULL, take_figure, p);
    give_held(p);
}

const struct report *figures_report(struct arena *a, struct diags *d,
                                    const struct scores *s, const struct figures_of *of)
{
    struct proof p = {.a = a, .of = of};
    const struct about about = {"figures", add_figures, &p, PARTS, LEN(PARTS)};
    return document_about(a, d, s, of->reports[0], &about);
}
