/* judged.c -- how each level of a programme is judged, read from its `judged:`.  Comes
 * in: that map, once all that is scored and all judgements are known; goes out: a rule
 * for each thing that is judged otherwise than by its share.  Whether each score finds a
 * judgement by it is judged_check.c's; what it gives is score/'s. */
#include "model/judged.h"

#include "base/map.h"
#include "model/ask.h"

#include <stdlib.h>
#include <string.h>

const char *const judged_by_names[BY_KINDS] = {
    [BY_SHARE] = "share",
    [BY_LOWEST] = "lowest",
    [BY_MEAN_PERCENT] = "mean of percents",
    [BY_MEAN_POINTS] = "mean of points",
    [BY_POINTS] = "points",
    [BY_COUNT] = "count",
    [BY_TABLE] = "table",
};

static const char *const keys_of[BY_KINDS] = {
    [BY_SHARE] = "by! limit",
    [BY_LOWEST] = "by! of unjudged limit",
    [BY_MEAN_PERCENT] = "by! of weights unjudged limit",
    [BY_MEAN_POINTS] = "by! of weights decimals bands! unjudged limit",
    [BY_POINTS] = "by! of weights bands! unjudged limit",
    [BY_COUNT] = "by! of rows! unjudged limit",
    [BY_TABLE] = "by! of rows! unjudged limit",
};

/* ---- what stands below ---- */

static size_t level_size(const struct programme *p, enum level l)
{
    return l == LEVEL_QUESTION ? p->question_count : p->aspect_count[l];
}

static int section_of(const struct programme *p, struct scored of)
{
    return of.level == LEVEL_SECTION     ? of.index
           : of.level == LEVEL_CRITERION ? p->aspects[LEVEL_CRITERION][of.index].section
                                         : -1;
}

/* Headlines go beside the sections: from one to the other there is no below. */
static bool is_below(const struct programme *p, struct scored of, enum level l, int index)
{
    if (of.level == LEVEL_QUESTION)
        return question_counts(p, &p->questions[of.index], l, index);
    int section = section_of(p, of);
    switch (l) {
    case LEVEL_CRITERION: return false;
    case LEVEL_SECTION: return of.level == LEVEL_CRITERION && section == index;
    case LEVEL_HEADLINE: return false;
    case LEVEL_DOMAIN:
        return section >= 0 && p->aspects[LEVEL_SECTION][section].domain == index;
    case LEVEL_OVERALL: return of.level != LEVEL_OVERALL;
    case LEVEL_COUNT: break;
    }
    bug("below level %d", (int)l);
}

/* What a level goes by when it does not say. */
static enum level next_below(const struct programme *p, enum level l)
{
    switch (l) {
    case LEVEL_CRITERION:
    case LEVEL_HEADLINE: return LEVEL_QUESTION;
    case LEVEL_SECTION: return LEVEL_CRITERION;
    case LEVEL_DOMAIN: return LEVEL_SECTION;
    case LEVEL_OVERALL:
        return p->aspect_count[LEVEL_DOMAIN] > 0 ? LEVEL_DOMAIN : LEVEL_SECTION;
    case LEVEL_COUNT: break;
    }
    bug("below level %d", (int)l);
}

/* ---- reading ---- */

struct read_rule {
    struct reader *r;
    const struct programme *p;
    const struct node *n;
    enum level level; /* of which it is */
    int index;
    bool shared; /* by all of that level, of which some have one id below and some another
                  */
    struct rule *out;
    const char *id; /* of its aspect */
};

/* Whether what is named may stand in the rule, be it for another of its level. */
static bool may_name(const struct read_rule *s, struct scored of)
{
    if (!s->shared)
        return is_below(s->p, of, s->level, s->index);
    for (int i = 0; i < (int)s->p->aspect_count[s->level]; i++)
        if (is_below(s->p, of, s->level, i))
            return true;
    return false;
}

static const char *const *band_ids(struct reader *r, const struct programme *p)
{
    const char **ids = NEW_ARRAY(r->a, const char *, p->band_count + 1);
    for (size_t i = 0; i < p->band_count; i++)
        ids[i] = p->bands[i].id;
    return ids;
}

static int read_band(struct read_rule *s, const struct node *n)
{
    if (!expect_kind(s->r, n, NODE_TEXT, "a judgement"))
        return -1;
    return choose(s->r, DIAG_VALUE_UNKNOWN, n->pos, n->text, band_ids(s->r, s->p),
                  s->p->band_count);
}

