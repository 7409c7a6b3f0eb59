/* own_id.c -- a wording of a series, one for each section, criterion, headline or
 * judgement ("case-score-1", "case-score-2"), whose marks name another's id and not its
 * own.  In: a programme; out: a warning for each such wording. */
#include "review/review.h"

#include <string.h>

/* A list of ids, and which of them the wording at hand is called by. */
struct series {
    const char *const *ids;
    size_t count, own;
    enum lang lang;
    bool named, other; /* by its marks in that language: its own id; another */
};

static void take_mark(const struct inline_node *n, void *data)
{
    struct series *s = data;
    for (size_t word = 0; n->kind == INLINE_MARK && word < n->word_count; word++)
        for (size_t i = 0; i < s->count; i++)
            if (strcmp(n->words[word].text, s->ids[i]) == 0)
                *(i == s->own ? &s->named : &s->other) = true;
}

static void take_marks(struct series *s, const struct word *word)
{
    s->named = s->other = false;
    for (int form = 0; form < PLURAL_COUNT; form++)
        prose_walk(word->forms[s->lang][form].blocks, take_mark, s);
}

/* How long the key is before its id; 0: it ends in none. */
static size_t stem_of(struct series *s, const char *key)
{
    size_t len = strlen(key);
    for (s->own = 0; s->own < s->count; s->own++) {
        size_t id = strlen(s->ids[s->own]);
        if (len > id + 1 && key[len - id - 1] == '-' &&
            strcmp(key + len - id, s->ids[s->own]) == 0)
            return len - id;
    }
    return 0;
}

/* Whether another of the series prints what its own id names. */
static bool is_series(struct arena *a, const struct programme *p, struct series s,
                      const char *stem)
{
    const size_t own = s.own;
    for (s.own = 0; s.own < s.count; s.own++) {
        const struct word *like =
            s.own == own
                ? NULL
                : words_get(p->words, arena_printf(a, "%s%s", stem, s.ids[s.own]));
        if (like != NULL)
            take_marks(&s, like);
        if (like != NULL && s.named)
            return true;
    }
    return false;
}

static void check_ids(struct arena *a, struct diags *d, const struct programme *p,
                      const char *const *ids, size_t count)
{
    size_t words;
    const struct word *const *all = words_all(p->words, &words);
    struct series s = {.ids = ids, .count = count};
    for (size_t i = 0; i < words * LANG_COUNT; i++) {
        const struct word *word = all[i / LANG_COUNT];
        s.lang = (enum lang)(i % LANG_COUNT);
        size_t stem = stem_of(&s, word->key);
        if (stem == 0)
            continue;
        take_marks(&s, word);
        if (s.other && !s.named && is_series(a, p, s, arena_strndup(a, word->key, stem)))
            diag(d, DIAG_UNLIKE, word->pos,
                 "the marks of the wording %s name another, and never \"%s\"; are they "
                 "right?",
                 word->key, ids[s.own]);
    }
}

void review_ids(struct arena *a, struct diags *d, const struct programme *p)
{
    const char **bands = NEW_ARRAY(a, const char *, p->band_count + 1);
    for (size_t i = 0; i < p->band_count; i++)
        bands[i] = p->bands[i].id;
    check_ids(a, d, p, bands, p->band_count);
    for (enum level l = 0; l < LEVEL_COUNT; l++) {
        const char **ids = NEW_ARRAY(a, const char *, p->aspect_count[l] + 1);
        for (size_t i = 0; i < p->aspect_count[l]; i++)
            ids[i] = p->aspects[l][i].id;
        check_ids(a, d, p, ids, p->aspect_count[l]);
    }
}
