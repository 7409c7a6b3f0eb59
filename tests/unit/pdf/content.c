/* Sentinels to marks, and every fault that must stop the program. */
#include "pdf/content.h"
#include "pdf/draw.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* A page with a P's mark, then a rule's. */
static struct page two_marks(struct arena *a)
{
    struct page p = {0};
    *array_push(a, &p.marks) = (struct mark){.tag = tag_new(a, NULL, TAG_P)};
    *array_push(a, &p.marks) = (struct mark){.artifact = ARTIFACT_LAYOUT};
    return p;
}

static struct slice slice(const char *text)
{
    return (struct slice){text, strlen(text)};
}

static void sentinels_become_marks(void **state)
{
    (void)state;
    static const char content[] = "1 0 0 -1 0 841.89 cm\nq\n0 0 0 rg /a0 gs\n"
                                  "1 1 0.012 0.02 re f\n"
                                  "BT\n(1 1 0.012 0.02 re f\\)) Tj\nET\n"
                                  "0 0 0 rg 2 1 0.0117 0.0195 re f\nQ q\n"
                                  "5 5 10 10 re f\n"
                                  "3 1 0.012 0.02 re\nf\nQ\n";
    static const char want[] = "1 0 0 -1 0 841.89 cm\nq\n0 0 0 rg /a0 gs\n"
                               "/P<</MCID 0>>BDC\n\n"
                               "BT\n(1 1 0.012 0.02 re f\\)) Tj\nET\n"
                               "0 0 0 rg EMC\n/Artifact<</Type/Layout>>BDC\n\nQ q\n"
                               "5 5 10 10 re f\n"
                               "EMC\n\nQ\n";
    struct arena *a = arena_new();
    const struct page p = two_marks(a);
    struct buf out = buf_new(a);
    content_mark(&p, slice(content), &out);
    assert_string_equal(out.at, want);
    arena_free(a);
}

static void marks_of_cairo_and_pictures_are_let_be(void **state)
{
    (void)state;
    static const char content[] = "1 1 0.012 0.02 re f "
                                  "/Span << /ActualText (x) >> BDC (y) Tj EMC "
                                  "2 1 0.012 0.02 re f "
                                  "BI /W 2 ID (((\nEI\n"
                                  "3 1 0.012 0.02 re f ";
    struct arena *a = arena_new();
    const struct page p = two_marks(a);
    struct buf out = buf_new(a);
    content_mark(&p, slice(content), &out);
    assert_non_null(strstr(out.at, "BDC (y) Tj EMC EMC\n/Artifact"));
    assert_non_null(strstr(out.at, "ID (((\nEI\nEMC\n"));
    arena_free(a);
}

static void a_row_of_sentinels_wraps(void **state)
{
    (void)state;
    assert_true(sentinel_x(255) == 256 && sentinel_y(255) == 1);
    assert_true(sentinel_x(256) == 1 && sentinel_y(256) == 2);
    assert_true(sentinel_x(70000) == 1 + 70000 % 256 && sentinel_y(70000) == 274);
}

/* The exit status of a process of its own, its message thrown away. */
static int status_of(const char *content)
{
    const pid_t child = fork();
    if (child == 0) {
        struct arena *a = arena_new();
        const struct page p = two_marks(a);
        struct buf out = buf_new(a);
        if (freopen("/dev/null", "w", stderr) == NULL)
            _exit(1);
        content_mark(&p, slice(content), &out);
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WEXITSTATUS(status);
}

#define MARK(x) #x " 1 0.012 0.02 re f "
static void faults_are_bugs(void **state)
{
    (void)state;
    static const struct row {
        const char *what, *content;
        int status;
    } rows[] = {
        {"all in order", MARK(1) "0 0 m S " MARK(2) MARK(3), 0},
        {"a mark is lost", MARK(1) MARK(3), 70},
        {"the last mark is lost", MARK(1) MARK(2), 70},
        {"a mark is doubled", MARK(1) MARK(1) MARK(2) MARK(3), 70},
        {"marks change places", MARK(2) MARK(1) MARK(3), 70},
        {"one mark too many", MARK(1) MARK(2) MARK(3) MARK(4), 70},
        {"stroked, not filled", MARK(1) "2 1 0.012 0.02 re S " MARK(3), 70},
        {"in a text object", MARK(1) "BT " MARK(2) "ET " MARK(3), 70},
        {"in a saved state", MARK(1) "q " MARK(2) "Q " MARK(3), 70},
        {"in a mark of cairo's", MARK(1) "/S BMC " MARK(2) "EMC " MARK(3), 70},
        {"painted before all marks", "(x) Tj " MARK(1) MARK(2) MARK(3), 70},
        {"painted behind all marks", MARK(1) MARK(2) MARK(3) "/x5 Do", 70},
        {"a picture outside", MARK(1) MARK(2) MARK(3) "BI ID x\nEI\n", 70},
        {"a state left open", "q " MARK(1) MARK(2) MARK(3), 70},
        {"a string without end", MARK(1) "(x Tj " MARK(2) MARK(3), 70},
    };
    for (size_t i = 0; i < LEN(rows); i++)
        if (status_of(rows[i].content) != rows[i].status)
            fail_msg("%s: exit %d", rows[i].what, status_of(rows[i].content));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentinels_become_marks),
        cmocka_unit_test(marks_of_cairo_and_pictures_are_let_be),
        cmocka_unit_test(a_row_of_sentinels_wraps),
        cmocka_unit_test(faults_are_bugs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
