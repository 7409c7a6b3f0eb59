/* bind.h -- `gwasg figures --suggest --write`: numbers of the user's files replaced by
 * the marks that print them. */
#ifndef PROOF_BIND_H
#define PROOF_BIND_H

#include "base/edit.h"
#include "proof/suggest.h"

/* What becomes of one number. */
struct binding {
    const struct number_marks *number;
    const struct suggested *mark; /* NULL: it stays */
    const char *why;              /* it stays */
    struct pos pos;               /* of the words that the mark replaces */
    const char *text;             /* the mark, as it is written there */
};

struct bindings {
    ARRAY(struct binding) all;
};

/* A number that the user named: the mark that is taken for it, from 1. */
struct named_number {
    const char *place; /* "inspection.yaml:88:71" */
    size_t which;
};
/* "FILE:LINE:COLUMN" or the same with ":N" behind it. */
struct named_number named_number_parse(struct arena *a, const char *text);

/* Decides.  Without `named` those become marks about which there is no doubt: bare ones
 * whose first mark prints the very words, agrees with each number of the sentence, shares
 * two words with it and is ahead of the second.  With it that number alone, typed or
 * bare, if the mark prints the very words; false when there is none at that place. */
bool figures_bind(struct arena *a, const struct inspection *in,
                  const struct suggestions *s, const struct named_number *named,
                  struct bindings *out);

/* The files as they will be, and as they were; false when one cannot be, which has been
 * said. */
bool bindings_files(struct arena *a, struct diags *d, const struct bindings *b,
                    struct file_writes *out);

/* All numbers with their marks; with `b` what became of each. */
void suggestions_write(const struct suggestions *s, const struct bindings *b, bool json,
                       struct buf *out);

#endif
