/* Places of what was written: random texts of the signs that mean something, in which
 * each text, mark and note must stand where its node says. */
#include "../golden.h"
#include "prose/prose.h"

static const char *const pieces[] = {
    "*",
    "**",
    "_",
    "[",
    "](#a)",
    "](lang:cy)",
    "((a b))",
    "((typed 1 | b))",
    "((? q ?))",
    "[^n]",
    "((x\n y))",
    "\\",
    "\\\n",
    "\n",
    "\n\n",
    "  \n",
    " ",
    "   ",
    "- ",
    "1. ",
    "  ",
    "&amp;",
    "ŵ",
    "word ",
    "two",
    "(",
    ")",
    "\"",
    "](https://a.b\n)",
    "![",
    "`",
    "<b\n>",
    "> ",
    "((",
    "]",
};

static unsigned next(unsigned *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static const struct file *random_text(struct arena *a, struct diags *d, unsigned seed)
{
    struct buf text = buf_new(a);
    for (unsigned n = next(&seed) % 40 + 1; n > 0; n--)
        buf_str(&text, pieces[next(&seed) % LEN(pieces)]);
    return file_of_text(a, d, "t", text.at, text.len);
}

static bool starts(const struct inline_node *n, const char *with)
{
    const struct pos p = n->pos;
    return p.at + p.len <= p.file->len &&
           strncmp(p.file->text + p.at, with, strlen(with)) == 0;
}

static void check_place(const struct inline_node *n, void *data)
{
    (void)data;
    bool good = true;
    switch (n->kind) {
    case INLINE_TEXT: {
        char first[2] = {n->text[0], '\0'};
        good = n->text[0] == ' ' || starts(n, first) || starts(n, "\\") || starts(n, "&");
        break;
    }
    case INLINE_EM: good = starts(n, "*") || starts(n, "_"); break;
    case INLINE_STRONG: good = starts(n, "**") || starts(n, "__"); break;
    case INLINE_LINK:
    case INLINE_LANG: good = starts(n, "["); break;
    case INLINE_MARK: good = starts(n, "(("); break;
    case INLINE_TYPED: good = starts(n, "((typed"); break;
    case INLINE_QUERY: good = starts(n, "((?"); break;
    case INLINE_NOTE: good = starts(n, "[^"); break;
    case INLINE_BREAK:
    case INLINE_UNTRANSLATED: break; /* never read from a text */
    }
    if (!good)
        fail_msg("a node of kind %d, \"%s\", at byte %zu of \"%s\"", n->kind, n->text,
                 n->pos.at, n->pos.file->text);
}

static void random_places(void **state)
{
    (void)state;
    for (unsigned seed = 0; seed < 4000; seed++) {
        struct arena *a = arena_new();
        struct diags *d = diags_new(a);
        const struct file *f = random_text(a, d, seed);
        prose_walk(prose_parse(a, d, node_of_file(a, f)), check_place, NULL);
        arena_free(a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(random_places)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
