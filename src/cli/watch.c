/* watch.c -- `gwasg watch`: makes a report anew whenever something of it is saved, and
 * shows its pages in a browser.  One loop: what was saved, what was made, who asks. */
#include "base/ascii.h"
#include "base/bounds.h"
#include "base/file.h"
#include "cli/commands.h"
#include "cli/places.h"
#include "cli/reports.h"
#include "cli/showing.h"
#include "watch/editor.h"
#include "watch/saved.h"
#include "watch/serve.h"
#include "watch/shown.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
    SOON = 4,      /* milliseconds behind the last file that was closed */
    LATER = 60,    /* behind one that is being written still */
    AT_MOST = 250, /* behind the first of them */
    LOOK_AGAIN = 500
};

/* What was made of one edition. */
struct edition_made {
    const struct maker_work *work;
    struct maker *maker; /* NULL: it is not wanted, or none was to be had */
    bool cold, wanted, stale;
    bool told;  /* of the pages of what is being made */
    bool whole; /* the next are told whole: while it was not wanted pages forgot it */
    struct arena *making, *last, *good; /* of what is being made; was made; has pages */
    struct buf said;
    struct shown_edition *now, *pages; /* in `last`; in `good` */
    double started, took;
};

struct watch {
    struct run *r;
    struct saved *saved;
    struct page_server *server;
    struct edition_made made[LANG_COUNT];
    struct made_request request;
    enum edition edition;
    const char *dir;     /* of the report */
    const char *name;    /* as it was typed */
    double first, due;   /* of a saving, in milliseconds; 0: none */
    unsigned what;       /* was saved */
    bool gone;           /* a folder is */
    const char *unseen;  /* one of which the system does not say what is saved there */
    struct arena *fonts; /* those that are served */
    const struct file *face[FACE_COUNT];
};

static double milliseconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1000 + (double)t.tv_nsec / 1e6;
}

/* ---- news ---- */

static const char *edition_word(enum edition e)
{
    static const char *const words[] = {[EDITION_ALL] = "all",
                                        [EDITION_EN] = "en",
                                        [EDITION_CY] = "cy",
                                        [EDITION_BOTH] = "all"};
    return words[e];
}

static bool is_translated(const struct watch *w)
{
    struct arena *a = arena_new();
    const bool there = file_exists(path_join(a, w->dir, "cy.xlf"));
    arena_free(a);
    return there;
}

static void put_state(struct watch *w, struct buf *out)
{
    buf_json_field(out, "{", "report", folder_name(out->a, w->name));
    buf_json_field(out, ",", "stage", stage_name((enum stage)w->request.stage));
    buf_json_field(out, ",", "lang", edition_word(w->edition));
    buf_json_field(out, ",", "document", w->request.document);
    buf_printf(out, ",\"translated\":%s,\"editor\":%s}",
               is_translated(w) ? "true" : "false",
               w->r->o->editor != NULL ? "true" : "false");
}

static void put_messages(const struct edition_made *m, enum lang l, struct buf *out)
{
    const struct shown_edition *now = m->now;
    const struct said_bytes none = {"[]", 2};
    const struct said_bytes said = now->messages.len > 0 ? now->messages : none;
    buf_printf(out, "{\"lang\":\"%s\",\"good\":%s,\"messages\":", lang_code(l),
               now->pages.len > 0 ? "true" : "false");
    for (size_t i = 0; i < said.len; i++) /* news are one line */
        buf_char(out, said.at[i] == '\n' ? ' ' : said.at[i]);
    buf_json_field(out, ",", "times",
                   arena_strndup(out->a, now->times.at, now->times.len));
    buf_char(out, '}');
}

static void tell_state(struct watch *w)
{
    struct arena *a = arena_new();
    struct buf out = buf_new(a);
    put_state(w, &out);
    if (w->server != NULL)
        server_tell_all(w->server, "state", &out);
    arena_free(a);
}

/* Those that were told last, whole or not. */
static const struct shown_edition *told_pages(struct arena *a,
                                              const struct edition_made *m)
{
    return m->told && m->making != NULL ? shown_read(a, &m->said) : m->pages;
}

