/* likeness.c -- words of a text beside those of questions.  In: texts; out: points. Knows
 * no language: words of one are compared by how they begin. */
#include "proof/likeness.h"

#include "base/word.h"

#include <ctype.h>
#include <string.h>

/* So many bytes alike make two words one, fewer when one of them has no more. */
enum { ALIKE = 5, ALIKE_SHORT = 4, WEIGHT_MOST = 6 };

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* Short ones are in every sentence, unless they are letters that stand for words. */
static bool tells(const char *s, size_t len)
{
    return len >= ALIKE_SHORT || (len >= 2 && is_capital(s[0]) && is_capital(s[len - 1]));
}

static int lower(char c)
{
    return tolower((unsigned char)c);
}

static bool same_word(const char *x, size_t x_len, const char *y, size_t y_len)
{
    size_t shorter = x_len < y_len ? x_len : y_len, alike = 0;
    while (alike < shorter && lower(x[alike]) == lower(y[alike]))
        alike++;
    if (shorter < ALIKE_SHORT)
        return x_len == y_len && alike == shorter;
    return alike >= ALIKE || alike == shorter;
}

/* ---- what is asked ---- */

static bool has(const struct asked_words *words, const char *s, size_t len)
{
    for (size_t i = 0; i < words->all.len; i++)
        if (same_word(words->all.at[i].at, words->all.at[i].len, s, len))
            return true;
    return false;
}

/* Bytes of the word at `s` up to the hyphen in it: names are words with hyphens. */
static size_t piece_len(const char *s)
{
    size_t len = word_len(s), piece = 0;
    while (piece < len && s[piece] != '-')
        piece++;
    return piece;
}

void asked_words_add(struct arena *a, struct asked_words *to, const char *text)
{
    for (const char *s = text + word_gap(text); *s != '\0'; s += word_gap(s)) {
        size_t len = piece_len(s);
        bool letters = len >= 2 && len < ALIKE_SHORT; /* "rmp" of a name */
        if ((tells(s, len) || letters) && !has(to, s, len))
            *array_push(a, &to->all) = (struct asked_word){s, len, 1};
        s += len;
    }
}

static int weight_of(size_t having, size_t count)
{
    int weight = 1;
    for (; weight < WEIGHT_MOST && having * 2 <= count; having *= 2)
        weight++;
    return weight;
}

/* In how many of some texts a word is, by how it begins. */
struct frequencies {
    struct arena *a;
    struct map *counts; /* struct frequency by its first letters */
    size_t texts;
};
struct frequency {
    size_t count, last; /* the text that it was found in last, from 1 */
};

static const char *word_key(struct arena *a, const char *s, size_t len)
{
    char *key = arena_strndup(a, s, len < ALIKE ? len : ALIKE);
    for (char *c = key; *c != '\0'; c++)
        *c = (char)lower(*c);
    return key;
}

static void count_word(struct frequencies *f, const char *s, size_t len)
{
    const char *key = word_key(f->a, s, len);
    struct frequency *one = map_get(f->counts, key);
    if (one == NULL)
        map_put(f->counts, key, one = NEW(f->a, struct frequency));
    if (one->last != f->texts)
        one->count++;
    one->last = f->texts;
}

static size_t frequency_of(const struct frequencies *f, const struct asked_word *w)
{
    const struct frequency *one = map_get(f->counts, word_key(f->a, w->at, w->len));
    return one != NULL ? one->count : 1;
}

static struct frequencies frequencies_of(struct arena *a, const struct bare_texts *texts)
{
    struct frequencies f = {.a = a, .counts = map_new(a)};
    for (size_t i = 0; i < texts->all.len; i++) {
        const char *s = texts->all.at[i]->words;
        f.texts++;
        for (s += word_gap(s); *s != '\0'; s += word_gap(s)) {
            size_t len = piece_len(s);
            count_word(&f, s, len);
            s += len;
        }
    }
    return f;
}

void asked_words_weigh(struct arena *a, struct asked_words *const *all, size_t count,
                       const struct bare_texts *texts)
{
    struct frequencies asked = {.a = a, .counts = map_new(a)};
    struct frequencies written = frequencies_of(a, texts);
    for (size_t i = 0; i < count; i++) {
        asked.texts++;
        for (size_t k = 0; k < all[i]->all.len; k++)
            count_word(&asked, all[i]->all.at[k].at, all[i]->all.at[k].len);
    }
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < all[i]->all.len; k++) {
            struct asked_word *w = &all[i]->all.at[k];
            int rare = weight_of(frequency_of(&asked, w), asked.texts);
            int here = weight_of(frequency_of(&written, w), written.texts);
            w->weight = rare < here ? rare : here;
        }
}

