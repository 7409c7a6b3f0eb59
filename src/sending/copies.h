/* copies.h -- a draft or an embargoed report on its way out, and which of its copies are
 * still to be made: who is named in recipients.csv and has not got this very text. */
#ifndef CLI_COPIES_H
#define CLI_COPIES_H

#include "base/array.h"
#include "base/file.h"
#include "cli/pipeline.h"
#include "sending/map.h"
#include "sending/recipients.h"
#include "sending/sent.h"

struct drafting {
    struct run *r;
    const struct scores *s;       /* English */
    struct stamp stamp;           /* of all copies alike */
    int number;                   /* counted for each stage */
    const char *const *documents; /* that are sent: "report" */
    size_t document_count;
    struct sent sent;
    struct recipients people;
    const struct draft_map *uids; /* of an edition that has them already */
    ARRAY(struct file_write) files;
    ARRAY(struct sent_row) rows;
    struct buf list; /* the paths, for the user */
};

/* "draft", as recipients.csv and the register have it. */
const char *stage_name(enum stage stage);

/* The documents that are sent: the one that was asked for; or all under embargo, but of a
 * draft the report alone, as the team does not comment on press notices. */
const char *const *copies_documents(struct run *r, const struct inspection *in,
                                    size_t *count);
bool copies_want(const struct drafting *d, const char *document);

/* Whether somebody is to get a document in a language and has not got it yet. */
bool copies_due_to(const struct drafting *d, const struct recipient *one,
                   const char *document, enum lang l);
/* The same of any document. */
bool copies_missing(const struct drafting *d, const struct recipient *one, enum lang l);
/* How many copies in a language are still to be made. */
size_t copies_due(const struct drafting *d, enum lang l);

/* Gives the draft its number: that of the last one sent when this is the same text and
 * somebody has not got it yet, else the next.  False, and said, when nobody is to get it.
 */
bool copies_number(struct drafting *d);

#endif
