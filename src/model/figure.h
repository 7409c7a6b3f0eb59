/* figure.h -- what a mark asks for: `((rosh-screening-done n of cases % not where
 * custody))` parsed and checked against programme and inspection.  The number itself is
 * score/'s, its words are compose/'s. */
#ifndef MODEL_FIGURE_H
#define MODEL_FIGURE_H

#include "model/inspection.h"

/* Between a question that was answered no and its reason. */
#define BECAUSE " not because "

enum figure_kind {
    FIGURE_QUESTION, /* NAME: of a programme's question; index question */
    FIGURE_CHOICE, /* NAME=CHOICE: cases in which an unscored question was answered so */
    FIGURE_REASON, /* NAME not because REASON: of its insufficient answers; index choice
                    */
    FIGURE_REPLY,  /* NAME=ANSWER of a questionnaire; NAME alone: those who answered it */
    FIGURE_RETURNED,  /* returned QUESTIONNAIRE: how many came back */
    FIGURE_CASES,     /* cases: the sample or a part of it */
    FIGURE_SCORE,     /* score 1.1, score safeguarding, score 1: percent */
    FIGURE_JUDGEMENT, /* judgement 1.1: a band's title */
    FIGURE_POINTS,    /* points overall: what it has come to; its base: the most */
    FIGURE_NATIONAL,  /* national safeguarding lowest|highest|average|areas */
    FIGURE_EARLIER,   /* earlier safeguarding: its score at an earlier inspection */
    FIGURE_COUNTED,   /* counted 3 8: what a template has counted, of how many */
    FIGURE_FIELD,     /* field area in, field published month: not a number */
    FIGURE_ARG,       /* arg NAME: in wording only */
    FIGURE_SAID,      /* programme ...: what stands in programme.yaml alone; a number that
                         a template computes */
    FIGURE_WORDING,   /* word KEY: another wording, in wording only */
    FIGURE_QUANTITY   /* what is given and not counted, and how far it is from another */
};

enum figure_form {
    FORM_NUMBER,    /* n, the default of counts: "22" */
    FORM_PERCENT,   /* %: "92%"; the default of scores */
    FORM_BASE,      /* of: "24" */
    FORM_N_OF,      /* n of: "22 of the 24" */
    FORM_N_OF_NOUN, /* n of cases: "22 of the 24 cases" */
    FORM_N_NOUN,    /* n cases: "22 cases" */
    FORM_WORDS,     /* words: "almost four-fifths"; with a noun: "... of the cases" */
    FORM_SPELT,     /* spelt: "nine" (below ten; else as figures) */
    FORM_BESIDE /* beside: nothing in the sentence; "22 of 24 ... 92%" in the column */
};

/* A figure that is given. */
enum quantity_kind { QUANTITY_FIELD, QUANTITY_INDICATOR, QUANTITY_COUNTED };
struct figure_ask;
struct quantity {
    enum quantity_kind kind;
    const char *name; /* FIELD: its path */
    enum standing standing;
    const struct figure_ask *counted; /* COUNTED: a percentage */
    int year; /* 0: the newest, of what it is compared with the same */
};
extern const char *const standing_names[STANDING_COUNT]; /* "area", ... */

enum comparison {
    COMPARE_NOT,  /* "37.7%" */
    COMPARE_BY,   /* above: "1.3 points above" */
    COMPARE_WORDS /* than: "slightly higher than" */
};

/* A restriction of the cases; all of them must hold. */
enum restriction_kind {
    RESTRICT_COLUMN,
    RESTRICT_PHASE, /* of what is asked once per phase, the answers of one; else its cases
                     */
    RESTRICT_ANSWER,
    RESTRICT_CHOICE,
    RESTRICT_REASON
};
struct restriction {
    enum restriction_kind kind;
    struct condition column; /* RESTRICT_COLUMN, and a programme's part */
    int phase;               /* RESTRICT_PHASE: index of the part */
    int question; /* RESTRICT_ANSWER: sufficient there; RESTRICT_CHOICE, RESTRICT_REASON
                   */
    int choice;
    bool not ; /* the opposite: insufficient there, another choice */
};

struct figure_ask {
    enum figure_kind kind;
    struct pos pos;
    const char *name;                    /* as typed, with its choice or reason */
    int question, choice, questionnaire; /* -1 where it does not apply; of a REPLY the
                                            question is its questionnaire's */
    enum level level;
    int index; /* of what is scored or judged, in its level */
    enum national national;
    const char *field;        /* FIELD: path; ARG: name; SAID: what; WORDING: key */
    const struct text *title; /* SAID: to be printed; NULL: the number */
    long number, out_of;      /* COUNTED; SAID the first alone */
    const char *field_form;   /* FIELD: "in", "month", ...; NULL */

