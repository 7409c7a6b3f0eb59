/* compare.c -- `gwasg compare`: a report with all that has changed since an older one
 * marked, and the list of it. */
#include "compare/compare.h"
#include "base/file.h"
#include "cli/commands.h"
#include "cli/release.h"
#include "comments/round.h"
#include "comments/table.h"
#include "compose/document.h"
#include "report/rule.h"
#include "sending/tree.h"

#include <string.h>

/* A comparison on its way. */
struct comparing_of {
    struct run *r;
    const struct scores *old, *now; /* in English; old: NULL for a draft */
    const char *document;
    int release; /* that `old` is; 0: none */
    struct round *round;
    struct comment_table comments;
    /* of the edition at hand: */
    struct work *words;
    const char *since;
    struct changed_report *found;
    ARRAY(struct file_write) files;
    struct buf list;
};

/* ---- wording ---- */

static const char *word(const struct comparing_of *c, enum report_word w)
{
    return word_plain(c->words, report_word_key(w), true);
}

static const char *word_with(const struct comparing_of *c, enum report_word w,
                             const char *name, const char *text)
{
    struct element *into = element_new(c->r->a, EL_P, (struct pos){0});
    word_into(c->words, into, report_word_key(w), with_text(c->words, name, text), true);
    typography_set(c->words, into);
    return element_plain(c->r->a, into);
}

static struct compare_words wording_of(const struct comparing_of *c)
{
    return (struct compare_words){.inserted = word(c, REPORT_WORD_CHANGES_INSERTED),
                                  .inserted_end =
                                      word(c, REPORT_WORD_CHANGES_INSERTED_END),
                                  .deleted = word(c, REPORT_WORD_CHANGES_DELETED),
                                  .deleted_end = word(c, REPORT_WORD_CHANGES_DELETED_END),
                                  .moved = word(c, REPORT_WORD_CHANGES_MOVED),
                                  .moved_from = word(c, REPORT_WORD_CHANGES_MOVED_FROM),
                                  .drawn = word(c, REPORT_WORD_CHANGES_DRAWN)};
}

/* What is not of the text: its title, and the marks on every page. */
static const struct report *marked_of(const struct comparing_of *c)
{
    struct report *out = NEW(c->r->a, struct report);
    *out = *c->found->marked;
    out->title = arena_printf(c->r->a, "%s: %s", out->plain_title,
                              word_with(c, REPORT_WORD_CHANGES_TITLE, "since", c->since));
    out->words[LAYOUT_STAGE] = word(c, REPORT_WORD_CHANGES_STAGE);
    out->words[LAYOUT_STAGE_LINE] =
        word_with(c, REPORT_WORD_CHANGES_LINE, "since", c->since);
    return out;
}

/* ---- why ---- */

/* The block as a draft had it: the one that is compared with, or else the last, if it
 * said the same there. */
static const struct mapped *sent_row(const struct comparing_of *c,
                                     const struct report_change *change)
{
    const struct round *round = c->round;
    const int draft = c->r->o->draft > 0 ? c->r->o->draft : round->count;
    const struct mapped *row = NULL;
    for (int l = 0; draft > 0 && draft <= round->count && row == NULL && l < LANG_COUNT;
         l++)
        if (round->drafts[draft - 1].there[l])
            row =
                map_find_ref(c->r->a, &round->drafts[draft - 1].map[l], change->old_ref);
    const bool same = row != NULL && strstr(row->text, change->old_words) != NULL;
    return c->r->o->draft > 0 || same ? row : NULL;
}

static const char *uid_of(void *data, const struct report_change *change)
{
    const struct comparing_of *c = data;
    const struct mapped *row =
        map_find_ref(c->r->a, &c->round->now[c->r->lang], change->new_ref);
    if (row == NULL)
        row = sent_row(c, change);
    return row != NULL ? row->uid : "";
}

/* "c4f09a1 accepted: It was eight." */
static const char *why_of(void *data, const struct report_change *change)
{
    const struct comparing_of *c = data;
    const char *uid = uid_of(data, change);
    struct buf out = buf_new(c->r->a);
    for (size_t i = 0; uid[0] != '\0' && i < c->comments.all.len; i++) {
        const struct comment *on = &c->comments.all.at[i];
        if (strcmp(on->cell[CELL_UID], uid) != 0)
            continue;
        const char *decision = on->cell[CELL_DECISION], *reason = on->cell[CELL_REASON];
        buf_printf(&out, "%s%s%s%s%s%s", out.len > 0 ? "; " : "", on->cell[CELL_ID],
                   decision[0] != '\0' ? " " : "", decision,
                   reason[0] != '\0' ? ": " : "", reason);
    }
    return out.at;
}

/* ---- an edition ---- */

static const struct report *compose_one(struct run *r, struct diags *d,
                                        const struct scores *s, const char *document)
{
    struct diags *said = r->d;
    r->d = d;
    const struct scores *in = run_edition(r, s, r->lang);
    const struct report *report =
        in != NULL ? compose(r->a, d, in, document, r->lang, STAGE_PROOF) : NULL;
    r->d = said;
    return report;
}

