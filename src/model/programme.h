/* programme.h -- a report family as data: templates/NAME/programme.yaml and what it
 * names. C knows the shape of it and no criterion, theme, heading or band by name.
 * docs/programmes.md shows the file. */
#ifndef MODEL_PROGRAMME_H
#define MODEL_PROGRAMME_H

#include "base/array.h"
#include "model/words.h"

/* Text in both languages, a line of prose each; NULL where a language is missing. */
struct text {
    struct pos pos;
    const struct inline_node *in[LANG_COUNT];
};

/* What is scored and judged, from the particular to the whole. */
enum level {
    LEVEL_CRITERION,
    LEVEL_SECTION,
    LEVEL_HEADLINE,
    LEVEL_DOMAIN,  /* several sections; not every programme has one */
    LEVEL_OVERALL, /* the whole, one at most: its id is "overall" */
    LEVEL_COUNT
};
#define OVERALL_ID "overall"

extern const struct level_name {
    const char *word; /* "criterion": an element of a template's input */
    const char *key;  /* "criteria": of inspection.yaml and of JSON */
} level_names[];      /* a row each */

/* ---- fields of inspection.yaml ---- */

enum field_kind {
    FIELD_WORD,  /* plain characters, no marks; with `keys`, one of those ids */
    FIELD_LINE,  /* a single paragraph of prose */
    FIELD_PROSE, /* blocks; may be {file: x.md} */
    FIELD_BLOCK, /* as prose; may be {id: x, text: ...} so that it can be linked to */
    FIELD_TEXT, /* a line in each language: {en: ..., cy: ...} or a single line for all */
    FIELD_AREA, /* a place: {en: Name, cy: {name, in, of, to, and}} or a plain name */
    FIELD_CHOICE, /* one of `choices`; with `open` any line of prose besides */
    FIELD_NUMBER, /* 12, 37.7, or {value: 37.7, source: ...} */
    FIELD_DATE,   /* 2012-06-20; with `months` 2012-06 or June 2012, day 0 then */
    FIELD_MONTH,  /* 2012-06 */
    FIELD_ISBN,   /* {en: 978-..., cy: 978-...} or one */
    FIELD_IMAGE,  /* a picture in the report's folder */
    FIELD_LIST,   /* of `of` */
    FIELD_MAP,    /* keys from `keys`, each `of` */
    FIELD_RECORD  /* `fields` */
};
/* What a line may not hold, because the template sets it or makes one of several. */
enum line_sign { SIGN_FULL_STOP, SIGN_QUOTATION_MARKS, SIGN_SEVERAL, SIGN_COUNT };

enum field_keys {
    KEYS_FREE,
    KEYS_LEVEL, /* and behind it, one for each level: its ids */
    KEYS_CODES = KEYS_LEVEL + LEVEL_COUNT,
    KEYS_QUESTIONS, /* names of those that are scored */
    KEYS_COLUMNS,   /* of answers.csv, the inspection's own too */
    KEYS_COUNT
};

static inline bool keys_are_ids(enum field_keys k)
{
    return k >= KEYS_LEVEL && k < KEYS_CODES;
}

struct field {
    const char *name; /* NULL for the `of` of a list or map */
    enum field_kind kind;
    bool required;
    bool whole;      /* of a number: no decimals, no source */
    bool expected;   /* what everybody reads waits until it says something */
    bool printed;    /* a text of it is to stand in some document */
    bool paragraphs; /* TEXT: may have several */
    bool months;     /* of a date: where only the month is known, that will do */
    bool insets;     /* PROSE: tables and pictures may stand between its paragraphs */
    bool typed;      /* the line of an open choice that is none of its words */
    bool same;       /* in every language, as the name of a person: not translated */
    const char
        *place;       /* where a template is to put it: section, criterion; NULL: not said
                       */
    bool evidence;    /* shares in its texts stand in a column beside them */
    unsigned without; /* signs that its template sets, a bit each */
    int length; /* characters that a line may have, in any language; 0: any number */
    const char *help; /* for the schema and messages; may be NULL */
    const char *const *choices;
    size_t choice_count;
    enum field_keys keys;
    const char *column; /* of a word: it is a value of that column; else NULL */
    const struct field *of;
    const struct field *line; /* of an open choice: what else it takes */
    const struct field *fields;
    size_t field_count;
};

/* ---- what is asked ---- */

struct category {
    const char *name; /* as in answers.csv */
    struct text title;
};

/* A column of answers.csv that says what kind of case it is. */
struct characteristic {
    const char *name;
    struct text title;
    const struct category *categories;
    size_t category_count;
    struct pos pos;
};

