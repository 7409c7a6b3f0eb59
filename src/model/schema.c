/* schema.c -- the field list as a JSON Schema, so that an editor completes keys, says
 * what they are for and marks mistakes while an inspection is being written.  Comes in:
 * programmes; goes out: JSON, in the draft that editors know best (draft-07).  It is
 * never stricter than the reader: YAML reads an unquoted 2012 as a number, `no` as false
 * and a key with nothing behind it as null.  Does not know any inspection. */
#include "model/field.h"

#include <string.h>

struct schema {
    struct arena *a;
    const struct programme *p;
    struct buf *out;
    const char *root; /* where its definitions stand: "#", "#/definitions/cci-2012" */
    size_t maps;      /* of keys that the programme names, each with its definition */
    struct buf definitions;
};

/* What an author is told of a kind, what JSON it is (members of a schema each, NULL at
 * the end), and what an editor may offer. */
#define SCALAR "\"type\":[\"string\",\"number\",\"boolean\"]"
#define RECORD "\"type\":\"object\",\"additionalProperties\":false,"
#define QUERY                                                                            \
    "\"type\":\"string\",\"pattern\":\"^\\\\(\\\\(\\\\?[\\\\s\\\\S]+\\\\?\\\\)\\\\)$\""
#define PLACE                                                                            \
    "{\"anyOf\":[{" SCALAR "},{" RECORD "\"required\":[\"name\"],\"properties\":{"       \
    "\"name\":{" SCALAR "},\"in\":{" EMPTY "},\"of\":{" EMPTY "},\"to\":{" EMPTY         \
    "},\"and\":{" EMPTY "}}}]}"
#define EMPTY "\"type\":[\"string\",\"number\",\"boolean\",\"null\"]"
#define FILES "\"file\":{\"type\":\"string\"},\"id\":{" EMPTY "}"
#define IN_FILE RECORD "\"required\":[\"file\"],\"properties\":{" FILES "}"
#define EACH(kind) RECORD "\"properties\":{\"en\":{" kind "},\"cy\":{" kind "}}"
#define SNIPPET(label, body)                                                             \
    "\"defaultSnippets\":[{\"label\":\"" label "\",\"body\":" body "}]"
#define WANTED SNIPPET("((? asked for ?))", "\"((? ${1:what is wanted here} ?))\"")
/* With its source, where a reader could ask for it. */
#define NUMBER "\"type\":\"number\",\"minimum\":0"
#define DECIMAL "\"type\":\"string\",\"pattern\":\"^[0-9]{1,9}([.][0-9]+)?$\""
#define GIVEN                                                                            \
    RECORD "\"required\":[\"value\",\"source\"],\"properties\":{\"value\":{\"anyOf\":["  \
           "{" NUMBER "},{" DECIMAL "}]},\"source\":{" SCALAR "}}"
#define DAY "(0[1-9]|[12][0-9]|3[01])"
#define MONTH "[0-9]{4}-(0[1-9]|1[0-2])"
#define DIGITS "^[0-9](?:[ -]*[0-9]){12}[ -]*$"

static const struct kind_schema {
    const char *what, *types[5], *offer;
} kinds[] = {
    [FIELD_WORD] = {"Plain characters, no marks.", {SCALAR}, NULL},
    [FIELD_LINE] = {"One paragraph; marks such as ((cases)) may stand in it.",
                    {SCALAR},
                    WANTED},
    [FIELD_PROSE] = {"Paragraphs and lists behind a |, or {file: NAME.md}.",
                     {SCALAR, IN_FILE},
                     SNIPPET("a file of its own", "{\"file\":\"${1:name}.md\"}")},
    [FIELD_BLOCK] = {"A paragraph, or {id: NAME, text: ...} that can be linked to.",
                     {SCALAR, RECORD "\"properties\":{" FILES ",\"text\":{" EMPTY "}}"},
                     WANTED},
    [FIELD_TEXT] = {"One line, or {en: ..., cy: ...}.", {SCALAR, EACH(EMPTY)}, NULL},
    [FIELD_AREA] =
        {"A name, or {en: ..., cy: {name: ..., in: ..., of: ..., to: ..., and: "
         "...}}.",
         {SCALAR, RECORD "\"required\":[\"en\"],\"properties\":{\"en\":" PLACE
                         ",\"cy\":{\"anyOf\":[{\"type\":\"null\"}," PLACE "]}}"},
         SNIPPET("in both languages",
                 "{\"en\":\"$1\",\"cy\":{\"name\":\"$2\",\"in\":\"$3\",\"of\":"
                 "\"$4\",\"to\":\"$5\",\"and\":\"$6\"}}")},
    [FIELD_CHOICE] = {"One of these words.", {NULL}, NULL},
    [FIELD_NUMBER] = {"A number, or {value: 37.7, source: ...}.",
                      {NUMBER, GIVEN, DECIMAL, QUERY},
                      NULL},
    [FIELD_DATE] = {"Year, month and day: 2012-06-20.",
                    {"\"type\":\"string\",\"pattern\":\"^" MONTH "-" DAY "$\"", QUERY},
                    SNIPPET("year-month-day", "\"${1:2012}-${2:06}-${3:20}\"")},
    [FIELD_MONTH] = {"Year and month: 2012-06.",
                     {"\"type\":\"string\",\"pattern\":\"^" MONTH "$\"", QUERY},
                     SNIPPET("year-month", "\"${1:2012}-${2:06}\"")},
    [FIELD_ISBN] =
        {"13 digits, hyphens between, or {en: ..., cy: ...}.",
         {"\"type\":\"string\",\"pattern\":\"" DIGITS "\"",
          "\"type\":\"integer\",\"minimum\":9780000000000,\"maximum\":"
          "9799999999999",
          EACH("\"type\":[\"string\",\"integer\",\"null\"],\"pattern\":\"" DIGITS "\""),
          QUERY},
         SNIPPET("one for each edition", "{\"en\":\"978-$1\",\"cy\":\"978-$2\"}")},
    [FIELD_IMAGE] = {"A picture in the report's folder: PNG, JPEG or SVG.",
                     {"\"type\":\"string\""},
                     NULL},
    [FIELD_LIST] = {"A list, each item behind a dash.", {NULL}, NULL},
    [FIELD_MAP] = {"Keys, each with what stands behind it.", {NULL}, NULL},
    [FIELD_RECORD] = {"Keys, each with what stands behind it.", {NULL}, NULL},
};

