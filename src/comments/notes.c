/* notes.c -- in: notes on pages as they stand in a PDF; out: rows of a reply.  What
 * belongs together (a word struck out and what is to stand there, a note and its answers)
 * is put together here; where the words are, spot.c knows. */
#include "comments/notes.h"

#include "base/ascii.h"
#include "comments/spot.h"

#include <stdlib.h>
#include <string.h>

struct note_reader {
    struct arena *a;
    struct diags *d;
    const struct reply *reply;
    const struct pdf_fields *f;
    struct returned pages;
    struct form_draft draft;
    struct map *objects;  /* an object's number to its note */
    struct joined *all;   /* one for each note of the file */
    struct joined **some; /* room for as many */
    struct note_rows *out;
};

/* A note with what is grouped with it. */
struct joined {
    const struct pdf_note *note;
    struct joined *head; /* of its group; itself */
    struct joined *root; /* of its thread: what it answers in the end; itself */
    struct joined *next; /* in the group */
    const char *said;    /* the texts of the group */
    struct review_state *states;
    size_t row;  /* in `out`, from 1; 0: none */
    bool again;  /* the same note stands in the file a second time */
    bool stated; /* it is a state that was set on another */
};

static bool is_kind(const struct pdf_note *n, const char *kind)
{
    return strcmp(n->kind, kind) == 0;
}

static bool is_strike(const struct pdf_note *n)
{
    return is_kind(n, "StrikeOut") || is_kind(n, "Redact");
}

static bool marks_text(const struct pdf_note *n)
{
    return is_strike(n) || is_kind(n, "Highlight") || is_kind(n, "Underline") ||
           is_kind(n, "Squiggly");
}

static bool is_group(const struct pdf_note *n)
{
    return strcmp(n->how, "Group") == 0;
}

/* "D:20120522101500+01'00'" -> "2012-05-22"; "" where it is no date. */
static const char *note_date(struct arena *a, const char *date)
{
    date += strncmp(date, "D:", 2) == 0 ? 2 : 0;
    if (strspn(date, "0123456789") < 8)
        return "";
    return arena_printf(a, "%.4s-%.2s-%.2s", date, date + 4, date + 6);
}

/* ---- what belongs together ---- */

static struct joined *answered(const struct note_reader *n, const struct joined *j)
{
    return j->note->to[0] != '\0' ? map_get(n->objects, j->note->to) : NULL;
}

static struct joined *above(const struct note_reader *n, const struct joined *j,
                            bool groups)
{
    struct joined *up = groups && !is_group(j->note) ? NULL : answered(n, j);
    return up != j ? up : NULL;
}

/* Up the answers, or the groups alone.  Those in a circle have the first of it above them
 * all. */
static struct joined *climb(const struct note_reader *n, struct joined *j, bool groups)
{
    const size_t count = n->f->notes.len;
    for (size_t i = 0; i <= count; i++) {
        struct joined *up = above(n, j, groups);
        if (up == NULL)
            return j;
        j = up;
    }
    struct joined *first = j;
    for (size_t i = 0; i <= count; i++) {
        j = above(n, j, groups);
        first = j < first ? j : first;
    }
    return first;
}

/* Some programs write a note twice, under one name or in the lists of two pages. */
static const char *note_key(struct arena *a, const struct pdf_note *n)
{
    if (n->name[0] != '\0')
        return arena_printf(a, "%d %s %s\1%s", n->page, n->kind, n->name, n->text);
    return n->object[0] != '\0' ? n->object : NULL;
}

static void find_again(struct note_reader *n)
{
    struct map *seen = map_new(n->a);
    for (size_t i = 0; i < n->f->notes.len; i++) {
        struct joined *j = &n->all[i];
        j->note = &n->f->notes.at[i];
        j->said = j->note->text;
        const char *key = note_key(n->a, j->note);
        struct joined *first = key != NULL ? map_get(seen, key) : NULL;
        j->again = first != NULL;
        if (key != NULL && first == NULL)
            map_put(seen, key, j);
        if (j->note->object[0] != '\0')
            map_put(n->objects, j->note->object, first != NULL ? first : j);
    }
}

