/* lang.h -- how English and Welsh write numbers, dates, plurals and lists, and how they
 * sort.  ICU does it, except where ICU is wrong for Welsh (docs/rules.md).  Text only: no
 * wording of any report. */
#ifndef LANG_LANG_H
#define LANG_LANG_H

#include "base/arena.h"

#include <stdbool.h>

enum lang { LANG_EN, LANG_CY, LANG_COUNT };

/* "en", "cy"; "en-GB", "cy" for /Lang. */
const char *lang_code(enum lang l);
const char *lang_tag(enum lang l);
/* False when the code is neither. */
bool lang_parse(const char *code, enum lang *l);

/* CLDR's cardinal categories. */
enum plural {
    PLURAL_ZERO,
    PLURAL_ONE,
    PLURAL_TWO,
    PLURAL_FEW,
    PLURAL_MANY,
    PLURAL_OTHER,
    PLURAL_COUNT
};
enum plural lang_plural(enum lang l, long n);
const char *plural_name(enum plural p);
bool plural_parse(const char *name, enum plural *p);
/* Which categories whole numbers have in this language (en: one, other; cy: all six). */
bool lang_has_plural(enum lang l, enum plural p);

/* "1,451". */
const char *lang_number(struct arena *a, enum lang l, long n);
/* A number with decimals as it was written: units / 10^places, at most DECIMAL_PLACES. */
enum { DECIMAL_PLACES = 4 };
struct decimal {
    long units;
    int places;
};
/* "37.7", "-1.20", "\u22121"; false when it is none or has more than nine digits before
 * the point. */
bool decimal_parse(const char *text, struct decimal *out);
/* Exact, with the decimals of the one that has more. */
struct decimal decimal_minus(struct decimal x, struct decimal y);
/* "1,204.5", with a minus that is no hyphen; for data "1204.5", "-1.2". */
const char *lang_decimal(struct arena *a, enum lang l, struct decimal x);
const char *decimal_plain(struct arena *a, struct decimal x);
/* "nine": whole numbers from 0 to 999 in words, masculine in Welsh's decimal system, no
 * capital; longer ones as figures. */
const char *lang_spelt(struct arena *a, enum lang l, long n);
/* The same with its noun: "dwy", "tair", "pedair" where it is feminine; "pum", "chwe"
 * unless it stands `alone` before other words ("pump o achosion", "dim un o'r achosion").
 */
const char *lang_spelt_noun(struct arena *a, enum lang l, long n, bool feminine,
                            bool alone);
/* The same behind the article, as what is counted out of: "one of the two", "un o'r
 * ddau". */
const char *lang_spelt_of(struct arena *a, enum lang l, long n, bool feminine,
                          bool alone);
/* Up to which number readers expect words where figures will not do, at the start of a
 * sentence.  Beyond ten Welsh has two ways of counting in words, one of them heavy and
 * one old: its reports use figures even there. */
long lang_spelt_highest(enum lang l);
/* The text with its first letter capital. */
const char *lang_capital(struct arena *a, enum lang l, const char *text);
/* All of it in capitals. */
const char *lang_caps(struct arena *a, enum lang l, const char *text);
/* "1st", "21ain". */
const char *lang_ordinal(struct arena *a, enum lang l, int n);

struct date {
    int year, month, day; /* from 1; day 0: a month; month 0: a year */
};
/* "2012-06-20", "2012-06", "2012"; a day that exists. */
bool date_parse(const char *text, struct date *out);
/* As date_parse reads it, for data; "" of no date (year 0). */
/* "June 2012", in either language; capitals do not matter. */
bool lang_month_parse(const char *text, struct date *out);
/* Two dates as date_plain writes them, as far as both say them: a month is before no day
 * in it, and behind none.  Whether `a` is surely the same day as `b` or a later one. */
int date_words_compare(const char *a, const char *b);
bool date_words_reach(const char *a, const char *b);
/* The last day of a month or a year; the day itself. */
struct date date_last(struct date d);
const char *date_plain(struct arena *a, struct date d);
int date_month_days(int year, int month);
/* "20 June 2012", "June 2012", "2012". */
const char *lang_date(struct arena *a, enum lang l, struct date d);
/* "June 2012". */
const char *lang_month(struct arena *a, enum lang l, struct date d);
/* "February and March 2012", "December 2011 and January 2012"; more than two months:
 * "January to March 2012".  One month: as lang_month. */
const char *lang_months(struct arena *a, enum lang l, struct date from, struct date to);
/* "20 February to 2 March 2012". */
const char *lang_date_range(struct arena *a, enum lang l, struct date from,
                            struct date to);

/* What stands between the items of a list whose last is `final`: "a, b and c", Welsh "a,
 * b ac e" and "a, b a d".  Where its word for "and" would change the last, which no
 * program can do to names, "a; b; c"; where the author's own joined form is known, that
 * is used instead. */
const char *lang_list_between(enum lang l, bool last, const char *final);

/* Whether the text ends with a word behind which the next one may begin otherwise: Welsh
 * "yn " (yng Nghaerdydd), "a " (a phump). */
bool lang_changes_next(struct arena *a, enum lang l, const char *text);

/* "a" or "an", as the sound of the English words asks for it: "an hour", "a one-off". */
const char *lang_article(const char *text);

/* The plural of an English noun and of what ends with one, by rule: "plans",
 * "authorities". */
const char *lang_plural_rule(struct arena *a, const char *text);

/* Sorting by the language's alphabet (Welsh: ch dd ff ng ll ph rh th are letters; U+034F
 * between n and g says they are two).  A sorter costs a millisecond: make one. */
struct sorter;
struct sorter *sorter_new(enum lang l);
int sorter_compare(const struct sorter *s, const char *x, const char *y);
void sorter_free(struct sorter *s);

/* Quotation marks and dashes by the house's rules per language: straight quotes become
 * typographic ones ('r and 'n in Welsh get an apostrophe, never an opening quote), " - "
 * becomes an en dash.  `before` is the character that stands before the text (0: none).
 */
const char *lang_typography(struct arena *a, enum lang l, const char *text,
                            unsigned before);

/* The next word from `s` on, in small letters and straight apostrophes, in `word`; where
 * it ends, or NULL when there is none.  A longer one is cut. */
#define LANG_WORD 24
const char *lang_word(const char *s, char word[LANG_WORD]);
/* Whether it is one of those that a text of some length in this language always has, and
 * one in the other hardly ever. */
bool lang_has_word(enum lang l, const char *word);

#endif
