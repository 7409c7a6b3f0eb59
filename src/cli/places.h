/* places.h -- where the program finds its templates and fonts: beside it when it is run
 * from its build folder, under share/gwasg when it is installed; wherever it stands. */
#ifndef CLI_PLACES_H
#define CLI_PLACES_H

#include "base/arena.h"

/* The folder "templates" or "fonts"; NULL when it is not found. */
const char *place_find(struct arena *a, const char *name);

#endif
