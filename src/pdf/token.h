/* token.h -- the words of PDF's syntax (ISO 32000-1, 7.2 and 7.3), in a content stream
 * and in a file's objects alike.  White space and comments lie between tokens. */
#ifndef PDF_TOKEN_H
#define PDF_TOKEN_H

#include <stdbool.h>
#include <stddef.h>

struct slice {
    const char *at;
    size_t len;
};
bool slice_is(struct slice s, const char *text);

enum token_kind {
    TOKEN_END,    /* nothing more */
    TOKEN_NUMBER, /* 12  -0.5 */
    TOKEN_NAME,   /* /Type, with its solidus */
    TOKEN_STRING, /* (text), with its parentheses and escapes */
    TOKEN_HEX,    /* <0041> */
    TOKEN_DICT,   /* << */
    TOKEN_DICT_END,
    TOKEN_ARRAY, /* [ */
    TOKEN_ARRAY_END,
    TOKEN_WORD /* obj, true, BT */
};

struct token {
    enum token_kind kind;
    struct slice bytes;
};

/* Takes the next token off `rest`. */
struct token token_next(struct slice *rest);

/* A whole number; -1 when it is none. */
long token_whole(struct token t);
/* A number in thousandths, rounded down towards nought; 0 when it is none. */
long token_thousandths(struct token t);
/* The bytes that a string or hexadecimal string stands for, into room for as many as it
 * has itself; gives their number. */
size_t token_string(struct token t, unsigned char *bytes);

#endif