enum condition_op { CONDITION_IS, CONDITION_IS_NOT };
/* "column=value", "column!=value". */
struct condition {
    int column; /* index into the inspection's columns: characteristics, then its own */
    int value;  /* index into that column's categories */
    enum condition_op op;
};

/* A part of the sample that has a name: custody, community.  One that is a phase is a
 * stretch of each case in it, of which a case may have more than one. */
struct part {
    const char *name;
    struct text title;
    struct condition
        where; /* column -1, of a phase only: what a case was answered says */
    bool phase;
    bool or_answered; /* a case is in it too when something of it was answered */
    struct pos pos;
};

enum question_kind {
    QUESTION_SCORED,  /* yes (sufficient), no, na */
    QUESTION_CHOICE,  /* one of its choices, or empty */
    QUESTION_SEVERAL, /* any of its choices, separated by blanks, or empty */
    QUESTION_COUNT    /* a whole number, or empty */
};

struct question {
    const char *name;
    const char *code; /* of the inspectors' tool; may be NULL */
    struct text text;
    struct text brief; /* `short`: behind its number in a column; empty: not said */
    enum question_kind kind;
    int criterion;      /* index; -1 when not scored */
    unsigned headlines; /* bit i: counts towards headline i; 0: no key question */
    const int *parts;  /* indices of those it is asked in, once in each; several phases */
    size_t part_count; /* or one part; 0: once of all cases */
    const struct category *choices;
    size_t choice_count;
    const struct category *reasons; /* why it was answered no */
    size_t reason_count;
    bool needs_reason;
    size_t column; /* of its first answer in a row of cases; behind its answers its
                      reasons */
    struct pos pos;
};

/* What is scored or judged; texts that its level does not have are empty. */
struct aspect {
    const char *id; /* "1.1" */
    struct text title, subtitle, text;
    int section; /* index; of criteria only */
    int domain;  /* index; of sections only, -1: in none */
    struct pos pos;
};

/* A judgement on a score.  Its limits count only when `confirmed`: a score between them
 * is judged by the program; where no confirmed band holds a score, the inspection states
 * the judgement (docs/rules.md, Judgements). */
struct band {
    const char *id;
    struct text title;
    bool confirmed;
    int from, to;              /* percent, both included; -1: not known */
    const char *fill;          /* how its bars are drawn: a word of FILLS */
    const char *icon, *colour; /* of its icon, or NULL */
    int stars;                 /* how many it is; 0: this family has none */
    int points;                /* what it is worth to what stands above; -1: not said */
    const char *source;
    struct pos pos;
};

/* ---- how that is judged which is not judged by its share alone ---- */

/* An aspect, or a scored question, of which its share is judged. */
#define LEVEL_QUESTION LEVEL_COUNT
struct scored {
    enum level level;
    int index;
};

enum judged_by {
    BY_SHARE,        /* its pooled score, by the limits of the judgements */
    BY_LOWEST,       /* the worst judgement below */
    BY_MEAN_PERCENT, /* the mean of the scores below */
    BY_MEAN_POINTS,  /* the mean of what the judgements below are worth */
    BY_POINTS,       /* their sum */
    BY_COUNT,        /* how many of which judgement there are */
    BY_TABLE,        /* which of them has which */
    BY_KINDS
};
extern const char *const judged_by_names[BY_KINDS];

/* What a row or a limiter asks for. */
enum demand_kind { DEMAND_IS, DEMAND_AT_LEAST, DEMAND_AT_MOST };
struct demand {
    enum demand_kind kind;
    struct scored of; /* IS: whose judgement */
    unsigned bands;   /* a bit for each judgement that is meant */
    int count;        /* AT_LEAST, AT_MOST: so many of what the rule goes by have one */
};
/* A judgement where all demands are met: of a limiter the best that there can be. */
struct outcome {
    int band;
    const struct demand *demands;
    size_t count;
    struct pos pos;
};

/* From and to, both included, in units of the last place; from > to: no value. */
struct limits {
    long from, to;
    struct pos pos;
};

struct rule {
    enum judged_by by;
    const struct scored *of; /* what it goes by, in the programme's order */
    const int *weights;      /* of each of these */
    size_t count;
    bool stops; /* it is not judged where one of them is not; else that one counts on
                   neither side */
    int places; /* MEAN_POINTS: decimals that the mean is rounded to */
    const struct limits *bands; /* of each judgement; NULL: its own limits, in percent */
    const struct outcome *rows; /* COUNT, TABLE: the first that is met decides */
    size_t row_count;
    const struct outcome *limits; /* limiters: of those that are met the worst */
    size_t limit_count;
    struct pos pos;
};

/* Questions put to children, parents, victims: questionnaires.csv. */
struct questionnaire {
    const char *name;
    struct text title;
    const struct question *questions; /* QUESTION_CHOICE: answers and their counts */
    size_t question_count;
    struct pos pos;
};

