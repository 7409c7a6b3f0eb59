/* locked_compare.c -- in: the signed figures and those that a report has now; out: which
 * is which, what is not as it was signed, and the record once somebody answers for it. */
#include "proof/locked.h"

#include "align/align.h"
#include "base/ascii.h"
#include "base/file.h"
#include "base/hash.h"

#include <ctype.h>
#include <string.h>

/* ---- which is which ---- */

/* Figures as align/ takes them, of the record and of the report. */
struct pairing {
    struct arena *a;
    enum lang lang;
    const struct locked_figure **old;
    size_t old_count;
    bool *found; /* of each old one */
};

/* Between the ends that stand as they stood. */
struct unsettled {
    size_t from, old_end, now_end;
};

static bool has_no_question(const struct locked_figure *f)
{
    return f->cell[LOCKED_NAME][0] == '\0';
}

static const char *without(struct arena *a, const char *text, const char *signs)
{
    struct buf out = buf_new(a);
    for (; *text != '\0'; text++)
        if (strchr(signs, *text) == NULL)
            buf_char(&out, *text);
    return out.at;
}

static const char *digits_of(struct arena *a, const char *text)
{
    struct buf out = buf_new(a);
    for (; *text != '\0'; text++)
        if (is_digit(*text))
            buf_char(&out, *text);
    return out.at;
}

/* "1.2 A(3)" -> "1.2 A", "Table 3 r2" -> "Table r": numbers that move are left out. */
static const char *still_place(struct arena *a, const char *place)
{
    size_t len = strlen(place);
    if (isalpha((unsigned char)place[0]))
        return without(a, place, "0123456789.()");
    while (len > 0 && strchr("0123456789()", place[len - 1]) != NULL)
        len--;
    return arena_strndup(a, place, len);
}

/* What it counts.  "counted 3 8" has its own number in its name. */
static const char *key_of(struct arena *a, const struct locked_figure *f)
{
    const char *name = f->cell[LOCKED_NAME];
    size_t len = strncmp(name, "counted ", 8) == 0 ? 7 : strlen(name);
    return arena_printf(a, "%s|%.*s|%s|%s|%s", f->cell[LOCKED_DOCUMENT], (int)len, name,
                        f->cell[LOCKED_PART], f->cell[LOCKED_COUNTS],
                        has_no_question(f) ? f->cell[LOCKED_SOURCE] : "");
}

/* The words around it; alone in a cell, how it is written: "% of". */
static const char *text_of(const struct pairing *p, const struct locked_figure *f)
{
    if (p->lang != LANG_EN)
        return has_no_question(f) ? digits_of(p->a, f->cell[LOCKED_PRINTED]) : "";
    return f->cell[LOCKED_WORDS][0] != '\0'
               ? f->cell[LOCKED_WORDS]
               : without(p->a, f->cell[LOCKED_PRINTED], "0123456789");
}

static struct align_block block_of(const struct pairing *p, const struct locked_figure *f)
{
    return (struct align_block){arena_printf(p->a, "%s|%s",
                                             still_place(p->a, f->cell[LOCKED_PLACE]),
                                             key_of(p->a, f)),
                                text_of(p, f)};
}

/* Those of the record that can be in these documents. */
static void take_old(struct pairing *p, const struct locked *l,
                     const struct figures_of *of)
{
    p->old = NEW_ARRAY(p->a, const struct locked_figure *, l->rows.all.len + 1);
    p->found = NEW_ARRAY(p->a, bool, l->rows.all.len + 1);
    for (size_t i = 0; i < l->rows.all.len; i++) {
        const struct locked_figure *f = &l->rows.all.at[i];
        bool made =
            f->cell[LOCKED_DOCUMENT][0] == '\0' && of->bare != NULL && p->lang == LANG_EN;
        for (size_t k = 0; k < of->count && !made; k++)
            made = strcmp(f->cell[LOCKED_DOCUMENT], of->reports[k]->document) == 0;
        if (f->stands && made)
            p->old[p->old_count++] = f;
    }
}

/* One that align/ does not know again, as its words or its place are others, is the next
 * that counts the same. */
static const struct locked_figure *same_count(struct pairing *p, const char *const *keys,
                                              const struct locked_figure *f)
{
    const char *key = key_of(p->a, f);
    for (size_t i = 0; i < p->old_count; i++) {
        if (p->found[i] || strcmp(keys[i], key) != 0 ||
            (has_no_question(f) &&
             strcmp(p->old[i]->cell[LOCKED_PRINTED], f->cell[LOCKED_PRINTED]) != 0))
            continue;
        p->found[i] = true;
        return p->old[i];
    }
    return NULL;
}

