/* furniture.c -- in: a page and the report's fixed words; out: foot and marks as
 * artifacts. The line that says what stage this is is real text on the first page, so
 * that a screen reader says it once. */
#include "layout/furniture.h"

#include "layout/words.h"

#include <string.h>

static struct spans fixed_spans(struct canvas *c, const char *words, enum type_id type,
                                struct tag *tag)
{
    return spans_words(c->s, words, type_of(c->s, type), c->s->report->lang, tag);
}

/* One line, its baseline at y, left, centred or right in the text's width. */
static void line_at(struct canvas *c, const struct spans *spans, enum type_id type,
                    enum align align, length y, enum artifact artifact)
{
    struct state *s = c->s;
    const struct words *w = words_line(s, spans, type_of(s, type));
    if (w->lines.count == 0)
        return;
    length margin = s->style->page.margin;
    length free = c->page->width - 2 * margin - w->lines.at[0].width;
    length x = margin + (align == ALIGN_RIGHT    ? free
                         : align == ALIGN_CENTRE ? free / 2
                                                 : 0);
    line_place(s->a, c->page, &w->lines.at[0], x, y, artifact);
}

/* What runs at the foot: the section that the page belongs to, where it is asked for. */
static struct spans foot_spans(const struct canvas *c, bool odd)
{
    struct state *s = c->s;
    const struct type_style *type = type_of(s, TYPE_FOOT);
    bool named = odd && foot_kind(s->report->foot) == FOOT_OF_SECTION;
    const char *section = NULL;
    for (size_t i = 0; i < s->bookmarks.len && named; i++)
        if (s->bookmarks.at[i].level == 1)
            section = s->bookmarks.at[i].title;
    if (section != NULL)
        return spans_words(s, section, type, s->report->lang, NULL);
    return spans_of(s, s->report->foot, type, s->report->lang, NULL);
}

/* The running foot beside the page number; a long one takes a second line of about the
 * same length, and the two stand between the rule over them and the marking under them.
 */
static void foot_words_draw(struct canvas *c, bool odd, length y, length number)
{
    struct state *s = c->s;
    const struct type_style *type = type_of(s, TYPE_FOOT);
    length margin = s->style->page.margin;
    length width = c->page->width - 2 * margin;
    struct spans foot = foot_spans(c, odd);
    const struct words *w =
        words_balanced(s, &foot, type, width - number - s->style->foot.gap, ALIGN_LEFT);
    length lines = (length)w->lines.count;
    y -= (lines - 1) * w->leading * 3 / 5;
    for (length i = 0; i < lines; i++, y += w->leading) {
        const struct line *line = &w->lines.at[i];
        line_place(s->a, c->page, line, odd ? margin : margin + width - line->width, y,
                   ARTIFACT_FOOTER);
    }
}

static void foot_draw(struct canvas *c)
{
    struct state *s = c->s;
    bool odd = c->number % 2 == 0; /* the first page is 1 */
    length margin = s->style->page.margin;
    length y = s->style->foot.baseline;
    struct item rule =
        item_rule(s->a, margin, s->style->foot.rule_top, c->page->width - 2 * margin,
                  s->style->foot.rule, colour_of(s, ROLE_FOOT_RULE));
    rule.artifact = ARTIFACT_FOOTER;
    *array_push(s->a, &c->page->items) = rule;
    struct spans number = fixed_spans(c, c->page->label, TYPE_FOOT_NUMBER, NULL);
    if (s->report->foot != NULL) { /* alike on all pages, whatever their numbers */
        struct spans widest = fixed_spans(c, "00", TYPE_FOOT_NUMBER, NULL);
        const struct words *w = words_line(s, &widest, type_of(s, TYPE_FOOT_NUMBER));
        foot_words_draw(c, odd, y, words_width(w));
    }
    line_at(c, &number, TYPE_FOOT_NUMBER, odd ? ALIGN_RIGHT : ALIGN_LEFT, y,
            ARTIFACT_FOOTER);
}

static length up_by(const struct canvas *c)
{
    bool letter = report_kind(c->s->report->root) == REPORT_LETTER;
    return letter && c->number == 0 ? c->s->style->marks.letter_up : 0;
}

/* Said once, on the first page, as it is written; capitals are for the eye. */
static struct tag *marking_tag(struct canvas *c)
{
    const char *marking = c->s->report->words[LAYOUT_MARKING];
    if (c->number != 0 || c->s->stage_tag == NULL || *marking == '\0')
        return NULL;
    struct tag *tag = tag_inline(c->s->a, c->s->stage_tag, TAG_SPAN);
    tag->actual_text = arena_printf(c->s->a, "%s. ", marking);
    return tag;
}

