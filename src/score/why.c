/* why.c -- how a judgement came about, in plain words.  Comes in: scores; goes out: a
 * sentence for whoever asks.  Counts nothing. */
#include "score/why.h"

#include "lang/lang.h"

/* In the language of whoever asks; in Welsh so that nothing stands behind what changes
 * it. */
#define SAY(en, cy) (w->lang == LANG_CY ? cy : en)

/* ---- names ---- */

struct why {
    const struct scores *s;
    enum lang lang;
    const struct rule *rule;
    const struct judged *j;
    struct buf *out;
};

static const char *band_title(const struct why *w, int band)
{
    return band < 0
               ? SAY("not judged", "heb ei farnu")
               : score_title(w->out->a, &w->s->in->programme->bands[band].title, w->lang);
}

/* "2.3: 71%, Good" or "2.3: Good". */
static void put_item(struct why *w, struct scored of)
{
    const struct programme *p = w->s->in->programme;
    bool question = of.level == LEVEL_QUESTION;
    int percent = question ? score_percent(w->s->questions[of.index])
                           : w->s->judged[of.level][of.index].percent;
    int band = score_item_band(w->s, of);
    bool share = question || programme_rule(p, of.level, (size_t)of.index) == NULL;
    buf_printf(w->out, "%s: ", item_id(p, of));
    if (share && percent >= 0)
        buf_printf(w->out, "%d%%, ", percent);
    buf_str(w->out, band_title(w, band));
}

static const char *const welsh_names[] = {
    [LEVEL_CRITERION] = "meini prawf", [LEVEL_SECTION] = "adrannau",
    [LEVEL_HEADLINE] = "penawdau",     [LEVEL_DOMAIN] = "parthau",
    [LEVEL_OVERALL] = "y cyfan",       [LEVEL_QUESTION] = "cwestiynau",
};

/* "its 4 questions", "its 1 criterion"; of several levels "its 6 below it". */
static void put_those(struct why *w)
{
    const struct rule *rule = w->rule;
    enum level l = rule->of[0].level;
    bool one = rule->count == 1;
    for (size_t i = 1; i < rule->count; i++)
        if (rule->of[i].level != l) {
            buf_printf(w->out, SAY("its %zu below it", "y rhain oddi tano (%zu)"),
                       rule->count);
            return;
        }
    if (w->lang == LANG_CY) {
        buf_printf(w->out, "y rhain, %s (%zu)", welsh_names[l], rule->count);
        return;
    }
    buf_printf(w->out, "its %zu %s", rule->count,
               l == LEVEL_QUESTION ? one ? "question" : "questions"
               : one               ? level_names[l].word
                                   : level_names[l].key);
}

static const char *units(const struct why *w, long n)
{
    int places = w->j->places;
    return decimal_plain(w->out->a, (struct decimal){n, places});
}

/* ---- what a row or a limiter asked for ---- */

/* "Good or better", "Inadequate or worse", "Good or Outstanding". */
static void put_bands(struct why *w, const struct demand *d)
{
    const struct programme *p = w->s->in->programme;
    size_t count = 0, best = p->band_count, worst = 0, said = 0;
    for (size_t i = 0; i < p->band_count; i++)
        if ((d->bands >> i & 1u) != 0) {
            best = count++ == 0 ? i : best;
            worst = i;
        }
    bool better = best == 0 && count > 1, worse = worst + 1 == p->band_count && count > 1;
    if (count == worst - best + 1 && (better || worse)) {
        buf_printf(w->out, SAY("%s or %s", "%s neu %s"),
                   band_title(w, (int)(better ? worst : best)),
                   better ? SAY("better", "well") : SAY("worse", "waeth"));
        return;
    }
    for (size_t i = best; i <= worst && count > 0; i++)
        if ((d->bands >> i & 1u) != 0)
            buf_printf(w->out, "%s%s", said++ > 0 ? SAY(" or ", " / ") : "",
                       band_title(w, (int)i));
}

static void put_demands(struct why *w, const struct outcome *o)
{
    for (size_t i = 0; i < o->count; i++) {
        const struct demand *d = &o->demands[i];
        buf_str(w->out, i > 0 ? SAY(" and ", "; ") : "");
        if (d->kind == DEMAND_IS) {
            buf_printf(w->out, SAY("%s is ", "%s: "),
                       item_id(w->s->in->programme, d->of));
            put_bands(w, &(struct demand){.bands = 1u << score_item_band(w->s, d->of)});
            continue;
        }
        if (d->kind == DEMAND_AT_MOST && d->count == 0)
            buf_str(w->out, SAY("none is ", "dim un: "));
        else
            buf_printf(w->out, SAY("at %s %d %s ", "%s %d%s "),
                       d->kind == DEMAND_AT_LEAST ? SAY("least", "o leiaf")
                                                  : SAY("most", "ar y mwyaf"),
                       d->count, d->count == 1 ? SAY("is", ":") : SAY("are", ":"));
        put_bands(w, d);
    }
}

/* ---- the kinds ---- */

static void put_share(struct why *w, int band)
{
    const struct programme *p = w->s->in->programme;
    const struct score *s = &w->j->score;
    buf_printf(w->out, "%d%%", w->j->percent);
    if (s->applicable > 0)
        buf_printf(w->out, SAY(" (%ld of %ld answers)", " (%ld o %ld o atebion)"),
                   s->sufficient, s->applicable);
    if (band >= 0)
        buf_printf(w->out, SAY(", %s is %d%% to %d%%", ", %s: %d%% hyd at %d%%"),
                   band_title(w, band), p->bands[band].from, p->bands[band].to);
}

