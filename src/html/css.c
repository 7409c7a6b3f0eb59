/* css.c -- in: a house's style; out: the stylesheet of its pages.  Every size, space and
 * colour is one of style.yaml: 12 points of paper are the reader's own text size on a
 * screen.  What stands where on which width is here and in sheet.c. */
#include "html/work.h"

#include <string.h>

/* ---- lengths ---- */

/* Points to rem, of which body text is one; three decimals at most. */
static void put_rem(struct buf *out, length l)
{
    long long rest = (long long)(l < 0 ? -l : l) * 1000 / PT(12);
    const long long whole = rest / 1000;
    int places = 3;
    rest %= 1000;
    for (; places > 0 && rest % 10 == 0; places--)
        rest /= 10;
    buf_str(out, l < 0 ? "-" : "");
    if (whole != 0 || places == 0)
        buf_printf(out, "%lld", whole);
    if (places > 0)
        buf_printf(out, ".%0*lld", places, rest);
    buf_str(out, l != 0 ? "rem" : "");
}

static void put_size(struct buf *out, const char *name, length l)
{
    buf_printf(out, "%s:", name);
    put_rem(out, l);
    buf_char(out, ';');
}

/* ---- colours ---- */

static void put_hex(struct buf *out, struct colour c)
{
    buf_printf(out, "#%02x%02x%02x", c.r, c.g, c.b);
}

/* "var(--c-blue)". */
static void put_colour(const struct style *s, struct buf *out, struct colour c)
{
    const char *class = svg_colour_class(out->a, s, c);
    if (class != NULL)
        buf_printf(out, "var(--c%s)", class);
    else
        put_hex(out, c);
}

/* By night what was drawn on white is drawn on the ground: the same names. */
static void put_palette(const struct style *s, struct buf *out, bool night)
{
    for (size_t i = 0; i < s->colour_count; i++) {
        const struct colour c = s->colours[i];
        buf_printf(out, "--c%s:", svg_colour_class(out->a, s, c));
        put_hex(out, night ? dark_colour(s, c) : c);
        buf_char(out, ';');
    }
    buf_str(out, "--paper:");
    put_hex(out, night ? dark_ground(s) : (struct colour){255, 255, 255});
    buf_char(out, ';');
}

/* Where the reader's own colours are forced: what is drawn, and what is stood on. */
static void put_forced(const struct style *s, struct buf *out)
{
    for (size_t i = 0; i < s->colour_count; i++) {
        const struct colour c = s->colours[i];
        const bool drawn = colour_contrast(c, (struct colour){255, 255, 255}) >= 175;
        buf_printf(out, "--c%s:%s;", svg_colour_class(out->a, s, c),
                   drawn ? "CanvasText" : "Canvas");
    }
    buf_str(out, "--paper:Canvas;--block:Canvas;--on-block:CanvasText;");
}

/* A block of colour with white words keeps its colours by night. */
static void put_blocks(const struct style *s, struct buf *out)
{
    static const struct {
        enum role role;
        const char *name;
    } blocks[] = {{ROLE_COVER_BLOCK, "block"},     {ROLE_DIVIDER_BLOCK, "divider"},
                  {ROLE_ON_BLOCK, "on-block"},     {ROLE_COVER_PLANE_1, "plane-1"},
                  {ROLE_COVER_PLANE_2, "plane-2"}, {ROLE_COVER_PLANE_3, "plane-3"},
                  {ROLE_COVER_BAR, "cover-bar"}};
    for (size_t i = 0; i < LEN(blocks); i++) {
        buf_printf(out, "--%s:", blocks[i].name);
        put_hex(out, s->roles[blocks[i].role]);
        buf_char(out, ';');
    }
}

