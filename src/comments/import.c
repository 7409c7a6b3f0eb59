/* import.c -- in: replies and the table of comments so far; out: the table with theirs.
 * Knows the drafts by round.h and nothing of files. */
#include "comments/import.h"

#include "base/hash.h"
#include "base/map.h"
#include "base/utf8.h"
#include "comments/notes.h"

#include <string.h>

struct intake {
    struct arena *a;
    struct diags *d;
    struct round *r;
    const struct reply *reply;
    const struct reply_row *first; /* that says which draft it is about; or NULL */
    struct comment_table *t;
    struct map *ids;   /* to size_t: the index of a row */
    struct map *same;  /* place, comment and author to size_t */
    struct map *said;  /* drafts that are none of ours */
    struct map *times; /* how often the reply has said the same at the same place */
    struct import_counts *counts;
};

/* ---- what is there already ---- */

static const char *same_key(struct arena *a, const struct comment *c)
{
    return arena_printf(a, "%s\1%s", text_one_line(a, c->cell[CELL_COMMENT]),
                        text_one_line(a, c->cell[CELL_AUTHOR]));
}

static bool is_placed(const struct comment *c)
{
    return c->cell[CELL_UID][0] != '\0';
}

/* What a comment is looked up by: its block, or the reference that it was written with,
 * among all or among those whose block is not known. */
enum lookup { PLACE_BLOCK = 'b', PLACE_REFERENCE = 'r', PLACE_UNKNOWN = 'u' };

static const char *place_key(struct arena *a, enum lookup by, const struct comment *c)
{
    const char *place =
        by == PLACE_BLOCK ? c->cell[CELL_UID] : text_one_line(a, c->cell[CELL_REFERENCE]);
    return arena_printf(a, "%c%s\1%s", (int)by, place, same_key(a, c));
}

enum { TIMES = 50 /* more often the same is said by nobody */ };

/* Two notes on two places of a block may say the same: the second of a file is the second
 * of the table. */
static const char *nth_key(struct arena *a, const char *key, int nth)
{
    return nth == 0 ? key : arena_printf(a, "%s\1%d", key, nth);
}

static void index_key(struct intake *im, const char *key, size_t *row)
{
    for (int nth = 0; nth < TIMES; nth++) {
        const char *own = nth_key(im->a, key, nth);
        const size_t *there = map_get(im->same, own);
        if (there == NULL)
            map_put(im->same, own, row);
        if (there == NULL || *there == *row)
            return;
    }
}

static void index_row(struct intake *im, size_t i)
{
    const struct comment *c = &im->t->all.at[i];
    size_t *row = NEW(im->a, size_t);
    *row = i;
    map_put(im->ids, c->cell[CELL_ID], row);
    index_key(im, place_key(im->a, PLACE_REFERENCE, c), row);
    index_key(im, place_key(im->a, is_placed(c) ? PLACE_BLOCK : PLACE_UNKNOWN, c), row);
}

/* The how manieth of its words at its place a note is, from 0. */
static int count_time(struct intake *im, const struct comment *c)
{
    const char *key = place_key(im->a, is_placed(c) ? PLACE_BLOCK : PLACE_REFERENCE, c);
    int *times = map_get(im->times, key);
    if (times == NULL) {
        times = NEW(im->a, int);
        map_put(im->times, key, times);
        *times = -1;
    }
    *times += *times < TIMES - 1;
    return *times;
}

/* The same reference; or the same block, where both have found one. */
static bool is_same_place(struct arena *a, const struct comment *x,
                          const struct comment *y)
{
    if (x->cell[CELL_UID][0] != '\0' && y->cell[CELL_UID][0] != '\0')
        return strcmp(x->cell[CELL_UID], y->cell[CELL_UID]) == 0;
    return strcmp(text_one_line(a, x->cell[CELL_REFERENCE]),
                  text_one_line(a, y->cell[CELL_REFERENCE])) == 0;
}

static const char *id_of(struct intake *im, const struct comment *c, unsigned again)
{
    const char *place = is_placed(c) ? c->cell[CELL_UID] : c->cell[CELL_REFERENCE];
    uint64_t hash = hash_str(HASH_START + again, place);
    hash = hash_str(hash_str(hash, "\1"), same_key(im->a, c));
    return arena_printf(im->a, "c%06x", (unsigned)((hash ^ hash >> 32) & 0xFFFFFF));
}

/* The id was made from the words as they came: it still knows a comment whose words the
 * editor has mended, or a spreadsheet has lost letters of. */
static struct comment *find_by_id(struct intake *im, const struct comment *c, int nth)
{
    const size_t *row = map_get(im->ids, id_of(im, c, (unsigned)nth));
    struct comment *old = row != NULL ? &im->t->all.at[*row] : NULL;
    bool same = old != NULL && is_same_place(im->a, old, c) &&
                text_same(old->cell[CELL_AUTHOR], c->cell[CELL_AUTHOR], im->t->windows);
    return same ? old : NULL;
}

