/* hyphen.c -- where a word may be cut with a hyphen: libhyphen, with the patterns that
 * stand beside the fonts.  In: what of a paragraph is wider than its line; out: levels.
 * The patterns are read when the first word asks, which is one wider than its line: in
 * most reports there is none. */
#include "base/bounds.h"
#include "base/file.h"
#include "base/utf8.h"
#include "text/inside.h"

#include <glib.h>
#include <hyphen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORD_HYPHENATED = 100 /* bytes */ };

static const char *patterns_name(enum lang l)
{
    return l == LANG_CY ? "hyph_cy.dic" : "hyph_en_GB.dic";
}

/* NULL when the file is not there or none of patterns, which is said. */
static struct _HyphenDict *patterns(struct faces *t, struct diags *d, enum lang l)
{
    if (t->patterns_read[l])
        return t->patterns[l];
    t->patterns_read[l] = true;
    const struct file *f =
        file_read_bytes(t->a, d, path_join(t->a, t->folder, patterns_name(l)), FONT_BYTES,
                        (struct pos){0});
    if (f == NULL)
        return NULL;
    FILE *in = fmemopen((void *)(uintptr_t)f->text, f->len, "r");
    if (in == NULL)
        out_of_memory();
    t->patterns[l] = hnj_hyphen_load_file(in);
    fclose(in);
    return t->patterns[l];
}

void hyphens_free(struct faces *t)
{
    for (int l = 0; l < LANG_COUNT; l++)
        if (t->patterns[l] != NULL)
            hnj_hyphen_free(t->patterns[l]);
}

/* An address and a name for machines mean something with each character, as a number
 * does. */
static bool no_word(const struct paragraph *p, size_t from, size_t to)
{
    while (from > 0 && p->text.at[from - 1] != ' ')
        from--;
    for (size_t i = from; i < to; i++)
        if (strchr("0123456789@_=\\", p->text.at[i]) != NULL ||
            (i + 2 < to && memcmp(p->text.at + i, "://", 3) == 0) ||
            (i + 3 < to && memcmp(p->text.at + i, "www.", 4) == 0))
            return true;
    return false;
}

/* The word in small letters, which the patterns are of; false where that has another
 * length, or it is too long. */
static bool word_small(const char *word, size_t len, char small[WORD_HYPHENATED])
{
    size_t at = 0, width, out = 0;
    if (len > WORD_HYPHENATED - 6)
        return false;
    for (; at < len && out <= len; at += width)
        out += (size_t)g_unichar_to_utf8(
            g_unichar_tolower(utf8_decode(word + at, len - at, &width)), small + out);
    return at == len && out == len;
}

/* libhyphen's answer is of characters: an odd digit is a place behind one. */
static void spread(const char *word, size_t len, const char *digits, bool *may)
{
    size_t character = 0;
    for (size_t i = 1; i < len; i++) {
        may[i] = (word[i] & 0xC0) != 0x80 && (digits[character] & 1) != 0;
        character += (word[i] & 0xC0) != 0x80;
    }
}

static void word_find(struct faces *t, struct diags *d, enum lang l, const char *word,
                      size_t len, bool *may)
{
    char small[WORD_HYPHENATED], digits[WORD_HYPHENATED] = {0};
    char **changed = NULL; /* German's "Schiff-fahrt": no language of ours has such */
    int *at = NULL, *cut = NULL;
    struct _HyphenDict *dict;
    if (!word_small(word, len, small) || (dict = patterns(t, d, l)) == NULL)
        return;
    hnj_hyphen_hyphenate3(dict, small, (int)len, digits, NULL, &changed, &at, &cut,
                          LETTERS_BESIDE, LETTERS_BESIDE, LETTERS_BESIDE, LETTERS_BESIDE);
    spread(word, len, digits, may);
    for (size_t i = 0; changed != NULL && i < len; i++)
        free(changed[i]);
    free(changed);
    free(at);
    free(cut);
}

/* Bytes of letters from `at` to at most `to`. */
static size_t letters_len(const struct paragraph *p, size_t at, size_t to)
{
    size_t len = 0, width;
    while (at + len < to &&
           g_unichar_isalpha(utf8_decode(p->text.at + at + len, to - at - len, &width)))
        len += width;
    return len;
}

/* Those of t->p, where they may change: what is kept of it stays as it was built. */
static unsigned char *own_levels(struct faces *t)
{
    const size_t len = t->p.break_level.len;
    if (t->p.break_level.at == t->levels.at || len == 0)
        return t->levels.at;
    t->levels.len = 0;
    array_reserve(t->a, &t->levels, len);
    memcpy(t->levels.at, t->p.break_level.at, len);
    return t->p.break_level.at = t->levels.at;
}

void hyphens_find(struct faces *t, struct diags *d, size_t from, size_t to)
{
    const struct paragraph *p = &t->p;
    if (no_word(p, from, to))
        return;
    unsigned char *levels = own_levels(t);
    for (size_t at = from, len; at<to; at += len> 0 ? len : 1) {
        bool may[WORD_HYPHENATED] = {false};
        len = letters_len(p, at, to);
        word_find(t, d, span_at(p, at)->lang, p->text.at + at, len, may);
        for (size_t i = 1; i < len && i < WORD_HYPHENATED; i++)
            if (may[i] && levels[at + i] == BREAK_NONE)
                levels[at + i] = BREAK_HYPHEN;
    }
}
