/* merge.h -- what a manuscript changes in a report.  Three versions meet: what was
 * exported, what the report has now, what the manuscript has.  What one side alone has
 * changed is taken; what both have is a conflict, which is said, and nothing is taken. */
#ifndef MANUSCRIPT_MERGE_H
#define MANUSCRIPT_MERGE_H

#include "manuscript/mapping.h"

/* A passage as it will be. */
struct becomes {
    long now;             /* which one of the home it was; -1: it is new */
    const char *markdown; /* NULL: as it is */
};

struct merged_leaf {
    const struct home *now, *given;
    ARRAY(struct becomes) list;
    size_t fresh, changed, gone, moved; /* passages */
};

/* A home that comes whole: a key of a map, an item of a list of records behind that of
 * index `after` (-1: before all; of a key, without meaning). */
struct merged_home {
    const struct home *now; /* the map or the list that it comes to */
    const struct home *given;
    long after;
};

/* An item of a list of records that goes. */
struct merged_gone {
    const struct home *list;
    size_t index;
};

struct merged {
    ARRAY(struct merged_leaf) leaves;
    ARRAY(struct merged_home) homes;
    ARRAY(struct merged_gone) gone;
    size_t kept; /* passages of the report that the manuscript does not have */
};

/* False, and said, when both sides have changed something. */
bool manuscript_merge(struct arena *a, struct diags *d, const struct mapping *m,
                      const char *path, const struct home *now, struct merged *out);

#endif