/* A row may have found its block since it was put there. */
static struct comment *find_at(struct intake *im, enum lookup by, const struct comment *c,
                               int nth)
{
    const size_t *row = map_get(im->same, nth_key(im->a, place_key(im->a, by, c), nth));
    struct comment *old = row != NULL ? &im->t->all.at[*row] : NULL;
    return old != NULL && is_same_place(im->a, old, c) ? old : NULL;
}

static struct comment *find_same(struct intake *im, const struct comment *c, int nth)
{
    struct comment *old =
        find_at(im, is_placed(c) ? PLACE_BLOCK : PLACE_REFERENCE, c, nth);
    if (old == NULL && is_placed(c))
        old = find_at(im, PLACE_UNKNOWN, c, nth);
    return old != NULL ? old : find_by_id(im, c, nth);
}

/* ---- one comment ---- */

/* Evidence that came later stands behind what there was. */
static void merge_evidence(struct intake *im, struct comment *old,
                           const struct comment *c)
{
    const char *had = old->cell[CELL_EVIDENCE], *has = c->cell[CELL_EVIDENCE];
    if (has[0] == '\0' || strstr(text_one_line(im->a, had), text_one_line(im->a, has)))
        return;
    bool mangled = im->t->windows && text_same(had, has, true);
    old->cell[CELL_EVIDENCE] =
        had[0] == '\0' || mangled ? has : arena_printf(im->a, "%s\n%s", had, has);
}

static void merge(struct intake *im, struct comment *old, const struct comment *c)
{
    static const enum comment_cell filled[] = {CELL_DRAFT, CELL_UID,  CELL_KIND,
                                               CELL_OURS,  CELL_DATE, CELL_ANSWERS};
    if (old->cell[CELL_DRAFT][0] == '\0')
        old->draft = c->draft;
    for (size_t i = 0; i < LEN(filled); i++)
        if (old->cell[filled[i]][0] == '\0')
            old->cell[filled[i]] = c->cell[filled[i]];
    static const enum comment_cell mended[] = {CELL_OURS, CELL_COMMENT, CELL_AUTHOR};
    for (size_t i = 0; i < LEN(mended); i++)
        if (im->t->windows && text_same(old->cell[mended[i]], c->cell[mended[i]], true))
            old->cell[mended[i]] = c->cell[mended[i]];
    merge_evidence(im, old, c);
    index_row(im, (size_t)(old - im->t->all.at));
    im->counts->known++;
}

static const char *add_row(struct intake *im, struct comment c)
{
    unsigned again = 0;
    do
        c.cell[CELL_ID] = id_of(im, &c, again++);
    while (map_get(im->ids, c.cell[CELL_ID]) != NULL);
    *array_push(im->a, &im->t->all) = c;
    index_row(im, im->t->all.len - 1);
    im->counts->added++;
    im->counts->unplaced += c.cell[CELL_UID][0] == '\0';
    return c.cell[CELL_ID];
}

/* ---- one row of a reply ---- */

/* The draft that a row is about.  A row that was added says none: it goes with the
 * others, or with the last draft. */
static struct form_draft named_draft(const struct intake *im, const struct reply_row *row)
{
    if (row->draft.number == 0)
        row = im->first;
    return row != NULL
               ? row->draft
               : (struct form_draft){.report = im->r->name, .number = im->r->count};
}

/* Why a draft was not sent from here; NULL: it was. */
static const char *why_not_ours(struct intake *im, const struct form_draft *f)
{
    if (strcmp(f->report, im->r->name) != 0)
        return arena_printf(im->a, "it is about \"%s\", and this report is \"%s\"",
                            text_shown(im->a, f->report), im->r->name);
    if (f->number < 1 || f->number > im->r->count)
        return im->first != NULL
                   ? arena_printf(
                         im->a, "it is about draft %d, and %d of this report %s sent",
                         f->number, im->r->count, im->r->count == 1 ? "was" : "were")
                   : NULL;
    const struct map *hashes = im->r->drafts[f->number - 1].hashes;
    const bool said = f->hash != NULL && f->hash[0] != '\0';
    if (!said || hashes == NULL || map_get(hashes, f->hash) != NULL)
        return NULL;
    return arena_printf(im->a,
                        "it is about a draft %d with the hash \"%s\", which was not sent",
                        f->number, f->hash);
}

/* Said once for each file, not for each of its rows. */
static void say_other(struct intake *im, const struct reply_row *row, const char *why)
{
    const struct file *file = row->pos.file;
    if (map_put(im->said, why, im) == NULL)
        diag(im->d, DIAG_REPLY_OTHER,
             file == NULL ? row->pos : pos_of_path(im->a, file->path),
             "%s; its comments are kept as unplaced", why);
}

