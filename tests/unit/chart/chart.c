/* chart.c -- drawings of charts against their dumps beside this file (WHAT.want), places
 * rounded to 0.1 pt.  ACCEPT=1 rewrites them; the reviewer reads the difference. */
#include "chart/chart.h"
#include "base/bounds.h"
#include "base/file.h"
#include "report/rule.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *const axis[CHART_TICKS] = {"0", "25%", "50%", "75%", "100%"};

struct fixture {
    struct arena *a;
    struct diags *d;
    struct style *s;
    struct faces *t;
};

static struct fixture fixture_new(void)
{
    struct fixture f = {.a = arena_new()};
    f.d = diags_new(f.a);
    const struct file *file = file_read(
        f.a, f.d, ROOT "/templates/house-plain/style.yaml", YAML_BYTES, (struct pos){0});
    const struct style *house = style_parse(f.a, f.d, source_parse(f.a, f.d, file));
    assert_non_null(house);
    f.s = NEW(f.a, struct style);
    *f.s = *house;
    f.t = text_new(f.a, f.d, f.s, ROOT "/fonts");
    assert_non_null(f.t);
    return f;
}

static void fixture_free(struct fixture f)
{
    text_free(f.t);
    arena_free(f.a);
}

static struct drawing draw(struct fixture f, const struct chart *c)
{
    return chart_draw(f.a, f.d, f.t, f.s, c, PT(453.5));
}

/* The dump of a page that holds the drawing and ends where it ends. */
static const char *drawing_dump(struct arena *a, const struct drawing *g)
{
    struct page page = {.width = g->width, .height = g->height, .label = "1"};
    struct document doc = {.pages = &page, .page_count = 1};
    doc.root = tag_new(a, NULL, TAG_DOCUMENT);
    drawing_place(a, &page, g, 0, 0, tag_new(a, doc.root, TAG_FIGURE));
    document_mark(a, &doc);
    struct buf out = buf_new(a);
    pages_dump(&doc, &out);
    return out.at;
}

static void golden(struct fixture f, const char *what, const struct drawing *g)
{
    const char *path = arena_printf(f.a, ROOT "/tests/unit/chart/%s.want", what);
    const char *got = drawing_dump(f.a, g);
    if (getenv("ACCEPT") != NULL)
        assert_true(file_replace(f.a, f.d, path, got, strlen(got)));
    const struct file *want = file_read(f.a, f.d, path, YAML_BYTES, (struct pos){0});
    assert_non_null(want);
    assert_string_equal(got, want->text);
    assert_int_equal(diags_errors(f.d), 0);
}

/* Labels that wrap, a value that has no room behind its bar, a bar that is not scored, a
 * group's score left of its triangle. */
static void scores_test(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    struct chart_bar bars[] = {
        {.number = "1.1",
         .label = "Protecting the public by minimising risk of harm to others",
         .percent = 64,
         .value = "64%",
         .remark = "Moderate",
         .fill = FILL_HATCH_UP},
        {.number = "1.2",
         .label = "Safeguarding",
         .percent = 100,
         .value = "100%",
         .remark = "Substantial",
         .fill = FILL_HATCH_DOWN},
        {.fill = FILL_SOLID,
         .number = "1.3",
         .label = "Outcomes",
         .percent = -1,
         .value = "not scored"},
    };
    struct chart_group groups[] = {
        {.label = "1. Assessment",
         .value = "Section score 76%",
         .percent = 76,
         .bars = bars,
         .bar_count = 3},
        {.label = "2. Delivery",
         .value = "Section score 97%",
         .percent = 97,
         .bars = bars,
         .bar_count = 1},
    };
    struct chart_legend legend[] = {{"Moderate", FILL_HATCH_UP, 0},
                                    {"Substantial", FILL_HATCH_DOWN, 0}};
    struct chart c = {.kind = CHART_SCORES,
                      .lang = LANG_EN,
                      .axis = axis,
                      .legend_title = "Improvement required:",
                      .legend = legend,
                      .legend_count = 2,
                      .groups = groups,
                      .group_count = 2};
    struct drawing g = draw(f, &c);
    golden(f, "scores", &g);
    fixture_free(f);
}

/* A section's title ends before the triangle of its score, and wraps for that. */
static void title_test(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    struct chart_bar bar = {
        .fill = FILL_SOLID, .label = "Outcomes", .percent = 3, .value = "3%"};
    struct chart_group groups[] = {
        {.label = "2. Delivery and review of the interventions",
         .percent = 2,
         .value = "2%"},
        {.label = "2. Delivery and review of the interventions",
         .percent = 0,
         .value = "0%"},
        {.label = "2. Delivery and review of the interventions", .percent = -1},
    };
    for (size_t i = 0; i < LEN(groups); i++) {
        groups[i].bars = &bar;
        groups[i].bar_count = 1;
    }
    struct chart c = {
        .kind = CHART_SCORES, .axis = axis, .groups = groups, .group_count = LEN(groups)};
    struct drawing g = draw(f, &c);
    golden(f, "title", &g);
    fixture_free(f);
}

