/* report.h -- the report tree: a document in the small vocabulary of vocabulary.h, in one
 * language, every wording and figure resolved, numbered, with references and notes.  What
 * layout/, html/ and compare/ read.  All of it lives in one arena; nothing here is drawn
 * or measured. */
#ifndef COMPOSE_REPORT_H
#define COMPOSE_REPORT_H

#include "base/diag.h"
#include "compose/vocabulary.h"
#include "lang/lang.h"

enum element_kind {
#define X(id, name, class, content, attributes, what) EL_##id,
    REPORT_ELEMENTS(X)
#undef X
        EL_COUNT
};

enum attribute {
#define X(id, name) AT_##id,
    REPORT_ATTRIBUTES(X)
#undef X
        ATTRIBUTE_COUNT
};

enum stage { STAGE_PROOF, STAGE_DRAFT, STAGE_EMBARGO, STAGE_FINAL };

/* What marks a draft or an embargoed copy: which it is and whose. */
struct stamp {
    int draft;                      /* its number, from 1; 0: no draft */
    const char *hash;               /* of the inputs that it was made from */
    struct date date, due;          /* of a draft; comments are wanted by then */
    const char *name, *body, *role; /* who gets it; NULL: nobody, it is a preview */
    struct date embargo;            /* not for publication before that day and time */
    int hour, minute;
};

/* A number in the report and where it comes from, for `gwasg figures`. */
struct source_figure {
    const char *printed;  /* as it stands in the text: "22 of the 24 cases (92%)" */
    const char *question; /* in full, in the report's language; NULL when typed */
    const char *name;     /* of the question; NULL when typed */
    const char *part;     /* restriction as written; "" for none */
    bool not ;            /* the insufficient ones were counted */
    bool applicable;      /* those were counted to whom the question applied */
    long count, base;     /* -1 when there is none (a stated score) */
    int percent;          /* -1 when there is none */
    bool percent_printed;
    const char *source; /* of a typed or stated figure; else NULL */
    struct pos pos;
};

struct element {
    enum element_kind kind;
    struct pos pos;                  /* the user's line that it came from */
    const char *at[ATTRIBUTE_COUNT]; /* attributes; NULL where not given */
    const char *text; /* EL_TEXT, typographic quotation marks already set */
    const struct source_figure
        *figure; /* EL_FIG: its printed words are EL_TEXT children */

    /* Counted by compose/: */
    const char *ref;   /* "1.2 A(3)": what a reader quotes; NULL where there is none */
    const char *label; /* what stands before it: "(3)", "1.", "1" of a note, "Table 1";
                          of a FORM "Comment 3"; of a FIELD and its CHOICE: what a
                          reader hears of it */
    int percent;       /* CHART's groups and bars, RANGE's own: -1 for none */
    long count, base;  /* BAR */
    int lowest, highest, average; /* RANGE */
    const char *fill; /* BAR, SWATCH, ENTRY: solid, hatch-up, hatch-down, cross, ... */

    struct element *parent, *first, *last, *next;
};

/* Fixed words that layout itself sets, by key of words.yaml: "continued", "query",
 * "proof". Resolved once; "" where the wording is missing (said). */
enum layout_word {
/* clang-format off */
#define LAYOUT_WORDS(X)                                                                  \
    X(CONTINUED, "layout-continued") /* ", continued" */                                 \
    X(QUERY, "layout-query")         /* "Query:" */                                      \
    X(NOTE_LINK, "layout-note-link") /* contents of a link to a note: "Footnote" */      \
    X(NOTE_BACK, "layout-note-back") /* and back: "Back to the text" */                  \
    X(PAGE_LINK, "layout-page-link") /* "Page" */                                        \
    X(MARKING, "layout-marking")     /* "Official-sensitive" */                          \
    X(STAGE, "layout-stage")         /* "Proof" */                                       \
    X(STAGE_LINE, "layout-stage-line") /* under the upper marking */                     \
    X(VERSION, "layout-version")     /* beside the lower marking, left */                \
    X(HASH, "layout-hash")           /* right */                                         \
    X(BAND, "layout-band")           /* on the cover */
/* clang-format on */
#define X(id, key) LAYOUT_##id,
    LAYOUT_WORDS(X)
#undef X
        LAYOUT_WORD_COUNT
};

struct report {
    const char *document; /* its name in the programme: "report" */
    enum lang lang;
    enum stage stage;
    const char *title, *subject, *keywords, *author; /* plain, for the metadata */
    const char *plain_title;                         /* without its stage */
    struct date published;
    const char *dir; /* pictures are found from here */
    const struct element *root;
    const struct element *foot; /* EL_FOOT or NULL */
    const char *words[LAYOUT_WORD_COUNT];
    const struct source_figure *const *figures; /* in the order of the text */
    size_t figure_count;
    size_t queries; /* open ones */
};

const char *element_name(enum element_kind k);
const char *attribute_name(enum attribute at);
bool element_is_inline(enum element_kind k);
bool element_holds_text(enum element_kind k); /* its children are text and inlines */

/* All characters under it; notes, and what stands beside a heading, left out. */
const char *element_plain(struct arena *a, const struct element *e);
/* The first child of that kind, or NULL. */
const struct element *element_child(const struct element *e, enum element_kind k);

/* The tree as XML: the dump "xml". */
void report_dump(const struct report *r, struct buf *out);
/* docs/document.md. */
void vocabulary_document(struct buf *out);

#endif
