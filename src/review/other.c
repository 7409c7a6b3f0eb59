/* other.c -- what is left of another report: of an example that was copied, or of the
 * report beside this one.  In: the inspection and the folders of examples; out: what
 * waits.  Looks at the files as they were typed, so that thirty others cost little. */
#define _XOPEN_SOURCE 700
#include "base/array.h"
#include "base/ascii.h"
#include "base/bounds.h"
#include "base/file.h"
#include "base/map.h"
#include "review/review.h"

#include <ctype.h>
#include <string.h>
#include <sys/stat.h>

/* So many characters outside marks make a paragraph somebody's own: turns of phrase and
 * what each report says are shorter. */
#define OWN_WORDS 100
enum { NAMED_LINES = 5 }; /* of copied paragraphs; the others are counted */

/* Of something of another report, in all files of ours. */
struct sightings {
    size_t count;
    struct pos first;
    struct buf places;
};

struct other {
    const char *dir, *name;
    const char *area[LANG_COUNT];
    const char *isbn, *signs; /* what stands behind those keys, as typed */
    bool example;
    struct sightings copied, named; /* paragraphs that are its, too; names of its area */
    const char *name_there;
};

struct looking {
    struct arena *a;
    struct diags *d;
    const struct inspection *in;
    ARRAY(struct other) others;
    ARRAY(struct stat) seen; /* folders, ours the first */
    struct map *paragraphs;  /* long ones of others, to the other */
    size_t bytes;            /* read so far */
    bool example;            /* ours is one, or of the area of one */
};

/* ---- a file as paragraphs ---- */

struct passage {
    struct buf words;  /* one blank between any two */
    size_t start, end; /* where they stand */
};

typedef void paragraph_visit(struct looking *l, const struct file *f,
                             const struct passage *p, struct other *of);

static size_t plain_length(const char *words)
{
    size_t count = 0;
    for (const char *end; *words != '\0'; words++) {
        if (strncmp(words, "((", 2) == 0 && (end = strstr(words, "))")) != NULL)
            words = end + 1;
        else
            count++;
    }
    return count;
}

static void paragraph_end(struct looking *l, const struct file *f, struct passage *p,
                          struct other *of, paragraph_visit *visit)
{
    while (p->words.len > 0 && strchr("\"'}], ", p->words.at[p->words.len - 1]) != NULL)
        p->words.at[--p->words.len] = '\0';
    if (p->words.len > 0)
        visit(l, f, p, of);
    p->words.len = 0;
    p->words.at[0] = '\0';
}

/* Bytes of "key: ", "- ", `|` and quotation marks before the words of a line. */
static size_t lead_length(const char *line, size_t len)
{
    size_t at = 0, key = 0;
    while (at < len && (line[at] == ' ' || line[at] == '\t'))
        at++;
    if (at + 1 < len && line[at] == '-' && line[at + 1] == ' ')
        return at + 2 + lead_length(line + at + 2, len - at - 2);
    while (at + key < len && (isalnum((unsigned char)line[at + key]) != 0 ||
                              strchr("_.\"'-", line[at + key]) != NULL))
        key++;
    bool is_key = key > 0 && at + key < len && line[at + key] == ':' &&
                  (at + key + 1 == len || line[at + key + 1] == ' ');
    if (is_key)
        return at + key + 1 + lead_length(line + at + key + 1, len - at - key - 1);
    return at;
}

static void words_add(struct passage *p, const struct file *f, size_t at, size_t end)
{
    if (p->words.len == 0)
        p->start = at;
    p->end = end;
    while (at < end) {
        size_t word = at;
        while (at < end && !is_blank(f->text[at]))
            at++;
        if (at > word && p->words.len > 0)
            buf_char(&p->words, ' ');
        buf_add(&p->words, f->text + word, at - word);
        while (at < end && is_blank(f->text[at]))
            at++;
    }
}

