/* series.h -- charts of indicators on their way into the tree; inside compose/ only. */
#ifndef COMPOSE_SERIES_H
#define COMPOSE_SERIES_H

#include "compose/work.h"

/* What is at a place of a chart: as far as it says, which indicator, whose, which year.
 */
struct series_key {
    const char *name; /* NULL: not said here */
    enum standing who;
    int year; /* 0: not said here */
};

struct series_data {
    struct work *w;
    const struct series_chart *c;
    struct pos pos;              /* of the template's element */
    int first, newest;           /* years */
    const struct indicator *row; /* of the newest */
    struct series_key *along;    /* the places along the chart, rows of its table */
    struct series_key *beside;   /* what is compared at each: lines, columns of a group */
    size_t along_count, beside_count;
};

/* NULL: no figure is known. */
const struct indicator *series_row(const struct series_data *s, size_t along,
                                   size_t beside);
/* What a mark would ask for: "crime area 2012"; NULL likewise. */
const char *series_expression(const struct series_data *s, size_t along, size_t beside);

/* ---- series_words.c: in words, figures among them signed as all others ---- */

void series_label(struct series_data *s, struct element *into,
                  const struct series_key *key);
void series_figure(struct series_data *s, struct element *into, const char *expression);
/* What it shows, as its caption; what is measured; what a reader hears; whence it is. */
void series_message(struct series_data *s, struct element *into);
void series_measured(struct series_data *s, struct element *into);
void series_alternative(struct series_data *s, struct element *into);
void series_sources(struct series_data *s, struct element *into);

#endif
