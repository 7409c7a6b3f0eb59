/* reports.c -- in: a name that was typed; out: the report that is meant.  Reads the names
 * of folders alone. */
#include "cli/reports.h"

#include "base/array.h"
#include "base/character.h"

#include <string.h>

struct report_names {
    ARRAY(const char *) all;
};

/* The folders in `dir` that hold an inspection. */
static struct report_names reports_in(struct arena *a, const char *dir)
{
    struct report_names found = {0};
    size_t count;
    const char *const *names = folder_names(a, diags_new(a), dir, &count);
    for (size_t i = 0; i < count; i++) {
        const char *path = path_join(a, dir, names[i]);
        if (folder_exists(path) && file_exists(path_join(a, path, "inspection.yaml")))
            *array_push(a, &found.all) = names[i];
    }
    return found;
}

const char *report_here(struct arena *a)
{
    if (file_exists("inspection.yaml"))
        return ".";
    const struct report_names here = reports_in(a, ".");
    return here.all.len > 0 ? here.all.at[0] : NULL;
}

/* The nearest name, or the only one that begins as it was typed. */
static const char *meant_by(const char *name, const struct report_names *near)
{
    const char *meant = nearest_name(name, near->all.at, near->all.len);
    size_t begin = 0;
    for (size_t i = 0; meant == NULL && i < near->all.len; i++)
        begin += strncmp(near->all.at[i], name, strlen(name)) == 0;
    for (size_t i = 0; begin == 1 && meant == NULL; i++)
        if (strncmp(near->all.at[i], name, strlen(name)) == 0)
            meant = near->all.at[i];
    return meant;
}

/* "My Reviews", of which a shell makes two; NULL: there is none of that name. */
static const char *parted_by_blank(struct run *r)
{
    const struct options *o = r->o;
    for (int i = 0; i + 1 < o->operand_count; i++) {
        const char *both = o->operands[i];
        for (int k = i + 1; k < o->operand_count; k++) {
            both = arena_printf(r->a, "%s %s", both, o->operands[k]);
            bool mine = strcmp(o->operands[i], r->report) == 0 ||
                        strcmp(o->operands[k], r->report) == 0;
            if (mine && file_exists(both))
                return both;
        }
    }
    return NULL;
}

bool report_there(struct run *r)
{
    struct arena *a = r->a;
    const char *typed = r->report, *blank = parted_by_blank(r);
    const char *name = path_name(a, typed), *ending = strrchr(name, '.');
    if (file_exists(typed) || (ending != NULL && strcmp(ending, ".yaml") == 0))
        return true; /* or it is a file, of which more is known when it is read */
    const struct report_names near = reports_in(a, path_dir(a, typed));
    const char *meant = meant_by(name, &near);
    if (blank != NULL)
        meant = arena_printf(a, "put the name in quotation marks: \"%s\"", blank);
    else if (meant != NULL)
        meant = arena_printf(a, "did you mean %.*s%s?",
                             (int)(strlen(typed) - strlen(name)), typed, meant);
    diag(r->d, DIAG_FILE_MISSING, pos_of_path(a, typed), "there is no such folder%s%s",
         meant != NULL ? "; " : "", meant != NULL ? meant : "");
    return false;
}
