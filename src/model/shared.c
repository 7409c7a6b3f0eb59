/* shared.c -- fields that stand once, in the house's fields.yaml.  Comes in: `fields:` of
 * a programme; goes out: the same, in which what is `like:` one of those has all that it
 * says, but for what the programme says itself. */
#include "model/base.h"
#include "model/field.h"

#include <string.h>

/* All houses' fields, one laid over the other; NULL: none has any. */
static const struct node *house_fields(struct reader *r, const struct programme *p)
{
    ARRAY(const struct node *) files = {0}; /* the nearest first */
    for (size_t i = p->house_count; i > 0; i--) {
        const struct node *root = base_yaml(r, p->houses[i - 1].dir, "fields.yaml");
        if (root != NULL && expect_keys(r, root, "fields!"))
            *array_push(r->a, &files) = root;
    }
    const struct node *root = base_lay(r, files.at, files.len, LAY_ALL);
    const struct node *fields = root != NULL ? node_get(root, "fields") : NULL;
    return fields != NULL && expect_kind(r, fields, NODE_MAP, "a map of fields") ? fields
                                                                                 : NULL;
}

static const char *const *names_of(struct arena *a, const struct node *map, size_t *count)
{
    *count = map != NULL ? map->count : 0;
    const char **names = NEW_ARRAY(a, const char *, *count + 1);
    for (size_t i = 0; i < *count; i++)
        names[i] = map->entries[i].key->text;
    return names;
}

/* The map without `like:`, which has done its work. */
static const struct node *without_like(struct reader *r, const struct node *map)
{
    struct node *out = NEW(r->a, struct node);
    *out = (struct node){.kind = NODE_MAP, .pos = map->pos};
    out->entries = NEW_ARRAY(r->a, struct entry, map->count);
    for (size_t i = 0; i < map->count; i++)
        if (strcmp(map->entries[i].key->text, "like") != 0)
            out->entries[out->count++] = map->entries[i];
    return out;
}

/* A field, or what stands in one: itself, or with all that what it is like says. */
static const struct node *one_laid(struct reader *r, const struct node *shared,
                                   const struct node *n)
{
    const struct node *like = n->kind == NODE_MAP ? node_get(n, "like") : NULL;
    if (like == NULL || like->kind != NODE_TEXT)
        return n;
    const struct node *of = shared != NULL ? node_get(shared, like->text) : NULL;
    if (of != NULL)
        return base_lay_over(r, of, without_like(r, n));
    size_t count;
    const char *const *names = names_of(r->a, shared, &count);
    diag(r->d, DIAG_VALUE_UNKNOWN, like->pos,
         "\"%s\"; it is a field of the house's fields.yaml%s", like->text,
         name_hint(r->a, like->text, names, count));
    return without_like(r, n);
}

const struct node *fields_laid(struct reader *r, const struct programme *p,
                               const struct node *map)
{
    if (map == NULL || map->kind != NODE_MAP)
        return map;
    const struct node *shared = house_fields(r, p);
    struct node *out = NEW(r->a, struct node);
    *out = *map;
    out->entries = NEW_ARRAY(r->a, struct entry, map->count + 1);
    for (size_t i = 0; i < map->count; i++)
        out->entries[i] =
            (struct entry){map->entries[i].key,
                           (struct node *)one_laid(r, shared, map->entries[i].value)};
    out->index = NULL;
    return out;
}