static void welcome(void *data, struct listener *to)
{
    struct watch *w = data;
    struct arena *a = arena_new();
    struct buf out = buf_new(a);
    put_state(w, &out);
    server_tell(to, "state", &out);
    for (enum lang l = 0; l < LANG_COUNT; l++) {
        const struct edition_made *m = &w->made[l];
        out.len = 0;
        const struct shown_edition *pages = told_pages(a, m);
        if (m->wanted && pages != NULL) {
            shown_news(NULL, pages, lang_code(l), &out);
            server_tell(to, "pages", &out);
        }
        out.len = 0;
        if (m->wanted && m->now != NULL) {
            put_messages(m, l, &out);
            server_tell(to, "messages", &out);
        }
    }
    arena_free(a);
}

/* ---- making ---- */

static void ask_for(struct watch *w, enum lang l)
{
    struct edition_made *m = &w->made[l];
    if (m->maker == NULL)
        m->maker = maker_new(m->work, m->cold);
    if (m->maker == NULL || maker_is_busy(m->maker))
        return;
    m->stale = m->told = false;
    m->started = milliseconds();
    m->making = arena_new();
    m->said = buf_new(m->making);
    maker_ask(m->maker, &w->request);
}

static void forget_maker(struct edition_made *m)
{
    maker_free(m->maker);
    m->maker = NULL;
    arena_free(m->making);
    m->making = NULL;
}

static void make_stale(struct watch *w, bool programme)
{
    for (enum lang l = 0; l < LANG_COUNT; l++) {
        struct edition_made *m = &w->made[l];
        if (programme && m->maker != NULL) {
            forget_maker(m);
            m->cold = false;
        }
        m->stale = m->wanted;
        if (m->wanted)
            ask_for(w, l);
    }
}

/* Fonts are read here once: they are large, and seldom others. */
static void take_faces(struct watch *w, const struct shown_edition *now)
{
    for (size_t i = 0; i < now->faces.len && i < FACE_COUNT; i++) {
        if (w->face[i] != NULL && strcmp(w->face[i]->path, now->faces.at[i]) == 0)
            continue;
        if (w->fonts == NULL)
            w->fonts = arena_new();
        w->face[i] = file_read_bytes(w->fonts, diags_new(w->fonts), now->faces.at[i],
                                     FONT_BYTES, (struct pos){0});
    }
}

/* What is said on the terminal, in a line. */
static void say_made(const struct watch *w, enum lang l, const struct edition_made *m,
                     size_t changed)
{
    if (m->now->pages.len > 0)
        printf("%s: %zu pages, %zu of them changed, in %.0f ms\n", lang_code(l),
               m->now->pages.len, changed, m->took);
    else
        printf("%s: it cannot be made as it stands; the page says why\n", lang_code(l));
    if (w->r->o->times)
        printf("%.*s ms\n", (int)m->now->times.len, m->now->times.at);
    fflush(stdout);
}

static void tell_pages(struct watch *w, enum lang l, const struct shown_edition *before,
                       const struct shown_edition *now)
{
    struct edition_made *m = &w->made[l];
    if (w->server == NULL || !m->wanted || m->told || now->pages.len == 0)
        return;
    struct arena *a = arena_new();
    struct buf out = buf_new(a);
    take_faces(w, now);
    shown_news(m->whole ? NULL : before, now, lang_code(l), &out);
    server_tell_all(w->server, "pages", &out);
    m->told = true;
    m->whole = false;
    m->took = milliseconds() - m->started;
    arena_free(a);
}

static void tell_messages(struct watch *w, enum lang l)
{
    struct arena *a = arena_new();
    struct buf out = buf_new(a);
    put_messages(&w->made[l], l, &out);
    server_tell_all(w->server, "messages", &out);
    arena_free(a);
}

/* The one that was made takes the place of the last; its pages, where it has some, that
 * of the pages. */
static void take_made(struct watch *w, enum lang l)
{
    struct edition_made *m = &w->made[l];
    struct shown_edition *now = shown_read(m->making, &m->said);
    const struct shown_edition *before = m->pages;
    struct arena *old_last = m->last, *old_good = m->good;
    const size_t changed = shown_changed(before, now);
    tell_pages(w, l, before, now);
    m->now = now;
    m->last = m->making;
    m->making = NULL;
    if (now->pages.len > 0) {
        m->pages = now;
        m->good = m->last;
    } else if (m->told) { /* of pages that are lost: the next are told whole */
        m->pages = NULL;
        m->good = NULL;
    }
    if (w->server != NULL && m->wanted) {
        tell_messages(w, l);
        say_made(w, l, m, changed);
    }
    if (old_last != NULL && old_last != m->last && old_last != m->good)
        arena_free(old_last);
    if (old_good != NULL && old_good != m->good && old_good != old_last)
        arena_free(old_good);
}

