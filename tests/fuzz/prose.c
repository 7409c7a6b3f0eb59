/* prose.c -- any text is blocks whose inline nodes have a place, and can be printed; what
 * is not printed has been said. */
#include "fuzz.h"

#include "prose/prose.h"

static void check_inline(const struct inline_node *n, void *data)
{
    (void)data;
    fuzz_place(n->pos);
    for (size_t i = 0; i < n->word_count; i++)
        fuzz_place(n->words[i].pos);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    const struct file *f = fuzz_text(a, d, bytes, len);
    if (f != NULL) {
        const struct node *text = node_of_file(a, f);
        const struct block *blocks = prose_parse(a, d, text);
        struct buf out = buf_new(a);
        prose_walk(blocks, check_inline, NULL);
        prose_dump(blocks, &out);
        prose_plain(a, prose_parse_line(a, d, text));
        fuzz_said(a, d, true);
    }
    arena_free(a);
    return 0;
}
