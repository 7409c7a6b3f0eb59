/* table.c -- in: `tables` of style.yaml; out: looks of tables. */
#include "style/reading.h"

#include <stddef.h>
#include <string.h>

#define AT(member) offsetof(struct table_style, member)
#define ONE(key, kind, member) PROPERTY(key, kind, AT(member))

/* clang-format off */
static const struct property OWN[] = {
    ONE("before", LENGTH, own.before), ONE("right", LENGTH, own.right),
    ONE("after", LENGTH, own.after), END
};

static const struct property TYPES[] = {
    ONE("text", TYPE, types.text), ONE("head", TYPE, types.head),
    ONE("label", TYPE, types.label), ONE("own", TYPE, types.own),
    ONE("place", TYPE, types.place), END
};

static const struct property TABLE[] = {
    {"like", PROPERTY_OTHER, 0, 0, NULL}, ONE("over", STROKE, over),
    ONE("rows", STROKE, rows), ONE("under", STROKE, under),
    ONE("span", STROKE, span), ONE("cut", STROKE, cut),
    ONE("tint", COLOUR, tint), ONE("bold", YES, bold),
    ONE("pad", LENGTH, pad), ONE("gap", LENGTH, gap),
    ONE("gap-last", LENGTH, gap_last),
    ONE("pad-last", LENGTH, pad_last),
    ONE("pad-words", LENGTH, pad_words), {"own", PROPERTY_GROUP, 0, 0, OWN},
    ONE("first", LENGTH, first), ONE("margin", LENGTH, margin),
    ONE("hang", LENGTH, hang), ONE("after", LENGTH, after),
    ONE("stack", COUNT, stack),
    {"types", PROPERTY_GROUP, 0, 0, TYPES}, END
};
/* clang-format on */

const struct looks TABLE_LOOKS = {"table", TABLE, sizeof(struct table_style),
                                  AT(types.text)};

const struct table_style *style_table(const struct style *s, const char *name)
{
    for (size_t i = 0; i < s->table_count; i++)
        if (strcmp(s->tables[i].name, name) == 0)
            return &s->tables[i];
    return NULL;
}