static void put_roles(const struct style *s, struct buf *out)
{
    static const struct {
        enum role role;
        const char *name;
    } roles[] = {{ROLE_LINK, "link"},
                 {ROLE_BULLET, "bullet"},
                 {ROLE_HEADING_RULE, "heading-rule"},
                 {ROLE_FOOT_RULE, "foot-rule"},
                 {ROLE_NOTE_RULE, "note-rule"},
                 {ROLE_QUERY, "query"},
                 {ROLE_QUERY_TEXT, "query-text"},
                 {ROLE_UNTRANSLATED, "untranslated"},
                 {ROLE_UNTRANSLATED_TEXT, "untranslated-text"},
                 {ROLE_UNTRANSLATED_BAR, "untranslated-bar"},
                 {ROLE_NAME_BAR, "name-bar"},
                 {ROLE_LETTER_RULE, "letter-rule"},
                 {ROLE_EVIDENCE_RULE, "evidence-rule-colour"},
                 {ROLE_RIBBON, "ribbon"},
                 {ROLE_RIBBON_OWN, "ribbon-own"},
                 {ROLE_RIBBON_ON_OWN, "ribbon-on-own"},
                 {ROLE_FORM_FRAME, "form-frame"},
                 {ROLE_FORM_ANSWER, "form-answer"},
                 {ROLE_SIGNATURE_DATE, "signature-date"},
                 {ROLE_CHANGE, "change"},
                 {ROLE_QUOTE_MARK, "quote-mark"}};
    for (size_t i = 0; i < LEN(roles); i++) {
        buf_printf(out, "--%s:", roles[i].name);
        put_colour(s, out, s->roles[roles[i].role]);
        buf_char(out, ';');
    }
}

static bool page_has(const struct web *w, const char *class)
{
    return strstr(w->out.at, class) != NULL ||
           (w->defs.count > 0 && strstr(w->defs.out.at, class) != NULL);
}

/* Classes of what drawings fill and draw with, and of bars over headings: those that the
 * page has. */
static void put_colour_classes(const struct web *w, struct buf *out)
{
    static const char *const uses[][2] = {
        {"f", "fill"}, {"s", "stroke"}, {"bar", "--bar"}, {"on", "background"}};
    for (size_t i = 0; i < w->style->colour_count; i++) {
        const char *name = svg_colour_class(out->a, w->style, w->style->colours[i]);
        for (size_t k = 0; k < LEN(uses); k++) {
            const char *class = arena_printf(out->a, "%s%s", uses[k][0], name);
            if (page_has(w, class))
                buf_printf(out, ".%s{%s:var(--c%s)}\n", class, uses[k][1], name);
        }
    }
}

/* ---- types ---- */

/* Lines of text stand an eighth further apart than on paper: a screen is read from
 * further away, and its lines are longer.  Headings keep their own. */
static void put_font(const struct style *s, struct buf *out, const struct type_style *t)
{
    const bool text = t->size <= s->types[TYPE_BODY].size * 4 / 3;
    const long long leading = (long long)t->leading * 100 / t->size * (text ? 9 : 8) / 8;
    buf_str(out, "font:");
    if (t->face == FACE_ITALIC || t->face == FACE_BOLD_ITALIC)
        buf_str(out, "italic ");
    buf_str(out, t->face == FACE_BOLD || t->face == FACE_BOLD_ITALIC ? "700 " : "400 ");
    put_rem(out, t->size);
    buf_printf(out, "/%lld.%02lld var(--family);", leading / 100, leading % 100);
    if (t->tracking != 0)
        put_size(out, "letter-spacing", t->tracking);
    buf_str(out, "color:");
}

static void put_type(const struct style *s, struct buf *out, const char *selector,
                     const struct type_style *t)
{
    buf_printf(out, "%s{", selector);
    put_font(s, out, t);
    put_colour(s, out, t->colour);
    buf_str(out, "}\n");
}

static void put_block_type(const struct style *s, struct buf *out, const char *selector,
                           const struct type_style *t)
{
    buf_printf(out, "%s{", selector);
    put_font(s, out, t);
    put_colour(s, out, t->colour);
    buf_str(out, ";margin:");
    put_rem(out, t->before);
    buf_str(out, " 0 ");
    put_rem(out, t->after);
    buf_str(out, "}\n");
}

