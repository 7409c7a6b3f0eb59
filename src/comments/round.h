/* round.h -- the drafts of a report that were sent, and the report as it stands now:
 * where a reference of an old draft is today. */
#ifndef COMMENTS_ROUND_H
#define COMMENTS_ROUND_H

#include "base/array.h"
#include "comments/reply.h"
#include "sending/map.h"
#include "sending/places.h"

struct sent_draft {
    bool there[LANG_COUNT];
    struct draft_map map[LANG_COUNT];
    /* Where all stood; NULL before it is looked for, and where it was not kept. */
    const struct draft_places *places[LANG_COUNT];
    struct map *loose;  /* references without any punctuation to rows */
    struct map *labels; /* the same by what its drafts in other languages print */
    struct map *hashes; /* of its editions, as drafts.csv says; NULL: it does not */
};

struct round {
    const char *dir, *name;
    struct sent_draft *drafts; /* [0] is draft 1 */
    int count;
    bool torn; /* the places of a draft cannot be read, which was said: nothing is kept */
    struct draft_map now[LANG_COUNT]; /* of the report as it is, uids carried over */
};

/* Reads REPORT/sent.  No drafts are no fault; a draft that was sent and has no map is. */
struct round *round_read(struct arena *a, struct diags *d, const char *dir,
                         const char *name);
/* Says what the report is now, in one language. */
void round_set_now(struct arena *a, struct round *r, const struct report *now);

/* Where all stood in a draft that was sent; NULL where that was not kept, or is said not
 * to be as it was. */
const struct draft_places *round_places(struct arena *a, struct diags *d, struct round *r,
                                        int number, enum lang l);

/* The row of draft `number` in a language, or in another where it went out in that alone;
 * NULL when the draft does not have the uid. */
const struct mapped *round_block(const struct round *r, int number, const char *uid,
                                 enum lang l);

/* Which block a comment means: by its reference, however it is punctuated; else by our
 * text, where it quotes enough of one block alone.  NULL: none.  A spreadsheet may have
 * made "1.10" to 1.1: our text beside it decides. */
const struct mapped *round_place(struct arena *a, const struct round *r, int number,
                                 const struct reply_row *row, bool windows);

/* True when the texts are the same but for blanks and, where letters may have been lost,
 * for a "?" in `typed`. */
bool text_same(const char *typed, const char *ours, bool windows);

#endif
