/* merge.c -- in: homes as they are, as they were exported and as a manuscript has them;
 * out: what changes.  Blocks are known again by align/.  Knows no file. */
#include "manuscript/merge.h"

#include "base/utf8.h"
#include "manuscript/order.h"

#include <string.h>

struct merge {
    struct arena *a;
    struct diags *d;
    const char *path; /* of the manuscript */
    struct merged *out;
    bool conflict;
};

static void merge_home(struct merge *m, const struct home *now, const struct home *base,
                       const struct home *given);

/* ---- alignment ---- */

/* What Word shows where marks are lost, as in a document that was not exported. */
static const char *piece_text(const struct text_piece *p, bool shown)
{
    return shown && p->shown != NULL ? p->shown : p->markdown;
}

static const char *const *texts_of(struct arena *a, const struct home *h, bool shown)
{
    const size_t count = h != NULL ? h->passages.len : 0;
    const char **texts = NEW_ARRAY(a, const char *, count + 1);
    for (size_t i = 0; i < count; i++)
        texts[i] = piece_text(&h->passages.at[i], shown);
    return texts;
}

static const char *const *words_of(struct arena *a, const struct home *list, bool shown)
{
    const char **texts = NEW_ARRAY(a, const char *, list->homes.len + 1);
    for (size_t i = 0; i < list->homes.len; i++)
        texts[i] = home_words(a, list->homes.at[i], shown);
    return texts;
}

/* ---- conflicts ---- */

static struct pos pos_of_home(struct arena *a, const struct home *h, const char *path)
{
    for (; h != NULL; h = h->parent)
        if (h->node != NULL && h->node->pos.file != NULL)
            return h->node->pos;
    return pos_of_path(a, path);
}

enum { BEFORE = 20, SHOWN = 60 };

/* Of a text that is another than `other`, from a little before where they part. */
static const char *parting(struct arena *a, const char *text, const char *other)
{
    size_t at = 0;
    while (text[at] != '\0' && text[at] == other[at])
        at++;
    at = at > BEFORE ? at - BEFORE : 0;
    while (((unsigned char)text[at] & 0xC0) == 0x80)
        at++;
    const size_t len = strlen(text + at), cut = utf8_cut(text + at, len, SHOWN);
    return arena_printf(a, "%s%.*s%s", at > 0 ? "..." : "", (int)cut, text + at,
                        cut < len ? "..." : "");
}

static void say_conflict(struct merge *m, const struct home *h, struct pos pos,
                         const char *report, const char *manuscript, const char *why)
{
    m->conflict = true;
    if (pos.file == NULL)
        pos = pos_of_home(m->a, h, m->path);
    diag(m->d, DIAG_MANUSCRIPT_CONFLICT, pos,
         "%s: the report has \"%s\", the manuscript \"%s\"; %s", h->path,
         parting(m->a, report, manuscript), parting(m->a, manuscript, report), why);
}

static const char both[] = "both were changed since the export; make them the same in "
                           "one, and import again";
static const char unknown[] =
    "which is the newer nobody can tell, for this manuscript was not exported; name the "
    "one that was imported before with --before, or make them the same in one, and "
    "import again";

/* ---- a text ---- */

struct leaf {
    struct merge *m;
    const struct home *now, *base, *given;
    const long *base_of_given, *now_of_base, *now_of_given;
    const bool *kept; /* those of the manuscript that have not moved; NULL: all */
    bool *moved;      /* those of the report that have */
    struct merged_leaf *to;
};

static const char *passage_at(const struct home *h, long i)
{
    return i >= 0 ? h->passages.at[i].markdown : "";
}

/* What becomes of a passage that the report has, from what the manuscript says of it. */
static void settle(struct leaf *l, struct becomes *o, const char *was, const char *given)
{
    const char *now = passage_at(l->now, o->now);
    const char *shown = piece_text(&l->now->passages.at[o->now], l->base == NULL);
    if (strcmp(given, now) == 0 || strcmp(given, shown) == 0 ||
        (was != NULL && strcmp(given, was) == 0))
        return;
    const bool open = l->now->passages.at[o->now].open;
    if (!open && (was == NULL || strcmp(was, now) != 0)) {
        say_conflict(l->m, l->now, l->now->passages.at[o->now].pos, now, given,
                     was == NULL ? unknown : both);
        return;
    }
    o->markdown = given;
    l->to->changed++;
}

