/* value.c -- the fields of inspection.yaml.  Comes in: a tree and the programme's list of
 * fields; goes out: typed values with positions.  A reader per kind, in one table.  Does
 * not know what any field means. */
#include "model/value.h"

#include "base/bounds.h"
#include "base/file.h"
#include "base/utf8.h"
#include "model/area.h"
#include "model/field.h"
#include "model/isbn.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

struct values {
    struct reader *r;
    const struct programme *p;
    struct map *ids; /* of blocks */
};

static void read_value(struct values *vs, const struct field *f, const struct node *n,
                       const char *path, const char *name, struct value *out);

static bool is_empty(const struct node *n)
{
    return n == NULL || (n->kind == NODE_TEXT && n->empty);
}

/* ---- words and lines ---- */

/* A key of a map, or a word, must be an id of the programme unless any will do. */
static bool check_key(struct values *vs, const struct field *f, const struct node *key,
                      enum diag_id id)
{
    if (f->keys == KEYS_FREE || f->keys == KEYS_COLUMNS) /* said where they are counted */
        return true;
    size_t count;
    const char *const *names = field_key_names(vs->r->a, vs->p, f->keys, &count);
    return choose(vs->r, id, key->pos, key->text, names, count) >= 0;
}

/* An id of the programme where the field's words are such. */
static void read_plain(struct values *vs, const struct node *n, struct value *v)
{
    v->word = node_word(vs->r, n);
    if (n->kind == NODE_TEXT)
        check_key(vs, v->field, n, DIAG_VALUE_UNKNOWN);
}

/* Figures are not counted: what they print is not known yet. */
static void check_length(struct values *vs, const struct node *n, const struct value *v)
{
    const char *words = prose_plain(vs->r->a, v->line);
    size_t len = utf8_count(words, strlen(words)), most = (size_t)v->field->length;
    if (most > 0 && len > most)
        diag(vs->r->d, DIAG_VALUE_RANGE, n->pos, "%zu characters; there is room for %zu",
             len, most);
}

static bool ends_with(const char *s, const char *end)
{
    size_t len = strlen(s), more = strlen(end);
    return len >= more && strcmp(s + len - more, end) == 0;
}

static bool has_full_stop(const char *words)
{
    return ends_with(words, ".") && !ends_with(words, "..");
}

static bool has_quotation_marks(const char *words)
{
    static const char *const open[] = {"\"", "'", "\u2018", "\u201C"};
    for (size_t i = 0; i < LEN(open); i++)
        if (strncmp(words, open[i], strlen(open[i])) == 0)
            return ends_with(words, "\"") || ends_with(words, "'") ||
                   ends_with(words, "\u2019") || ends_with(words, "\u201D");
    return false;
}

static bool has_several(const char *words)
{
    return strpbrk(words, ",;") != NULL || strstr(words, " and ") != NULL ||
           strstr(words, " & ") != NULL;
}

/* What the template would set twice, and names that were to be a list. */
static void check_signs(struct values *vs, const struct node *n, const struct value *v)
{
    static bool (*const has[])(const char *) = {
        [SIGN_FULL_STOP] = has_full_stop,
        [SIGN_QUOTATION_MARKS] = has_quotation_marks,
        [SIGN_SEVERAL] = has_several,
    };
    static const char *const how[] = {
        [SIGN_FULL_STOP] =
            "the full stop at its end; the report sets one, so leave it out",
        [SIGN_QUOTATION_MARKS] =
            "the quotation marks around it; the report sets them, so leave them out",
        [SIGN_SEVERAL] = "several in one; give each its own place: [One, Two]",
    };
    if (v->field->without == 0)
        return;
    const char *words = prose_plain(vs->r->a, v->line);
    for (unsigned sign = 0; sign < SIGN_COUNT; sign++)
        if ((v->field->without & 1u << sign) != 0 && has[sign](words))
            diag(vs->r->d, DIAG_LINE_SIGNS, n->pos, "%s", how[sign]);
}

static void read_line(struct values *vs, const struct node *n, struct value *v)
{
    v->line = node_line(vs->r, n);
    if (v->line == NULL && node_blank(n))
        say_empty(vs->r, n);
    check_length(vs, n, v);
    check_signs(vs, n, v);
}

static void read_lines(struct values *vs, const struct node *n, struct value *v)
{
    v->text =
        v->field->paragraphs ? node_paragraphs_text(vs->r, n) : node_line_text(vs->r, n);
}

