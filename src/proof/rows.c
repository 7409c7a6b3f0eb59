/* rows.c -- every number of a report with its place and the clause it stands in, and the
 * same as CSV and JSON. */
#include "proof/signing.h"

#include "proof/proof.h"

#include <string.h>

/* A clause longer than this is cut. */
#define CLAUSE_BYTES 110

struct walking {
    struct arena *a;
    void (*row)(const struct figure_row *r, void *data);
    void *data;
    const char *ref;
    struct words *words; /* of the block at hand; NULL where there is none */
};

/* ---- the clause ---- */

/* A block that holds text: its words, gathered at its first figure, and how far the walk
 * has come in them. */
struct words {
    const struct element *block;
    const char *text;
    size_t at;
};

static void gather(struct buf *out, const struct element *e)
{
    if (e->kind == EL_TEXT)
        buf_str(out, e->text);
    for (const struct element *c = e->first; c != NULL; c = c->next)
        if (c->kind != EL_NOTE)
            gather(out, c);
}

static const char *words_text(struct arena *a, struct words *w)
{
    if (w->text == NULL) {
        struct buf out = buf_new(a);
        gather(&out, w->block);
        w->text = out.at;
    }
    return w->text;
}

/* A sentence ends with a mark and a blank; abbreviations with a stop are not used. */
static bool ends_sentence(const char *s, size_t at)
{
    return at > 0 && s[at] == ' ' && strchr(".?!", s[at - 1]) != NULL;
}

static size_t clause_start(const char *s, size_t from)
{
    size_t at = from;
    while (at > 0 && !ends_sentence(s, at) && from - at < CLAUSE_BYTES / 2)
        at--;
    while (at > 0 && s[at] != ' ' && at < from)
        at++;
    return at > 0 && at < from ? at + 1 : at;
}

static size_t clause_end(const char *s, size_t to)
{
    size_t at = to;
    while (s[at] != '\0' && !ends_sentence(s, at) && at - to < CLAUSE_BYTES / 2)
        at++;
    while (s[at] != '\0' && s[at] != ' ' && at > to)
        at--;
    return at;
}

/* The clause around [from, to) of the words. */
static void cut_clause(struct arena *a, const char *s, size_t from, size_t to,
                       struct figure_row *r)
{
    size_t start = clause_start(s, from), end = clause_end(s, to);
    bool front = start == 0 || ends_sentence(s, start - 1);
    bool back = s[end] == '\0' || ends_sentence(s, end);
    r->before =
        arena_printf(a, "%s%.*s", front ? "" : "… ", (int)(from - start), s + start);
    r->after = arena_printf(a, "%.*s%s", (int)(end - to), s + to, back ? "" : " …");
}

/* ---- the walk ---- */

/* A figure in a text, which began at `from` and has just been passed. */
static void give_figure(struct walking *k, const struct element *e, size_t from)
{
    struct figure_row r = {.ref = k->ref, .before = "", .after = "", .figure = e->figure};
    if (k->words != NULL)
        cut_clause(k->a, words_text(k->a, k->words), from, k->words->at, &r);
    k->row(&r, k->data);
}

/* A number that a chart shows. */
static void give_measure(struct walking *k, const struct element *e)
{
    const struct figure_row r = {
        .ref = k->ref, .before = "", .after = "", .figure = e->figure};
    k->row(&r, k->data);
}

/* A section without a reference is known by its heading. */
static const char *place_of(struct walking *k, const struct element *e)
{
    if (e->ref != NULL || e->kind != EL_SECTION)
        return e->ref;
    const struct element *heading = element_child(e, EL_HEADING);
    return heading != NULL ? element_plain(k->a, heading) : NULL;
}

static void walk_figures(struct walking *k, const struct element *e);

static void walk_inside(struct walking *k, const struct element *e)
{
    size_t from = k->words != NULL ? k->words->at : 0;
    if (e->figure != NULL && e->kind != EL_FIG)
        give_measure(k, e);
    for (const struct element *c = e->first; c != NULL; c = c->next)
        walk_figures(k, c);
    if (e->kind == EL_TEXT && k->words != NULL)
        k->words->at += strlen(e->text);
    if (e->figure != NULL && e->kind == EL_FIG)
        give_figure(k, e, from);
}

