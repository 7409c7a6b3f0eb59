/* manuscript.c -- the commands around Word documents that authors write in: export, and
 * import into the files of a report. */
#include "cli/commands.h"
#include "cli/manuscript_welsh.h"
#include "cli/reports.h"
#include "manuscript/edit.h"
#include "manuscript/export.h"
#include "manuscript/refuse.h"
#include "model/inspection.h"

#include <string.h>

#define MANUSCRIPT_BYTES ((size_t)64 << 20) /* pictures make them large */

/* A report, as far as its texts go: its answers may be wrong, or not there yet. */
struct draft_report {
    const struct inspection *in;
    struct home *homes;
    struct titles titles;
    struct diags *said; /* of it, whatever a manuscript does */
    size_t errors;      /* among that */
};

static bool load_draft(struct run *r, struct draft_report *out)
{
    struct diags *quiet = diags_new(r->a);
    if (r->templates == NULL)
        return false;
    out->in = inspection_load(r->a, quiet, r->templates, r->report);
    out->errors = diags_errors(quiet);
    out->said = quiet;
    if (out->in == NULL) { /* nothing to go on with: now it is said */
        inspection_load(r->a, r->d, r->templates, r->report);
        return false;
    }
    const struct node *root = source_parse(r->a, quiet, out->in->file);
    out->homes = homes_of(r->a, quiet, out->in->programme, out->in->dir, root);
    out->titles = titles_read(r->a, r->d, out->in->programme);
    return diags_errors(r->d) == 0;
}

/* ---- export ---- */

static const char *show_mark(const struct inline_node *mark, void *data)
{
    bool bare;
    return mark_prints(data, mark, &bare);
}

/* What marks print, where the report can be counted; nothing of them is said. */
static struct shows *shows_of(struct run *r, const struct draft_report *report)
{
    struct run quiet = *r;
    struct shows *shows = NEW(r->a, struct shows);
    quiet.d = diags_new(r->a);
    const struct scores *s = report->errors == 0 ? run_scores(&quiet) : NULL;
    if (s == NULL)
        return NULL;
    *shows = (struct shows){show_mark, mark_printer_new(r->a, s, LANG_EN)};
    return shows;
}

static void write_document(struct run *r, const char *name, const struct buf *bytes,
                           struct buf *out)
{
    const char *path = arena_printf(r->a, "%s/%s.docx", r->o->out, name);
    const struct file_write file = {path, bytes->at, bytes->len, false};
    if (dir_make(r->a, r->d, r->o->out) && files_replace(r->a, r->d, &file, 1))
        buf_printf(out, "%s\n", path);
}

static void export_report(struct run *r, struct buf *out)
{
    struct draft_report report;
    struct buf bytes = buf_new(r->a);
    const char *name;
    if (!load_draft(r, &report))
        return;
    const struct shows *shows = shows_of(r, &report);
    name = report.in->name;
    if (r->o->edition == EDITION_CY) {
        export_welsh(r, shows, &bytes);
        name = arena_printf(r->a, "%s.cy", name);
    } else {
        manuscript_write(r->a, &report.titles, report.homes, name, LANG_EN, shows,
                         &bytes);
    }
    if (bytes.len > 0)
        write_document(r, name, &bytes, out);
}

static void export_programme(struct run *r, struct buf *out)
{
    struct buf bytes = buf_new(r->a);
    const enum lang l = r->o->edition == EDITION_CY ? LANG_CY : LANG_EN;
    const struct programme *p = run_load(r, r->report);
    if (p == NULL)
        return;
    const struct titles titles = titles_read(r->a, r->d, p);
    const struct home *homes = homes_of(r->a, r->d, p, NULL, NULL);
    manuscript_write(r->a, &titles, homes, prose_plain(r->a, p->title.in[l]), l, NULL,
                     &bytes);
    if (diags_errors(r->d) == 0)
        write_document(r, p->name, &bytes, out);
}

