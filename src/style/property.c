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
    case PROPERTY_COLOUR:
        *(struct colour *)at = colour_read(d, n, s);
        *(bool *)(into + p->given) = true;
        break;
    case PROPERTY_TYPE: *(int *)at = type_named(d, n, s); break;
    case PROPERTY_STROKE: stroke_read(d, n, owner, s, at); break;
    case PROPERTY_GROUP:
        properties_read(d, n, owner, p->group, s, into);
        if (p->given != p->at)
            *(bool *)(into + p->given) = true;
        break;
    case PROPERTY_OTHER: break;
    }
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
