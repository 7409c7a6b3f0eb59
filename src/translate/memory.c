/* memory.c -- pairs of English and Welsh: gathered once each, and given to units whose
 * English is the same.  Does not know the file they are kept in. */
#include "translate/memory.h"

#include "translate/fit.h"
#include "translate/pairs.h"
#include "translate/unit.h"

struct memory *memory_new(struct arena *a)
{
    struct memory *m = NEW(a, struct memory);
    m->a = a;
    m->by_english = map_new(a);
    m->seen = map_new(a);
    return m;
}

void memory_put(struct memory *m, struct memory_pair pair)
{
    const char *english = content_typed(m->a, pair.english);
    const char *both =
        arena_printf(m->a, "%s\n%s", english, content_typed(m->a, pair.welsh));
    if (map_put(m->seen, both, m) != NULL)
        return;
    *array_push(m->a, &m->pairs) = pair;
    if (map_get(m->by_english, english) != NULL)
        return;
    size_t *number = NEW(m->a, size_t);
    *number = m->pairs.len;
    map_put(m->by_english, english, number);
}

void memory_add(struct memory *m, const struct translation *t,
                enum unit_standing standing, const char *report)
{
    for (size_t i = 0; i < t->count; i++)
        if (t->units[i].standing == standing)
            memory_put(
                m, (struct memory_pair){t->units[i].english, t->units[i].welsh, report});
}

/* The Welsh of the same English with the codes of this unit; false when there is none
 * that fits.  What does not fit is of no use here, and nobody's fault. */
static bool find_welsh(struct arena *a, const struct memory *m, const struct unit *u,
                       struct content *welsh)
{
    const size_t *number = map_get(m->by_english, content_typed(a, u->english));
    if (number == NULL)
        return false;
    struct fault_of unsaid = {diags_new(a), u->uid, u->path, u->pos};
    return codes_fit(a, &unsaid, u->english, m->pairs.at[*number - 1].welsh, welsh);
}

size_t memory_fill(struct arena *a, const struct memory *m, struct translation *t)
{
    size_t filled = 0;
    for (size_t i = 0; i < t->count; i++) {
        struct unit *u = &t->units[i];
        struct content welsh;
        bool open = u->standing == UNIT_MISSING || u->standing == UNIT_STALE;
        if (!open || !find_welsh(a, m, u, &welsh))
            continue;
        filled++;
        if (u->standing == UNIT_STALE) {
            u->suggestion = welsh;
            continue;
        }
        u->welsh = welsh;
        u->base = u->english;
        u->state = XLIFF_NEEDS_REVIEW;
        u->standing = unit_stands(a, u);
    }
    return filled;
}
