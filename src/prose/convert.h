/* convert.h -- cmark's tree to ours.  Private to prose/. */
#ifndef PROSE_CONVERT_H
#define PROSE_CONVERT_H

#include "prose/lift.h"

struct cmark_node; /* cmark.h, which only the .c files see */

/* Emphasis in emphasis, lists in lists.  Bounds the recursion, too. */
#define PROSE_DEPTH 8

struct converter {
    struct arena *a;
    struct diags *d;
    const struct lifted *l;
    /* The columns (from 1) at which the words of the items begin that we are in. */
    size_t items[PROSE_DEPTH], item_count;
    /* Of the paragraph being read: its first line and the column it begins at; the line
     * that has been reached (from 1), and at which of cmark's columns, counted from
     * `column`, that line begins. */
    size_t first, column, line, shift;
};

/* The nodes in a paragraph, an emphasis or a link. */
struct inline_node *convert_inlines(struct converter *c, struct cmark_node *parent,
                                    int depth);

/* The nodes of a text that is one line without any sign of Markdown. */
struct inline_node *convert_plain(struct converter *c, const char *line);

/* The blocks in a document or an item. */
struct block *convert_blocks(struct converter *c, struct cmark_node *parent, int depth);

/* The end of the line in the lifted text. */
size_t line_end(const struct lifted *l, size_t at);

#endif
