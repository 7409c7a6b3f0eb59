/* hash.h -- FNV-1a in 64 bits: the same for the same bytes on every machine.  It tells
 * apart what differs by accident, not what somebody has forged. */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include "base/arena.h"

#include <stddef.h>
#include <stdint.h>

#define HASH_START 0xCBF29CE484222325ull

/* `hash` carried on over more bytes, or over a text without its zero byte. */
uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t len);
uint64_t hash_str(uint64_t hash, const char *s);

/* A name of seven letters and digits for a thing with this hash.  It begins with a letter
 * and holds no vowel: no word, no number, and nothing that a spreadsheet takes for one
 * ("12345678", "1234e567"). */
const char *hash_name(struct arena *a, uint64_t hash);

#endif
