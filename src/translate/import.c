/* import.c -- a delivered file taken in.  In: the units as they are and the file; out:
 * the units with what is whole of the delivery; of the rest is said what is wrong, and
 * the last good Welsh stays. */
#include "base/map.h"
#include "translate/check.h"
#include "translate/unit.h"

#include <stdint.h>
#include <string.h>

struct import {
    struct arena *a;
    struct diags *d;
    struct translation *t;
    const struct welsh_check *more;
    struct delivery *counts;
    bool changed;
};

/* ---- the state of what is taken ---- */

/* A tool that was given a state and left it says nothing by it. */
static enum xliff_state new_state(const struct unit *u, const struct xliff_unit *x,
                                  bool same_words)
{
    enum xliff_state sent = u->standing == UNIT_STALE ? XLIFF_NEEDS_ADAPTATION : u->state;
    bool left = x->state == sent && u->standing != UNIT_MISSING;
    switch (x->state) {
    case XLIFF_SIGNED_OFF:
    case XLIFF_FINAL: return left && !same_words ? XLIFF_TRANSLATED : XLIFF_FINAL;
    case XLIFF_NEW:
    case XLIFF_NEEDS_TRANSLATION:
    case XLIFF_NEEDS_REVIEW: return XLIFF_NEEDS_REVIEW;
    case XLIFF_NEEDS_ADAPTATION:
    case XLIFF_TRANSLATED:
    case XLIFF_NONE:
    case XLIFF_STATE_COUNT: break;
    }
    return XLIFF_TRANSLATED;
}

static bool same_typed(struct arena *a, struct content x, struct content y)
{
    return strcmp(content_typed(a, x), content_typed(a, y)) == 0;
}

/* The target is the one that was sent, and nobody says anything new of it. */
static bool is_unchanged(struct import *m, const struct unit *u,
                         const struct xliff_unit *x, struct content welsh)
{
    if (content_empty(u->welsh) || !same_typed(m->a, welsh, u->welsh))
        return false;
    enum xliff_state sent = u->standing == UNIT_STALE ? XLIFF_NEEDS_ADAPTATION
                            : u->state == XLIFF_NONE  ? XLIFF_TRANSLATED
                                                      : u->state;
    return x->state == sent || x->state == XLIFF_NONE ||
           (u->standing == UNIT_FINAL && x->state == XLIFF_TRANSLATED);
}

/* ---- notes ---- */

static bool has_note(const struct unit *u, const struct xliff_note *n)
{
    for (size_t i = 0; i < u->note_count; i++)
        if (strcmp(u->notes[i].text, n->text) == 0)
            return true;
    return false;
}

static bool is_ours(const struct xliff_note *n)
{
    return n->from != NULL &&
           (strcmp(n->from, NOTE_PLACE) == 0 || strcmp(n->from, NOTE_CHANGE) == 0 ||
            strcmp(n->from, NOTE_ACCEPTED) == 0);
}

/* A translator's remarks are kept with the unit. */
static void take_notes(struct import *m, struct unit *u, const struct xliff_unit *x)
{
    struct xliff_note *all =
        NEW_ARRAY(m->a, struct xliff_note, u->note_count + x->note_count + 1);
    if (u->note_count > 0)
        memcpy(all, u->notes, u->note_count * sizeof *all);
    size_t count = u->note_count;
    for (size_t i = 0; i < x->note_count; i++)
        if (!is_ours(&x->notes[i]) && !has_note(u, &x->notes[i]))
            all[count++] = x->notes[i];
    m->changed = m->changed || count > u->note_count;
    u->notes = all;
    u->note_count = count;
}

/* ---- one unit ---- */

/* The source is our English, though a tool wrote its codes otherwise. */
static bool is_current(struct import *m, const struct unit *u, const struct xliff_unit *x)
{
    if (content_empty(x->source) || content_same(m->a, u->english, x->source))
        return true;
    struct fault_of quiet = {diags_new(m->a), u->uid, u->path, x->source.pos};
    struct content typed, source = codes_spelt(m->a, u->english, x->source);
    return codes_fit(m->a, &quiet, u->english, source, &typed) &&
           content_same_but_blanks(m->a, u->english, x->source, typed);
}

/* A delivery of an older English never takes the place of Welsh that fits the new one. */
static bool is_outdated(struct import *m, const struct unit *u,
                        const struct xliff_unit *x)
{
    if (is_current(m, u, x))
        return false;
    bool newer = u->standing == UNIT_FINAL || u->standing == UNIT_REVIEW;
    diag(m->d, DIAG_XLIFF_STALE, x->source.pos.file != NULL ? x->source.pos : x->pos,
         "unit %s (%s): the English has changed since it was sent out; %s", u->uid,
         u->path,
         newer ? "there is newer Welsh, which stays"
               : "the Welsh is kept, and has to be looked at again");
    return newer;
}

