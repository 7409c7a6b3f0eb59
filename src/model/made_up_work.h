/* made_up_work.h -- what the files of made-up data share: how much of it there is, and
 * how well it is judged. */
#ifndef MODEL_MADE_UP_WORK_H
#define MODEL_MADE_UP_WORK_H

#include "model/made_up.h"

enum {
    MADE_UP_CASES = 100,
    MADE_UP_SPREAD_TURNS = 10, /* of MADE_UP_SPREAD */
    MADE_UP_ABOVE = 5,         /* how the area's indicators stand to the nation's */
};

/* The turns of MADE_UP_EDGES: nothing applied, nothing is judged, all is good, one group
 * has nothing that applied. */
enum { EDGE_NOTHING, EDGE_UNJUDGED, EDGE_GOOD, EDGE_GROUP, EDGE_COUNT };

/* The judgement of a turn, and a share that is judged so or may be. */
size_t made_up_band(const struct programme *p, size_t turn);
int made_up_share(const struct programme *p, size_t band);

#endif
