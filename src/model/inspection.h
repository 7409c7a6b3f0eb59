/* inspection.h -- one inspection, read and checked against its programme: what the
 * inspectors wrote as a tree of typed values, and what they counted.  After
 * inspection_load has said nothing wrong, later stages need not doubt a name. */
#ifndef MODEL_INSPECTION_H
#define MODEL_INSPECTION_H

#include "base/map.h"
#include "model/programme.h"

enum area_form {
    AREA_NAME,
    AREA_IN,  /* "yng Nghaerdydd" */
    AREA_OF,  /* "o Gaerdydd"; whose something is, is the name alone */
    AREA_TO,  /* "i Gaerdydd" */
    AREA_AND, /* "a Chaerdydd" */
    AREA_FORM_COUNT
};

struct value {
    const struct field *field;
    const struct node *node; /* where it stands */
    const char *path; /* YAML path without list indices: "findings.1.1.strengths" */
    const char *name; /* key in its record or map; NULL in a list */

    const char *word;               /* WORD, CHOICE, NUMBER, IMAGE (path), DATE, MONTH */
    const struct inline_node *line; /* LINE */
    const struct block *blocks;     /* PROSE, BLOCK */
    const char *id;                 /* BLOCK; NULL when it has none */
    const char *open; /* the query that stands in its place, ((? … ?)); NULL: none */
    struct text text; /* TEXT */
    struct date date; /* DATE, MONTH */
    struct decimal number;                         /* NUMBER */
    const char *source;                            /* NUMBER: NULL where not given */
    const char *isbn[LANG_COUNT];                  /* ISBN: NULL where not given */
    const char *area[LANG_COUNT][AREA_FORM_COUNT]; /* AREA: NULL where not given */

    const struct value
        *items; /* LIST, MAP, RECORD (given fields, the programme's order) */
    size_t count;
};

/* A column of answers.csv: a characteristic of the programme or one of the area's own. */
struct column {
    const char *name;
    const struct characteristic *characteristic; /* NULL: the report's own */
    const char *const *values;
    size_t value_count;
};

enum answer { ANSWER_EMPTY, ANSWER_YES, ANSWER_NO, ANSWER_NA };

/* Where counts come from. */
enum evidence { EVIDENCE_NONE, EVIDENCE_CASES, EVIDENCE_RESULTS, EVIDENCE_STATED };

/* answers.csv: a row per case.  answers[case x answer_count + question's column + time]:
 *   SCORED an enum answer; CHOICE 0 or 1 + the choice's index; SEVERAL a set of bits;
 *   COUNT 0 or 1 + the number; and behind them, where it has reasons, as many sets. */
struct cases {
    size_t count;
    const unsigned *answers;
    const int *values; /* count x column_count: index of the value, -1 when empty */
    bool *asked; /* answer_count: whether the table has a column for it, or the want of
                    one was said; NULL: it has all */
    size_t *emptied; /* of each question: empty cells that were taken for "na" */
};

/* A row of results.csv: how many cases of `part` (a condition as it is written in a mark,
 * "" for all) were sufficient, out of how many.  For a choice the question is
 * "name=choice"; "cases" counts the sample. */
struct result {
    const char *question, *part;
    long sufficient, applicable;
    struct pos pos, sufficient_at, applicable_at;
    const struct figure_ask *ask; /* the same as a mark */
};

/* A published score, stated. */
struct stated {
    int percent; /* -1: not stated */
    struct pos pos;
};

/* An earlier inspection of the same area; source NULL: none. */
struct earlier {
    const struct stated *scores[LEVEL_COUNT]; /* in the programme's order */
    const char *source;
    struct date date;
};

/* The stated scores of a part of the sample, or once more those of all of it, as the
 * table of a report repeats them.  NULL-free. */
struct stated_part {
    const char *part;  /* "authority=Northam", as a mark writes it; "all" */
    int column, value; /* -1 when it is all */
    const struct stated *stated[LEVEL_COUNT];
    struct pos pos;
};

/* A judgement that the inspection states, or moderates with a reason. */
struct judgement {
    int band; /* -1: not stated */
    const struct inline_node *reason;
    struct pos pos;
};

/* Of the areas inspected so far: percentages of a score or question, and how many there
 * were; -1 where not stated.  source NULL: nothing is. */
enum national {
    NATIONAL_LOWEST,
    NATIONAL_HIGHEST,
    NATIONAL_AVERAGE,
    NATIONAL_AREAS,
    NATIONAL_COUNT
};
extern const char *const national_names[NATIONAL_COUNT]; /* "lowest", ... */
struct national_figures {
    int figure[NATIONAL_COUNT];
    const char *source;
    struct date date;
    struct pos pos[NATIONAL_COUNT];
};

/* What the inspection states of `id` under a level's key, or of a question under
 * "questions". */
struct inspection;
struct national_figures inspection_national(const struct inspection *in, const char *key,
                                            const char *id);

/* A row of indicators.csv: a figure of one year, of the area and what it lies in. */
struct indicator {
    const char *name, *unit, *source; /* unit "%": differences are points */
    const char *source_cy;            /* NULL: none, or no other than `source` */
    int year;
    bool known[STANDING_COUNT];
    struct decimal value[STANDING_COUNT];
    struct pos at[STANDING_COUNT]; /* where each stands */
    struct pos pos;
};

