/* said.h -- what was said, for the files that keep and print it only. */
#ifndef BASE_SAID_H
#define BASE_SAID_H

#include "base/array.h"
#include "base/diag.h"

struct said {
    enum diag_id id;
    struct pos pos;
    const char *text;
    const char *language;              /* of the edition that it was said of, or "" */
    const struct acceptance *accepted; /* NULL: nobody's */
    size_t order;                      /* of its file, when sorted; then its own */
    size_t number;
    enum severity own;    /* its table's, or what it was said as */
    enum readers readers; /* of what it was said of */
    bool whole;           /* it is about its file, no place in it */
};

/* An acceptance and how often it was needed. */
struct accepted {
    const struct acceptance *by;
    size_t times;
};

struct diags {
    struct arena *a;
    ARRAY(struct said) said;
    ARRAY(struct accepted) accepted;
    size_t of[SEVERITY_COUNT];     /* said or only counted */
    const char *errors_in;         /* the edition of all errors; "": of several or none */
    size_t waiting;                /* of the errors those that only a final waits for */
    size_t gathered;               /* of those that are printed as one line */
    size_t single[SEVERITY_COUNT]; /* of those that have a line each */
    size_t unsaid;
    int exit; /* of the worst error, 0 while there is none */
    const char *language;
    bool all; /* each by itself */
    bool colour;
    enum readers readers;
};

/* Said of so many places that a line for each file says more. */
bool diag_gathers(enum diag_id id);
bool said_of_one_file(struct pos x, struct pos y);
bool said_gathers(const struct said *s);
enum severity said_severity(const struct said *s);

#endif