/* Whose figure of a year it is: the area's, of what it lies in, or the one aimed at. */
enum standing {
    STANDING_AREA,
    STANDING_REGION,
    STANDING_NATION,
    STANDING_TARGET,
    STANDING_COUNT
};

/* A figure of indicators.csv that every report of the programme may give, or is to. */
struct expected_indicator {
    const char *name;
    struct text title;
    bool expected;
    struct pos pos;
};

/* A chart of indicators, of which <series of="NAME"/> makes a chart and a table. */
enum series_kind { SERIES_LINES, SERIES_COLUMNS, SERIES_BARS, SERIES_KIND_COUNT };
struct series_chart {
    const char *name;
    enum series_kind kind;
    const char *const *of; /* names of indicators */
    size_t of_count;
    const enum standing *who;
    size_t who_count;
    int years; /* the newest so many; 0: not said */
    struct text title;
    struct pos pos;
};

/* One earlier inspection of register.csv. */
struct registered {
    const char *area;
    struct date date;
    bool reinspection;
    const int *percent; /* a headline each; -1 where not given */
};

/* Another form of a term in a text: small letter, plural, mutation. */
struct term_form {
    const char *text;
    bool expand;           /* at its first use, as the term itself */
    const char *expansion; /* of this form, as a plural has it; NULL: not said */
};

/* A term of the house: italic, expanded at first use, explained in the glossary. */
struct term {
    const char *key;              /* of glossary.yaml and terms.csv */
    const char *term[LANG_COUNT]; /* NULL: not a term of this language */
    bool reviewed[LANG_COUNT];
    const char *sort_as[LANG_COUNT]; /* NULL: as it is written */
    struct text meaning;
    bool italic, expand;
    const char *expansion[LANG_COUNT];
    const struct term_form *forms[LANG_COUNT];
    size_t form_count[LANG_COUNT];
    struct pos pos;
};

struct document_kind {
    bool provisional;     /* made at that stage alone, and nothing else then */
    const char *name;     /* "report" */
    const char *template; /* path of its XSLT */
    const char *needs;    /* field without which it is not made; NULL: always made */
    struct pos pos;
    /* As which it is released, as they are written; NULL: as it is made without a word on
     * it.  What they mean the outputs say. */
    const char *const *formats;
    size_t format_count;
    struct pos formats_at;
};

/* A folder under templates/. */
struct folder {
    const char *name, *dir;
};

/* A picture of the house or of the programme. */
struct own_picture {
    const char *id;
    struct pos pos;
    const char *path[LANG_COUNT]; /* NULL: said what is wrong with it */
    struct pos at[LANG_COUNT];    /* where its file is named */
    struct text alt;              /* what it shows */
    bool decoration;              /* it says nothing */
};
struct own_pictures {
    ARRAY(struct own_picture) list;
};

struct programme {
    const char *name, *dir, *house, *house_dir;
    struct kept_templates *kept; /* compose/template.c's; or NULL */
    /* The house and the programme with those that they build on, which come first. */
    const struct folder *houses, *folders;
    size_t house_count, folder_count;
    struct text title;
    const struct field *fields; /* those of inspection.yaml, ours (programme, ...) too */
    size_t field_count;
    const struct own_picture *pictures;
    size_t picture_count;
    const struct characteristic *characteristics;
    size_t characteristic_count;
    const struct part *parts;
    size_t part_count;
    const struct aspect *aspects[LEVEL_COUNT];
    size_t aspect_count[LEVEL_COUNT];
    /* Of each aspect, NULL: its share.  NULL where no rule of the level is said. */
    const struct rule *const *rules[LEVEL_COUNT];
    const struct question *questions; /* scored ones and others */
    size_t question_count;
    size_t answer_count; /* columns of a row of cases: answers and reasons of all */
    const struct questionnaire *questionnaires;
    size_t questionnaire_count;
    const struct band *bands; /* best first */
    size_t band_count;
    const struct expected_indicator *indicators;
    size_t indicator_count;
    const struct series_chart *charts;
    size_t chart_count;
    const struct registered *registered;
    size_t registered_count;
    const struct term *terms;
    size_t term_count;
    const struct document_kind *documents;
    size_t document_count;
    bool reviewed[LANG_COUNT]; /* its titles and questions */
    int rank_from;             /* answers that a ranked question needs; 0: none is */
    int small_number;          /* counts below it are warned of; 0: none */
    int plan_days;             /* after publication that a plan is due; 0: not said */
    int comment_days; /* working days that a draft may be commented on; 0: not said */
    /* Fields whose bare numbers a final waits for; what is a bare number (bare.h), NULL
     * when the house does not say. */
    const char *const *bare_fields;
    size_t bare_field_count;
    const struct bare_rules *bare_rules;
    const struct review_rules *review_rules; /* NULL when the house has none */
    const struct node *const
        *same; /* what spreadsheets may say (same.h), nearest first */
    size_t same_count;
    const struct words *words;
    const struct node
        *style; /* the house's style.yaml over its base's, for style_parse */
};