/* A paragraph ends at an empty line, at a comment and where an item or a key begins. */
static void paragraphs_each(struct looking *l, const struct file *f, struct other *of,
                            paragraph_visit *visit)
{
    struct passage p = {buf_new(l->a), 0, 0};
    for (size_t at = 0, next; at < f->len; at = next) {
        const char *end = memchr(f->text + at, '\n', f->len - at);
        size_t line_end = end != NULL ? (size_t)(end - f->text) : f->len;
        size_t blank = at + strspn(f->text + at, " \t");
        size_t words = at + lead_length(f->text + at, line_end - at);
        next = line_end + 1;
        if (blank >= line_end || words > blank || f->text[blank] == '#')
            paragraph_end(l, f, &p, of, visit);
        if (blank < line_end && f->text[blank] == '#')
            continue;
        words += strspn(f->text + words, "\"'");
        if (words < line_end && strchr("|>", f->text[words]) == NULL)
            words_add(&p, f, words, line_end);
    }
    paragraph_end(l, f, &p, of, visit);
}

/* ---- others ---- */

/* What stands behind a key at the left edge, its line and those that are indented. */
static const char *block_of(struct arena *a, const char *text, const char *key)
{
    size_t len = strlen(key);
    for (const char *line = text; line != NULL && *line != '\0';
         line = strchr(line, '\n'), line += line != NULL) {
        if (strncmp(line, key, len) != 0 || line[len] != ':')
            continue;
        const char *end = strchr(line, '\n');
        while (end != NULL && strchr(" \t#\n", end[1]) != NULL && end[1] != '\0')
            end = strchr(end + 1, '\n');
        return end != NULL ? arena_strndup(a, line, (size_t)(end - line)) : line;
    }
    return "";
}

static const char *name_in(const struct node *n)
{
    const struct node *name = n != NULL && n->kind == NODE_MAP ? node_get(n, "name") : n;
    return name != NULL && name->kind == NODE_TEXT && name->len > 0 ? name->text : NULL;
}

static void area_read(struct looking *l, struct other *o, const char *block)
{
    struct file *f = NEW(l->a, struct file);
    *f = (struct file){.path = o->dir, .text = block, .len = strlen(block)};
    const struct node *root = f->len > 0 ? source_parse(l->a, diags_new(l->a), f) : NULL;
    const struct node *area =
        root != NULL && root->kind == NODE_MAP ? node_get(root, "area") : NULL;
    if (area == NULL)
        return;
    bool each = area->kind == NODE_MAP;
    for (enum lang k = 0; k < LANG_COUNT; k++)
        o->area[k] = name_in(each ? node_get(area, lang_code(k)) : area);
}

static const char *own_area(const struct looking *l)
{
    const struct value *v = inspection_value(l->in, "area");
    return v != NULL && v->area[LANG_EN][AREA_NAME] != NULL ? v->area[LANG_EN][AREA_NAME]
                                                            : "";
}

static bool is_ours(const struct looking *l, const struct other *o)
{
    return o->area[LANG_EN] != NULL && strcmp(o->area[LANG_EN], own_area(l)) == 0;
}

static void keep_long(struct looking *l, const struct file *f, const struct passage *p,
                      struct other *of)
{
    (void)f;
    if (p->words.len >= OWN_WORDS && plain_length(p->words.at) >= OWN_WORDS)
        map_put(l->paragraphs, arena_strndup(l->a, p->words.at, p->words.len),
                (void *)(uintptr_t)(size_t)(of - l->others.at + 1));
}

static bool is_markdown(const char *name)
{
    size_t len = strlen(name);
    return len > 3 && strcmp(name + len - 3, ".md") == 0;
}

static const struct file *read_quietly(struct looking *l, const char *path)
{
    const struct file *f =
        file_read_bytes(l->a, diags_new(l->a), path, YAML_BYTES, (struct pos){0});
    l->bytes += f != NULL ? f->len : 0;
    return f;
}

static void other_texts(struct looking *l, struct other *o, const struct file *yaml)
{
    size_t count;
    const char *const *names = folder_names(l->a, NULL, o->dir, &count);
    paragraphs_each(l, yaml, o, keep_long);
    for (size_t i = 0; i < count && l->bytes < OTHERS_BYTES; i++) {
        const struct file *f = is_markdown(names[i])
                                   ? read_quietly(l, path_join(l->a, o->dir, names[i]))
                                   : NULL;
        if (f != NULL)
            paragraphs_each(l, f, o, keep_long);
    }
}

static bool is_same(const struct stat *x, const struct stat *y)
{
    return x->st_ino == y->st_ino && x->st_dev == y->st_dev;
}

