/* comments.c -- the commands around comments.csv: import, add, form, letter. */
#include "cli/commands.h"
#include "cli/pipeline.h"

#include "base/file.h"
#include "comments/change.h"
#include "comments/import.h"
#include "proof/proof.h"

#include <string.h>

/* A report with its drafts and the comments on them. */
struct desk {
    struct run *r;
    const struct scores *s;
    struct round *round;
    const struct report *now[LANG_COUNT];
    struct comment_table table;
};

/* The report as it is now, in a language: where comments belong. */
static bool read_now(struct desk *desk, const struct scores *s, enum lang l)
{
    struct run *r = desk->r;
    const char *document = s->in->programme->documents[0].name;
    desk->now[l] = compose(r->a, r->d, s, document, l, STAGE_PROOF);
    if (desk->now[l] != NULL)
        round_set_now(r->a, desk->round, desk->now[l]);
    return desk->now[l] != NULL;
}

static bool open_desk(struct desk *desk, struct run *r)
{
    *desk = (struct desk){.r = r};
    desk->s = run_scores(r);
    if (desk->s == NULL)
        return false;
    const struct inspection *in = desk->s->in;
    desk->round = round_read(r->a, r->d, in->dir, in->name);
    if (diags_errors(r->d) > 0) /* comments would lose their places */
        return false;
    if (!read_now(desk, desk->s, LANG_EN) ||
        !comment_table_read(r->a, r->d, in->dir, &desk->table))
        return false;
    comments_settle(r->a, desk->round, &desk->table);
    return true;
}

/* Nothing is written where nothing is new, so that the file keeps its time. */
static bool write_table(struct desk *desk)
{
    struct run *r = desk->r;
    struct buf bytes = buf_new(r->a);
    const char *path = comment_table_path(r->a, desk->s->in->dir);
    comments_settle(r->a, desk->round, &desk->table);
    comment_table_write(&desk->table, &bytes);
    struct diags *quiet = diags_new(r->a);
    const struct file *old =
        file_exists(path)
            ? file_read_bytes(r->a, quiet, path, REPLY_BYTES, (struct pos){0})
            : NULL;
    bool same = old != NULL && old->len == bytes.len &&
                memcmp(old->text, bytes.at, old->len) == 0;
    return same || file_replace(r->a, r->d, path, bytes.at, bytes.len);
}

static int open_comments(const struct comment_table *t)
{
    int open = 0;
    for (size_t i = 0; i < t->all.len; i++) {
        enum decision decision = DECISION_OPEN;
        comment_decision(&t->all.at[i], &decision);
        open += decision == DECISION_OPEN;
    }
    return open;
}

