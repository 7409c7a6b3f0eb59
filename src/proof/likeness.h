/* likeness.h -- how near the words around a number are to those of a question.  Words are
 * near when they begin alike ("plan", "planning"), and tell the more the fewer questions
 * have them. */
#ifndef PROOF_LIKENESS_H
#define PROOF_LIKENESS_H

#include "model/bare.h"

struct asked_word {
    const char *at;
    size_t len;
    int weight; /* 1 to 6 */
};

/* The words of a question, of one of its answers, of a part; each once. */
struct asked_words {
    ARRAY(struct asked_word) all;
};
/* Adds those of a text that lives as long as `to`. */
void asked_words_add(struct arena *a, struct asked_words *to, const char *text);
/* Weighs all: the more, the fewer of them have a word, and the fewer paragraphs of the
 * report. */
void asked_words_weigh(struct arena *a, struct asked_words *const *all, size_t count,
                       const struct bare_texts *texts);

/* The words around a number, each with how near it is: of its clause, of the sentence, of
 * the paragraph before. */
enum { NEAR_PARAGRAPH = 1, NEAR_SENTENCE = 2, NEAR_CLAUSE = 4 };
struct near_word {
    const char *at;
    size_t len;
    int near;
};
struct near_words {
    ARRAY(struct near_word) all;
};
/* Of the number `at` of a list; where a term is its letters ("RMP"), with the words that
 * these stand for. */
struct near_words near_words_of(struct arena *a, const struct programme *p, enum lang l,
                                const struct bare_list *numbers, size_t at);

/* How near they are: the weights of the words that both have, as near as these are.
 * `least`: the nearness that counts; `but`: words that do not, or NULL. */
int likeness(const struct asked_words *asked, const struct near_words *near, int least,
             const struct asked_words *but);

/* The sentence of a paragraph that byte `at` is in. */
struct word_extent {
    size_t from, to;
};
struct word_extent sentence_at(const char *words, size_t at);

#endif
