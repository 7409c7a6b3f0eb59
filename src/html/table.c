/* table.c -- tables: heads with what they are of, groups of rows as bodies of their own,
 * and room to scroll where a screen is narrower than they are. */
#include "html/work.h"

enum { COLUMNS_MOST = 64, COLUMNS_FEW = 2 /* that fit any screen, but for a word */ };
#define NARROW PT(210)   /* what a screen of 320 px leaves to a table: 280 px */
#define DRAWN PT(94)     /* a range */
#define PER_CENT_EM 60   /* of a letter, in whatever font, and some more */
#define NUMBER_LETTERS 4 /* before the words of a cell that has a number */

struct web_columns {
    size_t count;
    const struct element *col[COLUMNS_MOST]; /* NULL: nothing said */
    bool drawn[COLUMNS_MOST];
    int left[COLUMNS_MOST]; /* rows that the cell above still reaches down */
};

static bool is_cell(const struct element *e)
{
    return e->kind == EL_TH || e->kind == EL_TD;
}

/* Whether the last column holds nothing but drawings, which the cells beside it say. */
static bool last_is_drawn(const struct element *table)
{
    const struct element *body = element_child(table, EL_TBODY);
    if (body == NULL || body->first == NULL)
        return false;
    for (const struct element *tr = body->first; tr != NULL; tr = tr->next) {
        const struct element *cell = tr->last, *in = cell != NULL ? cell->first : NULL;
        if (in == NULL || in->next != NULL || in->kind != EL_RANGE)
            return false;
    }
    return true;
}

static struct web_columns columns_of(const struct element *table)
{
    struct web_columns k = {0};
    for (const struct element *c = table->first; c != NULL; c = c->next)
        if (c->kind == EL_COL && k.count < COLUMNS_MOST)
            k.col[k.count++] = c;
    const struct element *part = element_child(table, EL_THEAD);
    if (part == NULL)
        part = element_child(table, EL_TBODY);
    const struct element *row = part != NULL ? part->first : NULL;
    if (k.count == 0 && row != NULL)
        for (const struct element *c = row->first; c != NULL; c = c->next)
            k.count += is_cell(c) ? (size_t)element_number(c, AT_COLSPAN, 1) : 0;
    if (k.count > COLUMNS_MOST)
        k.count = COLUMNS_MOST;
    if (k.count > 0)
        k.drawn[k.count - 1] = last_is_drawn(table);
    return k;
}

/* ---- cells ---- */

static const char *scope_of(const struct element *cell, bool head, bool group)
{
    const bool row =
        head_scope(cell) == HEAD_OF_ROW || (head_scope(cell) == HEAD_OF_PLACE && !head);
    if (group)
        return "rowgroup";
    if (row)
        return element_number(cell, AT_ROWSPAN, 1) > 1 ? "rowgroup" : "row";
    return element_number(cell, AT_COLSPAN, 1) > 1 ? "colgroup" : "col";
}

static const char *class_of(const struct web_columns *k, size_t column, int span)
{
    const struct element *col = column < k->count ? k->col[column] : NULL;
    if (col == NULL || span > 1)
        return NULL;
    const bool right = column_align(col) == COLUMN_RIGHT,
               own = column_own(col) == COLUMN_OWN;
    return right && own ? "n own" : right ? "n" : own ? "own" : NULL;
}

/* With the class of its own colour. */
static const char *tinted(const struct web *w, const struct element *cell,
                          const char *class)
{
    const char *name = cell->at[AT_TINT];
    const struct colour *c = name != NULL ? style_colour(w->style, name) : NULL;
    return c == NULL ? class
                     : arena_printf(w->a, "%s%son%s", class != NULL ? class : "",
                                    class != NULL ? " " : "",
                                    svg_colour_class(w->a, w->style, *c));
}

static void put_cell_words(struct web *w, const struct element *cell)
{
    const char *number = cell->at[AT_NUMBER];
    if (cell == cell->parent->first)
        web_reference(w, cell->parent);
    if (number != NULL && *number != '\0') {
        buf_str(&w->out, "<span class=\"no\">");
        web_text(w, number);
        buf_str(&w->out, "</span> ");
    }
    web_inside(w, cell);
}

static void put_cell(struct web *w, const struct web_columns *k,
                     const struct element *cell, size_t column, bool head)
{
    const bool th = cell->kind == EL_TH, group = row_role(cell->parent) == ROW_GROUP;
    const int columns = element_number(cell, AT_COLSPAN, 1);
    const int rows = element_number(cell, AT_ROWSPAN, 1);
    buf_str(&w->out, th ? "<th" : "<td");
    if (th)
        buf_printf(&w->out, " scope=\"%s\"", scope_of(cell, head, group && !head));
    if (columns > 1)
        buf_printf(&w->out, " colspan=\"%d\"", columns);
    if (rows > 1)
        buf_printf(&w->out, " rowspan=\"%d\"", rows);
    buf_attribute(&w->out, "class", tinted(w, cell, class_of(k, column, columns)));
    if (column < k->count && k->drawn[column])
        buf_str(&w->out, " aria-hidden=\"true\"");
    const enum lang outer = web_lang(w, element_lang(cell, w->lang));
    buf_char(&w->out, '>');
    put_cell_words(w, cell);
    w->lang = outer;
    buf_str(&w->out, th ? "</th>" : "</td>");
}

static size_t free_column(const struct web_columns *k, size_t column)
{
    while (column < k->count && k->left[column] > 0)
        column++;
    return column;
}

