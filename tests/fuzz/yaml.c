/* libFuzzer target of the readers: any bytes end in a tree, a table or diagnostics, and
 * every byte of a text has a place within its file.
 *
 *     clang -g -O1 -fsanitize=fuzzer,address,undefined -D_POSIX_C_SOURCE=200809L -Isrc \
 *         tests/fuzz/yaml.c src/base/[a-z]*.c src/source/[a-z]*.c -lyaml -licuuc -o fuzz
 *     ./fuzz -max_len=4096 CORPUS tests/hostile/yaml */
#include "base/file.h"
#include "source/csv.h"
#include "source/node.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void check_place(const struct node *n, size_t at)
{
    struct pos pos = node_pos(n, at, 1);
    size_t end = n->pos.at + n->pos.len;
    if (pos.at < n->pos.at || pos.at + pos.len > end || end > n->pos.file->len)
        abort();
}

static void check_node(const struct node *n)
{
    for (size_t i = 0; n->kind == NODE_TEXT && i <= n->len; i++)
        check_place(n, i);
    for (size_t i = 0; n->kind == NODE_LIST && i < n->count; i++)
        check_node(n->items[i]);
    for (size_t i = 0; n->kind == NODE_MAP && i < n->count; i++) {
        check_node(n->entries[i].key);
        check_node(n->entries[i].value);
        if (node_get(n, n->entries[i].key->text) != n->entries[i].value)
            abort();
    }
}

static void check_table(const struct table *t)
{
    for (size_t i = 0; i < t->rows * t->columns; i++)
        if (t->cells[i].text == NULL || t->cells[i].pos.at > t->file->len)
            abort();
}

/* What is NULL has been said, and what was said can be printed. */
static void check_said(struct arena *a, struct diags *d, bool read)
{
    struct buf out = buf_new(a);
    diags_print(d, DIAG_HUMAN, &out);
    if (!read && diags_errors(d) == 0)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct arena *a = arena_new();
    struct diags *d = diags_new(a), *csv_d = diags_new(a);
    const struct file *f = file_of_text(a, d, "fuzz.yaml", (const char *)bytes, len);
    const struct node *root = f != NULL ? source_parse(a, d, f) : NULL;
    if (root != NULL)
        check_node(root);
    check_said(a, d, root != NULL);
    const struct table *t = f != NULL ? csv_parse(a, csv_d, f) : NULL;
    if (t != NULL)
        check_table(t);
    if (f != NULL)
        check_said(a, csv_d, t != NULL);
    arena_free(a);
    return 0;
}
