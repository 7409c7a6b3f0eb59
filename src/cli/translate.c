/* translate.c -- the commands around cy.xlf: export, import, status, accept; and the
 * Welsh edition of a run. */
#include "cli/translate.h"

#include "base/bounds.h"
#include "base/file.h"
#include "cli/commands.h"
#include "cli/memory.h"
#include "cli/terms.h"
#include "cli/wording.h"

#include <string.h>

static const char *say_mark(const struct inline_node *mark, bool *bare, void *data)
{
    return mark_prints(data, mark, bare);
}

struct translation *run_translation(struct run *r, const struct scores *s)
{
    if (s == NULL)
        return NULL;
    size_t before = diags_errors(r->d);
    struct prints prints = {say_mark, mark_printer_new(r->a, s, LANG_EN)};
    struct translation *t = translation_load(r->a, r->d, s->in, &prints);
    run_time(r, "translation");
    return diags_errors(r->d) == before ? t : NULL;
}

/* What is published, or checked for it, is Welsh from end to end. */
static bool shall_be_final(const struct run *r)
{
    return r->o->stage == STAGE_FINAL || r->o->stage == STAGE_EMBARGO ||
           strcmp(r->o->command->name, "check") == 0;
}

/* A disk that said that the file was there may say later that it is not: English is no
 * Welsh edition then. */
static bool is_read(struct run *r, const struct translation *t)
{
    return t->file != NULL || file_read(r->a, r->d, translation_path(r->a, t->in),
                                        XML_BYTES, (struct pos){0}) != NULL;
}

const struct scores *run_welsh(struct run *r, const struct scores *s)
{
    const struct translation *t = run_translation(r, s);
    if (t == NULL || !is_read(r, t))
        return NULL;
    size_t before = diags_errors(r->d);
    struct scores *welsh = NEW(r->a, struct scores);
    *welsh = *s;
    welsh->in = translation_inspection(r->a, r->d, t);
    bool whole = diags_errors(r->d) == before;
    if (shall_be_final(r))
        translation_check_final(r->a, r->d, t);
    run_time(r, "welsh");
    return whole ? welsh : NULL;
}

/* ---- writing ---- */

/* Nothing is written where nothing is new, so that the file keeps its time. */
static bool is_same(const struct translation *t, const struct buf *bytes)
{
    return t->file != NULL && t->file->len == bytes->len &&
           memcmp(t->file->text, bytes->at, bytes->len) == 0;
}

static void write_file(struct run *r, const struct translation *t, const char *path,
                       bool beside, struct buf *out)
{
    struct buf bytes = buf_new(r->a);
    const struct xliff *x = translation_xliff(r->a, t, beside);
    xliff_write(r->o->english && !beside ? xliff_with_english(r->a, x) : x, &bytes);
    if (beside && is_same(t, &bytes))
        return;
    const struct file_write file = {path, bytes.at, bytes.len, beside && t->file == NULL};
    if (files_replace(r->a, r->d, &file, 1))
        buf_printf(out, "%s\n", path);
}

void write_copy(struct run *r, const struct translation *t, const char *path,
                struct buf *out)
{
    write_file(r, t, path, false, out);
}

void write_beside(struct run *r, const struct translation *t, struct buf *out)
{
    write_file(r, t, translation_path(r->a, t->in), true, out);
}

/* ---- the commands ---- */

/* With --out a copy for the translator, and the report's folder stays as it is. */
void command_translate_export(struct run *r, struct buf *out)
{
    if (r->o->programme != NULL) {
        run_wording_export(r, out);
        return;
    }
    if (!r->o->out_given && !run_lock(r))
        return;
    struct translation *t = run_translation(r, run_scores(r));
    if (t == NULL || !run_memories(r, t) || !run_may_keep(r))
        return;
    if (!r->o->out_given) {
        write_beside(r, t, out);
        return;
    }
    const char *path = arena_printf(r->a, "%s/%s.cy.xlf", r->o->out, t->in->name);
    if (dir_make(r->a, r->d, r->o->out))
        write_copy(r, t, path, out);
}

const struct xliff *read_delivery(struct run *r, const char *path)
{
    if (!xliff_named(r->a, r->d, path))
        return NULL;
    const struct file *f = file_read(r->a, r->d, path, XML_BYTES, (struct pos){0});
    return f != NULL && xliff_begun(r->a, r->d, f) ? xliff_read(r->a, r->d, f) : NULL;
}

void say_delivery(const struct delivery *n, struct buf *out)
{
    buf_printf(out,
               "units taken: %zu, unchanged: %zu, without Welsh: %zu, refused: %zu\n",
               n->taken, n->unchanged, n->empty, n->refused);
}

/* What is whole is taken, though the rest has faults. */
void command_translate_import(struct run *r, struct buf *out)
{
    if (r->o->programme != NULL) {
        run_wording_import(r, out);
        return;
    }
    if (!run_lock(r))
        return;
    struct translation *t = run_translation(r, run_scores(r));
    if (t == NULL)
        return;
    const struct xliff *x = read_delivery(r, r->o->operands[1]);
    struct welsh_check terms = run_term_check(r, t->in);
    struct delivery n;
    if (x == NULL)
        return;
    bool taken = translation_import(r->a, r->d, t, x, &terms, &n);
    if (!run_may_keep(r))
        return;
    const size_t alike = taken ? run_alike(r, t) : 0;
    if (taken)
        write_beside(r, t, out);
    if (n.taken + n.unchanged + n.empty + n.refused == 0)
        return; /* it was not of this report */
    say_delivery(&n, out);
    if (alike > 0)
        buf_printf(out, "units filled from others of the same English: %zu\n", alike);
}

void command_translate_status(struct run *r, struct buf *out)
{
    if (r->o->programme != NULL) {
        run_wording_status(r, out);
        return;
    }
    const struct translation *t = run_translation(r, run_scores(r));
    if (t != NULL)
        translation_status(r->a, t,
                           r->o->format == FORMAT_JSON ? STATUS_JSON : STATUS_TABLE, out);
}

static size_t finals(const struct translation *t)
{
    size_t n = 0;
    for (size_t i = 0; i < t->count; i++)
        n += t->units[i].standing == UNIT_FINAL;
    return n;
}

void command_translate_accept(struct run *r, struct buf *out)
{
    if (!run_lock(r))
        return;
    struct translation *t = run_translation(r, run_scores(r));
    if (t == NULL)
        return;
    size_t before = finals(t);
    const struct options *o = r->o;
    const char *date = date_plain(r->a, o->date);
    bool changed = false;
    for (int i = 1; i < o->operand_count; i++)
        changed =
            translation_accept(r->a, r->d, t, o->operands[i], o->by, date) || changed;
    if (diags_errors(r->d) > 0 || !run_may_keep(r))
        return;
    if (changed)
        write_beside(r, t, out);
    if (diags_errors(r->d) > 0)
        return;
    size_t after = finals(t);
    buf_printf(out, "units signed off: %zu; final: %zu of %zu\n", after - before, after,
               t->count);
}