/* A folder that was seen already, by another way perhaps; ours was the first. */
static bool seen_before(struct looking *l, const char *dir, bool example)
{
    struct stat st;
    if (stat(dir, &st) != 0)
        return true;
    for (size_t i = 0; i < l->seen.len; i++)
        if (is_same(&l->seen.at[i], &st)) {
            l->example = l->example || (example && i == 0);
            return true;
        }
    *array_push(l->a, &l->seen) = st;
    return false;
}

/* Reports of this area's own, another edition of it perhaps, are not another's. */
static void other_add(struct looking *l, const char *dir, const char *name, bool example)
{
    const char *path = path_join(l->a, dir, "inspection.yaml");
    if (!file_exists(path) || seen_before(l, dir, example))
        return;
    const struct file *yaml = read_quietly(l, path);
    if (yaml == NULL)
        return;
    struct other *o = array_push(l->a, &l->others);
    *o = (struct other){.dir = dir,
                        .name = name,
                        .isbn = block_of(l->a, yaml->text, "isbn"),
                        .signs = block_of(l->a, yaml->text, "signed"),
                        .example = example,
                        .copied = {.places = buf_new(l->a)},
                        .named = {.places = buf_new(l->a)}};
    area_read(l, o, block_of(l->a, yaml->text, "area"));
    l->example = l->example || (example && is_ours(l, o));
    if (!is_ours(l, o))
        other_texts(l, o, yaml);
}

static void others_add(struct looking *l, const char *dir, bool examples)
{
    size_t count;
    const char *const *names = folder_names(l->a, NULL, dir, &count);
    for (size_t i = 0; i < count && l->bytes < OTHERS_BYTES; i++)
        other_add(l, path_join(l->a, dir, names[i]), names[i], examples);
}

/* ---- ours ---- */

static const char *called(const struct looking *l, const struct other *o)
{
    return arena_printf(l->a, o->example ? "the example %s" : "the report ../%s",
                        o->name);
}

#define CURE "; write this report's own, or say under \"accepted:\" who answers for it"

static bool is_word_sign(char c)
{
    return isalnum((unsigned char)c) != 0 || (unsigned char)c >= 0x80;
}

/* `name` as words of their own. */
static const char *find_words(const char *text, const char *name)
{
    size_t len = strlen(name);
    for (const char *at = text; (at = strstr(at, name)) != NULL; at++)
        if ((at == text || !is_word_sign(at[-1])) && !is_word_sign(at[len]))
            return at;
    return NULL;
}

static void sight(struct looking *l, struct sightings *s, struct pos pos)
{
    if (s->count++ == 0)
        s->first = pos;
    else if (s->count <= NAMED_LINES)
        buf_printf(&s->places, "%s%s:%d", s->places.len > 0 ? ", " : "",
                   path_name(l->a, pos.file->path), pos_place(pos).line);
}

/* ", and 9 more: foreword.md:3 ..." */
static const char *sights(struct arena *a, const struct sightings *s)
{
    return s->count < 2
               ? ""
               : arena_printf(a, ", and %zu more: %s%s", s->count - 1, s->places.at,
                              s->count > NAMED_LINES ? " ..." : "");
}

static void look_for_area(struct looking *l, const struct file *f,
                          const struct passage *p, struct other *o)
{
    for (enum lang k = 0; k < LANG_COUNT; k++) {
        const char *name = o->area[k];
        if (name == NULL || find_words(own_area(l), name) != NULL ||
            find_words(p->words.at, name) == NULL)
            continue;
        const char *at = find_words(f->text + p->start, name);
        bool here = at != NULL && (size_t)(at - f->text) < p->end;
        struct pos pos = {f, here ? (size_t)(at - f->text) : p->start, strlen(name)};
        sight(l, &o->named, pos);
        o->name_there = o->named.count == 1 ? name : o->name_there;
        return;
    }
}

static void look_for_copy(struct looking *l, const struct file *f,
                          const struct passage *p)
{
    size_t found = p->words.len < OWN_WORDS
                       ? 0
                       : (size_t)(uintptr_t)map_get(l->paragraphs, p->words.at);
    if (found == 0)
        return;
    struct other *o = &l->others.at[found - 1];
    struct pos pos = {f, p->start, p->end - p->start};
    sight(l, &o->copied, pos);
}

static void look_at(struct looking *l, const struct file *f, const struct passage *p,
                    struct other *none)
{
    (void)none;
    look_for_copy(l, f, p);
    for (size_t i = 0; i < l->others.len; i++)
        if (!is_ours(l, &l->others.at[i]))
            look_for_area(l, f, p, &l->others.at[i]);
}

