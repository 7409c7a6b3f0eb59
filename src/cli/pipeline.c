/* pipeline.c -- the stages called in their order. */
#include "cli/pipeline.h"

#include "base/character.h"
#include "base/lock.h"
#include "check/check.h"
#include "cli/deps.h"
#include "cli/places.h"
#include "cli/reports.h"
#include "cli/translate.h"
#include "cli/unchanged.h"
#include "cli/version.h"
#include "pdf/pdf.h"
#include "review/review.h"
#include "sending/journal.h"

#include <string.h>
#include <sys/resource.h>
#include <time.h>

#define PAGE_MB (4096 / 1048576.0) /* as good as everywhere */

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static struct rusage used(void)
{
    struct rusage u;
    getrusage(RUSAGE_SELF, &u);
    return u;
}

/* Who is to read what is made, or looked at. */
static enum readers readers_of(const struct run *r)
{
    const struct options *o = r->o;
    if (r->kept)
        return READ_BY_EDITORS;
    if (strcmp(o->command->name, "check") == 0)
        return READ_BY_ALL;
    switch (o->stage) {
    case STAGE_PROOF: return READ_BY_EDITORS;
    case STAGE_PROVISIONAL:
    case STAGE_DRAFT: return READ_BY_TEAM;
    case STAGE_EMBARGO:
    case STAGE_FINAL: break;
    }
    return READ_BY_ALL;
}

void run_begin(struct run *r, struct arena *a, const struct options *o,
               const char *report)
{
    *r = (struct run){
        .a = a, .d = diags_new(a), .o = o, .report = report, .large = o->large};
    r->times = buf_new(a);
    r->touched = buf_new(a);
    r->made = buf_new(a);
    if (o->colour)
        diags_colour(r->d);
    r->started = now();
    r->faults = used().ru_minflt;
    r->templates = o->templates != NULL ? o->templates : place_find(a, "templates");
    r->fonts = place_find(a, "fonts");
    if (r->templates != NULL)
        arena_fence(a, r->templates);
    if (r->fonts != NULL)
        arena_fence(a, r->fonts);
    if (r->templates == NULL)
        diag(r->d, DIAG_FILE_MISSING, (struct pos){0},
             "the folder \"templates\" that belongs to gwasg; name it with --templates");
    if (r->fonts == NULL)
        diag(r->d, DIAG_FILE_MISSING, (struct pos){0},
             "the folder \"fonts\" that belongs to gwasg; install it again");
}

void run_kept(struct run *r, struct arena *a, const struct options *o, const char *inputs,
              const char *name)
{
    *r = (struct run){.a = a, .d = diags_new(a), .o = o, .kept = true};
    r->report = arena_printf(a, "%s/report/%s", inputs, name);
    if (!file_exists(path_join(a, r->report, "inspection.yaml")))
        r->report = arena_printf(a, "%s/%s.yaml", r->report, name);
    r->templates = path_join(a, inputs, "templates");
    r->fonts = path_join(a, inputs, "fonts");
    r->times = buf_new(a);
    r->touched = buf_new(a);
    r->made = buf_new(a);
    arena_fence(a, r->templates);
    arena_fence(a, r->fonts);
}

void run_end(struct run *r)
{
    text_free(r->faces[0]);
    text_free(r->faces[1]);
}

void run_time(struct run *r, const char *stage)
{
    const char *comma = r->times.len > 0 ? ", " : "";
    const double t = now();
    const long faults = used().ru_minflt;
    buf_printf(&r->times, "%s%s %.1f", comma, stage, (t - r->started) * 1000);
    buf_printf(&r->touched, "%s%s %.1f", comma, stage,
               (double)(faults - r->faults) * PAGE_MB);
    r->started = t;
    r->faults = faults;
}

/* A line of times and one of memory: what each stage was the first to touch, and the most
 * that was held at once. */
static void say_times(struct run *r, struct buf *out)
{
    const char *name = text_for_terminal(r->a, r->report);
    buf_printf(out, "%s: %s ms\n", name, r->times.at);
    buf_printf(out, "%s: %s MB touched, %.1f at most\n", name, r->touched.at,
               (double)used().ru_maxrss / 1024);
}

