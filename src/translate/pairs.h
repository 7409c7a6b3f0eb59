/* pairs.h -- the pairs of a memory, for memory.c and the files that read and write TMX;
 * for the files of this folder only. */
#ifndef TRANSLATE_PAIRS_H
#define TRANSLATE_PAIRS_H

#include "base/array.h"
#include "base/map.h"
#include "translate/memory.h"

struct memory_pair {
    struct content english, welsh;
    const char *report; /* where it comes from; NULL: the file does not say */
};

struct memory {
    struct arena *a;
    ARRAY(struct memory_pair) pairs;
    struct map *by_english; /* typed English to 1 + index of its first pair, as a long */
    struct map *seen;       /* typed English and Welsh */
};

void memory_put(struct memory *m, struct memory_pair pair);

#endif
