/* pipeline.c -- the stages called in their order. */
#include "cli/pipeline.h"

#include "check/check.h"
#include "cli/places.h"
#include "cli/version.h"
#include "pdf/pdf.h"

#include <time.h>

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

void run_begin(struct run *r, struct arena *a, const struct options *o,
               const char *report)
{
    *r = (struct run){.a = a, .d = diags_new(a), .o = o, .report = report};
    r->times = buf_new(a);
    r->started = now();
    r->templates = o->templates != NULL ? o->templates : place_find(a, "templates");
    r->fonts = place_find(a, "fonts");
    if (r->templates == NULL)
        diag(r->d, DIAG_FILE_MISSING, (struct pos){0},
             "the folder \"templates\" that belongs to gwasg; name it with --templates");
    if (r->fonts == NULL)
        diag(r->d, DIAG_FILE_MISSING, (struct pos){0},
             "the folder \"fonts\" that belongs to gwasg; install it again");
}

void run_end(struct run *r)
{
    text_free(r->text);
    r->text = NULL;
}

void run_time(struct run *r, const char *stage)
{
    double t = now();
    buf_printf(&r->times, "%s%s %.1f", r->times.len > 0 ? ", " : "", stage,
               (t - r->started) * 1000);
    r->started = t;
}

static bool failed(const struct run *r)
{
    return diags_errors(r->d) > 0;
}

const struct scores *run_scores(struct run *r)
{
    if (failed(r))
        return NULL;
    const struct inspection *in = inspection_load(r->a, r->d, r->templates, r->report);
    run_time(r, "model");
    if (in == NULL || failed(r))
        return NULL;
    const struct scores *s = score_inspection(r->a, r->d, in);
    run_time(r, "score");
    return failed(r) ? NULL : s;
}

const struct report *run_report(struct run *r, const struct scores *s, enum stage stage)
{
    const struct report *report = compose(r->a, r->d, s, "report", r->o->lang, stage);
    run_time(r, "compose");
    return failed(r) ? NULL : report;
}

struct document *run_document(struct run *r, const struct scores *s,
                              const struct report *report)
{
    const struct style *style = style_parse(r->a, r->d, s->in->programme->style);
    if (style == NULL || failed(r))
        return NULL;
    if (r->text == NULL)
        r->text = text_new(r->a, r->d, style, r->fonts);
    if (r->text == NULL || failed(r))
        return NULL;
    run_time(r, "fonts");
    struct document *doc = layout(r->a, r->d, r->text, style, report);
    run_time(r, "layout");
    if (doc == NULL || failed(r))
        return NULL;
    doc->creator = "gwasg " GWASG_VERSION;
    document_mark(r->a, doc);
    check_document(r->d, doc);
    run_time(r, "check");
    return failed(r) ? NULL : doc;
}

const struct buf *run_pdf(struct run *r, struct document *doc)
{
    struct buf *bytes = NEW(r->a, struct buf);
    *bytes = buf_new(r->a);
    pdf_write(r->a, r->text, doc, bytes);
    run_time(r, "pdf");
    return bytes;
}

int run_finish(struct run *r, struct buf *messages)
{
    diags_print(r->d, r->o->diagnostics, messages);
    if (r->o->times)
        buf_printf(messages, "%s: %s ms\n", r->report, r->times.at);
    return diags_exit(r->d, r->o->strict);
}