static void keep_table(struct desk *desk, const struct import_counts *n, struct buf *out)
{
    if (!write_table(desk))
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

/* A command on one report's comments: `work` with all that it needs on the desk. */
static int at_desk(struct arena *a, const struct options *o, const char *report,
                   void (*work)(struct desk *desk, struct buf *out), struct buf *out,
                   struct buf *messages)
{
    struct run r;
    struct desk desk;
    run_begin(&r, a, o, report);
    if (open_desk(&desk, &r))
        work(&desk, out);
    run_end(&r);
    return run_finish(&r, messages);
}

/* What is whole is taken, though other files have faults. */
static void import(struct desk *desk, struct buf *out)
{
    struct run *r = desk->r;
    struct import_counts counts = {0};
    bool any = false;
    for (int i = 1; i < r->o->operand_count; i++) {
        struct reply reply;
        if (!reply_read(r->a, r->d, r->o->operands[i], desk->s->in->programme->words,
                        &reply))
            continue;
        any = true;
        comments_take(r->a, r->d, desk->round, &reply, given(r->o->by),
                      date_plain(r->a, r->o->date), &desk->table, &counts);
    }
    if (any)
        keep_table(desk, &counts, out);
}

int command_comments_import(struct arena *a, const struct options *o, const char *unused,
                            struct buf *out, struct buf *messages)
{
    (void)unused;
    return at_desk(a, o, o->operands[0], import, out, messages);
}

/* ---- one comment from an e-mail or a telephone call ---- */

static void add(struct desk *desk, struct buf *out)
{
    struct run *r = desk->r;
    struct import_counts counts = {0};
    struct reply reply = {.path = "--ref", .author = given(r->o->by), .date = ""};
    *array_push(r->a, &reply.rows) = (struct reply_row){.ref = given(r->o->ref),
                                                        .kind = given(r->o->kind),
                                                        .ours = "",
                                                        .comment = given(r->o->words),
                                                        .evidence = given(r->o->evidence),
                                                        .where = "--ref"};
    comments_take(r->a, r->d, desk->round, &reply, "", date_plain(r->a, r->o->date),
                  &desk->table, &counts);
    keep_table(desk, &counts, out);
}

int command_comments_add(struct arena *a, const struct options *o, const char *unused,
                         struct buf *out, struct buf *messages)
{
    (void)unused;
    return at_desk(a, o, o->operands[0], add, out, messages);
}

/* ---- the reply ---- */

static const struct answered *answers_of(struct desk *desk, enum lang l)
{
    struct arena *a = desk->r->a;
    const struct comment_table *t = &desk->table;
    struct answered *all = NEW_ARRAY(a, struct answered, t->all.len + 1);
    for (size_t i = 0; i < t->all.len; i++) {
        const struct comment *c = &t->all.at[i];
        enum decision decision = DECISION_OPEN;
        comment_decision(c, &decision);
        all[i] =
            (struct answered){.ref = c->cell[CELL_REFERENCE],
                              .comment = c->cell[CELL_COMMENT],
                              .author = c->cell[CELL_AUTHOR],
                              .reason = c->cell[CELL_REASON],
                              .decision = decision == DECISION_ACCEPTED ? ANSWER_ACCEPTED
                                          : decision == DECISION_PART   ? ANSWER_PART
                                                                        : ANSWER_NOT,
                              .pos = c->pos[CELL_COMMENT]};
        round_change(desk->round, c, l, &all[i].was, &all[i].now);
        bool both = all[i].was != NULL && all[i].now != NULL;
        if (both && strcmp(all[i].was, all[i].now) != 0)
            change_cut(a, &all[i].was, &all[i].now);
    }
    return all;
}

/* The letter in a language, laid out; false when something was said. */
static bool make_letter(struct desk *desk, enum lang l, struct file_write *file)
{
    struct run *r = desk->r;
    const struct scores *s = run_edition(r, desk->s, l);
    if (s == NULL || !read_now(desk, s, l))
        return false;
    const struct report *letter =
        answers_report(r->a, r->d, s, desk->now[l], r->o->date, answers_of(desk, l),
                       desk->table.all.len);
    struct document *doc = letter != NULL ? run_document(r, s, letter) : NULL;
    if (doc == NULL)
        return false;
    const struct buf *bytes = run_pdf(r, doc);
    *file =
        (struct file_write){.path = arena_printf(r->a, "%s/%s.reply.%s.pdf", r->o->out,
                                                 s->in->name, lang_code(l)),
                            .bytes = bytes->at,
                            .len = bytes->len};
    return true;
}

/* In all languages or in none. */
static void write_letters(struct desk *desk, struct buf *out)
{
    struct run *r = desk->r;
    enum lang editions[LANG_COUNT];
    struct file_write files[LANG_COUNT] = {{0}};
    comments_check_table(r->a, r->d, &desk->table);
    comments_check_changes(r->a, r->d, desk->round, &desk->table);
    if (desk->table.all.len == 0)
        diag(r->d, DIAG_COMMENT_WRONG, (struct pos){0},
             "there are no comments in %s to reply to",
             comment_table_path(r->a, desk->s->in->dir));
    size_t count = run_editions(r, desk->s->in, editions);
    for (size_t i = 0; i < count && diags_errors(r->d) == 0; i++)
        if (!make_letter(desk, editions[i], &files[i]))
            return;
    if (diags_errors(r->d) > 0 || !dir_make(r->a, r->d, r->o->out) ||
        !files_replace(r->a, r->d, files, count))
        return;
    for (size_t i = 0; i < count; i++)
        buf_printf(out, "%s\n", files[i].path);
}

int command_comments_letter(struct arena *a, const struct options *o, const char *report,
                            struct buf *out, struct buf *messages)
{
    return at_desk(a, o, report, write_letters, out, messages);
}