/* Reads templates/NAME and its house.  NULL when it cannot be used; what is wrong in it
 * has been said.  `from`: where the name stands. */
const struct programme *programme_load(struct arena *a, struct diags *d,
                                       const char *templates, const char *name,
                                       struct pos from);

/* What style_parse reads for large print: what the house's `large-print` gives, laid over
 * its style; `marked`: and what its `marked` gives, for pages with marks of a stage.
 * NULL: it has none (said). */
const struct node *programme_large(struct arena *a, struct diags *d,
                                   const struct programme *p, bool marked);

/* False of a section without criteria (leadership, say): it is judged and not scored. */
bool aspect_is_scored(const struct programme *p, enum level level, size_t index);
/* Whether a scored question counts towards it. */
bool question_counts(const struct programme *p, const struct question *q,
                     enum level level, int index);

/* The houses' folders, then the programmes', each over the one before: 0 to house_count +
 * folder_count. */
const struct folder *programme_folder(const struct programme *p, size_t i);

/* The file that `folder`, one of these, has by that name: its own, or that of the nearest
 * one that it builds on; where there is none, where it would be.  "house" is the
 * programme's house, whatever its name.  NULL: no such folder. */
const char *programme_import(struct arena *a, const struct programme *p,
                             const char *folder, const char *file);

/* The folders under `templates` that hold a programme.yaml, sorted. */
const char *const *programme_list(struct arena *a, struct diags *d, const char *templates,
                                  size_t *count);

/* Index of a name, or -1. */
int programme_question(const struct programme *p, const char *name);
int programme_aspect(const struct programme *p, enum level level, const char *id);
int programme_indicator(const struct programme *p, const char *name);
int programme_part(const struct programme *p, const char *name);
int programme_band(const struct programme *p, const char *id);
/* What has that id, or the scored question of that name or code; false: nothing has. */
bool programme_item(const struct programme *p, const char *id, struct scored *out);
const char *item_id(const struct programme *p, struct scored of);

/* Levels that every programme has, and of the others those that this one has. */
static inline bool programme_has(const struct programme *p, enum level l)
{
    return l <= LEVEL_HEADLINE || (l < LEVEL_COUNT && p->aspect_count[l] > 0);
}
static inline const struct rule *programme_rule(const struct programme *p, enum level l,
                                                size_t i)
{
    return p->rules[l] != NULL ? p->rules[l][i] : NULL;
}

/* How often a question is asked of a case, and the phase of the n-th time; -1: none. */
static inline size_t question_times(const struct question *q)
{
    return q->part_count > 0 ? q->part_count : 1;
}
static inline int question_phase(const struct programme *p, const struct question *q,
                                 size_t time)
{
    return q->part_count > 0 && p->parts[q->parts[time]].phase ? q->parts[time] : -1;
}
static inline size_t question_columns(const struct question *q)
{
    return question_times(q) * (q->reason_count > 0 ? 2 : 1);
}
/* The head of the n-th of its columns in answers.csv, by its name or its code: "plan",
 * "plan custody", "plan custody because", answers first.  NULL: it has no code. */
const char *question_column(struct arena *a, const struct programme *p,
                            const struct question *q, const char *name, size_t n);

/* A new report, not yet written anywhere: names below its folder and what they hold.  Its
 * queries stop a final; a proof can be made once there are answers. */
#define BEGUN_PICTURE "images/to-come.png"
struct begun_file {
    const char *name, *text;
};
struct begun {
    ARRAY(struct begun_file) files;
    bool picture; /* it speaks of BEGUN_PICTURE */
};
/* `area`: its name, whatever signs it has; NULL: asked for too.  `answers`: the file of
 * those that there are, or NULL: columns that do not fit are said and passed over, and
 * offered as the area's own where they part the cases into a few kinds. */
struct begun programme_begin(struct arena *a, struct diags *d, const struct programme *p,
                             const char *area, const char *answers);
/* The file that inspection.yaml names for its editor. */
const char *begun_schema(struct arena *a, const struct programme *p);
/* The first line of answers.csv, but for columns of an area's own. */
void programme_answers_head(const struct programme *p, struct buf *out);
/* JSON Schema of inspection.yaml, for editors; and one for reports of any of these. */
void programme_schema(const struct programme *p, struct buf *out);
void programmes_schema(const struct programme *const *all, size_t count, struct buf *out);

#endif
