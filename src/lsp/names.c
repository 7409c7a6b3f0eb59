/* names.c -- where a name is given, and another name for it. */
#include "lsp/answer.h"

#include "base/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FILE_MOST = 8 * 1024 * 1024 };

struct text_found text_find(struct arena *a, const struct open_text *open,
                            const char *path)
{
    for (const struct open_text *d = open; d != NULL; d = d->next)
        if (strcmp(d->path, path) == 0)
            return (struct text_found){d->text, d->len};
    const struct file *f =
        file_read_bytes(a, diags_new(a), path, FILE_MOST, (struct pos){0});
    if (f == NULL)
        return (struct text_found){"", 0};
    return (struct text_found){f->text, f->len};
}

json_t *range_of_entry(const struct text_found *in, const json_t *entry, long length)
{
    const size_t from = offset_of_place(in->text, in->len, number_of(entry, "line"),
                                        number_of(entry, "column"));
    return range_of(in->text, from, characters_on(in->text, in->len, from, length));
}

/* ---- where it is given ---- */

static json_t *location(const char *path, json_t *range)
{
    char *uri = uri_of_path(path);
    json_t *made = json_pack("{s:s, s:o}", "uri", uri, "range", range);
    free(uri);
    return made;
}

static json_t *entry_location(const struct lsp_asked *q, const json_t *entry)
{
    const char *path = text_of(entry, "file");
    if (*path == '\0')
        return json_null();
    const struct text_found in = text_find(q->a, q->open, path);
    return location(path, range_of_entry(&in, entry, 0));
}

/* The name in a word of a mark: "reasons=late" is asked of `reasons`. */
static const json_t *subject_of(const struct lsp_asked *q, const char *word)
{
    const json_t *one = known_named(q->report, "subjects", word);
    if (one == NULL)
        one = known_named(q->report, "subjects",
                          arena_strndup(q->a, word, strcspn(word, "!=")));
    if (one == NULL)
        one = known_named(q->report, "parts", word);
    return one != NULL ? one : known_named(q->report, "aspects", word);
}

static const char *word_at(const struct lsp_asked *q)
{
    const struct cursor *c = &q->cursor;
    const char *word = q->in->text + c->from;
    size_t len = c->to - c->from;
    const bool quoted = len >= 2 && (word[0] == '"' || word[0] == '\'');
    return arena_strndup(q->a, word + quoted, len - 2 * (size_t)quoted);
}

json_t *answer_definition(const struct lsp_asked *q)
{
    const struct cursor *c = &q->cursor;
    const char *word = word_at(q);
    switch (c->in) {
    case IN_TEXT: break;
    case IN_MARK: return entry_location(q, subject_of(q, word));
    case IN_NOTE: return entry_location(q, known_named(q->report, "notes", word));
    case IN_LINK: return entry_location(q, known_named(q->report, "targets", word));
    case IN_KEY: return entry_location(q, known_named(q->report, "aspects", word));
    case IN_VALUE:
        if (c->key != NULL && strcmp(c->key, "file") == 0)
            return location(path_join(q->a, q->report->folder, word), range_of("", 0, 0));
        return entry_location(q, known_named(q->report, "aspects", word));
    }
    return json_null();
}

/* ---- another name ---- */

/* A name that the report gives: where, and how it is referred to. */
struct given {
    const char *list, *name, *open, *close;
};

static struct given given_at(const struct lsp_asked *q)
{
    const struct cursor *c = &q->cursor;
    struct given g = {NULL, word_at(q), NULL, NULL};
    const bool note = c->in == IN_NOTE || (c->in == IN_KEY && c->path.keys.len == 1 &&
                                           strcmp(c->path.keys.at[0], "footnotes") == 0);
    const bool target = c->in == IN_LINK || (c->in == IN_VALUE && c->key != NULL &&
                                             strcmp(c->key, "id") == 0);
    if (note)
        g = (struct given){"notes", g.name, "[^", "]"};
    else if (target)
        g = (struct given){"targets", g.name, "](#", ")"};
    if (g.list != NULL &&
        *text_of(known_named(q->report, g.list, g.name), "file") == '\0')
        g.list = NULL;
    return g;
}

/* The translation names it too, and is not ours to change. */
static bool is_translated(const struct lsp_asked *q, const struct given *g)
{
    const char *path = path_join(q->a, q->report->folder, "cy.xlf");
    const struct text_found xlf = text_find(q->a, NULL, path);
    const char *named = arena_printf(q->a, "%s%s%s", g->open, g->name, g->close);
    return strstr(xlf.text, named) != NULL;
}