static void say_fault(struct edition_made *m)
{
    static const char messages[] = "[{\"severity\": \"error\", \"id\": \"\", \"file\": "
                                   "null, \"what\": \"a fault in the "
                                   "program itself\", \"message\": \"the terminal says "
                                   "where; the pages are those of "
                                   "before\"}]";
    m->said = buf_new(m->making);
    const uint32_t sizes[] = {8, sizeof messages - 1};
    buf_add(&m->said, &sizes[0], sizeof sizes[0]);
    buf_str(&m->said, "messages");
    buf_add(&m->said, &sizes[1], sizeof sizes[1]);
    buf_str(&m->said, messages);
}

/* What was half written while it was read is read again, and nobody is told. */
static void listen_to_maker(struct watch *w, enum lang l)
{
    struct edition_made *m = &w->made[l];
    const enum maker_state state = maker_read(m->maker, &m->said);
    if (state == MAKER_HALF && !m->stale && w->due == 0)
        tell_pages(w, l, m->pages, shown_read(m->making, &m->said));
    if (state == MAKER_BUSY || state == MAKER_HALF)
        return;
    if (state != MAKER_DONE)
        say_fault(m);
    if (state == MAKER_LOST) {
        maker_free(m->maker);
        m->maker = NULL;
        m->cold = true;
    }
    const bool again = m->stale || w->due > 0;
    const struct shown_edition *now = shown_read(m->making, &m->said);
    if (again && now->pages.len == 0) {
        arena_free(m->making);
        m->making = NULL;
    } else {
        take_made(w, l);
    }
    if (m->stale)
        ask_for(w, l);
}

/* ---- what the page asks for ---- */

/* Pages are told before all of them is made, and their pictures asked for at once. */
static bool find_image(const struct edition_made *m, const char *name,
                       struct said_bytes *found)
{
    if (m->told && m->making != NULL && shown_image(&m->said, name, found))
        return true;
    for (size_t i = 0; m->pages != NULL && i < m->pages->images.len; i++)
        if (strcmp(m->pages->images.at[i].name, name) == 0) {
            *found = m->pages->images.at[i].bytes;
            return true;
        }
    return false;
}

static bool find(void *data, const char *name, const char **bytes, size_t *len,
                 const char **type)
{
    const struct watch *w = data;
    struct said_bytes image;
    if (strncmp(name, "font/", 5) == 0 && name[5] >= '0' && name[5] < '0' + FACE_COUNT &&
        w->face[name[5] - '0'] != NULL) {
        *bytes = w->face[name[5] - '0']->text;
        *len = w->face[name[5] - '0']->len;
        *type = "font/ttf";
        return true;
    }
    if (strncmp(name, "image/", 6) != 0 ||
        (!find_image(&w->made[LANG_EN], name, &image) &&
         !find_image(&w->made[LANG_CY], name, &image)))
        return false;
    *bytes = image.at;
    *len = image.len;
    *type = strstr(name, ".png") != NULL    ? "image/png"
            : strstr(name, ".jpeg") != NULL ? "image/jpeg"
                                            : "image/svg+xml";
    return true;
}

static void want(struct watch *w, enum edition edition)
{
    w->edition = edition;
    w->made[LANG_EN].wanted = edition != EDITION_CY;
    w->made[LANG_CY].wanted =
        edition == EDITION_CY || (edition == EDITION_ALL && is_translated(w));
    for (enum lang l = 0; l < LANG_COUNT; l++)
        w->made[l].whole = w->made[l].whole || !w->made[l].wanted;
}

static bool choose_page(void *data, const char *stage, const char *lang,
                        const char *document)
{
    struct watch *w = data;
    enum stage to = (enum stage)w->request.stage;
    enum edition edition = w->edition;
    if (stage != NULL)
        for (to = 0; to <= STAGE_FINAL && strcmp(stage_name(to), stage) != 0;)
            to++;
    if (lang != NULL)
        for (edition = EDITION_ALL;
             edition <= EDITION_CY && strcmp(edition_word(edition), lang) != 0;)
            edition++;
    if (to > STAGE_FINAL || edition > EDITION_CY ||
        (document != NULL && strlen(document) >= sizeof w->request.document))
        return false;
    w->request.stage = (int)to;
    if (document != NULL)
        snprintf(w->request.document, sizeof w->request.document, "%s", document);
    want(w, edition);
    tell_state(w);
    make_stale(w, false);
    return true;
}

