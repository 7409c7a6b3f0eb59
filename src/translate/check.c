/* check.c -- the words of a translation held against the English: numbers, characters,
 * length, and whether it is translated.  In: both; out: what is wrong.  Reads no Welsh.
 */
#include "translate/check.h"

#include "base/array.h"
#include "base/ascii.h"
#include "base/utf8.h"
#include "translate/sentence.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>

/* ---- numbers ---- */

struct number_list {
    ARRAY(const char *) all;
};

/* "1,451" and "2.5" are a number each; a comma or stop behind one is not part of it. */
static size_t number_length(const char *s)
{
    size_t len = 0;
    while (is_digit(s[len]) || ((s[len] == ',' || s[len] == '.') && is_digit(s[len + 1])))
        len++;
    return len;
}

static int by_text(const void *x, const void *y)
{
    return strcmp(*(const char *const *)x, *(const char *const *)y);
}

/* Sorted, each once. */
static struct number_list numbers_in(struct arena *a, const char *s)
{
    struct number_list n = {0};
    while (*s != '\0') {
        size_t len = is_digit(*s) ? number_length(s) : 0;
        if (len > 0)
            *array_push(a, &n.all) = arena_strndup(a, s, len);
        s += len > 0 ? len : 1;
    }
    if (n.all.len > 0)
        qsort(n.all.at, n.all.len, sizeof *n.all.at, by_text);
    size_t kept = 0;
    for (size_t i = 0; i < n.all.len; i++)
        if (kept == 0 || strcmp(n.all.at[kept - 1], n.all.at[i]) != 0)
            n.all.at[kept++] = n.all.at[i];
    n.all.len = kept;
    return n;
}

/* Those of `x` that `y` does not have. */
static const char *only_in(struct arena *a, struct number_list x, struct number_list y)
{
    struct buf out = buf_new(a);
    for (size_t i = 0, j = 0; i < x.all.len; i++) {
        while (j < y.all.len && strcmp(y.all.at[j], x.all.at[i]) < 0)
            j++;
        if (j == y.all.len || strcmp(y.all.at[j], x.all.at[i]) != 0)
            buf_printf(&out, "%s%s", out.len > 0 ? ", " : "", x.all.at[i]);
    }
    return out.at;
}

static bool numbers_fit(struct arena *a, const struct fault_of *f, const char *english,
                        const char *welsh)
{
    struct number_list en = numbers_in(a, english), cy = numbers_in(a, welsh);
    const char *lost = only_in(a, en, cy), *added = only_in(a, cy, en);
    if (lost[0] == '\0' && added[0] == '\0')
        return true;
    diag(f->d, DIAG_XLIFF_NUMBERS, f->pos, "in unit %s (%s) %s%s%s%s%s", f->unit, f->path,
         lost, lost[0] != '\0' ? " is missing" : "",
         lost[0] != '\0' && added[0] != '\0' ? ", " : "", added,
         added[0] != '\0' ? " is not in the English" : "");
    return false;
}

/* ---- letters and length ---- */

/* "d?r" and "dÅµr" of "dŵr": what other encodings than UTF-8 make of letters that they do
 * not have.  Bytes of such a place at `s`; 0: none. */
static size_t spoilt_length(const char *s, uint32_t before)
{
    size_t len = strnlen(s, 8), first, second; /* two characters */
    uint32_t c = utf8_decode(s, len, &first);
    uint32_t next = len > first ? utf8_decode(s + first, len - first, &second) : 0;
    if (c == '?')
        return u_isalpha((UChar32)before) && u_isalpha((UChar32)next) ? first : 0;
    bool halves = (c >= 0xC2 && c <= 0xC5 && next > 0xA0 && next <= 0xBF) ||
                  (c == 0xE2 && next == 0x20AC);
    return halves ? first + second : 0;
}

static const char *find_spoilt(const char *s, size_t *len)
{
    uint32_t before = 0;
    size_t width;
    for (; *s != '\0'; s += width) {
        *len = spoilt_length(s, before);
        if (*len > 0)
            return s;
        before = utf8_decode(s, strnlen(s, 4), &width);
    }
    return NULL;
}

/* "&#39;" and "&amp;" of a tool that wrote references twice: bytes of the first; 0: none.
 */
