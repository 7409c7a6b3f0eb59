/* write.c -- in: the changes of a report; out: a table of all of them for a spreadsheet,
 * and how many there are for a terminal. */
#include "compare/compare.h"

#include "base/map.h"

#include <string.h>

/* ---- the table ---- */

static const char *const COLUMNS[] = {
    "change",    "section", "reference old", "reference new", "uid", "block old",
    "block new", "word",    "old words",     "new words",     "why"};

static const char *number(struct arena *a, long n)
{
    return n > 0 ? arena_printf(a, "%ld", n) : "";
}

static const char *or_empty(const char *s)
{
    return s != NULL ? s : "";
}

void changes_write(const struct changed_report *c, const struct change_reason *r,
                   struct buf *out)
{
    struct arena *a = out->a;
    buf_csv_line(out, COLUMNS, LEN(COLUMNS));
    for (size_t i = 0; i < c->changes.len; i++) {
        const struct report_change *x = &c->changes.at[i];
        const char *cells[] = {change_kind_name(x->kind),
                               x->section,
                               x->old_ref,
                               x->new_ref,
                               or_empty(r->uid(r->data, x)),
                               number(a, x->old_block),
                               number(a, x->new_block),
                               number(a, x->word),
                               x->old_words,
                               x->new_words,
                               or_empty(r->why(r->data, x))};
        buf_csv_line(out, cells, LEN(cells));
    }
}

static void texts_dump(const char *whose, const struct change_texts *t, struct buf *out)
{
    for (size_t i = 0; i < t->all.len; i++)
        buf_printf(out, "%s %zu: %s\n", whose, i + 1, t->all.at[i]);
}

void blocks_dump(const struct changed_report *c, struct buf *out)
{
    texts_dump("old", &c->old_texts, out);
    texts_dump("new", &c->new_texts, out);
}

/* ---- how many ---- */

struct section_changes {
    const char *section;
    long of[CHANGE_KINDS];
};
struct sections_changed {
    ARRAY(struct section_changes *) all;
};

static struct section_changes *tally_of(struct arena *a, struct sections_changed *all,
                                        struct map *known, const char *section)
{
    struct section_changes *t = map_get(known, section);
    if (t == NULL) {
        t = NEW(a, struct section_changes);
        t->section = section;
        map_put(known, section, t);
        *array_push(a, &all->all) = t;
    }
    return t;
}

static void tally_write(const char *name, const struct section_changes *t,
                        struct buf *out)
{
    for (int k = 0; k < CHANGE_KINDS; k++)
        buf_printf(out, "%9ld", t->of[k]);
    buf_printf(out, "  %s\n", name);
}

void changes_summary(struct arena *a, const struct changed_report *c, struct buf *out)
{
    struct sections_changed all = {0};
    struct map *known = map_new(a);
    struct section_changes whole = {0};
    for (size_t i = 0; i < c->changes.len; i++) {
        const struct report_change *x = &c->changes.at[i];
        if (!x->first)
            continue;
        tally_of(a, &all, known, x->section)->of[x->kind]++;
        whole.of[x->kind]++;
    }
    for (int k = 0; k < CHANGE_KINDS; k++)
        buf_printf(out, "%9s", change_kind_name((enum change_kind)k));
    buf_char(out, '\n');
    for (size_t i = 0; i < all.all.len; i++)
        tally_write(all.all.at[i]->section[0] != '\0' ? all.all.at[i]->section : "–",
                    all.all.at[i], out);
    tally_write("in all", &whole, out);
}
