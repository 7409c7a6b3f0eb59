/* element.c -- making, moving and reading elements of a report tree.  Knows neither what
 * may stand where (vocabulary.c, build.c) nor what it means. */
#include "report/element.h"

struct element *element_new(struct arena *a, enum element_kind k, struct pos pos)
{
    struct element *e = NEW(a, struct element);
    e->kind = k;
    e->pos = pos;
    e->percent = e->lowest = e->highest = e->average = -1;
    e->count = e->base = -1;
    return e;
}

void element_choose(struct element *e, enum value_attribute at, int choice)
{
    e->set[at] = choice + 1;
}

void element_fill(struct element *e, enum fill f)
{
    element_choose(e, AT_FILL, (int)f);
    e->fill = f;
}

void element_set_lang(struct element *e, enum lang l)
{
    e->set[AT_LANG] = (int)l + 1;
}

enum lang element_lang(const struct element *e, enum lang outer)
{
    return e->set[AT_LANG] > 0 ? (enum lang)(e->set[AT_LANG] - 1) : outer;
}

void element_append(struct element *parent, struct element *child)
{
    child->parent = parent;
    child->next = NULL;
    if (parent->last != NULL)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
}

struct element *element_add(struct arena *a, struct element *parent, enum element_kind k,
                            struct pos pos)
{
    struct element *e = element_new(a, k, pos);
    element_append(parent, e);
    return e;
}

void element_insert(struct element *after, struct element *child)
{
    child->parent = after->parent;
    child->next = after->next;
    after->next = child;
    if (after->parent->last == after)
        after->parent->last = child;
}

struct element *element_text(struct arena *a, struct element *parent, const char *text,
                             struct pos pos)
{
    struct element *e = element_add(a, parent, EL_TEXT, pos);
    e->text = text;
    return e;
}

struct element *element_copy(struct arena *a, const struct element *e)
{
    struct element *copy = NEW(a, struct element);
    *copy = *e;
    copy->parent = copy->first = copy->last = copy->next = NULL;
    for (const struct element *c = e->first; c != NULL; c = c->next)
        element_append(copy, element_copy(a, c));
    return copy;
}

void element_adopt(struct element *to, struct element *from)
{
    struct element *next = NULL;
    for (struct element *c = from->first; c != NULL; c = next) {
        next = c->next;
        element_append(to, c);
    }
    from->first = from->last = NULL;
}

void element_remove(struct element *e)
{
    struct element *parent = e->parent, *before = NULL;
    for (struct element *c = parent->first; c != e; c = c->next)
        before = c;
    if (before != NULL)
        before->next = e->next;
    else
        parent->first = e->next;
    if (parent->last == e)
        parent->last = before;
    e->parent = e->next = NULL;
}

const char *element_at(const struct element *e, enum text_attribute at)
{
    const char *value = e->at[at];
    return value != NULL && value[0] != '\0' ? value : NULL;
}

const struct element *element_child(const struct element *e, enum element_kind k)
{
    for (const struct element *c = e->first; c != NULL; c = c->next)
        if (c->kind == k)
            return c;
    return NULL;
}

/* Blocks stand apart by a blank, so that their words do not run together. */
static void plain(const struct element *e, struct buf *out)
{
    if (e->kind == EL_TEXT)
        buf_str(out, e->text);
    if (e->kind == EL_NOTE || e->kind == EL_ASIDE || e->kind == EL_DELETED)
        return;
    if (e->kind == EL_BREAK)
        buf_char(out, ' ');
    for (const struct element *c = e->first; c != NULL; c = c->next) {
        if (!element_is_inline(c->kind) && out->len > 0 && out->at[out->len - 1] != ' ')
            buf_char(out, ' ');
        plain(c, out);
    }
}

const char *element_plain(struct arena *a, const struct element *e)
{
    struct buf out = buf_new(a);
    plain(e, &out);
    return out.at;
}
