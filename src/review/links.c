/* links.c -- links as they are met one by one, without what stands around them: a reader
 * who listens goes from link to link, or has them all read as a list.  In: a block; out:
 * a warning for words that do not say where a link leads, and for the same words that
 * lead to two places. */
#include "review/reviewing.h"

#include "lang/lang.h"

#include <ctype.h>
#include <string.h>

/* What the author has typed: the page behind a link is none of it. */
static void add_typed(const struct reviewing *r, const struct element *e,
                      struct buf *words, struct pos *pos)
{
    for (const struct element *c = e->first; c != NULL; c = c->next) {
        if (c->kind == EL_TEXT && is_of_author(r, c->pos)) {
            buf_str(words, c->text);
            *pos = pos->file == NULL ? c->pos : *pos;
        }
        add_typed(r, c, words, pos);
    }
}

/* In small letters, without signs: "Here." is "here". */
static const char *words_alone(struct arena *a, const char *words)
{
    struct buf out = buf_new(a);
    char word[LANG_WORD];
    while ((words = lang_word(words, word)) != NULL)
        buf_printf(&out, "%s%s", out.len > 0 ? " " : "", word);
    return out.at == NULL ? "" : out.at;
}

/* Letters on both sides of its last stop; a mail address says what it is for. */
static bool is_address(const char *words)
{
    const char *stop = strrchr(words, '.');
    if (strstr(words, "://") != NULL || strncmp(words, "www.", 4) == 0)
        return true;
    return stop != NULL && stop > words && strpbrk(words, " @") == NULL &&
           isalpha((unsigned char)stop[1]) && isalpha((unsigned char)stop[-1]);
}

static bool says_nothing(const char *bare)
{
    static const char *const words[] = {
        "here",
        "click here",
        "see here",
        "this",
        "this link",
        "this page",
        "link",
        "more",
        "read more",
        "find out more",
        "yma",
        "fan hyn",
        "cliciwch yma",
        "gweler yma",
        "hwn",
        "hon",
        "dolen",
        "y ddolen",
        "y ddolen hon",
        "y dudalen hon",
        "mwy",
        "rhagor",
        "darllenwch fwy",
        "darllenwch ragor",
    };
    for (size_t i = 0; i < LEN(words); i++)
        if (strcmp(bare, words[i]) == 0)
            return true;
    return false;
}

static const char *target_of(const struct element *link)
{
    const char *href = element_at(link, AT_HREF);
    return href != NULL ? href : link->at[AT_TARGET];
}

static void check_link(struct reviewing *r, const struct element *link)
{
    struct buf typed = buf_new(r->a);
    struct pos pos = {0};
    add_typed(r, link, &typed, &pos);
    if (pos.file == NULL)
        return;
    const char *words = typed.at, *bare = words_alone(r->a, words);
    const char *target = target_of(link);
    const struct element *same = map_put(r->linked, bare, (void *)link);
    if (says_nothing(bare) || is_address(words))
        diag(r->d, DIAG_LINK_WORDS, pos,
             "%s\"%s\" does not say where the link leads, and is read alone in a list of "
             "links; write the name of what is there between [ and ]",
             place_of(r), words);
    else if (same != NULL && target != NULL && strcmp(target_of(same), target) != 0)
        diag(r->d, DIAG_LINK_WORDS, pos,
             "%s\"%s\" leads to %s here and to %s before; write for each what is there",
             place_of(r), words, target, target_of(same));
}

void links_check(struct reviewing *r, const struct element *block)
{
    for (const struct element *c = block->first; c != NULL; c = c->next) {
        if (c->kind == EL_LINK)
            check_link(r, c);
        else if (element_is_inline(c->kind) && c->kind != EL_NOTE)
            links_check(r, c);
    }
}
