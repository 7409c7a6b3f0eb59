/* wording.c -- the commands around the fixed wording of a programme: `gwasg translate
 * export`, `import` and `status` with --programme. */
#include "cli/wording.h"

#include "base/lock.h"
#include "cli/terms.h"
#include "cli/translate.h"
#include "translate/wording.h"

#include <string.h>

/* NULL when an error was said. */
static struct fixed_words *load(struct run *r, bool empty_forms)
{
    if (r->templates == NULL)
        return NULL;
    const struct programme *p = programme_load(r->a, r->d, r->templates, r->o->programme,
                                               pos_of_path(r->a, r->templates));
    struct fixed_words *w = p == NULL || diags_errors(r->d) > 0
                                ? NULL
                                : wording_load(r->a, r->d, r->templates, p, empty_forms);
    run_time(r, "wording");
    return diags_errors(r->d) == 0 ? w : NULL;
}

void run_wording_export(struct run *r, struct buf *out)
{
    struct fixed_words *w = load(r, true);
    if (w == NULL)
        return;
    struct translation *t = wording_translation(w);
    if (!run_may_keep(r) || !dir_make(r->a, r->d, r->o->out))
        return;
    write_copy(r, t, arena_printf(r->a, "%s/%s.cy.xlf", r->o->out, t->in->name), out);
}

void run_wording_status(struct run *r, struct buf *out)
{
    struct fixed_words *w = load(r, false);
    if (w != NULL)
        translation_status(r->a, wording_translation(w),
                           r->o->format == FORMAT_JSON ? STATUS_JSON : STATUS_TABLE, out);
}

/* Whether the programme can be read with the new files. */
static bool reads_again(struct run *r, const struct file_writes *files)
{
    struct diags *again = diags_new(r->a);
    for (size_t i = 0; i < files->all.len; i++)
        arena_stand_in(r->a, files->all.at[i].path, files->all.at[i].bytes,
                       files->all.at[i].len);
    if (programme_load(r->a, again, r->templates, r->o->programme, (struct pos){0}) !=
            NULL &&
        diags_errors(again) == 0)
        return true;
    struct buf why = buf_new(r->a);
    diags_print(again, DIAG_SHORT, &why);
    diag(r->d, DIAG_WRITE_FAILED, pos_of_path(r->a, r->templates),
         "with this Welsh %s could not be read, as %.*s; nothing was written",
         r->o->programme, (int)strcspn(why.at, "\n"), why.at);
    return false;
}

static void write_taken(struct run *r, struct fixed_words *w, struct buf *out)
{
    struct file_writes files = {0};
    size_t part = 0;
    if (!wording_files(w, r->d, &files, &part) || !reads_again(r, &files) ||
        !files_edited(r->a, r->d, &files))
        return;
    for (size_t i = 0; i < files.all.len; i++)
        buf_printf(out, "%s\n", files.all.at[i].path);
    if (part > 0)
        buf_printf(out, "units that are final, while others of their text are not: %zu\n",
                   part);
}

/* There is no place for them in the files. */
static void say_remarks(const struct translation *t, struct buf *out)
{
    for (size_t i = 0; i < t->count; i++)
        for (size_t k = 0; k < t->units[i].note_count; k++) {
            const struct xliff_note *n = &t->units[i].notes[k];
            if (n->from == NULL || strcmp(n->from, NOTE_CONTEXT) != 0)
                buf_printf(out, "remark on %s (%s): %s\n", t->units[i].uid,
                           t->units[i].path, n->text);
        }
}

void run_wording_import(struct run *r, struct buf *out)
{
    if (r->templates == NULL ||
        (r->lock = lock_take(r->a, r->d, r->templates, r->o->command->name)) == NULL)
        return;
    struct fixed_words *w = load(r, true);
    const struct xliff *x = w == NULL ? NULL : read_delivery(r, r->o->operands[0]);
    if (x == NULL)
        return;
    struct translation *t = wording_translation(w);
    struct welsh_check terms = run_term_check(r, t->in), check = wording_check(w, &terms);
    struct delivery n;
    bool taken = translation_import(r->a, r->d, t, x, &check, &n);
    if (!run_may_keep(r) || n.taken + n.unchanged + n.empty + n.refused == 0)
        return;
    if (taken)
        write_taken(r, w, out);
    say_remarks(t, out);
    say_delivery(&n, out);
}
