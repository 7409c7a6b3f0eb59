/* inline.h -- the words of an element as spans: emphasis, languages, capitals, links,
 * page numbers, marks of notes, swatches, queries of the editor, each with its tag. */
#ifndef LAYOUT_INLINE_H
#define LAYOUT_INLINE_H

#include "chart/chart.h"
#include "layout/strip.h"

struct linking {
    struct tag *tag; /* TAG_LINK */
    const char *uri; /* or NULL: */
    const struct spot *to;
    const char *contents;
    bool plain; /* without the rule under it: the mark of a note, a page number */
};

/* Whether an older report had the words. */
enum changed { CHANGED_NOT, CHANGED_INSERTED, CHANGED_DELETED, CHANGED_MOVED };

/* What a span is besides its words: its `data`. */
struct mark_of {
    const struct linking *link;
    struct note *note; /* it is that note's mark */
    bool query;
    bool untranslated;
    enum changed changed;
    bool swatch, sign;
    enum fill fill;
    const struct badge *badge;     /* a sign is this */
    length lead;                   /* of the inset's width, before the swatch */
    const char *number;            /* a page number in reserved width */
    const struct type_style *type; /* of the number */
    struct tag *tag;               /* of the number */
};

/* What stands in its place in a line of that size. */
struct drawing swatch_of(struct state *s, const struct mark_of *m, length size);

struct spans {
    ARRAY(struct span) at;
    ARRAY(struct note *) notes; /* that their marks bring, in order */
};

/* The inlines under `e` (all of them; blocks are left out).  `tag`: what plain words hang
 * from; NULL makes all of it an artifact. */
struct spans spans_of(struct state *s, const struct element *e,
                      const struct type_style *type, enum lang lang, struct tag *tag);
/* Those from `first` to before `end`. */
struct spans spans_between(struct state *s, const struct element *first,
                           const struct element *end, const struct type_style *type,
                           enum lang lang, struct tag *tag);
/* Words of our own. */
struct spans spans_words(struct state *s, const char *words,
                         const struct type_style *type, enum lang lang, struct tag *tag);
/* Without the blanks they begin with. */
void spans_trim(struct spans *spans);
void spans_add(struct state *s, struct spans *to, struct span span);

/* A tag for a block whose language may differ; `from`: what it is of. */
struct tag *tag_block(struct state *s, struct tag *parent, enum tag_type type,
                      enum lang lang, const struct element *from);

#endif
