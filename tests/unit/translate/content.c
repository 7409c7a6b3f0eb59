/* content.c -- a paragraph to words and codes, a translation of it to a paragraph again:
 * each case in cases/ is the English as an author types it, and below it a target as it
 * stands in an XLIFF file. */
#include "../golden.h"
#include "translate/fit.h"
#include "translate/xliff.h"

#include <unistd.h>

#define LINE_BYTES ((size_t)1 << 16)

static const struct inline_node *read_english(struct arena *a, struct diags *d,
                                              const char *text, size_t len)
{
    const struct file *f = file_of_text(a, d, "english", text, len);
    return f == NULL ? NULL : prose_parse_line(a, d, node_of_file(a, f));
}

/* Figures print how many letters they have; those with a noun are told by it. */
static const char *print_mark(const struct inline_node *mark, bool *bare, void *data)
{
    *bare = strcmp(mark->words[mark->word_count - 1].text, "cases") != 0;
    return arena_printf(data, "%zu", strlen(mark->words[0].text));
}

static struct content english_of(struct arena *a, struct diags *d, const char *text)
{
    struct prints prints = {print_mark, a};
    return content_of(a, read_english(a, d, text, strcspn(text, "\n")), &prints);
}

static const struct xliff *file_with(struct arena *a, struct diags *d, const char *target,
                                     struct content english)
{
    struct xliff_unit unit = {.id = "u1", .path = "findings", .source = english};
    struct xliff x = {.original = "x.yaml",
                      .source_lang = "en",
                      .target_lang = "cy",
                      .units = &unit,
                      .count = 1};
    struct buf text = buf_new(a);
    xliff_write(&x, &text);
    const char *end = strstr(text.at, "      </trans-unit>");
    const char *all = arena_printf(a, "%.*s<target>%s</target>\n%s", (int)(end - text.at),
                                   text.at, target, end);
    return xliff_read(a, d, file_of_text(a, d, "cy.xlf", all, strlen(all)));
}

static void print_source(struct content english, struct buf *out, struct arena *a)
{
    struct xliff_unit unit = {.id = "u1", .source = english};
    struct xliff x = {.original = "x.yaml",
                      .source_lang = "en",
                      .target_lang = "cy",
                      .units = &unit,
                      .count = 1};
    struct buf text = buf_new(a);
    xliff_write(&x, &text);
    const char *from = strstr(text.at, "<source>");
    buf_printf(out, "%.*s\n", (int)strcspn(from, "\n"), from);
}

static void print_tree(const struct inline_node *n, struct buf *out)
{
    if (n == NULL) {
        buf_str(out, "refused\n");
        return;
    }
    struct block b = {
        .kind = BLOCK_PARAGRAPH, .pos = n->pos, .inlines = (void *)(uintptr_t)n};
    prose_dump(&b, out);
}

static void print(struct arena *a, struct diags *d, const char *path, struct buf *out)
{
    const struct file *f = file_read(a, d, path, LINE_BYTES, (struct pos){0});
    struct content english = english_of(a, d, f->text);
    print_source(english, out, a);
    const char *target = strchr(f->text, '\n') + 1;
    target = arena_strndup(a, target, strcspn(target, "\n"));
    const struct xliff *x = file_with(a, d, target, english);
    if (x == NULL)
        return;
    struct fault_of fault = {d, "u1", "findings", x->units[0].target.pos};
    print_tree(content_tree(a, &fault, english, x->units[0].target), out);
}

static void test_cases(void **state)
{
    (void)state;
    check_folder(".", ".txt", 20, print);
}

int main(void)
{
    if (chdir(ROOT "/tests/unit/translate/cases") != 0)
        return 1;
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cases)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