/* One judgement or a list of some, a bit each; 0: none, and said. */
static unsigned read_bands(struct read_rule *s, const struct node *n)
{
    unsigned bits = 0;
    for (size_t i = 0; n->kind == NODE_LIST && i < n->count; i++) {
        int band = read_band(s, n->items[i]);
        bits |= band >= 0 ? 1u << band : 0;
    }
    if (n->kind == NODE_LIST && n->count > 0)
        return bits;
    int band = read_band(s, n);
    return band >= 0 ? 1u << band : 0;
}

/* ---- what it goes by ---- */

static void of_level(struct read_rule *s, enum level l, struct scored *out)
{
    for (int i = 0; i < (int)level_size(s->p, l); i++)
        if (is_below(s->p, (struct scored){l, i}, s->level, s->index))
            out[s->out->count++] = (struct scored){l, i};
}

/* The ids of what may stand here, as far as a hint needs them. */
static const char *item_hint(struct read_rule *s, const char *typed)
{
    ARRAY(const char *) ids = {0};
    for (enum level l = 0; l <= LEVEL_QUESTION; l++)
        for (int i = 0; i < (int)level_size(s->p, l); i++)
            if (may_name(s, (struct scored){l, i}))
                *array_push(s->r->a, &ids) = item_id(s->p, (struct scored){l, i});
    return name_hint(s->r->a, typed, ids.at, ids.len);
}

static bool find_item(struct read_rule *s, const struct node *n, struct scored *out)
{
    if (programme_item(s->p, n->text, out))
        return true;
    diag(s->r->d, DIAG_VALUE_UNKNOWN, n->pos,
         "\"%s\" is nothing that is judged; it is the id of one%s", n->text,
         item_hint(s, n->text));
    return false;
}

static bool goes_by(const struct rule *rule, struct scored of)
{
    for (size_t i = 0; i < rule->count; i++)
        if (rule->of[i].level == of.level && rule->of[i].index == of.index)
            return true;
    return false;
}

static void of_list(struct read_rule *s, const struct node *list, struct scored *out)
{
    struct map *seen = map_new(s->r->a);
    for (size_t i = 0; i < list->count; i++) {
        const struct node *n = list->items[i];
        struct scored one;
        if (!expect_kind(s->r, n, NODE_TEXT, "an id") || !find_item(s, n, &one) ||
            !name_once(s->r, seen, item_id(s->p, one), n->pos))
            continue;
        if (is_below(s->p, one, s->level, s->index))
            out[s->out->count++] = one;
        else if (!may_name(s, one))
            diag(s->r->d, DIAG_VALUE_UNKNOWN, n->pos,
                 "\"%s\" does not stand below \"%s\", which is judged by it%s", n->text,
                 s->id, item_hint(s, n->text));
    }
}

/* A level's key, or "questions"; `usual` where it is none, which is said. */
static enum level find_level(struct read_rule *s, const struct node *n, enum level usual)
{
    const char *names[LEVEL_COUNT + 1];
    enum level of[LEVEL_COUNT + 1];
    size_t count = 0;
    for (enum level l = 0; l <= LEVEL_QUESTION; l++)
        for (int i = 0; i < (int)level_size(s->p, l); i++)
            if (may_name(s, (struct scored){l, i})) {
                names[count] = l == LEVEL_QUESTION ? "questions" : level_names[l].key;
                of[count++] = l;
                break;
            }
    int at = choose(s->r, DIAG_VALUE_UNKNOWN, n->pos, n->text, names, count);
    return at >= 0 ? of[at] : usual;
}

/* Of a level's rule: whether others have something below that this one lacks. */
static bool others_have(const struct read_rule *s, enum level l)
{
    for (int i = 0; s->shared && i < (int)level_size(s->p, l); i++)
        if (may_name(s, (struct scored){l, i}))
            return true;
    return false;
}

static void read_of(struct read_rule *s)
{
    size_t most = s->p->question_count + 1;
    for (enum level l = 0; l < LEVEL_COUNT; l++)
        most += s->p->aspect_count[l];
    struct scored *out = NEW_ARRAY(s->r->a, struct scored, most);
    const struct node *n = node_get(s->n, "of");
    enum level l = next_below(s->p, s->level);
    s->out->of = out;
    if (n != NULL && n->kind == NODE_LIST) {
        of_list(s, n, out);
        return;
    }
    if (n != NULL && expect_kind(s->r, n, NODE_TEXT, "a level, or a list of ids"))
        l = find_level(s, n, l);
    of_level(s, l, out);
    if (s->out->count == 0 && s->out->by != BY_SHARE && !others_have(s, l))
        diag(s->r->d, DIAG_VALUE_UNKNOWN, (n != NULL ? n : s->n)->pos,
             "nothing that is judged stands below \"%s\", which is judged by it", s->id);
}

