/* quantity.c -- marks of figures that are not counted but given: indicators and number
 * fields; and of how far a figure is from another: ((reoffending-rate region 2010)),
 * ((reoffending-rate above nation)).  In: a mark's words; out: what is asked for.  Does
 * not know any number. */
#include "model/field.h"
#include "model/mark.h"

#include <stdlib.h>
#include <string.h>

const char *const standing_names[STANDING_COUNT] = {"area", "region", "nation", "target"};

bool indicator_known(const struct mark *m, const char *name)
{
    if (programme_indicator(m->p, name) >= 0)
        return true;
    for (size_t i = 0; m->in != NULL && i < m->in->indicator_count; i++)
        if (strcmp(m->in->indicators[i].name, name) == 0)
            return true;
    return false;
}

static bool is_year(const char *text)
{
    return strlen(text) == 4 && strspn(text, "0123456789") == 4;
}

/* Whose it is and of which year, as far as they are said. */
static void read_which(struct mark *m, struct quantity *q)
{
    for (; !mark_done(m); m->at++) {
        const char *text = m->words[m->at].text;
        size_t at = 0;
        while (at < STANDING_COUNT && strcmp(text, standing_names[at]) != 0)
            at++;
        if (at < STANDING_COUNT)
            q->standing = (enum standing)at;
        else if (is_year(text))
            q->year = (int)strtol(text, NULL, 10);
        else
            return;
    }
}

static bool next_is(struct mark *m, const char *word)
{
    bool is = !mark_done(m) && strcmp(m->words[m->at].text, word) == 0;
    m->at += is;
    return is;
}

/* `above` or `than`; what it is compared with must follow. */
static bool read_comparison(struct mark *m)
{
    m->ask->compare = next_is(m, "above")  ? COMPARE_BY
                      : next_is(m, "than") ? COMPARE_WORDS
                                           : COMPARE_NOT;
    if (m->ask->compare == COMPARE_NOT || !mark_done(m))
        return m->ask->compare != COMPARE_NOT;
    diag(m->r.d, DIAG_MARK_SYNTAX, m->pos, "\"%s\" needs what it is compared with",
         m->words[m->at - 1].text);
    return false;
}

static bool nothing_left(struct mark *m, const char *allowed)
{
    if (mark_done(m))
        return true;
    diag(m->r.d, DIAG_MARK_FORM, m->words[m->at].pos, "\"%s\"; %s", m->words[m->at].text,
         allowed);
    return false;
}

bool indicator_parse(struct mark *m)
{
    static const char allowed[] =
        "an indicator has area, region, nation or target, a year, n, and "
        "above or than with another of these";
    struct figure_ask *ask = m->ask;
    ask->kind = FIGURE_QUANTITY;
    ask->of = (struct quantity){.kind = QUANTITY_INDICATOR, .name = m->words[0].text};
    m->at = 1;
    read_which(m, &ask->of);
    ask->bare = next_is(m, "n");
    ask->against = ask->of;
    size_t from = m->at;
    if (read_comparison(m)) {
        from = m->at;
        read_which(m, &ask->against);
    }
    bool compared = ask->compare == COMPARE_NOT || m->at > from;
    return nothing_left(m, allowed) && (compared || ask->compare == COMPARE_NOT);
}

bool comparison_next(const struct mark *m)
{
    return !mark_done(m) && (strcmp(m->words[m->at].text, "above") == 0 ||
                             strcmp(m->words[m->at].text, "than") == 0);
}

bool counted_compare(struct mark *m)
{
    struct figure_ask *ask = m->ask, *of = NEW(m->r.a, struct figure_ask);
    if (!read_comparison(m))
        return false;
    enum { EARLIER = NATIONAL_AREAS }; /* in the place of what is no percentage */
    const char *names[NATIONAL_COUNT];
    memcpy(names, national_names, sizeof names);
    names[EARLIER] = "earlier";
    const struct mark_word *w = mark_next(m);
    bool scored = m->ask->kind == FIGURE_SCORE;
    int which = choose(&m->r, DIAG_MARK_FORM, w->pos, w->text, names, EARLIER + scored);
    if (which < 0)
        return false;
    *of = *ask;
    of->form = FORM_PERCENT;
    struct figure_ask *against = NEW(m->r.a, struct figure_ask);
    *against = *of;
    against->kind = which == EARLIER ? FIGURE_EARLIER : FIGURE_NATIONAL;
    against->national = (enum national)which;
    ask->kind = FIGURE_QUANTITY;
    ask->of = (struct quantity){.kind = QUANTITY_COUNTED, .counted = of};
    ask->against = (struct quantity){.kind = QUANTITY_COUNTED, .counted = against};
    return nothing_left(m, "nothing stands behind what it is compared with");
}

bool number_field_parse(struct mark *m)
{
    struct figure_ask *ask = m->ask;
    ask->kind = FIGURE_QUANTITY;
    ask->of = (struct quantity){.kind = QUANTITY_FIELD, .name = ask->field};
    if (mark_done(m))
        return true;
    if (!read_comparison(m))
        return ask->compare == COMPARE_NOT &&
               nothing_left(m, "a number has the forms above FIELD and than FIELD");
    const struct mark_word *w = mark_next(m);
    const struct field *f = field_at(m->p, w->text);
    ask->against = (struct quantity){.kind = QUANTITY_FIELD, .name = w->text};
    if (f != NULL && f->kind == FIELD_NUMBER)
        return nothing_left(m, "nothing stands behind what it is compared with");
    diag(m->r.d, DIAG_MARK_UNKNOWN, w->pos, "\"%s\" is no field of the kind number",
         w->text);
    return false;
}
