/* number.c -- whole numbers in figures, in words, and as ordinals.
 *
 * Both languages group by three with a comma.  ICU's words are not used: in Welsh they
 * leave out the mutations ("tri cant" for "tri chant"). */
#include "lang/lang.h"

#include "base/buf.h"

#define SPELT_HIGHEST 999

const char *lang_number(struct arena *a, enum lang l, long n)
{
    (void)l; /* the same in both; docs/rules.md */
    const char *digits = arena_printf(a, "%ld", n);
    struct buf out = buf_new(a);
    if (*digits == '-') {
        buf_str(&out, "\u2212"); /* a minus, not a hyphen */
        digits++;
    }
    size_t len = 0;
    while (digits[len] != '\0')
        len++;
    for (size_t i = 0; i < len; i++) {
        if (i > 0 && (len - i) % 3 == 0)
            buf_char(&out, ',');
        buf_char(&out, digits[i]);
    }
    return out.at;
}

static const char *const units_en[] = {
    "zero",     "one",     "two",     "three",     "four",     "five",    "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
static const char *const tens_en[] = {"",      "",      "twenty",  "thirty", "forty",
                                      "fifty", "sixty", "seventy", "eighty", "ninety"};

static void spell_en(struct buf *out, long n)
{
    if (n >= 100) {
        buf_printf(out, "%s hundred", units_en[n / 100]);
        if (n % 100 == 0)
            return;
        buf_str(out, " and ");
        n %= 100;
    }
    if (n < 20) {
        buf_str(out, units_en[n]);
        return;
    }
    buf_str(out, tens_en[n / 10]);
    if (n % 10 != 0)
        buf_printf(out, "-%s", units_en[n % 10]);
}

/* Masculine, decimal: "un deg dau", "dau ddeg un".  Ten alone is "deg".  The hundreds
 * carry their mutations; for 700 to 900 the older "saith gant" is also written, and we
 * follow present usage.  After a hundred a number up to ten is joined with a or ac and
 * mutates after it ("cant a phump"); a longer one follows bare ("cant dau ddeg pump"),
 * as it is read in arithmetic. */
static const char *const units_cy[] = {"dim",    "un",    "dau",  "tri", "pedwar", "pump",
                                       "chwech", "saith", "wyth", "naw", "deg"};
static const char *const and_cy[] = {"",          "ac un",   "a dau",    "a thri",
                                     "a phedwar", "a phump", "a chwech", "a saith",
                                     "ac wyth",   "a naw",   "a deg"};
static const char *const tens_cy[] = {"",           "un deg",  "dau ddeg", "tri deg",
                                      "pedwar deg", "pum deg", "chwe deg", "saith deg",
                                      "wyth deg",   "naw deg"};
static const char *const hundreds_cy[] = {
    "",         "cant",       "dau gant",   "tri chant", "pedwar cant",
    "pum cant", "chwe chant", "saith cant", "wyth cant", "naw cant"};

static void spell_cy(struct buf *out, long n)
{
    if (n >= 100) {
        buf_str(out, hundreds_cy[n / 100]);
        n %= 100;
        if (n == 0)
            return;
        buf_char(out, ' ');
        if (n <= 10) {
            buf_str(out, and_cy[n]);
            return;
        }
    }
    if (n <= 10) {
        buf_str(out, units_cy[n]);
        return;
    }
    buf_str(out, tens_cy[n / 10]);
    if (n % 10 != 0)
        buf_printf(out, " %s", units_cy[n % 10]);
}

const char *lang_spelt(struct arena *a, enum lang l, long n)
{
    if (n < 0 || n > SPELT_HIGHEST)
        return lang_number(a, l, n);
    struct buf out = buf_new(a);
    if (l == LANG_CY)
        spell_cy(&out, n);
    else
        spell_en(&out, n);
    return out.at;
}

const char *lang_spelt_noun(struct arena *a, enum lang l, long n, bool feminine,
                            bool alone)
{
    static const char *const feminine_cy[] = {[2] = "dwy", [3] = "tair", [4] = "pedair"};
    if (l == LANG_CY && feminine && n >= 2 && n <= 4)
        return feminine_cy[n];
    if (l == LANG_CY && alone && n == 0)
        return "dim un";
    if (l == LANG_CY && !alone && (n == 5 || n == 6))
        return n == 5 ? "pum" : "chwe";
    return lang_spelt(a, l, n);
}

const char *lang_spelt_of(struct arena *a, enum lang l, long n, bool feminine, bool alone)
{
    if (l == LANG_CY && n == 2) /* the only one that the article changes */
        return feminine ? "ddwy" : "ddau";
    return lang_spelt_noun(a, l, n, feminine, alone);
}

long lang_spelt_highest(enum lang l)
{
    return l == LANG_CY ? 10 : SPELT_HIGHEST;
}

static const char *suffix_en(int n)
{
    if (n / 10 % 10 == 1)
        return "th";
    switch (n % 10) {
    case 1: return "st";
    case 2: return "nd";
    case 3: return "rd";
    default: return "th";
    }
}

/* The end of the written word, in the traditional count, which CLDR's categories do not
 * give above ten: "unfed ar ddeg" is 11eg, "unfed ar hugain" 21ain.  Beyond the days of a
 * month the same holds up to a hundred, with the round numbers (deugeinfed, canfed). */
static const char *suffix_cy(int n)
{
    static const char *const to_twenty[] = {
        "fed", "af",  "il", "ydd", "ydd", "ed", "ed", "fed", "fed", "fed", "fed",
        "eg",  "fed", "eg", "eg",  "fed", "eg", "eg", "fed", "eg",  "fed"};
    if (n <= 20)
        return to_twenty[n];
    if (n <= 31)
        return "ain";
    return n < 100 && n % 10 != 0 ? "ain" : "fed";
}

const char *lang_ordinal(struct arena *a, enum lang l, int n)
{
    if (n < 0)
        bug("an ordinal of %d", n);
    return arena_printf(a, "%d%s", n, l == LANG_CY ? suffix_cy(n) : suffix_en(n));
}