/* What comments.csv says of the draft: the number of one that was sent, and nothing that
 * could be taken for it otherwise. */
static const char *draft_cell(struct intake *im, const struct form_draft *f, bool ours)
{
    if (ours)
        return f->number > 0 ? arena_printf(im->a, "%d", f->number) : "";
    return text_shown(im->a, form_draft_text(im->a, *f));
}

static bool names_draft(const struct form_draft *f)
{
    return f->number != 0 || (f->report != NULL && f->report[0] != '\0');
}

/* The first row that says which draft it is about. */
static const struct reply_row *first_with_draft(const struct reply *reply)
{
    for (size_t i = 0; i < reply->rows.len; i++)
        if (names_draft(&reply->rows.at[i].draft))
            return &reply->rows.at[i];
    return NULL;
}

/* Our text, which somebody has corrected where it stands; in a PDF, where nobody has put
 * it there, a comment that is in its place alone and quotes nothing. */
static const char *edited_ours(struct intake *im, const struct reply_row *row, int draft,
                               const struct mapped *at)
{
    const bool table = im->reply->table;
    if (row->ours[0] == '\0' || (table ? at == NULL : row->comment[0] != '\0'))
        return "";
    for (int l = 0; at != NULL && l < LANG_COUNT; l++) {
        const struct mapped *m = round_block(im->r, draft, at->uid, (enum lang)l);
        if (m == NULL)
            continue;
        bool quoted = !table && strstr(m->text, text_one_line(im->a, row->ours)) != NULL;
        if (quoted || text_same(row->ours, map_form_text(im->a, m), im->reply->windows))
            return "";
    }
    return row->ours;
}

/* "c03: ", where a message has no line to say so; else "". */
static const char *where_in(struct intake *im, const struct reply_row *row)
{
    bool lines = row->pos.file == NULL || row->pos.file->text != NULL;
    return lines || row->where[0] == '\0' ? "" : arena_printf(im->a, "%s: ", row->where);
}

static void say_kind(struct intake *im, const struct reply_row *row)
{
    const char *kind = row->kind;
    if (kind[0] == '\0' || (kind[1] == '\0' && strchr(FORM_KINDS, kind[0]) != NULL))
        return;
    diag(im->d, DIAG_COMMENT_KIND, row->pos,
         "%s\"%s\"; it is kept as it is: in comments.csv write A (wording or number), B "
         "(wrong fact) or C (left out)",
         where_in(im, row), text_shown(im->a, kind));
}

static void say_unplaced(struct intake *im, const struct reply_row *row, int draft)
{
    const char *head = where_in(im, row);
    if (draft == 0)
        diag(im->d, DIAG_COMMENT_UNPLACED, row->pos,
             "%sno draft of this report was sent, so nobody has a reference to it", head);
    else if (row->note)
        diag(im->d, DIAG_COMMENT_UNPLACED, row->pos,
             "%s\"%s\" stands beside no block that has a reference; give it one in "
             "comments.csv",
             head, text_shown(im->a, row->comment));
    else if (row->ref[0] == '\0')
        diag(im->d, DIAG_COMMENT_UNPLACED, row->pos,
             "%sit has no reference, and our text is not quoted; give it a reference in "
             "comments.csv",
             head);
    else
        diag(im->d, DIAG_COMMENT_UNPLACED, row->pos,
             "%s\"%s\" is no reference of draft %d; give it one in comments.csv", head,
             text_shown(im->a, row->ref), draft);
}

static bool has_words(const struct reply_row *row)
{
    return row->comment[0] != '\0' || row->evidence[0] != '\0' || row->kind[0] != '\0';
}

/* The block of a note is known by its place, that of any other by what it says. */
static const struct mapped *row_place(struct intake *im, const struct reply_row *row,
                                      int draft)
{
    if (!row->note)
        return round_place(im->a, im->r, draft, row, im->reply->windows);
    for (int l = 0; draft > 0 && row->on[0] != '\0' && l < LANG_COUNT; l++) {
        const struct sent_draft *sent = &im->r->drafts[draft - 1];
        const struct mapped *m =
            sent->there[l] ? map_find_ref(im->a, &sent->map[l], row->on) : NULL;
        if (m != NULL)
            return m;
    }
    return NULL;
}

/* Of a note without a block it is kept at least on which page of its file it stands. */
static const char *evidence_of(struct arena *a, const struct reply_row *row,
                               const struct mapped *at)
{
    if (!row->note || at != NULL)
        return row->evidence;
    return row->evidence[0] != '\0' ? arena_printf(a, "%s\n%s", row->where, row->evidence)
                                    : row->where;
}

