/* copies.h -- the copies of a draft or an embargoed report, and which of them are still
 * to be made: who is named in recipients.csv and has not got this very text. */
#ifndef SENDING_COPIES_H
#define SENDING_COPIES_H

#include "model/inspection.h"
#include "sending/recipients.h"
#include "sending/sent.h"

struct copies {
    struct arena *a;
    struct diags *d;
    const struct inspection *in;
    enum stage stage;             /* a draft or under embargo */
    bool languages[LANG_COUNT];   /* the editions that were asked for */
    const char *const *documents; /* that are sent: "report" */
    size_t document_count;
    struct recipients people;
    struct sent sent;
    int number; /* of what goes out now; each stage has its own */
    const char
        *hash; /* of the inputs that it is made from; to be set when all are read */
};

/* Reads who gets copies and who got some, into `c`, whose fields up to the languages are
 * set; the number is the next.  Sent are: `document`; where it is NULL, all under
 * embargo, but of a draft the report alone, as the team does not comment on press
 * notices.  False, and said, when the register cannot be read. */
bool copies_read(struct copies *c, const char *document);

bool copies_want(const struct copies *c, const char *document);
/* Whether somebody is to get a document in a language and has not got it yet. */
bool copies_due_to(const struct copies *c, const struct recipient *one,
                   const char *document, enum lang l);
/* Whether they have got this very number of it. */
bool copies_got(const struct copies *c, const struct recipient *one, const char *document,
                enum lang l);
/* The same as copies_due_to, of any document. */
bool copies_missing(const struct copies *c, const struct recipient *one, enum lang l);
/* Whether anybody is to get one of this stage, now or before; if not, it is said. */
bool copies_anybody(const struct copies *c);
/* How many copies in a language are still to be made. */
size_t copies_due(const struct copies *c, enum lang l);

/* Gives them, their hash being known, the number of the last ones sent when this is the
 * same text and somebody has not got it yet, else leaves them the next.  False, and said,
 * when nobody is to get any more. */
bool copies_number(struct copies *c);

#endif
