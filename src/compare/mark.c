/* mark.c -- in: the blocks of two reports, matched; out: the new report's tree again with
 * its changes marked: words inside blocks, blocks that have moved, and what is gone in
 * the place where it stood.  What is drawn cannot be marked: a list under it says what it
 * showed and shows. */
#include "compare/work.h"

#include "report/rule.h"

#include <string.h>

static struct element *shell(struct arena *a, const struct element *e)
{
    struct element *copy = NEW(a, struct element);
    *copy = *e;
    copy->parent = copy->first = copy->last = copy->next = NULL;
    return copy;
}

static const char *own_words(const struct comparer *c, const struct compared *b)
{
    return tokens_text(c->a, &b->tokens, 0, b->tokens.all.len);
}

static void list_moved(struct comparer *c, const struct compared *b)
{
    changes_add(c, CHANGE_MOVED, b->peer, b)->old_words = own_words(c, b->peer);
}

/* ---- what is gone ---- */

static void gone(struct comparer *c, const struct compared *b, struct element *into);

static void gone_children(struct comparer *c, const struct compared *b,
                          struct element *into)
{
    for (const struct compared *i = b->first; i != NULL; i = i->next)
        if (i->peer == NULL)
            gone(c, i, into);
}

/* Elements that stay what they are; of others only the words are left. */
static bool keeps_shape(const struct compared *b)
{
    static const bool keeps[EL_COUNT] = {
        [EL_TABLE] = true, [EL_THEAD] = true,      [EL_TBODY] = true,    [EL_TR] = true,
        [EL_TH] = true,    [EL_TD] = true,         [EL_LIST] = true,     [EL_ITEM] = true,
        [EL_BOX] = true,   [EL_PARAGRAPHS] = true, [EL_QUOTATION] = true};
    if (keeps[b->e->kind])
        return true;
    return element_rule(b->e->kind)->class == CLASS_PART &&
           element_holds_text(b->e->kind) && b->parent != NULL && keeps_shape(b->parent);
}

/* Only the words of a drawing that say what it showed. */
static bool is_said(const struct compared *b)
{
    return !block_is_drawn(b) || b->e->kind == EL_ALT || b->e->kind == EL_STARS;
}

static void gone_words(struct comparer *c, const struct compared *b, struct element *into)
{
    const char *words = own_words(c, b);
    changes_add(c, CHANGE_DELETED, b, NULL)->old_words = words;
    if (is_said(b))
        element_append(into, changed_words(c, EL_DELETED, words, b->e->pos));
}

static struct element *gone_paragraph(struct comparer *c, const struct compared *b)
{
    struct element *p = element_new(c->a, EL_P, b->e->pos);
    if (b->e->kind == EL_P)
        p->set[AT_ROLE] = b->e->set[AT_ROLE];
    if (b->e->kind == EL_HEADING)
        element_choose(p, AT_ROLE, PARAGRAPH_LEAD_IN);
    return p;
}

/* Its number goes with its words: the others have theirs. */
static void strike_label(struct comparer *c, struct element *item)
{
    struct element *words = item->first != NULL ? item->first->first : NULL;
    if (item->kind != EL_ITEM || item->label == NULL || item->label[0] == '\0')
        return;
    if (words != NULL && words->kind == EL_DELETED)
        words->first->text = arena_printf(c->a, "%s %s", item->label, words->first->text);
    item->label = "–";
}

static void gone_shape(struct comparer *c, const struct compared *b, struct element *into)
{
    struct element *e = shell(c->a, b->e);
    e->at[AT_ID] = NULL;
    e->ref = NULL;
    if (b->tokens.all.len > 0)
        gone_words(c, b, e);
    for (const struct element *i = b->e->first; i != NULL; i = i->next)
        if (i->kind == EL_COL)
            element_append(e, element_copy(c->a, i));
    gone_children(c, b, e);
    strike_label(c, e);
    if (element_plain(c->a, e)[0] != '\0' || e->first != NULL)
        element_append(into, e);
}

/* Everything about a block that the new report does not have, at the end of `into`. */
static void gone(struct comparer *c, const struct compared *b, struct element *into)
{
    if (block_is_silent(b))
        return;
    if (keeps_shape(b)) {
        gone_shape(c, b, into);
        return;
    }
    if (b->tokens.all.len > 0) {
        struct element *p = gone_paragraph(c, b);
        gone_words(c, b, p);
        if (p->first != NULL)
            element_append(into, p);
    }
    gone_children(c, b, into);
}

static bool is_cell(const struct compared *b)
{
    return b->e->kind == EL_TD || b->e->kind == EL_TH;
}

