/* words.c -- in: the inlines of a block, and the words that it had; out: the inlines with
 * what has come and gone marked among them, and a row of the list for each change.  No
 * word that has stayed is marked. */
#include "compare/work.h"

#include <string.h>

/* Old words [from, to), in whose place new ones [at, until) stand. */
struct hunk {
    size_t from, to, at, until;
};

/* Deleted words that stand beside a new one. */
struct gone_beside {
    struct element *e;
    bool note; /* they were in a footnote */
};

struct word_marks {
    struct comparer *c;
    struct element *e; /* whose inlines they are */
    struct tokens old, now;
    const long *of;                      /* per new word: the old one, or -1 */
    struct gone_beside *before, *behind; /* per new word */
    struct element *last;                /* of the pieces that a text is cut into */
};

/* ---- elements ---- */

static struct element *mark_new(const struct comparer *c, enum element_kind kind,
                                struct pos pos)
{
    struct element *e = element_new(c->a, kind, pos);
    e->label = kind == EL_INSERTED ? c->words->inserted : c->words->deleted;
    e->rest = kind == EL_INSERTED ? c->words->inserted_end : c->words->deleted_end;
    return e;
}

struct element *changed_words(const struct comparer *c, enum element_kind kind,
                              const char *words, struct pos pos)
{
    struct element *e = mark_new(c, kind, pos);
    element_text(c->a, e, words, pos);
    return e;
}

/* Where no blank stands before it, it is heard apart all the same. */
static void heard_apart(const struct comparer *c, struct element *e, bool gap)
{
    if (!gap)
        e->label = arena_printf(c->a, " %s", e->label);
}

static struct element *text_new(const struct comparer *c, const char *text,
                                struct pos pos)
{
    struct element *e = element_new(c->a, EL_TEXT, pos);
    e->text = text;
    return e;
}

static void insert_before(struct element *e, struct element *child)
{
    struct element *parent = e->parent, *before = parent->first;
    child->parent = parent;
    child->next = e;
    if (before == e) {
        parent->first = child;
        return;
    }
    while (before->next != e)
        before = before->next;
    before->next = child;
}

/* The whole of inlines that begin (or end) with a word; for words of a footnote, inside
 * that. */
static struct element *outermost(struct element *e, const struct element *root, bool note,
                                 bool ends)
{
    for (struct element *up = e->parent; up != root && (!note || up->kind != EL_P);
         up = up->parent) {
        if ((ends ? up->last : up->first) != e)
            break;
        e = up;
    }
    return e;
}

/* ---- where words that have gone stand ---- */

/* A footnote's words in brackets where there is no footnote; with the blanks that part
 * them from what they stand beside. */
static struct element *deleted_new(const struct word_marks *m, size_t from, size_t to,
                                   bool bracket, bool leads, bool trails)
{
    const char *text = tokens_text(m->c->a, &m->old, from, to);
    text = arena_printf(m->c->a, "%s%s%s%s%s", leads ? " " : "", bracket ? "[" : "", text,
                        bracket ? "]" : "", trails ? " " : "");
    struct element *e = changed_words(m->c, EL_DELETED, text, m->e->pos);
    heard_apart(m->c, e, m->old.all.at[from].gap);
    return e;
}

static void put_only(struct word_marks *m, struct element *e)
{
    if (m->e->first != NULL)
        insert_before(m->e->first, e);
    else
        element_append(m->e, e);
}

static bool is_new(const struct word_marks *m, size_t i)
{
    return m->of[i] < 0;
}

/* Where some stand already, behind those. */
static void put_beside(const struct word_marks *m, struct gone_beside *at,
                       struct element *e, bool note)
{
    if (at->e == NULL)
        *at = (struct gone_beside){e, note};
    else
        at->e->first->text =
            arena_printf(m->c->a, "%s %s", at->e->first->text, e->first->text);
}

/* Old words [from, to), all of a footnote or none, between the new words at - 1 and at.
 */
static void put_deleted(struct word_marks *m, size_t from, size_t to, size_t at)
{
    const struct text_token *first = &m->old.all.at[from];
    const struct text_token *was = at > 0 ? &m->now.all.at[at - 1] : NULL;
    const struct text_token *next = at < m->now.all.len ? &m->now.all.at[at] : NULL;
    const bool in_note = (was != NULL && was->note) || (next != NULL && next->note);
    const bool bracket = first->note && !in_note;
    const bool follows = was != NULL && (next == NULL || !first->gap ||
                                         (first->note && was->note && !next->note));
    const bool touches = next != NULL && !next->gap && is_new(m, at);
    if (was == NULL && next == NULL)
        put_only(m, deleted_new(m, from, to, bracket, false, false));
    else if (follows)
        put_beside(m, &m->behind[at - 1],
                   deleted_new(m, from, to, bracket, first->gap, touches), first->note);
    else
        put_beside(m, &m->before[at],
                   deleted_new(m, from, to, bracket,
                               was != NULL && first->gap && !next->gap,
                               next->gap || touches),
                   first->note);
}

