/* server.c -- one editor: its messages in their order, and in between what reports have
 * to say. */
#include "lsp/lsp.h"

#include "lsp/answer.h"
#include "lsp/wire.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>

/* After the last key stroke, in ms. */
enum { QUIET = 40, REPORTS_MOST = 32 };
enum {
    WRONG_REQUEST = -32600,
    UNKNOWN_METHOD = -32601,
    NOT_BEGUN = -32002,
    FAILED = -32803
};

struct server {
    struct wire wire;
    struct open_text *open;
    struct report_known *reports;
    lsp_study *study;
    void *data;
    bool begun, ending, ended;
};

/* ---- documents and their reports ---- */

static struct open_text *document_of(struct server *s, const json_t *params)
{
    const json_t *in = json_object_get(params, "textDocument");
    struct open_text *d = s->open;
    while (d != NULL && strcmp(d->uri, text_of(in, "uri")) != 0)
        d = d->next;
    return d;
}

/* The report of a file, known from now on; NULL: it belongs to none. */
static struct report_known *report_of(struct server *s, const char *path)
{
    char *folder = report_folder(path);
    if (folder == NULL)
        return NULL;
    struct report_known *r = s->reports;
    while (r != NULL && strcmp(r->folder, folder) != 0)
        r = r->next;
    if (r == NULL) {
        r = report_known_new(folder);
        r->next = s->reports;
        s->reports = r;
    }
    free(folder);
    return r;
}

static void changed(struct server *s, const char *path)
{
    struct report_known *r = report_of(s, path);
    if (r != NULL)
        r->stale = true;
}

static void close_document(struct server *s, struct open_text *gone)
{
    struct open_text **at = &s->open;
    while (*at != gone)
        at = &(*at)->next;
    *at = gone->next;
    changed(s, gone->path);
    document_free(gone);
}

static void did_open(struct server *s, const json_t *params)
{
    const json_t *in = json_object_get(params, "textDocument");
    struct open_text *d = document_of(s, params);
    if (d != NULL)
        close_document(s, d);
    d = document_new(text_of(in, "uri"), text_of(in, "text"), number_of(in, "version"));
    if (d == NULL)
        return;
    d->next = s->open;
    s->open = d;
    changed(s, d->path);
}

static void did_change(struct server *s, const json_t *params)
{
    struct open_text *d = document_of(s, params);
    const json_t *changes = json_object_get(params, "contentChanges");
    const long version = number_of(json_object_get(params, "textDocument"), "version");
    for (size_t i = 0; d != NULL && i < json_array_size(changes); i++)
        document_change(d, json_array_get(changes, i), version);
    if (d != NULL)
        changed(s, d->path);
}

static void did_close(struct server *s, const json_t *params)
{
    struct open_text *d = document_of(s, params);
    if (d != NULL)
        close_document(s, d);
}

/* Files beside those that are open, answers.csv above all. */
static void did_save(struct server *s, const json_t *params)
{
    (void)params;
    for (struct report_known *r = s->reports; r != NULL; r = r->next)
        r->stale = true;
}

/* ---- what is said of a report ---- */

static void notify(struct server *s, const char *method, json_t *params)
{
    wire_send(&s->wire, json_pack("{s:s, s:s, s:o}", "jsonrpc", "2.0", "method", method,
                                  "params", params));
}

/* Files that had messages and have none any more are told so. */
static void publish(struct server *s, struct report_known *r)
{
    struct arena *a = arena_new();
    json_t *now = answer_messages(a, r, s->open), *list;
    const char *uri;
    json_object_foreach(r->published, uri, list) if (json_object_get(now, uri) == NULL)
        notify(s, "textDocument/publishDiagnostics",
               json_pack("{s:s, s:[]}", "uri", uri, "diagnostics"));
    json_object_foreach(now, uri, list)
        notify(s, "textDocument/publishDiagnostics",
               json_pack("{s:s, s:O}", "uri", uri, "diagnostics", list));
    json_decref(r->published);
    r->published = now;
    arena_free(a);
}

/* ---- requests ---- */

static json_t *about_us(void)
{
    return json_pack("{s:{s:{s:b, s:i, s:b}, s:{s:[s,s,s,s,s]}, s:b, s:b, s:{s:b}, "
                     "s:{s:[s]}}, s:{s:s}}",
                     "capabilities", "textDocumentSync", "openClose", 1, "change", 2,
                     "save", 1, "completionProvider", "triggerCharacters", "(", " ", "#",
                     "^", "=", "hoverProvider", 1, "definitionProvider", 1,
                     "renameProvider", "prepareProvider", 1, "codeActionProvider",
                     "codeActionKinds", "quickfix", "serverInfo", "name", "gwasg");
}

static void answer(struct server *s, const json_t *id, json_t *result)
{
    wire_send(&s->wire,
              json_pack("{s:s, s:O, s:o}", "jsonrpc", "2.0", "id", id, "result", result));
}

static void refuse(struct server *s, const json_t *id, int code, const char *why)
{
    wire_send(&s->wire, json_pack("{s:s, s:O, s:{s:i, s:s}}", "jsonrpc", "2.0", "id", id,
                                  "error", "code", code, "message", why));
}

static json_t *mends_between(struct lsp_asked *q, const json_t *params)
{
    const json_t *range = json_object_get(params, "range");
    const struct open_text *d = q->in;
    return answer_mends(q, offset_of(d->text, d->len, json_object_get(range, "start")),
                        offset_of(d->text, d->len, json_object_get(range, "end")));
}

