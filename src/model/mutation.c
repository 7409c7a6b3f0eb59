/* mutation.c -- the three mutations of Welsh as a table of first letters. */
#include "model/mutation.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* "c" becomes "g", "ngh" or "ch": the radical, then by enum mutation what stands for it,
 * as far as it changes. */
struct change {
    const char *from;
    const char *to[4];
};

/* Letters of two signs before those of one. */
static const struct change changes[] = {
    {"ll", {"l"}},
    {"rh", {"r"}},
    {"ch", {NULL}}, /* does not change, though c does */
    {"dd", {NULL}},
    {"ff", {NULL}},
    {"ng", {NULL}},
    {"ph", {NULL}},
    {"th", {NULL}},
    {"p", {"b", "mh", "ph"}},
    {"t", {"d", "nh", "th"}},
    {"c", {"g", "ngh", "ch"}},
    {"b", {"f", "m"}},
    {"d", {"dd", "n"}},
    {"g", {"", "ng"}},
    {"m", {"f"}},
};

static const struct change *change_of(const char *word)
{
    for (size_t i = 0; i < LEN(changes); i++)
        if (strncasecmp(word, changes[i].from, strlen(changes[i].from)) == 0)
            return &changes[i];
    return NULL;
}

static bool is_vowel(const char *word)
{
    return strchr("aeiouwy", word[0]) != NULL || (unsigned char)word[0] >= 0x80;
}

bool mutation_of(const char *word, const char *seen)
{
    if (strcmp(word, seen) == 0)
        return true;
    if (word[0] != '\0' && is_vowel(word))
        return seen[0] == 'h' && strcmp(seen + 1, word) == 0;
    const struct change *c = change_of(word);
    for (size_t i = 0; c != NULL && i < LEN(c->to) && c->to[i] != NULL; i++) {
        size_t len = strlen(c->to[i]);
        if (strncmp(seen, c->to[i], len) == 0 &&
            strcmp(seen + len, word + strlen(c->from)) == 0)
            return true;
    }
    return false;
}

/* The first letter as a capital: ASCII, or one with a Welsh accent. */
static void capital(char *word)
{
    unsigned char *letter = (unsigned char *)word;
    if (letter[0] == 0xC3 && letter[1] >= 0xA0) /* â to ÿ */
        letter[1] = (unsigned char)(letter[1] - 0x20);
    else if (letter[0] == 0xC5 && letter[1] % 2 == 1) /* ŵ, ŷ */
        letter[1]--;
    else
        letter[0] = (unsigned char)toupper(letter[0]);
}

const char *mutation_make(struct arena *a, const char *word, enum mutation m)
{
    const struct change *c = change_of(word);
    for (size_t i = 0; c != NULL && i <= (size_t)m; i++)
        if (c->to[i] == NULL)
            return word;
    if (c == NULL)
        return word;
    char *out = arena_printf(a, "%s%s", c->to[m], word + strlen(c->from));
    if (isupper((unsigned char)word[0]))
        capital(out);
    return out;
}

const char *mutation_in(struct arena *a, const char *word)
{
    const char *nasal = mutation_make(a, word, MUTATION_NASAL);
    bool m = tolower((unsigned char)nasal[0]) == 'm';
    bool ng = strncasecmp(nasal, "ng", 2) == 0;
    return arena_printf(a, "%s %s", m ? "ym" : ng ? "yng" : "yn", nasal);
}
