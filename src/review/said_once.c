/* said_once.c -- fixed wording that repeats what programme.yaml or another wording says:
 * a title, the limits of a judgement, how many questions there are, an address.  What is
 * said twice parts some day.  In: a programme; out: a warning for each such wording. */
#include "review/review.h"

#include "model/bare_tokens.h"

#include <stdlib.h>
#include <string.h>

enum { TITLE_BLANKS = 2 }; /* of a title that nothing else would be taken for */

struct wordings {
    struct arena *a;
    struct diags *d;
    const struct programme *p;
    enum lang lang;
    const struct word *word;
    const struct wording *form;
};

static void say_twice(const struct wordings *s, const char *what, const char *mark)
{
    diag(s->d, DIAG_SAID_TWICE, s->form->pos,
         "%s: \"%s\" in language %s; let %s print it", s->word->key, what,
         lang_code(s->lang), mark);
}

static size_t count_blanks(const char *text)
{
    size_t count = 0;
    for (; *text != '\0'; text++)
        count += *text == ' ';
    return count;
}

static void titles_check(const struct wordings *s, const char *text)
{
    for (int level = 0; level < LEVEL_COUNT; level++)
        for (size_t i = 0; i < s->p->aspect_count[level]; i++) {
            const struct aspect *one = &s->p->aspects[level][i];
            const char *title = prose_plain(s->a, one->title.in[s->lang]);
            if (count_blanks(title) >= TITLE_BLANKS && strstr(text, title) != NULL) {
                say_twice(s, title,
                          arena_printf(s->a, "((programme title %s))", one->id));
                return;
            }
        }
}

/* ---- limits and counts: what the house's patterns know ---- */

static bool is_limit(const struct programme *p, const char *value)
{
    long number = strtol(value, NULL, 10);
    for (size_t i = 0; i < p->band_count; i++)
        if (p->bands[i].from == number || p->bands[i].to == number)
            return true;
    return false;
}

static bool holds_limit(const struct wordings *s, const struct bare_tokens *t,
                        size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (t->all.at[i].kind == TOKEN_NUMBER && is_limit(s->p, t->all.at[i].value))
            return true;
    return false;
}

static void check_patterns(const struct wordings *s, const char *text,
                           const struct bare_rule *rule, bool limits, const char *mark)
{
    struct bare_tokens t = bare_cut(s->a, s->p->review_rules->words, s->lang, text);
    for (size_t i = 0; i < t.all.len; i++)
        for (size_t k = 0; k < rule->patterns[s->lang].len; k++) {
            size_t end = bare_match(&rule->patterns[s->lang].at[k], &t, i);
            if (end == 0 || (limits && !holds_limit(s, &t, i, end)))
                continue;
            size_t from = t.all.at[i].from, to = t.all.at[end - 1].to;
            say_twice(s, arena_strndup(s->a, text + from, to - from), mark);
            break;
        }
}

/* ---- other wordings ---- */

static const char *wording_plain(const struct wordings *s, const struct wording *form)
{
    struct buf out = buf_new(s->a);
    for (const struct block *b = form->blocks; b != NULL; b = b->next) {
        if (b->inlines != NULL)
            buf_printf(&out, "%s\n", prose_plain(s->a, b->inlines));
        const struct wording inner = {.blocks = b->child};
        if (b->child != NULL)
            buf_str(&out, wording_plain(s, &inner));
    }
    return out.at;
}

static void check_once(const struct wordings *s, const char *text)
{
    const struct review_rules *rules = s->p->review_rules;
    for (size_t i = 0; i < rules->once_count; i++) {
        size_t len = strlen(rules->once[i]);
        if (strncmp(s->word->key, rules->once[i], len) == 0)
            return; /* one of them itself, or another form of it */
    }
    for (size_t i = 0; i < rules->once_count; i++) {
        const struct word *once = words_get(s->p->words, rules->once[i]);
        if (once == NULL)
            continue;
        const char *own = wording_plain(s, &once->forms[s->lang][PLURAL_OTHER]);
        own = arena_strndup(s->a, own, strcspn(own, "\n"));
        if (*own != '\0' && strstr(text, own) != NULL)
            say_twice(s, own, arena_printf(s->a, "((word %s))", once->key));
    }
}

static void check_form(struct wordings *s, const struct wording *form)
{
    const struct review_rules *rules = s->p->review_rules;
    s->form = form;
    const char *text = wording_plain(s, form);
    titles_check(s, text);
    check_patterns(s, text, &rules->limits, true, "((programme from ...))");
    check_patterns(s, text, &rules->counts, false, "((programme key-questions ...))");
    check_once(s, text);
}

void review_wordings(struct arena *a, struct diags *d, const struct programme *p)
{
    size_t count;
    const struct word *const *all = words_all(p->words, &count);
    struct wordings s = {.a = a, .d = d, .p = p};
    if (p->review_rules == NULL)
        return;
    for (size_t i = 0; i < count; i++)
        for (s.lang = LANG_EN; s.lang < LANG_COUNT; s.lang++) {
            s.word = all[i];
            for (int form = 0; form < PLURAL_COUNT; form++)
                if (all[i]->forms[s.lang][form].blocks != NULL)
                    check_form(&s, &all[i]->forms[s.lang][form]);
        }
}
