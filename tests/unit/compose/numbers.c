/* numbers.c -- numbers in Welsh, in each form that a mark may ask for and with each noun
 * of a programme: PROGRAMME.numbers lists the numbers, its .want how they are printed. */
#include "compose/work.h"

#include "../golden.h"

#define BASE 1500

static const char *ask_words(struct work *w, const char *mark, long n)
{
    const char *text = arena_printf(w->a, "cases %s", mark);
    const struct figure_ask *ask =
        figure_parse_text(w->a, w->d, w->p, NULL, text, (struct pos){0});
    if (ask == NULL)
        return "";
    struct figure f = {ask, n, BASE, (int)((n * 200 + BASE) / (2 * BASE)), true};
    return figure_words(w, ask, &f);
}

static void print_number(struct work *w, long n, struct buf *out)
{
    static const char *const forms[] = {"n", "spelt", "Spelt", "of", "n %", "n of"};
    buf_printf(out, "%ld:", n);
    for (size_t i = 0; i < LEN(forms); i++)
        buf_printf(out, "%s%s", i > 0 ? " | " : " ", ask_words(w, forms[i], n));
    buf_char(out, '\n');
    size_t count = 0;
    const char *const *nouns = words_nouns(w->p->words, &count);
    for (size_t i = 0; i < count; i++) {
        const char *plain = arena_printf(w->a, "n %s", nouns[i]);
        const char *spelt = arena_printf(w->a, "n %s Spelt", nouns[i]);
        const char *of = arena_printf(w->a, "n of %s %% Spelt", nouns[i]);
        buf_printf(out, "  %s | %s | %s\n", ask_words(w, plain, n),
                   ask_words(w, spelt, n), ask_words(w, of, n));
    }
}

/* The number as the whole of a sample, "-" for none. */
static const char *base_words(struct work *w, const char *form, const char *noun, long n)
{
    const char *text = arena_printf(w->a, "cases %s", arena_printf(w->a, form, noun));
    const struct figure_ask *ask =
        figure_parse_text(w->a, w->d, w->p, NULL, text, (struct pos){0});
    struct figure f = {ask, n, n, 100, true};
    return n > 0 && ask != NULL ? figure_words(w, ask, &f) : "-";
}

static void print_base(struct work *w, long n, struct buf *out)
{
    size_t count = 0;
    const char *const *nouns = words_nouns(w->p->words, &count);
    buf_printf(out, "  %s", base_words(w, "n of spelt%s", "", n));
    buf_printf(out, " | %s", base_words(w, "n of spelt feminine%s", "", n));
    buf_printf(out, " | %s\n", base_words(w, "spelt feminine%s", "", n));
    for (size_t i = 0; i < count; i++) {
        buf_printf(out, "  %s", base_words(w, "n of %s", nouns[i], n));
        buf_printf(out, " | %s", base_words(w, "n of %s spelt", nouns[i], n));
        buf_printf(out, " | %s\n", base_words(w, "words of %s", nouns[i], n));
    }
}

static void print_numbers(struct arena *a, struct diags *d, const char *path,
                          struct buf *out)
{
    const char *name = path_name(a, path);
    name = arena_strndup(a, name, strcspn(name, "."));
    struct inspection in = {0};
    in.programme = programme_load(a, d, ROOT "/templates", name, (struct pos){0});
    struct scores s = {.in = &in};
    if (in.programme == NULL)
        return;
    struct work *w = work_new(a, d, &s, LANG_CY, STAGE_PROOF);
    const struct file *list = file_read(a, d, path, 1000, (struct pos){0});
    for (char *at = (char *)list->text; *at != '\0' && *at != '\n';) {
        long n = strtol(at, &at, 10);
        print_number(w, n, out);
        print_base(w, n, out);
    }
}

static void numbers(void **state)
{
    (void)state;
    check_folder(ROOT "/tests/unit/compose/numbers", ".numbers", 4, print_numbers);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(numbers)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
