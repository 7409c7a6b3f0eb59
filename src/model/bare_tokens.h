/* bare_tokens.h -- a paragraph cut into words, signs and numbers.  For the files about
 * bare numbers only. */
#ifndef MODEL_BARE_TOKENS_H
#define MODEL_BARE_TOKENS_H

#include "model/bare_rules.h"

enum bare_token_kind { TOKEN_WORD, TOKEN_NUMBER, TOKEN_SIGN, TOKEN_MARK };

struct bare_token {
    enum bare_token_kind kind;
    size_t from, to;   /* of the paragraph; of a number with its "£" and "%" */
    const char *own;   /* as it is written; without "£" and "%" */
    const char *small; /* the same in small letters; apostrophes are straight */
    bool glued;        /* no blank before it */
    bool spelt, money, percent;
    const char *value; /* NUMBER: "84", "2/3" */
};

struct bare_tokens {
    ARRAY(struct bare_token) all;
    bool numbers; /* there are any */
};

struct bare_tokens bare_cut(struct arena *a, const struct bare_rules *rules, enum lang l,
                            const char *words);

/* The token behind the last of a pattern that stands from token `from` on; 0: it does
 * not. */
size_t bare_match(const struct bare_pattern *p, const struct bare_tokens *tokens,
                  size_t from);

#endif
