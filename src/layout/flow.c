/* flow.c -- in: blocks of the report tree; out: strips, and tags in reading order.  Knows
 * how blocks follow each other; what each looks like stands in a file of its own, and
 * where pages end in fill.c. */
#include "layout/flow.h"

#include "layout/note.h"
#include "layout/spot.h"

#include <string.h>

struct flow flow_new(struct state *s, length width, struct tag *tag)
{
    return (struct flow){.s = s, .width = width, .tag = tag, .lang = s->report->lang};
}

length page_room(const struct state *s)
{
    return s->style->page.text_bottom - s->style->page.text_top;
}

length page_text_width(const struct state *s)
{
    return s->style->page.width - 2 * s->style->page.margin;
}

const struct type_style *voice_type(const struct flow *f)
{
    switch (f->voice) {
    case VOICE_BODY: return type_of(f->s, TYPE_BODY);
    case VOICE_ITEM: return type_of(f->s, TYPE_ITEM);
    case VOICE_FINDING: return type_of(f->s, TYPE_FINDING);
    case VOICE_NOTE: return type_of(f->s, TYPE_NOTE);
    case VOICE_BOX:
    case VOICE_CELL: break;
    }
    return f->text;
}

void flow_space(struct flow *f, length before)
{
    if (!f->opening)
        f->after = larger(f->after, before);
}

/* What has waited is drawn with the strip. */
static void flow_take_beside(struct flow *f, struct strip *strip)
{
    struct drawn **end = &strip->drawn;
    for (struct beside *b = f->beside; b != NULL; b = b->next) {
        b->drawn.x -= strip->x;
        b->drawn.y = b->baseline == 0 ? 0 : strip->baseline - b->baseline;
        *end = &b->drawn;
        end = &b->drawn.next;
    }
    f->beside = NULL;
}

struct strip *flow_push(struct flow *f, length height, length baseline, enum hold hold)
{
    struct strip *strip = array_push(f->s->a, &f->out);
    *strip = (struct strip){.x = f->left,
                            .height = height,
                            .before = f->after,
                            .baseline = baseline,
                            .hold = hold,
                            .turn = f->turn,
                            .lies = f->lies,
                            .frame = f->frame,
                            .notes = f->notes,
                            .anchors = f->anchors,
                            .bookmark = f->bookmark,
                            .level = f->level,
                            .from = f->from};
    f->after = 0;
    f->opening = false;
    f->turn = TURN_NONE;
    f->notes = NULL;
    f->anchors = NULL;
    f->bookmark = NULL;
    flow_take_beside(f, strip);
    return strip;
}

void flow_draw(struct flow *f, struct strip *strip, draw_fn *draw, const void *what,
               length x, length y)
{
    struct drawn *d = NEW(f->s->a, struct drawn);
    *d = (struct drawn){draw, what, x, y, NULL};
    struct drawn **end = &strip->drawn;
    while (*end != NULL)
        end = &(*end)->next;
    *end = d;
}

void flow_beside(struct flow *f, draw_fn *draw, const void *what, length x,
                 length baseline)
{
    struct beside *b = NEW(f->s->a, struct beside), **end = &f->beside;
    *b = (struct beside){.drawn = {draw, what, x, 0, NULL}, .baseline = baseline};
    while (*end != NULL)
        end = &(*end)->next;
    *end = b;
}

void flow_anchor(struct flow *f, struct spot *p)
{
    struct anchor *anchor = NEW(f->s->a, struct anchor);
    *anchor = (struct anchor){p, f->anchors};
    f->anchors = anchor;
}

void flow_id(struct flow *f, const struct element *e)
{
    if (e->at[AT_ID] != NULL)
        flow_anchor(f, spot_of(f->s, e->at[AT_ID]));
}

void flow_lines(struct flow *f, const struct words *w, enum hold last)
{
    for (size_t i = 0; i < w->lines.count; i++) {
        bool alone = i == 0 || i + 2 == w->lines.count;
        bool ends = i + 1 == w->lines.count;
        enum hold hold = ends ? last : alone ? HOLD_WIDOW : HOLD_NONE;
        struct strip *strip = flow_push(f, w->leading, w->baseline, hold);
        struct words_line *line = NEW(f->s->a, struct words_line);
        *line = (struct words_line){w, i};
        strip->notes = words_notes(f->s, w, i, strip->notes);
        flow_draw(f, strip, words_line_draw, line, 0, 0);
    }
}

struct strip *flow_whole(struct flow *f, const struct words *w, enum hold hold)
{
    struct strip *strip = flow_push(f, words_height(w), w->baseline, hold);
    for (size_t i = w->lines.count; i-- > 0;)
        strip->notes = words_notes(f->s, w, i, strip->notes);
    flow_draw(f, strip, words_draw, w, 0, 0);
    return strip;
}

void flow_notes(struct flow *f, const struct spans *spans, struct tag *parent)
{
    for (size_t i = 0; i < spans->notes.len; i++)
        note_set(f->s, spans->notes.at[i], parent);
}

