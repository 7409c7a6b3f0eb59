/* date.c -- days and months as written in both languages.
 *
 * Tables, for ICU's formatter takes 13 ms to open and twelve names do not change.  Welsh
 * also needs the names as they stand behind "a" (and: ac before a vowel, t- to th-) and
 * behind "i" (to: soft mutation), which ICU does not know. */
#include "lang/lang.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

static const char *const months_en[] = {"January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December"};

static const struct {
    const char *plain, *and, *to;
} months_cy[] = {
    {"Ionawr", "ac Ionawr", "i Ionawr"},
    {"Chwefror", "a Chwefror", "i Chwefror"},
    {"Mawrth", "a Mawrth", "i Fawrth"},
    {"Ebrill", "ac Ebrill", "i Ebrill"},
    {"Mai", "a Mai", "i Fai"},
    {"Mehefin", "a Mehefin", "i Fehefin"},
    {"Gorffennaf", "a Gorffennaf", "i Orffennaf"},
    {"Awst", "ac Awst", "i Awst"},
    {"Medi", "a Medi", "i Fedi"},
    {"Hydref", "a Hydref", "i Hydref"},
    {"Tachwedd", "a Thachwedd", "i Dachwedd"},
    {"Rhagfyr", "a Rhagfyr", "i Ragfyr"},
};

static const char *month_name(enum lang l, int month)
{
    return l == LANG_CY ? months_cy[month - 1].plain : months_en[month - 1];
}

/* `len` digits, or -1. */
static int digits(const char *s, int len)
{
    int n = 0;
    for (int i = 0; i < len; i++) {
        if (!isdigit((unsigned char)s[i]))
            return -1;
        n = n * 10 + (s[i] - '0');
    }
    return n;
}

int date_month_days(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

bool date_parse(const char *text, struct date *out)
{
    size_t len = strlen(text);
    struct date d = {0};
    if (len != 4 && len != 7 && len != 10)
        return false;
    d.year = digits(text, 4);
    if (d.year < 1)
        return false;
    if (len >= 7) {
        d.month = text[4] == '-' ? digits(text + 5, 2) : -1;
        if (d.month < 1 || d.month > 12)
            return false;
    }
    if (len == 10) {
        d.day = text[7] == '-' ? digits(text + 8, 2) : -1;
        if (d.day < 1 || d.day > date_month_days(d.year, d.month))
            return false;
    }
    *out = d;
    return true;
}

bool lang_month_parse(const char *text, struct date *out)
{
    for (int month = 1; month <= 12; month++)
        for (enum lang l = 0; l < LANG_COUNT; l++) {
            const char *name = month_name(l, month);
            size_t len = strlen(name);
            int year = strncasecmp(text, name, len) == 0 && text[len] == ' ' &&
                               strlen(text + len) == 5
                           ? digits(text + len + 1, 4)
                           : -1;
            if (year < 1)
                continue;
            *out = (struct date){.year = year, .month = month};
            return true;
        }
    return false;
}

int date_words_compare(const char *a, const char *b)
{
    size_t len = strlen(a), other = strlen(b);
    return strncmp(a, b, len < other ? len : other);
}

bool date_words_reach(const char *a, const char *b)
{
    int order = date_words_compare(a, b);
    return order > 0 || (order == 0 && strlen(a) == strlen(b));
}

struct date date_last(struct date d)
{
    if (d.month == 0)
        d.month = 12;
    if (d.day == 0)
        d.day = date_month_days(d.year, d.month);
    return d;
}

const char *date_plain(struct arena *a, struct date d)
{
    if (d.year == 0)
        return "";
    if (d.month == 0)
        return arena_printf(a, "%04d", d.year);
    return d.day == 0 ? arena_printf(a, "%04d-%02d", d.year, d.month)
                      : arena_printf(a, "%04d-%02d-%02d", d.year, d.month, d.day);
}

static const char *month_and(struct arena *a, enum lang l, int month)
{
    if (l == LANG_CY)
        return months_cy[month - 1].and;
    return arena_printf(a, "and %s", months_en[month - 1]);
}

static const char *month_to(struct arena *a, enum lang l, int month)
{
    if (l == LANG_CY)
        return months_cy[month - 1].to;
    return arena_printf(a, "to %s", months_en[month - 1]);
}

const char *lang_month(struct arena *a, enum lang l, struct date d)
{
    if (d.month == 0)
        return arena_printf(a, "%d", d.year);
    return arena_printf(a, "%s %d", month_name(l, d.month), d.year);
}

const char *lang_date(struct arena *a, enum lang l, struct date d)
{
    if (d.day == 0)
        return lang_month(a, l, d);
    return arena_printf(a, "%d %s", d.day, lang_month(a, l, d));
}

static const char *years(struct arena *a, enum lang l, int from, int to)
{
    if (from == to)
        return arena_printf(a, "%d", from);
    return arena_printf(a, "%d %s %d", from, l == LANG_CY ? "i" : "to", to);
}

const char *lang_months(struct arena *a, enum lang l, struct date from, struct date to)
{
    if (from.month == 0 || to.month == 0)
        return years(a, l, from.year, to.year);
    int apart = (to.year - from.year) * 12 + to.month - from.month;
    if (apart == 0)
        return lang_month(a, l, to);
    const char *second =
        apart == 1 ? month_and(a, l, to.month) : month_to(a, l, to.month);
    if (from.year == to.year)
        return arena_printf(a, "%s %s %d", month_name(l, from.month), second, to.year);
    return arena_printf(a, "%s %d %s %d", month_name(l, from.month), from.year, second,
                        to.year);
}

/* "20 February", and its year where the other end has another. */
static const char *range_start(struct arena *a, enum lang l, struct date from,
                               struct date to)
{
    if (from.year != to.year)
        return lang_date(a, l, from);
    if (from.month != to.month)
        return arena_printf(a, "%d %s", from.day, month_name(l, from.month));
    return arena_printf(a, "%d", from.day);
}

const char *lang_date_range(struct arena *a, enum lang l, struct date from,
                            struct date to)
{
    if (from.day == 0 || to.day == 0)
        return lang_months(a, l, from, to);
    if (from.year == to.year && from.month == to.month && from.day == to.day)
        return lang_date(a, l, to);
    /* "i 2 Mawrth": the mutation would fall on the numeral, which is written in figures
     */
    return arena_printf(a, "%s %s %s", range_start(a, l, from, to),
                        l == LANG_CY ? "i" : "to", lang_date(a, l, to));
}