static void marking_top_draw(struct canvas *c)
{
    const char *marking = c->s->report->words[LAYOUT_MARKING];
    if (marking == NULL || *marking == '\0')
        return;
    struct tag *tag = marking_tag(c);
    struct spans spans = fixed_spans(c, lang_caps(c->s->a, c->s->report->lang, marking),
                                     TYPE_MARKING, tag);
    line_at(c, &spans, TYPE_MARKING, ALIGN_CENTRE, c->s->style->marks.top - up_by(c),
            tag == NULL ? ARTIFACT_HEADER : ARTIFACT_NONE);
}

static void mark_at(struct canvas *c, enum layout_word word, enum type_id type,
                    enum align align, length y, bool upper, enum artifact artifact)
{
    const char *words = c->s->report->words[word];
    if (words == NULL || *words == '\0')
        return;
    if (upper)
        words = lang_caps(c->s->a, c->s->report->lang, words);
    struct spans spans = fixed_spans(c, words, type, NULL);
    line_at(c, &spans, type, align, y, artifact);
}

/* "PROOF", turned, in the right margin; on a cover light in its block. */
static void stage_word_draw(struct canvas *c, bool cover)
{
    const char *word = c->s->report->words[LAYOUT_STAGE];
    if (word == NULL || *word == '\0')
        return;
    size_t since = c->page->items.len;
    struct type_style type = *type_of(c->s, TYPE_STAGE_WORD);
    if (cover)
        type.colour = colour_of(c->s, ROLE_ON_BLOCK);
    struct spans spans = spans_words(c->s, lang_caps(c->s->a, c->s->report->lang, word),
                                     &type, c->s->report->lang, NULL);
    const struct words *w = words_line(c->s, &spans, &type);
    const struct marks_lengths *k = &c->s->style->marks;
    length top = cover ? k->word_top_cover : k->word_top;
    if (w->lines.count == 0)
        return;
    length x = c->page->width - k->word_right;
    line_place(c->s->a, c->page, &w->lines.at[0], x, top, ARTIFACT_HEADER);
    for (size_t i = since; i < c->page->items.len; i++) {
        struct item *it = &c->page->items.at[i];
        it->y = top + (it->x - x); /* what ran right now runs down */
        it->x = x;
        it->run.turned = it->kind == ITEM_RUN;
    }
}

/* The line under the upper mark; a long name takes a second one, over the text's top.
 * NULL: there is none. */
static const struct words *stage_line(struct canvas *c, struct tag *tag)
{
    const char *line = c->s->report->words[LAYOUT_STAGE_LINE];
    if (line == NULL || *line == '\0')
        return NULL;
    struct spans spans = fixed_spans(c, line, TYPE_STAGE_LINE, tag);
    return words_new(c->s, &spans, type_of(c->s, TYPE_STAGE_LINE),
                     c->page->width - 2 * c->s->style->marks.line_edge, ALIGN_LEFT);
}

length stage_line_more(struct canvas *c)
{
    const struct words *w = stage_line(c, NULL);
    return w == NULL ? 0 : (length)(w->lines.count - 1) * c->s->style->marks.line_next;
}

/* Said to a reader on the first page. */
static void stage_line_draw(struct canvas *c)
{
    const struct marks_lengths *k = &c->s->style->marks;
    struct tag *tag = c->number == 0 ? c->s->stage_tag : NULL;
    const length width = c->page->width - 2 * k->line_edge;
    const struct words *w = stage_line(c, tag);
    if (w == NULL)
        return;
    for (length i = 0; i < (length)w->lines.count; i++) {
        const struct line *l = &w->lines.at[i];
        line_place(c->s->a, c->page, l, k->line_edge + (width - l->width) / 2,
                   k->line_top - up_by(c) + i * k->line_next,
                   tag == NULL ? ARTIFACT_HEADER : ARTIFACT_NONE);
    }
}

static void marks_draw(struct canvas *c, bool cover)
{
    marking_top_draw(c);
    stage_line_draw(c);
    mark_at(c, LAYOUT_MARKING, TYPE_MARKING, ALIGN_CENTRE, c->s->style->marks.bottom,
            true, ARTIFACT_FOOTER);
    const length ends = c->s->style->marks.bottom + c->s->style->marks.ends;
    mark_at(c, LAYOUT_VERSION, TYPE_STAGE_LINE, ALIGN_LEFT, ends, false, ARTIFACT_FOOTER);
    mark_at(c, LAYOUT_HASH, TYPE_STAGE_LINE, ALIGN_RIGHT, ends, false, ARTIFACT_FOOTER);
    stage_word_draw(c, cover || c->dark);
}

void furniture_draw(struct canvas *c, bool foot, bool cover)
{
    switch (c->s->report->stage) {
    case STAGE_PROOF:
    case STAGE_PROVISIONAL:
    case STAGE_DRAFT:
    case STAGE_EMBARGO: marks_draw(c, cover); break;
    case STAGE_FINAL: break;
    }
    if (foot)
        foot_draw(c);
}
