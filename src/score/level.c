/* level.c -- criteria, sections and headlines alike, and the bands of judgement. */
#include "score/level.h"

#include <string.h>

const struct judged *level_judged(const struct scores *s, enum level l)
{
    switch (l) {
    case LEVEL_CRITERION: return s->criteria;
    case LEVEL_SECTION: return s->sections;
    case LEVEL_HEADLINE: return s->headlines;
    case LEVEL_COUNT: break;
    }
    bug("score of %d", (int)l);
}

const struct judgement *level_stated(const struct inspection *in, enum level l)
{
    switch (l) {
    case LEVEL_CRITERION: return in->judged_criteria;
    case LEVEL_SECTION: return in->judged_sections;
    case LEVEL_HEADLINE: return in->judged_headlines;
    case LEVEL_COUNT: break;
    }
    bug("score of %d", (int)l);
}

const struct stated *level_stated_part(const struct stated_part *s, enum level l)
{
    switch (l) {
    case LEVEL_CRITERION: return s->criteria;
    case LEVEL_SECTION: return s->sections;
    case LEVEL_HEADLINE: return s->headlines;
    case LEVEL_COUNT: break;
    }
    bug("score of %d", (int)l);
}

const struct stated *level_stated_scores(const struct inspection *in, enum level l,
                                         const char *part)
{
    const struct stated_part all = {.criteria = in->stated_criteria,
                                    .sections = in->stated_sections,
                                    .headlines = in->stated_headlines};
    if (part[0] == '\0')
        return level_stated_part(&all, l);
    for (size_t i = 0; i < in->stated_part_count; i++)
        if (strcmp(in->stated_parts[i].part, part) == 0)
            return level_stated_part(&in->stated_parts[i], l);
    return NULL;
}

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
        if (p->bands[i].from > percent && band < i)
            return false; /* another proved one lies between it and the score */
        if (p->bands[i].to < percent && band > i)
            return false;
    }
    return true;
}
