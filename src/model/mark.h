/* mark.h -- a mark while its words are being parsed; for figure.c, form.c and where.c. */
#ifndef MODEL_MARK_H
#define MODEL_MARK_H

#include "model/condition.h"
#include "model/figure.h"

struct mark {
    struct reader r;
    const struct programme *p;
    const struct inspection *in; /* NULL: a programme's texts */
    bool template;               /* it is written in one */
    struct column_list columns;
    const struct mark_word *words;
    size_t count, at; /* words, and the next one to read */
    struct pos pos;
    struct figure_ask *ask;
};

static inline bool mark_done(const struct mark *m)
{
    return m->at == m->count;
}

/* The next word, or NULL; mark_pos: where it stands, or the mark itself. */
const struct mark_word *mark_next(struct mark *m);

/* The form words up to `where`; false, and said, when they do not go together. */
bool form_parse(struct mark *m);

/* `where` and what follows; true when there is none. */
bool where_parse(struct mark *m);

/* What stands behind `programme` (said.c). */
bool said_parse(struct mark *m);

/* Figures that are given (quantity.c): an indicator by its name, what stands behind a
 * field that is a number. */
bool indicator_known(const struct mark *m, const char *name);
bool indicator_parse(struct mark *m);
/* `above` or `than` behind what is counted: false when neither is next. */
bool comparison_next(const struct mark *m);
bool counted_compare(struct mark *m);
bool number_field_parse(struct mark *m);

/* "criterion, section or headline": the levels that the programme has. */
const char *level_any(const struct mark *m);

/* Where a name of a question, of its choice or of its reason leads; false, and said, when
 * nowhere. */
struct named {
    enum figure_kind kind;
    int question, choice, questionnaire;
};
bool name_find(struct mark *m, const struct mark_word *w, struct named *out);
/* The same without a word about it. */
bool name_known(struct mark *m, const char *text, struct named *out);
/* What can be asked of: names of questions and questionnaires and our own words. */
const char *const *name_all(struct mark *m, size_t *count);

#endif
