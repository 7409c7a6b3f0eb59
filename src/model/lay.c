/* lay.c -- YAML files laid over one another.  Comes in: trees, the nearest first; goes
 * out: one, in which each value is that of the nearest that says it.  Maps are laid over
 * key by key, a map over a list item by item; all else is replaced.  Knows of the files
 * no more than that items have an `id` or a `name`, and that a map with `kind` or `by`
 * says anew what something is. */
#include "base/map.h"
#include "model/base.h"

#include <string.h>

/* One laying: of programmes what says its kind is said anew as a whole. */
struct laying {
    struct reader *r;
    bool kinds;
};

static const struct node *lay_over(const struct laying *y, const struct node *under,
                                   const struct node *over, int depth);

static bool is_text(const struct node *n)
{
    return n != NULL && n->kind == NODE_TEXT;
}

/* Texts in languages are one value: a translation without its original would be stale. */
static bool is_in_languages(const struct node *map)
{
    return node_get(map, "en") != NULL || node_get(map, "cy") != NULL;
}

/* A field's kind, the way of judging a level: the rest of it is of that kind. */
static bool says_kind(const struct laying *y, const struct node *map)
{
    return y->kinds && (is_text(node_get(map, "kind")) || is_text(node_get(map, "by")));
}

static bool takes_away(const struct node *n)
{
    return n->kind == NODE_TEXT && n->empty;
}

/* ---- a list, item by item ---- */

/* A list that changes. */
struct laid {
    const struct laying *y;
    const char *key; /* what names its items: "id" or "name"; "": they are words */
    ARRAY(struct node *) items;
};

/* What a list's items are known by; NULL when by nothing. */
static const char *name_key(const struct node *list)
{
    const struct node *first = list->count > 0 ? list->items[0] : NULL;
    if (first == NULL || first->kind == NODE_LIST)
        return NULL;
    return first->kind == NODE_TEXT          ? ""
           : node_get(first, "id") != NULL   ? "id"
           : node_get(first, "name") != NULL ? "name"
                                             : NULL;
}

static const char *item_name(const struct laid *l, const struct node *item)
{
    const struct node *name = item->kind == NODE_TEXT || item->kind == NODE_LIST
                                  ? item
                                  : node_get(item, l->key);
    return is_text(name) ? name->text : "";
}

static size_t item_index(const struct laid *l, const char *name)
{
    size_t i = 0;
    while (i < l->items.len && strcmp(item_name(l, l->items.at[i]), name) != 0)
        i++;
    return i;
}

static void say_no_item(struct laid *l, const struct node *at, const char *name)
{
    const char **names = NEW_ARRAY(l->y->r->a, const char *, l->items.len + 1);
    for (size_t i = 0; i < l->items.len; i++)
        names[i] = item_name(l, l->items.at[i]);
    choose(l->y->r, DIAG_VALUE_UNKNOWN, at->pos, name, names, l->items.len);
}

static struct node *item_take(struct laid *l, size_t i)
{
    struct node *item = l->items.at[i];
    l->items.len--;
    for (; i < l->items.len; i++)
        l->items.at[i] = l->items.at[i + 1];
    return item;
}

static void item_put(struct laid *l, size_t at, struct node *item)
{
    *array_push(l->y->r->a, &l->items) = item;
    for (size_t i = l->items.len - 1; i > at; i--)
        l->items.at[i] = l->items.at[i - 1];
    l->items.at[at] = item;
}

/* Where `before:` or `after:` of what changes an item wants it; `stays` where neither
 * stands there, or names no item. */
static size_t wanted_place(struct laid *l, const struct node *change, size_t stays)
{
    static const char *const places[] = {"before", "after"};
    for (size_t i = 0; i < LEN(places) && change->kind == NODE_MAP; i++) {
        const struct node *place = node_get(change, places[i]);
        if (!is_text(place))
            continue;
        size_t at = item_index(l, place->text);
        if (at < l->items.len)
            return at + i;
        say_no_item(l, place, place->text);
    }
    return stays;
}

/* An entry of a map over a list without what says where the item stands. */
static const struct node *without_place(struct reader *r, const struct node *change)
{
    struct node *out = NEW(r->a, struct node);
    if (change->kind != NODE_MAP)
        return change;
    *out = (struct node){.kind = NODE_MAP, .pos = change->pos};
    out->entries = NEW_ARRAY(r->a, struct entry, change->count + 1);
    for (size_t i = 0; i < change->count; i++) {
        const char *key = change->entries[i].key->text;
        if (strcmp(key, "before") != 0 && strcmp(key, "after") != 0)
            out->entries[out->count++] = change->entries[i];
    }
    return out;
}