static void put_types(const struct style *s, struct buf *out, bool letter)
{
    const struct {
        const char *selector;
        enum type_id type;
    } types[] = {{"body", TYPE_BODY},
                 {"p,.paragraphs,.signature p", TYPE_BODY},
                 {".h1,.title", letter ? TYPE_LETTER_TITLE : TYPE_H1},
                 {".h2", letter ? TYPE_LETTER_H2 : TYPE_H2},
                 {".h3", letter ? TYPE_LETTER_H3 : TYPE_H3},
                 {".h4", TYPE_H4},
                 {".standfirst", TYPE_STANDFIRST},
                 {".side-note", TYPE_SIDE},
                 {".lead-in", TYPE_LEAD_IN},
                 {"ul.bullet>li,ol.labelled>li", TYPE_ITEM},
                 {".evidence", TYPE_EVIDENCE},
                 {".column-head", TYPE_EVIDENCE_HEAD},
                 {".over-label,.over-value", TYPE_SECTION_OVER},
                 {".head .score .value", TYPE_SECTION_SCORE},
                 {".head .score .label", TYPE_SECTION_SCORE_LABEL},
                 {"caption,figcaption", TYPE_CAPTION},
                 {".measure", TYPE_MEASURE},
                 {".key,td .side-note,th .side-note", TYPE_TABLE_SUB},
                 {"nav li", TYPE_TOC_1},
                 {"nav li li", TYPE_TOC_2},
                 {".notes li", TYPE_NOTE},
                 {".ribbon a", TYPE_RIBBON},
                 {".site-foot", TYPE_FOOT},
                 {".stage", TYPE_STAGE_LINE},
                 {".marking", TYPE_MARKING},
                 {".ref", TYPE_REFERENCE},
                 {".cover-names .name", letter ? TYPE_LETTER_NAME : TYPE_COVER_NAME},
                 {".address", TYPE_LETTER_ADDRESS},
                 {".straps .strap", TYPE_LETTER_STRAP},
                 {".cover-foot .date", TYPE_COVER_DATE},
                 {".cover-foot .isbn,.cover-foot .edition", TYPE_COVER_LINE}};
    for (size_t i = 0; i < LEN(types); i++)
        put_block_type(s, out, types[i].selector, &s->types[types[i].type]);
}

/* On a block of colour the words keep their own. */
static void put_block_types(const struct style *s, struct buf *out)
{
    static const struct {
        const char *selector;
        enum type_id type;
    } types[] = {{".cover-block .strap", TYPE_COVER_STRAP},
                 {".cover-lead", TYPE_COVER_LEAD},
                 {".cover-area", TYPE_COVER_AREA},
                 {".divider-label", TYPE_DIVIDER_LABEL},
                 {".divider-number", TYPE_DIVIDER_NUMBER},
                 {".divider-title", TYPE_DIVIDER_TITLE}};
    for (size_t i = 0; i < LEN(types); i++) {
        const struct type_style *t = &s->types[types[i].type];
        buf_printf(out, "%s{", types[i].selector);
        put_font(s, out, t);
        put_hex(out, t->colour);
        buf_str(out, "}\n");
    }
}

/* ---- boxes ---- */

static void put_stroke(const struct style *s, struct buf *out, const char *side,
                       struct stroke k)
{
    if (k.width <= 0)
        return;
    buf_printf(out, "border%s:", side);
    put_rem(out, k.width);
    buf_str(out, " solid ");
    put_colour(s, out, k.colour);
    buf_char(out, ';');
}