static bool may_rename(const struct lsp_asked *q, const struct given *g, const char **why)
{
    if (g->list == NULL)
        *why = "only footnotes and the ids of blocks are named in the report itself; "
               "questions have their names in the programme";
    else if (is_translated(q, g))
        *why = "the Welsh in cy.xlf refers to it by this name: it would lose its place";
    else
        return true;
    return false;
}

json_t *answer_prepare(const struct lsp_asked *q, const char **why)
{
    const struct given g = given_at(q);
    if (!may_rename(q, &g, why))
        return NULL;
    return range_of(q->in->text, q->cursor.from, q->cursor.to);
}

static bool is_name(const char *s)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    if (*s == '\0' || strchr(letters, *s) == NULL)
        return false;
    for (; *s != '\0'; s++)
        if (strchr(letters, *s) == NULL && strchr("0123456789-_", *s) == NULL)
            return false;
    return true;
}

static void edit_add(json_t *edits, const struct text_found *in, size_t from, size_t len,
                     const char *name)
{
    json_array_append_new(edits, json_pack("{s:o, s:s}", "range",
                                           range_of(in->text, from, from + len),
                                           "newText", name));
}

/* Every reference in a text. */
static void refer_anew(const struct lsp_asked *q, const struct given *g,
                       const struct text_found *in, const char *name, json_t *edits)
{
    const char *old = arena_printf(q->a, "%s%s%s", g->open, g->name, g->close);
    for (const char *s = strstr(in->text, old); s != NULL; s = strstr(s + 1, old))
        edit_add(edits, in, (size_t)(s - in->text) + strlen(g->open), strlen(g->name),
                 name);
}

/* Where it is given; false: it stands there no more. */
static bool give_anew(const struct given *g, const json_t *given,
                      const struct text_found *in, const char *name, json_t *edits)
{
    size_t at = offset_of_place(in->text, in->len, number_of(given, "line"),
                                number_of(given, "column"));
    at += in->text[at] == '"' || in->text[at] == '\'';
    if (strncmp(in->text + at, g->name, strlen(g->name)) != 0)
        return false;
    edit_add(edits, in, at, strlen(g->name), name);
    return true;
}

/* In one file; false: the name is not given any more where it was. */
static bool rename_in(const struct lsp_asked *q, const struct given *g, const char *path,
                      const char *name, json_t *changes)
{
    const json_t *given = known_named(q->report, g->list, g->name);
    const struct text_found in = text_find(q->a, q->open, path);
    json_t *edits = json_array();
    refer_anew(q, g, &in, name, edits);
    const bool stands = strcmp(path, text_of(given, "file")) != 0 ||
                        give_anew(g, given, &in, name, edits);
    char *uri = uri_of_path(path);
    if (json_array_size(edits) > 0)
        json_object_set(changes, uri, edits);
    json_decref(edits);
    free(uri);
    return stands;
}

static bool is_open(const struct lsp_asked *q, const char *path)
{
    for (const struct open_text *d = q->open; d != NULL; d = d->next)
        if (strcmp(d->path, path) == 0)
            return true;
    return false;
}

/* In every text of the report; false: it is not given any more where it was. */
static bool rename_all(const struct lsp_asked *q, const struct given *g, const char *name,
                       json_t *changes)
{
    const json_t *texts = known_list(q->report, "texts");
    bool stands = true;
    for (size_t i = 0; i < json_array_size(texts); i++) {
        const char *path = json_string_value(json_array_get(texts, i));
        if (!is_open(q, path))
            stands &= rename_in(q, g, path, name, changes);
    }
    for (const struct open_text *d = q->open; d != NULL; d = d->next)
        if (path_is_below(d->path, q->report->folder))
            stands &= rename_in(q, g, d->path, name, changes);
    return stands;
}

json_t *answer_rename(const struct lsp_asked *q, const char *name, const char **why)
{
    const struct given g = given_at(q);
    if (!may_rename(q, &g, why))
        return NULL;
    *why = !is_name(name) ? "a name is letters, digits and hyphens, a letter first"
           : known_named(q->report, g.list, name) != NULL ? "this name is taken"
                                                          : NULL;
    if (*why != NULL)
        return NULL;
    json_t *changes = json_object();
    if (rename_all(q, &g, name, changes))
        return json_pack("{s:o}", "changes", changes);
    *why = "the text has just changed; try again";
    json_decref(changes);
    return NULL;
}
