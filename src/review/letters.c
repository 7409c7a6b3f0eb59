/* letters.c -- a Greek or Cyrillic letter in a word of Latin ones: it looks right, and
 * neither search nor a screen reader finds the word.  In: a block; out: a warning for
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

static void check_text(struct reviewing *r, const struct element *text)
{
    const char *s = text->text, *end = s + strlen(s), *word = s;
    bool latin = false, other = false;
    while (s <= end) {
        size_t width = 1;
        enum script script =
            s < end ? script_of(utf8_decode(s, (size_t)(end - s), &width)) : SCRIPT_NONE;
        latin |= script == SCRIPT_LATIN;
        other |= script == SCRIPT_OTHER;
        if (script == SCRIPT_NONE) {
            if (latin && other)
                diag(r->d, DIAG_SCRIPT_MIXED, text->pos,
                     "%s\"%.*s\" has letters of two alphabets; type the word again",
                     place_of(r), (int)(s - word), word);
            latin = other = false;
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
