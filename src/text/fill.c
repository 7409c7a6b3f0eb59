/* fill.c -- paragraphs to lines.  In: spans and a width; out: lines of pieces whose text
 * and glyphs are slices of the paragraph's.  Knows no page. */
#include "text/inside.h"

#include <string.h>

enum { HYPHENS_MOST = 2 }; /* of a word, before it is more columns than word */

/* A paragraph to cut lines from, whose spans stay. */
struct source {
    const struct paragraph *p;
    const struct span *spans;
    size_t span_count;
    const char *text;
    struct glyph *glyphs; /* NULL: as the paragraph has them */
};

static bool have_one_face(const struct span *spans, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (spans[i].face != spans[0].face)
            return false;
    return true;
}

/* Glyphs that may change are the source's own: a space takes the face beside it. */
static struct source source_keep(struct arena *a, const struct paragraph *p,
                                 const struct span *spans, size_t count)
{
    struct source s = {.p = p, .span_count = count, .text = p->text.at};
    struct span *kept = NEW_ARRAY(a, struct span, count);
    if (count > 0)
        memcpy(kept, spans, count * sizeof *spans);
    s.spans = kept;
    if (have_one_face(spans, count) || p->glyphs.len == 0)
        return s;
    s.glyphs = NEW_ARRAY(a, struct glyph, p->glyphs.len);
    memcpy(s.glyphs, p->glyphs.at, p->glyphs.len * sizeof *s.glyphs);
    return s;
}

/* The space at the end of text[0, len): bytes, counted from the end. */
static size_t spaces_behind(const char *text, size_t len)
{
    size_t end = len;
    while (end > 0) {
        size_t start = end - 1;
        while (start > 0 && (text[start] & 0xC0) == 0x80)
            start--;
        if (space_at(text + start, end - start) == 0)
            break;
        end = start;
    }
    return len - end;
}

static bool only_space(const struct piece *piece)
{
    return piece->len > 0 && spaces_behind(piece->text, piece->len) == piece->len;
}

/* What of span `i` stands between two spots; count 0: nothing. */
static struct piece piece_cut(const struct source *s, size_t i, struct glyph_at from,
                              struct glyph_at to)
{
    const struct span_start *r = &s->p->ranges.at[i];
    size_t glyph = r[0].glyph > from.glyph ? r[0].glyph : from.glyph;
    size_t end = r[1].glyph < to.glyph ? r[1].glyph : to.glyph;
    size_t byte = r[0].byte > from.byte ? r[0].byte : from.byte;
    size_t byte_end = r[1].byte < to.byte ? r[1].byte : to.byte;
    if (glyph >= end)
        return (struct piece){0};
    const struct glyph *glyphs = s->glyphs != NULL ? s->glyphs : s->p->glyphs.at;
    struct piece piece = {.span = &s->spans[i],
                          .text = s->text + byte,
                          .len = byte_end - byte,
                          .glyphs = glyphs + glyph,
                          .count = end - glyph};
    for (size_t g = glyph; g < end; g++)
        piece.width += glyphs[g].advance;
    return piece;
}

/* Gives spaces the look of the face beside them; other white space is left as it is. */
static void spaces_face(const struct faces *t, struct source *s,
                        const struct piece *spaces, enum face face)
{
    if (s->glyphs == NULL)
        return;
    struct glyph *g = s->glyphs + (spaces->glyphs - s->glyphs);
    for (size_t i = 0; i < spaces->count; i++)
        if (g[i].id == t->fonts[spaces->span->face].space)
            g[i].id = t->fonts[face].space;
}

/* Two pieces side by side, whose texts and glyphs follow each other, as one of `span`. */
static struct piece pieces_join(const struct piece *x, const struct piece *y,
                                const struct span *span)
{
    struct piece joined = *x;
    joined.span = span;
    joined.len += y->len;
    joined.count += y->count;
    joined.width += y->width;
    return joined;
}

static bool is_inset(const struct piece *piece)
{
    return piece->span->len == 0;
}

/* Adds a piece to those of the line so far; gives their number.  Text that is only a
 * space would be lost in drawing, so it joins the piece before it, or the one behind. */
static size_t piece_add(const struct faces *t, struct source *s, struct piece *pieces,
                        size_t count, const struct piece *piece)
{
    struct piece *last = count > 0 ? &pieces[count - 1] : NULL;
    bool side_by_side = count > 0 && !is_inset(last) && !is_inset(piece);
    if (side_by_side && only_space(piece)) {
        spaces_face(t, s, piece, last->span->face);
        *last = pieces_join(last, piece, last->span);
    } else if (side_by_side && only_space(last)) {
        spaces_face(t, s, last, piece->span->face);
        *last = pieces_join(last, piece, piece->span);
    } else {
        pieces[count++] = *piece;
    }
    return count;
}

/* An inset has no text and no glyphs, only its width. */
static void pieces_place(struct piece *pieces, size_t count)
{
    length x = 0;
    for (size_t i = 0; i < count; i++) {
        pieces[i].x = x;
        x += pieces[i].width;
        if (is_inset(&pieces[i])) {
            pieces[i].text = "";
            pieces[i].len = pieces[i].count = 0;
            pieces[i].glyphs = NULL;
        }
    }
}

