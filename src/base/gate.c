/* gate.c -- in: bytes that somebody gave; out: text for a record, or why not. */
#include "base/gate.h"

#include "base/character.h"
#include "base/utf8.h"

#include <string.h>

/* U+034F parts two letters that Welsh would sort as one (docs/writing.md). */
bool gate_lets_in(uint32_t c, enum gate_kind kind)
{
    if (c == '\n' || c == '\t')
        return kind == GATE_TEXT;
    return character_allowed(c) && (character_seen(c) || c == 0x034F);
}

static const char *fault_of(struct arena *a, const char *text, size_t len,
                            enum gate_kind kind)
{
    size_t valid = utf8_valid_len(text, len), width;
    if (valid < len)
        return arena_printf(a, "byte %02X, which is not UTF-8",
                            (unsigned)(unsigned char)text[valid]);
    for (size_t at = 0; at < len; at += width) {
        uint32_t c = utf8_decode(text + at, len - at, &width);
        if (!gate_lets_in(c, kind))
            return arena_printf(a, "%s; take it out",
                                c == '\n' ? "an end of a line" : character_name(a, c));
    }
    return NULL;
}

const char *gate_pass(struct arena *a, const char *text, enum gate_kind kind,
                      const char **wrong)
{
    const size_t most = kind == GATE_LINE ? GATE_LINE_MOST : GATE_TEXT_MOST;
    size_t len = strlen(text);
    *wrong = fault_of(a, text, len, kind);
    if (*wrong == NULL && utf8_count(text, len) > most)
        *wrong = arena_printf(a, "%zu characters, and at most %zu are taken",
                              utf8_count(text, len), most);
    return *wrong == NULL ? character_nfc(a, text, len, &len) : NULL;
}
