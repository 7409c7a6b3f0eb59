/* deps.c -- paths as rules of make.  In: paths as they were opened and written; out:
 * text. Knows nothing of reports. */
#include "cli/deps.h"

#include <stdbool.h>
#include <string.h>

/* A blank, # and : get a backslash, and so do backslashes before them; $ a second $. */
static void add_path(struct buf *out, const char *path)
{
    size_t slashes = 0;
    for (const char *s = path; *s != '\0'; s++) {
        bool special = strchr(" #:", *s) != NULL;
        for (; special && slashes > 0; slashes--)
            buf_char(out, '\\');
        slashes = *s == '\\' ? slashes + 1 : 0;
        if (special)
            buf_char(out, '\\');
        if (*s == '$')
            buf_char(out, '$');
        buf_char(out, *s);
    }
}

bool deps_can_say(const char *path)
{
    size_t len = strlen(path);
    return path[strcspn(path, ";=|%\t\n")] == '\0' && path[len - (len > 0)] != '\\';
}

void deps_add(struct buf *paths, const char *path)
{
    if (paths->len > 0)
        buf_char(paths, ' ');
    add_path(paths, path);
}

void deps_rule(const struct buf *made, const struct arena_file *read, struct buf *out)
{
    if (made->len == 0)
        return;
    buf_printf(out, "%s:", made->at);
    for (const struct arena_file *f = read; f != NULL; f = f->next) {
        buf_str(out, " \\\n  ");
        add_path(out, f->path);
    }
    buf_char(out, '\n');
    for (const struct arena_file *f = read; f != NULL; f = f->next) {
        add_path(out, f->path);
        buf_str(out, ":\n");
    }
}