/* Where links lead, too. */
static bool is_inside(const char *file, const char *folder)
{
    char *const real = realpath(file, NULL), *const around = realpath(folder, NULL);
    const bool inside = real != NULL && around != NULL && path_is_below(file, folder) &&
                        path_is_below(real, around);
    free(real);
    free(around);
    return inside;
}

/* Only what the report is made from, or its templates: the page names no other. */
static bool may_open(const struct watch *w, const char *file)
{
    return file_exists(file) &&
           (is_inside(file, w->dir) ||
            (w->r->templates != NULL && is_inside(file, w->r->templates)));
}

static bool open_editor(void *data, const char *file, const char *line,
                        const char *column)
{
    const struct watch *w = data;
    const int at = line != NULL ? ascii_number(line, 99999999) : 0;
    const int in = column != NULL ? ascii_number(column, 99999999) : 0;
    if (w->r->o->editor == NULL || file == NULL || at <= 0 || !may_open(w, file))
        return false;
    struct arena *a = arena_new();
    char **words = editor_words(a, w->r->o->editor, file, at, in > 0 ? in : 1);
    const bool done = words != NULL && program_start(words);
    arena_free(a);
    return done;
}

/* ---- the loop ---- */

static void look_at_folders(struct watch *w)
{
    const bool report = saved_look(w->saved, w->dir, true, true),
               templates = saved_look(w->saved, w->r->templates, false, true),
               fonts = saved_look(w->saved, w->r->fonts, false, false);
    const char *unseen = saved_unseen(w->saved);
    w->gone = !report || !templates || !fonts;
    if (unseen != NULL && w->unseen != NULL && strcmp(unseen, w->unseen) != 0)
        printf("what is saved in %s is not seen: %s\n", unseen, strerror(errno));
    if (unseen != NULL)
        w->unseen = unseen;
}

/* What has come back may be another. */
static void look_for_gone(struct watch *w)
{
    look_at_folders(w);
    if (w->gone)
        return;
    w->what |= SAVED_REPORT | SAVED_PROGRAMME;
    w->due = milliseconds() + LATER;
}

static void note_saved(struct watch *w)
{
    const unsigned what = saved_read(w->saved);
    if ((what & SAVED_GONE) != 0)
        w->gone = true;
    w->what |= what & (SAVED_REPORT | SAVED_PROGRAMME);
    if ((what & (SAVED_REPORT | SAVED_PROGRAMME | SAVED_GONE)) == 0)
        return;
    const double now = milliseconds();
    w->first = w->first > 0 ? w->first : now;
    w->due = now + ((what & (SAVED_HALF | SAVED_GONE)) != 0 ? LATER : SOON);
    if (w->due > w->first + AT_MOST)
        w->due = w->first + AT_MOST;
}

static void make_due(struct watch *w)
{
    const bool programme = (w->what & SAVED_PROGRAMME) != 0;
    w->first = w->due = 0;
    w->what = 0;
    if (programme) { /* its fonts, too, may be others */
        arena_free(w->fonts);
        w->fonts = NULL;
        memset(w->face, 0, sizeof w->face);
    }
    look_at_folders(w);
    if (is_translated(w) != w->made[LANG_CY].wanted && w->edition == EDITION_ALL) {
        want(w, w->edition);
        tell_state(w);
    }
    make_stale(w, programme);
}

static int patience(const struct watch *w)
{
    int wait = w->server != NULL ? server_wait(w->server) : -1;
    if (w->gone && (wait < 0 || wait > LOOK_AGAIN))
        wait = LOOK_AGAIN;
    if (w->due > 0) {
        const double left = w->due - milliseconds();
        const int due = left > 0 ? (int)left + 1 : 0;
        wait = wait < 0 || due < wait ? due : wait;
    }
    return wait;
}

