/* document.h -- documents about a report, as a letter or a page to sign, for the folder
 * that makes them: by a template of the house, out of a tree that the caller fills; and
 * the house's wording, for a document that no template can make. */
#ifndef COMPOSE_DOCUMENT_H
#define COMPOSE_DOCUMENT_H

#include "report/element.h"
#include "score/score.h"

/* One composition: an inspection, the words of its programme, a language, a stage. */
struct work;
struct work *work_new(struct arena *a, struct diags *d, const struct scores *s,
                      enum lang l, enum stage stage);

/* ---- by a template ---- */

/* An element of the tree that a template sees. */
struct input {
    struct work *work;
    void *node;
};
struct input input_add(struct input parent, const char *name);
/* An attribute, to be tested; none where `value` is NULL. */
void input_set(struct input e, const char *name, const char *value);
/* <NAME><prose n="K"/></NAME>: words that the template cannot read, only print; nothing
 * where there are none. */
void input_text(struct input parent, const char *name, const char *text, struct pos pos);

/* What may stand in an element: a list of names, "@count title". */
struct input_part {
    const char *parent, *names;
};
/* A document about a report, made by the template NAME.xsl of its programme or house.
 * The template sees <inspection> with `lang`, `stage` and `programme`, in it <report>,
 * the fields of the inspection, and <NAME>, which `fill` gets. */
struct about {
    const char *name;
    void (*fill)(struct input in, void *data);
    void *data;
    const struct input_part *parts; /* all that it may put */
    size_t part_count;
};

/* The document has the words and marks of `of`, but a title, foot and tree of its own, in
 * which no term is marked and no place has a reference.  NULL, and said, when it could
 * not be made. */
struct report *document_about(struct arena *a, struct diags *d, const struct scores *s,
                              const struct report *of, const struct about *about);

/* ---- words ---- */

/* Wording put into an element that holds inlines; false when there is no such wording.
 * `with`: the first of its args, siblings; NULL for none. */
bool word_into(struct work *w, struct element *into, const char *key,
               const struct element *with, bool required);
/* <with name="NAME">text</with> for the above. */
struct element *with_text(struct work *w, const char *name, const char *text);
/* Wording in the form for a count, which is its arg `n`. */
void word_count_into(struct work *w, struct element *into, const char *key, long n);
/* Wording in plain characters; "" and said when it is missing and `required`. */
const char *word_plain(struct work *w, const char *key, bool required);
/* "75%", by the programme's pattern. */
const char *figure_percent(struct work *w, int percent);
/* Quotation marks, apostrophes and dashes of all texts under `root`. */
void typography_set(struct work *w, struct element *root);

#endif
