/* heading.c -- headings with the scores and labels beside them, and the way from a
 * heading to the same block of the other edition. */
#include "html/work.h"

#include <string.h>

/* "1.1" stands an en space before the words, "1." and "Appendix 1:" a space. */
const char *web_heading_number(struct web *w, const struct element *e)
{
    const char *number = e->at[AT_NUMBER] != NULL ? e->at[AT_NUMBER] : e->label;
    if (number == NULL || *number == '\0')
        return "";
    const char last = number[strlen(number) - 1];
    return arena_printf(w->a, "%s%s", number,
                        last == '.' || last == ':' ? " " : "\xe2\x80\x82");
}

static bool is_under(const struct element *aside)
{
    return aside != NULL && aside_kind(aside) == ASIDE_OVER;
}

/* The section that a heading names: its own, or that of the box that opens it. */
static const struct element *named_by(const struct element *heading)
{
    const struct element *first = heading, *section = heading->parent;
    if (section->kind != EL_SECTION && section->parent != NULL) {
        first = section;
        section = section->parent;
    } else if (section->first != heading) {
        return NULL;
    }
    return section->kind == EL_SECTION && section->first == first ? section : NULL;
}

/* Whether it stands in another that is called something: not in the one whose heading is
 * the page's own title. */
static bool is_within(const struct web *w, const struct element *section)
{
    int names = 0;
    for (const struct element *e = section->parent; e != NULL; e = e->parent) {
        const struct element *divider = element_child(e, EL_DIVIDER);
        names += e->kind == EL_SECTION &&
                 element_child(divider != NULL ? divider : e, EL_HEADING) != NULL;
    }
    return names > (w->shift == 0 ? 1 : 0);
}

/* The word for the other language, in that language: "Cymraeg"; and for those who hear
 * a list of links, of what: it is the only word of each that is seen.  Sections within
 * sections have none: who hears a page would hear it at every turn. */
static void put_other(struct web *w, const struct element *heading)
{
    const struct element *section = named_by(heading);
    if (w->other == NULL || section == NULL || section->at[AT_ID] == NULL ||
        is_within(w, section))
        return;
    const char *code = lang_code(w->report->lang == LANG_EN ? LANG_CY : LANG_EN);
    buf_printf(&w->out, "<p class=\"other\"><a lang=\"%s\" hreflang=\"%s\" href=\"", code,
               code);
    buf_xml(&w->out, w->other);
    buf_printf(&w->out, "#%s\">", web_target(w, section->at[AT_ID]));
    web_text(w, w->report->words[LAYOUT_WEB_OTHER]);
    buf_printf(&w->out, "<span class=\"heard\" lang=\"%s\">: ", lang_code(w->lang));
    web_text(w, element_plain(w->a, heading));
    buf_str(&w->out, "</span></a></p>\n");
}

/* What stands beside: "Section score 76%", or the head of a column of evidence. */
static void put_aside(struct web *w, const struct element *aside)
{
    const struct element *label = element_child(aside, EL_LABEL);
    const struct element *value = element_child(aside, EL_VALUE);
    if (value == NULL) {
        web_part(w, label, "p", "column-head");
        return;
    }
    buf_str(&w->out, "<p class=\"score\">");
    web_part(w, label, "span", "label");
    web_part(w, value, "span", "value");
    buf_str(&w->out, "</p>\n");
}

static void put_own_words(struct web *w, const struct element *e, bool numbered)
{
    const struct element *section = e->parent;
    if (section->kind == EL_SECTION && section->first == e)
        web_reference(w, section);
    web_reference(w, e);
    if (numbered)
        web_text(w, web_heading_number(w, e));
    web_words(w, e->first, NULL);
}

static void put_heading(struct web *w, const struct element *e, bool numbered)
{
    const int level = element_number(e, AT_LEVEL, 1);
    const char *bar = e->at[AT_BAR];
    w->heading = level;
    buf_printf(&w->out, "<h%d", level + w->shift);
    web_id(w, e);
    if (bar != NULL && style_colour(w->style, bar) != NULL)
        buf_printf(&w->out, " class=\"h%d bar%s\"", level,
                   svg_colour_class(w->a, w->style, *style_colour(w->style, bar)));
    else
        buf_printf(&w->out, " class=\"h%d\"", level);
    buf_char(&w->out, '>');
    put_own_words(w, e, numbered);
    buf_printf(&w->out, "</h%d>\n", level + w->shift);
}

void web_heading(struct web *w, const struct element *e)
{
    const struct element *aside = element_child(e, EL_ASIDE);
    const bool under = is_under(aside);
    if (aside == NULL) {
        put_heading(w, e, true);
        put_other(w, e);
        return;
    }
    buf_printf(&w->out, "<div class=\"%s\">\n",
               under                            ? "head over"
               : element_child(aside, EL_VALUE) ? "head scored"
                                                : "head");
    if (under)
        web_part(w, element_child(aside, EL_LABEL), "p", "over-label");
    put_heading(w, e, !under);
    if (under)
        web_part(w, element_child(aside, EL_VALUE), "p", "over-value");
    else
        put_aside(w, aside);
    buf_str(&w->out, "</div>\n");
    put_other(w, e);
}

/* Of a box: a level under the heading before it, so that a reader can go to it. */
void web_title(struct web *w, const struct element *e, const char *id)
{
    const int level = w->heading == 0 ? 0 : w->heading < 4 ? w->heading + 1 : 4;
    if (level == 0)
        buf_str(&w->out, "<p");
    else
        buf_printf(&w->out, "<h%d", level + w->shift);
    buf_attribute(&w->out, "id", id);
    buf_str(&w->out, " class=\"box-title\">");
    web_words(w, e->first, NULL);
    if (level == 0)
        buf_str(&w->out, "</p>\n");
    else
        buf_printf(&w->out, "</h%d>\n", level + w->shift);
}
