/* begin.c -- a report to fill in.  Comes in: a programme and the area's name; goes out:
 * the files of a new report, a query wherever a value is wanted, what may be left out
 * behind a #.  Does not know any report, and writes no file. */
#include "base/map.h"
#include "model/evidence.h"
#include "model/field.h"
#include "model/sheet.h"
#include "model/table.h"

#include <string.h>

struct beginning {
    struct arena *a;
    const struct programme *p;
    const char *area; /* NULL: asked for too */
    struct begun *to;
    struct buf out;
    struct buf lacks;   /* columns that the answers do not have */
    struct buf own;     /* columns that this area may have of its own */
    struct buf ignored; /* all that the programme does not have */
    bool told;          /* what the fields are for, at an earlier key */
    int indent, aside;  /* columns; -1: what is written holds, else the # stands there */
};

static const char *joined(struct arena *a, const char *path, const char *name)
{
    return path[0] == '\0' ? name : arena_printf(a, "%s-%s", path, name);
}

/* ---- lines ---- */

static void line_put(struct beginning *b, const char *lead, const char *rest)
{
    int before = b->aside >= 0 ? b->aside : b->indent;
    buf_printf(&b->out, "%*s%s", before, "", b->aside >= 0 ? "#" : "");
    buf_printf(&b->out, "%*s%s%s%s\n", b->indent - before, "", lead,
               rest[0] != '\0' ? " " : "", rest);
}

static void comment_put(struct beginning *b, const char *label, const char *words)
{
    const char *end = words + strlen(words);
    bool point = end > words && strchr(".?!", end[-1]) == NULL;
    line_put(b, arena_printf(b->a, "# %s%s%s", label, words, point ? "." : ""), "");
}

/* A text as YAML reads it back, whatever it holds. */
static const char *quoted(struct arena *a, const char *text)
{
    struct buf out = buf_new(a);
    buf_json(&out, text);
    return out.at;
}

static const char *query(struct arena *a, const char *ask)
{
    const char *whole = arena_printf(a, "((? %s ?))", ask);
    bool plain = strstr(ask, ": ") == NULL && strstr(ask, " #") == NULL;
    return plain ? whole : quoted(a, whole);
}

/* ---- what is asked ---- */

static const char *choices_of(struct arena *a, const struct field *f)
{
    struct buf out = buf_new(a);
    for (size_t i = 0; i < f->choice_count; i++)
        buf_printf(&out, "%s%s",
                   i == 0                     ? ""
                   : i + 1 == f->choice_count ? " or "
                                              : ", ",
                   f->choices[i]);
    return out.at;
}

/* What a value looks like, too, where it is no text. */
static const char *asked(struct beginning *b, const struct field *f, const char *words)
{
    switch (f->kind) {
    case FIELD_CHOICE: return f->choice_count < 12 ? choices_of(b->a, f) : words;
    case FIELD_DATE:
        return arena_printf(
            b->a, f->months ? "%s, as 2012-06-20 or 2012-06" : "%s, as 2012-06-20",
            words);
    case FIELD_MONTH: return arena_printf(b->a, "%s, as 2012-06", words);
    case FIELD_NUMBER: return arena_printf(b->a, "%s, a number", words);
    case FIELD_ISBN: return arena_printf(b->a, "%s, as 978-...", words);
    case FIELD_WORD:
    case FIELD_LINE:
    case FIELD_PROSE:
    case FIELD_BLOCK:
    case FIELD_TEXT:
    case FIELD_AREA:
    case FIELD_IMAGE:
    case FIELD_LIST:
    case FIELD_MAP:
    case FIELD_RECORD: break;
    }
    return words;
}

/* ---- fields ---- */

/* Where a field stands: `path` names its file ("context-area"), `words` say what is
 * wanted, `lead` begins its line ("area:", "-"). */
struct wanted {
    const char *path, *words, *lead;
    bool listed; /* inside a list: its texts have no files of their own */
};

static void value_put(struct beginning *b, const struct field *f, struct wanted at);

