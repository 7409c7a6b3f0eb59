/* field.c -- the field list of inspection.yaml.  Comes in: the programme's `fields:`;
 * goes out: a list of fields, those that every report has first.  Does not know any
 * value. */
#include "model/field.h"
#include "model/figure.h"

#include "base/map.h"

#include <string.h>

const char *const area_forms[5] = {"name", "in", "of", "to", "and"};

static const char *const kind_names[] = {
    [FIELD_WORD] = "word",     [FIELD_LINE] = "line",     [FIELD_PROSE] = "prose",
    [FIELD_BLOCK] = "block",   [FIELD_TEXT] = "text",     [FIELD_AREA] = "area",
    [FIELD_CHOICE] = "choice", [FIELD_NUMBER] = "number", [FIELD_DATE] = "date",
    [FIELD_MONTH] = "month",   [FIELD_ISBN] = "isbn",     [FIELD_IMAGE] = "image",
    [FIELD_LIST] = "list",     [FIELD_MAP] = "map",       [FIELD_RECORD] = "record",
};

const char *const line_sign_names[SIGN_COUNT] = {"full-stop", "quotation-marks",
                                                 "several"};

const char *field_kind_name(enum field_kind k)
{
    return kind_names[k];
}

/* ---- what every report has ---- */

static struct field list_of(struct arena *a, enum field_kind kind)
{
    struct field *of = NEW(a, struct field);
    of->kind = kind;
    return (struct field){.kind = FIELD_LIST, .of = of};
}

static struct field map_of(struct arena *a, enum field_keys keys, struct field of)
{
    struct field *copy = NEW(a, struct field);
    *copy = of;
    return (struct field){.kind = FIELD_MAP, .keys = keys, .of = copy};
}

static struct field record_of(struct arena *a, const struct field *fields, size_t count)
{
    struct field *copies = NEW_ARRAY(a, struct field, count);
    memcpy(copies, fields, count * sizeof *fields);
    return (struct field){.kind = FIELD_RECORD, .fields = copies, .field_count = count};
}

static struct field named(const char *name, const char *help, struct field f)
{
    f.name = name;
    f.help = help;
    return f;
}

/* criteria: {ID: of}, sections: {ID: of}, ..., that of the whole alone; how many. */
static size_t level_fields(struct arena *a, const struct programme *p, struct field of,
                           struct field *out)
{
    size_t count = 0;
    for (enum level l = 0; l < LEVEL_COUNT; l++)
        if (programme_has(p, l))
            out[count++] = named(level_names[l].key, NULL,
                                 l == LEVEL_OVERALL ? of : map_of(a, KEYS_LEVEL + l, of));
    return count;
}

static struct field by_level(struct arena *a, const struct programme *p, struct field of)
{
    struct field levels[LEVEL_COUNT];
    return record_of(a, levels, level_fields(a, p, of, levels));
}

/* The levels, and the same of each part of the sample. */
static struct field scores_field(struct arena *a, const struct programme *p)
{
    static const char *const which[] = {"counted", "stated"};
    const struct field number = {.kind = FIELD_NUMBER, .whole = true};
    struct field fields[LEVEL_COUNT + 2];
    size_t count = level_fields(a, p, number, fields);
    fields[count++] =
        named("parts", "The scores of parts, column=value; all: as a table repeats them",
              map_of(a, KEYS_FREE, by_level(a, p, number)));
    fields[count++] = (struct field){
        .name = "print",
        .kind = FIELD_CHOICE,
        .help = "Which of the two, where the answers are known too; counted if left out",
        .choices = which,
        .choice_count = LEN(which)};
    return record_of(a, fields, count);
}

/* Of the areas inspected so far, each with where it was read and when. */
static struct field national_field(struct arena *a, const struct programme *p)
{
    const struct field number = {.kind = FIELD_NUMBER, .whole = true};
    const struct field of_one[] = {
        named("lowest", NULL, number),
        named("highest", NULL, number),
        named("average", NULL, number),
        named("areas", "How many had been inspected", number),
        {.name = "source",
         .kind = FIELD_WORD,
         .required = true,
         .help = "Where it stands"},
        {.name = "date", .kind = FIELD_DATE, .required = true, .help = "As of which day"},
    };
    struct field all = record_of(a, of_one, LEN(of_one)), fields[LEVEL_COUNT + 1];
    size_t count = level_fields(a, p, all, fields);
    count -=
        programme_has(p, LEVEL_OVERALL); /* the last; no area is compared as a whole */
    fields[count++] = named("questions", NULL, map_of(a, KEYS_QUESTIONS, all));
    return record_of(a, fields, count);
}

