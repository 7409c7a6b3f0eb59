/* comments.c -- the commands around comments.csv: import, add, status, merge. */
#include "cli/commands.h"
#include "cli/desk.h"

#include "base/file.h"
#include "comments/import.h"
#include "comments/merge.h"
#include "comments/standing.h"

#include <string.h>

bool desk_now(struct desk *desk, const struct scores *s, enum lang l)
{
    struct run *r = desk->r;
    const char *document = s->in->programme->documents[0].name;
    desk->now[l] = compose(r->a, r->d, s, document, l, STAGE_PROOF);
    if (desk->now[l] != NULL)
        round_set_now(r->a, desk->round, desk->now[l]);
    return desk->now[l] != NULL;
}

bool desk_open(struct desk *desk, struct run *r)
{
    *desk = (struct desk){.r = r};
    desk->s = run_scores(r);
    if (desk->s == NULL)
        return false;
    const struct inspection *in = desk->s->in;
    desk->round = round_read(r->a, r->d, in->dir, in->name);
    if (diags_errors(r->d) > 0) /* comments would lose their places */
        return false;
    if (!desk_now(desk, desk->s, LANG_EN) ||
        !comment_table_read(r->a, r->d, in->dir, &desk->table))
        return false;
    comments_settle(r->a, desk->round, &desk->table);
    return true;
}

void run_comments(struct run *r, const struct scores *s)
{
    struct diags *said = r->d;
    comments_check(r->a, said, s->in->dir);
    if (diags_errors(said) > 0 || !file_exists(comment_table_path(r->a, s->in->dir)))
        return;
    struct desk desk = {.r = r, .s = s};
    struct diags *quiet = r->d = diags_new(r->a);
    desk.round = round_read(r->a, r->d, s->in->dir, s->in->name);
    bool whole = desk_now(&desk, s, LANG_EN) &&
                 comment_table_read(r->a, r->d, s->in->dir, &desk.table);
    r->d = said; /* what the report has to say has been said */
    diags_take_broken(said, quiet);
    if (!whole)
        return;
    comments_settle(r->a, desk.round, &desk.table);
    comments_check_changes(r->a, said, desk.round, &desk.table);
}

/* Nothing is written where nothing is new, so that the file keeps its time. */
static bool write_table(struct desk *desk)
{
    struct run *r = desk->r;
    struct buf bytes = buf_new(r->a);
    const char *path = comment_table_path(r->a, desk->s->in->dir);
    comments_settle(r->a, desk->round, &desk->table);
    comment_table_write(&desk->table, &bytes);
    const struct file *old = desk->table.bytes;
    bool same = old != NULL && old->len == bytes.len &&
                memcmp(old->text, bytes.at, old->len) == 0;
    const struct file_write file = {path, bytes.at, bytes.len, old == NULL};
    return same || files_replace(r->a, r->d, &file, 1);
}

static int open_comments(const struct comment_table *t)
{
    int open = 0;
    for (size_t i = 0; i < t->all.len; i++)
        open += t->all.at[i].decision == DECISION_OPEN;
    return open;
}

static void keep_table(struct desk *desk, const struct import_counts *n, struct buf *out)
{
    if (!run_may_keep(desk->r) || !write_table(desk))
        return;
    buf_printf(out,
               "%s: %d new, %d known already, %d without a place; %zu in all, %d to be "
               "decided\n",
               comment_table_path(desk->r->a, desk->s->in->dir), n->added, n->known,
               n->unplaced, desk->table.all.len, open_comments(&desk->table));
}

static const char *given(const char *option)
{
    return option != NULL ? option : "";
}

/* What is whole is taken, though other files have faults. */
void command_comments_import(struct run *r, struct buf *out)
{
    struct desk desk;
    struct import_counts counts = {0};
    bool any = false, open = run_lock(r) && desk_open(&desk, r);
    for (int i = 1; open && i < r->o->operand_count; i++) {
        struct reply reply;
        const size_t warnings = diags_warnings(r->d);
        if (!reply_read(r->a, r->d, r->o->operands[i], desk.s->in->programme->words,
                        &reply))
            continue;
        const int before = counts.added + counts.known;
        any = true;
        comments_take(r->a, r->d, desk.round, &reply, given(r->o->by),
                      date_plain(r->a, r->o->date), &desk.table, &counts);
        if (counts.added + counts.known == before && diags_warnings(r->d) == warnings)
            diag(r->d, DIAG_REPLY_EMPTY, pos_of_path(r->a, reply.path),
                 "it is a form in which nothing was filled in; was the right file sent "
                 "back?");
    }
    if (any && !desk.round->torn)
        keep_table(&desk, &counts, out);
}

/* ---- one comment from an e-mail or a telephone call ---- */

void command_comments_add(struct run *r, struct buf *out)
{
    struct desk desk;
    struct import_counts counts = {0};
    struct reply reply = {.path = "--ref", .author = given(r->o->by), .date = ""};
    *array_push(r->a, &reply.rows) = (struct reply_row){.ref = given(r->o->ref),
                                                        .kind = given(r->o->kind),
                                                        .ours = "",
                                                        .comment = given(r->o->words),
                                                        .evidence = given(r->o->evidence),
                                                        .where = "--ref"};
    if (!run_lock(r) || !desk_open(&desk, r))
        return;
    comments_take(r->a, r->d, desk.round, &reply, "", date_plain(r->a, r->o->date),
                  &desk.table, &counts);
    keep_table(&desk, &counts, out);
}

/* ---- how far they are, and what two editors have made of them ---- */

void command_comments_status(struct run *r, struct buf *out)
{
    struct desk desk;
    if (desk_open(&desk, r))
        comments_status(r->a, desk.s->in->programme, desk.round, &desk.table,
                        r->o->format == FORMAT_JSON, out);
}

/* Where they disagree nothing is written. */
void command_comments_merge(struct run *r, struct buf *out)
{
    struct desk desk;
    struct comment_table other;
    struct merge_counts n = {0};
    const char *path = r->o->operands[1];
    if (!run_lock(r) || !desk_open(&desk, r))
        return;
    if (!file_exists(path)) {
        diag(r->d, DIAG_FILE_MISSING, pos_of_path(r->a, path), "there is no such file");
        return;
    }
    if (!comment_table_read_file(r->a, r->d, path, &other) ||
        !comments_merge(r->a, r->d, &desk.table, &other, &n) || !run_may_keep(r) ||
        !write_table(&desk))
        return;
    buf_printf(out, "%s: %d new, %d cells filled in; %zu in all, %d to be decided\n",
               comment_table_path(r->a, desk.s->in->dir), n.added, n.filled,
               desk.table.all.len, open_comments(&desk.table));
}