static void prose_put(struct beginning *b, const struct field *f, struct wanted at)
{
    const char *ask = query(b->a, at.words);
    if (f->kind == FIELD_BLOCK || at.listed || b->aside >= 0) {
        line_put(b, at.lead, ask);
        return;
    }
    const char *name = arena_printf(b->a, "%s.md", at.path);
    *array_push(b->a, &b->to->files) =
        (struct begun_file){name, arena_printf(b->a, "((? %s ?))\n", at.words)};
    line_put(b, at.lead, arena_printf(b->a, "{file: %s}", name));
}

static void picture_put(struct beginning *b, struct wanted at)
{
    line_put(b, at.lead, BEGUN_PICTURE);
    b->to->picture = b->to->picture || b->aside < 0;
}

static void list_put(struct beginning *b, const struct field *f, struct wanted at)
{
    line_put(b, at.lead, "");
    b->indent += 2;
    value_put(b, f->of, (struct wanted){at.path, at.words, "-", true});
    b->indent -= 2;
}

/* What the keys of a level stand for. */
static const char *key_title(struct beginning *b, enum field_keys keys, size_t i)
{
    if (!keys_are_ids(keys))
        return "";
    const struct inline_node *title =
        b->p->aspects[keys - KEYS_LEVEL][i].title.in[LANG_EN];
    return arena_printf(b->a, "# %s", prose_plain(b->a, title));
}

/* Under any name; of figures of years, those that the programme has a use for. */
static void named_put(struct beginning *b, const struct field *f, struct wanted at)
{
    const char *name = "NAME";
    if (strcmp(at.path, "series") == 0 && b->p->indicator_count > 0)
        name = b->p->indicators[0].name;
    for (size_t i = 0; strcmp(name, "NAME") != 0 && i < b->p->indicator_count; i++)
        comment_put(b, arena_printf(b->a, "%s: ", b->p->indicators[i].name),
                    prose_plain(b->a, b->p->indicators[i].title.in[LANG_EN]));
    value_put(
        b, f->of,
        (struct wanted){at.path, at.words, arena_printf(b->a, "%s:", name), at.listed});
}

/* Every key that there is; behind a #, and where any will do, one. */
static void keys_put(struct beginning *b, const struct field *f, struct wanted at)
{
    size_t count;
    const char *const *keys = field_key_names(b->a, b->p, f->keys, &count);
    bool told = b->told;
    line_put(b, at.lead, "");
    b->indent += 2;
    for (size_t i = 0; i < count && (i == 0 || b->aside < 0); i++) {
        const char *path = joined(b->a, at.path, keys[i]);
        const char *title = key_title(b, f->keys, i);
        if (title[0] != '\0')
            line_put(b, title, "");
        value_put(b, f->of,
                  (struct wanted){path, arena_printf(b->a, "%s %s", at.words, keys[i]),
                                  arena_printf(b->a, "\"%s\":", keys[i]), at.listed});
        b->told = true;
    }
    b->told = told;
    if (count == 0)
        named_put(b, f, at);
    b->indent -= 2;
}

static bool any_required(const struct field *f)
{
    for (size_t i = 0; i < f->field_count; i++)
        if (f->fields[i].required)
            return true;
    return false;
}

/* Of a record in which nothing has to be given, all is asked for; of one in a list, where
 * they are alternatives, the first. */
static bool is_asked(const struct field *record, size_t i, bool listed)
{
    if (any_required(record))
        return record->fields[i].required;
    return i == 0 || !listed;
}

static void field_put(struct beginning *b, const struct field *f, bool wanted,
                      struct wanted at)
{
    int aside = b->aside;
    const char *label = wanted        ? ""
                        : f->expected ? "Expected in a final: "
                                      : "Optional: ";
    if (f->help != NULL && !b->told)
        comment_put(b, label, f->help);
    if (!wanted && b->aside < 0)
        b->aside = b->indent;
    value_put(b, f, at);
    b->aside = aside;
}

/* Behind a # an example is enough of what every level takes alike: that of a headline. */
static bool is_like_headlines(const struct beginning *b, const struct field *record,
                              const struct field *one)
{
    const enum field_keys headlines = KEYS_LEVEL + LEVEL_HEADLINE;
    bool has = false;
    for (size_t i = 0; i < record->field_count; i++)
        has |= record->fields[i].kind == FIELD_MAP && record->fields[i].keys == headlines;
    return b->aside >= 0 && has && one->kind == FIELD_MAP && one->keys != headlines &&
           one->keys != KEYS_FREE;
}

