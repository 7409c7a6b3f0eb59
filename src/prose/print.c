/* print.c -- an inline tree walked, as plain words, and as the dump "prose". */
#include "prose/prose.h"

void inline_walk(const struct inline_node *n,
                 void (*visit)(const struct inline_node *n, void *data), void *data)
{
    for (; n != NULL; n = n->next) {
        visit(n, data);
        inline_walk(n->child, visit, data);
    }
}

void prose_walk(const struct block *blocks,
                void (*visit)(const struct inline_node *n, void *data), void *data)
{
    for (const struct block *b = blocks; b != NULL; b = b->next) {
        inline_walk(b->inlines, visit, data);
        prose_walk(b->child, visit, data);
    }
}

static void add_plain(const struct inline_node *n, void *data)
{
    struct buf *out = data;
    switch (n->kind) {
    case INLINE_TEXT:
    case INLINE_TYPED: buf_str(out, n->text); break;
    case INLINE_BREAK: buf_char(out, ' '); break;
    case INLINE_EM:
    case INLINE_STRONG:
    case INLINE_LINK:
    case INLINE_LANG:
    case INLINE_MARK:
    case INLINE_QUERY:
    case INLINE_NOTE:
    case INLINE_UNTRANSLATED: break;
    }
}

const char *prose_plain(struct arena *a, const struct inline_node *n)
{
    struct buf out = buf_new(a);
    inline_walk(n, add_plain, &out);
    return out.at;
}

static const char *const inline_names[] = {
    [INLINE_TEXT] = "text",
    [INLINE_EM] = "em",
    [INLINE_STRONG] = "strong",
    [INLINE_LINK] = "link",
    [INLINE_LANG] = "lang",
    [INLINE_MARK] = "mark",
    [INLINE_TYPED] = "typed",
    [INLINE_QUERY] = "query",
    [INLINE_NOTE] = "note",
    [INLINE_BREAK] = "break",
    [INLINE_UNTRANSLATED] = "untranslated",
};

static const char *const block_names[] = {
    [BLOCK_PARAGRAPH] = "paragraph", [BLOCK_BULLETS] = "bullets",
    [BLOCK_NUMBERS] = "numbers",     [BLOCK_ITEM] = "item",
    [BLOCK_TABLE] = "table",         [BLOCK_ROW] = "row",
    [BLOCK_CELL] = "cell",           [BLOCK_SOURCE] = "source",
    [BLOCK_PICTURE] = "picture",
};

static void dump_place(struct pos pos, int depth, const char *name, struct buf *out)
{
    struct place place = pos_place(pos);
    buf_printf(out, "%*s%d:%d %s", 2 * depth, "", place.line, place.column, name);
}

static void dump_quoted(const char *before, const char *text, struct buf *out)
{
    if (text == NULL)
        return;
    buf_str(out, before);
    buf_json(out, text);
}

static void dump_inlines(const struct inline_node *n, int depth, struct buf *out)
{
    for (; n != NULL; n = n->next) {
        dump_place(n->pos, depth, inline_names[n->kind], out);
        dump_quoted(" ", n->text, out);
        dump_quoted(" source ", n->source, out);
        for (size_t i = 0; i < n->word_count; i++) {
            struct place place = pos_place(n->words[i].pos);
            buf_printf(out, " %d:%d ", place.line, place.column);
            buf_json(out, n->words[i].text);
        }
        buf_char(out, '\n');
        dump_inlines(n->child, depth + 1, out);
    }
}

static void dump_blocks(const struct block *b, int depth, struct buf *out)
{
    for (; b != NULL; b = b->next) {
        dump_place(b->pos, depth, block_names[b->kind], out);
        if (b->kind == BLOCK_NUMBERS)
            buf_printf(out, " from %d", b->start);
        buf_char(out, '\n');
        dump_inlines(b->inlines, depth + 1, out);
        dump_blocks(b->child, depth + 1, out);
    }
}

void prose_dump(const struct block *blocks, struct buf *out)
{
    dump_blocks(blocks, 0, out);
}
