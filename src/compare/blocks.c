/* blocks.c -- in: a report tree; out: its blocks, with their words and places. */
#include "compare/work.h"

#include <string.h>

bool block_is_silent(const struct compared *b)
{
    const enum element_kind k = b->e->kind;
    return k == EL_TOC || k == EL_COL || k == EL_PAGEBREAK || k == EL_RANGE ||
           k == EL_FORM || element_child(b->e, EL_FORM) != NULL;
}

bool block_is_drawn(const struct compared *b)
{
    const struct element *e = b->e;
    const bool of_chart =
        e->parent != NULL && e->parent->kind == EL_CHART &&
        (e->kind == EL_LABEL || e->kind == EL_VALUE || e->kind == EL_LEGEND);
    return of_chart || e->kind == EL_GROUP || e->kind == EL_BAR || e->kind == EL_ALT ||
           e->kind == EL_STARS || e->kind == EL_RIBBON || e->kind == EL_LOGO;
}

/* What a bar prints beside its label. */
static void bar_words(struct arena *a, struct compared *b)
{
    const struct element *e = b->e;
    struct element *p = element_new(a, EL_P, e->pos);
    const char *value = e->value != NULL ? e->value : "",
               *share = e->share != NULL ? e->share : "";
    const char *between = share[0] == '\0' || share[0] == '(' ? " " : ", ";
    element_text(a, element_add(a, p, EL_FIG, e->pos),
                 arena_printf(a, "%s%s%s", value, between, share), e->pos);
    b->tokens = tokens_of(a, p);
}

/* The first heading in it. */
static const struct element *heading_of(const struct element *e)
{
    const struct element *found = NULL;
    for (const struct element *c = e->first; c != NULL && found == NULL; c = c->next)
        found = c->kind == EL_HEADING ? c : heading_of(c);
    return found;
}

/* "1.1 Risk of harm to others" */
static const char *section_name(struct arena *a, const struct element *e)
{
    const struct element *heading = heading_of(e);
    if (heading == NULL)
        return e->ref;
    const struct tokens t = tokens_of(a, (struct element *)(uintptr_t)heading);
    return arena_printf(a, "%s %s", e->ref, tokens_text(a, &t, 0, t.all.len));
}

static void place(struct arena *a, struct compared *b)
{
    const struct element *e = b->e;
    b->ref = e->ref != NULL ? e->ref : b->parent != NULL ? b->parent->ref : "";
    b->said = e->said != NULL     ? e->said
              : e->ref != NULL    ? e->ref
              : b->parent != NULL ? b->parent->said
                                  : "";
    const bool opens = e->ref != NULL && (e->kind == EL_SECTION || b->parent == NULL ||
                                          b->parent->section[0] == '\0');
    b->section = opens ? section_name(a, e) : b->parent != NULL ? b->parent->section : "";
}

static void join_texts(struct arena *a, struct compared *b)
{
    struct buf text = buf_new(a);
    buf_str(&text, tokens_text(a, &b->tokens, 0, b->tokens.all.len));
    b->words = b->tokens.all.len;
    for (const struct compared *c = b->first; c != NULL; c = c->next) {
        if (c->words > 0)
            buf_printf(&text, "%s%s", text.len > 0 ? " " : "", c->text);
        b->words += c->words;
    }
    b->text = text.at;
}

static void add_child(struct compared *b, struct compared *child)
{
    child->index = b->last != NULL ? b->last->index + 1 : 0;
    if (b->last != NULL)
        b->last->next = child;
    else
        b->first = child;
    b->last = child;
}

static struct compared *block_new(struct arena *a, const struct element *e,
                                  struct compared *parent, long *number)
{
    struct compared *b = NEW(a, struct compared);
    b->e = e;
    b->parent = parent;
    place(a, b);
    b->text = "";
    if (block_is_silent(b))
        return b;
    if (e->kind == EL_BAR)
        bar_words(a, b);
    else
        b->tokens = tokens_of(a, (struct element *)(uintptr_t)e);
    if (b->tokens.all.len > 0)
        b->number = ++*number;
    for (const struct element *c = e->first; c != NULL; c = c->next)
        if (!element_is_inline(c->kind))
            add_child(b, block_new(a, c, b, number));
    join_texts(a, b);
    return b;
}

struct compared *blocks_of(struct arena *a, const struct report *r)
{
    long number = 0;
    struct compared *root = block_new(a, r->root, NULL, &number);
    if (r->foot != NULL)
        add_child(root, block_new(a, r->foot, root, &number));
    return root;
}
