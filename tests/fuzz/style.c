/* style.c -- any text is a house's look or is said to be none. */
#include "fuzz.h"

#include "style/style.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    const struct file *f = fuzz_text(a, d, bytes, len);
    const struct node *root = f != NULL ? source_parse(a, d, f) : NULL;
    fuzz_said(a, d, root != NULL && style_parse(a, d, root) != NULL);
    arena_free(a);
    return 0;
}
