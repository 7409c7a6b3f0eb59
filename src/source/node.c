/* node.c -- asking a tree.  In: nodes; out: values, places, words about them.  Does not
 * know how YAML is read. */
#include "source/node.h"

#include "base/map.h"
#include "base/utf8.h"

#include <string.h>

static const struct entry *find(const struct node *map, const char *key)
{
    if (map == NULL || map->kind != NODE_MAP)
        return NULL;
    if (map->index != NULL)
        return map_get(map->index, key);
    for (size_t i = 0; i < map->count; i++)
        if (strcmp(map->entries[i].key->text, key) == 0)
            return &map->entries[i];
    return NULL;
}

const struct node *node_get(const struct node *map, const char *key)
{
    const struct entry *e = find(map, key);
    return e != NULL ? e->value : NULL;
}

const struct node *node_key(const struct node *map, const char *key)
{
    const struct entry *e = find(map, key);
    return e != NULL ? e->key : NULL;
}

/* Where byte `at` of the text stands: by the last offset that is not behind it. */
static size_t file_offset(const struct node *n, size_t at)
{
    size_t low = 0, high = n->offset_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (n->offsets[middle].value <= at)
            low = middle;
        else
            high = middle;
    }
    size_t end = n->pos.at + n->pos.len;
    size_t place = n->offsets[low].file + (at - n->offsets[low].value);
    return place < end ? place : end;
}

struct pos node_pos(const struct node *n, size_t at, size_t len)
{
    if (n->kind != NODE_TEXT || n->offset_count == 0)
        return n->pos;
    if (at > n->len)
        at = n->len;
    if (len > n->len - at)
        len = n->len - at;
    size_t start = file_offset(n, at);
    size_t end = file_offset(n, at + len); /* so that an escape is marked whole */
    return (struct pos){
        .file = n->pos.file, .at = start, .len = end > start ? end - start : 0};
}

size_t node_end(const struct node *n)
{
    const char *file = n->pos.file->text;
    bool open = file[n->pos.at] == '[' || file[n->pos.at] == '{';
    size_t end = n->pos.at + n->pos.len;
    if (n->kind == NODE_TEXT) {
        while (end > n->pos.at && strchr(" \n", file[end - 1]) != NULL)
            end--;
        return end;
    }
    if (n->count > 0)
        end = node_end(n->kind == NODE_MAP ? n->entries[n->count - 1].value
                                           : n->items[n->count - 1]);
    else
        end = n->pos.at;
    return open ? end + strcspn(file + end, "]}") + 1 : end;
}

const struct node *node_of_file(struct arena *a, const struct file *f)
{
    struct node *n = NEW(a, struct node);
    struct offset *start = NEW(a, struct offset);
    *n = (struct node){.kind = NODE_TEXT,
                       .pos = {.file = f, .at = 0, .len = f->len},
                       .style = TEXT_MARKDOWN,
                       .text = f->text,
                       .len = f->len,
                       .empty = f->len == 0,
                       .offsets = start,
                       .offset_count = 1};
    return n;
}

/* A text is quoted up to its first line end, and not far. */
static const char *describe_text(struct arena *a, const struct node *n)
{
    enum { SHOWN = 40 };
    size_t len = strcspn(n->text, "\n");
    if (len == n->len && len <= SHOWN)
        return arena_printf(a, "text \"%s\"", n->text);
    len = utf8_cut(n->text, len, SHOWN);
    return arena_printf(a, "text \"%.*s…\"", (int)len, n->text);
}

const char *node_describe(struct arena *a, const struct node *n)
{
    switch (n->kind) {
    case NODE_TEXT: return n->empty ? "nothing" : describe_text(a, n);
    case NODE_LIST: return n->count == 0 ? "an empty list" : "a list";
    case NODE_MAP: return n->count == 0 ? "an empty map" : "a map";
    }
    bug("node of kind %d", (int)n->kind);
}

bool node_same(const struct node *x, const struct node *y)
{
    bool same = x->kind == y->kind && x->count == y->count;
    if (same && x->kind == NODE_TEXT)
        return x->empty == y->empty && strcmp(x->text, y->text) == 0;
    for (size_t i = 0; same && i < x->count; i++)
        same = x->kind == NODE_LIST
                   ? node_same(x->items[i], y->items[i])
                   : node_same(x->entries[i].key, y->entries[i].key) &&
                         node_same(x->entries[i].value, y->entries[i].value);
    return same;
}

static const char *style_name(enum text_style style)
{
    switch (style) {
    case TEXT_PLAIN: return "plain";
    case TEXT_QUOTED: return "quoted";
    case TEXT_BLOCK: return "block";
    case TEXT_MARKDOWN: return "markdown";
    }
    bug("text of style %d", (int)style);
}

static void dump_text(const struct node *n, struct buf *out)
{
    buf_printf(out, "%s ", n->empty ? "empty" : style_name(n->style));
    buf_json(out, n->text);
}

static void dump(const struct node *n, int depth, struct buf *out)
{
    struct place place = pos_place(n->pos);
    buf_printf(out, "%d:%d ", place.line, place.column);
    if (n->kind == NODE_TEXT)
        dump_text(n, out);
    else
        buf_printf(out, "%s of %zu", n->kind == NODE_LIST ? "list" : "map", n->count);
    buf_char(out, '\n');
    for (size_t i = 0; n->kind == NODE_LIST && i < n->count; i++) {
        buf_printf(out, "%*s- ", 2 * depth + 2, "");
        dump(n->items[i], depth + 1, out);
    }
    for (size_t i = 0; n->kind == NODE_MAP && i < n->count; i++) {
        buf_printf(out, "%*s", 2 * depth + 2, "");
        buf_json(out, n->entries[i].key->text);
        buf_str(out, ": ");
        dump(n->entries[i].value, depth + 1, out);
    }
}

void node_dump(const struct node *n, struct buf *out)
{
    dump(n, 0, out);
}
