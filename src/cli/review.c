/* review.c -- what `check` says of the editions together. */
#include "cli/pipeline.h"

#include "review/review.h"

/* Composed anew as proofs, whatever stops a final: what is open was said of each edition
 * by itself. */
static const struct report *const *proofs(struct run *r, const struct scores *s,
                                          enum lang l, size_t *count)
{
    const struct scores *in_language = run_edition(r, s, l);
    *count = 0;
    return in_language != NULL ? run_reports(r, in_language, STAGE_PROOF, count) : NULL;
}

void run_review(struct run *r, const struct scores *s)
{
    struct run quiet = *r;
    size_t en_count, cy_count;
    quiet.d = diags_new(r->a);
    quiet.times = buf_new(r->a);
    const struct report *const *en = proofs(&quiet, s, LANG_EN, &en_count);
    const struct report *const *cy = proofs(&quiet, s, LANG_CY, &cy_count);
    for (size_t i = 0; i < en_count && i < cy_count; i++)
        review_editions(r->a, r->d, s->in, en[i], cy[i]);
    r->started = quiet.started;
    run_time(r, "review");
}
