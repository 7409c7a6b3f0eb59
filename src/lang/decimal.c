/* decimal.c -- numbers with decimals: exact, as they were written.  Both languages part
 * the decimals with a point and group the digits before it with commas. */
#include "lang/lang.h"

#include "base/ascii.h"

#include <stdlib.h>
#include <string.h>

#define WHOLE_DIGITS 9

static long power_of_ten(int n)
{
    long power = 1;
    while (n-- > 0)
        power *= 10;
    return power;
}

/* How many digits `text` begins with. */
static size_t digit_run(const char *text)
{
    size_t n = 0;
    while (is_digit(text[n]))
        n++;
    return n;
}

bool decimal_parse(const char *text, struct decimal *out)
{
    static const char minus[] = "\u2212";
    bool sign = strncmp(text, minus, strlen(minus)) == 0;
    bool negative = sign || *text == '-';
    text += sign ? strlen(minus) : negative ? 1 : 0;
    size_t whole = digit_run(text), places = 0;
    const char *end = text + whole;
    if (*end == '.') {
        places = digit_run(end + 1);
        end += 1 + places;
    }
    if (whole == 0 || whole > WHOLE_DIGITS || *end != '\0' || places > DECIMAL_PLACES ||
        (text[whole] == '.' && places == 0))
        return false;
    long scale = power_of_ten((int)places);
    long units = strtol(text, NULL, 10) * scale;
    units += places > 0 ? strtol(text + whole + 1, NULL, 10) : 0;
    *out = (struct decimal){negative ? -units : units, (int)places};
    return true;
}

struct decimal decimal_minus(struct decimal x, struct decimal y)
{
    int places = x.places > y.places ? x.places : y.places;
    return (struct decimal){x.units * power_of_ten(places - x.places) -
                                y.units * power_of_ten(places - y.places),
                            places};
}

/* The digits of `x` without its sign; `whole` before the point. */
static const char *unsigned_decimal(struct arena *a, struct decimal x, const char *whole)
{
    long scale = power_of_ten(x.places), part = labs(x.units) % scale;
    return x.places == 0 ? whole : arena_printf(a, "%s.%0*ld", whole, x.places, part);
}

static const char *signed_decimal(struct arena *a, struct decimal x, const char *minus,
                                  const char *whole)
{
    return arena_printf(a, "%s%s", x.units < 0 ? minus : "",
                        unsigned_decimal(a, x, whole));
}

const char *decimal_plain(struct arena *a, struct decimal x)
{
    long whole = labs(x.units) / power_of_ten(x.places);
    return signed_decimal(a, x, "-", arena_printf(a, "%ld", whole));
}

const char *lang_decimal(struct arena *a, enum lang l, struct decimal x)
{
    long whole = labs(x.units) / power_of_ten(x.places);
    return signed_decimal(a, x, "\u2212", lang_number(a, l, whole));
}
