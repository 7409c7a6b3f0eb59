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
    r->faces[r->large ? 1 : 0] = k->text;
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

/* Of a report that is being shown, or of the one that things are kept of. */
struct showing {
    struct run r;
    struct stamp stamp;
    const struct scores *english, *scores; /* NULL: it does not come so far */
    const struct report *report;
    struct document *doc;
};

static bool is_document(const struct run *r, const struct programme *p)
{
    for (size_t i = 0; i < p->document_count; i++)
        if (r->o->document != NULL && strcmp(p->documents[i].name, r->o->document) == 0)
            return true;
    return false;
}

/* The pages, as soon as they can be made. */
static void make_pages(struct kept_for_showing *k, struct showing *now)
{
    struct run *r = &now->r;
    enum lang editions[LANG_COUNT];
    now->english = run_scores(r);
    if (now->english == NULL)
        return;
    if (now->english->in->programme == k->programme)
        take_kept(k, r);
    choose_document(r, &k->o, now->english);
    if (!run_stamp(r, now->english, &now->stamp) ||
        run_editions(r, now->english->in, editions) == 0)
        return;
    now->scores = run_one_edition(r, now->english);
    if (now->scores == NULL || !is_document(r, now->scores->in->programme))
        return;
    now->report = compose_stamped(r->a, r->d, now->scores, r->o->document, r->lang,
                                  r->o->stage, r->stamp);
    run_time(r, "compose");
    if (now->report == NULL || diags_broken(r->d) > 0)
        return;
    now->report = without_hash(r->a, now->report);
    now->doc = run_document(r, now->scores, now->report);
}

/* What is wrong besides: for some of it all that is made of the report is looked at. */
static void make_messages(struct showing *now)
{
    struct run *r = &now->r;
    size_t count;
    if (now->scores == NULL)
        return;
    run_other_reports(r, now->scores, r->o->stage, now->report, &count);
    if (now->report != NULL && r->o->stage != STAGE_PROVISIONAL)
        review_heard(r->a, r->d, now->scores->in, now->report);
    run_bare(r, now->english, now->scores);
    run_time(r, "review");
}

static void begin_showing(struct kept_for_showing *k, const struct made_request *request,
                          struct showing *now)
{
    *now = (struct showing){.doc = NULL};
    k->o.stage = (enum stage)request->stage;
    k->o.document = request->document;
    run_begin(&now->r, arena_new(), &k->o, k->report);
    now->r.known = k->programme;
}

static void keep_programme(struct kept_for_showing *k, struct run *r,
                           const struct programme *p)
{
    k->of_programme = diags_new(r->a);
    const struct programme *again =
        programme_load(r->a, k->of_programme, r->templates, p->name, (struct pos){0});
    k->programme = diags_errors(k->of_programme) == 0 ? compose_keep(r->a, again) : NULL;
}

/* A report is made, for what stays of it: its templates compiled, its words shaped. */
static bool warm(void *data, const struct made_request *request)
{
    struct kept_for_showing *k = data;
    struct showing now;
    begin_showing(k, request, &now);
    const struct scores *s = run_scores(&now.r);
    if (s == NULL)
        return false;
    keep_programme(k, &now.r, s->in->programme);
    if (k->programme == NULL)
        return false;
    begin_showing(k, request, &now);
    make_pages(k, &now);
    k->text = now.doc != NULL ? now.r.text : NULL;
    return now.doc != NULL;
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
    buf_json_field(&json, ",", "stage", stage_name(r->o->stage));
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
        maker_say(to, arena_printf(r->a, "image/%s", images[i].name), images[i].bytes,
                  images[i].len);
    }
}

static void say_faces(struct run *r, const struct scores *s, int to)
{
    const struct style *style = run_style(r, s);
    for (int i = 0; style != NULL && i < FACE_COUNT; i++) {
        const char *path = style_font(r->a, style, (enum face)i, r->fonts);
        maker_say(to, "face", path, strlen(path));
    }
}

static void say_messages(struct showing *now, int to)
{
    struct buf messages = buf_new(now->r.a);
    make_messages(now);
    diags_print(now->r.d, DIAG_JSON, &messages);
    say_buf(to, "messages", &messages);
    say_buf(to, "times", &now->r.times);
}

static void make_shown(void *data, const struct made_request *request, int to)
{
    struct kept_for_showing *k = data;
    struct showing now;
    begin_showing(k, request, &now);
    make_pages(k, &now);
    if (now.doc != NULL) {
        say_document(&now.r, now.scores->in, now.report, now.doc, to);
        say_faces(&now.r, now.scores, to);
        say_pages(&now.r, now.report, now.doc, to);
        run_time(&now.r, "drawing");
        maker_say(to, MAKER_PART, "", 0);
    }
    say_messages(&now, to);
}

/* ---- files ---- */

static bool warm_nothing(void *data, const struct made_request *request)
{
    (void)data, (void)request;
    return true;
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
