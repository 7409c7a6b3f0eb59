/* Percentages, bands of judgement, and a report built again from its counts alone. */
#define _XOPEN_SOURCE 700 /* mkdtemp */
#include "score/score.h"

#include "base/file.h"
#include "score/judge.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static const struct {
    const char *what;
    struct score score;
    int percent;
} percents[] = {
    {"nothing applied", {0, 0, SCORE_NONE}, SCORE_NONE},
    {"none sufficient", {0, 7, SCORE_NONE}, 0},
    {"all sufficient", {7, 7, SCORE_NONE}, 100},
    {"half rounds up", {125, 1000, SCORE_NONE}, 13},
    {"37.5", {6, 16, SCORE_NONE}, 38},
    {"just under a half", {124, 1000, SCORE_NONE}, 12},
    {"99.5", {199, 200, SCORE_NONE}, 100},
    {"99.4", {994, 1000, SCORE_NONE}, 99},
    {"0.5", {1, 200, SCORE_NONE}, 1},
    {"a third", {1, 3, SCORE_NONE}, 33},
    {"two thirds", {2, 3, SCORE_NONE}, 67},
    {"many", {4999999, 5000000, SCORE_NONE}, 100},
    {"stated", {0, 0, 74}, 74},
    {"counted beside stated", {1, 2, 74}, 50},
};

static void percent(void **state)
{
    (void)state;
    for (size_t i = 0; i < LEN(percents); i++)
        if (score_percent(percents[i].score) != percents[i].percent)
            fail_msg("%s: got %d", percents[i].what, score_percent(percents[i].score));
}

/* As in the reports from 2009 to 2012: two bands are proved, two are not. */
static const struct band bands[] = {
    {.id = "minimum", .confirmed = true, .from = 75, .to = 100},
    {.id = "moderate", .confirmed = true, .from = 59, .to = 74},
    {.id = "substantial", .from = -1, .to = -1},
    {.id = "drastic",
     .from = 0,
     .to = 40}, /* not confirmed, so its limits do not count */
};
static const struct {
    int percent, band;
    const char *possible; /* a letter for each band that is */
} judgements[] = {
    {100, 0, "0"},   {75, 0, "0"},    {74, 1, "1"},   {59, 1, "1"},
    {58, -1, "123"}, {40, -1, "123"}, {0, -1, "123"},
};

static void judged(void **state)
{
    (void)state;
    const struct programme p = {.bands = bands, .band_count = LEN(bands)};
    for (size_t i = 0; i < LEN(judgements); i++) {
        char possible[8] = "";
        for (int b = 0; b < (int)LEN(bands); b++)
            if (band_possible(&p, b, judgements[i].percent))
                possible[strlen(possible)] = (char)('0' + b);
        if (band_of(&p, judgements[i].percent) != judgements[i].band)
            fail_msg("%d: band %d", judgements[i].percent,
                     band_of(&p, judgements[i].percent));
        if (strcmp(possible, judgements[i].possible) != 0)
            fail_msg("%d: possible %s", judgements[i].percent, possible);
    }
}

/* ---- the same figures from answers and from results ---- */

static const char *const marks[] = {
    "cases",
    "cases % where custody",
    "plan-done n of where age=16 and custody",
    "plan-good % not",
    "plan-done n where plan-good",
    "level=low % where not custody",
    "reason=late n of",
    "contacts",
    "score 1.1 where office=North",
    "score safety",
    "score 1.1 n of where not plan-good",
    "plan-done n of where custody and age=16", /* the other way round above */
    "score 1.1 % where office=North",          /* asked above in another form */
    "cases n",
};

static const char answers[] =
    "case,office,sentence,age,plan-done,plan-good,custody-plan,level,reason,contacts\n"
    "A1,North,custody,16,yes,yes,yes,low,late,3\n"
    "A2,North,custody,17,yes,no,yes,high,late thin,2\n"
    "A3,South,community,16,yes,yes,,low,thin,1\n"
    "A4,South,community,17,yes,no,na,low,,0\n";
static const char yaml[] = "programme: tiny\narea: Northam\n"
                           "columns: {office: [North, South]}\n";

static void put(struct arena *a, struct diags *d, const char *dir, const char *name,
                const char *text)
{
    assert_true(file_replace(a, d, path_join(a, dir, name), text, strlen(text)));
}

