/* yaml.c -- any text is a tree or is said to be none, and every byte of a scalar has a
 * place within the scalar. */
#include "fuzz.h"

#include "source/node.h"

static void check_place(const struct node *n, size_t at)
{
    struct pos pos = node_pos(n, at, 1);
    size_t end = n->pos.at + n->pos.len;
    fuzz_holds(pos.at >= n->pos.at && pos.at + pos.len <= end && end <= n->pos.file->len);
}

static void check_node(const struct node *n)
{
    for (size_t i = 0; n->kind == NODE_TEXT && i <= n->len; i++)
        check_place(n, i);
    for (size_t i = 0; n->kind == NODE_LIST && i < n->count; i++)
        check_node(n->items[i]);
    for (size_t i = 0; n->kind == NODE_MAP && i < n->count; i++) {
        const struct entry *e = &n->entries[i];
        check_node(e->key);
        check_node(e->value);
        fuzz_holds(node_get(n, e->key->text) == e->value);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    const struct file *f = fuzz_text(a, d, bytes, len);
    const struct node *root = f != NULL ? source_parse(a, d, f) : NULL;
    if (root != NULL)
        check_node(root);
    fuzz_said(a, d, root != NULL);
    arena_free(a);
    return 0;
}
