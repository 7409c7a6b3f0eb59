/* skeleton.c -- `gwasg init --programme`: a new programme's folder, of the files that the
 * plain house has for that: `begin` for a family, `edition` for one with a base.  What is
 * in them, and where the names go, is theirs to say. */
#include "base/array.h"
#include "base/bounds.h"
#include "cli/commands.h"
#include "cli/pipeline.h"

#include <string.h>

#define SKELETONS "house-plain"

/* The text with the new programme's name and that of its base. */
static struct buf filled(struct run *r, const struct file *f)
{
    const struct {
        const char *mark, *text;
    } marks[] = {{"@NAME@", r->o->programme},
                 {"@BASE@", r->o->base != NULL ? r->o->base : ""}};
    struct buf out = buf_new(r->a);
    for (const char *at = f->text; *at != '\0';) {
        size_t i = 0;
        while (i < LEN(marks) && strncmp(at, marks[i].mark, strlen(marks[i].mark)) != 0)
            i++;
        if (i < LEN(marks)) {
            buf_str(&out, marks[i].text);
            at += strlen(marks[i].mark);
        } else {
            buf_char(&out, *at++);
        }
    }
    return out;
}

/* Letters, digits and hyphens: it is a folder, and stands in every report. */
static bool name_is_good(struct run *r)
{
    const char *name = r->o->programme;
    if (name[0] != '\0' && name[0] != '-' &&
        name[strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0')
        return true;
    diag(
        r->d, DIAG_VALUE_UNKNOWN, (struct pos){0},
        "\"%s\"; a programme's name has small letters, digits and hyphens, as waste-2024",
        name);
    return false;
}

static bool base_is_there(struct run *r)
{
    return r->o->base == NULL ||
           programme_load(r->a, r->d, r->templates, r->o->base, (struct pos){0}) != NULL;
}

void init_programme(struct run *r, struct buf *out)
{
    ARRAY(struct file_write) files = {0};
    const char *dir = path_join(r->a, r->templates, r->o->programme);
    const char *from = arena_printf(r->a, "%s/" SKELETONS "/%s", r->templates,
                                    r->o->base != NULL ? "edition" : "begin");
    if (!name_is_good(r) || !base_is_there(r))
        return;
    if (file_exists(dir)) {
        diag(r->d, DIAG_WRITE_FAILED, pos_of_path(r->a, dir),
             "it is there already; name a new one");
        return;
    }
    size_t count;
    const char *const *names = folder_names(r->a, r->d, from, &count);
    for (size_t i = 0; i < count; i++) {
        const struct file *f = file_read(r->a, r->d, path_join(r->a, from, names[i]),
                                         XML_BYTES, (struct pos){0});
        if (f == NULL)
            return;
        struct buf text = filled(r, f);
        *array_push(r->a, &files) =
            (struct file_write){path_join(r->a, dir, names[i]), text.at, text.len, true};
    }
    if (count == 0 || !dir_make(r->a, r->d, dir) ||
        !files_replace(r->a, r->d, files.at, files.len))
        return;
    for (size_t i = 0; i < files.len; i++)
        buf_printf(out, "%s\n", files.at[i].path);
}
