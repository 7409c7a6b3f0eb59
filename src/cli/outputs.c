/* outputs.c -- a composed report to bytes in each format that is asked for, and those
 * into files. */
#include "cli/outputs.h"

#include "cli/help.h"
#include "cli/locking.h"
#include "cli/unchanged.h"
#include "html/html.h"
#include "model/read.h"
#include "plain/plain.h"
#include "proof/published.h"
#include "review/review.h"

#include <string.h>

unsigned outputs_wanted(const struct options *o)
{
    if (o->large)
        return 1U << OUTPUT_LARGE;
    return o->to != 0 ? o->to : 1U << OUTPUT_PDF;
}

const char *output_word(const struct run *r, enum output_format f)
{
    const char *words = help_words(r->o->command, 'O');
    for (int i = 0; i < (int)f; i++)
        words += strcspn(words, " ") + 1;
    return arena_strndup(r->a, words, strcspn(words, " "));
}

static struct output *add(struct run *r, const struct report *report,
                          enum output_format format, const char *ending,
                          struct outputs *to)
{
    struct output *one = array_push(r->a, &to->all);
    *one = (struct output){.report = report, .format = format, .ending = ending};
    return one;
}

static void make_pdf(struct run *r, const struct scores *s, const struct report *report,
                     enum output_format format, struct outputs *to)
{
    struct output *one = add(r, report, format, "pdf", to);
    r->large = format == OUTPUT_LARGE;
    one->doc = run_document(r, s, report);
    if (one->doc != NULL)
        one->bytes = run_pdf(r, one->doc);
    r->large = r->o->large;
}

/* The page of the other edition, which lies beside; NULL: the report has none. */
static const char *other_page(struct run *r, const struct inspection *in,
                              const struct report *report)
{
    struct report other = *report;
    other.lang = report->lang == LANG_EN ? LANG_CY : LANG_EN;
    if (!run_is_translated(r, in))
        return NULL;
    return output_name(r, in, &(struct output){.report = &other, .ending = "html"});
}

const struct buf *output_html(struct run *r, const struct scores *s,
                              const struct report *report)
{
    const struct style *style = diags_broken(r->d) == 0 ? run_style(r, s) : NULL;
    if (style == NULL)
        return NULL;
    struct buf *page = NEW(r->a, struct buf);
    *page = buf_new(r->a);
    html_write(r->a, r->d, r->text, style, report, other_page(r, s->in, report), page);
    run_time(r, "html");
    return diags_broken(r->d) == 0 ? page : NULL;
}

static void make_text(struct run *r, const struct report *report, struct outputs *to)
{
    struct buf *text = NEW(r->a, struct buf);
    *text = buf_new(r->a);
    plain_text(report, text);
    add(r, report, OUTPUT_TEXT, "txt", to)->bytes = text;
    run_time(r, "text");
}

/* Three files, which name each other. */
static void make_data(struct run *r, const struct scores *s, const struct report *report,
                      struct outputs *to)
{
    struct published *made = NEW(r->a, struct published);
    *made = (struct published){buf_new(r->a), buf_new(r->a), buf_new(r->a)};
    struct output *csv = add(r, report, OUTPUT_DATA, "data.csv", to);
    published_data(report, s, r->d, output_name(r, s->in, csv), made);
    csv->bytes = &made->csv;
    add(r, report, OUTPUT_DATA, "data.csv-metadata.json", to)->bytes = &made->metadata;
    add(r, report, OUTPUT_DATA, "data.json", to)->bytes = &made->json;
    run_time(r, "data");
}

static void make(struct run *r, const struct scores *s, const struct report *report,
                 enum output_format format, struct outputs *to)
{
    switch (format) {
    case OUTPUT_PDF:
    case OUTPUT_LARGE: make_pdf(r, s, report, format, to); return;
    case OUTPUT_HTML:
        add(r, report, OUTPUT_HTML, "html", to)->bytes = output_html(r, s, report);
        return;
    case OUTPUT_TEXT: make_text(r, report, to); return;
    case OUTPUT_DATA: make_data(r, s, report, to); return;
    case OUTPUT_FORMAT_COUNT: break;
    }
    bug("an output of format %d", (int)format);
}

void outputs_make(struct run *r, const struct scores *s, const struct report *report,
                  unsigned formats, struct outputs *to)
{
    for (enum output_format f = 0; f < OUTPUT_FORMAT_COUNT; f++)
        if ((formats & 1U << f) != 0)
            make(r, s, report, f, to);
}

/* ---- what a programme releases ---- */

/* -1, and said, when it is none of them. */
static int format_of(struct run *r, const struct document_kind *document,
                     const char *word)
{
    const char *names[OUTPUT_FORMAT_COUNT];
    for (enum output_format f = 0; f < OUTPUT_FORMAT_COUNT; f++) {
        names[f] = output_word(r, f);
        if (strcmp(names[f], word) == 0)
            return (int)f;
    }
    diag(r->d, DIAG_VALUE_UNKNOWN, document->formats_at, "\"%s\" as a format of \"%s\"%s",
         word, document->name, name_hint(r->a, word, names, OUTPUT_FORMAT_COUNT));
    return -1;
}

