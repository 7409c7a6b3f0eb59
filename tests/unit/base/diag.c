/* Diagnostics: places, order, the three formats, exit status, near names. */
#include "base/diag.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const struct file welsh = {"cy.yaml", "a: b\ntŷ: ŵyr\n", 15, NULL};
static const struct file other = {"other.csv", "x,y\n", 4, NULL};
static const struct file folder = {"out", NULL, 0, NULL};

static const struct {
    const char *what;
    struct pos pos;
    struct place place;
} places[] = {
    {"the beginning", {&welsh, 0, 1}, {1, 1}},
    {"a line end", {&welsh, 4, 1}, {1, 5}},
    {"the next line", {&welsh, 5, 1}, {2, 1}},
    {"behind a wide character", {&welsh, 8, 1}, {2, 3}},
    {"behind two", {&welsh, 12, 1}, {2, 6}},
    {"beyond the end", {&welsh, 999, 1}, {3, 1}},
    {"nowhere", {NULL, 9, 9}, {1, 1}},
    {"a file without text", {&folder, 9, 9}, {1, 1}},
};

static void places_count_characters(void **state)
{
    (void)state;
    for (size_t i = 0; i < LEN(places); i++) {
        struct place p = pos_place(places[i].pos);
        if (p.line != places[i].place.line || p.column != places[i].place.column)
            fail_msg("%s: %d:%d", places[i].what, p.line, p.column);
    }
}

static const char *printed(struct arena *a, struct diags *d, enum diag_format format)
{
    struct buf out = buf_new(a);
    diags_print(d, format, &out);
    return out.at;
}

static void formats(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    diag(d, DIAG_KEY_UNKNOWN, (struct pos){&welsh, 5, 3}, "\"%s\"", "tŷ");
    assert_string_equal(printed(a, d, DIAG_SHORT),
                        "cy.yaml:2:1: error: unknown key: \"tŷ\" [KEY_UNKNOWN]\n");
    assert_string_equal(printed(a, d, DIAG_HUMAN),
                        "cy.yaml:2:1: error: unknown key: \"tŷ\" [KEY_UNKNOWN]\n"
                        "    2 | tŷ: ŵyr\n"
                        "      | ^~\n");
    assert_string_equal(
        printed(a, d, DIAG_JSON),
        "[{\"severity\": \"error\", \"id\": \"KEY_UNKNOWN\", \"file\": \"cy.yaml\", "
        "\"line\": 2, \"column\": 1, \"length\": 2, \"what\": \"unknown key\", "
        "\"message\": "
        "\"\\\"tŷ\\\"\"}]\n");
    arena_free(a);
}

static void places_that_are_none(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    diag(d, DIAG_WRITE_FAILED, (struct pos){.file = &folder}, "it is a folder");
    diag(d, DIAG_PROGRAMME_UNKNOWN, (struct pos){0}, "x");
    assert_string_equal(printed(a, d, DIAG_HUMAN),
                        "out: error: could not write: it is a folder [WRITE_FAILED]\n"
                        "gwasg: error: unknown programme: x [PROGRAMME_UNKNOWN]\n");
    arena_free(a);
}

static void sorted_by_file_then_place(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    diag(d, DIAG_KEY_UNKNOWN, (struct pos){&other, 2, 1}, "1");
    diag(d, DIAG_KEY_UNKNOWN, (struct pos){&welsh, 5, 1}, "2");
    diag(d, DIAG_KEY_UNKNOWN, (struct pos){&other, 0, 1}, "3");
    diag(d, DIAG_KEY_UNKNOWN, (struct pos){&welsh, 5, 1}, "4");
    assert_string_equal(printed(a, d, DIAG_SHORT),
                        "other.csv:1:1: error: unknown key: 3 [KEY_UNKNOWN]\n"
                        "other.csv:1:3: error: unknown key: 1 [KEY_UNKNOWN]\n"
                        "cy.yaml:2:1: error: unknown key: 2 [KEY_UNKNOWN]\n"
                        "cy.yaml:2:1: error: unknown key: 4 [KEY_UNKNOWN]\n");
    arena_free(a);
}

static void said_once(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    for (int i = 0; i < 3; i++)
        diag(d, DIAG_KEY_UNKNOWN, (struct pos){&welsh, 5, 1}, "x");
    assert_int_equal(diags_errors(d), 1);
    arena_free(a);
}

static void the_rest_is_counted(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    for (int i = 0; i < 203; i++)
        diag(d, DIAG_KEY_UNKNOWN, (struct pos){&welsh, 0, 1}, "%d", i);
    assert_int_equal(diags_errors(d), 203);
    const char *text = printed(a, d, DIAG_SHORT);
    assert_non_null(strstr(text, ": 199 [KEY_UNKNOWN]\ngwasg: 3 more not shown\n"));
    arena_free(a);
}

