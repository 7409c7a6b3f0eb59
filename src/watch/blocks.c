/* blocks.c -- in: a marked page, and the report that it came from; out: its blocks, each
 * with its place in the author's files, its words, its box and its figures.  A block is
 * what hangs from one tag that knows where it comes from. */
#include "watch/drawing.h"

#include "base/utf8.h"

#include <string.h>

/* ---- figures by their block ---- */

static const char *key_of(struct arena *a, struct pos p)
{
    return arena_printf(a, "%s@%zu", p.file->path, p.at);
}

static void note_figure(struct arena *a, struct map *to, struct pos at,
                        const struct source_figure *figure)
{
    if (at.file == NULL)
        return;
    const char *key = key_of(a, at);
    struct placed_figures *here = map_get(to, key);
    if (here == NULL)
        map_put(to, key, here = NEW(a, struct placed_figures));
    for (size_t i = 0; i < here->all.len; i++)
        if (here->all.at[i] == figure)
            return;
    *array_push(a, &here->all) = figure;
}

/* The figure of a mark is of the block around it; that of a bar, of its chart. */
static void note_figures(struct arena *a, struct map *to, const struct element *e)
{
    if (e->figure != NULL) {
        const struct element *block = e->parent;
        while (block != NULL && element_is_inline(block->kind))
            block = block->parent;
        for (; block != NULL && block->kind != EL_SECTION; block = block->parent)
            note_figure(a, to, block->pos, e->figure);
    }
    for (const struct element *c = e->first; c != NULL; c = c->next)
        note_figures(a, to, c);
}

struct drawing_board *board_new(struct arena *a, const struct report *report,
                                const struct document *doc)
{
    struct drawing_board *b = NEW(a, struct drawing_board);
    struct map *figures = map_new(a);
    note_figures(a, figures, report->root);
    *b = (struct drawing_board){.a = a, .doc = doc, .figures = figures};
    return b;
}

/* ---- places ---- */

/* From where it was counted last, for blocks come mostly in the order of their files. */
static struct place place_of(struct drawing_board *b, const struct file *f, size_t at)
{
    at = at < f->len ? at : f->len;
    if (b->counted != f || at < b->line_at) {
        b->counted = f;
        b->line_at = 0;
        b->line = 1;
    }
    const char *line = f->text + b->line_at, *end;
    while ((end = memchr(line, '\n', (size_t)(f->text + at - line))) != NULL) {
        b->line++;
        line = end + 1;
    }
    b->line_at = (size_t)(line - f->text);
    return (struct place){b->line,
                          1 + (int)utf8_count(line, (size_t)(f->text + at - line))};
}

/* ---- the blocks of a page ---- */

struct drawn_block {
    const struct tag *tag;
    struct bounds box;
    struct buf words;
    length right, y; /* where its last run ends */
};

struct drawn_blocks {
    ARRAY(struct drawn_block) all;
};

/* The tag that says where an item comes from. */
static const struct tag *block_tag(const struct item *it)
{
    const struct tag *t = it->tag;
    while (t != NULL && (tag_is_inline(t) || t->pos.file == NULL))
        t = t->parent;
    return t;
}

static struct drawn_block *block_of(struct drawing_board *b, struct drawn_blocks *to,
                                    const struct tag *tag, struct bounds box)
{
    for (size_t i = to->all.len; i > 0; i--)
        if (to->all.at[i - 1].tag == tag)
            return &to->all.at[i - 1];
    struct drawn_block *one = array_push(b->a, &to->all);
    *one = (struct drawn_block){.tag = tag, .box = box, .words = buf_new(b->a)};
    return one;
}

static void widen_box(struct bounds *b, struct bounds more)
{
    b->left = more.left < b->left ? more.left : b->left;
    b->top = more.top < b->top ? more.top : b->top;
    b->right = more.right > b->right ? more.right : b->right;
    b->bottom = more.bottom > b->bottom ? more.bottom : b->bottom;
}