/* Every figure a line, and the scores as JSON. */
static const char *figures(struct arena *a, struct diags *d, const struct scores *s,
                           const struct figure_ask **asks)
{
    struct buf b = buf_new(a);
    for (size_t i = 0; i < LEN(marks); i++) {
        asks[i] =
            figure_parse_text(a, d, s->in->programme, s->in, marks[i], (struct pos){0});
        assert_non_null(asks[i]);
        struct figure f = figure_count(d, s, asks[i]);
        buf_printf(&b, "%s: %ld/%ld %d%%\n", marks[i], f.count, f.base, f.percent);
    }
    scores_write(s, LANG_EN, SCORES_JSON, &b);
    return b.at;
}

static const struct scores *load(struct arena *a, struct diags *d, const char *dir)
{
    const struct inspection *in =
        inspection_load(a, d, ROOT "/tests/hostile/templates", dir);
    struct buf said = buf_new(a);
    diags_print(d, DIAG_SHORT, &said);
    if (diags_errors(d) > 0)
        fail_msg("%s", said.at);
    return score_inspection(a, d, in);
}

static void from_results(void **state)
{
    (void)state;
    char dir[] = "/tmp/gwasg-score-XXXXXX";
    assert_non_null(mkdtemp(dir));
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    const struct figure_ask *asks[LEN(marks)];
    put(a, d, dir, "inspection.yaml", yaml);
    put(a, d, dir, "answers.csv", answers);
    const struct scores *s = load(a, d, dir);
    const char *first = figures(a, d, s, asks);
    struct buf results = buf_new(a);
    results_write(s, asks, LEN(asks), &results);
    assert_int_equal(unlink(path_join(a, dir, "answers.csv")), 0);
    put(a, d, dir, "results.csv", results.at);
    s = load(a, d, dir);
    assert_int_equal(s->in->evidence, EVIDENCE_RESULTS);
    assert_string_equal(figures(a, d, s, asks), first);
    struct buf again = buf_new(a);
    results_write(s, asks, LEN(asks), &again);
    assert_string_equal(again.at, results.at);
    assert_int_equal(diags_errors(d), 0);
    unlink(path_join(a, dir, "results.csv"));
    unlink(path_join(a, dir, "inspection.yaml"));
    rmdir(dir);
    arena_free(a);
}

/* How often a line stands in a text. */
static size_t lines_like(const char *text, const char *line)
{
    size_t count = 0, len = strlen(line);
    for (; *text != '\0'; text += strcspn(text, "\n"), text += *text == '\n')
        count += strncmp(text, line, len) == 0 && text[len] == '\n';
    return count;
}

/* One row for each question and part, however many marks ask for it.  A part is what the
 * author wrote, so the same in another order has a row of its own. */
static void rows_once(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "cases,,4,4",
        "plan-done,,4,4",
        "plan-good,,2,4",
        "plan-done,office=North,2,2",
        "plan-good,office=North,1,2",
        "plan-done,age=16 and custody,1,1",
        "plan-done,custody and age=16,1,1",
        "reason=late,,2,3",
        "contacts,,6,4",
    };
    char dir[] = "/tmp/gwasg-score-XXXXXX";
    assert_non_null(mkdtemp(dir));
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    const struct figure_ask *asks[2 * LEN(marks)];
    put(a, d, dir, "inspection.yaml", yaml);
    put(a, d, dir, "answers.csv", answers);
    const struct scores *s = load(a, d, dir);
    figures(a, d, s, asks);
    figures(a, d, s, asks + LEN(marks));
    struct buf once = buf_new(a), twice = buf_new(a);
    results_write(s, asks, LEN(marks), &once);
    results_write(s, asks, 2 * LEN(marks), &twice);
    assert_string_equal(twice.at, once.at);
    for (size_t i = 0; i < LEN(rows); i++)
        if (lines_like(once.at, rows[i]) != 1)
            fail_msg("%s: %zu times in\n%s", rows[i], lines_like(once.at, rows[i]),
                     once.at);
    unlink(path_join(a, dir, "answers.csv"));
    unlink(path_join(a, dir, "inspection.yaml"));
    rmdir(dir);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(percent),
        cmocka_unit_test(judged),
        cmocka_unit_test(from_results),
        cmocka_unit_test(rows_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
