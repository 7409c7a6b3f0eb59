/* tag.c -- tags made and named.  In: a parent and a type; out: a tag that hangs from it,
 * at once (a block) or when it is first drawn (an inline; mark.c).  Knows no pages. */
#include "page/tag.h"

static struct tag *tag_make(struct arena *a, struct tag *parent, enum tag_type type)
{
    struct tag *t = NEW(a, struct tag);
    t->type = type;
    t->parent = parent;
    t->number = -1;
    return t;
}

struct tag *tag_new(struct arena *a, struct tag *parent, enum tag_type type)
{
    struct tag *t = tag_make(a, parent, type);
    t->attached = true;
    if (parent != NULL)
        *array_push(a, &parent->kids) = (struct kid){.kind = KID_TAG, .tag = t};
    return t;
}

struct tag *tag_inline(struct arena *a, struct tag *parent, enum tag_type type)
{
    return tag_make(a, parent, type);
}

void tag_refer(struct arena *a, struct tag *from, const struct tag *to)
{
    for (size_t i = 0; i < from->refers.len; i++)
        if (from->refers.at[i] == to)
            return;
    *array_push(a, &from->refers) = to;
}

struct tag *tag_over(struct tag *t, enum tag_type type)
{
    while (t != NULL && t->type != type)
        t = t->parent;
    return t;
}

bool tag_is_heading(const struct tag *t)
{
    return t->type >= TAG_H1 && t->type <= TAG_H4;
}

bool tag_is_inline(const struct tag *t)
{
    return t->type == TAG_SPAN || t->type == TAG_EM || t->type == TAG_STRONG ||
           t->type == TAG_LINK || t->type == TAG_REFERENCE;
}

const char *tag_type_name(enum tag_type t)
{
    static const char *const names[] = {
#define X(id, name) name,
        TAG_TYPES(X)
#undef X
    };
    return names[t];
}
