/* character.h -- which characters a text may hold, and their normal form.  Refused are
 * control characters but tab and line end, characters that turn the direction of text or
 * are not seen, line ends of other systems, private use, and what is no character. */
#ifndef BASE_CHARACTER_H
#define BASE_CHARACTER_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

bool character_allowed(uint32_t c);

/* Whether a reader sees it, or the blank that it makes: not of what joins, parts or
 * varies its neighbours (soft hyphens, joiners, fillers). */
bool character_seen(uint32_t c);

/* Blanks of any width, whether a line may end at them or not. */
bool character_blank(uint32_t c);

/* The letters of ff, fi, fl, ffi, ffl, st in one sign; NULL: it is none such. */
const char *character_letters(uint32_t c);

/* How many columns it takes where all letters are of one width: 0, 1, or 2. */
size_t character_columns(uint32_t c);

/* The first byte of a character that is not allowed, or `len`; `s` is UTF-8. */
size_t character_fault(const char *s, size_t len);

/* "U+202E RIGHT-TO-LEFT OVERRIDE", "the control character U+0007": for messages. */
const char *character_name(struct arena *a, uint32_t c);

/* NFC of `len` bytes of UTF-8 and its length; `s` itself when it is that already. */
const char *character_nfc(struct arena *a, const char *s, size_t len, size_t *nfc_len);

/* Bytes made fit to be printed: what is not UTF-8 or not allowed became U+FFFD. */
const char *text_for_terminal(struct arena *a, const char *text);

/* Without capitals, for comparing. */
uint32_t character_folded(uint32_t c);

#endif