static void add_outcome(struct leaf *l, long now, const char *markdown)
{
    *array_push(l->m->a, &l->to->list) = (struct becomes){now, markdown};
}

/* A passage that Word has and the export had not: behind the one before it there. */
static void add_new(struct leaf *l, size_t given)
{
    const char *markdown = l->given->passages.at[given].markdown;
    add_outcome(l, -1, markdown);
    l->to->fresh++;
}

/* The passage of the report that one of the manuscript is; -1: none. */
static long now_of(const struct leaf *l, size_t given)
{
    if (l->base == NULL)
        return l->now_of_given[given];
    const long base = l->base_of_given[given];
    if (base >= 0)
        return l->now_of_base[base];
    return l->now_of_given[given]; /* new in both, and the same */
}

static const char *base_text(const struct leaf *l, size_t given)
{
    const long base = l->base != NULL ? l->base_of_given[given] : -1;
    return base >= 0 ? l->base->passages.at[base].markdown : NULL;
}

/* What of the report comes before the next that both have: it stays, unless the
 * manuscript has taken it out. */
static void pass_now(struct leaf *l, size_t *from, size_t to, const bool *gone)
{
    for (; *from < to; ++*from)
        if (!gone[*from] && !l->moved[*from])
            add_outcome(l, (long)*from, NULL);
        else if (!l->moved[*from])
            l->to->gone += !l->now->passages.at[*from].open;
}

/* Which passages of the report the manuscript had and has no more. */
static bool *find_gone(struct leaf *l)
{
    const size_t count = l->now->passages.len;
    bool *gone = NEW_ARRAY(l->m->a, bool, count + 1);
    if (l->base == NULL)
        return gone;
    const long *given = order_turned(l->m->a, l->base_of_given, l->given->passages.len,
                                     l->base->passages.len);
    for (size_t b = 0; b < l->base->passages.len; b++) {
        const long now = l->now_of_base[b];
        const char *was = l->base->passages.at[b].markdown;
        if (given[b] >= 0 || now < 0)
            continue;
        if (strcmp(was, passage_at(l->now, now)) == 0)
            gone[now] = true;
        else
            say_conflict(l->m, l->now, l->now->passages.at[now].pos,
                         passage_at(l->now, now), "", both);
    }
    return gone;
}

/* Queries that ask for the text are done with once there is some. */
static void drop_open(struct leaf *l, bool *gone)
{
    bool any = false;
    for (size_t i = 0; i < l->given->passages.len; i++)
        any |= !l->given->passages.at[i].open;
    for (size_t i = 0; any && i < l->now->passages.len; i++)
        if (l->now->passages.at[i].open)
            gone[i] = true;
}

/* ---- the order of passages ---- */

static const char other_order[] = "the order here is another than in the report, where "
                                  "it stays; move them there";

static void say_order(struct merge *m, const struct home *h, const char *why)
{
    diag(m->d, DIAG_MANUSCRIPT_UNPLACED, pos_of_home(m->a, h, m->path), "%s: %s", h->path,
         why);
}

/* The manuscript's order is taken where it has been changed there alone. */
static void find_moved(struct leaf *l, const bool *gone)
{
    const size_t count = l->given->passages.len;
    long *now = NEW_ARRAY(l->m->a, long, count + 1);
    l->moved = NEW_ARRAY(l->m->a, bool, l->now->passages.len + 1);
    for (size_t i = 0; i < count; i++) {
        now[i] = now_of(l, i);
        if (now[i] >= 0 && gone[now[i]])
            now[i] = -1;
    }
    if (order_rises(now, count))
        return;
    if (l->base == NULL) {
        say_order(l->m, l->now, other_order);
        return;
    }
    if (order_rises(l->base_of_given, count))
        return; /* the report has moved them */
    if (!order_rises(l->now_of_base, l->base->passages.len)) {
        say_conflict(l->m, l->now, (struct pos){0}, "one order", "another", both);
        return;
    }
    l->kept = order_kept(l->m->a, now, count);
    for (size_t i = 0; i < count; i++)
        if (now[i] >= 0 && !l->kept[i])
            l->moved[now[i]] = true;
}

/* It is written anew where it stands in the manuscript, as the report has it or as it was
 * changed. */
