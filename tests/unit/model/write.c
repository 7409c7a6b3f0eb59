/* What a programme and an inspection are written as: the schema for editors, and the dump
 * of written/inspection.yaml. */
#include "../golden.h"
#include "model/inspection.h"

#define TEMPLATES ROOT "/tests/hostile/templates"

/* ---- the schema ---- */

static const char *const facts[] = {
    "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"title\":\"tiny\",",
    "\"required\":[\"programme\",\"area\"]",
    "\"area\":{\"description\":\"The place. A name, or {en: ",
    "\"cy\":{\"anyOf\":[{\"type\":\"null\"},{\"anyOf\":[",
    "\"pattern\":\"^[0-9]{4}-(0[1-9]|1[0-2])$\"}",
    "{\"enum\":[\"lead\",\"helper\"]}",
    "\"1.1\":{\"description\":",
    "\"markdownDescription\":\"**1.2 ",
    "\"is\":{\"description\":\"The judgement. One of these "
    "words.\",\"anyOf\":[{\"enum\":["
    "\"good\",\"fair\",\"poor\",",
    "\"additionalProperties\":false,\"required\":[\"name\"],",
};

/* Braces and brackets open and close in pairs, quotation marks too: enough to find what
 * was put together wrongly. */
static void check_balanced(const char *json)
{
    char open[64];
    size_t depth = 0;
    for (const char *s = json; *s != '\0'; s++) {
        if (*s == '"')
            for (s++; *s != '"'; s++)
                s += *s == '\\';
        else if (*s == '{' || *s == '[')
            open[depth++] = *s;
        else if (*s == '}' || *s == ']')
            assert_int_equal(open[--depth], *s == '}' ? '{' : '[');
    }
    assert_int_equal(depth, 0);
}

static void schema(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    const struct programme *p = programme_load(a, d, TEMPLATES, "tiny", (struct pos){0});
    assert_non_null(p);
    struct buf json = buf_new(a);
    programme_schema(p, &json);
    check_balanced(json.at);
    for (size_t i = 0; i < LEN(facts); i++)
        if (strstr(json.at, facts[i]) == NULL)
            fail_msg("without %s: %s", facts[i], json.at);
    arena_free(a);
}

/* ---- the dump ---- */

static void print(struct arena *a, struct diags *d, const char *path, struct buf *out)
{
    const struct inspection *in = inspection_load(a, d, TEMPLATES, path);
    assert_non_null(in);
    inspection_dump(in, out);
    assert_null(strstr(out->at, "A17")); /* a case is a child */
}

static void dump(void **state)
{
    (void)state;
    check_folder(ROOT "/tests/unit/model/written", ".yaml", 1, print);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(schema),
        cmocka_unit_test(dump),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
