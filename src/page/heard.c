/* heard.c -- the document as a screen reader says it, in text: headings with their
 * levels, each cell with its heads, alternative texts, links, notes, fields, changes of
 * language.  In: a marked document; out: a line for each block.  What is an artifact is
 * not there, and where other words are to be read than are drawn, those are. */
#include "page/page.h"

#include <string.h>

enum { MOST_COLUMNS = 64, STEP = 2 };

struct hearer {
    const struct document *doc;
    struct arena *a;
    struct buf *out;
    enum lang lang; /* of what is being said */
    int depth;
    const char *label;               /* of an item, said before its first line */
    ARRAY(const struct tag *) notes; /* whose marks were said in this block */
};

/* ---- words in a line ---- */

static const char *language_name(enum lang l)
{
    return l == LANG_EN ? "English" : "Welsh";
}

/* A soft hyphen, at a line's end, parts no word. */
static void say_run(const struct item *it, struct buf *line)
{
    static const char soft[] = "\u00AD";
    size_t len = it->run.text_len, skip = sizeof soft - 1;
    if (len > skip && memcmp(it->run.text + len - skip, soft, skip) == 0)
        len -= skip;
    buf_add(line, it->run.text, len);
}

static void say_mark(const struct hearer *h, const struct kid *k, struct buf *line)
{
    const struct page *p = &h->doc->pages[k->page];
    const struct mark *m = &p->marks.at[k->number];
    for (size_t i = m->first; i < m->first + m->count; i++)
        if (p->items.at[i].kind == ITEM_RUN)
            say_run(&p->items.at[i], line);
}

static void say_widget(const struct hearer *h, const struct kid *k, struct buf *line)
{
    const struct widget *w = &h->doc->pages[k->page].widgets.at[k->number];
    const char *kind = w->choice != NULL ? "button" : "field";
    buf_printf(line, "[%s%s: %s]", w->fixed ? "fixed " : "", kind,
               w->choice != NULL ? w->heard : w->label);
}

static bool is_in_line(const struct tag *t)
{
    return tag_is_inline(t) || t->type == TAG_FORM || t->type == TAG_LBL;
}

static void say_kids(struct hearer *h, const struct tag *t, struct buf *line);

/* What is said before the words of a tag; a bracket then closes behind them. */
static bool say_before(const struct hearer *h, const struct tag *t, struct buf *line)
{
    if (t->has_lang && t->lang != h->lang)
        buf_printf(line, "[%s: ", language_name(t->lang));
    else if (t->type == TAG_LINK)
        buf_str(line, "[link: ");
    else if (t->type == TAG_FIGURE)
        buf_printf(line, "[graphic: %s", t->alt == NULL ? "" : t->alt);
    else
        return false;
    return true;
}

static void say_tag(struct hearer *h, const struct tag *t, struct buf *line)
{
    const enum lang outer = h->lang;
    if (t->type == TAG_NOTE) { /* is said behind the block */
        *array_push(h->a, &h->notes) = t;
        return;
    }
    if (!is_in_line(t) && line->len > 0 && line->at[line->len - 1] != ' ')
        buf_char(line, ' ');
    const bool closes = say_before(h, t, line);
    h->lang = t->has_lang ? t->lang : outer;
    if (t->actual_text != NULL)
        buf_str(line, t->actual_text);
    else if (t->type != TAG_FIGURE)
        say_kids(h, t, line);
    h->lang = outer;
    if (!closes)
        return;
    while (line->len > 0 && line->at[line->len - 1] == ' ')
        line->at[--line->len] = '\0';
    buf_str(line, "] ");
}

static void say_kid(struct hearer *h, const struct kid *k, struct buf *line)
{
    switch (k->kind) {
    case KID_TAG: say_tag(h, k->tag, line); return;
    case KID_MARK: say_mark(h, k, line); return;
    case KID_WIDGET: say_widget(h, k, line); return;
    case KID_LINK: return;
    }
}