static size_t reference(const char *s, const char **at)
{
    for (s = strchr(s, '&'); s != NULL; s = strchr(s + 1, '&')) {
        size_t len = 1 + strspn(s + 1, "#0123456789abcdefghijklmnopqrstuvwxyzABCDEF");
        *at = s;
        if (len > 2 && s[len] == ';')
            return len + 1;
    }
    return 0;
}

static bool no_reference(const struct fault_of *f, const char *english, const char *welsh)
{
    const char *at, *none;
    size_t len = reference(welsh, &at);
    if (len == 0 || reference(english, &none) > 0)
        return true;
    diag(f->d, DIAG_XLIFF_CHARACTER, f->pos,
         "\"%.*s\" stands for a character in unit %s (%s); type the character itself",
         (int)len, at, f->unit, f->path);
    return false;
}

/* "<b>" and "</g>", which a tool left among the words. */
static bool no_tags(struct arena *a, const struct fault_of *f, const char *english,
                    const char *welsh)
{
    bool none = true;
    for (const char *s = strchr(welsh, '<'); s != NULL; s = strchr(s + 1, '<')) {
        size_t len = strcspn(s, ">");
        const char *name = s + 1 + (s[1] == '/');
        const char *tag = arena_strndup(a, s, len + 1);
        if (s[len] != '>' || !isalpha((unsigned char)*name) ||
            strstr(english, tag) != NULL)
            continue;
        none = false;
        diag(f->d, DIAG_XLIFF_CODES, f->pos,
             "\"%s\", a tag among the words; take it out, or put the code there that it "
             "stands for, in unit %s (%s)",
             tag, f->unit, f->path);
    }
    return none;
}

/* Letters lost, but where the English looks like it as well, as an address with "?". */
bool letters_whole(const struct fault_of *f, const char *english, const char *welsh)
{
    size_t len, none;
    const char *spoilt = find_spoilt(welsh, &len);
    if (spoilt == NULL || find_spoilt(english, &none) != NULL)
        return true;
    diag(f->d, DIAG_XLIFF_CHARACTER, f->pos,
         "a letter was lost, and \"%.*s\" is in its place, in unit %s (%s); the file was "
         "saved otherwise than in UTF-8: begin with the last one that has its letters",
         (int)len, spoilt, f->unit, f->path);
    return false;
}

static bool length_fits(const struct fault_of *f, const char *welsh, long max)
{
    size_t len = utf8_count(welsh, strlen(welsh));
    if (max == 0 || len <= (size_t)max)
        return true;
    diag(f->d, DIAG_XLIFF_LENGTH, f->pos,
         "unit %s (%s) has %zu characters; there is room for %ld", f->unit, f->path, len,
         max);
    return false;
}

/* ---- translated at all ---- */

/* The words that are not marked as Welsh already. */
static const char *outside_welsh(struct arena *a, struct content c)
{
    struct buf out = buf_new(a);
    const char *inside = NULL; /* id of the pair that we are in */
    for (size_t i = 0; i < c.count; i++) {
        const struct code *code = &c.at[i];
        if (inside != NULL && code->kind == CODE_CLOSE && strcmp(code->id, inside) == 0)
            inside = NULL;
        else if (inside == NULL && code->kind == CODE_OPEN && code->node != NULL &&
                 code->node->kind == INLINE_LANG && strcmp(code->node->text, "cy") == 0)
            inside = code->id;
        else if (inside == NULL && code->kind == CODE_TEXT)
            buf_str(&out, code->text);
    }
    return out.at;
}

static bool is_translated(struct arena *a, const struct fault_of *f,
                          struct content english, const char *en, const char *cy)
{
    if (strcmp(en, cy) != 0 || all_names(outside_welsh(a, english)))
        return true;
    diag(f->d, DIAG_XLIFF_SAME, f->pos,
         "unit %s (%s) is the English text; if it is to stay as it is, give it the state "
         "\"final\", or write [words](lang:en) around what is quoted",
         f->unit, f->path);
    return false;
}

bool words_fit(struct arena *a, const struct fault_of *f, struct content english,
               struct content welsh, long max, bool final)
{
    const char *en = content_words(a, english), *cy = content_words(a, welsh);
    bool numbers = numbers_fit(a, f, en, cy), length = length_fits(f, cy, max);
    bool translated = final || is_translated(a, f, english, en, cy);
    bool whole = letters_whole(f, en, cy) && no_reference(f, en, cy);
    return no_tags(a, f, en, cy) && numbers && length && translated && whole;
}
