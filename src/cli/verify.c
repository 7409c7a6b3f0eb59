/* verify.c -- `gwasg verify`: in: what stands in released/; out: whether it is what was
 * released, and whether the kept inputs still make it. */
#include "cli/release.h"

#include "base/bounds.h"
#include "base/sha256.h"
#include "cli/commands.h"
#include "cli/version.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* A release that is looked at. */
struct verifying {
    struct run *r;
    const char *dir; /* "REPORT/released/1" */
    struct manifest m;
    bool sound; /* each file is as it was */
    struct buf *out;
};

static struct pos place_of(const struct verifying *v, const char *name)
{
    return pos_of_path(v->r->a, path_join(v->r->a, v->dir, name));
}

__attribute__((format(printf, 3, 4))) static void
say_spoilt(struct verifying *v, struct pos pos, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    v->sound = false;
    diag(v->r->d, DIAG_RELEASE_SPOILT, pos, "%s", arena_vprintf(v->r->a, format, args));
    va_end(args);
}

/* ---- the files ---- */

static void verify_file(struct verifying *v, const struct released_file *f)
{
    struct arena *a = v->r->a;
    const char *path = path_join(a, v->dir, f->name);
    if (!file_exists(path)) {
        say_spoilt(v, place_of(v, f->name),
                   "it is gone; put it back from a copy with the SHA-256 %s", f->sha256);
        return;
    }
    const struct file *file =
        file_read_bytes(a, v->r->d, path, CSV_BYTES, (struct pos){0});
    v->sound &= file != NULL;
    if (file != NULL && (file->len != f->bytes ||
                         strcmp(sha256_hex(a, file->text, file->len), f->sha256) != 0))
        say_spoilt(
            v, place_of(v, f->name),
            "%zu bytes with another SHA-256; put it back from a copy with %zu bytes "
            "and %s",
            file->len, f->bytes, f->sha256);
}

static void verify_files(struct verifying *v, const struct released_files *files)
{
    for (size_t i = 0; i < files->all.len; i++)
        verify_file(v, &files->all.at[i]);
}

static bool is_listed(const struct released_files *files, const char *name)
{
    for (size_t i = 0; i < files->all.len; i++)
        if (strcmp(files->all.at[i].name, name) == 0)
            return true;
    return false;
}

static int compare_texts(const void *x, const void *y)
{
    return strcmp(*(const char *const *)x, *(const char *const *)y);
}

/* All names in a folder, hidden ones too, sorted. */
static const char **all_names(struct verifying *v, const char *path, size_t *count)
{
    struct arena *a = v->r->a;
    ARRAY(const char *) names = {0};
    DIR *dir = opendir(path);
    struct dirent *e;
    while (dir != NULL && (errno = 0, e = readdir(dir)) != NULL)
        if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
            *array_push(a, &names) = arena_strdup(a, e->d_name);
    if (errno != 0) {
        v->sound = false;
        diag(v->r->d, DIAG_FILE_MISSING, pos_of_path(a, path),
             "the names in this folder: %s", strerror(errno));
    }
    if (dir != NULL)
        closedir(dir);
    if (names.len > 0)
        qsort(names.at, names.len, sizeof *names.at, compare_texts);
    *count = names.len;
    return names.at;
}

/* `below`: "inputs/report/", or "". */
static void verify_folder(struct verifying *v, const char *below)
{
    struct arena *a = v->r->a;
    struct stat st;
    size_t count;
    const char *path = below[0] != '\0' ? path_join(a, v->dir, below) : v->dir;
    const char **names = all_names(v, path, &count);
    for (size_t i = 0; i < count; i++) {
        const char *name = arena_printf(a, "%s%s", below, names[i]);
        const bool there = lstat(path_join(a, v->dir, name), &st) == 0;
        if (there && S_ISDIR(st.st_mode))
            verify_folder(v, arena_printf(a, "%s/", name));
        else if (strcmp(name, MANIFEST_NAME) != 0 && !is_listed(&v->m.files, name) &&
                 !is_listed(&v->m.kept, name))
            say_spoilt(v, place_of(v, name),
                       "it was not released; take it out of this folder");
    }
}

