/* national.c -- figures of the areas inspected so far that inspection.yaml states, each
 * with its source and day: where the register does not reach.  Which of the two is
 * printed is score/'s business. */
#include "model/evidence.h"
#include "model/value.h"

#include <string.h>

const char *const national_names[NATIONAL_COUNT] = {"lowest", "highest", "average",
                                                    "areas"};

struct national_figures inspection_national(const struct inspection *in, const char *key,
                                            const char *id)
{
    const struct value *v = value_in(value_in(value_in(in->root, "national"), key), id);
    const struct value *source = value_in(v, "source"), *date = value_in(v, "date");
    struct national_figures all = {.source = source != NULL ? source->word : NULL};
    if (date != NULL && date->open == NULL)
        all.date = date->date;
    for (enum national i = 0; i < NATIONAL_COUNT; i++) {
        const struct value *one = value_in(v, national_names[i]);
        bool known =
            one != NULL && one->open == NULL && one->word != NULL && one->word[0] != '\0';
        all.figure[i] = known ? (int)one->number.units : -1;
        all.pos[i] = one != NULL ? one->node->pos : (struct pos){0};
    }
    return all;
}

/* ---- whether they can be ---- */

static bool in_order(struct reader *r, const struct national_figures *all,
                     enum national low, enum national high)
{
    if (all->figure[low] < 0 || all->figure[high] < 0 ||
        all->figure[low] <= all->figure[high])
        return true;
    diag(r->d, DIAG_VALUE_RANGE, all->pos[low], "the %s, %d, is above the %s, %d",
         national_names[low], all->figure[low], national_names[high], all->figure[high]);
    return false;
}

static void check_figures(struct reader *r, const struct national_figures *all,
                          struct pos pos)
{
    bool any = false;
    for (enum national i = 0; i < NATIONAL_COUNT; i++) {
        any = any || all->pos[i].file != NULL;
        if (i != NATIONAL_AREAS && all->figure[i] > 100)
            diag(r->d, DIAG_VALUE_RANGE, all->pos[i], "%d; a percentage goes up to 100",
                 all->figure[i]);
    }
    if (all->source != NULL && all->source[strspn(all->source, " ")] == '\0')
        diag(r->d, DIAG_TYPED_SOURCE, pos, "say where these figures come from");
    if (!any)
        diag(r->d, DIAG_KEY_MISSING, pos,
             "a figure; write one of lowest, highest, average and areas");
    if (in_order(r, all, NATIONAL_LOWEST, NATIONAL_HIGHEST) &&
        in_order(r, all, NATIONAL_LOWEST, NATIONAL_AVERAGE))
        in_order(r, all, NATIONAL_AVERAGE, NATIONAL_HIGHEST);
}

void national_check(struct reader *r, const struct inspection *in)
{
    const struct value *root = value_in(in->root, "national");
    for (size_t i = 0; root != NULL && i < root->count; i++) {
        const struct value *level = &root->items[i];
        for (size_t k = 0; k < level->count; k++) {
            if (level->items[k].count == 0)
                continue; /* no map, which has been said */
            const struct national_figures all =
                inspection_national(in, level->name, level->items[k].name);
            check_figures(r, &all, level->items[k].node->pos);
        }
    }
}
