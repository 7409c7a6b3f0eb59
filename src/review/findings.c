/* findings.c -- the same figure in two lists of one section: what is praised cannot be
 * asked to be better.  In: a section; out: a warning for each such figure. */
#include "base/map.h"
#include "review/reviewing.h"

#include "base/ascii.h"
#include <string.h>

struct seen {
    const struct element *list, *item;
    bool not ; /* the other side was counted */
};

/* A share that is typed, and those before it. */
struct typed {
    const struct element *list, *item;
    const char *text;
    struct typed *next;
};

struct finding {
    struct reviewing *r;
    struct map *figures; /* struct seen by what was counted */
    struct map *shares;  /* struct typed by "68%" */
    const struct element *list, *item;
};

/* A base, or all of them, may be named anywhere. */
static bool is_share(const struct source_figure *f)
{
    return f->name != NULL && !f->applicable && f->base >= 0 && f->count < f->base &&
           f->count > 0;
}

/* `side`: what stands in the list before, where it is not the same. */
static void say_both(const struct finding *s, const char *printed, const char *of,
                     const char *side, const struct element *before, struct pos pos)
{
    const char *here = s->item->ref != NULL ? s->item->ref : "this list";
    const char *there = before->ref != NULL ? before->ref : "another list";
    diag(s->r->d, DIAG_FIGURE_BOTH, pos,
         "%s%s stands in %s and %sin %s; let one of them say something else", printed, of,
         here, side, there);
}

static void check_figure(struct finding *s, const struct element *fig)
{
    const struct source_figure *f = fig->figure;
    if (f == NULL || !is_share(f))
        return;
    const char *key = arena_printf(s->r->a, "%s|%s", f->name, f->part);
    const struct seen *before = map_get(s->figures, key);
    if (before == NULL) {
        struct seen *first = NEW(s->r->a, struct seen);
        *first = (struct seen){s->list, s->item, f->not };
        map_put(s->figures, key, first);
        return;
    }
    if (before->list == s->list)
        return;
    say_both(s, f->printed, arena_printf(s->r->a, " of %s", f->name),
             before->not == f->not ? "" : "its other side ", before->item, fig->pos);
}

enum { LONG_WORD = 7 };

/* How many words of some length two texts have in common. */
static size_t words_shared(struct arena *a, const char *text, const char *other)
{
    size_t shared = 0, len;
    for (; *text != '\0'; text += len + (text[len] != '\0')) {
        len = strcspn(text, " ,.;:()");
        if (len >= LONG_WORD && strstr(other, arena_strndup(a, text, len)) != NULL)
            shared++;
    }
    return shared;
}

/* "68% of community cases" that no mark counts: by its number and two longer words
 * that both have. */
static void check_typed(struct finding *s, const struct element *text)
{
    struct arena *a = s->r->a;
    for (const char *at = strchr(text->text, '%'); at != NULL; at = strchr(at + 1, '%')) {
        const char *digits = at;
        while (digits > text->text && is_digit(digits[-1]))
            digits--;
        const char *share = arena_strndup(a, digits, (size_t)(at + 1 - digits));
        struct typed *same = map_get(s->shares, share);
        for (; same != NULL; same = same->next)
            if (same->list != s->list && words_shared(a, same->text, text->text) >= 2)
                break;
        if (same != NULL && at > digits)
            say_both(s, share, "", "", same->item, word_pos(text, share));
        struct typed *own = NEW(a, struct typed);
        *own = (struct typed){s->list, s->item, text->text, map_get(s->shares, share)};
        map_put(s->shares, share, own);
    }
}

static void gather_figures(struct finding *s, const struct element *e)
{
    for (const struct element *c = e->first; c != NULL; c = c->next) {
        if (c->kind == EL_FIG)
            check_figure(s, c);
        else if (c->kind == EL_TEXT)
            check_typed(s, c);
        else
            gather_figures(s, c);
    }
}

/* Lists that are quoted by different letters are about different things. */
void findings_check(struct reviewing *r, const struct element *section)
{
    struct finding s = {.r = r, .figures = map_new(r->a), .shares = map_new(r->a)};
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