static void move_passage(struct leaf *l, long now, const char *was, const char *given)
{
    struct becomes o = {now, NULL};
    settle(l, &o, was, given);
    add_outcome(l, -1, o.markdown != NULL ? o.markdown : passage_at(l->now, now));
    l->to->moved++;
}

static void walk_given(struct leaf *l, bool *gone)
{
    size_t from = 0;
    find_moved(l, gone);
    for (size_t i = 0; i < l->given->passages.len; i++) {
        const struct text_piece *g = &l->given->passages.at[i];
        const long now = now_of(l, i);
        const char *was = base_text(l, i);
        if (now < 0 && was != NULL) {
            if (strcmp(was, g->markdown) != 0)
                say_conflict(l->m, l->now, (struct pos){0}, "", g->markdown, both);
            continue; /* the report has taken it out */
        }
        if (now >= 0 && l->moved[now]) {
            move_passage(l, now, was, g->markdown);
        } else if (now >= 0 && (size_t)now >= from && !gone[now]) {
            pass_now(l, &from, (size_t)now, gone);
            struct becomes o = {now, NULL};
            settle(l, &o, was, g->markdown);
            add_outcome(l, o.now, o.markdown);
            from = (size_t)now + 1;
        } else if (now >= 0 && (size_t)now < from) { /* it was moved */
            for (size_t k = 0; k < l->to->list.len; k++)
                if (l->to->list.at[k].now == now)
                    settle(l, &l->to->list.at[k], was, g->markdown);
        } else if (!g->open || l->now->passages.len == 0) {
            add_new(l, i);
        }
    }
    pass_now(l, &from, l->now->passages.len, gone);
}

/* One text alone takes the place of the other. */
static bool is_single(const struct home *h)
{
    return h->kind == HOME_WORDS || h->kind == HOME_LINE;
}

static void pair_single(struct leaf *l)
{
    long *first = NEW_ARRAY(l->m->a, long, l->given->passages.len + 1);
    long *of_base =
        NEW_ARRAY(l->m->a, long, (l->base != NULL ? l->base->passages.len : 0) + 1);
    for (size_t i = 0; i < l->given->passages.len; i++)
        first[i] = i == 0 && l->now->passages.len > 0 ? 0 : -1;
    of_base[0] = l->now->passages.len > 0 ? 0 : -1;
    l->now_of_given = first;
    l->now_of_base = of_base;
    l->base_of_given = NULL;
    if (l->base != NULL && l->base->passages.len == 0)
        l->base = NULL;
    if (l->base != NULL) {
        long *base = NEW_ARRAY(l->m->a, long, l->given->passages.len + 1);
        for (size_t i = 0; i < l->given->passages.len; i++)
            base[i] = i == 0 ? 0 : -1;
        l->base_of_given = base;
    }
}

static void pair_texts(struct leaf *l)
{
    struct arena *a = l->m->a;
    const char *const *now = texts_of(a, l->now, l->base == NULL), *const *given =
                                                                       texts_of(a,
                                                                                l->given,
                                                                                false);
    const size_t now_count = l->now->passages.len, count = l->given->passages.len;
    long *of_given = NEW_ARRAY(a, long, count + 1);
    memcpy(of_given, order_aligned(a, now, now_count, given, count),
           count * sizeof(long));
    for (size_t i = 0; i < count; i++) /* of one that waits anything may come */
        if (of_given[i] >= 0 && l->now->passages.at[of_given[i]].open &&
            !l->given->passages.at[i].open)
            of_given[i] = -1;
    l->now_of_given = of_given;
    if (l->base == NULL)
        return;
    const char *const *base = texts_of(a, l->base, false);
    const size_t base_count = l->base->passages.len;
    long *of_base = NEW_ARRAY(a, long, count + 1);
    memcpy(of_base, order_aligned(a, base, base_count, given, count),
           count * sizeof(long));
    for (size_t i = 0; i < count; i++)
        if (of_base[i] >= 0 && l->base->passages.at[of_base[i]].open &&
            !l->given->passages.at[i].open)
            of_base[i] = -1;
    l->base_of_given = of_base;
    l->now_of_base = order_turned(a, order_aligned(a, base, base_count, now, now_count),
                                  now_count, base_count);
    for (size_t i = 0; i < count; i++) /* what is new in the manuscript alone */
        if (l->base_of_given[i] < 0 && of_given[i] >= 0 &&
            strcmp(given[i], now[of_given[i]]) != 0)
            of_given[i] = -1;
}

