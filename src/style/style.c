/* style.c -- style.yaml to numbers.  In: the tree of the file; out: a whole style, or
 * everything that is wrong with it.  Knows no file, no font and nothing of what is drawn.
 */
#include "style/reading.h"

#include "base/file.h"

#include <string.h>

/* No page is as long as this, in ten-thousandths of a point. */
#define LENGTH_LIMIT 20000000L

static const char *const colour_names[] = {
#define X(id, key) key,
    STYLE_COLOURS(X)
#undef X
};
static const char *const type_names[] = {
#define X(id, key) key,
    STYLE_TYPES(X)
#undef X
};
static const char *const length_names[] = {
#define X(id, key) key,
    STYLE_LENGTHS(X)
#undef X
};
static const char *const face_names[] = {"regular", "bold", "italic", "bold-italic"};
static const char *const part_names[] = {"fonts",   "baseline", "colours", "types",
                                         "lengths", "boxes",    "tables",  "kinds"};
enum { PARTS_NEEDED = 7 /* all but kinds */ };
static const char *const kind_names[] = {"lengths", "types"};
static const char *const type_keys[] = {"size",   "leading", "face",    "colour",
                                        "before", "after",   "tracking"};
enum { TYPE_KEYS_NEEDED = 6 /* all but tracking */ };

/* The place of a name in a list, or `count`. */
static size_t name_index(const char *name, const char *const *names, size_t count)
{
    size_t i = 0;
    while (i < count && strcmp(name, names[i]) != 0)
        i++;
    return i;
}

static void unknown_say(struct diags *d, const struct node *typed, const char *what,
                        const char *const *names, size_t count)
{
    const char *near = nearest_name(typed->text, names, count);
    if (near != NULL)
        diag(d, DIAG_STYLE_WRONG, typed->pos, "\"%s\" is no %s; did you mean \"%s\"?",
             typed->text, what, near);
    else
        diag(d, DIAG_STYLE_WRONG, typed->pos,
             "\"%s\" is no %s; take it out, or see the list in another house style",
             typed->text, what);
}

bool keys_check(struct diags *d, const struct node *map, const char *owner,
                const char *what, const char *const *names, size_t needed, size_t count)
{
    if (map->kind != NODE_MAP) {
        diag(d, DIAG_STYLE_WRONG, map->pos,
             "%s: a map with a line for each %s belongs here", owner, what);
        return false;
    }
    for (size_t i = 0; i < map->count; i++) {
        const struct node *key = map->entries[i].key;
        if (name_index(key->text, names, count) == count)
            unknown_say(d, key, what, names, count);
    }
    for (size_t i = 0; i < needed; i++)
        if (node_get(map, names[i]) == NULL)
            diag(d, DIAG_STYLE_WRONG, map->pos, "%s: the %s \"%s\" is missing; add it",
                 owner, what, names[i]);
    return true;
}

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

length length_read(struct diags *d, const struct node *n, const char *owner,
                   const char *key, length least)
{
    long value = 0;
    if (n == NULL)
        return 0; /* said by keys_check */
    if (n->kind != NODE_TEXT || !decimal_parse(n->text, &value)) {
        diag(d, DIAG_STYLE_WRONG, n->pos,
             "%s for \"%s\" of %s; write a number of points, such as 12 or -0.6",
             n->kind == NODE_TEXT ? "no number" : "no single value", key, owner);
        return 0;
    }
    long twice = value * 2048;
    length l = (length)((twice + (value < 0 ? -10000 : 10000)) / 20000);
    if (l < least)
        diag(d, DIAG_STYLE_WRONG, n->pos, "%s is too small for \"%s\" of %s", n->text,
             key, owner);
    return l;
}

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

static void colours_read(struct diags *d, const struct node *map, struct style *s,
                         bool all)
{
    (void)all; /* no kind of document has its own */
    if (!keys_check(d, map, "colours", "colour", colour_names, COLOUR_COUNT,
                    COLOUR_COUNT))
        return;
    for (int i = 0; i < COLOUR_COUNT; i++) {
        const struct node *n = node_get(map, colour_names[i]);
        if (n != NULL && (n->kind != NODE_TEXT || !colour_parse(n->text, &s->colours[i])))
            diag(d, DIAG_STYLE_WRONG, n->pos,
                 "%s for the colour \"%s\"; write # and six digits in quotation marks, "
                 "such as \"#12436D\"",
                 n->kind == NODE_TEXT && !n->empty ? n->text : "nothing",
                 colour_names[i]);
    }
}

