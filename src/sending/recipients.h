/* recipients.h -- who gets a copy of which stage: REPORT/recipients.csv, with the columns
 * name, body, role, stage (draft, embargo), language (en, cy, both) and embargo (a time
 * as 2012-06-19 00.01; of an embargoed copy alone). */
#ifndef SENDING_RECIPIENTS_H
#define SENDING_RECIPIENTS_H

#include "report/report.h"

struct recipient {
    const char *name, *body, *role;
    const char *slug; /* of the file's name: "joan-hale"; no two are the same */
    enum stage stage;
    bool in[LANG_COUNT];
    struct date embargo; /* year 0: none */
    int hour, minute;
    struct pos pos, language; /* of the cells, for messages */
};

struct recipients {
    const struct recipient *at;
    size_t count;
};

/* "Joan Hale" -> "joan-hale", for a name of a file. */
const char *slug_of(struct arena *a, const char *name);

/* "2012-06-19 00.01"; "" where nothing is under embargo. */
const char *recipient_embargo(struct arena *a, const struct recipient *one);

/* The name, or the body where it has none. */
const char *recipient_called(const struct recipient *one);

bool recipients_exist(struct arena *a, const char *dir);
/* All rows; what is wrong with them is said at the cell. */
struct recipients recipients_read(struct arena *a, struct diags *d, const char *dir);

#endif
