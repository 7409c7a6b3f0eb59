/* fill.c -- in: the strips of the whole report; out: its pages.  Knows how strips hold
 * together, not what they show. */
#include "layout/fill.h"

#include "layout/furniture.h"
#include "layout/note.h"
#include "layout/pagebreaks.h"
#include "layout/table.h"

#include "base/bounds.h"

struct filler {
    struct state *s;
    const struct strips *all;
    struct bricks bricks;
    const struct page_choice *pages; /* by the strip that they begin with */
    length room;                     /* of the page that is being filled */
    /* a note that did not end on its page: its strips from there on */
    ARRAY(struct note_part) carried;
};

static length note_strips_height(const struct note_part *p)
{
    return strips_height(&p->note->strips, p->from, p->to);
}

static length carried_height(const struct filler *f)
{
    length h = 0;
    for (size_t i = 0; i < f->carried.len; i++)
        h += note_strips_height(&f->carried.at[i]);
    return h;
}

static length notes_height(const struct note_list *n)
{
    length h = 0;
    for (; n != NULL; n = n->next)
        h += n->note->height;
    return h;
}

/* ---- bricks ---- */

/* Its page's own, for as long as that is measured, drawn and furnished. */
static void style_take(struct state *s, const struct strips *all, size_t i)
{
    s->style = i < all->len && all->at[i].lies ? s->lying : s->upright;
}

static bool begins_page(const struct strips *all, size_t i)
{
    return i == 0 || all->at[i].whole_page || all->at[i - 1].whole_page;
}

static struct brick brick_of(struct state *s, const struct strips *all, size_t i)
{
    const struct strip *strip = &all->at[i];
    return (struct brick){.over = i == 0 ? 0 : strips_gap(all, i) - strip->before,
                          .space = strip->before,
                          .height = strip->height,
                          .give = strip->give,
                          .open = strips_open(all, i) + table_lead(s, all, i),
                          .close = strips_close(all, i),
                          .notes = notes_height(strip->notes),
                          .room = strip->whole_page ? strip->height
                                                    : page_room(s) + strip->deeper,
                          .hold = strip->hold,
                          .turn = begins_page(all, i) ? TURN_ODD : strip->turn};
}

static struct bricks bricks_of(struct state *s, const struct strips *all)
{
    struct brick *at = NEW_ARRAY(s->a, struct brick, all->len + 1);
    for (size_t i = 0; i < all->len; i++) {
        style_take(s, all, i);
        at[i] = brick_of(s, all, i);
    }
    return (struct bricks){at, all->len, notes_room(s, 1) - 1};
}

/* ---- pages ---- */

static void say_too_tall(const struct filler *f, size_t i)
{
    const struct strip *strip = &f->all->at[i];
    const struct brick *b = &f->bricks.at[i];
    if (b->open + b->height + b->close <= f->room || strip->from == NULL)
        return;
    diag(f->s->d, DIAG_TOO_TALL, strip->from->pos,
         "<%s> is higher than a page has room for, so its end would be cut off; shorten "
         "it",
         element_name(strip->from->kind));
}

/* None where carried notes leave no room. */
static struct take page_take(struct filler *f, size_t from, length carried)
{
    struct page_choice p = carried == 0
                               ? f->pages[from]
                               : pagebreaks_page(&f->bricks, from, carried, f->pages);
    if (p.white < 0)
        say_too_tall(f, from);
    return (struct take){.from = from,
                         .to = p.end,
                         .lead = table_lead(f->s, f->all, from),
                         .spread = p.spread,
                         .white = (int)((int64_t)p.white * 1000 / f->room),
                         .cost = p.cost - f->pages[p.end].cost};
}

/* Notes of the page: whole, or as many strips as fit in `room`, the rest carried on. */
static void notes_take(struct filler *f, struct note_part part, length *room,
                       struct note_part *parts, size_t *count)
{
    size_t to = part.from;
    length used = 0;
    while (to < part.to) {
        length next = strips_height(&part.note->strips, part.from, to + 1);
        if (next > *room)
            break;
        used = next;
        to++;
    }
    *room -= used;
    if (to > part.from)
        parts[(*count)++] = (struct note_part){part.note, part.from, to};
    if (to < part.to) {
        *room = 0; /* what comes behind it waits too */
        *array_push(f->s->a, &f->carried) = (struct note_part){part.note, to, part.to};
    }
}