static void join_all(struct note_reader *n)
{
    find_again(n);
    for (size_t i = 0; i < n->f->notes.len; i++) {
        struct joined *j = &n->all[i];
        j->head = climb(n, j, true);
        j->root = climb(n, j, false);
    }
}

/* ---- a word struck out, and what is to stand there ---- */

static bool is_caret(const struct pdf_note *n)
{
    return is_kind(n, "Caret");
}

static bool is_alone(const struct joined *j)
{
    return j->head == j && j->root == j && !j->again;
}

/* Is the middle of a rectangle inside another, or as near as a caret stands? */
static bool stands_at(const double caret[4], const double text[4])
{
    enum { NEAR = 12 };
    const double x = (caret[0] + caret[2]) / 2, y = (caret[1] + caret[3]) / 2;
    const bool right = text[2] > text[0], up = text[3] > text[1];
    return x > text[right ? 0 : 2] - NEAR && x < text[right ? 2 : 0] + NEAR &&
           y > text[up ? 1 : 3] - NEAR && y < text[up ? 3 : 1] + NEAR;
}

/* Programs that know no groups put the caret there. */
static void pair_by_place(struct note_reader *n)
{
    for (size_t i = 0; i < n->f->notes.len; i++) {
        struct joined *strike = &n->all[i];
        if (!is_strike(strike->note) || !is_alone(strike) || strike->said[0] != '\0')
            continue;
        for (size_t k = 0; k < n->f->notes.len; k++) {
            struct joined *j = &n->all[k];
            if (!is_caret(j->note) || !is_alone(j) ||
                j->note->page != strike->note->page ||
                strcmp(j->note->author, strike->note->author) != 0 ||
                !stands_at(j->note->rect, strike->note->rect))
                continue;
            j->head = j->root = strike;
            break;
        }
    }
}

/* What one of a group says is said by its head; the pieces of text that the others mark
 * are marked by it. */
static void put_together(struct note_reader *n)
{
    for (size_t i = n->f->notes.len; i-- > 0;) {
        struct joined *j = &n->all[i], *head = j->head;
        if (head == j || j->again)
            continue;
        j->next = head->next;
        head->next = j;
        if (j->said[0] == '\0' || strcmp(j->said, head->said) == 0)
            continue;
        head->said = head->said[0] == '\0'
                         ? j->said
                         : arena_printf(n->a, "%s\n%s", head->said, j->said);
    }
}

/* ---- words ---- */

/* What four corners span. */
static void quad_box(const double *corners, double box[4])
{
    for (int k = 0; k < 4; k++)
        box[k] = corners[k % 2];
    for (int k = 2; k < 8; k += 2) {
        box[0] = corners[k] < box[0] ? corners[k] : box[0];
        box[2] = corners[k] > box[2] ? corners[k] : box[2];
        box[1] = corners[k + 1] < box[1] ? corners[k + 1] : box[1];
        box[3] = corners[k + 1] > box[3] ? corners[k + 1] : box[3];
    }
}

/* A piece of text lies in the rectangle of its note. */
static bool is_within(const struct area *piece, const struct area *all)
{
    enum { ROUND = 20 };
    const double x = (piece->left + piece->right) / 2;
    const double y = (piece->top + piece->bottom) / 2;
    return x >= all->left - ROUND && x <= all->right + ROUND && y >= all->top - ROUND &&
           y <= all->bottom + ROUND;
}

/* The pieces of text that a note marks, and how many of them lie in its rectangle. */
static size_t pieces_of(struct note_reader *n, const struct pdf_note *note, bool as_sent,
                        struct area *areas, size_t most)
{
    const struct area all = area_of(&n->pages, note->page, note->rect);
    size_t within = 0;
    for (size_t i = 0; i < note->quads.len / 8 && i < most; i++) {
        double box[4];
        quad_box(note->quads.at + 8 * i, box);
        areas[i] = (as_sent ? area_as_sent : area_of)(&n->pages, note->page, box);
        within += is_within(&areas[i], &all);
    }
    return within;
}

