/* schema.c -- walks "properties", "items", "anyOf" and references of a JSON Schema. */
#include "lsp/schema.h"

#include <string.h>

/* Alternatives of one place: far more than a field has. */
enum { ALTERNATIVES_MOST = 32, DEEP_MOST = 16 };

struct places {
    const json_t *root;
    const json_t *at[ALTERNATIVES_MOST];
    size_t count;
};

/* "#/definitions/cci-2012/definitions/map-1". */
static const json_t *referred(const json_t *root, const char *ref)
{
    char name[128];
    const json_t *at = root;
    for (ref += *ref == '#'; *ref == '/' && at != NULL;) {
        const size_t len = strcspn(++ref, "/");
        if (len >= sizeof name)
            return NULL;
        memcpy(name, ref, len);
        name[len] = '\0';
        at = json_object_get(at, name);
        ref += len;
    }
    return at;
}

/* A schema and all that it says in other words. */
static void add(struct places *p, const json_t *schema, int deep)
{
    static const char *const others[] = {"anyOf", "allOf", "oneOf"};
    const char *ref = json_string_value(json_object_get(schema, "$ref"));
    if (schema == NULL || deep > DEEP_MOST || p->count == ALTERNATIVES_MOST)
        return;
    p->at[p->count++] = schema;
    if (ref != NULL)
        add(p, referred(p->root, ref), deep + 1);
    for (size_t i = 0; i < LEN(others); i++) {
        const json_t *list = json_object_get(schema, others[i]);
        for (size_t k = 0; k < json_array_size(list); k++)
            add(p, json_array_get(list, k), deep + 1);
    }
}

static struct places below(const struct places *p, const char *key)
{
    struct places found = {.root = p->root};
    for (size_t i = 0; i < p->count; i++) {
        const json_t *one = p->at[i];
        if (strcmp(key, "-") == 0) {
            add(&found, json_object_get(one, "items"), 0);
            continue;
        }
        const json_t *own = json_object_get(json_object_get(one, "properties"), key);
        const json_t *any = json_object_get(one, "additionalProperties");
        add(&found, own != NULL ? own : json_is_object(any) ? any : NULL, 0);
    }
    return found;
}

static struct places places_at(const json_t *schema, const struct key_path *path)
{
    struct places p = {.root = schema};
    add(&p, schema, 0);
    for (size_t i = 0; i < path->keys.len; i++)
        p = below(&p, path->keys.at[i]);
    return p;
}

void schema_keys(const json_t *schema, const struct key_path *path,
                 void (*give)(const char *key, const json_t *is, void *data), void *data)
{
    const struct places p = places_at(schema, path);
    for (size_t i = 0; i < p.count; i++) {
        const char *key;
        json_t *is;
        json_object_foreach(json_object_get(p.at[i], "properties"), key, is)
            give(key, is, data);
        const json_t *names =
            json_object_get(json_object_get(p.at[i], "propertyNames"), "enum");
        for (size_t k = 0; k < json_array_size(names); k++)
            give(json_string_value(json_array_get(names, k)), NULL, data);
    }
}

void schema_words(const json_t *schema, const struct key_path *path, const char *key,
                  void (*give)(const char *word, void *data), void *data)
{
    struct places p = places_at(schema, path);
    if (key != NULL)
        p = below(&p, key);
    const struct places items = below(&p, "-"); /* [one, two] on the line of its key */
    for (size_t i = 0; i < p.count + items.count; i++) {
        const json_t *one = i < p.count ? p.at[i] : items.at[i - p.count];
        const json_t *words = json_object_get(one, "enum");
        for (size_t k = 0; k < json_array_size(words); k++)
            if (json_is_string(json_array_get(words, k)))
                give(json_string_value(json_array_get(words, k)), data);
        if (json_is_string(json_object_get(one, "const")))
            give(json_string_value(json_object_get(one, "const")), data);
    }
}

const char *schema_says(const json_t *schema, const struct key_path *path,
                        const char *key)
{
    const struct places at = places_at(schema, path), p = below(&at, key);
    for (size_t i = 0; i < p.count; i++) {
        const char *says =
            json_string_value(json_object_get(p.at[i], "markdownDescription"));
        if (says == NULL)
            says = json_string_value(json_object_get(p.at[i], "description"));
        if (says != NULL && *says != '\0')
            return says;
    }
    return NULL;
}
