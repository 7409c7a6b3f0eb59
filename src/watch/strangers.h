/* strangers.h -- connections that have not shown the token.  Each program of the machine
 * can open as many as it likes and say nothing, or half a word now and then: of more than
 * STRANGERS the oldest is closed, so that the page, which shows the token at once, finds
 * room whoever else is there. */
#ifndef WATCH_STRANGERS_H
#define WATCH_STRANGERS_H

enum { STRANGERS = 64 };

struct stranger {
    int fd;
    struct stranger *before, *after; /* NULL at both: it stands in no line */
};

/* In the order in which they came, in a ring; all zero: none came yet. */
struct strangers {
    struct stranger ring;
    int count;
};

/* One comes; its room is the caller's until stranger_leaves.  The one that goes for it is
 * shut down, and whoever reads from it hears its end. */
void stranger_comes(struct strangers *all, struct stranger *s, int fd);
/* It has shown the token, or is gone; once or more often. */
void stranger_leaves(struct strangers *all, struct stranger *s);

#endif
