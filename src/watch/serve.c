/* serve.c -- in: requests; out: the files of the page, what was made, and news.  Knows
 * nothing of reports; who may ask is guard.c's. */
#define _GNU_SOURCE /* SOCK_CLOEXEC */
#include "watch/serve.h"

#include "watch/guard.h"
#include "watch/mhd.h"
#include "watch/page_files.h"
#include "watch/peer.h"
#include "watch/strangers.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum {
    CONNECTIONS = 512,  /* more than somebody opens by mistake */
    PATIENCE = 5,       /* seconds without a byte: who is gone is not always noticed */
    ONCE = 60,          /* seconds in which a browser has begun */
    PING = 10000,       /* milliseconds: who is gone is noticed by then */
    UNREAD = 256 << 20, /* bytes of news behind which a page is given up */
};

struct listener {
    struct page_server *server;
    struct MHD_Connection *connection;
    bool waits; /* suspended */
    char *news; /* that were not read yet */
    size_t len, cap;
    struct listener *next;
};

struct page_server {
    struct arena *a;
    const struct served *of;
    struct mhd mhd;
    struct MHD_Daemon *daemon;
    struct guard guard;
    struct strangers strangers;
    struct listener *listeners;
};

/* ---- news ---- */

static void add_news(struct listener *l, const char *bytes, size_t len)
{
    if (len > l->cap - l->len) {
        l->cap = 2 * (l->len + len);
        l->news = realloc(l->news, l->cap);
        if (l->news == NULL)
            out_of_memory();
    }
    memcpy(l->news + l->len, bytes, len);
    l->len += len;
}

static void wake(struct listener *l)
{
    if (l->waits)
        l->server->mhd.resume_connection(l->connection);
    l->waits = false;
}

void server_tell(struct listener *to, const char *kind, const struct buf *json)
{
    if (to->len > UNREAD)
        return; /* it is told all when it comes again */
    add_news(to, "event: ", 7);
    add_news(to, kind, strlen(kind));
    add_news(to, "\ndata: ", 7);
    add_news(to, json->at, json->len);
    add_news(to, "\n\n", 2);
    wake(to);
}

void server_tell_all(struct page_server *s, const char *kind, const struct buf *json)
{
    for (struct listener *l = s->listeners; l != NULL; l = l->next)
        server_tell(l, kind, json);
}

/* A remark, which pages pass over: who has gone is found out by it. */
static void ping(struct page_server *s)
{
    for (struct listener *l = s->listeners; l != NULL; l = l->next)
        if (l->waits) {
            add_news(l, ":\n\n", 3);
            wake(l);
        }
}

static ssize_t read_news(void *data, uint64_t at, char *to, size_t room)
{
    struct listener *l = data;
    (void)at;
    if (l->len > UNREAD)
        return MHD_CONTENT_READER_END_WITH_ERROR;
    if (l->len == 0) {
        l->waits = true;
        l->server->mhd.suspend_connection(l->connection);
        return 0;
    }
    const size_t n = l->len < room ? l->len : room;
    memcpy(to, l->news, n);
    l->len -= n;
    memmove(l->news, l->news + n, l->len);
    if (l->len == 0) { /* a first reading is large, and nobody needs its room again */
        free(l->news);
        l->news = NULL;
        l->cap = 0;
    }
    return (ssize_t)n;
}

static void listener_free(void *data)
{
    struct listener *l = data;
    struct listener **at = &l->server->listeners;
    while (*at != l)
        at = &(*at)->next;
    *at = l->next;
    free(l->news);
    free(l);
}

/* ---- who is connected ---- */