static void sample_test(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    struct chart_bar bars[] = {
        {.fill = FILL_SOLID,
         .label = "12 and 13",
         .count = 5,
         .base = 62,
         .value = "5",
         .share = "(8%)"},
        {.fill = FILL_SOLID,
         .label = "Black and minority ethnic people who live elsewhere",
         .count = 50,
         .base = 62,
         .value = "50",
         .share = "(81%)"},
        {.fill = FILL_SOLID,
         .label = "None",
         .count = 0,
         .base = 62,
         .value = "0",
         .share = "(0%)"},
    };
    struct chart_group group = {.percent = -1, .bars = bars, .bar_count = 3};
    struct chart c = {
        .kind = CHART_SAMPLE, .largest = 50, .groups = &group, .group_count = 1};
    struct drawing g = draw(f, &c);
    golden(f, "sample", &g);
    fixture_free(f);
}

/* What a question did not apply to stands in words; a share of too few has no percentage,
 * a question that applied to nobody no bar; all of one kind have no white between. */
static void stacked_test(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    struct chart_bar bars[] = {
        {.fill = FILL_SOLID,
         .number = "1.",
         .label = "Was the first assessment good enough?",
         .count = 27,
         .base = 36,
         .share = "27 of 36",
         .value = "75%"},
        {.fill = FILL_SOLID,
         .number = "2.",
         .label = "Was the sentence planned and run as one piece of work, inside and "
                  "out, with all those who had a part in it?",
         .count = 3,
         .base = 3,
         .share = "3 of 3",
         .rest = "33 not applicable"},
        {.fill = FILL_SOLID, .label = "Was it sent?", .rest = "36 not applicable"},
    };
    struct chart_group group = {.percent = -1, .bars = bars, .bar_count = LEN(bars)};
    struct chart_legend legend[] = {{"Sufficient", FILL_SOLID, 0},
                                    {"Not sufficient", FILL_SHORT, 0}};
    struct chart c = {.kind = CHART_STACKED,
                      .legend = legend,
                      .legend_count = 2,
                      .groups = &group,
                      .group_count = 1};
    struct drawing g = draw(f, &c);
    golden(f, "stacked", &g);
    fixture_free(f);
}

static void range_test(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    struct drawing g = range_draw(f.a, f.s, 38, 92, 69, 82, PT(80));
    assert_int_equal(g.height, PT(18));
    golden(f, "range", &g);
    g = range_draw(f.a, f.s, -1, -1, -1, -1, PT(80));
    assert_int_equal(g.items.len, 1);
    fixture_free(f);
}

/* In a chart and in a narrow column: piles that would reach the sign lie closer; no area
 * but the own; no own. */
static void distribution_test(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    const int areas[] = {50, 62, 62, 70, 70, 70, 70, 70, 70, 70, 71, 90, 100};
    const struct chart_legend zones[] = {
        {"best", FILL_SOLID, 75}, {"next", FILL_HATCH_UP, 59}, {"more", FILL_NONE, 0}};
    struct distribution d = {areas, LEN(areas), 70, 74, FILL_HATCH_UP};
    struct drawing g =
        distribution_draw(f.a, f.s, &d, zones, LEN(zones), 45, PT(168), PT(49));
    golden(f, "distribution", &g);
    g = distribution_draw(f.a, f.s, &d, zones, LEN(zones), 30, PT(112), PT(46));
    golden(f, "distribution-narrow", &g);
    d = (struct distribution){.average = -1, .own = 40, .fill = FILL_CROSS};
    g = distribution_draw(f.a, f.s, &d, zones, LEN(zones), 35, PT(112), PT(46));
    golden(f, "distribution-alone", &g);
    d.own = -1;
    g = distribution_draw(f.a, f.s, &d, NULL, 0, 0, PT(112), PT(46));
    assert_int_equal(g.items.len, 1);
    fixture_free(f);
}

/* Answers of three kinds, none of one kind, no answer at all; words that wrap. */
static void answers_test(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    struct chart_bar three[] = {
        {.label = "Yes, every time", .count = 20, .value = "20", .fill = FILL_SOLID},
        {.label = "It depended on the day",
         .count = 9,
         .value = "9",
         .fill = FILL_HATCH_UP},
        {.label = "Never, not once", .count = 2, .value = "2", .fill = FILL_WHITE},
    };
    struct chart_bar one[] = {
        {.label = "Yes", .count = 11, .value = "11", .fill = FILL_SOLID},
        {.label = "No", .count = 0, .value = "0", .fill = FILL_WHITE},
    };
    struct chart_bar none[] = {{.label = "Yes", .fill = FILL_SOLID}};
    struct chart_group groups[] = {
        {.label = "Did your worker listen to what you said, whenever you said it?",
         .bars = three,
         .bar_count = 3},
        {.label = "Could you talk?", .bars = one, .bar_count = 2},
        {.label = "And then?", .bars = none, .bar_count = 1},
    };
    struct chart c = {.kind = CHART_ANSWERS, .groups = groups, .group_count = 3};
    struct drawing g = draw(f, &c);
    golden(f, "answers", &g);
    fixture_free(f);
}

