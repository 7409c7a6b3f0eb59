/* paper.h -- a Word document as its paragraphs, in the order of the text.  All of it is
 * read in the sandbox; what comes back is text in our own spelling. */
#ifndef MANUSCRIPT_PAPER_H
#define MANUSCRIPT_PAPER_H

#include "base/array.h"
#include "base/diag.h"

#include <stdbool.h>

/* Names that our own documents are made with. */
#define PAPER_STATE "urn:gwasg:manuscript" /* namespace of what was exported */
#define PAPER_MARK "gw:"                   /* begins a field's tag; its mark follows */
#define PAPER_MARK_NUMBER "gw#"            /* the same by its number in the state */
#define PAPER_HOME "gw_"                   /* begins a bookmark of a heading */
#define PAPER_MARK_PLACE "gwm_"            /* begins one round a field; its number */
#define PAPER_NOTE "gwnote-"               /* "[^gwnote-3]": the note of that id */
#define STYLE_FIELD "gwasg field"          /* a field's name, above its text */
#define STYLE_RECORD "gwasg part"          /* begins one of several alike */
#define STYLE_HELP "gwasg help"            /* what is wanted; no text of the report */
#define STYLE_ENGLISH "gwasg english"      /* stands over its Welsh */
#define STYLE_MARK "gwasg mark"            /* of words that are a mark as it is typed */
#define STYLE_ITEM "gwasg item"
#define STYLE_GOES_ON "gwasg goes on" /* a further paragraph of an item */

struct paper_paragraph {
    const char *style;    /* its name without capitals; "" for none */
    int outline;          /* 0: of the highest headings; -1: no heading */
    int level;            /* of the list that it is an item of; -1: none */
    bool numbered;        /* that list */
    int left;             /* how far it is set in, in twentieths of a point */
    bool named;           /* in a style of what goes on with an item */
    bool unsigned_item;   /* of a list at that level, whose sign is nothing */
    bool bold;            /* all of it */
    int table, row, cell; /* 0: in no table */
    bool box;             /* a text box stood there */
    const char *home;     /* number of the heading that it was exported as; "" for none */
    const char *markdown, *words;
    size_t number; /* from 1: how many paragraphs with words there were */
};

#define PARAGRAPH_END "\n\n"
struct paper_note {
    const char *id, *markdown, *words; /* paragraphs parted by PARAGRAPH_END */
    bool end;                          /* behind the text, not at the foot of a page */
};

/* What was exported: "home", number, path; "passage", path, Markdown; "mark", its number,
 * shown, mark; each in `first`, `second`, `third`. */
struct paper_state {
    const char *kind, *first, *second, *third;
};

/* What is passed over, and how often. */
enum paper_passed {
    PASSED_PICTURE,
    PASSED_DELETED, /* words, while changes were tracked */
    PASSED_SOFT_HYPHEN,
    PASSED_UNSEEN, /* signs without width */
    PASSED_LINK,   /* to where no report leads */
    PASSED_SYMBOL, /* not known as a character */
    PASSED_FORMULA,
    PASSED_HIDDEN,   /* words */
    PASSED_CONTENTS, /* paragraphs of a table of contents */
    PASSED_TYPED,    /* typed over a field of ours */
    PASSED_LOOK,     /* paragraphs whose bold or italic Markdown cannot say */
    PASSED_DEEP,     /* what is nested too deeply */
    PASSED_COUNT
};

/* Words that stand in no text. */
enum paper_lost {
    LOST_COMMENT,  /* nothing points to it */
    LOST_RESOLVED, /* a comment that is done with */
    LOST_SHAPE,    /* a drawing, a diagram, a chart */
    LOST_MARGIN,   /* the head or foot of pages */
    LOST_ALT,      /* of a picture */
    LOST_COUNT
};

struct paper_aside {
    enum paper_lost kind;
    const char *words;
};

struct paper {
    const char *path;
    ARRAY(struct paper_paragraph) paragraphs;
    ARRAY(struct paper_note) notes;
    ARRAY(struct paper_state) state;
    ARRAY(struct paper_aside) asides;
    size_t passed[PASSED_COUNT];
    bool own; /* one that an export has written */
};

/* False, and said (MANUSCRIPT_UNREAD), when it is no such document. */
bool paper_read(struct arena *a, struct diags *d, const struct file *f,
                struct paper *out);

#endif