static void pair_rest(struct pairing *p, const struct locked_figures *now,
                      const struct locked_figure **to)
{
    const char **keys = NEW_ARRAY(p->a, const char *, p->old_count + 1);
    for (size_t i = 0; i < p->old_count; i++)
        keys[i] = p->found[i] ? "" : key_of(p->a, p->old[i]);
    for (size_t i = 0; i < now->all.len; i++)
        if (to[i] == NULL)
            to[i] = same_count(p, keys, &now->all.at[i]);
}

/* The same figure in the same words at the same place, whatever its number. */
static bool stands_alike(const struct locked_figure *x, const struct locked_figure *y)
{
    static const enum locked_cell cells[] = {LOCKED_DOCUMENT, LOCKED_PLACE,
                                             LOCKED_NAME,     LOCKED_PART,
                                             LOCKED_COUNTS,   LOCKED_WORDS};
    for (size_t i = 0; i < LEN(cells); i++)
        if (strcmp(x->cell[cells[i]], y->cell[cells[i]]) != 0)
            return false;
    return x->cell[LOCKED_WORDS][0] != '\0' ||
           strcmp(x->cell[LOCKED_PRINTED], y->cell[LOCKED_PRINTED]) == 0;
}

/* What stands at both ends as it stood needs no search: mostly all of it. */
static struct unsettled settle_ends(struct pairing *p, const struct locked_figures *now,
                                    const struct locked_figure **to)
{
    struct unsettled u = {.old_end = p->old_count, .now_end = now->all.len};
    for (; u.from < u.old_end && u.from < u.now_end &&
           stands_alike(p->old[u.from], &now->all.at[u.from]);
         u.from++)
        to[u.from] = p->old[u.from];
    for (; u.old_end > u.from && u.now_end > u.from &&
           stands_alike(p->old[u.old_end - 1], &now->all.at[u.now_end - 1]);
         u.old_end--, u.now_end--)
        to[u.now_end - 1] = p->old[u.old_end - 1];
    for (size_t i = 0; i < p->old_count; i++)
        p->found[i] = i < u.from || i >= u.old_end;
    return u;
}

static void align_rest(struct pairing *p, const struct locked_figures *now,
                       const struct unsettled *u, const struct locked_figure **to)
{
    const size_t old_count = u->old_end - u->from, count = u->now_end - u->from;
    struct align_block *old = NEW_ARRAY(p->a, struct align_block, old_count + 1);
    struct align_block *new = NEW_ARRAY(p->a, struct align_block, count + 1);
    for (size_t i = 0; i < old_count; i++)
        old[i] = block_of(p, p->old[u->from + i]);
    for (size_t i = 0; i < count; i++)
        new[i] = block_of(p, &now->all.at[u->from + i]);
    const struct align_match *match = align_blocks(p->a, old, old_count, new, count);
    for (size_t i = 0; i < count; i++)
        if (match[i].old >= 0) {
            to[u->from + i] = p->old[u->from + (size_t)match[i].old];
            p->found[u->from + (size_t)match[i].old] = true;
        }
}

static const struct locked_figure **pair_all(struct pairing *p,
                                             const struct locked_figures *now)
{
    const struct locked_figure **to =
        NEW_ARRAY(p->a, const struct locked_figure *, now->all.len + 1);
    const struct unsettled u = settle_ends(p, now, to);
    if (u.old_end > u.from || u.now_end > u.from) {
        align_rest(p, now, &u, to);
        pair_rest(p, now, to);
    }
    return to;
}

/* ---- what differs ---- */

/* "Nine" at the start of a sentence is "nine". */
static bool reads_alike(const char *x, const char *y)
{
    return tolower((unsigned char)x[0]) == tolower((unsigned char)y[0]) &&
           (x[0] == '\0' || strcmp(x + 1, y + 1) == 0);
}

static bool is_as_signed(struct arena *a, const struct locked_figure *was,
                         const struct locked_figure *now, enum lang lang)
{
    for (int c = LOCKED_COUNT; c <= LOCKED_PERCENT; c++)
        if (strcmp(was->cell[c], now->cell[c]) != 0)
            return false;
    const char *one = was->cell[LOCKED_PRINTED], *two = now->cell[LOCKED_PRINTED];
    if (lang == LANG_EN)
        return reads_alike(one, two);
    return !has_no_question(now) || strcmp(digits_of(a, one), digits_of(a, two)) == 0;
}

