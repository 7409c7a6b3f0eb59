/* read.h -- charts of the report tree to plain data, for all who draw one: pages and
 * pictures have the same drawing. */
#ifndef CHART_READ_H
#define CHART_READ_H

#include "chart/chart.h"

/* What all charts of a report share. */
struct chart_scale {
    long largest; /* the largest count of all sample charts */
    int lowest;   /* percent at the left end of all charts of points */
};
struct chart_scale chart_scale(const struct element *root);

/* A chart's element as chart_draw() takes it. */
struct chart chart_read(struct arena *a, const struct element *e, enum lang l,
                        const struct chart_scale *scale);

#endif
