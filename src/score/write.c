/* write.c -- scores for people, as CSV and as JSON (docs/rules.md).  Comes in: scores;
 * goes out: text.  Counts only: no row of a case is seen here. */
#include "base/array.h"
#include "base/map.h"
#include "base/utf8.h"
#include "score/tally.h"
#include "score/why.h"

#include <stdint.h>
#include <string.h>

static const char *band_id(const struct scores *s, int band)
{
    return band < 0 ? "" : s->in->programme->bands[band].id;
}

const char *score_title(struct arena *a, const struct text *t, enum lang l)
{
    enum lang other = l == LANG_EN ? LANG_CY : LANG_EN;
    const struct inline_node *title = t->in[l] != NULL ? t->in[l] : t->in[other];
    return title == NULL ? "" : prose_plain(a, title);
}

const char *scores_area(const struct inspection *in, enum lang l)
{
    for (size_t i = 0; i < in->root->count; i++) {
        const struct value *v = &in->root->items[i];
        if (v->field->kind != FIELD_AREA)
            continue;
        return v->area[l][AREA_NAME] != NULL ? v->area[l][AREA_NAME]
                                             : v->area[LANG_EN][AREA_NAME];
    }
    return NULL;
}

/* How many cases; -1 when that is not known. */
static long case_count(const struct inspection *in)
{
    if (in->evidence == EVIDENCE_CASES)
        return (long)in->cases.count;
    const struct result *r = inspection_result(in, "cases", "");
    return r == NULL ? -1 : r->applicable;
}

/* Whether judgements are worth anything to those above. */
static bool has_points(const struct programme *p)
{
    return p->band_count > 0 && p->bands[0].points >= 0;
}

/* "21", "2.3" of a mean, and what lies between it and the most there can be; "": none. */
static const char *points_text(struct arena *a, const struct judged *j,
                               const char *between)
{
    return j->points < 0
               ? ""
               : arena_printf(
                     a, "%s%s%s",
                     decimal_plain(a, (struct decimal){j->points, j->places}), between,
                     decimal_plain(a, (struct decimal){j->points_of, j->places}));
}

/* ---- a table for people ---- */

struct line {
    const char *id, *title, *counts, *percent, *points, *judgement;
    int depth;
};

struct lines {
    struct arena *a;
    const struct scores *s;
    enum lang lang;
    ARRAY(struct line) all;
};

static const char *judgement_title(struct lines *t, const struct judged *j)
{
    if (j->band < 0)
        return "";
    const struct band *b = &t->s->in->programme->bands[j->band];
    return arena_printf(t->a, "%s%s", score_title(t->a, &b->title, t->lang),
                        j->moderated ? " *" : "");
}

static void add_score_line(struct lines *t, enum level level, size_t i, int depth)
{
    const struct aspect *one = &t->s->in->programme->aspects[level][i];
    const struct judged *j = &t->s->judged[level][i];
    bool counted = j->score.applicable > 0;
    *array_push(t->a, &t->all) = (struct line){
        .id = one->id,
        .title = score_title(t->a, &one->title, t->lang),
        .counts = counted ? arena_printf(t->a, "%ld/%ld", j->score.sufficient,
                                         j->score.applicable)
                          : "",
        .percent = j->percent < 0 ? "-" : arena_printf(t->a, "%d%%", j->percent),
        .points = points_text(t->a, j, "/"),
        .judgement = judgement_title(t, j),
        .depth = depth,
    };
}

static void add_criteria(struct lines *t, int section)
{
    const struct programme *p = t->s->in->programme;
    for (size_t i = 0; i < p->aspect_count[LEVEL_CRITERION]; i++)
        if (p->aspects[LEVEL_CRITERION][i].section == section)
            add_score_line(t, LEVEL_CRITERION, i, 1);
}

static void collect_lines(struct lines *t)
{
    const struct programme *p = t->s->in->programme;
    for (enum level level = LEVEL_SECTION; level < LEVEL_COUNT; level++)
        for (size_t i = 0; i < p->aspect_count[level]; i++) {
            add_score_line(t, level, i, 0);
            if (level == LEVEL_SECTION)
                add_criteria(t, (int)i);
        }
}

static size_t width_of(const char *text)
{
    return utf8_count(text, strlen(text));
}

