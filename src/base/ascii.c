/* ascii.c -- in: digits; out: their number. */
#include "base/ascii.h"

int ascii_number(const char *text, int most)
{
    long n = 0;
    const char *at = text;
    for (; is_digit(*at) && n <= most; at++)
        n = n * 10 + (*at - '0');
    return at > text && *at == '\0' && n <= most ? (int)n : -1;
}
