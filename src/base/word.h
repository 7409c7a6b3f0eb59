/* word.h -- where words begin and end in UTF-8 text.  A word is a run of letters and
 * digits with the hyphens inside it; all beyond ASCII is letters but the spaces, dashes
 * and quotation marks that reports are set with.  For comparing texts, not for printing.
 */
#ifndef BASE_WORD_H
#define BASE_WORD_H

#include <stddef.h>

/* Bytes of the word that `s` begins with; 0: of none. */
size_t word_len(const char *s);

/* Bytes before the next word, or before the end. */
size_t word_gap(const char *s);

#endif
