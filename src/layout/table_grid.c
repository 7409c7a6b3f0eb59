/* table_grid.c -- in: a table element; out: its columns with their widths, its cells with
 * the rows and columns that they span.  Measures and draws nothing. */
#include "layout/table.h"

static bool is_cell(const struct element *e)
{
    return e->kind == EL_TH || e->kind == EL_TD;
}

static const struct element *first_row(const struct element *table)
{
    for (const struct element *p = table->first; p != NULL; p = p->next)
        if ((p->kind == EL_THEAD || p->kind == EL_TBODY) && p->first != NULL)
            return p->first;
    return NULL;
}

/* The last column draws, where every row ends in nothing but a drawing. */
static void column_drawn(struct table *t)
{
    const struct element *body = element_child(t->element, EL_TBODY);
    if (body == NULL || t->columns.len == 0)
        return;
    for (const struct element *tr = body->first; tr != NULL; tr = tr->next)
        if (tr->last == NULL || tr->last->first == NULL ||
            tr->last->first->next != NULL || tr->last->first->kind != EL_RANGE)
            return;
    t->columns.at[t->columns.len - 1].drawn = body->first != NULL;
}

/* One per col; without any, as many as the first row has, of one width. */
static void columns_read(struct table *t)
{
    for (const struct element *c = t->element->first; c != NULL; c = c->next) {
        if (c->kind != EL_COL)
            continue;
        struct column *col = array_push(t->s->a, &t->columns);
        col->width = PT(element_number(c, AT_WIDTH, 0));
        col->right = column_align(c) == COLUMN_RIGHT;
        col->own = column_own(c) == COLUMN_OWN;
    }
    const struct element *row = first_row(t->element);
    if (t->columns.len > 0 || row == NULL)
        return;
    for (const struct element *c = row->first; c != NULL; c = c->next)
        for (int i = 0; is_cell(c) && i < element_number(c, AT_COLSPAN, 1); i++)
            array_push(t->s->a, &t->columns);
    if (t->columns.len > 1)
        t->columns.at[0].width = t->look->first;
}

/* Which cells of which columns are taken by a cell from a tr above: until which tr. */
struct taken {
    int *until;
    size_t columns;
};

static size_t column_free(const struct taken *k, size_t column, int line)
{
    while (column < k->columns && k->until[column] > line)
        column++;
    return column;
}

/* No word of a head is cut where its column can be wider. */
static void column_holds(struct table *t, struct column *col, const struct element *cell)
{
    struct span span = span_of(table_type(t, t->look->types.head), t->lang,
                               element_plain(t->s->a, cell), NULL);
    length word = text_widest_word(t->s->text, t->s->a, t->s->d, &span, 1);
    if (col->width > 0)
        col->width = larger(col->width, word + col->pad_left + col->pad_right);
}

static void columns_widen(struct table *t)
{
    const struct element *head = element_child(t->element, EL_THEAD);
    struct taken k = {NEW_ARRAY(t->s->a, int, t->columns.len + 1), t->columns.len};
    int line = 0;
    for (const struct element *tr = head != NULL ? head->first : NULL; tr != NULL;
         tr = tr->next, line++) {
        size_t column = 0;
        for (const struct element *c = tr->first; c != NULL; c = c->next) {
            column = column_free(&k, column, line);
            size_t columns = (size_t)element_number(c, AT_COLSPAN, 1);
            if (column + columns > k.columns)
                return; /* irregular: said when its rows are read */
            if (columns == 1)
                column_holds(t, &t->columns.at[column], c);
            for (size_t i = 0; i < columns; i++)
                k.until[column++] = line + element_number(c, AT_ROWSPAN, 1);
        }
    }
}

/* Columns without a width share what the others leave; if those are too wide together,
 * all shrink alike.  A first one in the margin is not among them. */
static void columns_fit(struct table *t)
{
    length fixed = 0;
    int rest = 0;
    size_t first = t->look->margin > 0 && t->columns.len > 0 ? 1 : 0;
    if (first > 0)
        t->columns.at[0].left = -t->columns.at[0].width;
    for (size_t i = first; i < t->columns.len; i++) {
        fixed += t->columns.at[i].width;
        rest += t->columns.at[i].width == 0;
    }
    length least = t->width / 6; /* that a column of the rest has to keep */
    length room = t->width - rest * least;
    length x = 0;
    for (size_t i = first; i < t->columns.len; i++) {
        struct column *c = &t->columns.at[i];
        if (c->width == 0)
            c->width = larger(t->width - fixed, rest * least) / rest;
        else if (fixed > room)
            c->width = (length)((long long)c->width * room / fixed);
        c->left = x;
        x += c->width;
    }
}

static void columns_pad(struct table *t)
{
    const struct table_style *k = t->look;
    for (size_t i = 0; i < t->columns.len; i++) {
        struct column *c = &t->columns.at[i], *next = c + 1;
        bool last = i + 1 == t->columns.len, before = i + 2 == t->columns.len;
        c->pad_right = last     ? (c->right ? k->pad_last : 0)
                       : before ? k->gap_last
                                : k->gap;
        if (c->own)
            c->pad_right = k->own.right;
        else if (!last && c->right && next->own)
            c->pad_right = k->own.before;
        else if (i == 0 && k->margin > 0)
            c->pad_right = k->margin;
        if (i > 0 && t->columns.at[i - 1].own)
            c->pad_left = k->own.after;
        else if (last && i > 0 && !c->right)
            c->pad_left = k->pad_words;
    }
}

