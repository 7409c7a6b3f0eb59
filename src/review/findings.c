/* findings.c -- the same figure in two lists of one section: what is praised cannot be
 * asked to be better.  In: a section; out: a warning for each such figure. */
#include "base/map.h"
#include "review/reviewing.h"

#include <string.h>

struct seen {
    const struct element *list, *item;
};

struct finding {
    struct reviewing *r;
    struct map *figures; /* struct seen by what was counted */
    const struct element *list, *item;
};

/* A base, or all of them, may be named anywhere. */
static bool is_share(const struct source_figure *f)
{
    return f->name != NULL && !f->applicable && f->base >= 0 && f->count < f->base &&
           f->count > 0;
}

static void check_figure(struct finding *s, const struct element *fig)
{
    const struct source_figure *f = fig->figure;
    if (f == NULL || !is_share(f))
        return;
    const char *key = arena_printf(s->r->a, "%s|%s|%d", f->name, f->part, f->not );
    const struct seen *before = map_get(s->figures, key);
    if (before == NULL) {
        struct seen *first = NEW(s->r->a, struct seen);
        *first = (struct seen){s->list, s->item};
        map_put(s->figures, key, first);
        return;
    }
    if (before->list == s->list)
        return;
    const char *here = s->item->ref != NULL ? s->item->ref : "this list";
    const char *there = before->item->ref != NULL ? before->item->ref : "another list";
    diag(s->r->d, DIAG_FIGURE_BOTH, fig->pos,
         "%s of %s stands in %s and in %s; let one of them say something else",
         f->printed, f->name, there, here);
}

static void gather_figures(struct finding *s, const struct element *e)
{
    for (const struct element *c = e->first; c != NULL; c = c->next) {
        if (c->kind == EL_FIG)
            check_figure(s, c);
        else
            gather_figures(s, c);
    }
}

/* Lists that are quoted by different letters are about different things. */
void findings_check(struct reviewing *r, const struct element *section)
{
    struct finding s = {.r = r, .figures = map_new(r->a)};
    const char *letter = NULL;
    for (const struct element *c = section->first; c != NULL; c = c->next) {
        const char *own = c->kind == EL_LIST ? c->at[AT_REF_WORD] : NULL;
        if (c->kind == EL_SECTION || own == NULL)
            continue;
        if (letter == NULL || strcmp(letter, own) != 0)
            s.list = c;
        letter = own;
        for (const struct element *item = c->first; item != NULL; item = item->next) {
            s.item = item;
            gather_figures(&s, item);
        }
    }
}
