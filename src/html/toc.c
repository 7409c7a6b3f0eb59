/* toc.c -- contents and ribbons: links to the sections that follow, as the PDF has them,
 * without its page numbers. */
#include "html/work.h"

struct web_toc {
    struct web *w;
    const struct element *self; /* NULL: contents of the page's own, of all sections */
    int depth;
    bool on;    /* the toc itself has been passed */
    int open;   /* levels whose lists are open */
    size_t len; /* entries so far */
};

/* The heading that names a section: its own, or that of the box it begins with. */
static const struct element *heading_of(const struct element *e)
{
    for (const struct element *c = e->first; c != NULL; c = c->next) {
        if (c->kind == EL_HEADING)
            return c;
        const bool opens = c->kind == EL_SCOREBOX || c->kind == EL_PANEL ||
                           c->kind == EL_BOX || c->kind == EL_KEEP ||
                           c->kind == EL_WIDE || c->kind == EL_DIVIDER;
        const struct element *h = opens ? heading_of(c) : NULL;
        if (h != NULL)
            return h;
    }
    return NULL;
}

/* A deeper level is a list inside the entry before it. */
static void level_set(struct web_toc *t, int level)
{
    struct buf *out = &t->w->out;
    if (t->open > 0 && t->open >= level)
        buf_str(out, "</li>\n");
    for (; t->open > level; t->open--)
        buf_str(out, t->open > 1 ? "</ol></li>\n" : "</ol>\n");
    for (; t->open < level; t->open++) {
        buf_str(out, "<ol>\n");
        if (t->open + 1 < level)
            buf_str(out, "<li>");
    }
}

static void put_entry(struct web_toc *t, const struct element *section,
                      const struct element *heading, int level)
{
    struct web *w = t->w;
    level_set(t, level);
    buf_printf(&w->out, "<li%s><a href=\"#%s\">",
               section_group(section) == GROUP_YES && t->len > 0 ? " class=\"group\""
                                                                 : "",
               web_target(w, section->at[AT_ID]));
    web_text(w, web_heading_number(w, heading));
    web_text(w, element_plain(w->a, heading));
    buf_str(&w->out, "</a>");
    t->len++;
}

static void toc_section(struct web_toc *t, const struct element *e)
{
    const struct element *heading = heading_of(e);
    const enum section_toc toc = section_toc(e);
    const bool shown = t->self == NULL || (toc == TOC_AS_BEFORE ? t->on : toc == TOC_YES);
    const int level = heading != NULL ? element_number(heading, AT_LEVEL, 1) : 0;
    if (!shown || heading == NULL || level > t->depth || e->at[AT_ID] == NULL)
        return;
    const bool own = t->self != NULL && toc_kind(t->self) == TOC_SECTION;
    const int nested = own || t->open == 0   ? 1
                       : level > t->open + 1 ? t->open + 1
                                             : level;
    put_entry(t, e, heading, nested);
}

static void toc_collect(struct web_toc *t, const struct element *e)
{
    for (const struct element *c = e->first; c != NULL; c = c->next) {
        if (c == t->self)
            t->on = true;
        if (element_is_inline(c->kind) || c->kind == EL_TABLE || c->kind == EL_CHART)
            continue;
        if (c->kind == EL_SECTION)
            toc_section(t, c);
        toc_collect(t, c);
    }
}

static const struct element *toc_scope(const struct web *w, const struct element *e)
{
    if (toc_kind(e) == TOC_REPORT)
        return w->report->root;
    while (e->parent != NULL && e->kind != EL_SECTION)
        e = e->parent;
    return e;
}

static void put_nav(struct web_toc *t, const struct element *scope, const char *label)
{
    struct web *w = t->w;
    buf_str(&w->out, "<nav");
    buf_attribute(&w->out, "aria-label", label);
    buf_str(&w->out, ">\n");
    toc_collect(t, scope);
    level_set(t, 0);
    buf_str(&w->out, "</nav>\n");
}

void web_toc(struct web *w, const struct element *e)
{
    struct web_toc t = {.w = w, .self = e, .depth = element_number(e, AT_DEPTH, 2)};
    const struct element *scope = toc_scope(w, e), *heading = heading_of(scope);
    const char *label = w->report->words[LAYOUT_WEB_CONTENTS];
    if (scope != w->report->root && heading != NULL)
        label = element_plain(w->a, heading);
    put_nav(&t, scope, label);
}

bool web_has_contents(const struct element *e)
{
    for (const struct element *c = e->first; c != NULL; c = c->next)
        if ((c->kind == EL_TOC && toc_kind(c) == TOC_REPORT) ||
            (c->kind == EL_SECTION && web_has_contents(c)))
            return true;
    return false;
}

enum { SECTIONS_FEW = 3 };

static size_t count_sections(const struct element *e)
{
    size_t count = 0;
    for (const struct element *c = e->first; c != NULL; c = c->next)
        if (c->kind == EL_SECTION)
            count += (c->at[AT_ID] != NULL && heading_of(c) != NULL) + count_sections(c);
    return count;
}

void web_contents(struct web *w)
{
    struct web_toc t = {.w = w, .depth = 2};
    if (web_has_contents(w->report->root) ||
        count_sections(w->report->root) < SECTIONS_FEW)
        return;
    buf_str(&w->out, "<div class=\"contents own\">\n");
    put_nav(&t, w->report->root, w->report->words[LAYOUT_WEB_CONTENTS]);
    buf_str(&w->out, "</div>\n");
}

/* ---- scores in a row, each a link to what it is of ---- */

static void put_tab(struct web *w, const struct element *e)
{
    const struct element *value = element_child(e, EL_VALUE);
    const struct element *label = element_child(e, EL_LABEL);
    buf_printf(&w->out, "<li%s><a href=\"#%s\"%s>",
               section_group(e) == GROUP_YES ? " class=\"group\"" : "",
               web_target(w, e->at[AT_TARGET]),
               column_own(e) == COLUMN_OWN ? " class=\"own\"" : "");
    web_text(w, e->at[AT_NUMBER] != NULL ? e->at[AT_NUMBER] : "");
    if (label != NULL)
        web_hidden(w, arena_printf(w->a, " %s", element_plain(w->a, label)));
    buf_char(&w->out, ' ');
    web_part(w, value, "strong", NULL);
    buf_str(&w->out, "</a></li>\n");
}

void web_ribbon(struct web *w, const struct element *e)
{
    buf_str(&w->out, "<ul class=\"ribbon\">\n");
    for (const struct element *t = e->first; t != NULL; t = t->next)
        put_tab(w, t);
    buf_str(&w->out, "</ul>\n");
}
