/* golden.h -- each case of a folder, a file, printed and compared with the .want beside
 * it: what the program makes of the file, then what it says of it.  With ACCEPT=1 in the
 * environment the .want files are written anew; the reviewer reads the difference. */
#ifndef GOLDEN_H
#define GOLDEN_H

#include "base/file.h"

/* cmocka wants these before its own header. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#define WANT_BYTES ((size_t)1 << 20)

/* Prints the case at `path`; `d` takes what is said, which is put behind it. */
typedef void print_case(struct arena *a, struct diags *d, const char *path,
                        struct buf *out);

static inline bool has_ending(const char *name, const char *ending)
{
    size_t len = strlen(name), n = strlen(ending);
    return len > n && strcmp(name + len - n, ending) == 0;
}

/* Messages name files; the folder of the project is nobody's business. */
static inline const char *without_root(struct arena *a, const char *text)
{
    struct buf out = buf_new(a);
    const char *found = NULL;
    while ((found = strstr(text, ROOT "/")) != NULL) {
        buf_add(&out, text, (size_t)(found - text));
        text = found + strlen(ROOT "/");
    }
    buf_str(&out, text);
    return out.at;
}

/* 1 when it printed something else than it should. */
static inline int check_case(const char *folder, const char *name, print_case *print)
{
    struct arena *a = arena_new();
    struct diags *d = diags_new(a), *quiet = diags_new(a);
    struct buf out = buf_new(a);
    const char *path = path_join(a, folder, name);
    const char *want_path = arena_printf(a, "%s.want", path);
    print(a, d, path, &out);
    diags_print(d, DIAG_SHORT, &out);
    const char *got = without_root(a, out.at);
    if (getenv("ACCEPT") != NULL)
        file_replace(a, quiet, want_path, got, strlen(got));
    const struct file *want =
        file_read_bytes(a, quiet, want_path, WANT_BYTES, (struct pos){0});
    bool good = want != NULL && strcmp(want->text, got) == 0;
    if (!good)
        print_error("%s: wanted\n%s\ngot\n%s\n", path,
                    want != NULL ? want->text : "(none)", got);
    arena_free(a);
    return !good;
}

/* The files with that ending, at least so many; messages name them as they are named
 * here. */
static inline void check_folder(const char *folder, const char *ending, int least,
                                print_case *print)
{
    struct dirent **entries;
    int wrong = 0, cases = 0, count = scandir(folder, &entries, NULL, alphasort);
    for (int i = 0; i < count; i++) {
        if (has_ending(entries[i]->d_name, ending)) {
            wrong += check_case(folder, entries[i]->d_name, print);
            cases++;
        }
        free(entries[i]);
    }
    if (count >= 0)
        free(entries);
    assert_true(cases >= least);
    assert_int_equal(wrong, 0);
}

#endif
