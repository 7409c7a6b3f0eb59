/* How an editor is called: words, quotation marks, what is filled in; no shell. */
#include "watch/editor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants those four before it */
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

struct row {
    const char *command, *file, *words; /* parted by |; NULL: it is none */
};

static const struct row rows[] = {
    {"code -g {file}:{line}:{column}", "a/b.md", "code|-g|a/b.md:41:3"},
    {"vi +{line} {file}", "a b;rm -r.md", "vi|+41|a b;rm -r.md"},
    {"'my editor'  \"{file}\" ", "x$(y).md", "my editor|x$(y).md"},
    {"e {file}", "{line}'\".md", "e|{line}'\".md"},
    {"e '' {column}{line}", "a", "e||341"},
    {"e \"it's\" {files}", "a", "e|it's|{files}"},
    {"", "a", NULL},
    {"   ", "a", NULL},
    {"e 'open", "a", NULL},
};

static void words_are_parted(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    for (size_t i = 0; i < LEN(rows); i++) {
        char **words = editor_words(a, rows[i].command, rows[i].file, 41, 3);
        char all[200] = "";
        for (size_t k = 0; words != NULL && words[k] != NULL; k++)
            snprintf(all + strlen(all), sizeof all - strlen(all), "%s%s",
                     k > 0 ? "|" : "", words[k]);
        if ((words == NULL) != (rows[i].words == NULL) ||
            (words != NULL && strcmp(all, rows[i].words) != 0))
            fail_msg("%s: got %s", rows[i].command, words != NULL ? all : "none");
    }
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(words_are_parted)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
