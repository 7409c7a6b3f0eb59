/* bilingual.c -- the bilingual proof (`--lang en+cy`): English and Welsh side by side for
 * the reader who signs off the Welsh.  In: the two report trees; out: a third, a table
 * with a row per block, for layout to set like any other.  Nothing of either tree is left
 * out; what stands in one language only has a row of its own and is counted. */
#include "proof/bilingual.h"

#include "proof/proof.h"
#include "report/pairs.h"
#include "report/rule.h"

#include <string.h>

/* ---- pages ---- */

static const char *page_of(const struct map *pages, const char *ref, const char *before)
{
    const char *page = pages != NULL && ref != NULL ? map_get(pages, ref) : NULL;
    return page != NULL ? page : before;
}

static bool is_new(const char *page, const char *before)
{
    return page != NULL && (before == NULL || strcmp(page, before) != 0);
}

static void add_page(struct sides *s, struct element *tr, enum lang l, const char *page)
{
    struct element *cell = sides_add(s, tr, EL_TD);
    element_set_lang(cell, l);
    if (page == NULL)
        return;
    struct element *words = element_new(s->a, EL_P, tr->pos);
    word_into(s->words[l], words, report_word_key(REPORT_WORD_REF_PAGE),
              with_text(s->words[l], "page", page), true);
    const char *plain = element_plain(s->a, words);
    struct element *p = sides_add(s, cell, EL_P);
    element_choose(p, AT_ROLE, PARAGRAPH_SIDE);
    element_text(s->a, p, lang_capital(s->a, l, plain), tr->pos);
}

/* A row with the pages of both editions, where a block begins a new one in either. */
static void turn_page(struct sides *s)
{
    const char *en = page_of(s->en_pages, s->ref, s->en_page);
    const char *cy = page_of(s->cy_pages, s->ref, s->cy_page);
    if (!is_new(en, s->en_page) && !is_new(cy, s->cy_page))
        return;
    s->en_page = en;
    s->cy_page = cy;
    struct element *tr = sides_add(s, s->body, EL_TR);
    element_choose(tr, AT_ROLE, ROW_PAGE);
    sides_add(s, tr, EL_TD);
    add_page(s, tr, LANG_EN, en);
    add_page(s, tr, LANG_CY, cy);
    sides_add(s, tr, EL_TD);
}

/* ---- rows ---- */

static void add_place(struct sides *s, struct element *tr)
{
    struct element *cell = sides_add(s, tr, s->ref != NULL ? EL_TH : EL_TD);
    if (s->ref == NULL)
        return;
    element_choose(cell, AT_SCOPE, HEAD_OF_ROW);
    element_text(s->a, sides_add(s, cell, EL_P), s->ref, tr->pos);
    s->ref = NULL;
}

/* The first block of the row becomes what the ids of all that opened with it stand for.
 */
static void hold_ids(struct sides *s, struct element *cell, const char *ref)
{
    if (s->ids.len == 0 || cell->first == NULL)
        return;
    const char *own = s->ids.at[0];
    for (size_t i = 0; i < s->ids.len; i++) {
        map_put(s->rows, s->ids.at[i], (void *)own);
        if (ref != NULL)
            map_put(s->refs, s->ids.at[i], (void *)ref);
    }
    cell->first->at[AT_ID] = own;
    s->ids.len = 0;
}

/* What is fixed wording beside a figure is seen with it. */
static bool is_signed(const struct sides *s, const struct element *of)
{
    return s->ref != NULL || of->kind == EL_P || of->kind == EL_NOTE ||
           of->kind == EL_FOOT || of->kind == EL_CAPTION || of->kind == EL_COMMENT ||
           of->kind == EL_ALT;
}

static void add_row(struct sides *s, struct pair p)
{
    const struct element *any = pair_any(p);
    bool box = is_signed(s, any);
    const char *ref = s->ref;
    turn_page(s);
    struct element *tr = sides_add(s, s->body, EL_TR);
    tr->pos = any->pos;
    add_place(s, tr);
    int level = s->level;
    struct element *en = bilingual_cell(s, tr, LANG_EN, p.en, s->en_item);
    s->level = any->kind == EL_HEADING && p.en != NULL ? level : s->level;
    struct element *cy = bilingual_cell(s, tr, LANG_CY, p.cy, s->cy_item);
    s->en_item = s->cy_item = NULL;
    hold_ids(s, en->first != NULL ? en : cy, ref);
    struct element *seen = sides_add(s, tr, EL_TD);
    if (box) {
        struct element *swatch = sides_add(s, sides_add(s, seen, EL_P), EL_SWATCH);
        element_fill(swatch, FILL_WHITE); /* to be ticked by hand */
    }
    s->alone += p.en == NULL || p.cy == NULL;
}

