/* build.c -- `gwasg build`: the documents of a report to PDFs, or a stage of one as
 * text (--dump). */
#include "base/bounds.h"
#include "base/file.h"
#include "cli/commands.h"
#include "cli/pipeline.h"

#include <string.h>

/* A document on its way into a file. */
struct made {
    const struct report *report;
    struct document *doc;
    const struct buf *bytes;
};

/* "out/severnside-2012.proof.en.pdf", "out/severnside-2012.press.en.pdf": a final goes
 * without its stage, the report without its name. */
static const char *output_path(struct run *r, const struct inspection *in,
                               const char *document)
{
    const char *stage = r->o->stage == STAGE_FINAL ? "" : ".proof";
    bool report = strcmp(document, "report") == 0;
    return arena_printf(r->a, "%s/%s%s%s%s.%s.pdf", r->o->out, in->name,
                        report ? "" : ".", report ? "" : document, stage,
                        lang_code(r->o->lang));
}

static void write_pdf(struct run *r, const struct inspection *in, const struct made *made,
                      struct buf *out)
{
    const char *path = output_path(r, in, made->report->document);
    if (!dir_make(r->a, r->d, r->o->out) ||
        !file_replace(r->a, r->d, path, made->bytes->at, made->bytes->len))
        return;
    run_time(r, "write");
    buf_printf(out, "%s", path);
    if (r->o->verbose)
        buf_printf(out, ": %zu pages, %zu kB", made->doc->page_count,
                   (made->bytes->len + 500) / 1000);
    buf_char(out, '\n');
}

/* A report has a Welsh edition when somebody has translated it. */
static bool edition_exists(struct run *r, const struct inspection *in)
{
    if (r->o->lang == LANG_EN || file_exists(path_join(r->a, in->dir, "cy.xlf")))
        return true;
    diag(r->d, DIAG_FILE_MISSING, (struct pos){.file = in->file},
         "the translation cy.xlf: this report has no Welsh edition");
    return false;
}

/* Everything is laid out before anything is written: a fault in one document writes none.
 */
static void build(struct run *r, struct buf *out)
{
    const struct scores *s = run_scores(r);
    if (s == NULL || !edition_exists(r, s->in))
        return;
    size_t count;
    const struct report *const *reports = run_reports(r, s, r->o->stage, &count);
    struct made *all = NEW_ARRAY(r->a, struct made, count + 1);
    for (size_t i = 0; i < count; i++) {
        all[i].report = reports[i];
        all[i].doc = run_document(r, s, reports[i]);
        if (all[i].doc != NULL)
            all[i].bytes = run_pdf(r, all[i].doc);
    }
    for (size_t i = 0; i < count && diags_errors(r->d) == 0; i++)
        write_pdf(r, s->in, &all[i], out);
}

static void dump_source(struct run *r, struct buf *out)
{
    const char *path = strstr(r->report, ".yaml") != NULL
                           ? r->report
                           : path_join(r->a, r->report, "inspection.yaml");
    const struct file *f = file_read(r->a, r->d, path, YAML_BYTES, (struct pos){0});
    const struct node *root = f != NULL ? source_parse(r->a, r->d, f) : NULL;
    if (root != NULL)
        node_dump(root, out);
}

static void dump_layout(struct run *r, const struct scores *s,
                        const struct report *report, struct buf *out)
{
    if (strcmp(r->o->dump, "strips") == 0) {
        const struct style *style = style_parse(r->a, r->d, s->in->programme->style);
        if (style != NULL)
            r->text = text_new(r->a, r->d, style, r->fonts);
        if (r->text != NULL)
            layout_strips_dump(r->a, r->d, r->text, style, report, out);
        return;
    }
    const struct document *doc = run_document(r, s, report);
    if (doc == NULL)
        return;
    if (strcmp(r->o->dump, "pages") == 0)
        pages_dump(doc, out);
    else
        tags_dump(doc, out);
}

static void dump(struct run *r, struct buf *out)
{
    const char *what = r->o->dump;
    if (strcmp(what, "source") == 0) {
        dump_source(r, out);
        return;
    }
    const struct scores *s = run_scores(r);
    if (s == NULL)
        return;
    if (strcmp(what, "model") == 0) {
        inspection_dump(s->in, out);
    } else if (strcmp(what, "scores") == 0) {
        scores_write(s, r->o->lang, SCORES_TABLE, out);
    } else if (strcmp(what, "input") == 0) {
        compose_input_dump(r->a, r->d, s, r->o->lang, r->o->stage, out);
    } else {
        size_t count;
        const struct report *const *reports = run_reports(r, s, r->o->stage, &count);
        if (count == 0)
            return;
        if (strcmp(what, "xml") == 0)
            report_dump(reports[0], out);
        else
            dump_layout(r, s, reports[0], out);
    }
}

int command_build(struct arena *a, const struct options *o, const char *report,
                  struct buf *out, struct buf *messages)
{
    struct run r;
    run_begin(&r, a, o, report);
    if (o->dump != NULL)
        dump(&r, out);
    else
        build(&r, out);
    run_end(&r);
    return run_finish(&r, messages);
}

/* Everything that stops a final, without writing one. */
int command_check(struct arena *a, const struct options *o, const char *report,
                  struct buf *out, struct buf *messages)
{
    struct run r;
    run_begin(&r, a, o, report);
    const struct scores *s = run_scores(&r);
    size_t count = 0;
    const struct report *const *reports =
        s != NULL ? run_reports(&r, s, STAGE_FINAL, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        run_document(&r, s, reports[i]);
    run_end(&r);
    int status = run_finish(&r, messages);
    if (status == 0)
        buf_printf(out, "%s: nothing stops publication%s\n", report,
                   diags_warnings(r.d) > 0 ? ", but see the warnings" : "");
    return status;
}
