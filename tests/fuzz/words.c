/* words.c -- any text is the wordings of a programme or is said to be none. */
#include "fuzz.h"

#include "model/words.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    const struct file *f = fuzz_text(a, d, bytes, len);
    const struct node *root = f != NULL ? source_parse(a, d, f) : NULL;
    size_t count = 0;
    if (root != NULL) {
        const struct word *const *all = words_all(words_parse(a, d, root, NULL), &count);
        for (size_t i = 0; i < count; i++)
            fuzz_place(all[i]->pos);
    }
    fuzz_said(a, d, root != NULL);
    arena_free(a);
    return 0;
}
