/* sides.c -- both editions of each document as one bilingual proof. */
#include "cli/pipeline.h"

const struct report *const *run_sides(struct run *r, const struct scores *s,
                                      size_t *count)
{
    enum stage stage = r->o->stage;
    size_t en_count = 0, cy_count = 0;
    const struct scores *cy_scores = run_edition(r, s, LANG_CY);
    const struct report *const *cy =
        cy_scores != NULL ? run_reports(r, cy_scores, stage, &cy_count) : NULL;
    const struct scores *en_scores = run_edition(r, s, LANG_EN);
    const struct report *const *en = run_reports(r, en_scores, stage, &en_count);
    const struct report **all = NEW_ARRAY(r->a, const struct report *, en_count + 1);
    *count = cy_count < en_count ? cy_count : en_count;
    for (size_t i = 0; i < *count; i++) {
        size_t alone;
        all[i] = bilingual_report(r->a, r->d, en_scores, en[i], cy[i], &alone);
    }
    run_time(r, "sides");
    return all;
}