static bool has_note(const struct element *first, const struct element *end)
{
    for (const struct element *e = first; e != end && e != NULL; e = e->next)
        if (e->kind == EL_NOTE ||
            (element_is_inline(e->kind) && has_note(e->first, NULL)))
            return true;
    return false;
}

bool flow_is_direct(const struct element *e)
{
    const struct element *c = e->first;
    if (c == NULL)
        return false;
    if (c->kind == EL_P && c->next == NULL)
        return paragraph_role(c) == PARAGRAPH_BODY && c->set[AT_LANG] == 0 &&
               !has_note(c->first, NULL);
    for (; c != NULL; c = c->next)
        if (!element_is_inline(c->kind))
            return false;
    return !has_note(e->first, NULL);
}

void flow_paragraph(struct flow *f, const struct element *first,
                    const struct element *end, const struct type_style *type,
                    enum hold last)
{
    if (first == NULL) /* a part that a template made and nothing filled */
        return;
    struct tag *tag = f->direct ? f->tag : tag_block(f->s, f->tag, TAG_P, f->lang, first);
    flow_paragraph_in(f, tag, first, end, type, last);
}

/* Text is no wider than its measure, as long as it is not in a table's cell or the note
 * to one: a line has as many characters whatever its size (docs/rules.md, Lines). */
static length flow_measure(const struct flow *f, const struct type_style *type)
{
    length body = type_of(f->s, TYPE_BODY)->size;
    int64_t measure = (int64_t)f->s->style->text.measure * type->size / body;
    return f->voice == VOICE_CELL || f->wide ? f->width
                                             : smaller(f->width, (length)measure);
}

void flow_paragraph_in(struct flow *f, struct tag *tag, const struct element *first,
                       const struct element *end, const struct type_style *type,
                       enum hold last)
{
    struct state *s = f->s;
    struct type_style own = *type;
    if (f->bold && type->size == voice_type(f)->size)
        own.face = FACE_BOLD;
    struct spans spans = spans_between(s, first, end, &own, f->lang, tag);
    /* a title, a quotation, the head of a column */
    bool even =
        f->even || (type->size > type_of(s, TYPE_BODY)->size && f->align == ALIGN_LEFT);
    length width = flow_measure(f, type);
    const struct words *w = even ? words_balanced(s, &spans, &own, width, f->align)
                                 : words_new(s, &spans, &own, width, f->align);
    flow_space(f, type->before);
    flow_lines(f, w, last);
    f->after = type->after;
    flow_notes(f, &spans, f->tag);
}

/* Whether what uses the whole width stands right before it, of which it says something.
 */
static bool is_note_to(const struct element *e)
{
    const struct element *before = e->parent->first;
    while (before != e && before->next != e)
        before = before->next;
    return before->kind == EL_CHART || before->kind == EL_TABLE ||
           before->kind == EL_BOX ||
           (before->kind == EL_LIST && list_kind(before) == LIST_FINDINGS);
}

static void flow_p(struct flow *f, const struct element *e)
{
    const enum paragraph_role role = paragraph_role(e);
    struct type_style type = *voice_type(f);
    bool leads = e->next != NULL && e->next->kind == EL_LIST;
    enum hold last = leads ? HOLD_WIDOW : HOLD_NONE; /* words before a list */
    bool cell = f->voice == VOICE_CELL;
    if (role == PARAGRAPH_LEAD_IN) {
        type = *type_of(f->s, TYPE_LEAD_IN);
        last = HOLD_WIDOW;
    } else if (role == PARAGRAPH_KEY || (role != PARAGRAPH_BODY && cell)) {
        type = *type_of(f->s, TYPE_TABLE_SUB);
        type.before = cell ? 0 : f->s->style->text.key_before;
        type.after = cell ? 0 : type_of(f->s, TYPE_BODY)->after;
    } else if (role == PARAGRAPH_SIDE) {
        type = *type_of(f->s, TYPE_SIDE);
        f->wide = is_note_to(e);
        if (f->wide && f->out.len > 0 && f->out.at[f->out.len - 1].hold < HOLD_ROWS)
            f->out.at[f->out.len - 1].hold = HOLD_ROWS;
    } else if (role == PARAGRAPH_STANDFIRST) {
        type = *type_of(f->s, TYPE_STANDFIRST);
        f->after = 0; /* closer to its heading than other text */
    } else if (role == PARAGRAPH_TITLE) {
        type = *type_of(f->s, TYPE_H1);
        last = HOLD_ALWAYS;
    }
    if (e->first == NULL)
        return;
    flow_id(f, e);
    enum lang outer = f->lang;
    f->lang = element_lang(e, outer);
    if (role == PARAGRAPH_KEY) { /* of signs that are drawn: nothing to be heard */
        flow_paragraph_in(f, NULL, e->first, NULL, &type, last);
    } else {
        flow_reference(f, e, NULL);
        flow_paragraph(f, e->first, NULL, &type, last);
    }
    f->wide = false;
    f->lang = outer;
}

void flow_turn(struct flow *f, enum turn turn)
{
    f->turn = turn > f->turn ? turn : f->turn;
}

