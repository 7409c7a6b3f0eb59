/* isbn.c -- ISBN-13: thirteen digits, hyphens or blanks between, the last one such that
 * the digits weighed 1 3 1 3 ... add up to a multiple of ten (ISO 2108). */
#include "model/isbn.h"

#include <string.h>

enum { DIGITS = 13 };

/* How many digits; -1 when there is anything else but hyphens and blanks. */
static int collect(const char *text, int digits[DIGITS])
{
    int count = 0;
    for (; *text != '\0'; text++) {
        if (*text == '-' || *text == ' ')
            continue;
        if (*text < '0' || *text > '9')
            return -1;
        if (count < DIGITS)
            digits[count] = *text - '0';
        count++;
    }
    return count;
}

const char *isbn_wrong(struct arena *a, const char *text)
{
    int digits[DIGITS];
    int count = collect(text, digits);
    if (count < 0)
        return "an ISBN is of digits and hyphens, as 978-1-84099-000-3";
    if (count != DIGITS)
        return arena_printf(a, "it has %d digits, an ISBN has 13", count);
    if (digits[0] != 9 || digits[1] != 7 || (digits[2] != 8 && digits[2] != 9))
        return "an ISBN begins with 978 or 979";
    int sum = 0;
    for (int i = 0; i < DIGITS - 1; i++)
        sum += digits[i] * (i % 2 == 0 ? 1 : 3);
    int right = (10 - sum % 10) % 10;
    if (right == digits[DIGITS - 1])
        return NULL;
    return arena_printf(a,
                        "by its other digits the last one would be %d; look at all of "
                        "them again",
                        right);
}
