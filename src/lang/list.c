/* list.c -- several things in one sentence. */
#include "lang/lang.h"

#include <string.h>

/* Welsh "ac" before a vowel, "a" before what it does not change; NULL before what begins
 * with p, t or c, which it does (and ch, ph, th, which are changed or stay), before
 * figures, which are said as words, and before w and i, which may be either. */
static const char *welsh_and(const char *next)
{
    unsigned char c = (unsigned char)next[0];
    bool again = strchr("hH", next[0] == '\0' ? 'x' : next[1]) != NULL;
    if (c != '\0' && strchr("aeouyAEOUY", c) != NULL)
        return " ac ";
    if (c == '\0' || (strchr("ptcPTC", c) != NULL && !again))
        return NULL;
    bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    return letter && strchr("iwIW", c) == NULL ? " a " : NULL;
}

const char *lang_list_between(enum lang l, bool last, const char *final)
{
    const char *and = l == LANG_EN ? " and " : welsh_and(final);
    if (and == NULL)
        return "; ";
    return last ? and : ", ";
}