static bool has_rows(const struct element *table, enum element_kind part, int count)
{
    const struct element *p = element_child(table, part);
    for (const struct element *r = p == NULL ? NULL : p->first; r != NULL; r = r->next)
        count -= r->kind == EL_TR;
    return count <= 0;
}

/* Rows whose heads are not found straight over or before a cell. */
static bool has_groups(const struct element *table)
{
    const struct element *body = element_child(table, EL_TBODY);
    for (const struct element *r = body == NULL ? NULL : body->first; r != NULL;
         r = r->next)
        if (r->kind == EL_TR && row_role(r) == ROW_GROUP)
            return true;
    return false;
}

static const struct table_style *look_of(struct state *s, const struct element *e)
{
    static const struct table_style none = {
        .types = {1 + TYPE_BODY, 1 + TYPE_BODY, 0, 1 + TYPE_BODY, 1 + TYPE_BODY}};
    const char *kind = table_kind_word(table_kind(e));
    const struct table_style *look = style_table(s->style, kind);
    if (look == NULL)
        diag(s->d, DIAG_STYLE_WRONG, e->pos,
             "%s says nothing of tables of kind \"%s\"; add it to `tables` in its "
             "style.yaml",
             s->style->name, kind);
    return look != NULL ? look : &none;
}

struct table *table_read(struct flow *f, const struct element *e)
{
    struct table *t = NEW(f->s->a, struct table);
    t->element = e;
    t->s = f->s;
    t->look = look_of(f->s, e);
    t->lang = f->lang;
    t->left = f->left;
    t->width = f->width;
    t->page = f->page;
    t->named = has_rows(e, EL_THEAD, 2) || has_groups(e);
    columns_read(t);
    column_drawn(t);
    columns_pad(t);
    columns_widen(t);
    columns_fit(t);
    t->stacked = t->look->stack > 0 && table_stacks(t);
    return t;
}

/* ---- rows ---- */

static void say_irregular(const struct table *t, const struct element *tr, size_t has)
{
    diag(t->s->d, DIAG_TABLE_IRREGULAR, tr->pos,
         "this row has cells for %zu columns, its table has %zu; give every row a cell "
         "for each column, or use colspan",
         has, t->columns.len);
}

static void tr_read(struct row *r, const struct element *tr, struct taken *k)
{
    struct table *t = r->table;
    size_t column = 0, over = 0;
    for (const struct element *c = tr->first; c != NULL; c = c->next) {
        if (!is_cell(c))
            continue;
        column = column_free(k, column, r->lines);
        int columns = element_number(c, AT_COLSPAN, 1),
            rows = element_number(c, AT_ROWSPAN, 1);
        if (column + (size_t)columns > k->columns) {
            over = column + (size_t)columns;
            break;
        }
        for (int i = 0; i < columns; i++)
            k->until[column + (size_t)i] = r->lines + rows;
        *array_push(t->s->a, &r->cells) = (struct cell){.element = c,
                                                        .row = r->lines,
                                                        .column = (int)column,
                                                        .rows = rows,
                                                        .columns = columns};
        column += (size_t)columns;
    }
    size_t filled = column_free(k, column, r->lines);
    if (over > 0 || filled < k->columns)
        say_irregular(t, tr, over > 0 ? over : filled);
    r->lines++;
}

/* Cells that would reach below the last tr end with it. */
static void spans_end(struct row *r)
{
    for (size_t i = 0; i < r->cells.len; i++) {
        struct cell *c = &r->cells.at[i];
        if (c->row + c->rows > r->lines)
            c->rows = r->lines - c->row;
        c->ruled = r->head && c->columns > 1 && c->row + c->rows < r->lines &&
                   !r->table->stacked;
    }
}

static bool tied(const struct taken *k, int line)
{
    for (size_t i = 0; i < k->columns; i++)
        if (k->until[i] > line)
            return true;
    return false;
}

struct row *row_read(struct table *t, const struct element **next, bool head)
{
    const struct element *tr = *next;
    while (tr != NULL && tr->kind != EL_TR)
        tr = tr->next;
    if (tr == NULL)
        return NULL;
    struct row *r = NEW(t->s->a, struct row);
    r->table = t;
    r->head = head;
    r->group = row_role(tr) == ROW_GROUP;
    r->page = row_role(tr) == ROW_PAGE;
    r->total = row_role(tr) == ROW_TOTAL;
    struct taken k = {NEW_ARRAY(t->s->a, int, t->columns.len + 1), t->columns.len};
    do {
        if (tr->kind == EL_TR)
            tr_read(r, tr, &k);
        tr = tr->next;
    } while (tr != NULL && (head || tied(&k, r->lines)));
    spans_end(r);
    *next = tr;
    return r;
}