struct locked_changes locked_compare(struct arena *a, const struct locked *l,
                                     const struct figures_of *of,
                                     const struct locked_figures *now)
{
    struct locked_changes out = {0};
    struct pairing p = {.a = a, .lang = of->reports[0]->lang};
    take_old(&p, l, of);
    out.signed_as = pair_all(&p, now);
    for (size_t i = 0; i < now->all.len; i++) {
        const struct locked_figure *was = out.signed_as[i], *f = &now->all.at[i];
        if (was == NULL || !is_as_signed(a, was, f, p.lang))
            *array_push(a, &out.all) = (struct locked_change){was, f};
    }
    for (size_t i = 0; i < p.old_count; i++)
        if (!p.found[i])
            *array_push(a, &out.all) = (struct locked_change){p.old[i], NULL};
    return out;
}

static struct figure_signature signature_of(const struct locked_figure *was, bool changed,
                                            enum lang lang)
{
    struct figure_signature out = {0};
    if (was == NULL)
        return out;
    const char *welsh = was->cell[LOCKED_PRINTED_CY];
    date_parse(was->cell[LOCKED_DATE], &out.date);
    out.by = was->cell[LOCKED_BY];
    if (changed)
        out.was = lang == LANG_CY && welsh[0] != '\0' ? welsh : was->cell[LOCKED_PRINTED];
    return out;
}

const struct figure_signature *locked_signatures(struct arena *a,
                                                 const struct locked_figures *now,
                                                 const struct locked_changes *c,
                                                 enum lang lang)
{
    struct figure_signature *all =
        NEW_ARRAY(a, struct figure_signature, now->all.len + 1);
    size_t k = 0;
    for (size_t i = 0; i < now->all.len; i++) {
        bool changed = k < c->all.len && c->all.at[k].now == &now->all.at[i];
        all[i] = signature_of(c->signed_as[i], changed, lang);
        k += changed;
    }
    return all;
}

/* ---- saying it ---- */

struct pos locked_change_pos(const struct locked_change *c, const char *dir)
{
    if (c->now == NULL)
        return c->was->pos;
    const struct file *f = c->now->pos.file;
    bool authors = f != NULL && path_is_below(f->path, dir);
    return authors || c->was == NULL ? c->now->pos : c->was->pos;
}

/* "signed by Joan Hale on 2012-05-14". */
static const char *whose(struct arena *a, const struct locked_figure *f)
{
    return arena_printf(a, "%s by %s on %s", f->cell[LOCKED_STATE], f->cell[LOCKED_BY],
                        f->cell[LOCKED_DATE]);
}

/* The number as it is printed; where that shows no difference, what it was counted from:
 * "69%", 536 of 774. */
static const char *number_of(struct arena *a, const struct locked_figure *f, bool counts)
{
    const char *printed = arena_printf(a, "\"%s\"", f->cell[LOCKED_PRINTED]);
    const char *count = f->cell[LOCKED_COUNT], *base = f->cell[LOCKED_BASE];
    if (!counts || count[0] == '\0')
        return printed;
    return base[0] == '\0' ? arena_printf(a, "%s, %s", printed, count)
                           : arena_printf(a, "%s, %s of %s", printed, count, base);
}

static void say_other(struct arena *a, struct diags *d, const struct locked_change *c,
                      struct pos pos)
{
    bool alike = reads_alike(c->was->cell[LOCKED_PRINTED], c->now->cell[LOCKED_PRINTED]);
    diag(d, DIAG_FIGURE_CHANGED, pos,
         "%s (%s) was %s; now %s; mend it, or have it accepted with gwasg lock --accept",
         number_of(a, c->was, alike), c->was->cell[LOCKED_PLACE], whose(a, c->was),
         number_of(a, c->now, alike));
}

static void say_change(struct arena *a, struct diags *d, const struct locked_change *c,
                       struct pos pos)
{
    if (c->was == NULL)
        diag(d, DIAG_FIGURE_UNSIGNED, pos,
             "\"%s\" (%s); have it signed, or accepted with gwasg lock --accept",
             c->now->cell[LOCKED_PRINTED], c->now->cell[LOCKED_PLACE]);
    else if (c->now == NULL)
        diag(d, DIAG_FIGURE_GONE, pos,
             "\"%s\" (%s) was %s; put it back, or have it accepted with gwasg lock "
             "--accept",
             c->was->cell[LOCKED_PRINTED], c->was->cell[LOCKED_PLACE], whose(a, c->was));
    else
        say_other(a, d, c, pos);
}

void locked_say(struct arena *a, struct diags *d, const struct locked_changes *c,
                const char *dir)
{
    for (size_t i = 0; i < c->all.len; i++)
        say_change(a, d, &c->all.at[i], locked_change_pos(&c->all.at[i], dir));
}

/* ---- the record afterwards ---- */

struct recording {
    struct arena *a;
    const struct locked_by *by;
    struct map *uids; /* that a figure has or had */
    struct locked_figures rows, past;
};