static void merge_leaf(struct merge *m, const struct home *now, const struct home *base,
                       const struct home *given)
{
    struct merged_leaf to = {.now = now, .given = given};
    struct leaf l = {.m = m, .now = now, .base = base, .given = given, .to = &to};
    if (given->passages.len == 0 && base == NULL)
        return;
    if (is_single(now))
        pair_single(&l);
    else
        pair_texts(&l);
    bool *gone = find_gone(&l);
    drop_open(&l, gone);
    if (is_single(now))
        memset(gone, 0, now->passages.len);
    walk_given(&l, gone);
    if (to.fresh + to.changed + to.gone + to.moved > 0)
        *array_push(m->a, &m->out->leaves) = to;
    if (base == NULL)
        for (size_t i = 0; i < now->passages.len; i++)
            m->out->kept += !now->passages.at[i].open;
}

/* ---- groups ---- */

static bool has_texts(const struct home *h)
{
    for (size_t i = 0; i < h->passages.len; i++)
        if (!h->passages.at[i].open)
            return true;
    for (size_t i = 0; i < h->homes.len; i++)
        if (has_texts(h->homes.at[i]))
            return true;
    return false;
}

static bool same_words(struct arena *a, const struct home *x, const struct home *y)
{
    return x != NULL && strcmp(home_words(a, x, false), home_words(a, y, false)) == 0;
}

/* Of what the report does not have: it is new, or was taken out of the report since. */
static void merge_missing(struct merge *m, const struct home *parent,
                          const struct home *base, const struct home *given)
{
    if (!has_texts(given) || (base != NULL && same_words(m->a, base, given)))
        return;
    if ((base != NULL && has_texts(base)) || parent->node == NULL ||
        parent->node->kind != NODE_MAP)
        say_conflict(m, parent, (struct pos){0}, "", home_words(m->a, given, false),
                     both);
    else
        *array_push(m->a, &m->out->homes) = (struct merged_home){parent, given, -1};
}

static void merge_group(struct merge *m, const struct home *now, const struct home *base,
                        const struct home *given)
{
    for (size_t i = 0; i < given->homes.len; i++) {
        const struct home *g = given->homes.at[i];
        const struct home *n = home_child(now, g->key);
        const struct home *b = base != NULL ? home_child(base, g->key) : NULL;
        if (!g->named)
            continue;
        if (n != NULL && n->node != NULL)
            merge_home(m, n, b, g);
        else
            merge_missing(m, now, b, g);
    }
}

/* ---- lists of records ---- */

struct records {
    struct merge *m;
    const struct home *now, *base, *given;
    const long *base_of_given, *now_of_base, *now_of_given;
    bool *used; /* records of the report */
};

/* By the path that the export gave it, else by its words. */
static const long *exported_of(struct records *r)
{
    struct arena *a = r->m->a;
    const size_t count = r->given->homes.len;
    long *out = NEW_ARRAY(a, long, count + 1);
    const long *like = order_aligned(a, words_of(a, r->base, false), r->base->homes.len,
                                     words_of(a, r->given, false), count);
    bool *taken = NEW_ARRAY(a, bool, r->base->homes.len + 1);
    for (size_t i = 0; i < count; i++) {
        out[i] = -1;
        for (size_t k = 0; k < r->base->homes.len; k++)
            if (strcmp(r->base->homes.at[k]->path, r->given->homes.at[i]->path) == 0) {
                out[i] = (long)k;
                taken[k] = true;
            }
    }
    for (size_t i = 0; i < count; i++)
        if (out[i] < 0 && like[i] >= 0 && !taken[like[i]])
            out[i] = like[i];
    return out;
}

static long record_now(const struct records *r, size_t given)
{
    if (r->base == NULL)
        return r->now_of_given[given];
    const long base = r->base_of_given[given];
    return base >= 0 ? r->now_of_base[base] : -1;
}

/* One that only asks to be written. */
static long open_record(const struct records *r)
{
    for (size_t i = 0; i < r->now->homes.len; i++)
        if (!r->used[i] && home_is_open(r->now->homes.at[i]))
            return (long)i;
    return -1;
}

