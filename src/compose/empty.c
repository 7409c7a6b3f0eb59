/* empty.c -- where a template promises something and nothing came: charts without bars,
 * tables without rows or heads, headings over nothing.  In: the tree with its charts
 * measured, before the glossary is filled; out: warnings at the template's line. */
#include "base/bounds.h"
#include "base/utf8.h"
#include "compose/work.h"

#include <string.h>
#include <strings.h>

static bool holds(const struct element *e, enum element_kind kind)
{
    for (const struct element *c = e->first; c != NULL; c = c->next)
        if (c->kind == kind || holds(c, kind))
            return true;
    return false;
}

/* ---- charts ---- */

static const char *words_of(struct work *w, const struct element *e,
                            enum element_kind kind)
{
    const struct element *named = e != NULL ? element_child(e, kind) : NULL;
    return named != NULL ? element_plain(w->a, named) : "";
}

/* The author's own words first, else the template's element. */
static struct pos text_pos(const struct element *e)
{
    const struct element *c = e->first;
    while (c != NULL && c->kind != EL_TEXT)
        c = c->first;
    return c != NULL && c->pos.file != NULL ? c->pos : e->pos;
}

static void check_bars(struct work *w, const struct element *e, enum element_kind named)
{
    if (!holds(e, EL_BAR))
        diag(w->d, DIAG_CHART_EMPTY, e->pos,
             "<%s> \"%s\"; is the select of its <xsl:for-each> right?",
             element_name(e->kind), words_of(w, e, named));
}

static bool explains(const struct element *legend, enum fill fill)
{
    for (const struct element *c = legend->first; c != NULL; c = c->next)
        if (c->kind == EL_ENTRY && c->fill == fill)
            return true;
    return false;
}

/* Bars of a judgement only: all others are solid. */
static void check_legend(struct work *w, const struct element *e,
                         const struct element *legend)
{
    for (const struct element *c = e->first; c != NULL; c = c->next) {
        if (c->kind == EL_BAR && c->fill != FILL_NONE && !explains(legend, c->fill))
            diag(w->d, DIAG_LEGEND_LACKS, legend->pos,
                 "that of \"%s\"; add an <entry> for each judgement",
                 words_of(w, c, EL_LABEL));
        check_legend(w, c, legend);
    }
}

/* Who hears it cannot skip: a summary, for a chart's table has the rest. */
enum { CHART_MOST = 250, PICTURE_MOST = 300 };

static void check_alt_length(struct work *w, const struct element *alt, const char *words,
                             bool chart)
{
    const size_t count = utf8_count(words, strlen(words));
    const int most = chart ? CHART_MOST : PICTURE_MOST;
    if (count > (size_t)most)
        diag(w->d, DIAG_ALT_LONG, chart ? alt->pos : text_pos(alt),
             "%zu characters, \"%.*s...\"; %d are enough for what it shows%s", count,
             (int)utf8_cut(words, strlen(words), 40), words, most,
             chart ? " and its ends, the table has the figures"
                   : ", more belongs into the text");
}

/* "photo-3.PNG". */
static bool is_file_name(const char *words)
{
    static const char *const ends[] = {".png", ".jpg",  ".jpeg", ".gif", ".svg",
                                       ".tif", ".tiff", ".bmp",  ".webp"};
    const size_t len = strlen(words);
    for (size_t i = 0; i < LEN(ends); i++)
        if (len > strlen(ends[i]) &&
            strcasecmp(words + len - strlen(ends[i]), ends[i]) == 0)
            return true;
    return false;
}

/* Readers hear "graphic" before it. */
static bool is_kind_of_picture(const char *words)
{
    static const char *const names[] = {
        "image", "picture",    "photo",   "photograph", "graphic", "figure",
        "chart", "logo",       "diagram", "alt",        "delwedd", "llun",
        "ffoto", "ffotograff", "graffeg", "ffigur",     "siart",
    };
    const size_t len = strlen(words) - (words[0] != '\0' &&
                                        strchr(".:", words[strlen(words) - 1]) != NULL);
    for (size_t i = 0; i < LEN(names); i++)
        if (strlen(names[i]) == len && strncasecmp(words, names[i], len) == 0)
            return true;
    return utf8_count(words, strlen(words)) == 1;
}

