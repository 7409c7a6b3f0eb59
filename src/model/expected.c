/* expected.c -- what a report is to say and does not say yet: no findings for a
 * criterion, an empty list, no press notice.  Comes in: an inspection in which nothing is
 * wrong; goes out: a message at each.  What must be there in a proof too was said by
 * value.c. */
#include "model/field.h"
#include "model/value.h"

#include <string.h>

#define HOW_TO_ANSWER                                                                    \
    "write %s, or say why there is none: accepted: [{check: FIELD_EXPECTED, about: "     \
    "\"%s\", by: NAME, reason: WHY}]"

bool value_void(const struct value *v)
{
    enum field_kind kind = v->field->kind;
    if (kind != FIELD_LIST && kind != FIELD_MAP && kind != FIELD_RECORD)
        return false;
    for (size_t i = 0; i < v->count; i++)
        if (!value_void(&v->items[i]))
            return false;
    return true;
}

/* `path`, what it is called, if it has a title, and how it is written. */
static void say(struct reader *r, struct pos at, const char *path, const char *title,
                const char *how)
{
    bool titled = title != NULL && title[0] != '\0';
    diag(r->d, DIAG_FIELD_EXPECTED, at, "\"%s\"%s%s%s; " HOW_TO_ANSWER, path,
         titled ? " (" : "", titled ? title : "", titled ? ")" : "", how, path);
}

/* Where the author would write it: at what is there and holds nothing, else at `near`. */
static struct pos place_of(const struct value *v, struct pos near)
{
    return v != NULL && v->node != NULL && v->node->pos.len > 0 ? v->node->pos : near;
}

static const char *path_of(struct reader *r, const struct value *in, const char *name)
{
    return in->path[0] == '\0' ? name : arena_printf(r->a, "%s.%s", in->path, name);
}

static void check_value(struct reader *r, const struct inspection *in,
                        const struct value *v, struct pos near);

/* Each criterion of a map by criteria, and so on. */
static void check_keys(struct reader *r, const struct inspection *in,
                       const struct value *v, struct pos near)
{
    enum level level = (enum level)(v->field->keys - KEYS_LEVEL);
    for (size_t i = 0; i < in->programme->aspect_count[level]; i++) {
        const struct aspect *aspect = &in->programme->aspects[level][i];
        const struct value *one = value_in(v, aspect->id);
        if (one == NULL || value_void(one))
            say(r, place_of(one, near), path_of(r, v, aspect->id),
                prose_plain(r->a, aspect->title.in[LANG_EN]),
                field_written(r->a, in->programme, v->field->of, aspect->id));
    }
}

bool field_keyed(const struct field *f)
{
    return f->kind == FIELD_MAP && f->keys >= KEYS_LEVEL &&
           f->keys < KEYS_LEVEL + LEVEL_COUNT;
}

static void check_record(struct reader *r, const struct inspection *in,
                         const struct value *v, struct pos near)
{
    for (size_t i = 0; i < v->field->field_count; i++) {
        const struct field *f = &v->field->fields[i];
        const struct value *one = value_in(v, f->name);
        const struct node *key = node_key(v->node, f->name);
        if (one != NULL)
            check_value(r, in, one, key != NULL ? key->pos : near);
        else if (f->expected && !f->required) /* required ones have been said */
            say(r, near, path_of(r, v, f->name), f->help,
                field_written(r->a, in->programme, f, f->name));
    }
}

static void check_value(struct reader *r, const struct inspection *in,
                        const struct value *v, struct pos near)
{
    const struct field *f = v->field;
    if (f->kind == FIELD_RECORD)
        check_record(r, in, v, near);
    else if (field_keyed(f) && f->expected)
        check_keys(r, in, v, near);
    else if (f->expected && value_void(v))
        say(r, near, v->path, f->help, field_written(r->a, in->programme, f, v->name));
    bool inside = f->kind == FIELD_LIST || f->kind == FIELD_MAP;
    for (size_t i = 0; inside && i < v->count; i++)
        check_value(r, in, &v->items[i], v->items[i].node->pos);
}

/* Those that the programme names, of whatever year. */
static void check_indicators(struct reader *r, const struct inspection *in)
{
    for (size_t i = 0; i < in->programme->indicator_count; i++) {
        const struct expected_indicator *e = &in->programme->indicators[i];
        size_t at = 0;
        if (!e->expected)
            continue;
        while (at < in->indicator_count && strcmp(in->indicators[at].name, e->name) != 0)
            at++;
        if (at == in->indicator_count)
            say(r, in->root->node->pos, arena_printf(r->a, "indicators.%s", e->name),
                prose_plain(r->a, e->title.in[LANG_EN]), "a row in indicators.csv");
    }
}

void inspection_expect(struct arena *a, struct diags *d, const struct inspection *in)
{
    struct reader r = {.a = a, .d = d};
    check_value(&r, in, in->root, in->root->node->pos);
    check_indicators(&r, in);
}