static void record_put(struct beginning *b, const struct field *f, struct wanted at)
{
    bool dash = strcmp(at.lead, "-") == 0 && is_asked(f, 0, at.listed) &&
                f->fields[0].help == NULL;
    struct buf alike = buf_new(b->a);
    if (!dash)
        line_put(b, at.lead, "");
    b->indent += 2;
    for (size_t i = 0; i < f->field_count; i++) {
        const struct field *one = &f->fields[i];
        if (is_like_headlines(b, f, one)) {
            buf_printf(&alike, "%s%s", alike.len > 0 ? ", " : "", one->name);
            continue;
        }
        const char *words = arena_printf(b->a, "%s %s", at.words, one->name);
        bool first = dash && i == 0;
        const char *lead = arena_printf(b->a, "%s%s:", first ? "- " : "", one->name);
        b->indent -= first ? 2 : 0;
        field_put(
            b, one, is_asked(f, i, at.listed),
            (struct wanted){joined(b->a, at.path, one->name), words, lead, at.listed});
        b->indent += first ? 2 : 0;
    }
    if (alike.len > 0)
        comment_put(
            b, "",
            arena_printf(b->a, "In the same way %s; see gwasg help writing", alike.at));
    b->indent -= 2;
}

static void area_put(struct beginning *b, struct wanted at)
{
    const char *name = b->area != NULL ? quoted(b->a, b->area) : query(b->a, at.words);
    line_put(b, at.lead, name);
    if (b->aside >= 0 || at.listed)
        return;
    comment_put(b, "",
                "A Welsh edition has the name's own forms, each as it stands in a "
                "sentence; in the place of that line");
    b->aside = b->indent;
    line_put(b, at.lead, "");
    line_put(b, "  en:", name);
    line_put(b, "  cy:", "");
    line_put(b, "    name:", "  # the name");
    line_put(b, "    in:",
             "  # \"in\" and the name: yn, yng or ym, and what it does to the name");
    line_put(b, "    of:", "  # behind a noun: \"the town of ...\"");
    line_put(b, "    to:", "  # \"to\" and the name");
    line_put(b, "    and:", "  # \"and\" and the name");
    b->aside = -1;
}

static void value_put(struct beginning *b, const struct field *f, struct wanted at)
{
    if (f == NULL)
        bug("a list of nothing");
    switch (f->kind) {
    case FIELD_AREA: area_put(b, at); break;
    case FIELD_PROSE:
    case FIELD_BLOCK: prose_put(b, f, at); break;
    case FIELD_IMAGE: picture_put(b, at); break;
    case FIELD_LIST: list_put(b, f, at); break;
    case FIELD_MAP: keys_put(b, f, at); break;
    case FIELD_RECORD: record_put(b, f, at); break;
    case FIELD_WORD:
    case FIELD_LINE:
    case FIELD_TEXT:
    case FIELD_CHOICE:
    case FIELD_NUMBER:
    case FIELD_DATE:
    case FIELD_MONTH:
    case FIELD_ISBN: line_put(b, at.lead, query(b->a, asked(b, f, at.words))); break;
    }
}

/* ---- the report ---- */

static void head_put(struct beginning *b)
{
    buf_printf(
        &b->out,
        "# yaml-language-server: $schema=%s\n"
        "# %s.\n"
        "# What stands in ((? ... ?)) is asked for: write the value or the text in its\n"
        "# place; no final can be made before.  A line behind a # may be left out: take\n"
        "# the sign away to use it.\n"
        "programme: %s\n",
        begun_schema(b->a, b->p), prose_plain(b->a, b->p->title.in[LANG_EN]), b->p->name);
}

/* A text of its own is asked for in the words of its help; what has parts, by its name.
 */
