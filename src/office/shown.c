/* shown.c -- in: a number of a cell and its format's code ("dd/mm/yyyy", "000", "0%");
 * out: its text as the sheet shows it, as far as answers need it: dates, shares, numbers
 * with zeros before them.  "Dec-13" is what Excel shows of a typed 12-13. */
#include "office/book.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const struct {
    int from, to;
    const char *code;
} built_in[] = {
    {9, 9, "0%"},       {10, 10, "0.00%"},  {14, 14, "dd/mm/yyyy"}, {15, 15, "d-m-yy"},
    {16, 16, "d-mmm"},  {17, 17, "mmm-yy"}, {18, 21, "h:mm"},       {22, 22, "d/m/yy h"},
    {27, 36, "d/m/yy"}, {45, 47, "h:mm"},   {50, 58, "d/m/yy"},
};

const char *shown_code(int number)
{
    for (size_t i = 0; i < LEN(built_in); i++)
        if (number >= built_in[i].from && number <= built_in[i].to)
            return built_in[i].code;
    return NULL;
}

const char *book_number(struct arena *a, double number)
{
    if (fabs(number) < 1e15 && number == floor(number))
        return arena_printf(a, "%.0f", number);
    return arena_printf(a, "%.15g", number);
}

/* What a code asks for: letters outside quotation marks, brackets and behind `\`. */
struct shown {
    bool day, month, year, hour, percent, other;
    int zeros, decimals;
};

/* The byte behind what is literal at `at`, or `at`. */
static const char *skip_literal(const char *at)
{
    const char *end = *at == '"'   ? strchr(at + 1, '"')
                      : *at == '[' ? strchr(at, ']')
                                   : at;
    if (strchr("\\_*", *at) != NULL && at[0] != '\0' && at[1] != '\0')
        end = at + 1;
    return end == NULL ? at + strlen(at) : end != at ? end + 1 : at;
}

static void take_sign(struct shown *s, char c)
{
    s->day |= c == 'd' || c == 'D';
    s->month |= c == 'm' || c == 'M';
    s->year |= c == 'y' || c == 'Y';
    s->hour |= strchr("hHsS", c) != NULL;
    s->percent |= c == '%';
    s->other |= strchr("#?,.E@", c) != NULL;
    s->decimals += c == '0' && s->other;
    s->zeros += c == '0';
}

static struct shown read_code(const char *code)
{
    struct shown s = {0};
    if (code == NULL || strncmp(code, "General", 7) == 0)
        return s;
    for (const char *at = code; *at != '\0' && *at != ';';) {
        const char *next = skip_literal(at);
        if (next == at)
            take_sign(&s, *at++);
        else
            at = next;
    }
    return s;
}

/* The day of our calendar that is so many days behind 30 December 1899. */
static void date_of(long serial, int *year, int *month, int *day)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    long left =
        serial - 2 + (serial < 60); /* behind 1 January 1900; it has a 29 February */
    for (*year = 1900;; ++*year) {
        bool leap = *year % 4 == 0 && (*year % 100 != 0 || *year % 400 == 0);
        for (*month = 1; *month <= 12; ++*month) {
            int length = days[*month - 1] + (*month == 2 && leap);
            if (left < length) {
                *day = (int)left + 1;
                return;
            }
            left -= length;
        }
    }
}

static const char *date_text(struct arena *a, double number, const struct shown *s)
{
    static const char *const names[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    int year, month, day, minute = (int)((number - floor(number)) * 1440 + 0.5);
    const char *time = arena_printf(a, "%02d:%02d", minute / 60, minute % 60);
    date_of((long)floor(number), &year, &month, &day);
    if (!s->day && !s->year) /* m stands for minutes then */
        return s->hour || !s->month ? time : names[month - 1];
    if (!s->day)
        return s->month ? arena_printf(a, "%s-%02d", names[month - 1], year % 100)
                        : arena_printf(a, "%d", year);
    if (!s->year)
        return arena_printf(a, "%02d-%s", day, names[month - 1]);
    const char *date = arena_printf(a, "%02d/%02d/%d", day, month, year);
    return s->hour && minute > 0 ? arena_printf(a, "%s %s", date, time) : date;
}

const char *shown_number(struct arena *a, double number, const char *code, bool from_1904)
{
    enum { LAST_DAY = 2958465, DAYS_TO_1904 = 1462 }; /* 31 December 9999 */
    struct shown s = read_code(code);
    bool date = s.day || s.month || s.year || s.hour;
    if (date && number >= 0 && number <= LAST_DAY - DAYS_TO_1904)
        return date_text(a, number + (from_1904 ? DAYS_TO_1904 : 0), &s);
    if (s.percent)
        return arena_printf(a, "%.*f%%", s.decimals < 9 ? s.decimals : 9, number * 100);
    if (s.zeros > 1 && s.zeros < 16 && !s.other && number >= 0 && number < 1e15)
        return arena_printf(a, "%0*.0f", s.zeros, number);
    return book_number(a, number);
}
