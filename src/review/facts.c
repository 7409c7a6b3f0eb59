/* facts.c -- in: an element of a report tree; out: what its words say in any language. */
#include "review/facts.h"

#include "base/ascii.h"
#include <stdlib.h>
#include <string.h>

/* ---- gathering ---- */

static void add(struct arena *a, struct facts *to, enum fact_kind kind, const char *key,
                const char *said, struct pos pos)
{
    *array_push(a, &to->all) = (struct fact){kind, key, said, pos};
}

/* "un o bob 5" is "1 in 5" if it comes from where that does: its digits, if it has any.
 */
static const char *typed_key(struct arena *a, const struct source_figure *f)
{
    struct buf out = buf_new(a);
    buf_str(&out, f->source != NULL ? f->source : "");
    for (const char *s = f->printed; *s != '\0'; s++)
        if (is_digit(*s))
            buf_char(&out, *s);
    return out.at;
}

/* Where a figure comes from and what of it is printed. */
static const char *figure_key(struct arena *a, const struct source_figure *f)
{
    if (f->name == NULL)
        return typed_key(a, f);
    return arena_printf(a, "%s|%s|%d%d|%ld|%ld|%d|%d", f->name, f->part, f->not,
                        f->applicable, f->count, f->base, f->percent, f->percent_printed);
}

/* An ISBN: each edition has its own, and it is compared where it stands on the cover. */
static size_t isbn_len(const char *s)
{
    size_t len = strspn(s, "0123456789-");
    bool front = strncmp(s, "978-", 4) == 0 || strncmp(s, "979-", 4) == 0;
    return front && len == strlen("978-0-00000-000-0") ? len : 0;
}

/* The numbers of a text, whatever stands between their digits: "1,204", "20", "2.5". */
static void add_numbers(struct arena *a, struct facts *to, const struct element *e)
{
    for (const char *s = e->text; *s != '\0';) {
        size_t n = 0, isbn = isbn_len(s);
        while (is_digit(s[n]) ||
               (n > 0 && (s[n] == '.' || s[n] == ',') && is_digit(s[n + 1])))
            n++;
        if (n > 0 && isbn == 0) {
            const char *number = arena_strndup(a, s, n);
            add(a, to, FACT_NUMBER, number, number, e->pos);
        }
        s += isbn > 0 ? isbn : n > 0 ? n : 1;
    }
}

static void add_link(struct arena *a, struct facts *to, const struct element *e)
{
    const char *target = e->at[AT_TARGET], *href = e->at[AT_HREF];
    if (target != NULL)
        add(a, to, FACT_LINK, arena_printf(a, "#%s", target),
            arena_printf(a, "#%s", target), e->pos);
    else if (href != NULL)
        add(a, to, FACT_LINK, href, href, e->pos);
}

static void gather(struct arena *a, const struct element *e, struct facts *to)
{
    for (const struct element *c = e->first; c != NULL; c = c->next) {
        if (!element_is_inline(c->kind))
            continue;
        if (c->kind == EL_FIG && c->figure != NULL) {
            add(a, to, FACT_FIGURE, figure_key(a, c->figure), c->figure->printed, c->pos);
            continue;
        }
        if (c->kind == EL_NOTE) {
            const char *name = c->at[AT_NAME] != NULL ? c->at[AT_NAME] : "";
            add(a, to, FACT_NOTE, name, name, c->pos);
            continue;
        }
        if (c->kind == EL_LINK || c->kind == EL_REF)
            add_link(a, to, c);
        if (c->kind == EL_TEXT)
            add_numbers(a, to, c);
        gather(a, c, to);
    }
}

static int compare(const void *x, const void *y)
{
    const struct fact *one = x, *two = y;
    if (one->kind != two->kind)
        return one->kind < two->kind ? -1 : 1;
    return strcmp(one->key, two->key);
}

struct facts facts_of(struct arena *a, const struct element *e)
{
    struct facts out = {0};
    if (e->figure != NULL && e->kind != EL_FIG) /* of a chart's bar */
        add(a, &out, FACT_FIGURE, figure_key(a, e->figure), e->figure->printed, e->pos);
    gather(a, e, &out);
    if (out.all.len > 0)
        qsort(out.all.at, out.all.len, sizeof *out.all.at, compare);
    return out;
}

/* ---- comparing ---- */

struct facts facts_without(struct arena *a, const struct facts *of,
                           const struct facts *other)
{
    struct facts out = {0};
    size_t k = 0;
    for (size_t i = 0; i < of->all.len; i++) {
        while (k < other->all.len && compare(&other->all.at[k], &of->all.at[i]) < 0)
            k++;
        if (k < other->all.len && compare(&other->all.at[k], &of->all.at[i]) == 0)
            k++;
        else
            *array_push(a, &out.all) = of->all.at[i];
    }
    return out;
}

const char *fact_name(enum fact_kind kind)
{
    switch (kind) {
    case FACT_FIGURE: return "figures";
    case FACT_NUMBER: return "numbers";
    case FACT_LINK: return "links";
    case FACT_NOTE: return "footnotes";
    case FACT_KINDS: break;
    }
    bug("fact %d", (int)kind);
}
