/* data.c -- the commands that give data instead of a report: scores, figures, schema,
 * programmes. */
#include "cli/commands.h"
#include "cli/locking.h"
#include "cli/pipeline.h"
#include "cli/suggest.h"
#include "comments/answers_sheet.h"
#include "model/questions.h"
#include "proof/proof.h"

void command_scores(struct run *r, struct buf *out)
{
    const struct scores *s = run_one_edition(r, run_scores(r));
    if (s == NULL)
        return;
    if (r->o->format == FORMAT_RESULTS) {
        size_t count;
        const struct figure_ask *const *asks = compose_asks(r->a, r->d, s, &count);
        results_write(s, asks, count, out);
        return;
    }
    if (r->o->why) {
        scores_write_why(r->d, s, r->lang, r->o->at, out);
        return;
    }
    enum scores_format format = r->o->format == FORMAT_CSV    ? SCORES_CSV
                                : r->o->format == FORMAT_JSON ? SCORES_JSON
                                                              : SCORES_TABLE;
    scores_write(s, r->lang, format, out);
}

static void write_figures_page(struct run *r, const struct scores *s,
                               const struct figures_of *of, struct buf *out)
{
    const struct report *page = figures_report(r->a, r->d, s, of);
    struct document *doc = page != NULL ? run_document(r, s, page) : NULL;
    if (doc == NULL)
        return;
    const struct buf *bytes = run_pdf(r, doc);
    const char *path = arena_printf(r->a, "%s/%s.figures.%s.pdf", r->o->out, s->in->name,
                                    lang_code(r->lang));
    run_write(r, &(struct file_write){path, bytes->at, bytes->len, false}, 1, out);
}

void command_figures(struct run *r, struct buf *out)
{
    if (r->o->write && !run_lock(r))
        return;
    const struct scores *english = run_scores(r), *s = run_one_edition(r, english);
    struct figures_of of = {0};
    if (s != NULL && r->o->suggest) {
        run_suggest(r, s, out);
        return;
    }
    if (s != NULL)
        of.reports = run_reports(r, s, STAGE_PROOF, &of.count);
    if (of.count == 0)
        return;
    struct bare_list bare =
        bare_find(r->a, s->in, r->lang == LANG_CY ? english->in : NULL, r->lang);
    of.bare = &bare;
    of.in = s->in;
    struct buf state = buf_new(r->a);
    run_signatures(r, &of, &state);
    run_locked(r, s, of.reports, of.count);
    if (diags_broken(r->d) > 0)
        return;
    if (r->o->format == FORMAT_CSV || r->o->format == FORMAT_JSON) {
        figures_write(&of, r->o->format == FORMAT_CSV ? FIGURES_CSV : FIGURES_JSON, out);
    } else {
        write_figures_page(r, s, &of, out);
        buf_str(out, state.at);
    }
}

const struct programme *run_load(struct run *r, const char *name)
{
    const struct programme *p =
        r->templates == NULL
            ? NULL
            : programme_load(r->a, r->d, r->templates, name, (struct pos){0});
    return diags_errors(r->d) == 0 ? p : NULL;
}

/* Of one programme, or of all. */
void command_schema(struct run *r, struct buf *out)
{
    size_t count = r->o->operand_count > 0 ? 1 : 0;
    const char *const *names = &r->report;
    if (count == 0 && r->templates != NULL)
        names = programme_list(r->a, r->d, r->templates, &count);
    const struct programme **all = NEW_ARRAY(r->a, const struct programme *, count + 1);
    for (size_t i = 0; i < count; i++)
        all[i] = run_load(r, names[i]);
    if (diags_errors(r->d) > 0)
        return;
    if (r->o->operand_count > 0)
        programme_schema(all[0], out);
    else
        programmes_schema(all, count, out);
}

static void write_answers(const struct programme *p, enum format format, struct buf *out)
{
    if (format == FORMAT_XLSX)
        answers_sheet(p, out);
    else
        programme_answers_head(p, out);
}

void command_questions(struct run *r, struct buf *out)
{
    const struct programme *p = run_load(r, r->report);
    const char *word = r->o->operand_count > 1 ? r->o->operands[1] : NULL;
    if (p == NULL)
        return;
    if (r->o->empty) {
        write_answers(p, r->o->format, out);
        return;
    }
    size_t count;
    const struct question_row *rows = questions_of(r->a, p, word, &count);
    if (count == 0)
        diag(r->d, DIAG_VALUE_UNKNOWN, (struct pos){0},
             "\"%s\" is in no name, code or text of %s; gwasg questions %s lists them",
             word != NULL ? word : "", p->name, p->name);
    enum questions_format format = r->o->format == FORMAT_CSV    ? QUESTIONS_CSV
                                   : r->o->format == FORMAT_JSON ? QUESTIONS_JSON
                                                                 : QUESTIONS_TABLE;
    questions_write(rows, count, format, r->o->edition == EDITION_CY ? LANG_CY : LANG_EN,
                    out);
}

void command_programmes(struct run *r, struct buf *out)
{
    enum lang l = r->o->edition == EDITION_CY ? LANG_CY : LANG_EN;
    size_t count = 0;
    const char *const *names =
        r->templates == NULL ? NULL : programme_list(r->a, r->d, r->templates, &count);
    for (size_t i = 0; i < count; i++) {
        const struct programme *p =
            programme_load(r->a, r->d, r->templates, names[i], (struct pos){0});
        if (p != NULL)
            buf_printf(out, "%-12s %s\n", names[i], prose_plain(r->a, p->title.in[l]));
    }
}