/* An item that the list under it does not have; its key names it. */
static struct node *new_item(struct laid *l, const struct entry *e)
{
    struct node *id = NEW(l->y->r->a, struct node);
    *id = (struct node){
        .kind = NODE_TEXT, .text = l->key, .len = strlen(l->key), .pos = e->key->pos};
    struct entry named = {id, e->key};
    const struct node only = {.kind = NODE_MAP, .entries = &named, .count = 1};
    if (l->key[0] == '\0')
        return e->key;
    if (e->value->kind != NODE_MAP)
        return e->value; /* the reader of the list says what it should be */
    return (struct node *)lay_over(l->y, &only, without_place(l->y->r, e->value), 0);
}

/* Changes one item, takes it away or adds it, and puts it where it is wanted. */
static void change_item(struct laid *l, const struct entry *e, int depth)
{
    size_t at = item_index(l, e->key->text);
    bool there = at < l->items.len;
    if (!there && takes_away(e->value)) {
        say_no_item(l, e->key, e->key->text);
        return;
    }
    struct node *item = there ? item_take(l, at) : new_item(l, e);
    if (takes_away(e->value))
        return;
    if (there && l->key[0] != '\0')
        item = (struct node *)(e->value->kind == NODE_MAP
                                   ? lay_over(l->y, item,
                                              without_place(l->y->r, e->value), depth)
                                   : e->value);
    item_put(l, wanted_place(l, e->value, at), item);
}

static const struct node *lay_list(const struct laying *y, const struct node *under,
                                   const struct node *over, int depth)
{
    struct laid l = {.y = y, .key = name_key(under)};
    for (size_t i = 0; i < under->count; i++)
        *array_push(y->r->a, &l.items) = under->items[i];
    for (size_t i = 0; i < over->count; i++)
        change_item(&l, &over->entries[i], depth);
    struct node *out = NEW(y->r->a, struct node);
    *out = (struct node){
        .kind = NODE_LIST, .pos = over->pos, .items = l.items.at, .count = l.items.len};
    return out;
}

/* ---- a map, key by key ---- */

static const struct node *lay_value(const struct laying *y, const struct node *under,
                                    const struct node *over, int depth)
{
    if (depth == 0 || over->kind != NODE_MAP)
        return over;
    if (under->kind == NODE_LIST && name_key(under) != NULL)
        return lay_list(y, under, over, depth - 1);
    if (under->kind != NODE_MAP || is_in_languages(under) || is_in_languages(over) ||
        says_kind(y, over))
        return over;
    return lay_over(y, under, over, depth - 1);
}

static void keep_entry(struct node *map, const struct map *index, struct entry e)
{
    map->entries[map->count] = e;
    map_put((struct map *)index, e.key->text, &map->entries[map->count]);
    map->count++;
}

/* The keys of `under` in their order, then those that `over` adds.  An empty value takes
 * away what stands under it. */
static const struct node *lay_over(const struct laying *y, const struct node *under,
                                   const struct node *over, int depth)
{
    struct node *out = NEW(y->r->a, struct node);
    *out = (struct node){.kind = NODE_MAP, .pos = over->pos, .index = map_new(y->r->a)};
    out->entries = NEW_ARRAY(y->r->a, struct entry, under->count + over->count + 1);
    for (size_t i = 0; i < under->count; i++) {
        struct entry e = under->entries[i];
        const struct node *mine = node_get(over, e.key->text);
        if (mine != NULL && takes_away(mine))
            continue;
        if (mine != NULL) {
            e.key = (struct node *)node_key(over, e.key->text);
            e.value = (struct node *)lay_value(y, e.value, mine, depth);
        }
        keep_entry(out, out->index, e);
    }
    for (size_t i = 0; i < over->count; i++)
        if (node_get(under, over->entries[i].key->text) == NULL)
            keep_entry(out, out->index, over->entries[i]);
    return out;
}

/* ---- files ---- */

/* A file without `base:`, which has done its work and is no part of what is read. */
static const struct node *without_base(const struct laying *y, const struct node *file)
{
    struct node key = {.text = "base", .len = 4}, gone = {.empty = true};
    struct entry without = {&key, &gone};
    const struct node no_base = {
        .kind = NODE_MAP, .pos = file->pos, .entries = &without, .count = 1};
    return node_get(file, "base") != NULL ? lay_over(y, file, &no_base, 0) : file;
}

/* What one takes away or changes is what those under it have come to. */
const struct node *base_lay(struct reader *r, const struct node *const *files,
                            size_t count, int depth)
{
    const struct laying y = {r, depth == LAY_ALL};
    const struct node *root = count > 0 ? without_base(&y, files[count - 1]) : NULL;
    for (size_t i = count; i > 1; i--)
        root = lay_over(&y, root, without_base(&y, files[i - 2]), depth);
    return root;
}

const struct node *base_lay_over(struct reader *r, const struct node *under,
                                 const struct node *over)
{
    return lay_over(&(const struct laying){r, true}, under, over, LAY_ALL);
}
