/* untranslated.c -- what a Welsh proof prints where the Welsh has not come: a label in
 * Welsh, then English words with English figures, terms and quotation marks; footnotes
 * named in it have a translation of their own. */
#include "compose/compose.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants those before it */
#include <cmocka.h>

#define CASES ROOT "/tests/compose"

static void leave_untranslated(struct arena *a, struct block *b, const char *state)
{
    struct inline_node *n = NEW(a, struct inline_node);
    *n = (struct inline_node){.kind = INLINE_UNTRANSLATED,
                              .pos = b->pos,
                              .text = "en",
                              .source = state,
                              .child = b->inlines};
    b->inlines = n;
}

static const char *composed(struct arena *a)
{
    struct diags *d = diags_new(a);
    struct buf out = buf_new(a);
    const struct inspection *in =
        inspection_load(a, d, CASES "/templates", CASES "/marks");
    assert_non_null(in);
    struct block *text = (struct block *)inspection_value(in, "text")->blocks;
    leave_untranslated(a, text, "missing");
    leave_untranslated(a, text->next, "stale");
    const struct scores *s = score_inspection(a, d, in);
    const struct report *r = compose(a, d, s, "report", LANG_CY, STAGE_PROOF);
    assert_non_null(r);
    report_dump(r, &out);
    return out.at;
}

static void test_untranslated(void **state)
{
    (void)state;
    static const struct {
        const char *what, *printed;
    } rows[] = {
        {"label in Welsh, figures in English",
         "<untranslated lang=\"en\" state=\"missing\"><span lang=\"cy\"><strong>Heb ei "
         "gyfieithu:</strong> </span><fig>Three of the four cases (75%)</fig> were done"},
        {"vague words", "<fig>all but one</fig> were in time"},
        {"the area's English form", "We were in Severnside until June 2012."},
        {"another label", "<strong>Wedi newid:</strong>"},
        {"English terms are expanded", "Risk of serious harm (RoSH)"},
        {"the note is in the report's language", "<note lang=\"cy\" name=\"a\""},
        {"an editor's query, too", "<query><strong>Query:</strong> is it so</query>"},
        {"what is not marked stays Welsh", "Darllenom <fig>4</fig> o achosion."},
    };
    struct arena *a = arena_new();
    const char *got = composed(a);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (strstr(got, rows[i].printed) == NULL)
            fail_msg("%s: no %s in\n%s", rows[i].what, rows[i].printed, got);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_untranslated)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
