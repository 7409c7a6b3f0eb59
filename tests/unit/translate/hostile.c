/* hostile.c -- files cut off and bytes changed at random: whatever is read of them is
 * either said to be wrong or is a paragraph, and nothing crashes. */
#include "base/array.h"
#include "base/file.h"
#include "translate/check.h"
#include "translate/xliff.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static const char sample[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">"
    "<file original=\"x\" source-language=\"en\" target-language=\"cy\" "
    "datatype=\"plaintext\"><body>\n"
    "<trans-unit id=\"u1\" resname=\"a.b\" maxwidth=\"9\" approved=\"yes\">"
    "<source>In <ph id=\"1\">((done n))</ph> &amp; <bpt id=\"2\">[</bpt>it<ept id=\"2\">]"
    "(#x)</ept>.</source><target state=\"final\">Mewn <x id=\"1\"/> &#x175; "
    "<g id=\"2\"><mrk>hwn</mrk></g>.</target><note from=\"a\">b</note>"
    "<alt-trans alttranstype=\"previous-version\"><source>a</source><target>b</target>"
    "</alt-trans></trans-unit>\n"
    "<group><trans-unit id=\"u2\"><source>b</source><seg-source>c</seg-source>"
    "<target><it id=\"1\" "
    "pos=\"open\">*</it><![CDATA[<d>]]></target></trans-unit></group>"
    "</body></file></xliff>\n";

/* The same as XLIFF 2, with codes that a tool wrote as words. */
static const char sample_2[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<xliff version=\"2.1\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" "
    "srcLang=\"en\" trgLang=\"cy\"><file id=\"f\" original=\"x\"><group id=\"g\">\n"
    "<unit id=\"u1\" name=\"a.b\"><notes><note>a</note></notes><originalData>"
    "<data id=\"d1\">((done n))</data></originalData><segment id=\"s1\" state=\"final\">"
    "<source>In <ph id=\"1\" dataRef=\"d1\"/>.</source><target>Mewn <ph id=\"1\" "
    "dataRef=\"d1\"/>.</target></segment><ignorable><source> </source></ignorable>"
    "<segment><source><pc id=\"2\">it</pc></source><target>Y [hwn](#x).Dyna &lt;g "
    "id=\"2\"&gt;ni&lt;/g&gt; &lt;x id=\"1\"/&gt; - <sc id=\"2\"/>a<ec startRef=\"2\"/>"
    "</target></segment></unit></group></file></xliff>\n";

/* The same numbers on every machine. */
static unsigned next(unsigned *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static void read_one(const char *text, size_t len)
{
    static const char english[] = "In ((done n)) & [it](#x).";
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    const struct file *f = file_of_text(a, d, "cy.xlf", text, len);
    const struct file *e = file_of_text(a, d, "en", english, strlen(english));
    const struct inline_node *line = prose_parse_line(a, d, node_of_file(a, e));
    struct content en = content_of(a, line, NULL);
    const struct xliff *x = f == NULL ? NULL : xliff_read(a, d, f);
    if (x == NULL && diags_errors(d) == 0)
        fail_msg("refused without a word: %.*s", (int)len, text);
    for (size_t i = 0; x != NULL && i < x->count; i++) {
        struct fault_of of = {d, "u", "p", x->units[i].target.pos};
        size_t before = diags_errors(d);
        if (content_tree(a, &of, en, x->units[i].target) == NULL &&
            diags_errors(d) == before)
            fail_msg("a target refused without a word: %.*s", (int)len, text);
        struct content spelt = codes_spelt(a, en, x->units[i].target);
        sentences_fit(a, &of, en, spelt);
        sentences_doubted(a, &of, en, spelt);
    }
    arena_free(a);
}

static void cut(const char *text)
{
    for (size_t len = 0; len < strlen(text); len += 3)
        read_one(text, len);
}

static void test_cut(void **state)
{
    (void)state;
    cut(sample);
    cut(sample_2);
}

static void change(const char *text, int times)
{
    unsigned seed = 2012;
    for (int i = 0; i < times; i++) {
        char changed[2 * sizeof sample];
        memcpy(changed, text, strlen(text) + 1);
        for (unsigned n = next(&seed) % 4 + 1; n > 0; n--) {
            static const char signs[] = "<>/&;\"'= ![]x1\x01\xC3\xFF(";
            changed[next(&seed) % strlen(text)] = signs[next(&seed) % (sizeof signs - 1)];
        }
        read_one(changed, strlen(text));
    }
}

static void test_changed(void **state)
{
    (void)state;
    change(sample, 1000);
    change(sample_2, 1000);
}

/* A piece of it said twice, or left out. */
static void move(const char *text, int times)
{
    unsigned seed = 1282;
    for (int i = 0; i < times; i++) {
        char moved[3 * sizeof sample];
        size_t from = next(&seed) % strlen(text), to = next(&seed) % strlen(text);
        memcpy(moved, text, from);
        memcpy(moved + from, text + to, strlen(text) - to);
        read_one(moved, from + strlen(text) - to);
    }
}

static void test_moved(void **state)
{
    (void)state;
    move(sample, 500);
    move(sample_2, 500);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cut),
        cmocka_unit_test(test_changed),
        cmocka_unit_test(test_moved),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