static struct recording record_begin(struct arena *a, const struct locked *l,
                                     const struct locked_by *by)
{
    struct recording r = {.a = a, .by = by, .uids = map_new(a)};
    for (size_t i = 0; i < l->rows.all.len; i++) {
        struct locked_figure *f = &l->rows.all.at[i];
        map_put(r.uids, f->cell[LOCKED_UID], f);
        if (!f->stands)
            *array_push(a, &r.past.all) = *f;
    }
    return r;
}

static const char *uid_for(struct recording *r, const struct locked_figure *f)
{
    const char *key = arena_printf(r->a, "%s|%s", f->cell[LOCKED_PLACE], key_of(r->a, f));
    const char *uid = NULL;
    for (int again = 0; uid == NULL || map_get(r->uids, uid) != NULL; again++)
        uid = hash_name(r->a,
                        hash_str(HASH_START, arena_printf(r->a, "%s|%d", key, again)));
    map_put(r->uids, uid, r->uids);
    return uid;
}

/* What stood there stays below. */
static void put_past(struct recording *r, const struct locked_figure *was)
{
    struct locked_figure *f = array_push(r->a, &r->past.all);
    *f = *was;
    f->cell[LOCKED_STATE] = "past";
}

static void put_name(const struct recording *r, struct locked_figure *f,
                     const char *state)
{
    f->cell[LOCKED_STATE] = state;
    f->cell[LOCKED_BY] = r->by->by;
    f->cell[LOCKED_DATE] = r->by->date;
    f->cell[LOCKED_REASON] = r->by->reason != NULL ? r->by->reason : "";
}

static void put_figure(struct recording *r, const struct locked_figure *was,
                       const struct locked_figure *now)
{
    struct locked_figure *f = array_push(r->a, &r->rows.all);
    bool accepted = r->by->reason != NULL;
    *f = *now;
    f->cell[LOCKED_UID] = was != NULL ? was->cell[LOCKED_UID] : uid_for(r, now);
    f->cell[LOCKED_WAS] = was != NULL && accepted ? was->cell[LOCKED_PRINTED] : "";
    put_name(r, f, accepted ? "accepted" : "signed");
}

static void put_gone(struct recording *r, const struct locked_figure *was)
{
    put_past(r, was);
    if (r->by->reason == NULL)
        return;
    struct locked_figure *f = array_push(r->a, &r->past.all);
    *f = *was;
    f->cell[LOCKED_WAS] = was->cell[LOCKED_PRINTED];
    f->cell[LOCKED_PRINTED] = f->cell[LOCKED_PRINTED_CY] = "";
    put_name(r, f, "gone");
}

static struct locked_figures record_end(struct recording *r)
{
    for (size_t i = 0; i < r->past.all.len; i++)
        *array_push(r->a, &r->rows.all) = r->past.all.at[i];
    return r->rows;
}

/* Changes are in the order of the figures. */
static bool is_change(const struct locked_changes *c, size_t k,
                      const struct locked_figure *now)
{
    return k < c->all.len && c->all.at[k].now == now;
}

struct locked_figures locked_sign(struct arena *a, const struct locked *l,
                                  const struct locked_figures *now,
                                  const struct locked_changes *c,
                                  const struct locked_by *by)
{
    struct recording r = record_begin(a, l, by);
    size_t k = 0;
    for (size_t i = 0; i < now->all.len; i++) {
        const struct locked_figure *f = &now->all.at[i], *was = c->signed_as[i];
        bool changed = is_change(c, k, f);
        if (was != NULL && (changed || was->cell[LOCKED_REASON][0] != '\0'))
            put_past(&r, was);
        put_figure(&r, was, f);
        k += changed;
    }
    for (; k < c->all.len; k++)
        put_gone(&r, c->all.at[k].was);
    return record_end(&r);
}

struct locked_figures locked_accept(struct arena *a, const struct locked *l,
                                    const struct locked_figures *now,
                                    const struct locked_changes *c, const bool *chosen,
                                    const struct locked_by *by)
{
    struct recording r = record_begin(a, l, by);
    size_t k = 0;
    for (size_t i = 0; i < now->all.len; i++) {
        const struct locked_figure *f = &now->all.at[i], *was = c->signed_as[i];
        bool changed = is_change(c, k, f), taken = changed && chosen[k];
        k += changed;
        if (taken && was != NULL)
            put_past(&r, was);
        if (taken)
            put_figure(&r, was, f);
        else if (was != NULL)
            *array_push(a, &r.rows.all) = *was;
    }
    for (; k < c->all.len; k++)
        if (chosen[k])
            put_gone(&r, c->all.at[k].was);
        else
            *array_push(a, &r.rows.all) = *c->all.at[k].was;
    return record_end(&r);
}
