/* words.c -- in: spans; out: lines, and on the page runs with what belongs to them: tints
 * behind queries and untranslated text, swatches, rules under links, links, the places of
 * notes' marks. */
#include "layout/words.h"

#include "layout/note.h"
#include "layout/spot.h"

#include <string.h>

#define WIDE PT(10000) /* more than any line */

static struct words *words_fill(struct state *s, const struct spans *spans,
                                const struct type_style *type, length width,
                                bool balanced)
{
    struct words *w = NEW(s->a, struct words);
    w->lines =
        text_fill(s->text, s->a, s->d, spans->at.at, spans->at.len, width, balanced);
    w->width = width;
    w->leading = type->leading;
    w->size = type->size;
    w->baseline = type_baseline(s->style, type);
    return w;
}

const struct words *words_new(struct state *s, const struct spans *spans,
                              const struct type_style *type, length width,
                              enum align align)
{
    struct words *w = words_fill(s, spans, type, width, false);
    w->align = align;
    return w;
}

const struct words *words_balanced(struct state *s, const struct spans *spans,
                                   const struct type_style *type, length width,
                                   enum align align)
{
    struct words *w = words_fill(s, spans, type, width, true);
    w->align = align;
    return w;
}

const struct words *words_line(struct state *s, const struct spans *spans,
                               const struct type_style *type)
{
    return words_new(s, spans, type, WIDE, ALIGN_LEFT);
}

length words_height(const struct words *w)
{
    return (length)w->lines.count * w->leading;
}

length words_width(const struct words *w)
{
    length widest = 0;
    for (size_t i = 0; i < w->lines.count; i++)
        widest = larger(widest, w->lines.at[i].width);
    return widest;
}

struct note_list *words_notes(struct state *s, const struct words *w, size_t line,
                              struct note_list *rest)
{
    const struct line *l = &w->lines.at[line];
    for (size_t i = l->count; i-- > 0;) {
        const struct mark_of *m = l->pieces[i].span->data;
        if (m == NULL || m->note == NULL)
            continue;
        struct note_list *n = NEW(s->a, struct note_list);
        *n = (struct note_list){m->note, rest};
        rest = n;
    }
    return rest;
}

/* Where piece `i` ends, the space at the line's end left out. */
static length piece_right(const struct line *l, size_t i)
{
    return smaller(l->pieces[i].x + l->pieces[i].width, l->width);
}

/* Where the pieces from `i` on that stand in the same query end. */
static size_t query_end(const struct line *l, size_t i)
{
    const struct mark_of *m;
    while (i < l->count && (m = l->pieces[i].span->data) != NULL && m->query)
        i++;
    return i;
}

/* Where the pieces from `i` on that stand in the same untranslated text end. */
static size_t untranslated_end(const struct line *l, size_t i)
{
    const struct mark_of *m;
    while (i < l->count && (m = l->pieces[i].span->data) != NULL && m->untranslated)
        i++;
    return i;
}

/* Tint over the whole line, so that lines make one box, and a bar at the left: before
 * the words where they begin the line. */
static void untranslated_draw(struct canvas *c, const struct words *w,
                              const struct line *l, length x, length y)
{
    const struct words_lengths *k = &c->s->style->words;
    for (size_t i = 0; i < l->count; i++) {
        size_t end = untranslated_end(l, i);
        if (end == i)
            continue;
        length left = x + l->pieces[i].x - (i == 0 ? k->untranslated_hang : 0);
        length right = x + piece_right(l, end - 1);
        *array_push(c->s->a, &c->page->items) =
            item_rectangle(c->s->a, left, y, right - left, w->leading,
                           colour_of(c->s, ROLE_UNTRANSLATED));
        *array_push(c->s->a, &c->page->items) =
            item_rectangle(c->s->a, left, y, k->untranslated_bar, w->leading,
                           colour_of(c->s, ROLE_UNTRANSLATED_BAR));
        i = end - 1;
    }
}

static void queries_draw(struct canvas *c, const struct words *w, const struct line *l,
                         length x, length y)
{
    for (size_t i = 0; i < l->count; i++) {
        size_t end = query_end(l, i);
        if (end == i)
            continue;
        length left = x + l->pieces[i].x,
               width = piece_right(l, end - 1) - l->pieces[i].x;
        length top = y + w->baseline - w->size, height = w->size + w->size / 4;
        *array_push(c->s->a, &c->page->items) = item_rectangle(
            c->s->a, left, top, width, height, colour_of(c->s, ROLE_QUERY));
        *array_push(c->s->a, &c->page->items) =
            item_rule(c->s->a, left, top + height, width, c->s->style->words.query_rule,
                      colour_of(c->s, ROLE_QUERY_TEXT));
        i = end - 1;
    }
}