static void lengths_read(struct diags *d, const struct node *map, struct style *s,
                         bool all)
{
    if (!keys_check(d, map, "lengths", "length", length_names, all ? LENGTH_COUNT : 0,
                    LENGTH_COUNT))
        return;
    for (int i = 0; i < LENGTH_COUNT; i++) {
        const struct node *n = node_get(map, length_names[i]);
        if (n != NULL)
            s->lengths[i] = length_read(d, n, "lengths", length_names[i], 0);
    }
}

static void fonts_read(struct diags *d, const struct node *map, struct style *s, bool all)
{
    (void)all;
    if (!keys_check(d, map, "fonts", "font", face_names, FACE_COUNT, FACE_COUNT))
        return;
    for (int i = 0; i < FACE_COUNT; i++) {
        const struct node *n = node_get(map, face_names[i]);
        if (n == NULL)
            continue;
        if (n->kind != NODE_TEXT || n->len == 0)
            diag(d, DIAG_STYLE_WRONG, n->pos,
                 "the font \"%s\" needs the name of a file under fonts/", face_names[i]);
        else
            s->fonts[i] = n->text;
    }
}

size_t choice_read(struct diags *d, const struct node *n, const char *what,
                   const char *const *names, size_t count)
{
    if (n == NULL)
        return 0; /* said by keys_check */
    size_t i = n->kind == NODE_TEXT ? name_index(n->text, names, count) : count;
    if (i < count)
        return i;
    if (n->kind == NODE_TEXT)
        unknown_say(d, n, what, names, count);
    else
        diag(d, DIAG_STYLE_WRONG, n->pos, "the name of a %s belongs here", what);
    return 0;
}

struct colour colour_read(struct diags *d, const struct node *n, const struct style *s)
{
    return s->colours[choice_read(d, n, "colour", colour_names, COLOUR_COUNT)];
}

int type_named(struct diags *d, const struct node *n, const struct style *s)
{
    (void)s;
    return 1 + (int)choice_read(d, n, "type", type_names, TYPE_COUNT);
}

static struct type_style type_read(struct diags *d, const struct node *map,
                                   const char *name, const struct style *s)
{
    struct type_style t = {0};
    if (!keys_check(d, map, name, "property of a type", type_keys, TYPE_KEYS_NEEDED,
                    LEN(type_keys)))
        return t;
    t.size = length_read(d, node_get(map, "size"), name, "size", 1);
    t.leading = length_read(d, node_get(map, "leading"), name, "leading", 1);
    t.face =
        (enum face)choice_read(d, node_get(map, "face"), "face", face_names, FACE_COUNT);
    t.colour = colour_read(d, node_get(map, "colour"), s);
    t.tracking = length_read(d, node_get(map, "tracking"), name, "tracking", PT(-100));
    t.before = length_read(d, node_get(map, "before"), name, "before", 0);
    t.after = length_read(d, node_get(map, "after"), name, "after", 0);
    return t;
}

static void types_read(struct diags *d, const struct node *map, struct style *s, bool all)
{
    if (!keys_check(d, map, "types", "type", type_names, all ? TYPE_COUNT : 0,
                    TYPE_COUNT))
        return;
    for (int i = 0; i < TYPE_COUNT; i++) {
        const struct node *n = node_get(map, type_names[i]);
        if (n != NULL)
            s->types[i] = type_read(d, n, type_names[i], s);
    }
}

/* The parts that are there; colours before types, which name them. */
static void parts_read(struct diags *d, const struct node *root, struct style *s)
{
    static const struct {
        const char *key;
        void (*read)(struct diags *, const struct node *, struct style *, bool);
    } parts[] = {{"fonts", fonts_read},
                 {"colours", colours_read},
                 {"types", types_read},
                 {"lengths", lengths_read}};
    for (size_t i = 0; i < LEN(parts); i++) {
        const struct node *n = node_get(root, parts[i].key);
        if (n != NULL)
            parts[i].read(d, n, s, true);
    }
    s->baseline =
        length_read(d, node_get(root, "baseline"), "the house style", "baseline", 1);
}

/* ---- what does not go together ---- */

static void check_leading(struct diags *d, const struct node *types,
                          const struct style *s)
{
    for (size_t i = 0; types != NULL && i < types->count; i++) {
        const struct entry *e = &types->entries[i];
        size_t t = name_index(e->key->text, type_names, TYPE_COUNT);
        if (t < TYPE_COUNT && s->types[t].leading < s->types[t].size)
            diag(d, DIAG_STYLE_WRONG, e->key->pos,
                 "the lines of \"%s\" would lie over each other: `leading` is less than "
                 "`size`",
                 type_names[t]);
    }
}

