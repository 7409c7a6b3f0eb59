/* What others write words in: pages' operators, rich text, e-mails, signs of a font. */
#include "base/hash.h"
#include "comments/content.h"
#include "comments/mail_code.h"
#include "comments/rich.h"
#include "office/symbol.h"
#include "sending/places.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* Of two paragraphs, whose words begin at (70.9, 700) and (70.9, 650.25). */
static uint64_t signature(void)
{
    uint64_t hash = signature_words(signature_mark(HASH_START, "P"), 70900, 700000);
    return signature_words(signature_mark(hash, "P"), 70900, 650250);
}

#define FIRST "/P<</MCID 0>>BDC BT 70.9 700 Td (x) Tj ET EMC "
#define SECOND "/P<</MCID 1>>BDC BT 70.9 650.25 Td [(y)-3(z)]TJ 9 9 Td ET EMC "
#define HEAD "/Artifact<</Type/Layout>>BDC BT 9 9 Td (a) Tj ET EMC "

static const struct {
    const char *what, *content;
    bool same, drawn;
} pages[] = {
    {"as sent", HEAD FIRST SECOND, true, false},
    {"other blanks and numbers",
     "/P <</MCID 0>> BDC\nBT\n70.90 700.0 Td(x)Tj ET\rEMC\n"
     "/P << /MCID 1 /X (/MCID) >> BDC\nBT 70.9000 650.25 Td<7a>Tj ET EMC",
     true, false},
    {"words of a place inside another",
     FIRST "/P<</MCID 1>>BDC /Span<</ActualText(f)>>BDC "
           "BT 70.9 650.25 Td (y) Tj ET EMC EMC",
     true, false},
    {"another head", "/Artifact BMC (BDC /MCID) Tj EMC " FIRST SECOND, true, false},
    {"a comment", "% q 9 9 m\n" FIRST SECOND, true, false},
    {"one is missing", FIRST, false, false},
    {"moved words", "/P<</MCID 0>>BDC BT 72.9 700 Td (x) Tj ET EMC " SECOND, false,
     false},
    {"in another order", SECOND FIRST, false, false},
    {"something behind", FIRST SECOND "q 1 0 0 1 5 5 cm /Fm0 Do Q", true, true},
    {"a picture behind", FIRST SECOND "BI /W 1 ID \x01 EMC (\x02 EI Q", true, true},
    {"a path that is not painted", FIRST SECOND "0 0 9 9 re W n", true, false},
    {"nothing", "", false, false},
};

static void pages_are_known(void **state)
{
    (void)state;
    for (size_t i = 0; i < LEN(pages); i++) {
        const struct page_trace t =
            content_trace(pages[i].content, strlen(pages[i].content));
        if ((t.marked && t.signature == signature()) != pages[i].same)
            fail_msg("%s: %s", pages[i].what, pages[i].same ? "not known" : "known");
        if (t.drawn != pages[i].drawn)
            fail_msg("%s: drawn on: %d", pages[i].what, t.drawn);
    }
}

static void pages_are_turned(void **state)
{
    (void)state;
    static const char content[] =
        "q .5 0 0 .5 10 20 cm q 9 0 0 9 9 9 cm Q 0 -1 1 0 0 842 cm " FIRST;
    static const double want[] = {0, -.5, .5, 0, 10, 441};
    const struct page_trace t = content_trace(content, strlen(content));
    for (size_t i = 0; i < LEN(want); i++)
        if (fabs(t.matrix[i] - want[i]) > 1e-9)
            fail_msg("%zu is %g, not %g", i, t.matrix[i], want[i]);
}