/* What is copied is told once for each other report: a report that was begun as a copy
 * has it on every page. */
static void say_sights(struct looking *l)
{
    for (size_t i = 0; i < l->others.len; i++) {
        const struct other *o = &l->others.at[i];
        if (o->named.count > 0)
            diag(l->d, DIAG_OTHER_REPORT, o->named.first,
                 "\"%s\" is the area of %s%s" CURE, o->name_there, called(l, o),
                 sights(l->a, &o->named));
        if (o->copied.count > 0)
            diag(l->d, DIAG_OTHER_REPORT, o->copied.first,
                 "this paragraph stands word for word in %s%s" CURE, called(l, o),
                 sights(l->a, &o->copied));
    }
}

static void look_at_texts(struct looking *l)
{
    size_t count;
    const char *const *names = folder_names(l->a, l->d, l->in->dir, &count);
    paragraphs_each(l, l->in->file, NULL, look_at);
    for (size_t i = 0; i < count; i++) {
        if (!is_markdown(names[i]))
            continue;
        const struct file *f =
            file_read(l->a, diags_new(l->a), path_join(l->a, l->in->dir, names[i]),
                      YAML_BYTES, (struct pos){0});
        if (f != NULL)
            paragraphs_each(l, f, NULL, look_at);
    }
}

/* ---- values ---- */

/* The first that has it: one word is enough. */
static void look_at_isbn(struct looking *l, const struct value *v)
{
    for (size_t i = 0; i < l->others.len; i++)
        for (enum lang k = 0; k < LANG_COUNT; k++) {
            if (v->isbn[k] == NULL || is_ours(l, &l->others.at[i]) ||
                strstr(l->others.at[i].isbn, v->isbn[k]) == NULL)
                continue;
            diag(l->d, DIAG_OTHER_REPORT, v->node->pos, "ISBN %s is that of %s" CURE,
                 v->isbn[k], called(l, &l->others.at[i]));
            return;
        }
}

static void look_at_picture(struct looking *l, const struct value *v)
{
    const struct file *own = read_quietly(l, path_join(l->a, l->in->dir, v->word));
    for (size_t i = 0; i < l->others.len && own != NULL; i++) {
        const char *path = path_join(l->a, l->others.at[i].dir, v->word);
        const struct file *f =
            l->others.at[i].example && file_exists(path) ? read_quietly(l, path) : NULL;
        if (f == NULL || f->len != own->len || memcmp(f->text, own->text, f->len) != 0)
            continue;
        diag(l->d, DIAG_OTHER_REPORT, v->node->pos, "\"%s\" is the picture of %s" CURE,
             v->word, called(l, &l->others.at[i]));
        return;
    }
}

static void look_at_signature(struct looking *l, const struct value *v)
{
    const char *name = v->line != NULL ? prose_plain(l->a, v->line) : "";
    for (size_t i = 0; i < l->others.len && name[0] != '\0'; i++)
        if (l->others.at[i].example && find_words(l->others.at[i].signs, name) != NULL) {
            diag(l->d, DIAG_OTHER_REPORT, v->node->pos, "\"%s\" signs %s" CURE, name,
                 called(l, &l->others.at[i]));
            return;
        }
}

/* One person signs all reports of a year; nobody who is real signs an example. */
static void look_at_values(struct looking *l, const struct value *v)
{
    if (v->field->kind == FIELD_ISBN)
        look_at_isbn(l, v);
    else if (v->field->kind == FIELD_IMAGE && v->word != NULL && !l->example)
        look_at_picture(l, v);
    else if (strcmp(v->path, "signed.name") == 0 && !l->example)
        look_at_signature(l, v);
    for (size_t i = 0; i < v->count; i++)
        look_at_values(l, &v->items[i]);
}

void review_other(struct arena *a, struct diags *d, const struct inspection *in,
                  const char *examples)
{
    struct looking l = {.a = a, .d = d, .in = in, .paragraphs = map_new(a)};
    seen_before(&l, in->dir, false);
    if (examples != NULL)
        others_add(&l, examples, true);
    others_add(&l, path_join(a, in->dir, ".."), false);
    look_at_texts(&l);
    say_sights(&l);
    look_at_values(&l, in->root);
}
