/* tag.h -- the logical structure of a document (ISO 32000-1, 14.7 and 14.8) as a tree of
 * tags.  Structure order is independent of drawing order: a block tag hangs from its
 * parent from the start; an inline one (tag_inline) takes its place when it is first
 * drawn, so that text before it and behind it keeps its order. */
#ifndef PAGE_TAG_H
#define PAGE_TAG_H

#include "base/array.h"
#include "base/diag.h"
#include "base/length.h"
#include "lang/lang.h"

#include <stdbool.h>

/* clang-format off */
#define TAG_TYPES(X)                                                                     \
    X(DOCUMENT, "Document") X(SECT, "Sect") X(DIV, "Div") X(P, "P") X(H1, "H1")          \
    X(H2, "H2") X(H3, "H3") X(H4, "H4") X(L, "L") X(LI, "LI") X(LBL, "Lbl")              \
    X(LBODY, "LBody") X(TABLE, "Table") X(CAPTION, "Caption") X(THEAD, "THead")          \
    X(TBODY, "TBody") X(TR, "TR") X(TH, "TH") X(TD, "TD") X(FIGURE, "Figure")            \
    X(TOC, "TOC") X(TOCI, "TOCI") X(REFERENCE, "Reference") X(NOTE, "Note")              \
    X(LINK, "Link") X(SPAN, "Span") X(EM, "Em") X(STRONG, "Strong")                      \
    X(BLOCKQUOTE, "BlockQuote") X(FORM, "Form") X(ASIDE, "Aside")
/* clang-format on */
/* Em, Strong and Aside are no types of PDF 1.7: written with a role map to Span and Sect.
 */

enum tag_type {
#define X(id, name) TAG_##id,
    TAG_TYPES(X)
#undef X
        TAG_TYPE_COUNT
};

enum scope { SCOPE_NONE, SCOPE_COLUMN, SCOPE_ROW };
enum list_numbering {
    NUMBERING_NONE,
    NUMBERING_DISC,
    NUMBERING_DECIMAL,
    NUMBERING_ROMAN
};

struct tag;

enum kid_kind { KID_TAG, KID_MARK, KID_LINK, KID_WIDGET };
struct kid {
    enum kid_kind kind;
    struct tag *tag; /* KID_TAG */
    int page;        /* all others: from 0 */
    int number;      /* KID_MARK: of the page's marks; KID_LINK: of the page's links;
                        KID_WIDGET: of its widgets */
};

struct tag {
    enum tag_type type;
    struct tag *parent;
    bool attached;   /* hangs in its parent's kids */
    int number;      /* from document_mark: in the order of the structure, from 0 */
    struct pos pos;  /* what in the user's files it comes from; may be nowhere */
    const char *ref; /* by which readers quote what is said from here on; may be NULL */
    ARRAY(struct kid) kids;

    const char *alt;         /* FIGURE: what it shows */
    const char *actual_text; /* SPAN only: what is read instead of what is drawn */
    const char *title;
    bool has_lang;
    enum lang lang;             /* where it differs from the document's */
    const char *id;             /* NOTE and TH that others name; unique */
    enum scope scope;           /* TH */
    int row_span, col_span;     /* 0 and 1: one */
    const char *const *headers; /* TD, TH: ids of the heads that count for it */
    size_t header_count;
    ARRAY(const struct tag *) refers; /* a TOCI, a note's mark and a note: to what */
    enum list_numbering numbering;
    int box_page;  /* FIGURE: */
    length box[4]; /* left, top, right, bottom on that page */
};

/* The nearest of that type: the tag itself, or one that it hangs from; NULL: there is
 * none. */
struct tag *tag_over(struct tag *t, enum tag_type type);
bool tag_is_heading(const struct tag *t);
/* Words in a line, no block of their own. */
bool tag_is_inline(const struct tag *t);
/* Once, however often it is asked for. */
void tag_refer(struct arena *a, struct tag *from, const struct tag *to);

/* A block: hangs behind its parent's last kid at once.  parent NULL: the root. */
struct tag *tag_new(struct arena *a, struct tag *parent, enum tag_type type);
/* An inline: hangs from its parent when it is first drawn. */
struct tag *tag_inline(struct arena *a, struct tag *parent, enum tag_type type);

const char *tag_type_name(enum tag_type t);

#endif