/* Where the side is filled, it and the text keep their own distance. */
static void put_padding(struct buf *out, const struct box_style *k)
{
    const bool filled = k->side.filled, card = k->columns > 1;
    const bool right = !card && k->side.width > 0 && k->side.text == 0;
    length left = !card && k->side.width > 0 ? (right ? 0 : k->side.left) : k->pad.left;
    if (left > 0)
        left -= k->bar.width;
    buf_str(out, "padding:");
    put_rem(out, filled ? 0 : k->pad.top);
    buf_char(out, ' ');
    put_rem(out, filled || right ? 0 : k->pad.right);
    buf_char(out, ' ');
    put_rem(out, filled ? 0 : k->pad.under);
    buf_char(out, ' ');
    put_rem(out, filled ? 0 : left);
    buf_char(out, ';');
    if (filled)
        buf_printf(out, "}.k-%s>*{padding:.6rem .9rem 0}.k-%s>.text{padding-bottom:.8rem",
                   k->name, k->name);
}

static void put_box_look(const struct style *s, struct buf *out,
                         const struct box_style *k)
{
    buf_printf(out, ".k-%s{", k->name);
    put_size(out, "margin-top", k->before);
    put_size(out, "margin-bottom", k->after);
    if (k->filled) {
        buf_str(out, "background:");
        put_colour(s, out, k->fill);
        buf_char(out, ';');
    }
    put_stroke(s, out, "", k->outline);
    put_stroke(s, out, "-top", k->over);
    put_stroke(s, out, "-left", k->bar);
    put_padding(out, k);
    buf_str(out, "}\n");
    if (k->quoted) {
        buf_printf(out, ".k-%s::before{content:\"\\201C\" / \"\";position:absolute;",
                   k->name);
        put_size(out, "left", k->quote.left);
        put_size(out, "top", k->quote.top);
        buf_str(out, "color:var(--quote-mark);font:700 2.5rem/1 Georgia,serif}\n");
    }
    if (k->columns > 1) {
        buf_printf(out, ".cards-%s{display:grid;grid-template-columns:", k->name);
        buf_printf(out, "repeat(auto-fit,minmax(max(10rem,%d%%),1fr));", 90 / k->columns);
        put_size(out, "gap", k->gap);
        put_size(out, "margin-top", k->before);
        put_size(out, "margin-bottom", k->after);
        buf_printf(out, "}.cards-%s>.k-%s{margin:0}\n", k->name, k->name);
    } else if (k->row) {
        buf_printf(out, ".k-%s+.k-%s{margin-top:0;", k->name, k->name);
        put_stroke(s, out, "-top", k->between);
        buf_str(out, "}\n");
    }
    if (k->rule.width > 0) {
        buf_printf(out, ".k-%s .foot{", k->name);
        put_stroke(s, out, "-top", k->rule);
        put_size(out, "padding-top", k->rule_under);
        buf_str(out, "}\n");
    }
}

/* The column beside the text: at the left of it, or, where the text begins the box, at
 * its right. */
static void put_box_side(const struct style *s, struct buf *out,
                         const struct box_style *k)
{
    const struct box_side *side = &k->side;
    if (side->width == 0 || k->columns > 1)
        return;
    const bool right = side->text == 0;
    const length wide = side->filled ? side->left + side->width
                        : right      ? side->width * 9 / 8
                                     : side->width;
    buf_printf(out, ".k-%s>.side{", k->name);
    if (side->filled) {
        buf_str(out, "background:");
        put_colour(s, out, side->fill);
        buf_char(out, ';');
        put_size(out, "padding", side->left);
    }
    buf_str(out, "}\n@media (min-width:40em),print{");
    buf_printf(out, ".k-%s{display:grid;grid-template-rows:repeat(2,auto) 1fr;", k->name);
    put_size(out, "column-gap",
             right ? s->evidence.gap : side->text - side->left - side->width);
    buf_str(out, "grid-template-columns:");
    buf_str(out, right ? "minmax(0,1fr) " : "");
    put_rem(out, wide);
    buf_str(out, right ? "}" : " minmax(0,1fr)}");
    buf_printf(out,
               ".k-%s>*{grid-column:%d}.k-%s>.side{grid-column:%d;grid-row:1/span 3}}\n",
               k->name, right ? 1 : 2, k->name, right ? 2 : 1);
}

