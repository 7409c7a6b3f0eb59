/* note.c -- in: note elements; out: their strips and, on a page, their lines over its
 * foot.  Which page that is, fill.c decides. */
#include "layout/note.h"

#include "layout/flow.h"
#include "layout/spot.h"

/* The note whose text `n` points to: itself, or, where a note is named again without
 * words, the one before it of that name. */
static struct note *note_text(struct state *s, struct note *n)
{
    const char *name = n->element->at[AT_NAME];
    struct note *before = name == NULL ? NULL : map_get(s->named, name);
    if (n->element->first == NULL && before != NULL)
        return before;
    if (name != NULL)
        map_put(s->named, name, n);
    return n;
}

struct note *note_new(struct state *s, const struct element *e)
{
    struct note *n = NEW(s->a, struct note);
    n->element = e;
    n->label = e->label == NULL ? "" : e->label;
    n->to_text.to = &note_text(s, n)->text;
    n->to_text.plain = true;
    n->to_text.contents =
        arena_printf(s->a, "%s %s", s->report->words[LAYOUT_NOTE_LINK], n->label);
    return n;
}

/* The label, a link back to the mark. */
static const struct words *label_words(struct state *s, struct note *n, struct tag *note)
{
    struct linking *back = NEW(s->a, struct linking);
    struct tag *label = tag_new(s->a, note, TAG_LBL);
    back->tag = tag_new(s->a, label, TAG_LINK);
    back->to = &n->mark;
    back->plain = true;
    back->contents = s->report->words[LAYOUT_NOTE_BACK];
    struct mark_of *mark = NEW(s->a, struct mark_of);
    mark->link = back;
    const struct type_style *type = type_of(s, TYPE_NOTE);
    struct spans spans = {0};
    struct span span =
        span_of(type, s->report->lang, arena_printf(s->a, "%s ", n->label), back->tag);
    span.data = mark;
    spans_add(s, &spans, span);
    return words_line(s, &spans, type);
}

void note_set(struct state *s, struct note *n, struct tag *parent)
{
    if (n->element->first == NULL)
        return;
    length width = page_text_width(s);
    length indent = s->style->note.indent;
    struct tag *tag = tag_new(s->a, parent, TAG_NOTE);
    tag->id = arena_printf(s->a, "note-%zu", ++s->notes);
    struct flow f = flow_new(s, width - indent, tag);
    f.left = indent;
    f.voice = VOICE_NOTE;
    const struct words *label = label_words(s, n, tag);
    flow_beside(&f, words_draw, label, 0, label->baseline);
    flow_anchor(&f, &n->text);
    f.margin = true;
    flow_reference(&f, n->element, NULL);
    flow_children(&f, n->element);
    n->strips = f.out;
    n->height = strips_height(&n->strips, 0, n->strips.len);
}

length notes_room(const struct state *s, length height)
{
    return height == 0 ? 0 : height + type_of(s, TYPE_NOTE)->before + s->style->note.room;
}

void notes_draw(struct canvas *c, const struct note_part *parts, size_t count,
                length bottom)
{
    length height = 0, x = c->s->style->page.margin;
    for (size_t i = 0; i < count; i++)
        height += strips_height(&parts[i].note->strips, parts[i].from, parts[i].to);
    if (count == 0)
        return;
    length y = bottom - height;
    *array_push(c->s->a, &c->page->items) = item_rule(
        c->s->a, x, y - type_of(c->s, TYPE_NOTE)->before, c->s->style->note.rule_width,
        c->s->style->note.rule, colour_of(c->s, ROLE_NOTE_RULE));
    for (size_t i = 0; i < count; i++)
        y = strips_draw(c, &parts[i].note->strips,
                        &(struct take){.from = parts[i].from, .to = parts[i].to}, x, y);
}
