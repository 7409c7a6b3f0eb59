/* arithmetic.c -- "16 of the 17 cases (93%)" typed as words: the share must be that of
 * its numbers.  In: a block; out: a warning for each that is not. */
#include "review/reviewing.h"

#include "base/ascii.h"
#include "model/bare.h"
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
        word != NULL ? word->forms[r->lang][PLURAL_OTHER].blocks : NULL;
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

/* ---- words made plain ---- */

/* Figures of ours become a sign that is no part of any number; blanks and apostrophes are
 * plain ones. */
const char *arithmetic_plain(struct arena *a, const char *words)
{
    struct buf out = buf_new(a);
    for (const char *s = words; *s != '\0';) {
        bool blank = strncmp(s, "\xc2\xa0", 2) == 0;
        bool apostrophe = strncmp(s, "\xe2\x80\x99", 3) == 0;
        buf_char(&out, blank ? ' ' : apostrophe ? '\'' : *s == BARE_MARK ? '#' : *s);
        s += blank ? 2 : apostrophe ? 3 : 1;
    }
    return out.at;
}

/* The words of a block and the texts that they are from. */
struct plain_block {
    struct arena *a;
    struct buf words;
    ARRAY(struct plain_text {
        const struct element *text;
        size_t from;
    })
    texts;
};

static void flatten(struct plain_block *b, const struct element *e)
{
    for (const struct element *c = e->first; c != NULL; c = c->next) {
        if (c->kind == EL_FIG) {
            buf_char(&b->words, '#');
        } else if (c->kind == EL_TEXT) {
            *array_push(b->a, &b->texts) = (struct plain_text){c, b->words.len};
            buf_str(&b->words, arithmetic_plain(b->a, c->text));
        } else if (element_is_inline(c->kind) && c->kind != EL_NOTE) {
            flatten(b, c);
        }
    }
}

static struct pos pos_at(const struct plain_block *b, size_t at)
{
    size_t i = b->texts.len;
    if (i == 0)
        bug("words of no text");
    while (i > 1 && b->texts.at[i - 1].from > at)
        i--;
    const struct plain_text *t = &b->texts.at[i - 1];
    return bare_pos(t->text->pos, b->words.at + t->from, at - t->from);
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

const char *arithmetic_fault(const struct reviewing *r, const char *s)
{
    const char *at = s;
    long count, base, percent;
    if (!number_at(&at, &count) || !link_at(r, &at) || !number_at(&at, &base) ||
        !share_at(&at, &percent) || base == 0)
        return NULL;
    long right = (200 * count + base) / (2 * base);
    int len = (int)(at + strlen("%)") - s);
    if (count > base)
        return arena_printf(r->a, "\"%.*s\": %ld cannot be of %ld", len, s, count, base);
    if (right != percent)
        return arena_printf(r->a, "\"%.*s\": %ld of %ld is %ld%%; let a ((…)) count it",
                            len, s, count, base, right);
    return NULL;
}

void arithmetic_check(struct reviewing *r, const struct element *block)
{
    struct plain_block b = {.a = r->a, .words = buf_new(r->a)};
    flatten(&b, block);
    for (const char *text = b.words.at, *s = text; *s != '\0'; s++) {
        char before = s == text ? ' ' : s[-1];
        if (!is_digit(*s) || is_digit(before) || strchr(".,#%", before) != NULL)
            continue;
        const char *fault = arithmetic_fault(r, s);
        if (fault != NULL)
            diag(r->d, DIAG_FIGURE_ARITHMETIC, pos_at(&b, (size_t)(s - text)), "%s",
                 fault);
    }
}
