/* breaks.c -- where lines may end.  In: a paragraph's text; and levels by Unicode's
 * rules; out: those the house allows (docs/rules.md, Lines).  Knows no width and no word
 * of any language, but how a web address begins. */
#include "base/utf8.h"
#include "text/inside.h"

#include <glib.h>
#include <string.h>

size_t space_at(const char *s, size_t len)
{
    size_t width;
    if (len == 0)
        return 0;
    if (s[0] == ' ')
        return 1;
    if (s[0] != '\xE2')
        return 0;
    uint32_t c = utf8_decode(s, len, &width);
    bool space = (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F;
    return space ? width : 0;
}

/* The character that ends before byte `at`, which is over 0; *start: where it begins. */
static uint32_t char_before(const struct paragraph *p, size_t at, size_t *start)
{
    size_t width;
    do
        at--;
    while (at > 0 && (p->text.at[at] & 0xC0) == 0x80);
    *start = at;
    return utf8_decode(p->text.at + at, p->text.len - at, &width);
}

static uint32_t char_at(const struct paragraph *p, size_t at, size_t *width)
{
    *width = 0;
    return at < p->text.len ? utf8_decode(p->text.at + at, p->text.len - at, width) : 0;
}

static bool space_before(const struct paragraph *p, size_t at)
{
    size_t start;
    if (at == 0)
        return false;
    char_before(p, at, &start);
    return space_at(p->text.at + start, at - start) > 0;
}

static int letters_after(const struct paragraph *p, size_t at)
{
    int letters = 0;
    size_t width;
    while (letters < LETTERS_BESIDE && g_unichar_isalpha(char_at(p, at, &width))) {
        letters++;
        at += width;
    }
    return letters;
}

/* Of the part of a word that ends here, a hyphen, slash or bracket left aside. */
static int letters_before(const struct paragraph *p, size_t at)
{
    int letters = 0;
    while (at > 0 && letters < LETTERS_BESIDE) {
        size_t start;
        uint32_t c = char_before(p, at, &start);
        bool aside = letters == 0 && !g_unichar_isalnum(c) && !g_unichar_isspace(c);
        if (!aside && !g_unichar_isalpha(c))
            break;
        letters += !aside;
        at = start;
    }
    return letters;
}

/* A dash stays with the word before it; a hyphen is one where a space follows. */
static bool dash_at(const struct paragraph *p, size_t at)
{
    size_t width;
    uint32_t c = char_at(p, at, &width);
    if (c == '-')
        return space_at(p->text.at + at + 1, p->text.len - at - 1) > 0;
    return c == 0x2013 || c == 0x2014;
}

static bool digit_of_number(char c)
{
    return (c >= '0' && c <= '9') || c == ',' || c == '.';
}

/* Whether the word that ends at `end` is a number, but not a year: that one measures
 * nothing. */
static bool number_before(const struct paragraph *p, size_t end)
{
    const char *s = p->text.at;
    size_t start = end;
    while (start > 0 && digit_of_number(s[start - 1]))
        start--;
    if (start == end || s[end - 1] == ',' || s[end - 1] == '.')
        return false;
    if (start > 0 && s[start - 1] != '(' && (unsigned char)s[start - 1] < 0x80 &&
        s[start - 1] != ' ')
        return false;
    bool year = end - start == 4 && (s[start] == '1' || s[start] == '2') &&
                s[start + 1] != '.' && s[start + 1] != ',';
    return !year;
}

/* A number keeps its % and the noun it counts, which is the small letter behind it. */
static bool measure_at(const struct paragraph *p, size_t at)
{
    size_t width, end = at;
    uint32_t c = char_at(p, at, &width);
    if (c != '%' && !g_unichar_islower(c))
        return false;
    while (end > 0 && p->text.at[end - 1] == ' ')
        end--;
    return end < at && number_before(p, end);
}

/* ---- words that rather stay together ---- */

/* The word that ends before byte `at`, which spaces may part from it. */
struct word_span {
    size_t start, end;
};

static struct word_span word_before(const struct paragraph *p, size_t at)
{
    const char *s = p->text.at;
    struct word_span w;
    while (at > 0 && s[at - 1] == ' ')
        at--;
    for (w.end = at; at > 0 && s[at - 1] != ' ';)
        at--;
    w.start = at;
    return w;
}

static size_t characters(const struct paragraph *p, struct word_span w)
{
    size_t count = 0;
    for (size_t i = w.start; i < w.end; i++)
        count += (p->text.at[i] & 0xC0) != 0x80;
    return count;
}

static bool is_letter(const struct paragraph *p, struct word_span w)
{
    size_t width;
    return characters(p, w) == 1 && g_unichar_isalpha(char_at(p, w.start, &width));
}

/* "45 o achosion": what a number counts may stand behind a letter. */
static bool counted_at(const struct paragraph *p, size_t at, struct word_span before)
{
    size_t width;
    return is_letter(p, before) && g_unichar_islower(char_at(p, at, &width)) &&
           number_before(p, word_before(p, before.start).end);
}

/* "(70%)" stays with the words it sums up. */
static bool share_at(const struct paragraph *p, size_t at)
{
    const char *s = p->text.at;
    size_t i = at + 1;
    if (s[at] != '(')
        return false;
    while (i < p->text.len && digit_of_number(s[i]))
        i++;
    return i > at + 1 && i < p->text.len && s[i] == '%';
}

enum { SHORT_WORD = 3 /* "of", "o'r", "the" */ };

/* A letter and what follows it; "28 of the 45", "Table 2"; two words of a name. */
static bool loose_at(const struct paragraph *p, size_t at, struct word_span before)
{
    size_t width, start;
    uint32_t next = char_at(p, at, &width);
    if (before.end == before.start)
        return false;
    bool brief = characters(p, before) <= SHORT_WORD;
    bool upper = g_unichar_isupper(char_at(p, before.start, &width)) &&
                 g_unichar_isalpha(char_before(p, before.end, &start));
    if (is_letter(p, before))
        return true;
    if (g_unichar_isdigit(next))
        return brief || upper;
    return (upper && g_unichar_isupper(next)) ||
           (brief && number_before(p, word_before(p, before.start).end));
}

bool name_at(const struct paragraph *p, size_t at)
{
    size_t width;
    struct word_span before = word_before(p, at);
    return space_before(p, at) && characters(p, before) <= SHORT_WORD &&
           g_unichar_islower(char_at(p, before.start, &width)) &&
           g_unichar_isupper(char_at(p, at, &width));
}

static enum break_level space_level(const struct paragraph *p, size_t at)
{
    struct word_span before = word_before(p, at);
    if (measure_at(p, at) || counted_at(p, at, before) || share_at(p, at))
        return BREAK_WEAK;
    return loose_at(p, at, before) ? BREAK_LOOSE : BREAK_FREE;
}

/* ---- addresses ---- */

/* How far back the beginning of a web address is looked for. */
#define ADDRESS_LONGEST 500

/* Behind "https://" and "www." of the web address that byte `at` is in, or 0. */
static size_t address_before(const struct paragraph *p, size_t at)
{
    const char *s = p->text.at;
    size_t start = at, first = at > ADDRESS_LONGEST ? at - ADDRESS_LONGEST : 0;
    while (start > first && s[start - 1] != ' ' && s[start - 1] != '(')
        start--;
    size_t behind = start;
    for (size_t i = start; i + 3 <= p->text.len && i < at && s[i] != ' '; i++)
        if (memcmp(s + i, "://", 3) == 0)
            behind = i + 3;
    if (behind + 4 <= p->text.len && memcmp(s + behind, "www.", 4) == 0)
        behind += 4;
    return behind > start ? behind : 0;
}

/* An address is cut behind a slash or a full stop further on, or not at all. */
static enum break_level address_level(const struct paragraph *p, size_t at, size_t behind)
{
    size_t width;
    char before = p->text.at[at - 1];
    bool sign = before == '/' || before == '.';
    bool good = at > behind && sign && g_unichar_isalnum(char_at(p, at, &width));
    return good ? BREAK_FREE : BREAK_WEAK;
}

/* "sentence=rehabilitation": a condition may go on behind its sign. */
static bool condition_at(const struct paragraph *p, size_t at)
{
    size_t width;
    return at > 1 && p->text.at[at - 1] == '=' && g_ascii_isalpha(p->text.at[at - 2]) &&
           g_unichar_isalpha(char_at(p, at, &width));
}

static enum break_level house_level(const struct paragraph *p, size_t at,
                                    enum break_level unicode)
{
    bool space = space_before(p, at);
    bool sign = !space && strchr("/.:", p->text.at[at - 1]) != NULL;
    size_t address = sign || (!space && unicode > BREAK_NONE) ? address_before(p, at) : 0;
    if (address > 0)
        return address_level(p, at, address);
    if (condition_at(p, at))
        return BREAK_FREE;
    if (unicode == BREAK_NONE) /* between words it is still better than inside one */
        return space ? BREAK_WEAK : BREAK_NONE;
    if (unicode == BREAK_WEAK || dash_at(p, at))
        return BREAK_WEAK;
    if (space)
        return space_level(p, at);
    if (letters_before(p, at) < LETTERS_BESIDE || letters_after(p, at) < LETTERS_BESIDE)
        return BREAK_WEAK;
    return p->text.at[at - 1] == '-' ? BREAK_LOOSE : unicode;
}

/* Whether a break between two bytes stays as it is, none: inside words most do. */
static bool inside_word(const struct paragraph *p, size_t at)
{
    return p->break_level.at[at] == BREAK_NONE && g_ascii_isalnum(p->text.at[at - 1]);
}

void breaks_house(struct paragraph *p)
{
    for (size_t i = 1; i < p->text.len; i++) {
        enum break_level l = (enum break_level)p->break_level.at[i];
        if (!inside_word(p, i) && (p->text.at[i] & 0xC0) != 0x80 && l < BREAK_HARD &&
            space_at(p->text.at + i, p->text.len - i) == 0)
            p->break_level.at[i] = (unsigned char)house_level(p, i, l);
    }
}
