/* inspection.c -- any text is an inspection or is said to be none.  The programme is that
 * of tests/compose. */
#include "fuzz.h"

#include "base/bounds.h"
#include "score/score.h"

#define CASES ROOT "/tests/compose"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    const struct file *answers =
        file_read_bytes(a, d, CASES "/bare/answers.csv", CSV_BYTES, (struct pos){0});
    fuzz_put(a, "inspection.yaml", bytes, len);
    fuzz_put(a, "answers.csv", answers->text, answers->len);
    const struct inspection *in =
        inspection_load(a, d, CASES "/templates", fuzz_folder());
    if (in != NULL && diags_errors(d) == 0)
        score_inspection(a, d, in);
    fuzz_said(a, d, in != NULL);
    arena_free(a);
    return 0;
}
