/* table.h -- looks of tables, one for each kind that documents have
 * (report/vocabulary.h): pads, rules, tints and types.
 *
 *     over ---------------------------------      first       one without a width where
 *     head |       head of two     |                          no column says one
 *          |------- span ----------|              own         a column on its own tint
 *     rows ---------------------------------
 *     cell | text | text |  own   | last
 *     under --------------------------------
 */
#ifndef STYLE_TABLE_H
#define STYLE_TABLE_H

#include "style/box.h"

struct table_style {
    const char *name;
    struct stroke over, rows,
        under;                  /* over the first row, between rows, under the last */
    struct stroke span;         /* under a head of several columns */
    struct stroke cut;          /* where the table goes on on another page */
    struct colour tint;         /* of groups, totals and the own column */
    bool bold;                  /* heads of rows */
    length pad;                 /* over and under the words of a row */
    length gap;                 /* between columns */
    length gap_last;            /* before the last one */
    length pad_last, pad_words; /* behind figures, before words in the last one */
    struct {
        length before, right, after; /* of the column before, in it, of the next */
    } own;
    length first;  /* width of the first column where no column says its own */
    length margin; /* the first stands in the page's margin, that far from the rest */
    length hang;   /* of a row's words behind its number */
    length after;  /* under the table */
    int stack; /* of more columns than this, or with a word wider than its column, each
                  row is a record, its cells under each other; 0: never */
    struct {
        int text, head, label, own, place; /* label: of a head in a row, if given */
    } types;
};

#endif
