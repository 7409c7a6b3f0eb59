/* reply.c -- the reply to comments, as the house's template makes it.  A case names a
 * report, the language, and how many of the comments below there are:
 * "porthelyrch-2013 cy 6". */
#include "compose/compose.h"
#include "proof/proof.h"

#include "../golden.h"

#include <stdio.h>

static const struct answered ANSWERS[] = {
    {.ref = "1.2 A(3)",
     .comment = "It wasn't late.\n\n  It was \"early\".",
     .author = "Joan Hale",
     .reason = "((cases)) say so",
     .decision = DECISION_ACCEPTED,
     .was = "It was late.",
     .now = "It was early."},
    {.ref = "Scores p1",
     .comment = "See above.",
     .author = "Owain Rees",
     .reason = "It was **not**.\nNor is it.",
     .decision = DECISION_NOT,
     .was = "The same.",
     .now = "The same."},
    {.ref = "",
     .comment = "Who needs an Asset?",
     .author = "Joan Hale",
     .reason = "Thank you",
     .decision = DECISION_ACCEPTED},
    {.ref = "Fwd p2",
     .comment = "Take it out.",
     .author = "",
     .reason = "Gone",
     .decision = DECISION_PART,
     .was = "It is there."},
    {.ref = "1.1 S(1)",
     .comment = "",
     .author = "",
     .reason = "",
     .decision = DECISION_OPEN,
     .was = "It was so then.",
     .now = "It was so now."},
    {.ref = "1.1 S(2)",
     .comment = "",
     .author = "",
     .reason = "",
     .decision = DECISION_OPEN,
     .now = "It is new."},
    {.ref = "1.1 S(3)",
     .comment = "",
     .author = "",
     .reason = "",
     .decision = DECISION_OPEN,
     .was = "It was there."},
};

static void print_reply(struct arena *a, struct diags *d, const char *path,
                        struct buf *out)
{
    char name[40], lang[3];
    size_t count;
    enum lang l = LANG_EN;
    const struct file *f = file_read(a, d, path, 100, (struct pos){0});
    assert_int_equal(sscanf(f->text, "%39s %2s %zu", name, lang, &count), 3);
    assert_true(count <= LEN(ANSWERS));
    lang_parse(lang, &l);
    struct diags *unsaid = diags_new(a); /* of the report, half of which is English */
    const char *dir = path_join(a, ROOT "/examples", name);
    const struct inspection *in = inspection_load(a, unsaid, ROOT "/templates", dir);
    const struct scores *s = score_inspection(a, unsaid, in);
    const struct report *now = compose(a, unsaid, s, "report", l, STAGE_PROOF);
    const struct date date = {2014, 6, 1};
    const struct report *reply = answers_report(a, d, s, now, date, ANSWERS, count);
    assert_non_null(reply);
    report_dump(reply, out);
}

static void reply(void **state)
{
    (void)state;
    check_folder(ROOT "/tests/unit/proof/cases", ".reply", 3, print_reply);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(reply)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