static void put_hunk(struct word_marks *m, const struct hunk *h)
{
    for (size_t from = h->from, to; from < h->to; from = to) {
        to = from + 1;
        while (to < h->to && m->old.all.at[to].note == m->old.all.at[from].note)
            to++;
        put_deleted(m, from, to, h->at);
    }
}

/* ---- a text with its marks ---- */

static void put_piece(struct word_marks *m, struct element *piece)
{
    element_insert(m->last, piece);
    m->last = piece;
}

static void put_plain(struct word_marks *m, const char *from, const char *to,
                      struct pos pos)
{
    if (to > from)
        put_piece(m,
                  text_new(m->c, arena_strndup(m->c->a, from, (size_t)(to - from)), pos));
}

static bool is_marked(const struct word_marks *m, size_t i)
{
    return is_new(m, i) || m->before[i].e != NULL || m->behind[i].e != NULL;
}

/* The end of the new words from `i` on that one mark holds. */
static size_t run_end(const struct word_marks *m, size_t i, size_t end)
{
    while (is_new(m, i) && i + 1 < end && is_new(m, i + 1) &&
           m->before[i + 1].e == NULL && m->behind[i].e == NULL)
        i++;
    return i + 1;
}

/* Before `e` and all that begins with it. */
static void put_before(struct word_marks *m, struct element *e, size_t i)
{
    const struct gone_beside *b = &m->before[i];
    if (b->e == NULL)
        return;
    insert_before(outermost(e, m->e, b->note, false), b->e);
}

static void put_behind(struct word_marks *m, struct element *e, size_t i)
{
    const struct gone_beside *b = &m->behind[i];
    if (b->e != NULL)
        element_insert(outermost(e, m->e, b->note, true), b->e);
}

/* Words [i, next) of a text, what it says from `at` on before them; gives back where they
 * end. */
static const char *mark_run(struct word_marks *m, size_t i, size_t next, const char *at)
{
    const struct text_token *w = &m->now.all.at[i], *last = &m->now.all.at[next - 1];
    const char *end = last->at + last->len;
    const struct pos pos = w->node->pos;
    const bool leads = m->last == w->node && at[strspn(at, " ")] == *w->at &&
                       strspn(at, " ") == (size_t)(w->at - at);
    if (leads && m->before[i].e != NULL) {
        put_before(m, w->node, i);
        at = w->at;
    } else if (m->before[i].e != NULL || is_new(m, i)) {
        put_plain(m, at, w->at, pos);
        at = w->at;
    }
    if (!leads && m->before[i].e != NULL)
        put_piece(m, m->before[i].e);
    if (is_new(m, i)) {
        const char *words = arena_strndup(m->c->a, at, (size_t)(end - at));
        put_piece(m, changed_words(m->c, EL_INSERTED, words, pos));
        heard_apart(m->c, m->last, w->gap);
        at = end;
    }
    if (m->behind[next - 1].e == NULL)
        return at;
    put_plain(m, at, end, pos);
    return end;
}

/* Words [from, end) are all those of one text. */
static void mark_text(struct word_marks *m, size_t from, size_t end)
{
    struct element *node = m->now.all.at[from].node;
    const char *at = node->text;
    m->last = node;
    for (size_t i = from, next; i < end; i = next) {
        next = run_end(m, i, end);
        at = mark_run(m, i, next, at);
        struct element *gone = m->behind[next - 1].e;
        if (gone == NULL)
            continue;
        if (next == end && at[strspn(at, " ")] == '\0')
            put_behind(m, m->last, next - 1);
        else
            put_piece(m, gone);
    }
    put_plain(m, at, at + strlen(at), node->pos);
    element_remove(node);
}

/* What is printed in capitals is marked as a whole. */
static void mark_caps(struct word_marks *m, size_t from, size_t end)
{
    struct element *node = m->now.all.at[from].node, *all = node;
    bool any = false;
    for (size_t i = from; i < end; i++)
        any |= is_new(m, i);
    if (any) {
        all = mark_new(m->c, EL_INSERTED, node->pos);
        insert_before(node, all);
        element_remove(node);
        element_append(all, node);
    }
    for (size_t i = from; i < end; i++)
        put_before(m, all, i);
    for (size_t i = end; i-- > from;)
        put_behind(m, all, i);
}