/* NULL, and why in *why: it cannot be done; `*known`: there is such a question. */
static json_t *answer_to(struct lsp_asked *q, const char *method, const json_t *params,
                         const char **why, bool *known)
{
    *known = true;
    if (strcmp(method, "textDocument/completion") == 0)
        return answer_completion(q);
    if (strcmp(method, "textDocument/hover") == 0)
        return answer_hover(q);
    if (strcmp(method, "textDocument/definition") == 0)
        return answer_definition(q);
    if (strcmp(method, "textDocument/codeAction") == 0)
        return mends_between(q, params);
    if (strcmp(method, "textDocument/prepareRename") == 0)
        return answer_prepare(q, why);
    if (strcmp(method, "textDocument/rename") == 0)
        return answer_rename(q, text_of(params, "newName"), why);
    *known = false;
    return NULL;
}

static bool is_yaml(const char *path)
{
    const char *end = strrchr(path, '.');
    return end != NULL && (strcmp(end, ".yaml") == 0 || strcmp(end, ".yml") == 0);
}

/* A question about a place in a document. */
static void asked_of_text(struct server *s, const json_t *id, const char *method,
                          const json_t *params)
{
    const struct open_text *d = document_of(s, params);
    const struct report_known *r = d != NULL ? report_of(s, d->path) : NULL;
    if (r == NULL) {
        answer(s, id, json_null());
        return;
    }
    struct lsp_asked q = {.a = arena_new(), .in = d, .open = s->open, .report = r};
    q.at = offset_of(d->text, d->len, json_object_get(params, "position"));
    q.cursor = cursor_at(q.a, d->text, d->len, q.at, is_yaml(d->path));
    const char *why = NULL;
    bool known;
    json_t *result = answer_to(&q, method, params, &why, &known);
    if (result != NULL)
        answer(s, id, result);
    else
        refuse(s, id, known ? FAILED : UNKNOWN_METHOD, known ? why : method);
    arena_free(q.a);
}

static void request(struct server *s, const json_t *id, const char *method,
                    const json_t *params)
{
    if (strcmp(method, "initialize") == 0) {
        s->begun = true;
        answer(s, id, about_us());
    } else if (!s->begun) {
        refuse(s, id, NOT_BEGUN, "not initialised");
    } else if (s->ending) {
        refuse(s, id, WRONG_REQUEST, "already shut down");
    } else if (strcmp(method, "shutdown") == 0) {
        s->ending = true;
        answer(s, id, json_null());
    } else if (strncmp(method, "textDocument/", 13) == 0) {
        asked_of_text(s, id, method, params);
    } else {
        refuse(s, id, UNKNOWN_METHOD, method);
    }
}

static void notified(struct server *s, const char *method, const json_t *params)
{
    static const struct {
        const char *method;
        void (*take)(struct server *s, const json_t *params);
    } all[] = {
        {"textDocument/didOpen", did_open},
        {"textDocument/didChange", did_change},
        {"textDocument/didClose", did_close},
        {"textDocument/didSave", did_save},
        {"workspace/didChangeWatchedFiles", did_save},
    };
    if (strcmp(method, "exit") == 0)
        s->ended = true;
    for (size_t i = 0; s->begun && i < LEN(all); i++)
        if (strcmp(all[i].method, method) == 0)
            all[i].take(s, params);
}

static void receive(struct server *s, const json_t *message)
{
    const json_t *id = json_object_get(message, "id");
    const json_t *params = json_object_get(message, "params");
    const char *method = json_string_value(json_object_get(message, "method"));
    if (method != NULL && id != NULL)
        request(s, id, method, params);
    else if (method != NULL)
        notified(s, method, params);
    /* else an answer to what we have not asked */
}

/* ---- the loop ---- */

/* Those whose texts have changed are read once nothing more is typed, each once. */
static void start_stale(struct server *s)
{
    for (struct report_known *r = s->reports; r != NULL; r = r->next)
        if (r->stale && r->pid == 0)
            known_start(r, s->open, s->study, s->data);
}

static bool is_waiting(const struct server *s)
{
    for (const struct report_known *r = s->reports; r != NULL; r = r->next)
        if (r->stale && r->pid == 0)
            return true;
    return false;
}

static void wait_once(struct server *s)
{
    struct pollfd fds[REPORTS_MOST + 1] = {{.fd = s->wire.in, .events = POLLIN}};
    struct report_known *of[REPORTS_MOST + 1] = {NULL};
    nfds_t count = 1;
    for (struct report_known *r = s->reports; r != NULL && count <= REPORTS_MOST;
         r = r->next)
        if (r->pid > 0) {
            of[count] = r;
            fds[count++] = (struct pollfd){.fd = r->fd, .events = POLLIN};
        }
    const int ready = poll(fds, count, is_waiting(s) ? QUIET : -1);
    if (ready == 0)
        start_stale(s);
    if (ready <= 0)
        return;
    if (fds[0].revents != 0)
        wire_read(&s->wire);
    for (nfds_t i = 1; i < count; i++)
        if (fds[i].revents != 0 && known_read(of[i]))
            publish(s, of[i]);
}

static void server_free(struct server *s)
{
    while (s->open != NULL) {
        struct open_text *d = s->open;
        s->open = d->next;
        document_free(d);
    }
    while (s->reports != NULL) {
        struct report_known *r = s->reports;
        s->reports = r->next;
        report_known_free(r);
    }
    wire_free(&s->wire);
}

int lsp_serve(int in, int out, lsp_study *study, void *data)
{
    struct server s = {.wire = {.in = in, .out = out}, .study = study, .data = data};
    while (!s.ended && !s.wire.ended) {
        wait_once(&s);
        for (json_t *m = wire_take(&s.wire); m != NULL; m = wire_take(&s.wire)) {
            receive(&s, m);
            json_decref(m);
        }
    }
    server_free(&s);
    return s.ending ? 0 : 1;
}
