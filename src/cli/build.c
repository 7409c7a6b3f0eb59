/* build.c -- `gwasg build`: the documents of a report to files, or a stage of one as
 * text (--dump). */
#include "base/bounds.h"
#include "base/file.h"
#include "cli/commands.h"
#include "cli/draft.h"
#include "cli/locking.h"
#include "cli/outputs.h"
#include "cli/pipeline.h"
#include "cli/terms.h"
#include "comments/import.h"
#include "plain/plain.h"
#include "review/review.h"
#include "sending/days.h"

#include <string.h>

/* Provisional findings are of the day on which they are made. */
static bool stamp_provisional(struct run *r, const struct scores *s, struct stamp *stamp)
{
    if (s == NULL || r->o->stage != STAGE_PROVISIONAL)
        return s != NULL;
    const struct copies copies = {
        .a = r->a, .d = r->d, .in = s->in, .stage = STAGE_PROVISIONAL};
    *stamp = (struct stamp){.date = r->o->date};
    r->stamp = stamp;
    sending_days_check(&copies, stamp->date, (struct date){0});
    return true;
}

static void build(struct run *r, struct buf *out)
{
    enum lang editions[LANG_COUNT];
    struct stamp stamp;
    const struct scores *s = run_scores(r);
    if (!stamp_provisional(r, s, &stamp))
        return;
    size_t count = s != NULL ? run_editions(r, s->in, editions) : 0;
    struct outputs list = {0};
    if (r->o->edition == EDITION_BOTH) /* one proof of the two */
        count = count == LANG_COUNT ? 1 : 0;
    outputs_of_editions(r, s, editions, count, &list);
    if (s != NULL && r->o->stage == STAGE_FINAL) {
        run_comments(r, s);
        run_embargoes(r, s);
        run_released(r, s);
    }
    if (count == LANG_COUNT && r->o->stage == STAGE_FINAL && diags_errors(r->d) == 0)
        outputs_compare(r, s->in, &list);
    if (s != NULL)
        outputs_write(r, s->in, &list, out);
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
    bool strips = strcmp(r->o->dump, "strips") == 0;
    if (strips || strcmp(r->o->dump, "breaks") == 0) {
        const struct style *style = run_style(r, s);
        if (style != NULL)
            (strips ? layout_strips_dump : layout_breaks_dump)(r->a, r->d, r->text, style,
                                                               report, out);
        return;
    }
    if (strcmp(r->o->dump, "html") == 0) {
        const struct buf *page = output_html(r, s, report);
        if (page != NULL)
            buf_add(out, page->at, page->len);
        return;
    }
    const struct document *doc = run_document(r, s, report);
    if (doc == NULL)
        return;
    if (strcmp(r->o->dump, "pages") == 0)
        pages_dump(doc, out);
    else if (strcmp(r->o->dump, "heard") == 0)
        heard_dump(r->a, doc, out);
    else
        tags_dump(doc, out);
}

bool run_stamp(struct run *r, const struct scores *s, struct stamp *stamp)
{
    if (r->o->stage == STAGE_PROVISIONAL)
        return stamp_provisional(r, s, stamp);
    if (r->o->stage != STAGE_DRAFT && r->o->stage != STAGE_EMBARGO)
        return true;
    bool made = draft_stamp(r, s, stamp);
    r->stamp = stamp;
    return made;
}

static void dump(struct run *r, struct buf *out)
{
    const char *what = r->o->dump;
    if (strcmp(what, "source") == 0) {
        dump_source(r, out);
        return;
    }
    const struct scores *english = run_scores(r);
    struct stamp stamp;
    if (english == NULL || !run_stamp(r, english, &stamp))
        return;
    const struct scores *s = run_one_edition(r, english);
    if (s == NULL)
        return;
    if (strcmp(what, "model") == 0) {
        inspection_dump(s->in, out);
    } else if (strcmp(what, "scores") == 0) {
        scores_write(s, r->lang, SCORES_TABLE, out);
    } else if (strcmp(what, "input") == 0) {
        compose_input_dump(r->a, r->d, s, r->lang, r->o->stage, out);
    } else {
        size_t count;
        const struct report *const *reports = run_asked(r, s, &count);
        if (count == 0)
            return;
        if (strcmp(what, "xml") == 0)
            report_dump(reports[0], out);
        else if (strcmp(what, "text") == 0)
            plain_text(reports[0], out);
        else
            dump_layout(r, s, reports[0], out);
    }
}

void command_build(struct run *r, struct buf *out)
{
    if (r->o->dump != NULL)
        dump(r, out);
    else if (r->o->stage == STAGE_DRAFT || r->o->stage == STAGE_EMBARGO)
        draft_build(r, out);
    else
        build(r, out);
}

static void check_edition(struct run *r, const struct scores *s)
{
    size_t count = 0;
    const struct report *const *reports = run_reports(r, s, STAGE_FINAL, &count);
    for (size_t i = 0; i < count; i++) {
        unsigned released = outputs_released(r, s->in->programme, reports[i]->document);
        review_heard(r->a, r->d, s->in, reports[i]);
        run_document(r, s, reports[i]);
        r->large = (released & 1U << OUTPUT_LARGE) != 0;
        if (r->large)
            run_document(r, s, reports[i]);
        r->large = false;
    }
    run_locked(r, s, reports, count);
}

const struct scores *run_check(struct run *r)
{
    enum lang editions[LANG_COUNT];
    const struct scores *s = run_scores(r);
    size_t count = s != NULL ? run_editions(r, s->in, editions) : 0;
    for (size_t i = 0; i < count; i++) {
        const struct scores *in_language = run_edition(r, s, editions[i]);
        if (in_language != NULL) {
            check_edition(r, in_language);
            run_bare(r, s, in_language);
        }
    }
    if (s != NULL) {
        run_comments(r, s);
        run_released(r, s);
        run_embargoes(r, s);
    }
    if (count > 0)
        run_review(r, s, editions, count);
    if (count > 0 && editions[count - 1] == LANG_CY)
        run_terms(r, s);
    bool whole = r->o->edition == EDITION_ALL && r->o->document == NULL;
    if (whole && diags_errors(r->d) == 0)
        diags_unused(r->d);
    return s;
}

/* Everything that stops a final, without writing one. */
void command_check(struct run *r, struct buf *out)
{
    if (r->o->verbose) /* of a build it asks for pages and sizes only */
        diags_verbose(r->d);
    if (r->o->programme != NULL) {
        run_programme(r, out);
        return;
    }
    run_check(r);
    if (diags_exit(r->d, r->o->strict) == 0)
        buf_printf(out, "%s: nothing stops publication%s\n", r->report,
                   diags_warnings(r->d) > 0 ? ", but see the warnings" : "");
}