static void come_or_go(void *data, struct MHD_Connection *c, void **context,
                       enum MHD_ConnectionNotificationCode what)
{
    struct page_server *s = data;
    if (what == MHD_CONNECTION_NOTIFY_CLOSED) {
        stranger_leaves(&s->strangers, *context);
        free(*context);
        return;
    }
    *context = calloc(1, sizeof(struct stranger));
    if (*context == NULL)
        out_of_memory();
    stranger_comes(
        &s->strangers, *context,
        s->mhd.get_connection_info(c, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd);
}

static void now_known(struct page_server *s, struct MHD_Connection *c)
{
    stranger_leaves(&s->strangers,
                    s->mhd.get_connection_info(c, MHD_CONNECTION_INFO_SOCKET_CONTEXT)
                        ->socket_context);
}

/* ---- answers ---- */

/* No page of another origin may show, frame or use what is served; ours uses nothing
 * that is not served here, and runs no script but its own file. */
static void add_headers(struct page_server *s, struct MHD_Response *r, const char *type,
                        bool kept)
{
    const char *const headers[][2] = {
        {"Content-Type", type},
        {"Content-Security-Policy",
         "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
         "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
         "frame-ancestors 'none'"},
        {"Referrer-Policy", "no-referrer"},
        {"X-Content-Type-Options", "nosniff"},
        {"X-Frame-Options", "DENY"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Cache-Control", kept ? "private, max-age=86400, immutable" : "no-store"},
    };
    for (size_t i = 0; i < LEN(headers); i++)
        s->mhd.add_response_header(r, headers[i][0], headers[i][1]);
}

static enum MHD_Result queue(struct page_server *s, struct MHD_Connection *c, int status,
                             struct MHD_Response *r)
{
    enum MHD_Result done = s->mhd.queue_response(c, (unsigned)status, r);
    s->mhd.destroy_response(r);
    return done;
}

static enum MHD_Result answer(struct page_server *s, struct MHD_Connection *c, int status,
                              const char *bytes, size_t len, const char *type, bool kept)
{
    struct MHD_Response *r = s->mhd.create_response_from_buffer(
        len, (void *)(uintptr_t)bytes, MHD_RESPMEM_MUST_COPY);
    if (r == NULL)
        return MHD_NO;
    add_headers(s, r, type, kept);
    return queue(s, c, status, r);
}

static enum MHD_Result answer_words(struct page_server *s, struct MHD_Connection *c,
                                    int status, const char *words)
{
    return answer(s, c, status, words, strlen(words), "text/plain; charset=utf-8", false);
}

static enum MHD_Result listen_to_news(struct page_server *s, struct MHD_Connection *c)
{
    struct listener *l = calloc(1, sizeof *l);
    if (l == NULL)
        out_of_memory();
    ping(s);
    *l = (struct listener){.server = s, .connection = c, .next = s->listeners};
    struct MHD_Response *r = s->mhd.create_response_from_callback(
        MHD_SIZE_UNKNOWN, 1 << 18, read_news, l, listener_free);
    if (r == NULL) {
        free(l);
        return MHD_NO;
    }
    s->listeners = l;
    s->of->welcome(s->of->data, l);
    add_headers(s, r, "text/event-stream", false);
    return queue(s, c, 200, r);
}

static const char *argument(struct page_server *s, struct MHD_Connection *c,
                            const char *name)
{
    return s->mhd.lookup_connection_value(c, MHD_GET_ARGUMENT_KIND, name);
}

static enum MHD_Result change(struct page_server *s, struct MHD_Connection *c,
                              const char *what)
{
    const struct served *of = s->of;
    bool done = false;
    if (strcmp(what, "choose") == 0)
        done = of->choose(of->data, argument(s, c, "stage"), argument(s, c, "lang"),
                          argument(s, c, "document"));
    else if (strcmp(what, "open") == 0)
        done = of->open(of->data, argument(s, c, "file"), argument(s, c, "line"),
                        argument(s, c, "column"));
    else
        return answer_words(s, c, 404, "There is nothing of that name.\n");
    return answer_words(s, c, done ? 200 : 400,
                        done ? "Done.\n" : "That is not known.\n");
}

static const struct page_file *page_file(const char *name)
{
    for (size_t i = 0; i < page_file_count; i++)
        if (strcmp(name, page_files[i].name) == 0)
            return &page_files[i];
    return NULL;
}

static enum MHD_Result answer_file(struct page_server *s, struct MHD_Connection *c,
                                   int status, const struct page_file *f)
{
    return answer(s, c, status, (const char *)f->bytes, f->len, f->type, false);
}

static enum MHD_Result show(struct page_server *s, struct MHD_Connection *c,
                            const char *what)
{
    const char *bytes, *type;
    size_t len;
    const struct page_file *file = page_file(what);
    if (file != NULL)
        return answer_file(s, c, 200, file);
    if (strcmp(what, "events") == 0)
        return listen_to_news(s, c);
    if (s->of->find(s->of->data, what, &bytes, &len, &type))
        return answer(s, c, 200, bytes, len, type, true);
    return answer_words(s, c, 404, "There is nothing of that name.\n");
}

static long seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (long)t.tv_sec;
}

/* Another user, who has read the address on a command line, uses nothing up. */
static enum MHD_Result lead_to_page(struct page_server *s, struct MHD_Connection *c)
{
    const int fd =
        s->mhd.get_connection_info(c, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
    if (!peer_is_own(fd) || !guard_use_once(&s->guard, seconds()))
        return answer_file(s, c, 410, page_file("used.html"));
    char to[TOKEN_LETTERS + sizeof "//"];
    snprintf(to, sizeof to, "/%s/", s->guard.token);
    struct MHD_Response *r =
        s->mhd.create_response_from_buffer(0, (void *)"", MHD_RESPMEM_PERSISTENT);
    if (r == NULL)
        return MHD_NO;
    add_headers(s, r, "text/plain", false);
    s->mhd.add_response_header(r, "Location", to);
    return queue(s, c, 303, r);
}

static const char *header(struct page_server *s, struct MHD_Connection *c,
                          const char *name)
{
    return s->mhd.lookup_connection_value(c, MHD_HEADER_KIND, name);
}

static enum MHD_Result handle(void *data, struct MHD_Connection *c, const char *url,
                              const char *method, const char *version, const char *upload,
                              size_t *upload_len, void **state)
{
    struct page_server *s = data;
    static const char seen = 0; /* the head is known; a body would follow */
    (void)version, (void)upload;
    if (*state == NULL) {
        *state = (void *)(uintptr_t)&seen;
        return MHD_YES;
    }
    if (*upload_len > 0) {
        *upload_len = 0; /* none is wanted */
        return MHD_YES;
    }
    const struct asked_for asked = {method, url, header(s, c, "Host"),
                                    header(s, c, "Origin"),
                                    header(s, c, "Sec-Fetch-Site")};
    const char *rest = "";
    const int status = guard_check(&s->guard, &asked, &rest);
    if (status == 303)
        return lead_to_page(s, c);
    if (status != 200)
        return answer_words(s, c, status,
                            status == 404 ? "There is nothing of that name.\n"
                                          : "This is for the page of gwasg alone.\n");
    now_known(s, c);
    return strcmp(method, "POST") == 0 ? change(s, c, rest) : show(s, c, rest);
}

/* ---- the server ---- */

/* A socket that listens at the loopback's `port`; -1: errno says why. */
static int listen_at(int port)
{
    const struct sockaddr_in at = {.sin_family = AF_INET,
                                   .sin_port = htons((uint16_t)port),
                                   .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    const int again = 1; /* the port of a watch that has just ended is free */
    if (fd >= 0 && setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &again, sizeof again) == 0 &&
        bind(fd, (const struct sockaddr *)&at, sizeof at) == 0 &&
        listen(fd, CONNECTIONS) == 0)
        return fd;
    const int why = errno;
    if (fd >= 0)
        close(fd);
    errno = why;
    return -1;
}

static int port_of(int fd)
{
    struct sockaddr_in at = {0};
    socklen_t len = sizeof at;
    getsockname(fd, (struct sockaddr *)&at, &len);
    return ntohs(at.sin_port);
}

/* The socket is ours: from the library's own nobody hears why there is none. */
static bool start(struct page_server *s, int port)
{
    const int fd = listen_at(port);
    if (fd < 0)
        return false;
    s->guard.port = port_of(fd);
    s->daemon = s->mhd.start_daemon(
        MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL, handle, s,
        MHD_OPTION_LISTEN_SOCKET, fd, MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS,
        MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)PATIENCE, MHD_OPTION_NOTIFY_CONNECTION,
        come_or_go, s, MHD_OPTION_END);
    if (s->daemon != NULL)
        return true;
    close(fd);
    errno = ENOMEM; /* all that is left */
    return false;
}

enum serve_fault server_new(struct arena *a, const struct served *of, int port,
                            struct page_server **made)
{
    struct page_server *s = NEW(a, struct page_server);
    *s = (struct page_server){.a = a, .of = of};
    if (!mhd_load(&s->mhd))
        return SERVE_NO_LIBRARY;
    if (!guard_begin(&s->guard) || !start(s, port))
        return SERVE_NO_PORT;
    *made = s;
    return SERVE_FINE;
}

void server_free(struct page_server *s)
{
    if (s == NULL)
        return;
    for (struct listener *l = s->listeners; l != NULL; l = l->next)
        wake(l);
    s->mhd.stop_daemon(s->daemon);
}

const char *server_address(const struct page_server *s)
{
    return arena_printf(s->a, "http://127.0.0.1:%d/%s/", s->guard.port, s->guard.token);
}

const char *server_address_once(struct page_server *s)
{
    if (!guard_begin_once(&s->guard, seconds() + ONCE))
        return NULL;
    return arena_printf(s->a, "http://127.0.0.1:%d/%s/", s->guard.port, s->guard.once);
}

int server_fd(const struct page_server *s)
{
    return s->mhd.get_daemon_info(s->daemon, MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd;
}

int server_wait(const struct page_server *s)
{
    MHD_UNSIGNED_LONG_LONG wait;
    if (s->mhd.get_timeout(s->daemon, &wait) != MHD_YES || wait > PING)
        return PING;
    return (int)wait;
}

void server_run(struct page_server *s)
{
    s->mhd.run(s->daemon);
}