/* Room for one at least.  Where more pieces would lie in the rectangle if they were where
 * they were on our page, a program has turned the page and forgotten them; where none
 * does in either way, the rectangle is meant. */
static size_t add_areas(struct note_reader *n, const struct pdf_note *note,
                        struct area *areas, size_t most)
{
    const size_t count = note->quads.len / 8 < most ? note->quads.len / 8 : most;
    const size_t sent = pieces_of(n, note, true, areas, most);
    const size_t found = pieces_of(n, note, false, areas, most);
    if (found >= sent && found > 0)
        return count;
    if (sent > 0) {
        pieces_of(n, note, true, areas, most);
        return count;
    }
    areas[0] = area_of(&n->pages, note->page, note->rect);
    return 1;
}

/* Of a group the pieces on the page of its head. */
static struct pinned spot_marked(struct note_reader *n, const struct joined *head)
{
    size_t count = 0, most = 0;
    const int page = head->note->page;
    for (const struct joined *j = head; j != NULL; j = j->next)
        most += j->note->quads.len / 8 + 1;
    struct area *areas = NEW_ARRAY(n->a, struct area, most);
    for (const struct joined *j = head; j != NULL; j = j->next)
        if (marks_text(j->note) && j->note->page == page)
            count += add_areas(n, j->note, areas + count, most - count);
    if (count == 0) /* they are on other pages */
        areas[count++] = area_of(&n->pages, page, head->note->rect);
    return spot_lines(n->a, &n->pages, page, areas, count);
}

static const struct joined *member(const struct joined *head,
                                   bool (*is)(const struct pdf_note *))
{
    for (const struct joined *j = head; j != NULL; j = j->next)
        if (is(j->note))
            return j;
    return NULL;
}

static bool is_shape(const struct pdf_note *n)
{
    return !marks_text(n) && !is_caret(n) && !is_kind(n, "Text") &&
           !is_kind(n, "FreeText");
}

static struct pinned spot_of_note(struct note_reader *n, const struct joined *head)
{
    const struct pdf_note *note = head->note;
    const int page = note->page;
    if (n->pages.places == NULL || n->pages.page[page] == NULL)
        return (struct pinned){.words = ""};
    if (member(head, marks_text) != NULL)
        return spot_marked(n, head);
    struct area rect = area_of(&n->pages, page, note->rect);
    if (is_caret(note))
        return spot_behind(n->a, &n->pages, page, rect);
    if (is_shape(note))
        return spot_inside(n->a, &n->pages, page, rect);
    if (note->pointed) {
        const double tip[4] = {note->tip[0], note->tip[1], note->tip[0], note->tip[1]};
        rect = area_of(&n->pages, page, tip);
    }
    return spot_sign(n->a, &n->pages, page, rect);
}

/* What a mark says that has no text. */
static const char *said_by_mark(struct arena *a, const struct joined *head)
{
    const struct pdf_note *n = head->note;
    if (member(head, is_strike) != NULL)
        return "to be taken out";
    if (is_kind(n, "Stamp") && n->icon[0] != '\0')
        return arena_printf(a, "stamped \"%s\"", n->icon);
    if (is_kind(n, "Highlight") || is_kind(n, "Underline") || is_kind(n, "Squiggly"))
        return "marked, without a note";
    return is_shape(n) ? "something is drawn here, without a note" : "";
}

