/* fixed.c -- what stands beside the tree: the metadata, and the words that layout itself
 * sets, some of which differ from stage to stage. */
#include "compose/work.h"

#include <string.h>

static const char *const LAYOUT_KEYS[LAYOUT_WORD_COUNT] = {
#define X(id, key) [LAYOUT_##id] = (key),
    LAYOUT_WORDS(X)
#undef X
};

/* From the first of these on, words belong to a stage. */
#define STAGE_WORDS LAYOUT_MARKING

/* A plural among them follows the number of queries. */
static const char *with_args(struct work *w, const char *key, const struct element *args)
{
    struct element *into = element_new(w->a, EL_P, (struct pos){0});
    struct sink to = sink_of(into);
    long queries = (long)w->queries;
    expand_word(w, &to, key, &queries, args, into->pos);
    typography_set(w, into);
    return element_plain(w->a, into);
}

/* The stage's own wording, else the common one; a final has none, an embargo only its
 * own. */
static const char *stage_word(struct work *w, const char *key, const struct element *args)
{
    static const char *const names[] = {"proof", "draft", "embargo", ""};
    if (w->stage == STAGE_FINAL)
        return "";
    const char *own = arena_printf(w->a, "%s-%s", key, names[w->stage]);
    if (words_get(w->p->words, own) != NULL)
        return with_args(w, own, args);
    return w->stage == STAGE_EMBARGO ? "" : with_args(w, key, args);
}

static const char *published(struct work *w)
{
    const struct value *v = inspection_value(w->in, "published");
    return v != NULL ? lang_date(w->a, w->lang, v->date) : "";
}

void fixed_words(struct work *w, struct report *r, const char *hash)
{
    struct element *args = element_new(w->a, EL_WORD, (struct pos){0});
    const char *queries = lang_number(w->a, w->lang, (long)w->queries);
    element_append(args, with_text(w, "queries", queries));
    element_append(args, with_text(w, "hash", hash));
    element_append(args, with_text(w, "published", published(w)));
    for (size_t i = 0; i < LAYOUT_WORD_COUNT; i++)
        r->words[i] = i < STAGE_WORDS ? with_args(w, LAYOUT_KEYS[i], NULL)
                                      : stage_word(w, LAYOUT_KEYS[i], args->first);
}
