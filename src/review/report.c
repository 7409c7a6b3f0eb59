/* report.c -- one edition of a document, block by block, through every check.  In: a
 * report tree; out: warnings. */
#include "review/reviewing.h"

#include <string.h>

const char *place_of(const struct reviewing *r)
{
    return r->ref != NULL ? arena_printf(r->a, "%s: ", r->ref) : "";
}

struct pos words_pos(const struct element *e)
{
    if (e->kind == EL_TEXT && e->pos.file != NULL)
        return e->pos;
    for (const struct element *c = e->first; c != NULL; c = c->next) {
        struct pos found = words_pos(c);
        if (found.file != NULL)
            return found;
    }
    return (struct pos){0};
}

struct pos word_pos(const struct element *e, const char *word)
{
    if (e->kind == EL_TEXT && strstr(e->text, word) != NULL)
        return e->pos;
    struct pos found = {0};
    for (const struct element *c = e->first; c != NULL && found.file == NULL; c = c->next)
        found = word_pos(c, word);
    return found;
}

static void check(struct reviewing *r, const struct element *e)
{
    if (element_holds_text(e->kind)) {
        arithmetic_check(r, e);
        letters_check(r, e);
        shares_check(r, e);
        abbreviations_check(r, e);
    }
    if (element_holds_text(e->kind) && !r->words)
        small_check(r, e);
    if (e->kind == EL_SECTION && !r->words)
        findings_check(r, e);
    if (e->kind == EL_BOX && box_story(e) == BOX_OF_PEOPLE)
        story_check(r, e);
}

static void check_heard(struct reviewing *r, const struct element *e)
{
    if (!element_holds_text(e->kind))
        return;
    links_check(r, e);
    tongue_check(r, e);
}

/* A note's blocks stand in inlines. */
static void walk(struct reviewing *r, const struct element *e,
                 void (*look)(struct reviewing *r, const struct element *e))
{
    const char *outer = r->ref;
    if (e->ref != NULL)
        r->ref = e->ref;
    look(r, e);
    for (const struct element *c = e->first; c != NULL; c = c->next)
        walk(r, c, look);
    r->ref = outer;
}

void review_report(struct arena *a, struct diags *d, const struct inspection *in,
                   const struct report *report, bool words)
{
    struct reviewing r = {
        .a = a, .d = d, .in = in, .report = report, .lang = report->lang, .words = words};
    arithmetic_begin(&r);
    privacy_begin(&r);
    abbreviations_begin(&r);
    walk(&r, report->root, check);
    story_note_check(&r);
}

void review_heard(struct arena *a, struct diags *d, const struct inspection *in,
                  const struct report *report)
{
    struct reviewing r = {
        .a = a, .d = d, .in = in, .lang = report->lang, .linked = map_new(a)};
    walk(&r, report->root, check_heard);
}
