/* mutation.c -- Welsh words behind which the next one may begin otherwise: the reason why
 * names, which cannot be changed by a program, do not stand behind them.  In: a text;
 * out: whether its last word is one.  What the next word would become is not known here.
 */
#include "lang/lang.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <string.h>
#include <unicode/uchar.h>

/* Prepositions, conjunctions, the article and what is left of it behind a vowel,
 * pronouns, particles, words that stand before their noun.  Those that change nothing
 * (mewn, erbyn, rhwng) are not here. */
static const char changing[] =
    " a ac \u00E2 ag am ar at dan tan dros drwy trwy gan gyda heb hyd i o tua wrth "
    "yn ym yng y yr ei fy dy eu neu na nac ni nes pan pa ba mha pha mor rhy ail dau dwy "
    "tri tair chwe dyma dyna rhyw unrhyw prif ambell holl 'r 'n 'i 'w 'u ";

#define WORD_LONGEST 12 /* bytes, of those above with their blanks */

static bool in_word(uint32_t c)
{
    return u_isalpha((UChar32)c) || c == '\'' || c == 0x2019;
}

/* The last word of `text`, in small letters, with straight apostrophes, between blanks;
 * "" for none, and for one that is longer than any that we look for. */
static const char *last_word(struct arena *a, const char *text)
{
    size_t end = strlen(text), start = end;
    while (start > 0 && end - start < WORD_LONGEST && text[start - 1] != ' ')
        start--;
    struct buf word = buf_new(a);
    buf_char(&word, ' ');
    for (size_t width; start < end; start += width) {
        uint32_t c = utf8_decode(text + start, end - start, &width);
        if (!in_word(c) && word.len > 1)
            return "";
        if (in_word(c))
            buf_utf8(&word, c == 0x2019 ? '\'' : (uint32_t)u_tolower((UChar32)c));
    }
    buf_char(&word, ' ');
    return word.at;
}

bool lang_changes_next(struct arena *a, enum lang l, const char *text)
{
    size_t len = strlen(text);
    if (l != LANG_CY || len == 0 || text[len - 1] != ' ')
        return false;
    const char *word =
        last_word(a, arena_strndup(a, text, len - strspn(text + len - 1, " ")));
    const char *mark = strchr(word, '\'');
    if (mark != NULL && mark > word + 1) /* "mae'r": its end */
        word = arena_printf(a, " %s", mark);
    return strlen(word) > 2 && strstr(changing, word) != NULL;
}
