/* drafting.h -- what the files of a sending share: draft.c, which makes and records the
 * copies, and keep.c, which keeps their text. */
#ifndef CLI_DRAFTING_H
#define CLI_DRAFTING_H

#include "base/file.h"
#include "cli/pipeline.h"
#include "sending/copies.h"

/* An edition, composed. */
struct drafted {
    const struct scores *s; /* in its language */
    const struct report *const *reports;
    size_t count;
};

/* A draft or an embargoed report on its way out. */
struct drafting {
    struct run *r;
    const struct scores *s; /* English */
    struct drafted editions[LANG_COUNT];
    bool there[LANG_COUNT];       /* that were asked for, or whose map is kept */
    const struct sent_row *again; /* whose copy is made once more; or NULL */
    size_t inputs;                /* files that the hash covers */
    struct stamp stamp;           /* of all copies alike */
    struct copies copies;
    const struct draft_map *uids; /* of an edition that has them already */
    ARRAY(struct file_write) files;
    ARRAY(struct sent_row) rows;
    struct buf list; /* the paths, for the user */
};

/* Goes out with all others or not at all; `fresh`: only where there is none. */
void drafting_file(struct drafting *d, const char *path, const struct buf *bytes,
                   bool fresh);

/* keep.c: the map and where all stood, of a report as it was laid out; and what it says.
 * What is kept already stays, and has to be of this text. */
void keep_map(struct drafting *d, const struct report *report,
              const struct document *doc);
void keep_tree(struct drafting *d, const struct report *report);

#endif
