/* questions.h -- what a programme asks, one row each: what an author looks up to write a
 * mark, and an officer to fill in answers.csv. */
#ifndef MODEL_QUESTIONS_H
#define MODEL_QUESTIONS_H

#include "model/programme.h"

enum asked_kind {
    ASKED_SCORED,
    ASKED_CHOICE,
    ASKED_SEVERAL,
    ASKED_COUNT,
    ASKED_QUESTIONNAIRE,
    ASKED_REPLY, /* a question of one */
    ASKED_COLUMN,
    ASKED_PART,
    ASKED_CASES,
    ASKED_CRITERION,
    ASKED_SECTION,
    ASKED_HEADLINE,
    ASKED_DOMAIN,
    ASKED_OVERALL
};

/* Words are parted by blanks; NULL or "" where there is nothing. */
struct question_row {
    enum asked_kind kind;
    const char *name, *code, *criterion, *part, *headlines, *values, *reasons;
    const char *text[LANG_COUNT];
    const char *marks; /* as an author writes them */
};

/* Those that have `word` in their name, code or text, in any case; NULL: all. */
const struct question_row *questions_of(struct arena *a, const struct programme *p,
                                        const char *word, size_t *count);

enum questions_format { QUESTIONS_TABLE, QUESTIONS_CSV, QUESTIONS_JSON };
void questions_write(const struct question_row *rows, size_t count,
                     enum questions_format format, enum lang l, struct buf *out);

#endif