/* Runs that stand apart are words apart. */
static void add_words(struct drawn_block *block, const struct item *it, struct bounds box)
{
    struct buf *w = &block->words;
    const bool apart = it->y != block->y || box.left > block->right + it->run.size / 8;
    if (w->len > 0 && apart && w->at[w->len - 1] != ' ')
        buf_char(w, ' ');
    buf_add(w, it->run.text, it->run.text_len);
    block->right = box.right;
    block->y = it->y;
}

static struct drawn_blocks blocks_on(struct drawing_board *b, int page)
{
    struct drawn_blocks found = {0};
    const struct page *p = &b->doc->pages[page];
    for (size_t i = 0; i < p->items.len; i++) {
        const struct item *it = &p->items.at[i];
        const struct tag *tag = block_tag(it);
        if (tag == NULL)
            continue;
        const struct bounds box = item_bounds(it);
        struct drawn_block *block = block_of(b, &found, tag, box);
        widen_box(&block->box, box);
        if (it->kind == ITEM_RUN)
            add_words(block, it, box);
    }
    return found;
}

/* ---- as JSON ---- */

static void put_number(struct buf *out, const char *key, long n)
{
    buf_printf(out, ",\"%s\":%ld", key, n);
}

static void put_string(struct buf *out, const char *key, const char *value)
{
    if (value == NULL || *value == '\0')
        return;
    buf_printf(out, ",\"%s\":", key);
    buf_json(out, value);
}

static void put_figures(const struct placed_figures *here, struct buf *out)
{
    buf_str(out, ",\"g\":[");
    for (size_t i = 0; i < here->all.len; i++) {
        const struct source_figure *f = here->all.at[i];
        buf_str(out, i > 0 ? ",{\"p\":" : "{\"p\":");
        buf_json(out, f->printed != NULL ? f->printed : "");
        put_string(out, "q", f->question);
        put_string(out, "m", f->among);
        put_string(out, "s", f->source);
        if (f->count >= 0)
            put_number(out, "n", f->count);
        if (f->base >= 0)
            put_number(out, "o", f->base);
        if (f->percent >= 0)
            put_number(out, "h", f->percent);
        buf_char(out, '}');
    }
    buf_char(out, ']');
}

/* What is quoted by a reference stands in the last tag before that has one. */
static const char *ref_of(const struct tag *t)
{
    while (t != NULL && t->ref == NULL)
        t = t->parent;
    return t != NULL ? t->ref : NULL;
}

static const char *words_of(const struct drawn_block *block)
{
    const struct tag *t = block->tag;
    while (t != NULL && t->alt == NULL && t->type != TAG_FIGURE)
        t = t->parent;
    return t != NULL && t->alt != NULL ? t->alt : block->words.at;
}

static void put_block(struct drawing_board *b, const struct drawn_block *block,
                      struct buf *out)
{
    const struct pos pos = block->tag->pos;
    const bool inside = pos.file->text != NULL;
    const struct place from =
        inside ? place_of(b, pos.file, pos.at) : (struct place){1, 1};
    const struct place to =
        inside ? place_of(b, pos.file, pos.at + (pos.len > 0 ? pos.len - 1 : 0)) : from;
    const long unit = 1024;
    buf_str(out, "{\"f\":");
    buf_json(out, pos.file->path);
    put_number(out, "l", from.line);
    put_number(out, "c", from.column);
    put_number(out, "e", to.line);
    put_string(out, "r", ref_of(block->tag));
    put_string(out, "w", words_of(block));
    buf_printf(out, ",\"b\":[%ld,%ld,%ld,%ld]", block->box.left / unit,
               block->box.top / unit, (block->box.right - block->box.left) / unit + 1,
               (block->box.bottom - block->box.top) / unit + 1);
    const struct placed_figures *here = map_get(b->figures, key_of(b->a, pos));
    if (here != NULL)
        put_figures(here, out);
    buf_char(out, '}');
}

void page_blocks(struct drawing_board *b, int page, struct buf *json)
{
    const struct drawn_blocks found = blocks_on(b, page);
    buf_char(json, '[');
    for (size_t i = 0; i < found.all.len; i++) {
        buf_str(json, i > 0 ? "," : "");
        put_block(b, &found.all.at[i], json);
    }
    buf_char(json, ']');
}
