/* showing.c -- in: a stage and a document that are asked for; out: its pages, their
 * blocks and what is wrong, said through a pipe; or files and messages, as `gwasg build`
 * has them.  Knows nothing of who looks at them. */
#include "cli/showing.h"

#include "cli/commands.h"
#include "review/review.h"
#include "watch/drawn.h"

#include <stdio.h>
#include <string.h>

struct kept_for_showing {
    struct options o; /* those of the command, and what is asked for now */
    const char *report;
    const struct programme *programme; /* NULL: none is kept */
    struct diags *of_programme;        /* what was said of it */
    struct faces *text;                /* NULL: none */
};

/* ---- made ---- */

/* The document that was asked for; of none, the first that there is data for. */
static void choose_document(struct run *r, struct options *o, const struct scores *s)
{
    const struct programme *p = s->in->programme;
    const bool provisional = o->stage == STAGE_PROVISIONAL;
    if (o->document == NULL || *o->document == '\0')
        o->document = NULL;
    for (size_t i = 0; o->document == NULL && i < p->document_count; i++)
        if (p->documents[i].provisional == provisional &&
            (provisional || inspection_makes(s->in, &p->documents[i])))
            o->document = p->documents[i].name;
    r->o = o;
}

/* What is kept serves as long as the report is of that programme. */
static void take_kept(const struct kept_for_showing *k, struct run *r)
{
    r->text = k->text;
    diags_take(r->d, k->of_programme);
}

/* The foot of a proof tells one text from another: each save would change all pages. */
static const struct report *without_hash(struct arena *a, const struct report *report)
{
    struct report *r = NEW(a, struct report);
    *r = *report;
    r->words[LAYOUT_HASH] = "";
    return r;
}

/* Its report and pages; NULL where an error was said. */
static struct document *make_document(struct kept_for_showing *k, struct run *r,
                                      const struct scores **scores, struct stamp *stamp,
                                      const struct report **report)
{
    const struct scores *english = run_scores(r);
    if (english == NULL)
        return NULL;
    if (english->in->programme == k->programme)
        take_kept(k, r);
    choose_document(r, &k->o, english);
    enum lang editions[LANG_COUNT];
    if (!run_stamp(r, english, stamp) || run_editions(r, english->in, editions) == 0)
        return NULL;
    *scores = run_one_edition(r, english);
    if (*scores == NULL)
        return NULL;
    size_t count;
    const struct report *const *reports = run_reports(r, *scores, r->o->stage, &count);
    if (count == 0)
        return NULL;
    *report = without_hash(r->a, reports[0]);
    struct document *doc = run_document(r, *scores, *report);
    review_heard(r->a, r->d, (*scores)->in, *report);
    run_bare(r, english, *scores);
    return doc;
}

static void keep_programme(struct kept_for_showing *k, struct run *r,
                           const struct programme *p)
{
    k->of_programme = diags_new(r->a);
    const struct programme *again =
        programme_load(r->a, k->of_programme, r->templates, p->name, (struct pos){0});
    k->programme = diags_errors(k->of_programme) == 0 ? again : NULL;
}

static void warm(void *data, const struct made_request *request)
{
    struct kept_for_showing *k = data;
    struct run r;
    struct stamp stamp;
    const struct scores *s = NULL;
    const struct report *report;
    k->o.stage = (enum stage)request->stage;
    k->o.document = request->document;
    run_begin(&r, arena_new(), &k->o, k->report);
    if (make_document(k, &r, &s, &stamp, &report) == NULL)
        return;
    keep_programme(k, &r, s->in->programme);
    k->text = k->programme != NULL ? r.text : NULL;
}

/* ---- said ---- */

static void say_buf(int to, const char *name, const struct buf *bytes)
{
    maker_say(to, name, bytes->at, bytes->len);
}

static void put_names(const struct run *r, const struct inspection *in, struct buf *out)
{
    const struct programme *p = in->programme;
    const char *before = "";
    buf_str(out, ",\"documents\":[");
    for (size_t i = 0; i < p->document_count; i++) {
        if (p->documents[i].provisional != (r->o->stage == STAGE_PROVISIONAL) ||
            !inspection_makes(in, &p->documents[i]))
            continue;
        buf_str(out, before);
        buf_json(out, p->documents[i].name);
        before = ",";
    }
    buf_char(out, ']');
}

