/* init.c -- `gwasg init`: a new report's folder, whole or not at all. */
#include "base/array.h"
#include "base/bounds.h"
#include "cli/commands.h"
#include "cli/pipeline.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct new_folder {
    struct run *r;
    const char *dir;   /* as typed */
    const char *stage; /* where the files are written: `dir`, or a hidden one beside it */
    ARRAY(struct file_write) files;
};

static bool say_failed(struct run *r, const char *path, const char *why)
{
    diag(r->d, DIAG_WRITE_FAILED, pos_of_path(r->a, path), "%s", why);
    return false;
}

static bool is_empty(const char *path)
{
    DIR *dir = opendir(path);
    size_t count = 0;
    while (dir != NULL && readdir(dir) != NULL)
        count++;
    if (dir != NULL)
        closedir(dir);
    return count == 2; /* itself and the one above */
}

/* An empty folder is filled; one that is not there is made beside its place first. */
static bool stage_make(struct new_folder *n)
{
    struct run *r = n->r;
    if (file_exists(n->dir)) {
        n->stage = n->dir;
        return is_empty(n->dir) ||
               say_failed(r, n->dir,
                          "it is there and not an empty folder; name a new one");
    }
    const char *above = path_dir(r->a, n->dir);
    char *stage = arena_printf(r->a, "%s/.%s.XXXXXX", above, path_name(r->a, n->dir));
    if (!dir_make(r->a, r->d, above))
        return false;
    if (mkdtemp(stage) == NULL)
        return say_failed(r, n->dir, strerror(errno));
    n->stage = stage;
    return true;
}

static void put(struct new_folder *n, const char *name, const void *bytes, size_t len)
{
    const char *path = path_join(n->r->a, n->stage, name);
    *array_push(n->r->a, &n->files) = (struct file_write){path, bytes, len, true};
}

/* What is left when it has not become the report's folder. */
static void stage_remove(const struct new_folder *n)
{
    for (size_t i = 0; i < n->files.len; i++)
        unlink(n->files.at[i].path);
    rmdir(path_join(n->r->a, n->stage, "images"));
    if (n->stage != n->dir)
        rmdir(n->stage);
}

static bool stage_place(const struct new_folder *n)
{
    mode_t mask = umask(0);
    umask(mask);
    return n->stage == n->dir ||
           (chmod(n->stage, 0777 & ~mask) == 0 && rename(n->stage, n->dir) == 0) ||
           say_failed(n->r, n->dir, strerror(errno));
}

/* ---- what is in it ---- */

/* A workbook stays one. */
static const char *table_ending(const char *path)
{
    const char *end = strrchr(path, '.');
    bool workbook =
        end != NULL && (strcmp(end, ".xlsx") == 0 || strcmp(end, ".ods") == 0);
    return workbook ? end : ".csv";
}

static void put_answers(struct new_folder *n, const struct programme *p,
                        const struct file *given)
{
    struct buf head = buf_new(n->r->a);
    if (given != NULL) {
        put(n, arena_printf(n->r->a, "answers%s", table_ending(given->path)), given->text,
            given->len);
    } else if (p->question_count > 0) {
        programme_answers_head(p, &head);
        put(n, "answers.csv", head.at, head.len);
    }
}

/* The officer's file is copied as it is; what it says is looked at beside that. */
static void put_all(struct new_folder *n, const struct programme *p,
                    const struct file *answers, const char *area)
{
    struct run *r = n->r;
    struct begun begun =
        programme_begin(r->a, r->d, p, area, answers != NULL ? r->o->answers : NULL);
    struct buf schema = buf_new(r->a);
    programme_schema(p, &schema);
    for (size_t i = 0; i < begun.files.len; i++)
        put(n, begun.files.at[i].name, begun.files.at[i].text,
            strlen(begun.files.at[i].text));
    put(n, begun_schema(r->a, p), schema.at, schema.len);
    put_answers(n, p, answers);
    if (begun.picture && dir_make(r->a, r->d, path_join(r->a, n->stage, "images")))
        *array_push(r->a, &n->files) =
            picture_file(path_join(r->a, n->stage, BEGUN_PICTURE));
}

static void make_folder(struct run *r, const struct programme *p,
                        const struct file *answers, const char *area, struct buf *out)
{
    struct new_folder n = {.r = r, .dir = r->o->operands[1]};
    if (!stage_make(&n))
        return;
    put_all(&n, p, answers, area);
    if (diags_errors(r->d) > 0 || !files_replace(r->a, r->d, n.files.at, n.files.len) ||
        !stage_place(&n)) {
        stage_remove(&n);
        return;
    }
    for (size_t i = 0; i < n.files.len; i++)
        buf_printf(out, "%s\n",
                   path_join(r->a, n.dir, n.files.at[i].path + strlen(n.stage) + 1));
}

void command_init(struct run *r, struct buf *out)
{
    const struct programme *p = run_load(r, r->report);
    if (p == NULL)
        return;
    const char *answers = r->o->answers;
    const struct file *given =
        answers != NULL
            ? file_read_bytes(r->a, r->d, answers, CSV_BYTES, pos_of_path(r->a, answers))
            : NULL;
    if (diags_errors(r->d) == 0)
        make_folder(r, p, given, r->o->area, out);
}
