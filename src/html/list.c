/* list.c -- lists, numbered paragraphs, and the evidence beside findings. */
#include "html/work.h"

#include <string.h>

static const char *list_class(enum list_kind kind)
{
    switch (kind) {
    case LIST_BULLET: return "bullet";
    case LIST_PAREN:
    case LIST_DOT:
    case LIST_ROMAN:
    case LIST_PAREN_ROMAN: return "labelled";
    case LIST_FINDINGS: return "labelled findings";
    }
    bug("a list of kind %d", (int)kind);
}

/* The number is text, as it is quoted. */
static void put_label(struct web *w, const struct element *item)
{
    web_reference(w, item);
    if (item->label == NULL || *item->label == '\0')
        return;
    buf_str(&w->out, "<span class=\"label\">");
    web_text(w, item->label);
    buf_str(&w->out, "</span> ");
}

static void put_evidence(struct web *w, const struct element *item)
{
    for (const struct element *c = item->first; c != NULL; c = c->next) {
        if (c->kind != EL_EVIDENCE)
            continue;
        const struct element *share =
            c->last != NULL && c->last->kind == EL_FIG ? c->last : NULL;
        buf_str(&w->out, "<p class=\"evidence\"><span>");
        web_words(w, c->first, share);
        buf_str(&w->out, "</span>");
        if (share != NULL) {
            buf_str(&w->out, "<strong>");
            web_words(w, share, NULL);
            buf_str(&w->out, "</strong>");
        }
        web_share(w, c);
        buf_str(&w->out, "</p>\n");
    }
}

/* What an item holds, its evidence left out. */
static void put_words(struct web *w, const struct element *item)
{
    const struct element *first = item->first, *end = first;
    while (end != NULL && end->kind != EL_EVIDENCE)
        end = end->next;
    if (first == end)
        return;
    if (first->kind == EL_P && first->next == end &&
        paragraph_role(first) == PARAGRAPH_BODY && first->set[AT_LANG] == 0)
        web_words(w, first->first, NULL);
    else
        web_flow(w, first, end);
}

/* What begins with a sign of its own needs no bullet before it. */
static bool is_signed(const struct element *item)
{
    const struct element *first = item->first;
    if (first != NULL && first->kind == EL_P)
        first = first->first;
    return list_kind(item->parent) == LIST_BULLET && first != NULL &&
           (first->kind == EL_SIGN || first->kind == EL_SWATCH);
}

static void put_item(struct web *w, const struct element *item)
{
    buf_str(&w->out, "<li");
    web_id(w, item);
    buf_str(&w->out, is_signed(item) ? " class=\"signed\"" : "");
    buf_char(&w->out, '>');
    put_label(w, item);
    if (list_kind(item->parent) == LIST_FINDINGS) {
        buf_str(&w->out, "<div class=\"words\">");
        put_words(w, item);
        buf_str(&w->out, "</div>\n<div class=\"beside\">\n");
        put_evidence(w, item);
        buf_str(&w->out, "</div>\n");
    } else {
        put_words(w, item);
    }
    buf_str(&w->out, "</li>\n");
}

void web_list(struct web *w, const struct element *e)
{
    const enum list_kind kind = list_kind(e);
    const char *tag = kind == LIST_BULLET ? "ul" : "ol";
    buf_printf(&w->out, "<%s", tag);
    web_id(w, e);
    buf_printf(&w->out, " class=\"%s\">\n", list_class(kind));
    for (const struct element *c = e->first; c != NULL; c = c->next)
        if (c->kind == EL_ITEM)
            put_item(w, c);
    buf_printf(&w->out, "</%s>\n", tag);
}

/* A number that is the whole reference is not printed twice. */
static void put_number(struct web *w, const struct element *item)
{
    const size_t len = item->ref != NULL ? strlen(item->ref) : 0;
    if (len == 0 || strncmp(item->label, item->ref, len) != 0)
        web_reference(w, item);
    buf_str(&w->out, "<span class=\"label\">");
    web_text(w, item->label);
    buf_str(&w->out, "</span> ");
}

static void put_numbered(struct web *w, const struct element *item)
{
    const struct element *first = item->first, *end = first;
    if (first->kind == EL_P)
        end = first->next;
    else
        while (end != NULL && element_is_inline(end->kind))
            end = end->next;
    buf_str(&w->out, "<div class=\"numbered\"");
    web_id(w, item);
    buf_str(&w->out, ">\n<p>");
    put_number(w, item);
    if (first->kind == EL_P)
        web_words(w, first->first, NULL);
    else
        web_words(w, first, end);
    buf_str(&w->out, "</p>\n");
    web_flow(w, end, NULL);
    buf_str(&w->out, "</div>\n");
}

void web_paragraphs(struct web *w, const struct element *e)
{
    buf_str(&w->out, "<div class=\"paragraphs\"");
    web_id(w, e);
    buf_str(&w->out, ">\n");
    for (const struct element *c = e->first; c != NULL; c = c->next)
        if (c->kind == EL_ITEM && c->first != NULL)
            put_numbered(w, c);
    buf_str(&w->out, "</div>\n");
}