static void say_kids(struct hearer *h, const struct tag *t, struct buf *line)
{
    for (size_t i = 0; i < t->kids.len; i++)
        say_kid(h, &t->kids.at[i], line);
}

/* Of a stop, or of what closes a quotation or a bracket. */
static bool closes_words(const char *at)
{
    return strchr(",.;:)", *at) != NULL || strncmp(at, "”", 3) == 0 ||
           strncmp(at, "’", 3) == 0;
}

/* Blanks as they are heard: one between words, none before a stop behind a bracket. */
static void put_line(struct hearer *h, const char *before, const char *words)
{
    const char *at = words + strspn(words, " ");
    if (*at == '\0' && *before == '\0')
        return;
    for (int i = 0; i < h->depth * STEP; i++)
        buf_char(h->out, ' ');
    buf_str(h->out, h->label != NULL ? h->label : "");
    h->label = NULL;
    buf_str(h->out, before);
    for (; *at != '\0'; at++) {
        const char *next = at + 1 + strspn(at + 1, " ");
        if (*at != ' ' || (*next != '\0' && at[1] != ' ' && !closes_words(next)))
            buf_char(h->out, *at);
    }
    buf_char(h->out, '\n');
}

static const char *words_of(struct hearer *h, const struct tag *t)
{
    struct buf line = buf_new(h->a);
    say_kids(h, t, &line);
    return line.at == NULL ? "" : line.at;
}

/* ---- blocks ---- */

static void hear(struct hearer *h, const struct tag *t);

/* The kids of a block: what stands in a line as one, blocks each on their own. */
static void hear_kids(struct hearer *h, const struct tag *t, const char *before)
{
    struct buf line = buf_new(h->a);
    for (size_t i = 0; i <= t->kids.len; i++) {
        const struct kid *k = i < t->kids.len ? &t->kids.at[i] : NULL;
        const bool block = k == NULL || (k->kind == KID_TAG && !is_in_line(k->tag));
        if (!block) {
            say_kid(h, k, &line);
            continue;
        }
        if (line.len > 0)
            put_line(h, before, line.at);
        line.len = 0;
        if (k != NULL)
            hear(h, k->tag);
    }
}

static int count_kids(const struct tag *t, enum tag_type type)
{
    int count = 0;
    for (size_t i = 0; i < t->kids.len; i++)
        count += t->kids.at[i].kind == KID_TAG && t->kids.at[i].tag->type == type;
    return count;
}

static void hear_under(struct hearer *h, const struct tag *t, const char *name)
{
    put_line(h, name, "");
    h->depth++;
    hear_kids(h, t, "");
    h->depth--;
}

static void hear_part(struct hearer *h, const struct tag *part, const char *label)
{
    h->label = arena_printf(h->a, "- %s", label == NULL ? "" : label);
    hear_kids(h, part, "");
    h->label = NULL;
}

/* Its label, then what it says. */
static void hear_item(struct hearer *h, const struct tag *item)
{
    struct buf line = buf_new(h->a);
    for (size_t i = 0; i < item->kids.len; i++) {
        const struct tag *part = item->kids.at[i].tag;
        if (item->kids.at[i].kind == KID_TAG && part->type == TAG_LBL)
            say_kids(h, part, &line);
        else if (item->kids.at[i].kind == KID_TAG)
            hear_part(h, part, line.at);
    }
}

static void hear_list(struct hearer *h, const struct tag *list)
{
    put_line(h, arena_printf(h->a, "list of %d:", count_kids(list, TAG_LI)), "");
    h->depth++;
    for (size_t i = 0; i < list->kids.len; i++) {
        const struct tag *item = list->kids.at[i].tag;
        if (list->kids.at[i].kind == KID_TAG && item->type == TAG_LI)
            hear_item(h, item);
        else if (list->kids.at[i].kind == KID_TAG)
            hear(h, item);
    }
    h->depth--;
}

