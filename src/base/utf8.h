/* utf8.h -- characters of UTF-8 text. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The character at `s` (of `len` > 0 bytes), its bytes in *width.  U+FFFD with width 1
 * where the bytes are not UTF-8 (overlong forms and surrogates included). */
uint32_t utf8_decode(const char *s, size_t len, size_t *width);

/* Writes 1 to 4 bytes and says how many. */
size_t utf8_encode(uint32_t codepoint, char bytes[4]);

/* How many characters `len` bytes hold. */
size_t utf8_count(const char *s, size_t len);

/* How many of the first `len` bytes make whole characters and are at most `most`. */
size_t utf8_cut(const char *s, size_t len, size_t most);

/* The character of a byte of Windows-1252; the byte itself where that has none. */
uint32_t windows_decode(unsigned char byte);

/* How many bytes from the first on are printed ASCII or line ends, in eights: nearly all
 * of any text, which is then looked at no closer. */
size_t utf8_plain_len(const char *s, size_t len);

/* The first byte that is not UTF-8, or `len`. */
size_t utf8_valid_len(const char *s, size_t len);

#endif