static void put_box_types(const struct style *s, struct buf *out,
                          const struct box_style *k)
{
    const struct {
        const char *selector;
        int type;
    } types[] = {{"p", k->types.text},
                 {"li", k->types.text},
                 {".box-title", k->types.title},
                 {".box-aside", k->types.aside},
                 {".h1,.k-%s .h2,.k-%s .h3,.k-%s .h4", k->types.heading},
                 {".by", k->types.by},
                 {".side .label", k->side.types[SIDE_LABEL]},
                 {".side .value", k->side.types[SIDE_VALUE]},
                 {".side .comment", k->side.types[SIDE_COMMENT]},
                 {".side [class^=h]", k->side.types[SIDE_HEADING]}};
    for (size_t i = 0; i < LEN(types); i++) {
        if (types[i].type == 0)
            continue;
        struct buf selector = buf_new(out->a);
        const char *name = arena_printf(out->a, ".k-%s", k->name);
        if (types[i].type == k->types.heading && i == 4)
            buf_printf(&selector, "%s>.h1,%s>.h2,%s>.h3,%s>.h4", name, name, name, name);
        else
            buf_printf(&selector, "%s %s", name, types[i].selector);
        put_block_type(s, out, selector.at, &s->types[types[i].type - 1]);
    }
}

/* ---- tables ---- */

static void put_table(const struct style *s, struct buf *out, const struct table_style *k)
{
    const char *t = arena_printf(out->a, ".t-%s", k->name);
    buf_printf(out, "%s{", t);
    put_size(out, "margin-bottom", k->after);
    buf_str(out, "}\n");
    if (k->types.head > 0)
        put_type(s, out, arena_printf(out->a, "%s thead th", t),
                 &s->types[k->types.head - 1]);
    put_type(s, out, arena_printf(out->a, "%s td,%s tbody th", t, t),
             &s->types[k->types.text - 1]);
    if (k->types.own > 0)
        put_type(s, out, arena_printf(out->a, "%s td.own", t),
                 &s->types[k->types.own - 1]);
    if (k->types.label > 0)
        put_type(s, out, arena_printf(out->a, "%s tbody th", t),
                 &s->types[k->types.label - 1]);
    buf_printf(out, "%s td,%s th{", t, t);
    put_size(out, "padding-top", k->pad);
    put_size(out, "padding-bottom", k->pad);
    put_size(out, "padding-right", k->gap);
    buf_str(out, "}\n");
    buf_printf(out, "%s tr{", t);
    put_stroke(s, out, "-top", k->rows);
    buf_str(out, "}");
    buf_printf(
        out,
        "%s thead tr:first-child,%s tbody:first-of-type:not(thead~*) tr:first-child{", t,
        t);
    put_stroke(s, out, "-top", k->over);
    buf_str(out, "}");
    buf_printf(out, "%s tbody:last-child tr:last-child{", t);
    put_stroke(s, out, "-bottom", k->under);
    buf_printf(out, "}\n%s .group,%s .total,%s td.own,%s th.own{background:", t, t, t, t);
    put_colour(s, out, k->tint);
    buf_printf(out, "}%s .group>*,%s .total>*%s{font-weight:700}\n", t, t,
               k->bold ? arena_printf(out->a, ",%s tbody th", t) : "");
}

/* ---- the whole ---- */

struct css_measure {
    const char *name;
    length of;
};

static void put_measures_of(struct buf *out, const struct css_measure *all, size_t count)
{
    for (size_t i = 0; i < count; i++)
        put_size(out, all[i].name, all[i].of);
}

