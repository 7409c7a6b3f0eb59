/* property.c -- maps of properties in style.yaml, by tables that say which there are and
 * where their values go.  Knows nothing of what they mean. */
#include "style/reading.h"

#include <string.h>

enum { KEYS_MOST = 24 };

static void stroke_read(struct diags *d, const struct node *n, const char *owner,
                        const struct style *s, struct stroke *out)
{
    static const char *const keys[] = {"width", "colour"};
    if (!keys_check(d, n, owner, "property of a stroke", keys, LEN(keys), LEN(keys)))
        return;
    out->width = length_read(d, node_get(n, "width"), owner, "width", 0);
    out->colour = colour_read(d, node_get(n, "colour"), s);
}

static void property_read(struct diags *d, const struct node *n, const char *owner,
                          const struct property *p, const struct style *s, char *into)
{
    static const char *const answers[] = {"no", "yes"};
    void *at = into + p->at;
    switch (p->kind) {
    case PROPERTY_LENGTH: *(length *)at = length_read(d, n, owner, p->key, 0); break;
    case PROPERTY_YES: *(bool *)at = choice_read(d, n, "answer", answers, 2) == 1; break;
    case PROPERTY_COLOUR: *(struct colour *)at = colour_read(d, n, s); break;
    case PROPERTY_TYPE: *(int *)at = type_named(d, n, s); break;
    case PROPERTY_STROKE: stroke_read(d, n, owner, s, at); break;
    case PROPERTY_GROUP: properties_read(d, n, owner, p->group, s, into); break;
    case PROPERTY_OTHER: break;
    }
    if (p->given != p->at)
        *(bool *)(into + p->given) = true;
}

void properties_read(struct diags *d, const struct node *map, const char *owner,
                     const struct property *table, const struct style *s, void *into)
{
    const char *keys[KEYS_MOST];
    size_t count = 0;
    for (const struct property *p = table; p->key != NULL; p++)
        keys[count++] = p->key;
    if (!keys_check(d, map, owner, "property", keys, 0, count))
        return;
    for (const struct property *p = table; p->key != NULL; p++) {
        const struct node *n = node_get(map, p->key);
        if (n != NULL)
            property_read(d, n, owner, p, s, into);
    }
}

/* ---- looks ---- */

/* It begins as the one before it that it is like. */
static void look_copy(struct diags *d, const struct node *like, const struct looks *looks,
                      const char *first, char *look)
{
    const char *name = like->kind == NODE_TEXT ? like->text : "";
    for (const char *other = first; other < look; other += looks->size)
        if (strcmp(*(const char *const *)other, name) == 0) {
            memcpy(look, other, looks->size);
            return;
        }
    diag(d, DIAG_STYLE_WRONG, like->pos,
         "no %s \"%s\" stands before this one; name one that does", looks->what, name);
}

static void look_read(struct diags *d, const struct entry *e, const struct looks *looks,
                      const struct style *s, const char *first, char *look)
{
    const struct node *map = e->value;
    const struct node *like = map->kind == NODE_MAP ? node_get(map, "like") : NULL;
    if (like != NULL)
        look_copy(d, like, looks, first, look);
    *(const char **)look = e->key->text;
    properties_read(d, map, e->key->text, looks->table, s, look);
    if (*(const int *)(look + looks->text) == 0)
        diag(d, DIAG_STYLE_WRONG, map->pos,
             "the %s \"%s\" says no type of its text; add types: {text: ...}",
             looks->what, e->key->text);
}

void *looks_read(struct arena *a, struct diags *d, const struct node *map,
                 const struct looks *looks, const struct style *s, size_t *count)
{
    if (map->kind != NODE_MAP) {
        diag(d, DIAG_STYLE_WRONG, map->pos, "a map with a line for each %s belongs here",
             looks->what);
        return NULL;
    }
    char *all = arena_alloc(a, (map->count + 1) * looks->size);
    for (size_t i = 0; i < map->count; i++)
        look_read(d, &map->entries[i], looks, s, all, all + i * looks->size);
    *count = map->count;
    return all;
}
