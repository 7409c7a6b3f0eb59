/* title.c -- in: fields, their names, what house and programme say of them; out: titles,
 * and which one a heading is. */
#include "manuscript/title.h"

#include "align/align.h"
#include "base/ascii.h"
#include "base/bounds.h"
#include "base/file.h"
#include "model/same.h"

#include <ctype.h>
#include <string.h>

struct titles titles_read(struct arena *a, struct diags *d, const struct programme *p)
{
    struct titles t = {.p = p};
    for (size_t i = 0; i < p->house_count + p->folder_count; i++) {
        const char *path = path_join(a, programme_folder(p, i)->dir, "manuscript.yaml");
        const struct file *f =
            file_exists(path) ? file_read(a, d, path, YAML_BYTES, (struct pos){0}) : NULL;
        const struct node *root = f != NULL ? source_parse(a, d, f) : NULL;
        if (root != NULL && root->kind == NODE_MAP)
            *array_push(a, &t.said) = root;
    }
    return t;
}

/* ---- as it is written ---- */

/* "young-person" -> "Young person". */
static const char *name_title(struct arena *a, const char *name)
{
    char *out = arena_strdup(a, name);
    for (char *s = out; *s != '\0'; s++)
        if (*s == '-' && s > out && isalpha((unsigned char)s[-1]))
            *s = ' ';
    out[0] = (char)toupper((unsigned char)out[0]);
    return out;
}

/* The n-th that is said of a name in a language, or NULL. */
static const char *said_title(const struct titles *t, const char *name, enum lang l,
                              size_t n)
{
    for (size_t i = t->said.len; i > 0; i--) {
        const struct node *of = node_get(t->said.at[i - 1], name);
        const struct node *list =
            of != NULL && of->kind == NODE_MAP ? node_get(of, lang_code(l)) : NULL;
        if (list != NULL && list->kind == NODE_LIST)
            return n < list->count && list->items[n]->kind == NODE_TEXT
                       ? list->items[n]->text
                       : NULL;
    }
    return NULL;
}

/* The title of what is scored; NULL when the key is none such. */
static const char *aspect_title(struct arena *a, const struct titles *t,
                                const struct home *h, enum lang l)
{
    const struct field *map = h->parent != NULL ? h->parent->field : NULL;
    if (map == NULL || map->kind != FIELD_MAP || !keys_are_ids(map->keys))
        return NULL;
    const enum level level = (enum level)(map->keys - KEYS_LEVEL);
    const int at = programme_aspect(t->p, level, h->key);
    return at >= 0 ? prose_plain(a, t->p->aspects[level][at].title.in[l]) : NULL;
}

static bool is_number(const char *key)
{
    return is_digit(key[0]);
}

const char *home_title(struct arena *a, const struct titles *t, const struct home *h,
                       enum lang l)
{
    if (h->key[0] == '\0')
        return arena_printf(a, "%s %s", home_title(a, t, h->parent, l),
                            strrchr(h->path, '#') + 1);
    const struct field *text = h->parent != NULL ? h->parent->field : NULL;
    if (text != NULL && text->insets) /* its paragraphs, or what stands between them */
        return arena_printf(a, "%s %s", home_title(a, t, h->parent, l), h->key);
    const char *aspect = aspect_title(a, t, h, l);
    if (aspect != NULL && aspect[0] != '\0')
        return is_number(h->key) ? arena_printf(a, "%s %s", h->key, aspect) : aspect;
    const char *said = said_title(t, h->key, l, 0);
    return said != NULL ? said : name_title(a, h->key);
}

/* ---- as people write it ---- */

/* Whether `heading` ends with `title`, and only a number, a letter or `key` stands
 * before. */
static bool ends_with_title(const char *heading, const char *title, const char *key)
{
    const size_t len = strlen(heading), end = strlen(title), own = strlen(key);
    if (end == 0 || len < end || strcmp(heading + len - end, title) != 0)
        return false;
    const size_t before = len - end;
    const bool number = strspn(heading, "0123456789ivx") >= before && before <= 4;
    const bool keyed =
        own > 0 && before >= own && strncmp(heading + before - own, key, own) == 0;
    return before <= 1 || number || keyed;
}

static bool is_one(struct arena *a, const char *heading, const char *title,
                   const char *key)
{
    return title != NULL && ends_with_title(heading, cell_key(a, title), key);
}

/* "2 Delivery and review" of "Delivery and review of interventions": its number, and more
 * than half of the words. */
static bool is_nearly(struct arena *a, const char *heading, const char *title,
                      const char *key)
{
    const size_t own = strlen(key);
    if (title == NULL || !is_number(key) || strncmp(heading, key, own) != 0)
        return false;
    const bool ends = heading[own] == '\0' || strchr(" .:)\u2013-", heading[own]) != NULL;
    return ends && !is_digit(heading[own + (heading[own] != '\0')]) &&
           align_likeness(a, heading + own, title) > ALIGN_HALF;
}

/* The n-th of several: "Recommendation 3". */
static bool is_numbered(struct arena *a, const struct titles *t, const struct home *list,
                        const char *heading)
{
    char *key = arena_strdup(a, heading);
    size_t len = strlen(key);
    while (len > 0 && is_digit(key[len - 1]))
        key[--len] = '\0';
    if (heading[len] == '\0' || len == 0)
        return false;
    if (home_is_titled(a, t, list, key))
        return true;
    return home_is_titled(a, t, list, arena_printf(a, "%ss", key));
}

bool home_is_titled(struct arena *a, const struct titles *t, const struct home *h,
                    const char *typed)
{
    const char *heading = cell_key(a, typed);
    if (h->key[0] == '\0')
        return is_numbered(a, t, h->parent, heading);
    const char *key = cell_key(a, h->key);
    if (strcmp(heading, key) == 0 || is_one(a, heading, name_title(a, h->key), ""))
        return true;
    for (enum lang l = LANG_EN; l < LANG_COUNT; l++) {
        const char *aspect = aspect_title(a, t, h, l);
        if (is_one(a, heading, aspect, key) || is_nearly(a, typed, aspect, h->key))
            return true;
        const char *said;
        for (size_t n = 0; (said = said_title(t, h->key, l, n)) != NULL; n++)
            if (is_one(a, heading, said, ""))
                return true;
    }
    return false;
}
