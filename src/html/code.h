/* code.h -- bytes in letters (RFC 4648), and the digest by which a browser knows the one
 * stylesheet that it may use (FIPS 180-4, Content Security Policy 3). */
#ifndef HTML_CODE_H
#define HTML_CODE_H

#include "base/buf.h"

void put_base64(struct buf *out, const void *bytes, size_t len);

enum { SHA256_BYTES = 32 };
void sha256(const void *bytes, size_t len, unsigned char digest[SHA256_BYTES]);

#endif