static bool failed(const struct run *r)
{
    return diags_broken(r->d) > 0;
}

bool run_lock(struct run *r)
{
    const char *dir = folder_exists(r->report) ? r->report : path_dir(r->a, r->report);
    if (!file_exists(r->report))
        return true; /* which is said when it is read */
    r->lock = lock_take(r->a, r->d, dir, r->o->command->name);
    return r->lock != NULL && journal_recover(r->a, r->d, dir);
}

/* Installed, they stand with the documents. */
static const char *examples(struct arena *a)
{
    const char *beside = place_find(a, "examples");
    return beside != NULL ? beside : place_find(a, "../doc/gwasg/examples");
}

const struct scores *run_scores(struct run *r)
{
    if (failed(r) || !report_there(r))
        return NULL;
    const struct inspection *in =
        inspection_load_known(r->a, r->d, r->templates, r->report, r->known);
    run_time(r, "model");
    if (in == NULL)
        return NULL;
    diags_accept(r->d, in->accepted, in->accepted_count);
    diags_publish(r->d, readers_of(r));
    if (failed(r))
        return NULL;
    if (readers_of(r) == READ_BY_ALL && r->o->dump == NULL)
        review_other(r->a, r->d, in, examples(r->a));
    if (readers_of(r) != READ_BY_EDITORS && r->o->stage != STAGE_PROVISIONAL)
        inspection_expect(r->a, r->d, in);
    if (r->o->dump == NULL)
        review_outline(r->a, r->d, in->programme);
    const struct scores *s = score_inspection(r->a, r->d, in);
    run_time(r, "score");
    return failed(r) ? NULL : s;
}

/* ---- editions ---- */

bool run_is_translated(struct run *r, const struct inspection *in)
{
    return file_exists(path_join(r->a, in->dir, "cy.xlf"));
}

/* An ISBN of its own announces the Welsh edition: nobody shall publish without it and not
 * know. */
static void say_untranslated(struct run *r, const struct inspection *in)
{
    for (size_t i = 0; i < in->root->count && readers_of(r) == READ_BY_ALL; i++) {
        const struct value *v = &in->root->items[i];
        if (v->field->kind == FIELD_ISBN && v->isbn[LANG_CY] != NULL)
            diag(r->d, DIAG_EDITION_MISSING, v->node->pos,
                 "it has an ISBN, and there is no cy.xlf; begin it with gwasg translate "
                 "export");
    }
}

size_t run_editions(struct run *r, const struct inspection *in,
                    enum lang editions[LANG_COUNT])
{
    size_t count = 0;
    if (r->o->edition != EDITION_CY)
        editions[count++] = LANG_EN;
    if (r->o->edition == EDITION_EN)
        return count;
    if (run_is_translated(r, in))
        editions[count++] = LANG_CY;
    else if (r->o->edition != EDITION_ALL)
        diag(r->d, DIAG_FILE_MISSING, (struct pos){.file = in->file},
             "its translation, cy.xlf; this report has no Welsh edition yet: begin it "
             "with gwasg translate export");
    else
        say_untranslated(r, in);
    return count;
}

static void turn_to(struct run *r, enum lang l)
{
    r->lang = l;
    diags_language(r->d, lang_code(l));
}

const struct scores *run_edition(struct run *r, const struct scores *s, enum lang l)
{
    turn_to(r, l);
    return l == LANG_CY ? run_welsh(r, s) : s;
}

const struct scores *run_one_edition(struct run *r, const struct scores *s)
{
    enum lang l = r->o->edition == EDITION_CY ? LANG_CY : LANG_EN;
    if (s == NULL || l == LANG_EN || run_is_translated(r, s->in))
        return s != NULL ? run_edition(r, s, l) : NULL;
    turn_to(r, l); /* numbers need no translation */
    return s;
}

/* ---- documents ---- */

