/* review.c -- what `check` says of each edition as a whole, and of both together. */
#include "cli/pipeline.h"

#include "review/review.h"

/* Composed anew as proofs, whatever stops a final: that was said of each edition by
 * itself. */
static const struct report *const *proofs(struct run *quiet, const struct scores *s,
                                          enum lang l, const struct inspection **in,
                                          size_t *count)
{
    const struct scores *in_language = run_edition(quiet, s, l);
    *in = in_language != NULL ? in_language->in : s->in;
    *count = 0;
    return in_language != NULL ? run_reports(quiet, in_language, STAGE_PROOF, count)
                               : NULL;
}

const struct bare_list *run_bare_list(struct run *r, const struct inspection *in,
                                      const struct inspection *en)
{
    if (r->bare_of != in) {
        r->bare = bare_find(r->a, in, en, r->lang);
        r->bare_of = in;
    }
    return &r->bare;
}

void run_bare(struct run *r, const struct scores *s, const struct scores *in_language)
{
    const struct inspection *en = r->lang == LANG_CY ? s->in : NULL;
    const struct bare_list *bare = run_bare_list(r, in_language->in, en);
    review_bare(r->a, r->d, in_language->in, bare, r->lang);
    review_details(r->a, r->d, in_language->in, en, r->lang);
    if (en == NULL)
        review_owners(r->a, r->d, in_language->in);
    run_time(r, "numbers");
}

void run_review(struct run *r, const struct scores *s, const enum lang *editions,
                size_t edition_count)
{
    struct run quiet = *r;
    const struct report *const *reports[LANG_COUNT] = {0};
    size_t counts[LANG_COUNT] = {0};
    quiet.d = diags_new(r->a);
    quiet.times = buf_new(r->a);
    for (size_t i = 0; i < edition_count; i++) {
        enum lang l = editions[i];
        const struct inspection *in;
        reports[l] = proofs(&quiet, s, l, &in, &counts[l]);
        diags_language(r->d, lang_code(l));
        review_names(r->a, r->d, in, l);
        for (size_t k = 0; k < counts[l]; k++)
            review_report(r->a, r->d, s->in, reports[l][k], i > 0);
    }
    diags_language(r->d, "");
    diags_take_broken(r->d, quiet.d);
    for (size_t i = 0; i < counts[LANG_EN] && i < counts[LANG_CY]; i++)
        review_editions(r->a, r->d, s->in, reports[LANG_EN][i], reports[LANG_CY][i]);
    r->started = quiet.started;
    run_time(r, "review");
}