/* "*nine* → should be eight". */
static const char *note_comment(struct note_reader *n, const struct joined *head,
                                const char *words)
{
    struct arena *a = n->a;
    const bool strike = member(head, is_strike) != NULL;
    const char *said = head->said;
    if (said[0] == '\0')
        said = said_by_mark(a, head);
    else if (strike && member(head, is_caret) == NULL)
        said = arena_printf(a, "to be taken out: %s", said);
    else if (is_caret(head->note) && !strike)
        said = arena_printf(a, "to be put in: %s", said);
    if (words[0] == '\0' || said[0] == '\0')
        return said;
    const bool before = is_caret(head->note) && !strike;
    const bool at = is_kind(head->note, "Text") || is_kind(head->note, "FreeText");
    const char *where = before ? "behind " : at ? "at " : "";
    return arena_printf(a, "%s%s", where, comment_on(a, words, said));
}

/* ---- states of a review ---- */

/* What somebody has set a note to, the last of each kind. */
struct review_state {
    const char *author, *state, *date;
    bool check; /* a tick of one's own */
    struct review_state *next;
};

static bool is_check(const char *state)
{
    return strcmp(state, "Marked") == 0 || strcmp(state, "Unmarked") == 0;
}

/* "Accepted: Joan Hale, 2012-05-22", a line each. */
static const char *states_of(struct arena *a, const struct review_state *s)
{
    struct buf out = buf_new(a);
    for (; s != NULL; s = s->next)
        if (strcmp(s->state, "None") != 0 && strcmp(s->state, "Unmarked") != 0)
            buf_printf(&out, "%s%s: %s%s%s", out.len > 0 ? "\n" : "", s->state,
                       text_one_line(a, s->author), s->date[0] != '\0' ? ", " : "",
                       s->date);
    return out.at;
}

/* ---- rows ---- */

static const char *note_where(struct note_reader *n, const struct pdf_note *note)
{
    return arena_printf(n->a, "page %d", note->page + 1);
}

static struct reply_row *note_row(struct note_reader *n, struct joined *j,
                                  const char *comment, struct pinned spot)
{
    const struct pdf_note *note = j->note;
    struct reply_row *row = array_push(n->a, &n->out->all);
    *row = (struct reply_row){.ref = "",
                              .kind = "",
                              .ours = "",
                              .comment = comment,
                              .evidence = states_of(n->a, j->states),
                              .draft = n->draft,
                              .where = note_where(n, note),
                              .pos = pos_of_path(n->a, n->reply->path),
                              .note = true,
                              .author = text_one_line(n->a, note->author),
                              .date = note_date(n->a, note->date),
                              .on = spot.ref != NULL ? spot.ref : "",
                              .near = spot.near};
    j->row = n->out->all.len;
    return row;
}

static int by_date(const void *x, const void *y)
{
    const struct joined *p = *(struct joined *const *)x, *q = *(struct joined *const *)y;
    const int c = strcmp(p->note->date, q->note->date);
    return c != 0 ? c : p < q ? -1 : p > q;
}

/* The note that a thread begins with. */
static struct joined *top(const struct joined *j)
{
    return j->root->head;
}

static bool is_said(const struct joined *j)
{
    return j->head == j && !j->stated && !j->again;
}

/* The answers to a note, in the order of their days. */
static void add_answers(struct note_reader *n, const struct joined *first,
                        struct pinned spot)
{
    size_t count = 0;
    for (size_t i = 0; i < n->f->notes.len; i++)
        if (is_said(&n->all[i]) && &n->all[i] != first && top(&n->all[i]) == first)
            n->some[count++] = &n->all[i];
    qsort(n->some, count, sizeof *n->some, by_date);
    for (size_t i = 0; i < count; i++)
        if (n->some[i]->said[0] != '\0')
            note_row(n, n->some[i], n->some[i]->said, spot)->thread = first->row;
}

/* ---- setting states ---- */

/* The note that a state was set on: states answer each other. */
static struct joined *stated_on(const struct note_reader *n, const struct joined *j)
{
    struct joined *on = answered(n, j);
    for (size_t i = 0; i < n->f->notes.len && on != NULL; i++) {
        if (on->note->state[0] == '\0')
            return on->head;
        on = answered(n, on);
    }
    return NULL;
}

