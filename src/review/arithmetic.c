/* arithmetic.c -- "16 of the 17 cases (93%)" typed as words: the share must be that of
 * its numbers.  In: a block; out: a warning for each that is not. */
#include "review/reviewing.h"

#include "base/ascii.h"
#include <string.h>

/* How far behind the base the share may stand. */
#define NOUN_BYTES 60
/* A number that has more bytes counts nothing that we know. */
#define NUMBER_BYTES 7

/* ---- what stands between a number and its base ---- */

static void add_between(struct reviewing *r, const char *words, size_t len)
{
    *array_push(r->a, &r->links) = arena_printf(r->a, " %.*s ", (int)len, words);
}

/* The house's pattern ("# of the @") says it; its first word alone does as well. */
void arithmetic_begin(struct reviewing *r)
{
    const struct word *word = words_get(r->in->programme->words, "pattern-n-of");
    const struct block *b =
        word != NULL ? word->forms[r->report->lang][PLURAL_OTHER].blocks : NULL;
    const char *pattern = b != NULL ? prose_plain(r->a, b->inlines) : "";
    const char *from = strstr(pattern, "# "), *to = strstr(pattern, " @");
    if (from == NULL || to == NULL || to <= from + 2)
        return;
    from += 2;
    add_between(r, from, (size_t)(to - from));
    size_t first = strcspn(from, " '");
    if (first < (size_t)(to - from))
        add_between(r, from, first);
}

/* ---- a block as plain text ---- */

/* Figures of ours become a sign that is no part of any number; blanks and apostrophes are
 * plain ones. */
static void flatten(struct buf *out, const struct element *e)
{
    for (const struct element *c = e->first; c != NULL; c = c->next) {
        if (c->kind == EL_FIG)
            buf_char(out, '#');
        else if (element_is_inline(c->kind) && c->kind != EL_NOTE)
            flatten(out, c);
        for (const char *s = c->kind == EL_TEXT ? c->text : ""; *s != '\0';) {
            bool blank = strncmp(s, "\xc2\xa0", 2) == 0;
            bool apostrophe = strncmp(s, "\xe2\x80\x99", 3) == 0;
            buf_char(out, blank ? ' ' : apostrophe ? '\'' : *s);
            s += blank ? 2 : apostrophe ? 3 : 1;
        }
    }
}

/* ---- numbers ---- */

/* "1,204": its value, and `*at` behind it; false when there is none, or one too large. */
static bool number_at(const char **at, long *out)
{
    const char *s = *at;
    *out = 0;
    for (; is_digit(*s) || (s > *at && *s == ',' && is_digit(s[1])); s++)
        if (*s != ',' && s - *at < NUMBER_BYTES)
            *out = *out * 10 + (*s - '0');
    bool found = s > *at && s - *at <= NUMBER_BYTES;
    *at = s;
    return found;
}

static bool link_at(const struct reviewing *r, const char **at)
{
    for (size_t i = 0; i < r->links.len; i++) {
        size_t len = strlen(r->links.at[i]);
        if (strncmp(*at, r->links.at[i], len) == 0) {
            *at += len;
            return true;
        }
    }
    return false;
}

/* Over a noun to "(93%)". */
static bool share_at(const char **at, long *percent)
{
    size_t noun = strcspn(*at, "0123456789.;:(#");
    if (noun > NOUN_BYTES || (*at)[noun] != '(')
        return false;
    *at += noun + 1;
    return number_at(at, percent) && strncmp(*at, "%)", 2) == 0;
}

static void check_at(struct reviewing *r, const struct element *block, const char *s)
{
    const char *at = s;
    long count, base, percent;
    if (!number_at(&at, &count) || !link_at(r, &at) || !number_at(&at, &base) ||
        !share_at(&at, &percent) || base == 0)
        return;
    long right = (200 * count + base) / (2 * base);
    if (count > base)
        diag(r->d, DIAG_FIGURE_ARITHMETIC, words_pos(block),
             "%s\"%.*s%%)\": %ld cannot be of %ld", place_of(r), (int)(at - s), s, count,
             base);
    else if (right != percent)
        diag(r->d, DIAG_FIGURE_ARITHMETIC, words_pos(block),
             "%s\"%.*s%%)\": %ld of %ld is %ld%%; let a ((…)) count it", place_of(r),
             (int)(at - s), s, count, base, right);
}

void arithmetic_check(struct reviewing *r, const struct element *block)
{
    struct buf text = buf_new(r->a);
    flatten(&text, block);
    for (const char *s = text.at; *s != '\0'; s++) {
        char before = s == text.at ? ' ' : s[-1];
        if (is_digit(*s) && !is_digit(before) && strchr(".,#%", before) == NULL)
            check_at(r, block, s);
    }
}
