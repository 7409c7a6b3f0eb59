/* What a page is told: whole what is new, by its hash what it has, wherever it stands. */
#include "watch/shown.h"

#include "office/sandbox.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants those four before it */
#include <cmocka.h>
#include <string.h>

static struct shown_edition *shown_of(struct arena *a, const char *const *pages,
                                      const char *blocks)
{
    struct buf *said = NEW(a, struct buf);
    *said = buf_new(a);
    text_put_str(said, "document");
    text_put_str(said, "{}");
    for (; *pages != NULL; pages++) {
        text_put_str(said, "page");
        text_put_str(said, *pages);
        text_put_str(said, "blocks");
        text_put_str(said, blocks);
    }
    return shown_read(a, said);
}

/* News without the hashes: "s" where a page is sent, "b" where its blocks are. */
static const char *news(struct arena *a, const struct shown_edition *before,
                        const struct shown_edition *now)
{
    struct buf out = buf_new(a), said = buf_new(a);
    shown_news(before, now, "en", &out);
    const char *first = strstr(out.at, "{\"h\"");
    for (const char *p = first; p != NULL; p = strstr(p + 1, "{\"h\"")) {
        const char *end = strchr(p, '}');
        buf_str(&said, p > first ? "," : "");
        for (const char *q = p; q < end; q++)
            if (strncmp(q, "\"s\":", 4) == 0 || strncmp(q, "\"b\":", 4) == 0)
                buf_char(&said, q[1]);
    }
    return said.at;
}

static void only_what_is_new_is_sent(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const char *const one[] = {"<1>", "<2>", "<3>", NULL};
    const char *const other[] = {"<1>", "<x>", "<3>", NULL};
    const char *const more[] = {"<0>", "<1>", "<2>", "<3>", NULL};
    const struct shown_edition *before = shown_of(a, one, "[]");
    assert_string_equal(news(a, NULL, before), "sb,sb,sb");
    assert_string_equal(news(a, before, shown_of(a, one, "[]")), ",,");
    assert_string_equal(news(a, before, shown_of(a, other, "[]")), ",sb,");
    assert_string_equal(news(a, before, shown_of(a, more, "[]")), "sb,,,");
    assert_string_equal(news(a, before, shown_of(a, one, "[1]")), "b,b,b");
    assert_int_equal(shown_changed(before, shown_of(a, other, "[]")), 1);
    assert_int_equal(shown_changed(NULL, before), 3);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(only_what_is_new_is_sent)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
