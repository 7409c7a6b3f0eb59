/* mhd.h -- the functions of libmicrohttpd that the server of pages calls.  The library
 * is loaded when there is something to serve: linked to the program, it and the eleven
 * that it brings would slow every build down (docs/speed.md).  Not for others. */
#ifndef WATCH_MHD_H
#define WATCH_MHD_H

#include <microhttpd.h>

#include <stdbool.h>

/* clang-format off */
#define MHD_FUNCTIONS(X)                                                                 \
    X(start_daemon) X(stop_daemon) X(get_daemon_info) X(run) X(get_timeout)              \
    X(lookup_connection_value) X(create_response_from_buffer)                            \
    X(create_response_from_callback) X(add_response_header) X(queue_response)            \
    X(destroy_response) X(suspend_connection) X(resume_connection)                       \
    X(get_connection_info)
/* clang-format on */

struct mhd {
#define X(name) __typeof__(&MHD_##name) name;
    MHD_FUNCTIONS(X)
#undef X
};

/* False when the library is not there. */
bool mhd_load(struct mhd *m);

#endif
