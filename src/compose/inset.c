/* inset.c -- the tables and pictures of an author's text to elements.  In: a block of
 * these; out: a table with its heads and source, or a figure.  What a cell says is
 * expand.c's. */
#include "compose/work.h"

static struct element *part(struct work *w, struct element *in, enum element_kind kind,
                            const struct block *of)
{
    return element_add(w->a, in, kind, of->pos);
}

static void words(struct work *w, struct element *into, const struct block *of)
{
    struct sink to = sink_of(into);
    expand_inlines(w, sink_inlines(w, &to, of->pos), of->inlines, NULL);
}

/* ---- columns ---- */

static const struct block *cell_at(const struct block *row, size_t column)
{
    const struct block *c = row->child;
    for (; column > 0; column--)
        c = c->next;
    return c;
}

static bool is_figure(const struct block *cell)
{
    const struct inline_node *n = cell->inlines;
    return n == NULL ||
           ((n->kind == INLINE_TYPED || n->kind == INLINE_MARK) && n->next == NULL);
}

/* A column of figures is as wide as they are; the others share the rest. */
static void add_column(struct work *w, struct element *table, const struct block *b,
                       size_t at, size_t count)
{
    bool figures = at > 0;
    for (const struct block *row = b->child->next; row != NULL; row = row->next)
        figures = figures && (row->kind != BLOCK_ROW || is_figure(cell_at(row, at)));
    struct element *col = part(w, table, EL_COL, b);
    col->set[AT_WIDTH] = !figures ? WIDTH_REST : count <= 4 ? 92 : count <= 7 ? 62 : 48;
    element_choose(col, AT_ALIGN, figures ? COLUMN_RIGHT : COLUMN_LEFT);
}

/* ---- a table ---- */

static void add_row(struct work *w, struct element *in, const struct block *row,
                    bool heads)
{
    struct element *tr = part(w, in, EL_TR, row);
    for (const struct block *c = row->child; c != NULL; c = c->next) {
        const bool head = heads || c == row->child;
        struct element *cell = part(w, tr, head ? EL_TH : EL_TD, c);
        if (head)
            element_choose(cell, AT_SCOPE, heads ? HEAD_OF_COLUMN : HEAD_OF_ROW);
        if (c->inlines != NULL)
            words(w, cell, c);
    }
}

static void add_source(struct work *w, struct element *into, const struct block *source)
{
    struct element *side = part(w, into, EL_P, source);
    struct element *args = element_new(w->a, EL_WORD, source->pos);
    struct element *with = part(w, args, EL_WITH, source);
    with->at[AT_NAME] = "sources";
    expand_inlines(w, with, source->inlines, NULL);
    element_choose(side, AT_ROLE, PARAGRAPH_SIDE);
    word_into(w, side, "series-sources", args->first, true);
}

static void add_table(struct work *w, struct element *into, const struct block *b)
{
    struct element *table = part(w, into, EL_TABLE, b);
    size_t count = 0;
    for (const struct block *c = b->child->child; c != NULL; c = c->next)
        count++;
    table->at[AT_ID] = b->id;
    words(w, part(w, table, EL_CAPTION, b), b);
    for (size_t i = 0; i < count; i++)
        add_column(w, table, b, i, count);
    add_row(w, part(w, table, EL_THEAD, b), b->child, true);
    struct element *body = part(w, table, EL_TBODY, b);
    for (const struct block *row = b->child->next; row != NULL; row = row->next)
        if (row->kind == BLOCK_ROW)
            add_row(w, body, row, false);
        else
            add_source(w, into, row);
}

/* ---- all ---- */

static void add_picture(struct work *w, struct element *into, const struct block *b)
{
    struct element *figure = part(w, into, EL_FIGURE, b);
    figure->at[AT_SRC] = b->file;
    figure->at[AT_ID] = b->id;
    if (b->start > 0)
        figure->set[AT_WIDTH] = b->start;
    words(w, part(w, figure, EL_CAPTION, b), b);
    words(w, part(w, figure, EL_ALT, b->child), b->child);
}

void inset_into(struct work *w, struct element *into, const struct block *b)
{
    if (b->kind == BLOCK_PICTURE)
        add_picture(w, into, b);
    else if (b->start == 0)
        add_table(w, into, b);
    else if (into->kind == EL_SECTION)
        add_table(w, part(w, into, EL_WIDE, b), b);
    else
        diag(w->d, DIAG_ELEMENT_PLACE, b->pos,
             "this text stands in <%s>, where no page can lie on its side; leave out "
             "`wide: yes` and some columns, or put the table into another field",
             element_name(into->kind));
}