/* Of an inspection of the same area before this one. */
static struct field earlier_field(struct arena *a, const struct programme *p)
{
    struct field fields[LEVEL_COUNT + 2];
    size_t count =
        level_fields(a, p, (struct field){.kind = FIELD_NUMBER, .whole = true}, fields);
    fields[count++] = (struct field){
        .name = "date", .kind = FIELD_DATE, .required = true, .help = "Of its report"};
    fields[count++] = (struct field){.name = "source",
                                     .kind = FIELD_WORD,
                                     .required = true,
                                     .help = "Where they stand"};
    return record_of(a, fields, count);
}

/* Figures of years, as in indicators.csv. */
static struct field series_field(struct arena *a)
{
    const struct field years = map_of(a, KEYS_FREE, (struct field){.kind = FIELD_NUMBER});
    struct field fields[STANDING_COUNT + 3];
    for (enum standing i = 0; i < STANDING_COUNT; i++)
        fields[i] = named(standing_names[i], "{2011: 7.4, 2012: 6.1}", years);
    fields[STANDING_COUNT] = (struct field){.name = "source",
                                            .kind = FIELD_WORD,
                                            .required = true,
                                            .help = "Where its figures come from"};
    fields[STANDING_COUNT + 1] = (struct field){
        .name = "unit", .kind = FIELD_WORD, .help = "%, or what one of them is"};
    fields[STANDING_COUNT + 2] = (struct field){
        .name = "source-cy", .kind = FIELD_WORD, .help = "The source in Welsh"};
    return record_of(a, fields, LEN(fields));
}

static struct field judgement_field(struct arena *a, const struct programme *p)
{
    const char **ids = NEW_ARRAY(a, const char *, p->band_count + 1);
    for (size_t i = 0; i < p->band_count; i++)
        ids[i] = p->bands[i].id;
    const struct field fields[] = {
        {.name = "is",
         .kind = FIELD_CHOICE,
         .required = true,
         .help = "The judgement",
         .choices = ids,
         .choice_count = p->band_count},
        {.name = "reason",
         .kind = FIELD_LINE,
         .help = "Why it departs from what the score alone gives"},
    };
    return record_of(a, fields, LEN(fields));
}

static struct field term_field(struct arena *a)
{
    const struct field fields[] = {
        {.name = "term",
         .kind = FIELD_TEXT,
         .required = true,
         .help = "As it is written"},
        {.name = "meaning",
         .kind = FIELD_TEXT,
         .required = true,
         .paragraphs = true,
         .help = "What the glossary says of it"},
        {.name = "sort-as",
         .kind = FIELD_WORD,
         .help = "How the Welsh glossary sorts it, where n and g, or r and h, are two "
                 "letters: \"Ban\\u034Fgor\""},
    };
    return record_of(a, fields, LEN(fields));
}

/* Who answers for which warnings. */
static struct field acceptance_field(struct arena *a)
{
    static const char *const languages[] = {"en", "cy"};
    const char **names = NEW_ARRAY(a, const char *, DIAG_COUNT);
    size_t count = 0;
    for (enum diag_id id = 0; id < DIAG_COUNT; id++)
        if (diag_may_accept(id))
            names[count++] = diag_name(id);
    const struct field fields[] = {
        {.name = "check",
         .kind = FIELD_CHOICE,
         .required = true,
         .help = "What is accepted: the name in brackets at the end of a message",
         .choices = names,
         .choice_count = count},
        {.name = "about",
         .kind = FIELD_WORD,
         .help = "What the message names in quotation marks; all that it says when it "
                 "is left out"},
        {.name = "by",
         .kind = FIELD_WORD,
         .required = true,
         .help = "The name of who accepts it"},
        {.name = "reason", .kind = FIELD_WORD, .required = true, .help = "Why"},
        {.name = "language",
         .kind = FIELD_CHOICE,
         .help = "Of which edition; of both when it is left out",
         .choices = languages,
         .choice_count = LEN(languages)},
    };
    return record_of(a, fields, LEN(fields));
}

/* What was mended in a report that was published. */
static struct field correction_field(struct arena *a)
{
    const struct field fields[] = {
        {.name = "date",
         .kind = FIELD_DATE,
         .required = true,
         .help = "The day on which the corrected report comes out"},
        {.name = "what",
         .kind = FIELD_LINE,
         .required = true,
         .printed = true,
         .help = "What has changed, a sentence: where, what it said, what it says now"},
        {.name = "why",
         .kind = FIELD_LINE,
         .required = true,
         .printed = true,
         .help = "Why, a sentence"},
    };
    return record_of(a, fields, LEN(fields));
}

