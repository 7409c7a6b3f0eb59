/* marks.c -- all marks and footnotes in the prose that was read, checked once every name
 * is known: of a programme's own texts, or of an inspection. */
#include "base/map.h"
#include "model/figure.h"
#include "model/read.h"

#include <string.h>

struct check {
    struct reader *r;
    const struct programme *p;
    const struct inspection *in; /* NULL: a programme's texts */
    struct map *notes, *notes_used;
};

/* A programme's own footnotes are wordings: `footnote-NAME`. */
static bool is_worded(const struct check *c, const char *name)
{
    return words_get(c->p->words, arena_printf(c->r->a, "footnote-%s", name)) != NULL;
}

static void say_note(struct check *c, const struct inline_node *n)
{
    size_t count = c->in == NULL || enough_said(c->r) ? 0 : c->in->footnote_count;
    const char **names = NEW_ARRAY(c->r->a, const char *, count + 1);
    for (size_t i = 0; i < count; i++)
        names[i] = c->in->footnotes[i].name;
    diag(c->r->d, DIAG_NOTE_UNKNOWN, n->pos, "[^%s]%s", n->text,
         name_hint_or(c->r->a, n->text, names, count,
                      "; its text stands under \"footnotes:\" of the inspection"));
}

static void check_note(struct check *c, const struct inline_node *n)
{
    if (map_get(c->notes, n->text) != NULL)
        map_put(c->notes_used, n->text, c);
    else if (!is_worded(c, n->text))
        say_note(c, n);
}

static void check_mark(struct check *c, const struct inline_node *n)
{
    const struct figure_ask *ask =
        figure_parse(c->r->a, c->r->d, c->p, c->in, n->words, n->word_count, n->pos);
    if (ask != NULL && c->in != NULL &&
        (ask->kind == FIGURE_ARG || ask->kind == FIGURE_WORDING))
        diag(c->r->d, DIAG_MARK_UNKNOWN, n->pos, "\"%s\" %sstands in words.yaml only",
             n->words[0].text,
             ask->kind == FIGURE_ARG ? "is filled by a template, so it " : "");
}

/* "(plan-done n of cases)": a mark whose author typed one bracket of the two.  Only names
 * with a dash are looked for: others are words. */
static void check_brackets(const struct check *c, const struct inline_node *n)
{
    static const char name_signs[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
    for (const char *s = n->text; (s = strpbrk(s, "([{")) != NULL; s++) {
        size_t len = strspn(s + 1, name_signs);
        const char *name = arena_strndup(c->r->a, s + 1, len);
        bool doubled = s > n->text && s[-1] == *s; /* that was said of the whole mark */
        if (doubled || strstr(s, "))") != NULL || memchr(s + 1, '-', len) == NULL ||
            programme_question(c->p, name) < 0)
            continue;
        diag(c->r->d, DIAG_MARK_BRACKETS, n->pos,
             "\"%c%s\"; a mark stands in two: ((%s …))", *s, name, name);
    }
}

/* What is bold begins and ends without a blank inside; else the stars are printed. */
static void check_stars(const struct check *c, const struct inline_node *n)
{
    if (strstr(n->text, "**") != NULL)
        diag(c->r->d, DIAG_TEXT_LEFT, n->pos,
             "\"**\"; bold words stand between two of these, with no blank inside");
}

static void check_inline(const struct inline_node *n, void *data)
{
    if (n->kind == INLINE_MARK)
        check_mark(data, n);
    else if (n->kind == INLINE_NOTE)
        check_note(data, n);
    else if (n->kind == INLINE_TEXT && ((struct check *)data)->in != NULL) {
        check_brackets(data, n);
        check_stars(data, n);
    }
}

static void check_unused(const struct check *c)
{
    /* a slip that was said may have hidden what refers to it */
    for (size_t i = 0; i < c->in->footnote_count && diags_broken(c->r->d) == 0; i++) {
        const struct footnote *f = &c->in->footnotes[i];
        if (map_get(c->notes_used, f->name) == NULL)
            diag(c->r->d, DIAG_NOTE_UNUSED, f->pos,
                 "\"%s\"; put [^%s] where it belongs, or take it out", f->name, f->name);
    }
}

void check_marks(struct reader *r, const struct programme *p, const struct inspection *in)
{
    struct check c = {r, p, in, map_new(r->a), map_new(r->a)};
    for (size_t i = 0; in != NULL && i < in->footnote_count; i++)
        map_put(c.notes, in->footnotes[i].name, &c);
    for (size_t i = 0; i < r->lines.len; i++)
        inline_walk(r->lines.at[i], check_inline, &c);
    for (size_t i = 0; i < r->blocks.len; i++)
        prose_walk(r->blocks.at[i], check_inline, &c);
    if (in != NULL)
        check_unused(&c);
}
