/* init.c -- `gwasg init`: a new report's folder.  The inspection takes its place last, so
 * that a folder that has none was not finished, and the same command finishes it. */
#include "base/array.h"
#include "base/bounds.h"
#include "base/lock.h"
#include "cli/commands.h"
#include "cli/pipeline.h"

#include <string.h>
#include <unistd.h>

struct new_folder {
    struct run *r;
    const char *dir;
    ARRAY(struct file_write) files;
};

static void put(struct new_folder *n, const char *name, const void *bytes, size_t len)
{
    const char *path = path_join(n->r->a, n->dir, name);
    *array_push(n->r->a, &n->files) = (struct file_write){path, bytes, len, true};
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
static bool put_all(struct new_folder *n, const struct programme *p,
                    const struct file *answers, const char *area)
{
    struct run *r = n->r;
    struct begun begun =
        programme_begin(r->a, r->d, p, area, answers != NULL ? r->o->answers : NULL);
    struct buf schema = buf_new(r->a);
    programme_schema(p, &schema);
    put(n, begun_schema(r->a, p), schema.at, schema.len);
    put_answers(n, p, answers);
    if (begun.picture)
        *array_push(r->a, &n->files) =
            picture_file(path_join(r->a, n->dir, BEGUN_PICTURE));
    for (size_t i = 0; i < begun.files.len; i++)
        put(n, begun.files.at[i].name, begun.files.at[i].text,
            strlen(begun.files.at[i].text));
    return diags_errors(r->d) == 0;
}

/* ---- the folder ---- */

/* Whether it holds what is to be put there; the last of all, and it is finished. */
static bool is_begun(const struct new_folder *n, const char *path)
{
    struct arena *a = n->r->a;
    for (size_t i = 0; i + 1 < n->files.len; i++) {
        const struct file_write *f = &n->files.at[i];
        const struct file *there =
            strcmp(f->path, path) == 0
                ? file_read_bytes(a, diags_new(a), path, CSV_BYTES, (struct pos){0})
                : NULL;
        if (there != NULL)
            return there->len == f->len && memcmp(there->text, f->bytes, f->len) == 0;
    }
    return false;
}

/* Nothing stands there but what the same command, ended by a kill, has left. */
static bool is_free(const struct new_folder *n, const char *dir)
{
    struct arena *a = n->r->a;
    size_t count;
    const char *const *names = folder_names(a, n->r->d, dir, &count);
    for (size_t i = 0; i < count; i++) {
        const char *path = path_join(a, dir, names[i]);
        if (folder_exists(path) ? !is_free(n, path) : !is_begun(n, path))
            return false;
    }
    return diags_errors(n->r->d) == 0;
}

static bool say_taken(const struct new_folder *n)
{
    if (diags_errors(n->r->d) == 0)
        diag(n->r->d, DIAG_WRITE_FAILED, pos_of_path(n->r->a, n->dir),
             "it is there and not an empty folder; name a new one");
    return false;
}

static bool fill(struct new_folder *n)
{
    struct run *r = n->r;
    ARRAY(struct file_write) lacking = {0};
    r->lock = lock_take(r->a, r->d, n->dir, r->o->command->name);
    if (r->lock == NULL)
        return false;
    folder_clean(r->a, n->dir);
    if (!is_free(n, n->dir))
        return say_taken(n);
    for (size_t i = 0; i < n->files.len; i++)
        if (!is_begun(n, n->files.at[i].path))
            *array_push(r->a, &lacking) = n->files.at[i];
    for (size_t i = 0; i < lacking.len; i++)
        if (!dir_make(r->a, r->d, path_dir(r->a, lacking.at[i].path)))
            return false;
    return files_replace(r->a, r->d, lacking.at, lacking.len);
}

static void make_folder(struct new_folder *n, struct buf *out)
{
    struct run *r = n->r;
    bool made = !file_exists(n->dir);
    if (!dir_make(r->a, r->d, n->dir))
        return;
    if (fill(n)) {
        for (size_t i = 0; i < n->files.len; i++)
            buf_printf(out, "%s\n", n->files.at[i].path);
        return;
    }
    lock_release(r->lock);
    r->lock = NULL;
    rmdir(path_join(r->a, n->dir, "images")); /* both only when there is nothing in it */
    if (made)
        rmdir(n->dir);
}

void command_init(struct run *r, struct buf *out)
{
    if (r->o->programme != NULL) {
        init_programme(r, out);
        return;
    }
    struct new_folder n = {.r = r, .dir = r->o->operands[1]};
    const struct programme *p = run_load(r, r->report);
    if (p == NULL)
        return;
    const char *answers = r->o->answers;
    const struct file *given =
        answers != NULL
            ? file_read_bytes(r->a, r->d, answers, CSV_BYTES, pos_of_path(r->a, answers))
            : NULL;
    if (diags_errors(r->d) == 0 && put_all(&n, p, given, r->o->area))
        make_folder(&n, out);
}
