/* block.c -- in: an element of any kind; out: its HTML, or the function of another file
 * that writes it.  The compiler names here what the vocabulary has and a page has not. */
#include "html/work.h"

void web_flow(struct web *w, const struct element *first, const struct element *end)
{
    for (const struct element *c = first; c != NULL && c != end;) {
        if (!element_is_inline(c->kind)) {
            web_element(w, c);
            c = c->next;
            continue;
        }
        const struct element *behind = c;
        while (behind != NULL && behind != end && element_is_inline(behind->kind))
            behind = behind->next;
        buf_str(&w->out, "<p>");
        web_words(w, c, behind);
        buf_str(&w->out, "</p>\n");
        c = behind;
    }
}

void web_children(struct web *w, const struct element *e)
{
    web_flow(w, e->first, NULL);
}

static bool is_alone(const struct element *p)
{
    return p != NULL && p->kind == EL_P && p->next == NULL &&
           paragraph_role(p) == PARAGRAPH_BODY && p->set[AT_LANG] == 0;
}

static bool is_words(const struct element *first)
{
    for (; first != NULL; first = first->next)
        if (!element_is_inline(first->kind))
            return false;
    return true;
}

void web_inside(struct web *w, const struct element *e)
{
    if (is_words(e->first))
        web_words(w, e->first, NULL);
    else if (is_alone(e->first))
        web_words(w, e->first->first, NULL);
    else
        web_children(w, e);
}

void web_part(struct web *w, const struct element *e, const char *tag, const char *class)
{
    if (e == NULL || e->first == NULL)
        return;
    buf_printf(&w->out, "<%s", tag);
    buf_attribute(&w->out, "class", class);
    const enum lang outer = web_lang(w, element_lang(e, w->lang));
    buf_char(&w->out, '>');
    web_words(w, e->first, NULL);
    w->lang = outer;
    buf_printf(&w->out, "</%s>\n", tag);
}

static const char *role_class(enum paragraph_role role)
{
    switch (role) {
    case PARAGRAPH_BODY: return NULL;
    case PARAGRAPH_LEAD_IN: return "lead-in";
    case PARAGRAPH_SIDE: return "side-note";
    case PARAGRAPH_KEY: return "key";
    case PARAGRAPH_TITLE: return "title";
    case PARAGRAPH_STANDFIRST: return "standfirst";
    }
    bug("a paragraph's role %d", (int)role);
}

/* The key of signs that are drawn says nothing to be heard. */
static void put_paragraph(struct web *w, const struct element *e)
{
    const enum paragraph_role role = paragraph_role(e);
    if (e->first == NULL)
        return;
    buf_str(&w->out, "<p");
    web_id(w, e);
    buf_attribute(&w->out, "class", role_class(role));
    buf_attribute(&w->out, "aria-hidden", role == PARAGRAPH_KEY ? "true" : NULL);
    const enum lang outer = web_lang(w, element_lang(e, w->lang));
    buf_char(&w->out, '>');
    if (role != PARAGRAPH_KEY)
        web_reference(w, e);
    web_words(w, e->first, NULL);
    w->lang = outer;
    buf_str(&w->out, "</p>\n");
}

/* The contents of the report, which stay beside its text; what else their section holds
 * does not. */
static void put_holder(struct web *w, const struct element *e, const struct element *toc)
{
    buf_str(&w->out, "<section class=\"holder\">\n<div class=\"contents\"");
    web_id(w, e);
    buf_str(&w->out, ">\n");
    web_flow(w, e->first, toc->next);
    buf_str(&w->out, "</div>\n");
    if (toc->next != NULL) {
        buf_str(&w->out, "<div>\n");
        web_flow(w, toc->next, NULL);
        web_notes(w);
        buf_str(&w->out, "</div>\n");
    }
    buf_str(&w->out, "</section>\n");
}

/* Notes are told where a section of the report ends. */
static void put_section(struct web *w, const struct element *e)
{
    const struct element *toc = element_child(e, EL_TOC);
    if (toc != NULL && toc_kind(toc) == TOC_REPORT && e->parent == w->report->root) {
        put_holder(w, e, toc);
        return;
    }
    buf_str(&w->out, "<section");
    web_id(w, e);
    buf_str(&w->out, ">\n");
    if (e->first == NULL ||
        (e->first->kind != EL_HEADING && e->first->kind != EL_DIVIDER))
        web_reference_alone(w, e);
    web_children(w, e);
    if (e->parent == w->report->root || section_notes(e) == NOTES_RESTART)
        web_notes(w);
    buf_str(&w->out, "</section>\n");
}

void web_element(struct web *w, const struct element *e)
{
    /* clang-format off */
    switch (e->kind) {
    case EL_P: put_paragraph(w, e); return; case EL_SECTION: put_section(w, e); return;
    case EL_HEADING: web_heading(w, e); return;
    case EL_LIST: web_list(w, e); return;
    case EL_PARAGRAPHS: web_paragraphs(w, e); return;
    case EL_BOX: case EL_SCOREBOX: case EL_PANEL: case EL_RATING:
    case EL_QUOTATION: web_box(w, e); return;
    case EL_COVER: web_cover(w, e); return;
    case EL_LETTERHEAD: web_letterhead(w, e); return;
    case EL_DIVIDER: web_divider(w, e); return;
    case EL_RIBBON: web_ribbon(w, e); return;
    case EL_TOC: web_toc(w, e); return;
    case EL_TABLE: web_table(w, e); return;
    case EL_CHART: web_chart(w, e); return;
    case EL_RANGE: web_range(w, e); return;
    case EL_STARS: web_stars(w, e); return;
    case EL_FIGURE: web_figure(w, e); return;
    case EL_SIGNATURE: web_signature(w, e); return;
    case EL_FORM: web_form(w, e); return;
    case EL_KEEP: case EL_WIDE: web_children(w, e); return; case EL_PAGEBREAK: return;
    case EL_EM: case EL_STRONG: case EL_SPAN: case EL_CAPS: case EL_LINK: case EL_REF:
    case EL_PAGENUM: case EL_NOTE: case EL_FIG: case EL_NUMBER: case EL_SWATCH:
    case EL_SIGN: case EL_QUERY: case EL_UNTRANSLATED: case EL_INSERTED: case EL_DELETED:
    case EL_MOVED: case EL_BREAK: case EL_WORD: case EL_WITH: case EL_PROSE:
    case EL_TEXT: web_inline(w, e); return;
    /* Written by what they are part of, or, as the glossary, another element by now. */
    case EL_REPORT: case EL_TITLE: case EL_SUBJECT: case EL_KEYWORDS: case EL_FOOT:
    case EL_NAME: case EL_STRAP: case EL_LEAD: case EL_AREA: case EL_DATE: case EL_ISBN:
    case EL_OTHER: case EL_ADDRESS: case EL_ASIDE: case EL_TAB: case EL_LABEL:
    case EL_VALUE: case EL_LOGO: case EL_ITEM: case EL_EVIDENCE: case EL_CAPTION:
    case EL_MEASURE: case EL_COL: case EL_THEAD: case EL_TBODY: case EL_TR: case EL_TH:
    case EL_TD: case EL_COMMENT: case EL_MEANING: case EL_BY: case EL_ROLE: case EL_ALT:
    case EL_SERIES: case EL_LEGEND: case EL_ENTRY: case EL_GROUP: case EL_BAR: case EL_REMARK:
    case EL_FIELDS: case EL_FIELD: case EL_CHOICE: case EL_GLOSSARY: case EL_COUNT: break;
    }
    /* clang-format on */
    bug("no HTML of <%s>", element_name(e->kind));
}