/* Capitals do not matter, nor whether a hyphen or a blank stands between two words. */
static bool is_choice(const char *choice, const char *typed)
{
    for (; *choice != '\0' && *typed != '\0'; choice++, typed++)
        if (*choice != (*typed == ' ' ? '-' : tolower((unsigned char)*typed)))
            return false;
    return *choice == *typed;
}

/* Small letters and hyphens are meant for one of the choices, well or badly spelt. */
static bool is_line(const struct field *f, const struct node *n)
{
    return f->line != NULL && n->kind == NODE_TEXT &&
           n->text[strspn(n->text, "abcdefghijklmnopqrstuvwxyz0123456789-")] != '\0';
}

static void read_choice(struct values *vs, const struct node *n, struct value *v)
{
    const struct field *f = v->field;
    for (size_t i = 0; n->kind == NODE_TEXT && i < f->choice_count; i++)
        if (is_choice(f->choices[i], n->text)) {
            v->word = f->choices[i];
            return;
        }
    if (is_line(f, n)) {
        v->field = f->line;
        read_line(vs, n, v);
        return;
    }
    v->word = node_word(vs->r, n);
    if (n->kind == NODE_TEXT)
        choose(vs->r, DIAG_VALUE_UNKNOWN, n->pos, n->text, f->choices, f->choice_count);
}

/* 37.7, or {value: 37.7, source: ...}; for data without a sign of any language. */
/* The number itself, or {value: 37.7, source: ...}; NULL when it is neither. */
static const struct node *number_node(struct values *vs, const struct node *n,
                                      struct value *v)
{
    const char *how = v->field->whole ? "a whole number, as 12" : "a number, as 37.7";
    if (n->kind == NODE_MAP && !v->field->whole) {
        if (!expect_keys(vs->r, n, "value! source!"))
            return NULL;
        v->source = read_word(vs->r, n, "source");
        n = node_get(n, "value");
    }
    return n != NULL && expect_kind(vs->r, n, NODE_TEXT, how) ? n : NULL;
}

static void read_number(struct values *vs, const struct node *n, struct value *v)
{
    v->word = "";
    const struct node *number = number_node(vs, n, v);
    if (number == NULL)
        return;
    bool read = decimal_parse(number->text, &v->number) && v->number.units >= 0;
    if (read && (!v->field->whole || v->number.places == 0))
        v->word = decimal_plain(vs->r->a, v->number);
    else
        diag(vs->r->d, DIAG_VALUE_KIND, number->pos, "\"%s\"; this should be a %s",
             number->text,
             v->field->whole ? "whole number, as 12" : "number, as 12 or 37.7");
}

/* ---- dates, ISBN, pictures, places ---- */

/* Digits where the form has a 0, its other signs where it has them. */
static bool has_form(const char *text, const char *form)
{
    for (; *form != '\0'; text++, form++)
        if (*form == '0' ? *text < '0' || *text > '9' : *text != *form)
            return false;
    return *text == '\0';
}

/* The month by its number or its name where a field takes it, the day where it takes
 * that; `v->word` is the date as a machine writes it. */
static bool read_day(struct values *vs, const struct node *n, struct value *v)
{
    bool month = v->field->kind == FIELD_MONTH, either = v->field->months;
    bool read = date_parse(n->text, &v->date) ||
                ((month || either) && lang_month_parse(n->text, &v->date));
    if (!read || v->date.month == 0 || (!either && (v->date.day == 0) != month))
        return false;
    v->word = date_plain(vs->r->a, v->date);
    return true;
}

static void read_date(struct values *vs, const struct node *n, struct value *v)
{
    bool month = v->field->kind == FIELD_MONTH;
    const char *how = month ? "a year and a month, as 2012-06"
                      : v->field->months
                          ? "year, month and day, as 2012-06-20, or a month, as 2012-06"
                          : "year, month and day, as 2012-06-20";
    if (!expect_kind(vs->r, n, NODE_TEXT, how))
        return;
    v->word = n->text;
    if (read_day(vs, n, v))
        return;
    v->date = (struct date){0};
    diag(vs->r->d, DIAG_DATE_WRONG, n->pos, "\"%s\"; %s%s", n->text,
         has_form(n->text, month ? "0000-00" : "0000-00-00")
             ? "the calendar has no such day or month; this should be "
             : "this should be ",
         how);
}