/* A weight is of one that it goes by; what has none weighs 1. */
static void read_weights(struct read_rule *s)
{
    const struct node *map = node_get(s->n, "weights");
    int *all = NEW_ARRAY(s->r->a, int, s->out->count + 1);
    for (size_t i = 0; i < s->out->count; i++)
        all[i] = 1;
    s->out->weights = all;
    if (map == NULL || !expect_kind(s->r, map, NODE_MAP, "a map of ids"))
        return;
    for (size_t k = 0; k < map->count; k++) {
        const struct entry *e = &map->entries[k];
        struct scored of;
        long weight;
        if (!find_item(s, e->key, &of) || !node_int(s->r, e->value, 0, 100, &weight))
            continue;
        if (weight == 0)
            diag(s->r->d, DIAG_VALUE_RANGE, e->value->pos,
                 "a weight of 0 counts nothing; leave \"%s\" out of \"of:\"",
                 e->key->text);
        for (size_t i = 0; i < s->out->count; i++)
            if (s->out->of[i].level == of.level && s->out->of[i].index == of.index)
                all[i] = weight > 0 ? (int)weight : 1;
        if (!goes_by(s->out, of) && !(s->shared && may_name(s, of)))
            diag(s->r->d, DIAG_VALUE_UNKNOWN, e->key->pos,
                 "\"%s\" has a weight, and \"%s\" is not judged by it", e->key->text,
                 s->id);
    }
}

/* ---- limits: "19 to 27", "1.5 to 2.4", "9" ---- */

/* A number in units of the last place; NULL: it is none, or has more places. */
static const char *number_end(const char *text, int places, long *out)
{
    char *end;
    long whole = strtol(text, &end, 10), part = 0;
    if (end == text || *text == '-' || *text == '+' || whole > 100000)
        return NULL;
    bool point = *end == '.';
    end += point;
    for (int i = 0; i < places; i++) {
        bool digit = point && *end >= '0' && *end <= '9';
        part = 10 * part + (digit ? *end - '0' : 0);
        whole *= 10;
        end += digit;
    }
    *out = whole + part;
    return *end >= '0' && *end <= '9' ? NULL : end;
}

static bool parse_limits(const char *text, int places, struct limits *out)
{
    const char *at = number_end(text, places, &out->from);
    if (at == NULL)
        return false;
    out->to = out->from;
    if (*at == '\0')
        return true;
    if (strncmp(at, " to ", 4) != 0)
        return false;
    at = number_end(at + 4, places, &out->to);
    return at != NULL && *at == '\0';
}

static void read_limits(struct read_rule *s)
{
    const struct node *map = node_get(s->n, "bands");
    struct limits *all = NEW_ARRAY(s->r->a, struct limits, s->p->band_count + 1);
    for (size_t i = 0; i < s->p->band_count; i++)
        all[i] = (struct limits){.from = 1};
    if (map == NULL || !expect_kind(s->r, map, NODE_MAP, "a map of judgements"))
        return;
    s->out->bands = all;
    for (size_t k = 0; k < map->count; k++) {
        const struct entry *e = &map->entries[k];
        int band = read_band(s, e->key);
        if (!expect_kind(s->r, e->value, NODE_TEXT, "limits") || band < 0)
            continue;
        all[band].pos = e->value->pos;
        if (!parse_limits(e->value->text, s->out->places, &all[band]))
            diag(s->r->d, DIAG_VALUE_KIND, e->value->pos,
                 s->out->places > 0
                     ? "\"%s\"; limits are written 19 to 27, or 1.5 to 2.4 with as many "
                       "decimals as \"decimals:\" says"
                     : "\"%s\"; limits are written 19 to 27, in whole numbers",
                 e->value->text);
        else if (all[band].from > all[band].to)
            diag(s->r->d, DIAG_VALUE_RANGE, e->value->pos,
                 "%s; the lower limit comes first", e->value->text);
    }
}

/* ---- rows and limiters ---- */

enum { COUNTED = 1000 }; /* more than there can be of one level */

struct demands {
    struct demand *at;
    size_t len;
};

