/* unasked.c -- in: a draft, the report as it is and what was accepted; out: the blocks
 * that have changed without it. */
#include "comments/unasked.h"

#include "base/map.h"

#include <string.h>

/* The blocks on which a comment was accepted. */
static struct map *asked_for(struct arena *a, const struct comment_table *t)
{
    struct map *asked = map_new(a);
    for (size_t i = 0; i < t->all.len; i++) {
        const struct comment *c = &t->all.at[i];
        if (c->decision == DECISION_ACCEPTED || c->decision == DECISION_PART)
            map_put(asked, c->cell[CELL_UID], asked);
    }
    return asked;
}

/* What it went out in; that language where it went out in both. */
static enum lang language_of(const struct sent_draft *sent, enum lang l)
{
    return sent->there[l] ? l : l == LANG_EN ? LANG_CY : LANG_EN;
}

struct unasked_blocks round_unasked(struct arena *a, const struct round *r,
                                    const struct comment_table *t, int number,
                                    enum lang l)
{
    struct unasked_blocks out = {0};
    if (number < 1 || number > r->count)
        return out;
    const struct sent_draft *sent = &r->drafts[number - 1];
    const enum lang in = language_of(sent, l);
    const struct draft_map *was = &sent->map[in], *now = &r->now[in];
    const struct map *asked = asked_for(a, t);
    for (size_t i = 0; now->uids != NULL && i < now->count; i++) {
        const struct mapped *m = &now->at[i], *old = map_find_uid(was, m->uid);
        bool same = old != NULL && strcmp(old->text, m->text) == 0;
        if (!same && m->text[0] != '\0' && map_get(asked, m->uid) == NULL)
            *array_push(a, &out.all) = (struct unasked){old, m};
    }
    for (size_t i = 0; now->uids != NULL && i < was->count; i++) {
        const struct mapped *old = &was->at[i];
        if (old->text[0] != '\0' && map_find_uid(now, old->uid) == NULL &&
            map_get(asked, old->uid) == NULL)
            *array_push(a, &out.all) = (struct unasked){old, NULL};
    }
    return out;
}
