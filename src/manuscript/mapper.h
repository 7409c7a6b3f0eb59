/* mapper.h -- what the two halves of the mapping share: a manuscript's paragraphs on
 * their way into homes.  Not for others. */
#ifndef MANUSCRIPT_MAPPER_H
#define MANUSCRIPT_MAPPER_H

#include "base/map.h"
#include "manuscript/mapping.h"

/* A table of Word's, of what stands in it. */
struct table_shape {
    int rows, columns, most; /* the larger of the two */
    int heads, firsts;       /* cells with words in its first row, in its first column */
};

enum { MAPPER_LEVELS = 9 };

struct mapper {
    struct arena *a;
    const struct titles *t;
    const struct paper *paper;
    const struct home *now;
    struct mapping *to;
    struct home *at;   /* whose texts come now; NULL: nobody's */
    int outline;       /* of the heading that led there */
    const char *lost;  /* why there is none */
    struct map *given; /* home to its lines */
    ARRAY(struct home *) filled;
    struct table_shape *tables;         /* by number */
    const struct paper_paragraph *cell; /* the last that went into a table */
    int level;                          /* of the item that was placed last; -1: none */
    int left[MAPPER_LEVELS];            /* how far those above it are set in */
};

/* map.c */
void map_unplaced(struct mapper *m, const struct paper_paragraph *p, const char *why);
void map_line(struct mapper *m, struct home *h, struct text_line line);
/* What stands in no paragraph and has no place. */
void map_unplaced_aside(struct arena *a, struct mapping *m, const char *what,
                        const char *words, const char *why);

/* map_table.c: finds the shapes of all tables; */
void map_tables(struct mapper *m);
/* takes a paragraph of a table with several cells; */
void map_cell(struct mapper *m, const struct paper_paragraph *p);
/* whether a text has been parted by tables, and the part that goes on behind the last. */
bool map_is_parted(const struct mapper *m, const struct home *h);
struct home *map_part(struct mapper *m, struct home *h);

/* map_note.c: takes a note, when all paragraphs have been taken. */
void map_note(struct mapper *m, const struct paper_note *n);

/* map_fit.c: what stands in the homes will be read as it is. */
void map_fit(struct mapper *m);

#endif
