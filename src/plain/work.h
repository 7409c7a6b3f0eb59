/* work.h -- a text on its way, for the files of plain/: lines.c fills lines, words.c
 * makes the words of a line, blocks.c, boxes.c, table.c and chart.c what they stand in.
 */
#ifndef PLAIN_WORK_H
#define PLAIN_WORK_H

#include "base/array.h"
#include "base/buf.h"
#include "base/map.h"
#include "plain/plain.h"

struct telling {
    struct arena *a;
    const struct report *r;
    struct buf *out;
    const struct map *ids;               /* of elements that links lead to */
    int indent;                          /* columns */
    int gap;                             /* empty lines before the next */
    int out_by;                          /* columns that the next line begins before it */
    const char *label;                   /* hangs before the next line; or NULL */
    ARRAY(const struct element *) notes; /* whose marks were written, texts not yet */
};

enum { PLAIN_STEP = 2 /* columns of an indent */ };

/* ---- lines.c ---- */
/* At least so many empty lines before what follows, unless a label is waiting for it. */
void plain_gap(struct telling *p, int lines);
/* Words filled into lines; a line feed among them ends one.  Nothing where there are
 * none.
 */
void plain_lines(struct telling *p, const char *words);
/* The same on lines of their own, under a rule of that character. */
void plain_underlined(struct telling *p, const char *words, char under);
/* Columns on a screen or in an embosser. */
size_t plain_width(const char *s, size_t len);

/* ---- words.c ---- */
/* The words of the inlines from `first` up to `end`; of an element that holds some. */
const char *plain_between(struct telling *p, const struct element *first,
                          const struct element *end);
const char *plain_words(struct telling *p, const struct element *e);
/* Those of its first part of that kind; "" where it has none. */
const char *plain_part(struct telling *p, const struct element *e, enum element_kind k);
/* "a: b", or the one that is not empty. */
const char *plain_pair(struct telling *p, const char *a, const char *b);
/* The heading that names a section: its own, or that of the box it begins with. */
const struct element *plain_heading_of(const struct element *section);
/* "1.1 Risk of harm to others". */
const char *plain_heading(struct telling *p, const struct element *heading);

/* ---- blocks.c ---- */
void plain_block(struct telling *p, const struct element *e);
/* Before its words how a reader quotes it, where a PDF has that in the margin. */
const char *plain_quoted(struct telling *p, const struct element *e, const char *words);
/* All that stands in it; text among blocks is a paragraph. */
void plain_children(struct telling *p, const struct element *e);
void plain_paragraph(struct telling *p, const char *words);

/* ---- boxes.c ---- */
void plain_box(struct telling *p, const struct element *e);
/* Label and value; "Score: 71%" of a score that stands alone. */
const char *plain_score(struct telling *p, const struct element *e);

/* ---- table.c ---- */
void plain_table(struct telling *p, const struct element *e);
void plain_caption(struct telling *p, const struct element *e);

/* ---- chart.c ---- */
void plain_chart(struct telling *p, const struct element *e);

#endif