static const char *read_one_isbn(struct values *vs, const struct node *n)
{
    if (!expect_kind(vs->r, n, NODE_TEXT, "an ISBN"))
        return NULL;
    const char *wrong = isbn_wrong(vs->r->a, n->text);
    if (wrong != NULL)
        diag(vs->r->d, DIAG_ISBN_WRONG, n->pos, "\"%s\"; %s", n->text, wrong);
    return n->text;
}

/* One is that of the English edition: each edition has its own. */
static void read_isbn(struct values *vs, const struct node *n, struct value *v)
{
    if (n->kind == NODE_TEXT) {
        v->isbn[LANG_EN] = read_one_isbn(vs, n);
        return;
    }
    if (!expect_keys(vs->r, n, "en cy"))
        return;
    for (enum lang l = LANG_EN; l < LANG_COUNT; l++) {
        const struct node *one = node_get(n, lang_code(l));
        v->isbn[l] = is_empty(one) ? NULL : read_one_isbn(vs, one);
    }
    if (v->isbn[LANG_EN] != NULL && v->isbn[LANG_CY] != NULL &&
        strcmp(v->isbn[LANG_EN], v->isbn[LANG_CY]) == 0)
        diag(vs->r->d, DIAG_ISBN_WRONG, node_get(n, "cy")->pos,
             "\"%s\"; the English edition has it already, each edition needs its own",
             v->isbn[LANG_CY]);
}

static void read_image(struct values *vs, const struct node *n, struct value *v)
{
    v->word = n->kind == NODE_TEXT ? n->text : NULL;
    picture_named(vs->r, vs->r->dir, n);
}

/* It stands in lines and boxes of every page. */
static const char *area_name(struct values *vs, const struct node *n, const char *name)
{
    size_t count = name != NULL ? utf8_count(name, strlen(name)) : 0;
    if (count <= AREA_CHARACTERS)
        return name;
    diag(vs->r->d, DIAG_VALUE_RANGE, n->pos,
         "a name of %zu characters; at most %d are taken", count, AREA_CHARACTERS);
    return arena_strndup(vs->r->a, name, utf8_cut(name, strlen(name), AREA_CHARACTERS));
}

static void read_area_forms(struct values *vs, const struct node *n,
                            const char *out[AREA_FORM_COUNT])
{
    if (node_blank(n))
        say_empty(vs->r, n);
    if (n->kind == NODE_TEXT) {
        out[AREA_NAME] = area_name(vs, n, n->text);
        if (has_quotation_marks(n->text))
            diag(vs->r->d, DIAG_LINE_SIGNS, n->pos,
                 "the quotation marks around it; leave them out");
        return;
    }
    if (!expect_keys(vs->r, n, "name! in of to and"))
        return;
    for (size_t i = 0; i < LEN(area_forms); i++)
        out[i] =
            area_name(vs, node_get(n, area_forms[i]), read_word(vs->r, n, area_forms[i]));
}

static void read_area(struct values *vs, const struct node *n, struct value *v)
{
    if (n->kind == NODE_TEXT) {
        read_area_forms(vs, n, v->area[LANG_EN]);
        v->area[LANG_CY][AREA_NAME] = v->area[LANG_EN][AREA_NAME];
        return;
    }
    if (n->kind == NODE_LIST) {
        expect_kind(vs->r, n, NODE_TEXT, "one name, or {en: ..., cy: ...}");
        return;
    }
    if (node_get(n, "en") == NULL && node_get(n, "name") != NULL) {
        diag(vs->r->d, DIAG_KEY_UNKNOWN, node_key(n, "name")->pos,
             "\"name\"; forms of a name belong to a language: {en: Name, cy: {name: Enw, "
             "in: yn Enw}}");
        return;
    }
    if (!expect_keys(vs->r, n, "en! cy"))
        return;
    for (enum lang l = LANG_EN; l < LANG_COUNT; l++) {
        const struct node *forms = node_get(n, lang_code(l));
        if (!is_empty(forms))
            read_area_forms(vs, forms, v->area[l]);
        if (!is_empty(forms) && l == LANG_CY)
            area_check(vs->r->a, vs->r->d, forms, v->area[l]);
    }
}

/* ---- prose ---- */

static void read_prose(struct values *vs, const struct node *n, struct value *v)
{
    v->blocks = text_read(vs->r, v->field, n, vs->ids);
}

/* "1. had been seen": a number that begins a text makes a list of it. */
static void check_number_first(struct values *vs, const struct value *v)
{
    if (v->blocks != NULL && v->blocks->kind == BLOCK_NUMBERS)
        diag(
            vs->r->d, DIAG_PROSE_ELEMENT, v->blocks->pos,
            "a list with no sentence before it; begin with one, or, where it is a number "
            "that begins the text, write \\ before its full stop");
}

