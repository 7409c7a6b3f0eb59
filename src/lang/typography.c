/* typography.c -- straight quotation marks and typewriter dashes to printed ones.  Looks
 * at the characters around each; keeps what is typographic already, so that doing it
 * twice changes nothing. */
#include "lang/lang.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <string.h>
#include <unicode/uchar.h>

enum {
    SINGLE_OPEN = 0x2018,
    SINGLE_CLOSE = 0x2019, /* and the apostrophe */
    DOUBLE_OPEN = 0x201C,
    DOUBLE_CLOSE = 0x201D,
    EN_DASH = 0x2013,
    EM_DASH = 0x2014
};

struct typing {
    enum lang l;
    const char *text;
    size_t len;
    uint32_t before; /* the character written last */
    bool open;       /* within single quotation marks, where no second one begins */
    struct buf out;
};

static bool is_blank(uint32_t c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == 0xA0 || c == 0x202F;
}

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(uint32_t c)
{
    return c != 0 && u_isalpha((UChar32)c);
}

/* The character at byte `at`, or 0 at the end. */
static uint32_t char_at(const struct typing *t, size_t at)
{
    size_t width;
    return at < t->len ? utf8_decode(t->text + at, t->len - at, &width) : 0;
}

/* May a quotation begin behind this character? */
static bool opens_after(uint32_t c)
{
    return c == 0 || is_blank(c) || (c < 0x80 && strchr("([{/-\"'", (int)c) != NULL) ||
           c == SINGLE_OPEN || c == DOUBLE_OPEN || c == EN_DASH || c == EM_DASH;
}

static bool is_opening(const struct typing *t, size_t at)
{
    return opens_after(t->before) && !is_blank(char_at(t, at + 1));
}

/* How far a closing mark is looked for: further than any quotation reaches that begins
 * with a figure. */
#define QUOTATION_LONGEST 500

/* Is there a straight quotation mark further on that closes what one at `at` opens? */
static bool closes_later(const struct typing *t, size_t at)
{
    if (t->open)
        return false;
    size_t end = t->len - at < QUOTATION_LONGEST ? t->len : at + QUOTATION_LONGEST;
    for (size_t i = at + 2; i < end; i++)
        if (t->text[i] == '\'' && !is_blank((unsigned char)t->text[i - 1]) &&
            !is_letter(char_at(t, i + 1)))
            return true;
    return false;
}

#define WORD_LONGEST 16 /* bytes of the longest of them, with its blanks */

/* What may be left of a word whose beginning is left out.  Welsh: the article, "yn", the
 * pronouns ("a'i", "i'w", "o'u"), which follow a vowel in the piece of text before, and
 * what speech shortens ("'sdim", "'nôl", "'mlaen").  A quotation may begin with those of
 * `words`, which are words by themselves, too. */
static const struct {
    const char *left, *words;
} elided[LANG_COUNT] = {
    [LANG_EN] = {" tis twas em til n ", ""},
    [LANG_CY] =
        {" r n i u w m ch th s na ma mod mhen nhad da dan di to te ny cw chydig "
         "leni nabod neud sdim sneb sgen sai sa swn nôl mlaen fory rioed falle run "
         "dyn dw dwn dyw dych dym dach sgol sgolion stafell steddfod sbyty sgidiau "
         "sgrifennu sgwennu ",
         " i na ma mod da dan di to te sai sa run dyn dw sgol stafell "},
};

/* The letters behind the apostrophe at `at`, small and between blanks; "" for a longer
 * word, and for one that no list has room for. */
static void word_after(const struct typing *t, size_t at, char word[WORD_LONGEST + 1])
{
    size_t len = 0, width;
    const char *s = t->text + at + 1;
    for (uint32_t c; len < WORD_LONGEST - 2; len += width) {
        c = utf8_decode(s + len, t->len - at - 1 - len, &width);
        if (s[len] == '\0' || !is_letter(c) || len + width > WORD_LONGEST - 2)
            break;
    }
    memset(word, 0, WORD_LONGEST + 1);
    if (len == 0 || is_letter(char_at(t, at + 1 + len)))
        return;
    word[0] = word[len + 1] = ' ';
    for (size_t i = 0; i < len; i++)
        word[i + 1] = (unsigned char)s[i] < 0x80 ? (char)(s[i] | 0x20) : s[i];
}

