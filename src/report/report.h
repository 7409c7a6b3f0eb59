/* report.h -- the report tree: a document in the small vocabulary of vocabulary.h, in one
 * language, every wording and figure resolved, numbered, with references and notes.  What
 * layout/, html/ and compare/ read.  All of it lives in one arena; nothing here is drawn
 * or measured. */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "base/diag.h"
#include "lang/lang.h"
#include "report/vocabulary.h"

enum element_kind {
#define X(id, name, class, content, attributes, what) EL_##id,
    REPORT_ELEMENTS(X)
#undef X
        EL_COUNT
};

enum text_attribute {
#define T(id, name) AT_##id,
#define V(id, name)
    REPORT_ATTRIBUTES(T, V)
#undef T
#undef V
        TEXT_ATTRIBUTE_COUNT
};

enum value_attribute {
#define T(id, name)
#define V(id, name) AT_##id,
    REPORT_ATTRIBUTES(T, V)
#undef T
#undef V
        VALUE_ATTRIBUTE_COUNT
};

#define ENUMERATOR(id, word) id,
#define X(name, words) enum name { words(ENUMERATOR) };
REPORT_ENUMS(X)
#undef X
#undef ENUMERATOR

/* The scale of what has units of its own, in ten-thousandths of one. */
struct scale_tick {
    long at;
    const char *label;
};
struct scale {
    long lowest, highest;
    const struct scale_tick *ticks; /* from the lowest up */
    size_t count;
};

enum { CHART_TICKS = 5 }; /* of a scale from 0 to 100 % */

/* Whether all of its kind have one scale up to 100 %. */
static inline bool chart_is_scaled(enum chart_kind k)
{
    return k == CHART_DISTRIBUTION || k == CHART_POINTS || k == CHART_LINKED;
}

/* Whether it shows figures that are given, in units of their own. */
static inline bool chart_is_series(enum chart_kind k)
{
    return k == CHART_LINES || k == CHART_UPRIGHTS || k == CHART_GAUGES;
}

/* Whether its legend is zones of that scale. */
static inline bool chart_has_zones(enum chart_kind k)
{
    return k == CHART_DISTRIBUTION || k == CHART_POINTS;
}

/* What may be said in the place of a number. */
enum { WIDTH_REST = -1, START_CONTINUE = -1 };

/* What was decided on a comment on a draft. */
enum decision {
    DECISION_OPEN, /* nothing yet */
    DECISION_ACCEPTED,
    DECISION_PART,
    DECISION_NOT,
    DECISION_COUNT
};

enum stage { STAGE_PROOF, STAGE_PROVISIONAL, STAGE_DRAFT, STAGE_EMBARGO, STAGE_FINAL };
/* "proof", "provisional", "draft", "embargo", "final". */
const char *stage_name(enum stage s);

/* A number in the report and where it comes from, for `gwasg figures`. */
struct source_figure {
    const char *printed;  /* as it stands in the text: "22 of the 24 cases (92%)" */
    const char *question; /* in full, in the report's language; NULL when typed */
    const char *name;     /* of the question; NULL when typed */
    const char *part;     /* restriction as written; "" for none */
    const char *among;    /* and in words */
    bool not ;            /* the insufficient ones were counted */
    bool applicable;      /* those were counted to whom the question applied */
    long count, base;     /* -1 when there is none (a stated score) */
    int percent;          /* -1 when there is none */
    bool percent_printed;
    bool people;        /* a small count can show who is meant */
    const char *source; /* of a typed or stated figure; else NULL */
    struct pos pos;
};

/* How a rating is shown beside its word. */
struct badge {
    const char *id; /* of the judgement */
    const char *icon;
    const char *colour; /* of the palette; NULL: that of what is solid in charts */
    struct pos pos;
};

struct element {
    enum element_kind kind;
    struct pos pos;                       /* the user's line that it came from */
    const char *at[TEXT_ATTRIBUTE_COUNT]; /* attributes; NULL where not given */
    int set[VALUE_ATTRIBUTE_COUNT]; /* 0 where not given; a number as it is, what may
                                       be said instead of one -1; else a choice + 1 */
    const char *text;               /* EL_TEXT, typographic quotation marks already set */
    const struct source_figure
        *figure; /* EL_FIG: its printed words are EL_TEXT children */

