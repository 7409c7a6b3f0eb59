/* mail.h -- an e-mail as it was saved (.eml, RFC 5322): who wrote it, when, and its
 * words.  Read in a sandbox; what is attached is named and not looked at. */
#ifndef COMMENTS_MAIL_H
#define COMMENTS_MAIL_H

#include "base/array.h"
#include "base/diag.h"

struct mail {
    const char *author; /* the name, or the address where there is none */
    const char *date;   /* "2012-05-22"; "" where it says none */
    const char *subject;
    const char *text;
    ARRAY(const char *) attached; /* names of files */
};

/* Whether a file begins as e-mails do. */
bool is_mail(const struct file *f);

/* False, and said, when it cannot be read. */
bool mail_read(struct arena *a, struct diags *d, const struct file *f, struct mail *out);

#endif
