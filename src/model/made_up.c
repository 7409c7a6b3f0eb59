/* made_up.c -- data that nobody wrote, to try a programme with.  In: a programme; out: an
 * inspection.yaml in one line a field.  Knows no template. */
#include "model/made_up_work.h"

#include "model/field.h"

#include <string.h>

struct making {
    struct arena *a;
    const struct programme *p;
    enum made_up size;
    size_t turn;
    int depth;               /* of lists in each other */
    int days;                /* the next date is so many days on */
    size_t texts;            /* so many are made: each says something else */
    const struct field *gap; /* left out; or NULL */
    struct buf out;
};

static bool is_list(const struct field *f)
{
    return f->kind == FIELD_LIST || f->kind == FIELD_MAP;
}

static bool is_given(const struct making *m, const struct field *f)
{
    return f != m->gap &&
           (f->required || (m->size != MADE_UP_LEAST && m->size != MADE_UP_STATED &&
                            (m->size != MADE_UP_EDGES || m->turn >= EDGE_GOOD)));
}

/* ---- words ---- */

static void words_put(struct making *m, const char *words)
{
    buf_printf(&m->out, "\"%s\"", words);
}

/* A name that no other text has: "Bam", "Ben" ... */
static const char *next_name(struct making *m)
{
    static const char first[] = "BCDFGHJKLMNPRSTVW", vowels[] = "aeiou",
                      last[] = "mnrlst";
    const size_t n = m->texts++, vowel = n / (sizeof first - 1),
                 end = vowel / (sizeof vowels - 1), more = end / (sizeof last - 1);
    struct buf name = buf_new(m->a);
    buf_printf(&name, "%c%c%c", first[n % (sizeof first - 1)],
               vowels[vowel % (sizeof vowels - 1)], last[end % (sizeof last - 1)]);
    for (size_t k = more; k > 0; k /= sizeof last - 1)
        buf_printf(&name, "o%c", last[k % (sizeof last - 1)]);
    return name.at;
}

/* As long as the field allows, and no longer than is asked for. */
static void line_put(struct making *m, const struct field *f)
{
    static const char few[] = "was good here",
                      many[] = "was good on the whole, though not in each of the cases "
                               "that were read, and what stood in the way of it had been "
                               "known for longer than a year";
    const char *words =
        arena_printf(m->a, "%s %s", next_name(m), m->size == MADE_UP_LONG ? many : few);
    size_t most = f->length > 0 ? (size_t)f->length : strlen(words);
    if ((f->without & 1u << SIGN_SEVERAL) != 0)
        most = strcspn(words, ",");
    words_put(m, arena_printf(m->a, "%.*s", (int)most, words));
}

static void prose_put(struct making *m)
{
    static const char many[] =
        "was good on the whole, and those who had done it could say "
        "how.";
    struct buf text = buf_new(m->a);
    for (int i = 0; m->size == MADE_UP_LONG && i < 8; i++)
        buf_printf(&text, "%s %s%s", next_name(m), many, i == 3 ? "\\n\\n" : " ");
    words_put(m, m->size == MADE_UP_LONG
                     ? text.at
                     : arena_printf(m->a, "%s was good here.", next_name(m)));
}

static const char *of_turn(const char *const *names, size_t count, size_t turn)
{
    return names[turn % count];
}

/* The values of a column that an area has of its own. */
static const char *const own_values[] = {"One", "Two"};

static const char *value_of(const struct making *m, const char *column, size_t turn)
{
    for (size_t i = 0; i < m->p->characteristic_count; i++) {
        const struct characteristic *c = &m->p->characteristics[i];
        if (strcmp(c->name, column) == 0)
            return c->categories[turn % c->category_count].name;
    }
    return of_turn(own_values, LEN(own_values), turn);
}

static void word_put(struct making *m, const struct field *f, size_t turn)
{
    size_t count = 0;
    const char *const *names = field_key_names(m->a, m->p, f->keys, &count);
    const char *word = "someone@example.org";
    if (f->keys == KEYS_CODES)
        turn *= count * 8 / 13 + 1; /* of all parts of the list */
    if (f->column != NULL)
        word = value_of(m, f->column, turn);
    else if (count > 0)
        word = of_turn(names, count, turn);
    words_put(m, word);
}

