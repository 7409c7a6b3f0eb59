/* edit.c -- places of a file as it was read, and the same in its bytes.  In: a file and
 * what shall stand where; out: bytes.  A line is a line in both, for normalising makes
 * none and takes none away. */
#include "base/edit.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct file_line {
    const char *at;
    size_t len;
};

static size_t line_len(const char *s, const char *end)
{
    size_t n = 0;
    while (s + n < end && s[n] != '\n' && s[n] != '\r')
        n++;
    return n;
}

/* The line of that number, from 0. */
static struct file_line line_at(const char *s, const char *end, size_t number)
{
    for (; number > 0; number--) {
        s += line_len(s, end);
        s += s + 1 < end && s[0] == '\r' && s[1] == '\n' ? 2 : 1;
    }
    return (struct file_line){s, line_len(s, end)};
}

static size_t line_number(const char *text, size_t at)
{
    size_t number = 0;
    for (size_t i = 0; i < at; i++)
        number += text[i] == '\n';
    return number;
}

static bool same(const char *x, const char *y, size_t len)
{
    return memcmp(x, y, len) == 0;
}

/* Where byte `at` of the text stands in the bytes; NULL in the midst of a line both of
 * whose ends are composed in another way. */
static const char *byte_at(const struct file *f, const struct file *bytes, size_t at)
{
    size_t number = line_number(f->text, at);
    struct file_line text = line_at(f->text, f->text + f->len, number);
    struct file_line own = line_at(bytes->text, bytes->text + bytes->len, number);
    size_t before = (size_t)(f->text + at - text.at), behind = text.len - before;
    size_t bom = number == 0 && own.len >= 3 && same(own.at, "\xEF\xBB\xBF", 3) ? 3 : 0;
    own.at += bom;
    own.len -= bom;
    if (before <= own.len && same(own.at, text.at, before))
        return own.at + before;
    if (behind <= own.len && same(own.at + own.len - behind, text.at + before, behind))
        return own.at + own.len - behind;
    return NULL;
}

static bool say_unwritten(struct diags *d, const struct file *f, size_t at,
                          const char *why)
{
    diag(d, DIAG_WRITE_FAILED, (struct pos){f, at, 0}, "%s", why);
    return false;
}

/* What is put in has the line ends of the file. */
static void add_lines(const struct file *bytes, const char *text, struct buf *out)
{
    const char *end = memchr(bytes->text, '\n', bytes->len);
    bool carriage = end != NULL && end > bytes->text && end[-1] == '\r';
    for (; *text != '\0'; text++) {
        if (carriage && *text == '\n')
            buf_char(out, '\r');
        buf_char(out, *text);
    }
}

static bool apply(struct diags *d, const struct file *f, const struct file *bytes,
                  const struct edit *edits, size_t count, struct buf *out)
{
    const char *done = bytes->text;
    for (size_t i = 0; i < count; i++) {
        const char *from = byte_at(f, bytes, edits[i].at);
        const char *to = byte_at(f, bytes, edits[i].at + edits[i].len);
        if (from == NULL || to == NULL)
            return say_unwritten(
                d, f, edits[i].at,
                "accents before and behind it are composed in another way than we "
                "read them; write this one by hand");
        buf_add(out, done, (size_t)(from - done));
        add_lines(bytes, edits[i].text, out);
        done = to;
    }
    buf_add(out, done, bytes->len - (size_t)(done - bytes->text));
    return true;
}

/* Whoever may replace the file could do so though it is kept from being written. */
static bool is_kept(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && (st.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) == 0;
}

static bool say_changed(struct diags *d, const struct file *f)
{
    return say_unwritten(d, f, 0, "it has changed since it was read; try again");
}

bool file_still(struct diags *d, const struct file *was)
{
    struct arena *own = arena_new();
    const struct file *now =
        file_read_bytes(own, diags_new(own), was->path, SIZE_MAX - 1, (struct pos){0});
    bool still =
        now != NULL && now->len == was->len && same(now->text, was->text, was->len);
    arena_free(own);
    return still || say_changed(d, was);
}

bool file_edit(struct arena *a, struct diags *d, const struct file *f,
               const struct edit *edits, size_t count, struct file_write *out,
               const struct file **was)
{
    *was = file_read_bytes(a, d, f->path, SIZE_MAX - 1, (struct pos){0});
    if (*was == NULL)
        return false;
    const struct file *now =
        file_of_text(a, diags_new(a), f->path, (*was)->text, (*was)->len);
    if (now == NULL || now->len != f->len || !same(now->text, f->text, f->len))
        return say_changed(d, f);
    if (is_kept(f->path))
        return say_unwritten(d, f, 0, "nobody may write it");
    struct buf *text = NEW(a, struct buf);
    *text = buf_new(a);
    if (!apply(d, f, *was, edits, count, text))
        return false;
    *out = (struct file_write){.path = f->path, .bytes = text->at, .len = text->len};
    return true;
}

/* ---- several files ---- */

static int by_place(const void *x, const void *y)
{
    const struct edit *one = x, *two = y;
    return one->at != two->at ? (one->at < two->at ? -1 : 1)
                              : strcmp(one->text, two->text);
}

static bool edit_one(struct arena *a, struct diags *d, const struct file *f,
                     const struct placed_edits *p, struct file_writes *out)
{
    ARRAY(struct edit) edits = {0};
    for (size_t i = 0; i < p->all.len; i++)
        if (p->all.at[i].pos.file == f)
            *array_push(a, &edits) = (struct edit){
                p->all.at[i].pos.at, p->all.at[i].pos.len, p->all.at[i].text};
    qsort(edits.at, edits.len, sizeof *edits.at, by_place);
    struct file_write *one = array_push(a, &out->all);
    one->path = f->path;
    return file_edit(a, d, f, edits.at, edits.len, one, array_push(a, &out->was));
}

static bool is_edited(const struct file_writes *all, const struct file *f)
{
    for (size_t i = 0; i < all->all.len; i++)
        if (strcmp(all->all.at[i].path, f->path) == 0)
            return true;
    return false;
}

bool files_edit(struct arena *a, struct diags *d, const struct placed_edits *edits,
                struct file_writes *out)
{
    bool good = true;
    for (size_t i = 0; i < edits->all.len; i++) {
        const struct file *f = edits->all.at[i].pos.file;
        if (!is_edited(out, f))
            good = edit_one(a, d, f, edits, out) && good;
    }
    return good;
}

bool files_edited(struct arena *a, struct diags *d, const struct file_writes *files)
{
    bool still = true;
    for (size_t i = 0; i < files->was.len; i++)
        still = file_still(d, files->was.at[i]) && still;
    return still && files_replace(a, d, files->all.at, files->all.len);
}
