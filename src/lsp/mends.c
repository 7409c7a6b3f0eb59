/* mends.c -- what was said of a report, at its places, and how it can be mended at once:
 * by the name that was meant, by one of those that are allowed, by the mark that prints
 * what was typed. */
#include "lsp/answer.h"

#include "base/file.h"

#include <stdlib.h>
#include <string.h>

/* The protocol's numbers (DiagnosticSeverity). */
static int severity_number(const char *name)
{
    return strcmp(name, "error") == 0 ? 1 : strcmp(name, "warning") == 0 ? 2 : 3;
}

static const char *said(struct arena *a, const json_t *m)
{
    const char *text = text_of(m, "message");
    return arena_printf(a, "%s%s%s", text_of(m, "what"), *text != '\0' ? ": " : "", text);
}

static json_t *diagnostic(struct arena *a, const json_t *m, const struct text_found *in)
{
    return json_pack("{s:o, s:i, s:s, s:s, s:s}", "range",
                     range_of_entry(in, m, number_of(m, "length")), "severity",
                     severity_number(text_of(m, "severity")), "code", text_of(m, "id"),
                     "source", "gwasg", "message", said(a, m));
}

json_t *answer_messages(struct arena *a, const struct report_known *r,
                        const struct open_text *open)
{
    json_t *of = json_object();
    for (const struct open_text *d = open; d != NULL; d = d->next)
        if (path_is_below(d->path, r->folder))
            json_object_set_new(of, d->uri,
                                json_array()); /* looked at, and all is well */
    for (size_t i = 0; i < json_array_size(r->messages); i++) {
        const json_t *m = json_array_get(r->messages, i);
        const char *path = text_of(m, "file");
        if (*path == '\0' || number_of(m, "line") == 0) /* of the report as a whole */
            path = arena_printf(a, "%s/inspection.yaml", r->folder);
        const struct text_found in = text_find(a, open, path);
        char *uri = uri_of_path(path);
        json_t *list = json_object_get(of, uri);
        if (list == NULL) {
            list = json_array();
            json_object_set_new(of, uri, list);
        }
        json_array_append_new(list, diagnostic(a, m, &in));
        free(uri);
    }
    return of;
}

/* ---- mends ---- */

struct mending {
    const struct lsp_asked *q;
    const json_t *said;
    json_t *actions;
    size_t from, to; /* what is replaced */
};

static void mend(struct mending *m, const char *with, const char *title)
{
    const struct lsp_asked *q = m->q;
    const char *now = q->in->text + m->from;
    const bool quoted =
        m->to - m->from >= 2 && (*now == '"' || *now == '\'') && *with != *now;
    const char *text = quoted ? arena_printf(q->a, "%c%s%c", *now, with, *now) : with;
    const struct text_found in = {q->in->text, q->in->len};
    json_array_append_new(
        m->actions,
        json_pack("{s:s, s:s, s:[o], s:{s:{s:[{s:o, s:s}]}}}", "title", title, "kind",
                  "quickfix", "diagnostics", diagnostic(q->a, m->said, &in), "edit",
                  "changes", q->in->uri, "range", range_of(q->in->text, m->from, m->to),
                  "newText", text));
}

/* What was typed, with its signs, as it stands in front of what is said: `"x"; ...`,
 * "[^x]; ...", "#x; ..."; "": what is said begins otherwise. */
static const char *typed(struct arena *a, const char *text)
{
    if (*text == '"')
        return arena_strndup(a, text + 1, strcspn(text + 1, "\""));
    if (strncmp(text, "[^", 2) == 0)
        return arena_strndup(a, text, strcspn(text, "]") + 1);
    return *text == '#' ? arena_strndup(a, text, strcspn(text, ";")) : "";
}

/* A place may hold more than the word that is wrong in it, as a mark does: from here on
 * that word alone.  False: it stands there more than once, or in other letters. */