/* What the table of answers may say (same.h). */
static struct field answers_field(struct arena *a)
{
    static const char *const empty[] = {"na"};
    struct field words = list_of(a, FIELD_WORD);
    const struct field fields[] = {
        {.name = "sheet", .kind = FIELD_WORD, .help = "Of a workbook"},
        named("ignore", "Heads of columns that are not for the report", words),
        named("headings", "Columns and what their heads say",
              map_of(a, KEYS_FREE, words)),
        named("values", "Answers and what cells say: yes: [y, 1], gender=male: [m]",
              map_of(a, KEYS_FREE, words)),
        named("totals", "How rows begin that stand below the cases", words),
        {.name = "empty",
         .kind = FIELD_CHOICE,
         .help = "What an empty cell of a scored question is taken for",
         .choices = empty,
         .choice_count = LEN(empty)},
    };
    return record_of(a, fields, LEN(fields));
}

/* A list of records. */
static struct field records_of(struct arena *a, struct field record)
{
    struct field *of = NEW(a, struct field);
    *of = record;
    return (struct field){.kind = FIELD_LIST, .of = of};
}

static void own_fields(struct arena *a, const struct programme *p, struct field *out)
{
    struct field words = list_of(a, FIELD_WORD), prose = {.kind = FIELD_PROSE};
    const struct field own[FIELDS_OF_ALL] = {
        {.name = "programme",
         .kind = FIELD_WORD,
         .required = true,
         .help = "The folder of the report family under templates/"},
        named("columns", "Columns of this area's own in answers.csv, with their values",
              map_of(a, KEYS_FREE, words)),
        named("answers", "What a spreadsheet says in place of our names, and which sheet",
              answers_field(a)),
        {.name = "as-of",
         .kind = FIELD_DATE,
         .help = "Earlier inspections count up to and with this day"},
        named("judgements", "Judgements that the inspection states or moderates",
              by_level(a, p, judgement_field(a, p))),
        named("national", "Figures of the areas inspected so far that the register lacks",
              national_field(a, p)),
        named("earlier", "Scores of an earlier inspection of the area, in percent",
              earlier_field(a, p)),
        named("series", "Figures of years by their name, as indicators.csv has them",
              map_of(a, KEYS_FREE, series_field(a))),
        named("scores", "Published scores in percent, alone or beside answers",
              scores_field(a, p)),
        named("footnotes", "Footnotes by the name that [^name] gives them",
              map_of(a, KEYS_FREE, prose)),
        named("glossary", "Terms of this report's own",
              map_of(a, KEYS_FREE, term_field(a))),
        named("accepted", "Warnings that somebody answers for by name",
              records_of(a, acceptance_field(a))),
        named("corrections", "What was corrected since the report was first released",
              records_of(a, correction_field(a))),
    };
    memcpy(out, own, sizeof own);
}

/* ---- what a programme adds ---- */

static void read_field(struct reader *r, const struct node *n, const char *name,
                       struct field *out);

static const struct field *read_fields(struct reader *r, const struct node *map,
                                       size_t *count)
{
    *count = 0;
    if (map == NULL || !expect_kind(r, map, NODE_MAP, "a map of fields"))
        return NULL;
    struct field *fields = NEW_ARRAY(r->a, struct field, map->count + 1);
    for (size_t i = 0; i < map->count; i++)
        read_field(r, map->entries[i].value, map->entries[i].key->text, &fields[i]);
    *count = map->count;
    return fields;
}

static enum field_keys read_keys(struct reader *r, const struct node *n)
{
    const char *names[KEYS_COUNT] = {[KEYS_FREE] = "free",
                                     [KEYS_CODES] = "codes",
                                     [KEYS_QUESTIONS] = "questions",
                                     [KEYS_COLUMNS] = "columns"};
    for (enum level l = 0; l < LEVEL_COUNT; l++)
        names[KEYS_LEVEL + l] = level_names[l].key;
    int k = choose(r, DIAG_VALUE_UNKNOWN, n->pos, n->text, names, KEYS_COUNT);
    return k < 0 ? KEYS_FREE : (enum field_keys)k;
}

