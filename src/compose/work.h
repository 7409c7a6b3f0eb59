/* work.h -- what one composition carries through its passes, for the files of this folder
 * only: who asks for what in which language, the author's texts that the template moves
 * about by number, and the small tools that make elements. */
#ifndef COMPOSE_WORK_H
#define COMPOSE_WORK_H

#include "base/array.h"
#include "base/map.h"
#include "compose/compose.h"
#include "compose/document.h"
#include "report/rule.h"

/* A text of the inspection or the programme, which the template sees as <prose n="K"/>:
 * a line, blocks, or plain characters. */
struct author_text {
    struct pos pos;
    const char *name; /* for messages: "findings.1.1.strengths", "section 1" */
    const struct inline_node *line;
    const struct block *blocks;
    const char *plain;
    const char *id;         /* of a block that can be linked to; used once */
    const char *what;       /* of the programme's: "title of criterion"; else NULL */
    const char *of_list;    /* its name there: "1.1" */
    bool missing;           /* not given in this language */
    const struct value *of; /* what an author wrote for a document to print; else NULL */
    bool printed;           /* by a field's mark */
    bool evidence;          /* shares in it stand beside it, where it is an item */
    bool used;              /* a template printed it */
};

struct work {
    struct arena *a;
    struct diags *d;
    const struct scores *s;
    const struct inspection *in;
    const struct programme *p;
    enum lang lang; /* of what is being expanded: differs from the report's inside text
                       that is not translated */
    enum lang home; /* the report's */
    enum stage stage;
    const struct stamp *stamp; /* NULL: none */
    const struct about *about; /* NULL: the document is the programme's own */
    struct map *elements;      /* by name */
    ARRAY(struct author_text) texts;
    const struct badge *badges; /* of the judgements that have one, best first */
    size_t badge_count;
    ARRAY(const struct figure_ask *) asks;
    ARRAY(struct print) prints;
    ARRAY(const char *) keys; /* of wordings that were printed, each once */
    struct map *worded;       /* the same */
    ARRAY(struct outline_line) outline;
    struct map *handed; /* a <with> to the first print in it, a sentence to its place */
    const struct template_element *template;
    size_t template_count;
    struct map *texts_used;           /* ids that were given to an element */
    struct map *said;                 /* wordings warned of */
    bool unprinted;                   /* a field is read whose texts nothing need print */
    bool evidence;                    /* one is read whose shares stand beside it */
    struct beside_finding *beside;    /* of the finding that is expanded; or NULL */
    bool in_note;                     /* a footnote is being expanded */
    const struct inline_node *behind; /* the mark that is being expanded; NULL: nothing */
    size_t wordings;                  /* in each other, that are being expanded */
    const struct element *seam;       /* the last text that text_join made longer */
    size_t queries;
    size_t made; /* elements out of templates and args, against BUILD_ELEMENTS */
};

/* A report of 500 pages has fewer, and so has its figures proof.  Wordings that use an
 * arg twice, inside each other, would otherwise grow without end. */
#define BUILD_ELEMENTS 150000
/* False, and said once, when `more` are too many. */
bool work_room(struct work *w, size_t more, struct pos pos);

/* ---- compose.c ---- */

/* The finished tree of a document; NULL, and said, when it could not be made. */
struct element *compose_tree(struct work *w, const char *kind);

/* ---- uses.c: what a template has to print of its programme, and prints ---- */

/* `at`: of the template's element that prints it; {0}: it is there to be printed. */
void use_put(struct work *w, const char *what, const char *name, struct pos at);
/* What a figure is of, where that is of a list. */
void use_figure(struct work *w, const struct figure_ask *ask, struct pos at);
/* "key question" or "question". */
const char *question_list(const struct question *q);
/* All that figures may be of. */
void uses_list(struct work *w);

/* ---- input.c: the tree that templates see (an xmlDoc) ---- */

void *input_build(struct work *w);
bool has_edition(struct work *w, enum lang l);

/* ---- subjects.c: figures beside titles, of made-up data ---- */

