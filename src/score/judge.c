/* judge.c -- scores to judgements (docs/rules.md): computed where a confirmed band holds
 * the rounded score, stated where none does, moderated with a reason.  Does not know how
 * a score came about. */
#include "score/judge.h"

#include "model/inspection.h"

/* ---- bands, best first ---- */

static bool is_proved(const struct band *b)
{
    return b->confirmed && b->from >= 0 && b->to >= 0;
}

int band_of(const struct programme *p, int percent)
{
    for (size_t i = 0; i < p->band_count; i++)
        if (is_proved(&p->bands[i]) && p->bands[i].from <= percent &&
            percent <= p->bands[i].to)
            return (int)i;
    return -1;
}

bool band_possible(const struct programme *p, int band, int percent)
{
    int held = band_of(p, percent);
    if (held >= 0)
        return band == held;
    for (int i = 0; i < (int)p->band_count; i++) {
        if (!is_proved(&p->bands[i]))
            continue;
        if (band < i && p->bands[i].from > percent)
            return false; /* another proved one lies between it and the score */
        if (band > i && p->bands[i].to < percent)
            return false;
    }
    return true;
}

/* ---- judgements ---- */

/* "moderate, substantial or drastic" */
static const char *possible_bands(struct arena *a, const struct programme *p, int percent)
{
    size_t count = 0, said = 0;
    for (int i = 0; i < (int)p->band_count; i++)
        count += band_possible(p, i, percent);
    struct buf b = buf_new(a);
    for (int i = 0; i < (int)p->band_count; i++) {
        if (!band_possible(p, i, percent))
            continue;
        said++;
        buf_printf(&b, "%s%s",
                   said == 1       ? ""
                   : said == count ? " or "
                                   : ", ",
                   p->bands[i].id);
    }
    return b.at;
}

/* Where judgements stand, or would. */
static struct pos judgements_pos(const struct inspection *in)
{
    const struct value *v = inspection_value(in, "judgements");
    return v != NULL ? v->node->pos : in->root->node->pos;
}

static void say_judgement_missing(struct arena *a, struct diags *d,
                                  const struct inspection *in, const char *id,
                                  int percent)
{
    diag(d, DIAG_JUDGEMENT_MISSING, judgements_pos(in),
         "%s scored %d%%, for which the limits are not known; state %s under "
         "\"judgements:\"",
         id, percent, possible_bands(a, in->programme, percent));
}

/* A stated judgement that is not the score's own must have a reason. */
static void check_stated(struct arena *a, struct diags *d, const struct inspection *in,
                         const char *id, const struct judged *j,
                         const struct judgement *stated)
{
    const struct programme *p = in->programme;
    if (stated->reason != NULL || band_possible(p, j->band, j->percent))
        return;
    const char *band = p->bands[j->band].id;
    if (j->provisional >= 0)
        diag(d, DIAG_JUDGEMENT_REASON, stated->pos,
             "%s of %s, whose %d%% is %s; give the reason: \"reason: ...\"", band, id,
             j->percent, p->bands[j->provisional].id);
    else
        diag(d, DIAG_JUDGEMENT_RANGE, stated->pos,
             "%s of %s, whose %d%% can be %s; give the reason if it was moderated", band,
             id, j->percent, possible_bands(a, p, j->percent));
}

struct judged judge(struct arena *a, struct diags *d, const struct inspection *in,
                    const char *id, struct score score, const struct judgement *stated)
{
    struct judged j = {.score = score, .percent = score_percent(score)};
    bool scored = j.percent != SCORE_NONE;
    j.provisional = scored ? band_of(in->programme, j.percent) : -1;
    j.band = stated->band >= 0 ? stated->band : j.provisional;
    if (!scored || in->programme->band_count == 0)
        return j;
    j.moderated = j.band >= 0 && stated->reason != NULL &&
                  !band_possible(in->programme, j.band, j.percent);
    if (d != NULL && j.band < 0)
        say_judgement_missing(a, d, in, id, j.percent);
    else if (d != NULL && stated->band >= 0)
        check_stated(a, d, in, id, &j, stated);
    return j;
}
