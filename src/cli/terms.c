/* terms.c -- the term list and the rules of mutation called on deliveries and in
 * `check`. */
#include "cli/terms.h"

#include "cli/translate.h"
#include "model/mutates.h"
#include "model/termbase.h"

struct term_check {
    struct arena *a;
    const struct termbase *terms;
};

static bool keeps_to_terms(struct diags *d, const struct unit *u, struct content welsh,
                           void *data)
{
    struct term_check *c = data;
    struct pos pos = welsh.count > 0 ? welsh.at[0].pos : welsh.pos;
    const char *what = arena_printf(c->a, "unit %s", u->uid);
    mutates_check(c->a, d, what, pos, content_own_words(c->a, welsh));
    return termbase_check(c->a, d, c->terms, what, pos, content_words(c->a, u->english),
                          content_words(c->a, welsh));
}

struct welsh_check run_term_check(struct run *r, const struct inspection *in)
{
    struct term_check *c = NEW(r->a, struct term_check);
    *c = (struct term_check){r->a, termbase_read(r->a, r->d, in->programme)};
    return (struct welsh_check){keeps_to_terms, c};
}

void run_terms(struct run *r, const struct scores *s)
{
    struct welsh_check check = run_term_check(r, s->in);
    struct term_check *c = check.data;
    termbase_check_programme(r->a, r->d, c->terms, s->in->programme);
    termbase_check_inspection(r->a, r->d, c->terms, s->in);
    struct run quiet = *r; /* what is wrong in cy.xlf itself was said before */
    quiet.d = diags_new(r->a);
    quiet.times = buf_new(r->a);
    const struct translation *t = run_translation(&quiet, s);
    for (size_t i = 0; t != NULL && i < t->count; i++)
        if (!content_empty(t->units[i].welsh))
            keeps_to_terms(r->d, &t->units[i], t->units[i].welsh, c);
    diags_take_broken(r->d, quiet.d);
    run_time(r, "terms");
}
