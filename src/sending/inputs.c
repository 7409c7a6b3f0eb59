/* inputs.c -- in: a report's folder and its programme's; out: the hash of their files. */
#include "sending/inputs.h"

#include "base/array.h"
#include "base/bounds.h"
#include "base/file.h"
#include "base/hash.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define DEPTH 4 /* folders in folders: a report has one for its pictures */

struct input_file {
    const char *path;
    const char *name; /* "/images/map.png": the path from its folder on */
};

struct file_list {
    ARRAY(struct input_file) all;
};

/* What a build reads, by the end of its name. */
static bool is_input(const char *name)
{
    static const char *const ends[] = {".yaml", ".md",  ".csv", ".xlsx",
                                       ".ods",  ".xlf", ".png", ".xsl"};
    static const char *const not [] = {"recipients.csv", "comments.csv"};
    const char *dot = strrchr(name, '.');
    for (size_t i = 0; i < LEN(not ); i++)
        if (strcmp(name, not [i]) == 0)
            return false;
    for (size_t i = 0; dot != NULL && i < LEN(ends); i++)
        if (strcmp(dot, ends[i]) == 0)
            return true;
    return false;
}

/* `below`: the name of the folder `dir` itself, "" of the first. */
static void list_folder(struct arena *a, const char *dir, const char *below, int depth,
                        struct file_list *list);

static void list_entry(struct arena *a, struct input_file entry, int depth,
                       struct file_list *list)
{
    struct stat st;
    const char *last = strrchr(entry.name, '/') + 1;
    if (last[0] == '.' || stat(entry.path, &st) != 0)
        return;
    if (S_ISDIR(st.st_mode) && depth < DEPTH && strcmp(last, "sent") != 0 &&
        strcmp(last, "out") != 0)
        list_folder(a, entry.path, entry.name, depth + 1, list);
    else if (S_ISREG(st.st_mode) && is_input(last))
        *array_push(a, &list->all) = entry;
}

static void list_folder(struct arena *a, const char *dir, const char *below, int depth,
                        struct file_list *list)
{
    DIR *folder = opendir(dir);
    if (folder == NULL)
        return;
    for (struct dirent *e = readdir(folder); e != NULL; e = readdir(folder)) {
        const struct input_file entry = {path_join(a, dir, e->d_name),
                                         arena_printf(a, "%s/%s", below, e->d_name)};
        list_entry(a, entry, depth, list);
    }
    closedir(folder);
}

static int compare(const void *x, const void *y)
{
    return strcmp(((const struct input_file *)x)->name,
                  ((const struct input_file *)y)->name);
}

/* Names without what is before the folder: a report may be moved, and named from
 * anywhere. */
static uint64_t hash_folder(struct arena *a, struct diags *d, uint64_t hash,
                            const char *dir)
{
    struct file_list list = {0};
    list_folder(a, dir, "", 0, &list);
    if (list.all.len > 0)
        qsort(list.all.at, list.all.len, sizeof *list.all.at, compare);
    for (size_t i = 0; i < list.all.len; i++) {
        const struct input_file *in = &list.all.at[i];
        const struct file *f =
            file_read_bytes(a, d, in->path, CSV_BYTES, (struct pos){0});
        hash = hash_bytes(hash, in->name, strlen(in->name) + 1);
        hash = f != NULL ? hash_bytes(hash, f->text, f->len) : hash;
    }
    return hash;
}

const char *inputs_hash(struct arena *a, struct diags *d, const struct inspection *in)
{
    const struct programme *p = in->programme;
    uint64_t hash = hash_folder(a, d, HASH_START, in->dir);
    for (size_t i = 0; i < p->house_count + p->folder_count; i++)
        hash = hash_folder(a, d, hash, programme_folder(p, i)->dir);
    return hash_name(a, hash); /* it stands in tables that spreadsheets open */
}