static const char *alt_fault(const char *words, const char *caption)
{
    if (is_file_name(words))
        return "is the name of a file";
    if (is_kind_of_picture(words))
        return "does not say of what";
    return *caption != '\0' && strcasecmp(words, caption) == 0 ? "is its caption again"
                                                               : NULL;
}

static void check_alt(struct work *w, const struct element *e)
{
    const struct element *alt = element_child(e, EL_ALT);
    const char *words = words_of(w, e, EL_ALT);
    if (*words == '\0')
        return; /* said elsewhere */
    check_alt_length(w, alt, words, e->kind == EL_CHART);
    const char *fault = alt_fault(words, words_of(w, e, EL_CAPTION));
    if (fault != NULL)
        diag(w->d, DIAG_ALT_POOR, text_pos(alt),
             "\"%s\" %s; write what a reader would see in it", words, fault);
}

static void check_chart(struct work *w, const struct element *e)
{
    const struct element *legend = element_child(e, EL_LEGEND);
    check_bars(w, e, EL_CAPTION);
    if (legend != NULL && chart_kind(e) == CHART_SCORES)
        check_legend(w, e, legend);
}

/* ---- tables ---- */

static bool has_rows(const struct element *table, enum element_kind part)
{
    for (const struct element *c = table->first; c != NULL; c = c->next)
        if (c->kind == part && element_child(c, EL_TR) != NULL)
            return true;
    return false;
}

/* Names and what belongs to them: the first cell of a row is its head. */
static bool heads_in_rows(enum table_kind kind)
{
    return kind == TABLE_PEOPLE || kind == TABLE_LETTER;
}

/* Rows that are to name columns and have no cell that does. */
static const struct element *row_without_heads(const struct element *table)
{
    const struct element *head = element_child(table, EL_THEAD);
    for (const struct element *r = head != NULL ? head->first : NULL; r != NULL;
         r = r->next)
        if (r->kind == EL_TR && !holds(r, EL_TH))
            return r;
    return NULL;
}

static bool is_wide(const struct element *e)
{
    while (e != NULL && e->kind != EL_WIDE)
        e = e->parent;
    return e != NULL;
}

/* Beyond them a page that lies on its side has no room for words. */
static void check_width(struct work *w, const struct element *table)
{
    const struct element *head = element_child(table, EL_THEAD);
    const struct element *row = head != NULL ? element_child(head, EL_TR) : NULL;
    int columns = 0;
    for (const struct element *c = row != NULL ? row->first : NULL; c != NULL;
         c = c->next)
        columns += element_number(c, AT_COLSPAN, 1);
    if (columns > COLUMNS_WIDE && is_wide(table))
        diag(w->d, DIAG_TABLE_WIDE, table->pos,
             "<table> \"%s\" has %d columns in <wide>, which has room for %d; make two "
             "tables of it",
             words_of(w, table, EL_CAPTION), columns, COLUMNS_WIDE);
}

static void check_table(struct work *w, const struct element *e)
{
    bool rows = heads_in_rows(table_kind(e));
    const char *caption = words_of(w, e, EL_CAPTION);
    const struct element *plain = row_without_heads(e);
    if (!has_rows(e, EL_TBODY))
        diag(w->d, DIAG_TABLE_EMPTY, e->pos,
             "<table> \"%s\"; is the select of its <xsl:for-each> right?", caption);
    else if (!rows && !has_rows(e, EL_THEAD))
        diag(w->d, DIAG_TABLE_HEADS, e->pos,
             "<table> \"%s\" has no <thead>; name its columns in one", caption);
    else if (!holds(e, EL_TH))
        diag(w->d, DIAG_TABLE_HEADS, e->pos,
             "<table> \"%s\" has no <th>; make heads of the cells that name a column or "
             "a row",
             caption);
    else if (plain != NULL)
        diag(w->d, DIAG_TABLE_HEADS, plain->pos,
             "the <thead> of <table> \"%s\" is made of <td>; write <th> for what names a "
             "column",
             caption);
    check_width(w, e);
}

/* ---- the same figures twice ---- */

static const struct source_figure *figure_in(const struct element *e)
{
    const struct source_figure *found = e->figure;
    for (const struct element *c = e->first; found == NULL && c != NULL; c = c->next)
        found = figure_in(c);
    return found;
}

static bool is_same(const struct source_figure *x, const struct source_figure *y)
{
    return x != NULL && y != NULL && x->name != NULL && y->name != NULL &&
           strcmp(x->name, y->name) == 0 && strcmp(x->part, y->part) == 0 &&
           x->not == y->not &&x->applicable == y->applicable &&
           strcmp(x->printed, y->printed) == 0;
}

