/* bare.c -- numbers that nothing vouches for.  In: an inspection in a language; out: a
 * message at each, or one for numbers that do not even agree with each other. */
#include "review/reviewing.h"

#include <string.h>

/* "16", "17" and "94%" of "16 of the 17 (94%)". */
#define PHRASE_NUMBERS 3
#define PHRASE_BYTES 200

static void say(const struct reviewing *r, const struct bare *b, enum diag_id id,
                const char *text)
{
    (b->in->stops ? diag_waits : diag)(r->d, id, b->pos, "%s", text);
}

static const char *phrase_at(struct arena *a, const struct bare *b)
{
    return arithmetic_plain(
        a, arena_printf(a, "%.*s", PHRASE_BYTES, b->in->words + b->from));
}

static const char *bare_words(struct arena *a, const struct bare *b)
{
    return arena_printf(a,
                        "\"%s\"; let a ((…)) count it, or say where it comes from: "
                        "((typed %s | …))%s",
                        b->printed, b->printed,
                        b->in->stops ? "; a final waits for that" : "");
}

void review_bare(struct arena *a, struct diags *d, const struct inspection *in,
                 const struct bare_list *all, enum lang l)
{
    struct reviewing r = {.a = a, .d = d, .in = in, .lang = l};
    arithmetic_begin(&r);
    size_t said = 0; /* of the phrase that was said last, those that are to come */
    for (size_t i = 0; i < all->all.len; i++) {
        const struct bare *b = &all->all.at[i];
        if (said > 0 && b->in == all->all.at[i - 1].in) {
            said--;
            continue;
        }
        const char *fault = arithmetic_fault(&r, phrase_at(a, b));
        said = fault != NULL ? PHRASE_NUMBERS - 1 : 0;
        if (fault != NULL)
            say(&r, b, DIAG_FIGURE_ARITHMETIC, fault);
        else
            say(&r, b, DIAG_FIGURE_BARE, bare_words(a, b));
    }
}