/* The element of a list or map, a map's keys, a record's fields, a choice's words. */
static void read_inside(struct reader *r, const struct node *n, struct field *out)
{
    const struct node *keys = node_get(n, "keys"), *of = node_get(n, "of");
    if (keys != NULL && expect_kind(r, keys, NODE_TEXT, "a word"))
        out->keys = read_keys(r, keys);
    if (of != NULL) {
        struct field *element = NEW(r->a, struct field);
        read_field(r, of, NULL, element);
        out->of = element;
    }
    out->fields = read_fields(r, node_get(n, "fields"), &out->field_count);
    out->choices = read_words(r, n, "choices", &out->choice_count);
}

/* What a kind cannot do without. */
static void check_inside(struct reader *r, const struct node *n, struct field *f)
{
    bool container = f->kind == FIELD_LIST || f->kind == FIELD_MAP;
    const char *missing = container && f->of == NULL                        ? "of"
                          : f->kind == FIELD_RECORD && f->field_count == 0  ? "fields"
                          : f->kind == FIELD_CHOICE && f->choice_count == 0 ? "choices"
                                                                            : NULL;
    if (missing == NULL)
        return;
    diag(r->d, DIAG_KEY_MISSING, n->pos, "\"%s\"; a %s has to say it", missing,
         kind_names[f->kind]);
    f->kind = FIELD_WORD; /* something that later readers can hold */
}

/* `without: [full-stop, quotation-marks, several]` */
static unsigned read_without(struct reader *r, const struct node *n)
{
    const struct node *list = read_list(r, n, "without");
    unsigned signs = 0;
    for (size_t i = 0; list != NULL && i < list->count; i++) {
        const struct node *one = list->items[i];
        int sign = expect_kind(r, one, NODE_TEXT, "a word")
                       ? choose(r, DIAG_VALUE_UNKNOWN, one->pos, one->text,
                                line_sign_names, SIGN_COUNT)
                       : -1;
        if (sign >= 0)
            signs |= 1u << sign;
    }
    return signs;
}

/* One of a few words; NULL where none is said. */
static const char *read_one(struct reader *r, const struct node *n, const char *key,
                            const char *const *words, size_t count)
{
    const struct node *said = node_get(n, key);
    bool one = said != NULL && expect_kind(r, said, NODE_TEXT, "a word") &&
               choose(r, DIAG_VALUE_UNKNOWN, said->pos, said->text, words, count) >= 0;
    return one ? said->text : NULL;
}

/* What stands in the place of one of the choices. */
static const struct field *open_line(struct arena *a, const struct field *choice)
{
    struct field *line = NEW(a, struct field);
    *line = *choice;
    line->kind = FIELD_LINE;
    line->typed = true;
    return line;
}

static void read_field(struct reader *r, const struct node *n, const char *name,
                       struct field *out)
{
    static const char *const columns[] = {"column"};
    static const char *const places[] = {"section", "criterion"};
    *out = (struct field){.name = name, .kind = FIELD_WORD};
    if (!expect_keys(r, n,
                     "kind! required expected printed without translate length evidence "
                     "place help months open insets "
                     "choices keys column of fields"))
        return;
    const struct node *kind = node_get(n, "kind");
    if (kind != NULL && expect_kind(r, kind, NODE_TEXT, "a word")) {
        int k = choose(r, DIAG_VALUE_UNKNOWN, kind->pos, kind->text, kind_names,
                       LEN(kind_names));
        out->kind = k < 0 ? FIELD_WORD : (enum field_kind)k;
    }
    out->required = read_flag(r, n, "required");
    out->expected =
        node_get(n, "expected") != NULL ? read_flag(r, n, "expected") : out->required;
    out->printed = node_get(n, "printed") == NULL || read_flag(r, n, "printed");
    out->same = node_get(n, "translate") != NULL && !read_flag(r, n, "translate");
    out->months = read_flag(r, n, "months");
    out->insets = read_flag(r, n, "insets");
    out->evidence = read_one(r, n, "evidence", columns, LEN(columns)) != NULL;
    out->place = read_one(r, n, "place", places, LEN(places));
    out->without = read_without(r, n);
    out->length = read_int(r, n, "length", 1, 1000, 0);
    out->help = read_word(r, n, "help");
    out->column = read_word(r, n, "column");
    read_inside(r, n, out);
    check_inside(r, n, out);
    if (out->kind == FIELD_CHOICE && read_flag(r, n, "open"))
        out->line = open_line(r->a, out);
}