static const struct element *cell_at(const struct element *row, size_t column)
{
    const struct element *c = row->first;
    while (c != NULL && column-- > 0)
        c = c->next;
    return c;
}

/* Whether a column has in each row that has figures those of one before it. */
static bool repeats(const struct element *body, size_t column, size_t earlier)
{
    size_t rows = 0;
    for (const struct element *r = body->first; r != NULL; r = r->next) {
        const struct element *c = cell_at(r, column), *before = cell_at(r, earlier);
        if (c == NULL || figure_in(c) == NULL)
            continue;
        if (!is_same(figure_in(before), figure_in(c)))
            return false;
        rows++;
    }
    return rows > 1;
}

/* Whether a row has at least two figures, all of them those of another. */
static bool repeats_row(const struct element *row, const struct element *earlier)
{
    size_t figures = 0;
    const struct element *c = row->first, *before = earlier->first;
    for (; c != NULL && before != NULL; c = c->next, before = before->next) {
        if (figure_in(c) != NULL && !is_same(figure_in(before), figure_in(c)))
            return false;
        figures += figure_in(c) != NULL;
    }
    return figures > 1;
}

/* Of the first row that has one: a group's heading spans all. */
static const struct element *column_cell(const struct element *body, size_t column)
{
    const struct element *r = body->first;
    while (r != NULL && cell_at(r, column) == NULL)
        r = r->next;
    return r != NULL ? cell_at(r, column) : NULL;
}

static void check_column(struct work *w, const struct element *body, size_t column)
{
    /* Columns apart may well be equal in a small sample, not in what is made up. */
    size_t from = w->in->made_up ? 0 : column - 1;
    for (size_t i = from; i < column; i++)
        if (repeats(body, column, i)) {
            diag(w->d, DIAG_FIGURES_TWICE, column_cell(body, column)->pos,
                 "column %zu has those of column %zu; is the `expr` of its <fig> right?",
                 column + 1, i + 1);
            return;
        }
}

static void check_columns(struct work *w, const struct element *body)
{
    for (size_t i = 1; column_cell(body, i) != NULL; i++)
        check_column(w, body, i);
    for (const struct element *r = body->first; w->in->made_up && r != NULL; r = r->next)
        for (const struct element *e = body->first; e != r; e = e->next)
            if (repeats_row(r, e))
                diag(w->d, DIAG_FIGURES_TWICE, r->pos,
                     "this row has those of one before it; is the `expr` of its <fig> "
                     "right?");
}

static void check_bar(struct work *w, const struct element *bar)
{
    const char *of = bar->at[AT_OF]; /* NULL: a year of which nothing is known */
    for (const struct element *c = bar->parent->first; of != NULL && c != bar;
         c = c->next)
        if (c->kind == EL_BAR && c->at[AT_OF] != NULL && strcmp(c->at[AT_OF], of) == 0) {
            diag(w->d, DIAG_FIGURES_TWICE, bar->pos,
                 "two bars measure \"%s\"; is the `of` of <bar> right?", of);
            return;
        }
}

/* ---- lists, headings ---- */

static void check_list(struct work *w, const struct element *e)
{
    if (element_child(e, EL_ITEM) == NULL)
        diag(w->d, DIAG_LIST_EMPTY, e->pos,
             "<%s>; is the select of its items right, or should it be left out?",
             element_name(e->kind));
}

static int level_of(const struct element *heading)
{
    return element_choice(heading, AT_LEVEL);
}

/* What a reader finds under a heading: nothing, where the next one is no lower. */
static bool ends(const struct element *next, int level)
{
    while (next != NULL && next->kind == EL_PAGEBREAK)
        next = next->next;
    return next == NULL || (next->kind == EL_HEADING && level_of(next) <= level);
}

static void check_heading(struct work *w, const struct element *heading,
                          const struct element *next)
{
    const char *number = heading->at[AT_NUMBER];
    if (ends(next, level_of(heading)))
        diag(w->d, DIAG_SECTION_EMPTY, heading->pos,
             "\"%s%s%s\"; write what belongs there, or let the template leave the "
             "heading out",
             number != NULL ? number : "", number != NULL ? " " : "",
             element_plain(w->a, heading));
}

