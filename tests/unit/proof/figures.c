/* figures.c -- the figures of an inspection of tests/compose as files, and the page to
 * sign that a house's template makes of them.  A case names the inspection, the language
 * and the house: "marks en house-2012". */
#include "compose/compose.h"
#include "proof/proof.h"

#include "../golden.h"

#include <stdio.h>

#define CASES ROOT "/tests/compose"

/* The same report under another house's templates; the words stay those of its own. */
static const struct scores *under_house(struct arena *a, const struct scores *s,
                                        const char *name)
{
    struct scores *out = NEW(a, struct scores);
    struct inspection *in = NEW(a, struct inspection);
    struct programme *p = NEW(a, struct programme);
    struct folder *house = NEW(a, struct folder);
    *house = (struct folder){name, path_join(a, ROOT "/templates", name)};
    *p = *s->in->programme;
    p->house = name;
    p->houses = house;
    *in = *s->in;
    in->programme = p;
    *out = *s;
    out->in = in;
    return out;
}

static void print_figures(struct arena *a, struct diags *d, const char *path,
                          struct buf *out)
{
    char name[40], lang[3], house[40];
    enum lang l = LANG_EN;
    const struct file *f = file_read(a, d, path, 100, (struct pos){0});
    assert_int_equal(sscanf(f->text, "%39s %2s %39s", name, lang, house), 3);
    lang_parse(lang, &l);
    struct diags *unsaid = diags_new(a); /* of a report that others look at */
    const char *dir = path_join(a, CASES, name);
    const struct inspection *in = inspection_load(a, unsaid, CASES "/templates", dir);
    const struct scores *s = score_inspection(a, unsaid, in);
    const struct report *r = compose(a, unsaid, s, "report", l, STAGE_PROOF);
    struct bare_list bare = bare_find(a, in, NULL, l);
    const struct figures_of of = {.reports = &r, .count = 1, .bare = &bare, .in = in};
    const struct report *page = figures_report(a, d, under_house(a, s, house), &of);
    if (page == NULL)
        return;
    figures_write(&of, FIGURES_CSV, out);
    figures_write(&of, FIGURES_JSON, out);
    report_dump(page, out);
}

static void figures(void **state)
{
    (void)state;
    check_folder(ROOT "/tests/unit/proof/cases", ".figures", 4, print_figures);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(figures)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
