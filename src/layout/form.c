/* form.c -- fields to fill in.  In: form elements; out: strips with labels, boxes and the
 * widgets on them.  A numbered form, of one comment, stands in a frame, what the
 * inspectorate answers on tint at its end.  What the widgets are in a file, pdf/ knows.
 *
 *     +-- frame ----------------------------+
 *     | Label   Label    Label              |   fields, kind above
 *     | [box]   [box  ]  o choice  o choice |
 *     |#####################################|   role answer
 *     |# Label [box                       ]#|   kind beside
 *     +-------------------------------------+
 */
#include "layout/flow.h"

#include "layout/mark.h"

#include <stdlib.h>
#include <string.h>

#define LINES_MOST 40
#define NARROWEST PT(20) /* a box that the others leave no room */

/* A button and its words, in a line of choices. */
struct choice {
    const struct element *element;
    const struct words *words;
    struct tag *tag; /* TAG_FORM */
    length x, y;     /* from the place of the choices */
};

/* A field on its way: where its label and its box stand in the row. */
struct cell {
    const struct element *element;
    const struct words *label;
    struct tag *tag; /* TAG_FORM of its box */
    length x, width; /* in the row */
    length label_x, label_y, box_x, box_y, box_width, box_height;
    ARRAY(struct choice) choices;
};

struct row {
    enum fields_kind kind;
    bool answer; /* the inspectorate's: whoever gets the form cannot fill it in */
    ARRAY(struct cell) cells;
    length height, baseline;
};

/* ---- type ---- */

static struct type_style form_type(const struct state *s, enum face face, bool fixed)
{
    struct type_style type = *type_of(s, TYPE_FOOT);
    type.face = face;
    type.colour = colour_of(s, fixed ? ROLE_FORM_FIXED : ROLE_FORM_TEXT);
    return type;
}

static const struct words *form_words(struct flow *f, const struct element *e,
                                      const struct type_style *type, length width,
                                      struct tag *tag)
{
    struct spans spans = spans_of(f->s, e, type, f->lang, tag);
    spans_add(f->s, &spans, span_of(type, f->lang, " ", tag));
    return words_new(f->s, &spans, type, width, ALIGN_LEFT);
}

/* ---- what a row holds ---- */

static length lines_of(const struct element *field)
{
    return smaller(element_number(field, AT_LINES, 1), LINES_MOST);
}

/* In points; 0: what the others leave. */
static length width_of(const struct element *field)
{
    return PT(element_number(field, AT_WIDTH, 0));
}

static void cells_place(struct flow *f, struct row *row)
{
    const length gap = f->s->style->form.cell_gap;
    length free = f->width, x = 0;
    int open = 0;
    for (size_t i = 0; i < row->cells.len; i++) {
        struct cell *c = &row->cells.at[i];
        c->width = width_of(c->element);
        open += c->width == 0;
        free -= c->width + (i > 0 ? gap : 0);
    }
    for (size_t i = 0; i < row->cells.len; i++) {
        struct cell *c = &row->cells.at[i];
        if (c->width == 0)
            c->width = larger(free / open, NARROWEST);
        c->x = x;
        x += c->width + gap;
    }
}

/* Behind one another, in as many lines as they need; gives their height. */
static length choices_place(struct flow *f, struct cell *c)
{
    const struct form_lengths *k = &f->s->style->form;
    const struct type_style type = form_type(f->s, FACE_REGULAR, false);
    length x = 0, y = 0;
    for (const struct element *e = c->element->first; e != NULL; e = e->next) {
        if (e->kind != EL_CHOICE)
            continue;
        struct tag *p = tag_block(f->s, f->tag, TAG_P, f->lang, e);
        struct choice *choice = array_push(f->s->a, &c->choices);
        *choice = (struct choice){.element = e, .tag = tag_inline(f->s->a, p, TAG_FORM)};
        choice->tag->alt = e->label;
        choice->words =
            form_words(f, e, &type, c->box_width - k->button - k->button_gap, p);
        length width = k->button + k->button_gap + words_width(choice->words);
        if (x > 0 && x + width > c->box_width) {
            x = 0;
            y += type.leading + k->label_gap;
        }
        choice->x = x;
        choice->y = y;
        x += width + k->choice_gap;
    }
    return c->choices.len == 0 ? 0 : y + type.leading;
}

static void cell_lay(struct flow *f, struct row *row, struct cell *c)
{
    struct state *s = f->s;
    const bool above = row->kind == FIELDS_ABOVE;
    const struct type_style type =
        form_type(s, row->kind == FIELDS_FIXED ? FACE_REGULAR : FACE_BOLD,
                  row->kind == FIELDS_FIXED);
    const struct element *label = element_child(c->element, EL_LABEL);
    struct tag *p = tag_block(s, f->tag, TAG_P, f->lang, c->element);
    c->label = form_words(f, label == NULL ? c->element : label, &type,
                          above ? c->width : c->width * 2 / 3, p);
    c->box_x = above ? 0 : words_width(c->label) + s->style->form.beside_gap;
    c->box_width = c->width - c->box_x;
    c->box_height = choices_place(f, c);
    if (c->choices.len > 0)
        return;
    c->tag = tag_inline(s->a, p, TAG_FORM);
    c->box_height = lines_of(c->element) * type.leading + s->style->form.box_pad;
}

