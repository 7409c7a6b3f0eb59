/* letters.c -- a Greek or Cyrillic letter in a word of Latin ones, or a word of such
 * letters as look like Latin ones: it looks right, and neither search nor a screen reader
 * finds the word.  In: a block; out: a warning for
 * each such word. */
#include "base/utf8.h"
#include "review/reviewing.h"

#include <string.h>

enum script { SCRIPT_NONE, SCRIPT_LATIN, SCRIPT_OTHER };

/* Letters that have Latin look-alikes come from these blocks. */
static enum script script_of(uint32_t c)
{
    bool ascii = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (ascii || (c >= 0xC0 && c <= 0x24F) || (c >= 0x1E00 && c <= 0x1EFF))
        return SCRIPT_LATIN;
    bool greek = (c >= 0x370 && c <= 0x3FF) || (c >= 0x1F00 && c <= 0x1FFF);
    bool other = greek || (c >= 0x400 && c <= 0x58F); /* Cyrillic, Armenian */
    return other ? SCRIPT_OTHER : SCRIPT_NONE;
}

/* Those of Greek and Cyrillic that nobody tells from Latin ones. */
static bool looks_latin(uint32_t c)
{
    static const uint32_t letters[] = {
        0x391, 0x392, 0x395, 0x396, 0x397, 0x399, 0x39A, 0x39C, 0x39D, 0x39F, 0x3A1,
        0x3A4, 0x3A5, 0x3A7, 0x3BF, 0x3BD, 0x405, 0x406, 0x408, 0x410, 0x412, 0x415,
        0x41A, 0x41C, 0x41D, 0x41E, 0x420, 0x421, 0x422, 0x423, 0x425, 0x430, 0x435,
        0x43E, 0x440, 0x441, 0x443, 0x445, 0x455, 0x456, 0x458,
    };
    for (size_t i = 0; i < LEN(letters); i++)
        if (letters[i] == c)
            return true;
    return false;
}

static void check_text(struct reviewing *r, const struct element *text)
{
    const char *s = text->text, *end = s + strlen(s), *word = s;
    bool latin = false, other = false, alike = true;
    while (s <= end) {
        size_t width = 1;
        uint32_t c = s < end ? utf8_decode(s, (size_t)(end - s), &width) : 0;
        enum script script = script_of(c);
        alike &= script != SCRIPT_OTHER || looks_latin(c);
        latin |= script == SCRIPT_LATIN;
        other |= script == SCRIPT_OTHER;
        if (script == SCRIPT_NONE) {
            if (other && (latin || alike))
                diag(r->d, DIAG_SCRIPT_MIXED, text->pos,
                     "%s\"%.*s\" has letters of %s; type the word again", place_of(r),
                     (int)(s - word), word,
                     latin ? "two alphabets" : "another alphabet that look like ours");
            latin = other = false;
            alike = true;
            word = s + width;
        }
        s += width;
    }
}

void letters_check(struct reviewing *r, const struct element *block)
{
    for (const struct element *c = block->first; c != NULL; c = c->next) {
        if (c->kind == EL_TEXT)
            check_text(r, c);
        else if (element_is_inline(c->kind) && c->kind != EL_NOTE)
            letters_check(r, c);
    }
}
