/* heading.c -- headings of level 1 to 4, with the score of a section at the right, the
 * rule under it and the bar over lists of findings.  In: a heading; out: one strip that
 * holds to the next, a bookmark for levels 1 and 2. */
#include "layout/evidence.h"

#include "layout/spot.h"

#include <stdlib.h>
#include <string.h>

static int heading_level(const struct element *e)
{
    return element_number(e, AT_LEVEL, 1);
}

static bool is_letter(const struct state *s)
{
    return report_kind(s->report->root) == REPORT_LETTER;
}

static const struct type_style *heading_type(const struct flow *f, int level)
{
    static const enum type_id types[] = {TYPE_H1, TYPE_H2, TYPE_H3, TYPE_H4};
    static const enum type_id letter[] = {TYPE_LETTER_TITLE, TYPE_LETTER_H2,
                                          TYPE_LETTER_H3, TYPE_H4};
    if (f->voice == VOICE_BOX && f->box->types.heading > 0)
        return &f->s->style->types[f->box->types.heading - 1];
    return type_of(f->s, is_letter(f->s) ? letter[level - 1] : types[level - 1]);
}

/* "1.1" stands an en space before the words, "1." and "Appendix 1:" a space. */
const char *heading_number(struct state *s, const struct element *e)
{
    const char *number = e->at[AT_NUMBER] != NULL ? e->at[AT_NUMBER] : e->label;
    if (number == NULL || *number == '\0')
        return "";
    char last = number[strlen(number) - 1];
    bool stopped = last == '.' || last == ':';
    return arena_printf(s->a, "%s%s", number, stopped ? " " : "\xe2\x80\x82");
}

static const char *plain_behind(struct state *s, const struct element *e,
                                const char *number)
{
    struct buf plain = buf_new(s->a);
    buf_str(&plain, number);
    for (const struct element *c = e->first; c != NULL; c = c->next)
        if (element_is_inline(c->kind) && c->kind != EL_NOTE)
            buf_str(&plain, c->kind == EL_TEXT ? c->text : element_plain(s->a, c));
    return plain.at;
}

const char *heading_plain(struct state *s, const struct element *e)
{
    return plain_behind(s, e, heading_number(s, e));
}

/* A line stands over it, which says the number in words. */
static bool is_under(const struct element *e)
{
    const struct element *aside = element_child(e, EL_ASIDE);
    return aside != NULL && aside_kind(aside) == ASIDE_OVER;
}

static struct spans heading_spans(struct flow *f, const struct element *e,
                                  const struct type_style *type, struct tag *tag)
{
    struct state *s = f->s;
    const char *number = is_under(e) ? "" : heading_number(s, e);
    struct spans all = spans_words(s, number, type, f->lang, tag);
    struct spans own = spans_of(s, e, type, f->lang, tag);
    for (size_t i = 0; i < own.at.len; i++)
        spans_add(s, &all, own.at.at[i]);
    all.notes = own.notes;
    return all;
}

static void bar_draw(struct canvas *c, const void *what, length x, length y)
{
    const struct heading_lengths *k = &c->s->style->heading;
    *array_push(c->s->a, &c->page->items) =
        item_rectangle(c->s->a, x, y, k->bar_width, k->bar, *(const struct colour *)what);
}

static void bar_say(struct flow *f, const struct element *e)
{
    const struct style *s = f->s->style;
    const char *name = e->at[AT_BAR];
    const char *near = nearest_name(name, s->colour_names, s->colour_count);
    diag(f->s->d, DIAG_ATTRIBUTE_WRONG, e->pos, "bar=\"%s\" of <heading>; %s", name,
         near != NULL ? arena_printf(f->s->a, "did you mean \"%s\"?", near)
                      : "take one of the colours in the house's style.yaml");
}

/* The bar over a heading, in the colour of the palette that the template names. */
static length heading_bar(struct flow *f, const struct element *e, struct strip *strip)
{
    const struct style *s = f->s->style;
    if (e->at[AT_BAR] == NULL)
        return 0;
    const struct colour *colour = style_colour(s, e->at[AT_BAR]);
    if (colour == NULL) {
        bar_say(f, e);
        return 0;
    }
    flow_draw(f, strip, bar_draw, colour, 0, 0);
    return s->heading.bar + s->heading.bar_under;
}