/* 'rysgol, 'rardal: the article of a word that begins with a vowel, in speech. */
static bool is_article(const struct typing *t, const char *word)
{
    return t->l == LANG_CY && word[1] == 'r' && word[2] != ' ' &&
           strchr("aeiouwy", word[2]) != NULL;
}

/* Is the mark at `at` the apostrophe of such a word?  In 'r' it is a letter that is
 * quoted (but rock 'n' roll is not). */
static bool is_elision(const struct typing *t, size_t at)
{
    char word[WORD_LONGEST + 1];
    word_after(t, at, word);
    if (word[0] == '\0')
        return false;
    if (strstr(elided[t->l].left, word) == NULL)
        return is_article(t, word) && !closes_later(t, at);
    bool quoted = t->l == LANG_CY && t->text[at + strlen(word) - 1] == '\'';
    return !quoted && (strstr(elided[t->l].words, word) == NULL || !closes_later(t, at));
}

/* '05, '90s: a year or ten years without their century.  A quotation may begin with
 * figures ("'16 of the 17'"), but with none that begin with 0, nor with two and an s. */
static bool is_short_year(const struct typing *t, size_t at)
{
    size_t digits = strspn(t->text + at + 1, "0123456789");
    uint32_t next = char_at(t, at + 1 + digits);
    if (digits == 2 && next == 's' && !is_letter(char_at(t, at + 4)))
        return true;
    return digits > 0 &&
           ((digits == 2 && char_at(t, at + 1) == '0') || !closes_later(t, at));
}

/* 5'6: feet and inches keep the signs they were typed with. */
static bool is_feet(const struct typing *t, size_t at)
{
    return is_digit(t->before) && is_digit(char_at(t, at + 1));
}

static bool is_inches(const struct typing *t, size_t at)
{
    size_t i = at;
    while (i > 0 && is_digit((unsigned char)t->text[i - 1]))
        i--;
    return i < at && i > 1 && t->text[i - 1] == '\'' &&
           is_digit((unsigned char)t->text[i - 2]);
}

static uint32_t single_mark(struct typing *t, size_t at)
{
    if (is_feet(t, at))
        return '\'';
    bool opening = is_opening(t, at);
    if (opening && (is_elision(t, at) || is_short_year(t, at)))
        return SINGLE_CLOSE;
    if (opening || !is_letter(char_at(t, at + 1)))
        t->open = opening;
    return opening ? SINGLE_OPEN : SINGLE_CLOSE;
}

static uint32_t double_mark(const struct typing *t, size_t at)
{
    if (is_inches(t, at))
        return '"';
    return is_opening(t, at) ? DOUBLE_OPEN : DOUBLE_CLOSE;
}

static size_t put(struct typing *t, uint32_t c, size_t width)
{
    buf_utf8(&t->out, c);
    t->before = c;
    return width;
}

/* " - " and "--" are dashes; a hyphen in a word or between numbers stays. */
static size_t put_hyphens(struct typing *t, size_t at)
{
    size_t run = strspn(t->text + at, "-");
    bool alone = run == 1 && is_blank(t->before) && is_blank(char_at(t, at + 1));
    if (alone || run == 2 || run == 3)
        return put(t, EN_DASH, run);
    for (size_t i = 0; i < run; i++)
        put(t, '-', 1);
    return run;
}

/* Puts what stands at `at` and says how many bytes it was. */
static size_t put_next(struct typing *t, size_t at)
{
    size_t width;
    uint32_t c = utf8_decode(t->text + at, t->len - at, &width);
    switch (c) {
    case '"': return put(t, double_mark(t, at), width);
    case '\'': return put(t, single_mark(t, at), width);
    case '-': return put_hyphens(t, at);
    default: return put(t, c, width);
    }
}

const char *lang_typography(struct arena *a, enum lang l, const char *text,
                            unsigned before)
{
    if (strpbrk(text, "\"'-") == NULL)
        return arena_strdup(a, text);
    struct typing t = {l, text, strlen(text), before, false, buf_new(a)};
    for (size_t at = 0; at < t.len;)
        at += put_next(&t, at);
    return t.out.at;
}