/* What sheet.c stands things by. */
static void put_measures(const struct style *s, struct buf *out)
{
    const struct css_measure text[] = {{"--wide", s->page.width - 2 * s->page.margin},
                                       {"--measure", s->text.measure},
                                       {"--indent", s->text.indent},
                                       {"--bullet-indent", s->text.bullet_indent},
                                       {"--finding-indent", s->evidence.indent},
                                       {"--evidence", s->evidence.width},
                                       {"--evidence-gap", s->evidence.gap},
                                       {"--heading-rule-width", s->heading.rule},
                                       {"--rule-over", s->heading.rule_over},
                                       {"--rule-under", s->heading.rule_under},
                                       {"--bar-height", s->heading.bar},
                                       {"--bar-width", s->heading.bar_width},
                                       {"--bar-under", s->heading.bar_under},
                                       {"--tab-gap", s->ribbon.gap},
                                       {"--tab-group", s->ribbon.group_gap},
                                       {"--tabs-after", s->ribbon.after},
                                       {"--note-rule-width", s->note.rule_width},
                                       {"--toc-indent", s->toc.indent},
                                       {"--toc-group", s->toc.group}};
    put_measures_of(out, text, LEN(text));
}

static void put_cover_measures(const struct style *s, struct buf *out)
{
    const struct css_measure cover[] = {{"--name-bar-width", s->names.bar},
                                        {"--name-gap", s->names.gap},
                                        {"--plane-x", s->cover.planes_x - s->page.width},
                                        {"--plane-y", s->cover.planes_y},
                                        {"--plane-1-r", s->cover.plane_1},
                                        {"--plane-2-r", s->cover.plane_2},
                                        {"--plane-3-r", s->cover.plane_3},
                                        {"--title-bar", s->cover.title_bar},
                                        {"--title-bar-width", s->cover.title_bar_width},
                                        {"--strap-width", s->cover.strap_width},
                                        {"--area", s->types[TYPE_COVER_AREA].size},
                                        {"--logo", s->cover.logo_height},
                                        {"--chart-before", s->chart.before},
                                        {"--chart-after", s->chart.after},
                                        {"--written", s->signature.width}};
    put_measures_of(out, cover, LEN(cover));
}

/* The house's family, then what is alike in width and on most machines. */
static void put_family(const struct style *s, struct buf *out)
{
    const char *folder = strrchr(s->fonts[FACE_REGULAR], '/');
    const char *file = folder != NULL ? folder + 1 : s->fonts[FACE_REGULAR];
    const size_t len = strcspn(file, "-.");
    buf_printf(out,
               "--family:\"%.*s\",Carlito,Calibri,\"Segoe UI\",\"Helvetica Neue\",Arial,"
               "sans-serif;",
               (int)len, file);
}

/* The looks that the page has, and no others. */
static void put_looks(const struct web *w, struct buf *out)
{
    const struct style *s = w->style;
    for (size_t i = 0; i < s->box_count; i++) {
        const struct box_style *k = &s->boxes[i];
        if (map_get(w->looks, k->name) != k)
            continue;
        put_box_look(s, out, k);
        put_box_types(s, out, k);
        put_box_side(s, out, k);
    }
    for (size_t i = 0; i < s->table_count; i++)
        if (map_get(w->kinds, s->tables[i].name) != NULL)
            put_table(s, out, &s->tables[i]);
}

void web_css(const struct web *w, struct buf *out)
{
    const struct style *s = w->style;
    buf_str(out, ":root{color-scheme:light dark;");
    put_family(s, out);
    put_measures(s, out);
    put_cover_measures(s, out);
    put_palette(s, out, false);
    put_blocks(s, out);
    put_roles(s, out);
    buf_str(out, "}\n@media screen and (prefers-color-scheme:dark){:root{");
    put_palette(s, out, true);
    buf_str(out, "}}\n@media (forced-colors:active){:root{");
    put_forced(s, out);
    buf_str(out, "}}\n");
    sheet_write(out, SHEET_BASE);
    put_types(s, out, report_kind(w->report->root) == REPORT_LETTER);
    put_block_types(s, out);
    put_colour_classes(w, out);
    sheet_write(out, SHEET_SCREEN);
    if (s->cover_made.count > 0)
        buf_str(out, ".cover-art{display:block;width:100%;max-height:24rem;"
                     "object-fit:cover}.cover-mark{display:block;max-width:100%;"
                     "max-height:6rem;width:auto;height:auto}\n");
    put_looks(w, out);
    sheet_write(out, SHEET_PAPER);
}