static void walk_figures(struct walking *k, const struct element *e)
{
    struct walking outer = *k;
    struct words own = {.block = e};
    const char *place = place_of(k, e);
    if (place != NULL)
        k->ref = place;
    if (e->kind == EL_NOTE || !element_is_inline(e->kind))
        k->words = element_holds_text(e->kind) ? &own : NULL;
    walk_inside(k, e);
    *k = outer;
}

void figure_rows(struct arena *a, const struct report *r,
                 void (*row)(const struct figure_row *r, void *data), void *data)
{
    struct walking k = {.a = a, .row = row, .data = data};
    walk_figures(&k, r->root);
}

/* ---- numbers that nothing vouches for ---- */

struct placing {
    struct arena *a;
    struct map *places; /* reference by where a text was typed */
    const char *ref;
};

static const char *text_key(struct arena *a, struct pos pos)
{
    return arena_printf(a, "%p %zu", (const void *)pos.file, pos.at);
}

static void place_texts(struct placing *p, const struct element *e)
{
    const char *outer = p->ref;
    if (e->ref != NULL)
        p->ref = e->ref;
    if (e->kind == EL_TEXT && p->ref != NULL)
        map_put(p->places, text_key(p->a, e->pos), (void *)p->ref);
    for (const struct element *c = e->first; c != NULL; c = c->next)
        place_texts(p, c);
    p->ref = outer;
}

/* The words around it, where marks are only "…". */
static const char *readable(struct arena *a, const char *words)
{
    struct buf out = buf_new(a);
    for (; *words != '\0'; words++)
        if (*words == BARE_MARK)
            buf_str(&out, "…");
        else
            buf_char(&out, *words);
    return out.at;
}

static void give_bare(struct walking *k, const struct bare *b, const char *place)
{
    struct source_figure *f = NEW(k->a, struct source_figure);
    *f = (struct source_figure){.printed = b->printed,
                                .part = "",
                                .count = -1,
                                .base = -1,
                                .percent = -1,
                                .pos = b->pos};
    struct figure_row r = {.ref = place != NULL ? place : b->in->path, .figure = f};
    cut_clause(k->a, b->in->words, b->from, b->to, &r);
    r.before = readable(k->a, r.before);
    r.after = readable(k->a, r.after);
    k->row(&r, k->data);
}

void bare_rows(struct arena *a, const struct figures_of *of,
               void (*row)(const struct figure_row *r, void *data), void *data)
{
    struct walking k = {.a = a, .row = row, .data = data};
    struct placing p = {.a = a, .places = map_new(a)};
    for (size_t i = 0; i < of->count && of->bare->all.len > 0; i++)
        place_texts(&p, of->reports[i]->root);
    for (size_t i = 0; i < of->bare->all.len; i++) {
        const struct bare *b = &of->bare->all.at[i];
        give_bare(&k, b, map_get(p.places, text_key(a, b->text)));
    }
}

/* ---- empty cells ---- */

void emptied_rows(struct arena *a, const struct figures_of *of, const char *source,
                  void (*row)(const struct figure_row *r, void *data), void *data)
{
    const struct cases *cases = &of->in->cases;
    const enum lang l = of->reports[0]->lang;
    for (size_t i = 0; cases->emptied != NULL && i < of->in->programme->question_count;
         i++) {
        const struct question *q = &of->in->programme->questions[i];
        const long n = (long)cases->emptied[i];
        const struct source_figure f = {.printed = lang_number(a, l, n),
                                        .name = q->name,
                                        .question = prose_plain(a, q->text.in[l]),
                                        .part = "",
                                        .source = source,
                                        .count = n,
                                        .base = (long)cases->count,
                                        .percent = -1};
        const struct figure_row r = {
            .ref = "answers", .before = "", .after = "", .figure = &f};
        if (n > 0)
            row(&r, data);
    }
}

/* ---- files ---- */

