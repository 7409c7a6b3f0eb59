/* journal.c -- in: the files of a sending; out: the note of them, or what a dead process
 * has left of them taken back. */
#include "sending/journal.h"

#include "base/bounds.h"
#include "base/hash.h"
#include "sending/sent.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *journal_path(struct arena *a, const char *dir)
{
    return path_join(a, dir, "sent/.sending");
}

/* Whoever comes next may stand in another folder. */
static const char *whole_path(struct arena *a, const char *path)
{
    const char *dir = path_followed(a, path_dir(a, path));
    return dir != NULL ? arena_printf(a, "%s/%s", dir, path_name(a, path)) : path;
}

bool journal_begin(struct arena *a, struct diags *d, const char *dir,
                   const struct file_write *files, size_t count)
{
    struct buf out = buf_new(a);
    for (size_t i = 0; i < count; i++)
        if (files[i].fresh)
            buf_printf(&out, "%016" PRIx64 " %s\n",
                       hash_bytes(HASH_START, files[i].bytes, files[i].len),
                       whole_path(a, files[i].path));
    return file_replace(a, d, journal_path(a, dir), out.at, out.len);
}

void journal_end(struct arena *a, const char *dir)
{
    unlink(journal_path(a, dir));
}

static bool is_registered(struct arena *a, const struct sent *s, const char *path)
{
    for (size_t i = 0; i < s->count; i++)
        if (strcmp(s->at[i].file, path_name(a, path)) == 0)
            return true;
    return false;
}

/* Only what that process has written: another may have put a file of its own there. */
static void take_back(struct arena *a, uint64_t hash, const char *path)
{
    const struct file *f =
        file_read_bytes(a, diags_new(a), path, CSV_BYTES, (struct pos){0});
    if (f != NULL && hash_bytes(HASH_START, f->text, f->len) == hash)
        unlink(path);
}

struct journal_line {
    uint64_t hash;
    const char *path;
    struct journal_line *next;
};

static struct journal_line *read_lines(struct arena *a, const struct file *f)
{
    struct journal_line *first = NULL;
    for (const char *s = f->text; *s != '\0'; s += strcspn(s, "\n"), s += *s != '\0') {
        struct journal_line *line = NEW(a, struct journal_line);
        char *end;
        line->hash = strtoull(s, &end, 16);
        if (*end != ' ')
            continue;
        line->path = arena_strndup(a, end + 1, strcspn(end + 1, "\n"));
        line->next = first;
        first = line;
    }
    return first;
}

bool journal_recover(struct arena *a, struct diags *d, const char *dir)
{
    const char *path = journal_path(a, dir);
    struct sent sent;
    bool registered = false;
    folder_clean(a, dir);
    folder_clean(a, path_dir(a, path));
    if (!file_exists(path))
        return true;
    const struct file *f = file_read_bytes(a, d, path, CSV_BYTES, (struct pos){0});
    if (f == NULL || !sent_read(a, d, dir, &sent))
        return false;
    struct journal_line *lines = read_lines(a, f);
    for (const struct journal_line *l = lines; l != NULL; l = l->next)
        registered = registered || is_registered(a, &sent, l->path);
    for (const struct journal_line *l = lines; l != NULL && !registered; l = l->next)
        take_back(a, l->hash, l->path);
    journal_end(a, dir);
    return true;
}
