/* table_row.c -- in: the cells of a row; out: what stands in them, their tags, the row's
 * height, and the row on a page with its rules and tints. */
#include "layout/pagebreaks.h"
#include "layout/table.h"

#include <string.h>

/* ---- cells ---- */

static const struct column *cell_column(const struct row *r, const struct cell *c)
{
    return &r->table->columns.at[c->column];
}

static length cell_left(const struct row *r, const struct cell *c)
{
    const struct column *col = cell_column(r, c);
    if (r->table->stacked)
        return c->left;
    return col->left + (c->columns == 1 ? col->pad_left : 0);
}

static length cell_width(const struct row *r, const struct cell *c)
{
    const struct column *end = cell_column(r, c) + c->columns - 1;
    if (r->table->stacked)
        return r->table->width;
    length right = end->left + end->width - (r->group ? 0 : end->pad_right);
    return larger(right - cell_left(r, c), PT(1));
}

static const struct type_style *cell_type(const struct row *r, const struct cell *c)
{
    const struct table_style *k = r->table->look;
    if (k->margin > 0 && c->column == 0)
        return table_type(r->table, k->types.place);
    if (r->head)
        return table_type(r->table, k->types.head);
    if (cell_column(r, c)->own && c->columns == 1)
        return table_type(r->table, k->types.own);
    bool label = c->element->kind == EL_TH && k->types.label > 0;
    return table_type(r->table, label ? k->types.label : k->types.text);
}

static bool cell_bold(const struct row *r, const struct cell *c)
{
    bool head = c->element->kind == EL_TH && !r->head;
    bool leads = r->table->stacked && c->column == 0; /* a record */
    return r->group || r->total || leads || (head && r->table->look->bold);
}

static enum scope cell_scope(const struct row *r, const struct cell *c)
{
    switch (head_scope(c->element)) {
    case HEAD_OF_COLUMN: return SCOPE_COLUMN;
    case HEAD_OF_ROW: return SCOPE_ROW;
    case HEAD_OF_PLACE: break;
    }
    return r->head ? SCOPE_COLUMN : SCOPE_ROW;
}

static const char *next_id(struct state *s)
{
    return arena_printf(s->a, "head-%zu", ++s->heads);
}

static const char **ids_and(struct arena *a, const char *const *ids, size_t count,
                            const char *one)
{
    const char **all = NEW_ARRAY(a, const char *, count + 1);
    if (count > 0)
        memcpy(all, ids, count * sizeof *all);
    all[count] = one;
    return all;
}

/* A head of several rows gets an id, which the columns under it remember. */
static void column_head(const struct row *r, const struct cell *c, struct tag *tag)
{
    struct table *t = r->table;
    tag->id = next_id(t->s);
    for (int i = 0; i < c->columns; i++) {
        struct column *col = &t->columns.at[c->column + i];
        col->ids = ids_and(t->s->a, col->ids, col->id_count++, tag->id);
    }
}

/* Who names the heads of a cell names them all: a reader asks for no others. */
static void cell_heads(struct row *r, const struct cell *c, struct tag *tag)
{
    struct state *s = r->table->s;
    const struct column *col = cell_column(r, c);
    const char *const more[] = {r->total ? NULL : r->table->group_id,
                                tag->type == TAG_TD ? r->id : NULL};
    tag->headers = col->ids;
    tag->header_count = col->id_count;
    for (size_t i = 0; i < LEN(more); i++)
        if (more[i] != NULL)
            tag->headers = ids_and(s->a, tag->headers, tag->header_count++, more[i]);
    if (tag->type == TAG_TH)
        tag->id = r->id = next_id(s);
    if (r->group)
        r->table->group_id = r->id;
}

static struct tag *cell_tag(struct row *r, const struct cell *c, struct tag *tr)
{
    struct state *s = r->table->s;
    bool head = c->element->kind == EL_TH;
    if (cell_column(r, c)->drawn)
        return NULL;
    struct tag *tag = tag_block(s, tr, head ? TAG_TH : TAG_TD,
                                element_lang(c->element, r->table->lang), c->element);
    tag->has_lang |= c->element->set[AT_LANG] != 0;
    tag->row_span = c->rows > 1 ? c->rows : 0;
    tag->col_span = c->columns > 1 ? c->columns : 0;
    if (head)
        tag->scope = cell_scope(r, c);
    if (r->table->named && !r->head)
        cell_heads(r, c, tag);
    else if (r->table->named && head)
        column_head(r, c, tag);
    return tag;
}