static void top_put(struct beginning *b, const struct field *f)
{
    bool parts = f->of != NULL || f->field_count > 0;
    buf_char(&b->out, '\n');
    field_put(b, f, f->required,
              (struct wanted){f->name, f->help != NULL && !parts ? f->help : f->name,
                              arena_printf(b->a, "%s:", f->name), false});
}

const char *begun_schema(struct arena *a, const struct programme *p)
{
    return arena_printf(a, "%s.schema.json", p->name);
}

void programme_answers_head(const struct programme *p, struct buf *out)
{
    size_t count = 1 + p->characteristic_count + p->answer_count, at = 0;
    const char **names = NEW_ARRAY(out->a, const char *, count);
    names[at++] = "case";
    for (size_t i = 0; i < p->characteristic_count; i++)
        names[at++] = p->characteristics[i].name;
    for (size_t i = 0; i < p->question_count; i++)
        for (size_t n = 0; n < question_columns(&p->questions[i]); n++)
            names[at++] =
                question_column(out->a, p, &p->questions[i], p->questions[i].name, n);
    buf_csv_line(out, names, count);
}

/* ---- answers that there are ---- */

enum { KINDS_MOST = 8 }; /* of cases: a column with more values says something else */

/* The values of a column that parts the cases into a few kinds, "[\"A\", \"B\"]"; else
 * NULL. */
static const char *kinds_of(struct arena *a, const struct table *t, size_t column)
{
    struct buf out = buf_new(a);
    struct map *seen = map_new(a);
    size_t count = 0;
    for (size_t i = 0; i < t->rows && count <= KINDS_MOST; i++) {
        const char *text = table_cell(t, i, column)->text;
        if (text[0] == '\0' || map_put(seen, text, seen) != NULL)
            continue;
        buf_printf(&out, "%s%s", count++ == 0 ? "[" : ", ", quoted(a, text));
    }
    buf_char(&out, ']');
    return count >= 2 && count <= KINDS_MOST && 2 * count <= t->rows ? out.at : NULL;
}

/* A column that the programme does not have is passed over until somebody declares it. */
static void own_column_put(struct beginning *b, struct diags *d, const struct table *t,
                           size_t column)
{
    const struct cell *head = &t->head[column];
    const char *kinds = kinds_of(b->a, t, column), *name = quoted(b->a, head->text);
    buf_printf(&b->ignored, "%s%s", b->ignored.len > 0 ? ", " : "", name);
    if (kinds != NULL)
        buf_printf(&b->own, "#  %s: %s\n", name, kinds);
    diag(
        d, DIAG_COLUMN_UNFIT, head->pos,
        "\"%s\" is none of the programme's, which gwasg questions %s lists; it is passed "
        "over%s",
        head->text, b->p->name,
        kinds != NULL ? ", unless it is declared under \"columns:\" as this area's own"
                      : "");
}

enum { LACKS_NAMED = 4 }; /* of the columns that a table lacks; the others are counted */

static void look_for(struct beginning *b, const struct sheet *s, struct meaning what,
                     const char *name, const char *code, size_t *lacks)
{
    for (size_t i = 0; i < s->table->columns; i++)
        if (s->meanings[i].holds == what.holds && s->meanings[i].index == what.index)
            return;
    if ((*lacks)++ < LACKS_NAMED)
        buf_printf(&b->lacks, "%s\"%s\"%s%s%s", b->lacks.len > 0 ? ", " : "", name,
                   code != NULL ? " (or " : "", code != NULL ? code : "",
                   code != NULL ? ")" : "");
}

static void say_lacks(struct beginning *b, struct diags *d, const struct sheet *s)
{
    const struct programme *p = b->p;
    size_t lacks = 0;
    look_for(b, s, (struct meaning){HOLDS_CASE, 0}, "case", NULL, &lacks);
    for (size_t i = 0; i < p->characteristic_count; i++)
        look_for(b, s, (struct meaning){HOLDS_VALUE, i}, p->characteristics[i].name, NULL,
                 &lacks);
    for (size_t i = 0; i < p->question_count; i++) {
        const struct question *q = &p->questions[i];
        for (size_t n = 0; n < question_columns(q); n++)
            look_for(b, s, (struct meaning){HOLDS_ANSWER, q->column + n},
                     question_column(b->a, p, q, q->name, n),
                     question_column(b->a, p, q, q->code, n), &lacks);
    }
    if (lacks > LACKS_NAMED)
        buf_printf(&b->lacks, " and %zu more", lacks - LACKS_NAMED);
    if (lacks > 0)
        diag(d, DIAG_COLUMN_UNFIT, s->table->head[0].pos,
             "there is none for %s; each question has its column", b->lacks.at);
}

