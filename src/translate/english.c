/* english.c -- a translator's copy whose empty targets hold the English, for tools that
 * show only units with a target.  Coming back as it went out it is no translation, which
 * import.c knows by its state. */
#include "translate/translate.h"

/* A target does not say what a mark prints. */
static struct content copied(struct arena *a, struct content english)
{
    struct code *codes = NEW_ARRAY(a, struct code, english.count + 1);
    for (size_t i = 0; i < english.count; i++) {
        codes[i] = english.at[i];
        codes[i].prints = NULL;
    }
    return (struct content){codes, english.count, english.pos};
}

const struct xliff *xliff_with_english(struct arena *a, const struct xliff *x)
{
    struct xliff *out = NEW(a, struct xliff);
    struct xliff_unit *units = NEW_ARRAY(a, struct xliff_unit, x->count + 1);
    for (size_t i = 0; i < x->count; i++) {
        units[i] = x->units[i];
        if (units[i].has_target)
            continue;
        units[i].has_target = true;
        units[i].target = copied(a, units[i].source);
        units[i].state = XLIFF_NEEDS_TRANSLATION;
    }
    *out = *x;
    out->units = units;
    return out;
}