static void say_document(struct run *r, const struct inspection *in,
                         const struct report *report, const struct document *doc, int to)
{
    struct buf json = buf_new(r->a);
    buf_json_field(&json, "{", "name", report->document);
    buf_json_field(&json, ",", "title", doc->title);
    buf_printf(&json, ",\"width\":%d,\"height\":%d", doc->pages[0].width / 1024,
               doc->pages[0].height / 1024);
    put_names(r, in, &json);
    buf_char(&json, '}');
    say_buf(to, "document", &json);
}

static void say_pages(struct run *r, const struct report *report,
                      const struct document *doc, int to)
{
    struct drawing_board *board = board_new(r->a, report, doc);
    struct buf out = buf_new(r->a);
    buf_reserve(&out, 1 << 20);
    for (size_t i = 0; i < doc->page_count; i++) {
        out.len = 0;
        page_draw(board, (int)i, &out);
        say_buf(to, "page", &out);
        out.len = 0;
        page_blocks(board, (int)i, &out);
        say_buf(to, "blocks", &out);
    }
    size_t count;
    const struct drawn_image *images = board_images(board, &count);
    for (size_t i = 0; i < count; i++) {
        out.len = 0;
        image_bytes(images[i].image, &out);
        say_buf(to, arena_printf(r->a, "image/%s", images[i].name), &out);
    }
}

static void say_faces(struct run *r, const struct scores *s, int to)
{
    const struct style *style = run_style(r, s);
    for (int i = 0; style != NULL && i < FACE_COUNT; i++) {
        const char *path = path_join(r->a, r->fonts, style->fonts[i]);
        maker_say(to, "face", path, strlen(path));
    }
}

/* All at its end, for a page that is shown is shown with what is wrong on it. */
static void show(struct run *r, const struct scores *s, const struct report *report,
                 struct document *doc, int to)
{
    struct buf messages = buf_new(r->a);
    diags_print(r->d, DIAG_JSON, &messages);
    say_buf(to, "messages", &messages);
    if (doc != NULL) {
        say_document(r, s->in, report, doc, to);
        say_faces(r, s, to);
        say_pages(r, report, doc, to);
    }
    run_time(r, "drawing");
    say_buf(to, "times", &r->times);
}

static void make_shown(void *data, const struct made_request *request, int to)
{
    struct kept_for_showing *k = data;
    struct run r;
    struct stamp stamp;
    const struct scores *s = NULL;
    const struct report *report = NULL;
    k->o.stage = (enum stage)request->stage;
    k->o.document = request->document;
    run_begin(&r, arena_new(), &k->o, k->report);
    r.known = k->programme;
    struct document *doc = make_document(k, &r, &s, &stamp, &report);
    show(&r, s, report, doc, to);
}

/* ---- files ---- */

static void warm_nothing(void *data, const struct made_request *request)
{
    (void)data, (void)request;
}

/* As `gwasg build` does it. */
static void make_files(void *data, const struct made_request *request, int to)
{
    struct kept_for_showing *k = data;
    struct arena *a = arena_new();
    struct buf said[SAID_COUNT];
    struct command build = *k->o.command;
    (void)request, (void)to;
    build.run = command_build;
    k->o.command = &build;
    k->o.dump = NULL;
    for (int i = 0; i < SAID_COUNT; i++)
        said[i] = buf_new(a);
    run_command(a, &k->o, k->report, said);
    fputs(said[SAID_MESSAGES].at, stderr);
    fputs(said[SAID_OUT].at, stdout);
    fflush(stdout);
}

const struct maker_work *showing_work(struct arena *a, const struct options *o,
                                      const char *report, enum edition edition)
{
    struct kept_for_showing *k = NEW(a, struct kept_for_showing);
    struct maker_work *work = NEW(a, struct maker_work);
    *k = (struct kept_for_showing){.o = *o, .report = report};
    k->o.edition = edition;
    k->o.dump = "pages"; /* looked at: no day is asked for, nothing is recorded */
    *work = o->no_serve ? (struct maker_work){warm_nothing, make_files, k}
                        : (struct maker_work){warm, make_shown, k};
    return work;
}