/* Each length must be less than another, or than a part of it: the half, a quarter. */
static void check_lengths(struct diags *d, const struct node *lengths,
                          const struct style *s)
{
    static const char *const parts[] = {"", "", "half of ", "", "a quarter of "};
    static const struct {
        enum length_id less, more;
        int parts;
    } rules[] = {
        {LENGTH_MARGIN, LENGTH_PAGE_WIDTH, 4},
        {LENGTH_TEXT_TOP, LENGTH_TEXT_BOTTOM, 1},
        {LENGTH_TEXT_BOTTOM, LENGTH_PAGE_HEIGHT, 1},
        {LENGTH_FOOT_BASELINE, LENGTH_PAGE_HEIGHT, 1},
        {LENGTH_INDENT, LENGTH_PAGE_WIDTH, 2},
        {LENGTH_BULLET_INDENT, LENGTH_PAGE_WIDTH, 2},
        {LENGTH_NOTE_INDENT, LENGTH_PAGE_WIDTH, 2},
        {LENGTH_TOC_INDENT, LENGTH_PAGE_WIDTH, 2},
    };
    for (size_t i = 0; lengths != NULL && i < LEN(rules); i++) {
        length less = s->lengths[rules[i].less], more = s->lengths[rules[i].more];
        const struct node *key = node_key(lengths, length_names[rules[i].less]);
        if (less >= more / rules[i].parts)
            diag(d, DIAG_STYLE_WRONG, key != NULL ? key->pos : lengths->pos,
                 "\"%s\" leaves no room on the page: it must be less than %s\"%s\"",
                 length_names[rules[i].less], parts[rules[i].parts],
                 length_names[rules[i].more]);
    }
}

/* Of the house, or of what a kind puts on top of it. */
static void geometry_check(struct diags *d, const struct node *map, const struct style *s)
{
    check_leading(d, node_get(map, "types"), s);
    check_lengths(d, node_get(map, "lengths"), s);
}

/* What a kind gives goes on top of a copy of the house's. */
static void kind_read(struct diags *d, const struct node *map, const char *name,
                      struct style_kind *kind)
{
    kind->name = name;
    if (!keys_check(d, map, name, "part of a kind", kind_names, 0, LEN(kind_names)))
        return;
    const struct node *lengths = node_get(map, "lengths"),
                      *types = node_get(map, "types");
    if (lengths != NULL)
        lengths_read(d, lengths, &kind->style, false);
    if (types != NULL)
        types_read(d, types, &kind->style, false);
    geometry_check(d, map, &kind->style);
}

static void kinds_read(struct arena *a, struct diags *d, const struct node *map,
                       struct style *s)
{
    if (map == NULL)
        return;
    if (map->kind != NODE_MAP) {
        diag(d, DIAG_STYLE_WRONG, map->pos,
             "kinds: a map with a line for each kind of document belongs here");
        return;
    }
    struct style_kind *kinds = NEW_ARRAY(a, struct style_kind, map->count + 1);
    for (size_t i = 0; i < map->count; i++) {
        kinds[i].style = *s;
        kind_read(d, map->entries[i].value, map->entries[i].key->text, &kinds[i]);
    }
    s->kinds = kinds;
    s->kind_count = map->count;
}

const struct style *style_of_kind(const struct style *s, const char *kind)
{
    for (size_t i = 0; kind != NULL && i < s->kind_count; i++)
        if (strcmp(s->kinds[i].name, kind) == 0)
            return &s->kinds[i].style;
    return s;
}

const struct style *style_parse(struct arena *a, struct diags *d, const struct node *root)
{
    size_t errors = diags_errors(d);
    struct style *s = NEW(a, struct style);
    if (keys_check(d, root, "the house style", "part of a house style", part_names,
                   PARTS_NEEDED, LEN(part_names)))
        parts_read(d, root, s);
    if (root->pos.file != NULL)
        s->name = path_name(a, path_dir(a, root->pos.file->path));
    const struct node *boxes = root->kind == NODE_MAP ? node_get(root, "boxes") : NULL;
    const struct node *tables = boxes != NULL ? node_get(root, "tables") : NULL;
    if (boxes != NULL)
        s->boxes = looks_read(a, d, boxes, &BOX_LOOKS, s, &s->box_count);
    if (tables != NULL)
        s->tables = looks_read(a, d, tables, &TABLE_LOOKS, s, &s->table_count);
    if (root->kind == NODE_MAP)
        kinds_read(a, d, node_get(root, "kinds"), s);
    if (diags_errors(d) == errors)
        geometry_check(d, root, s);
    return diags_errors(d) == errors ? s : NULL;
}

length type_baseline(const struct style *s, const struct type_style *t)
{
    return (t->leading - t->size) / 2 + (length)((long)t->size * s->baseline / 1024);
}