/* Each judgement has a shape of its own. */
static void sign_test(void **state)
{
    (void)state;
    static const enum fill fills[] = {FILL_SOLID, FILL_HATCH_UP, FILL_HATCH_DOWN,
                                      FILL_CROSS, FILL_UPRIGHT,  FILL_LEVEL,
                                      FILL_GRID};
    struct fixture f = fixture_new();
    struct drawing all = {.width = PT(140), .height = PT(12)};
    for (size_t i = 0; i < LEN(fills); i++) {
        struct drawing g = sign_draw(f.a, f.s, fills[i]);
        for (size_t j = 0; j < g.items.len; j++) {
            g.items.at[j].x += (length)i * PT(20);
            *array_push(f.a, &all.items) = g.items.at[j];
        }
    }
    golden(f, "signs", &all);
    fixture_free(f);
}

static void swatch_test(void **state)
{
    (void)state;
    static const char *const names[] = {
        "solid", "hatch-up", "hatch-down", "cross",   "upright", "level", "grid",
        "short", "white",    "range",      "average", "own",     "tick"};
    struct fixture f = fixture_new();
    struct drawing all = {.width = PT(300), .height = PT(12)};
    for (size_t i = 0; i < LEN(names); i++) {
        enum fill fill = fill_named(names[i]);
        assert_int_equal(fill, i + 1);
        struct drawing g = swatch_draw(f.a, f.s, fill);
        for (size_t j = 0; j < g.items.len; j++) {
            g.items.at[j].x += (length)i * PT(20);
            *array_push(f.a, &all.items) = g.items.at[j];
        }
    }
    assert_int_equal(fill_named("dotted"), FILL_NONE);
    golden(f, "swatches", &all);
    fixture_free(f);
}

static void contrast_test(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    struct chart c = {.kind = CHART_SAMPLE};
    f.s->roles[ROLE_CHART_DOWN] = (struct colour){0xFF, 0x9A, 0x55};
    f.s->types[TYPE_CHART_AXIS].colour = (struct colour){0x99, 0x99, 0x99};
    draw(f, &c);
    draw(f, &c);
    struct buf out = buf_new(f.a);
    diags_print(f.d, DIAG_SHORT, &out);
    static const char *const said[] = {
        ": error: contrast too low: side by side in a chart: colours \"orange\" and "
        "\"white\" of house-plain have 2.10:1, but 3.0:1 is the least; make one of them "
        "darker in style.yaml [CONTRAST_LOW]\n",
        ": error: contrast too low: chart-axis of a chart has 2.85:1 on white, but 4.5:1 "
        "is the least; give type chart-axis a darker colour in style.yaml "
        "[CONTRAST_LOW]\n",
    };
    const char *line = out.at;
    for (size_t i = 0; i < LEN(said); i++) {
        const char *place = ROOT "/templates/house-plain/style.yaml:";
        assert_memory_equal(line, place, strlen(place));
        line = strstr(line, ": error");
        assert_memory_equal(line, said[i], strlen(said[i]));
        line += strlen(said[i]);
    }
    assert_string_equal(line, "");
    fixture_free(f);
}

/* Whatever the counts, nothing fails: empty charts, no cases, more cases than the scale.
 */
static void odd_test(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    struct chart_bar bars[] = {
        {.fill = FILL_SOLID, .label = NULL, .count = 9, .base = 3, .percent = 250},
        {.fill = FILL_SOLID, .label = "", .count = 0, .base = 0, .percent = -1}};
    struct chart_group groups[] = {{.bars = bars, .bar_count = 2}, {.label = "x"}};
    for (int kind = CHART_SCORES; kind <= CHART_ANSWERS; kind++) {
        struct chart c = {.kind = (enum chart_kind)kind};
        assert_true(draw(f, &c).height >= 0);
        c.groups = groups;
        c.group_count = 2;
        assert_true(draw(f, &c).height > 0);
    }
    fixture_free(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scores_test),       cmocka_unit_test(title_test),
        cmocka_unit_test(sample_test),       cmocka_unit_test(stacked_test),
        cmocka_unit_test(range_test),        cmocka_unit_test(swatch_test),
        cmocka_unit_test(contrast_test),     cmocka_unit_test(odd_test),
        cmocka_unit_test(distribution_test), cmocka_unit_test(sign_test),
        cmocka_unit_test(answers_test),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