/* Until somebody ends the program. */
static void watch_on(struct watch *w)
{
    for (;;) {
        struct pollfd fds[2 + LANG_COUNT];
        enum lang of[LANG_COUNT];
        nfds_t n = 0, makers = 0;
        fds[n++] = (struct pollfd){.fd = saved_fd(w->saved), .events = POLLIN};
        fds[n++] = (struct pollfd){.fd = w->server != NULL ? server_fd(w->server) : -1,
                                   .events = POLLIN};
        for (enum lang l = 0; l < LANG_COUNT; l++)
            if (w->made[l].maker != NULL && maker_is_busy(w->made[l].maker)) {
                fds[n++] =
                    (struct pollfd){.fd = maker_fd(w->made[l].maker), .events = POLLIN};
                of[makers++] = l;
            }
        if (poll(fds, n, patience(w)) < 0 && errno != EINTR)
            return;
        if (fds[0].revents != 0)
            note_saved(w);
        for (nfds_t i = 0; i < makers; i++)
            if (fds[2 + i].revents != 0)
                listen_to_maker(w, of[i]);
        if (w->server != NULL)
            server_run(w->server);
        if (w->gone)
            look_for_gone(w);
        if (w->due > 0 && milliseconds() >= w->due)
            make_due(w);
    }
}

/* ---- the command ---- */

/* Its command line is for all users to read: the address there is for one use. */
static void open_browser(const struct watch *w)
{
    const char *address = server_address_once(w->server);
    char *const browser[] = {"xdg-open", (char *)(uintptr_t)address, NULL};
    if (address == NULL || !program_start(browser))
        printf("no browser was opened: xdg-open: %s\n", strerror(errno));
    fflush(stdout);
}

static bool serve(struct watch *w, const struct served *of)
{
    struct run *r = w->r;
    switch (server_new(r->a, of, r->o->port, &w->server)) {
    case SERVE_FINE: break;
    case SERVE_NO_LIBRARY:
        diag(r->d, DIAG_CANNOT_SERVE, (struct pos){0},
             "the library libmicrohttpd is not there; install it, or use --no-serve");
        return false;
    case SERVE_NO_PORT:
        diag(r->d, DIAG_CANNOT_SERVE, (struct pos){0},
             "port %d: %s; choose another with --port, or leave it out", r->o->port,
             strerror(errno));
        return false;
    }
    printf("%s\n", server_address(w->server));
    fflush(stdout);
    if (r->o->open)
        open_browser(w);
    return true;
}

static bool watch_begin(struct watch *w, struct run *r)
{
    *w = (struct watch){.r = r, .name = r->report};
    w->dir = folder_exists(r->report) ? r->report : path_dir(r->a, r->report);
    w->request.stage = (int)r->o->stage;
    if (r->o->document != NULL)
        snprintf(w->request.document, sizeof w->request.document, "%s", r->o->document);
    w->saved = saved_new(r->a);
    if (w->saved == NULL)
        diag(r->d, DIAG_CANNOT_SERVE, (struct pos){0},
             "this system does not say what is saved: %s", strerror(errno));
    return w->saved != NULL;
}

/* What is made must not be taken for what was saved. */
static bool look_at_first(struct watch *w)
{
    struct run *r = w->r;
    saved_leave(w->saved, r->o->out);
    look_at_folders(w);
    if (r->o->no_serve && saved_looks_at(w->saved, r->o->out)) {
        diag(r->d, DIAG_CANNOT_SERVE, pos_of_path(r->a, r->o->out),
             "what is made here would be made again and again, for files of the report "
             "are here, too; choose another folder with --out");
        return false;
    }
    if (w->unseen != NULL)
        diag(r->d, DIAG_CANNOT_SERVE, pos_of_path(r->a, w->unseen),
             "what is saved here is not seen: %s; let the system look at more folders "
             "(fs.inotify.max_user_watches), or end other programs that have it do so",
             strerror(errno));
    return w->unseen == NULL;
}

void command_watch(struct run *r, struct buf *out)
{
    struct watch w;
    const struct served served = {welcome, find, choose_page, open_editor, &w};
    (void)out;
    if (diags_errors(r->d) > 0 || !report_there(r) || !watch_begin(&w, r))
        return;
    if (!file_exists(r->report)) {
        diag(r->d, DIAG_FILE_MISSING, pos_of_path(r->a, r->report),
             "there is no such folder");
        return;
    }
    if (!look_at_first(&w))
        return;
    w.made[LANG_EN].work =
        showing_work(r->a, r->o, r->report, r->o->no_serve ? r->o->edition : EDITION_EN);
    w.made[LANG_CY].work = showing_work(r->a, r->o, r->report, EDITION_CY);
    want(&w, r->o->no_serve ? EDITION_EN : r->o->edition);
    if (!r->o->no_serve && !serve(&w, &served))
        return;
    make_stale(&w, false);
    watch_on(&w);
}
