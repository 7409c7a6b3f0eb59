/* names.c -- in: a case story in both languages; out: a name that one of them lacks.
 * Knows no list of names. */
#include "review/names.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

/* Letters of any language: what is not ASCII counts as one, but for the first byte of
 * quotation marks and dashes. */
static bool is_letter(char c)
{
    return isalpha((unsigned char)c) ||
           ((unsigned char)c >= 0x80 && (unsigned char)c != 0xE2);
}

static size_t word_length(const char *s)
{
    size_t n = 0;
    while (is_letter(s[n]) || (n > 0 && s[n] == '-' && is_letter(s[n + 1])))
        n++;
    return n;
}

/* Behind a word or a comma: there a capital letter means a name. */
static bool is_inside(const char *text, const char *at)
{
    if (at < text + 2 || at[-1] != ' ')
        return false;
    return isalpha((unsigned char)at[-2]) || at[-2] == ',';
}

void names_learn(struct arena *a, struct map *words, const char *text)
{
    while (*text != '\0') {
        size_t len = word_length(text);
        if (len > 0)
            map_put(words, arena_strndup(a, text, len), words);
        text += len > 0 ? len : 1;
    }
}

/* "Monday", "Fridays". */
static bool is_day(const char *word, size_t len)
{
    len -= word[len - 1] == 's';
    return len > 3 && memcmp(word + len - 3, "day", 3) == 0;
}

/* Without the letters that a mutation changes: "Mangor" is Bangor, "Landudno" Llandudno.
 */
static bool holds_name(struct arena *a, const char *text, const char *name, size_t len)
{
    bool two = strncmp(name, "Ll", 2) == 0 || strncmp(name, "Rh", 2) == 0;
    size_t cut = two ? 2 : 1;
    return strstr(text, arena_strndup(a, name + cut, len - cut)) != NULL;
}

static bool is_name(const char *text, const char *at, size_t len)
{
    return len >= 3 && isupper((unsigned char)at[0]) && islower((unsigned char)at[1]) &&
           is_inside(text, at);
}

const char *name_missing(struct arena *a, const char *story, const char *other,
                         const struct map *elsewhere)
{
    size_t len;
    for (const char *at = story; *at != '\0'; at += len > 0 ? len : 1) {
        len = word_length(at);
        if (!is_name(story, at, len) || is_day(at, len))
            continue;
        const char *name = arena_strndup(a, at, len);
        if (map_get(elsewhere, name) == NULL && !holds_name(a, other, at, len))
            return name;
    }
    return NULL;
}
