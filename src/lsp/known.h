/* known.h -- what is known of a report, found out by a process of its own whenever its
 * texts have changed.  The JSON that lsp_study writes:
 *
 *   {"messages": [{"severity", "id", "file", "line", "column", "length", "what",
 *                  "message"}],
 *    "known": {"texts": [path],                     the files that an author writes
 *      "figures": [{PLACE, "printed", "question", "among", "count", "base", "percent",
 *                   "source"}],                     numbers that marks print
 *      "subjects": [{PLACE, "name", "title", "marks"}],   what a mark may begin with
 *      "aspects": [{PLACE, "name", "title"}],       what is scored and judged
 *      "forms", "parts": [{"name", "title"}],       words of a mark; behind `where`
 *      "notes", "targets": [{PLACE, "name", "title"}],
 *      "marks": [{PLACE, "length", "mark", "prints"}],   for numbers that are none
 *      "schema": a JSON Schema of inspection.yaml}}
 *
 * PLACE: "file", "line" and "column", in characters from 1.  "known" is empty where the
 * report could not be read; then what was known before still counts. */
#ifndef LSP_KNOWN_H
#define LSP_KNOWN_H

#include "lsp/document.h"
#include "lsp/lsp.h"

#include <sys/types.h>

struct report_known {
    char *folder;
    json_t *messages, *known; /* of the last time; never NULL */
    json_t *published;        /* the addresses that have messages */
    bool stale;               /* something has changed since */
    pid_t pid;                /* of who is finding out; 0: nobody */
    int fd;
    char *bytes;
    size_t len;
    struct report_known *next;
};

/* The folder of the report that a file belongs to: the nearest above it that has an
 * inspection.yaml; NULL: none has.  The caller's. */
char *report_folder(const char *path);

struct report_known *report_known_new(const char *folder);
void report_known_free(struct report_known *r);

/* Starts to find out, with these documents in the place of files. */
void known_start(struct report_known *r, const struct open_text *open, lsp_study *study,
                 void *data);
/* Reads what has come; true once all has, and what was known is replaced. */
bool known_read(struct report_known *r);

/* "figures" and the like, and an entry by its "name": NULL where there is none. */
const json_t *known_list(const struct report_known *r, const char *list);
const json_t *known_named(const struct report_known *r, const char *list,
                          const char *name);
const char *text_of(const json_t *entry, const char *key); /* "" where it has none */
long number_of(const json_t *entry, const char *key);      /* 0 where it has none */

#endif
