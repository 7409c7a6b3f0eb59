/* mutation.c -- the three mutations of Welsh as a table of first letters. */
#include "model/mutation.h"

#include <ctype.h>
#include <string.h>

/* "c" becomes "g", "ngh" or "ch": the radical, then what may stand for it, in the order
 * of enum mutation. */
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
        if (strncmp(word, changes[i].from, strlen(changes[i].from)) == 0)
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

const char *mutation_made(struct arena *a, enum mutation how, const char *word)
{
    char small[3] = {(char)tolower((unsigned char)word[0]), '\0', '\0'};
    if (small[0] < 'a' || small[0] > 'z')
        return NULL;
    small[1] = (char)tolower((unsigned char)word[1]);
    const struct change *c = change_of(small);
    const char *to = c != NULL ? c->to[how] : NULL;
    if (to == NULL)
        return word;
    const char *made = arena_printf(a, "%s%s", to, word + strlen(c->from));
    if (made[0] < 'a' || made[0] > 'z')
        return made[0] >= 'A' && made[0] <= 'Z' ? made : NULL;
    return arena_printf(a, "%c%s", toupper((unsigned char)made[0]), made + 1);
}
