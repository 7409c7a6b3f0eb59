/* ISBN-13 and its check digit. */
#include "model/isbn.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <string.h>

#include <cmocka.h>

struct row {
    const char *what, *isbn, *said; /* a piece of what is said; NULL: nothing */
};

static const struct row rows[] = {
    {"with hyphens", "978-1-84099-000-3", NULL},
    {"with blanks", "978 1 84099 000 3", NULL},
    {"bare", "9781840990003", NULL},
    {"check digit 0", "978-0-306-40615-7", NULL},
    {"979", "979-10-90636-07-1", NULL},
    {"wrong check digit", "978-1-84099-000-0", "would be 3"},
    {"two digits exchanged", "978-1-84909-000-3", "would be"},
    {"ten digits", "1-84099-000-3", "has 10 digits"},
    {"fourteen digits", "978-1-84099-000-33", "has 14 digits"},
    {"a letter", "978-1-84099-OOO-3", "of digits"},
    {"another prefix", "123-1-84099-000-3", "begins with"},
    {"nothing", "", "has 0 digits"},
};

static void isbns(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    for (size_t i = 0; i < LEN(rows); i++) {
        const char *said = isbn_wrong(a, rows[i].isbn);
        bool good = rows[i].said == NULL ? said == NULL
                                         : said != NULL && strstr(said, rows[i].said);
        if (!good)
            fail_msg("%s: %s", rows[i].what, said == NULL ? "right" : said);
    }
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(isbns)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
