/* bilingual_words.c -- in: a block of a report tree in either language; out: its words
 * for a cell of the bilingual proof.  The original is not touched. */
#include "proof/bilingual.h"

#include "base/ascii.h"
#include <string.h>

/* The element without what is in it. */
static struct element *add_like(struct arena *a, struct element *into,
                                const struct element *like)
{
    struct element *e = NEW(a, struct element);
    *e = *like;
    e->first = e->last = NULL;
    element_append(into, e);
    return e;
}

/* ---- figures ---- */

/* The length of the number that a text begins with: "1,204", "70%", "4.5"; 0 for none. */
static size_t number_length(const char *s)
{
    size_t n = 0;
    while (is_digit(s[n]) || (n > 0 && strchr(".,", s[n]) != NULL && s[n] != '\0' &&
                              is_digit(s[n - 1]) && is_digit(s[n + 1])))
        n++;
    return n > 0 && s[n] == '%' ? n + 1 : n;
}

static size_t words_length(const char *s)
{
    size_t n = 0;
    while (s[n] != '\0' && !is_digit(s[n]))
        n++;
    return n;
}

/* "31 of the 44 cases (70%)": the three numbers are bold; a figure in words is all of
 * it. */
static void add_figure_text(struct arena *a, struct element *into,
                            const struct element *t)
{
    const char *s = t->text;
    if (s[words_length(s)] == '\0') {
        element_text(a, element_add(a, into, EL_STRONG, t->pos), s, t->pos);
        return;
    }
    while (*s != '\0') {
        size_t number = number_length(s), len = number > 0 ? number : words_length(s);
        struct element *to = number > 0 ? element_add(a, into, EL_STRONG, t->pos) : into;
        element_text(a, to, arena_strndup(a, s, len), t->pos);
        s += len;
    }
}

/* ---- inlines ---- */

static void add_inline(struct arena *a, struct element *into, const struct element *e,
                       bool figure);

static void add_inlines(struct arena *a, struct element *into, const struct element *from,
                        bool figure)
{
    for (const struct element *c = from->first; c != NULL; c = c->next)
        if (element_is_inline(c->kind))
            add_inline(a, into, c, figure);
}

static void add_inline(struct arena *a, struct element *into, const struct element *e,
                       bool figure)
{
    if (e->kind == EL_NOTE && e->label != NULL)
        element_text(a, into, arena_printf(a, " [%s]", e->label), e->pos);
    else if (e->kind == EL_TEXT && figure)
        add_figure_text(a, into, e);
    else if (e->kind != EL_NOTE)
        add_inlines(a, add_like(a, into, e), e, figure || e->kind == EL_FIG);
}

void bilingual_words(struct arena *a, struct element *into, const struct element *from)
{
    add_inlines(a, into, from, false);
}

void bilingual_line(struct arena *a, struct element *into, const struct element *from)
{
    if (element_holds_text(from->kind)) {
        bilingual_words(a, into, from);
        return;
    }
    const struct element *was = NULL;
    for (const struct element *c = from->first; c != NULL; was = c, c = c->next) {
        if (element_is_inline(c->kind)) {
            add_inline(a, into, c, false);
            continue;
        }
        if (was != NULL)
            element_text(a, into, " ", c->pos);
        bilingual_line(a, into, c);
    }
}

/* ---- links ---- */

/* Only its words stay. */
static void link_drop(struct arena *a, struct element *e)
{
    if (e->kind == EL_PAGENUM)
        element_text(a, e, "–", e->pos);
    e->kind = EL_SPAN;
    e->at[AT_TARGET] = e->at[AT_HREF] = NULL;
}

/* The number that is printed in the edition. */
static void set_page(const struct sides *s, struct element *e, const struct map *pages)
{
    const char *ref = map_get(s->refs, e->at[AT_TARGET]);
    const char *page = pages != NULL && ref != NULL ? map_get(pages, ref) : NULL;
    if (page != NULL) {
        e->kind = EL_TEXT;
        e->text = page;
    }
}

static const struct map *pages_of(const struct sides *s, const struct element *cell,
                                  const struct map *outer)
{
    if (cell->kind != EL_TD || cell->set[AT_LANG] == 0)
        return outer;
    return element_lang(cell, LANG_EN) == LANG_CY ? s->cy_pages : s->en_pages;
}

void bilingual_links(const struct sides *s, struct element *e, const struct map *pages)
{
    pages = pages_of(s, e, pages);
    for (struct element *c = e->first; c != NULL; c = c->next)
        bilingual_links(s, c, pages);
    const char *href = e->at[AT_HREF], *target = e->at[AT_TARGET];
    if (target == NULL && href != NULL && href[0] == '#')
        target = href + 1;
    if (target == NULL)
        return;
    const char *row = map_get(s->rows, target);
    if (row == NULL) {
        link_drop(s->a, e);
        return;
    }
    if (e->kind == EL_PAGENUM)
        set_page(s, e, pages);
    e->at[AT_TARGET] = row;
}
