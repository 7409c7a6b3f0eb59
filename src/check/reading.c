/* reading.c -- what a reader who listens would miss.  In: the tag tree; out: diagnostics
 * for headings that skip a level (ISO 14289-1, 7.4.2), pictures without words (7.3) and
 * tags that say nothing. */
#include "check/inside.h"

#include <string.h>

struct reading {
    struct arena *a;
    struct diags *d;
    const struct document *doc;
    int level; /* of the last heading; 0: none so far */
};

static int heading_level(enum tag_type t)
{
    return t >= TAG_H1 && t <= TAG_H4 ? (int)(t - TAG_H1) + 1 : 0;
}

static void read_heading(struct reading *r, const struct tag *t)
{
    const int level = heading_level(t->type);
    if (level > r->level + 1) {
        const char *words = tag_words(r->a, r->doc, t);
        if (r->level == 0)
            diag(r->d, DIAG_HEADING_SKIPPED, t->pos,
                 "\"%s\" is of level %d, but the first heading must be of level 1", words,
                 level);
        else
            diag(r->d, DIAG_HEADING_SKIPPED, t->pos,
                 "\"%s\" is of level %d, below a heading of level %d; make it level %d "
                 "or less",
                 words, level, r->level, r->level + 1);
    }
    r->level = level;
}

static bool is_said(const char *text)
{
    return text != NULL && text[strspn(text, " \t\n")] != '\0';
}

static void read_figure(struct reading *r, const struct tag *t)
{
    if (!is_said(t->alt))
        diag(r->d, DIAG_ALT_MISSING, t->pos,
             "say in words what the picture shows, for readers who do not see it (page "
             "%d)",
             t->box_page + 1);
}

/* Types that exist only to be read. */
static bool is_text(enum tag_type t)
{
    switch (t) {
    case TAG_P:
    case TAG_H1:
    case TAG_H2:
    case TAG_H3:
    case TAG_H4:
    case TAG_CAPTION:
    case TAG_LBL:
    case TAG_NOTE:
    case TAG_LINK: return true;
    case TAG_DOCUMENT:
    case TAG_SECT:
    case TAG_DIV:
    case TAG_ASIDE:
    case TAG_L:
    case TAG_LI:
    case TAG_LBODY:
    case TAG_TABLE:
    case TAG_THEAD:
    case TAG_TBODY:
    case TAG_TR:
    case TAG_TH:
    case TAG_TD:
    case TAG_FIGURE:
    case TAG_TOC:
    case TAG_TOCI:
    case TAG_REFERENCE:
    case TAG_SPAN:
    case TAG_EM:
    case TAG_STRONG:
    case TAG_BLOCKQUOTE:
    case TAG_FORM:
    case TAG_TYPE_COUNT: break;
    }
    return false;
}

static bool mark_has_words(const struct document *doc, const struct kid *k)
{
    const struct page *p = &doc->pages[k->page];
    const struct mark *m = &p->marks.at[k->number];
    for (size_t i = m->first; i < m->first + m->count; i++)
        if (p->items.at[i].kind == ITEM_RUN)
            return true;
    return false;
}

static bool read_tag(struct reading *r, const struct tag *t);

/* Is there anything to hear in what hangs from the tag? */
static bool read_kids(struct reading *r, const struct tag *t)
{
    bool heard = false;
    for (size_t i = 0; i < t->kids.len; i++) {
        const struct kid *k = &t->kids.at[i];
        if (k->kind == KID_TAG)
            heard |= read_tag(r, k->tag);
        else if (k->kind == KID_WIDGET)
            heard = true; /* its label, which nesting.c has seen */
        else if (k->kind == KID_MARK && !heard)
            heard = mark_has_words(r->doc, k);
    }
    return heard;
}

static bool read_tag(struct reading *r, const struct tag *t)
{
    if (heading_level(t->type) > 0)
        read_heading(r, t);
    if (t->type == TAG_FIGURE)
        read_figure(r, t);
    const bool heard = read_kids(r, t) || is_said(t->alt) || is_said(t->actual_text);
    if (!heard && is_text(t->type))
        diag(r->d, DIAG_TEXT_EMPTY, t->pos,
             "a %s with nothing in it; write its text or leave it out",
             tag_type_name(t->type));
    return heard || t->type == TAG_FIGURE;
}

void check_reading(struct arena *a, struct diags *d, const struct document *doc)
{
    struct reading r = {.a = a, .d = d, .doc = doc};
    if (!is_said(doc->title))
        diag(d, DIAG_TEXT_EMPTY, doc->root->pos, "the report has no title");
    read_tag(&r, doc->root);
}