static void write_field(struct schema *s, const struct field *f, bool optional);

static const struct kind_schema whole_number = {
    "A whole number.",
    {"\"type\":\"integer\",\"minimum\":0,\"maximum\":999999999",
     "\"type\":\"string\",\"pattern\":\"^[0-9]{1,9}$\"", QUERY},
    NULL};

#define INSETS                                                                           \
    RECORD "\"properties\":{\"file\":" WORDS ",\"table\":" WORDS ",\"picture\":" WORDS   \
           ",\"caption\":" WORDS ",\"alt\":" WORDS ",\"source\":" WORDS ",\"id\":" WORDS \
           ",\"wide\":{\"type\":[\"boolean\",\"string\"]},"                              \
           "\"width\":{\"type\":\"integer\",\"minimum\":60,\"maximum\":720}}"
#define WORDS "{" SCALAR "}"

static const struct kind_schema with_insets = {
    "Paragraphs and lists behind a |, {file: NAME.md}, or a list of these with tables "
    "and "
    "pictures between them.",
    {SCALAR, IN_FILE,
     "\"type\":\"array\",\"items\":{\"anyOf\":[{" SCALAR "},{" INSETS "}]}"},
    SNIPPET("a table", "[\"$1\",{\"table\":\"${2:name}.csv\",\"caption\":\"$3\","
                       "\"source\":\"$4\"}]")};

static const struct kind_schema *kind_of(const struct field *f)
{
    if (f->insets)
        return &with_insets;
    return f->kind == FIELD_NUMBER && f->whole ? &whole_number : &kinds[f->kind];
}

/* ---- names ---- */

static void write_enum(struct buf *out, const char *const *names, size_t count)
{
    buf_str(out, "{\"enum\":[");
    for (size_t i = 0; i < count; i++) {
        buf_str(out, i == 0 ? "" : ",");
        buf_json(out, names[i]);
    }
    buf_str(out, "]}");
}

static bool is_number(const char *name)
{
    size_t whole = strspn(name, "0123456789");
    size_t rest = name[whole] == '.' ? 1 + strspn(name + whole + 1, "0123456789") : 0;
    return whole > 0 && rest != 1 && name[whole + rest] == '\0' &&
           (name[0] != '0' || whole == 1);
}

/* Names that YAML takes for something else unless they are quoted: 1.1, no. */
static void write_unquoted(struct buf *out, const char *const *names, size_t count)
{
    bool truth = false, numbers = false;
    for (size_t i = 0; i < count; i++) {
        truth = truth || strcmp(names[i], "yes") == 0 || strcmp(names[i], "no") == 0;
        numbers = numbers || is_number(names[i]);
    }
    if (truth)
        buf_str(out, ",{\"type\":\"boolean\"}");
    if (!numbers)
        return;
    const char *before = ",{\"type\":\"number\",\"enum\":[";
    for (size_t i = 0; i < count; i++)
        if (is_number(names[i])) {
            buf_printf(out, "%s%s", before, names[i]);
            before = ",";
        }
    buf_str(out, "]}");
}

static void write_names(struct schema *s, const char *const *names, size_t count)
{
    write_enum(s->out, names, count);
    write_unquoted(s->out, names, count);
    buf_str(s->out, ",{" QUERY "}");
}

