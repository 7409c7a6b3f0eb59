/* table.h -- tables: rows as strips, heads that come again on each page.  Column widths,
 * rules, tints and the words ", continued" are settled here; where a table is parted,
 * fill.c decides. */
#ifndef LAYOUT_TABLE_H
#define LAYOUT_TABLE_H

#include "layout/flow.h"

struct column {
    length left, width; /* from the table's left; with what its pads keep free */
    length pad_left, pad_right;
    bool right, own;
    bool drawn;       /* it only draws what its row says: no content */
    const char **ids; /* of the heads over it, where cells must name them */
    size_t id_count;
};

struct cell {
    const struct element *element;
    int row, column, rows, columns; /* where it begins in its rows, what it spans */
    struct strips strips;
    size_t from, to;  /* those that are drawn: a cut row draws them one by one */
    length left;      /* in a stacked table: from the table's left */
    length y, height; /* from the row's top; of the strips */
    length baseline;  /* of its first line */
    bool ruled;       /* a rule under it: it heads several columns */
};

/* A row of the body, rows that a cell ties together, or all rows of the head. */
struct row {
    struct table *table;
    ARRAY(struct cell) cells;
    int lines;     /* tr elements in it */
    length *tops;  /* of the trs, and the bottom of the last, from the row's top */
    length height; /* rules included */
    length give;   /* of the pads, where they shrink with the page */
    bool head, group, total, page, first, last, inner;
    const struct words *again, *number_again; /* a group's title, ", continued" */
    const char *id;                           /* of its own head; NULL: none so far */
};

struct table {
    const struct element *element;
    struct state *s;
    const struct table_style *look;
    enum lang lang;
    length left, width;
    ARRAY(struct column) columns;
    bool stacked;      /* its rows are records, their cells under each other */
    struct row *heads; /* of a stacked one: what its labels say; NULL: none */
    length value_left; /* of a stacked one: where short values begin; 0: not known yet */
    bool page;         /* on the flow of pages: its rows have references in the margin */
    bool named;        /* heads of several rows, or of groups: cells name them by id */
    const char *group_id;          /* of the head of the rows at hand; NULL: none */
    struct tag *tag, *part;        /* the Table; the THead or TBody being filled */
    struct row *head;              /* NULL: none */
    const struct words *continued; /* caption, ", continued"; laid when first needed */
};

static inline const struct type_style *table_type(const struct table *t, int type)
{
    return &t->s->style->types[type - 1];
}

/* ---- table_grid.c ---- */
struct table *table_read(struct flow *f, const struct element *e);
/* The rows that belong together from tr `*next` on; moves it behind them.  NULL at the
 * end. */
struct row *row_read(struct table *t, const struct element **next, bool head);

/* ---- table_row.c ---- */
void row_lay(struct row *r);
/* draw_fn: a struct row. */
draw_fn row_draw;
struct note_list *row_notes(const struct row *r);
length row_baseline(const struct row *r);
/* A row that is higher than a page, a line of each cell at a time. */
struct row *row_piece(const struct row *r, size_t line);
size_t row_pieces(const struct row *r);

/* ---- table_stack.c ---- */
/* Whether a row is better read as a record: by the rule of the table's look. */
bool table_stacks(struct table *t);
/* What the heads over a cell say: beside its value where that is short, else over it;
 * the height that it needs at least. */
length stack_label(struct flow *f, const struct row *r, const struct cell *c);
/* The places of a row's cells, under each other; of a head's, after each other. */
void stack_cells(struct row *r);
size_t stack_pieces(const struct row *r);
/* Of a row that is cut, line `line` of all its cells, `top` from the piece's top; gives
 * the line's height. */
void stack_piece(struct row *piece, size_t line, length top, length *height);

/* ---- table.c ---- */
/* What stands over strip `first` when a page begins with it: its table's caption and head
 * again, and its group's row. */
length table_lead(struct state *s, const struct strips *all, size_t first);
void table_lead_draw(struct canvas *c, const struct strips *all, size_t first, length x,
                     length y);
/* The rule under a table that goes on on the next page with strip `next`. */
void table_cut_draw(struct canvas *c, const struct strips *all, size_t next, length x,
                    length y);

#endif
