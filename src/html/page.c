/* page.c -- the frame of a page: what a browser, a search engine and a library are told
 * about it, the landmarks, the way to the other edition, and the body between them. */
#include "html/work.h"

#include "base/sha256.h"
#include "html/code.h"

#include <string.h>

/* ---- the head ---- */

/* The one stylesheet is known by its digest; nothing else is fetched, run or sent. */
static void put_policy(struct buf *out, const struct buf *css)
{
    unsigned char digest[SHA256_BYTES];
    sha256(css->at, css->len, digest);
    buf_str(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
                 "'none'; style-src 'sha256-");
    put_base64(out, digest, sizeof digest);
    buf_str(out, "'; img-src data:; base-uri 'none'; form-action 'none'\">\n");
}

static void put_meta(struct buf *out, const char *name, const char *content)
{
    if (content == NULL || *content == '\0')
        return;
    buf_printf(out, "<meta name=\"%s\"", name);
    buf_attribute(out, "content", content);
    buf_str(out, ">\n");
}

/* Dublin Core, as libraries read it. */
static void put_metadata(const struct web *w, struct buf *out)
{
    const struct report *r = w->report;
    put_meta(out, "description", r->subject);
    put_meta(out, "keywords", r->keywords);
    put_meta(out, "author", r->author);
    buf_str(out, "<link rel=\"schema.dcterms\" href=\"http://purl.org/dc/terms/\">\n");
    put_meta(out, "dcterms.title", r->title);
    put_meta(out, "dcterms.description", r->subject);
    put_meta(out, "dcterms.publisher", r->author);
    put_meta(out, "dcterms.issued", date_plain(w->a, r->published));
    put_meta(out, "dcterms.language", lang_code(r->lang));
    put_meta(out, "dcterms.type", "Text");
    if (r->stage != STAGE_FINAL)
        put_meta(out, "robots", "noindex");
}

static enum lang other_lang(const struct web *w)
{
    return w->report->lang == LANG_EN ? LANG_CY : LANG_EN;
}

static void put_head(const struct web *w, struct buf *out)
{
    struct buf css = buf_new(w->a);
    web_css(w, &css);
    buf_printf(out,
               "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
               lang_tag(w->report->lang));
    put_policy(out, &css);
    buf_str(out, "<meta name=\"viewport\" content=\"width=device-width, "
                 "initial-scale=1\">\n<title>");
    buf_xml(out, w->report->title);
    buf_str(out, "</title>\n");
    put_metadata(w, out);
    if (w->other != NULL) {
        buf_printf(out, "<link rel=\"alternate\" hreflang=\"%s\"",
                   lang_code(other_lang(w)));
        buf_attribute(out, "href", w->other);
        buf_str(out, ">\n");
    }
    buf_printf(out, "<style>%s</style>\n</head>\n", css.at);
}

/* ---- the body ---- */

/* What stage this is, first of all, as the PDF says it. */
static void put_stage(struct web *w)
{
    const char *const *words = w->report->words;
    if (w->report->stage == STAGE_FINAL || words[LAYOUT_STAGE_LINE][0] == '\0')
        return;
    buf_str(&w->out, "<p class=\"stage\">");
    if (words[LAYOUT_MARKING][0] != '\0') {
        buf_str(&w->out, "<strong class=\"marking\">");
        web_text(w, words[LAYOUT_MARKING]);
        buf_str(&w->out, ".</strong> ");
    }
    web_text(w, words[LAYOUT_STAGE_LINE]);
    buf_str(&w->out, "</p>\n");
}

static void put_edition_link(struct web *w)
{
    const char *code = lang_code(other_lang(w));
    if (w->other == NULL)
        return;
    buf_printf(&w->out, "<div class=\"bar-top\"><p><a lang=\"%s\" hreflang=\"%s\"", code,
               code);
    buf_attribute(&w->out, "href", w->other);
    buf_char(&w->out, '>');
    web_text(w, w->report->words[LAYOUT_WEB_OTHER]);
    buf_str(&w->out, "</a></p></div>\n");
}

/* schema.org, in the elements themselves: no script holds it. */
static void put_schema(struct web *w)
{
    const struct report *r = w->report;
    const struct {
        const char *name, *content;
    } all[] = {{"name", r->plain_title},
               {"description", r->subject},
               {"keywords", r->keywords},
               {"inLanguage", lang_tag(r->lang)},
               {"datePublished", date_plain(w->a, r->published)}};
    for (size_t i = 0; i < LEN(all); i++) {
        if (all[i].content == NULL || all[i].content[0] == '\0')
            continue;
        buf_printf(&w->out, "<meta itemprop=\"%s\"", all[i].name);
        buf_attribute(&w->out, "content", all[i].content);
        buf_str(&w->out, ">\n");
    }
    if (r->author == NULL || r->author[0] == '\0')
        return;
    buf_str(&w->out, "<div hidden itemprop=\"publisher\" itemscope "
                     "itemtype=\"https://schema.org/GovernmentOrganization\"><meta "
                     "itemprop=\"name\"");
    buf_attribute(&w->out, "content", r->author);
    buf_str(&w->out, "></div>\n");
}