/* ---- the walk ---- */

static void walk(struct sides *s, struct pair p);

static void walk_children(struct sides *s, struct pair p)
{
    struct pairs all = pairs_of(s->a, p.en, p.cy);
    for (size_t i = 0; i < all.all.len; i++)
        walk(s, all.all.at[i]);
}

static void walk_notes(struct sides *s, struct pair p)
{
    struct pairs notes = pairs_of_notes(s->a, p);
    for (size_t i = 0; i < notes.all.len; i++)
        add_row(s, notes.all.at[i]);
}

/* Those of the cells of a row, which itself is one of ours. */
static void walk_cells_notes(struct sides *s, struct pair p)
{
    struct pairs all = pairs_of(s->a, p.en, p.cy);
    walk_notes(s, p);
    for (size_t i = 0; i < all.all.len; i++)
        walk_cells_notes(s, all.all.at[i]);
}

static bool has_text(const struct element *e)
{
    return e != NULL && e->first != NULL;
}

/* Contents, columns and drawings hold no words of their own. */
static bool is_silent(const struct element *e)
{
    return e->kind == EL_TOC || e->kind == EL_COL || e->kind == EL_PAGEBREAK ||
           e->kind == EL_RANGE;
}

/* The label and value of a score box or panel, of a score beside a heading, of a bar. */
static bool is_measure(const struct element *e)
{
    return e->kind == EL_BAR || e->kind == EL_ASIDE;
}

/* The heading of a score box comes before its score. */
static void walk_measured(struct sides *s, struct pair p)
{
    struct pairs all = pairs_of(s->a, p.en, p.cy);
    for (size_t i = 0; i < all.all.len; i++)
        if (pair_any(all.all.at[i])->kind == EL_HEADING)
            walk(s, all.all.at[i]);
    add_row(s, p);
    for (size_t i = 0; i < all.all.len; i++) {
        enum element_kind kind = pair_any(all.all.at[i])->kind;
        if (kind == EL_HEADING)
            continue;
        if (kind == EL_LABEL || kind == EL_VALUE || kind == EL_REMARK)
            walk_notes(s, all.all.at[i]);
        else
            walk(s, all.all.at[i]);
    }
}

static bool opens_with_label(const struct element *e)
{
    return element_child(e, EL_LABEL) != NULL || element_child(e, EL_VALUE) != NULL;
}

static void walk(struct sides *s, struct pair p)
{
    const struct element *any = pair_any(p);
    if (is_silent(any))
        return;
    if (any->ref != NULL)
        s->ref = any->ref;
    if (any->at[AT_ID] != NULL)
        *array_push(s->a, &s->ids) = any->at[AT_ID];
    if (any->kind == EL_ITEM) {
        s->en_item = p.en;
        s->cy_item = p.cy;
    }
    if (any->kind == EL_TR) {
        add_row(s, p);
        walk_cells_notes(s, p);
    } else if (element_holds_text(any->kind)) {
        if (has_text(p.en) || has_text(p.cy))
            add_row(s, p);
        walk_notes(s, p);
        walk_children(s, p); /* what stands beside a heading */
    } else if (is_measure(any) || opens_with_label(any)) {
        walk_measured(s, p);
    } else {
        walk_children(s, p);
    }
}

/* ---- the page ---- */

static const char *key(enum report_word word)
{
    return report_word_key(word);
}

/* Their places in a row: what stands between them is layout's (its kind says it). */
static const int WIDTHS[] = {56, 345, 327, 28};

static void add_head(struct sides *s, struct element *tr, enum lang l,
                     enum report_word word)
{
    struct element *th = sides_add(s, tr, EL_TH);
    element_choose(th, AT_SCOPE, HEAD_OF_COLUMN);
    element_set_lang(th, l);
    word_into(s->words[l], sides_add(s, th, EL_P), key(word), NULL, true);
}

static void add_heads(struct sides *s, struct element *table)
{
    for (size_t i = 0; i < LEN(WIDTHS); i++) {
        struct element *col = sides_add(s, table, EL_COL);
        col->set[AT_WIDTH] = WIDTHS[i];
        element_choose(col, AT_ALIGN, i == 0 || i == 3 ? COLUMN_RIGHT : COLUMN_LEFT);
    }
    struct element *tr = sides_add(s, sides_add(s, table, EL_THEAD), EL_TR);
    add_head(s, tr, LANG_EN, REPORT_WORD_FIGURES_PLACE);
    add_head(s, tr, LANG_EN, REPORT_WORD_SIDES_LANGUAGE);
    add_head(s, tr, LANG_CY, REPORT_WORD_SIDES_LANGUAGE);
    add_head(s, tr, LANG_EN, REPORT_WORD_FIGURES_SEEN);
}

