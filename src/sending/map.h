/* map.h -- the map of a draft that was sent: which reference stood where and said what.
 * REPORT/sent/draft2.en.csv has a row for each block with a reference, in the order of
 * the text.  A comment on draft 1 finds its block in draft 2 by uid: a block gets it in
 * the first draft that holds it and keeps it as long as align/ knows it again.  In
 * another language a block has two names: the reference, and what its draft prints. */
#ifndef SENDING_MAP_H
#define SENDING_MAP_H

#include "base/map.h"
#include "report/report.h"

struct mapped {
    const char *ref;     /* "1.2 A(3)": the same in both languages */
    const char *uid;     /* of hash_name, the same in both languages; any in old maps */
    const char *path;    /* where it stands whatever its number: "1.2 A item" */
    const char *page;    /* as printed on it; "" where it has none */
    const char *source;  /* "inspection.yaml:84"; "" where the programme wrote it */
    const char *text;    /* in one line; MAP_PAGE where a page's number is printed */
    const char *label;   /* what the draft prints for the reference: "1.2 G(3)" */
    const char *pages;   /* those numbers in their order: "32 22"; "" in old maps */
    const char *targets; /* the ids that they are of; NULL in what was read */
};

/* A figure space: a number that moves makes no other text of a block. */
#define MAP_PAGE "\xE2\x80\x87"

struct draft_map {
    const char *hash; /* of the text that it is the map of; NULL in old ones */
    struct mapped *at;
    size_t count;
    struct map *refs, *uids; /* the rows by a bare reference and by uid */
};

/* The blocks of a report that have a reference, with neither uid nor pages yet. */
struct draft_map map_of_report(struct arena *a, const struct report *r);
/* The numbers within the texts: `places` has those of ids, as printed. */
void map_set_pages(struct arena *a, struct draft_map *m, const struct map *places);

/* Fills in uids: those of `before` where align/ finds the block again, new ones, that no
 * block of `before` has, where it does not.  `draft` counts from 1. */
void map_carry(struct arena *a, struct draft_map *now, const struct draft_map *before,
               int draft);
/* The uids of the same draft in another language, by reference; what only this one has,
 * a term that the other does not use, gets one that hangs on its reference. */
void map_share(struct arena *a, struct draft_map *now, const struct draft_map *other);

/* The row of a reference, in either language or as a form has it, or a uid; NULL when
 * there is none.  Blanks and capitals of a reference do not matter: "1.2a(3)" is
 * 1.2 A(3). */
const struct mapped *map_find_ref(struct arena *a, const struct draft_map *m,
                                  const char *ref);
const struct mapped *map_find_uid(const struct draft_map *m, const char *uid);

/* What a form prints of a row: "1.2 G(3) [1.2 A(3)]", and the text with its numbers, of
 * which the last stands for all that are left. */
const char *map_form_ref(struct arena *a, const struct mapped *row);
const char *map_form_text(struct arena *a, const struct mapped *row);

void map_write(const struct draft_map *m, struct buf *out);
/* False, and said, when the file is not such a map. */
bool map_read(struct arena *a, struct diags *d, const char *path, struct draft_map *m);
/* "DIR/sent/draft2.en.csv". */
const char *map_path(struct arena *a, const char *dir, int draft, enum lang l);

#endif