static void date_put(struct making *m, bool month)
{
    int day = m->days++;
    buf_printf(&m->out, month ? "2013-%02d" : "2013-%02d-%02d", 1 + day / 28 % 12,
               1 + day % 28);
}

/* ---- values ---- */

static void value_put(struct making *m, const struct field *f, size_t turn);

static bool needs_something(const struct field *record)
{
    for (size_t i = 0; i < record->field_count; i++)
        if (record->fields[i].required)
            return true;
    return false;
}

/* One of which nothing is needed has at least its first: findings are one or the other.
 */
static void record_put(struct making *m, const struct field *f, size_t turn)
{
    const char *before = "";
    buf_str(&m->out, "{");
    for (size_t i = 0; i < f->field_count; i++) {
        if (!is_given(m, &f->fields[i]) && (i > 0 || needs_something(f)))
            continue;
        buf_printf(&m->out, "%s\"%s\": ", before, f->fields[i].name);
        value_put(m, &f->fields[i], turn);
        before = ", ";
    }
    buf_str(&m->out, "}");
}

enum { CODES = 16 }; /* so many come to each section, and not all of a hundred */

static size_t choice_turns(const struct field *f)
{
    return f->kind == FIELD_CHOICE ? f->choice_count + (f->line != NULL) : 0;
}

/* How many items let each choice in one of them come once. */
static size_t choices_in(const struct making *m, const struct field *f)
{
    size_t most = choice_turns(f), keys = 0;
    if (f->column != NULL)
        return LEN(own_values);
    if (f->kind == FIELD_WORD && f->keys != KEYS_FREE && f->keys <= KEYS_CODES)
        field_key_names(m->a, m->p, f->keys, &keys);
    if (f->keys == KEYS_CODES && keys > CODES)
        keys = CODES;
    most = keys > most ? keys : most;
    for (size_t i = 0; f->kind == FIELD_RECORD && i < f->field_count; i++) {
        size_t inside = choices_in(m, &f->fields[i]);
        most = inside > most ? inside : most;
    }
    return most;
}

/* It speaks of a value of a column, and another item of another. */
static bool has_column(const struct field *record)
{
    for (size_t i = 0; i < record->field_count; i++)
        if (record->fields[i].column != NULL)
            return true;
    return false;
}

static size_t items_in(const struct making *m, const struct field *f)
{
    size_t choices = choices_in(m, f->of),
           several = m->size == MADE_UP_LONG && m->depth < 2 ? 4 : 2;
    if (m->size == MADE_UP_LEAST || m->size == MADE_UP_GAPS)
        return 1;
    bool each = f->of->kind == FIELD_RECORD && has_column(f->of);
    return choices > several || each ? choices : several;
}

static void list_put(struct making *m, const struct field *f, size_t turn)
{
    m->depth++;
    size_t count = items_in(m, f);
    for (size_t i = 0; i < count; i++) {
        buf_str(&m->out, i > 0 ? ", " : "[");
        value_put(m, f->of, turn + i);
    }
    buf_str(&m->out, "]");
    m->depth--;
}

static void map_put_all(struct making *m, const struct field *f, size_t turn)
{
    size_t count = 0;
    const char *const *keys = field_key_names(m->a, m->p, f->keys, &count);
    if (m->size == MADE_UP_LEAST && count > 1)
        count--; /* nothing was found in the last */
    for (size_t i = 0; i < count; i++) {
        buf_printf(&m->out, "%s\"%s\": ", i > 0 ? ", " : "{", keys[i]);
        value_put(m, f->of, turn + i);
    }
    if (count == 0)
        buf_str(&m->out, "{");
    buf_str(&m->out, "}");
}

/* Without a name in Welsh there is one edition only. */
static void area_put(struct making *m)
{
    buf_str(&m->out, m->size == MADE_UP_SPREAD
                         ? "Eastmere"
                         : "{en: Eastmere, cy: {name: Dwyrllyn, in: yn Nwyrllyn, of: o "
                           "Ddwyrllyn, to: i Ddwyrllyn, and: a Dwyrllyn}}");
}

/* Behind the choices, what an open one takes besides. */
static void choice_put(struct making *m, const struct field *f, size_t turn)
{
    size_t count = choice_turns(f);
    if (turn % count < f->choice_count)
        words_put(m, f->choices[turn % count]);
    else
        line_put(m, f);
}