static void put_weights(struct why *w)
{
    const char *lead = "; ";
    for (size_t i = 0; i < w->rule->count; i++)
        if (w->rule->weights[i] > 1) {
            buf_printf(w->out,
                       SAY("%s%s counts %d times", "%s%s: yn cyfrif %d o weithiau"), lead,
                       item_id(w->s->in->programme, w->rule->of[i]), w->rule->weights[i]);
            lead = ", ";
        }
}

/* "21 of 36 points" is said of a sum, "2.3 points" of a mean; behind it the limits. */
static void put_points(struct why *w)
{
    const struct limits *l = &w->rule->bands[w->j->computed];
    bool mean = w->rule->by == BY_MEAN_POINTS;
    buf_printf(w->out, SAY("%s%s of %s points", "%s%s o %s o bwyntiau"),
               mean ? SAY("a mean of ", "cymedr: ") : "", units(w, w->j->points),
               units(w, w->j->points_of));
    buf_str(w->out, SAY(" over ", " dros "));
    put_those(w);
    buf_printf(w->out, SAY(", %s is %s to %s", ", %s: %s hyd at %s"),
               band_title(w, w->j->computed), units(w, l->from), units(w, l->to));
    put_weights(w);
}

static void put_decided(struct why *w)
{
    const struct outcome *row = &w->rule->rows[w->j->decided];
    buf_printf(w->out, SAY("row %d for ", "rhes %d, ar gyfer "), w->j->decided + 1);
    put_those(w);
    buf_str(w->out, row->count > 0 ? ": "
                                   : SAY(", for no row before it holds",
                                         ", gan nad oes rhes o'i blaen yn gymwys"));
    put_demands(w, row);
}

static void put_computed(struct why *w)
{
    switch (w->rule != NULL ? w->rule->by : BY_SHARE) {
    case BY_SHARE: put_share(w, w->j->computed); break;
    case BY_LOWEST:
        buf_str(w->out, SAY("lowest of ", "yr isaf ymhlith "));
        put_those(w);
        buf_str(w->out, " (");
        put_item(w, w->rule->of[w->j->decided]);
        buf_char(w->out, ')');
        break;
    case BY_MEAN_PERCENT:
        buf_str(w->out, SAY("the mean of ", "cymedr "));
        put_those(w);
        buf_str(w->out, SAY(" is ", ": "));
        put_share(w, w->j->computed);
        put_weights(w);
        break;
    case BY_MEAN_POINTS:
    case BY_POINTS: put_points(w); break;
    case BY_COUNT:
    case BY_TABLE: put_decided(w); break;
    case BY_KINDS: break;
    }
}

/* Why nothing was computed: what is scored and has no known limits, or what lacks. */
static void put_open(struct why *w)
{
    bool lacks = w->rule != NULL && w->rule->by != BY_SHARE && w->j->decided >= 0;
    if (lacks) {
        buf_str(w->out, SAY("not computed, for ", "heb ei gyfrifo: "));
        put_item(w, w->rule->of[w->j->decided]);
    } else if (w->rule != NULL && w->rule->count == 0 && w->rule->by != BY_SHARE) {
        buf_str(w->out,
                SAY("nothing below it is judged", "nid oes dim oddi tano wedi ei farnu"));
    } else if (w->j->percent >= 0) {
        put_share(w, -1);
        buf_str(w->out, SAY(", for which the limits are not known",
                            ", ac nid yw'r terfynau ar ei gyfer yn hysbys"));
    } else {
        buf_str(w->out, SAY("not scored", "heb sgôr"));
    }
}

static void put_limited(struct why *w)
{
    const struct outcome *limit = &w->rule->limits[w->j->limit];
    buf_printf(w->out, SAY("; limited to %s because ", "; terfyn: %s, oherwydd "),
               band_title(w, limit->band));
    put_demands(w, limit);
    if (w->j->computed >= 0)
        buf_printf(w->out, SAY(" (would be %s)", " (fel arall: %s)"),
                   band_title(w, w->j->computed));
}

static void put_stated(struct why *w, enum level l, size_t i)
{
    const struct judgement *stated = &w->s->in->judgements[l][i];
    if (w->j->moderated && w->j->provisional >= 0)
        buf_printf(w->out, SAY("; moderated from %s", "; cymedrolwyd o: %s"),
                   band_title(w, w->j->provisional));
    else if (w->j->moderated)
        buf_str(w->out, SAY("; moderated", "; cymedrolwyd"));
    else if (w->j->provisional < 0)
        buf_str(w->out, SAY("; the report states it", "; yr adroddiad sy'n ei nodi"));
    if (w->j->band != w->j->provisional && stated->reason != NULL)
        buf_printf(w->out, ": %s", prose_plain(w->out->a, stated->reason));
}

const char *score_why(struct arena *a, const struct scores *s, enum lang l,
                      enum level level, size_t i)
{
    struct buf out = buf_new(a);
    const struct judged *j = &s->judged[level][i];
    struct why w = {s, l, programme_rule(s->in->programme, level, i), j, &out};
    if (j->computed >= 0)
        put_computed(&w);
    else
        put_open(&w);
    if (w.rule != NULL && j->limit >= 0)
        put_limited(&w);
    if (j->band >= 0 && s->in->judgements[level][i].band >= 0)
        put_stated(&w, level, i);
    return out.at;
}
