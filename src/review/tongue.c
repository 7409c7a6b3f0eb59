/* tongue.c -- a paragraph in the other language that does not say so: it is spoken with
 * the wrong sounds and hyphenated by the wrong rules.  In: a block; out: a warning. */
#include "review/reviewing.h"

#include "base/utf8.h"
#include "lang/lang.h"

#include <string.h>

struct tongue {
    const struct reviewing *r;
    size_t words, of[LANG_COUNT]; /* all; those of one language alone */
    const struct element *first;  /* text of them; NULL: none */
};

static void count_words(struct tongue *t, const struct element *e)
{
    for (const struct element *c = e->first; c != NULL; c = c->next) {
        char word[LANG_WORD];
        if (c->kind == EL_NOTE || c->set[AT_LANG] != 0)
            continue;
        count_words(t, c);
        if (c->kind != EL_TEXT || !is_of_author(t->r, c->pos))
            continue;
        t->first = t->first == NULL ? c : t->first;
        for (const char *s = c->text; (s = lang_word(s, word)) != NULL; t->words++)
            for (enum lang l = 0; l < LANG_COUNT; l++)
                t->of[l] += lang_has_word(l, word);
    }
}

/* In the report's language, as far as anything says. */
static bool is_unmarked(const struct reviewing *r, const struct element *e)
{
    for (; e != NULL; e = e->parent)
        if (e->set[AT_LANG] != 0)
            return element_lang(e, r->lang) == r->lang;
    return true;
}

void tongue_check(struct reviewing *r, const struct element *block)
{
    enum { LEAST = 6 }; /* words: a name or a title can be in any language */
    const enum lang other = r->lang == LANG_EN ? LANG_CY : LANG_EN;
    struct tongue t = {.r = r};
    count_words(&t, block);
    if (t.words < LEAST || t.of[other] < 2 || t.of[other] <= 3 * t.of[r->lang] ||
        !is_unmarked(r, block))
        return;
    const char *text = t.first->text;
    diag(r->d, DIAG_LANG_UNMARKED, t.first->pos,
         "%s\"%.*s ...\" looks like %s; write [words](lang:%s) around it, so that it is "
         "read aloud as such",
         place_of(r), (int)utf8_cut(text, strlen(text), 40), text,
         other == LANG_CY ? "Welsh" : "English", lang_code(other));
}
