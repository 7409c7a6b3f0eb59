/* golden.h -- every NAME.md of a folder, printed and compared with NAME.md.want beside
 * it. With ACCEPT=1 in the environment the .want files are written anew; the reviewer
 * reads the difference. */
#ifndef GOLDEN_H
#define GOLDEN_H

#include "base/array.h"
#include "base/file.h"
#include "prose/prose.h"

/* cmocka wants these before its own header. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define TEXT_BYTES ((size_t)1 << 20)

/* What a case prints; `d` holds what was said. */
typedef void print_case(struct arena *a, struct diags *d, const struct node *text,
                        struct buf *out);

static inline bool has_ending(const char *name, const char *ending)
{
    size_t len = strlen(name), n = strlen(ending);
    return len > n && strcmp(name + len - n, ending) == 0;
}

static inline void check_case(const char *name, print_case *print)
{
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    struct buf got = buf_new(a);
    const char *want_path = arena_printf(a, "%s.want", name);
    const struct file *f = file_read(a, d, name, TEXT_BYTES, (struct pos){0});
    if (f != NULL)
        print(a, d, node_of_file(a, f), &got);
    diags_print(d, DIAG_SHORT, &got);
    if (getenv("ACCEPT") != NULL)
        file_replace(a, d, want_path, got.at, got.len);
    const struct file *want =
        file_read_bytes(a, d, want_path, TEXT_BYTES, (struct pos){0});
    if (want == NULL || strcmp(want->text, got.at) != 0)
        fail_msg("%s: wanted\n%s\ngot\n%s", name, want != NULL ? want->text : "(none)",
                 got.at);
    arena_free(a);
}

/* The cases of a folder; messages name files as seen from there. */
static inline void check_folder(const char *folder, size_t least, print_case *print)
{
    if (chdir(folder) != 0)
        fail_msg("no folder %s", folder);
    size_t cases = 0;
    DIR *dir = opendir(".");
    assert_non_null(dir);
    for (struct dirent *e = readdir(dir); e != NULL; e = readdir(dir))
        if (has_ending(e->d_name, ".md")) {
            check_case(e->d_name, print);
            cases++;
        }
    closedir(dir);
    assert_true(cases >= least);
}

#endif
