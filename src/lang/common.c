/* common.c -- words that tell Welsh from English: in a text; out: its words, and whether
 * each is one of those that nearly every text of a language has and hardly any of the
 * other. */
#include "base/utf8.h"
#include "lang/lang.h"

#include <string.h>
#include <unicode/uchar.h>

const char *lang_word(const char *s, char word[LANG_WORD])
{
    size_t len = 0, width;
    for (; *s != '\0'; s += width) {
        uint32_t c = utf8_decode(s, strnlen(s, 4), &width);
        bool inside = u_isalnum((UChar32)c) || c == '\'' || c == 0x2019;
        if (!inside && len > 0)
            break;
        char sign[4];
        size_t bytes =
            utf8_encode(c == 0x2019 ? '\'' : (uint32_t)u_tolower((UChar32)c), sign);
        if (inside && len + bytes < LANG_WORD) {
            memcpy(word + len, sign, bytes);
            len += bytes;
        }
    }
    word[len] = '\0';
    return len > 0 ? s : NULL;
}

/* English words that no Welsh text has; "a", "i", "o", "at", "had", "has", "her", "is",
 * "all" and "to" are Welsh as well. */
static const char english_words[] =
    " the and of was were with that this which they their there have been from would "
    "should could not who what when where been these those than then them it its our are "
    "will for but into ";
/* Words of which no longer Welsh text is without one. */
static const char welsh_words[] =
    " yn yr mae oedd roedd wedi gan eu nid bod fod gyda sydd ac ar ei hyn neu ond fel bu "
    "\u00E2 ym yng mewn drwy dros heb cyn hynny rhai pob bob nad lle "
    "yw hwn hon hefyd gyfer wrth bydd sut gall dim ddim sy pham ";

static bool is_listed(const char *list, const char *word)
{
    const size_t len = strlen(word);
    for (const char *at = list; (at = strstr(at, word)) != NULL; at++)
        if (at > list && at[-1] == ' ' && at[len] == ' ')
            return len > 0;
    return false;
}

/* "mae'r", "i'n", "a'u". */
static bool has_welsh_ending(const char *word)
{
    const char *mark = strchr(word, '\'');
    return mark != NULL && strlen(mark) == 2 && strchr("rniuw", mark[1]) != NULL;
}

bool lang_has_word(enum lang l, const char *word)
{
    switch (l) {
    case LANG_EN: return is_listed(english_words, word);
    case LANG_CY: return is_listed(welsh_words, word) || has_welsh_ending(word);
    case LANG_COUNT: break;
    }
    return false;
}