/* The number of a row hangs at the cell's left, its words beside it. */
static void cell_number(struct flow *f, const struct row *r, const struct cell *c)
{
    struct state *s = f->s;
    const char *number = c->element->at[AT_NUMBER];
    if (number == NULL || *number == '\0')
        return;
    struct type_style type = *voice_type(f);
    if (f->bold)
        type.face = FACE_BOLD;
    struct tag *tag = f->direct ? f->tag : tag_new(s->a, f->tag, TAG_P);
    struct spans spans =
        spans_words(s, arena_printf(s->a, "%s ", number), &type, f->lang, tag);
    const struct words *w = words_line(s, &spans, &type);
    flow_beside(f, words_draw, w, 0, w->baseline);
    f->left = larger(r->table->look->hang, words_width(w) + PT(4));
    f->width -= f->left;
}

/* That of its tr, in the first cell of it. */
static void cell_reference(struct flow *f, const struct row *r, const struct cell *c)
{
    const struct element *tr = c->element->parent;
    f->margin = r->table->page && c->element == tr->first;
    f->inset = r->table->left + cell_left(r, c);
    flow_reference(f, tr, f->direct ? f->tag : NULL);
}

static void cell_lay(struct row *r, struct cell *c, struct tag *tr)
{
    struct table *t = r->table;
    struct flow f = flow_new(t->s, cell_width(r, c), cell_tag(r, c, tr));
    f.lang = element_lang(c->element, t->lang);
    f.cell = t->look->margin > 0;
    f.voice = VOICE_CELL;
    f.text = cell_type(r, c);
    f.bold = cell_bold(r, c);
    f.even = r->head;
    f.direct = f.tag == NULL || flow_is_direct(c->element);
    if (c->ruled)
        f.align = ALIGN_CENTRE;
    else if (cell_column(r, c)->right && c->columns == 1 && !t->stacked)
        f.align = ALIGN_RIGHT;
    cell_reference(&f, r, c);
    cell_number(&f, r, c);
    const length label = t->stacked ? stack_label(&f, r, c) : 0;
    flow_children(&f, c->element);
    if (f.out.len > 0) /* beside a longer label */
        f.out.at[f.out.len - 1].height +=
            larger(0, label - strips_height(&f.out, 0, f.out.len));
    c->strips = f.out;
    c->to = f.out.len;
    c->height = strips_height(&f.out, 0, f.out.len);
    c->baseline = f.out.len == 0 ? 0 : f.out.at[0].baseline;
}

/* A group's head counts for the rows under it, until the next; for no total. */
static void cells_lay(struct row *r)
{
    struct tag *tr = NULL;
    if (r->group)
        r->table->group_id = NULL;
    int line = -1;
    for (size_t i = 0; i < r->cells.len; i++) {
        if (r->cells.at[i].row != line)
            tr = tag_new(r->table->s->a, r->table->part, TAG_TR);
        line = r->cells.at[i].row;
        cell_lay(r, &r->cells.at[i], tr);
    }
}

/* ---- heights ---- */

/* The lowest first baseline of a tr: all its cells stand on it. */
static length line_baseline(const struct row *r, int line)
{
    length lowest = 0;
    for (size_t i = 0; i < r->cells.len; i++)
        if (r->cells.at[i].row == line)
            lowest = larger(lowest, r->cells.at[i].baseline);
    return lowest;
}

static length cell_drop(const struct cell *c, length baseline)
{
    return c->baseline == 0 ? 0 : baseline - c->baseline;
}

static length line_height(const struct row *r, int line)
{
    length height = 0, baseline = r->head ? 0 : line_baseline(r, line);
    for (size_t i = 0; i < r->cells.len; i++) {
        const struct cell *c = &r->cells.at[i];
        if (c->row == line && c->rows == 1)
            height = larger(height, c->height + (r->head ? 0 : cell_drop(c, baseline)));
    }
    return height + 2 * r->table->look->pad;
}