static void value_put(struct making *m, const struct field *f, size_t turn)
{
    switch (f->kind) {
    case FIELD_WORD: word_put(m, f, turn); break;
    case FIELD_TEXT:
    case FIELD_LINE: line_put(m, f); break;
    case FIELD_PROSE:
    case FIELD_BLOCK: prose_put(m); break;
    case FIELD_AREA: area_put(m); break;
    case FIELD_CHOICE: choice_put(m, f, turn); break;
    case FIELD_NUMBER: buf_str(&m->out, "3"); break;
    case FIELD_DATE: date_put(m, false); break;
    case FIELD_MONTH: date_put(m, true); break;
    case FIELD_ISBN:
        buf_str(&m->out, "{en: 978-1-84099-990-7, cy: 978-1-84099-991-4}");
        break;
    case FIELD_IMAGE: words_put(m, MADE_UP_PICTURE); break;
    case FIELD_LIST: list_put(m, f, turn); break;
    case FIELD_MAP: map_put_all(m, f, turn); break;
    case FIELD_RECORD: record_put(m, f, turn); break;
    }
}

/* ---- the file ---- */

/* Columns of the area's own that fields speak of, each once. */
static void columns_of(struct making *m, const struct field *f, struct buf *names)
{
    const char *name = f->column;
    bool ours = name != NULL && strcmp(value_of(m, name, 0), own_values[0]) == 0;
    if (ours && strstr(names->at, arena_printf(m->a, "\"%s\"", name)) == NULL)
        buf_printf(names, "%s\"%s\": [%s, %s]", names->len > 0 ? ", " : "", name,
                   own_values[0], own_values[1]);
    for (size_t i = 0; f->kind == FIELD_RECORD && i < f->field_count; i++)
        columns_of(m, &f->fields[i], names);
    if (is_list(f))
        columns_of(m, f->of, names);
}

/* Where judgements are limited, further turns, in which one after the other is the worst
 * and all others are the best. */
static size_t limited_turns(const struct programme *p)
{
    size_t most = 0;
    bool limited = false;
    for (enum level l = 0; l < LEVEL_COUNT; l++)
        for (size_t i = 0; i < p->aspect_count[l]; i++) {
            const struct rule *rule = programme_rule(p, l, i);
            limited |= rule != NULL && rule->limit_count > 0;
            most = i + 1 > most ? i + 1 : most;
        }
    return limited ? most : 0;
}

/* The judgement of the one at that place: all alike, each in its turn; or spread over
 * all that there are, some turns over those below the best or not at all. */
static size_t judged_as(const struct making *m, size_t place)
{
    const size_t count = m->p->band_count;
    if (m->size == MADE_UP_SPREAD && m->turn >= MADE_UP_SPREAD_TURNS)
        return m->turn - MADE_UP_SPREAD_TURNS == place ? count - 1 : 0;
    if (m->size == MADE_UP_SPREAD && m->turn % 4 == 1)
        return m->turn / 2 % count;
    if (m->size == MADE_UP_SPREAD && m->turn == 7)
        return count > 1 ? 1 + place % (count - 1) : 0;
    if (m->size == MADE_UP_SPREAD)
        return (m->turn + place) % count;
    return m->turn % count;
}

/* Judgements are stated of everything: of what is not scored, too. */
static void judgements_put(struct making *m)
{
    const struct programme *p = m->p;
    const bool moved = m->size == MADE_UP_SPREAD || m->size == MADE_UP_EDGES;
    for (enum level l = 0; p->band_count > 0 && l < LEVEL_COUNT; l++) {
        if (!programme_has(p, l))
            continue;
        bool whole = l == LEVEL_OVERALL;
        buf_printf(&m->out, "%s%s: %s", l == 0 ? "judgements: {" : ", ",
                   level_names[l].key, whole ? "" : "{");
        for (size_t i = 0; i < p->aspect_count[l]; i++)
            buf_printf(&m->out, "%s%s%s%s{is: \"%s\"%s}", i > 0 ? ", " : "",
                       whole ? "" : "\"", whole ? "" : p->aspects[l][i].id,
                       whole ? "" : "\": ", p->bands[judged_as(m, i)].id,
                       moved ? ", reason: Made-up data" : "");
        buf_str(&m->out, whole ? "" : "}");
    }
    if (p->band_count > 0)
        buf_str(&m->out, "}\n");
}

