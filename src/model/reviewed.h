/* reviewed.h -- who has read a wording: `reviewed: [en, cy=hvq3k7w]` beside it.  What
 * stands behind the = is a short name of the English that the Welsh was read with.  While
 * it is not that of the English the Welsh is stale: as if nobody had read it.  A bare
 * `cy` holds for any English. */
#ifndef MODEL_REVIEWED_H
#define MODEL_REVIEWED_H

#include "source/node.h"

enum welsh_read { WELSH_UNREAD, WELSH_READ, WELSH_STALE };

/* That name, of all English under the map that has the `reviewed:`. */
const char *english_name(struct arena *a, const struct node *wording);

/* What a list of languages (`reviewed:`, NULL: none) says of the Welsh of a map. */
enum welsh_read welsh_read(struct arena *a, const struct node *list,
                           const struct node *wording);

/* Whether all Welsh under a node was read: each text by its own `reviewed:`, those that
 * have none by what their file says. */
bool texts_read(struct arena *a, const struct node *n, bool file);

#endif
