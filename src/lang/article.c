/* article.c -- "a" or "an": by the sound that a word begins with, which letters tell but
 * for some words.  English only. */
#include "lang/lang.h"

#include <ctype.h>
#include <string.h>

/* Beginnings of words that sound otherwise than they are written.  "Unintended" and its
 * like have the sound of their letter, so "un" is not among them. */
static const char *const consonants[] = {"eu",   "ewe",  "one-", "once", "ubi",  "uk",
                                         "unif", "unil", "unio", "uniq", "unit", "univ",
                                         "us",   "ut",   "urol", "one "};
static const char *const as_written[] = {"us ", "ush", "utt", "utm", "ust"};
static const char *const vowels[] = {"heir", "honest", "honor", "honour", "hour"};

static bool begins(const char *word, const char *const *with, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strncmp(word, with[i], strlen(with[i])) == 0)
            return true;
    return false;
}

/* An abbreviation that is read letter by letter, as HM; a word of small letters is not,
 * nor is one letter. */
static bool is_spelt_out(const char *text)
{
    return isupper((unsigned char)text[0]) && isupper((unsigned char)text[1]);
}

const char *lang_article(const char *text)
{
    char word[8] = "";
    if (is_spelt_out(text))
        return strchr("AEFHILMNORSX", text[0]) != NULL ? "an" : "a";
    for (size_t i = 0; i + 1 < sizeof word && text[i] != '\0'; i++)
        word[i] = (char)tolower((unsigned char)text[i]);
    if (begins(word, vowels, LEN(vowels)))
        return "an";
    bool vowel = word[0] != '\0' && strchr("aeiou", word[0]) != NULL;
    bool otherwise = begins(word, consonants, LEN(consonants)) &&
                     !begins(word, as_written, LEN(as_written));
    return vowel && !otherwise ? "an" : "a";
}
