/* Until when copies may not be published: times, and a release before one of them. */
#include "sending/embargo.h"

#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define DIR "sending_embargo.test"
#define E "\r\n"

static const struct {
    const char *text, *plain; /* NULL: it is no time */
} times[] = {
    {"2012-06-20 00.01", "2012-06-20 00.01"},
    {"2012-06-20T23:59", "2012-06-20 23.59"},
    {"2012-06-20 24.00", NULL},
    {"2012-06-20 0.01", NULL},
    {"2012-06-31 00.01", NULL},
    {"2012-06-20", NULL},
    {"20/06/2012 00.01", NULL},
    {"2012-06-20 00.0x", NULL},
    {"", NULL},
};

static void parsed(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    for (size_t i = 0; i < LEN(times); i++) {
        struct moment m;
        bool read = moment_parse(times[i].text, &m);
        if (read != (times[i].plain != NULL) ||
            (read && strcmp(moment_plain(a, m), times[i].plain) != 0))
            fail_msg("\"%s\"", times[i].text);
    }
    arena_free(a);
}

#define DAY(d, h, m)                                                                     \
    {                                                                                    \
        {2012, 6, d}, h, m                                                               \
    }
static const struct {
    const char *what;
    struct moment x, y;
    bool before, after;
} orders[] = {
    {"a day before", DAY(19, 23, 59), DAY(20, 0, 1), true, false},
    {"a minute before", DAY(20, 0, 0), DAY(20, 0, 1), true, false},
    {"the same time", DAY(20, 0, 1), DAY(20, 0, 1), false, false},
    {"some time of that day", DAY(20, -1, 0), DAY(20, 9, 30), false, false},
    {"some time of the day before", DAY(19, -1, 0), DAY(20, 0, 1), true, false},
    {"two days", DAY(21, -1, 0), DAY(20, -1, 0), false, true},
};

static void ordered(void **state)
{
    (void)state;
    for (size_t i = 0; i < LEN(orders); i++)
        if (moment_before(orders[i].x, orders[i].y) != orders[i].before ||
            moment_before(orders[i].y, orders[i].x) != orders[i].after)
            fail_msg("%s", orders[i].what);
}

#define HEAD "draft,stage,language,recipient,body,date,due,hash,file"
#define FULL HEAD ",embargo" E
#define DRAFT                                                                            \
    "1,draft,en,Joan,Council,2012-05-14,2012-05-28,b234567,x.pdf,2012-06-20 00.01" E
#define NEWS "1,embargo,en,News desk,Gazette,2012-06-12,,c234567,n.pdf,2012-06-20 09.30" E
#define RADIO "1,embargo,en,,Radio,2012-06-12,,c234567,r.pdf,2012-06-19 00.01" E
#define LOST "1,embargo,en,,Radio,2012-06-12,,c234567,r.pdf,20/06/2012 00:01" E
#define OLD "1,embargo,en,News desk,Gazette,2012-06-12,,c234567,n.pdf" E
#define PEOPLE                                                                           \
    "name,body,role,stage,language,embargo\nNews desk,Gazette,,embargo,en,2012-06-21 "   \
    "00.01\n"
#define SAID                                                                             \
    "warning: released before an embargo ends: News desk has n.pdf until %s, and the "   \
    "report is released on %s; release it later, or tell them first "                    \
    "[RELEASE_BEFORE_EMBARGO]\n"

static const struct {
    const char *what, *sent, *people; /* NULL: there is no such file */
    struct moment release;
    size_t count;
    const char *said, *until, *released; /* NULL: nothing; "*": something else */
} releases[] = {
    {"nothing sent", NULL, NULL, DAY(1, -1, 0), 0, NULL, "", ""},
    {"all over", FULL DRAFT NEWS RADIO, NULL, DAY(21, -1, 0), 0, NULL, "", ""},
    {"on the day", FULL DRAFT NEWS RADIO, NULL, DAY(20, -1, 0), 0, NULL, "", ""},
    {"on the day, too early", FULL DRAFT NEWS RADIO, NULL, DAY(20, 9, 29), 1,
     "/sent/drafts.csv:3:58: " SAID, "2012-06-20 09.30", "2012-06-20 09.29"},
    {"the day before", FULL DRAFT NEWS RADIO, NULL, DAY(19, -1, 0), 1,
     "/sent/drafts.csv:3:58: " SAID, "2012-06-20 09.30", "2012-06-19"},
    {"both", FULL NEWS RADIO, NULL, DAY(18, -1, 0), 2, "*", "", ""},
    {"a register of before, with recipients", HEAD E OLD, PEOPLE, DAY(20, -1, 0), 1,
     "/sent/drafts.csv:2:1: " SAID, "2012-06-21 00.01", "2012-06-20"},
    {"a register of before, without", HEAD E OLD, NULL, DAY(20, -1, 0), 0, NULL, "", ""},
    {"a time turned round", FULL LOST, NULL, DAY(18, -1, 0), 0, "*", "", ""},
    {"no register", "nonsense" E, NULL, DAY(18, -1, 0), 0, "*", "", ""},
    {"no day of release", FULL NEWS, NULL, {{0}, -1, 0}, 0, NULL, "", ""},
};

static const char *folder_of(struct arena *a, struct diags *d, size_t i)
{
    const char *dir = arena_printf(a, DIR "/%zu", i);
    const char *sent = path_join(a, dir, "sent/drafts.csv");
    assert_true(dir_make(a, d, path_dir(a, sent)));
    if (releases[i].sent != NULL)
        assert_true(file_replace(a, d, sent, releases[i].sent, strlen(releases[i].sent)));
    if (releases[i].people != NULL)
        assert_true(file_replace(a, d, path_join(a, dir, "recipients.csv"),
                                 releases[i].people, strlen(releases[i].people)));
    return dir;
}

static void released(void **state)
{
    (void)state;
    for (size_t i = 0; i < LEN(releases); i++) {
        struct arena *a = arena_new();
        struct diags *d = diags_new(a);
        struct buf said = buf_new(a);
        const char *dir = folder_of(a, d, i);
        size_t count = sending_embargoes_before(a, d, dir, releases[i].release);
        diags_print(d, DIAG_SHORT, &said);
        const char *want = "";
        if (releases[i].said != NULL && releases[i].said[0] == '/')
            want = arena_printf(
                a, "%s%.*s" SAID, dir, (int)(strlen(releases[i].said) - strlen(SAID)),
                releases[i].said, releases[i].until, releases[i].released);
        bool same = releases[i].said != NULL && releases[i].said[0] == '*'
                        ? said.len > 0
                        : strcmp(said.at, want) == 0;
        if (count != releases[i].count || !same)
            fail_msg("%s: %zu copies\n%s%s", releases[i].what, count, said.at, want);
        arena_free(a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parsed), cmocka_unit_test(ordered), cmocka_unit_test(released)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