static const char *row_class(enum row_role role)
{
    switch (role) {
    case ROW_PLAIN: return NULL;
    case ROW_GROUP: return "group";
    case ROW_TOTAL: return "total";
    case ROW_PAGE: return "group";
    }
    bug("a row's role %d", (int)role);
}

static void put_row(struct web *w, struct web_columns *k, const struct element *tr,
                    bool head)
{
    size_t column = 0;
    buf_str(&w->out, "<tr");
    buf_attribute(&w->out, "class", row_class(row_role(tr)));
    buf_char(&w->out, '>');
    for (const struct element *c = tr->first; c != NULL; c = c->next) {
        if (!is_cell(c))
            continue;
        column = free_column(k, column);
        put_cell(w, k, c, column, head);
        for (int i = 0; i < element_number(c, AT_COLSPAN, 1) && column < k->count; i++)
            k->left[column++] = element_number(c, AT_ROWSPAN, 1);
    }
    for (size_t i = 0; i < k->count; i++)
        k->left[i] -= k->left[i] > 0;
    buf_str(&w->out, "</tr>\n");
}

/* A heading row begins a body of its own, of which it is the head. */
static void put_rows(struct web *w, struct web_columns *k, const struct element *part)
{
    const bool head = part->kind == EL_THEAD;
    const char *tag = head ? "thead" : "tbody";
    bool any = false;
    if (part->first == NULL)
        return;
    buf_printf(&w->out, "<%s>\n", tag);
    for (const struct element *tr = part->first; tr != NULL; tr = tr->next) {
        if (any && !head && row_role(tr) == ROW_GROUP)
            buf_str(&w->out, "</tbody>\n<tbody>\n");
        put_row(w, k, tr, head);
        any = true;
    }
    buf_printf(&w->out, "</%s>\n", tag);
}

/* ---- the whole ---- */

static void put_caption(struct web *w, const struct element *caption, const char *id)
{
    if (caption == NULL)
        return;
    buf_str(&w->out, "<caption");
    buf_attribute(&w->out, "id", id);
    buf_char(&w->out, '>');
    web_words(w, caption->first, NULL);
    buf_str(&w->out, "</caption>\n");
}

/* Letters of the longest word, of a number all of them: it is not broken. */
static length letters_of(struct web *w, const struct element *cell, bool whole)
{
    length most = 0, letters = 0;
    for (const char *p = element_plain(w->a, cell); *p != '\0'; p++) {
        const bool breaks = *p == ' ' && !whole;
        letters = breaks ? 0 : letters + ((*p & 0xC0) != 0x80);
        most = letters > most ? letters : most;
    }
    return most + (cell->at[AT_NUMBER] != NULL ? NUMBER_LETTERS : 0);
}

/* The least width that its column may have, by its longest word. */
static length least_of(struct web *w, const struct web_columns *k,
                       const struct element *cell, size_t column, length size)
{
    const char *class = class_of(k, column, 1);
    const bool whole = cell->kind == EL_TD && class != NULL && class[0] == 'n';
    return k->drawn[column] ? DRAWN
                            : letters_of(w, cell, whole) * size * PER_CENT_EM / 100;
}

/* Whether it may be wider than a narrow screen: then it scrolls, and is a stop of the Tab
 * key, for without a script nobody knows how wide the screen is. */
static bool is_wide(struct web *w, const struct element *table, struct web_columns k)
{
    const struct table_style *look =
        style_table(w->style, table_kind_word(table_kind(table)));
    const length size =
        w->style->types[look != NULL ? look->types.text - 1 : TYPE_BODY].size;
    length least[COLUMNS_MOST] = {0}, all = 0;
    for (const struct element *part = table->first; part != NULL; part = part->next)
        for (const struct element *tr = part->first; tr != NULL; tr = tr->next) {
            size_t column = 0;
            for (const struct element *c = tr->first; c != NULL; c = c->next) {
                const int span = element_number(c, AT_COLSPAN, 1);
                if (!is_cell(c) || column + (size_t)span > k.count)
                    continue;
                const length own = span == 1 ? least_of(w, &k, c, column, size) : 0;
                least[column] = own > least[column] ? own : least[column];
                column += (size_t)span;
            }
        }
    for (size_t i = 0; i < k.count; i++)
        all += least[i] + (look != NULL ? look->gap : 0);
    return all > NARROW;
}

void web_table(struct web *w, const struct element *e)
{
    struct web_columns k = columns_of(e);
    const struct element *caption = element_child(e, EL_CAPTION);
    const bool wide = caption != NULL && is_wide(w, e, k);
    const bool scrolls = caption != NULL && (wide || k.count > COLUMNS_FEW);
    const char *id = wide ? web_own_id(w, "caption") : NULL;
    const char *kind = table_kind_word(table_kind(e));
    if (k.count == 0)
        return;
    map_put(w->kinds, kind, (void *)e);
    web_reference_alone(w, e);
    if (scrolls)
        buf_str(&w->out, "<div class=\"scroll\"");
    if (wide)
        buf_printf(&w->out, " role=\"group\" tabindex=\"0\" aria-labelledby=\"%s\"", id);
    buf_str(&w->out, scrolls ? ">\n" : "");
    buf_str(&w->out, "<table");
    web_id(w, e);
    buf_printf(&w->out, " class=\"t-%s\">\n", kind);
    put_caption(w, caption, id);
    for (const struct element *p = e->first; p != NULL; p = p->next)
        if (p->kind == EL_THEAD || p->kind == EL_TBODY)
            put_rows(w, &k, p);
    buf_printf(&w->out, "</table>\n%s", scrolls ? "</div>\n" : "");
}