/* A section's score: right-aligned, its last line on the heading's bottom. */
struct aside {
    const struct words *label, *value;
};

static const struct words *aside_words(struct flow *f, const struct element *part,
                                       enum type_id type, const char *behind,
                                       struct tag *tag)
{
    struct state *s = f->s;
    if (part == NULL)
        return NULL;
    struct spans spans = spans_of(s, part, type_of(s, type), f->lang, tag);
    if (*behind != '\0') /* so that a reader does not run label and value together */
        spans_add(s, &spans, span_of(type_of(s, type), f->lang, behind, tag));
    return words_new(s, &spans, type_of(s, type), s->style->heading.score_width,
                     ALIGN_RIGHT);
}

static bool has_score(const struct element *heading)
{
    const struct element *aside = element_child(heading, EL_ASIDE);
    return aside != NULL && !is_under(heading) && element_child(aside, EL_VALUE) != NULL;
}

static struct aside heading_aside(struct flow *f, const struct element *e)
{
    const struct element *a = element_child(e, EL_ASIDE);
    if (a == NULL)
        return (struct aside){0};
    struct tag *tag = tag_new(f->s->a, f->tag, TAG_P);
    return (struct aside){
        aside_words(f, element_child(a, EL_LABEL), TYPE_SECTION_SCORE_LABEL, " ", tag),
        aside_words(f, element_child(a, EL_VALUE), TYPE_SECTION_SCORE, "", tag)};
}

static length words_tall(const struct words *w)
{
    return w == NULL ? 0 : words_height(w);
}

static void rule_draw(struct canvas *c, const void *what, length x, length y)
{
    *array_push(c->s->a, &c->page->items) =
        item_rule(c->s->a, x, y, *(const length *)what, c->s->style->heading.rule,
                  colour_of(c->s, ROLE_HEADING_RULE));
}

/* The rule under a heading of a section. */
static void heading_rule(struct flow *f, struct strip *strip)
{
    const struct heading_lengths *k = &f->s->style->heading;
    length *width = NEW(f->s->a, length);
    *width = f->width;
    flow_draw(f, strip, rule_draw, width, 0, strip->height + k->rule_over + k->rule / 2);
    strip->height += k->rule_over + k->rule;
}

/* A part of the line over a heading, in a P of its own. */
static const struct words *over_words(struct flow *f, const struct element *e,
                                      enum element_kind kind, enum align align)
{
    const struct type_style *type = type_of(f->s, TYPE_SECTION_OVER);
    const struct element *part = element_child(element_child(e, EL_ASIDE), kind);
    if (part == NULL)
        return NULL;
    struct spans spans =
        spans_of(f->s, part, type, f->lang, tag_new(f->s->a, f->tag, TAG_P));
    return words_new(f->s, &spans, type, f->width, align);
}

/* What the section is at the left, its score at the right. */
static void heading_over(struct flow *f, const struct words *label,
                         const struct words *value)
{
    const struct words *any = label != NULL ? label : value;
    if (any == NULL)
        return;
    struct strip *strip = flow_push(f, any->leading, any->baseline, HOLD_ALWAYS);
    if (label != NULL)
        flow_draw(f, strip, words_draw, label, 0, 0);
    if (value != NULL)
        flow_draw(f, strip, words_draw, value, 0, 0);
    f->after = f->s->style->heading.over_under;
}

/* The heading's own words end `text` high; the aside stands at its right, a rule under
 * both. */
static void heading_score(struct flow *f, struct strip *strip, const struct element *e)
{
    const struct aside a = heading_aside(f, e);
    const struct heading_lengths *k = &f->s->style->heading;
    length label = words_tall(a.label), value = words_tall(a.value);
    length text = strip->height, height = larger(text, label + value);
    length x = f->width - k->score_width;
    for (struct drawn *d = strip->drawn; d != NULL; d = d->next)
        d->y += height - text;
    if (a.label != NULL)
        flow_draw(f, strip, words_draw, a.label, x, height - value - label);
    if (a.value != NULL)
        flow_draw(f, strip, words_draw, a.value, x, height - value);
    strip->height = height;
    heading_rule(f, strip);
}

