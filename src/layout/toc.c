/* toc.c -- contents: the sections that follow, with leaders, page numbers and links.  In:
 * a toc and the tree it stands in; out: an entry per strip.  TOC > TOCI > Reference >
 * Link; entries of level 2 stand in a TOC of their own inside the TOCI above them. */
#include "layout/flow.h"

#include "layout/spot.h"

#include <stdlib.h>
#include <string.h>

struct toc_line {
    const struct words *name, *number;
    length title, number_width, width; /* the title's last line; field; whole line */
    struct tag *link;
    const struct spot *to;
    const char *contents;
};

struct toc {
    struct flow *f;
    int depth;
    struct tag *top, *above, *nested; /* TOC; the last TOCI of level 1; its TOC */
    bool on;                          /* the toc itself has been passed */
    bool begun;                       /* there is an entry */
    const struct element *self;
    bool own; /* only of the section it stands in, all at the left */
};

/* The heading that names a section: its own, or that of the box it begins with. */
static const struct element *section_heading(const struct element *e)
{
    for (const struct element *c = e->first; c != NULL; c = c->next) {
        if (c->kind == EL_HEADING)
            return c;
        if (c->kind == EL_SCOREBOX || c->kind == EL_PANEL || c->kind == EL_BOX ||
            c->kind == EL_KEEP || c->kind == EL_WIDE || c->kind == EL_DIVIDER) {
            const struct element *h = section_heading(c);
            if (h != NULL)
                return h;
        }
    }
    return NULL;
}

/* ---- leaders ---- */

/* Square dots from the right: the dashes of one line, for each by itself would be what a
 * page of contents is written of. */
static void dots_draw(struct canvas *c, length left, length right, length y)
{
    const length dot = c->s->style->toc.dot, pitch = c->s->style->toc.pitch;
    length count = right > left && pitch > 0 ? (right - left) / pitch : 0;
    if (count == 0)
        return;
    struct path_op *ops = NEW_ARRAY(c->s->a, struct path_op, 2);
    ops[0] = (struct path_op){PATH_MOVE, {0}, {-dot / 2}};
    ops[1] = (struct path_op){PATH_LINE, {-(count - 1) * pitch - dot}, {-dot / 2}};
    struct item item = {
        .kind = ITEM_PATH, .artifact = ARTIFACT_LAYOUT, .x = right, .y = y};
    item.path.outline = (struct path){ops, 2};
    item.path.stroked = true;
    item.path.stroke = colour_of(c->s, ROLE_TOC_DOTS);
    item.path.line_width = dot;
    item.path.dash = dot;
    item.path.gap = pitch - dot;
    *array_push(c->s->a, &c->page->items) = item;
}

/* Title; dots and number, on the baseline of its last line.  All is one link: who goes
 * from link to link with a key meets an entry once. */
static void entry_draw(struct canvas *c, const void *what, length x, length y)
{
    const struct toc_line *e = what;
    const struct toc_lengths *k = &c->s->style->toc;
    const length height = words_height(e->name), last = y + height - e->name->leading;
    const struct bounds box = {x, y, x + e->width, y + height};
    length right = x + e->width - e->number_width - k->dots_behind;
    words_draw(c, e->name, x, y);
    dots_draw(c, x + e->title + k->dots_before, right, last + e->number->baseline);
    words_draw(c, e->number, x + e->width - words_width(e->number), last);
    link_spot(c, e->link, e->to, e->contents, box);
}

/* ---- entries ---- */

