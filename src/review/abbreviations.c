/* abbreviations.c -- words of two to six capitals that nothing explains.  In: a report
 * and what its house and its author explain; out: a warning at the first place of each
 * that an author has typed.  What the house's own wording prints needs no explaining. */
#include "review/reviewing.h"

#include <ctype.h>
#include <string.h>

#define CAPITALS "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

static size_t run_length(const char *s)
{
    size_t n = 0;
    while (isalnum((unsigned char)s[n]) || (unsigned char)s[n] >= 0x80)
        n++;
    return n;
}

/* "II" and "XIV" are numbers. */
static bool is_abbreviation(const char *word, size_t len)
{
    return len >= 2 && len <= 6 && strspn(word, CAPITALS) >= len &&
           strspn(word, "IVX") < len;
}

/* Beside its words in full, on either side: "family group conference (FGC)". */
static bool is_explained(const char *text, const char *at, size_t len)
{
    return (at > text && at[-1] == '(' && at[len] == ')') ||
           strncmp(at + len, " (", 2) == 0;
}

/* How much of the text is words in capitals, one behind the other: three are no
 * abbreviations. */
static size_t shouted_length(const char *s)
{
    size_t words = 0, end = 0, len;
    for (const char *at = s; (len = run_length(at)) > 0 && strspn(at, CAPITALS) >= len;
         at += len + 1) {
        words++;
        end = (size_t)(at - s) + len;
        if (at[len] != ' ')
            break;
    }
    return words >= 3 ? end : 0;
}

/* `pos`: of an author's text; nowhere for one that explains. */
static void take_text(struct reviewing *r, const char *text, struct pos pos)
{
    size_t len;
    for (const char *at = text; *at != '\0'; at += len > 0 ? len : 1) {
        len = pos.file != NULL ? shouted_length(at) : 0;
        if (len > 0) {
            diag(r->d, DIAG_GLOSSARY_UNKNOWN, pos,
                 "%s\"%.*s\", words in capitals; write them in small letters",
                 place_of(r), (int)len, at);
            continue;
        }
        len = run_length(at);
        if (!is_abbreviation(at, len))
            continue;
        const char *word = arena_strndup(r->a, at, len);
        if (map_put(r->explained, word, r) == NULL && pos.file != NULL &&
            !is_explained(text, at, len))
            diag(r->d, DIAG_GLOSSARY_UNKNOWN, pos,
                 "%s\"%s\" is no term of the house; write its words in full before it, "
                 "\"... (%s)\", or put it under `glossary:`",
                 place_of(r), word, word);
    }
}

bool is_of_author(const struct reviewing *r, struct pos pos)
{
    const struct programme *p = r->in->programme;
    for (size_t i = 0; i < p->house_count + p->folder_count; i++) {
        const char *dir = programme_folder(p, i)->dir;
        if (pos.file != NULL && strncmp(pos.file->path, dir, strlen(dir)) == 0)
            return false;
    }
    return pos.file != NULL;
}

/* ---- what explains ---- */

static void explain(struct reviewing *r, const char *text)
{
    take_text(r, text != NULL ? text : "", (struct pos){0});
}

static void explain_term(struct reviewing *r, const struct term *t)
{
    for (int l = 0; l < LANG_COUNT; l++) {
        explain(r, t->term[l]);
        for (size_t i = 0; i < t->form_count[l]; i++)
            explain(r, t->forms[l][i].text);
    }
}

/* A field that holds nothing else is what the author calls something. */
static void explain_field(struct reviewing *r, const char *text)
{
    if (text != NULL && run_length(text) == strlen(text))
        explain(r, text);
}

static void explain_fields(struct reviewing *r, const struct value *v)
{
    explain_field(r, v->word);
    for (int l = 0; l < LANG_COUNT; l++)
        explain_field(r, prose_plain(r->a, v->text.in[l]));
    for (size_t i = 0; i < v->count; i++)
        explain_fields(r, &v->items[i]);
}

static void explain_wording(struct reviewing *r, const struct element *e)
{
    if (e->kind == EL_TEXT && !is_of_author(r, e->pos))
        explain(r, e->text);
    for (const struct element *c = e->first; c != NULL; c = c->next)
        explain_wording(r, c);
}

void abbreviations_begin(struct reviewing *r)
{
    r->explained = map_new(r->a);
    for (size_t i = 0; i < r->in->programme->term_count; i++)
        explain_term(r, &r->in->programme->terms[i]);
    for (size_t i = 0; i < r->in->local_term_count; i++)
        for (int l = 0; l < LANG_COUNT; l++)
            explain(r, prose_plain(r->a, r->in->local_terms[i].term.in[l]));
    explain_fields(r, r->in->root);
    explain_wording(r, r->report->root);
}

/* ---- what is to be explained ---- */

void abbreviations_check(struct reviewing *r, const struct element *block)
{
    for (const struct element *c = block->first; c != NULL; c = c->next) {
        if (c->kind == EL_TEXT && is_of_author(r, c->pos))
            take_text(r, c->text, c->pos);
        else if (element_is_inline(c->kind) && c->kind != EL_NOTE)
            abbreviations_check(r, c);
    }
}