/* The rule under a link's piece, and the link itself. */
static void link_draw(struct canvas *c, const struct words *w, const struct linking *link,
                      length left, length right, length y)
{
    const length top = y + w->baseline - w->size;
    const struct bounds box = {left, top, right, top + w->size + w->size / 4};
    const struct words_lengths *k = &c->s->style->words;
    if (!link->plain)
        *array_push(c->s->a, &c->page->items) =
            item_rule(c->s->a, left, y + w->baseline + k->link_under, right - left,
                      k->link_rule, colour_of(c->s, ROLE_LINK));
    if (link->uri != NULL)
        link_uri(c, link->tag, link->uri, link->contents, box);
    else
        link_spot(c, link->tag, link->to, link->contents, box);
}

static void links_draw(struct canvas *c, const struct words *w, const struct line *l,
                       length x, length y)
{
    for (size_t i = 0; i < l->count; i++) {
        const struct mark_of *m = l->pieces[i].span->data, *next;
        if (m == NULL || m->link == NULL)
            continue;
        size_t end = i + 1;
        while (end < l->count && (next = l->pieces[end].span->data) != NULL &&
               next->link == m->link)
            end++;
        link_draw(c, w, m->link, x + l->pieces[i].x, x + piece_right(l, end - 1), y);
        i = end - 1;
    }
}

/* A number whose width was reserved. */
static void number_draw(struct canvas *c, const struct words *w, const struct mark_of *m,
                        const struct span *like, length x, length y)
{
    struct span span = *like;
    span.tag = m->tag;
    span.inset = 0;
    span.data = NULL;
    span.text = m->number;
    span.len = strlen(m->number);
    struct lines n = text_fill(c->s->text, c->s->a, c->s->d, &span, 1, WIDE, false);
    if (n.count > 0)
        line_place(c->s->a, c->page, &n.at[0], x, y + w->baseline, ARTIFACT_NONE);
}

static void swatch_place(struct canvas *c, const struct words *w, const struct mark_of *m,
                         length x, length y)
{
    struct drawing swatch = swatch_of(c->s, m, w->size);
    length middle = w->baseline - w->size * 36 / 100; /* of the capitals */
    drawing_place(c->s->a, c->page, &swatch, x, y + middle - swatch.height / 2, NULL);
}

static void marks_draw(struct canvas *c, const struct words *w, const struct line *l,
                       length x, length y)
{
    for (size_t i = 0; i < l->count; i++) {
        const struct piece *p = &l->pieces[i];
        const struct mark_of *m = p->span->data;
        if (m == NULL)
            continue;
        if (m->note != NULL) {
            spot_set(&m->note->mark, c, x + p->x, y);
            m->note->mark.tag = tag_over(p->span->tag, TAG_LINK);
        }
        if (m->swatch)
            swatch_place(c, w, m, x + p->x + m->lead, y);
        if (m->number != NULL && p->span->inset > 0)
            number_draw(c, w, m, p->span, x + p->x, y);
    }
}

static void line_draw(struct canvas *c, const struct words *w, size_t line, length x,
                      length y)
{
    const struct line *l = &w->lines.at[line];
    if (w->align == ALIGN_RIGHT)
        x += w->width - l->width;
    else if (w->align == ALIGN_CENTRE)
        x += (w->width - l->width) / 2;
    untranslated_draw(c, w, l, x, y);
    queries_draw(c, w, l, x, y);
    line_place(c->s->a, c->page, l, x, y + w->baseline, ARTIFACT_NONE);
    marks_draw(c, w, l, x, y);
    links_draw(c, w, l, x, y);
    changes_draw(c, w, l, x, y);
}

void words_draw(struct canvas *c, const void *what, length x, length y)
{
    const struct words *w = what;
    for (size_t i = 0; i < w->lines.count; i++)
        line_draw(c, w, i, x, y + (length)i * w->leading);
}

void words_line_draw(struct canvas *c, const void *what, length x, length y)
{
    const struct words_line *l = what;
    line_draw(c, l->words, l->line, x, y);
}
