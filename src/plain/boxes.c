/* boxes.c -- boxes of all kinds: title, heading, what stands beside the text, text, foot.
 * In: their elements; out: lines at an indent, but for those that head a section. */
#include "plain/work.h"

#include <string.h>

static void say_aside(struct telling *p, const struct element *aside)
{
    struct buf out = buf_new(p->a);
    for (const struct element *c = aside->first; c != NULL; c = c->next)
        buf_printf(&out, "%s%s", out.len > 0 ? " " : "", plain_words(p, c));
    plain_lines(p, out.at);
}

const char *plain_score(struct telling *p, const struct element *e)
{
    const char *label = plain_part(p, e, EL_LABEL), *value = plain_part(p, e, EL_VALUE);
    const bool scored =
        e->kind == EL_SCOREBOX || e->kind == EL_PANEL || e->kind == EL_ASIDE;
    if (*label == '\0' && *value != '\0' && scored)
        label = p->r->words[LAYOUT_SCORE];
    return plain_pair(p, label, value);
}

/* The score and what it means, which pages have beside the text. */
static void say_score(struct telling *p, const struct element *e)
{
    plain_lines(p, plain_score(p, e));
    plain_lines(p, plain_part(p, e, EL_STARS));
    plain_lines(p, plain_part(p, e, EL_COMMENT));
    plain_gap(p, 1);
}

static bool is_placed(const struct element *e)
{
    return e->kind == EL_TITLE || e->kind == EL_ASIDE || e->kind == EL_HEADING ||
           e->kind == EL_LABEL || e->kind == EL_VALUE || e->kind == EL_COMMENT ||
           e->kind == EL_MEANING || e->kind == EL_BY || e->kind == EL_STARS;
}

static void say_foot(struct telling *p, const struct element *e)
{
    const struct element *meaning = element_child(e, EL_MEANING);
    const char *by = plain_part(p, e, EL_BY);
    if (meaning != NULL)
        plain_children(p, meaning);
    if (*by != '\0') {
        p->gap = 0; /* close to what was said */
        plain_lines(p, arena_printf(p->a, "\u2013 %s", by));
    }
}

/* Heads its section: what stands under the box is not beside it. */
static bool leads(const struct element *e)
{
    return element_child(e, EL_HEADING) != NULL;
}

void plain_box(struct telling *p, const struct element *e)
{
    const int indent = p->indent;
    const struct element *heading = element_child(e, EL_HEADING);
    const struct element *aside = element_child(e, EL_ASIDE);
    plain_gap(p, 1);
    plain_lines(p, plain_quoted(p, e, plain_part(p, e, EL_TITLE)));
    p->indent += leads(e) ? 0 : PLAIN_STEP;
    if (aside != NULL)
        say_aside(p, aside);
    if (heading != NULL)
        plain_block(p, heading);
    if (element_child(e, EL_TITLE) == NULL)
        plain_gap(p, 1);
    say_score(p, e);
    for (const struct element *c = e->first; c != NULL; c = c->next)
        if (!is_placed(c))
            plain_block(p, c);
    say_foot(p, e);
    p->indent = indent;
    plain_gap(p, 1);
}