/* A score's box opens its section as a heading does. */
static void check_section(struct work *w, const struct element *e)
{
    for (const struct element *c = e->first; c != NULL; c = c->next) {
        const struct element *heading = c->kind == EL_HEADING ? c
                                        : c->kind == EL_SCOREBOX
                                            ? element_child(c, EL_HEADING)
                                            : NULL;
        if (heading != NULL)
            check_heading(w, heading, c->next);
    }
}

/* ---- whatever is to hold words ---- */

/* A box has more to say than its parts, its heading and its stars. */
static bool has_words(const struct element *e)
{
    for (const struct element *c = e->first; c != NULL; c = c->next) {
        const struct element_rule *rule = element_rule(c->kind);
        bool part = rule->class == CLASS_PART || c->kind == EL_HEADING ||
                    (c->kind == EL_STARS && e->kind == EL_RATING);
        bool drawn = rule->content == CONTENT_NOTHING && c->kind != EL_TEXT;
        bool text = c->kind == EL_TEXT && c->text[strspn(c->text, " ")] != '\0';
        if (text || (!part && (drawn || has_words(c))))
            return true;
    }
    return false;
}

/* A cell may be empty, and so may what a programme has no use for. */
static bool wants_words(enum element_kind kind)
{
    switch ((int)kind) {
    case EL_TITLE:
    case EL_FOOT:
    case EL_STRAP:
    case EL_NAME:
    case EL_LABEL:
    case EL_VALUE:
    case EL_CAPTION:
    case EL_ALT:
    case EL_ENTRY:
    case EL_HEADING:
    case EL_TH:
    case EL_BY:
    case EL_ITEM:
    case EL_BOX:
    case EL_QUOTATION:
    case EL_RATING:
    case EL_PANEL:
    case EL_SCOREBOX:
    case EL_MEANING: return true;
    }
    return false;
}

static void check_words(struct work *w, const struct element *e)
{
    if (wants_words(e->kind) && !has_words(e))
        diag(w->d, DIAG_ELEMENT_EMPTY, e->pos,
             "<%s> in <%s>; is what it copies named right, or should it be left out?",
             element_name(e->kind), element_name(e->parent->kind));
}

/* ---- parts ---- */

/* Documents about a report say what they are; tables of names go without a caption. */
static bool needs_parts(const struct work *w, const struct element *e)
{
    return w->about == NULL && (e->kind != EL_TABLE || !heads_in_rows(table_kind(e)));
}

static bool has_part(const struct element *e, const char *name)
{
    for (const struct element *c = e->first; c != NULL; c = c->next)
        if (strcmp(element_name(c->kind), name) == 0)
            return true;
    return false;
}

static void check_parts(struct work *w, const struct element *e, const char *list)
{
    for (size_t len = 0; *list != '\0'; list += len + strspn(list + len, " ")) {
        len = strcspn(list, " ");
        const char *name = arena_strndup(w->a, list, len);
        if (!has_part(e, name))
            diag(w->d, DIAG_PART_MISSING, e->pos,
                 "<%s> has no <%s>; let the template make one", element_name(e->kind),
                 name);
    }
}

void empty_check(struct work *w, const struct element *root)
{
    if (needs_parts(w, root))
        check_parts(w, root, element_required(root->kind));
    if (root->kind == EL_REPORT && !holds(root, EL_HEADING))
        check_parts(w, root, "heading"); /* who listens moves by them */
    if (root->kind == EL_COVER && element_child(root->parent, EL_COVER) == root)
        check_parts(w, root, "area date"); /* of the first; one at the back has none */
    for (const struct element *c = root->first; c != NULL; c = c->next) {
        check_words(w, c);
        if (c->kind == EL_CHART || c->kind == EL_FIGURE || c->kind == EL_SIGNATURE ||
            c->kind == EL_LOGO)
            check_alt(w, c);
        if (c->kind == EL_CHART)
            check_chart(w, c);
        else if (c->kind == EL_TBODY)
            check_columns(w, c);
        else if (c->kind == EL_BAR)
            check_bar(w, c);
        else if (c->kind == EL_GROUP)
            check_bars(w, c, EL_LABEL);
        else if (c->kind == EL_TABLE)
            check_table(w, c);
        else if (c->kind == EL_LIST || c->kind == EL_PARAGRAPHS)
            check_list(w, c);
        else if (c->kind == EL_SECTION)
            check_section(w, c);
        empty_check(w, c);
    }
}
