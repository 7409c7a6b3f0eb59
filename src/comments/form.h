/* form.h -- the response form of a draft in its three shapes: fields at the end of the
 * PDF, a table for a spreadsheet (CSV), a table for Word (.docx).  What is called how
 * stands here alone, for those who write the form and those who read it back.
 *
 * The PDF's fields come from templates (house-plain/common.xsl, "response-form"); their
 * labels there are the heads of the two tables, so that all three say the same in the
 * draft's language. */
#ifndef COMMENTS_FORM_H
#define COMMENTS_FORM_H

#include "report/report.h"

/* ---- fields of the PDF ---- */

/* Once in a form; those of gwasg.* cannot be changed.  "gwasg.draft" holds the number,
 * "gwasg.hash" the draft's hash, "who" a name and a post. */
#define FORM_REPORT "gwasg.report"
#define FORM_DRAFT "gwasg.draft"
#define FORM_HASH "gwasg.hash"
#define FORM_WHO "who"
#define FORM_DATE "date"

/* Of comment k from 1 on, called "c01.ref" and so on.  KIND and DECISION are radio
 * buttons: their value is a name, /Off or nothing when none is chosen. */
/* clang-format off */
#define FORM_FIELDS(X)                                                                   \
    X(REF, "ref") X(PAGE, "page") X(KIND, "kind") X(OURS, "ours")                        \
    X(CORRECTION, "correction") X(EVIDENCE, "evidence")                                  \
    X(DECISION, "decision") X(REASON, "reason") /* the inspectorate's */
/* clang-format on */

enum form_field {
#define X(id, name) FORM_##id,
    FORM_FIELDS(X)
#undef X
        FORM_FIELD_COUNT
};
/* "ref". */
const char *form_field_name(enum form_field f);
/* False when "c01.ref" is no name of a comment's field; else its comment and field. */
bool form_field_parse(const char *name, int *comment, enum form_field *field);

/* What a KIND may be: a slip in wording or number, a wrong fact, something left out. */
#define FORM_KINDS "ABC"
/* What a DECISION may be. */
#define FORM_ACCEPTED "accepted"
#define FORM_PART "part"
#define FORM_NOT_ACCEPTED "not-accepted"

/* ---- the two tables ---- */

/* Their columns, always in this order; the first row is the head, in the draft's
 * language.  Then a row for each block that has a reference, with our text and the draft
 * filled in; whoever comments on a block writes in the empty cells, copies the row for a
 * second comment, leaves or deletes the rows without any. */
enum form_column {
    COLUMN_REFERENCE,
    COLUMN_KIND, /* A, B or C */
    COLUMN_OURS,
    COLUMN_CORRECTION,
    COLUMN_EVIDENCE,
    COLUMN_DRAFT, /* "severnside-2012 draft 2 3f9a1c7e", in every row and language */
    COLUMN_COUNT
};

/* The cell of COLUMN_DRAFT: made, and taken apart (false when it is none). */
struct form_draft {
    const char *report;
    int number;
    const char *hash;
};
const char *form_draft_text(struct arena *a, struct form_draft d);
bool form_draft_parse(struct arena *a, const char *text, struct form_draft *d);

struct draft_map;

struct form {
    enum lang lang;
    struct date date; /* for the file's properties: no clock is read */
    const char *title;
    const char *heading;      /* "Response to the draft report" */
    const char *const *intro; /* paragraphs under it */
    size_t intro_count;
    const char *heads[COLUMN_COUNT];
    const char *kinds; /* "A: wording or number; B: wrong fact; C: left out" */
    struct form_draft draft;
    const struct draft_map *rows;
};

/* Properties of the Word document: the cell above, and the paragraphs round the table,
 * each as form_own() names it, parted by blanks. */
#define FORM_OWN "gwasg.own"
const char *form_own(struct arena *a, const char *paragraph);

/* The form of a draft: `rows` are its blocks, `draft` which one it is.  False when the
 * report ends in no form (it is no draft, or its programme has none). */
bool form_of(struct arena *a, const struct report *r, const struct draft_map *rows,
             struct form_draft draft, struct form *form);

/* What both tables of a form print, whatever it asks for. */
struct form_table {
    enum lang lang;
    struct date date;
    const char *title, *heading;
    const char *const *intro;
    size_t intro_count;
    const char *kinds; /* another paragraph; "" for none */
    const char *mark;  /* which form it is: at the end, and in the properties */
    size_t columns, rows;
    const char *const *heads, *const *csv_heads; /* of the two */
    const int *widths;                           /* twentieths of a point, 14570 in all */
    const char *const *cells;                    /* rows x columns */
};

struct form_table form_table_of(struct arena *a, const struct form *f);

/* Bytes of the file that a double click opens in a spreadsheet: UTF-8 with its mark,
 * commas, lines ended as RFC 4180 says. */
void form_csv(const struct form_table *t, struct buf *out);
/* Bytes of a Word document: the heading, what to do, a table whose head comes again on
 * each page; the same for the same form, whenever it is made. */
void form_docx(struct arena *a, const struct form_table *f, struct buf *out);

/* "out/severnside-2012.draft2.form.en", without what its name ends in. */
const char *form_path(struct arena *a, const char *dir, const struct form *f);

#endif
