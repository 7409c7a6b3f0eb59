/* box.c -- boxes of all kinds: title, heading, what stands at the side, text and foot, in
 * the order in which the PDF reads them.  How each looks is a class, by the name that the
 * house gives it. */
#include "html/work.h"

#include <string.h>

static const char *look_name(const struct element *e)
{
    return e->at[AT_LOOK] != NULL ? e->at[AT_LOOK] : element_name(e->kind);
}

static bool at_side(const struct box_style *k, enum side_part part)
{
    return k != NULL && k->side.width > 0 && k->side.types[part] > 0;
}

static void put_title(struct web *w, const struct element *e, const char *id)
{
    const struct element *title = element_child(e, EL_TITLE);
    const struct element *aside = element_child(e, EL_ASIDE);
    if (title == NULL)
        return;
    web_title(w, title, id);
    if (aside == NULL)
        return;
    buf_str(&w->out, "<p class=\"box-aside\">");
    for (const struct element *part = aside->first; part != NULL; part = part->next) {
        web_words(w, part->first, NULL);
        buf_str(&w->out, part->next != NULL ? " " : "");
    }
    buf_str(&w->out, "</p>\n");
}

static void put_score(struct web *w, const struct element *e, const struct box_style *k)
{
    const struct element *label = element_child(e, EL_LABEL);
    const struct element *value = element_child(e, EL_VALUE);
    if (!at_side(k, SIDE_LABEL))
        label = NULL;
    if (!at_side(k, SIDE_VALUE))
        value = NULL;
    if (label == NULL && value == NULL)
        return;
    buf_str(&w->out, "<p class=\"score\">");
    web_part(w, label, "span", "label");
    web_part(w, value, "span", "value");
    buf_str(&w->out, "</p>\n");
}

static void put_side(struct web *w, const struct element *e, const struct box_style *k)
{
    const struct element *heading = element_child(e, EL_HEADING);
    const struct element *stars = element_child(e, EL_STARS);
    const struct element *comment = element_child(e, EL_COMMENT);
    if (k == NULL || k->side.width == 0)
        return;
    buf_str(&w->out, "<div class=\"side\">\n");
    if (heading != NULL && at_side(k, SIDE_HEADING))
        web_heading(w, heading);
    put_score(w, e, k);
    if (stars != NULL && at_side(k, SIDE_STARS))
        web_stars(w, stars);
    if (comment != NULL && at_side(k, SIDE_COMMENT))
        web_part(w, comment, "p", "comment");
    buf_str(&w->out, "</div>\n");
}

/* What has a place of its own in the box. */
static bool is_placed(const struct element *e, const struct box_style *k)
{
    return e->kind == EL_TITLE || e->kind == EL_ASIDE || e->kind == EL_HEADING ||
           e->kind == EL_LABEL || e->kind == EL_VALUE || e->kind == EL_COMMENT ||
           e->kind == EL_MEANING || e->kind == EL_BY ||
           (e->kind == EL_STARS && at_side(k, SIDE_STARS));
}

static void put_foot(struct web *w, const struct element *e, const struct box_style *k)
{
    const struct element *comment = element_child(e, EL_COMMENT);
    const struct element *meaning = element_child(e, EL_MEANING);
    if (comment != NULL && !at_side(k, SIDE_COMMENT)) {
        buf_str(&w->out, "<p class=\"foot\">");
        web_reference(w, comment);
        web_words(w, comment->first, NULL);
        buf_str(&w->out, "</p>\n");
    }
    if (meaning != NULL) {
        buf_str(&w->out, "<div class=\"foot\">\n");
        web_children(w, meaning);
        buf_str(&w->out, "</div>\n");
    }
    web_part(w, element_child(e, EL_BY), "p", "by");
}

static void put_inside(struct web *w, const struct element *e, const struct box_style *k,
                       const char *title)
{
    const struct element *heading = element_child(e, EL_HEADING);
    const bool sided = k != NULL && k->side.width > 0;
    put_title(w, e, title);
    if (heading != NULL && !at_side(k, SIDE_HEADING))
        web_heading(w, heading);
    put_side(w, e, k);
    buf_str(&w->out, sided ? "<div class=\"text\">\n" : "");
    for (const struct element *c = e->first; c != NULL; c = c->next)
        if (!is_placed(c, k))
            web_element(w, c);
    put_foot(w, e, k);
    buf_str(&w->out, sided ? "</div>\n" : "");
}

static bool is_like(const struct element *e, const struct element *other)
{
    return other != NULL && other->kind == e->kind &&
           strcmp(look_name(other), look_name(e)) == 0;
}

static const struct element *before(const struct element *e)
{
    const struct element *last = NULL;
    for (const struct element *c = e->parent->first; c != e; c = c->next)
        last = c;
    return last;
}

static void put_one_box(struct web *w, const struct element *e);

/* Those that stand beside each other stand in one grid. */
void web_box(struct web *w, const struct element *e)
{
    const struct box_style *k = style_box(w->style, look_name(e));
    const bool card = k != NULL && k->columns > 1;
    if (card && !is_like(e, before(e)))
        buf_printf(&w->out, "<div class=\"cards-%s\">\n", k->name);
    put_one_box(w, e);
    if (card && !is_like(e, e->next))
        buf_str(&w->out, "</div>\n");
}

static void put_one_box(struct web *w, const struct element *e)
{
    const struct box_style *k = style_box(w->style, look_name(e));
    const char *tag = e->kind == EL_QUOTATION ? "blockquote" : "div";
    const char *title =
        element_child(e, EL_TITLE) != NULL ? web_own_id(w, "title") : NULL;
    if (k != NULL)
        map_put(w->looks, k->name, (void *)k);
    web_reference_alone(w, e);
    buf_printf(&w->out, "<%s", tag);
    web_id(w, e);
    buf_printf(&w->out, " class=\"box k-%s\"", k != NULL ? k->name : "none");
    if (title != NULL)
        buf_printf(&w->out, " role=\"group\" aria-labelledby=\"%s\"", title);
    buf_str(&w->out, ">\n");
    put_inside(w, e, k, title);
    buf_printf(&w->out, "</%s>\n", tag);
}