void command_manuscript_export(struct run *r, struct buf *out)
{
    if (file_exists(r->report))
        export_report(r, out);
    else
        export_programme(r, out);
}

/* ---- what is said ---- */

static const char *const passed_words[PASSED_COUNT] = {
    [PASSED_PICTURE] = "pictures",
    [PASSED_DELETED] = "words that were deleted while changes were tracked",
    [PASSED_SOFT_HYPHEN] = "soft hyphens",
    [PASSED_UNSEEN] = "signs that nobody sees",
    [PASSED_LINK] = "links to files and to places of the document, whose words are kept",
    [PASSED_SYMBOL] = "signs of a font that are not known as characters, [?] in the text",
    [PASSED_FORMULA] = "formulas, whose signs stand in a row now",
    [PASSED_HIDDEN] = "hidden words",
    [PASSED_CONTENTS] = "lines of tables of contents",
    [PASSED_TYPED] = "marks typed over, which are words now",
    [PASSED_LOOK] =
        "paragraphs whose bold or italic begins or ends in a word, and is left out",
    [PASSED_DEEP] = "words nested too deeply to be read",
};

static void say_passed(struct run *r, const struct paper *paper)
{
    for (size_t i = 0; i < PASSED_COUNT; i++)
        if (paper->passed[i] > 0)
            diag(r->d,
                 i == PASSED_DEEP ? DIAG_MANUSCRIPT_UNPLACED : DIAG_MANUSCRIPT_PASSED,
                 pos_of_path(r->a, paper->path), "%s: %zu", passed_words[i],
                 paper->passed[i]);
}

static void say_fitted(struct run *r, const struct mapping *m, const char *path)
{
    const struct pos where = pos_of_path(r->a, path);
    if (m->plain > 0)
        diag(r->d, DIAG_MANUSCRIPT_PASSED, where,
             "passages that Markdown cannot say as they look, plain words now: %zu",
             m->plain);
    if (m->stops > 0)
        diag(r->d, DIAG_MANUSCRIPT_PASSED, where,
             "full stops that the report sets itself: %zu", m->stops);
}

/* The first words, and how many there are. */
static const char *shortened(struct arena *a, const char *words)
{
    size_t len = strlen(words), cut = len < 60 ? len : 60;
    while (cut < len && ((unsigned char)words[cut] & 0xC0) == 0x80)
        cut++;
    return arena_printf(a, "%.*s%s", (int)cut, words, cut < len ? "..." : "");
}

static const char *const aside_words[LOST_COUNT] = {
    [LOST_RESOLVED] = "a comment that is done with",
    [LOST_MARGIN] = "words at the head or foot of pages",
    [LOST_ALT] = "what a picture shows, in words",
};

static void say_asides(struct run *r, const struct paper *paper)
{
    for (size_t i = 0; i < paper->asides.len; i++) {
        const struct paper_aside *s = &paper->asides.at[i];
        if (aside_words[s->kind] != NULL)
            diag(r->d, DIAG_MANUSCRIPT_PASSED, pos_of_path(r->a, paper->path),
                 "%s: %zu words, \"%s\"", aside_words[s->kind], words_in(s->words),
                 shortened(r->a, s->words));
    }
}

static bool goes_on(const struct unplaced *u, const struct unplaced *next)
{
    return next == u || (u->number > 0 && next->number == u->number + 1 &&
                         strcmp(next->why, u->why) == 0);
}

/* Paragraphs in a row that lack a place for the same reason are one matter. */
static void say_unplaced(struct run *r, const struct mapping *m, const char *path)
{
    for (size_t i = 0; i < m->unplaced.len;) {
        const struct unplaced *u = &m->unplaced.at[i], *last = u;
        size_t words = 0;
        for (; i < m->unplaced.len && goes_on(last, &m->unplaced.at[i]); i++) {
            last = &m->unplaced.at[i];
            words += last->count;
        }
        const char *where = u->number == 0 ? u->what
                            : last == u ? arena_printf(r->a, "paragraph %zu", u->number)
                                        : arena_printf(r->a, "paragraphs %zu to %zu",
                                                       u->number, last->number);
        diag(r->d, DIAG_MANUSCRIPT_UNPLACED, pos_of_path(r->a, path),
             "%s, %zu words, \"%s\": %s", where, words, shortened(r->a, u->words),
             u->why);
    }
}