static void flow_section(struct flow *f, const struct element *e)
{
    struct tag *outer = f->tag;
    static const enum turn turns[] = {[BREAK_NONE] = TURN_NONE,
                                      [BREAK_SOFT] = TURN_SOFT,
                                      [BREAK_PAGE] = TURN_PAGE,
                                      [BREAK_ODD] = TURN_ODD};
    flow_turn(f, turns[section_break(e)]);
    f->tag = tag_new(f->s->a, outer, TAG_SECT);
    f->tag->ref = e->ref;
    flow_anchor(f, spot_of(f->s, spot_key(f->s, e)));
    if (e->first != NULL && e->first->kind == EL_HEADING)
        f->quoted = e;
    else if (e->first == NULL ||
             e->first->kind != EL_DIVIDER) /* which prints it itself */
        flow_reference(f, e, NULL);
    flow_children(f, e);
    f->tag = outer;
}

void flow_keep(struct flow *f, size_t first)
{
    if (strips_height(&f->out, first, f->out.len) > page_room(f->s))
        return;
    for (size_t i = first; i + 1 < f->out.len; i++)
        if (f->out.at[i].hold < HOLD_KEEP)
            f->out.at[i].hold = HOLD_KEEP;
}

static void flow_together(struct flow *f, const struct element *e)
{
    size_t first = f->out.len;
    flow_children(f, e);
    flow_keep(f, first);
}

void flow_frame(struct flow *f, struct frame *frame, length before)
{
    flow_space(f, before);
    frame->outer = f->frame;
    frame->depth = f->frame == NULL ? 1 : f->frame->depth + 1;
    frame->first = f->out.len;
    frame->last = (size_t)-1;
    f->frame = frame;
    f->opening = true;
}

void flow_frame_end(struct flow *f, struct frame *frame, length after)
{
    frame->last = f->out.len;
    f->frame = frame->outer;
    if (frame->last > frame->first) {
        flow_keep(f, frame->first);
        f->out.at[frame->last - 1].hold = HOLD_NONE;
    }
    f->opening = false;
    f->after = after;
}

/* One of several paragraphs in a cell of a glossary. */
static bool is_meaning(const struct element *e)
{
    const struct element *td = e->parent, *tr = td->parent;
    if (td->kind != EL_TD || e->next == NULL || tr->parent == NULL)
        return false;
    const struct element *table = tr->parent->parent;
    return table != NULL && table->kind == EL_TABLE &&
           table_kind(table) == TABLE_GLOSSARY;
}

static void flow_lone(struct flow *f, const struct element *e)
{
    if (e->kind == EL_P) {
        flow_p(f, e);
        if (f->voice == VOICE_CELL && is_meaning(e))
            f->after = voice_type(f)->leading / 2;
    } else if (e->kind == EL_SECTION)
        flow_section(f, e);
    else if (e->kind == EL_KEEP)
        flow_together(f, e);
    else if (e->kind == EL_PAGEBREAK)
        flow_turn(f, TURN_PAGE);
}

void flow_block(struct flow *f, const struct element *e)
{
    static void (*const blocks[EL_COUNT])(struct flow *, const struct element *) = {
        [EL_P] = flow_lone,
        [EL_SECTION] = flow_lone,
        [EL_KEEP] = flow_lone,
        [EL_PAGEBREAK] = flow_lone,
        [EL_WIDE] = flow_wide,
        [EL_COVER] = flow_cover,
        [EL_LETTERHEAD] = flow_letterhead,
        [EL_TOC] = flow_toc,
        [EL_HEADING] = flow_heading,
        [EL_LIST] = flow_list,
        [EL_PARAGRAPHS] = flow_paragraphs,
        [EL_TABLE] = flow_table,
        [EL_RANGE] = flow_range,
        [EL_BOX] = flow_box,
        [EL_SCOREBOX] = flow_box,
        [EL_PANEL] = flow_box,
        [EL_QUOTATION] = flow_box,
        [EL_SIGNATURE] = flow_signature,
        [EL_FIGURE] = flow_figure,
        [EL_CHART] = flow_chart,
        [EL_STARS] = flow_stars,
        [EL_RATING] = flow_box,
        [EL_DIVIDER] = flow_divider,
        [EL_FORM] = flow_form,
        [EL_RIBBON] = flow_ribbon,
    };
    f->from = e;
    if (blocks[e->kind] == NULL)
        bug("no layout of <%s>", element_name(e->kind));
    blocks[e->kind](f, e);
}

void flow_children(struct flow *f, const struct element *e)
{
    flow_from(f, e, e->first);
}

void flow_from(struct flow *f, const struct element *e, const struct element *first)
{
    const struct type_style type = *voice_type(f);
    for (const struct element *c = first, *end; c != NULL; c = end) {
        end = c->next;
        if (c->kind == EL_EVIDENCE) /* its item has it beside its words */
            continue;
        if (!element_is_inline(c->kind)) {
            flow_block(f, c);
            continue;
        }
        while (end != NULL && element_is_inline(end->kind))
            end = end->next;
        f->from = e;
        flow_paragraph(f, c, end, &type, HOLD_NONE);
    }
}