/* ---- what stands around a number ---- */

/* A small letter goes on: "the What do you think? form". */
static bool is_sentence_end(const char *words, size_t at)
{
    return strchr(".?!", words[at]) != NULL && words[at + 1] == ' ' &&
           !islower((unsigned char)words[at + 2]);
}

struct word_extent sentence_at(const char *words, size_t at)
{
    struct word_extent e = {at, at};
    while (e.from > 0 && !(e.from > 1 && words[e.from - 1] == ' ' &&
                           is_sentence_end(words, e.from - 2)))
        e.from--;
    while (words[e.to] != '\0' && !is_sentence_end(words, e.to))
        e.to++;
    return e;
}

static struct word_extent between_semicolons(const char *words, const struct bare *b,
                                             struct word_extent sentence)
{
    struct word_extent e = sentence;
    for (size_t i = e.from; i < b->from; i++)
        if (words[i] == ';')
            e.from = i + 1;
    for (size_t i = e.to; i > b->to; i--)
        if (words[i] == ';')
            e.to = i;
    return e;
}

/* The words that belong to the number: up to the numbers beside it; where it stands in
 * brackets, those before it. */
static struct word_extent clause_of(const struct bare_list *numbers, size_t at,
                                    struct word_extent stretch)
{
    const struct bare *b = &numbers->all.at[at];
    struct word_extent e = stretch;
    if (at > 0 && b[-1].in == b->in && b[-1].to > e.from)
        e.from = b[-1].to;
    if (at + 1 < numbers->all.len && b[1].in == b->in && b[1].from < e.to)
        e.to = b[1].from;
    if (b->from > 0 && b->in->words[b->from - 1] == '(')
        e.to = b->to;
    return e;
}

static const char *expansion_of(const struct programme *p, enum lang l, const char *s,
                                size_t len)
{
    for (size_t i = 0; i < p->term_count; i++) {
        const char *term = p->terms[i].term[l];
        if (term != NULL && p->terms[i].expansion[l] != NULL && strlen(term) == len &&
            memcmp(term, s, len) == 0)
            return p->terms[i].expansion[l];
    }
    return NULL;
}

static void add_near(struct arena *a, struct near_words *to, const char *s, size_t len,
                     int near)
{
    if (tells(s, len))
        *array_push(a, &to->all) = (struct near_word){s, len, near};
}

static void add_expansion(struct arena *a, struct near_words *to, const char *text,
                          int near)
{
    for (const char *s = text; s != NULL && *s != '\0'; s += word_gap(s)) {
        size_t len = word_len(s);
        add_near(a, to, s, len, near);
        s += len;
    }
}

/* "RMPs" is "RMP". */
static size_t letters_len(const char *s, size_t len)
{
    return len > 2 && s[len - 1] == 's' && is_capital(s[len - 2]) ? len - 1 : len;
}

struct near_words near_words_of(struct arena *a, const struct programme *p, enum lang l,
                                const struct bare_list *numbers, size_t at)
{
    struct near_words out = {0};
    const struct bare *b = &numbers->all.at[at];
    const char *words = b->in->words;
    struct word_extent sentence = sentence_at(words, b->from);
    struct word_extent stretch = between_semicolons(words, b, sentence);
    struct word_extent clause = clause_of(numbers, at, stretch);
    for (size_t i = word_gap(words); i < sentence.to && words[i] != '\0';) {
        size_t len = piece_len(words + i), letters = letters_len(words + i, len);
        int near = i >= clause.from && i < clause.to     ? NEAR_CLAUSE
                   : i >= stretch.from && i < stretch.to ? NEAR_SENTENCE
                                                         : NEAR_PARAGRAPH;
        add_near(a, &out, words + i, letters, near);
        if (letters >= 2 && is_capital(words[i]))
            add_expansion(a, &out, expansion_of(p, l, words + i, letters), near);
        i += len;
        i += word_gap(words + i);
    }
    return out;
}

int likeness(const struct asked_words *asked, const struct near_words *near, int least,
             const struct asked_words *but)
{
    int points = 0;
    for (size_t i = 0; i < asked->all.len; i++) {
        const struct asked_word *w = &asked->all.at[i];
        int nearest = 0;
        if (but != NULL && has(but, w->at, w->len))
            continue;
        for (size_t k = 0; k < near->all.len && nearest < NEAR_CLAUSE; k++) {
            const struct near_word *n = &near->all.at[k];
            if (n->near > nearest && n->near >= least &&
                same_word(w->at, w->len, n->at, n->len))
                nearest = n->near;
        }
        points += w->weight * nearest;
    }
    return points;
}
