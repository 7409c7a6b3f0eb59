/* unit.c -- the paragraphs of an inspection that have to be translated.  In: its tree of
 * values; out: a list in the order of the file.  Does not know what is translated. */
#include "translate/unit.h"

#include "base/array.h"
#include "base/hash.h"
#include "translate/sentence.h"

#include <stdlib.h>
#include <string.h>

struct unit_walk {
    struct arena *a;
    const struct prints *prints;
    const char *section;
    ARRAY(struct unit) units;
};

/* ---- one paragraph ---- */

static void add_unit(struct unit_walk *w, const struct value *v,
                     const struct inline_node *n, struct pos pos)
{
    if (n == NULL)
        return;
    struct content english = content_of(w->a, n, w->prints);
    if (!has_letter(content_words(w->a, english)))
        return;
    *array_push(w->a, &w->units) = (struct unit){.path = v->path,
                                                 .length = v->field->length,
                                                 .section = w->section,
                                                 .pos = pos,
                                                 .inlines = n,
                                                 .english = english};
}

static void add_blocks(struct unit_walk *w, const struct value *v, const struct block *b)
{
    for (; b != NULL; b = b->next) {
        add_unit(w, v, b->inlines, b->pos);
        add_blocks(w, v, b->child);
    }
}

const struct inline_node *text_english(const struct text *t)
{
    const struct inline_node *en = t->in[LANG_EN], *cy = t->in[LANG_CY];
    return cy == NULL || cy == en ? en : NULL;
}

static void add_line(struct unit_walk *w, const struct value *v,
                     const struct inline_node *n)
{
    if (n != NULL)
        add_unit(w, v, n, n->pos);
}

/* ---- all ---- */

static int by_place(const void *x, const void *y)
{
    const struct value *a = *(const struct value *const *)x;
    const struct value *b = *(const struct value *const *)y;
    size_t i = a->node->pos.at, j = b->node->pos.at;
    return i < j ? -1 : i > j;
}

/* A record's fields stand in the programme's order; a reader wants the file's. */
static const struct value **in_order(struct arena *a, const struct value *v)
{
    const struct value **all = NEW_ARRAY(a, const struct value *, v->count + 1);
    for (size_t i = 0; i < v->count; i++)
        all[i] = &v->items[i];
    qsort(all, v->count, sizeof(const struct value *), by_place);
    return all;
}

/* Findings are counted criterion by criterion, other fields whole. */
static bool is_section(const struct value *parent, const struct value *v)
{
    return parent->field->kind == FIELD_MAP && parent->field->keys != KEYS_FREE &&
           strchr(parent->path, '.') == NULL && v->name != NULL;
}

static void walk_value(struct unit_walk *w, const struct value *v);

static void walk_items(struct unit_walk *w, const struct value *v, bool top)
{
    const struct value **items = in_order(w->a, v);
    for (size_t i = 0; i < v->count; i++) {
        if (top || is_section(v, items[i]))
            w->section = items[i]->path;
        walk_value(w, items[i]);
    }
}

static void walk_value(struct unit_walk *w, const struct value *v)
{
    if (v->field->same)
        return;
    switch (v->field->kind) {
    case FIELD_LINE: add_line(w, v, v->line); break;
    case FIELD_TEXT: add_line(w, v, text_english(&v->text)); break;
    case FIELD_PROSE:
    case FIELD_BLOCK: add_blocks(w, v, v->blocks); break;
    case FIELD_LIST:
    case FIELD_MAP:
    case FIELD_RECORD: walk_items(w, v, false); break;
    case FIELD_WORD:
    case FIELD_AREA:
    case FIELD_CHOICE:
    case FIELD_NUMBER:
    case FIELD_DATE:
    case FIELD_MONTH:
    case FIELD_ISBN:
    case FIELD_IMAGE: break;
    }
}

struct unit *units_of(struct arena *a, const struct inspection *in,
                      const struct prints *prints, size_t *count)
{
    struct unit_walk w = {.a = a, .prints = prints, .section = ""};
    walk_items(&w, in->root, true);
    *count = w.units.len;
    return w.units.at;
}

/* ---- names ---- */

const char *unit_name(struct arena *a, const char *path, const char *typed,
                      struct map *taken)
{
    static char held;
    uint64_t h = hash_str(hash_str(hash_str(HASH_START, path), "\n"), typed);
    const char *name = hash_name(a, h);
    while (map_get(taken, name) != NULL) {
        h = hash_str(h, "+");
        name = hash_name(a, h);
    }
    map_put(taken, name, &held);
    return name;
}

/* ---- standing ---- */

const char *unit_standing_name(enum unit_standing s)
{
    static const char *const names[] = {"final", "review", "stale", "missing"};
    return names[s];
}

enum unit_standing unit_stands(struct arena *a, const struct unit *u)
{
    if (content_empty(u->welsh))
        return UNIT_MISSING;
    if (u->state == XLIFF_NEEDS_ADAPTATION || !content_same(a, u->english, u->base))
        return UNIT_STALE;
    return u->state == XLIFF_FINAL || u->state == XLIFF_SIGNED_OFF ? UNIT_FINAL
                                                                   : UNIT_REVIEW;
}

/* A file of the report by its name there. */
static const char *short_path(const struct inspection *in, const char *path)
{
    size_t len = strlen(in->dir);
    bool inside = strncmp(path, in->dir, len) == 0 && path[len] == '/';
    return inside ? path + len + 1 : path;
}

const char *unit_place(struct arena *a, const struct translation *t, const struct unit *u)
{
    return arena_printf(a, "%s, %s:%d", u->path, short_path(t->in, u->pos.file->path),
                        pos_place(u->pos).line);
}