/* What the manifest says twice. */
static void verify_manifest(struct verifying *v)
{
    struct arena *a = v->r->a;
    const struct manifest *m = &v->m;
    if (strcmp(released_hash(a, &m->kept, "inputs/"), m->inputs) != 0 ||
        strcmp(released_hash(a, &m->kept, INPUTS_TEMPLATES "/"), m->templates) != 0)
        say_spoilt(
            v, m->pos,
            "its hashes are not those of the files that it lists; put the manifest "
            "back as it was written, from a copy");
}

/* ---- made again ---- */

static const char *library_version(const struct libraries *l, const char *name)
{
    for (size_t i = 0; i < l->all.len; i++)
        if (strcmp(l->all.at[i].name, name) == 0)
            return l->all.at[i].version;
    return NULL;
}

/* "gwasg 0.1.0 then, 0.2.0 now; libdeflate 1.14 then, 1.18 now". */
static const char *what_is_other(const struct verifying *v)
{
    struct buf said = buf_new(v->r->a);
    const struct libraries now = libraries_now(v->r->a);
    if (strcmp(v->m.program, GWASG_VERSION) != 0)
        buf_printf(&said, "gwasg %s then, " GWASG_VERSION " now", v->m.program);
    for (size_t i = 0; i < v->m.libraries.all.len; i++) {
        const struct library *then = &v->m.libraries.all.at[i];
        const char *is = library_version(&now, then->name);
        if (is == NULL || strcmp(is, then->version) != 0)
            buf_printf(&said, "%s%s %s then, %s now", said.len > 0 ? "; " : "",
                       then->name, then->version, is != NULL ? is : "none");
    }
    if (said.len == 0)
        buf_str(&said, "the program says the same version and has the same libraries");
    return said.at;
}

static const struct output *output_named(struct run *again, const struct scores *s,
                                         const struct outputs *list, const char *name)
{
    for (size_t i = 0; i < list->all.len; i++)
        if (strcmp(output_name(again, s->in, &list->all.at[i]), name) == 0)
            return &list->all.at[i];
    return NULL;
}

/* The first line in which two texts differ, from 1; 0: none. */
static int line_that_differs(const char *x, const char *y)
{
    int line = 1;
    for (; *x == *y; x++, y++) {
        if (*x == '\0')
            return 0;
        line += *x == '\n';
    }
    return line;
}

/* The words that were kept, and those of now: what is heard of pages; of a text or of
 * data the file itself. */
static int words_that_differ(struct verifying *v, const struct released_file *f,
                             struct run *again, const struct output *one)
{
    const struct buf *heard = release_heard(again, one);
    const char *name = heard != NULL && f->heard != NULL ? f->heard : f->name;
    const struct file *was = file_read_bytes(
        v->r->a, v->r->d, path_join(v->r->a, v->dir, name), CSV_BYTES, (struct pos){0});
    if (was == NULL)
        return 1;
    return line_that_differs(was->text, heard != NULL ? heard->at : one->bytes->at);
}

static void say_rebuilt(struct verifying *v, const struct released_file *f,
                        struct run *again, const struct output *one)
{
    const int line = words_that_differ(v, f, again, one);
    const size_t pages = one->doc != NULL ? one->doc->page_count : 0;
    const char *words = f->heard != NULL ? f->heard : f->name;
    if (line > 0)
        diag(v->r->d, DIAG_REBUILT_WORDS, place_of(v, f->name),
             "it differs from line %d of %s on; %s", line, words, what_is_other(v));
    else if ((size_t)f->pages != pages)
        diag(v->r->d, DIAG_REBUILT_WORDS, place_of(v, f->name), "%zu pages, not %d; %s",
             pages, f->pages, what_is_other(v));
    else
        diag(v->r->d, DIAG_REBUILT_OTHER, place_of(v, f->name),
             "%d pages and each word as released; %s", f->pages, what_is_other(v));
    buf_str(v->out, line > 0 || (size_t)f->pages != pages
                        ? "other words or pages\n"
                        : "other bytes, the same words\n");
}

