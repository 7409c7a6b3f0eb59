/* advice.c -- in: faults of a table of answers that `answers:` of inspection.yaml can
 * mend; out: that map, whole, so that it can be pasted: with what stands there already,
 * and all that the messages of this run ask for. */
#include "model/sheet.h"

#include <string.h>

enum { PIECES = 60 }; /* the next run tells the rest */

void advise(struct sheet *s, const char *key, const char *name, const char *text)
{
    const struct advice one = {key, name, text};
    for (size_t i = 0; i < s->advice.len; i++) {
        const struct advice *a = &s->advice.at[i];
        if (strcmp(a->key, key) == 0 && strcmp(a->name, name) == 0 &&
            strcmp(a->text, text) == 0)
            return;
    }
    if (s->advice.len < PIECES)
        *array_push(s->r->a, &s->advice) = one;
}

/* ---- YAML on one line ---- */

static void put_name(struct buf *b, const char *name)
{
    size_t plain = strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                "0123456789=-");
    bool bare = name[0] != '-' && name[0] != '=' && name[plain] == '\0';
    buf_printf(b, bare ? "%s" : "\"%s\"", name);
}

static void put_text(struct buf *b, const char *text)
{
    buf_char(b, '"');
    for (; *text != '\0'; text++) {
        if (strchr("\"\\", *text) != NULL)
            buf_char(b, '\\');
        buf_char(b, *text == '\n' ? ' ' : *text);
    }
    buf_char(b, '"');
}

/* Begins the next of what stands within `{` or `[`. */
static void put_comma(struct buf *b)
{
    if (b->len > 0 && strchr("{[", b->at[b->len - 1]) == NULL)
        buf_str(b, ", ");
}

static bool holds(const struct node *list, const char *text)
{
    for (size_t i = 0; list != NULL && list->kind == NODE_LIST && i < list->count; i++)
        if (list->items[i]->kind == NODE_TEXT && strcmp(list->items[i]->text, text) == 0)
            return true;
    return false;
}

/* Those that stand there, and those that are to come. */
static void put_list(struct sheet *s, struct buf *b, const struct node *own,
                     const char *key, const char *name)
{
    buf_char(b, '[');
    for (size_t i = 0; own != NULL && own->kind == NODE_LIST && i < own->count; i++)
        if (own->items[i]->kind == NODE_TEXT) {
            put_comma(b);
            put_text(b, own->items[i]->text);
        }
    for (size_t i = 0; i < s->advice.len; i++) {
        const struct advice *a = &s->advice.at[i];
        if (strcmp(a->key, key) != 0 || strcmp(a->name, name) != 0 || holds(own, a->text))
            continue;
        put_comma(b);
        put_text(b, a->text);
    }
    buf_char(b, ']');
}

/* Whether it is the first piece of that name. */
static bool is_first(const struct sheet *s, size_t at)
{
    const struct advice *a = &s->advice.at[at];
    for (size_t i = 0; i < at; i++)
        if (strcmp(s->advice.at[i].key, a->key) == 0 &&
            strcmp(s->advice.at[i].name, a->name) == 0)
            return false;
    return true;
}

static void put_named(struct sheet *s, struct buf *b, const struct node *own,
                      const char *key, const char *name)
{
    put_comma(b);
    put_name(b, name);
    buf_str(b, ": ");
    put_list(s, b, own, key, name);
}

static void put_map(struct sheet *s, struct buf *b, const struct node *own,
                    const char *key)
{
    bool there = own != NULL && own->kind == NODE_MAP;
    buf_char(b, '{');
    for (size_t i = 0; there && i < own->count; i++)
        put_named(s, b, own->entries[i].value, key, own->entries[i].key->text);
    for (size_t i = 0; i < s->advice.len; i++) {
        const char *name = s->advice.at[i].name;
        if (strcmp(s->advice.at[i].key, key) == 0 && is_first(s, i) &&
            (!there || node_get(own, name) == NULL))
            put_named(s, b, NULL, key, name);
    }
    buf_char(b, '}');
}

static bool is_advised(const struct sheet *s, const char *key)
{
    for (size_t i = 0; i < s->advice.len; i++)
        if (strcmp(s->advice.at[i].key, key) == 0)
            return true;
    return false;
}

static void put_key(struct sheet *s, struct buf *b, const struct node *answers,
                    const char *key)
{
    const struct node *own = answers == NULL ? NULL : node_get(answers, key);
    if (own == NULL && !is_advised(s, key))
        return;
    put_comma(b);
    buf_printf(b, "%s: ", key);
    if (strcmp(key, "headings") == 0 || strcmp(key, "values") == 0)
        put_map(s, b, own, key);
    else if (strcmp(key, "ignore") == 0 || strcmp(key, "totals") == 0)
        put_list(s, b, own, key, "");
    else
        put_name(b, own != NULL && own->kind == NODE_TEXT ? own->text : "na");
}

const char *advice_whole(struct sheet *s)
{
    static const char *const keys[] = {"sheet",  "ignore", "headings",
                                       "values", "totals", "empty"};
    const struct node *own = node_get(s->in->root->node, "answers");
    struct buf b = buf_new(s->r->a);
    buf_char(&b, '{');
    for (size_t i = 0; i < LEN(keys); i++)
        put_key(s, &b, own, keys[i]);
    buf_str(&b, own != NULL ? "}, in place of what stands there" : "}");
    return b.at;
}
