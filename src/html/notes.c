/* notes.c -- footnotes: a mark that leads to its text, and the text, at the end of the
 * section, that leads back. */
#include "html/work.h"

/* Where the text of a note stands: its own, or, where it is named again without words,
 * the one before it of that name. */
static const char *text_id(struct web *w, const struct element *e)
{
    const char *name = e->at[AT_NAME];
    const char *before = name != NULL ? map_get(w->named, name) : NULL;
    if (e->first == NULL && before != NULL)
        return before;
    const char *id = web_own_id(w, "note");
    if (name != NULL)
        map_put(w->named, name, (void *)id);
    return id;
}

void web_note(struct web *w, const struct element *e)
{
    const char *id = text_id(w, e), *label = e->label != NULL ? e->label : "";
    const char *mark = arena_printf(w->a, "mark_%zu", ++w->marks);
    buf_printf(&w->out,
               "<sup><a id=\"%s\" href=\"#%s\" role=\"doc-noteref\" aria-label=\"", mark,
               id);
    web_text(w, w->report->words[LAYOUT_NOTE_LINK]);
    buf_char(&w->out, ' ');
    web_text(w, label);
    buf_str(&w->out, "\">");
    web_text(w, label);
    buf_str(&w->out, "</a></sup>");
    if (e->first != NULL)
        *array_push(w->a, &w->notes) = (struct web_note){e, id, mark};
}

static void put_note(struct web *w, const struct web_note *n)
{
    buf_printf(&w->out, "<li id=\"%s\">", n->id);
    buf_printf(&w->out,
               "<a class=\"label\" href=\"#%s\" role=\"doc-backlink\" aria-label=\"",
               n->mark);
    web_text(w, n->element->label != NULL ? n->element->label : "");
    buf_str(&w->out, ". ");
    web_text(w, w->report->words[LAYOUT_NOTE_BACK]);
    buf_str(&w->out, "\">");
    web_text(w, n->element->label != NULL ? n->element->label : "");
    buf_str(&w->out, "</a> ");
    web_reference(w, n->element);
    web_inside(w, n->element);
    buf_str(&w->out, "</li>\n");
}

void web_notes(struct web *w)
{
    if (w->notes.len == 0)
        return;
    buf_str(&w->out, "<div class=\"notes\" role=\"doc-endnotes\" aria-label=\"");
    web_text(w, w->report->words[LAYOUT_WEB_NOTES]);
    buf_str(&w->out, "\">\n<ol class=\"labelled\">\n");
    for (size_t i = 0; i < w->notes.len; i++) /* a note may bring another */
        put_note(w, &w->notes.at[i]);
    buf_str(&w->out, "</ol>\n</div>\n");
    w->notes.len = 0;
}
