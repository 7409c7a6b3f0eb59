/* lang.c -- which languages there are, and their letters' capitals. */
#include "lang/lang.h"

#include "base/buf.h"
#include "base/library.h"
#include "base/utf8.h"

#include <string.h>
#include <unicode/uchar.h>

static const struct {
    const char *code, *tag;
} languages[LANG_COUNT] = {
    [LANG_EN] = {"en", "en-GB"},
    [LANG_CY] = {"cy", "cy"},
};

const char *lang_code(enum lang l)
{
    return languages[l].code;
}

const char *lang_tag(enum lang l)
{
    return languages[l].tag;
}

bool lang_parse(const char *code, enum lang *l)
{
    for (int i = 0; i < LANG_COUNT; i++)
        if (strcmp(code, languages[i].code) == 0) {
            *l = (enum lang)i;
            return true;
        }
    return false;
}

/* Where the first letter or digit stands: behind quotation marks and brackets. */
static size_t first_letter(const char *text, size_t len, uint32_t *letter, size_t *width)
{
    size_t at = 0;
    for (; at < len; at += *width) {
        *letter = utf8_decode(text + at, len - at, width);
        if (u_isalnum((UChar32)*letter))
            break;
    }
    return at;
}

/* Both languages capitalise one character: a Welsh "ll" begins a sentence as "Ll". */
const char *lang_capital(struct arena *a, enum lang l, const char *text)
{
    (void)l; /* a language with letters of its own here (Dutch ij) would need it */
    size_t len = strlen(text), width = 0;
    uint32_t letter = 0;
    size_t at = first_letter(text, len, &letter, &width);
    if (at == len)
        return arena_strdup(a, text);
    struct buf out = buf_new(a);
    buf_add(&out, text, at);
    buf_utf8(&out, (uint32_t)u_totitle((UChar32)letter));
    buf_str(&out, text + at + width);
    return out.at;
}

void lang_libraries(struct arena *a, struct libraries *l)
{
    UVersionInfo version;
    char text[U_MAX_VERSION_STRING_LENGTH];
    u_getVersion(version);
    u_versionToString(version, text);
    library_add(a, l, "icu", text);
    u_getUnicodeVersion(version);
    u_versionToString(version, text);
    library_add(a, l, "unicode", text);
}
