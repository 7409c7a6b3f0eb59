/* table_stack.c -- tables whose rows are read better as records: in large print a row of
 * figures does not fit beside its words.  Every cell has the whole width, what the heads
 * over it say beside or over its value, as an artifact: a reader hears the table as it
 * is, and the heads stand once at its top.
 *
 *     heads                  Criterion  Lowest  Average
 *     ---------------------------------------------
 *     the first cell, bold   1.1 Risk of harm
 *     label, value           Lowest             58%
 *                            Average            71%
 *     ---------------------------------------------
 *
 * In: a table's rows; out: the places of their cells. */
#include "layout/table.h"

#include <string.h>

enum { VALUE_PART = 3, PARTS = 5 /* where short values begin at most */ };

/* ---- which tables ---- */

static bool is_cut(struct table *t, const struct column *col, const struct element *cell,
                   const struct type_style *type)
{
    struct span span = span_of(type, t->lang, element_plain(t->s->a, cell), NULL);
    return text_widest_word(t->s->text, t->s->a, t->s->d, &span, 1) >
           col->width - col->pad_left - col->pad_right;
}

/* A word of a row that is wider than its column: of cells that have one each. */
static bool row_is_cut(struct table *t, const struct element *tr,
                       const struct type_style *type)
{
    size_t column = 0;
    for (const struct element *c = tr->first; c != NULL; c = c->next, column++) {
        if (column >= t->columns.len || element_number(c, AT_COLSPAN, 1) > 1 ||
            element_number(c, AT_ROWSPAN, 1) > 1)
            return false;
        if (!t->columns.at[column].drawn && is_cut(t, &t->columns.at[column], c, type))
            return true;
    }
    return false;
}

bool table_stacks(struct table *t)
{
    if (t->columns.len > (size_t)t->look->stack)
        return true;
    for (const struct element *p = t->element->first; p != NULL; p = p->next) {
        bool head = p->kind == EL_THEAD;
        const struct type_style *type =
            table_type(t, head ? t->look->types.head : t->look->types.text);
        for (const struct element *tr = p->first;
             tr != NULL && (head || p->kind == EL_TBODY); tr = tr->next)
            if (tr->kind == EL_TR && row_is_cut(t, tr, type))
                return true;
    }
    return false;
}

/* ---- labels ---- */

/* "Lowest", of heads over each other "Severnside, 2012". */
static const char *heads_over(const struct table *t, int column)
{
    struct buf words = buf_new(t->s->a);
    for (size_t i = 0; i < t->heads->cells.len; i++) {
        const struct cell *h = &t->heads->cells.at[i];
        if (column >= h->column && column < h->column + h->columns)
            buf_printf(&words, "%s%s", words.len > 0 ? ", " : "",
                       element_plain(t->s->a, h->element));
    }
    return words.at;
}

/* Where short values begin: behind the widest label. */
static length value_left(struct table *t)
{
    length widest = 0;
    for (size_t i = 1; i < t->columns.len && t->value_left == 0; i++) {
        struct span span = span_of(table_type(t, t->look->types.text), t->lang,
                                   heads_over(t, (int)i), NULL);
        length width = text_width(t->s->text, t->s->d, &span, 1) + 2 * t->look->gap;
        widest = t->columns.at[i].drawn ? widest : larger(widest, width);
    }
    if (t->value_left == 0)
        t->value_left = smaller(widest, t->width * VALUE_PART / PARTS);
    return t->value_left;
}

/* A value that stands in one line beside its label. */
static bool is_short(const struct flow *f, const struct element *cell, length room)
{
    struct span span = span_of(f->text, f->lang, element_plain(f->s->a, cell), NULL);
    return flow_is_direct(cell) && text_width(f->s->text, f->s->d, &span, 1) <= room;
}

length stack_label(struct flow *f, const struct row *r, const struct cell *c)
{
    struct table *t = r->table;
    if (t->heads == NULL || t->columns.len <= 2 || r->head || r->group || r->page ||
        c->column == 0 || c->columns > 1 || t->columns.at[c->column].drawn ||
        c->element->first == NULL)
        return 0;
    const struct type_style *type = table_type(t, t->look->types.text);
    const length value = value_left(t);
    const bool beside = is_short(f, c->element, f->width - value);
    struct spans spans = spans_words(t->s, heads_over(t, c->column), type, t->lang, NULL);
    const struct words *w = words_new(
        t->s, &spans, type, beside ? value - t->look->gap : f->width, ALIGN_LEFT);
    if (!beside) {
        flow_whole(f, w, HOLD_ALWAYS);
        return 0;
    }
    flow_beside(f, words_draw, w, 0, w->baseline);
    f->left += value;
    f->width -= value;
    return words_height(w);
}

/* ---- places ---- */

static length head_width(struct table *t, const struct cell *c)
{
    struct span span = span_of(table_type(t, t->look->types.head), t->lang,
                               element_plain(t->s->a, c->element), NULL);
    return text_width(t->s->text, t->s->d, &span, 1);
}

/* Heads run on: each behind the one before, where that leaves it the room. */
static length heads_stand(struct row *r, length y)
{
    struct table *t = r->table;
    length x = 0, line = 0;
    int row = 0;
    for (size_t i = 0; i < r->cells.len; i++) {
        struct cell *c = &r->cells.at[i];
        const length width = head_width(t, c);
        if (x > 0 && (x + width > t->width || c->row > row)) {
            y += line;
            x = line = 0;
        }
        c->left = x;
        c->y = y;
        row = c->row;
        x += width + 2 * t->look->gap;
        line = larger(line, c->height);
    }
    return y + line;
}

static length cells_stand(struct row *r, length y)
{
    const length between = r->table->look->pad / 2;
    bool any = false;
    for (size_t i = 0; i < r->cells.len; i++) {
        struct cell *c = &r->cells.at[i];
        c->y = y;
        if (c->strips.len == 0)
            continue;
        y += any ? between : 0;
        c->y = y;
        y += c->height;
        any = true;
    }
    return y;
}

void stack_cells(struct row *r)
{
    const length pad = r->table->look->pad, y = r->tops[0] + pad;
    const length bottom = (r->head ? heads_stand(r, y) : cells_stand(r, y)) + pad;
    for (int i = 1; i <= r->lines; i++)
        r->tops[i] = bottom;
}

/* ---- rows higher than a page ---- */

size_t stack_pieces(const struct row *r)
{
    size_t all = 0;
    for (size_t i = 0; i < r->cells.len; i++)
        all += r->cells.at[i].strips.len;
    return all > 0 ? all : 1;
}

void stack_piece(struct row *piece, size_t line, length top, length *height)
{
    for (size_t i = 0; i < piece->cells.len; i++) {
        struct cell *c = &piece->cells.at[i];
        const bool here = line < c->strips.len;
        const length gap = here && line > 0 ? strips_gap(&c->strips, line) : 0;
        c->from = here ? line : c->strips.len;
        c->to = here ? line + 1 : c->strips.len;
        c->y = top + gap;
        if (here)
            *height = gap + c->strips.at[line].height;
        line = here ? (size_t)-1 / 2 : line - c->strips.len;
    }
}