static size_t words_without(const struct mapping *m)
{
    size_t words = 0;
    for (size_t i = 0; i < m->unplaced.len; i++)
        words += m->unplaced.at[i].count;
    return words;
}

static void list_changes(const struct merged *m, struct buf *out)
{
    for (size_t i = 0; i < m->leaves.len; i++) {
        const struct merged_leaf *l = &m->leaves.at[i];
        buf_printf(out, "%s: new %zu, changed %zu, gone %zu", l->now->path, l->fresh,
                   l->changed, l->gone);
        if (l->moved > 0)
            buf_printf(out, ", moved %zu", l->moved);
        buf_char(out, '\n');
    }
    for (size_t i = 0; i < m->homes.len; i++)
        buf_printf(out, "%s: new\n", m->homes.at[i].given->path);
    for (size_t i = 0; i < m->gone.len; i++)
        buf_printf(out, "%s: gone\n",
                   m->gone.at[i].list->homes.at[m->gone.at[i].index]->path);
}

/* ---- import ---- */

struct importing {
    struct run *r;
    struct draft_report report;
    struct paper paper;
    struct mapping mapping;
    struct merged merged;
    struct file_writes files;
};

/* Texts in which the report's own readers find faults have no place in it. */
static bool refuse_faults(struct importing *m, const struct draft_report *after)
{
    struct pos at;
    const char *why;
    bool any = false;
    for (size_t i = 0; diags_error(after->said, i, &at, &why); i++)
        any |=
            manuscript_refuse_at(m->r->a, &m->mapping, &m->merged, after->homes, at, why);
    return any;
}

enum import_end {
    IMPORT_FAILED, /* it has been said why */
    IMPORT_AGAIN,  /* something has been taken out of the manuscript: merge the rest */
    IMPORT_SOUND
};

static enum import_end say_faulty(struct importing *m)
{
    struct run *r = m->r;
    inspection_load(r->a, r->d, r->templates, r->report);
    diag(r->d, DIAG_WRITE_FAILED, pos_of_path(r->a, m->paper.path),
         "with it the report has faults that it had not, in none of the manuscript's "
         "texts; write it by hand");
    return IMPORT_FAILED;
}

static enum import_end look_arrived(struct importing *m, const struct home *after)
{
    struct run *r = m->r;
    const char *lost =
        manuscript_lost(r->a, &m->merged, &m->mapping, m->report.homes, after);
    if (lost == NULL)
        return IMPORT_SOUND;
    if (manuscript_refuse(r->a, &m->mapping, &m->merged, lost,
                          "it cannot be written so that it reads the same; write it by "
                          "hand"))
        return IMPORT_AGAIN;
    diag(r->d, DIAG_WRITE_FAILED, pos_of_path(r->a, m->paper.path),
         "\"%.60s\" cannot be written so that it reads the same; write it by hand", lost);
    return IMPORT_FAILED;
}

/* The report as its files will be is read anew: it says what was to be said, and has no
 * fault that it had not. */
static enum import_end look_ahead(struct importing *m)
{
    struct run *r = m->r;
    struct draft_report after = {0};
    for (size_t i = 0; i < m->files.all.len; i++)
        arena_stand_in(r->a, m->files.all.at[i].path, m->files.all.at[i].bytes,
                       m->files.all.at[i].len);
    if (!load_draft(r, &after))
        return IMPORT_FAILED;
    if (after.errors > m->report.errors)
        return refuse_faults(m, &after) ? IMPORT_AGAIN : say_faulty(m);
    return look_arrived(m, after.homes);
}

