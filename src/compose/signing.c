/* signing.c -- the figures proof (`gwasg figures`): every number of a report in the order
 * of its text, as a page to sign.  In: a finished report; out: another report, a table
 * with a row per number, for layout to set like any other. */
#include "compose/signing.h"
#include "base/utf8.h"

#include <string.h>

struct proof {
    struct work *w;
    struct element *body; /* of the table */
};

static struct element *add(struct proof *p, struct element *parent,
                           enum element_kind kind)
{
    struct element *e = element_new(p->w->a, kind, parent->pos);
    element_append(parent, e);
    return e;
}

static const char *key(enum report_word word)
{
    return report_word_key(word);
}

/* ---- cells ---- */

/* A cell whose paragraph takes the words. */
static struct element *add_cell(struct proof *p, struct element *tr)
{
    return add(p, add(p, tr, EL_TD), EL_P);
}

static void add_text(struct proof *p, struct element *into, const char *text)
{
    element_text(p->w->a, into, text, into->pos);
}

static void add_number(struct proof *p, struct element *tr, long n)
{
    if (n >= 0)
        add_text(p, add_cell(p, tr), lang_number(p->w->a, p->w->lang, n));
    else
        add(p, tr, EL_TD);
}

static void add_place(struct proof *p, struct element *tr, const char *ref)
{
    struct element *th = add(p, tr, EL_TH);
    element_choose(th, AT_SCOPE, HEAD_OF_ROW);
    add_text(p, add(p, th, EL_P), ref != NULL ? ref : "");
}

static void add_sentence(struct proof *p, struct element *tr, const struct figure_row *r)
{
    struct element *cell = add_cell(p, tr);
    add_text(p, cell, r->before);
    add_text(p, add(p, cell, EL_STRONG), r->figure->printed);
    add_text(p, cell, r->after);
}

static void add_typed(struct proof *p, struct element *cell,
                      const struct source_figure *f)
{
    word_into(p->w, cell, key(REPORT_WORD_FIGURES_TYPED), NULL, true);
    add_text(p, cell, arena_printf(p->w->a, " %s", f->source));
}

/* "done: Was it done? (custody) Not sufficient". */
static void add_asked(struct proof *p, struct element *cell,
                      const struct source_figure *f)
{
    struct arena *a = p->w->a;
    const char *part = f->part[0] != '\0' ? arena_printf(a, " (%s)", f->part) : "";
    add_text(p, cell, arena_printf(a, "%s: %s%s ", f->name, f->question, part));
    if (f->not )
        word_into(p->w, cell, key(REPORT_WORD_FIGURES_NOT), NULL, true);
    if (f->applicable)
        word_into(p->w, cell, key(REPORT_WORD_FIGURES_APPLICABLE), NULL, false);
    if (f->source != NULL)
        add_text(p, cell, f->source);
}

static void add_question(struct proof *p, struct element *tr,
                         const struct source_figure *f)
{
    if (f->question == NULL)
        add_typed(p, add_cell(p, tr), f);
    else
        add_asked(p, add_cell(p, tr), f);
}

/* Grey where the text does not print it. */
static void add_percent(struct proof *p, struct element *tr,
                        const struct source_figure *f)
{
    if (f->percent < 0) {
        add(p, tr, EL_TD);
        return;
    }
    struct element *cell = add_cell(p, tr);
    if (!f->percent_printed)
        element_choose(cell, AT_ROLE, PARAGRAPH_SIDE);
    add_text(p, cell, figure_percent(p->w, f->percent));
}

static void add_box(struct proof *p, struct element *tr)
{
    struct element *box = add(p, add_cell(p, tr), EL_SWATCH);
    element_fill(box, FILL_WHITE); /* an empty one, to be ticked by hand */
}

static void add_row(const struct figure_row *r, void *data)
{
    struct proof *p = data;
    struct element *tr = add(p, p->body, EL_TR);
    add_place(p, tr, r->ref);
    add_sentence(p, tr, r);
    add_question(p, tr, r->figure);
    add_number(p, tr, r->figure->count);
    add_number(p, tr, r->figure->base);
    add_percent(p, tr, r->figure);
    add_box(p, tr);
}

/* ---- the page ---- */

static const struct {
    int width;
    enum column_align align;
    enum report_word head;
} COLUMNS[] = {
    {46, COLUMN_LEFT, REPORT_WORD_FIGURES_PLACE},
    {134, COLUMN_LEFT, REPORT_WORD_FIGURES_SENTENCE},
    {WIDTH_REST, COLUMN_LEFT, REPORT_WORD_FIGURES_QUESTION},
    {41, COLUMN_RIGHT, REPORT_WORD_FIGURES_COUNT},
    {40, COLUMN_RIGHT, REPORT_WORD_FIGURES_BASE},
    {39, COLUMN_RIGHT, REPORT_WORD_FIGURES_PERCENT},
    {44, COLUMN_LEFT, REPORT_WORD_FIGURES_SEEN},
};

static void add_columns(struct proof *p, struct element *table)
{
    for (size_t i = 0; i < LEN(COLUMNS); i++) {
        struct element *col = add(p, table, EL_COL);
        col->set[AT_WIDTH] = COLUMNS[i].width;
        element_choose(col, AT_ALIGN, COLUMNS[i].align);
    }
    struct element *tr = add(p, add(p, table, EL_THEAD), EL_TR);
    for (size_t i = 0; i < LEN(COLUMNS); i++) {
        struct element *th = add(p, tr, EL_TH);
        element_choose(th, AT_SCOPE, HEAD_OF_COLUMN);
        word_into(p->w, add(p, th, EL_P), key(COLUMNS[i].head), NULL, true);
    }
}

static struct element *proof_tree(struct proof *p, const struct report *const *of,
                                  size_t count)
{
    struct element *root = element_new(p->w->a, EL_REPORT, (struct pos){0});
    struct element *section = add(p, root, EL_SECTION);
    struct element *heading = add(p, section, EL_HEADING);
    heading->set[AT_LEVEL] = 1;
    word_into(p->w, heading, key(REPORT_WORD_FIGURES_TITLE), NULL, true);
    struct element *intro = add(p, section, EL_P);
    word_into(p->w, intro, key(REPORT_WORD_FIGURES_INTRO), NULL, true);
    struct element *table = add(p, section, EL_TABLE);
    element_choose(table, AT_KIND, TABLE_DENSE);
    add_columns(p, table);
    p->body = add(p, table, EL_TBODY);
    for (size_t i = 0; i < count; i++)
        figure_rows(p->w->a, of[i], add_row, p);
    return root;
}

const struct report *figures_report(struct arena *a, struct diags *d,
                                    const struct scores *s,
                                    const struct report *const *reports, size_t count)
{
    const struct report *r = reports[0];
    struct proof p = {.w = work_new(a, d, s, r->lang, r->stage)};
    struct report *out = NEW(a, struct report);
    *out = *r;
    struct element *root = proof_tree(&p, reports, count);
    typography_set(p.w, root);
    out->root = root;
    const char *title = word_plain(p.w, key(REPORT_WORD_FIGURES_TITLE), true);
    out->title = arena_printf(a, "%s: %s", r->title, title);
    struct element *foot = element_new(a, EL_FOOT, (struct pos){0});
    element_text(a, foot, out->title, foot->pos);
    out->foot = foot;
    out->figures = NULL;
    out->figure_count = 0;
    return out;
}