/* Takes the space at the line's end out of its width.  An inset that takes no room (a
 * hard break, an anchor) may stand behind that space. */
static length line_width(struct piece *pieces, size_t count)
{
    while (count > 1 && is_inset(&pieces[count - 1]) && pieces[count - 1].width == 0)
        count--;
    struct piece *end = &pieces[count - 1];
    size_t spaces = spaces_behind(end->text, end->len), seen = 0;
    for (size_t g = end->count; g > 0 && seen < spaces; g--) {
        end->width -= end->glyphs[g - 1].advance;
        seen += end->glyphs[g - 1].bytes;
    }
    return end->x + end->width;
}

static struct line line_cut(const struct faces *t, struct arena *a, struct source *s,
                            struct glyph_at from, struct glyph_at to, size_t *span)
{
    const struct span_start *r = s->p->ranges.at;
    while (r[*span + 1].glyph <= from.glyph)
        ++*span;
    size_t last = *span, count = 0;
    while (last < s->span_count && r[last].glyph < to.glyph)
        last++;
    struct piece *pieces = NEW_ARRAY(a, struct piece, last - *span);
    for (size_t i = *span; i < last; i++) {
        struct piece piece = piece_cut(s, i, from, to);
        if (piece.count > 0)
            count = piece_add(t, s, pieces, count, &piece);
    }
    pieces_place(pieces, count);
    return (struct line){pieces, count, line_width(pieces, count)};
}

/* A line that ends inside a word gets its hyphen: for readers a soft one, which is none.
 */
static void line_hyphenate(const struct faces *t, struct arena *a, struct line *l)
{
    struct piece *end = &((struct piece *)l->pieces)[l->count - 1];
    struct glyph *glyphs = NEW_ARRAY(a, struct glyph, end->count + 1);
    memcpy(glyphs, end->glyphs, end->count * sizeof *glyphs);
    glyphs[end->count] = hyphen_glyph(t, end->span);
    end->text = arena_printf(a, "%.*s%s", (int)end->len, end->text, SOFT_HYPHEN);
    end->len += sizeof SOFT_HYPHEN - 1;
    end->width += glyphs[end->count].advance;
    l->width += glyphs[end->count++].advance;
    end->glyphs = glyphs;
}

static enum break_level level_at(const struct paragraph *p, size_t byte)
{
    return byte < p->text.len ? p->break_level.at[byte] : BREAK_HARD;
}

/* Whether a line is nothing but a part of a word. */
static bool is_in_word(const struct paragraph *p, size_t from, size_t to)
{
    for (size_t i = from + 1; i < to; i++)
        if (p->break_level.at[i] > BREAK_HYPHEN)
            return false;
    return true;
}

static void say_cut(struct diags *d, const struct source *s, size_t byte)
{
    const struct paragraph *p = s->p;
    size_t from = byte, to = byte;
    while (from > 0 && p->break_level.at[from] <= BREAK_HYPHEN)
        from--;
    while (to < p->text.len && p->break_level.at[to] <= BREAK_HYPHEN)
        to++;
    to -= spaces_behind(s->text + from, to - from);
    diag(
        d, DIAG_WORD_BROKEN, span_at(p, byte)->pos,
        "\"%.*s/%.*s\" is wider than its column; shorten it, or widen the column or take "
        "smaller type",
        (int)(byte - from), s->text + from, (int)(to - byte), s->text + byte);
}

struct lines text_fill(struct faces *t, struct arena *a, struct diags *d,
                       const struct span *spans, size_t count, length width,
                       bool balanced)
{
    const struct paragraph *p = paragraph_build(t, d, spans, count, true);
    struct source s = source_keep(a, p, spans, count);
    size_t line_count, span = 0;
    const struct glyph_at *ends = lines_choose(t, d, width, balanced, &line_count);
    struct line *lines = NEW_ARRAY(a, struct line, line_count);
    struct glyph_at from = {0};
    for (size_t i = 0, hyphens = 0; i < line_count; i++) {
        const enum break_level level = level_at(p, ends[i].byte);
        lines[i] = line_cut(t, a, &s, from, ends[i], &span);
        if (!is_in_word(p, from.byte, ends[i].byte))
            hyphens = 0;
        const bool hyphen = level == BREAK_HYPHEN;
        hyphens += hyphen;
        if (level == BREAK_NONE || (hyphen && hyphens == HYPHENS_MOST + 1))
            say_cut(d, &s, ends[i].byte);
        if (hyphen)
            line_hyphenate(t, a, &lines[i]);
        from = ends[i];
    }
    return (struct lines){lines, line_count};
}

length text_width(struct faces *t, struct diags *d, const struct span *spans,
                  size_t count)
{
    const struct paragraph *p = paragraph_build(t, d, spans, count, false);
    length width = 0;
    for (size_t i = 0; i < p->glyphs.len; i++)
        width += p->glyphs.at[i].advance;
    return width;
}