static bool chosen(struct run *r, const struct inspection *in,
                   const struct document_kind *document, enum stage stage)
{
    const char *name = r->o->document;
    if (document->provisional || stage == STAGE_PROVISIONAL)
        return document->provisional && stage == STAGE_PROVISIONAL &&
               (name == NULL || strcmp(document->name, name) == 0);
    if (name == NULL)
        return inspection_makes(in, document);
    if (strcmp(document->name, name) != 0)
        return false;
    if (!inspection_makes(in, document))
        diag(r->d, DIAG_KEY_MISSING, (struct pos){.file = in->file},
             "\"%s\", from which the document \"%s\" is made", document->needs, name);
    return true;
}

static void say_unknown(struct run *r, const struct programme *p)
{
    const char **names = NEW_ARRAY(r->a, const char *, p->document_count + 1);
    for (size_t i = 0; i < p->document_count; i++)
        names[i] = p->documents[i].name;
    const char *near = nearest_name(r->o->document, names, p->document_count);
    if (near != NULL && strcmp(near, r->o->document) == 0)
        near = "it is made at another stage";
    else if (near != NULL)
        near = arena_printf(r->a, "did you mean %s", near);
    diag(r->d, DIAG_VALUE_UNKNOWN, (struct pos){0}, "document \"%s\" of %s%s%s",
         r->o->document, p->name, near != NULL ? "; " : "", near != NULL ? near : "");
}

/* All documents are composed, for what one does not print another may; those that were
 * not asked for speak of nothing else. */
const struct report *const *run_reports(struct run *r, const struct scores *s,
                                        enum stage stage, size_t *count)
{
    return run_other_reports(r, s, stage, NULL, count);
}

const struct report *const *run_other_reports(struct run *r, const struct scores *s,
                                              enum stage stage, const struct report *of,
                                              size_t *count)
{
    const struct programme *p = s->in->programme;
    const struct report **all = NEW_ARRAY(r->a, const struct report *, p->document_count);
    const struct report **asked =
        NEW_ARRAY(r->a, const struct report *, p->document_count);
    size_t made = 0;
    bool whole = true;
    *count = 0;
    for (size_t i = 0; i < p->document_count; i++) {
        bool mine = chosen(r, s->in, &p->documents[i], stage);
        bool made_then =
            stage != STAGE_PROVISIONAL && inspection_makes(s->in, &p->documents[i]);
        if (!mine && !made_then)
            continue;
        const struct report *report =
            of != NULL && strcmp(of->document, p->documents[i].name) == 0
                ? of
                : compose_stamped(r->a, mine ? r->d : diags_new(r->a), s,
                                  p->documents[i].name, r->lang, stage, r->stamp);
        if (mine)
            asked[(*count)++] = report;
        all[made++] = report;
        whole = whole && report != NULL;
    }
    if (*count == 0 && r->o->document != NULL)
        say_unknown(r, p);
    else if (*count == 0 && stage == STAGE_PROVISIONAL)
        diag(r->d, DIAG_KEY_MISSING, pos_of_path(r->a, p->dir),
             "a document with `stage: provisional` among its documents");
    whole = whole && stage != STAGE_PROVISIONAL; /* it prints some of it by design */
    if (whole && !failed(r))
        compose_unprinted(r->a, r->d, all, made);
    run_time(r, "compose");
    if (failed(r))
        *count = 0;
    return asked;
}

const struct report *const *run_asked(struct run *r, const struct scores *s,
                                      size_t *count)
{
    if (r->o->edition == EDITION_BOTH)
        return run_sides(r, s, count);
    return run_reports(r, s, r->o->stage, count);
}

const struct style *run_style(struct run *r, const struct scores *s)
{
    const struct programme *p = s->in->programme;
    const char *ground = path_join(
        r->a, p->house_count > 0 ? p->houses[0].dir : p->house_dir, "style.yaml");
    if (p->style == NULL || !file_exists(ground)) {
        diag(r->d, DIAG_FILE_MISSING, pos_of_path(r->a, ground),
             "the look of this house; add it, with a `base:` where that of another will "
             "do");
        return NULL;
    }
    const struct node *root =
        r->large ? programme_large(r->a, r->d, p, r->o->stage != STAGE_FINAL) : p->style;
    struct style *style = root != NULL ? style_parse(r->a, r->d, root) : NULL;
    if (style != NULL && r->o->pdf != PDF_AS_THE_HOUSE)
        style->pdf = r->o->pdf == PDF_WANTED_UA2 ? PDF_UA2 : PDF_UA1;
    struct faces **faces = &r->faces[r->large ? 1 : 0];
    if (style != NULL && !failed(r) && *faces == NULL)
        *faces = text_new(r->a, r->d, style, r->fonts);
    r->text = *faces;
    if (r->text != NULL)
        text_author(r->text, s->in->file);
    return r->text != NULL && !failed(r) ? style : NULL;
}