/* `at-least: {good: 8}`: so many are good or better; `at-most`: good or worse. */
static void read_counts(struct read_rule *s, const struct entry *e, bool least,
                        struct demands *out)
{
    if (!expect_kind(s->r, e->value, NODE_MAP, "judgements with how many of them"))
        return;
    for (size_t k = 0; k < e->value->count; k++) {
        const struct entry *one = &e->value->entries[k];
        int band = read_band(s, one->key);
        long count, most = s->shared ? COUNTED : (long)s->out->count;
        if (!node_int(s->r, one->value, least ? 1 : 0, least ? most : most - 1, &count) ||
            band < 0)
            continue;
        unsigned better = (2u << band) - 1;
        out->at[out->len++] =
            (struct demand){.kind = least ? DEMAND_AT_LEAST : DEMAND_AT_MOST,
                            .bands = least ? better : ~(better >> 1),
                            .count = (int)count};
    }
}

static void read_is(struct read_rule *s, const struct entry *e, bool among,
                    struct demands *out)
{
    struct demand one = {.kind = DEMAND_IS};
    if (!find_item(s, e->key, &one.of))
        return;
    one.bands = read_bands(s, e->value);
    if (among && !goes_by(s->out, one.of))
        diag(s->r->d, DIAG_VALUE_UNKNOWN, e->key->pos,
             "\"%s\" is none of those by which \"%s\" is judged; see \"of:\"",
             e->key->text, s->id);
    else if (one.bands != 0)
        out->at[out->len++] = one;
}

/* How many entries it has, those of at-least and at-most each. */
static size_t demand_room(const struct node *when)
{
    size_t room = when->count;
    for (size_t k = 0; k < when->count; k++)
        if (when->entries[k].value->kind == NODE_MAP)
            room += when->entries[k].value->count;
    return room + 1;
}

/* `when:`; `among`: only of what the rule goes by. */
static void read_when(struct read_rule *s, const struct node *when, bool among,
                      struct outcome *out)
{
    if (when == NULL || !expect_kind(s->r, when, NODE_MAP, "ids with their judgements"))
        return;
    if (when->count == 0)
        diag(s->r->d, DIAG_KEY_MISSING, when->pos,
             "an id with its judgement, or any, at-least, at-most");
    struct demands all = {NEW_ARRAY(s->r->a, struct demand, demand_room(when)), 0};
    for (size_t k = 0; k < when->count; k++) {
        const struct entry *e = &when->entries[k];
        bool least = strcmp(e->key->text, "at-least") == 0;
        if (least || strcmp(e->key->text, "at-most") == 0)
            read_counts(s, e, least, &all);
        else if (strcmp(e->key->text, "any") == 0)
            all.at[all.len++] = (struct demand){
                .kind = DEMAND_AT_LEAST, .bands = read_bands(s, e->value), .count = 1};
        else
            read_is(s, e, among, &all);
    }
    out->demands = all.at;
    out->count = all.len;
}

/* Rows have `is`, limiters `at-most`. */
static const struct outcome *read_outcomes(struct read_rule *s, const char *list_key,
                                           const char *keys, const char *band_key,
                                           size_t *count)
{
    const struct node *list = read_list(s->r, s->n, list_key);
    struct outcome *all = NEW_ARRAY(s->r->a, struct outcome, list->count + 1);
    bool rows = strcmp(band_key, "is") == 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct node *n = list->items[i], *band = node_get(n, band_key);
        if (!expect_keys(s->r, n, keys) || band == NULL)
            continue;
        const struct node *when = node_get(n, "when");
        struct outcome one = {.band = read_band(s, band), .pos = n->pos};
        read_when(s, when, rows, &one);
        if (!rows && one.band == 0)
            diag(s->r->d, DIAG_VALUE_UNKNOWN, band->pos,
                 "\"%s\" limits nothing: no judgement is better", band->text);
        if (one.band >= 0 && (one.count > 0 || (rows && when == NULL)))
            all[(*count)++] = one;
    }
    return all;
}

/* ---- one rule ---- */

/* `criteria: lowest` is {by: lowest}. */
static const struct node *as_map(struct reader *r, const struct node *n)
{
    if (n->kind != NODE_TEXT || n->empty)
        return n;
    struct node *key = NEW(r->a, struct node), *map = NEW(r->a, struct node);
    struct entry *e = NEW(r->a, struct entry);
    *key = (struct node){.kind = NODE_TEXT, .pos = n->pos, .text = "by", .len = 2};
    *e = (struct entry){key, (struct node *)n};
    *map = (struct node){.kind = NODE_MAP, .pos = n->pos, .entries = e, .count = 1};
    return map;
}

