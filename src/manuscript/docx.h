/* docx.h -- what the readers of a manuscript share in the sandbox.  Not for others. */
#ifndef MANUSCRIPT_DOCX_H
#define MANUSCRIPT_DOCX_H

#include "base/map.h"
#include "manuscript/markdown.h"
#include "manuscript/paper.h"
#include "office/word.h"

#include <libxml/tree.h>

struct docx_style {
    const char *id, *name, *based; /* name without capitals; based on which id */
    const char *list, *level;      /* of its numbering; NULL: not said */
    int outline, left;             /* -1: not said */
    bool bold, italic, character;
};

/* Of a list at a level: "b", "n", "c" for one without a sign, or "" for none; how far it
 * is set in, in twentieths of a point, -1: it is not said. */
struct docx_level {
    const char *kind;
    int left;
};

/* What a paragraph is of a list. */
struct docx_item {
    const char *kind, *level;
    int left;
    bool named; /* no item, but in a style of what goes on with one */
};

/* A field with its result between marks of its own. */
struct docx_field {
    struct buf says; /* HYPERLINK "https://…" */
    bool shown;      /* its result has begun */
    const char *link;
};

enum { DOCX_FIELDS = 20, DOCX_BOXES = 2000, DOCX_INDENT_MOST = 31680 /* Word's */ };

/* Another part of the package, from where relationships are read. */
struct docx_relation {
    const char *type, *path;
};

struct docx_comment {
    const char *words, *query; /* query: NULL when it is done with */
    bool used;
};

struct docx {
    struct arena *a;
    struct buf *out;
    struct map *styles, *lists, *links, *comments, *marks, *shown;
    struct map *said, *done; /* asides that were sent; paragraphs of comments */
    ARRAY(struct docx_relation) relations;
    ARRAY(struct docx_comment *) all_comments;
    const char *folder; /* of the part whose relationships are read: "word/" */
    bool chunk;         /* another document lies in the text */
    bool welsh;         /* the text's own language */
    const char *usual;  /* of its runs, which need not say it; NULL: not known yet */
    bool ours;          /* headings of an export stand in it */
    size_t passed[PASSED_COUNT];
    struct buf unclean; /* characters that may not be kept */
    /* The paragraph being read. */
    struct text_runs phrases;
    const char *home;
    const struct text_run *mark; /* whose bookmark has begun; NULL: none's */
    const char *mark_id;         /* of that bookmark */
    size_t mark_from;            /* the first phrase in it */
    struct docx_field fields[DOCX_FIELDS];
    size_t field_count;
    ARRAY(const xmlNode *) boxes; /* text boxes that hang on it */
    int tables;
};

/* docx_parts.c: what the other parts say; each takes the root of one. */
void docx_styles(struct docx *x, const xmlNode *root);
void docx_numbering(struct docx *x, const xmlNode *root);
void docx_links(struct docx *x, const xmlNode *root);
void docx_queries(struct docx *x, const xmlNode *root);
void docx_done(struct docx *x, const xmlNode *root);
/* Words that stand in no text are sent, each once. */
void docx_aside(struct docx *x, enum paper_lost kind, const char *words);
/* Attribute without a namespace; "" when it is not there. */
const char *docx_attribute(struct docx *x, const xmlNode *n, const char *name);
void docx_state(struct docx *x, const xmlNode *root);

const struct docx_style *docx_style(const struct docx *x, const char *id);
struct docx_level docx_level(const struct docx *x, const char *list, const char *level);
/* The first child of that name, or NULL. */
const xmlNode *docx_child(const xmlNode *n, const char *name);
/* w:val of the child of that name; "" when it is not there. */
const char *docx_value(struct docx *x, const xmlNode *n, const char *name);
/* Whether the child is there and does not say "no". */
bool docx_is_on(struct docx *x, const xmlNode *n, const char *name);
/* Without capitals. */
const char *docx_folded(struct arena *a, const char *text);

/* docx_item.c: by the paragraph's own numbering and indent, or its style's. */
struct docx_item docx_item(struct docx *x, const xmlNode *ppr,
                           const struct docx_style *style);
/* How far the paragraph itself says that it is set in; -1: it does not. */
int docx_left(struct docx *x, const xmlNode *ppr);
/* Takes away a sign of an item that the words begin with; of an `item` only what cannot
 * be a word. */
bool docx_take_sign(struct docx *x, struct text_runs *p, bool item);
/* The lines of a paragraph that are parted by breaks behind which an item is typed. */
struct docx_lines {
    const struct text_runs *of;
    size_t at;
    bool dashes; /* so many that they are signs of items */
};
struct docx_lines docx_lines(struct docx *x, const struct text_runs *p);
/* The next of them; true: there are more. */
bool docx_next_line(struct docx *x, struct docx_lines *lines, struct text_runs *line);

/* docx_text.c: the words of an element that is none of a text, as an aside; */
void docx_shape(struct docx *x, const xmlNode *n);
/* the phrases under an element, behind those of x->phrases. */
void docx_phrases(struct docx *x, const xmlNode *n, int depth);

/* docx_read.c: all of a document (struct file), sent as texts; runs in the sandbox. */
void docx_read(struct buf *out, void *file);

#endif