unsigned outputs_released(struct run *r, const struct programme *p, const char *document)
{
    unsigned set = 0;
    for (size_t i = 0; i < p->document_count; i++) {
        const struct document_kind *kind = &p->documents[i];
        if (strcmp(kind->name, document) != 0)
            continue;
        if (kind->formats == NULL)
            return 1U << OUTPUT_PDF;
        for (size_t k = 0; k < kind->format_count; k++) {
            const char *word = kind->formats[k];
            int format = word != NULL ? format_of(r, kind, word) : -1;
            set |= format >= 0 ? 1U << format : 0;
        }
    }
    return set;
}

/* ---- editions ---- */

/* What `check` says of an edition as a whole. */
static void review_edition(struct run *r, const struct scores *s,
                           const struct report *const *reports, size_t count)
{
    review_names(r->a, r->d, s->in, r->lang);
    for (size_t i = 0; i < count; i++)
        review_report(r->a, r->d, s->in, reports[i], r->lang != LANG_EN);
    run_time(r, "review");
}

static void make_edition(struct run *r, const struct scores *s, struct outputs *to)
{
    size_t count;
    const struct report *const *reports = run_asked(r, s, &count);
    for (size_t i = 0; i < count; i++) {
        if (r->o->edition != EDITION_BOTH)
            review_heard(r->a, r->d, s->in, reports[i]);
        unsigned formats =
            to->released ? outputs_released(r, s->in->programme, reports[i]->document)
                         : outputs_wanted(r->o);
        outputs_make(r, s, reports[i], formats, to);
    }
    if (r->o->edition != EDITION_BOTH && r->o->stage != STAGE_PROVISIONAL && !r->kept)
        run_locked(r, s, reports, count);
    if (to->released && !r->kept)
        review_edition(r, s, reports, count);
}

void outputs_of_editions(struct run *r, const struct scores *s, const enum lang *editions,
                         size_t count, struct outputs *to)
{
    for (size_t i = 0; i < count; i++) {
        const struct scores *in_language = run_edition(r, s, editions[i]);
        if (in_language == NULL)
            continue;
        make_edition(r, in_language, to);
        run_bare(r, s, in_language);
    }
}

/* The English documents come first. */
void outputs_compare(struct run *r, const struct inspection *in,
                     const struct outputs *list)
{
    diags_language(r->d, "");
    for (size_t i = 0; i < list->all.len; i++) {
        const struct report *en = list->all.at[i].report;
        if (i > 0 && list->all.at[i - 1].report == en)
            continue; /* the same in another format */
        size_t k = i;
        while (k < list->all.len &&
               (list->all.at[k].report->lang == LANG_EN ||
                strcmp(list->all.at[k].report->document, en->document) != 0))
            k++;
        if (en->lang == LANG_EN && k < list->all.len)
            review_editions(r->a, r->d, in, en, list->all.at[k].report);
    }
    run_time(r, "review");
}

/* ---- names and files ---- */

const char *output_name(struct run *r, const struct inspection *in,
                        const struct output *one)
{
    const struct report *report = one->report;
    const char *stage = report->stage == STAGE_FINAL         ? ""
                        : report->stage == STAGE_PROVISIONAL ? ".provisional"
                                                             : ".proof";
    bool main = strcmp(report->document, "report") == 0 ||
                strcmp(report->document, stage_name(report->stage)) == 0;
    bool both = r->o->edition == EDITION_BOTH;
    return arena_printf(r->a, "%s%s%s%s%s.%s.%s", in->name, main ? "" : ".",
                        main ? "" : report->document, stage,
                        one->format == OUTPUT_LARGE ? ".large-print" : "",
                        both ? "en+cy" : lang_code(report->lang), one->ending);
}

void outputs_write(struct run *r, const struct inspection *in, const struct outputs *list,
                   struct buf *out)
{
    size_t count = list->all.len;
    if (count == 0 || !run_may_write(r))
        return;
    struct file_write *files = NEW_ARRAY(r->a, struct file_write, count);
    for (size_t i = 0; i < count; i++) {
        const struct output *one = &list->all.at[i];
        files[i] = (struct file_write){
            .path = path_join(r->a, r->o->out, output_name(r, in, one)),
            .bytes = one->bytes->at,
            .len = one->bytes->len,
        };
    }
    if (!dir_make(r->a, r->d, r->o->out) || !files_replace(r->a, r->d, files, count))
        return;
    run_time(r, "write");
    for (size_t i = 0; i < count; i++) {
        run_list(r, files[i].path, list->all.at[i].doc, files[i].len, out);
        unchanged_made(r->unchanged, &files[i]);
    }
}
