/* stated.c -- the scores and judgements that inspection.yaml states, by criterion,
 * section and headline.  Whether they can be is score/'s business. */
#include "model/evidence.h"
#include "model/value.h"

/* The value of one id of one level: `scores: {LEVEL: {ID: ...}}`. */
static const struct value *level_value(const struct inspection *in, const char *field,
                                       const char *level, const char *id)
{
    return value_in(value_in(value_in(in->root, field), level), id);
}

/* What the three levels have in common. */
struct level {
    const char *name; /* as the inspection writes it */
    size_t count;
};

static const char *level_id(const struct programme *p, int level, size_t i)
{
    return level == 0   ? p->criteria[i].id
           : level == 1 ? p->sections[i].id
                        : p->headlines[i].id;
}

enum { LEVELS = 3 };

static void levels_of(const struct programme *p, struct level out[LEVELS])
{
    out[0] = (struct level){"criteria", p->criterion_count};
    out[1] = (struct level){"sections", p->section_count};
    out[2] = (struct level){"headlines", p->headline_count};
}

/* ---- scores ---- */

static struct stated read_stated(struct reader *r, const struct value *v)
{
    if (v == NULL)
        return (struct stated){.percent = -1};
    if (v->number > 100) {
        diag(r->d, DIAG_VALUE_RANGE, v->node->pos, "%ld; a score goes from 0 to 100",
             v->number);
        return (struct stated){-1, v->node->pos};
    }
    return (struct stated){(int)v->number, v->node->pos};
}

/* A section without criteria (leadership, say) is judged and not scored. */
static bool is_scored(const struct programme *p, int level, size_t index)
{
    for (size_t i = 0; i < p->criterion_count; i++)
        if (p->criteria[i].section == (int)index)
            return true;
    return level != 1;
}

/* Some scores and not others would leave holes in every table. */
static void say_not_stated(struct reader *r, const struct inspection *in,
                           const char *level, const char *id)
{
    const struct value *scores = value_in(in->root, "scores");
    diag(r->d, DIAG_KEY_MISSING, scores != NULL ? scores->node->pos : in->root->node->pos,
         "\"%s\" in %s of \"scores:\"", id, level);
}

static const struct stated *stated_level(struct reader *r, const struct inspection *in,
                                         int which, const struct level *level)
{
    struct stated *all = NEW_ARRAY(r->a, struct stated, level->count + 1);
    for (size_t i = 0; i < level->count; i++) {
        const char *id = level_id(in->programme, which, i);
        const struct value *v = level_value(in, "scores", level->name, id);
        all[i] = read_stated(r, v);
        if (v == NULL && in->evidence == EVIDENCE_STATED &&
            is_scored(in->programme, which, i))
            say_not_stated(r, in, level->name, id);
    }
    return all;
}

void stated_read(struct reader *r, struct inspection *in)
{
    struct level levels[LEVELS];
    levels_of(in->programme, levels);
    in->stated_criteria = stated_level(r, in, 0, &levels[0]);
    in->stated_sections = stated_level(r, in, 1, &levels[1]);
    in->stated_headlines = stated_level(r, in, 2, &levels[2]);
}

/* ---- judgements ---- */

static struct judgement read_judgement(const struct programme *p, const struct value *v)
{
    struct judgement j = {.band = -1};
    const struct value *is = value_in(v, "is"), *reason = value_in(v, "reason");
    if (v != NULL)
        j.pos = v->node->pos;
    if (is != NULL && is->word != NULL) {
        j.band = programme_band(p, is->word);
        j.pos = is->node->pos;
    }
    if (reason != NULL)
        j.reason = reason->line;
    return j;
}

static const struct judgement *judged_level(struct reader *r, const struct inspection *in,
                                            int which, const struct level *level)
{
    struct judgement *all = NEW_ARRAY(r->a, struct judgement, level->count + 1);
    for (size_t i = 0; i < level->count; i++)
        all[i] =
            read_judgement(in->programme, level_value(in, "judgements", level->name,
                                                      level_id(in->programme, which, i)));
    return all;
}

void judgements_read(struct reader *r, struct inspection *in)
{
    struct level levels[LEVELS];
    levels_of(in->programme, levels);
    in->judged_criteria = judged_level(r, in, 0, &levels[0]);
    in->judged_sections = judged_level(r, in, 1, &levels[1]);
    in->judged_headlines = judged_level(r, in, 2, &levels[2]);
}