/* Labels stand on one line over the boxes, or level with the first line in them. */
static void row_place(struct row *row, const struct form_lengths *k)
{
    const bool above = row->kind == FIELDS_ABOVE;
    length labels = 0;
    for (size_t i = 0; above && i < row->cells.len; i++)
        labels = larger(labels, words_height(row->cells.at[i].label) + k->label_gap);
    for (size_t i = 0; i < row->cells.len; i++) {
        struct cell *c = &row->cells.at[i];
        const length down = c->choices.len > 0 && above ? k->box_pad / 2 : 0;
        c->box_y = labels + down;
        c->label_y = above ? labels - k->label_gap - words_height(c->label)
                           : (c->choices.len > 0 ? 0 : k->box_pad / 2);
        row->height = larger(row->height, c->box_y + c->box_height);
        row->height = larger(row->height, c->label_y + words_height(c->label));
        row->baseline = larger(row->baseline, c->label_y + c->label->baseline);
    }
}

static struct row *fields_read(struct flow *f, const struct element *e)
{
    struct row *row = NEW(f->s->a, struct row);
    row->kind = fields_kind(e);
    row->answer = fields_role(e) == FIELDS_ANSWER;
    for (const struct element *c = e->first; c != NULL; c = c->next)
        if (c->kind == EL_FIELD)
            array_push(f->s->a, &row->cells)->element = c;
    cells_place(f, row);
    for (size_t i = 0; i < row->cells.len; i++)
        cell_lay(f, row, &row->cells.at[i]);
    row_place(row, &f->s->style->form);
    return row;
}

/* ---- drawing ---- */

static void box_draw(struct canvas *c, length x, length y, length width, length height,
                     enum role outline)
{
    *array_push(c->s->a, &c->page->items) =
        item_rectangle(c->s->a, x, y, width, height, colour_of(c->s, ROLE_FORM_BOX));
    outline_draw(c, x, y, width, height, c->s->style->form.box_outline,
                 colour_of(c->s, outline));
}

static struct widget widget_of(const struct canvas *c, const struct cell *cell,
                               bool fixed)
{
    const struct type_style type = form_type(c->s, FACE_REGULAR, fixed);
    return (struct widget){.tag = cell->tag,
                           .name = cell->element->at[AT_NAME],
                           .label = cell->element->label,
                           .fixed = fixed,
                           .size = type.size,
                           .colour = type.colour};
}

/* Round, as buttons are of which one can be on. */
static void button_draw(struct canvas *c, length x, length y, length size)
{
    struct item item = {.kind = ITEM_PATH,
                        .artifact = ARTIFACT_LAYOUT,
                        .x = x + size / 2,
                        .y = y + size / 2};
    item.path.outline = path_circle(c->s->a, 0, 0, size / 2);
    item.path.filled = item.path.stroked = true;
    item.path.fill = colour_of(c->s, ROLE_FORM_BOX);
    item.path.stroke = colour_of(c->s, ROLE_FORM_BUTTON);
    item.path.line_width = c->s->style->form.box_outline;
    *array_push(c->s->a, &c->page->items) = item;
}

static void choices_draw(struct canvas *c, const struct row *row, const struct cell *cell,
                         length x, length y)
{
    const struct form_lengths *k = &c->s->style->form;
    for (size_t i = 0; i < cell->choices.len; i++) {
        const struct choice *choice = &cell->choices.at[i];
        const length left = x + choice->x, top = y + choice->y;
        const length down = (choice->words->leading - k->button) / 2;
        button_draw(c, left, top + down, k->button);
        words_draw(c, choice->words, left + k->button + k->button_gap, top);
        struct widget w = widget_of(c, cell, row->answer);
        w.tag = choice->tag;
        w.choice = choice->element->at[AT_NAME];
        w.heard = choice->element->label;
        w.x = left;
        w.y = top + down;
        w.width = w.height = k->button;
        *array_push(c->s->a, &c->page->widgets) = w;
    }
}

static void text_draw(struct canvas *c, const struct row *row, const struct cell *cell,
                      length x, length y)
{
    const struct element *value = element_child(cell->element, EL_VALUE);
    struct widget w = widget_of(c, cell, row->kind == FIELDS_FIXED || row->answer);
    w.x = x;
    w.y = y;
    w.width = cell->box_width;
    w.height = cell->box_height;
    w.many_lines = lines_of(cell->element) > 1;
    w.value = value == NULL ? NULL : element_plain(c->s->a, value);
    if (row->kind != FIELDS_FIXED)
        box_draw(c, x, y, w.width, w.height, ROLE_FORM_BOX_OUTLINE);
    *array_push(c->s->a, &c->page->widgets) = w;
}