/* ---- what holds others ---- */

static void write_required(struct schema *s, const struct field *fields, size_t count)
{
    const char *before = ",\"required\":[";
    for (size_t i = 0; i < count; i++)
        if (fields[i].required) {
            buf_str(s->out, before);
            buf_json(s->out, fields[i].name);
            before = ",";
        }
    buf_str(s->out, before[1] == '\0' ? "]" : "");
}

static void write_record(struct schema *s, const struct field *fields, size_t count)
{
    buf_str(s->out, "\"additionalProperties\":false");
    write_required(s, fields, count);
    buf_str(s->out, ",\"properties\":{");
    for (size_t i = 0; i < count; i++) {
        buf_str(s->out, i == 0 ? "" : ",");
        buf_json(s->out, fields[i].name);
        buf_char(s->out, ':');
        write_field(s, &fields[i], !fields[i].required);
    }
    buf_char(s->out, '}');
}

/* What every key holds, once, beside the root. */
static const char *define(struct schema *s, const struct field *of)
{
    struct buf *out = s->out, inside = buf_new(s->a);
    const char *name = arena_printf(s->a, "map-%zu", ++s->maps);
    s->out = &inside;
    write_field(s, of, true);
    s->out = out;
    buf_printf(&s->definitions, "%s\"%s\":%s", s->definitions.len > 0 ? "," : "", name,
               inside.at);
    return arena_printf(s->a, "%s/definitions/%s", s->root, name);
}

static const char *plain_of(struct schema *s, const struct text *t)
{
    return t->in[LANG_EN] != NULL ? prose_plain(s->a, t->in[LANG_EN]) : "";
}

/* Editors put the colon behind a key where they see without a reference what follows. */
static const char *type_of(const struct field *of)
{
    bool object = of->kind == FIELD_RECORD || of->kind == FIELD_MAP;
    return object                     ? ",\"type\":[\"object\",\"null\"]"
           : of->kind == FIELD_LIST   ? ",\"type\":[\"array\",\"null\"]"
           : of->kind == FIELD_NUMBER ? ",\"type\":[\"number\",\"string\",\"null\"]"
                                      : "";
}

/* A criterion says which it is: plainly, and as editors that know Markdown show it. */
static void write_aspect(struct schema *s, const struct aspect *one,
                         const struct field *of, const char *ref)
{
    const char *title = plain_of(s, &one->title), *text = plain_of(s, &one->text);
    buf_json(s->out, one->id);
    buf_str(s->out, ":{\"description\":");
    buf_json(s->out,
             arena_printf(s->a, "%s%s%s", title, *text != '\0' ? ": " : "", text));
    buf_str(s->out, ",\"markdownDescription\":");
    buf_json(s->out, arena_printf(s->a, "**%s %s**\n\n%s", one->id, title, text));
    buf_printf(s->out, "%s,\"allOf\":[{\"$ref\":\"%s\"}]}", type_of(of), ref);
}

/* A map whose keys are ids of the programme takes no others. */
static void write_map(struct schema *s, const struct field *f)
{
    size_t count = 0;
    if (!keys_are_ids(f->keys)) {
        const char *const *names = field_key_names(s->a, s->p, f->keys, &count);
        if (count > 0) {
            buf_str(s->out, "\"propertyNames\":");
            write_enum(s->out, names, count);
            buf_char(s->out, ',');
        }
        buf_str(s->out, "\"additionalProperties\":");
        write_field(s, f->of, true);
        return;
    }
    const char *ref = define(s, f->of);
    size_t level = f->keys - KEYS_LEVEL;
    buf_str(s->out, "\"additionalProperties\":false,\"properties\":{");
    for (size_t i = 0; i < s->p->aspect_count[level]; i++) {
        buf_str(s->out, i == 0 ? "" : ",");
        write_aspect(s, &s->p->aspects[level][i], f->of, ref);
    }
    buf_char(s->out, '}');
}

static void write_inside(struct schema *s, const struct field *f, bool optional)
{
    const char *null = optional ? ",\"null\"" : "";
    buf_printf(s->out, "\"type\":[\"%s\"%s],", f->kind == FIELD_LIST ? "array" : "object",
               null);
    if (f->kind == FIELD_LIST) {
        buf_str(s->out, "\"items\":");
        write_field(s, f->of, false);
    } else if (f->kind == FIELD_MAP) {
        write_map(s, f);
    } else {
        write_record(s, f->fields, f->field_count);
    }
}

/* ---- a field ---- */