/* ---- tables: each cell behind the heads that count for it ---- */

struct table {
    const struct tag *tag;
    const char *heads[MOST_COLUMNS]; /* of the columns, said once a row */
    int left[MOST_COLUMNS];          /* rows that the cell above still reaches down */
};

static const struct tag *find_id(const struct tag *t, const char *id)
{
    if (t->id != NULL && strcmp(t->id, id) == 0)
        return t;
    const struct tag *found = NULL;
    for (size_t i = 0; i < t->kids.len && found == NULL; i++)
        if (t->kids.at[i].kind == KID_TAG)
            found = find_id(t->kids.at[i].tag, id);
    return found;
}

/* A reader says a head once: that of a group before the row's own, which has then been
 * said of the row's cells. */
static bool says_head(const struct tag *cell, const struct tag *head)
{
    const bool of_column = head->parent->parent->type == TAG_THEAD;
    return of_column == (cell->type == TAG_TD);
}

/* Those that the cell names, or that of its column. */
static void say_heads(struct hearer *h, const struct table *t, const struct tag *cell,
                      int column, struct buf *line)
{
    for (size_t i = 0; i < cell->header_count; i++) {
        const struct tag *head = find_id(t->tag, cell->headers[i]);
        if (head == NULL || says_head(cell, head))
            buf_printf(line, "%s%s", line->len > 0 ? ", " : "",
                       head == NULL ? "?" : words_of(h, head));
    }
    if (cell->header_count == 0 && cell->type == TAG_TD && t->heads[column] != NULL)
        buf_str(line, t->heads[column]);
    if (line->len > 0)
        buf_str(line, ": ");
}

static void say_cell(struct hearer *h, const struct table *t, const struct tag *cell,
                     int column, struct buf *row)
{
    struct buf heads = buf_new(h->a);
    if (row->len > 0)
        buf_str(row, " | ");
    say_heads(h, t, cell, column, &heads);
    if (heads.len > 0)
        buf_str(row, heads.at);
    const enum lang outer = h->lang;
    h->lang = cell->has_lang ? cell->lang : outer;
    const char *words = words_of(h, cell);
    const bool empty = words[strspn(words, " ")] == '\0', foreign = h->lang != outer;
    if (empty)
        buf_str(row, "(empty)");
    else if (foreign)
        buf_printf(row, "[%s: %s]", language_name(h->lang), words);
    else
        buf_str(row, words);
    h->lang = outer;
}

static int free_column(const struct table *t, int column)
{
    while (column < MOST_COLUMNS - 1 && t->left[column] > 0)
        column++;
    return column;
}

/* A head of several columns is said with each, before those under it. */
static void head_columns(struct hearer *h, struct table *t, const struct tag *cell,
                         int column, int span)
{
    const char *words = words_of(h, cell);
    for (int i = column; i < column + span && i < MOST_COLUMNS; i++)
        t->heads[i] = t->heads[i] == NULL
                          ? words
                          : arena_printf(h->a, "%s, %s", t->heads[i], words);
}

static void hear_row(struct hearer *h, struct table *t, const struct tag *row, bool head)
{
    struct buf line = buf_new(h->a);
    int column = 0;
    for (size_t i = 0; i < row->kids.len; i++) {
        const struct tag *cell = row->kids.at[i].tag;
        if (row->kids.at[i].kind != KID_TAG)
            continue;
        column = free_column(t, column);
        const int span = cell->col_span > 1 ? cell->col_span : 1;
        if (head && cell->type == TAG_TH)
            head_columns(h, t, cell, column, span);
        say_cell(h, t, cell, column, &line);
        for (int k = column; k < column + span && k < MOST_COLUMNS; k++)
            t->left[k] = cell->row_span > 1 ? cell->row_span : 1;
        column += span;
    }
    for (int i = 0; i < MOST_COLUMNS; i++)
        t->left[i] -= t->left[i] > 0;
    put_line(h, head ? "heads: " : "", line.len > 0 ? line.at : "");
}