    struct quantity of, against; /* QUANTITY */
    enum comparison compare;
    bool bare; /* without its unit */

    enum figure_form form;
    bool with_percent; /* "n of cases %": "22 of the 24 cases (92%)" */
    bool spelt;        /* small numbers in words, whatever the form: "six of the eight" */
    bool feminine;     /* they stand for a feminine word, in Welsh: "tair o'r pedair" */
    bool capital;      /* Spelt, Words: at the start of a sentence */
    bool not ;         /* counts the insufficient ones */
    const char *noun;  /* key in words.yaml */
    const struct restriction *where;
    size_t where_count;
    const char *part; /* the restrictions as written, one blank between: key in results */
};

/* The grammar, words with blanks between, `not` anywhere before `where`:
 *
 *   NAME | NAME=CHOICE | NAME not because REASON | cases
 *                                   [not] FORM [where PART [and PART]...]
 *   returned QUESTIONNAIRE          n, spelt or NOUN
 *   score ID                        [not] FORM [where ...]
 *   judgement ID
 *   points ID                       n, of, spelt or NOUN
 *   national ID|QUESTION lowest|highest|average|areas  FORM
 *   earlier ID                      FORM
 *   score ID | QUESTION above|than lowest|highest|average|earlier
 *   counted N M  FORM               in a template only
 *   field PATH [FORM OF THE FIELD] | field NUMBER [above|than NUMBER]
 *   INDICATOR [WHICH] [n] [above|than WHICH]; WHICH: area|region|nation, a year
 *   arg NAME
 *   word KEY
 *   programme title ID [small] | from JUDGEMENT | to JUDGEMENT
 *   programme judgements|headlines|sections|criteria [ID]|questions [ID]|key-questions
 *             [ID]  [spelt|Spelt]
 *
 *   FORM: n  of  %  words  spelt  n of  n of NOUN  n NOUN  words of NOUN, each but of and
 * % with a % behind it for the percentage in brackets, and n and of forms with spelt
 *         (and, without a noun, feminine); beside alone, of a scored question; Words
 *         and Spelt begin a sentence.  "of spelt"
 *         is the base, "spelt of" the pair.  Without a form: n for counts, % for scores.
 *   PART: a part of the programme, column=value, column!=value, a scored question (the
 *         cases where it was sufficient), QUESTION=CHOICE, QUESTION not because REASON,
 *         or one of these behind `not`.  What is asked once per phase counts phases: a
 *         phase restricts them, and so does the answer of that phase to another question;
 *         for all else a case meets what it meets in one of its phases.
 *
 * What is counted: of a scored question the sufficient answers (with `not` the others)
 * out of those that applied; of a choice the cases answered so, out of the cases in which
 * the question was answered at all; of a count its sum, out of the cases answered; of
 * a reason the insufficient answers with it, out of all that were insufficient; of cases
 * those of the part, out of the whole sample.  An empty cell of a column is neither of a
 * value nor of another. */
/* Parses a mark's words.  NULL after a fault, which has been said (MARK_*), with "did you
 * mean".  `in` may be NULL while a programme's own wording is checked: columns are then
 * the programme's characteristics. */
const struct figure_ask *figure_parse(struct arena *a, struct diags *d,
                                      const struct programme *p,
                                      const struct inspection *in,
                                      const struct mark_word *words, size_t count,
                                      struct pos pos);

/* The same from text: `score 1.1 %`, as templates write it; only these may say counted.
 */
const struct figure_ask *figure_parse_text(struct arena *a, struct diags *d,
                                           const struct programme *p,
                                           const struct inspection *in, const char *text,
                                           struct pos pos);

/* A number that a template has computed, in the forms that it may have: n, spelt, a noun.
 */
const struct figure_ask *figure_computed_parse(struct arena *a, struct diags *d,
                                               const struct programme *p, long number,
                                               const char *form, struct pos pos);

/* Whether it counts answers, cases or replies, or stands for words. */
static inline bool figure_counts(const struct figure_ask *ask)
{
    return ask->kind < FIGURE_FIELD;
}

/* A question whose count is a sum, of which nothing is a share. */
bool figure_is_sum(const struct programme *p, const struct figure_ask *ask);

#endif
