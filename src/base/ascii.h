/* ascii.h -- digits and blanks of data, the same in every locale. */
#ifndef BASE_ASCII_H
#define BASE_ASCII_H

#include <stdbool.h>

static inline bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

/* The number that `text` is, digits alone and at most `most`; -1 when it is none such. */
int ascii_number(const char *text, int most);

#endif