static void compare_rebuilt(struct verifying *v, struct run *again,
                            const struct scores *s, const struct outputs *list)
{
    for (size_t i = 0; i < v->m.files.all.len; i++) {
        const struct released_file *f = &v->m.files.all.at[i];
        const struct output *one = output_named(again, s, list, f->name);
        buf_printf(v->out,
                   "%s: as released; made again: ", path_join(v->r->a, v->dir, f->name));
        if (one == NULL || one->bytes == NULL) {
            diag(v->r->d, DIAG_REBUILT_WORDS, place_of(v, f->name),
                 "it is not made any more; %s", what_is_other(v));
            buf_str(v->out, "not made\n");
        } else if (one->bytes->len == f->bytes &&
                   strcmp(sha256_hex(again->a, one->bytes->at, one->bytes->len),
                          f->sha256) == 0) {
            buf_str(v->out, "the same bytes\n");
        } else {
            say_rebuilt(v, f, again, one);
        }
    }
}

/* What stops it, as the first message says it. */
static void say_not_rebuilt(struct verifying *v, struct run *again)
{
    struct buf said = buf_new(v->r->a);
    diags_print(again->d, DIAG_SHORT, &said);
    diag(v->r->d, DIAG_REBUILT_WORDS, pos_of_path(v->r->a, again->report),
         "this program does not make it any more: %.*s; %s", (int)strcspn(said.at, "\n"),
         said.at, what_is_other(v));
}

/* In an arena of its own: what it reads is no input of ours. */
static void rebuild(struct verifying *v)
{
    struct arena *a = arena_new();
    struct options final = *v->r->o;
    struct run again;
    struct outputs list = {0};
    final.stage = STAGE_FINAL;
    run_kept(&again, a, &final, path_join(a, v->dir, "inputs"), v->m.report);
    const struct scores *s = release_make(&again, &list);
    if (s == NULL || diags_errors(again.d) > 0)
        say_not_rebuilt(v, &again);
    else
        compare_rebuilt(v, &again, s, &list);
    run_end(&again);
    arena_free(a);
}

/* ---- all ---- */

static void verify_chain(struct verifying *v, const char *before)
{
    const char *says = v->m.before;
    if (v->m.number > 1 && before == NULL)
        buf_printf(v->out, "%s: the release before is not here to be compared with\n",
                   v->dir);
    else if ((says == NULL) != (before == NULL) ||
             (says != NULL && strcmp(says, before) != 0))
        say_spoilt(v, v->m.pos,
                   "it follows on a manifest with the SHA-256 %s, and that of release %d "
                   "has %s; put the one that was changed back from a copy",
                   says != NULL ? says : "of none", v->m.number - 1,
                   before != NULL ? before : "none");
}

/* `number`: which one it should be; 0: any.  `before`: the manifest's before it, or NULL;
 * gives its own, or NULL. */
static const char *verify_release(struct run *r, const char *dir, int number,
                                  const char *before, struct buf *out)
{
    struct verifying v = {.r = r, .dir = dir, .sound = true, .out = out};
    if (!manifest_read(r->a, r->d, dir, &v.m))
        return NULL;
    if (number > 0 && v.m.number != number)
        say_spoilt(&v, v.m.pos,
                   "it says that it is release %d; put the folder back under its number",
                   v.m.number);
    verify_manifest(&v);
    verify_files(&v, &v.m.files);
    verify_files(&v, &v.m.kept);
    verify_folder(&v, "");
    verify_chain(&v, before);
    if (v.sound)
        rebuild(&v);
    buf_printf(out, "%s: release %d of %s, %s, by %s: %s; %s  %s\n", dir, v.m.number,
               v.m.report, v.m.date, v.m.by,
               v.sound ? "each file is as it was released" : "not as it was released",
               v.m.sha256, path_join(r->a, dir, MANIFEST_NAME));
    return v.m.sha256;
}

void command_verify(struct run *r, struct buf *out)
{
    struct arena *a = r->a;
    if (r->o->from != NULL) {
        verify_release(r, r->o->from, 0, NULL, out);
        return;
    }
    const char *dir = releases_of(a, r->report);
    const int last = released_last(a, r->d, dir);
    const char *before = NULL;
    if (last == 0)
        diag(r->d, DIAG_FILE_MISSING, pos_of_path(a, dir),
             "nothing of this report was released; gwasg release does it");
    for (int i = 1; i <= last; i++)
        before = verify_release(r, released_dir(a, dir, i), i, before, out);
}