static size_t notes_count(const struct filler *f, const struct take *t)
{
    size_t count = 0;
    for (size_t i = t->from; i < t->to; i++)
        for (const struct note_list *n = f->all->at[i].notes; n != NULL; n = n->next)
            count++;
    return count;
}

/* The notes of strips [from, to), behind those carried on from the page before. */
static void page_notes(struct filler *f, struct canvas *c, const struct take *t,
                       const struct note_part *before, size_t before_count, length body)
{
    size_t count = 0, most = before_count + notes_count(f, t);
    struct note_part *parts = NEW_ARRAY(f->s->a, struct note_part, most + 1);
    length room = f->room - body - f->bricks.note_over;
    for (size_t i = 0; i < before_count; i++)
        notes_take(f, before[i], &room, parts, &count);
    for (size_t i = t->from; i < t->to; i++)
        for (const struct note_list *n = f->all->at[i].notes; n != NULL; n = n->next) {
            struct note_part whole = {n->note, 0, n->note->strips.len};
            notes_take(f, whole, &room, parts, &count);
        }
    notes_draw(c, parts, count, f->s->style->page.text_top + f->room);
}

static struct canvas page_new(struct state *s)
{
    struct page *p = array_push(s->a, &s->pages);
    p->width = s->style->page.width;
    p->height = s->style->page.height;
    p->label = arena_printf(s->a, "%zu", s->pages.len);
    return (struct canvas){.s = s, .page = p, .number = (int)s->pages.len - 1};
}

/* The body of a page; gives back the height that it took. */
static length page_body(struct filler *f, struct canvas *c, const struct take *t)
{
    length x = f->s->style->page.margin, top = f->s->style->page.text_top;
    if (t->from == t->to)
        return 0;
    if (t->lead > 0)
        table_lead_draw(c, f->all, t->from, x, top + strips_open(f->all, t->from));
    length bottom = strips_draw(c, f->all, t, x, top);
    if (t->to < f->all->len)
        table_cut_draw(c, f->all, t->to, x, bottom - strips_close(f->all, t->to - 1));
    return bottom - top;
}

/* Notes carried on stand first; they leave the body at least a third of the page, unless
 * nothing of it fits. */
static size_t page_fill(struct filler *f, size_t from)
{
    style_take(f->s, f->all, from);
    struct canvas c = page_new(f->s);
    length deeper = from < f->all->len ? f->all->at[from].deeper : 0;
    f->room = page_room(f->s) + deeper;
    size_t before_count = f->carried.len;
    struct note_part *before = f->carried.at;
    length most = f->room * 2 / 3;
    length carried = smaller(carried_height(f), most);
    f->carried.at = NULL;
    f->carried.len = f->carried.cap = 0;
    struct take t = {.from = from, .to = from};
    if (from < f->all->len)
        t = page_take(f, from, carried);
    length body = page_body(f, &c, &t);
    page_notes(f, &c, &t, before, before_count, body);
    furniture_draw(&c, deeper == 0, false);
    *array_push(f->s->a, &f->s->takes) = t;
    return t.to;
}

static void page_whole(struct filler *f, size_t i)
{
    style_take(f->s, f->all, i);
    struct canvas c = page_new(f->s);
    strips_draw(&c, f->all, &(struct take){.from = i, .to = i + 1}, 0, 0);
    furniture_draw(&c, false, true);
    *array_push(f->s->a, &f->s->takes) = (struct take){.from = i, .to = i + 1};
}

/* A page with a foot and no more, where the next has to be an odd one. */
static void page_blank(struct filler *f)
{
    f->s->style = f->s->upright;
    struct canvas c = page_new(f->s);
    furniture_draw(&c, true, false);
    *array_push(f->s->a, &f->s->takes) = (struct take){0};
}

void pages_fill(struct state *s, const struct strips *all)
{
    struct filler f = {.s = s, .all = all, .bricks = bricks_of(s, all)};
    f.pages = pagebreaks_choose(s->a, &f.bricks);
    for (size_t i = 0; i < all->len || f.carried.len > 0;) {
        if (s->pages.len >= REPORT_PAGES) {
            diag(s->d, DIAG_PAGES_LIMIT, s->report->root->pos,
                 "more than %d pages; divide it into volumes", REPORT_PAGES);
            return;
        }
        bool odd = i < all->len && all->at[i].turn == TURN_ODD && f.carried.len == 0;
        if (odd && s->pages.len % 2 == 1)
            page_blank(&f);
        if (i < all->len && all->at[i].whole_page && f.carried.len == 0)
            page_whole(&f, i++);
        else
            i = page_fill(&f, i);
    }
}