static void fields_draw(struct canvas *c, const void *what, length x, length y)
{
    const struct row *row = what;
    for (size_t i = 0; i < row->cells.len; i++) {
        const struct cell *cell = &row->cells.at[i];
        words_draw(c, cell->label, x + cell->x, y + cell->label_y);
        const length left = x + cell->x + cell->box_x, top = y + cell->box_y;
        if (cell->choices.len > 0)
            choices_draw(c, row, cell, left, top);
        else
            text_draw(c, row, cell, left, top);
    }
}

static void form_draw(struct canvas *c, const struct frame *f, length x, length top,
                      length bottom, bool begins)
{
    (void)begins;
    outline_draw(c, x, top, f->width, bottom - top, c->s->style->form.outline,
                 colour_of(c->s, ROLE_FORM_FRAME));
}

static void answer_draw(struct canvas *c, const struct frame *f, length x, length top,
                        length bottom, bool begins)
{
    (void)begins;
    *array_push(c->s->a, &c->page->items) = item_rectangle(
        c->s->a, x, top, f->width, bottom - top, colour_of(c->s, ROLE_FORM_ANSWER));
}

/* ---- blocks ---- */

static bool is_answer(const struct element *row)
{
    return row->kind == EL_FIELDS && fields_role(row) == FIELDS_ANSWER;
}

static void flow_row(struct flow *f, const struct element *e)
{
    const struct row *row = fields_read(f, e);
    struct strip *strip = flow_push(f, row->height, row->baseline, HOLD_NONE);
    flow_draw(f, strip, fields_draw, row, 0, 0);
    f->after = f->s->style->form.row_gap;
}

/* The rows from `first` on that are the inspectorate's; gives the one behind. */
static const struct element *flow_answer(struct flow *f, const struct element *first,
                                         bool framed)
{
    const struct form_lengths *k = &f->s->style->form;
    struct frame *frame = NEW(f->s->a, struct frame);
    const length side = framed ? k->pad_side - k->outline : 0;
    *frame = (struct frame){.left = f->left - side,
                            .width = f->width + 2 * side,
                            .top = k->answer_pad,
                            .bottom = k->answer_pad,
                            .draw = answer_draw};
    flow_frame(f, frame, k->pad);
    for (; first != NULL && is_answer(first); first = first->next)
        flow_row(f, first);
    flow_frame_end(f, frame, framed ? 0 : k->row_gap);
    return first;
}

static bool ends_with_answer(const struct element *form)
{
    return form->last != NULL && is_answer(form->last);
}

/* "Comment 3" in the corner, level with the labels of the first row: a heading, by which
 * a reader goes from comment to comment. */
static void flow_number(struct flow *f, const char *number)
{
    if (number == NULL)
        return;
    const struct type_style type = form_type(f->s, FACE_REGULAR, true);
    struct tag *heading = tag_new(f->s->a, f->tag, TAG_H2);
    const struct spans spans = spans_words(f->s, number, &type, f->lang, heading);
    const struct words *words = words_new(f->s, &spans, &type, f->width, ALIGN_RIGHT);
    flow_beside(f, words_draw, words, f->left, words->baseline);
}

static void flow_rows(struct flow *f, const struct element *form, bool framed)
{
    for (const struct element *row = form->first; row != NULL;) {
        if (is_answer(row)) {
            row = flow_answer(f, row, framed);
            continue;
        }
        if (row->kind == EL_FIELDS)
            flow_row(f, row);
        row = row->next;
    }
}

void flow_form(struct flow *f, const struct element *e)
{
    struct flow outer = *f;
    const struct form_lengths *k = &f->s->style->form;
    const bool framed = e->set[AT_N] != 0;
    struct frame *frame = NEW(f->s->a, struct frame);
    *frame = (struct frame){.left = f->left,
                            .width = f->width,
                            .top = framed ? k->pad : 0,
                            .bottom = !framed               ? 0
                                      : ends_with_answer(e) ? k->outline
                                                            : k->pad,
                            .draw = form_draw};
    f->tag = tag_new(f->s->a, outer.tag, TAG_DIV);
    if (framed) {
        flow_frame(f, frame, k->gap);
        f->left += k->pad_side;
        f->width -= 2 * k->pad_side;
        flow_number(f, e->label);
    }
    flow_rows(f, e, framed);
    if (framed)
        flow_frame_end(f, frame, k->gap);
    f->tag = outer.tag;
    f->left = outer.left;
    f->width = outer.width;
}