/* A cell over several trs makes the last of them higher where it has to. */
static void lines_stretch(struct row *r)
{
    for (size_t i = 0; i < r->cells.len; i++) {
        const struct cell *c = &r->cells.at[i];
        length room = r->tops[c->row + c->rows] - r->tops[c->row];
        length more = c->height + 2 * r->table->look->pad - room;
        for (int line = c->row + c->rows; c->rows > 1 && more > 0 && line <= r->lines;
             line++)
            r->tops[line] += more;
    }
}

/* Heads stand on the bottom of their rows, cells on the first line's baseline. */
static void cells_stand(struct row *r)
{
    for (size_t i = 0; i < r->cells.len; i++) {
        struct cell *c = &r->cells.at[i];
        if (r->head)
            c->y = r->tops[c->row + c->rows] - r->table->look->pad - c->height;
        else
            c->y = r->tops[c->row] + r->table->look->pad +
                   cell_drop(c, line_baseline(r, c->row));
    }
}

static const struct stroke *rule_over(const struct row *r)
{
    static const struct stroke none;
    if (r->inner)
        return &none;
    return r->first ? &r->table->look->over : &r->table->look->rows;
}

static const struct stroke *rule_under(const struct row *r)
{
    static const struct stroke none;
    return r->last ? &r->table->look->under : &none;
}

void row_lay(struct row *r)
{
    cells_lay(r);
    r->tops = NEW_ARRAY(r->table->s->a, length, r->lines + 1);
    r->tops[0] = rule_over(r)->width;
    if (r->table->stacked) {
        stack_cells(r);
        r->height = r->tops[r->lines] + rule_under(r)->width;
        return;
    }
    for (int i = 0; i < r->lines; i++)
        r->tops[i + 1] = r->tops[i] + line_height(r, i);
    lines_stretch(r);
    cells_stand(r);
    r->height = r->tops[r->lines] + rule_under(r)->width;
}

length row_baseline(const struct row *r)
{
    length first = r->table->stacked && r->cells.len > 0 ? r->cells.at[0].baseline
                                                         : line_baseline(r, 0);
    return r->tops[0] + r->table->look->pad + first;
}

struct note_list *row_notes(const struct row *r)
{
    struct note_list *all = NULL, **end = &all;
    for (size_t i = 0; i < r->cells.len; i++) {
        const struct cell *c = &r->cells.at[i];
        for (size_t k = c->from; k < c->to; k++)
            for (const struct note_list *n = c->strips.at[k].notes; n != NULL;
                 n = n->next) {
                *end = NEW(r->table->s->a, struct note_list);
                (*end)->note = n->note;
                end = &(*end)->next;
            }
    }
    return all;
}

/* ---- rows higher than a page ---- */

size_t row_pieces(const struct row *r)
{
    size_t most = 1;
    if (r->table->stacked)
        return stack_pieces(r);
    for (size_t i = 0; i < r->cells.len; i++)
        most = r->cells.at[i].strips.len > most ? r->cells.at[i].strips.len : most;
    return most;
}

struct row *row_piece(const struct row *r, size_t line)
{
    struct state *s = r->table->s;
    struct row *piece = NEW(s->a, struct row);
    *piece = *r;
    piece->first = r->first && line == 0;
    piece->last = r->last && line + 1 == row_pieces(r);
    piece->inner = line > 0;
    piece->cells.at = NEW_ARRAY(s->a, struct cell, r->cells.len + 1);
    length top = line == 0 ? r->tops[0] + r->table->look->pad : 0, height = 0;
    for (size_t i = 0; i < r->cells.len; i++) {
        struct cell *c = &piece->cells.at[i];
        *c = r->cells.at[i];
        if (r->table->stacked)
            continue;
        c->from = line < c->strips.len ? line : c->strips.len;
        c->to = line < c->strips.len ? line + 1 : c->strips.len;
        length gap = line > 0 && c->from < c->to ? strips_gap(&c->strips, line) : 0;
        c->y = top + gap;
        if (c->from < c->to)
            height = larger(height, gap + c->strips.at[line].height);
    }
    if (r->table->stacked)
        stack_piece(piece, line, top, &height);
    piece->height = top + height + rule_under(piece)->width +
                    (line + 1 == row_pieces(r) ? r->table->look->pad : 0);
    piece->tops = NEW_ARRAY(s->a, length, r->lines + 1);
    for (int i = 0; i <= r->lines; i++)
        piece->tops[i] = i == 0 ? 0 : piece->height;
    return piece;
}

