/* home_make.c -- in: paths that an export has left; out: the homes that they name, made
 * where the programme's fields allow them.  Knows no file. */
#include "manuscript/home.h"

#include "base/ascii.h"

#include <string.h>

static bool has_insets(const struct home *h)
{
    return h != NULL && h->field != NULL && h->field->insets;
}

/* Of a text that is a list, what stands at a number; of a table or a picture there, what
 * is said of it. */
static struct home *make_inset(struct arena *a, struct home *h, const char *key)
{
    h->kind = HOME_GROUP;
    if (is_digit(key[0]))
        return home_new(a, h, h->field, key, HOME_TEXT);
    h->field = NULL;
    return home_new(a, h, NULL, key, strcmp(key, "table") == 0 ? HOME_TABLE : HOME_LINE);
}

/* Of a list's item, of a key that is none of the programme's, of forms of a name; NULL:
 * nothing of that name can stand there. */
static struct home *make_child(struct arena *a, struct home *h, const char *key)
{
    const struct field *f = h->field;
    if (key[0] == '#' && h->kind == HOME_RECORDS)
        return home_new(a, h, f->of, "", home_kind_of(f->of));
    if (h->kind == HOME_GROUP && f != NULL && f->kind == FIELD_MAP)
        return home_new(a, h, f->of, key, home_kind_of(f->of));
    if (has_insets(h) || has_insets(h->parent))
        return make_inset(a, h, key);
    const bool forms = f != NULL && (f->kind == FIELD_AREA || f->kind == FIELD_TEXT ||
                                     f->kind == FIELD_ISBN || f->kind == FIELD_NUMBER);
    if (!forms && (f != NULL || h->parent == NULL || h->parent->field == NULL))
        return NULL; /* forms of a name have languages, and those their own */
    h->kind = HOME_GROUP;
    return home_new(a, h, NULL, key,
                    f != NULL && f->kind == FIELD_TEXT ? HOME_LINE : HOME_WORDS);
}

/* A record has all its fields from the start. */
void home_add_fields(struct arena *a, struct home *h)
{
    const struct field *f = h->field;
    for (size_t i = 0; h->kind == HOME_GROUP && f != NULL && i < f->field_count; i++)
        if (home_child(h, f->fields[i].name) == NULL)
            home_add_fields(a, home_new(a, h, &f->fields[i], f->fields[i].name,
                                        home_kind_of(&f->fields[i])));
}

struct home *home_make(struct arena *a, struct home *root, const char *path)
{
    struct home *h = root;
    while (*path != '\0') {
        const size_t len = strcspn(path, "/");
        const char *key = arena_strndup(a, path, len);
        const char *whole =
            h->path[0] == '\0' ? key : arena_printf(a, "%s/%s", h->path, key);
        struct home *next = NULL;
        for (size_t i = 0; i < h->homes.len; i++)
            if (strcmp(h->homes.at[i]->path, whole) == 0)
                next = h->homes.at[i];
        if (next == NULL) {
            next = make_child(a, h, key);
            if (next == NULL)
                return NULL;
            next->path = whole;
            home_add_fields(a, next);
        }
        h = next;
        path += len + (path[len] == '/');
    }
    return h;
}