static void put_padded(struct buf *out, const char *text, size_t width, bool right)
{
    size_t have = width_of(text);
    int pad = have < width ? (int)(width - have) : 0;
    buf_printf(out, "%*s%s%*s", right ? pad : 0, "", text, right ? 0 : pad, "");
}

static void widen(size_t *width, size_t to)
{
    *width = to > *width ? to : *width;
}

/* Under the table: "* 3: Good > Poor: the reason" of each that was moderated. */
static void write_moderated(const struct scores *s, enum level level, enum lang l,
                            struct buf *out)
{
    const struct programme *p = s->in->programme;
    for (size_t i = 0; i < p->aspect_count[level]; i++) {
        const struct judged *j = &s->judged[level][i];
        if (!j->moderated)
            continue;
        const char *from = j->provisional < 0
                               ? "?"
                               : score_title(out->a, &p->bands[j->provisional].title, l);
        buf_printf(out, "* %s: %s > %s: %s\n", p->aspects[level][i].id, from,
                   score_title(out->a, &p->bands[j->band].title, l),
                   prose_plain(out->a, s->in->judgements[level][i].reason));
    }
}

static void scores_table(const struct scores *s, enum lang l, struct buf *out)
{
    struct lines t = {.a = out->a, .s = s, .lang = l};
    collect_lines(&t);
    size_t id = 0, title = 0, counts = 0, points = 0;
    for (size_t i = 0; i < t.all.len; i++) {
        const struct line *line = &t.all.at[i];
        widen(&id, width_of(line->id) + 2 * (size_t)line->depth);
        widen(&title, width_of(line->title));
        widen(&counts, width_of(line->counts));
        widen(&points, width_of(line->points));
    }
    for (size_t i = 0; i < t.all.len; i++) {
        const struct line *line = &t.all.at[i];
        buf_printf(out, "%*s", 2 * line->depth, "");
        put_padded(out, line->id, id - 2 * (size_t)line->depth, false);
        buf_str(out, "  ");
        put_padded(out, line->title, title, false);
        buf_str(out, "  ");
        put_padded(out, line->counts, counts, true);
        buf_str(out, "  ");
        put_padded(out, line->percent, 4, true);
        if (points > 0)
            buf_str(out, "  ");
        put_padded(out, line->points, points, true);
        buf_printf(out, "%s%s\n", line->judgement[0] == '\0' ? "" : "  ",
                   line->judgement);
    }
    static const enum level order[] = {LEVEL_SECTION, LEVEL_CRITERION, LEVEL_HEADLINE,
                                       LEVEL_DOMAIN, LEVEL_OVERALL};
    _Static_assert(LEN(order) == LEVEL_COUNT, "no level's reasons are left out");
    for (size_t i = 0; i < LEN(order); i++)
        write_moderated(s, order[i], l, out);
}

/* ---- phases and reasons ---- */

struct breakdown {
    const char *kind; /* "phases", "reasons" */
    const char *mark; /* "plan-done where custody" */
    struct score score;
};

/* Those that are known: results.csv need not hold them. */
static struct breakdown *details_of(struct arena *a, const struct scores *s,
                                    size_t *count)
{
    ARRAY(struct breakdown) all = {0};
    size_t asked = 0;
    const struct figure_ask *const *asks = score_details(a, s->in, &asked);
    for (size_t i = 0; i < asked; i++) {
        struct figure f = figure_count(diags_new(a), s, asks[i]);
        bool reason = asks[i]->kind == FIGURE_REASON;
        const char *mark =
            reason ? asks[i]->name
                   : arena_printf(a, "%s where %s", asks[i]->name, asks[i]->part);
        if (f.kept)
            *array_push(a, &all) = (struct breakdown){
                reason ? "reasons" : "phases", mark, {f.count, f.base, SCORE_NONE}};
    }
    *count = all.len;
    return all.at;
}

/* ---- CSV ---- */

/* `points`: those two columns, NULL where the programme has none. */
static void csv_score(struct buf *out, const char *kind, const char *id,
                      struct score score, const char *judgement, const char *points)
{
    int percent = score_percent(score);
    buf_csv(out, kind);
    buf_char(out, ',');
    buf_csv(out, id);
    buf_printf(out, ",%ld,%ld,", score.sufficient, score.applicable);
    if (percent != SCORE_NONE)
        buf_printf(out, "%d", percent);
    buf_char(out, ',');
    buf_csv(out, judgement);
    buf_printf(out, "%s%s\n", points != NULL ? "," : "", points != NULL ? points : "");
}

