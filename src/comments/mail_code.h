/* mail_code.h -- what e-mails are coded in, to UTF-8 (RFC 2045, 2047). */
#ifndef COMMENTS_MAIL_CODE_H
#define COMMENTS_MAIL_CODE_H

#include "base/arena.h"

/* A part's bytes: `encoding` is "base64", "quoted-printable" or another, which changes
 * nothing; `charset` "utf-8" or one of the West's 8 bits.  Bytes that are no UTF-8 are
 * taken for Windows-1252, whatever they are said to be. */
const char *mail_decode(struct arena *a, const char *encoding, const char *bytes,
                        size_t len, const char *charset);
/* A head's words: "=?utf-8?Q?Si=C3=A2n?=" -> "Siân". */
const char *mail_words(struct arena *a, const char *head);

#endif