/* -1, and said, when it is not known. */
static int read_by(struct reader *r, const struct node *n)
{
    const struct node *by = n->kind == NODE_MAP ? node_get(n, "by") : NULL;
    if (by == NULL) {
        expect_keys(r, n, keys_of[BY_SHARE]);
        return -1;
    }
    if (!expect_kind(r, by, NODE_TEXT, "a word"))
        return -1;
    int at = choose(r, DIAG_VALUE_UNKNOWN, by->pos, by->text, judged_by_names, BY_KINDS);
    return at >= 0 && expect_keys(r, n, keys_of[at]) ? at : -1;
}

static void read_unjudged(struct read_rule *s)
{
    static const char *const names[] = {"left-out", "stops"};
    enum judged_by by = s->out->by;
    const struct node *n = node_get(s->n, "unjudged");
    s->out->stops = by == BY_POINTS || by == BY_TABLE;
    if (n == NULL || !expect_kind(s->r, n, NODE_TEXT, "a word"))
        return;
    int at = choose(s->r, DIAG_VALUE_UNKNOWN, n->pos, n->text, names, LEN(names));
    s->out->stops = at == 1;
}

static const struct rule *read_rule(struct reader *r, const struct programme *p,
                                    const struct node *n, enum level l, int index,
                                    bool shared)
{
    struct rule *out = NEW(r->a, struct rule);
    struct read_rule s = {r,     p,      as_map(r, n), l,
                          index, shared, out,          p->aspects[l][index].id};
    int by = read_by(r, s.n);
    if (by < 0)
        return NULL;
    *out = (struct rule){.by = (enum judged_by)by, .pos = n->pos};
    out->places = read_int(r, s.n, "decimals", 0, 3, 0);
    read_of(&s);
    read_weights(&s);
    read_limits(&s);
    read_unjudged(&s);
    out->rows = read_outcomes(&s, "rows", "is! when", "is", &out->row_count);
    out->limits =
        read_outcomes(&s, "limit", "when! at-most!", "at-most", &out->limit_count);
    return out;
}

/* ---- all ---- */

/* Of a level and not of one of its ids; an id's own rule counts. */
static const struct node *rule_of(const struct node *judged, const struct programme *p,
                                  enum level l, size_t i)
{
    const struct node *own = node_get(judged, p->aspects[l][i].id);
    return own != NULL                 ? own
           : aspect_is_scored(p, l, i) ? node_get(judged, level_names[l].key)
                                       : NULL;
}

static void check_keys(struct reader *r, const struct node *judged,
                       const struct programme *p)
{
    ARRAY(const char *) names = {0};
    for (enum level l = 0; l < LEVEL_COUNT; l++)
        if (p->aspect_count[l] > 0)
            *array_push(r->a, &names) = level_names[l].key;
    for (enum level l = 0; l < LEVEL_COUNT; l++)
        for (size_t i = 0; i < p->aspect_count[l]; i++)
            *array_push(r->a, &names) = p->aspects[l][i].id;
    for (size_t k = 0; k < judged->count; k++) {
        const struct node *key = judged->entries[k].key;
        choose(r, DIAG_VALUE_UNKNOWN, key->pos, key->text, names.at, names.len);
    }
}

/* What is wrong with a level's rule is said of the first that it judges. */
static const struct rule **read_level(struct reader *r, const struct node *judged,
                                      const struct programme *p, enum level l)
{
    size_t count = p->aspect_count[l];
    const struct rule **all = NEW_ARRAY(r->a, const struct rule *, count + 1);
    const struct node *level = node_get(judged, level_names[l].key);
    struct reader quiet = *r;
    quiet.d = diags_new(r->a);
    bool said = false;
    for (size_t i = 0; i < count; i++) {
        const struct node *n = rule_of(judged, p, l, i);
        bool shared = n == level && count > 1;
        if (n == NULL)
            continue;
        all[i] = read_rule(shared && said ? &quiet : r, p, n, l, (int)i, shared);
        said |= shared;
    }
    return all;
}

void judged_read(struct reader *r, const struct node *judged, struct programme *p)
{
    if (judged == NULL || !expect_kind(r, judged, NODE_MAP, "a map of levels and ids"))
        return;
    if (p->band_count > BANDS_MOST)
        return; /* which has been said */
    check_keys(r, judged, p);
    for (enum level l = 0; l < LEVEL_COUNT; l++)
        p->rules[l] = read_level(r, judged, p, l);
    judged_check(r, p);
}