/* The older report: what is said of it, it was told when it was made; errors again. */
static const struct report *old_report(struct comparing_of *c)
{
    struct diags *quiet = diags_new(c->r->a);
    const struct report *old = compose_one(c->r, quiet, c->old, c->document);
    return old != NULL ? old : compose_one(c->r, c->r->d, c->old, c->document);
}

/* The draft as it was sent.  Where only its map was kept, `now` becomes no more than
 * that either. */
static const struct report *old_draft(struct comparing_of *c, const struct report **now)
{
    struct run *r = c->r;
    const char *dir = c->now->in->dir;
    const char *tree = tree_path(r->a, dir, r->o->draft, r->lang);
    const char *path = map_path(r->a, dir, r->o->draft, r->lang);
    struct draft_map *sent = NEW(r->a, struct draft_map), *is;
    if (!map_read(r->a, r->d, path, sent))
        return NULL;
    if (file_exists(tree))
        return tree_read(r->a, r->d, tree, sent->hash);
    is = NEW(r->a, struct draft_map);
    *is = map_of_report(r->a, *now);
    *now = tree_of_map(r->a, is, *now);
    buf_printf(
        &c->list,
        "draft %d was sent before the whole text was kept: the words of its map are "
        "compared, as plain paragraphs\n",
        r->o->draft);
    return tree_of_map(r->a, sent, *now);
}

static const char *path_of(const struct comparing_of *c, const char *ending)
{
    const char *name = c->document;
    const bool main = strcmp(name, "report") == 0;
    return arena_printf(c->r->a, "%s/%s%s%s.changes.%s.%s", c->r->o->out,
                        c->now->in->name, main ? "" : ".", main ? "" : name,
                        lang_code(c->r->lang), ending);
}

static void add_output(struct comparing_of *c, const char *ending,
                       const struct buf *bytes)
{
    *array_push(c->r->a, &c->files) = (struct file_write){
        .path = path_of(c, ending), .bytes = bytes->at, .len = bytes->len};
}

static void add_list(struct comparing_of *c)
{
    const struct change_reason reason = {uid_of, why_of, c};
    struct buf *bytes = NEW(c->r->a, struct buf);
    *bytes = buf_new(c->r->a);
    changes_write(c->found, &reason, bytes);
    add_output(c, "csv", bytes);
}

static void dump_marked(struct comparing_of *c, const struct scores *s, struct buf *out)
{
    const char *what = c->r->o->dump;
    const struct report *marked = marked_of(c);
    if (strcmp(what, "xml") == 0 || strcmp(what, "blocks") == 0) {
        if (strcmp(what, "xml") == 0)
            report_dump(marked, out);
        else
            blocks_dump(c->found, out);
        return;
    }
    const struct document *doc = run_document(c->r, s, marked);
    if (doc != NULL && strcmp(what, "pages") == 0)
        pages_dump(doc, out);
    else if (doc != NULL && strcmp(what, "tags") == 0)
        tags_dump(doc, out);
    else if (doc != NULL)
        heard_dump(c->r->a, doc, out);
}

static void add_pdf(struct comparing_of *c, const struct scores *s)
{
    struct document *doc = run_document(c->r, s, marked_of(c));
    if (doc != NULL)
        add_output(c, "pdf", run_pdf(c->r, doc));
}

/* The list is in the program's language whatever the edition's is. */
static void list_head(struct comparing_of *c, const struct report *now)
{
    const int draft = c->r->o->draft;
    const char *since = c->since;
    if (draft > 0 || c->release > 0)
        since = arena_printf(c->r->a, "%s %d", draft > 0 ? "draft" : "release",
                             draft > 0 ? draft : c->release);
    buf_printf(&c->list, "%s (%s): %s %s\n", now->plain_title, lang_code(c->r->lang),
               c->found->changes.len > 0 ? "changes since" : "nothing has changed since",
               since);
}

static void compare_edition(struct comparing_of *c, enum lang l, struct buf *out)
{
    struct run *r = c->r;
    r->lang = l;
    const struct report *old = c->old != NULL ? old_report(c) : NULL;
    const struct scores *s = run_edition(r, c->now, l);
    const struct report *now =
        s != NULL ? compose(r->a, r->d, s, c->document, l, STAGE_PROOF) : NULL;
    if (now == NULL || diags_errors(r->d) > 0)
        return;
    run_time(r, "compose");
    c->words = work_new(r->a, r->d, s, l, STAGE_PROOF);
    round_set_now(r->a, c->round, now);
    if (r->o->draft > 0) {
        old = old_draft(c, &now);
        c->since = word_with(c, REPORT_WORD_CHANGES_DRAFT, "n",
                             lang_number(r->a, l, r->o->draft));
    }
    if (c->release > 0)
        c->since = word_with(c, REPORT_WORD_CHANGES_RELEASE, "n",
                             lang_number(r->a, l, c->release));
    if (old == NULL)
        return;
    const struct compare_words words = wording_of(c);
    c->found = compare_reports(r->a, old, now, &words);
    run_time(r, "compare");
    if (r->o->dump != NULL) {
        dump_marked(c, s, out);
        return;
    }
    list_head(c, now);
    if (c->found->changes.len == 0)
        return;
    changes_summary(r->a, c->found, &c->list);
    add_pdf(c, s);
    add_list(c);
}

