/* Dates read and written. */
#include "check.h"

static const struct {
    const char *text;
    bool good;
    struct date date;
} parsed[] = {
    {"2012-06-20", true, {2012, 6, 20}},
    {"2012-06", true, {2012, 6, 0}},
    {"2012", true, {2012, 0, 0}},
    {"2012-02-29", true, {2012, 2, 29}},
    {"2000-02-29", true, {2000, 2, 29}},
    {"2011-02-29", false, {0}},
    {"1900-02-29", false, {0}},
    {"2012-02-30", false, {0}},
    {"2012-04-31", false, {0}},
    {"2012-12-31", true, {2012, 12, 31}},
    {"2012-13-01", false, {0}},
    {"2012-00-01", false, {0}},
    {"2012-01-00", false, {0}},
    {"2012-1-1", false, {0}},
    {"0000", false, {0}},
    {"", false, {0}},
    {"20120620", false, {0}},
    {"2012/06/20", false, {0}},
    {"2012-06-2x", false, {0}},
    {"2012-06-200", false, {0}},
    {" 2012-06-2", false, {0}},
    {"20 June 2012", false, {0}},
    {"-012-06-20", false, {0}},
};

static void parse(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    for (size_t i = 0; i < LEN(parsed); i++) {
        struct date d = {0};
        if (date_parse(parsed[i].text, &d) != parsed[i].good)
            fail_msg("\"%s\": read, or not", parsed[i].text);
        if (parsed[i].good && strcmp(date_plain(a, d), parsed[i].text) != 0)
            fail_msg("\"%s\": written as %s", parsed[i].text, date_plain(a, d));
        if (memcmp(&d, &parsed[i].date, sizeof d) != 0)
            fail_msg("\"%s\": %d %d %d", parsed[i].text, d.year, d.month, d.day);
    }
    assert_string_equal(date_plain(a, (struct date){0}), "");
    arena_free(a);
}

static struct date date_of(const char *text)
{
    struct date d;
    assert_true(date_parse(text, &d));
    return d;
}

static const struct {
    const char *date, *en, *cy;
} dates[] = {
    {"2012-06-20", "20 June 2012", "20 Mehefin 2012"},
    {"2012-02-29", "29 February 2012", "29 Chwefror 2012"},
    {"2012-12-01", "1 December 2012", "1 Rhagfyr 2012"},
    {"2013-01", "January 2013", "Ionawr 2013"},
    {"2013-03", "March 2013", "Mawrth 2013"},
    {"2013-04", "April 2013", "Ebrill 2013"},
    {"2013-05", "May 2013", "Mai 2013"},
    {"2013-07", "July 2013", "Gorffennaf 2013"},
    {"2013-08", "August 2013", "Awst 2013"},
    {"2013-09", "September 2013", "Medi 2013"},
    {"2013-10", "October 2013", "Hydref 2013"},
    {"2013-11", "November 2013", "Tachwedd 2013"},
    {"2012", "2012", "2012"},
};

static void write_dates(void **state)
{
    for (size_t i = 0; i < LEN(dates); i++) {
        struct date d = date_of(dates[i].date);
        check_text(dates[i].date, lang_date(*state, LANG_EN, d), dates[i].en);
        check_text(dates[i].date, lang_date(*state, LANG_CY, d), dates[i].cy);
    }
    struct date d = date_of("2012-06-20");
    check_text("month", lang_month(*state, LANG_EN, d), "June 2012");
    check_text("month", lang_month(*state, LANG_CY, d), "Mehefin 2012");
}

struct span {
    const char *from, *to, *en, *cy;
};

static const struct span months[] = {
    {"2012-02-20", "2012-02-24", "February 2012", "Chwefror 2012"},
    {"2012-02-20", "2012-03-02", "February and March 2012", "Chwefror a Mawrth 2012"},
    {"2011-12-05", "2012-01-13", "December 2011 and January 2012",
     "Rhagfyr 2011 ac Ionawr 2012"},
    {"2012-01", "2012-03", "January to March 2012", "Ionawr i Fawrth 2012"},
    {"2012-03", "2012-04", "March and April 2012", "Mawrth ac Ebrill 2012"},
    {"2012-07", "2012-08", "July and August 2012", "Gorffennaf ac Awst 2012"},
    {"2012-10", "2012-11", "October and November 2012", "Hydref a Thachwedd 2012"},
    {"2012-04", "2012-06", "April to June 2012", "Ebrill i Fehefin 2012"},
    {"2012-07", "2012-09", "July to September 2012", "Gorffennaf i Fedi 2012"},
    {"2012-10", "2012-12", "October to December 2012", "Hydref i Ragfyr 2012"},
    {"2012-05", "2012-07", "May to July 2012", "Mai i Orffennaf 2012"},
    {"2012-09", "2012-11", "September to November 2012", "Medi i Dachwedd 2012"},
    {"2011-11", "2012-05", "November 2011 to May 2012", "Tachwedd 2011 i Fai 2012"},
    {"2011-06", "2012-06", "June 2011 to June 2012", "Mehefin 2011 i Fehefin 2012"},
    {"2011", "2012", "2011 to 2012", "2011 i 2012"},
    {"2012", "2012", "2012", "2012"},
};

static void write_months(void **state)
{
    for (size_t i = 0; i < LEN(months); i++) {
        struct date from = date_of(months[i].from), to = date_of(months[i].to);
        check_text("en", lang_months(*state, LANG_EN, from, to), months[i].en);
        check_text("cy", lang_months(*state, LANG_CY, from, to), months[i].cy);
    }
}

static const struct span ranges[] = {
    {"2012-02-20", "2012-03-02", "20 February to 2 March 2012",
     "20 Chwefror i 2 Mawrth 2012"},
    {"2013-06-03", "2013-06-05", "3 to 5 June 2013", "3 i 5 Mehefin 2013"},
    {"2013-06-03", "2013-06-03", "3 June 2013", "3 Mehefin 2013"},
    {"2011-12-28", "2012-01-06", "28 December 2011 to 6 January 2012",
     "28 Rhagfyr 2011 i 6 Ionawr 2012"},
    {"2011-06-03", "2012-06-03", "3 June 2011 to 3 June 2012",
     "3 Mehefin 2011 i 3 Mehefin 2012"},
    {"2012-02", "2012-03", "February and March 2012", "Chwefror a Mawrth 2012"},
};

static void write_ranges(void **state)
{
    for (size_t i = 0; i < LEN(ranges); i++) {
        struct date from = date_of(ranges[i].from), to = date_of(ranges[i].to);
        check_text("en", lang_date_range(*state, LANG_EN, from, to), ranges[i].en);
        check_text("cy", lang_date_range(*state, LANG_CY, from, to), ranges[i].cy);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parse),
        cmocka_unit_test(write_dates),
        cmocka_unit_test(write_months),
        cmocka_unit_test(write_ranges),
    };
    return RUN(tests);
}