static void mark_nodes(struct word_marks *m)
{
    const size_t count = m->now.all.len;
    for (size_t i = 0, end; i < count; i = end) {
        struct element *node = m->now.all.at[i].node;
        bool any = false;
        for (end = i; end < count && m->now.all.at[end].node == node; end++)
            any |= is_marked(m, end);
        if (any && node->kind == EL_CAPS)
            mark_caps(m, i, end);
        else if (any)
            mark_text(m, i, end);
    }
}

/* ---- the list ---- */

static bool all_figures(const struct tokens *t, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (!t->all.at[i].figure)
            return false;
    return to > from;
}

static void list_hunk(const struct word_marks *m, const struct compared *b,
                      const struct hunk *h)
{
    struct arena *a = m->c->a;
    const bool figure = h->to > h->from && all_figures(&m->now, h->at, h->until);
    const bool comes = m->old.all.len == 0, goes = m->now.all.len == 0;
    struct report_change *change = changes_add(m->c,
                                               comes    ? CHANGE_INSERTED
                                               : goes   ? CHANGE_DELETED
                                               : figure ? CHANGE_FIGURE
                                                        : CHANGE_REWORDED,
                                               b->peer, b);
    change->word = comes || goes ? 0 : (long)h->from + 1;
    change->old_words = tokens_text(a, &m->old, h->from, h->to);
    change->new_words = tokens_text(a, &m->now, h->at, h->until);
}

struct report_change *changes_add(struct comparer *c, enum change_kind kind,
                                  const struct compared *old, const struct compared *now)
{
    struct report_change *change = array_push(c->a, &c->out->changes);
    const struct compared *any = now != NULL ? now : old;
    const bool counts = kind == CHANGE_REWORDED || kind == CHANGE_FIGURE;
    *change = (struct report_change){.kind = kind,
                                     .first = counts || c->first,
                                     .section = any->section,
                                     .old_ref = old != NULL ? old->ref : "",
                                     .new_ref = now != NULL ? now->ref : "",
                                     .old_block = old != NULL ? old->number : 0,
                                     .new_block = now != NULL ? now->number : 0,
                                     .old_words = "",
                                     .new_words = ""};
    c->first &= counts;
    return change;
}

/* ---- all of a block ---- */

static struct hunk hunk_at(const struct word_marks *m, size_t from, size_t at)
{
    struct hunk h = {from, m->old.all.len, at, at};
    while (h.until < m->now.all.len && is_new(m, h.until))
        h.until++;
    if (h.until < m->now.all.len)
        h.to = (size_t)m->of[h.until];
    return h;
}

/* So little is left of a longer text that it is another one. */
static bool is_rewritten(const struct word_marks *m, const long *of)
{
    enum { SHORT = 8, LEAST = 30 /* percent */ };
    size_t kept = 0, all = m->old.all.len + m->now.all.len;
    for (size_t i = 0; i < m->now.all.len; i++)
        kept += of[i] >= 0;
    return all > (size_t)2 * SHORT && 200 * kept < LEAST * all;
}

static const long *compared(const struct word_marks *m)
{
    long *of = tokens_diff(m->c->a, &m->old, &m->now);
    const bool rewritten = is_rewritten(m, of);
    for (size_t i = 0; i < m->now.all.len && rewritten; i++)
        of[i] = -1;
    return of;
}

bool words_mark(struct comparer *c, struct element *e, const struct compared *b)
{
    struct word_marks m = {.c = c, .e = e, .now = tokens_of(c->a, e)};
    if (b->peer != NULL)
        m.old = b->peer->tokens;
    m.of = compared(&m);
    m.before = NEW_ARRAY(c->a, struct gone_beside, m.now.all.len + 1);
    m.behind = NEW_ARRAY(c->a, struct gone_beside, m.now.all.len + 1);
    bool any = false;
    for (size_t at = 0, from = 0; at <= m.now.all.len; at++) {
        const struct hunk h = hunk_at(&m, from, at);
        if (h.to > h.from || h.until > h.at) {
            put_hunk(&m, &h);
            list_hunk(&m, b, &h);
            any = true;
        }
        at = h.until;
        from = h.to + 1;
    }
    if (any)
        mark_nodes(&m);
    return any;
}
