/* inline.c -- in: the inline elements of a block; out: the same as HTML.  What paper
 * alone needs is left out: on which page something stands. */
#include "html/work.h"

#include <string.h>

void web_text(struct web *w, const char *words)
{
    buf_xml(&w->out, words);
}

void web_hidden(struct web *w, const char *words)
{
    buf_str(&w->out, "<span class=\"heard\">");
    web_text(w, words);
    buf_str(&w->out, "</span>");
}

enum lang web_lang(struct web *w, enum lang l)
{
    const enum lang outer = w->lang;
    if (l != outer)
        buf_printf(&w->out, " lang=\"%s\"", lang_code(l));
    w->lang = l;
    return outer;
}

void web_words(struct web *w, const struct element *first, const struct element *end)
{
    for (const struct element *e = first; e != end && e != NULL; e = e->next)
        if (element_is_inline(e->kind))
            web_inline(w, e);
}

static void put_in(struct web *w, const struct element *e, const char *tag,
                   const char *class)
{
    buf_printf(&w->out, "<%s", tag);
    buf_attribute(&w->out, "class", class);
    const enum lang outer = web_lang(w, element_lang(e, w->lang));
    buf_char(&w->out, '>');
    web_words(w, e->first, NULL);
    w->lang = outer;
    buf_printf(&w->out, "</%s>", tag);
}

/* A <span> only where it says something. */
static void put_foreign(struct web *w, const struct element *e)
{
    if (element_lang(e, w->lang) != w->lang)
        put_in(w, e, "span", NULL);
    else
        web_words(w, e->first, NULL);
}

/* ---- links ---- */

static bool is_address(const char *href)
{
    static const char *const schemes[] = {"https://", "http://", "mailto:"};
    for (size_t i = 0; i < LEN(schemes); i++)
        if (strncmp(href, schemes[i], strlen(schemes[i])) == 0)
            return true;
    return false;
}

/* Where a link leads, "" for nowhere. */
static const char *href_of(struct web *w, const struct element *e)
{
    const char *target = e->at[AT_TARGET], *href = e->at[AT_HREF];
    if (target == NULL && href != NULL && *href == '#')
        target = href + 1;
    if (target != NULL && map_get(w->targets, target) != NULL)
        return arena_printf(w->a, "#%s", web_target(w, target));
    return target == NULL && href != NULL && is_address(href) ? href : "";
}

/* No link stands in another. */
static bool link_open(struct web *w, const char *href)
{
    if (w->linked || *href == '\0')
        return false;
    buf_str(&w->out, "<a");
    buf_attribute(&w->out, "href", href);
    buf_char(&w->out, '>');
    w->linked = true;
    return true;
}

static void link_close(struct web *w, bool opened)
{
    if (!opened)
        return;
    buf_str(&w->out, "</a>");
    w->linked = false;
}

static void put_link(struct web *w, const struct element *e)
{
    const bool opened = link_open(w, href_of(w, e));
    web_words(w, e->first, NULL);
    link_close(w, opened);
}

/* "page 8" becomes the place itself. */
static void put_place(struct web *w, const struct element *e)
{
    const struct element *to = map_get(w->targets, e->at[AT_TARGET]);
    const bool opened = link_open(w, href_of(w, e));
    if (to != NULL)
        web_text(w, web_called(w, to));
    link_close(w, opened);
}

/* ---- words that are marked ---- */

/* What has come or gone is heard as such. */
static void put_changed(struct web *w, const struct element *e, const char *tag)
{
    buf_printf(&w->out, "<%s>", tag);
    if (e->label != NULL)
        web_hidden(w, arena_printf(w->a, "%s ", e->label));
    web_words(w, e->first, NULL);
    if (e->label != NULL && e->rest != NULL)
        web_hidden(w, arena_printf(w->a, " %s", e->rest));
    buf_printf(&w->out, "</%s>", tag);
}

static void put_moved(struct web *w, const struct element *e)
{
    if (e->label != NULL) {
        buf_str(&w->out, "<span class=\"moved\">");
        web_text(w, e->label);
        buf_str(&w->out, "</span>");
    }
    web_words(w, e->first, NULL);
}

void web_inline(struct web *w, const struct element *e)
{
    if (e->page) /* paper alone says on which page it stands */
        return;
    if (e->kind == EL_TEXT)
        web_text(w, e->text);
    else if (e->kind == EL_EM)
        put_in(w, e, "em", NULL);
    else if (e->kind == EL_STRONG)
        put_in(w, e, "strong", NULL);
    else if (e->kind == EL_CAPS)
        put_in(w, e, "span", "caps");
    else if (e->kind == EL_QUERY)
        put_in(w, e, "mark", "query");
    else if (e->kind == EL_UNTRANSLATED)
        put_in(w, e, "span", "untranslated");
    else if (e->kind == EL_LINK)
        put_link(w, e);
    else if (e->kind == EL_PAGENUM || (e->kind == EL_REF && ref_form(e) == REF_PAGE))
        put_place(w, e);
    else if (e->kind == EL_REF)
        put_link(w, e);
    else if (e->kind == EL_NOTE)
        web_note(w, e);
    else if (e->kind == EL_SWATCH || e->kind == EL_SIGN)
        web_swatch(w, e);
    else if (e->kind == EL_INSERTED)
        put_changed(w, e, "ins");
    else if (e->kind == EL_DELETED)
        put_changed(w, e, "del");
    else if (e->kind == EL_MOVED)
        put_moved(w, e);
    else if (e->kind == EL_BREAK)
        buf_str(&w->out, "<br>");
    else
        put_foreign(w, e); /* <span>, and what compose/ has filled with words */
}
