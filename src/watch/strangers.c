/* strangers.c -- in: who comes and who is known; out: the oldest stranger is shut down
 * where there are too many.  Knows no server. */
#include "watch/strangers.h"

#include <stddef.h>
#include <sys/socket.h>

void stranger_leaves(struct strangers *all, struct stranger *s)
{
    if (s->after == NULL)
        return;
    s->before->after = s->after;
    s->after->before = s->before;
    s->before = s->after = NULL;
    all->count--;
}

void stranger_comes(struct strangers *all, struct stranger *s, int fd)
{
    struct stranger *ring = &all->ring;
    if (ring->after == NULL)
        ring->before = ring->after = ring;
    *s = (struct stranger){fd, ring->before, ring};
    ring->before->after = s;
    ring->before = s;
    if (++all->count <= STRANGERS)
        return;
    struct stranger *oldest = ring->after;
    shutdown(oldest->fd, SHUT_RDWR);
    stranger_leaves(all, oldest);
}
