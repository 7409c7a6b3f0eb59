/* level.c -- criteria, sections and headlines alike, and the bands of judgement. */
#include "score/level.h"

#include <string.h>

size_t level_count(const struct programme *p, enum score_of of)
{
    switch (of) {
    case SCORE_OF_CRITERION: return p->criterion_count;
    case SCORE_OF_SECTION: return p->section_count;
    case SCORE_OF_HEADLINE: return p->headline_count;
    }
    bug("score of %d", (int)of);
}

const char *level_id(const struct programme *p, enum score_of of, size_t i)
{
    switch (of) {
    case SCORE_OF_CRITERION: return p->criteria[i].id;
    case SCORE_OF_SECTION: return p->sections[i].id;
    case SCORE_OF_HEADLINE: return p->headlines[i].id;
    }
    bug("score of %d", (int)of);
}

const struct text *level_title(const struct programme *p, enum score_of of, size_t i)
{
    switch (of) {
    case SCORE_OF_CRITERION: return &p->criteria[i].title;
    case SCORE_OF_SECTION: return &p->sections[i].title;
    case SCORE_OF_HEADLINE: return &p->headlines[i].title;
    }
    bug("score of %d", (int)of);
}

const char *level_key(enum score_of of)
{
    switch (of) {
    case SCORE_OF_CRITERION: return "criteria";
    case SCORE_OF_SECTION: return "sections";
    case SCORE_OF_HEADLINE: return "headlines";
    }
    bug("score of %d", (int)of);
}

const struct judged *level_judged(const struct scores *s, enum score_of of)
{
    switch (of) {
    case SCORE_OF_CRITERION: return s->criteria;
    case SCORE_OF_SECTION: return s->sections;
    case SCORE_OF_HEADLINE: return s->headlines;
    }
    bug("score of %d", (int)of);
}

const struct judgement *level_stated(const struct inspection *in, enum score_of of)
{
    switch (of) {
    case SCORE_OF_CRITERION: return in->judged_criteria;
    case SCORE_OF_SECTION: return in->judged_sections;
    case SCORE_OF_HEADLINE: return in->judged_headlines;
    }
    bug("score of %d", (int)of);
}

const struct stated *level_stated_part(const struct stated_part *s, enum score_of of)
{
    switch (of) {
    case SCORE_OF_CRITERION: return s->criteria;
    case SCORE_OF_SECTION: return s->sections;
    case SCORE_OF_HEADLINE: return s->headlines;
    }
    bug("score of %d", (int)of);
}

const struct stated *level_stated_scores(const struct inspection *in, enum score_of of,
                                         const char *part)
{
    const struct stated_part all = {.criteria = in->stated_criteria,
                                    .sections = in->stated_sections,
                                    .headlines = in->stated_headlines};
    if (part[0] == '\0')
        return level_stated_part(&all, of);
    for (size_t i = 0; i < in->stated_part_count; i++)
        if (strcmp(in->stated_parts[i].part, part) == 0)
            return level_stated_part(&in->stated_parts[i], of);
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
        if (band < i && p->bands[i].from > percent)
            return false; /* another proved one lies between it and the score */
        if (band > i && p->bands[i].to < percent)
            return false;
    }
    return true;
}