void fields_read(struct reader *r, const struct node *map, struct programme *p)
{
    size_t count;
    const struct field *added = read_fields(r, map, &count);
    struct field *all = NEW_ARRAY(r->a, struct field, FIELDS_OF_ALL + count);
    own_fields(r->a, p, all);
    if (count > 0)
        memcpy(all + FIELDS_OF_ALL, added, count * sizeof *added);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < FIELDS_OF_ALL; j++)
            if (strcmp(added[i].name, all[j].name) == 0)
                diag(r->d, DIAG_NAME_TWICE, map->entries[i].key->pos,
                     "\"%s\"; every report has this field already", added[i].name);
    p->fields = all;
    p->field_count = FIELDS_OF_ALL + count;
}

/* ---- looking up ---- */

const char *const *field_key_names(struct arena *a, const struct programme *p,
                                   enum field_keys keys, size_t *count)
{
    if (keys_are_ids(keys)) {
        *count = p->aspect_count[keys - KEYS_LEVEL];
        return aspect_ids(a, p->aspects[keys - KEYS_LEVEL], *count);
    }
    size_t n = 0;
    const char **names =
        NEW_ARRAY(a, const char *, p->question_count + p->characteristic_count + 1);
    for (size_t i = 0; keys != KEYS_FREE && i < p->question_count; i++) {
        const struct question *q = &p->questions[i];
        if (keys == KEYS_CODES && q->code != NULL)
            names[n++] = q->code;
        else if (keys == KEYS_QUESTIONS && q->kind == QUESTION_SCORED)
            names[n++] = q->name;
    }
    for (size_t i = 0; keys == KEYS_COLUMNS && i < p->characteristic_count; i++)
        names[n++] = p->characteristics[i].name;
    *count = n;
    return names;
}

/* What stands below its key; "" where the value stands beside it. */
static const char *written_below(struct arena *a, const struct programme *p,
                                 const struct field *f)
{
    enum { SHOWN = 6 };
    size_t count = f->field_count;
    const char **names = NEW_ARRAY(a, const char *, count + 1);
    for (size_t i = 0; i < count; i++)
        names[i] = f->fields[i].name;
    const char *const *keys =
        f->kind == FIELD_MAP ? field_key_names(a, p, f->keys, &count) : names;
    if (f->kind == FIELD_LIST)
        return " and below it a list, each item behind a dash";
    if ((f->kind != FIELD_MAP && f->kind != FIELD_RECORD) || count == 0)
        return "";
    struct buf out = buf_new(a);
    buf_str(&out, " and below it ");
    for (size_t i = 0; i < count && i < SHOWN; i++)
        buf_printf(&out, "%s%s", i == 0 ? "" : i + 1 == count ? " and " : ", ", keys[i]);
    buf_str(&out, count > SHOWN ? ", …" : "");
    return out.at;
}

const char *field_written(struct arena *a, const struct programme *p,
                          const struct field *f, const char *name)
{
    const char *beside = f->kind == FIELD_DATE    ? "2012-06-20"
                         : f->kind == FIELD_MONTH ? "2012-06"
                         : f->kind == FIELD_ISBN  ? "978-..."
                                                  : "...";
    const char *below = written_below(a, p, f);
    return below[0] != '\0' ? arena_printf(a, "\"%s:\" here%s", name, below)
                            : arena_printf(a, "\"%s: %s\" here", name, beside);
}

/* What is left of a path behind `name`, or NULL when it does not begin with it. */
static const char *after_name(const char *path, const char *name)
{
    size_t len = strlen(name);
    if (strncmp(path, name, len) != 0 || (path[len] != '.' && path[len] != '\0'))
        return NULL;
    return path[len] == '.' ? path + len + 1 : path + len;
}

/* A map's key may hold dots ("1.1"), so each dot is tried as its end. */
static const struct field *field_below(const struct field *f, const char *rest)
{
    if (*rest == '\0')
        return f;
    if (f->kind == FIELD_LIST)
        return field_below(f->of, rest);
    for (size_t i = 0; f->kind == FIELD_RECORD && i < f->field_count; i++) {
        const char *after = after_name(rest, f->fields[i].name);
        const struct field *found =
            after == NULL ? NULL : field_below(&f->fields[i], after);
        if (found != NULL)
            return found;
    }
    for (const char *end = rest; f->kind == FIELD_MAP; end++) {
        const struct field *found = *end == '\0'  ? f->of
                                    : *end == '.' ? field_below(f->of, end + 1)
                                                  : NULL;
        if (found != NULL || *end == '\0')
            return found;
    }
    return NULL;
}

const struct field *field_at(const struct programme *p, const char *path)
{
    struct field root = {
        .kind = FIELD_RECORD, .fields = p->fields, .field_count = p->field_count};
    return *path == '\0' ? NULL : field_below(&root, path);
}
