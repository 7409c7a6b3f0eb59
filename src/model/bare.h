/* bare.h -- numbers that an author has typed among the words, bound to no answer and to
 * no source: those that the rules of the house (figures.yaml, docs/programmes.md) do not
 * know for dates, ages, references or turns of phrase. */
#ifndef MODEL_BARE_H
#define MODEL_BARE_H

#include "base/array.h"
#include "model/inspection.h"

/* A paragraph as plain text; BARE_MARK stands for each mark in it. */
#define BARE_MARK '\x01'
struct bare_text {
    const char *words;
    const char *path; /* of its field: "findings.1.1.strengths" */
    bool stops;       /* a final waits for its numbers */
    struct bare_spans *spans;
};

struct bare {
    const struct bare_text *in;
    size_t from, to;     /* of the paragraph's words */
    const char *printed; /* these: "84%", "two-thirds", "£212,400" */
    const char *value;   /* the same in every language: "84%", "2/3", "212400" */
    struct pos pos;      /* where it was typed */
    struct pos text;     /* of the text around it, as the report tree has it */
};

struct bare_list {
    ARRAY(struct bare) all; /* in the order of the fields */
};

struct bare_texts {
    ARRAY(const struct bare_text *) all; /* in the order of the fields */
};

/* What its authors wrote, but for names and the like that are the same in every language.
 * `typed`: with the words of typed figures. */
struct bare_texts bare_texts(struct arena *a, const struct inspection *in, enum lang l,
                             bool typed);

/* Where byte `at` of a paragraph's words was typed. */
struct pos bare_text_pos(const struct bare_text *t, size_t at);

/* Of the inspection in that language.  Empty when its house has no figures.yaml.  `en`:
 * the English inspection, when `in` is its translation: a number that the English field
 * has too is left out, for there it has been looked at; else NULL. */
struct bare_list bare_find(struct arena *a, const struct inspection *in,
                           const struct inspection *en, enum lang l);

/* The same with those that are typed with a source. */
struct bare_list bare_find_typed(struct arena *a, const struct inspection *in,
                                 enum lang l);

/* Where the word at byte `at` of `words`, which were typed at `text`, was typed. */
struct pos bare_pos(struct pos text, const char *words, size_t at);

#endif
