/* sets.c -- answers as sets of bits.  In: the cases of an inspection; out: sets, and how
 * many they have in common.  What an answer is and what meets a restriction tally.c
 * says. */
#include "score/sets.h"

#include "score/tally.h"

struct sets {
    struct arena *a;
    const struct inspection *in;
    size_t slots; /* bits of a case: its own, then one for each part */
    size_t words;
};

enum { BITS = 64 };

struct sets *sets_new(struct arena *a, const struct inspection *in)
{
    struct sets *s = NEW(a, struct sets);
    *s = (struct sets){.a = a, .in = in, .slots = in->programme->part_count + 1};
    s->words = (in->cases.count * s->slots + BITS - 1) / BITS;
    return s;
}

static uint64_t *set_new(const struct sets *s)
{
    return NEW_ARRAY(s->a, uint64_t, s->words + 1);
}

size_t sets_bytes(const struct sets *s)
{
    return s->words * sizeof(uint64_t);
}

static void add(const struct sets *s, uint64_t *set, size_t row, int phase)
{
    size_t bit = row * s->slots + (size_t)(phase + 1);
    set[bit / BITS] |= (uint64_t)1 << bit % BITS;
}

const uint64_t *sets_where(struct sets *s, const struct restriction *r)
{
    uint64_t *set = set_new(s);
    for (size_t row = 0; row < s->in->cases.count; row++)
        for (int phase = -1; phase + 1 < (int)s->slots; phase++)
            if (tally_meets(&(struct occasion){s->in, row, phase}, r))
                add(s, set, row, phase);
    return set;
}

static void add_cases(const struct sets *s, uint64_t *set)
{
    for (size_t row = 0; row < s->in->cases.count; row++)
        add(s, set, row, -1);
}

struct asked_set sets_asked(struct sets *s, const struct figure_ask *ask)
{
    uint64_t *sufficient = set_new(s), *applicable = set_new(s);
    const struct programme *p = s->in->programme;
    if (ask->kind == FIGURE_CASES)
        add_cases(s, sufficient);
    const struct question *q =
        ask->kind == FIGURE_CASES ? NULL : &p->questions[ask->question];
    for (size_t row = 0; q != NULL && row < s->in->cases.count; row++)
        for (size_t k = 0; k < question_times(q); k++) {
            const struct occasion u = {s->in, row, question_phase(p, q, k)};
            struct score one = {0, 0, SCORE_NONE};
            tally_answer(&one, ask, &u, k);
            if (one.sufficient > 0)
                add(s, sufficient, row, u.phase);
            if (one.applicable > 0)
                add(s, applicable, row, u.phase);
        }
    return (struct asked_set){sufficient, applicable, ask->kind == FIGURE_CASES};
}

/* Bits set in `word`. */
static int ones(uint64_t word)
{
    int count = 0;
    for (; word != 0; word &= word - 1)
        count++;
    return count;
}

struct score sets_count(const struct sets *s, const struct asked_set *of,
                        const uint64_t *const *where, size_t count)
{
    struct score sum = {0, 0, SCORE_NONE};
    for (size_t i = 0; i < s->words; i++) {
        uint64_t met = ~(uint64_t)0;
        for (size_t k = 0; k < count; k++)
            met &= where[k][i];
        sum.sufficient += ones(of->sufficient[i] & met);
        sum.applicable += ones(of->applicable[i] & met);
    }
    if (of->whole)
        sum.applicable = (long)s->in->cases.count;
    return sum;
}
