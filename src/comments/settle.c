/* settle.c -- in: the comments and the drafts; out: where the block of each stands in the
 * report now, and what it said in its draft.  Knows nothing of what was decided. */
#include "comments/import.h"

#include "base/map.h"

#include <stdlib.h>
#include <string.h>

struct settled {
    struct comment row;
    size_t place, order;        /* place: of its block in the report */
    const struct settled *head; /* what it answers in the end; itself */
};

static bool is_known(const struct round *r, const char *uid)
{
    for (int n = 1; n <= r->count && uid[0] != '\0'; n++)
        for (int l = 0; l < LANG_COUNT; l++)
            if (r->drafts[n - 1].there[l] &&
                map_find_uid(&r->drafts[n - 1].map[l], uid) != NULL)
                return true;
    return false;
}

/* A spreadsheet may have made numbers of a uid and a reference, and the editor may have
 * given a reference to what had none: the draft's map knows the block by that. */
static void mend_place(struct arena *a, const struct round *r, struct comment *c)
{
    struct reply_row row = {.ref = c->cell[CELL_REFERENCE], .ours = c->cell[CELL_OURS]};
    if (is_known(r, c->cell[CELL_UID]))
        return;
    const struct mapped *m =
        row.ref[0] != '\0' ? round_place(a, r, c->draft, &row, true) : NULL;
    c->cell[CELL_UID] = m != NULL ? m->uid : "";
    c->cell[CELL_REFERENCE] = m != NULL ? m->ref : row.ref;
}

static struct settled place(struct arena *a, const struct round *r,
                            const struct comment *c, size_t order)
{
    struct settled p = {*c, SIZE_MAX, order, NULL};
    mend_place(a, r, &p.row);
    const char *uid = p.row.cell[CELL_UID];
    const struct mapped *now = uid[0] != '\0' && r->now[LANG_EN].uids != NULL
                                   ? map_find_uid(&r->now[LANG_EN], uid)
                                   : NULL;
    if (uid[0] == '\0') {
        p.row.cell[CELL_SOURCE] = SOURCE_UNPLACED;
    } else if (now == NULL) {
        p.row.cell[CELL_SOURCE] = SOURCE_GONE;
        p.place--;
    } else {
        p.row.cell[CELL_SOURCE] = now->source;
        p.place = (size_t)(now - r->now[LANG_EN].at);
    }
    return p;
}

static int compare_heads(const struct settled *p, const struct settled *q)
{
    if (p->place != q->place)
        return p->place < q->place ? -1 : 1;
    static const enum comment_cell by[] = {CELL_REFERENCE, CELL_DRAFT, CELL_AUTHOR};
    for (size_t i = 0; i < LEN(by); i++) {
        int c = strcmp(p->row.cell[by[i]], q->row.cell[by[i]]);
        if (c != 0)
            return c;
    }
    return p->order < q->order ? -1 : p->order > q->order;
}

/* Answers stand behind what they answer, as they came. */
static int compare(const void *x, const void *y)
{
    const struct settled *p = *(const struct settled *const *)x;
    const struct settled *q = *(const struct settled *const *)y;
    if (p->head != q->head)
        return compare_heads(p->head, q->head);
    if ((p == p->head) != (q == q->head))
        return p == p->head ? -1 : 1;
    return p->order < q->order ? -1 : p->order > q->order;
}

static void find_heads(struct arena *a, struct settled *all, size_t count)
{
    struct map *ids = map_new(a);
    for (size_t i = 0; i < count; i++)
        map_put(ids, all[i].row.cell[CELL_ID], &all[i]);
    for (size_t i = 0; i < count; i++) {
        const char *to = all[i].row.cell[CELL_ANSWERS];
        const struct settled *up = to[0] != '\0' ? map_get(ids, to) : NULL;
        /* An answer to an answer, or to itself, is none of ours. */
        bool answers = up != NULL && up->row.cell[CELL_ANSWERS][0] == '\0';
        all[i].head = answers ? up : &all[i];
    }
}

void comments_settle(struct arena *a, const struct round *r, struct comment_table *t)
{
    const size_t count = t->all.len;
    struct settled *all = NEW_ARRAY(a, struct settled, count + 1);
    const struct settled **sorted = NEW_ARRAY(a, const struct settled *, count + 1);
    for (size_t i = 0; i < count; i++) {
        all[i] = place(a, r, &t->all.at[i], i);
        sorted[i] = &all[i];
    }
    find_heads(a, all, count);
    qsort(sorted, count, sizeof *sorted, compare);
    for (size_t i = 0; i < count; i++)
        t->all.at[i] = sorted[i]->row;
}

/* In old maps nothing stands where the number of a page is printed. */
static const char *without_pages(struct arena *a, const char *text, bool old)
{
    return map_form_text(a, &(struct mapped){.text = text, .pages = old ? "" : "…"});
}

void round_change(struct arena *a, const struct round *r, const struct comment *c,
                  enum lang l, const char **was, const char **now)
{
    const char *uid = c->cell[CELL_UID];
    *was = *now = NULL;
    if (c->draft < 1 || c->draft > r->count || uid[0] == '\0')
        return;
    const struct sent_draft *sent = &r->drafts[c->draft - 1];
    enum lang in = sent->there[l] ? l : l == LANG_EN ? LANG_CY : LANG_EN;
    const struct mapped *old = map_find_uid(&sent->map[in], uid);
    const struct mapped *today =
        r->now[in].uids != NULL ? map_find_uid(&r->now[in], uid) : NULL;
    if (old == NULL || r->now[in].uids == NULL)
        return;
    const bool before = strstr(old->text, MAP_PAGE) == NULL;
    *was = without_pages(a, old->text, before);
    *now = today != NULL ? without_pages(a, today->text, before) : NULL;
}
