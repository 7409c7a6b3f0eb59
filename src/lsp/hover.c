/* hover.c -- what stands at the cursor, in words: the number that a mark prints and its
 * question, a footnote's or a criterion's title, what a key is for. */
#include "lsp/answer.h"
#include "lsp/schema.h"

#include <string.h>

static json_t *hover(const struct lsp_asked *q, size_t from, size_t to, const char *says)
{
    if (says == NULL || *says == '\0')
        return json_null();
    return json_pack("{s:{s:s, s:s}, s:o}", "contents", "kind", "markdown", "value", says,
                     "range", range_of(q->in->text, from, to));
}

static bool has(const json_t *entry, const char *key)
{
    return json_is_integer(json_object_get(entry, key));
}

/* "22 of 24 (92%)", as far as it was counted. */
static void counts_say(const json_t *f, struct buf *out)
{
    if (has(f, "count") && has(f, "base"))
        buf_printf(out, "\n\n%ld of %ld", number_of(f, "count"), number_of(f, "base"));
    else if (has(f, "count"))
        buf_printf(out, "\n\n%ld", number_of(f, "count"));
    if (has(f, "percent"))
        buf_printf(out, has(f, "count") ? " (%ld%%)" : "\n\n%ld%%",
                   number_of(f, "percent"));
}

static const char *figure_says(struct arena *a, const json_t *f)
{
    struct buf out = buf_new(a);
    buf_printf(&out, "**%s**", text_of(f, "printed"));
    if (*text_of(f, "question") != '\0')
        buf_printf(&out, "\n\n%s", text_of(f, "question"));
    if (*text_of(f, "among") != '\0')
        buf_printf(&out, " — %s", text_of(f, "among"));
    counts_say(f, &out);
    if (*text_of(f, "source") != '\0')
        buf_printf(&out, "\n\nSource: %s", text_of(f, "source"));
    return out.at;
}

/* The figure that a mark prints: the one at its place, or of the same words, whose number
 * does not depend on where it stands. */
static const json_t *figure_of(const struct lsp_asked *q, const char *words)
{
    const json_t *all = known_list(q->report, "figures"), *same = NULL;
    for (size_t i = 0; i < json_array_size(all); i++) {
        const json_t *f = json_array_get(all, i);
        if (strcmp(text_of(f, "mark"), words) != 0)
            continue;
        same = same != NULL ? same : f;
        const size_t at = offset_of_place(q->in->text, q->in->len, number_of(f, "line"),
                                          number_of(f, "column"));
        if (strcmp(text_of(f, "file"), q->in->path) == 0 && at >= q->cursor.open &&
            at <= q->cursor.to)
            return f;
    }
    return same;
}

static const char *title_of(const struct lsp_asked *q, const char *list, const char *name)
{
    const json_t *one = known_named(q->report, list, name);
    return one == NULL ? NULL
                       : arena_printf(q->a, "%s\n\n%s", text_of(one, "title"),
                                      text_of(one, "marks"));
}

static json_t *hover_mark(const struct lsp_asked *q)
{
    const size_t open = q->cursor.open, end = mark_end(q->in->text, q->in->len, open);
    const char *words = mark_words(q->a, q->in->text, open, end);
    const json_t *figure = figure_of(q, words);
    if (figure != NULL)
        return hover(q, open, end, figure_says(q->a, figure));
    const char *name = arena_strndup(q->a, words, strcspn(words, " "));
    return hover(q, open, end, title_of(q, "subjects", name));
}

json_t *answer_hover(const struct lsp_asked *q)
{
    const struct cursor *c = &q->cursor;
    const char *word = arena_strndup(q->a, q->in->text + c->from, c->to - c->from);
    const char *says = NULL;
    switch (c->in) {
    case IN_TEXT: break;
    case IN_MARK: return hover_mark(q);
    case IN_NOTE: says = title_of(q, "notes", word); break;
    case IN_LINK: says = title_of(q, "targets", word); break;
    case IN_KEY:
        word += *word == '"' || *word == '\'';
        says = schema_says(known_list(q->report, "schema"), &c->path,
                           arena_strndup(q->a, word, strcspn(word, "\"'")));
        break;
    case IN_VALUE:
        if (c->key != NULL)
            says = schema_says(known_list(q->report, "schema"), &c->path, c->key);
        break;
    }
    return hover(q, c->from, c->to, says);
}
