/* load.c -- cy.xlf beside the inspection.  In: the units as they are now and the file;
 * out: each unit with its uid, its Welsh and the English that this was made from.  Does
 * not know how a delivery is taken in. */
#include "align/align.h"
#include "base/bounds.h"
#include "base/file.h"
#include "base/map.h"
#include "translate/unit.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

const char *translation_path(struct arena *a, const struct inspection *in)
{
    return path_join(a, in->dir, "cy.xlf");
}

/* ---- which unit of the file is which of ours ---- */

static struct align_block *blocks_of_file(struct arena *a, const struct xliff *x)
{
    struct align_block *all = NEW_ARRAY(a, struct align_block, x->count + 1);
    for (size_t i = 0; i < x->count; i++) {
        const struct xliff_unit *u = &x->units[i];
        all[i] = (struct align_block){u->path != NULL ? u->path : "",
                                      content_typed(a, u->source)};
    }
    return all;
}

static struct align_block *blocks_of_units(struct arena *a, const struct translation *t)
{
    struct align_block *all = NEW_ARRAY(a, struct align_block, t->count + 1);
    for (size_t i = 0; i < t->count; i++)
        all[i] =
            (struct align_block){t->units[i].path, content_typed(a, t->units[i].english)};
    return all;
}

/* The usual case, that nothing has changed, costs next to nothing. */
static bool all_equal(const struct align_block *old, size_t old_count,
                      const struct align_block *now, size_t now_count)
{
    if (old_count != now_count)
        return false;
    for (size_t i = 0; i < now_count; i++)
        if (strcmp(old[i].path, now[i].path) != 0 ||
            strcmp(old[i].text, now[i].text) != 0)
            return false;
    return true;
}

/* ---- what the file holds of a unit ---- */

static const struct xliff_alt *alt_of(const struct xliff_unit *x, const char *type)
{
    for (size_t i = 0; i < x->alt_count; i++)
        if (x->alts[i].type != NULL && strcmp(x->alts[i].type, type) == 0)
            return &x->alts[i];
    return NULL;
}

/* Notes that are worked out anew each time are not kept. */
static bool is_kept(const struct xliff_note *n)
{
    return n->from == NULL ||
           (strcmp(n->from, NOTE_PLACE) != 0 && strcmp(n->from, NOTE_CHANGE) != 0);
}

static void keep_notes(struct arena *a, struct unit *u, const struct xliff_unit *x)
{
    struct xliff_note *kept = NEW_ARRAY(a, struct xliff_note, x->note_count + 1);
    for (size_t i = 0; i < x->note_count; i++)
        if (is_kept(&x->notes[i]))
            kept[u->note_count++] = x->notes[i];
    u->notes = kept;
}

/* Of a stale unit the file holds the old pair as well: that is what was translated. */
static void take_unit(struct arena *a, struct unit *u, const struct xliff_unit *x)
{
    const struct xliff_alt *old = alt_of(x, ALT_PREVIOUS);
    const struct xliff_alt *like = alt_of(x, ALT_SUGGESTION);
    u->uid = x->id;
    u->known = true;
    u->base = old != NULL ? old->source : x->source;
    u->welsh = old != NULL ? old->target : x->target;
    u->state = old != NULL ? old->state : x->state;
    if (like != NULL)
        u->suggestion = like->target;
    keep_notes(a, u, x);
}

static void name_rest(struct arena *a, struct translation *t)
{
    struct map *taken = map_new(a);
    for (size_t i = 0; i < t->count; i++)
        if (t->units[i].uid != NULL)
            map_put(taken, t->units[i].uid, t);
    for (size_t i = 0; i < t->gone_count; i++)
        map_put(taken, t->gone[i].id, t);
    for (size_t i = 0; i < t->count; i++) {
        struct unit *u = &t->units[i];
        if (u->uid == NULL)
            u->uid = unit_name(a, u->path, content_typed(a, u->english), taken);
        u->standing = unit_stands(a, u);
    }
}

/* Those that stood in the report once, behind the others. */
static size_t count_live(const struct xliff *x)
{
    size_t live = x->count;
    while (live > 0 && x->units[live - 1].shut)
        live--;
    return live;
}

