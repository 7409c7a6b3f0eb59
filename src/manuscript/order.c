/* order.c -- in: the old places of things in their new order; out: which of them stay. */
#include "manuscript/order.h"

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