static void entry_lay(struct toc *t, const struct element *section, const char *title,
                      int level, struct tag *toci)
{
    struct flow *f = t->f;
    struct state *s = f->s;
    const struct toc_lengths *k = &s->style->toc;
    const struct type_style *type = type_of(s, level == 1 ? TYPE_TOC_1 : TYPE_TOC_2);
    bool flush = level == 1 || t->own;
    length indent = flush ? 0 : k->indent;
    struct toc_line *e = NEW(s->a, struct toc_line);
    const char *page = spot_page(s, spot_key(s, section));
    const enum tag_type around = s->style->pdf == PDF_UA1 ? TAG_REFERENCE : TAG_P;
    e->link = tag_new(s->a, tag_new(s->a, toci, around), TAG_LINK);
    e->to = spot_of(s, spot_key(s, section));
    e->contents =
        arena_printf(s->a, "%s%s %s", title, s->report->words[LAYOUT_PAGE_LINK], page);
    struct spans name = {0}, number = {0};
    spans_add(s, &name, span_of(type, f->lang, title, e->link));
    spans_add(s, &number, span_of(type, f->lang, page, e->link));
    e->number_width = k->number;
    e->number = words_line(s, &number, type);
    e->width = f->width - indent;
    length room =
        e->width - e->number_width - k->dots_before - k->dots_behind - k->dots_least;
    e->name = words_new(s, &name, type, room, ALIGN_LEFT);
    flow_space(f, type->before);
    struct strip *strip =
        flow_push(f, words_height(e->name), e->name->baseline, HOLD_NONE);
    strip->x += indent;
    f->after = type->after;
    if (e->name->lines.count == 0)
        return;
    e->title = e->name->lines.at[e->name->lines.count - 1].width;
    flow_draw(f, strip, entry_draw, e, 0, 0);
}

static void toc_entry(struct toc *t, const struct element *section,
                      const struct element *heading, int level)
{
    struct state *s = t->f->s;
    bool nests = level > 1 && t->above != NULL;
    if (section_group(section) == GROUP_YES && t->begun)
        t->f->after += s->style->toc.group;
    t->begun = true;
    if (nests && t->nested == NULL)
        t->nested = tag_new(s->a, t->above, TAG_TOC);
    struct tag *toci = tag_new(s->a, nests ? t->nested : t->top, TAG_TOCI);
    if (level == 1) {
        t->above = toci;
        t->nested = NULL;
    }
    entry_lay(t, section, arena_printf(s->a, "%s ", heading_plain(s, heading)), level,
              toci);
}

static void toc_section(struct toc *t, const struct element *e)
{
    const struct element *heading = section_heading(e);
    const enum section_toc toc = section_toc(e);
    bool shown = toc == TOC_AS_BEFORE ? t->on : toc == TOC_YES;
    if (!shown || heading == NULL)
        return;
    int level = element_number(heading, AT_LEVEL, 1);
    if (level <= t->depth)
        toc_entry(t, e, heading, level);
}

/* In the order of the report; those before the toc only where they ask for it. */
static void toc_collect(struct toc *t, const struct element *e)
{
    for (const struct element *c = e->first; c != NULL; c = c->next) {
        if (c == t->self)
            t->on = true;
        if (element_is_inline(c->kind) || c->kind == EL_TABLE || c->kind == EL_CHART)
            continue;
        if (c->kind == EL_SECTION)
            toc_section(t, c);
        toc_collect(t, c);
    }
}

/* What its entries are taken from: the report, or the section that it stands in. */
static const struct element *toc_scope(const struct flow *f, const struct element *e,
                                       bool *own)
{
    *own = toc_kind(e) == TOC_SECTION;
    while (*own && e->parent != NULL && e->kind != EL_SECTION)
        e = e->parent;
    return *own ? e : f->s->report->root;
}

void flow_toc(struct flow *f, const struct element *e)
{
    struct toc t = {.f = f, .self = e};
    t.depth = element_number(e, AT_DEPTH, 2);
    t.top = tag_new(f->s->a, f->tag, TAG_TOC);
    const size_t first = f->out.len;
    toc_collect(&t, toc_scope(f, e, &t.own));
    if (!t.begun)
        diag(f->s->d, DIAG_LIST_EMPTY, e->pos,
             "<toc> finds no section with a heading behind it; move it, or leave it out");
    else if (f->out.len > first + 1) /* its last line never alone */
        f->out.at[f->out.len - 2].hold = HOLD_WIDOW;
}
