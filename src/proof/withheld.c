/* withheld.c -- which numbers are not published as data.  A number of people below the
 * programme's small number, or one that is left when a count is taken from its base, or a
 * part from the whole, is published only where the report prints it; else the count, the
 * base and the share are, each, only as far as the report prints them.  In: measures and
 * what their figures print; out: the same, some numbers taken away. */
#include "base/map.h"
#include "proof/published.h"

#include <string.h>

/* "children-explained" of its answers; a question by its name. */
static const char *question_of(struct arena *a, const struct source_figure *f)
{
    return arena_strndup(a, f->name, strcspn(f->name, "="));
}

static const char *family_key(struct arena *a, const char *question, const char *part)
{
    return arena_printf(a, "%s\n%s", question, part);
}

void measures_printed(struct arena *a, struct measures *m, const struct source_figure *f)
{
    const char *key = family_key(a, question_of(a, f), f->part);
    const char *before = map_get(m->printed, key);
    const char *all = arena_printf(a, "%s %s ", before != NULL ? before : "", f->printed);
    map_put(m->printed, key, (void *)(uintptr_t)all);
}

/* ---- what is printed ---- */

static bool is_part_of_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (unsigned char)c >= 0x80;
}

/* As a word of its own; of digits none that are part of a larger number or a share. */
static bool has_word(const char *text, const char *word)
{
    const size_t len = strlen(word);
    const bool digits = word[0] >= '0' && word[0] <= '9';
    for (const char *s = strstr(text, word); s != NULL; s = strstr(s + 1, word)) {
        const char before = s > text ? s[-1] : ' ', behind = s[len];
        const bool number = digits && (behind == '%' || before == '.' || before == ',' ||
                                       ((behind == '.' || behind == ',') &&
                                        s[len + 1] >= '0' && s[len + 1] <= '9'));
        if (!is_part_of_word(before) && !is_part_of_word(behind) && !number)
            return true;
    }
    return false;
}

static bool has_spelt(struct arena *a, const char *text, enum lang l, long n)
{
    const char *forms[] = {
        lang_spelt(a, l, n),
        lang_spelt_noun(a, l, n, false, false),
        lang_spelt_noun(a, l, n, true, false),
        lang_spelt_noun(a, l, n, false, true),
        lang_spelt_noun(a, l, n, true, true),
    };
    for (size_t i = 0; i < LEN(forms); i++)
        if (has_word(text, forms[i]) || has_word(text, lang_capital(a, l, forms[i])))
            return true;
    return false;
}

static bool prints(struct arena *a, const struct measures *m, const struct measure *of,
                   long n)
{
    const char *key = family_key(a, question_of(a, of->figure), of->figure->part);
    const char *text = map_get(m->printed, key);
    return n >= 0 && text != NULL &&
           (has_word(text, lang_number(a, m->lang, n)) || has_spelt(a, text, m->lang, n));
}

/* ---- small numbers ---- */

static bool is_small(const struct measures *m, long n)
{
    return n > 0 && n < m->small;
}

static bool gives_small(struct arena *a, const struct measures *m,
                        const struct measure *of, long n)
{
    return is_small(m, n) && !prints(a, m, of, n);
}

static bool is_of_part(const struct measure *x, const struct measure *whole)
{
    return x->figure->name != NULL &&
           x->figure->not ==
               whole->figure->not &&strcmp(x->figure->name, whole->figure->name) == 0 &&
           x->figure->part[0] != '\0' && whole->figure->part[0] == '\0';
}

/* All answers of a question, each printed: their sum is known to every reader. */
static bool sums_up(struct arena *a, const struct measures *m, const struct measure *of)
{
    long sum = 0;
    const char *question = question_of(a, of->figure);
    for (size_t i = 0; i < m->all.len; i++) {
        const struct measure *x = &m->all.at[i];
        if (x->figure->name == NULL || strchr(x->figure->name, '=') == NULL ||
            strcmp(question_of(a, x->figure), question) != 0 || x->figure->not ||
            strcmp(x->figure->part, of->figure->part) != 0)
            continue;
        if (!prints(a, m, x, x->figure->count) && x->figure->count > 0)
            return false;
        sum += x->figure->count;
    }
    return sum > 0 && sum == of->figure->base;
}

/* Whether its count or its base would give away a small number of its own. */
static bool gives_own(struct arena *a, const struct measures *m, const struct measure *x)
{
    const struct source_figure *f = x->figure;
    return gives_small(a, m, x, f->count) || gives_small(a, m, x, f->base) ||
           (f->base >= f->count && f->count >= 0 && !sums_up(a, m, x) &&
            gives_small(a, m, x, f->base - f->count));
}

static bool gives_left(struct arena *a, const struct measures *m, const struct measure *x,
                       long count, long base)
{
    return base >= count && count >= 0 &&
           (gives_small(a, m, x, count) || gives_small(a, m, x, base) ||
            gives_small(a, m, x, base - count));
}

/* What is left of the whole, when this part is taken from it, and perhaps another. */
static bool gives_rest(struct arena *a, const struct measures *m, const struct measure *x,
                       const struct measure *whole)
{
    const long count = whole->figure->count - x->figure->count,
               base = whole->figure->base - x->figure->base;
    if (gives_left(a, m, x, count, base))
        return true;
    for (size_t i = 0; i < m->all.len; i++) {
        const struct measure *y = &m->all.at[i];
        if (y != x && is_of_part(y, whole) &&
            gives_left(a, m, x, count - y->figure->count, base - y->figure->base))
            return true;
    }
    return false;
}

static bool gives_any_rest(struct arena *a, const struct measures *m,
                           const struct measure *x)
{
    for (size_t i = 0; i < m->all.len; i++)
        if (m->all.at[i].figure->name != NULL && is_of_part(x, &m->all.at[i]) &&
            gives_rest(a, m, x, &m->all.at[i]))
            return true;
    return false;
}

static bool prints_share(const struct source_figure *f)
{
    return f->percent_printed || strchr(f->printed, '%') != NULL;
}

void measures_withhold(struct arena *a, struct measures *m)
{
    for (size_t i = 0; i < m->all.len; i++) {
        struct measure *x = &m->all.at[i];
        const struct source_figure *f = x->figure;
        if (f->name == NULL || !f->people || m->small == 0 || f->base < 0)
            continue;
        const bool count = prints(a, m, x, f->count), base = prints(a, m, x, f->base);
        if ((count && base) || (!gives_own(a, m, x) && !gives_any_rest(a, m, x)))
            continue; /* who reads the report has it already; or nothing is small */
        x->count = count ? f->count : -1;
        x->base = base ? f->base : -1;
        x->percent = prints_share(f) ? f->percent : -1;
        x->withheld =
            x->count != f->count || x->base != f->base || x->percent != f->percent;
    }
}
