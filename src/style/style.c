/* style.c -- style.yaml to numbers.  In: the tree of the file; out: a whole style, or
 * everything that is wrong with it.  Knows no file, no font and nothing of what is drawn.
 */
#include "style/reading.h"

#include "base/file.h"

#include <string.h>

/* No page is as long as this, in ten-thousandths of a point. */
#define LENGTH_LIMIT 20000000L

static const char *const role_names[] = {
#define X(id) #id,
    STYLE_ROLES(X)
#undef X
};
static const char *const type_names[] = {
#define X(id) #id,
    STYLE_TYPES(X)
#undef X
};
static const char *const group_names[] = {
#define G(group, keys) #group,
    STYLE_LENGTHS(G, X)
#undef G
};
/* A group of lengths: its place in struct style, and its keys. */
static const struct group {
    size_t at, count;
    const char *const *keys;
} groups[] = {
#define G(group, keys)                                                                   \
    {offsetof(struct style, group), sizeof(struct group##_lengths) / sizeof(length),     \
     (const char *const[]){keys}},
#define X(key) #key,
    STYLE_LENGTHS(G, X)
#undef X
#undef G
};
static const char *const face_names[] = {"regular", "bold", "italic", "bold-italic"};
static const char *const type_keys[] = {"size",   "leading", "colour",  "face",
                                        "before", "after",   "tracking"};
enum { TYPE_KEYS_NEEDED = 3 /* else regular, and 0 */ };

/* ---- names ---- */

/* Names of C as style.yaml writes them. */
static const char **names_typed(struct arena *a, const char *const *names, size_t count)
{
    const char **typed = NEW_ARRAY(a, const char *, count);
    for (size_t i = 0; i < count; i++) {
        char *name = arena_strdup(a, names[i]);
        for (char *c = name; *c != '\0'; c++)
            *c = *c == '_' ? '-' : *c >= 'A' && *c <= 'Z' ? (char)(*c - 'A' + 'a') : *c;
        typed[i] = name;
    }
    return typed;
}

/* The place of a name in a list, or `count`. */
static size_t name_index(const char *name, const char *const *names, size_t count)
{
    size_t i = 0;
    while (i < count && strcmp(name, names[i]) != 0)
        i++;
    return i;
}

static void unknown_say(const struct style_reader *r, const struct node *typed,
                        const char *what, const char *const *names, size_t count,
                        const char *cure)
{
    const char *near = nearest_name(typed->text, names, count);
    if (near != NULL)
        cure = arena_printf(r->a, "did you mean \"%s\"?", near);
    diag(r->d, DIAG_STYLE_WRONG, typed->pos, "\"%s\" is no %s; %s", typed->text, what,
         cure);
}

bool map_check(const struct style_reader *r, const struct node *map, const char *owner,
               const char *what)
{
    if (map->kind != NODE_MAP)
        diag(r->d, DIAG_STYLE_WRONG, map->pos,
             "%s: a map with a line for each %s belongs here", owner, what);
    return map->kind == NODE_MAP;
}

bool keys_check(const struct style_reader *r, const struct node *map, const char *owner,
                const char *what, const char *const *names, size_t needed, size_t count)
{
    if (!map_check(r, map, owner, what))
        return false;
    size_t known = 0;
    for (size_t i = 0; i < count; i++) {
        bool there = node_get(map, names[i]) != NULL;
        known += there;
        if (r->whole && !there && i < needed)
            diag(r->d, DIAG_STYLE_WRONG, map->pos, "%s: the %s \"%s\" is missing; add it",
                 owner, what, names[i]);
    }
    for (size_t i = 0; i < map->count && known < map->count; i++)
        if (name_index(map->entries[i].key->text, names, count) == count)
            unknown_say(r, map->entries[i].key, what, names, count,
                        "take it out, or see the list in another house style");
    return true;
}

size_t choice_read(const struct style_reader *r, const struct node *n, const char *what,
                   const char *const *names, size_t count)
{
    size_t i = n->kind == NODE_TEXT ? name_index(n->text, names, count) : count;
    if (i < count)
        return i;
    if (n->kind == NODE_TEXT)
        unknown_say(r, n, what, names, count, "take one that this house style has");
    else
        diag(r->d, DIAG_STYLE_WRONG, n->pos, "the name of a %s belongs here", what);
    return 0;
}

/* ---- lengths ---- */

/* "-12.5" in ten-thousandths.  Not strtod: that one asks the locale, and takes "1e3". */
static bool decimal_parse(const char *s, long *out)
{
    bool negative = *s == '-';
    s += negative;
    if (*s < '0' || *s > '9')
        return false;
    long value = 0, unit = 10000;
    for (; *s >= '0' && *s <= '9' && value < LENGTH_LIMIT; s++)
        value = value * 10 + (*s - '0') * 10000L;
    if (*s == '.')
        for (s++; *s >= '0' && *s <= '9' && unit > 1; s++)
            value += (*s - '0') * (unit /= 10);
    *out = negative ? -value : value;
    return *s == '\0' && s[-1] != '.' && value < LENGTH_LIMIT;
}

void length_read(const struct style_reader *r, const struct node *map, const char *owner,
                 const char *key, length least, length *out)
{
    long value = 0;
    const struct node *n = node_get(map, key);
    if (n == NULL)
        return;
    if (n->kind != NODE_TEXT || !decimal_parse(n->text, &value)) {
        diag(r->d, DIAG_STYLE_WRONG, n->pos,
             "%s for \"%s\" of %s; write a number of points, such as 12 or -0.6",
             n->kind == NODE_TEXT ? "no number" : "no single value", key, owner);
        return;
    }
    long twice = value * 2048;
    *out = (length)((twice + (value < 0 ? -10000 : 10000)) / 20000);
    if (*out < least)
        diag(r->d, DIAG_STYLE_WRONG, n->pos, "%s is too small for \"%s\" of %s", n->text,
             key, owner);
}

static void group_read(const struct style_reader *r, const struct node *map,
                       const char *name, const struct group *g)
{
    const char **keys = names_typed(r->a, g->keys, g->count);
    length *lengths = (length *)((char *)r->s + g->at);
    if (!keys_check(r, map, name, "length", keys, g->count, g->count))
        return;
    for (size_t i = 0; i < g->count; i++)
        length_read(r, map, name, keys[i], 0, &lengths[i]);
}

static void lengths_read(const struct style_reader *r, const struct node *map)
{
    const char **names = names_typed(r->a, group_names, LEN(groups));
    if (!keys_check(r, map, "lengths", "group of lengths", names, LEN(groups),
                    LEN(groups)))
        return;
    for (size_t i = 0; i < LEN(groups); i++) {
        const struct node *n = node_get(map, names[i]);
        if (n != NULL)
            group_read(r, n, names[i], &groups[i]);
    }
}

/* ---- colours ---- */

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool colour_parse(const char *s, struct colour *out)
{
    unsigned char bytes[3];
    if (strlen(s) != 7 || s[0] != '#')
        return false;
    for (int i = 0; i < 3; i++) {
        int high = hex_digit(s[1 + 2 * i]), low = hex_digit(s[2 + 2 * i]);
        if (high < 0 || low < 0)
            return false;
        bytes[i] = (unsigned char)(high * 16 + low);
    }
    *out = (struct colour){bytes[0], bytes[1], bytes[2]};
    return true;
}

static void colours_read(const struct style_reader *r, const struct node *map)
{
    if (!map_check(r, map, "colours", "colour"))
        return;
    const char **names = NEW_ARRAY(r->a, const char *, map->count + 1);
    struct colour *colours = NEW_ARRAY(r->a, struct colour, map->count + 1);
    struct pos *pos = NEW_ARRAY(r->a, struct pos, map->count + 1);
    for (size_t i = 0; i < map->count; i++) {
        const struct node *n = map->entries[i].value;
        names[i] = map->entries[i].key->text;
        pos[i] = n->pos;
        if (n->kind != NODE_TEXT || !colour_parse(n->text, &colours[i]))
            diag(r->d, DIAG_STYLE_WRONG, n->pos,
                 "%s for the colour \"%s\"; write # and six digits in quotation marks, "
                 "such as \"#12436D\"",
                 n->kind == NODE_TEXT && !n->empty ? n->text : "nothing", names[i]);
    }
    r->s->colour_names = names;
    r->s->colours = colours;
    r->s->colour_pos = pos;
    r->s->colour_count = map->count;
}

const char *colour_read(const struct style_reader *r, const struct node *n,
                        struct colour *out)
{
    const struct style *s = r->s;
    if (n == NULL || s->colour_count == 0)
        return NULL;
    size_t i = choice_read(r, n, "colour", s->colour_names, s->colour_count);
    *out = s->colours[i];
    return s->colour_names[i];
}

static void roles_read(const struct style_reader *r, const struct node *map)
{
    const char **names = names_typed(r->a, role_names, ROLE_COUNT);
    if (!keys_check(r, map, "roles", "role", names, ROLE_COUNT, ROLE_COUNT))
        return;
    for (int i = 0; i < ROLE_COUNT; i++) {
        const struct node *n = node_get(map, names[i]);
        r->s->role_colours[i] = colour_read(r, n, &r->s->roles[i]);
        r->s->role_pos[i] = n != NULL ? n->pos : map->pos;
    }
}

/* ---- type ---- */

/* One with a folder before its name lies beside the file that names it. */
static void font_read(const struct style_reader *r, const struct node *n, int face)
{
    const bool own = strchr(n->text, '/') != NULL && n->pos.file != NULL;
    r->s->fonts[face] = n->text;
    r->s->font_at[face] = own ? n->pos : (struct pos){0};
    if (own)
        file_inside(r->a, r->d, path_dir(r->a, n->pos.file->path), n->text, n->pos);
}

static void fonts_read(const struct style_reader *r, const struct node *map)
{
    if (!keys_check(r, map, "fonts", "font", face_names, FACE_COUNT, FACE_COUNT))
        return;
    for (int i = 0; i < FACE_COUNT; i++) {
        const struct node *n = node_get(map, face_names[i]);
        if (n == NULL)
            continue;
        if (n->kind != NODE_TEXT || n->len == 0)
            diag(r->d, DIAG_STYLE_WRONG, n->pos,
                 "the font \"%s\" needs the name of a file under fonts/", face_names[i]);
        else
            font_read(r, n, i);
    }
}

const char *style_font(struct arena *a, const struct style *s, enum face face,
                       const char *fonts)
{
    const struct file *by = s->font_at[face].file;
    return path_join(a, by != NULL ? path_dir(a, by->path) : fonts, s->fonts[face]);
}

/* What is given goes on top of what `t` is. */
static void type_read(const struct style_reader *r, const struct node *map,
                      const char *name, struct type_style *t)
{
    if (!keys_check(r, map, name, "property of a type", type_keys, TYPE_KEYS_NEEDED,
                    LEN(type_keys)))
        return;
    const struct node *face = node_get(map, "face");
    if (face != NULL)
        t->face = (enum face)choice_read(r, face, "face", face_names, FACE_COUNT);
    const struct node *colour = node_get(map, "colour");
    colour_read(r, colour, &t->colour);
    if (colour != NULL)
        t->pos = colour->pos;
    length_read(r, map, name, "size", 1, &t->size);
    length_read(r, map, name, "leading", 1, &t->leading);
    length_read(r, map, name, "tracking", PT(-100), &t->tracking);
    length_read(r, map, name, "before", 0, &t->before);
    length_read(r, map, name, "after", 0, &t->after);
}

/* The names of those that C asks for, then of the house's own in their order. */
static void types_name(const struct style_reader *r, const struct node *map)
{
    struct style *s = r->s;
    const char *const *asked = names_typed(r->a, type_names, TYPE_COUNT);
    const char **names = NEW_ARRAY(r->a, const char *, TYPE_COUNT + map->count);
    memcpy(names, asked, TYPE_COUNT * sizeof *names);
    s->type_count = TYPE_COUNT;
    for (size_t i = 0; i < map->count; i++)
        if (name_index(map->entries[i].key->text, asked, TYPE_COUNT) == TYPE_COUNT)
            names[s->type_count++] = map->entries[i].key->text;
    s->type_names = names;
}

/* A kind's are a copy of the house's to begin with, and have no other names. */
static void types_read(const struct style_reader *r, const struct node *map)
{
    struct style *s = r->s;
    const struct type_style *house = s->types;
    if (!map_check(r, map, "types", "type"))
        return;
    if (r->whole)
        types_name(r, map);
    keys_check(r, map, "types", "type", s->type_names, TYPE_COUNT, s->type_count);
    s->types = NEW_ARRAY(r->a, struct type_style, s->type_count + 1);
    for (size_t i = 0; i < s->type_count; i++) {
        const struct node *n = node_get(map, s->type_names[i]);
        if (!r->whole)
            s->types[i] = house[i];
        if (n != NULL)
            type_read(r, n, s->type_names[i], &s->types[i]);
    }
}

int type_named(const struct style_reader *r, const struct node *n)
{
    return 1 + (int)choice_read(r, n, "type", r->s->type_names, r->s->type_count);
}

/* ---- all of it ---- */

static void boxes_read(const struct style_reader *r, const struct node *map)
{
    r->s->boxes = looks_read(r, map, &BOX_LOOKS, &r->s->box_count);
}

static void tables_read(const struct style_reader *r, const struct node *map)
{
    r->s->tables = looks_read(r, map, &TABLE_LOOKS, &r->s->table_count);
}

/* Colours come before what names them, types before boxes and tables. */
static const char *const part_names[] = {
    "fonts",  "colours",  "roles",   "types",   "lengths", "boxes",
    "tables", "baseline", "kinds",   "pdf",     "least",   "large-print",
    "marked", "cover",    "divider", "pictures" /* of model/ */};
static void (*const part_readers[])(const struct style_reader *, const struct node *) = {
    fonts_read,   colours_read, roles_read, types_read,
    lengths_read, boxes_read,   tables_read};
enum {
    PARTS_NEEDED = 8 /* all but kinds and what follows */,
    OF_KIND = 3,
    OF_KIND_COUNT = 2
};

static void parts_read(const struct style_reader *r, const struct node *map, size_t first,
                       size_t count)
{
    for (size_t i = first; i < first + count; i++) {
        const struct node *part = node_get(map, part_names[i]);
        if (part != NULL)
            part_readers[i](r, part);
    }
}

/* What a kind gives goes on top of a copy of the house's. */
static void kinds_read(const struct style_reader *house, const struct node *map)
{
    if (map == NULL || !map_check(house, map, "kinds", "kind of document"))
        return;
    struct style_kind *kinds = NEW_ARRAY(house->a, struct style_kind, map->count + 1);
    for (size_t i = 0; i < map->count; i++) {
        const struct style_reader r = {house->a, house->d, &kinds[i].style, false};
        const struct node *kind = map->entries[i].value;
        kinds[i] = (struct style_kind){map->entries[i].key->text, *house->s};
        if (keys_check(&r, kind, kinds[i].name, "part of a kind", part_names + OF_KIND, 0,
                       OF_KIND_COUNT)) {
            parts_read(&r, kind, OF_KIND, OF_KIND_COUNT);
            geometry_check(&r, kind);
        }
    }
    house->s->kinds = kinds;
    house->s->kind_count = map->count;
}

static void standard_read(const struct style_reader *r, const struct node *n)
{
    static const char *const names[PDF_STANDARD_COUNT] = {
        [PDF_UA1] = "ua1", [PDF_UA2] = "ua2"};
    if (n == NULL)
        return;
    const char *text = n->kind == NODE_TEXT ? n->text : "";
    const size_t i = name_index(text, names, PDF_STANDARD_COUNT);
    if (i == PDF_STANDARD_COUNT)
        diag(r->d, DIAG_STYLE_WRONG, n->pos,
             "\"%s\" is no standard of PDF; use ua1 or ua2", text);
    else
        r->s->pdf = (enum pdf_standard)i;
}

struct style *style_parse(struct arena *a, struct diags *d, const struct node *root)
{
    size_t errors = diags_errors(d);
    struct style *s = NEW(a, struct style);
    const struct style_reader r = {a, d, s, true};
    if (root->pos.file != NULL)
        s->name = path_name(a, path_dir(a, root->pos.file->path));
    if (keys_check(&r, root, "the house style", "part of a house style", part_names,
                   PARTS_NEEDED, LEN(part_names))) {
        parts_read(&r, root, 0, LEN(part_readers));
        length_read(&r, root, "the house style", "baseline", 1, &s->baseline);
        length_read(&r, root, "the house style", "least", 1, &s->least);
        s->large = s->least > 0; /* which kinds of documents take over */
        standard_read(&r, node_get(root, "pdf"));
        composition_read(&r, node_get(root, "cover"), "cover", &s->cover_made);
        composition_read(&r, node_get(root, "divider"), "divider", &s->divider_made);
        if (diags_errors(d) == errors)
            geometry_check(&r, root);
        kinds_read(&r, node_get(root, "kinds"));
    }
    return diags_errors(d) == errors ? s : NULL;
}

/* ---- what it says ---- */

const struct style *style_of_kind(const struct style *s, const char *kind)
{
    for (size_t i = 0; kind != NULL && i < s->kind_count; i++)
        if (strcmp(s->kinds[i].name, kind) == 0)
            return &s->kinds[i].style;
    return s;
}

const struct colour *style_colour(const struct style *s, const char *name)
{
    size_t i = name_index(name, s->colour_names, s->colour_count);
    return i < s->colour_count ? &s->colours[i] : NULL;
}

size_t style_colour_index(const struct style *s, struct colour c)
{
    size_t i = 0;
    while (i < s->colour_count && memcmp(&s->colours[i], &c, sizeof c) != 0)
        i++;
    return i;
}

const struct type_style *style_type(const struct style *s, const char *name)
{
    size_t i = name_index(name, s->type_names, s->type_count);
    return i < s->type_count ? &s->types[i] : NULL;
}

length type_baseline(const struct style *s, const struct type_style *t)
{
    return (t->leading - t->size) / 2 + (length)((long)t->size * s->baseline / 1024);
}
