/* sides.c -- both editions of each document as one bilingual proof. */
#include "cli/pipeline.h"
#include "proof/proof.h"

/* The proof of an edition by itself is laid out for its page numbers: those who read have
 * it before them. */
static struct edition_pages pages_of(struct run *r, const struct scores *s,
                                     const struct report *report)
{
    const struct document *doc = run_document(r, s, report);
    struct map *pages = map_new(r->a);
    for (size_t i = 0; doc != NULL && i < doc->reference_count; i++) {
        const struct referenced *block = &doc->references[i];
        if (map_get(pages, block->ref) == NULL)
            map_put(pages, block->ref, (void *)doc->pages[block->page].label);
    }
    return (struct edition_pages){report, pages};
}

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
        struct edition_pages en_pages = pages_of(r, en_scores, en[i]);
        struct edition_pages cy_pages = pages_of(r, cy_scores, cy[i]);
        size_t alone;
        all[i] = bilingual_report(r->a, r->d, en_scores, en_pages, cy_pages, &alone);
        run_time(r, "sides");
    }
    if (diags_errors(r->d) > 0)
        *count = 0;
    return all;
}
