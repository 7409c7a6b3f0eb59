/* quantity.c -- figures that are given and not counted.  Comes in: a parsed mark; goes
 * out: the number with its unit and its source.  Does not know how it is worded. */
#include "score/score.h"

#include <string.h>

static bool field_measure(struct diags *d, const struct inspection *in, struct pos pos,
                          const struct quantity *q, struct measured *out)
{
    const struct value *v = inspection_value(in, q->name);
    if (v == NULL) {
        diag(d, DIAG_KEY_MISSING, pos,
             "%s is not given in this report, and the text needs it", q->name);
        return false;
    }
    *out = (struct measured){.value = v->number, .source = v->source};
    return true;
}

static bool indicator_measure(struct diags *d, const struct inspection *in,
                              struct pos pos, const struct quantity *q,
                              struct measured *out)
{
    const struct indicator *one = inspection_indicator(in, q->name, q->year, q->standing);
    const char *whose = standing_names[q->standing];
    if (one == NULL && q->year != 0)
        diag(d, DIAG_MARK_KEPT, pos, "add the figure of %s in %d, %s, to indicators.csv",
             q->name, q->year, whose);
    else if (one == NULL)
        diag(d, DIAG_MARK_KEPT, pos, "add a figure of %s, %s, to indicators.csv", q->name,
             whose);
    if (one == NULL)
        return false;
    *out = (struct measured){.value = one->value[q->standing],
                             .points = strcmp(one->unit, "%") == 0,
                             .unit = one->unit,
                             .source = one->source,
                             .year = one->year};
    return true;
}

static bool counted_measure(struct diags *d, const struct scores *s,
                            const struct quantity *q, struct measured *out)
{
    const struct figure f = figure_count(d, s, q->counted);
    *out = (struct measured){.value = {f.percent, 0}, .points = true};
    if (f.kept && f.percent < 0 && q->counted->kind == FIGURE_SCORE)
        diag(d, DIAG_MARK_BASE, q->counted->pos,
             "it is not scored, so there is nothing to compare; say that in words");
    return f.kept && f.percent >= 0;
}

static bool measure(struct diags *d, const struct scores *s, struct pos pos,
                    const struct quantity *q, struct measured *out)
{
    switch (q->kind) {
    case QUANTITY_FIELD: return field_measure(d, s->in, pos, q, out);
    case QUANTITY_COUNTED: return counted_measure(d, s, q, out);
    case QUANTITY_INDICATOR: return indicator_measure(d, s->in, pos, q, out);
    }
    bug("quantity of kind %d", (int)q->kind);
}

bool quantity_measure(struct diags *d, const struct scores *s,
                      const struct figure_ask *ask, struct measured *of,
                      struct measured *against)
{
    if (!measure(d, s, ask->pos, &ask->of, of))
        return false;
    if (ask->compare == COMPARE_NOT)
        return true;
    struct quantity other = ask->against;
    if (other.year == 0)
        other.year = of->year;
    return measure(d, s, ask->pos, &other, against);
}
