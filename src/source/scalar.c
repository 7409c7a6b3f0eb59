/* scalar.c -- a scalar's source beside its text.  In: a node with its text and place;
 * out: its offsets.  Does not know libyaml; trusts neither side, so nothing is read
 * beyond the end of either. */
#include "source/scalar.h"

#include "base/array.h"
#include "base/utf8.h"

#include <string.h>

struct scalar_walk {
    struct arena *a;
    const char *file; /* the whole file's text */
    size_t at, end;   /* in the file: where we are, the end of the scalar's source */
    const char *text;
    size_t value, len; /* in the text: where we are, its length */
    size_t most;
    ARRAY(struct offset) offsets;
};

/* From here on text and file run side by side; noted when they did not before. */
static void note(struct scalar_walk *w)
{
    if (w->offsets.len > 0) {
        const struct offset *last = &w->offsets.at[w->offsets.len - 1];
        if (w->at - last->file == w->value - last->value)
            return;
        if (last->value == w->value) {
            w->offsets.at[w->offsets.len - 1].file = w->at;
            return;
        }
    }
    if (w->offsets.len < w->most || w->offsets.len == 0)
        *array_push(w->a, &w->offsets) = (struct offset){w->value, w->at};
}

static bool more(const struct scalar_walk *w)
{
    return w->at < w->end && w->value < w->len;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

/* Line ends in the run of white space at `at`, and where it ends. */
static size_t breaks_in_run(const struct scalar_walk *w, size_t *run_end)
{
    size_t breaks = 0, i = w->at;
    for (; i < w->end && is_space(w->file[i]); i++)
        breaks += w->file[i] == '\n';
    *run_end = i;
    return breaks;
}

/* White space of a plain or quoted text: kept within a line; one line end is a blank, and
 * of several all but the first are kept (none is lost where `\` took the first). */
static void walk_space(struct scalar_walk *w, bool escaped)
{
    size_t run_end, breaks = breaks_in_run(w, &run_end), wrote = 1;
    if (breaks == 0 && !escaped) {
        note(w);
        w->value += run_end - w->at;
        w->at = run_end;
        return;
    }
    if (escaped)
        wrote = breaks - 1; /* the first is the one behind the backslash */
    else if (breaks > 1)
        wrote = breaks - 1;
    if (wrote > 0)
        note(w);
    w->value += wrote;
    w->at = run_end;
}

/* How many bytes of text the escape `\c` makes; its own length in *source. */
static size_t escape_width(const struct scalar_walk *w, size_t *source)
{
    char c = w->at + 1 < w->end ? w->file[w->at + 1] : '\0';
    size_t digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    *source = 2 + digits;
    if (digits == 0)
        return c == 'N' || c == '_' ? 2 : c == 'L' || c == 'P' ? 3 : 1;
    size_t width = 1;
    if (w->value < w->len)
        utf8_decode(w->text + w->value, w->len - w->value, &width);
    return width;
}

static void walk_escape(struct scalar_walk *w)
{
    size_t source;
    if (w->at + 1 < w->end && w->file[w->at + 1] == '\n') {
        w->at++;
        walk_space(w, true);
        return;
    }
    note(w);
    w->value += escape_width(w, &source);
    w->at += source;
}

/* A text within a line or folded over several: plain, or between quotation marks. */
static void walk_flow(struct scalar_walk *w, enum scalar_style style)
{
    while (more(w)) {
        char c = w->file[w->at];
        if (is_space(c)) {
            walk_space(w, false);
        } else if (style == SCALAR_DOUBLE && c == '\\') {
            walk_escape(w);
        } else {
            if (c != w->text[w->value])
                return;
            note(w);
            w->value++;
            w->at += style == SCALAR_SINGLE && c == '\'' ? 2 : 1;
        }
    }
    if (w->value == w->len)
        note(w); /* where the last character ends */
}

static size_t line_end(const struct scalar_walk *w, size_t at)
{
    const char *end = memchr(w->file + at, '\n', w->end - at);
    return end != NULL ? (size_t)(end - w->file) : w->end;
}

static size_t blanks_at(const char *s, size_t len)
{
    size_t n = 0;
    while (n < len && s[n] == ' ')
        n++;
    return n;
}

/* The indentation that the block's lines have lost: the blanks of its first line with
 * anything on it, less those that the text kept there.  Lines before it are line ends in
 * the text too. */
static size_t block_indent(const struct scalar_walk *w)
{
    size_t value = 0, at = w->at;
    for (; value < w->len && w->text[value] == '\n' && at < w->end; value++)
        at = line_end(w, at) + 1;
    if (at >= w->end)
        return 0;
    size_t blanks = blanks_at(w->file + at, w->end - at);
    size_t kept = blanks_at(w->text + value, w->len - value);
    return blanks > kept ? blanks - kept : 0;
}

/* What stands between two lines of a block in its text: a blank where they were folded,
 * line ends otherwise. */
static void walk_fold(struct scalar_walk *w)
{
    size_t before = w->value;
    while (w->value < w->len && w->text[w->value] == '\n')
        w->value++;
    if (w->value == before && w->value < w->len && w->text[w->value] == ' ')
        w->value++;
}

static void walk_block(struct scalar_walk *w)
{
    w->at = line_end(w, w->at) + 1; /* the line of | or > holds no text */
    if (w->at > w->end)
        w->at = w->end;
    size_t indent = block_indent(w);
    bool first = true;
    for (size_t end; more(w); w->at = end + 1) {
        end = line_end(w, w->at);
        if (end - w->at <= indent) {
            if (first)
                note(w);
            continue;
        }
        w->at += indent;
        if (!first || w->text[w->value] == '\n')
            walk_fold(w);
        size_t len = end - w->at;
        if (len > w->len - w->value ||
            memcmp(w->text + w->value, w->file + w->at, len) != 0)
            return;
        note(w);
        w->value += len;
        first = false;
    }
}

/* Most scalars are their source, byte for byte. */
static bool same_bytes(const struct scalar_walk *w)
{
    return w->end - w->at == w->len && memcmp(w->file + w->at, w->text, w->len) == 0;
}

static void only_offset(struct node *n, struct arena *a, size_t at)
{
    struct offset *offset = NEW(a, struct offset);
    *offset = (struct offset){.value = 0, .file = at};
    n->offsets = offset;
    n->offset_count = 1;
}

void scalar_offsets(struct arena *a, struct node *n, enum scalar_style style, size_t most)
{
    struct scalar_walk w = {.a = a,
                            .file = n->pos.file->text,
                            .at = n->pos.at,
                            .end = n->pos.at + n->pos.len,
                            .text = n->text,
                            .len = n->len,
                            .most = most};
    bool quoted = (style == SCALAR_SINGLE || style == SCALAR_DOUBLE) && n->pos.len >= 2;
    w.at += quoted;
    w.end -= quoted;
    size_t start = w.at;
    if (!same_bytes(&w) && style == SCALAR_BLOCK)
        walk_block(&w);
    else if (!same_bytes(&w))
        walk_flow(&w, style);
    n->offsets = w.offsets.at;
    n->offset_count = w.offsets.len;
    if (w.offsets.len == 0 || w.offsets.at[0].value != 0)
        only_offset(n, a, start);
}