struct writing {
    struct buf *out;
    size_t count;
    const struct figure_signature *signatures; /* NULL: none is asked for */
    size_t signature_count;
};

/* Of the next row; nobody's of an empty cell. */
static struct figure_signature signature_next(struct writing *w)
{
    return w->count < w->signature_count ? w->signatures[w->count]
                                         : (struct figure_signature){0};
}

static void csv_number(struct buf *out, long n)
{
    if (n >= 0)
        buf_printf(out, "%ld", n);
    buf_char(out, ',');
}

static void csv_text(struct buf *out, const char *text)
{
    buf_csv(out, text != NULL ? text : "");
    buf_char(out, ',');
}

static void csv_row(const struct figure_row *r, void *data)
{
    struct writing *w = data;
    const struct source_figure *f = r->figure;
    csv_text(w->out, r->ref);
    csv_text(w->out, f->printed);
    csv_text(w->out, f->name);
    csv_text(w->out, f->question);
    csv_text(w->out, f->part);
    buf_str(w->out, f->not ? "not," : ",");
    csv_number(w->out, f->count);
    csv_number(w->out, f->base);
    csv_number(w->out, f->percent);
    buf_csv(w->out, f->source != NULL ? f->source : "");
    if (w->signatures != NULL) {
        const struct figure_signature s = signature_next(w);
        buf_char(w->out, ',');
        csv_text(w->out, s.by);
        csv_text(w->out, date_plain(w->out->a, s.date));
        buf_csv(w->out, s.was != NULL ? s.was : "");
    }
    w->count++;
    buf_char(w->out, '\n');
}

static void json_number(struct buf *out, const char *name, long n)
{
    if (n >= 0)
        buf_printf(out, ", \"%s\": %ld", name, n);
    else
        buf_json_field(out, ", ", name, NULL);
}

static void json_row(const struct figure_row *r, void *data)
{
    struct writing *w = data;
    const struct source_figure *f = r->figure;
    buf_json_field(w->out, w->count > 0 ? ",\n  {" : "\n  {", "place", r->ref);
    buf_json_field(w->out, ", ", "printed", f->printed);
    buf_json_field(w->out, ", ", "name", f->name);
    buf_json_field(w->out, ", ", "question", f->question);
    buf_json_field(w->out, ", ", "part", f->part);
    buf_printf(w->out, ", \"not\": %s", f->not ? "true" : "false");
    json_number(w->out, "count", f->count);
    json_number(w->out, "base", f->base);
    json_number(w->out, "percent", f->percent);
    buf_json_field(w->out, ", ", "source", f->source);
    if (w->signatures != NULL) {
        const struct figure_signature s = signature_next(w);
        buf_json_field(w->out, ", ", "signed_by", s.by);
        buf_json_field(w->out, ", ", "signed",
                       s.by != NULL ? date_plain(w->out->a, s.date) : NULL);
        buf_json_field(w->out, ", ", "was", s.was);
    }
    w->count++;
    buf_printf(w->out, ", \"bare\": %s",
               f->name == NULL && f->source == NULL ? "true" : "false");
    buf_char(w->out, '}');
}

static void write_rows(const struct figures_of *of, struct writing *w,
                       void (*row)(const struct figure_row *r, void *data))
{
    w->signature_count = SIZE_MAX;
    bare_rows(w->out->a, of, row, w);
    for (size_t i = 0; i < of->count; i++)
        figure_rows(w->out->a, of->reports[i], row, w);
    w->signature_count = 0;
    emptied_rows(w->out->a, of, "empty cells taken as not applicable", row, w);
}

void figures_write(const struct figures_of *of, enum figures_format format,
                   struct buf *out)
{
    struct writing w = {.out = out, .signatures = of->signatures};
    if (format == FIGURES_CSV) {
        buf_str(out, "place,printed,name,question,part,not,count,base,percent,source");
        buf_str(out, of->signatures != NULL ? ",signed by,signed,was\n" : "\n");
        write_rows(of, &w, csv_row);
    } else {
        buf_char(out, '[');
        write_rows(of, &w, json_row);
        buf_str(out, "\n]\n");
    }
}
