/* blocks.c -- in: a marked page, and the report that it came from; out: its blocks, each
 * with its place in the author's files, its words, its box and its figures.  A block is
 * what hangs from one tag that knows where it comes from. */
#include "watch/drawing.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

/* ---- figures by their block ---- */

static int compare_places(const void *x, const void *y)
{
    const struct placed_figure *s = x, *t = y;
    if (s->at.file != t->at.file)
        return (uintptr_t)s->at.file < (uintptr_t)t->at.file ? -1 : 1;
    if (s->at.at != t->at.at)
        return s->at.at < t->at.at ? -1 : 1;
    return s->number < t->number ? -1 : s->number > t->number;
}

/* The figure of a mark is of the block around it; that of a bar, of its chart. */
static void note_figures(struct drawing_board *b, const struct element *e)
{
    const struct element *block = e->figure != NULL ? e->parent : NULL;
    while (block != NULL && element_is_inline(block->kind))
        block = block->parent;
    for (; block != NULL && block->kind != EL_SECTION; block = block->parent)
        if (block->pos.file != NULL)
            *array_push(b->a, &b->figures) =
                (struct placed_figure){block->pos, b->figures.len, e->figure};
    for (const struct element *c = e->first; c != NULL; c = c->next)
        note_figures(b, c);
}

/* The first of those of a block, and the others behind it; NULL: it has none. */
static const struct placed_figure *figures_at(const struct drawing_board *b,
                                              struct pos at)
{
    size_t from = 0, to = b->figures.len;
    const struct placed_figure wanted = {.at = at};
    while (from < to) {
        const size_t middle = (from + to) / 2;
        if (compare_places(&b->figures.at[middle], &wanted) < 0)
            from = middle + 1;
        else
            to = middle;
    }
    const struct placed_figure *found = b->figures.at + from;
    return from < b->figures.len && found->at.file == at.file && found->at.at == at.at
               ? found
               : NULL;
}

/* What is said behind a reference is quoted by it, until the next; behind a section or a
 * note what was before goes on (page/places.c). */
static void note_refs(struct drawing_board *b, const struct tag *t, const char **ref)
{
    const char *outer = *ref;
    if (t->ref != NULL || t->type == TAG_SECT)
        *ref = t->ref;
    if (t->number >= 0)
        b->refs[t->number] = *ref;
    for (size_t i = 0; i < t->kids.len; i++)
        if (t->kids.at[i].kind == KID_TAG)
            note_refs(b, t->kids.at[i].tag, ref);
    if (t->type == TAG_SECT || t->type == TAG_NOTE)
        *ref = outer;
}

struct drawing_board *board_new(struct arena *a, const struct report *report,
                                const struct document *doc)
{
    struct drawing_board *b = NEW(a, struct drawing_board);
    *b = (struct drawing_board){.a = a, .doc = doc};
    b->refs = NEW_ARRAY(a, const char *, doc->tag_count + 1);
    note_refs(b, doc->root, &(const char *){NULL});
    note_figures(b, report->root);
    if (b->figures.len > 1)
        qsort(b->figures.at, b->figures.len, sizeof *b->figures.at, compare_places);
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
    const struct image *picture; /* the last of it; NULL: none */
    length right, y;             /* where its last run ends */
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
        else if (it->kind == ITEM_IMAGE)
            block->picture = it->image.image;
    }
    return found;
}

/* ---- as JSON ---- */

static void put_digits(struct buf *out, long n)
{
    char digits[24], *at = digits + sizeof digits;
    const bool minus = n < 0;
    for (n = minus ? -n : n; at == digits + sizeof digits || n > 0; n /= 10)
        *--at = (char)('0' + n % 10);
    if (minus)
        *--at = '-';
    buf_add(out, at, (size_t)(digits + sizeof digits - at));
}

static void put_number(struct buf *out, const char *before, long n)
{
    buf_str(out, before);
    put_digits(out, n);
}

static void put_string(struct buf *out, const char *key, const char *value)
{
    if (value == NULL || *value == '\0')
        return;
    buf_str(out, key);
    buf_json(out, value);
}

static void put_figure(const struct source_figure *f, struct buf *out)
{
    put_string(out,
               "{\"p\":", f->printed != NULL && *f->printed != '\0' ? f->printed : " ");
    put_string(out, ",\"q\":", f->question);
    put_string(out, ",\"m\":", f->among);
    put_string(out, ",\"s\":", f->source);
    if (f->count >= 0)
        put_number(out, ",\"n\":", f->count);
    if (f->base >= 0)
        put_number(out, ",\"o\":", f->base);
    if (f->percent >= 0)
        put_number(out, ",\"h\":", f->percent);
    buf_char(out, '}');
}

/* A place of a template that makes many things: whose figures those are it does not say.
 */
static bool is_common(const struct drawing_board *b, const struct placed_figure *first)
{
    enum { MANY = 24 };
    const size_t last = (size_t)(first - b->figures.at) + MANY;
    return last < b->figures.len && b->figures.at[last].at.file == first->at.file &&
           b->figures.at[last].at.at == first->at.at;
}

/* Each once, for a chart has one of several bars. */
static void put_figures(const struct drawing_board *b, struct pos at, struct buf *out)
{
    const struct placed_figure *first = figures_at(b, at),
                               *end = b->figures.at + b->figures.len;
    if (first == NULL || is_common(b, first))
        return;
    for (const struct placed_figure *f = first;
         f < end && f->at.file == at.file && f->at.at == at.at; f++)
        if (f == first || f->figure != f[-1].figure) {
            buf_str(out, f == first ? ",\"g\":[" : ",");
            put_figure(f->figure, out);
        }
    buf_char(out, ']');
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
    put_number(out, ",\"l\":", from.line);
    put_number(out, ",\"c\":", from.column);
    put_number(out, ",\"e\":", to.line);
    put_string(out,
               ",\"r\":", block->tag->number >= 0 ? b->refs[block->tag->number] : NULL);
    put_string(out, ",\"w\":", words_of(block));
    if (block->picture != NULL)
        put_string(out, ",\"i\":", image_name(b, block->picture));
    put_number(out, ",\"b\":[", block->box.left / unit);
    put_number(out, ",", block->box.top / unit);
    put_number(out, ",", (block->box.right - block->box.left) / unit + 1);
    put_number(out, ",", (block->box.bottom - block->box.top) / unit + 1);
    buf_char(out, ']');
    put_figures(b, pos, out);
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