static void national_of(struct making *m, const char *key, const char *const *ids,
                        size_t count)
{
    buf_printf(&m->out, "%s: {", key);
    for (size_t i = 0; i < count; i++)
        buf_printf(&m->out,
                   "%s\"%s\": {lowest: 20, highest: 90, average: 55, areas: 9, source: "
                   "made-up data, date: 2013-01-01}",
                   i > 0 ? ", " : "", ids[i]);
    buf_str(&m->out, "}, ");
}

/* A headline's where there is no register, which would have others. */
static void national_put(struct making *m)
{
    const struct programme *p = m->p;
    size_t count = 0;
    buf_str(&m->out, "national: {");
    for (enum level l = 0; l < LEVEL_COUNT; l++)
        if (programme_has(p, l) && l != LEVEL_OVERALL &&
            (l != LEVEL_HEADLINE || p->registered_count == 0))
            national_of(m, level_names[l].key,
                        aspect_ids(m->a, p->aspects[l], p->aspect_count[l]),
                        p->aspect_count[l]);
    const char *const *names = field_key_names(m->a, p, KEYS_QUESTIONS, &count);
    national_of(m, "questions", names, count);
    buf_str(&m->out, "}\n");
}

/* A share that is judged so, or may be: the middle of its limits, or of the room between
 * those of its neighbours. */
int made_up_share(const struct programme *p, size_t band)
{
    int from = 0, to = 100;
    if (p->band_count == 0)
        return 70;
    if (p->bands[band].confirmed)
        return (p->bands[band].from + p->bands[band].to) / 2;
    for (size_t i = 0; i < p->band_count; i++) {
        const struct band *b = &p->bands[i];
        if (b->confirmed && i < band && b->from - 1 < to)
            to = b->from - 1;
        if (b->confirmed && i > band && b->to + 1 > from)
            from = b->to + 1;
    }
    return (from + to) / 2;
}

size_t made_up_band(const struct programme *p, size_t turn)
{
    return p->band_count > 0 ? turn % p->band_count : 0;
}

/* The optional field that is left out in that turn; NULL: none. */
static const struct field *gap_of(const struct programme *p, size_t turn)
{
    for (size_t i = FIELDS_OF_ALL; i < p->field_count; i++)
        if (!p->fields[i].required && turn-- == 0)
            return &p->fields[i];
    return NULL;
}

static void scores_put(struct making *m)
{
    const struct programme *p = m->p;
    buf_str(&m->out, "scores: {");
    for (enum level l = 0; l <= LEVEL_HEADLINE; l++) {
        buf_printf(&m->out, "%s%s: {", l == 0 ? "" : "}, ", level_names[l].key);
        for (size_t i = 0, before = 0; i < p->aspect_count[l]; i++)
            if (aspect_is_scored(p, l, i))
                buf_printf(&m->out, "%s\"%s\": %d", before++ > 0 ? ", " : "",
                           p->aspects[l][i].id,
                           made_up_share(p, made_up_band(p, m->turn)));
    }
    buf_str(&m->out, "}}\n");
}

/* Better than now, worse, some of both, the same, each in its turn. */
static void earlier_put(struct making *m)
{
    const struct programme *p = m->p;
    const int now = made_up_share(p, made_up_band(p, m->turn)), by[] = {-9, 9, 0};
    buf_str(&m->out, "earlier: {date: 2008-05-07, source: made-up data");
    for (enum level l = 0; l <= LEVEL_HEADLINE; l++) {
        buf_printf(&m->out, ", %s: {", level_names[l].key);
        for (size_t i = 0; i < p->aspect_count[l]; i++) {
            int change = by[m->turn % 4 == 3 ? i % 3 : m->turn % 4];
            int percent = now + change + (change != 0 ? (int)(i % 5) : 0);
            buf_printf(&m->out, "%s\"%s\": %d", i > 0 ? ", " : "", p->aspects[l][i].id,
                       percent < 0     ? 0
                       : percent > 100 ? 100
                                       : percent);
        }
        buf_str(&m->out, "}");
    }
    buf_str(&m->out, "}\n");
}