static void scores_csv(const struct scores *s, struct buf *out)
{
    const struct programme *p = s->in->programme;
    size_t count;
    const char *none = has_points(p) ? "," : NULL;
    buf_printf(out, "of,id,sufficient,applicable,percent,judgement%s\n",
               has_points(p) ? ",points,points-of" : "");
    for (enum level level = LEVEL_COUNT; level-- > 0;)
        for (size_t i = 0; i < p->aspect_count[level]; i++) {
            const struct judged *j = &s->judged[level][i];
            csv_score(out, level_names[level].key, p->aspects[level][i].id, j->score,
                      band_id(s, j->band),
                      j->points < 0 ? none : points_text(out->a, j, ","));
        }
    for (size_t i = 0; i < p->question_count; i++)
        if (p->questions[i].kind == QUESTION_SCORED)
            csv_score(out, "questions", p->questions[i].name, s->questions[i], "", none);
    struct breakdown *all = details_of(out->a, s, &count);
    for (size_t i = 0; i < count; i++)
        csv_score(out, all[i].kind, all[i].mark, all[i].score, "", none);
}

/* ---- JSON ---- */

static void json_score(struct buf *out, const char *id, struct score score,
                       const char *judgement, bool first)
{
    int percent = score_percent(score);
    buf_str(out, first ? "" : ", ");
    buf_json(out, id);
    buf_printf(out, ": {\"sufficient\": %ld, \"applicable\": %ld, \"percent\": ",
               score.sufficient, score.applicable);
    if (percent == SCORE_NONE)
        buf_str(out, "null");
    else
        buf_printf(out, "%d", percent);
    buf_str(out, ", \"judgement\": ");
    if (judgement[0] == '\0')
        buf_str(out, "null");
    else
        buf_json(out, judgement);
    buf_char(out, '}');
}

static void json_questions(const struct scores *s, struct buf *out)
{
    const struct programme *p = s->in->programme;
    bool first = true;
    buf_str(out, "\"questions\": {");
    for (size_t i = 0; i < p->question_count; i++) {
        if (p->questions[i].kind != QUESTION_SCORED)
            continue;
        json_score(out, p->questions[i].name, s->questions[i], "", first);
        first = false;
    }
    buf_char(out, '}');
}

/* "phases": {...}, "reasons": {...}, where there are any. */
static void json_details(const struct scores *s, struct buf *out)
{
    size_t count;
    const struct breakdown *all = details_of(out->a, s, &count);
    for (int reasons = 0; reasons < 2; reasons++) {
        const char *kind = reasons ? "reasons" : "phases";
        bool first = true;
        for (size_t i = 0; i < count; i++) {
            if (strcmp(all[i].kind, kind) != 0)
                continue;
            if (first)
                buf_printf(out, "\"%s\": {", kind);
            json_score(out, all[i].mark, all[i].score, "", first);
            first = false;
        }
        buf_str(out, first ? "" : "}, ");
    }
}

/* What a rule has come to: keys behind those that each score has. */
static void json_rule(const struct scores *s, enum level l, size_t i, struct buf *out)
{
    const struct programme *p = s->in->programme;
    const struct judged *j = &s->judged[l][i];
    out->len--; /* the brace that ends the score */
    if (j->points >= 0)
        buf_printf(out, ", \"points\": %s", points_text(out->a, j, ", \"points-of\": "));
    if (j->limit >= 0)
        buf_json_field(out, ", ", "limited-to",
                       band_id(s, programme_rule(p, l, i)->limits[j->limit].band));
    if (j->limit >= 0 && j->computed >= 0)
        buf_json_field(out, ", ", "would-be", band_id(s, j->computed));
    if (j->moderated && programme_rule(p, l, i) != NULL)
        buf_json_field(out, ", ", "moderated-from",
                       j->provisional >= 0 ? band_id(s, j->provisional) : NULL);
    buf_char(out, '}');
}

