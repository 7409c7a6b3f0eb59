/* box.c -- in: `boxes` of style.yaml; out: looks of boxes.  What a look does not give it
 * does not have. */
#include "style/reading.h"

#include <stddef.h>
#include <string.h>

#define AT(member) offsetof(struct box_style, member)
#define ONE(key, kind, member) PROPERTY(key, kind, AT(member))

/* clang-format off */
static const struct property PAD[] = {
    ONE("top", LENGTH, pad.top), ONE("right", LENGTH, pad.right),
    ONE("under", LENGTH, pad.under), ONE("left", LENGTH, pad.left), END
};

static const struct property QUOTE[] = {
    ONE("left", LENGTH, quote.left), ONE("top", LENGTH, quote.top), END
};

static const struct property TYPES[] = {
    ONE("text", TYPE, types.text), ONE("title", TYPE, types.title),
    ONE("aside", TYPE, types.aside),
    ONE("heading", TYPE, types.heading), ONE("by", TYPE, types.by), END
};

static const struct property SIDE[] = {
    ONE("width", LENGTH, side.width), ONE("left", LENGTH, side.left),
    ONE("text", LENGTH, side.text),
    {"fill", PROPERTY_COLOUR, AT(side.fill), AT(side.filled), NULL},
    ONE("middle", YES, side.middle), ONE("under", YES, side.under),
    ONE("over", YES, side.over), ONE("up", LENGTH, side.up),
    ONE("gap", LENGTH, side.gap), ONE("hang", LENGTH, side.hang),
    ONE("right", LENGTH, side.right),
    ONE("swatch", LENGTH, side.swatch),
    ONE("heading", TYPE, side.types[SIDE_HEADING]),
    ONE("label", TYPE, side.types[SIDE_LABEL]),
    ONE("value", TYPE, side.types[SIDE_VALUE]),
    ONE("stars", TYPE, side.types[SIDE_STARS]),
    ONE("comment", TYPE, side.types[SIDE_COMMENT]), END
};

static const struct property ROW[] = {
    ONE("between", STROKE, between), ONE("under", STROKE, under),
    ONE("gap", LENGTH, gap), ONE("columns", COUNT, columns), END
};

static const struct property BOX[] = {
    {"like", PROPERTY_OTHER, 0, 0, NULL},
    {"fill", PROPERTY_COLOUR, AT(fill), AT(filled), NULL},
    ONE("outline", STROKE, outline), ONE("bar", STROKE, bar),
    ONE("over", STROKE, over), {"row", PROPERTY_GROUP, 0, AT(row), ROW},
    {"pad", PROPERTY_GROUP, 0, 0, PAD}, ONE("before", LENGTH, before),
    ONE("after", LENGTH, after), {"quote", PROPERTY_GROUP, 0, AT(quoted), QUOTE},
    ONE("leads", YES, leads), {"types", PROPERTY_GROUP, 0, 0, TYPES},
    {"side", PROPERTY_GROUP, 0, 0, SIDE}, ONE("rule", STROKE, rule),
    ONE("rule-under", LENGTH, rule_under), END
};
/* clang-format on */

const struct looks BOX_LOOKS = {"box", BOX, sizeof(struct box_style), AT(types.text)};

const struct box_style *style_box(const struct style *s, const char *name)
{
    for (size_t i = 0; i < s->box_count; i++)
        if (strcmp(s->boxes[i].name, name) == 0)
            return &s->boxes[i];
    return NULL;
}
