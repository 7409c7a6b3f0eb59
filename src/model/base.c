/* base.c -- folders under templates/ that build on others.  Comes in: the name of one and
 * of the file whose `base:` names the next; goes out: all their folders, and those files
 * laid over one another.  Does not know what the files say. */
#include "model/base.h"

#include "base/bounds.h"
#include "base/file.h"
#include "base/map.h"

#include <string.h>

const char *base_folder(struct arena *a, const char *templates, const char *name,
                        const char *file)
{
    if (name[0] == '\0' || name[0] == '.' || strpbrk(name, "/\\") != NULL)
        return NULL;
    const char *dir = path_join(a, templates, name);
    return file_exists(path_join(a, dir, file)) ? dir : NULL;
}

const struct node *base_yaml(struct reader *r, const char *dir, const char *file)
{
    const char *path = path_join(r->a, dir, file);
    if (!file_exists(path))
        return NULL;
    const struct file *f = file_read(r->a, r->d, path, YAML_BYTES, (struct pos){0});
    return f == NULL ? NULL : source_parse(r->a, r->d, f);
}

/* ---- one map over another ---- */

/* Texts in languages are one value: a translation without its original would be stale. */
static bool is_text(const struct node *map)
{
    return node_get(map, "en") != NULL || node_get(map, "cy") != NULL;
}

static bool takes_away(const struct node *n)
{
    return n->kind == NODE_TEXT && n->empty;
}

static const struct node *lay_over(struct arena *a, const struct node *under,
                                   const struct node *over, int depth);

/* What a list's items are known by, "id" or "name"; NULL when it is neither. */
static const char *name_key(const struct node *list)
{
    if (list->count == 0 || list->items[0]->kind != NODE_MAP)
        return NULL;
    return node_get(list->items[0], "id") != NULL     ? "id"
           : node_get(list->items[0], "name") != NULL ? "name"
                                                      : NULL;
}

static const struct node *item_name(const struct node *item, const char *key)
{
    const struct node *name = item->kind == NODE_MAP ? node_get(item, key) : NULL;
    return name != NULL && name->kind == NODE_TEXT ? name : NULL;
}

/* An item that the list under it does not have; its key names it. */
static struct node *new_item(struct arena *a, const struct entry *e, const char *key)
{
    struct node *id = NEW(a, struct node);
    *id = (struct node){.kind = NODE_TEXT, .text = key, .len = strlen(key)};
    struct entry named = {id, e->key};
    const struct node only = {.kind = NODE_MAP, .entries = &named, .count = 1};
    if (e->value->kind != NODE_MAP)
        return e->value; /* the reader of the list says what it should be */
    id->pos = e->key->pos;
    return (struct node *)lay_over(a, &only, e->value, 0);
}

/* A map over a list: its keys are the ids of the items they change, take away or add. */
static const struct node *lay_list(struct arena *a, const struct node *under,
                                   const struct node *over, const char *key)
{
    struct node *out = NEW(a, struct node);
    *out = (struct node){.kind = NODE_LIST, .pos = over->pos};
    out->items = NEW_ARRAY(a, struct node *, under->count + over->count);
    struct map *had = map_new(a);
    for (size_t i = 0; i < under->count; i++) {
        struct node *item = under->items[i];
        const struct node *name = item_name(item, key);
        const struct node *mine = name != NULL ? node_get(over, name->text) : NULL;
        if (name != NULL)
            map_put(had, name->text, item);
        if (mine != NULL && takes_away(mine))
            continue;
        out->items[out->count++] =
            (struct node *)(mine == NULL             ? item
                            : mine->kind == NODE_MAP ? lay_over(a, item, mine, 0)
                                                     : mine);
    }
    for (size_t i = 0; i < over->count; i++)
        if (map_get(had, over->entries[i].key->text) == NULL)
            out->items[out->count++] = new_item(a, &over->entries[i], key);
    return out;
}

/* Maps of names (colours, fields) are laid over one another, a map of ids over the list
 * that has them; all else is replaced. */
static const struct node *lay_value(struct arena *a, const struct node *under,
                                    const struct node *over, int depth)
{
    bool maps = under->kind == NODE_MAP && over->kind == NODE_MAP;
    if (depth > 0 && under->kind == NODE_LIST && over->kind == NODE_MAP &&
        name_key(under) != NULL)
        return lay_list(a, under, over, name_key(under));
    if (depth == 0 || !maps || is_text(under) || is_text(over))
        return over;
    return lay_over(a, under, over, depth - 1);
}