static void json_level(const struct scores *s, enum level level, struct buf *out)
{
    const struct programme *p = s->in->programme;
    bool whole = level == LEVEL_OVERALL; /* alone, and no map of one */
    if (!whole)
        buf_printf(out, "\"%s\": {", level_names[level].key);
    for (size_t i = 0; i < p->aspect_count[level]; i++) {
        const struct judged *j = &s->judged[level][i];
        json_score(out, p->aspects[level][i].id, j->score, band_id(s, j->band), i == 0);
        json_rule(s, level, i, out);
    }
    buf_str(out, whole ? ", " : "}, ");
}

/* "headlines": {...}, "sections": {...}, "criteria": {...}, "questions": {...}; before
 * them "overall" and "domains" where there are any. */
static void json_levels(const struct scores *s, struct buf *out)
{
    for (enum level level = LEVEL_COUNT; level-- > 0;)
        if (programme_has(s->in->programme, level))
            json_level(s, level, out);
    json_questions(s, out);
}

/* Each value of the report's own columns; one that two columns share has its column's
 * name before it. */
static void json_areas(const struct scores *s, struct buf *out)
{
    const struct inspection *in = s->in;
    struct map *seen = map_new(out->a);
    bool first = true;
    for (size_t i = 0; i < in->column_count; i++) {
        const struct column *c = &in->columns[i];
        for (size_t j = 0; c->characteristic == NULL && j < c->value_count; j++) {
            const struct condition where = {(int)i, (int)j, CONDITION_IS};
            const char *name = c->values[j];
            if (map_put(seen, name, (void *)(uintptr_t)name) != NULL)
                name = arena_printf(out->a, "%s=%s", c->name, name);
            buf_str(out, first ? "" : ", ");
            buf_json(out, name);
            buf_str(out, ": {");
            json_levels(score_part(out->a, in, where), out);
            buf_char(out, '}');
            first = false;
        }
    }
}

static void scores_json(const struct scores *s, enum lang l, struct buf *out)
{
    const char *area = scores_area(s->in, l);
    long cases = case_count(s->in);
    buf_str(out, "{\"programme\": ");
    buf_json(out, s->in->programme->name);
    buf_str(out, ", \"area\": ");
    buf_json(out, area == NULL ? s->in->name : area);
    buf_str(out, ", \"cases\": ");
    if (cases < 0)
        buf_str(out, "null");
    else
        buf_printf(out, "%ld", cases);
    buf_str(out, ", ");
    json_levels(s, out);
    buf_str(out, ", ");
    json_details(s, out);
    buf_str(out, "\"areas\": {");
    json_areas(s, out);
    buf_str(out, "}}\n");
}

void scores_write(const struct scores *s, enum lang l, enum scores_format format,
                  struct buf *out)
{
    switch (format) {
    case SCORES_TABLE: scores_table(s, l, out); break;
    case SCORES_CSV: scores_csv(s, out); break;
    case SCORES_JSON: scores_json(s, l, out); break;
    }
}

/* ---- how they came about ---- */

static void put_why(const struct scores *s, enum lang l, enum level level, size_t i,
                    struct buf *out)
{
    const struct programme *p = s->in->programme;
    int band = s->judged[level][i].band;
    buf_printf(out, "%s", p->aspects[level][i].id);
    if (band >= 0)
        buf_printf(out, " %s", score_title(out->a, &p->bands[band].title, l));
    buf_printf(out, ": %s\n", score_why(out->a, s, l, level, i));
}

void scores_write_why(struct diags *d, const struct scores *s, enum lang l,
                      const char *id, struct buf *out)
{
    const struct programme *p = s->in->programme;
    ARRAY(const char *) ids = {0};
    bool found = id == NULL;
    for (enum level level = LEVEL_COUNT; level-- > 0;)
        for (size_t i = 0; i < p->aspect_count[level]; i++) {
            const char *own = p->aspects[level][i].id;
            *array_push(out->a, &ids) = own;
            if (id != NULL && strcmp(id, own) != 0)
                continue;
            put_why(s, l, level, i, out);
            found = true;
        }
    if (!found)
        diag(d, DIAG_VALUE_UNKNOWN, (struct pos){0},
             "\"%s\" of --at is no id of what %s judges: %s%s", id, p->name,
             ids.len > 0 ? "such as " : "none", ids.len > 0 ? ids.at[0] : "");
}