static void read_id(struct values *vs, const struct node *n, struct value *v)
{
    v->id = id_read(vs->r, n, vs->ids);
}

/* Text, or {id: x, text: ...}, or {id: x, file: x.md}. */
static void read_block(struct values *vs, const struct node *n, struct value *v)
{
    bool known =
        n->kind == NODE_MAP && (node_get(n, "text") != NULL ||
                                node_get(n, "id") != NULL || node_get(n, "file") != NULL);
    if (!known) {
        read_prose(vs, n, v);
        check_number_first(vs, v);
        return;
    }
    read_id(vs, n, v);
    if (node_get(n, "file") != NULL)
        read_prose(vs, n, v);
    else if (expect_keys(vs->r, n, "id text!") && !is_empty(node_get(n, "text")))
        read_prose(vs, node_get(n, "text"), v);
}

/* ---- lists, maps, records ---- */

static const char *path_below(struct values *vs, const char *path, const char *name)
{
    return path[0] == '\0' ? name : arena_printf(vs->r->a, "%s.%s", path, name);
}

static void read_items(struct values *vs, const struct node *n, struct value *v)
{
    if (!expect_kind(
            vs->r, n, NODE_LIST,
            "a list, each item behind a dash on a line of its own, or all of them "
            "in [ ]; so is a single one"))
        return;
    struct value *items = NEW_ARRAY(vs->r->a, struct value, n->count + 1);
    for (size_t i = 0; i < n->count; i++)
        read_value(vs, v->field->of, n->items[i], v->path, NULL, &items[i]);
    v->items = items;
    v->count = n->count;
}

static void read_map(struct values *vs, const struct node *n, struct value *v)
{
    if (!expect_kind(vs->r, n, NODE_MAP, "a map of keys and values"))
        return;
    struct value *items = NEW_ARRAY(vs->r->a, struct value, n->count + 1);
    for (size_t i = 0; i < n->count; i++) {
        const struct entry *e = &n->entries[i];
        if (!check_key(vs, v->field, e->key, DIAG_KEY_UNKNOWN) || is_empty(e->value))
            continue;
        read_value(vs, v->field->of, e->value, path_below(vs, v->path, e->key->text),
                   e->key->text, &items[v->count++]);
    }
    v->items = items;
}

static void say_missing(struct values *vs, const struct field *f, const struct node *map)
{
    const struct node *key = node_key(map, f->name); /* with nothing behind it */
    const char *help = f->help != NULL ? arena_printf(vs->r->a, " (%s)", f->help) : "";
    diag(vs->r->d, DIAG_KEY_MISSING, key != NULL ? key->pos : map->pos,
         "\"%s\"%s; write %s", f->name, help, field_written(vs->r->a, vs->p, f, f->name));
}

/* The keys of a record, and those that it has to have. */
static void check_record_keys(struct values *vs, const struct field *f,
                              const struct node *n)
{
    const char **names = NEW_ARRAY(vs->r->a, const char *, f->field_count + 1);
    bool *lacking = NEW_ARRAY(vs->r->a, bool, f->field_count + 1);
    for (size_t i = 0; i < f->field_count; i++) {
        names[i] = f->fields[i].name;
        lacking[i] = f->fields[i].required && is_empty(node_get(n, names[i]));
    }
    lacking_check(vs->r, n, names, f->field_count, lacking);
    for (size_t i = 0; i < f->field_count; i++)
        if (lacking[i])
            say_missing(vs, &f->fields[i], n);
}

static const struct value *find_value(const struct value *v, const char *name)
{
    for (size_t i = 0; i < v->count; i++)
        if (v->items[i].name != NULL && strcmp(v->items[i].name, name) == 0)
            return &v->items[i];
    return NULL;
}

const struct value *value_in(const struct value *v, const char *name)
{
    return v == NULL ? NULL : find_value(v, name);
}

/* A record of two dates is a time that goes forward. */
static void check_range(struct values *vs, const struct value *v)
{
    const struct value *from = find_value(v, "from"), *to = find_value(v, "to");
    if (from == NULL || to == NULL || from->date.year == 0 || to->date.year == 0 ||
        from->open != NULL || to->open != NULL)
        return;
    if (strcmp(from->word, to->word) > 0)
        diag(vs->r->d, DIAG_VALUE_RANGE, to->node->pos, "%s to %s ends before it begins",
             from->word, to->word);
}

