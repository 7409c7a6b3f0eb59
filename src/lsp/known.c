/* known.c -- a process that reads the report, and what it has sent. */
#include "lsp/known.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { OPEN_MOST = 256, PIECE = 64 * 1024, SENT_MOST = 64 * 1024 * 1024 };

char *report_folder(const char *path)
{
    struct arena *a = arena_new();
    char *folder = NULL, *at = arena_strdup(a, path);
    for (char *slash = strrchr(at, '/'); slash != NULL && folder == NULL;
         slash = strrchr(at, '/')) {
        *slash = '\0';
        if (access(arena_printf(a, "%s/inspection.yaml", at), F_OK) == 0)
            folder = strdup(at);
    }
    arena_free(a);
    return folder;
}

struct report_known *report_known_new(const char *folder)
{
    struct report_known *r = calloc(1, sizeof *r);
    if (r == NULL)
        out_of_memory();
    r->folder = strdup(folder);
    r->messages = json_array();
    r->known = json_object();
    r->published = json_object();
    r->stale = true;
    return r;
}

void report_known_free(struct report_known *r)
{
    if (r->pid > 0) {
        kill(r->pid, SIGKILL);
        waitpid(r->pid, NULL, 0);
        close(r->fd);
    }
    json_decref(r->messages);
    json_decref(r->known);
    json_decref(r->published);
    free(r->bytes);
    free(r->folder);
    free(r);
}

static _Noreturn void find_out(const struct report_known *r, int fd,
                               const struct open_text *open, lsp_study *study, void *data)
{
    struct lsp_text texts[OPEN_MOST];
    size_t count = 0;
    for (const struct open_text *d = open; d != NULL && count < OPEN_MOST; d = d->next)
        texts[count++] = (struct lsp_text){d->path, d->text, d->len};
    struct arena *a = arena_new();
    struct buf out = buf_new(a);
    study(data, r->folder, texts, count, &out);
    for (size_t sent = 0; sent < out.len;) {
        const ssize_t n = write(fd, out.at + sent, out.len - sent);
        if (n <= 0 && errno != EINTR)
            break;
        sent += n > 0 ? (size_t)n : 0;
    }
    _exit(0);
}

void known_start(struct report_known *r, const struct open_text *open, lsp_study *study,
                 void *data)
{
    int ends[2];
    if (pipe(ends) != 0)
        return; /* still stale: it is tried again */
    r->pid = fork();
    if (r->pid == 0) {
        close(ends[0]);
        find_out(r, ends[1], open, study, data);
    }
    close(ends[1]);
    if (r->pid < 0) {
        close(ends[0]);
        r->pid = 0;
        return;
    }
    r->fd = ends[0];
    r->len = 0;
    r->stale = false;
}

static void take(json_t **to, json_t *from)
{
    json_incref(from);
    json_decref(*to);
    *to = from;
}

/* Of a process that did not come to its end. */
static json_t *ended_early(void)
{
    return json_pack("[{s:s, s:s, s:s, s:s}]", "severity", "error", "id", "", "what",
                     "the report could not be read to its end", "message",
                     "gwasg ended while it read; what it knew before still counts, and "
                     "`gwasg check` in a terminal shows what it says");
}

/* What was known of a report counts until it can be read again. */
static void known_take(struct report_known *r)
{
    json_t *sent = json_loadb(r->bytes != NULL ? r->bytes : "", r->len, 0, NULL);
    if (sent == NULL)
        sent = json_pack("{s:o}", "messages", ended_early());
    json_t *messages = json_object_get(sent, "messages"),
           *known = json_object_get(sent, "known");
    if (json_is_array(messages))
        take(&r->messages, messages);
    if (json_object_size(known) > 0)
        take(&r->known, known);
    json_decref(sent);
}

bool known_read(struct report_known *r)
{
    r->bytes = realloc(r->bytes, r->len + PIECE);
    if (r->bytes == NULL)
        out_of_memory();
    const ssize_t got = r->len < SENT_MOST ? read(r->fd, r->bytes + r->len, PIECE) : 0;
    if (got > 0)
        r->len += (size_t)got;
    if (got > 0 || (got < 0 && errno == EINTR))
        return false;
    close(r->fd);
    waitpid(r->pid, NULL, 0);
    r->pid = 0;
    known_take(r);
    return true;
}

/* ---- looked up ---- */

const json_t *known_list(const struct report_known *r, const char *list)
{
    return json_object_get(r->known, list);
}

const json_t *known_named(const struct report_known *r, const char *list,
                          const char *name)
{
    const json_t *all = known_list(r, list);
    for (size_t i = 0; i < json_array_size(all); i++)
        if (strcmp(text_of(json_array_get(all, i), "name"), name) == 0)
            return json_array_get(all, i);
    return NULL;
}

const char *text_of(const json_t *entry, const char *key)
{
    const char *text = json_string_value(json_object_get(entry, key));
    return text != NULL ? text : "";
}

long number_of(const json_t *entry, const char *key)
{
    return (long)json_integer_value(json_object_get(entry, key));
}