static void keep_entry(struct node *map, const struct map *index, struct entry e)
{
    map->entries[map->count] = e;
    map_put((struct map *)index, e.key->text, &map->entries[map->count]);
    map->count++;
}

/* The keys of `under` in their order, then those that `over` adds.  An empty value takes
 * away what stands under it. */
static const struct node *lay_over(struct arena *a, const struct node *under,
                                   const struct node *over, int depth)
{
    struct node *out = NEW(a, struct node);
    *out = (struct node){.kind = NODE_MAP, .pos = over->pos, .index = map_new(a)};
    out->entries = NEW_ARRAY(a, struct entry, under->count + over->count + 1);
    for (size_t i = 0; i < under->count; i++) {
        struct entry e = under->entries[i];
        const struct node *mine = node_get(over, e.key->text);
        if (mine != NULL && takes_away(mine))
            continue;
        if (mine != NULL) {
            e.key = (struct node *)node_key(over, e.key->text);
            e.value = (struct node *)lay_value(a, e.value, mine, depth);
        }
        keep_entry(out, out->index, e);
    }
    for (size_t i = 0; i < over->count; i++)
        if (node_get(under, over->entries[i].key->text) == NULL)
            keep_entry(out, out->index, over->entries[i]);
    return out;
}

/* ---- the chain ---- */

static bool is_in(const struct chain *c, const char *name)
{
    for (size_t i = 0; i < c->names.len; i++)
        if (strcmp(c->names.at[i], name) == 0)
            return true;
    return false;
}

/* The next folder, or NULL; says what is wrong with its name. */
static const char *next_folder(struct reader *r, const struct chain *c,
                               const char *templates, const struct node *base,
                               const char *own)
{
    if (!expect_kind(r, base, NODE_TEXT, "the name of a folder"))
        return NULL;
    if (is_in(c, base->text)) {
        diag(r->d, DIAG_BASE_CIRCLE, base->pos,
             "\"%s\" builds on itself; leave \"base:\" out of one of them", base->text);
        return NULL;
    }
    const char *dir = base_folder(r->a, templates, base->text, own);
    if (dir == NULL)
        diag(r->d, DIAG_FILE_MISSING, base->pos,
             "\"%s\"; a base is a folder under %s with a %s", base->text, templates, own);
    return dir;
}

/* Read from the top down, wanted from the ground up. */
static void turn(struct chain *c)
{
    for (size_t i = 0, j = c->names.len; i + 1 < j; i++) {
        j--;
        const char *name = c->names.at[i], *dir = c->dirs.at[i];
        c->names.at[i] = c->names.at[j], c->dirs.at[i] = c->dirs.at[j];
        c->names.at[j] = name, c->dirs.at[j] = dir;
    }
}

/* A file without `base:`, which has done its work and is no part of what is read. */
static const struct node *without_base(struct arena *a, const struct node *file)
{
    struct node key = {.text = "base", .len = 4}, gone = {.empty = true};
    struct entry without = {&key, &gone};
    const struct node no_base = {
        .kind = NODE_MAP, .pos = file->pos, .entries = &without, .count = 1};
    return node_get(file, "base") != NULL ? lay_over(a, file, &no_base, 0) : file;
}

/* What one takes away or changes is what those under it have come to. */
const struct node *base_lay(struct arena *a, const struct node *const *files,
                            size_t count, int depth)
{
    const struct node *root = count > 0 ? without_base(a, files[count - 1]) : NULL;
    for (size_t i = count; i > 1; i--)
        root = lay_over(a, root, without_base(a, files[i - 2]), depth);
    return root;
}

struct chain base_chain(struct reader *r, const char *templates, const char *name,
                        const char *file, const char *own, int depth)
{
    struct chain c = {0};
    ARRAY(const struct node *) files = {0};
    const char *dir = base_folder(r->a, templates, name, own);
    while (dir != NULL) {
        *array_push(r->a, &c.names) = name;
        *array_push(r->a, &c.dirs) = dir;
        const struct node *root = base_yaml(r, dir, file);
        const struct node *base = root != NULL ? node_get(root, "base") : NULL;
        if (root != NULL && (files.len == 0 || root->kind == NODE_MAP))
            *array_push(r->a, &files) = root;
        if (base == NULL)
            break;
        name = base->text;
        dir = next_folder(r, &c, templates, base, own);
    }
    c.root = base_lay(r->a, files.at, files.len, depth);
    turn(&c);
    return c;
}
