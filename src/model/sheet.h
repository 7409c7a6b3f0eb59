/* sheet.h -- the table of answers while it is read: what its columns hold (heads.c), what
 * its cells say (cells.c), and what is wrong with them, each fault once for all its cells
 * (gather.c), with what would mend it (advice.c); for cases.c and those. */
#ifndef MODEL_SHEET_H
#define MODEL_SHEET_H

#include "model/inspection.h"
#include "model/same.h"
#include "source/csv.h"

/* What a column of the table holds. */
enum holds { HOLDS_NOTHING, HOLDS_CASE, HOLDS_VALUE, HOLDS_ANSWER };
struct meaning {
    enum holds holds;
    size_t index; /* of the inspection's column or in a row of answers */
};

/* Whose answer it is: of a question, one of the times it is asked, and why it was no. */
struct asking {
    const struct question *q;
    size_t time;
    bool reason;
    const char *name; /* "plan-done custody because" */
};

struct known_word {
    size_t index;
    const char *text;
    bool noted; /* it is written otherwise than our name */
    size_t cells;
};

/* The words that a column takes, and what stands for them. */
struct vocabulary {
    const char *of; /* its column: "gender" */
    const char *const *names;
    size_t count;
    struct map *keys;  /* of texts, to struct known_word */
    struct map *typed; /* texts that were met, to the same */
    ARRAY(struct known_word *) met;
};

/* A fault and how many cells have it. */
struct gathered {
    enum diag_id id;
    struct pos pos;
    const char *text, *places, *last;
    size_t cells, named;
    const char *advised; /* what `answers:` would do for it; NULL: nothing */
};

/* A piece of `answers:` that would mend a fault. */
struct advice {
    const char *key, *name, *text; /* "values", "yes", "yess"; of a list the name is "" */
};

struct sheet {
    struct reader *r;
    struct inspection *in;
    struct same same;
    const struct table *table;
    size_t *rows; /* the table's rows that are cases */
    size_t row_count;
    struct meaning *meanings;         /* one per column of the table */
    int case_column;                  /* -1: there is none */
    struct map *by_name, *by_text;    /* heads by key, to those */
    struct map *ignored;              /* heads */
    struct asking *askings;           /* one per column of a row of answers */
    struct vocabulary **vocabularies; /* one per column of the table, once it is read */
    ARRAY(struct gathered *) faults;
    struct map *fault_of; /* by what they are about */
    struct map *spelt;    /* numbers by their words; NULL: not asked for yet */
    ARRAY(struct advice) advice;
    ARRAY(const char *) heads_taken;
    const char *twofold; /* what "Na" means: "no", "na"; NULL: nobody has said */
    size_t emptied;      /* cells that were taken for "na" */
    size_t *unknown;     /* empty cells of each of the inspection's columns */
    unsigned *answers;
    int *values;
};

/* heads.c: which heads are known, before the table is read; then what its columns hold.
 */
void heads_name(struct sheet *s);
bool heads_know(const void *sheet, const char *head);
/* False, and said, when it is no head of such a table. */
bool heads_read(struct sheet *s);

/* cells.c: a column's words; which of them a text is, or -1. */
int cell_word(struct sheet *s, size_t column, const char *text, size_t len);
void cell_vocabulary(struct sheet *s, size_t column);
/* "16.0", "16 years", "sixteen" as "16"; other texts as they are. */
const char *cell_whole_number(struct sheet *s, const char *text);
bool cell_knows(struct sheet *s, size_t column, const char *text);
/* Said of a text that is none of its column's words. */
void cell_say_unknown(struct sheet *s, size_t row, size_t column, const char *typed);
/* "Na" is "no" in Welsh, and n/a without its stroke: which of them answers: says that it
 * is; once all cells are read, a question where it says nothing and others are Welsh. */
void cells_find_twofold(struct sheet *s);
void cells_say_twofold(struct sheet *s);
/* Names in inspection.yaml that nothing has. */
void cells_check_same(struct sheet *s);

/* gather.c: a fault of a cell; `key`: what makes it the same as another, beside its id.
 */
struct gathered *gather_fault(struct sheet *s, enum diag_id id, const char *key,
                              size_t row, size_t column, const char *text);
/* A fault of a head, said with those. */
struct gathered *gather_head(struct sheet *s, enum diag_id id, const struct cell *head,
                             const char *text);
/* Says all, and in a note what was taken otherwise than it is written. */
void gather_say(struct sheet *s);

/* advice.c: notes a piece of `answers:`; the whole map with all of them. */
void advise(struct sheet *s, const char *key, const char *name, const char *text);
const char *advice_whole(struct sheet *s);

#endif