/* Who gives a text the state final says that it stays as it is.  That is not said by the
 * state that was sent with the Welsh, where English has come into its place. */
static bool may_be_english(const struct unit *u, const struct xliff_unit *x)
{
    bool final = x->state == XLIFF_FINAL || x->state == XLIFF_SIGNED_OFF;
    return final &&
           (content_empty(u->welsh) || u->standing == UNIT_STALE || x->state != u->state);
}

/* Fixed wording as it stands in its file loses nothing when it is signed off, though it
 * is marks alone: "((arg first)), ((arg rest))". */
static bool is_standing(struct import *m, const struct unit *u, struct content welsh)
{
    return u->inlines == NULL && same_typed(m->a, welsh, u->welsh);
}

static bool fits(struct import *m, const struct unit *u, const struct xliff_unit *x,
                 struct content english, struct content *welsh)
{
    struct fault_of f = {m->d, u->uid, u->path, x->target.pos};
    bool final = may_be_english(u, x);
    struct content shape = content_empty(u->shape) ? english : u->shape;
    struct content target = codes_spelt(m->a, shape, x->target);
    bool codes = codes_fit(m->a, &f, shape, target, welsh);
    bool words = words_fit(m->a, &f, english, codes ? *welsh : target,
                           u->inlines != NULL ? u->length : 0, final);
    if (!codes || !words ||
        (!is_standing(m, u, *welsh) && !sentences_fit(m->a, &f, english, *welsh)))
        return false;
    sentences_doubted(m->a, &f, english, *welsh);
    if (u->inlines == NULL)
        room_doubted(m->a, &f, *welsh, u->length);
    return m->more == NULL || m->more->fits(m->d, u, *welsh, m->more->data);
}

/* The English that stood in an empty target, for tools that want one, and nobody touched.
 */
static bool is_untouched(struct import *m, const struct xliff_unit *x)
{
    return (x->state == XLIFF_NEEDS_TRANSLATION || x->state == XLIFF_NEW) &&
           same_typed(m->a, x->target, x->source);
}

/* What the tool's own segments show to be lost. */
static bool is_torn(struct import *m, const struct unit *u, const struct xliff_unit *x)
{
    if (x->torn != NULL)
        diag(m->d, DIAG_XLIFF_PART, x->torn_at, "unit %s (%s): %s", u->uid, u->path,
             x->torn);
    return x->torn != NULL;
}

/* Takes the Welsh, where it is whole; what it counts as. */
static size_t *take_welsh(struct import *m, struct unit *u, const struct xliff_unit *x)
{
    if (is_outdated(m, u, x))
        return &m->counts->refused;
    struct content english = is_current(m, u, x) ? u->english : x->source, welsh;
    if (!fits(m, u, x, english, &welsh))
        return &m->counts->refused;
    if (is_unchanged(m, u, x, welsh))
        return &m->counts->unchanged;
    u->state = new_state(u, x, same_typed(m->a, welsh, u->welsh));
    u->welsh = welsh;
    u->base = english;
    u->standing = unit_stands(m->a, u);
    m->changed = true;
    return &m->counts->taken;
}

static void take_delivered(struct import *m, struct unit *u, const struct xliff_unit *x)
{
    take_notes(m, u, x);
    size_t *counts = &m->counts->unchanged;
    if (is_torn(m, u, x))
        counts = &m->counts->refused;
    else if (content_empty(x->target) || is_untouched(m, x))
        counts = &m->counts->empty;
    else if (!is_unchanged(m, u, x, x->target))
        counts = take_welsh(m, u, x);
    ++*counts;
}

/* ---- all ---- */

static bool is_ours_to_take(struct import *m, const struct xliff *x)
{
    if (x->target_lang == NULL || strncmp(x->target_lang, "cy", 2) == 0)
        return true;
    diag(m->d, DIAG_XLIFF_KIND, x->pos, "its target-language is \"%s\"; Welsh is \"cy\"",
         x->target_lang);
    return false;
}

/* Names that a delivery has more than once: a text that a tool has cut in two, or joined
 * of two files; no piece is the whole. */
static const struct map *repeated(struct import *m, const struct xliff *x)
{
    struct map *first = map_new(m->a), *twice = map_new(m->a);
    for (size_t i = 0; i < x->count; i++) {
        struct xliff_unit *u = (void *)(uintptr_t)&x->units[i];
        const struct xliff_unit *before =
            u->id == NULL || u->shut ? NULL : map_put(first, u->id, u);
        if (before == NULL)
            continue;
        map_put(twice, u->id, u);
        diag(m->d, DIAG_NAME_TWICE, u->pos,
             "unit \"%s\", also at %s; neither is taken: deliver it once, whole", u->id,
             pos_name(m->a, before->pos));
    }
    return twice;
}