/* Behind `after`, a child of `into`; NULL: before all of them. */
static struct element *put_gone(struct element *from, struct element *into,
                                struct element *after)
{
    while (from->first != NULL) {
        struct element *e = from->first;
        element_remove(e);
        if (after != NULL) {
            element_insert(after, e);
        } else {
            e->parent = into;
            e->next = into->first;
            into->first = e;
            into->last = into->last != NULL ? into->last : e;
        }
        after = e;
    }
    return after;
}

/* The old blocks from `b` on that are gone, up to the next one that stands in its place.
 */
static struct element *put_all_gone(struct comparer *c, const struct compared *b,
                                    struct element *into, struct element *after)
{
    for (; b != NULL &&
           (b->peer == NULL || b->peer->moved || b->peer->parent != b->parent->peer);
         b = b->next) {
        if (b->peer != NULL || b->e->kind == EL_FOOT)
            continue;
        struct element *holder = element_new(c->a, EL_KEEP, b->e->pos);
        c->first = true;
        if (is_cell(b))
            gone_children(c, b, holder);
        else
            gone(c, b, holder);
        if (is_cell(b) && after != NULL) /* no table has more cells than columns */
            element_adopt(after, holder);
        else
            after = put_gone(holder, into, after);
    }
    return after;
}

/* ---- drawings ---- */

static void put_label(struct comparer *c, struct element *p, const struct element *of)
{
    const struct element *label = element_child(of, EL_LABEL);
    const char *words = label != NULL ? element_plain(c->a, label) : "";
    const size_t len = strlen(words);
    if (len > 0)
        element_text(c->a, p,
                     arena_printf(c->a, "%s%s ", words, words[len - 1] == '?' ? "" : ":"),
                     p->pos);
}

static const char *all_words(struct arena *a, struct element *e)
{
    const struct tokens t = tokens_of(a, e);
    return tokens_text(a, &t, 0, t.all.len);
}

/* What several parts of a drawing say is listed once. */
static bool is_known(struct comparer *c, struct element *p)
{
    const char *words = all_words(c->a, p);
    for (struct element *i = c->drawn->first; i != NULL; i = i->next)
        if (strcmp(all_words(c->a, i->first), words) == 0)
            return true;
    return false;
}

/* One more item, with what has changed about `b` in `words`. */
static void put_drawn_item(struct comparer *c, const struct compared *b,
                           struct element *words)
{
    const struct pos pos = b->e->pos;
    struct element *item = element_new(c->a, EL_ITEM, pos);
    struct element *p = element_add(c->a, item, EL_P, pos);
    if (c->drawn == NULL)
        c->drawn = element_new(c->a, EL_LIST, pos);
    const enum element_kind in = b->parent->e->kind;
    if ((b->e->kind == EL_BAR && in == EL_GROUP) ||
        (b->e->kind == EL_VALUE && in == EL_TAB))
        put_label(c, p, b->parent->e);
    if (b->e->kind == EL_BAR)
        put_label(c, p, b->e);
    element_adopt(p, words);
    if (!is_known(c, p))
        element_append(c->drawn, item);
}

/* A chart's alternative says its values once more. */
static bool is_listed(const struct compared *b)
{
    return b->parent->peer != NULL &&
           !(b->e->kind == EL_ALT && b->parent->e->kind == EL_CHART);
}

static void drawn_gone(struct comparer *c, const struct compared *b)
{
    for (; b != NULL; b = b->next) {
        const bool listed = b->parent->peer != NULL;
        if (b->peer != NULL)
            continue;
        c->first |= listed;
        if (b->tokens.all.len > 0) {
            const char *gone = own_words(c, b);
            struct element *words = element_new(c->a, EL_P, b->e->pos);
            changes_add(c, CHANGE_DELETED, b, NULL)->old_words = gone;
            element_append(words, changed_words(c, EL_DELETED, gone, b->e->pos));
            if (listed)
                put_drawn_item(c, b, words);
        }
        drawn_gone(c, b->first);
        c->first = false;
    }
}

/* `moved`: it, or what it stands in, has. */
static void drawn(struct comparer *c, const struct compared *b, bool moved)
{
    struct element *words = element_new(c->a, EL_P, b->e->pos);
    if (b->e->kind == EL_BAR)
        element_text(c->a, element_add(c->a, words, EL_FIG, b->e->pos), own_words(c, b),
                     b->e->pos);
    for (const struct element *i = b->e->first; i != NULL; i = i->next)
        if (element_is_inline(i->kind))
            element_append(words, element_copy(c->a, i));
    c->first |= b->moved || (b->peer == NULL && b->parent->peer != NULL);
    if (moved && b->number > 0 && b->peer != NULL && b->peer->number > 0)
        list_moved(c, b);
    if (words_mark(c, words, b) && is_listed(b))
        put_drawn_item(c, b, words);
    for (const struct compared *i = b->first; i != NULL; i = i->next)
        drawn(c, i, i->peer != NULL && (moved || i->moved));
    if (b->peer != NULL)
        drawn_gone(c, b->peer->first);
}

