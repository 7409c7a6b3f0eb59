/* cover.c -- what opens a document: a cover, a letterhead, the divider of a theme. */
#include "html/work.h"

static void put_parts(struct web *w, const struct element *e, enum element_kind kind,
                      const char *class)
{
    for (const struct element *p = e->first; p != NULL; p = p->next)
        if (p->kind == kind)
            web_part(w, p, "p", class);
}

/* Lead and area are one heading, the page's first. */
static void put_cover_title(struct web *w, const struct element *e)
{
    const struct element *lead = element_child(e, EL_LEAD);
    const struct element *area = element_child(e, EL_AREA);
    const char *tag = area != NULL ? "h1" : "p";
    if (lead == NULL && area == NULL)
        return;
    w->heading = area != NULL;
    buf_printf(&w->out, "<%s class=\"cover-title\">", tag);
    web_part(w, lead, "span", "cover-lead");
    web_part(w, area, "span", "cover-area");
    buf_printf(&w->out, "</%s>\n", tag);
}

void web_cover(struct web *w, const struct element *e)
{
    buf_str(&w->out, "<div class=\"cover\"");
    web_id(w, e);
    buf_str(&w->out, ">\n");
    web_ground(w, &w->style->cover_made);
    buf_str(&w->out, "<div class=\"cover-names\">\n");
    put_parts(w, e, EL_NAME, "name");
    buf_str(&w->out, "</div>\n<div class=\"cover-block\"><div class=\"cover-inside\">\n");
    put_parts(w, e, EL_STRAP, "strap");
    put_cover_title(w, e);
    buf_str(&w->out, "</div></div>\n<div class=\"cover-foot\">\n");
    put_parts(w, e, EL_DATE, "date");
    put_parts(w, e, EL_ISBN, "isbn");
    put_parts(w, e, EL_OTHER, "edition");
    buf_str(&w->out, "</div>\n");
    if (element_child(e, EL_LOGO) != NULL) {
        buf_str(&w->out, "<div class=\"cover-logos\">\n");
        for (const struct element *p = e->first; p != NULL; p = p->next)
            if (p->kind == EL_LOGO)
                web_logo(w, p);
        buf_str(&w->out, "</div>\n");
    }
    web_reference(w, e);
    buf_str(&w->out, "</div>\n");
}

void web_letterhead(struct web *w, const struct element *e)
{
    buf_str(&w->out, "<div class=\"letterhead\"");
    web_id(w, e);
    buf_str(&w->out, ">\n");
    web_reference(w, e);
    buf_str(&w->out, "<div class=\"cover-names\">\n");
    put_parts(w, e, EL_NAME, "name");
    put_parts(w, e, EL_ADDRESS, "address");
    buf_str(&w->out, "</div>\n<div class=\"straps\">\n");
    put_parts(w, e, EL_STRAP, "strap");
    buf_str(&w->out, "</div>\n</div>\n");
}

/* Label and number are for the eye; the heading says them too. */
static void put_drawn(struct web *w, const struct element *e, enum element_kind kind,
                      const char *class)
{
    const struct element *part = element_child(e, kind);
    if (part == NULL)
        return;
    buf_printf(&w->out, "<p class=\"%s\" aria-hidden=\"true\">", class);
    web_words(w, part->first, NULL);
    buf_str(&w->out, "</p>\n");
}

static void put_divider_heading(struct web *w, const struct element *heading,
                                const struct element *drawn)
{
    w->heading = 1;
    buf_printf(&w->out, "<h%d", 1 + w->shift);
    web_id(w, heading);
    buf_str(&w->out, " class=\"divider-title\">");
    if (drawn != NULL) {
        web_hidden(w, arena_printf(w->a, "%s%s", web_heading_number(w, heading),
                                   element_plain(w->a, heading)));
        buf_str(&w->out, "<span aria-hidden=\"true\">");
        web_words(w, drawn->first, NULL);
        buf_str(&w->out, "</span>");
    } else {
        web_text(w, web_heading_number(w, heading));
        web_words(w, heading->first, NULL);
    }
    buf_printf(&w->out, "</h%d>\n", 1 + w->shift);
}

void web_divider(struct web *w, const struct element *e)
{
    const struct element *heading = element_child(e, EL_HEADING);
    buf_str(&w->out, "<div class=\"divider\">\n");
    if (heading != NULL)
        put_divider_heading(w, heading, element_child(e, EL_TITLE));
    web_reference(w, e->parent);
    put_drawn(w, e, EL_LABEL, "divider-label");
    put_drawn(w, e, EL_VALUE, "divider-number");
    buf_str(&w->out, "</div>\n");
    for (const struct element *c = e->first; c != NULL; c = c->next)
        if (c != heading && c->kind != EL_TITLE && c->kind != EL_LABEL &&
            c->kind != EL_VALUE)
            web_element(w, c);
}