/* ---- all ---- */

static const struct scores *load_report(struct run *r, struct diags *d,
                                        const char *report)
{
    struct diags *said = r->d;
    r->d = d;
    r->report = report;
    const struct scores *s = run_scores(r);
    r->d = said;
    return s;
}

/* What a release was made from, with the templates that it had; NULL, and said, when its
 * record cannot be read. */
static const char *kept_inputs(struct run *r, const char *dir, int *number)
{
    struct manifest m;
    if (!manifest_read(r->a, r->d, dir, &m))
        return NULL;
    *number = m.number;
    r->templates = path_join(r->a, dir, INPUTS_TEMPLATES);
    arena_fence(r->a, r->templates);
    const char *report = arena_printf(r->a, "%s/" INPUTS_REPORT "/%s", dir, m.report);
    return file_exists(path_join(r->a, report, "inspection.yaml"))
               ? report
               : arena_printf(r->a, "%s/%s.yaml", report, m.report);
}

/* A report, or the folder of a release, whose number is given then.  Of the older one
 * (`quiet`) only what is wrong with it is said. */
static const struct scores *load_either(struct run *r, const char *report, bool quiet,
                                        int *number)
{
    const char *templates = r->templates;
    const bool released =
        folder_exists(report) && file_exists(path_join(r->a, report, MANIFEST_NAME));
    if (*number > 0 || released)
        report = kept_inputs(r, report, number);
    const struct scores *s = NULL;
    if (report != NULL && quiet)
        s = load_report(r, diags_new(r->a), report);
    if (report != NULL && s == NULL)
        s = load_report(r, r->d, report);
    r->templates = templates;
    return s;
}

static bool load_both(struct comparing_of *c)
{
    struct run *r = c->r;
    const bool named = r->o->draft > 0 || r->o->release > 0;
    const char *old = r->o->operands[0], *now = r->o->operands[!named];
    int number = 0;
    c->release = r->o->release;
    if (c->release > 0)
        old = released_dir(r->a, releases_of(r->a, now), c->release);
    if (r->o->draft == 0)
        c->old = load_either(r, old, true, &c->release);
    c->now = load_either(r, now, false, &number);
    c->since = c->old != NULL ? c->old->in->name : NULL;
    return (c->old != NULL || r->o->draft > 0) && c->now != NULL;
}

/* Comments tell why; whatever is wrong with them, other commands say. */
static void load_round(struct comparing_of *c)
{
    struct run *r = c->r;
    const struct inspection *in = c->now->in;
    struct diags *quiet = diags_new(r->a);
    c->round = round_read(r->a, quiet, in->dir, in->name);
    if (!comment_table_read(r->a, quiet, in->dir, &c->comments))
        c->comments = (struct comment_table){0};
}

/* Those that the draft went out in. */
static size_t sent_editions(struct comparing_of *c, enum lang all[LANG_COUNT],
                            size_t count)
{
    const int draft = c->r->o->draft;
    const char *dir = c->now->in->dir, *path = NULL;
    size_t sent = 0;
    for (size_t i = 0; i < count; i++) {
        path = map_path(c->r->a, dir, draft, all[i]);
        if (file_exists(path))
            all[sent++] = all[i];
    }
    if (sent == 0 && path != NULL)
        diag(c->r->d, DIAG_FILE_MISSING, pos_of_path(c->r->a, path),
             "the map of draft %d: no such draft was sent%s", draft,
             c->r->o->edition != EDITION_ALL ? " in this language" : "");
    return sent;
}

static size_t editions(struct comparing_of *c, enum lang all[LANG_COUNT])
{
    struct arena *a = c->r->a;
    size_t count = run_editions(c->r, c->now->in, all);
    if (c->old == NULL)
        return sent_editions(c, all, count);
    const bool welsh = file_exists(path_join(a, c->old->in->dir, "cy.xlf"));
    if (count == 0 || all[count - 1] != LANG_CY || welsh)
        return count;
    if (c->r->o->edition == EDITION_CY)
        diag(c->r->d, DIAG_FILE_MISSING, (struct pos){.file = c->old->in->file},
             "its translation, cy.xlf: there was no Welsh edition to compare with");
    return count - 1;
}

void command_compare(struct run *r, struct buf *out)
{
    struct comparing_of c = {.r = r, .list = buf_new(r->a)};
    if (!load_both(&c))
        return;
    c.document =
        r->o->document != NULL ? r->o->document : c.now->in->programme->documents[0].name;
    load_round(&c);
    enum lang all[LANG_COUNT];
    size_t count = editions(&c, all);
    if (r->o->dump != NULL && count > 1)
        count = 1;
    for (size_t i = 0; i < count; i++)
        compare_edition(&c, all[i], out);
    if (diags_broken(r->d) > 0 || r->o->dump != NULL)
        return;
    buf_str(out, c.list.at);
    if (c.files.len > 0)
        run_write(r, c.files.at, c.files.len, out);
}