/* ---- drawing ---- */

static void tint(struct canvas *c, const struct table *t, length x, length y,
                 length width, length height)
{
    *array_push(c->s->a, &c->page->items) =
        item_rectangle(c->s->a, x, y, width, height, t->look->tint);
}

static void say_tint(const struct state *s, const struct element *e)
{
    const char *near =
        nearest_name(e->at[AT_TINT], s->style->colour_names, s->style->colour_count);
    diag(s->d, DIAG_ATTRIBUTE_WRONG, e->pos, "tint=\"%s\" of <%s>; %s", e->at[AT_TINT],
         element_name(e->kind),
         near != NULL ? arena_printf(s->a, "did you mean \"%s\"?", near)
                      : "take one of the colours in the house's style.yaml");
}

/* Of a cell that has a colour of its own, all of it: what lies between two columns goes
 * half to each. */
static void cell_tint_draw(struct canvas *c, const struct row *r, const struct cell *cell,
                           length x, length y)
{
    const struct element *e = cell->element;
    if (e == NULL || e->at[AT_TINT] == NULL || r->table->stacked)
        return;
    const struct colour *colour = style_colour(c->s->style, e->at[AT_TINT]);
    if (colour == NULL) {
        say_tint(c->s, e);
        return;
    }
    const struct column *col = cell_column(r, cell), *end = col + cell->columns - 1;
    const length half = r->table->look->gap / 2;
    const bool first = col == r->table->columns.at;
    const length left = col->left - (first ? 0 : half);
    const length right = end->left + end->width;
    const bool last = end == r->table->columns.at + r->table->columns.len - 1;
    const length bottom = smaller(r->tops[cell->row + cell->rows], r->height);
    *array_push(c->s->a, &c->page->items) = item_rectangle(
        c->s->a, x + left, y + r->tops[cell->row], right - left - (last ? 0 : half),
        bottom - r->tops[cell->row], *colour);
}

static void tints_draw(struct canvas *c, const struct row *r, length x, length y)
{
    const struct table *t = r->table;
    if (r->group || r->total || r->page) {
        tint(c, t, x, y, t->width, r->height);
        return;
    }
    for (size_t i = 0; i < t->columns.len && !t->stacked; i++)
        if (t->columns.at[i].own)
            tint(c, t, x + t->columns.at[i].left, y, t->columns.at[i].width, r->height);
}

static void rule(struct canvas *c, length x, length y, length width,
                 const struct stroke *stroke)
{
    if (stroke->width > 0)
        *array_push(c->s->a, &c->page->items) =
            item_rule(c->s->a, x, y, width, stroke->width, stroke->colour);
}

static void rules_draw(struct canvas *c, const struct row *r, length x, length y)
{
    const struct table *t = r->table;
    const struct stroke *over = rule_over(r), *under = rule_under(r);
    rule(c, x, y + over->width / 2, t->width, over);
    rule(c, x, y + r->height - under->width / 2, t->width, under);
    for (size_t i = 0; i < r->cells.len; i++) {
        const struct cell *cell = &r->cells.at[i];
        const struct column *col = cell_column(r, cell), *end = col + cell->columns - 1;
        if (cell->ruled)
            rule(c, x + col->left, y + r->tops[cell->row + cell->rows],
                 end->left + end->width - end->pad_right - col->left, &t->look->span);
    }
}

void row_draw(struct canvas *c, const void *what, length x, length y)
{
    struct row r = *(const struct row *)what;
    length taken = space_taken(r.give, c->spread);
    r.height -= taken;
    tints_draw(c, &r, x, y);
    for (size_t i = 0; i < r.cells.len; i++)
        cell_tint_draw(c, &r, &r.cells.at[i], x, y);
    rules_draw(c, &r, x, y);
    for (size_t i = 0; i < r.cells.len; i++) {
        const struct cell *cell = &r.cells.at[i];
        strips_draw(c, &cell->strips, &(struct take){.from = cell->from, .to = cell->to},
                    x + cell_left(&r, cell), y + cell->y - taken / 2);
    }
}
