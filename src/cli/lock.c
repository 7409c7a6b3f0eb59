/* lock.c -- `gwasg lock`: the figures of a report signed, or changes of them accepted;
 * and what other commands say of figures that are not as they were signed. */
#include "cli/commands.h"
#include "cli/locking.h"

#include "base/file.h"
#include "cli/translate.h"

#include <string.h>

/* A report whose figures are compared with those that were signed. */
struct locking {
    struct run *r;
    const struct scores *s;
    struct figures_of of;
    struct locked locked;
    struct locked_figures now;
    struct locked_changes changes;
};

static bool compare_locked(struct locking *l)
{
    struct arena *a = l->r->a;
    l->now = locked_figures_of(a, &l->of);
    if (l->of.count > 0)
        l->changes = locked_compare(a, &l->locked, &l->of, &l->now);
    return l->of.count > 0;
}

static bool open_locked(struct locking *l, struct run *r, const struct scores *s,
                        const struct report *const *reports, size_t count)
{
    *l = (struct locking){.r = r, .s = s};
    l->of = (struct figures_of){.reports = reports, .count = count, .in = s->in};
    return locked_read(r->a, r->d, s->in->dir, &l->locked);
}

/* False: there is nothing to compare. */
static bool compare_all(struct locking *l)
{
    if (l->r->lang == LANG_EN)
        l->of.bare = run_bare_list(l->r, l->s->in, NULL);
    return compare_locked(l);
}

void run_locked(struct run *r, const struct scores *in_language,
                const struct report *const *reports, size_t count)
{
    struct locking l;
    bool alone = r->lang == LANG_EN || r->o->edition == EDITION_CY;
    if (count == 0 || !alone || !open_locked(&l, r, in_language, reports, count) ||
        l.locked.file == NULL)
        return;
    if (compare_all(&l))
        locked_say(r->a, r->d, &l.changes, in_language->in->dir);
    run_time(r, "locked");
}

/* "other than signed: 3, new: 1, gone: 2". */
static void say_counts(const struct locking *l, const char *lead, struct buf *out)
{
    size_t other = 0, new = 0, gone = 0;
    for (size_t i = 0; i < l->changes.all.len; i++) {
        const struct locked_change *c = &l->changes.all.at[i];
        other += c->was != NULL && c->now != NULL;
        new += c->was == NULL;
        gone += c->now == NULL;
    }
    buf_printf(out, "%sother than signed: %zu, new: %zu, gone: %zu", lead, other, new,
               gone);
}

void run_signatures(struct run *r, struct figures_of *of, struct buf *out)
{
    struct locking l = {.r = r, .of = *of};
    if (!locked_read(r->a, r->d, of->in->dir, &l.locked) || l.locked.file == NULL ||
        !compare_locked(&l))
        return;
    of->signatures = locked_signatures(r->a, &l.now, &l.changes, r->lang);
    for (size_t i = 0; i < l.now.all.len && of->signature == NULL; i++)
        if (of->signatures[i].by != NULL)
            of->signature = &of->signatures[i];
    buf_printf(out, "%s: figures: %zu; ", l.locked.path, l.now.all.len);
    say_counts(&l, "", out);
    buf_char(out, '\n');
}

/* ---- the Welsh ---- */

/* What the Welsh edition prints of each figure, beside what the English does. */
static void add_welsh(struct locking *l)
{
    struct run *r = l->r;
    size_t count = 0;
    const struct scores *welsh = run_edition(r, l->s, LANG_CY);
    const struct report *const *reports =
        welsh != NULL ? run_reports(r, welsh, STAGE_PROOF, &count) : NULL;
    const struct figures_of of = {.reports = reports, .count = count, .in = l->s->in};
    struct locked english = {.rows = l->now};
    for (size_t i = 0; i < l->now.all.len; i++)
        english.rows.all.at[i].stands = true;
    if (count == 0)
        return;
    const struct locked_figures now = locked_figures_of(r->a, &of);
    const struct locked_changes c = locked_compare(r->a, &english, &of, &now);
    for (size_t i = 0; i < now.all.len; i++)
        if (c.signed_as[i] != NULL)
            l->now.all.at[c.signed_as[i] - l->now.all.at].cell[LOCKED_PRINTED_CY] =
                now.all.at[i].cell[LOCKED_PRINTED];
    run_edition(r, l->s, LANG_EN);
}

/* ---- what is accepted ---- */