static void corrections_put(struct making *m)
{
    buf_str(&m->out, "corrections: [");
    for (int i = 0; i < 2; i++) {
        buf_printf(&m->out, "%s{date: 2099-12-%d, what: ", i > 0 ? ", " : "", 30 + i);
        line_put(m, &(struct field){.kind = FIELD_LINE});
        buf_str(&m->out, ", why: ");
        line_put(m, &(struct field){.kind = FIELD_LINE});
        buf_str(&m->out, "}");
    }
    buf_str(&m->out, "]\n");
}

const struct file *made_up_file(struct arena *a, const struct programme *p,
                                enum made_up size, size_t turn)
{
    struct making m = {.a = a, .p = p, .size = size, .turn = turn, .out = buf_new(a)};
    struct buf columns = buf_new(a);
    buf_printf(&m.out, "programme: %s\n", p->name);
    if (size == MADE_UP_GAPS)
        m.gap = gap_of(p, turn);
    if (size == MADE_UP_STATED)
        scores_put(&m);
    if (size != MADE_UP_EDGES || turn >= EDGE_GOOD)
        judgements_put(&m);
    bool edges = size == MADE_UP_EDGES && turn < EDGE_GOOD;
    if ((size != MADE_UP_SPREAD && !edges) || p->registered_count > 0 || turn % 2 == 0)
        national_put(&m);
    if (size != MADE_UP_LEAST && size != MADE_UP_EDGES && p->band_count > 0)
        earlier_put(&m);
    if (size == MADE_UP_LONG)
        corrections_put(&m);
    for (size_t i = FIELDS_OF_ALL; i < p->field_count; i++)
        columns_of(&m, &p->fields[i], &columns);
    if (columns.len > 0)
        buf_printf(&m.out, "columns: {%s}\n", columns.at);
    for (size_t i = FIELDS_OF_ALL; i < p->field_count; i++) {
        if (!is_given(&m, &p->fields[i]))
            continue;
        buf_printf(&m.out, "\"%s\": ", p->fields[i].name);
        value_put(&m, &p->fields[i], size == MADE_UP_EDGES ? 1 : turn);
        buf_str(&m.out, "\n");
    }
    struct file *f = NEW(a, struct file);
    *f = (struct file){.path = "made-up data", .text = m.out.at, .len = m.out.len};
    return f;
}

static size_t most_choices(const struct field *f)
{
    size_t most = choice_turns(f);
    for (size_t i = 0; f->kind == FIELD_RECORD && i < f->field_count; i++) {
        size_t inside = most_choices(&f->fields[i]);
        most = inside > most ? inside : most;
    }
    return most;
}

static size_t gaps_in(const struct programme *p)
{
    size_t count = 0;
    while (gap_of(p, count) != NULL)
        count++;
    return count;
}

size_t made_up_turns(const struct programme *p, enum made_up size)
{
    if (size == MADE_UP_GAPS)
        return gaps_in(p);
    if (size == MADE_UP_STATED)
        return 1;
    if (size == MADE_UP_EDGES)
        return EDGE_COUNT;
    if (size == MADE_UP_SPREAD)
        return MADE_UP_SPREAD_TURNS + limited_turns(p);
    size_t most = p->band_count > 1 ? p->band_count : 1;
    if (p->indicator_count > 0 && most + p->indicator_count <= MADE_UP_ABOVE)
        most = MADE_UP_ABOVE + 1 - p->indicator_count; /* each begins with the next */
    for (size_t i = FIELDS_OF_ALL; i < p->field_count; i++) {
        size_t choices = most_choices(&p->fields[i]);
        most = choices > most ? choices : most;
    }
    return most;
}

const struct programme *made_up_edition(struct arena *a, const struct programme *p)
{
    struct programme *other = NEW(a, struct programme);
    struct field *fields = NEW_ARRAY(a, struct field, p->field_count + 1);
    *other = *p;
    for (size_t i = 0; i < p->field_count; i++) {
        fields[i] = p->fields[i];
        if (fields[i].place != NULL)
            fields[i].place =
                strcmp(fields[i].place, "section") == 0 ? "criterion" : "section";
    }
    other->fields = fields;
    other->registered_count = 0;
    return other;
}