struct document *run_document(struct run *r, const struct scores *s,
                              const struct report *report)
{
    const struct style *style = run_style(r, s);
    if (style == NULL)
        return NULL;
    run_time(r, "fonts");
    struct document *doc = layout(r->a, r->d, r->text, style, report);
    run_time(r, "layout");
    if (doc == NULL || failed(r))
        return NULL;
    doc->creator = "gwasg " GWASG_VERSION;
    document_mark(r->a, doc);
    check_document(r->d, doc, style);
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

bool run_may_write(const struct run *r)
{
    return diags_exit(r->d, r->o->strict) == 0;
}

bool run_may_keep(const struct run *r)
{
    return !r->o->strict || run_may_write(r);
}

void run_list(struct run *r, const char *path, const struct document *doc, size_t len,
              struct buf *out)
{
    deps_add(&r->made, path);
    buf_str(out, path);
    size_t kb = (len + 500) / 1000;
    if (r->o->verbose && doc != NULL)
        buf_printf(out, ": %zu pages, %zu kB", doc->page_count, kb);
    else if (r->o->verbose)
        buf_printf(out, ": %zu kB", kb);
    buf_char(out, '\n');
}

void run_write(struct run *r, const struct file_write *files, size_t count,
               struct buf *out)
{
    if (!run_may_write(r) || !dir_make(r->a, r->d, r->o->out) ||
        !files_replace(r->a, r->d, files, count))
        return;
    for (size_t i = 0; i < count; i++) {
        deps_add(&r->made, files[i].path);
        buf_printf(out, "%s\n", files[i].path);
    }
}

/* The rule for --deps, before the messages are printed. */
static void say_deps(struct run *r, struct buf *out)
{
    const struct arena_file *read = arena_files(r->a);
    for (const struct arena_file *f = read; f != NULL; f = f->next)
        if (!deps_can_say(f->path))
            diag(r->d, DIAG_WRITE_FAILED, pos_of_path(r->a, r->o->deps),
                 "make cannot read the name \"%s\"; take out of it ; = | %% and tabs",
                 f->path);
    deps_rule(&r->made, read, out);
}

/* Who has begun the Welsh may still want the English. */
static void say_alone(struct run *r)
{
    if (strchr(r->o->command->takes, 'l') == NULL || r->o->edition != EDITION_ALL ||
        r->o->dump != NULL || strcmp(diags_errors_in(r->d), lang_code(LANG_CY)) != 0)
        return;
    diags_language(r->d, "");
    diag(r->d, DIAG_EDITION_ALONE, (struct pos){0},
         "--lang en makes, or checks, the English one by itself");
}

static int run_all(struct run *r, struct buf said[SAID_COUNT])
{
    const struct options *o = r->o;
    o->command->run(r, &said[SAID_OUT]);
    run_end(r);
    lock_release(r->lock);
    say_alone(r);
    if (o->deps != NULL)
        say_deps(r, &said[SAID_DEPS]);
    diags_print(r->d, o->diagnostics, &said[SAID_MESSAGES]);
    const int status = diags_exit(r->d, o->strict);
    unchanged_keep(r->unchanged, arena_files(r->a), said, status);
    if (o->times)
        say_times(r, &said[SAID_MESSAGES]);
    return status;
}

int run_command(struct arena *a, const struct options *o, const char *report,
                struct buf said[SAID_COUNT])
{
    struct run r;
    int status;
    run_begin(&r, a, o, report);
    r.unchanged = unchanged_new(&r);
    if (r.unchanged == NULL || o->always || !unchanged_stands(r.unchanged, said, &status))
        status = run_all(&r, said);
    unchanged_free(r.unchanged);
    return status;
}
