/* wording.c -- fixed wording by key: found in words.yaml, in the plural form that a count
 * asks for, and put into the report.  Says what is unknown, missing in the language, or
 * not reviewed. */
#include "compose/work.h"

#include <string.h>

static void say_unknown(struct work *w, const char *key, struct pos pos)
{
    size_t count = 0;
    const struct word *const *all = words_all(w->p->words, &count);
    const char **names = NEW_ARRAY(w->a, const char *, count + 1);
    for (size_t i = 0; i < count; i++)
        names[i] = all[i]->key;
    const char *near = nearest_name(key, names, count);
    const char *hint = near != NULL ? arena_printf(w->a, "did you mean %s?", near)
                                    : "add it to words.yaml";
    diag(w->d, DIAG_WORD_UNKNOWN, pos, "\"%s\"; %s", key, hint);
}

void reviewed_check(struct work *w, const bool reviewed[LANG_COUNT], const char *what,
                    struct pos pos)
{
    bool published = w->stage == STAGE_FINAL || w->stage == STAGE_EMBARGO;
    if (!published || reviewed[w->lang] || w->in->made_up)
        return;
    if (map_put(w->said, what, w) == NULL)
        diag(
            w->d, DIAG_WORD_UNREVIEWED, pos,
            "%s in language %s; have it read, then add %s to its `reviewed:`, or say who "
            "takes it as it is under `accepted:`",
            what, lang_code(w->lang), lang_code(w->lang));
}

/* The form for a count; NULL, and said, when the language has none. */
static const struct wording *word_form(struct work *w, const struct word *word,
                                       const long *count)
{
    enum plural form = PLURAL_OTHER;
    if (word->plural[w->lang] && count != NULL)
        form = lang_plural(w->lang, *count);
    const struct wording *found = &word->forms[w->lang][form];
    if (found->blocks == NULL)
        found = &word->forms[w->lang][PLURAL_OTHER];
    if (!word->given[w->lang]) {
        diag(w->d, DIAG_WORD_MISSING, word->pos, "%s has no %s:", word->key,
             lang_code(w->lang));
        return NULL;
    }
    reviewed_check(w, word->reviewed, word->key, word->pos);
    return found;
}

/* A mark looked for in a wording. */
struct arg_sought {
    const char *name;
    bool found;
};

static void arg_seek(const struct inline_node *n, void *data)
{
    struct arg_sought *s = data;
    s->found = s->found || (n->kind == INLINE_MARK && n->word_count > 1 &&
                            strcmp(n->words[0].text, "arg") == 0 &&
                            strcmp(n->words[1].text, s->name) == 0);
}

/* Whether the template chooses among wordings, which need not all print the same. */
static bool is_chosen(struct pos pos)
{
    if (pos.file == NULL)
        return false;
    const char *tag = pos.file->text + pos.at, *key = strstr(tag, " key=\"");
    return key != NULL && key < tag + strcspn(tag, ">") &&
           key[6 + strcspn(key + 6, "\"{")] == '{';
}

/* Says what a template hands to a wording that none of its forms prints. */
static void args_check(struct work *w, const struct word *word,
                       const struct element *with, struct pos pos)
{
    if (is_chosen(pos))
        return;
    for (; with != NULL; with = with->next) {
        struct arg_sought s = {with->at[AT_NAME], false};
        for (enum plural p = 0; p < PLURAL_COUNT; p++)
            prose_walk(word->forms[w->lang][p].blocks, arg_seek, &s);
        if (!s.found && with->pos.file != NULL)
            diag(w->d, DIAG_NEVER_USED, word->pos,
                 "%s has no ((arg %s)), which a template hands to it; print it, or let "
                 "the template keep it",
                 word->key, s.name);
    }
}

void expand_word(struct work *w, struct sink *to, const char *key, const long *count,
                 const struct element *with, struct pos pos)
{
    const struct word *word = words_get(w->p->words, key);
    if (word == NULL) {
        say_unknown(w, key, pos);
        return;
    }
    if (map_put(w->worded, word->key, w) == NULL)
        *array_push(w->a, &w->keys) = word->key;
    const struct wording *form = word_form(w, word, count);
    if (form != NULL && w->in->made_up)
        args_check(w, word, with, pos);
    if (form != NULL)
        expand_blocks(w, to, form->blocks, with);
}

bool word_into(struct work *w, struct element *into, const char *key,
               const struct element *with, bool required)
{
    if (!required && words_get(w->p->words, key) == NULL)
        return false;
    struct sink to = sink_of(into);
    expand_word(w, &to, key, NULL, with, into->pos);
    return into->first != NULL;
}

void word_count_into(struct work *w, struct element *into, const char *key, long n)
{
    struct sink to = sink_of(into);
    const char *number = lang_number(w->a, w->lang, n);
    expand_word(w, &to, key, &n, with_text(w, "n", number), into->pos);
}

const char *word_plain(struct work *w, const char *key, bool required)
{
    struct element *into = element_new(w->a, EL_P, (struct pos){0});
    word_into(w, into, key, NULL, required);
    return element_plain(w->a, into);
}

const char *word_plain_n(struct work *w, const char *key, const char *n)
{
    struct element *into = element_new(w->a, EL_P, (struct pos){0});
    word_into(w, into, key, with_text(w, "n", n), true);
    return element_plain(w->a, into);
}

struct element *with_text(struct work *w, const char *name, const char *text)
{
    struct element *with = element_new(w->a, EL_WITH, (struct pos){0});
    with->at[AT_NAME] = name;
    element_text(w->a, with, text, (struct pos){0});
    return with;
}