static void hear_rows(struct hearer *h, struct table *t, const struct tag *part)
{
    for (size_t i = 0; i < part->kids.len; i++)
        if (part->kids.at[i].kind == KID_TAG && part->kids.at[i].tag->type == TAG_TR)
            hear_row(h, t, part->kids.at[i].tag, part->type == TAG_THEAD);
}

static void hear_table(struct hearer *h, const struct tag *table)
{
    struct table t = {.tag = table};
    int rows = count_kids(table, TAG_TR);
    const char *caption = "";
    for (size_t i = 0; i < table->kids.len; i++) {
        const struct tag *part = table->kids.at[i].tag;
        if (table->kids.at[i].kind != KID_TAG)
            continue;
        rows += count_kids(part, TAG_TR);
        if (part->type == TAG_CAPTION)
            caption = words_of(h, part);
    }
    put_line(h, arena_printf(h->a, "table of %d rows: ", rows), caption);
    h->depth++;
    hear_rows(h, &t, table);
    for (size_t i = 0; i < table->kids.len; i++)
        if (table->kids.at[i].kind == KID_TAG)
            hear_rows(h, &t, table->kids.at[i].tag);
    h->depth--;
}

/* ---- all of it ---- */

static void hear_plain(struct hearer *h, const struct tag *t)
{
    switch (t->type) {
    case TAG_H1:
    case TAG_H2:
    case TAG_H3:
    case TAG_H4:
        hear_kids(h, t, arena_printf(h->a, "heading %d: ", 1 + (int)(t->type - TAG_H1)));
        return;
    case TAG_FIGURE: put_line(h, "graphic: ", t->alt != NULL ? t->alt : ""); return;
    case TAG_L: hear_list(h, t); return;
    case TAG_TABLE: hear_table(h, t); return;
    case TAG_TOC: hear_under(h, t, "contents:"); return;
    case TAG_BLOCKQUOTE: hear_under(h, t, "quotation:"); return;
    case TAG_ASIDE: hear_under(h, t, "box:"); return;
    case TAG_NOTE: hear_under(h, t, "note:"); return;
    case TAG_CAPTION: hear_kids(h, t, "caption: "); return;
    case TAG_DOCUMENT:
    case TAG_SECT:
    case TAG_DIV:
    case TAG_P:
    case TAG_LI:
    case TAG_LBL:
    case TAG_LBODY:
    case TAG_THEAD:
    case TAG_TBODY:
    case TAG_TR:
    case TAG_TH:
    case TAG_TD:
    case TAG_TOCI:
    case TAG_REFERENCE:
    case TAG_LINK:
    case TAG_SPAN:
    case TAG_EM:
    case TAG_STRONG:
    case TAG_FORM:
    case TAG_TYPE_COUNT: hear_kids(h, t, ""); return;
    }
}

/* Behind the block that their marks stand in. */
static void hear_notes(struct hearer *h)
{
    const struct tag *const *notes = h->notes.at;
    const size_t count = h->notes.len;
    h->notes.at = NULL;
    h->notes.len = h->notes.cap = 0;
    for (size_t i = 0; i < count; i++)
        hear(h, notes[i]);
}

/* A block in another language says so before it. */
static void hear(struct hearer *h, const struct tag *t)
{
    const enum lang outer = h->lang;
    if (t->has_lang && t->lang != outer) {
        put_line(h, arena_printf(h->a, "[%s]", language_name(t->lang)), "");
        h->lang = t->lang;
    }
    hear_plain(h, t);
    h->lang = outer;
    hear_notes(h);
}

void heard_dump(struct arena *a, const struct document *doc, struct buf *out)
{
    struct hearer h = {.doc = doc, .a = a, .out = out, .lang = doc->lang};
    put_line(&h, arena_printf(a, "document in %s: ", language_name(doc->lang)),
             doc->title != NULL ? doc->title : "");
    hear(&h, doc->root);
}
