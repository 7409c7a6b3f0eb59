/* shares.c -- "almost three-quarters of cases (82%)": words for a share beside another
 * one.  In: a block; out: a warning where the house has other words for what stands in
 * the brackets. */
#include "review/reviewing.h"

#include "base/ascii.h"
#include "model/bare_rules.h"

#include <stdlib.h>
#include <string.h>

/* How far behind the words the share may stand. */
#define SHARE_BYTES 60

/* The words of a block; of what a mark prints the share alone, which it has counted. */
static void plain_shares(struct reviewing *r, struct buf *out, const struct element *e)
{
    for (const struct element *c = e->first; c != NULL; c = c->next) {
        const struct source_figure *f = c->kind == EL_FIG ? c->figure : NULL;
        if (f != NULL && f->name != NULL)
            buf_printf(out, "%s",
                       f->percent_printed ? arena_printf(r->a, "%d%%", f->percent) : "#");
        else if (c->kind == EL_TEXT)
            buf_str(out, arithmetic_plain(r->a, c->text));
        else if (element_is_inline(c->kind) && c->kind != EL_NOTE)
            plain_shares(r, out, c);
    }
}

static bool is_edge(char c)
{
    return c == '\0' || strchr(" ,.;:()", c) != NULL;
}

static bool same_text(const char *s, const char *word)
{
    const char *small = word;
    for (; *word != '\0'; s++, word++)
        if (*s != *word && !(word == small && (*s | 0x20) == *word))
            return false;
    return is_edge(*s);
}

/* The longest of the house's words for shares that stands there; NULL: none does. */
static const struct vague *vague_at(const struct reviewing *r, const char *s)
{
    size_t count, best = 0;
    const struct vague *all = words_vague(r->in->programme->words, &count), *found = NULL;
    for (size_t i = 0; i < count; i++) {
        const char *word = all[i].text[r->lang];
        if (all[i].from >= 0 && word != NULL && strlen(word) > best &&
            same_text(s, word)) {
            best = strlen(word);
            found = &all[i];
        }
    }
    return found;
}

/* What the house says for a share; NULL: nothing. */
static const char *words_for(const struct reviewing *r, long percent)
{
    size_t count;
    const struct vague *all = words_vague(r->in->programme->words, &count);
    for (size_t i = 0; i < count; i++)
        if (all[i].from >= 0 && all[i].from <= percent && percent <= all[i].to)
            return all[i].text[r->lang];
    return NULL;
}

/* "of cases (82%)": the share; -1: none. */
static long share_behind(const char *s)
{
    size_t noun = strcspn(s, "0123456789.;:(#%");
    if (noun > SHARE_BYTES || s[noun] != '(')
        return -1;
    const char *close = strchr(s + noun, ')'), *sign = strchr(s + noun, '%');
    if (close == NULL || sign == NULL || sign > close)
        return -1;
    const char *digits = sign;
    while (is_digit(digits[-1]))
        digits--;
    return digits < sign && digits[-1] != '.' ? strtol(digits, NULL, 10) : -1;
}

/* "nearly half": the house has no such words. */
static bool is_about(const struct reviewing *r, const char *text, size_t at)
{
    const struct review_rules *rules = r->in->programme->review_rules;
    size_t to = at, from;
    while (to > 0 && text[to - 1] == ' ')
        to--;
    from = to;
    while (from > 0 && !is_edge(text[from - 1]))
        from--;
    return rules == NULL || map_get(rules->about[r->lang],
                                    bare_small(r->a, text + from, to - from)) != NULL;
}

void shares_check(struct reviewing *r, const struct element *block)
{
    struct buf words = buf_new(r->a);
    plain_shares(r, &words, block);
    if (strchr(words.at, '%') == NULL)
        return;
    for (size_t at = 0; at < words.len; at++) {
        const struct vague *v =
            at == 0 || is_edge(words.at[at - 1]) ? vague_at(r, words.at + at) : NULL;
        if (v == NULL)
            continue;
        size_t len = strlen(v->text[r->lang]);
        long percent = share_behind(words.at + at + len);
        const char *right = words_for(r, percent);
        if (right != NULL && strcmp(right, v->text[r->lang]) != 0 &&
            !is_about(r, words.at, at))
            diag(r->d, DIAG_SHARE_WORDS, words_pos(block),
                 "%s\"%.*s\" beside %ld%%, which this house calls \"%s\"; let a ((… "
                 "words)) "
                 "say it",
                 place_of(r), (int)len, words.at + at, percent, right);
        at += len - 1;
    }
}
