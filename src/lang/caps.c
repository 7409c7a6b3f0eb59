/* caps.c -- words in capitals, by the language's rules (ICU). */
#include "lang/lang.h"

#include <string.h>
#include <unicode/ucasemap.h>

const char *lang_caps(struct arena *a, enum lang l, const char *words)
{
    UErrorCode fault = U_ZERO_ERROR;
    UCaseMap *map = ucasemap_open(lang_code(l), 0, &fault);
    if (U_FAILURE(fault))
        bug("ICU has no case map: %s", u_errorName(fault));
    size_t len = strlen(words), room = 3 * len + 1; /* a letter may become three */
    char *upper = arena_alloc(a, room);
    ucasemap_utf8ToUpper(map, upper, (int32_t)room, words, (int32_t)len, &fault);
    ucasemap_close(map);
    if (U_FAILURE(fault))
        bug("capitals of \"%s\": %s", words, u_errorName(fault));
    return upper;
}
