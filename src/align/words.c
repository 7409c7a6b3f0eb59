/* words.c -- the words of a text as sorted numbers, and how many two texts share.
 * Capitals of ASCII do not count (the first word of a sentence may have moved),
 * punctuation neither. */
#include "align/work.h"

#include "base/array.h"
#include "base/map.h"
#include "base/word.h"

#include <stdlib.h>
#include <string.h>

struct align_table {
    struct arena *a;
    struct map *numbers; /* word to a long that lives in the arena */
    long size;
};

struct align_table *align_table_new(struct arena *a)
{
    struct align_table *t = NEW(a, struct align_table);
    t->a = a;
    t->numbers = map_new(a);
    return t;
}

long align_table_size(const struct align_table *t)
{
    return t->size;
}

static long word_number(struct align_table *t, const char *word)
{
    long *n = map_get(t->numbers, word);
    if (n == NULL) {
        n = NEW(t->a, long);
        *n = t->size++;
        map_put(t->numbers, word, n);
    }
    return *n;
}

static const char *folded(struct arena *a, const char *s, size_t len)
{
    char *word = arena_strndup(a, s, len);
    for (char *c = word; *c != '\0'; c++)
        if (*c >= 'A' && *c <= 'Z')
            *c = (char)(*c - 'A' + 'a');
    return word;
}

static int compare_numbers(const void *x, const void *y)
{
    long p = *(const long *)x, q = *(const long *)y;
    return (p > q) - (p < q);
}

struct align_words align_words(struct align_table *t, const char *text)
{
    ARRAY(long) words = {0};
    for (text += word_gap(text); *text != '\0'; text += word_gap(text)) {
        size_t len = word_len(text);
        *array_push(t->a, &words) = word_number(t, folded(t->a, text, len));
        text += len;
    }
    if (words.len > 1)
        qsort(words.at, words.len, sizeof *words.at, compare_numbers);
    return (struct align_words){words.at, words.len};
}

size_t align_common(struct align_words x, struct align_words y)
{
    size_t i = 0, j = 0, common = 0;
    while (i < x.len && j < y.len) {
        long difference = x.at[i] - y.at[j];
        common += difference == 0;
        i += difference <= 0;
        j += difference >= 0;
    }
    return common;
}

int align_share(size_t common, struct align_words x, struct align_words y)
{
    if (x.len + y.len == 0)
        return 0;
    int share = (int)(2000 * common / (x.len + y.len));
    return share < 1000 ? share : 999;
}

int align_likeness(struct arena *a, const char *x, const char *y)
{
    if (strcmp(x, y) == 0)
        return 1000;
    struct align_table *t = align_table_new(a);
    struct align_words p = align_words(t, x), q = align_words(t, y);
    return align_share(align_common(p, q), p, q);
}