/* A word that is an id, a choice, or any of what its kind may look like. */
static void write_alternatives(struct schema *s, const struct field *f, bool optional)
{
    size_t count = 0;
    const char *const *names = f->choices;
    buf_str(s->out, "\"anyOf\":[");
    if (f->kind == FIELD_CHOICE)
        count = f->choice_count;
    else if (f->kind == FIELD_WORD && f->keys != KEYS_FREE && f->keys != KEYS_COLUMNS)
        names = field_key_names(s->a, s->p, f->keys, &count);
    if (count > 0)
        write_names(s, names, count);
    else if (f->kind == FIELD_CHOICE) /* of no judgements: nothing can be right */
        buf_str(s->out, "{\"not\":{}}");
    for (size_t i = 0; count == 0 && i < 4 && kind_of(f)->types[i] != NULL; i++)
        buf_printf(s->out, "%s{%s}", i == 0 ? "" : ",", kind_of(f)->types[i]);
    if (f->line != NULL)
        buf_str(s->out, ",{" EMPTY "}");
    if (f->months)
        buf_str(s->out,
                ",{\"type\":\"string\",\"pattern\":\"^(" MONTH "|[^ ]+ [0-9]{4})$\"}");
    buf_printf(s->out, "%s]", optional ? ",{\"type\":\"null\"}" : "");
}

static void write_field(struct schema *s, const struct field *f, bool optional)
{
    const struct kind_schema *kind = kind_of(f);
    bool point = f->help != NULL && strchr(".?!", f->help[strlen(f->help) - 1]) == NULL;
    buf_str(s->out, "{\"description\":");
    buf_json(s->out,
             arena_printf(s->a, "%s%s%s%s", f->help != NULL ? f->help : "",
                          point ? "." : "", f->help != NULL ? " " : "", kind->what));
    buf_printf(s->out, ",%s%s", kind->offer != NULL ? kind->offer : "",
               kind->offer != NULL ? "," : "");
    if (f->of != NULL || f->kind == FIELD_RECORD)
        write_inside(s, f, optional);
    else
        write_alternatives(s, f, optional);
    buf_char(s->out, '}');
}

/* ---- a report ---- */

/* The members of a report's schema; its `programme` can be no other. */
static void write_report(struct buf *out, const struct programme *p, const char *root)
{
    struct schema s = {
        .a = out->a, .p = p, .out = out, .root = root, .definitions = buf_new(out->a)};
    struct field *fields = NEW_ARRAY(out->a, struct field, p->field_count);
    memcpy(fields, p->fields, p->field_count * sizeof *fields);
    fields[0].kind = FIELD_CHOICE;
    fields[0].choices = &p->name;
    fields[0].choice_count = 1;
    buf_str(out, "\"title\":");
    buf_json(out, p->name);
    buf_str(out, ",\"description\":");
    buf_json(out, plain_of(&s, &p->title));
    buf_str(out, ",\"type\":\"object\",");
    write_record(&s, fields, p->field_count);
    buf_printf(out, ",\"definitions\":{%s}", s.definitions.at);
}

static const char draft[] = "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",";

void programme_schema(const struct programme *p, struct buf *out)
{
    buf_str(out, draft);
    write_report(out, p, "#");
    buf_str(out, "}\n");
}

/* Which programmes there are; each with what it is. */
static void write_choice(struct buf *out, const struct programme *const *all,
                         size_t count)
{
    buf_str(out, "\"programme\":{\"description\":\"The report family.\",\"oneOf\":[");
    for (size_t i = 0; i < count; i++) {
        const struct inline_node *title = all[i]->title.in[LANG_EN];
        buf_str(out, i == 0 ? "{\"const\":" : ",{\"const\":");
        buf_json(out, all[i]->name);
        buf_str(out, ",\"description\":");
        buf_json(out, title != NULL ? prose_plain(out->a, title) : "");
        buf_char(out, '}');
    }
    buf_str(out, "]}");
}

void programmes_schema(const struct programme *const *all, size_t count, struct buf *out)
{
    buf_printf(out,
               "%s\"title\":\"inspection\",\"type\":\"object\",\"required\":"
               "[\"programme\"],\"properties\":{",
               draft);
    write_choice(out, all, count);
    buf_str(out, "},\"allOf\":[");
    for (size_t i = 0; i < count; i++) {
        buf_str(out, i == 0 ? "" : ",");
        buf_str(out,
                "{\"if\":{\"required\":[\"programme\"],\"properties\":{\"programme\":{"
                "\"const\":");
        buf_json(out, all[i]->name);
        buf_printf(out, "}}},\"then\":{\"$ref\":\"#/definitions/%s\"}}", all[i]->name);
    }
    buf_str(out, "],\"definitions\":{");
    for (size_t i = 0; i < count; i++) {
        buf_printf(out, "%s\"%s\":{", i == 0 ? "" : ",", all[i]->name);
        write_report(out, all[i], arena_printf(out->a, "#/definitions/%s", all[i]->name));
        buf_char(out, '}');
    }
    buf_str(out, "}}\n");
}
