/* xliff.c -- any text is units or is said to be none; what is written of them says the
 * same when it is read, and a target is a paragraph or is said not to fit its English. */
#include "fuzz.h"

#include "translate/check.h"
#include "translate/xliff.h"

#include <string.h>

static struct content english(struct arena *a)
{
    static const char typed[] = "In ((done n)) & *of* [it](#x).[^n]";
    struct diags *d = diags_new(a);
    const struct file *f = file_of_text(a, d, "en", typed, strlen(typed));
    return content_of(a, prose_parse_line(a, d, node_of_file(a, f)), NULL);
}

static void check_unit(struct arena *a, const struct xliff_unit *u)
{
    struct diags *d = diags_new(a);
    const struct fault_of of = {d, "u", "p", u->target.pos};
    fuzz_place(u->pos);
    fuzz_said(a, d, content_tree(a, &of, english(a), u->target) != NULL);
    struct content spelt = codes_spelt(a, english(a), u->target), typed;
    sentences_fit(a, &of, english(a), spelt);
    sentences_doubted(a, &of, u->source, spelt);
    codes_fit(a, &of, english(a), codes_spelt(a, u->source, u->target), &typed);
}

static struct buf written(struct arena *a, const struct xliff *x)
{
    struct buf out = buf_new(a);
    xliff_write(x, &out);
    return out;
}

static void check_again(struct arena *a, struct diags *d, const struct xliff *x)
{
    struct buf once = written(a, x);
    const struct file *f = file_of_text(a, d, "again", once.at, once.len);
    const struct xliff *again = f != NULL ? xliff_read(a, d, f) : NULL;
    fuzz_holds(again != NULL && strcmp(written(a, again).at, once.at) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    const struct file *f = fuzz_text(a, d, bytes, len);
    const struct xliff *x = f != NULL ? xliff_read(a, d, f) : NULL;
    fuzz_said(a, d, x != NULL);
    if (x != NULL && diags_errors(d) == 0)
        check_again(a, d, x);
    for (size_t i = 0; x != NULL && i < x->count; i++)
        check_unit(a, &x->units[i]);
    arena_free(a);
    return 0;
}
