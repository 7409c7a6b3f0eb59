/* asks.c -- every mark of an inspection's documents, for results.csv: those that a
 * composition meets in the inspection, the template and its wording, in each language
 * that the report has. */
#include "compose/work.h"

const struct figure_ask *const *compose_asks(struct arena *a, struct diags *d,
                                             const struct scores *s, size_t *count)
{
    ARRAY(const struct figure_ask *) all = {0};
    const struct programme *p = s->in->programme;
    for (size_t k = 0; k < p->document_count; k++) {
        if (!inspection_makes(s->in, &p->documents[k]))
            continue;
        for (enum lang l = 0; l < LANG_COUNT; l++) {
            struct work *w =
                work_new(a, l == LANG_EN ? d : diags_new(a), s, l, STAGE_PROOF);
            compose_tree(w, p->documents[k].name);
            for (size_t i = 0; i < w->asks.len; i++)
                *array_push(a, &all) = w->asks.at[i];
        }
    }
    *count = all.len;
    return all.at;
}