/* Another table, taken by mistake, would become the answers. */
static bool asks_nothing(const struct beginning *b, const struct sheet *s)
{
    for (size_t i = 0; i < s->table->columns; i++)
        if (s->meanings[i].holds == HOLDS_ANSWER)
            return false;
    return b->p->question_count > 0;
}

/* Columns that the programme does not have, and those that it lacks; what else is wrong
 * with the table its report will say. */
static void answers_fit(struct beginning *b, struct diags *d, const char *path)
{
    struct node none = {.kind = NODE_MAP};
    struct value root = {.node = &none};
    struct inspection in = {.programme = b->p, .root = &root};
    struct reader r = {.a = b->a, .d = diags_new(b->a)};
    struct sheet s = {.r = &r, .in = &in, .case_column = -1};
    const struct heads heads = {heads_know, &s};
    columns_read(&r, &in);
    s.same = same_of_inspection(&r, &in);
    heads_name(&s);
    r.d = d;
    s.table = table_load(&r, path, same_word(&s.same, "sheet"), "cases", &heads);
    r.d = diags_new(b->a);
    if (s.table == NULL)
        return;
    const bool read = heads_read(&s);
    if (asks_nothing(b, &s))
        diag(d, DIAG_CSV_COLUMN_MISSING, s.table->head[0].pos,
             "no question of %s has one here, so this is no table of its answers; give "
             "that one, or see with gwasg questions %s what its columns are called",
             b->p->name, b->p->name);
    if (!read || asks_nothing(b, &s))
        return;
    for (size_t i = 0; i < s.table->columns; i++)
        if (s.meanings[i].holds == HOLDS_NOTHING && s.table->head[i].text[0] != '\0')
            own_column_put(b, d, s.table, i);
    say_lacks(b, d, &s);
}

/* ---- all ---- */

/* Behind the programme's name: `columns` comes first. */
static void own_field_put(struct beginning *b, const struct field *f)
{
    if (b->ignored.len > 0 && strcmp(f->name, "answers") == 0)
        buf_printf(&b->out,
                   "\n# Columns of the table of answers that are passed over.\n"
                   "answers: {ignore: [%s]}\n",
                   b->ignored.at);
    else if (b->own.len > 0 && strcmp(f->name, "columns") == 0)
        buf_printf(&b->out, "\n# %s.\n#columns:\n%s", f->help, b->own.at);
    else if ((b->p->band_count > 0 || strcmp(f->name, "judgements") != 0) &&
             (b->p->indicator_count > 0 || strcmp(f->name, "series") != 0))
        top_put(b, f);
}

/* Nothing is corrected before it is published. */
static void own_fields_put(struct beginning *b)
{
    for (size_t i = 1; i < FIELDS_OF_ALL; i++)
        if (strcmp(b->p->fields[i].name, "corrections") != 0)
            own_field_put(b, &b->p->fields[i]);
}

struct begun programme_begin(struct arena *a, struct diags *d, const struct programme *p,
                             const char *area, const char *answers)
{
    struct begun to = {0};
    struct beginning b = {.a = a,
                          .p = p,
                          .area = area,
                          .to = &to,
                          .out = buf_new(a),
                          .own = buf_new(a),
                          .ignored = buf_new(a),
                          .lacks = buf_new(a),
                          .aside = -1};
    if (answers != NULL)
        answers_fit(&b, d, answers);
    head_put(&b);
    for (size_t i = FIELDS_OF_ALL; i < p->field_count; i++)
        top_put(&b, &p->fields[i]);
    own_fields_put(&b);
    *array_push(a, &to.files) = (struct begun_file){"inspection.yaml", b.out.at};
    return to;
}
