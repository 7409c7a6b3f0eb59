/* ask.c -- what a programme asks about a case, read from its programme.yaml: the
 * characteristics and parts, headlines, the sections with their criteria and questions.
 * Does not know any answer. */
#include "model/ask.h"

#include "base/bounds.h"
#include "base/map.h"
#include "model/condition.h"

#include <string.h>

/* A word that names something; "" is said and stays harmless. */
static const char *read_name(struct reader *r, const struct node *n, const char *key)
{
    const char *name = read_word(r, n, key);
    if (name == NULL)
        return "";
    if (strpbrk(name, " \t\n=!|()") != NULL || name[0] == '\0')
        diag(r->d, DIAG_VALUE_KIND, node_get(n, key)->pos,
             "\"%s\"; a name has no blanks and none of = ! | ( )", name);
    return name;
}

/* Walks a list of maps with these keys; an item that is no map is said and left out. */
#define EACH_ITEM(r, list, keys, item)                                                   \
    for (size_t item##_at = 0; item##_at < (list)->count; item##_at++)                   \
        for (const struct node *item = (list)->items[item##_at];                         \
             item != NULL && expect_keys((r), item, (keys)); item = NULL)

/* ---- characteristics, parts ---- */

static const struct category *read_categories(struct reader *r, const struct node *list,
                                              size_t *count)
{
    ARRAY(struct category) categories = {0};
    struct map *seen = map_new(r->a);
    EACH_ITEM(r, list, "name! title!", n)
    {
        struct category c = {read_name(r, n, "name"), read_text(r, n, "title")};
        if (name_once(r, seen, c.name, n->pos))
            *array_push(r->a, &categories) = c;
    }
    *count = categories.len;
    return categories.at;
}

void characteristics_read(struct reader *r, const struct node *root, struct programme *p)
{
    ARRAY(struct characteristic) all = {0};
    struct map *seen = map_new(r->a);
    name_once(r, seen, "case", (struct pos){0});
    EACH_ITEM(r, read_list(r, root, "characteristics"), "name! title! categories!", n)
    {
        struct characteristic c = {.name = read_name(r, n, "name"),
                                   .title = read_text(r, n, "title"),
                                   .pos = n->pos};
        c.categories =
            read_categories(r, read_list(r, n, "categories"), &c.category_count);
        if (name_once(r, seen, c.name, n->pos))
            *array_push(r->a, &all) = c;
    }
    p->characteristics = all.at;
    p->characteristic_count = all.len;
}

/* Which cases are in a part; only a phase may leave that to the answers. */
static bool read_where(struct reader *r, const struct node *n, const struct programme *p,
                       struct part *part)
{
    const struct node *where = node_get(n, "where");
    struct column_list columns = programme_columns(r->a, p);
    part->where.column = -1;
    if (where == NULL && !part->phase)
        diag(r->d, DIAG_KEY_MISSING, n->pos,
             "\"where\"; a part that is no phase says which cases are in it");
    if (where == NULL)
        return part->phase;
    return expect_kind(r, where, NODE_TEXT, "column=value") &&
           condition_read(r, DIAG_MARK_WHERE, &columns, where->text, where->pos,
                          &part->where);
}

void parts_read(struct reader *r, const struct node *root, struct programme *p)
{
    ARRAY(struct part) all = {0};
    struct map *seen = map_new(r->a);
    EACH_ITEM(r, read_list(r, root, "parts"), "name! title! where phase or-answered", n)
    {
        struct part part = {.name = read_name(r, n, "name"),
                            .title = read_text(r, n, "title"),
                            .phase = read_flag(r, n, "phase"),
                            .or_answered = read_flag(r, n, "or-answered"),
                            .pos = n->pos};
        if (read_where(r, n, p, &part) && name_once(r, seen, part.name, n->pos))
            *array_push(r->a, &all) = part;
    }
    p->parts = all.at;
    p->part_count = all.len;
}

enum { BITS = 31 }; /* of an answer, beside the one that says it was answered */

/* ---- headlines, sections, criteria, questions ---- */

/* What grows while they are read. */
struct asked {
    struct reader *r;
    const struct programme *p;
    ARRAY(struct aspect) aspects[LEVEL_COUNT];
    ARRAY(struct question) questions;
    size_t columns; /* of a row of cases */
    struct map *ids;
};

static struct aspect read_aspect(struct reader *r, const struct node *n, int section)
{
    return (struct aspect){.id = read_name(r, n, "id"),
                           .title = read_text(r, n, "title"),
                           .subtitle = read_text(r, n, "subtitle"),
                           .text = read_text(r, n, "text"),
                           .section = section,
                           .domain = -1,
                           .pos = n->pos};
}

static void read_headlines(struct asked *s, const struct node *list)
{
    enum { HEADLINES = 32 }; /* bits of question.headlines */
    struct map *seen = map_new(s->r->a);
    EACH_ITEM(s->r, list, "id! title! subtitle text", n)
    {
        struct aspect h = read_aspect(s->r, n, -1);
        if (s->aspects[LEVEL_HEADLINE].len == HEADLINES)
            diag(s->r->d, DIAG_VALUE_RANGE, n->pos, "more than %d headlines", HEADLINES);
        else if (name_once(s->r, seen, h.id, n->pos))
            *array_push(s->r->a, &s->aspects[LEVEL_HEADLINE]) = h;
    }
}

static unsigned read_headline_bits(struct asked *s, const struct node *n)
{
    const struct node *list = read_list(s->r, n, "headlines");
    size_t count = s->aspects[LEVEL_HEADLINE].len;
    const char *const *ids = aspect_ids(s->r->a, s->aspects[LEVEL_HEADLINE].at, count);
    unsigned bits = 0;
    for (size_t i = 0; i < list->count; i++) {
        const char *id = node_word(s->r, list->items[i]);
        int at = choose(s->r, DIAG_VALUE_UNKNOWN, list->items[i]->pos, id, ids, count);
        if (at >= 0)
            bits |= 1u << at;
    }
    return bits;
}

/* A part by its name, of all or of those that are phases; keeps it once. */
static void read_part(struct asked *s, const struct node *n, bool phase, int *out,
                      size_t *count)
{
    ARRAY(const char *) names = {0};
    if (!expect_kind(s->r, n, NODE_TEXT, "the name of a part"))
        return;
    for (size_t i = 0; i < s->p->part_count; i++)
        if (s->p->parts[i].phase || !phase)
            *array_push(s->r->a, &names) = s->p->parts[i].name;
    if (choose(s->r, DIAG_VALUE_UNKNOWN, n->pos, n->text, names.at, names.len) < 0)
        return;
    int part = programme_part(s->p, n->text);
    for (size_t i = 0; i < *count; i++)
        if (out[i] == part)
            diag(s->r->d, DIAG_NAME_TWICE, n->pos, "\"%s\"; once is enough", n->text);
    out[(*count)++] = part;
}

/* The part or the phases in which it is asked. */
static void read_parts(struct asked *s, const struct node *n, struct question *q)
{
    const struct node *part = node_get(n, "part"), *list = read_list(s->r, n, "phases");
    int *all = NEW_ARRAY(s->r->a, int, list->count + 1);
    if (part != NULL && list->count > 0)
        diag(s->r->d, DIAG_KEY_UNKNOWN, part->pos,
             "\"part\" beside \"phases\"; a question is asked in one part, or once in "
             "each "
             "of its phases");
    else if (part != NULL)
        read_part(s, part, false, all, &q->part_count);
    for (size_t i = 0; i < list->count; i++)
        read_part(s, list->items[i], true, all, &q->part_count);
    q->parts = all;
}

static struct question read_question(struct asked *s, const struct node *n, int criterion)
{
    struct question q = {.name = read_name(s->r, n, "name"),
                         .code = read_word(s->r, n, "code"),
                         .text = read_text(s->r, n, "text"),
                         .kind = QUESTION_SCORED,
                         .criterion = criterion,
                         .headlines = read_headline_bits(s, n),
                         .pos = n->pos};
    read_parts(s, n, &q);
    return q;
}

/* Why it may be answered no. */
static void read_reasons(struct asked *s, const struct node *n, struct question *q)
{
    const struct node *list = read_list(s->r, n, "reasons");
    q->reasons = read_categories(s->r, list, &q->reason_count);
    q->needs_reason = read_flag(s->r, n, "needs-reason");
    if (q->reason_count > BITS)
        diag(s->r->d, DIAG_VALUE_RANGE, list->pos, "more than %d reasons", BITS);
    if (q->needs_reason && list->count == 0)
        diag(s->r->d, DIAG_KEY_MISSING, n->pos,
             "\"reasons\"; a question that needs one has to say which there are");
}

static void keep_question(struct asked *s, struct question q)
{
    size_t columns = question_times(&q) * (q.reason_count > 0 ? 2 : 1);
    q.column = s->columns;
    if (s->columns + columns > CSV_QUESTIONS) {
        diag(s->r->d, DIAG_VALUE_RANGE, q.pos,
             "more than %d questions, with their phases and reasons", CSV_QUESTIONS);
        return;
    }
    s->columns += columns;
    *array_push(s->r->a, &s->questions) = q;
}

static void read_scored(struct asked *s, const struct node *n, int criterion)
{
    struct question q = read_question(s, n, criterion);
    q.brief = read_text(s->r, n, "short");
    read_reasons(s, n, &q);
    keep_question(s, q);
}

/* Its index on its level. */
static int keep_aspect(struct asked *s, const struct node *n, enum level level,
                       int section)
{
    struct aspect one = read_aspect(s->r, n, section);
    name_once(s->r, s->ids, one.id, n->pos);
    *array_push(s->r->a, &s->aspects[level]) = one;
    return (int)s->aspects[level].len - 1;
}

static void read_criterion(struct asked *s, const struct node *n, int section)
{
    int index = keep_aspect(s, n, LEVEL_CRITERION, section);
    EACH_ITEM(s->r, read_list(s->r, n, "questions"),
              "name! code headlines part phases text! short reasons needs-reason", q)
    read_scored(s, q, index);
}

static void read_section(struct asked *s, const struct node *n)
{
    int index = keep_aspect(s, n, LEVEL_SECTION, -1);
    EACH_ITEM(s->r, read_list(s->r, n, "criteria"), "id! title! text questions", c)
    read_criterion(s, c, index);
}

/* A question that is not scored: one of, several of, how many. */
static void read_unscored(struct asked *s, const struct node *n)
{
    static const char *const kinds[] = {"choice", "several", "count"};
    static const enum question_kind of[] = {QUESTION_CHOICE, QUESTION_SEVERAL,
                                            QUESTION_COUNT};
    struct question q = read_question(s, n, -1);
    const struct node *kind = node_get(n, "kind");
    if (kind == NULL || !expect_kind(s->r, kind, NODE_TEXT, "a word"))
        return;
    int k = choose(s->r, DIAG_VALUE_UNKNOWN, kind->pos, kind->text, kinds, LEN(kinds));
    if (k < 0)
        return;
    q.kind = of[k];
    q.choices = read_categories(s->r, read_list(s->r, n, "choices"), &q.choice_count);
    if (q.kind != QUESTION_COUNT && q.choice_count == 0)
        diag(s->r->d, DIAG_KEY_MISSING, n->pos, "\"choices\"; a %s has to say them",
             kind->text);
    if (q.kind == QUESTION_SEVERAL && q.choice_count > BITS)
        diag(s->r->d, DIAG_VALUE_RANGE, n->pos, "more than %d choices", BITS);
    else
        keep_question(s, q);
}

/* Headlines are marked like sections and criteria, so all ids differ. */
static void check_headline_ids(struct asked *s)
{
    const struct aspect *all = s->aspects[LEVEL_HEADLINE].at;
    for (size_t i = 0; i < s->aspects[LEVEL_HEADLINE].len; i++)
        name_once(s->r, s->ids, all[i].id, all[i].pos);
}

/* The sections of a domain; each is in one at most. */
static void read_domain_sections(struct asked *s, const struct node *list, int domain)
{
    size_t count = s->aspects[LEVEL_SECTION].len;
    struct aspect *sections = s->aspects[LEVEL_SECTION].at;
    const char *const *ids = aspect_ids(s->r->a, sections, count);
    for (size_t i = 0; i < list->count; i++) {
        const struct node *n = list->items[i];
        int at = choose(s->r, DIAG_VALUE_UNKNOWN, n->pos, node_word(s->r, n), ids, count);
        if (at >= 0 && sections[at].domain >= 0)
            diag(s->r->d, DIAG_NAME_TWICE, n->pos,
                 "\"%s\"; a section is in one domain, and \"%s\" has it", ids[at],
                 s->aspects[LEVEL_DOMAIN].at[sections[at].domain].id);
        else if (at >= 0)
            sections[at].domain = domain;
    }
}

/* Levels above the sections. */
static void read_above(struct asked *s, const struct node *root)
{
    EACH_ITEM(s->r, read_list(s->r, root, "domains"), "id! title! text sections!", n)
    read_domain_sections(s, read_list(s->r, n, "sections"),
                         keep_aspect(s, n, LEVEL_DOMAIN, -1));
    const struct node *n = node_get(root, "overall");
    if (n == NULL || !expect_keys(s->r, n, "title! text"))
        return;
    name_once(s->r, s->ids, OVERALL_ID, n->pos);
    *array_push(s->r->a, &s->aspects[LEVEL_OVERALL]) =
        (struct aspect){.id = OVERALL_ID,
                        .title = read_text(s->r, n, "title"),
                        .text = read_text(s->r, n, "text"),
                        .section = -1,
                        .domain = -1,
                        .pos = n->pos};
}

void questions_read(struct reader *r, const struct node *root, struct programme *p)
{
    struct asked s = {.r = r, .p = p, .ids = map_new(r->a)};
    read_headlines(&s, read_list(r, root, "headlines"));
    EACH_ITEM(r, read_list(r, root, "sections"), "id! title! text criteria", n)
    read_section(&s, n);
    check_headline_ids(&s);
    read_above(&s, root);
    EACH_ITEM(r, read_list(r, root, "questions"),
              "name! kind! code part phases text! choices", n)
    read_unscored(&s, n);
    for (enum level l = 0; l < LEVEL_COUNT; l++) {
        p->aspects[l] = s.aspects[l].at;
        p->aspect_count[l] = s.aspects[l].len;
    }
    p->questions = s.questions.at;
    p->question_count = s.questions.len;
    p->answer_count = s.columns;
}

/* ---- questionnaires ---- */

static const struct question *read_replies(struct reader *r, const struct node *list,
                                           size_t *count)
{
    ARRAY(struct question) all = {0};
    EACH_ITEM(r, list, "name! text! answers!", n)
    {
        struct question q = {.name = read_name(r, n, "name"),
                             .text = read_text(r, n, "text"),
                             .kind = QUESTION_CHOICE,
                             .criterion = -1,
                             .pos = n->pos};
        q.choices = read_categories(r, read_list(r, n, "answers"), &q.choice_count);
        *array_push(r->a, &all) = q;
    }
    *count = all.len;
    return all.at;
}

void questionnaires_read(struct reader *r, const struct node *root, struct programme *p)
{
    ARRAY(struct questionnaire) all = {0};
    struct map *seen = map_new(r->a);
    EACH_ITEM(r, read_list(r, root, "questionnaires"), "name! title! questions!", n)
    {
        struct questionnaire q = {.name = read_name(r, n, "name"),
                                  .title = read_text(r, n, "title"),
                                  .pos = n->pos};
        q.questions = read_replies(r, read_list(r, n, "questions"), &q.question_count);
        name_once(r, seen, q.name, n->pos);
        *array_push(r->a, &all) = q;
    }
    p->questionnaires = all.at;
    p->questionnaire_count = all.len;
}

/* ---- indicators ---- */

void expected_indicators_read(struct reader *r, const struct node *root,
                              struct programme *p)
{
    ARRAY(struct expected_indicator) all = {0};
    EACH_ITEM(r, read_list(r, root, "indicators"), "name! title! expected", n)
    *array_push(r->a, &all) = (struct expected_indicator){
        read_name(r, n, "name"), read_text(r, n, "title"),
        node_get(n, "expected") == NULL || read_flag(r, n, "expected"), n->pos};
    p->indicators = all.at;
    p->indicator_count = all.len;
}

/* ---- judgements ---- */

static void check_band(struct reader *r, const struct node *n, const struct band *b)
{
    if (b->confirmed && (b->from < 0 || b->to < 0))
        diag(r->d, DIAG_KEY_MISSING, n->pos,
             "\"from\" and \"to\"; a confirmed judgement has both limits");
    else if (b->from >= 0 && b->to >= 0 && b->from > b->to)
        diag(r->d, DIAG_VALUE_RANGE, n->pos, "from %d to %d; \"from\" is the lower limit",
             b->from, b->to);
}

/* Scores that no judgement would have, between `from` and `to`. */
static void say_gap(struct reader *r, struct pos pos, int from, int to)
{
    if (from < to)
        diag(r->d, DIAG_VALUE_RANGE, pos,
             "no judgement holds %d to %d; let the limits of two neighbours meet", from,
             to);
    else if (from == to)
        diag(r->d, DIAG_VALUE_RANGE, pos,
             "no judgement holds %d; let the limits of two neighbours meet", from);
}

/* Best first, no score in two of them, and none in no one: what lies between or beyond
 * those that are confirmed belongs to one that is not. */
static void check_order(struct reader *r, const struct band *bands, size_t count)
{
    int lower = 101;
    bool open = false; /* one without confirmed limits stands between */
    for (size_t i = 0; i < count; i++) {
        bool confirmed = bands[i].confirmed && bands[i].from >= 0;
        if (confirmed && bands[i].to >= lower)
            diag(r->d, DIAG_VALUE_RANGE, bands[i].pos,
                 "\"%s\" goes up to %d; the better judgement before it begins at %d",
                 bands[i].id, bands[i].to, lower);
        else if (confirmed && !open)
            say_gap(r, bands[i].pos, bands[i].to + 1, lower - 1);
        lower = confirmed ? bands[i].from : lower;
        open = !confirmed;
    }
    if (count > 0 && !open)
        say_gap(r, bands[count - 1].pos, 0, lower - 1);
}

/* How bars are drawn: a pattern each, so that they are told apart without colour. */
static void check_fill(struct reader *r, const struct node *n, struct map *seen,
                       const char *fill)
{
    static const char *const fills[] = {"solid",   "hatch-up", "hatch-down", "cross",
                                        "upright", "level",    "grid"};
    struct pos pos = fill != NULL ? node_get(n, "fill")->pos : n->pos;
    if (fill != NULL &&
        choose(r, DIAG_VALUE_UNKNOWN, pos, fill, fills, LEN(fills)) >= 0 &&
        map_put(seen, fill, (void *)n) != NULL)
        diag(r->d, DIAG_NAME_TWICE, pos,
             "the fill \"%s\"; two judgements would look alike in a chart", fill);
}

/* An icon beside its word, and which colour of the house's it is in. */
static void check_icon(struct reader *r, const struct node *n, struct map *seen,
                       const struct band *b)
{
    static const char *const icons[] = {"star",  "tick",    "up",   "down",
                                        "level", "diamond", "plus", "cross"};
    if (b->icon == NULL && b->colour != NULL)
        diag(r->d, DIAG_KEY_MISSING, node_get(n, "colour")->pos,
             "\"icon\" of \"%s\", which \"colour:\" is of", b->id);
    if (b->icon == NULL)
        return;
    struct pos pos = node_get(n, "icon")->pos;
    if (choose(r, DIAG_VALUE_UNKNOWN, pos, b->icon, icons, LEN(icons)) >= 0 &&
        map_put(seen, b->icon, (void *)n) != NULL)
        diag(r->d, DIAG_NAME_TWICE, pos,
             "the icon \"%s\"; two judgements would look alike in grey", b->icon);
}

void bands_read(struct reader *r, const struct node *root, struct programme *p)
{
    ARRAY(struct band) all = {0};
    struct map *seen = map_new(r->a), *fills = map_new(r->a), *icons = map_new(r->a);
    EACH_ITEM(r, read_list(r, root, "judgements"),
              "id! title! from to confirmed fill icon colour stars points source", n)
    {
        struct band b = {.id = read_name(r, n, "id"),
                         .title = read_text(r, n, "title"),
                         .confirmed = read_flag(r, n, "confirmed"),
                         .from = read_int(r, n, "from", 0, 100, -1),
                         .to = read_int(r, n, "to", 0, 100, -1),
                         .fill = read_word(r, n, "fill"),
                         .icon = read_word(r, n, "icon"),
                         .colour = read_word(r, n, "colour"),
                         .stars = read_int(r, n, "stars", 1, 9, 0),
                         .points = read_int(r, n, "points", 0, 1000, -1),
                         .source = read_word(r, n, "source"),
                         .pos = n->pos};
        check_band(r, n, &b);
        check_fill(r, n, fills, b.fill);
        check_icon(r, n, icons, &b);
        name_once(r, seen, b.id, n->pos);
        *array_push(r->a, &all) = b;
    }
    if (all.len > BANDS_MOST)
        diag(r->d, DIAG_VALUE_RANGE, all.at[BANDS_MOST].pos, "more than %d judgements",
             BANDS_MOST);
    check_order(r, all.at, all.len);
    p->bands = all.at;
    p->band_count = all.len;
}

/* ---- one name, one thing ---- */

void question_names_check(struct reader *r, const struct programme *p)
{
    static const char *const reserved[] = {
        "case", "cases", "score", "judgement", "points", "national", "field",
        "arg",  "typed", "not",   "and",       "where",  "returned", "because"};
    struct map *seen = map_new(r->a);
    for (size_t i = 0; i < LEN(reserved); i++)
        name_once(r, seen, reserved[i], (struct pos){0});
    for (size_t i = 0; i < p->characteristic_count; i++)
        name_once(r, seen, p->characteristics[i].name, p->characteristics[i].pos);
    for (size_t i = 0; i < p->part_count; i++)
        name_once(r, seen, p->parts[i].name, p->parts[i].pos);
    for (size_t i = 0; i < p->question_count; i++) {
        name_once(r, seen, p->questions[i].name, p->questions[i].pos);
        const char *code = p->questions[i].code;
        if (code != NULL && strcmp(code, p->questions[i].name) != 0)
            name_once(r, seen, code, p->questions[i].pos);
    }
    for (size_t i = 0; i < p->indicator_count; i++)
        name_once(r, seen, p->indicators[i].name, p->indicators[i].pos);
    for (size_t i = 0; i < p->questionnaire_count; i++)
        for (size_t j = 0; j < p->questionnaires[i].question_count; j++)
            name_once(r, seen, p->questionnaires[i].questions[j].name,
                      p->questionnaires[i].questions[j].pos);
}