struct footnote {
    const char *name;
    const struct block *blocks;
    struct pos pos;
};

struct local_term {
    const char *key;
    struct text term, meaning;
    const char *sort_as; /* in Welsh; NULL: as it is written */
    struct pos pos;
};

struct inspection {
    const struct programme *programme;
    const char *dir, *name; /* folder; "severnside-2012" */
    bool made_up;           /* nobody need have read its wording */
    bool in_place;          /* shares stand where they are written, in no column */
    const struct file *file;
    const struct value *root;     /* the record of all fields */
    const struct column *columns; /* characteristics first */
    size_t column_count;
    bool columns_open; /* those of this area are wrong, which is said: others are unknown
                        */
    enum evidence evidence;
    struct cases cases;           /* EVIDENCE_CASES */
    const struct result *results; /* EVIDENCE_RESULTS */
    size_t result_count;
    const struct map *result_of; /* the same: question to a map of part to result */
    /* EVIDENCE_STATED; also NULL-free otherwise, with percent -1 */
    const struct stated *stated[LEVEL_COUNT];
    const struct stated_part *stated_parts;
    size_t stated_part_count;
    bool prints_stated; /* rather than what is counted, of scores that have both */
    const struct judgement *judgements[LEVEL_COUNT];
    struct earlier earlier;
    const int *const
        *replies;        /* [questionnaire][question x answer]: counts; -1 not given */
    const int *returned; /* of each questionnaire, how many came back; -1 not given */
    const struct indicator *indicators;
    size_t indicator_count;
    const struct footnote *footnotes;
    size_t footnote_count;
    const struct local_term *local_terms;
    size_t local_term_count;
    const struct acceptance *accepted; /* warnings that somebody answers for */
    size_t accepted_count;
    struct date as_of; /* of the register: earlier inspections up to and with this day */
};

/* Says what a final would lack: fields that are expected and hold nothing.  For one in
 * which nothing is wrong: a slip that was said makes a field look empty. */
void inspection_expect(struct arena *a, struct diags *d, const struct inspection *in);
/* A list, map or record that holds no text, however deep. */
bool value_void(const struct value *v);
/* A map by criteria, sections or headlines: field->keys - KEYS_LEVEL says by which. */
bool field_keyed(const struct field *f);

/* Reads the folder (or its inspection.yaml).  All faults of all its files are said in one
 * run.  Never NULL after no error has been said; NULL when there is nothing to go on
 * with. */
const struct inspection *inspection_load(struct arena *a, struct diags *d,
                                         const char *templates, const char *report);
/* The same, where its programme may have been loaded before: `known`, or NULL. */
const struct inspection *inspection_load_known(struct arena *a, struct diags *d,
                                               const char *templates, const char *report,
                                               const struct programme *known);

/* Data that nobody wrote, to try a programme with: what must be given and no more, every
 * field in few words, every field in many, every field but one, scores that are only
 * stated, what is seldom (nothing applied, nothing is judged, all is good, nothing
 * applied to one group), each question answered in another share.  Another `turn` takes
 * another choice, another judgement, another gap; from made_up_turns on they come again.
 * Pictures are MADE_UP_PICTURE in `dir`. */
#define MADE_UP_PICTURE "picture.png"
enum made_up {
    MADE_UP_LEAST,
    MADE_UP_SHORT,
    MADE_UP_LONG,
    MADE_UP_GAPS,
    MADE_UP_STATED,
    MADE_UP_EDGES,
    MADE_UP_SPREAD,
    MADE_UP_COUNT
};
const struct inspection *inspection_made_up(struct arena *a, struct diags *d,
                                            const struct programme *p, const char *dir,
                                            enum made_up size, size_t turn);
size_t made_up_turns(const struct programme *p, enum made_up size);
/* What an edition on `p` may have instead, as far as templates ask: lists in their other
 * place, no register yet. */
const struct programme *made_up_edition(struct arena *a, const struct programme *p);

/* Whether a case of answers.csv is in a part; of a phase without a condition, whether
 * anything was answered of it. */
bool case_in_part(const struct inspection *in, size_t row, const struct part *part);

/* The row of results.csv for a question (or NAME=CHOICE, or "cases") and a part as a mark
 * writes it; NULL when there is none. */
const struct result *inspection_result(const struct inspection *in, const char *question,
                                       const char *part);

/* The scores of a level that are stated of a part as a mark writes it, "" for all; NULL
 * when there are none. */
const struct stated *inspection_stated(const struct inspection *in, enum level level,
                                       const char *part);

/* The row of an indicator that has a figure for whom it is asked; year 0: the newest of
 * these.  NULL when there is none. */
const struct indicator *inspection_indicator(const struct inspection *in,
                                             const char *name, int year,
                                             enum standing standing);

/* A value by path, "service.short", "findings.1.1.strengths"; NULL when not given.  A key
 * with dots in it is matched whole. */
const struct value *inspection_value(const struct inspection *in, const char *path);

/* Whether the inspection gives what a document of its programme is made from. */
bool inspection_makes(const struct inspection *in, const struct document_kind *document);

/* Values and counts as text: the dump "model". */
void inspection_dump(const struct inspection *in, struct buf *out);

#endif