static bool narrow(struct mending *m, const char *word)
{
    const size_t len = strlen(word), from = m->from, to = m->to;
    int times = 0;
    for (size_t i = from; len > 0 && i + len <= to; i++)
        if (strncmp(m->q->in->text + i, word, len) == 0) {
            m->from = i;
            m->to = i + len;
            times++;
        }
    return len == 0 || times == 1;
}

static void mend_by_name(struct mending *m, const char *name, size_t len)
{
    const char *with = arena_strndup(m->q->a, name, len);
    const bool note = strncmp(m->q->in->text + m->from, "[^", 2) == 0;
    mend(m, note ? arena_printf(m->q->a, "[^%s]", with) : with,
         arena_printf(m->q->a, "Write %s", with));
}

/* "...; use yes, no or na": each is an offer, where all of them are words. */
static void mend_by_list(struct mending *m, const char *list)
{
    const char *const end = list + strcspn(list, ";:(");
    for (const char *s = list; s < end;) {
        size_t len = strcspn(s, ", ;:(");
        mend_by_name(m, s, len);
        s += len;
        s += s < end && *s == ',';
        s += s < end && *s == ' ';
        if (strncmp(s, "or ", 3) == 0)
            s += 3;
    }
}

/* Two to six words parted by commas and an "or". */
static bool is_list(const char *list)
{
    const char *const end = list + strcspn(list, ";:("), * or = strstr(list, " or ");
    size_t blanks = 0, commas = 0;
    for (const char *s = list; s < end; s++) {
        blanks += *s == ' ';
        commas += *s == ',';
        if (strchr("\"'?%", *s) != NULL)
            return false;
    }
    return or != NULL && or < end && commas <= 4 && blanks == commas + 2;
}

/* A mark for a number that is none. */
static void mend_by_mark(struct mending *m)
{
    const struct lsp_asked *q = m->q;
    const json_t *all = known_list(q->report, "marks");
    for (size_t i = 0; i < json_array_size(all); i++) {
        const json_t *one = json_array_get(all, i);
        if (number_of(one, "line") != number_of(m->said, "line") ||
            strcmp(text_of(one, "file"), q->in->path) != 0)
            continue;
        const size_t from = offset_of_place(
            q->in->text, q->in->len, number_of(one, "line"), number_of(one, "column"));
        const size_t to =
            characters_on(q->in->text, q->in->len, from, number_of(one, "length"));
        if (to <= m->from || from >= m->to)
            continue;
        struct mending other = *m;
        other.from = from;
        other.to = to;
        mend(&other, text_of(one, "mark"),
             arena_printf(q->a, "Bind it: %s prints “%s”", text_of(one, "mark"),
                          text_of(one, "prints")));
    }
}

static void mend_said(struct mending *m)
{
    static const char meant[] = "did you mean ", use[] = "; use ";
    const char *text = text_of(m->said, "message");
    const char *name = strstr(text, meant), *list = strstr(text, use);
    struct mending word = *m;
    const bool alone = narrow(&word, typed(m->q->a, text));
    if (alone && name != NULL && strchr(name, '?') != NULL)
        mend_by_name(&word, name + sizeof meant - 1,
                     strcspn(name + sizeof meant - 1, "?"));
    if (alone && list != NULL && is_list(list + sizeof use - 1))
        mend_by_list(&word, list + sizeof use - 1);
    if (strcmp(text_of(m->said, "id"), "FIGURE_BARE") == 0)
        mend_by_mark(m);
}

json_t *answer_mends(const struct lsp_asked *q, size_t from, size_t to)
{
    struct mending m = {.q = q, .actions = json_array()};
    const json_t *all = q->report->messages;
    for (size_t i = 0; i < json_array_size(all); i++) {
        m.said = json_array_get(all, i);
        if (strcmp(text_of(m.said, "file"), q->in->path) != 0)
            continue;
        m.from = offset_of_place(q->in->text, q->in->len, number_of(m.said, "line"),
                                 number_of(m.said, "column"));
        m.to =
            characters_on(q->in->text, q->in->len, m.from, number_of(m.said, "length"));
        if (m.to >= from && m.from <= to)
            mend_said(&m);
    }
    return m.actions;
}