/* Warnings by the hundred neither hide an error nor its exit status. */
static void an_error_behind_warnings(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    for (int i = 0; i < 300; i++)
        diag(d, DIAG_GLOSSARY_UNKNOWN, (struct pos){&welsh, 0, 1}, "%d", i);
    diag(d, DIAG_WRITE_FAILED, (struct pos){&other, 0, 1}, "disk");
    for (int i = 0; i < 300; i++)
        diag(d, DIAG_ALT_MISSING, (struct pos){&welsh, 0, 1}, "%d", i);
    diag(d, DIAG_KEY_UNKNOWN, (struct pos){&welsh, 0, 1}, "last, and only counted");
    assert_int_equal(diags_warnings(d), 300);
    assert_int_equal(diags_errors(d), 302);
    assert_int_equal(diags_exit(d, false), 1);
    const char *text = printed(a, d, DIAG_SHORT);
    assert_non_null(strstr(text, ": disk [WRITE_FAILED]\n"));
    assert_non_null(strstr(text, "\ngwasg: 202 more not shown\n"));
    arena_free(a);
}

static const struct {
    const char *what;
    enum diag_id said[3];
    size_t count;
    int exit, strict;
} exits[] = {
    {"nothing", {0}, 0, 0, 0},
    {"a note", {DIAG_FILE_WINDOWS}, 1, 0, 0},
    {"a warning", {DIAG_TOO_TALL}, 1, 0, 3},
    {"input", {DIAG_KEY_UNKNOWN}, 1, 1, 1},
    {"writing", {DIAG_WRITE_FAILED}, 1, 4, 4},
    {"accessibility", {DIAG_ALT_MISSING}, 1, 5, 5},
    {"input comes first", {DIAG_ALT_MISSING, DIAG_KEY_UNKNOWN, DIAG_TOO_TALL}, 3, 1, 1},
};

static void the_worst_decides(void **state)
{
    (void)state;
    for (size_t i = 0; i < LEN(exits); i++) {
        struct arena *a = arena_new();
        struct diags *d = diags_new(a);
        for (size_t j = 0; j < exits[i].count; j++)
            diag(d, exits[i].said[j], (struct pos){0}, "x");
        if (diags_exit(d, false) != exits[i].exit ||
            diags_exit(d, true) != exits[i].strict)
            fail_msg("%s: %d, strict %d", exits[i].what, diags_exit(d, false),
                     diags_exit(d, true));
        arena_free(a);
    }
}

static void what_a_second_run_met(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *first = diags_new(a), *quiet = diags_new(a);
    diag(first, DIAG_WRITE_FAILED, (struct pos){0}, "both");
    diag(quiet, DIAG_WRITE_FAILED, (struct pos){0}, "both");
    diag(quiet, DIAG_WRITE_FAILED, (struct pos){0}, "the second, at 100%%s");
    diag(quiet, DIAG_NUMBER_SMALL, (struct pos){0}, "no error");
    diags_take_broken(first, quiet);
    assert_int_equal(diags_errors(first), 2);
    assert_int_equal(diags_warnings(first), 0);
    struct buf out = buf_new(a);
    diags_print(first, DIAG_SHORT, &out);
    assert_non_null(strstr(out.at, "the second, at 100%s"));
    arena_free(a);
}

static void names_that_are_near(void **state)
{
    (void)state;
    static const char *const names[] = {"fieldwork", "published", "people", "id", "isbn"};
    static const struct {
        const char *typed, *nearest;
    } rows[] = {
        {"feildwork", "fieldwork"},
        {"field-work", "fieldwork"},
        {"publish", "published"},
        {"peple", "people"},
        {"ispn", "isbn"},
        {"recommendations", NULL},
        {"xx", NULL},
        {"", NULL},
    };
    for (size_t i = 0; i < LEN(rows); i++) {
        const char *got = nearest_name(rows[i].typed, names, LEN(names));
        if (got != rows[i].nearest &&
            (got == NULL || rows[i].nearest == NULL || strcmp(got, rows[i].nearest) != 0))
            fail_msg("%s: %s", rows[i].typed, got != NULL ? got : "none");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_count_characters),
        cmocka_unit_test(formats),
        cmocka_unit_test(places_that_are_none),
        cmocka_unit_test(sorted_by_file_then_place),
        cmocka_unit_test(said_once),
        cmocka_unit_test(the_rest_is_counted),
        cmocka_unit_test(an_error_behind_warnings),
        cmocka_unit_test(the_worst_decides),
        cmocka_unit_test(what_a_second_run_met),
        cmocka_unit_test(names_that_are_near),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
