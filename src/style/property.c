/* property.c -- maps of properties in style.yaml, by tables that say which there are and
 * where their values go.  Knows nothing of what they mean. */
#include "style/reading.h"

#include <string.h>

enum { KEYS_MOST = 24 };

static void stroke_read(const struct style_reader *r, const struct node *n,
                        const char *owner, struct stroke *out)
{
    static const char *const keys[] = {"width", "colour"};
    if (!keys_check(r, n, owner, "property of a stroke", keys, LEN(keys), LEN(keys)))
        return;
    length_read(r, n, owner, "width", 0, &out->width);
    colour_read(r, node_get(n, "colour"), &out->colour);
}

static void count_read(const struct style_reader *r, const struct node *map,
                       const char *owner, const char *key, int *out)
{
    length count = 0;
    length_read(r, map, owner, key, 0, &count);
    *out = count / PT(1);
}

static void property_read(const struct style_reader *r, const struct node *map,
                          const char *owner, const struct property *p, char *into)
{
    static const char *const answers[] = {"no", "yes"};
    const struct node *n = node_get(map, p->key);
    void *at = into + p->at;
    switch (p->kind) {
    case PROPERTY_LENGTH: length_read(r, map, owner, p->key, 0, at); break;
    case PROPERTY_COUNT: count_read(r, map, owner, p->key, at); break;
    case PROPERTY_YES: *(bool *)at = choice_read(r, n, "answer", answers, 2) == 1; break;
    case PROPERTY_COLOUR: colour_read(r, n, at); break;
    case PROPERTY_TYPE: *(int *)at = type_named(r, n); break;
    case PROPERTY_STROKE: stroke_read(r, n, owner, at); break;
    case PROPERTY_GROUP: properties_read(r, n, owner, p->group, into); break;
    case PROPERTY_OTHER: break;
    }
    if (p->given != p->at)
        *(bool *)(into + p->given) = true;
}

void properties_read(const struct style_reader *r, const struct node *map,
                     const char *owner, const struct property *table, void *into)
{
    const char *keys[KEYS_MOST];
    size_t count = 0;
    for (const struct property *p = table; p->key != NULL; p++)
        keys[count++] = p->key;
    if (!keys_check(r, map, owner, "property", keys, 0, count))
        return;
    for (const struct property *p = table; p->key != NULL; p++)
        if (node_get(map, p->key) != NULL)
            property_read(r, map, owner, p, into);
}

/* ---- looks ---- */

/* It begins as the one before it that it is like. */
static void look_copy(const struct style_reader *r, const struct node *like,
                      const struct looks *looks, const char *first, char *look)
{
    const char *name = like->kind == NODE_TEXT ? like->text : "";
    for (const char *other = first; other < look; other += looks->size)
        if (strcmp(*(const char *const *)other, name) == 0) {
            memcpy(look, other, looks->size);
            return;
        }
    diag(r->d, DIAG_STYLE_WRONG, like->pos,
         "no %s \"%s\" stands before this one; name one that does", looks->what, name);
}

static void look_read(const struct style_reader *r, const struct entry *e,
                      const struct looks *looks, const char *first, char *look)
{
    const struct node *map = e->value;
    const struct node *like = map->kind == NODE_MAP ? node_get(map, "like") : NULL;
    if (like != NULL)
        look_copy(r, like, looks, first, look);
    *(const char **)look = e->key->text;
    properties_read(r, map, e->key->text, looks->table, look);
    if (*(const int *)(look + looks->text) == 0)
        diag(r->d, DIAG_STYLE_WRONG, map->pos,
             "the %s \"%s\" says no type of its text; add types: {text: ...}",
             looks->what, e->key->text);
}

void *looks_read(const struct style_reader *r, const struct node *map,
                 const struct looks *looks, size_t *count)
{
    if (!map_check(r, map, "looks", looks->what))
        return NULL;
    char *all = arena_alloc(r->a, (map->count + 1) * looks->size);
    for (size_t i = 0; i < map->count; i++)
        look_read(r, &map->entries[i], looks, all, all + i * looks->size);
    *count = map->count;
    return all;
}
