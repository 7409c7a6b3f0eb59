/* schema.c -- the field list as a JSON Schema (2020-12), so that an editor completes keys
 * and marks mistakes while an inspection is being written.  Comes in: a programme; goes
 * out: JSON.  Does not know any inspection. */
#include "model/field.h"

struct schema {
    struct arena *a;
    const struct programme *p;
    struct buf *out;
};

static void write_field(struct schema *s, const struct field *f);

static const char prose_types[] =
    "\"anyOf\":[{\"type\":\"string\"},{\"type\":\"object\",\"required\":[\"file\"],"
    "\"additionalProperties\":false,\"properties\":{\"file\":{\"type\":\"string\"}}}]";
static const char block_types[] =
    "\"anyOf\":[{\"type\":\"string\"},{\"type\":\"object\",\"additionalProperties\":"
    "false,"
    "\"properties\":{\"id\":{\"type\":\"string\"},\"text\":{\"type\":\"string\"},"
    "\"file\":{\"type\":\"string\"}}}]";
static const char text_types[] =
    "\"anyOf\":[{\"type\":\"string\"},{\"type\":\"object\",\"additionalProperties\":"
    "false,"
    "\"properties\":{\"en\":{\"type\":\"string\"},\"cy\":{\"type\":\"string\"}}}]";
#define PLACE                                                                            \
    "{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"object\",\"required\":[\"name\"],"    \
    "\"additionalProperties\":false,\"properties\":{\"name\":{\"type\":\"string\"},"     \
    "\"in\":{\"type\":\"string\"},\"of\":{\"type\":\"string\"},"                         \
    "\"to\":{\"type\":\"string\"},\"and\":{\"type\":\"string\"}}}]}"
static const char area_types[] =
    "\"anyOf\":[{\"type\":\"string\"},{\"type\":\"object\",\"required\":[\"en\"],"
    "\"additionalProperties\":false,\"properties\":{\"en\":" PLACE ",\"cy\":" PLACE "}}]";

/* With its source, where a reader could ask for it. */
static const char number_types[] =
    "\"anyOf\":[{\"type\":\"number\",\"minimum\":0},{\"type\":\"object\",\"required\":["
    "\"value\","
    "\"source\"],\"additionalProperties\":false,\"properties\":{\"value\":{\"type\":"
    "\"number\"},\"source\":{\"type\":\"string\"}}}]";

/* What a plain kind is in JSON; the kinds with something inside are written below.  A
 * word may look like something else to YAML (2012, no). */
static const char *plain_types(enum field_kind k)
{
    switch (k) {
    case FIELD_WORD: return "\"type\":[\"string\",\"number\",\"boolean\"]";
    case FIELD_LINE:
    case FIELD_IMAGE: return "\"type\":\"string\"";
    case FIELD_PROSE: return prose_types;
    case FIELD_BLOCK: return block_types;
    case FIELD_TEXT:
    case FIELD_ISBN: return text_types;
    case FIELD_AREA: return area_types;
    case FIELD_NUMBER: return number_types;
    case FIELD_DATE:
        return "\"type\":\"string\",\"pattern\":\"^[0-9]{4}-[0-9]{2}-[0-9]{2}$\"";
    case FIELD_MONTH: return "\"type\":\"string\",\"pattern\":\"^[0-9]{4}-[0-9]{2}$\"";
    case FIELD_CHOICE:
    case FIELD_LIST:
    case FIELD_MAP:
    case FIELD_RECORD: return NULL;
    }
    bug("field kind %d", (int)k);
}

static void write_names(struct buf *out, const char *const *names, size_t count)
{
    buf_char(out, '[');
    for (size_t i = 0; i < count; i++) {
        buf_str(out, i == 0 ? "" : ",");
        buf_json(out, names[i]);
    }
    buf_char(out, ']');
}

static void write_required(struct schema *s, const struct field *fields, size_t count)
{
    ARRAY(const char *) names = {0};
    for (size_t i = 0; i < count; i++)
        if (fields[i].required)
            *array_push(s->a, &names) = fields[i].name;
    if (names.len == 0)
        return;
    buf_str(s->out, ",\"required\":");
    write_names(s->out, names.at, names.len);
}

static void write_record(struct schema *s, const struct field *fields, size_t count)
{
    buf_str(s->out, "\"type\":\"object\",\"additionalProperties\":false");
    write_required(s, fields, count);
    buf_str(s->out, ",\"properties\":{");
    for (size_t i = 0; i < count; i++) {
        buf_str(s->out, i == 0 ? "" : ",");
        buf_json(s->out, fields[i].name);
        buf_char(s->out, ':');
        write_field(s, &fields[i]);
    }
    buf_char(s->out, '}');
}

/* A map whose keys are ids of the programme takes no others. */
static void write_map(struct schema *s, const struct field *f)
{
    size_t count;
    const char *const *names = field_key_names(s->a, s->p, f->keys, &count);
    buf_str(s->out, "\"type\":\"object\",\"additionalProperties\":");
    write_field(s, f->of);
    if (f->keys == KEYS_FREE)
        return;
    buf_str(s->out, ",\"propertyNames\":{\"enum\":");
    write_names(s->out, names, count);
    buf_char(s->out, '}');
}

static void write_inside(struct schema *s, const struct field *f)
{
    const char *plain = plain_types(f->kind);
    if (f->kind == FIELD_WORD && f->keys != KEYS_FREE) {
        size_t count;
        const char *const *names = field_key_names(s->a, s->p, f->keys, &count);
        buf_str(s->out, "\"enum\":");
        write_names(s->out, names, count);
    } else if (plain != NULL) {
        buf_str(s->out, plain);
    } else if (f->kind == FIELD_CHOICE) {
        buf_str(s->out, "\"enum\":");
        write_names(s->out, f->choices, f->choice_count);
    } else if (f->kind == FIELD_LIST) {
        buf_str(s->out, "\"type\":\"array\",\"items\":");
        write_field(s, f->of);
    } else if (f->kind == FIELD_MAP) {
        write_map(s, f);
    } else {
        write_record(s, f->fields, f->field_count);
    }
}

static void write_field(struct schema *s, const struct field *f)
{
    buf_char(s->out, '{');
    if (f->help != NULL) {
        buf_str(s->out, "\"description\":");
        buf_json(s->out, f->help);
        buf_char(s->out, ',');
    }
    write_inside(s, f);
    buf_char(s->out, '}');
}

void programme_schema(const struct programme *p, struct buf *out)
{
    struct schema s = {out->a, p, out};
    buf_str(out,
            "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"title\":");
    buf_json(out, p->name);
    buf_char(out, ',');
    write_record(&s, p->fields, p->field_count);
    buf_str(out, "}\n");
}