/* The first of several without [ ]: the others, which a comma has made keys, are said. */
static bool said_cut(const struct field *f, const struct node *map,
                     const struct node *value)
{
    for (size_t i = 1; i < map->count; i++) {
        const char *next = map->entries[i].key->text;
        if (map->entries[i - 1].value != value || !cut_by_comma(map, i))
            continue;
        for (size_t k = 0; k < f->field_count; k++)
            if (strcmp(f->fields[k].name, next) == 0)
                return false;
        return true;
    }
    return false;
}

static void read_record(struct values *vs, const struct node *n, struct value *v)
{
    if (!expect_kind(vs->r, n, NODE_MAP, "a map of keys and values"))
        return;
    const struct field *f = v->field;
    check_record_keys(vs, f, n);
    struct value *items = NEW_ARRAY(vs->r->a, struct value, f->field_count + 1);
    for (size_t i = 0; i < f->field_count; i++) {
        const struct field *one = &f->fields[i];
        const struct node *given = node_get(n, one->name);
        if (!is_empty(given) && !(one->kind == FIELD_LIST && said_cut(f, n, given)))
            read_value(vs, one, given, path_below(vs, v->path, one->name), one->name,
                       &items[v->count++]);
    }
    v->items = items;
    check_range(vs, v);
}

/* ---- values that are asked for ---- */

/* Kinds that no mark can stand in: a query takes the place of the whole value. */
static bool is_whole(enum field_kind k)
{
    return k == FIELD_WORD || k == FIELD_CHOICE || k == FIELD_NUMBER || k == FIELD_DATE ||
           k == FIELD_MONTH || k == FIELD_ISBN || k == FIELD_AREA;
}

/* The question of "((? the day of publication ?))"; NULL when it is no query. */
static const char *query_of(struct arena *a, const struct node *n)
{
    if (n->kind != NODE_TEXT || n->len < 7 || strncmp(n->text, "((?", 3) != 0 ||
        strcmp(n->text + n->len - 3, "?))") != 0)
        return NULL;
    const char *at = n->text + 3, *end = n->text + n->len - 3;
    for (; at < end && *at == ' '; at++)
        ;
    for (; end > at && end[-1] == ' '; end--)
        ;
    return end > at ? arena_strndup(a, at, (size_t)(end - at)) : NULL;
}

/* Something that a proof can be made with: the day is later than any that is meant. */
static void stand_in(struct value *v)
{
    const struct field *f = v->field;
    v->word = f->choice_count > 0 ? f->choices[0] : v->open;
    v->date = (struct date){2099, 12, f->kind == FIELD_MONTH ? 0 : 31};
    for (enum lang l = 0; l < LANG_COUNT; l++)
        v->area[l][AREA_NAME] = v->open;
}

/* ---- all ---- */

static void read_value(struct values *vs, const struct field *f, const struct node *n,
                       const char *path, const char *name, struct value *out)
{
    static void (*const readers[])(struct values *, const struct node *,
                                   struct value *) = {
        [FIELD_WORD] = read_plain,    [FIELD_LINE] = read_line,
        [FIELD_PROSE] = read_prose,   [FIELD_BLOCK] = read_block,
        [FIELD_TEXT] = read_lines,    [FIELD_AREA] = read_area,
        [FIELD_CHOICE] = read_choice, [FIELD_NUMBER] = read_number,
        [FIELD_DATE] = read_date,     [FIELD_MONTH] = read_date,
        [FIELD_ISBN] = read_isbn,     [FIELD_IMAGE] = read_image,
        [FIELD_LIST] = read_items,    [FIELD_MAP] = read_map,
        [FIELD_RECORD] = read_record,
    };
    *out = (struct value){.field = f, .node = n, .path = path, .name = name};
    out->open = is_whole(f->kind) ? query_of(vs->r->a, n) : NULL;
    if (out->open != NULL)
        stand_in(out);
    else
        readers[f->kind](vs, n, out);
}

const struct value *values_read(struct reader *r, const struct programme *p,
                                const struct node *map)
{
    struct field *f = NEW(r->a, struct field);
    *f = (struct field){
        .kind = FIELD_RECORD, .fields = p->fields, .field_count = p->field_count};
    struct value *root = NEW(r->a, struct value);
    struct values vs = {.r = r, .p = p, .ids = map_new(r->a)};
    read_value(&vs, f, map, "", NULL, root);
    return root;
}
