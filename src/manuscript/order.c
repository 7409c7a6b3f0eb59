/* order.c -- in: the old places of things in their new order, or their texts; out: which
 * of them stay, and which is which. */
#include "manuscript/order.h"

#include "align/align.h"

bool order_rises(const long *places, size_t count)
{
    long last = -1;
    for (size_t i = 0; i < count; i++) {
        if (places[i] >= 0 && places[i] < last)
            return false;
        if (places[i] >= 0)
            last = places[i];
    }
    return true;
}

bool *order_kept(struct arena *a, const long *places, size_t count)
{
    bool *kept = NEW_ARRAY(a, bool, count + 1);
    long *ends = NEW_ARRAY(a, long, count + 1);   /* of the row of each length */
    long *before = NEW_ARRAY(a, long, count + 1); /* each in its row */
    size_t longest = 0;
    for (size_t i = 0; i < count; i++) {
        size_t low = 0, high = longest;
        if (places[i] < 0)
            continue;
        while (low < high) {
            const size_t middle = (low + high) / 2;
            if (places[ends[middle]] < places[i])
                low = middle + 1;
            else
                high = middle;
        }
        before[i] = low > 0 ? ends[low - 1] : -1;
        ends[low] = (long)i;
        longest += low == longest;
    }
    for (long i = longest > 0 ? ends[longest - 1] : -1; i >= 0; i = before[i])
        kept[i] = true;
    return kept;
}

const long *order_aligned(struct arena *a, const char *const *old, size_t old_count,
                          const char *const *now, size_t now_count)
{
    struct align_block *x = NEW_ARRAY(a, struct align_block, old_count + 1);
    struct align_block *y = NEW_ARRAY(a, struct align_block, now_count + 1);
    long *out = NEW_ARRAY(a, long, now_count + 1);
    for (size_t i = 0; i < old_count; i++)
        x[i] = (struct align_block){"", old[i]};
    for (size_t i = 0; i < now_count; i++)
        y[i] = (struct align_block){"", now[i]};
    const struct align_match *match = align_blocks(a, x, old_count, y, now_count);
    for (size_t i = 0; i < now_count; i++)
        out[i] = match[i].old;
    return out;
}

long *order_turned(struct arena *a, const long *of, size_t count, size_t old_count)
{
    long *out = NEW_ARRAY(a, long, old_count + 1);
    for (size_t i = 0; i < old_count; i++)
        out[i] = -1;
    for (size_t i = 0; i < count; i++)
        if (of[i] >= 0)
            out[of[i]] = (long)i;
    return out;
}