/* What no page shows, and what all do. */
static const struct element *plain_p(struct sides *s, const char *text)
{
    struct element *p = element_new(s->a, EL_P, (struct pos){0});
    element_text(s->a, p, text, p->pos);
    return *text != '\0' ? p : NULL;
}

static void add_beside(struct sides *s, const struct report *en, const struct report *cy)
{
    const struct pair all[] = {
        {plain_p(s, en->title), plain_p(s, cy->title)},
        {plain_p(s, en->subject), plain_p(s, cy->subject)},
        {plain_p(s, en->keywords), plain_p(s, cy->keywords)},
        {en->foot, cy->foot},
    };
    struct element *tr = sides_add(s, s->body, EL_TR);
    sides_add(s, tr, EL_TD);
    struct element *group = sides_add(s, tr, EL_TH);
    element_choose(group, AT_SCOPE, HEAD_OF_ROW);
    group->set[AT_COLSPAN] = 3;
    struct element *words = sides_add(s, sides_add(s, group, EL_P), EL_STRONG);
    word_into(s->words[LANG_EN], words, key(REPORT_WORD_SIDES_FILE), NULL, true);
    for (size_t i = 0; i < LEN(all); i++)
        if (pair_any(all[i]) != NULL)
            add_row(s, all[i]);
}

static void add_alone(struct sides *s, struct element *p)
{
    if (s->alone == 0)
        return;
    element_text(s->a, p, " ", p->pos);
    word_count_into(s->words[LANG_EN], sides_add(s, p, EL_STRONG),
                    key(REPORT_WORD_SIDES_ALONE), s->alone);
}

static struct element *sides_tree(struct sides *s, const struct report *en,
                                  const struct report *cy)
{
    struct element *root = element_new(s->a, EL_REPORT, (struct pos){0});
    element_choose(root, AT_KIND, REPORT_SIDES);
    struct element *section = sides_add(s, root, EL_SECTION);
    struct element *heading = sides_add(s, section, EL_HEADING);
    heading->set[AT_LEVEL] = 1;
    word_into(s->words[LANG_EN], heading, key(REPORT_WORD_SIDES_TITLE), NULL, true);
    struct element *intro = sides_add(s, section, EL_P);
    word_into(s->words[LANG_EN], intro, key(REPORT_WORD_SIDES_INTRO), NULL, true);
    struct element *table = sides_add(s, section, EL_TABLE);
    element_choose(table, AT_KIND, TABLE_SIDES);
    add_heads(s, table);
    typography_set(s->words[LANG_EN], root); /* both reports' texts have theirs */
    s->body = sides_add(s, table, EL_TBODY);
    s->level = 1;
    walk_children(s, (struct pair){en->root, cy->root});
    add_beside(s, en, cy);
    bilingual_links(s, s->body, NULL);
    add_alone(s, intro);
    return root;
}

/* The words of the English proof, but both texts' hashes. */
static void set_beside(struct sides *s, struct report *out, const struct report *en,
                       const struct report *cy)
{
    const char *title = word_plain(s->words[LANG_EN], key(REPORT_WORD_SIDES_TITLE), true);
    out->title = arena_printf(s->a, "%s: %s", en->title, title);
    struct element *foot = element_new(s->a, EL_FOOT, (struct pos){0});
    element_text(s->a, foot, out->title, foot->pos);
    out->foot = foot;
    const char *line = word_plain(s->words[LANG_EN], key(REPORT_WORD_SIDES_LINE), false);
    if (line[0] != '\0')
        out->words[LAYOUT_STAGE_LINE] = line;
    out->words[LAYOUT_HASH] =
        arena_printf(s->a, "%s · %s", en->words[LAYOUT_HASH], cy->words[LAYOUT_HASH]);
    out->figures = NULL;
    out->figure_count = 0;
}

const struct report *bilingual_report(struct arena *a, struct diags *d,
                                      const struct scores *s, struct edition_pages en,
                                      struct edition_pages cy, size_t *alone)
{
    enum stage stage = en.report->stage;
    struct sides sides = {.a = a,
                          .words = {[LANG_EN] = work_new(a, d, s, LANG_EN, stage),
                                    [LANG_CY] = work_new(a, d, s, LANG_CY, stage)},
                          .en_pages = en.pages,
                          .cy_pages = cy.pages,
                          .rows = map_new(a),
                          .refs = map_new(a)};
    struct report *out = NEW(a, struct report);
    *out = *en.report;
    out->root = sides_tree(&sides, en.report, cy.report);
    out->queries += cy.report->queries;
    set_beside(&sides, out, en.report, cy.report);
    *alone = (size_t)sides.alone;
    return out;
}
