/* pictures.c -- pictures of a house and of a programme: `pictures` of style.yaml and of
 * programme.yaml.  Comes in: both maps; goes out: each picture's file in each language
 * and the words for those who do not see it.  Each is opened, so that it counts among
 * what a report was made of. */
#include "base/bounds.h"
#include "base/file.h"
#include "model/ask.h"
#include "model/read.h"

#include <string.h>

const char *picture_named(struct reader *r, const char *dir, const struct node *n)
{
    const char *what;
    if (!expect_kind(r, n, NODE_TEXT, "the name of a PNG, JPEG or SVG file"))
        return NULL;
    const char *path = file_inside(r->a, r->d, dir, n->text, n->pos);
    const struct file *f =
        path != NULL ? file_read_bytes(r->a, r->d, path, IMAGE_BYTES, n->pos) : NULL;
    if (f == NULL || picture_format(f->text, f->len, &what) != PICTURE_OTHER)
        return f != NULL ? path : NULL;
    diag(r->d, DIAG_IMAGE_WRONG, n->pos, "\"%s\" is %s; export it as PNG, JPEG or SVG",
         n->text, what);
    return NULL;
}

/* It lies in the folder of the file that names it. */
static const char *picture_path(struct reader *r, const struct node *n)
{
    return picture_named(r, path_dir(r->a, n->pos.file->path), n);
}

static void picture_files(struct reader *r, const struct node *file,
                          struct own_picture *p)
{
    if (file == NULL)
        return;
    const bool each = file->kind == NODE_MAP;
    if (each && !expect_keys(r, file, "en! cy!"))
        return;
    for (enum lang l = LANG_EN; l < LANG_COUNT; l++) {
        const struct node *one = each ? node_get(file, lang_code(l)) : file;
        p->at[l] = one != NULL ? one->pos : file->pos;
        if (one != NULL && (l == LANG_EN || each))
            p->path[l] = picture_path(r, one);
        else
            p->path[l] = p->path[LANG_EN];
    }
}

static void picture_alt(struct reader *r, const struct node *map, struct own_picture *p)
{
    const struct node *alt = node_get(map, "alt");
    p->decoration =
        alt != NULL && alt->kind == NODE_TEXT && strcmp(alt->text, "decoration") == 0;
    if (alt == NULL || p->decoration)
        return;
    if (alt->kind == NODE_MAP)
        p->alt = read_text(r, map, "alt");
    if (p->alt.in[LANG_EN] == NULL)
        diag(
            r->d, DIAG_ALT_MISSING, alt->pos,
            "say what \"%s\" shows, alt: {en: ..., cy: ...}, or alt: decoration where it "
            "says nothing",
            p->id);
}

static void pictures_add(struct reader *r, const struct node *root,
                         struct own_pictures *all)
{
    const struct node *map = root != NULL ? node_get(root, "pictures") : NULL;
    if (map == NULL ||
        !expect_kind(r, map, NODE_MAP, "a map with a line for each picture"))
        return;
    for (size_t i = 0; i < map->count; i++) {
        const struct node *one = map->entries[i].value;
        struct own_picture p = {.id = map->entries[i].key->text,
                                .pos = map->entries[i].key->pos};
        if (!expect_keys(r, one, "file! alt!"))
            continue;
        picture_files(r, node_get(one, "file"), &p);
        picture_alt(r, one, &p);
        *array_push(r->a, &all->list) = p;
    }
}

void pictures_read(struct reader *r, const struct node *root, struct programme *p)
{
    struct own_pictures all = {0};
    pictures_add(r, root, &all); /* a programme's before the house's of that name */
    pictures_add(r, p->style, &all);
    p->pictures = all.list.at;
    p->picture_count = all.list.len;
}