static bool is_any(const struct merged *m)
{
    return m->leaves.len + m->homes.len + m->gone.len > 0;
}

static enum import_end try_import(struct importing *m)
{
    struct run *r = m->r;
    struct placed_edits edits = {0};
    m->files = (struct file_writes){0};
    arena_stand_down(r->a);
    if (!manuscript_merge(r->a, r->d, &m->mapping, m->paper.path, m->report.homes,
                          &m->merged))
        return IMPORT_FAILED;
    if (!is_any(&m->merged))
        return look_arrived(m, m->report.homes);
    manuscript_tables(r->a, &m->merged, m->report.in->dir, &m->files);
    manuscript_edits(r->a, &m->merged, &edits);
    return files_edit(r->a, r->d, &edits, &m->files) ? look_ahead(m) : IMPORT_FAILED;
}

/* Each time that something is taken out there is less of the manuscript: it ends. */
static bool write_import(struct importing *m)
{
    struct run *r = m->r;
    enum import_end end;
    while ((end = try_import(m)) == IMPORT_AGAIN)
        ;
    return end == IMPORT_SOUND &&
           (!is_any(&m->merged) ||
            (run_may_keep(r) && files_edited(r->a, r->d, &m->files)));
}

static void print_words(const struct mapping *map, struct buf *out)
{
    buf_printf(out,
               "words: %zu in the manuscript, %zu in their places, %zu in headings, %zu "
               "of help, %zu without a place\n",
               map->all, map->placed, map->headings, map->help, words_without(map));
}

static void print_import(struct importing *m, struct buf *out)
{
    const struct mapping *map = &m->mapping;
    list_changes(&m->merged, out);
    for (size_t i = 0; i < m->files.all.len; i++)
        buf_printf(out, "%s\n", m->files.all.at[i].path);
    print_words(map, out);
}

static bool read_paper(struct run *r, const char *path, struct paper *out)
{
    const struct file *f =
        file_read_bytes(r->a, r->d, path, MANUSCRIPT_BYTES, (struct pos){0});
    return f != NULL && paper_read(r->a, r->d, f, out);
}

/* An older manuscript stands for what was exported, where nothing was. */
static bool take_before(struct importing *m)
{
    struct run *r = m->r;
    struct paper before;
    if (r->o->before == NULL || m->mapping.base != NULL)
        return true;
    if (!read_paper(r, r->o->before, &before))
        return false;
    m->mapping.base =
        manuscript_map(r->a, &m->report.titles, &before, m->report.homes).given;
    return true;
}

/* What was exported with --lang cy. */
static void import_pairs(struct importing *m, struct buf *out)
{
    struct run *r = m->r;
    struct text_pairs pairs = {0};
    pairs_of_paper(r->a, &m->paper, &pairs, &m->mapping);
    say_passed(r, &m->paper);
    say_asides(r, &m->paper);
    say_unplaced(r, &m->mapping, m->paper.path);
    import_welsh(r, &pairs, pos_of_path(r->a, m->paper.path), out);
    print_words(&m->mapping, out);
}

void command_manuscript_import(struct run *r, struct buf *out)
{
    struct importing m = {.r = r};
    const char *path = r->o->operands[1];
    if (!report_there(r) || !run_lock(r) || !load_draft(r, &m.report))
        return;
    if (!read_paper(r, path, &m.paper))
        return;
    if (paper_is_pairs(&m.paper)) {
        import_pairs(&m, out);
        return;
    }
    homes_show(r->a, m.report.homes, shows_of(r, &m.report));
    m.mapping = manuscript_map(r->a, &m.report.titles, &m.paper, m.report.homes);
    if (!take_before(&m))
        return;
    const bool written = write_import(&m);
    say_passed(r, &m.paper);
    say_fitted(r, &m.mapping, path);
    say_asides(r, &m.paper);
    say_unplaced(r, &m.mapping, path);
    if (written)
        print_import(&m, out);
}