static size_t headings_of(const struct element *e, int level)
{
    size_t count = 0;
    for (const struct element *c = e->first; c != NULL; c = c->next)
        if (!element_is_inline(c->kind))
            count += (c->kind == EL_HEADING && element_number(c, AT_LEVEL, 1) == level) +
                     headings_of(c, level);
    return count;
}

static bool opens(const struct element *e)
{
    return e->kind == EL_COVER || e->kind == EL_LETTERHEAD;
}

/* A page has one h1: the cover's, or the only heading of level 1, or, where there are
 * several, its title. */
static void put_header(struct web *w, const struct element *first)
{
    const struct element *cover = first != NULL && first->kind == EL_COVER ? first : NULL;
    const bool titled = cover != NULL && element_child(cover, EL_AREA) != NULL;
    const bool own = !titled && headings_of(w->report->root, 1) != 1;
    w->shift = titled || own ? 1 : 0;
    buf_str(&w->out, "<header>\n");
    put_stage(w);
    put_edition_link(w);
    if (first != NULL && opens(first) && first->kind == EL_COVER)
        web_cover(w, first);
    else if (first != NULL && opens(first))
        web_letterhead(w, first);
    if (own) {
        buf_str(&w->out, "<div class=\"bar-top own-title\"><h1 class=\"h1\">");
        web_text(w, w->report->plain_title);
        buf_str(&w->out, "</h1></div>\n");
    }
    buf_str(&w->out, "</header>\n");
}

static void put_footer(struct web *w)
{
    const struct element *foot = w->report->foot;
    buf_str(&w->out, "<footer class=\"site-foot\">\n");
    if (foot != NULL)
        web_part(w, foot, "p", NULL);
    if (w->report->author != NULL) {
        buf_str(&w->out, "<p>");
        web_text(w, w->report->author);
        buf_str(&w->out, "</p>\n");
    }
    buf_str(&w->out, "</footer>\n");
}

static void put_body(struct web *w)
{
    const struct element *first = w->report->root->first;
    while (first != NULL && !opens(first) &&
           (first->kind == EL_TITLE || first->kind == EL_SUBJECT ||
            first->kind == EL_KEYWORDS || first->kind == EL_FOOT))
        first = first->next;
    const bool opened = first != NULL && opens(first);
    put_header(w, first);
    buf_str(&w->out, "<main id=\"page_main\" tabindex=\"-1\">\n");
    web_contents(w);
    web_flow(w, opened ? first->next : first, NULL);
    web_notes(w);
    buf_str(&w->out, "</main>\n");
    put_footer(w);
}

/* Wordings that a house need not have for its PDFs. */
static void check_words(struct diags *d, const struct report *r)
{
    for (enum layout_word i = LAYOUT_WEB_SKIP; i <= LAYOUT_WEB_OTHER; i++)
        if (r->words[i][0] == '\0')
            diag(d, DIAG_WORD_UNKNOWN, (struct pos){0}, "\"%s\"; add it to words.yaml",
                 layout_word_key(i));
}

void html_write(struct arena *a, struct diags *d, struct faces *t, const struct style *s,
                const struct report *r, const char *other, struct buf *out)
{
    struct web w = {.a = a,
                    .d = d,
                    .text = t,
                    .style = style_of_kind(s, report_kind_word(report_kind(r->root))),
                    .report = r,
                    .other = other,
                    .out = buf_new(a),
                    .defs = svg_defs_new(a),
                    .scale = chart_scale(r->root),
                    .targets = map_new(a),
                    .used = map_new(a),
                    .named = map_new(a),
                    .looks = map_new(a),
                    .kinds = map_new(a),
                    .lang = r->lang};
    check_words(d, r);
    web_targets(&w, r->root);
    put_schema(&w);
    put_body(&w);
    put_head(&w, out);
    buf_str(out, "<body itemscope itemtype=\"https://schema.org/Report\">\n"
                 "<a class=\"skip\" href=\"#page_main\">");
    buf_xml(out, r->words[LAYOUT_WEB_SKIP]);
    buf_str(out, "</a>\n");
    if (w.defs.count > 0)
        buf_printf(out,
                   "<svg class=\"defs\" aria-hidden=\"true\"><defs>%s</defs></svg>\n",
                   w.defs.out.at);
    buf_add(out, w.out.at, w.out.len);
    buf_str(out, "</body>\n</html>\n");
}
