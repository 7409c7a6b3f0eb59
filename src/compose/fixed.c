/* fixed.c -- what stands beside the tree: the metadata, and the words that layout itself
 * sets, some of which differ from stage to stage. */
#include "compose/work.h"

#include <string.h>

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

static const char *const STAGES[] = {"proof", "provisional", "draft", "embargo", ""};

/* One that a house need not have: no page of a PDF uses it, but in large print. */
static bool is_optional(enum layout_word word)
{
    return word == LAYOUT_SCORE || word == LAYOUT_LICENCE || word == LAYOUT_LARGE ||
           word == LAYOUT_LARGE_TITLE ||
           (word >= LAYOUT_WEB_SKIP && word <= LAYOUT_WEB_OTHER);
}

static const char *optional_word(struct work *w, const char *key)
{
    return words_get(w->p->words, key) != NULL ? with_args(w, key, NULL) : "";
}

/* The wording of a stage, "KEY-draft"; of a copy that is nobody's "KEY-draft-preview"
 * where there is one.  NULL: there is none. */
static const char *own_key(struct work *w, const char *key)
{
    const char *own = arena_printf(w->a, "%s-%s", key, STAGES[w->stage]);
    const char *preview = arena_printf(w->a, "%s-preview", own);
    if (!stamp_is_addressed(w) && words_get(w->p->words, preview) != NULL)
        return preview;
    return words_get(w->p->words, own) != NULL ? own : NULL;
}

/* The stage's own wording, else the common one; a final has none, an embargo only its
 * own. */
static const char *stage_word(struct work *w, const char *key, bool common,
                              const struct element *args)
{
    if (w->stage == STAGE_FINAL)
        return "";
    const char *own = own_key(w, key);
    if (own != NULL)
        return with_args(w, own, args);
    return common && w->stage != STAGE_EMBARGO ? with_args(w, key, args) : "";
}

/* "... (draft 2)": the stage is said wherever a program shows the file's title. */
static const char *stage_title(struct work *w, const char *title, struct element *args)
{
    const char *key = report_word_key(REPORT_WORD_STAGE_TITLE);
    element_append(args, with_text(w, "title", title));
    const char *own = w->stage == STAGE_FINAL ? NULL : own_key(w, key);
    return own != NULL ? with_args(w, own, args->first) : title;
}

void fixed_words(struct work *w, struct report *r, const char *hash)
{
    struct element *args = element_new(w->a, EL_WORD, (struct pos){0});
    const char *queries = lang_number(w->a, w->lang, (long)w->queries);
    element_append(args, with_text(w, "queries", queries));
    element_append(args, with_text(w, "hash", hash));
    stamp_args(w, args);
    for (enum layout_word i = 0; i < LAYOUT_WORD_COUNT; i++)
        r->words[i] = is_optional(i)    ? optional_word(w, layout_word_key(i))
                      : i < STAGE_WORDS ? with_args(w, layout_word_key(i), NULL)
                                        : stage_word(w, layout_word_key(i),
                                                     i != LAYOUT_BAND, args->first);
    r->title = stage_title(w, r->plain_title, args);
}