/* "FILE:LINE" or "FILE:LINE:COLUMN", as messages have it, or the file's name alone. */
static bool is_at(struct arena *a, struct pos pos, const char *named)
{
    const struct place p = pos_place(pos);
    const char *file = pos.file != NULL ? pos.file->path : "";
    const char *places[] = {arena_printf(a, "%s:%d", file, p.line),
                            arena_printf(a, "%s:%d:%d", file, p.line, p.column)};
    for (size_t i = 0; i < LEN(places); i++) {
        size_t len = strlen(places[i]), own = strlen(named);
        if (own <= len && strcmp(places[i] + len - own, named) == 0 &&
            (own == len || places[i][len - own - 1] == '/'))
            return true;
    }
    return false;
}

/* All, or those that the user names; false, and said, when there are none. */
static bool choose(const struct locking *l, bool *chosen)
{
    struct run *r = l->r;
    bool any = false;
    for (size_t i = 0; i < l->changes.all.len; i++) {
        struct pos pos = locked_change_pos(&l->changes.all.at[i], l->s->in->dir);
        chosen[i] = r->o->at == NULL || is_at(r->a, pos, r->o->at);
        any = any || chosen[i];
    }
    if (!any && r->o->at != NULL)
        diag(r->d, DIAG_VALUE_UNKNOWN, pos_of_path(r->a, l->locked.path),
             "--at \"%s\"; no figure there is other than it was signed; gwasg check "
             "names those that are",
             r->o->at);
    else if (!any)
        diag(r->d, DIAG_VALUE_UNKNOWN, pos_of_path(r->a, l->locked.path),
             "nothing to accept: all figures are as they were signed");
    return any;
}

static bool accept_changes(const struct locking *l, const struct locked_by *by,
                           struct locked_figures *rows, size_t *accepted)
{
    const size_t count = l->changes.all.len;
    bool *chosen = NEW_ARRAY(l->r->a, bool, count + 1);
    if (l->locked.file == NULL) {
        diag(l->r->d, DIAG_FILE_MISSING, pos_of_path(l->r->a, l->locked.path),
             "nobody has signed the figures; gwasg lock --by NAME does");
        return false;
    }
    if (!choose(l, chosen))
        return false;
    *accepted = 0;
    for (size_t i = 0; i < count; i++)
        *accepted += chosen[i];
    *rows = locked_accept(l->r->a, &l->locked, &l->now, &l->changes, chosen, by);
    return true;
}

/* ---- the command ---- */

static bool write_locked(struct locking *l, const struct locked_figures *rows)
{
    struct run *r = l->r;
    struct buf bytes = buf_new(r->a);
    locked_write(rows, &bytes);
    const struct file_write file = {l->locked.path, bytes.at, bytes.len,
                                    l->locked.file == NULL};
    return files_replace(r->a, r->d, &file, 1);
}

static void say_signed(const struct locking *l, const char *by, struct buf *out)
{
    buf_printf(out, "%s: figures signed by %s: %zu", l->locked.path, by, l->now.all.len);
    if (l->locked.file != NULL)
        say_counts(l, "; ", out);
    buf_char(out, '\n');
}

static void lock_figures(struct locking *l, struct buf *out)
{
    struct run *r = l->r;
    const bool accepts = r->o->accept != NULL;
    const struct locked_by by = {accepts ? r->o->accept : r->o->by,
                                 date_plain(r->a, r->o->date),
                                 accepts ? r->o->reason : NULL};
    struct locked_figures rows;
    size_t accepted;
    if (accepts && !accept_changes(l, &by, &rows, &accepted))
        return;
    if (!accepts)
        rows = locked_sign(r->a, &l->locked, &l->now, &l->changes, &by);
    if (!run_may_keep(r) || !write_locked(l, &rows))
        return;
    if (accepts)
        buf_printf(out, "%s: figures accepted by %s: %zu; still to be: %zu\n",
                   l->locked.path, by.by, accepted, l->changes.all.len - accepted);
    else
        say_signed(l, by.by, out);
}

void command_lock(struct run *r, struct buf *out)
{
    struct locking l;
    size_t count = 0;
    if (!run_lock(r))
        return;
    const struct scores *s = run_scores(r);
    const struct report *const *reports =
        s != NULL ? run_reports(r, s, STAGE_PROOF, &count) : NULL;
    if (count == 0 || !open_locked(&l, r, s, reports, count) || !compare_all(&l))
        return;
    if (file_exists(path_join(r->a, s->in->dir, "cy.xlf")))
        add_welsh(&l);
    if (diags_errors(r->d) == 0)
        lock_figures(&l, out);
}
