/* guard.h -- who may ask the page's server for what.  A web page that the user has open,
 * or another user of the machine, knows the port soon; neither knows the token, and no
 * page can say that it is ours. */
#ifndef WATCH_GUARD_H
#define WATCH_GUARD_H

#include <stdbool.h>

enum { TOKEN_LETTERS = 32 };

struct guard {
    char token[TOKEN_LETTERS + 1]; /* letters and digits, by chance */
    char once[TOKEN_LETTERS + 1];  /* of an address for one use; "": there is none */
    long once_until;               /* seconds, of the caller's clock; 0: it was used */
    int port;
};

/* A new token; false when the system gives no chance. */
bool guard_begin(struct guard *g);
/* Another, which leads to the page once and until then: it may stand on a command line,
 * where the token itself may not, for other users of the machine read those. */
bool guard_begin_once(struct guard *g, long until);
/* Uses it up; false where it was used, or it is too late. */
bool guard_use_once(struct guard *g, long now);

/* What a request says of itself; NULL: nothing. */
struct asked_for {
    const char *method, *path;
    const char *host, *origin, *site; /* of the headers Host, Origin, Sec-Fetch-Site */
};

/* HTTP's status: 200 where it may go on, and `rest` is the path behind the token: "",
 * "events".  303 at the address for one use, used or not.  403 from elsewhere, 404 where
 * no token is in the path, 405 another method. */
int guard_check(const struct guard *g, const struct asked_for *r, const char **rest);

#endif