static void take_known(struct import *m, const struct map *by_uid, struct map *seen,
                       const struct map *twice, const struct xliff_unit *x)
{
    struct unit *u = map_get(by_uid, x->id);
    if (map_put(seen, x->id, m) != NULL)
        return; /* said of both */
    if (map_get(twice, x->id) != NULL)
        ++m->counts->refused;
    else if (u != NULL)
        take_delivered(m, u, x);
    else if (!content_empty(x->target))
        diag(m->d, DIAG_XLIFF_UNKNOWN, x->pos,
             "%s (%s); its paragraph was taken out since, or the file is of another "
             "report",
             x->id, x->path != NULL ? x->path : "no place");
}

/* A folder may have another name by now; one that has, and most of whose units are
 * strange, is another report: "Head of Service" stands in both, and the Welsh of one is
 * not to take the place of the other's. */
static bool is_of_report(struct import *m, const struct map *by_uid,
                         const struct xliff *x)
{
    size_t ours = 0;
    for (size_t i = 0; i < x->count; i++)
        ours += x->units[i].id != NULL && map_get(by_uid, x->units[i].id) != NULL;
    const char *name = arena_printf(m->a, "%s.yaml", m->t->in->name);
    bool named = x->original != NULL && strcmp(x->original, name) == 0;
    if (m->t->count == 0 || (named ? ours > 0 : ours > x->count / 2))
        return true;
    diag(m->d, DIAG_XLIFF_KIND, x->pos,
         "it is of \"%s\", and %zu of its %zu units are of this report; is it the file "
         "of another?",
         x->original != NULL ? x->original : "no name", ours, x->count);
    return false;
}

/* What is not there stands at no line. */
static struct pos nowhere_in(struct arena *a, const struct file *f)
{
    struct file *name = NEW(a, struct file);
    name->path = f->path;
    return (struct pos){.file = name};
}

/* "f8gzk6j (foreword, foreword.md:3)" of the first three. */
static void name_unit(struct import *m, const struct unit *u, size_t before,
                      struct buf *out)
{
    if (before < 3)
        buf_printf(out, "%s%s (%s)", before > 0 ? ", " : "", u->uid,
                   unit_place(m->a, m->t, u));
    else if (before == 3)
        buf_str(out, " ...");
}

/* A part is as welcome as all of it; what cy.xlf does not name was written after it. */
static void say_part(struct import *m, const struct map *seen, const struct xliff *x)
{
    const struct pos pos = nowhere_in(m->a, x->pos.file);
    struct buf gone = buf_new(m->a), later = buf_new(m->a);
    size_t gone_count = 0, later_count = 0;
    for (size_t i = 0; i < m->t->count; i++) {
        const struct unit *u = &m->t->units[i];
        if (map_get(seen, u->uid) != NULL)
            continue;
        if (u->known || m->t->file == NULL)
            name_unit(m, u, gone_count++, &gone);
        else
            name_unit(m, u, later_count++, &later);
    }
    if (gone_count > 0)
        diag(m->d, DIAG_XLIFF_GONE, pos,
             "units delivered: %zu, left out: %zu, which stay as they are: %s",
             m->t->count - gone_count - later_count, gone_count, gone.at);
    if (later_count > 0)
        diag(m->d, DIAG_XLIFF_LATER, pos, "%zu: %s; export again, and send %s too",
             later_count, later.at, later_count > 1 ? "them" : "it");
}

bool translation_import(struct arena *a, struct diags *d, struct translation *t,
                        const struct xliff *delivered, const struct welsh_check *more,
                        struct delivery *counts)
{
    *counts = (struct delivery){0};
    struct import m = {a, d, t, more, counts, false};
    if (!is_ours_to_take(&m, delivered))
        return false;
    if (t->file == NULL)
        units_as_delivered(a, t, delivered);
    struct map *by_uid = map_new(a), *seen = map_new(a);
    for (size_t i = 0; i < t->count; i++)
        map_put(by_uid, t->units[i].uid, &t->units[i]);
    if (!is_of_report(&m, by_uid, delivered))
        return false;
    const struct map *twice = repeated(&m, delivered);
    for (size_t i = 0; i < delivered->count; i++)
        if (delivered->units[i].id != NULL && !delivered->units[i].shut)
            take_known(&m, by_uid, seen, twice, &delivered->units[i]);
    say_part(&m, seen, delivered);
    if (delivered->soft > 0)
        diag(d, DIAG_XLIFF_SOFT, delivered->soft_at,
             "soft hyphens: %zu; lines are broken by the pages", delivered->soft);
    return m.changed;
}
