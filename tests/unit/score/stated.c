/* The published score card of 2009, and the digits that character recognition misread in
 * it: which of them the checks find, and how. */
#define _XOPEN_SOURCE 700 /* mkdtemp */
#include "score/score.h"

#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* In the block that begins with `block`, the first `old` behind it becomes `new`. */
static const struct {
    const char *what, *block, *old, *new;
    const char *says; /* "": nothing */
} rows[] = {
    {"as published", "scores:", "78", "78", ""},
    {"table repeats 79 as 26", "    all:", "safeguarding: 79", "safeguarding: 26",
     "safeguarding with 26% here and with 79% above"},
    {"table repeats 80 as 08", "    all:", "\"3.2\": 80", "\"3.2\": 8",
     "3.2 with 8% here and with 80% above"},
    {"79 read as 26", "authority=Second:", "reoffending: 79", "reoffending: 26",
     "reoffending with 78%, but its parts by authority go from 26% to 77%"},
    {"combined above both", "scores:", "\"2.2\": 86", "\"2.2\": 88",
     "2.2 with 88%, but its parts by authority go from 86% to 87%"},
    {"70 read as 20", "authority=Second:", "\"2.1\": 70", "\"2.1\": 20",
     "2.1: authority=First would have 90% of all answers, elsewhere about"},
    {"section above its criteria", "scores:", "\"3\": 66", "\"3\": 81",
     "section 3 with 81%, but its criteria go from 59% to 80%"},
    {"section of a part below its criteria", "authority=Second:", "\"1\": 77",
     "\"1\": 73",
     "section 1 where authority=Second with 73%, but its criteria go from 74% to 79%"},
    {"a part that is none", "scores:", "authority=Second", "authority=Third",
     "[MARK_WHERE]"},
    {"a part that is not all of a value", "scores:", "authority=Second",
     "authority!=First", "scores are stated of column=value"},
    {"an authority that is none", "authorities:", "{value: Second,", "{value: Secnd,",
     "\"Secnd\"; did you mean Second?"},
    {"no column of authorities", "columns:", "authority: [First, Second]", "",
     "the column \"authority\", of which this is a value"},
    {"a part without all scores", "authority=First:", "\"3\": 69", "", "[KEY_MISSING]"},
};

static const char *changed(struct arena *a, const char *text, const char *block,
                           const char *old, const char *new)
{
    const char *from = strstr(text, block);
    assert_non_null(from);
    const char *at = strstr(from, old);
    assert_non_null(at);
    return arena_printf(a, "%.*s%s%s", (int)(at - text), text, new, at + strlen(old));
}

static const struct file *published(struct arena *a, struct diags *d)
{
    const struct file *f = file_read(a, d, ROOT "/tests/score/card-2009/inspection.yaml",
                                     1 << 16, (struct pos){0});
    assert_non_null(f);
    return f;
}

static const char *said(struct arena *a, struct diags *d)
{
    struct buf b = buf_new(a);
    diags_print(d, DIAG_SHORT, &b);
    return b.at;
}

/* All that is said of a report with this text. */
static const char *said_of(struct arena *a, struct diags *d, const char *text)
{
    char dir[] = "/tmp/gwasg-stated-XXXXXX";
    assert_non_null(mkdtemp(dir));
    const char *path = path_join(a, dir, "inspection.yaml");
    assert_true(file_replace(a, d, path, text, strlen(text)));
    const struct inspection *in = inspection_load(a, d, ROOT "/templates", dir);
    if (diags_errors(d) == 0)
        score_inspection(a, d, in);
    unlink(path);
    rmdir(dir);
    return said(a, d);
}

static void misread(void **state)
{
    (void)state;
    for (size_t i = 0; i < LEN(rows); i++) {
        struct arena *a = arena_new();
        struct diags *d = diags_new(a);
        const char *text =
            changed(a, published(a, d)->text, rows[i].block, rows[i].old, rows[i].new);
        const char *got = said_of(a, d, text);
        bool right =
            rows[i].says[0] == '\0' ? got[0] == '\0' : strstr(got, rows[i].says) != NULL;
        if (!right)
            fail_msg("%s: wanted \"%s\", got \"%s\"", rows[i].what, rows[i].says, got);
        arena_free(a);
    }
}

/* ---- figures of parts ---- */

static const struct {
    const char *mark;
    int percent;
    const char *says;
} marks[] = {
    {"score 2.1", 75, ""},
    {"score 2.1 where authority=First", 81, ""},
    {"score 2.1 where authority=Second", 70, ""},
    {"score 3 % where authority=First", 69, ""},
    {"score safeguarding where authority=Second", 76, ""},
    {"score safeguarding n where authority=Second", SCORE_NONE, "only their percentage"},
    {"score 2.1 where custody", SCORE_NONE, "add the part \"custody\""},
};

static void parts(void **state)
{
    (void)state;
    for (size_t i = 0; i < LEN(marks); i++) {
        struct arena *a = arena_new();
        struct diags *d = diags_new(a);
        const struct inspection *in =
            inspection_load(a, d, ROOT "/templates", ROOT "/tests/score/card-2009");
        const struct scores *s = score_inspection(a, d, in);
        const struct figure_ask *ask =
            figure_parse_text(a, d, in->programme, in, marks[i].mark, (struct pos){0});
        assert_non_null(ask);
        int got = figure_count(d, s, ask).percent;
        if (got != marks[i].percent || strstr(said(a, d), marks[i].says) == NULL)
            fail_msg("%s: got %d, said \"%s\"", marks[i].mark, got, said(a, d));
        arena_free(a);
    }
}

/* What `gwasg scores` prints of an authority. */
static void by_column(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    const struct inspection *in =
        inspection_load(a, d, ROOT "/templates", ROOT "/tests/score/card-2009");
    size_t column = in->column_count - 1;
    const struct condition second = {(int)column, 1, CONDITION_IS};
    const struct scores *s = score_part(a, in, second);
    assert_int_equal(s->judged[LEVEL_CRITERION][3].percent, 70);
    assert_int_equal(s->judged[LEVEL_SECTION][2].percent, 64);
    assert_int_equal(s->judged[LEVEL_HEADLINE][0].percent, 76);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(misread),
        cmocka_unit_test(parts),
        cmocka_unit_test(by_column),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