/* A name is no longer than those that we write ourselves. */
static const char *or_else(struct arena *a, const char *text, const char *other)
{
    enum { NAME = 300 };
    if (text == NULL || text[0] == '\0')
        return other;
    const size_t len = strlen(text), cut = utf8_cut(text, len, NAME);
    return cut < len ? arena_printf(a, "%.*s…", (int)cut, text) : text;
}

/* What is said of it: all but the draft, who said it and when. */
static struct comment comment_made(struct intake *im, const struct reply_row *row,
                                   const struct mapped *at, const char *edited)
{
    struct comment c = {0};
    for (int i = 0; i < CELL_COUNT; i++)
        c.cell[i] = "";
    c.cell[CELL_REFERENCE] = at != NULL ? at->ref : row->ref;
    c.cell[CELL_UID] = at != NULL ? at->uid : "";
    c.cell[CELL_KIND] = row->kind;
    const bool in_place = edited[0] != '\0' && row->comment[0] == '\0';
    c.cell[CELL_COMMENT] = in_place ? edited : row->comment;
    c.cell[CELL_OURS] = at != NULL && (in_place || row->ours[0] == '\0')
                            ? map_form_text(im->a, at)
                            : row->ours;
    c.cell[CELL_EVIDENCE] = evidence_of(im->a, row, at);
    c.cell[CELL_NEAR] = row->near && at != NULL ? "near" : "";
    return c;
}

/* Gives the id that the comment has in the table, or NULL where it says nothing.
 * `answers`: that of the one that it answers, or "". */
static const char *take_comment(struct intake *im, const struct reply_row *row,
                                const char *author, const char *date, const char *answers)
{
    const struct form_draft named = named_draft(im, row);
    const char *why = why_not_ours(im, &named);
    const int draft = why == NULL ? named.number : 0;
    const struct mapped *at = row_place(im, row, draft);
    const char *edited = edited_ours(im, row, draft, at);
    if (!has_words(row) && edited[0] == '\0' && (im->reply->table || row->ref[0] == '\0'))
        return NULL;
    struct comment c = comment_made(im, row, at, edited);
    c.draft = draft;
    c.cell[CELL_DRAFT] = draft_cell(im, &named, why == NULL);
    c.cell[CELL_AUTHOR] = or_else(im->a, row->author, author);
    c.cell[CELL_DATE] = or_else(im->a, row->date, date);
    c.cell[CELL_ANSWERS] = answers;
    struct comment *old = find_same(im, &c, row->note ? count_time(im, &c) : 0);
    if (why != NULL)
        say_other(im, row, why);
    else if (at == NULL && old == NULL)
        say_unplaced(im, row, draft);
    if (old == NULL) {
        say_kind(im, row);
        return add_row(im, c);
    }
    merge(im, old, &c);
    return old->cell[CELL_ID];
}

/* "reply-severnside.csv", where nobody says who wrote it. */
static const char *file_name(const struct reply *reply)
{
    const char *slash = strrchr(reply->path, '/');
    return slash != NULL ? slash + 1 : reply->path;
}

/* The answers come behind what they answer. */
static void take_notes(struct intake *im, const char *author, const char *date)
{
    struct note_rows rows = {0};
    const bool ours = im->first == NULL || why_not_ours(im, &im->first->draft) == NULL;
    notes_rows(im->a, im->d, im->r, im->reply, ours, &rows);
    const char **ids = NEW_ARRAY(im->a, const char *, rows.all.len + 1);
    ids[0] = "";
    for (size_t i = 0; i < rows.all.len; i++) {
        const struct reply_row *row = &rows.all.at[i];
        const char *id = take_comment(im, row, author, date, ids[row->thread]);
        ids[i + 1] = id != NULL ? id : "";
    }
}

void comments_take(struct arena *a, struct diags *d, struct round *r,
                   const struct reply *reply, const char *by, const char *date,
                   struct comment_table *t, struct import_counts *counts)
{
    struct intake im = {.a = a,
                        .d = d,
                        .r = r,
                        .reply = reply,
                        .first = first_with_draft(reply),
                        .t = t,
                        .ids = map_new(a),
                        .same = map_new(a),
                        .said = map_new(a),
                        .times = map_new(a),
                        .counts = counts};
    const struct reply_row form = {.draft = reply->of};
    if (im.first == NULL && names_draft(&form.draft))
        im.first = &form;
    for (size_t i = 0; i < t->all.len; i++)
        index_row(&im, i);
    const char *author = reply->author[0] != '\0' ? reply->author
                         : by[0] != '\0'          ? by
                                                  : file_name(reply);
    const char *day = reply->date[0] != '\0' ? reply->date : date;
    for (size_t i = 0; i < reply->rows.len; i++)
        take_comment(&im, &reply->rows.at[i], author, day, "");
    if (reply->pdf != NULL)
        take_notes(&im, author, day);
}
