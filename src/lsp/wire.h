/* wire.h -- messages in their frames (LSP 3.17, Base Protocol): "Content-Length: 17",
 * an empty line, JSON. */
#ifndef LSP_WIRE_H
#define LSP_WIRE_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

/* What has come and is not taken yet. */
struct wire {
    int in, out;
    char *bytes;
    size_t len, cap;
    bool ended; /* nothing more will come, or what came is no message */
};

void wire_free(struct wire *w);

/* Reads what there is, once; blocks where there is nothing. */
void wire_read(struct wire *w);
/* The next whole message, the caller's; NULL: there is none yet.  What is no JSON is
 * answered as the protocol asks, and passed over. */
json_t *wire_take(struct wire *w);

/* Takes the value and sends it, framed. */
void wire_send(struct wire *w, json_t *message);

#endif
