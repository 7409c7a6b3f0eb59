/* template.c -- any text is a template that makes a report or is said to be none.  The
 * programme and the inspection are those of tests/compose, read once. */
#include "fuzz.h"

#include "compose/compose.h"

#define CASES ROOT "/tests/compose"

static const struct inspection *bare(void)
{
    static const struct inspection *in;
    static struct arena *a;
    if (in == NULL) {
        struct diags *d = diags_new(a = arena_new());
        in = inspection_load(a, d, CASES "/templates", CASES "/bare");
        fuzz_holds(in != NULL && diags_errors(d) == 0);
    }
    return in;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    struct document_kind document = {.name = "report",
                                     .template = fuzz_path(a, bytes, len)};
    struct inspection in = *bare();
    struct programme p = *in.programme;
    p.documents = &document;
    p.document_count = 1;
    in.programme = &p;
    const struct scores *s = score_inspection(a, d, &in);
    const struct report *r = compose(a, d, s, "report", LANG_EN, STAGE_PROOF);
    fuzz_said(a, d, r != NULL);
    arena_free(a);
    return 0;
}
