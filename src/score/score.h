/* score.h -- answers to scores.  A score is how many answers were sufficient out of those
 * that applied, pooled over questions and cases (docs/rules.md, Scores).  A question that
 * does not apply counts on neither side, so a criterion may have no score: SCORE_NONE,
 * which readers see as "not scored", never 0 %. */
#ifndef SCORE_SCORE_H
#define SCORE_SCORE_H

#include "model/figure.h"

#define SCORE_NONE (-1)

struct score {
    long sufficient, applicable; /* applicable is 0 when nothing applied */
    int stated;                  /* percent, where it is only stated; else SCORE_NONE */
};

/* 0 to 100, halves rounded up, or SCORE_NONE. */
int score_percent(struct score s);
/* A sum by its weight, halves rounded up. */
static inline int score_mean(long sum, long weight)
{
    return (int)((2 * sum + weight) / (2 * weight));
}

struct judged {
    struct score score; /* pooled; of a mean of percents the mean, as stated */
    int percent;
    int band;        /* index of the programme's band, -1: none */
    int provisional; /* what the score or its rule alone gives, -1: nothing does */
    bool moderated;  /* band departs from provisional, with a reason */

    bool open;    /* scored, and neither computed nor stated */
    int computed; /* provisional before its limiter */
    int limit;    /* the rule's limiter that made it worse; -1: none */
    int decided; /* of a rule: the row; of LOWEST, or where one below is not judged, which
                    of those that it goes by; -1: none of them */
    long points, points_of; /* of POINTS and MEAN_POINTS what they came to, out of how
                               many; else what it is worth; -1: none */
    int places;             /* decimals of these: 25 with one is 2.5 */
};

struct scores {
    const struct inspection *in;
    const struct judged *judged[LEVEL_COUNT]; /* in the programme's order */
    const struct score *questions;            /* scored ones; others {0} */
    bool kept; /* false: results.csv lacks counts that they are pooled from */
};

/* Scores everything the programme asks for, and says what the inspection must still state
 * (JUDGEMENT_MISSING), what cannot be (JUDGEMENT_RANGE, SCORE_STATED) and what lacks a
 * reason.  The result lives in `a` and points into `in`. */
const struct scores *score_inspection(struct arena *a, struct diags *d,
                                      const struct inspection *in);

/* The judgement on one, a question's by its share; -1: none. */
int score_item_band(const struct scores *s, struct scored of);

/* One value of a column (a local authority, an office) at a time. */
const struct scores *score_part(struct arena *a, const struct inspection *in,
                                struct condition where);

/* What a mark counts; figure.h says out of what.  Of a score that is only stated nothing
 * but the percentage is known, count and base are 0.  Of a national figure the count is
 * the percentage and the base how many earlier inspections there were, -1: not known.  Of
 * a judgement the count is the band's index, -1 when there is none, and the percentage
 * the score's.
 */
struct figure {
    const struct figure_ask *ask;
    long count, base; /* base 0: nothing applied, or a stated percentage */
    int percent;      /* SCORE_NONE when there is none */
    bool kept;        /* false: results.csv does not hold this count (said: MARK_KEPT) */
};
/* Says MARK_BASE of a count whose form needs a base when nothing applied (a score's is
 * not a fault: readers see "not scored"), REGISTER_EMPTY of a national figure of nothing.
 * Only for what counts (figure_counts). */
struct figure figure_count(struct diags *d, const struct scores *s,
                           const struct figure_ask *ask);

/* The scores of a headline that a national figure is made of: a percentage each. */
const int *registered_percents(struct arena *a, const struct inspection *in, int headline,
                               size_t *count);

/* A figure that is given: its number, whether it is a percentage (a difference is of
 * points), its unit and source (NULL where none is given), its year (0: none). */
struct measured {
    struct decimal value;
    bool points;
    const char *unit, *source;
    int year;
};
/* Of a FIGURE_QUANTITY and what it is compared with.  False, and said, when this report
 * does not have one of them. */
bool quantity_measure(struct diags *d, const struct scores *s,
                      const struct figure_ask *ask, struct measured *of,
                      struct measured *against);

/* What the inspection states of what a national figure is of. */
struct national_figures national_stated(const struct inspection *in,
                                        const struct figure_ask *ask);

/* The area's name in that language, else in English; NULL: none is given. */
const char *scores_area(const struct inspection *in, enum lang l);

/* `gwasg scores`: a table for people, CSV, or the JSON of docs/rules.md; and how each
 * judgement came about, of all or of the one with that id (NULL: of all). */
enum scores_format { SCORES_TABLE, SCORES_CSV, SCORES_JSON };
void scores_write(const struct scores *s, enum lang l, enum scores_format format,
                  struct buf *out);
void scores_write_why(struct diags *d, const struct scores *s, enum lang l,
                      const char *id, struct buf *out);

/* results.csv: every count that the given marks ask for, and all that scores need, so
 * that a report built from it is the same, byte for byte. */
void results_write(const struct scores *s, const struct figure_ask *const *asks,
                   size_t count, struct buf *out);

#endif
