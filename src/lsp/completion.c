/* completion.c -- what may be typed at the cursor. */
#include "lsp/answer.h"
#include "lsp/schema.h"

#include <string.h>

/* The protocol's numbers of what an offer is (CompletionItemKind). */
enum {
    OFFER_FUNCTION = 3,
    OFFER_PROPERTY = 10,
    OFFER_VALUE = 12,
    OFFER_KEYWORD = 14,
    OFFER_REFERENCE = 18
};

struct offers {
    const struct lsp_asked *q;
    json_t *items;
    const char *behind; /* what is put behind each */
};

static void offer(struct offers *o, const char *word, int kind, const char *what,
                  const char *says)
{
    const struct cursor *c = &o->q->cursor;
    json_t *item =
        json_pack("{s:s, s:i, s:{s:o, s:s}}", "label", word, "kind", kind, "textEdit",
                  "range", range_of(o->q->in->text, c->from, c->to), "newText",
                  arena_printf(o->q->a, "%s%s", word, o->behind));
    if (*what != '\0')
        json_object_set_new(item, "detail", json_string(what));
    if (*says != '\0')
        json_object_set_new(item, "documentation",
                            json_pack("{s:s, s:s}", "kind", "markdown", "value", says));
    json_array_append_new(o->items, item);
}

static void offer_list(struct offers *o, const char *list, int kind)
{
    const json_t *all = known_list(o->q->report, list);
    for (size_t i = 0; i < json_array_size(all); i++) {
        const json_t *one = json_array_get(all, i);
        offer(o, text_of(one, "name"), kind, text_of(one, "title"),
              text_of(one, "marks"));
    }
}

/* ---- in a mark ---- */

/* Whether a word stands alone among words parted by blanks. */
static bool has_word(const char *words, const char *word)
{
    const size_t len = strlen(word);
    for (const char *s = strstr(words, word); s != NULL; s = strstr(s + 1, word))
        if ((s == words || s[-1] == ' ') && (s[len] == ' ' || s[len] == '\0'))
            return true;
    return false;
}

/* `score 1.1`: words behind which the id of an aspect stands. */
static bool wants_aspect(const char *before)
{
    static const char *const words[] = {"score", "judgement", "points", "earlier",
                                        "national"};
    for (size_t i = 0; i < LEN(words); i++)
        if (strcmp(before, words[i]) == 0)
            return true;
    return false;
}

static void offer_mark(struct offers *o)
{
    const struct cursor *c = &o->q->cursor;
    const char *before = mark_words(o->q->a, o->q->in->text, c->open, c->from);
    if (c->word == 0) {
        offer_list(o, "subjects", OFFER_FUNCTION);
    } else if (wants_aspect(before)) {
        offer_list(o, "aspects", OFFER_VALUE);
    } else if (has_word(before, "where")) {
        offer_list(o, "parts", OFFER_VALUE);
    } else {
        offer_list(o, "forms", OFFER_KEYWORD);
    }
}

/* ---- in the YAML ---- */

static void give_key(const char *key, const json_t *is, void *data)
{
    const char *says = text_of(is, "description");
    offer(data, key, OFFER_PROPERTY, "", says);
}

static void give_word(const char *word, void *data)
{
    offer(data, word, OFFER_VALUE, "", "");
}

json_t *answer_completion(const struct lsp_asked *q)
{
    const struct cursor *c = &q->cursor;
    const json_t *schema = known_list(q->report, "schema");
    struct offers o = {q, json_array(), ""};
    switch (c->in) {
    case IN_TEXT: break;
    case IN_MARK: offer_mark(&o); break;
    case IN_NOTE: offer_list(&o, "notes", OFFER_REFERENCE); break;
    case IN_LINK: offer_list(&o, "targets", OFFER_REFERENCE); break;
    case IN_KEY:
        o.behind = c->to < q->in->len && q->in->text[c->to] == ':' ? "" : ": ";
        schema_keys(schema, &c->path, give_key, &o);
        o.behind = "";
        schema_words(schema, &c->path, NULL, give_word, &o);
        break;
    case IN_VALUE: schema_words(schema, &c->path, c->key, give_word, &o); break;
    }
    return json_pack("{s:b, s:o}", "isIncomplete", 0, "items", o.items);
}
