/* serve.h -- the page that shows a report, on this machine's own address alone: its
 * files, which are in the program, what was made for it, and news as they come
 * (server-sent events).  Reads no file. */
#ifndef WATCH_SERVE_H
#define WATCH_SERVE_H

#include "base/buf.h"

#include <stdbool.h>

struct page_server;
struct listener; /* a page that waits for news */

/* What is asked of whoever has the pages; `data` is handed on. */
struct served {
    /* All that a new page must know, by server_tell. */
    void (*welcome)(void *data, struct listener *to);
    /* What was made: "image/NAME", "font/0".  False when there is none. */
    bool (*find)(void *data, const char *name, const char **bytes, size_t *len,
                 const char **type);
    /* Other pages are wanted; NULL: as before. */
    bool (*choose)(void *data, const char *stage, const char *lang, const char *document);
    /* The editor is wanted at a place. */
    bool (*open)(void *data, const char *file, const char *line, const char *column);
    void *data;
};

enum serve_fault {
    SERVE_FINE,
    SERVE_NO_LIBRARY,
    SERVE_NO_PORT /* it is taken, or this system gives none; errno says why */
};

/* `port` 0: one that is free. */
enum serve_fault server_new(struct arena *a, const struct served *of, int port,
                            struct page_server **made);
void server_free(struct page_server *s);
/* "http://127.0.0.1:4100/TOKEN/". */
const char *server_address(const struct page_server *s);
/* One that leads there once, within a minute, and only a program of this user; another
 * each time, and the one before leads nowhere.  NULL: the system gives no chance. */
const char *server_address_once(struct page_server *s);

/* To be polled for reading, for so many milliseconds at most; -1: for ever. */
int server_fd(const struct page_server *s);
int server_wait(const struct page_server *s);
void server_run(struct page_server *s);

/* News for all, or for one: its kind and JSON in one line. */
void server_tell_all(struct page_server *s, const char *kind, const struct buf *json);
void server_tell(struct listener *to, const char *kind, const struct buf *json);

#endif
