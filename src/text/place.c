/* place.c -- spans from styles, and lines as items of a page.  Knows nothing of breaking
 * or shaping. */
#include "text/text.h"

#include <string.h>

struct span span_of(const struct type_style *type, enum lang l, const char *text,
                    struct tag *tag)
{
    return (struct span){.text = text,
                         .len = strlen(text),
                         .face = type->face,
                         .size = type->size,
                         .tracking = type->tracking,
                         .colour = type->colour,
                         .lang = l,
                         .tag = tag};
}

static struct item piece_item(const struct piece *piece, length x, length y,
                              enum artifact artifact)
{
    const struct span *s = piece->span;
    bool real = s->tag != NULL && artifact == ARTIFACT_NONE;
    struct item it = {.kind = ITEM_RUN, .x = x + piece->x, .y = y - s->rise};
    it.tag = real ? s->tag : NULL;
    it.artifact = real || artifact != ARTIFACT_NONE ? artifact : ARTIFACT_LAYOUT;
    it.run.face = s->face;
    it.run.size = s->size;
    it.run.colour = s->colour;
    it.run.text = piece->text;
    it.run.text_len = piece->len;
    it.run.glyphs = piece->glyphs;
    it.run.count = piece->count;
    return it;
}

void line_place(struct arena *a, struct page *p, const struct line *l, length x, length y,
                enum artifact artifact)
{
    for (size_t i = 0; i < l->count; i++)
        if (l->pieces[i].count > 0)
            *array_push(a, &p->items) = piece_item(&l->pieces[i], x, y, artifact);
}
