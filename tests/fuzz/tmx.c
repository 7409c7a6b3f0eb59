/* tmx.c -- any text is pairs or is said to be none; what is written of them says the same
 * when it is read. */
#include "fuzz.h"

#include "translate/memory.h"

#include <string.h>

/* What a memory that has read `f` writes; "" when it could not. */
static struct buf written(struct arena *a, struct diags *d, const struct file *f)
{
    struct buf out = buf_new(a);
    struct memory *m = memory_new(a);
    bool read = memory_read(m, d, f);
    fuzz_said(a, d, read);
    if (read)
        memory_write(m, "1", &out);
    return out;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    const struct file *f = fuzz_text(a, d, bytes, len);
    struct buf once = f != NULL ? written(a, d, f) : buf_new(a);
    if (once.len > 0 && diags_errors(d) == 0) {
        const struct file *again = file_of_text(a, d, "again", once.at, once.len);
        fuzz_holds(again != NULL && strcmp(written(a, d, again).at, once.at) == 0);
    }
    arena_free(a);
    return 0;
}