/* What the column of evidence says, over it on the heading's last line; where there is no
 * column, under it. */
static void heading_column(struct flow *f, const struct element *e, struct strip *strip,
                           const struct type_style *type)
{
    const struct element *aside = element_child(e, EL_ASIDE);
    const struct element *label = aside != NULL ? element_child(aside, EL_LABEL) : NULL;
    const struct type_style *own = type_of(f->s, TYPE_EVIDENCE_HEAD);
    if (label == NULL)
        return;
    struct spans spans =
        spans_of(f->s, label, own, f->lang, tag_new(f->s->a, f->tag, TAG_P));
    if (!evidence_is_beside(f)) {
        f->after = f->s->style->heading.over_under;
        flow_whole(f, words_new(f->s, &spans, own, f->width, ALIGN_LEFT), HOLD_ALWAYS);
        f->after = type->after;
        return;
    }
    const struct words *w =
        words_new(f->s, &spans, own, f->s->style->evidence.width, ALIGN_LEFT);
    length baseline = strip->height - type->leading + type_baseline(f->s->style, type);
    flow_draw(f, strip, words_draw, w, evidence_left(f), baseline - w->baseline);
}

/* Bookmarks are of the report's own headings, not of what a box or a cell says. */
static void heading_bookmark(struct flow *f, const struct element *e, int level)
{
    if ((!f->page && !f->cell) || level > 2)
        return;
    f->bookmark = is_under(e) ? plain_behind(f->s, e, "") : heading_plain(f->s, e);
    f->level = level;
}

static length heading_before(const struct flow *f, const struct type_style *type,
                             int level)
{
    if (level == 1 && f->voice == VOICE_BODY && !is_letter(f->s))
        return f->s->style->heading.h1_mid_page;
    return type->before;
}

/* Its own, and that of the section which it heads: who goes from heading to heading hears
 * how to quote it. */
static void heading_references(struct flow *f, const struct element *e, struct tag *tag)
{
    if (f->quoted != NULL)
        flow_reference(f, f->quoted, tag);
    f->quoted = NULL;
    flow_reference(f, e, tag);
}

void flow_heading(struct flow *f, const struct element *e)
{
    static const enum tag_type tags[] = {TAG_H1, TAG_H2, TAG_H3, TAG_H4};
    int level = f->s->heading = (int)heading_level(e);
    const struct type_style *type = heading_type(f, level);
    bool score = has_score(e);
    const struct heading_lengths *k = &f->s->style->heading;
    length width = score ? smaller(f->width, k->beside_score) : f->width;
    flow_id(f, e);
    bool under = is_under(e);
    const struct words *label = under ? over_words(f, e, EL_LABEL, ALIGN_LEFT) : NULL;
    struct tag *tag = tag_block(f->s, f->tag, tags[level - 1], f->lang, e);
    heading_references(f, e, tag);
    struct spans spans = heading_spans(f, e, type, tag);
    const struct words *w = words_balanced(f->s, &spans, type, width, ALIGN_LEFT);
    heading_bookmark(f, e, level);
    flow_space(f, heading_before(f, type, level));
    if (under) /* the label is read before the heading, the value behind it */
        heading_over(f, label, over_words(f, e, EL_VALUE, ALIGN_RIGHT));
    struct strip *strip = flow_whole(f, w, HOLD_ALWAYS);
    length bar = heading_bar(f, e, strip);
    for (struct drawn *d = strip->drawn; d != NULL && bar > 0; d = d->next)
        d->y += d->draw == bar_draw ? 0 : bar;
    strip->height += bar;
    strip->baseline += bar;
    f->after = type->after;
    flow_notes(f, &spans, f->tag);
    if (!score && !under) {
        heading_column(f, e, strip, type);
        return;
    }
    if (score)
        heading_score(f, strip, e);
    else
        heading_rule(f, strip);
    f->after = k->rule_under;
    f->opening = true; /* what follows stands in this distance, whatever it wants */
}