/* What no paragraph took, and is Welsh. */
static void keep_gone(struct arena *a, struct translation *t, const struct xliff *x,
                      const bool *taken)
{
    struct xliff_unit *gone = NEW_ARRAY(a, struct xliff_unit, x->count + 1);
    for (size_t i = 0; i < x->count; i++) {
        if (taken[i] || content_empty(x->units[i].target))
            continue;
        gone[t->gone_count] = x->units[i];
        gone[t->gone_count++].shut = true;
    }
    t->gone = gone;
}

static void join(struct arena *a, struct translation *t, const struct xliff *x)
{
    const struct align_block *old = blocks_of_file(a, x), *now = blocks_of_units(a, t);
    bool same = all_equal(old, count_live(x), now, t->count);
    bool *taken = NEW_ARRAY(a, bool, x->count + 1);
    const struct align_match *match =
        same ? NULL : align_blocks(a, old, x->count, now, t->count);
    for (size_t i = 0; i < t->count; i++) {
        long of = same ? (long)i : match[i].old;
        if (of < 0)
            continue;
        taken[of] = true;
        take_unit(a, &t->units[i], &x->units[of]);
    }
    keep_gone(a, t, x, taken);
}

void units_as_delivered(struct arena *a, struct translation *t, const struct xliff *x)
{
    const struct align_match *match =
        align_blocks(a, blocks_of_file(a, x), x->count, blocks_of_units(a, t), t->count);
    struct map *taken = map_new(a);
    for (size_t i = 0; i < t->count; i++) {
        const char *id = match[i].old < 0 ? NULL : x->units[match[i].old].id;
        bool first = id != NULL && map_put(taken, id, t) == NULL;
        t->units[i].uid = first ? id : NULL;
    }
    name_rest(a, t);
}

/* ---- the file ---- */

static bool ids_once(struct arena *a, struct diags *d, const struct xliff *x)
{
    struct map *seen = map_new(a);
    bool once = true;
    for (size_t i = 0; i < x->count; i++) {
        const struct xliff_unit *u = &x->units[i];
        if (u->id != NULL && map_put(seen, u->id, (void *)(uintptr_t)u) == NULL)
            continue;
        once = false;
        if (u->id != NULL)
            diag(d, DIAG_NAME_TWICE, u->pos, "unit \"%s\"; each has a name of its own",
                 u->id);
    }
    return once;
}

static const struct xliff *read_file(struct arena *a, struct diags *d,
                                     struct translation *t)
{
    const char *path = translation_path(a, t->in);
    if (!file_exists(path))
        return NULL;
    t->file = file_read(a, d, path, XML_BYTES, (struct pos){0});
    const struct xliff *x = t->file == NULL ? NULL : xliff_read(a, d, t->file);
    return x != NULL && ids_once(a, d, x) ? x : NULL;
}

/* ---- by paragraph ---- */

static int by_inlines(const void *x, const void *y)
{
    const struct unit *a = *(const struct unit *const *)x;
    const struct unit *b = *(const struct unit *const *)y;
    uintptr_t i = (uintptr_t)a->inlines, j = (uintptr_t)b->inlines;
    return i < j ? -1 : i > j;
}

static void index_units(struct arena *a, struct translation *t)
{
    const struct unit **all = NEW_ARRAY(a, const struct unit *, t->count + 1);
    for (size_t i = 0; i < t->count; i++)
        all[i] = &t->units[i];
    qsort(all, t->count, sizeof(const struct unit *), by_inlines);
    t->by_inlines = all;
}

const struct unit *translation_unit(const struct translation *t,
                                    const struct inline_node *inlines)
{
    struct unit like = {.inlines = inlines};
    const struct unit *key = &like;
    const struct unit **found =
        bsearch(&key, t->by_inlines, t->count, sizeof(const struct unit *), by_inlines);
    return found != NULL ? *found : NULL;
}

struct translation *translation_load(struct arena *a, struct diags *d,
                                     const struct inspection *in,
                                     const struct prints *prints)
{
    struct translation *t = NEW(a, struct translation);
    t->in = in;
    t->units = units_of(a, in, prints, &t->count);
    const struct xliff *x = read_file(a, d, t);
    if (x != NULL)
        join(a, t, x);
    name_rest(a, t);
    index_units(a, t);
    return t;
}
