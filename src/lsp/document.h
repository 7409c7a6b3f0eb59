/* document.h -- files that are open in the editor, and places in them: the protocol
 * counts UTF-16 units in a line from 0, what is known of a report characters from 1. */
#ifndef LSP_DOCUMENT_H
#define LSP_DOCUMENT_H

#include "base/arena.h"

#include <jansson.h>
#include <stdbool.h>

struct open_text {
    struct arena *a; /* its text */
    char *uri, *path;
    const char *text; /* zero-terminated UTF-8, as the editor sent it */
    size_t len;
    long version;
    struct open_text *next;
};

/* A path of a "file:" address, decoded; NULL: it is another's, or none.  The caller's. */
char *path_of_uri(const char *uri);
/* "file:///…" of an absolute path.  The caller's. */
char *uri_of_path(const char *path);

struct open_text *document_new(const char *uri, const char *text, long version);
void document_free(struct open_text *d);
/* One change: all of it, or what stands in a range. */
void document_change(struct open_text *d, const json_t *change, long version);

/* A text and where its lines begin is asked rarely: lines are counted from the front. */
size_t offset_of(const char *text, size_t len, const json_t *position);
json_t *position_of(const char *text, size_t at);
json_t *range_of(const char *text, size_t from, size_t to);
/* Of a line and a column in characters, both from 1: bytes from the front. */
size_t offset_of_place(const char *text, size_t len, long line, long column);
/* `count` characters on, or the line's end; counted as where a report is read, in NFC: a
 * letter and the mark behind it are one. */
size_t characters_on(const char *text, size_t len, size_t at, long count);

#endif