    /* Counted by compose/: */
    const char *ref;   /* "1.2 A(3)": what a reader quotes; NULL where there is none */
    const char *said;  /* the same in the words of the edition: "1.2 G(3)" */
    const char *label; /* what stands before it: "(3)", "1.", "1" of a note, "Table 1";
                          of a FORM "Comment 3"; of a FIELD and its CHOICE: what a
                          reader hears of it; before words that have changed */
    const char *value, *share; /* BAR: as printed, "71%" or "12", "(19%)"; or NULL */
    const char *rest; /* BAR: the cases it is no share of, in words; or NULL; INSERTED,
                         DELETED: what a reader hears behind it */
    const char *const *axis;   /* CHART of scores: what is printed at 0, 25, ... 100; of
                                  points: at each percent that may be */
    const struct scale *scale; /* CHART of series; GROUP of gauges; else NULL */
    int percent;               /* CHART's groups and bars, RANGE's own: -1 for none */
    long count, base; /* BAR; of series with a value, `count` in ten-thousandths */
    int lowest, highest, average; /* RANGE; BAR of a distribution: the average; ENTRY of
                                     a zone: its lowest percent */
    const int *areas;             /* BAR of a distribution: a percentage each */
    size_t area_count;
    bool page; /* words that say on which page a link leads: for paper alone */
    enum fill
        fill; /* BAR, SWATCH, SIGN, ENTRY: as its judgement is printed, or as given */
    const struct badge *badge; /* SIGN: of a judgement that has one; else NULL */

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
    X(SCORE, "layout-score")         /* optional, before a score in text: "Score" */ \
    X(LICENCE, "layout-licence")     /* optional, of data: its licence */  \
    X(WEB_SKIP, "web-skip")          /* these where there is one: the first link of a web page */                  \
    X(WEB_CONTENTS, "web-contents")  /* what a list of links is heard as */              \
    X(WEB_NOTES, "web-notes")        /* the same of notes */                             \
    X(WEB_DATA, "web-data")          /* opens a chart's figures */                       \
    X(WEB_OF, "web-of")              /* heads of their two */                            \
    X(WEB_FIGURE, "web-figure")      /* columns */                                       \
    X(WEB_OTHER, "web-other")        /* the other language, in that language */          \
    X(LARGE, "layout-large-print")   /* on a cover: "Large print" */                     \
    X(LARGE_TITLE, "layout-large-title") /* behind a title: "large print" */             \
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

/* "layout-continued". */
const char *layout_word_key(enum layout_word word);

/* A text that an author wrote to be printed. */
struct written_text {
    const char *name; /* "findings.1.1.strengths" */
    struct pos pos;
    bool printed;     /* in this document */
    const char *mark; /* of stated scores: what prints one; NULL: it is a text */
};

/* Something that the programme has a list of, in the data of a template or printed. */
struct print {
    const char *what, *name; /* "title of criterion", "1.1" */
    struct pos at;           /* the template's element that printed it; {0}: none did */
};

/* An element of reports in a template. */
struct template_element {
    struct pos pos;
    bool literal;  /* not of XSLT */
    bool inside;   /* of another that is literal */
    bool made;     /* it came into the document */
    size_t choose; /* where the outermost <xsl:choose> around it stands; 0: none is */
};

/* What was corrected since it was first published. */
struct report_correction {
    struct date date;
    const char *what, *why; /* plain, in the report's language */
};

/* An element that a template made, without the words that it prints: "p role=side", "word
 * key-note". */
struct outline_line {
    int depth;
    const char *parent, *words; /* "section", "p role=side"; "" of the outermost */
    struct pos at;              /* the template's element that made it */
};

/* A picture of the house or the programme, in the report's language. */
struct shown_picture {
    const char *id, *path;
    struct pos pos;  /* where its file is named */
    const char *alt; /* what it shows; NULL: decoration */
};

struct report {
    const char *document; /* its name in the programme: "report" */
    enum lang lang;
    enum stage stage;
    const char *title, *subject, *keywords, *author; /* plain, for the metadata */
    const char *plain_title;                         /* without its stage */
    struct date published;
    const struct report_correction *corrections; /* the oldest first */
    size_t correction_count;
    struct date made; /* a draft's day; of all else that of publication */
    const char *dir;  /* pictures are found from here */
    const struct shown_picture *pictures; /* those that it is given */
    size_t picture_count;
    const struct element *root;
    const struct element *foot; /* EL_FOOT or NULL */
    const char *words[LAYOUT_WORD_COUNT];
    const struct badge *badges; /* of the judgements that have one, best first */
    size_t badge_count;
    const struct source_figure *const *figures; /* in the order of the text */
    size_t figure_count;
    size_t queries;                   /* open ones */
    const struct written_text *texts; /* in the order of the fields */
    size_t text_count;
    /* What its template had to print and printed, the elements and wordings that it is
     * made of: for those who ask what no report uses. */
    const struct print *prints;
    size_t print_count;
    const struct template_element *elements;
    size_t element_count;
    const char *const *wordings; /* keys, each once */
    size_t wording_count;
    const struct outline_line *outline; /* of made-up data */
    size_t outline_count;
};

const char *element_name(enum element_kind k);

/* The house's or programme's picture of that id; NULL: it has none. */
const struct shown_picture *report_picture(const struct report *r, const char *id);

/* An attribute of few words: `enum list_kind kind = list_kind(e)`. */
static inline int element_choice(const struct element *e, enum value_attribute at)
{
    return e->set[at] > 0 ? e->set[at] - 1 : 0;
}
#define X(name, kind, at)                                                                \
    static inline enum name name(const struct element *e)                                \
    {                                                                                    \
        return (enum name)element_choice(e, AT_##at);                                    \
    }
REPORT_CHOICES(X)
#undef X
/* As a house's style names them. */
const char *report_kind_word(enum report_kind k);
const char *table_kind_word(enum table_kind k);
/* A number, or `otherwise` where there is none. */
static inline int element_number(const struct element *e, enum value_attribute at,
                                 int otherwise)
{
    return e->set[at] > 0 ? e->set[at] : otherwise;
}
/* The language of what stands in it. */
enum lang element_lang(const struct element *e, enum lang outer);
/* An attribute of text that is given and not empty. */
const char *element_at(const struct element *e, enum text_attribute at);

bool element_is_inline(enum element_kind k);
bool element_holds_text(enum element_kind k); /* its children are text and inlines */

/* All characters under it; notes, what stands beside a heading, and words that have been
 * deleted left out. */
const char *element_plain(struct arena *a, const struct element *e);
/* The first child of that kind, or NULL. */
const struct element *element_child(const struct element *e, enum element_kind k);

/* The tree as XML: the dump "xml". */
void report_dump(const struct report *r, struct buf *out);
/* docs/document.md. */
void vocabulary_document(struct buf *out);

#endif
