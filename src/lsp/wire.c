/* wire.c -- bytes to messages and back. */
#include "lsp/wire.h"

#include "base/arena.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A message of an editor holds one file at most; ours are bounded to 8 MB. */
enum { MESSAGE_MOST = 64 * 1024 * 1024, HEAD_MOST = 4096, PIECE = 64 * 1024 };

enum { NO_JSON = -32700 };

void wire_free(struct wire *w)
{
    free(w->bytes);
    w->bytes = NULL;
}

static void grow(struct wire *w)
{
    if (w->cap - w->len > PIECE)
        return;
    w->cap = w->cap * 2 + 2 * (size_t)PIECE;
    w->bytes = realloc(w->bytes, w->cap);
    if (w->bytes == NULL)
        out_of_memory();
}

void wire_read(struct wire *w)
{
    grow(w);
    const ssize_t got = read(w->in, w->bytes + w->len, w->cap - w->len - 1);
    if (got > 0)
        w->len += (size_t)got;
    else if (got == 0 || errno != EINTR)
        w->ended = true;
    w->bytes[w->len] = '\0';
}

static void drop(struct wire *w, size_t count)
{
    memmove(w->bytes, w->bytes + count, w->len - count + 1);
    w->len -= count;
}

/* The number behind "Content-Length:" in any letters; -1: there is none that can be. */
static long length_said(const char *head, const char *end)
{
    static const char name[] = "content-length:";
    for (const char *line = head; line < end; line = strstr(line, "\r\n") + 2) {
        size_t i = 0;
        while (name[i] != '\0' && tolower((unsigned char)line[i]) == name[i])
            i++;
        if (name[i] != '\0')
            continue;
        const long said = strtol(line + i, NULL, 10);
        return said >= 0 && said <= MESSAGE_MOST ? said : -1;
    }
    return -1;
}

static json_t *no_json(struct wire *w, const char *why)
{
    wire_send(w, json_pack("{s:s, s:n, s:{s:i, s:s}}", "jsonrpc", "2.0", "id", "error",
                           "code", NO_JSON, "message", why));
    return NULL;
}

json_t *wire_take(struct wire *w)
{
    while (w->len > 0) {
        const char *end = strstr(w->bytes, "\r\n\r\n");
        if (end == NULL) {
            w->ended = w->ended || w->len > HEAD_MOST;
            return NULL;
        }
        const size_t head = (size_t)(end - w->bytes) + 4;
        const long body = length_said(w->bytes, end + 2);
        if (body < 0) {
            w->ended = true; /* where the next message begins nobody knows */
            return NULL;
        }
        if (w->len < head + (size_t)body)
            return NULL;
        json_error_t wrong;
        json_t *message = json_loadb(w->bytes + head, (size_t)body, 0, &wrong);
        drop(w, head + (size_t)body);
        if (message != NULL)
            return message;
        no_json(w, wrong.text);
    }
    return NULL;
}

static void write_all(int fd, const char *bytes, size_t len)
{
    while (len > 0) {
        const ssize_t put = write(fd, bytes, len);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return; /* the editor has gone, which its end of the stream says too */
        bytes += put;
        len -= (size_t)put;
    }
}

void wire_send(struct wire *w, json_t *message)
{
    if (message == NULL)
        out_of_memory(); /* which is all that can have gone wrong in making it */
    char *text = json_dumps(message, JSON_COMPACT);
    if (text == NULL)
        out_of_memory();
    char head[64];
    const int len =
        snprintf(head, sizeof head, "Content-Length: %zu\r\n\r\n", strlen(text));
    write_all(w->out, head, (size_t)len);
    write_all(w->out, text, strlen(text));
    free(text);
    json_decref(message);
}
