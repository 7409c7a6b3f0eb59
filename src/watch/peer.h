/* peer.h -- whose program is at the other end of a connection of this machine. */
#ifndef WATCH_PEER_H
#define WATCH_PEER_H

#include <stdbool.h>

/* Whether the system says that it is of the user who runs this one.  False where it does
 * not say, or the other end is closed already: then it says of nobody's that it is
 * root's. */
bool peer_is_own(int fd);

#endif
