/* export.c -- units to the XLIFF file that a translator gets and the report keeps.  In:
 * the units as they are now; out: the file's structs, with places, and of a stale unit
 * the old pair and what has changed since. */
#include "translate/unit.h"

#include "base/array.h"

#include <string.h>

/* ---- what has changed ---- */

/* How many bytes of whole words both begin with. */
static size_t common_start(const char *x, const char *y)
{
    size_t same = 0, word = 0;
    while (x[same] != '\0' && x[same] == y[same]) {
        same++;
        if (x[same - 1] == ' ')
            word = same;
    }
    return x[same] == y[same] ? same : word;
}

/* The same from the end, of what is left. */
static size_t common_end(const char *x, size_t x_len, const char *y, size_t y_len)
{
    size_t same = 0, word = 0;
    while (same < x_len && same < y_len && x[x_len - same - 1] == y[y_len - same - 1]) {
        same++;
        if (x[x_len - same] == ' ')
            word = same;
    }
    return same == x_len && same == y_len ? same : word;
}

static void say_words(const char *old, const char *now, struct buf *out)
{
    if (strcmp(old, now) == 0)
        return;
    size_t start = common_start(old, now);
    old += start, now += start;
    size_t old_len = strlen(old), now_len = strlen(now);
    size_t end = common_end(old, old_len, now, now_len);
    buf_printf(out, "was \"%.*s\", is \"%.*s\"", (int)(old_len - end), old,
               (int)(now_len - end), now);
}

/* The marks of both, when they are the same ones. */
static void say_figures(struct content old, struct content now, struct buf *out)
{
    for (size_t i = 0; i < old.count && i < now.count; i++) {
        const struct code *was = &old.at[i], *is = &now.at[i];
        if (is->bare && is->prints != NULL && was->prints != NULL &&
            strcmp(is->text, was->text) == 0 && strcmp(is->prints, was->prints) != 0)
            buf_printf(out, "%s%s printed \"%s\", prints \"%s\"",
                       out->len > 0 ? "; " : "", is->text, was->prints, is->prints);
    }
}

const char *unit_change(struct arena *a, const struct unit *u)
{
    struct buf out = buf_new(a);
    say_words(content_typed(a, u->base), content_typed(a, u->english), &out);
    say_figures(u->base, u->english, &out);
    return out.at;
}

/* ---- one unit ---- */

struct unit_notes {
    ARRAY(struct xliff_note) all;
};

static void add_note(struct arena *a, struct unit_notes *n, const char *from,
                     const char *text)
{
    *array_push(a, &n->all) = (struct xliff_note){from, text};
}

/* Ours first, then what people wrote. */
static void set_notes(struct arena *a, const struct translation *t, const struct unit *u,
                      struct xliff_unit *x)
{
    struct unit_notes n = {0};
    add_note(a, &n, NOTE_PLACE, unit_place(a, t, u));
    bool known = u->standing == UNIT_STALE && !content_empty(u->base);
    const char *change = known ? unit_change(a, u) : "";
    if (change[0] != '\0')
        add_note(a, &n, NOTE_CHANGE, change);
    for (size_t i = 0; i < u->note_count; i++)
        *array_push(a, &n.all) = u->notes[i];
    x->notes = n.all.at;
    x->note_count = n.all.len;
}

static void add_alt(struct arena *a, struct xliff_unit *x, struct xliff_alt alt)
{
    struct xliff_alt *one = NEW(a, struct xliff_alt);
    *one = alt;
    x->alts = one;
    x->alt_count = 1;
}

static void set_target(struct arena *a, const struct unit *u, struct xliff_unit *x)
{
    x->has_target = !content_empty(u->welsh);
    x->target = u->welsh;
    x->state = u->standing == UNIT_STALE ? XLIFF_NEEDS_ADAPTATION
               : u->state == XLIFF_NONE  ? XLIFF_TRANSLATED
                                         : u->state;
    x->approved = u->standing == UNIT_FINAL;
    if (u->standing == UNIT_STALE && !content_empty(u->base))
        add_alt(a, x, (struct xliff_alt){ALT_PREVIOUS, u->base, u->welsh, u->state});
    else if (u->standing == UNIT_MISSING && !content_empty(u->suggestion))
        add_alt(a, x, (struct xliff_alt){ALT_SUGGESTION, {0}, u->suggestion, XLIFF_NONE});
}

const struct xliff *translation_xliff(struct arena *a, const struct translation *t,
                                      bool with_gone)
{
    struct xliff *x = NEW(a, struct xliff);
    size_t gone = with_gone ? t->gone_count : 0;
    struct xliff_unit *units = NEW_ARRAY(a, struct xliff_unit, t->count + gone + 1);
    for (size_t i = 0; i < t->count; i++) {
        const struct unit *u = &t->units[i];
        units[i] = (struct xliff_unit){
            .id = u->uid, .path = u->path, .source = u->english, .max_width = u->length};
        set_target(a, u, &units[i]);
        set_notes(a, t, u, &units[i]);
    }
    if (gone > 0)
        memcpy(units + t->count, t->gone, gone * sizeof *units);
    *x = (struct xliff){.original = arena_printf(a, "%s.yaml", t->in->name),
                        .source_lang = lang_code(LANG_EN),
                        .target_lang = lang_code(LANG_CY),
                        .units = units,
                        .count = t->count + gone};
    return x;
}
