/* base.c -- folders under templates/ that build on others.  Comes in: the name of one and
 * of the file whose `base:` names the next; goes out: all their folders, and those files
 * laid over one another (lay.c).  Does not know what the files say. */
#include "model/base.h"

#include "base/bounds.h"
#include "base/file.h"

#include <string.h>

const char *base_folder(struct arena *a, const char *templates, const char *name,
                        const char *file)
{
    if (name[0] == '\0' || name[0] == '.' || strpbrk(name, "/\\") != NULL)
        return NULL;
    const char *dir = path_join(a, templates, name);
    return file_exists(path_join(a, dir, file)) ? dir : NULL;
}

const struct node *base_yaml(struct reader *r, const char *dir, const char *file)
{
    const char *path = path_join(r->a, dir, file);
    if (!file_exists(path))
        return NULL;
    const struct file *f = file_read(r->a, r->d, path, YAML_BYTES, (struct pos){0});
    return f == NULL ? NULL : source_parse(r->a, r->d, f);
}

/* ---- the chain ---- */

static bool is_in(const struct chain *c, const char *name)
{
    for (size_t i = 0; i < c->names.len; i++)
        if (strcmp(c->names.at[i], name) == 0)
            return true;
    return false;
}

/* The next folder, or NULL; says what is wrong with its name. */
static const char *next_folder(struct reader *r, const struct chain *c,
                               const char *templates, const struct node *base,
                               const char *own)
{
    if (!expect_kind(r, base, NODE_TEXT, "the name of a folder"))
        return NULL;
    if (is_in(c, base->text)) {
        diag(r->d, DIAG_BASE_CIRCLE, base->pos,
             "\"%s\" builds on itself; leave \"base:\" out of one of them", base->text);
        return NULL;
    }
    const char *dir = base_folder(r->a, templates, base->text, own);
    if (dir == NULL)
        diag(r->d, DIAG_FILE_MISSING, base->pos,
             "\"%s\"; a base is a folder under %s with a %s", base->text, templates, own);
    return dir;
}

/* Read from the top down, wanted from the ground up. */
static void turn(struct chain *c)
{
    for (size_t i = 0, j = c->names.len; i + 1 < j; i++) {
        j--;
        const char *name = c->names.at[i], *dir = c->dirs.at[i];
        c->names.at[i] = c->names.at[j], c->dirs.at[i] = c->dirs.at[j];
        c->names.at[j] = name, c->dirs.at[j] = dir;
    }
}

struct chain base_chain(struct reader *r, const char *templates, const char *name,
                        const char *file, const char *own, int depth)
{
    struct chain c = {0};
    ARRAY(const struct node *) files = {0};
    const char *dir = base_folder(r->a, templates, name, own);
    while (dir != NULL) {
        *array_push(r->a, &c.names) = name;
        *array_push(r->a, &c.dirs) = dir;
        const struct node *root = base_yaml(r, dir, file);
        const struct node *base = root != NULL ? node_get(root, "base") : NULL;
        if (root != NULL && (files.len == 0 || root->kind == NODE_MAP))
            *array_push(r->a, &files) = root;
        if (base == NULL)
            break;
        name = base->text;
        dir = next_folder(r, &c, templates, base, own);
    }
    c.root = base_lay(r, files.at, files.len, depth);
    turn(&c);
    return c;
}
