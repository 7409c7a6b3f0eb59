/* inputs.c -- in: the files that were opened; out: the hash of those a report is made of.
 */
#include "sending/inputs.h"

#include "base/array.h"
#include "base/bounds.h"
#include "base/file.h"
#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

struct input_list {
    ARRAY(struct input_file) all;
};

/* What of a path stands behind a folder's name; NULL: it is not below it. */
static const char *below(const char *path, const char *dir)
{
    if (!path_is_below(path, dir))
        return NULL;
    size_t skip = strlen(dir);
    while (skip > 1 && dir[skip - 1] == '/')
        skip--;
    skip = strcmp(dir, ".") == 0 ? 0 : skip + 1;
    skip += strncmp(path + skip, "./", 2) == 0 ? 2 : 0;
    return path + skip;
}

static bool is_record(const char *name)
{
    return strncmp(name, "sent/", 5) == 0 || strncmp(name, "released/", 9) == 0 ||
           strstr(name, ".released/") != NULL || strcmp(name, "recipients.csv") == 0 ||
           strcmp(name, "comments.csv") == 0 || strcmp(name, "figures.lock") == 0;
}

/* Templates may stand below a report that is called ".": they come first. */
static const char *input_name(struct arena *a, const char *path,
                              const struct input_folders *f)
{
    const char *name = f->fonts != NULL ? below(path, f->fonts) : NULL;
    if (name != NULL)
        return arena_printf(a, "fonts/%s", name);
    name = f->templates != NULL ? below(path, f->templates) : NULL;
    if (name != NULL)
        return arena_printf(a, "templates/%s", name);
    name = below(path, f->report);
    return name != NULL && !is_record(name) ? arena_printf(a, "report/%s", name) : NULL;
}

static int compare(const void *x, const void *y)
{
    return strcmp(((const struct input_file *)x)->name,
                  ((const struct input_file *)y)->name);
}

static struct input_list list_inputs(struct arena *a, const struct input_folders *f)
{
    struct input_list list = {0};
    for (const struct arena_file *o = arena_files(a); o != NULL; o = o->next) {
        const char *name = input_name(a, o->path, f);
        if (name != NULL)
            *array_push(a, &list.all) = (struct input_file){o->path, name};
    }
    if (list.all.len > 0)
        qsort(list.all.at, list.all.len, sizeof *list.all.at, compare);
    return list;
}

const char *inputs_hash(struct arena *a, struct diags *d, const struct input_folders *f)
{
    const struct input_list list = list_inputs(a, f);
    uint64_t hash = HASH_START;
    for (size_t i = 0; i < list.all.len; i++) {
        const struct input_file *in = &list.all.at[i];
        const struct file *file =
            file_read_bytes(a, d, in->path, CSV_BYTES, (struct pos){0});
        hash = hash_bytes(hash, in->name, strlen(in->name) + 1);
        hash = file != NULL ? hash_bytes(hash, file->text, file->len) : hash;
    }
    return hash_name(a, hash); /* it stands in tables that spreadsheets open */
}

const struct input_file *inputs_list(struct arena *a, const struct input_folders *f,
                                     size_t *count)
{
    const struct input_list list = list_inputs(a, f);
    *count = list.all.len;
    return list.all.at;
}

size_t inputs_count(struct arena *a, const struct input_folders *f)
{
    return list_inputs(a, f).all.len;
}