/* `from`: of w->prints, the first of what `e` has printed. */
void subjects_check(struct work *w, const struct element *e, size_t from);

/* compared.c: <compared>, where the inspection compares parts. */
void compared_add(struct work *w, struct input parent);

/* ---- outline.c: what the template made (an xmlDoc), as lines; of made-up data ---- */

struct sources; /* of templates: template.h */
void outline_take(struct work *w, const struct sources *from, void *result);

/* ---- build.c: what the template made (an xmlDoc) to elements ---- */

struct element *build_report(struct work *w, const struct sources *from, void *result);

/* ---- expand.c: texts and wordings to elements ---- */

/* Where blocks and inlines are put.  In FLOW a run of text opens a paragraph, which
 * stays open until a block comes. */
struct sink {
    struct element *parent;
    enum content_kind content;
    struct element *run; /* the open paragraph; NULL for none */
    struct pos pos;      /* of the element that asks, for messages */
    bool filled;         /* INLINES: a paragraph has come already */
};
struct sink sink_of(struct element *parent);
/* The element that takes inline children now. */
struct element *sink_inlines(struct work *w, struct sink *to, struct pos pos);
/* `with`: the first of WITH elements, siblings; NULL for none. */
void expand_prose(struct work *w, struct sink *to, size_t n);
void expand_word(struct work *w, struct sink *to, const char *key, const long *count,
                 const struct element *with, struct pos pos);
/* inset.c: a table or a picture of an author's text. */
void inset_into(struct work *w, struct element *into, const struct block *b);
void expand_blocks(struct work *w, struct sink *to, const struct block *b,
                   const struct element *with);
void expand_inlines(struct work *w, struct element *into, const struct inline_node *n,
                    const struct element *with);
/* Open questions are shown in a proof; nothing else may have any. */
void query_check(struct work *w, const char *question, struct pos pos);
/* Words from elsewhere in one run with those on either side: letters are set the closer
 * for it. */
void text_join(struct work *w, struct element *into, const char *text, struct pos pos);
/* A note's contents, from footnotes or the wording "footnote-NAME". */
void expand_note(struct work *w, struct element *note);
/* Wording in plain characters with its arg `n`. */
const char *word_plain_n(struct work *w, const char *key, const char *n);
/* What is published must not print what nobody has read in its language: said once. */
void reviewed_check(struct work *w, const bool reviewed[LANG_COUNT], const char *what,
                    struct pos pos);

/* ---- mutation.c ---- */

/* Says when the words before a mark would change what it prints into `into`. */
void mutation_check(struct work *w, const struct element *into,
                    const struct figure_ask *ask);

/* ---- figures.c: what a mark prints ---- */

/* A count in the form and the language that are asked for. */
const char *figure_words(struct work *w, const struct figure_ask *ask,
                         const struct figure *f);
void figure_into(struct work *w, struct element *into, const struct figure_ask *ask,
                 const struct element *with);
void figure_typed(struct work *w, struct element *into, const struct inline_node *n);
/* Counts `ask` and records where the number comes from; `printed` in words. */
struct source_figure *figure_source(struct work *w, const struct figure_ask *ask,
                                    struct figure f);
/* asked.c: where it comes from, for whoever signs it: its question in full, with the
 * answer or reason that was counted; what a mark would ask for ("done", "score 1.1"); the
 * part of the sample in words, "" for none. */
const char *asked_question(struct work *w, const struct figure_ask *ask);
const char *asked_name(struct work *w, const struct figure_ask *ask);
const char *asked_among(struct work *w, const struct figure_ask *ask);
/* A number of the programme that a template asks for: in a wording it is a word. */
void figure_said(struct work *w, struct element *into, const struct figure_ask *ask);
/* A number that a <fig> of the template brings, and what its wording `of` says of it. */
void figure_computed(struct work *w, struct element *into, const struct element *fig,
                     long n);
/* A template's expression: NULL and said when it is not understood. */
const struct figure_ask *figure_expression(struct work *w, const char *expr,
                                           struct pos pos);
