/* privacy.c -- who could be recognised: people named in case stories, and counts so small
 * that they point to somebody.  In: boxes and blocks; out: warnings. */
#include "review/reviewing.h"

#include "model/bare_tokens.h"
#include <ctype.h>
#include <string.h>

/* ---- people ---- */

static void add_person(struct reviewing *r, const char *name, size_t len)
{
    while (len > 0 && *name == ' ') {
        name++;
        len--;
    }
    if (len > 0 && memchr(name, ' ', len) != NULL) /* a first name alone is anybody's */
        *array_push(r->a, &r->people) = arena_strndup(r->a, name, len);
}

/* "Ruth Adeyemi; Simon Hartwell". */
static void add_people(struct reviewing *r, const char *names)
{
    while (*names != '\0') {
        size_t len = strcspn(names, ";,");
        add_person(r, names, len);
        names += len + (names[len] != '\0');
    }
}

static bool is_people(const struct element *e)
{
    return e->kind == EL_TABLE && table_kind(e) == TABLE_PEOPLE;
}

static void gather_people(struct reviewing *r, const struct element *e, bool people)
{
    if ((people && e->kind == EL_TD) ||
        (e->kind == EL_NAME && e->parent->kind == EL_SIGNATURE))
        add_people(r, element_plain(r->a, e));
    for (const struct element *c = e->first; c != NULL; c = c->next)
        if (!element_is_inline(c->kind))
            gather_people(r, c, people || is_people(c));
}

void privacy_begin(struct reviewing *r)
{
    gather_people(r, r->report->root, false);
}

static void say_name(struct reviewing *r, const struct element *box, const char *name,
                     size_t len)
{
    const char *said = arena_strndup(r->a, name, len);
    diag(r->d, DIAG_STORY_NAME, word_pos(box, said),
         "%s\"%s\"; say what the person does (\"her case manager\"), not who it is",
         place_of(r), said);
}

static bool starts_word(const char *text, const char *at)
{
    return at == text || !isalpha((unsigned char)at[-1]);
}

/* "Ms Fairbrother": a title in front of a capital letter. */
static void check_titles(struct reviewing *r, const struct element *box, const char *text)
{
    static const char *const titles[] = {"Mr ", "Mrs ", "Ms ",   "Miss ",
                                         "Dr ", "Mr. ", "Mrs. ", "Dr. "};
    for (size_t i = 0; i < LEN(titles); i++)
        for (const char *at = strstr(text, titles[i]); at != NULL;
             at = strstr(at + 1, titles[i])) {
            size_t len = strlen(titles[i]);
            if (!starts_word(text, at) || !isupper((unsigned char)at[len]))
                continue;
            say_name(r, box, at, len + strcspn(at + len, " .,;:!?"));
        }
}

void story_check(struct reviewing *r, const struct element *box)
{
    r->story = r->story != NULL ? r->story : box;
    const char *text = element_plain(r->a, box);
    check_titles(r, box, text);
    for (size_t i = 0; i < r->people.len; i++) {
        const char *name = r->people.at[i];
        if (strstr(text, name) != NULL)
            say_name(r, box, name, strlen(name));
    }
}

/* ---- the note on names ---- */

static bool says_note(const struct reviewing *r, const char *text)
{
    const struct review_rules *rules = r->in->programme->review_rules;
    struct bare_tokens t = bare_cut(r->a, rules->words, r->lang, text);
    for (size_t k = 0; k < rules->note.patterns[r->lang].len; k++)
        for (size_t i = 0; i < t.all.len; i++)
            if (bare_match(&rules->note.patterns[r->lang].at[k], &t, i) > 0)
                return true;
    return false;
}

static bool holds_note(const struct reviewing *r, const struct element *e)
{
    if (element_holds_text(e->kind) && says_note(r, element_plain(r->a, e)))
        return true;
    for (const struct element *c = e->first; c != NULL; c = c->next)
        if (!element_is_inline(c->kind) && holds_note(r, c))
            return true;
    return false;
}

static struct pos author_pos(const struct reviewing *r, const struct element *e)
{
    if (e->kind == EL_TEXT && is_of_author(r, e->pos))
        return e->pos;
    struct pos found = {0};
    for (const struct element *c = e->first; c != NULL && found.file == NULL; c = c->next)
        found = author_pos(r, c);
    return found;
}

void story_note_check(struct reviewing *r)
{
    const struct review_rules *rules = r->in->programme->review_rules;
    if (r->story == NULL || rules == NULL || rules->note.patterns[r->lang].len == 0 ||
        holds_note(r, r->report->root))
        return;
    diag(r->d, DIAG_STORY_NOTE, author_pos(r, r->story),
         "the %s tells of people and nowhere says that their names were changed; say so "
         "beside the stories, or in the programme's wording",
         r->report->document);
}

/* ---- small numbers ---- */

/* Whether it says how many: digits that are no share, or the number spelt. */
static bool prints_count(struct reviewing *r, const struct source_figure *f)
{
    size_t digits = strspn(f->printed, "0123456789");
    if (digits > 0)
        return f->printed[digits] != '%';
    enum lang l = r->lang;
    const char *spelt = lang_spelt(r->a, l, f->count);
    size_t len = strlen(spelt);
    const char *capital = lang_capital(r->a, l, spelt);
    return strncmp(f->printed, spelt, len) == 0 ||
           strncmp(f->printed, capital, strlen(capital)) == 0;
}

/* What a template asks for is the inspection's all the same, but at no line of it. */
static bool is_of_template(struct pos pos)
{
    const char *path = pos.file != NULL ? pos.file->path : "";
    size_t len = strlen(path);
    return len > 4 && strcmp(path + len - 4, ".xsl") == 0;
}

static void check_small(struct reviewing *r, const struct element *fig)
{
    const struct source_figure *f = fig->figure;
    long least = r->in->programme->small_number;
    if (f == NULL || !f->people || f->count <= 0 || f->count >= least ||
        !prints_count(r, f))
        return;
    bool template = is_of_template(fig->pos);
    diag(r->d, DIAG_NUMBER_SMALL,
         template ? pos_of_path(r->a, r->in->file->path) : fig->pos,
         "%s%s of %s: fewer than %ld cases can show who is meant; %s", place_of(r),
         f->printed, f->name, least,
         template ? "every report prints it: look at it, and say who takes it under "
                    "`accepted:`"
                  : "use the form `words`, or leave it out");
}

void small_check(struct reviewing *r, const struct element *block)
{
    for (const struct element *c = block->first; c != NULL; c = c->next) {
        if (c->kind == EL_FIG)
            check_small(r, c);
        else if (element_is_inline(c->kind) && c->kind != EL_NOTE)
            small_check(r, c);
    }
}
