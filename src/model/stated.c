/* stated.c -- the scores and judgements that inspection.yaml states, by criterion,
 * section and headline.  Whether they can be is score/'s business. */
#include "model/evidence.h"
#include "model/figure.h"
#include "model/value.h"

#include <string.h>

/* ---- scores ---- */

static struct stated read_stated(struct reader *r, const struct value *v)
{
    if (v == NULL || v->open != NULL || v->word == NULL || v->word[0] == '\0')
        return (struct stated){.percent = -1}; /* what is no number has been said */
    if (v->number.places > 0 || v->number.units < 0 || v->number.units > 100) {
        diag(r->d, DIAG_VALUE_RANGE, v->node->pos,
             "%s; a score goes from 0 to 100, in whole percents", v->word);
        return (struct stated){-1, v->node->pos};
    }
    return (struct stated){(int)v->number.units, v->node->pos};
}

/* Some scores and not others would leave holes in every table. */
static void say_not_stated(struct reader *r, const struct inspection *in,
                           const struct value *scores, const char *level, const char *id)
{
    diag(r->d, DIAG_KEY_MISSING, scores != NULL ? scores->node->pos : in->root->node->pos,
         "\"%s\" in %s of \"%s:\"", id, level,
         scores != NULL && scores->name != NULL ? scores->name : "scores");
}

/* What stands of one under its level's key: that of the whole stands there alone. */
static const struct value *value_of_level(const struct value *given, enum level level,
                                          const char *id)
{
    return level == LEVEL_OVERALL ? given : value_in(given, id);
}

static const struct stated *stated_level(struct reader *r, const struct inspection *in,
                                         const struct value *scores, enum level level)
{
    const struct programme *p = in->programme;
    const char *key = level_names[level].key;
    const struct value *given = value_in(scores, key);
    struct stated *all = NEW_ARRAY(r->a, struct stated, p->aspect_count[level] + 1);
    for (size_t i = 0; i < p->aspect_count[level]; i++) {
        const char *id = p->aspects[level][i].id;
        const struct value *v = value_of_level(given, level, id);
        all[i] = read_stated(r, v);
        if (v == NULL && in->evidence == EVIDENCE_STATED && level <= LEVEL_HEADLINE &&
            aspect_is_scored(p, level, i))
            say_not_stated(r, in, scores, key, id);
    }
    return all;
}

/* ---- parts of the sample ---- */

/* The column and value that the key of a part names; false, and said, when it has none.
 */
static bool find_part(struct reader *r, const struct inspection *in,
                      const struct value *v, struct stated_part *out)
{
    out->column = out->value = -1;
    out->part = v->name;
    if (strcmp(v->name, "all") == 0)
        return true;
    const char *mark = arena_printf(r->a, "cases where %s", v->name);
    const struct figure_ask *ask =
        figure_parse_text(r->a, r->d, in->programme, in, mark, v->node->pos);
    if (ask == NULL)
        return false;
    const struct restriction *where = ask->where;
    if (ask->where_count != 1 || where->kind != RESTRICT_COLUMN || where->not ||
        where->column.op != CONDITION_IS) {
        diag(r->d, DIAG_MARK_WHERE, v->node->pos,
             "\"%s\"; scores are stated of column=value, or of all", v->name);
        return false;
    }
    out->part = ask->part;
    out->column = where->column.column;
    out->value = where->column.value;
    return true;
}

static void parts_read_stated(struct reader *r, struct inspection *in)
{
    const struct value *parts = value_in(value_in(in->root, "scores"), "parts");
    if (parts == NULL)
        return;
    struct stated_part *all = NEW_ARRAY(r->a, struct stated_part, parts->count + 1);
    for (size_t i = 0; i < parts->count; i++) {
        const struct value *v = &parts->items[i];
        struct stated_part *one = &all[in->stated_part_count];
        if (!find_part(r, in, v, one))
            continue;
        one->pos = v->node->pos;
        for (enum level l = 0; l < LEVEL_COUNT; l++)
            one->stated[l] = stated_level(r, in, v, l);
        in->stated_part_count++;
    }
    in->stated_parts = all;
}

void stated_read(struct reader *r, struct inspection *in)
{
    const struct value *scores = value_in(in->root, "scores");
    for (enum level l = 0; l < LEVEL_COUNT; l++)
        in->stated[l] = stated_level(r, in, scores, l);
    const struct value *print = value_in(scores, "print");
    in->prints_stated =
        print != NULL && print->word != NULL && strcmp(print->word, "stated") == 0;
    parts_read_stated(r, in);
}

/* ---- an earlier inspection ---- */

/* Whether any is stated. */
static bool earlier_level(struct reader *r, struct inspection *in, const struct value *v,
                          enum level level)
{
    const struct programme *p = in->programme;
    const struct value *given = value_in(v, level_names[level].key);
    struct stated *all = NEW_ARRAY(r->a, struct stated, p->aspect_count[level] + 1);
    for (size_t i = 0; i < p->aspect_count[level]; i++)
        all[i] = read_stated(r, value_of_level(given, level, p->aspects[level][i].id));
    in->earlier.scores[level] = all;
    return given != NULL && (given->count > 0 || level == LEVEL_OVERALL);
}

static void check_earlier(struct reader *r, const struct inspection *in,
                          const struct value *date, const struct value *source)
{
    const struct value *published = value_in(in->root, "published");
    if (source->word[strspn(source->word, " ")] == '\0')
        diag(r->d, DIAG_TYPED_SOURCE, source->node->pos, "say where these scores stand");
    if (date->open == NULL && published != NULL && published->open == NULL &&
        date->date.year != 0 && date_words_reach(date->word, published->word))
        diag(r->d, DIAG_VALUE_RANGE, date->node->pos,
             "%s; an earlier inspection was published before this one, which is of %s",
             date->word, published->word);
}

void earlier_read(struct reader *r, struct inspection *in)
{
    const struct value *v = value_in(in->root, "earlier");
    const struct value *date = value_in(v, "date"), *source = value_in(v, "source");
    bool any = false;
    for (enum level l = 0; l < LEVEL_COUNT; l++)
        any |= earlier_level(r, in, v, l);
    if (v != NULL && !any)
        diag(r->d, DIAG_KEY_MISSING, v->node->pos,
             "a score; write some under headlines, sections or criteria");
    if (date == NULL || source == NULL)
        return; /* which has been said */
    check_earlier(r, in, date, source);
    in->earlier.source = source->word;
    in->earlier.date = date->date;
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
                                            enum level level)
{
    const struct programme *p = in->programme;
    const struct value *stated =
        value_in(value_in(in->root, "judgements"), level_names[level].key);
    struct judgement *all = NEW_ARRAY(r->a, struct judgement, p->aspect_count[level] + 1);
    for (size_t i = 0; i < p->aspect_count[level]; i++)
        all[i] =
            read_judgement(p, value_of_level(stated, level, p->aspects[level][i].id));
    return all;
}

void judgements_read(struct reader *r, struct inspection *in)
{
    for (enum level l = 0; l < LEVEL_COUNT; l++)
        in->judgements[l] = judged_level(r, in, l);
}
