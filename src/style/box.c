/* box.c -- in: `boxes` of style.yaml; out: looks of boxes.  What a look does not give it
 * does not have; a text type is the one thing that all need. */
#include "style/reading.h"

#include <stddef.h>
#include <string.h>

#define AT(member) offsetof(struct box_style, member)
#define ONE(key, kind, member)                                                           \
    {                                                                                    \
        key, kind, AT(member), AT(member), NULL                                          \
    }
#define END                                                                              \
    {                                                                                    \
        NULL, PROPERTY_LENGTH, 0, 0, NULL                                                \
    }

static const struct property PAD[] = {ONE("top", PROPERTY_LENGTH, pad.top),
                                      ONE("right", PROPERTY_LENGTH, pad.right),
                                      ONE("under", PROPERTY_LENGTH, pad.under),
                                      ONE("left", PROPERTY_LENGTH, pad.left), END};

static const struct property QUOTE[] = {ONE("left", PROPERTY_LENGTH, quote.left),
                                        ONE("top", PROPERTY_LENGTH, quote.top), END};

static const struct property TYPES[] = {ONE("text", PROPERTY_TYPE, types.text),
                                        ONE("title", PROPERTY_TYPE, types.title),
                                        ONE("aside", PROPERTY_TYPE, types.aside),
                                        ONE("heading", PROPERTY_TYPE, types.heading),
                                        ONE("by", PROPERTY_TYPE, types.by),
                                        END};

static const struct property SIDE[] = {
    ONE("width", PROPERTY_LENGTH, side.width),
    ONE("left", PROPERTY_LENGTH, side.left),
    ONE("text", PROPERTY_LENGTH, side.text),
    {"fill", PROPERTY_COLOUR, AT(side.fill), AT(side.filled), NULL},
    ONE("middle", PROPERTY_YES, side.middle),
    ONE("up", PROPERTY_LENGTH, side.up),
    ONE("gap", PROPERTY_LENGTH, side.gap),
    ONE("hang", PROPERTY_LENGTH, side.hang),
    ONE("right", PROPERTY_LENGTH, side.right),
    ONE("swatch", PROPERTY_LENGTH, side.swatch),
    ONE("heading", PROPERTY_TYPE, side.types[SIDE_HEADING]),
    ONE("label", PROPERTY_TYPE, side.types[SIDE_LABEL]),
    ONE("value", PROPERTY_TYPE, side.types[SIDE_VALUE]),
    ONE("stars", PROPERTY_TYPE, side.types[SIDE_STARS]),
    ONE("comment", PROPERTY_TYPE, side.types[SIDE_COMMENT]),
    END};

static const struct property ROW[] = {ONE("between", PROPERTY_STROKE, between),
                                      ONE("under", PROPERTY_STROKE, under),
                                      ONE("gap", PROPERTY_LENGTH, gap), END};

static const struct property BOX[] = {
    {"like", PROPERTY_OTHER, 0, 0, NULL},
    {"fill", PROPERTY_COLOUR, AT(fill), AT(filled), NULL},
    ONE("outline", PROPERTY_STROKE, outline),
    ONE("bar", PROPERTY_STROKE, bar),
    ONE("over", PROPERTY_STROKE, over),
    {"row", PROPERTY_GROUP, 0, AT(row), ROW},
    {"pad", PROPERTY_GROUP, 0, 0, PAD},
    ONE("before", PROPERTY_LENGTH, before),
    ONE("after", PROPERTY_LENGTH, after),
    {"quote", PROPERTY_GROUP, 0, AT(quoted), QUOTE},
    ONE("leads", PROPERTY_YES, leads),
    {"types", PROPERTY_GROUP, 0, 0, TYPES},
    {"side", PROPERTY_GROUP, 0, 0, SIDE},
    ONE("rule", PROPERTY_STROKE, rule),
    ONE("rule-under", PROPERTY_LENGTH, rule_under),
    END};

/* It begins as the one before it that it is like. */
static void box_copy(struct diags *d, const struct node *like, const struct style *s,
                     struct box_style *b)
{
    const struct box_style *other =
        like->kind == NODE_TEXT ? style_box(s, like->text) : NULL;
    if (other == NULL)
        diag(d, DIAG_STYLE_WRONG, like->pos,
             "no box \"%s\" stands before this one; name one that does",
             like->kind == NODE_TEXT ? like->text : "");
    else
        *b = *other;
}

static void box_read(struct diags *d, const struct node *map, const struct style *s,
                     struct box_style *b)
{
    const char *name = b->name;
    const struct node *like = map->kind == NODE_MAP ? node_get(map, "like") : NULL;
    if (like != NULL)
        box_copy(d, like, s, b);
    b->name = name;
    properties_read(d, map, b->name, BOX, s, b);
    if (b->types.text == 0)
        diag(d, DIAG_STYLE_WRONG, map->pos,
             "the box \"%s\" says no type of its text; add types: {text: ...}", b->name);
}

void boxes_read(struct arena *a, struct diags *d, const struct node *map, struct style *s)
{
    if (map->kind != NODE_MAP) {
        diag(d, DIAG_STYLE_WRONG, map->pos,
             "boxes: a map with a line for each kind of box belongs here");
        return;
    }
    struct box_style *boxes = NEW_ARRAY(a, struct box_style, map->count + 1);
    s->boxes = boxes;
    for (size_t i = 0; i < map->count; i++, s->box_count++) {
        boxes[i].name = map->entries[i].key->text;
        box_read(d, map->entries[i].value, s, &boxes[i]);
    }
}

const struct box_style *style_box(const struct style *s, const char *name)
{
    for (size_t i = 0; i < s->box_count; i++)
        if (strcmp(s->boxes[i].name, name) == 0)
            return &s->boxes[i];
    return NULL;
}
