/* sha256.h -- SHA-256 (FIPS 180-4), by which a file is known for certain: nobody makes
 * another with the same one. */
#ifndef BASE_SHA256_H
#define BASE_SHA256_H

#include "base/arena.h"

enum { SHA256_BYTES = 32, SHA256_HEX = 2 * SHA256_BYTES };

void sha256(const void *bytes, size_t len, unsigned char digest[SHA256_BYTES]);

/* In 64 hexadecimal digits, as sha256sum(1) prints it. */
const char *sha256_hex(struct arena *a, const void *bytes, size_t len);

#endif