static void merge_record(struct records *r, size_t i, long *after)
{
    const struct home *g = r->given->homes.at[i];
    const long b = r->base != NULL ? r->base_of_given[i] : -1;
    const struct home *base = b >= 0 ? r->base->homes.at[b] : NULL;
    long now = record_now(r, i);
    if (base != NULL && !has_texts(base)) { /* a place that was offered */
        base = NULL;
        now = -1;
    }
    if (!has_texts(g) && base == NULL)
        return;
    if (now < 0 && base == NULL)
        now = open_record(r);
    if (now >= 0) {
        r->used[now] = true;
        merge_home(r->m, r->now->homes.at[now], base, g);
        *after = now;
    } else if (base != NULL) {
        if (!same_words(r->m->a, base, g))
            say_conflict(r->m, r->now, (struct pos){0}, "", home_words(r->m->a, g, false),
                         both);
    } else {
        *array_push(r->m->a, &r->m->out->homes) = (struct merged_home){r->now, g, *after};
    }
}

/* Those that were exported and are in the manuscript no more. */
static void drop_records(struct records *r)
{
    const long *given =
        order_turned(r->m->a, r->base_of_given, r->given->homes.len, r->base->homes.len);
    for (size_t b = 0; b < r->base->homes.len; b++) {
        const long now = r->now_of_base[b];
        if (given[b] >= 0 || now < 0)
            continue;
        if (same_words(r->m->a, r->base->homes.at[b], r->now->homes.at[now]))
            *array_push(r->m->a, &r->m->out->gone) =
                (struct merged_gone){r->now, (size_t)now};
        else
            say_conflict(r->m, r->now->homes.at[now], (struct pos){0},
                         home_words(r->m->a, r->now->homes.at[now], false), "", both);
    }
}

/* What hangs on a record in its file may be more than its texts: it stays there. */
static void say_records_moved(struct records *r)
{
    const size_t count = r->given->homes.len;
    long *now = NEW_ARRAY(r->m->a, long, count + 1);
    for (size_t i = 0; i < count; i++)
        now[i] = record_now(r, i);
    if (!order_rises(now, count) &&
        (r->base == NULL || !order_rises(r->base_of_given, count)))
        say_order(r->m, r->now, other_order);
}

static void merge_records(struct merge *m, const struct home *now,
                          const struct home *base, const struct home *given)
{
    struct arena *a = m->a;
    struct records r = {.m = m, .now = now, .base = base, .given = given};
    const char *const *words = words_of(a, now, base == NULL);
    long after = -1;
    r.used = NEW_ARRAY(a, bool, now->homes.len + 1);
    r.now_of_given = order_aligned(a, words, now->homes.len, words_of(a, given, false),
                                   given->homes.len);
    if (base != NULL) {
        r.base_of_given = exported_of(&r);
        r.now_of_base =
            order_turned(a,
                         order_aligned(a, words_of(a, base, false), base->homes.len,
                                       words, now->homes.len),
                         now->homes.len, base->homes.len);
    }
    for (size_t i = 0; i < given->homes.len; i++)
        merge_record(&r, i, &after);
    say_records_moved(&r);
    if (base != NULL)
        drop_records(&r);
}

static void merge_home(struct merge *m, const struct home *now, const struct home *base,
                       const struct home *given)
{
    if (now->kind == HOME_TEXT && given->kind == HOME_GROUP && home_is_open(now) &&
        has_texts(given)) {
        *array_push(m->a, &m->out->homes) = (struct merged_home){now->parent, given, -1};
        return;
    }
    const bool parted = now->kind == HOME_GROUP && given->passages.len > 0;
    const bool joined = now->kind < HOME_GROUP && has_texts(given) &&
                        given->passages.len == 0 && !same_words(m->a, base, given);
    if (parted || joined) {
        say_conflict(m, now, (struct pos){0}, parted ? "several fields" : "one text",
                     home_words(m->a, given, false), "write it in the report's file");
        return;
    }
    switch (now->kind) {
    case HOME_WORDS:
    case HOME_LINE:
    case HOME_TEXT:
    case HOME_TABLE:
    case HOME_ITEMS: merge_leaf(m, now, base, given); break;
    case HOME_GROUP: merge_group(m, now, base, given); break;
    case HOME_RECORDS: merge_records(m, now, base, given); break;
    }
}

bool manuscript_merge(struct arena *a, struct diags *d, const struct mapping *map,
                      const char *path, const struct home *now, struct merged *out)
{
    struct merge m = {a, d, path, out, false};
    *out = (struct merged){0};
    merge_group(&m, now, map->base, map->given);
    return !m.conflict;
}