/* A number with its record into the report. */
void figure_put(struct work *w, struct element *into, const char *printed,
                struct source_figure *source, struct pos pos);
/* `pattern` with `#` and `@` replaced. */
const char *fill_pattern(struct work *w, const char *pattern, const char *number,
                         const char *base);
/* "22 of 24", where no noun follows. */
const char *figure_pair(struct work *w, const struct figure *f);
/* "75%", "37.7%", by the programme's pattern. */
const char *figure_percent_of(struct work *w, const char *number);
const char *figure_percent(struct work *w, int percent);
/* "(75%)". */
const char *figure_bracket(struct work *w, int percent);

/* ---- evidence.c: figures that stand beside a finding ---- */

/* `t` goes into `into`: where that is a finding's item, its marks are gathered from now
 * on.  Gives back what gathered so far, for evidence_end(), which puts the evidence
 * behind the item's words. */
struct beside_finding *evidence_begin(struct work *w, const struct author_text *t,
                                      struct element *into);
void evidence_end(struct work *w, struct beside_finding *outer);
/* Takes out what heads a column of findings in which nothing stands. */
void evidence_heads(struct element *in);
/* What of a mark is left to be printed among the words of `into`; NULL: nothing. */
const struct figure_ask *evidence_take(struct work *w, struct element *into,
                                       const struct figure_ask *ask);

/* ---- series.c: charts of indicators ---- */

/* What <series> stands for, behind all that is in `into`. */
void series_into(struct work *w, struct element *into, const struct element *e);
/* series_scale.c: the scale of such a chart, once its bars are measured. */
void series_scale(struct work *w, struct element *chart);

/* ---- quantities.c: figures that are given and not counted ---- */

void quantity_into(struct work *w, struct element *into, const struct figure_ask *ask);
/* What is printed of it, with its record, and the number itself; NULL, and said, when
 * this report does not have it. */
struct source_figure *quantity_source(struct work *w, const struct figure_ask *ask,
                                      struct measured *of);

/* ---- fields.c: ((field PATH FORM)) and ((arg NAME)) ---- */

void field_into(struct work *w, struct element *into, const struct figure_ask *ask);
void arg_into(struct work *w, struct element *into, const struct figure_ask *ask,
              const struct element *with);

/* ---- passes over the built tree, in this order; then comes typography_set ---- */

void badges_read(struct work *w);                         /* charts.c, before it */
void charts_fill(struct work *w, struct element *root);   /* charts.c */
void forms_name(struct work *w, struct element *root);    /* forms.c */
void number_report(struct work *w, struct element *root); /* number.c */
void refs_resolve(struct work *w, struct element *root);  /* refs.c */
void terms_mark(struct work *w, struct element *root);    /* terms.c */
/* A glossary to its table; `used`: a flag for each term of the programme. */
void glossary_fill(struct work *w, struct element *glossary, const bool *used);

/* ---- what the finished tree lacks ---- */

void empty_check(struct work *w, const struct element *root); /* empty.c */
/* What a template does that no report shows by itself: of made-up data (shape.c). */
void shape_check(struct work *w, const struct element *root, const char *kind);
/* The texts of a document about a report that its template does not print (alike.c). */
void unused_check(struct work *w, const struct element *root);
/* The same of what readers cannot tell apart (alike.c). */
void alike_check(struct work *w, const struct element *root);
/* The same of figures that their heads do not fit (units.c). */
void units_check(struct work *w, const struct element *root);
/* Which of the author's texts stand in it (printed.c). */
void printed_find(struct work *w, const struct element *root, struct report *r);

/* ---- forms.c: once the report's own words are known ---- */

/* The fields that say which draft a form belongs to get their values. */
void forms_identify(struct work *w, struct element *root, const char *hash);

/* ---- fixed.c: metadata and the words that layout sets ---- */

/* The args of the stage's wording: of w->stamp, empty where there is none. */
void stamp_args(struct work *w, struct element *args); /* stamp.c */
bool stamp_is_addressed(const struct work *w);
void fixed_words(struct work *w, struct report *r, const char *hash);

#endif
