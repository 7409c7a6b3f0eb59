/* quote.h -- the references by which readers quote a place: "1.2 A(3)", "App 2 p4",
 * "Table 1 r2".  Made of the English wording in every edition, so that one reference
 * means one place whoever reads it; no two of a document are the same.  An edition in
 * another language prints its own words for them ("1.2 G(3)", "Atod 2 p4"), which name no
 * other place either.  For the files of this folder only. */
#ifndef COMPOSE_QUOTE_H
#define COMPOSE_QUOTE_H

#include "compose/work.h"

/* What is counted in a place, each with a letter of the house: "p4", "h2". */
enum quoted {
    QUOTED_P,
    QUOTED_BOX,
    QUOTED_HEADING,
    QUOTED_ROW,
    QUOTED_NOTE,
    QUOTED_COUNT
};

/* A word of a reference, in English and as the edition prints it. */
struct quoted_word {
    const char *en, *own;
};

/* A section, box, item or table that has a reference, and what it has counted. */
struct quoted_place {
    const char *ref;   /* "" at the document's root */
    const char *joint; /* what follows it when paragraphs have no letter here; NULL */
    int counted[QUOTED_COUNT];
    bool headed;  /* the heading that the section's reference stands beside has come */
    bool opening; /* its next paragraph is quoted by its own reference */
};

struct quoting {
    struct work *w;
    struct quoted_place
        *place; /* the innermost; NULL: nothing here is quoted by itself */
    struct quoted_place *section; /* the innermost section's: notes are counted there */
    struct quoted_word letters[QUOTED_COUNT]; /* "": the house does not quote that kind */
    struct map *given;
    struct map *said; /* references to what the edition prints for them */
};

void quote_begin(struct quoting *q, struct work *w);

/* The wording. */
struct quoted_word quote_word(struct quoting *q, enum report_word key);
/* The same with its arg n. */
struct quoted_word quote_counted(struct quoting *q, enum report_word key, int n);
/* The wording of a template's `ref-word`, or its `ref-number`; {NULL}: neither. */
struct quoted_word quote_named(struct quoting *q, const struct element *e);

/* The next of that kind; NULL where it is not quoted. */
const char *quote_next(struct quoting *q, enum quoted kind);
/* "1.2 A(3)", "T3 2.4": by a label that is printed, without its stop. */
const char *quote_label(struct quoting *q, struct quoted_word letter, const char *label);
/* The reference itself, with a letter behind it where it was given before. */
const char *quote_once(struct quoting *q, struct quoted_word ref);

/* Gives all under `e` that has a reference what the edition prints for it. */
void quote_said(struct quoting *q, struct element *e);

#endif