static const struct {
    const char *coded, *plain;
} rich[] = {
    {"<?xml version=\"1.0\"?><body xmlns=\"x\"><p>Should be <b>eight</b></p></body>",
     "Should be eight"},
    {"<p>One</p><p>Two<br/>three</p>", "One\nTwo\nthree"},
    {"a &amp; b &lt;c&gt; &#8217;&#x2265;&nbsp;&rsquo;", "a & b <c> \u2019\u2265 \u2019"},
    {"&unknown; & &#0; &#xD800; &#", "&unknown; & &#0; &#xD800; &#"},
    {"<style>p {}</style><!-- x > y -->text<script>if (a < b)</script>", "text"},
    {"1 < 2 and 3 > 2", "1 < 2 and 3 > 2"},
    {"  a \n b\t", "a b"},
    {"<p", ""},
    {"", ""},
};

static void rich_text_is_plain(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    for (size_t i = 0; i < LEN(rich); i++)
        assert_string_equal(rich_plain(a, rich[i].coded), rich[i].plain);
    arena_free(a);
}

static const struct {
    const char *coded, *plain;
} heads[] = {
    {"=?utf-8?Q?Si=C3=A2n_Ll=C5=B7r?= <s@x>", "Siân Llŷr <s@x>"},
    {"=?UTF-8?B?xbUg?= =?utf-8?B?xbc=?=", "ŵ ŷ"},
    {"=?iso-8859-1*cy?q?caf=E9?=", "café"},
    {"=?windows-1252?Q?=93x=94?= y", "“x” y"},
    {"=?utf-8?Q?no end", "=?utf-8?Q?no end"},
    {"plain", "plain"},
};

static void heads_are_decoded(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    for (size_t i = 0; i < LEN(heads); i++)
        if (strcmp(mail_words(a, heads[i].coded), heads[i].plain) != 0)
            fail_msg("%s: %s", heads[i].coded, mail_words(a, heads[i].coded));
    arena_free(a);
}

static const struct {
    const char *encoding, *bytes, *charset, *plain;
} bodies[] = {
    {"quoted-printable", "T=C5=B7=\r\n Gwyn=\n=3D=4", "utf-8", "Tŷ Gwyn==4"},
    {"BASE64", "VMW3\r\nIQ==", "utf-8", "Tŷ!"},
    {"8bit", "caf\xE9 \x96 \x93x\x94", "windows-1252", "café – “x”"},
    {"", "caf\xE9", "utf-8", "café"}, /* said to be what it is not */
    {"7bit", "plain", "us-ascii", "plain"},
    {"", "T\xC5\xB7", "", "Tŷ"},
};

static void bodies_are_decoded(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    for (size_t i = 0; i < LEN(bodies); i++)
        assert_string_equal(mail_decode(a, bodies[i].encoding, bodies[i].bytes,
                                        strlen(bodies[i].bytes), bodies[i].charset),
                            bodies[i].plain);
    arena_free(a);
}

static const struct {
    const char *font;
    uint32_t code, is;
} signs[] = {
    {"Symbol", 0xF0B3, 0x2265}, {"symbol", 0xB3, 0x2265},  {"Symbol", 0xF061, 0x03B1},
    {"Symbol", 0xF0AE, 0x2192}, {"Symbol", 0xF0FF, 0},     {"Wingdings", 0xF0FC, 0x2713},
    {"Wingdings 2", 0xF021, 0}, {"Arial", 0x2265, 0x2265}, {"Arial", 0xD800, 0},
    {"Symbol", 0x7F, 0},        {"", 0xF041, 'A'},
};

static void signs_are_characters(void **state)
{
    (void)state;
    for (size_t i = 0; i < LEN(signs); i++)
        if (symbol_character(signs[i].font, signs[i].code) != signs[i].is)
            fail_msg("%s %X: %X", signs[i].font, signs[i].code,
                     symbol_character(signs[i].font, signs[i].code));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_are_known),    cmocka_unit_test(pages_are_turned),
        cmocka_unit_test(rich_text_is_plain), cmocka_unit_test(heads_are_decoded),
        cmocka_unit_test(bodies_are_decoded), cmocka_unit_test(signs_are_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