static void set_state(struct note_reader *n, struct joined *on,
                      const struct pdf_note *note)
{
    const bool check = is_check(note->state);
    struct review_state *s = on->states;
    while (s != NULL && (strcmp(s->author, note->author) != 0 || s->check != check))
        s = s->next;
    if (s == NULL) {
        s = NEW(n->a, struct review_state);
        s->next = on->states;
        on->states = s;
    }
    *s = (struct review_state){note->author, note->state, note_date(n->a, note->date),
                               check, s->next};
}

static void set_states(struct note_reader *n)
{
    size_t count = 0;
    for (size_t i = 0; i < n->f->notes.len; i++)
        if (n->all[i].note->state[0] != '\0' && !n->all[i].again)
            n->some[count++] = &n->all[i];
    qsort(n->some, count, sizeof *n->some, by_date);
    for (size_t i = 0; i < count; i++) {
        struct joined *on = stated_on(n, n->some[i]);
        n->some[i]->stated = on != NULL;
        if (on != NULL)
            set_state(n, on, n->some[i]->note);
    }
}

/* ---- what was done to the pages ---- */

static void say_drawn(struct note_reader *n, struct pos where)
{
    const char *pages = pdf_drawn(n->a, n->f);
    if (pages[0] != '\0')
        diag(n->d, DIAG_REPLY_PAGES, where,
             "something is drawn on page %s that was not sent, as when notes or answers "
             "are flattened into the pages; look there, and take over what it says with "
             "\"gwasg comments add\"",
             pages);
}

/* Why notes have no place, or one that is to be looked at. */
static void say_places(struct note_reader *n, struct pos where)
{
    const struct returned *p = &n->pages;
    if (p->places == NULL && p->draft == 0)
        diag(n->d, DIAG_REPLY_PAGES, where,
             "they are those of no draft that was sent; its notes are kept without a "
             "place");
    else if (p->places == NULL)
        diag(n->d, DIAG_REPLY_PAGES, where,
             "where all stood in draft %d was not kept when it was sent; its notes are "
             "kept without a place",
             p->draft);
    else if (p->printed)
        diag(n->d, DIAG_REPLY_PAGES, where,
             "they were made anew, as by printing to PDF, so they are taken in their "
             "order; look whether the notes in comments.csv are where they belong");
    else if (p->moved)
        diag(n->d, DIAG_REPLY_PAGES, where,
             "they stand in another order, or others are among them; each note is at the "
             "page that it was put on");
}

static void say_pages(struct note_reader *n, bool ours)
{
    const struct pos where = pos_of_path(n->a, n->reply->path);
    say_drawn(n, where);
    if (ours && n->f->notes.len > 0)
        say_places(n, where);
}

void notes_rows(struct arena *a, struct diags *d, struct round *r,
                const struct reply *reply, bool ours, struct note_rows *out)
{
    const struct pdf_fields *f = reply->pdf;
    const size_t count = f->notes.len;
    struct note_reader n = {.a = a,
                            .d = d,
                            .reply = reply,
                            .f = f,
                            .draft = reply->of,
                            .objects = map_new(a),
                            .out = out};
    if (ours)
        n.pages = returned_pages(a, d, r, reply->of.number, f);
    if (r->torn)
        return;
    if (ours && n.draft.number == 0)
        n.draft = (struct form_draft){r->name, n.pages.draft, NULL};
    n.all = NEW_ARRAY(a, struct joined, count + 1);
    n.some = NEW_ARRAY(a, struct joined *, count + 1);
    say_pages(&n, ours);
    join_all(&n);
    pair_by_place(&n);
    put_together(&n);
    set_states(&n);
    for (size_t i = 0; i < count; i++) {
        struct joined *j = &n.all[i];
        if (!is_said(j) || top(j) != j)
            continue;
        const struct pinned spot = spot_of_note(&n, j);
        const char *comment = note_comment(&n, j, spot.words);
        if (comment[0] != '\0')
            note_row(&n, j, comment, spot);
        add_answers(&n, j, spot);
    }
}