/* Behind the nearest block that others may stand behind. */
static struct element *put_drawn(struct comparer *c, struct element *into,
                                 struct element *after)
{
    const enum content_kind content = element_rule(into->kind)->content;
    const bool column =
        into->kind == EL_RATING || into->kind == EL_SCOREBOX || into->kind == EL_PANEL;
    if (c->drawn == NULL || column ||
        (content != CONTENT_BLOCKS && content != CONTENT_FLOW) ||
        element_rule(after->kind)->class != CLASS_BLOCK)
        return after;
    struct element *p = element_new(c->a, EL_P, after->pos), *list = c->drawn;
    const char *label = after->label;
    element_text(c->a, element_add(c->a, p, EL_STRONG, p->pos),
                 label == NULL ? c->words->drawn
                               : arena_printf(c->a, "%s. %s", label, c->words->drawn),
                 p->pos);
    element_insert(after, p);
    element_insert(p, list);
    c->drawn = NULL;
    return list;
}

/* ---- the new report ---- */

static void mark(struct comparer *c, const struct compared *b, struct element *e,
                 const struct compared *moved);

/* All inlines of a moved block; the first of its texts says where it has come from. */
static void put_moved(struct comparer *c, const struct compared *b, struct element *e,
                      const struct compared *moved)
{
    struct element *in = element_new(c->a, EL_MOVED, e->pos), *first = e->first;
    const char *from = moved->peer->said;
    const bool opens = c->first;
    const bool beside = e->kind == EL_EVIDENCE; /* its item says it */
    list_moved(c, b);
    if (opens)
        in->label = from[0] != '\0'
                        ? arena_printf(c->a, "%s %s: ", c->words->moved_from, from)
                        : arena_printf(c->a, "%s: ", c->words->moved);
    while (!beside && first != NULL && element_is_inline(first->kind)) {
        element_remove(first);
        element_append(in, first);
        first = e->first;
    }
    if (beside)
        return;
    in->parent = e;
    in->next = e->first;
    e->first = in;
    e->last = e->last != NULL ? e->last : in;
}

static void mark_words(struct comparer *c, const struct compared *b, struct element *e,
                       const struct compared *moved)
{
    if (moved != NULL && b->number > 0 && b->peer != NULL && b->peer->number > 0)
        put_moved(c, b, e, moved);
    words_mark(c, e, b);
}

static struct element *mark_child(struct comparer *c, const struct compared *b,
                                  struct element *made, const struct compared *moved)
{
    struct element *into = made->parent;
    if (block_is_drawn(b)) {
        for (const struct element *i = b->e->first; i != NULL; i = i->next)
            element_append(made, element_copy(c->a, i));
        drawn(c, b, b->peer != NULL && (moved != NULL || b->moved));
    } else if (b->moved) {
        c->first = true;
        mark(c, b, made, b);
    } else {
        c->first |= b->peer == NULL && b->parent->peer != NULL;
        mark(c, b, made, b->peer != NULL ? moved : NULL);
    }
    if (b->moved || b->peer == NULL)
        c->first = c->first && b->parent->peer == NULL;
    made = put_drawn(c, into, made);
    return b->peer != NULL && !b->moved && b->peer->parent == b->parent->peer
               ? put_all_gone(c, b->peer->next, into, made)
               : made;
}

static void mark(struct comparer *c, const struct compared *b, struct element *e,
                 const struct compared *moved)
{
    const struct compared *child = b->first;
    ARRAY(struct element *) made = {0};
    for (const struct element *i = b->e->first; i != NULL; i = i->next) {
        const bool inside = element_is_inline(i->kind) || block_is_silent(b);
        struct element *copy = inside ? element_copy(c->a, i) : shell(c->a, i);
        element_append(e, copy);
        if (!inside)
            *array_push(c->a, &made) = copy;
    }
    mark_words(c, b, e, moved);
    if (b->peer != NULL)
        put_all_gone(c, b->peer->first, e, NULL);
    for (size_t k = 0; child != NULL; child = child->next)
        if (child->e->kind == EL_FOOT) /* stands beside the tree, on all pages */
            words_mark(c, element_copy(c->a, child->e), child);
        else if (k < made.len && made.at != NULL)
            mark_child(c, child, made.at[k++], moved);
}

struct element *blocks_mark(struct comparer *c, const struct compared *now)
{
    struct element *root = shell(c->a, now->e);
    mark(c, now, root, NULL);
    return root;
}
