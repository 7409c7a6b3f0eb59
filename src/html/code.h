/* code.h -- bytes in letters (RFC 4648, base64). */
#ifndef HTML_CODE_H
#define HTML_CODE_H

#include "base/buf.h"

void put_base64(struct buf *out, const void *bytes, size_t len);

#endif
