/* fill.c -- lines: where they break, what they hold, how wide they are. */
#include "base/utf8.h"
#include "text/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct fixture {
    struct arena *a;
    struct diags *d;
    struct faces *t;
};

static struct fixture fixture_new(void)
{
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    struct style s = {.fonts = {"Lato-Regular.ttf", "Lato-Bold.ttf", "Lato-Italic.ttf",
                                "Lato-BoldItalic.ttf"}};
    struct faces *t = text_new(a, d, &s, ROOT "/fonts");
    assert_non_null(t);
    return (struct fixture){a, d, t};
}

static void fixture_free(struct fixture f)
{
    text_free(f.t);
    arena_free(f.a);
}

static struct span plain(const char *text)
{
    return (struct span){.text = text,
                         .len = strlen(text),
                         .face = FACE_REGULAR,
                         .size = PT(12),
                         .lang = LANG_EN};
}

/* The lines with "|" between, each piece that is not the first in [ ]. */
static const char *lines_show(struct arena *a, struct lines lines)
{
    struct buf out = buf_new(a);
    for (size_t i = 0; i < lines.count; i++) {
        buf_str(&out, i > 0 ? "|" : "");
        for (size_t j = 0; j < lines.at[i].count; j++) {
            const struct piece *p = &lines.at[i].pieces[j];
            if (p->span->len == 0)
                buf_char(&out, '*');
            else if (j > 0)
                buf_printf(&out, "[%.*s]", (int)p->len, p->text);
            else
                buf_add(&out, p->text, p->len);
        }
    }
    return out.at;
}

static void breaks_test(void **state)
{
    (void)state;
    static const struct {
        const char *what, *text, *want;
        double width;
    } rows[] = {
        {"one line", "The plan was good.", "The plan was good.", 200},
        {"between words, the space stays", "The plan was good.", "The plan |was good.",
         60},
        {"hyphen, three letters on both sides", "a pre-sentence", "a pre-|sentence", 60},
        {"hyphen, one letter before", "send an e-mail", "send an |e-mail", 62},
        {"slash, one letter", "was found n/a", "was found |n/a", 70},
        {"slash, three letters", "this and/orchard", "this and/|orchard", 60},
        {"slash, two letters behind", "this is and/or", "this is |and/or", 62},
        {"the least evil in a narrow cell", "e-mail", "e-|mail", 30},
        {"number keeps %", "it is 92 %", "it is |92 %", 45},
        {"number keeps its noun", "in the 62 cases", "in the |62 cases", 62},
        {"thousands too", "in the 1,200 cases", "in the |1,200 cases", 78},
        {"a decimal number too", "it ran 4.5 miles", "it ran |4.5 miles", 66},
        {"not behind a stop", "in no 62. cases", "in no 62. |cases", 62},
        {"nor behind a comma", "as in 62, cases", "as in 62, |cases", 66},
        {"a bracket before it", "all (62 cases)", "all |(62 cases)", 55},
        {"not a year", "in 2012 there were", "in 2012 |there were", 70},
        {"noun too long: between the words", "62 representatives", "62 |representatives",
         95},
        {"dash stays with the word before", "plan – late", "plan – |late", 35},
        {"and goes to the next line with it", "the plan – late", "the |plan – |late", 41},
        {"em dash", "the plan\u2014sometimes", "the plan\u2014|sometimes", 70},
        {"no-break space", "see page\u00A08", "see |page 8", 46},
        {"no-break hyphen", "see sub\u2011sections", "see |sub-sections", 72},
        {"soft hyphen and zero width space go", "sen\u00ADtence sub\u200Bsection",
         "sentence |subsection", 60},
        {"zero width space breaks", "subject\u200Bsection", "subject|section", 45},
        {"line end in the source is a space", "one\ntwo", "one |two", 30},
        {"a word wider than the line", "Llanfairpwllgwyngyll",
         "Llanfair\u00AD|pwllgwy|ngyll", 50},
        {"bracket stays", "the plan (see below)", "the plan |(see below)", 66},
        {"a condition behind its sign", "(sentence=rehabilitation)",
         "(sentence=|rehabilitation)", 100},
        {"an address not behind its scheme", "see https://example.org/plans",
         "see https://example.|org/plans", 125},
        {"nor behind www.", "see www.example.org/plans", "see |www.example.|org/plans",
         85},
        {"but behind a slash", "see https://example.org/plans",
         "see https://example.org/|plans", 155},
        {"and at no hyphen", "see https://example.org/our-plans",
         "see https://example.org/|our-plans", 175},
        {"nor before the end of its sentence", "(https://example.org/a.)",
         "(https://example.|org/a.)", 112},
        {"number, letter, noun", "there were 45 o achosion", "there were |45 o achosion",
         120},
        {"a share keeps its words", "they were in 28 of the 45 cases (62%).",
         "they were in 28 of the |45 cases (62%).", 160},
        {"a letter and its word", "it was found that a plan", "it was found that |a plan",
         110},
        {"the two words of a name", "our thanks are due to Piers Lanyon",
         "our thanks are due to |Piers Lanyon", 160},
        {"a word and its number", "what we saw is all in Table 2",
         "what we saw is all in |Table 2", 140},
        {"a compound", "what they took was their self-assessment",
         "what they took was their |self-assessment", 195},
        {"no last line of a short word", "the first of the plans was not read by us",
         "the first of the plans was not read |by us", 204},
        {"apostrophe", "the children\u2019s plan", "the |children\u2019s |plan", 60},
    };
    struct fixture f = fixture_new();
    for (size_t i = 0; i < LEN(rows); i++) {
        struct span s = plain(rows[i].text);
        length w = PT(rows[i].width);
        const char *got = lines_show(f.a, text_fill(f.t, f.a, f.d, &s, 1, w, false));
        if (strcmp(got, rows[i].want) != 0)
            fail_msg("%s: got \"%s\", want \"%s\"", rows[i].what, got, rows[i].want);
    }
    assert_int_equal(diags_errors(f.d), 0);
    fixture_free(f);
}

/* A word wider than its line has a hyphen by its language, a soft one for readers; what
 * is no word is cut, and said. */
static void hyphens_test(void **state)
{
    (void)state;
    static const struct {
        const char *what, *text, *want;
        double width;
        enum lang lang;
        bool said;
    } rows[] = {
        {"a judgement", "Requires improvement", "Requires |improve\u00AD|ment", 60,
         LANG_EN, false},
        {"a head", "Target", "Tar\u00AD|get", 25, LANG_EN, false},
        {"none where the word fits", "improvement plan", "improvement |plan", 75, LANG_EN,
         false},
        {"capitals", "SAFEGUARDING", "SAFE\u00AD|GUARD\u00AD|ING", 55, LANG_EN, false},
        {"beside marks", "(safeguarding)", "(safe\u00AD|guarding)", 50, LANG_EN, false},
        {"by the rules of Welsh", "annigonolrwydd", "annigonol\u00AD|rwydd", 60, LANG_CY,
         false},
        {"its letters are whole", "cyfathrebu", "cyfa\u00AD|threbu", 45, LANG_CY, false},
        {"a number is none", "183,400", "183,|400", 30, LANG_EN, true},
        {"nor is an address", "name@example.org", "name@ex|ample.org", 55, LANG_EN, true},
        {"more hyphens than two", "internationalisation",
         "inter\u00AD|na\u00AD|tion\u00AD|alisa\u00AD|tion", 32, LANG_EN, true},
        {"too narrow for its syllables", "Target", "Ta|rg|et", 16, LANG_EN, true},
    };
    struct fixture f = fixture_new();
    for (size_t i = 0; i < LEN(rows); i++) {
        struct span s = plain(rows[i].text);
        s.lang = rows[i].lang;
        size_t before = diags_warnings(f.d);
        struct lines lines = text_fill(f.t, f.a, f.d, &s, 1, PT(rows[i].width), false);
        const char *got = lines_show(f.a, lines);
        if (strcmp(got, rows[i].want) != 0)
            fail_msg("%s: got \"%s\", want \"%s\"", rows[i].what, got, rows[i].want);
        for (size_t k = 0; k < lines.count && !rows[i].said; k++)
            if (lines.at[k].width > PT(rows[i].width))
                fail_msg("%s: line %zu is too wide", rows[i].what, k);
        if ((diags_warnings(f.d) > before) != rows[i].said)
            fail_msg("%s: %s", rows[i].what, rows[i].said ? "not said" : "said");
    }
    fixture_free(f);
}

/* Lines of about one length do not part a name from a small word before it. */
static void balanced_test(void **state)
{
    (void)state;
    static const struct {
        const char *text, *want;
        double width;
    } rows[] = {
        {"ym Mro Elystan ac yng Nglannau Morfaen",
         "ym Mro Elystan ac |yng Nglannau Morfaen", 160},
        {"young people in Aldermoor and Thornby helped",
         "young people in Aldermoor |and Thornby helped", 175},
        {"what was done and what had not been done",
         "what was done and |what had not been done", 160},
    };
    struct fixture f = fixture_new();
    for (size_t i = 0; i < LEN(rows); i++) {
        struct span s = plain(rows[i].text);
        length w = PT(rows[i].width);
        const char *got = lines_show(f.a, text_fill(f.t, f.a, f.d, &s, 1, w, true));
        if (strcmp(got, rows[i].want) != 0)
            fail_msg("got \"%s\", want \"%s\"", got, rows[i].want);
    }
    fixture_free(f);
}

static void spans_test(void **state)
{
    (void)state;
    struct span bold = plain("bar"), space = plain(" "), swatch = {.inset = PT(16)};
    bold.face = FACE_BOLD;
    struct span ends = plain("HM Inspectorate"), none = {.hard_break = true};
    struct span whole = plain("one two three");
    ends.hard_break = whole.no_break = true;
    const struct {
        const char *what;
        struct span spans[4];
        const char *want;
        double width;
    } rows[] = {
        {"spaces stay in their spans",
         {plain("foo "), bold, plain(" baz")},
         "foo [bar][ baz]",
         200},
        {"a space at a line's end joins what stands before",
         {plain("foo "), bold, plain(" baz")},
         "foo [bar ]|baz",
         45},
        {"a span that is only a space joins too",
         {plain("foo"), space, bold},
         "foo [bar]",
         200},
        {"a space at the start joins what follows", {space, bold}, " bar", 200},
        {"an inset",
         {plain("Comment: "), swatch, plain("Moderate")},
         "Comment: *[Moderate]",
         200},
        {"an inset goes with the word behind it",
         {plain("Comment: "), swatch, plain("Moderate")},
         "Comment: |*[Moderate]",
         90},
        {"a hard break brings a space",
         {ends, plain("of Probation")},
         "HM Inspectorate |of Probation",
         200},
        {"a hard break of its own too",
         {plain("foo"), none, plain("bar")},
         "foo *|bar",
         200},
        {"a hard break at the end adds no line", {ends}, "HM Inspectorate", 200},
        {"never broken inside", {plain("and "), whole}, "and |one two three", 85},
        {"a word over two spans", {plain("the sen"), bold}, "the |sen[bar]", 45},
    };
    struct fixture f = fixture_new();
    for (size_t i = 0; i < LEN(rows); i++) {
        size_t n = 0;
        length w = PT(rows[i].width);
        while (n < 4 && (rows[i].spans[n].len > 0 || rows[i].spans[n].inset > 0 ||
                         rows[i].spans[n].hard_break))
            n++;
        const char *got =
            lines_show(f.a, text_fill(f.t, f.a, f.d, rows[i].spans, n, w, false));
        if (strcmp(got, rows[i].want) != 0)
            fail_msg("%s: got \"%s\", want \"%s\"", rows[i].what, got, rows[i].want);
    }
    fixture_free(f);
}

/* Of any text: nothing is lost, glyphs add up, and a line is too wide only when it is one
 * cluster. */
static void random_test(void **state)
{
    (void)state;
    static const char *const bits[] = {
        "a", "sentence", " ", " ",      "-",  "/", "(",  ")",    "62", "%",
        ",", "\u2013",   "ŵ", "\u2019", "ff", "W", "AV", "2012", "…",  "\u00A0"};
    struct fixture f = fixture_new();
    unsigned seed = 1;
    for (int round = 0; round < 500; round++) {
        struct buf text[3] = {buf_new(f.a), buf_new(f.a), buf_new(f.a)};
        struct span spans[3];
        struct buf want = buf_new(f.a), got = buf_new(f.a);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 12; j++)
                buf_str(&text[i], bits[(seed = seed * 1103515245 + 12345) >> 16 & 15]);
            buf_str(&text[i], bits[(seed >> 8) % LEN(bits)]);
            spans[i] = plain(text[i].at);
            spans[i].face = (enum face)(i % FACE_COUNT);
            buf_str(&want, text[i].at);
        }
        length width = PT(20 + round % 120);
        struct lines lines = text_fill(f.t, f.a, f.d, spans, 3, width, false);
        for (size_t i = 0; i < lines.count; i++) {
            const struct line *l = &lines.at[i];
            size_t clusters = 0;
            for (size_t j = 0; j < l->count; j++) {
                const struct piece *p = &l->pieces[j];
                size_t bytes = 0;
                for (size_t g = 0; g < p->count; g++) {
                    bytes += p->glyphs[g].bytes;
                    clusters += p->glyphs[g].bytes > 0;
                }
                assert_int_equal(bytes, p->len);
                buf_add(&got, p->text, p->len);
            }
            if (l->width > width && clusters > 1)
                fail_msg("\"%s\": a line %.1f wide in %.1f", want.at, POINTS(l->width),
                         POINTS(width));
        }
        for (char *soft; got.at != NULL && (soft = strstr(got.at, "\u00AD")) != NULL;)
            memmove(soft, soft + 2, strlen(soft + 2) + 1);
        for (char *nbsp; (nbsp = strstr(want.at, "\u00A0")) != NULL;) {
            *nbsp = ' ';
            memmove(nbsp + 1, nbsp + 2, strlen(nbsp + 2) + 1);
        }
        assert_string_equal(got.at, want.at);
    }
    fixture_free(f);
}

static length width_of(struct fixture f, const char *text)
{
    struct span s = plain(text);
    return text_width(f.t, f.d, &s, 1);
}

static void width_test(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    assert_int_equal(width_of(f, ""), 0);
    assert_true(width_of(f, "AV") < width_of(f, "A") + width_of(f, "V"));
    assert_true(width_of(f, "fi") == width_of(f, "f") + width_of(f, "i"));
    struct span s = plain("one three two");
    length widest = text_widest_word(f.t, f.a, f.d, &s, 1);
    assert_int_equal(widest, width_of(f, "three"));
    s.tracking = PT(-0.5);
    assert_int_equal(text_width(f.t, f.d, &s, 1),
                     width_of(f, "one three two") + 13 * PT(-0.5));
    /* the kerning to spaces is what shaping the whole line gives: "P " and " A" */
    assert_true(width_of(f, "P A") !=
                width_of(f, "P") + width_of(f, " ") + width_of(f, "A"));
    fixture_free(f);
}

static void missing_test(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    struct span s = plain("one 中 two 中");
    text_fill(f.t, f.a, f.d, &s, 1, PT(100), false);
    text_fill(f.t, f.a, f.d, &s, 1, PT(100), false);
    struct buf out = buf_new(f.a);
    diags_print(f.d, DIAG_SHORT, &out);
    assert_string_equal(
        out.at, "gwasg: error: character that the font does not have: \"中\" (U+4E2D); "
                "write it another way, in letters that the font has [GLYPH_MISSING]\n");
    fixture_free(f);
}

static void place_test(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    struct tag tag = {0};
    struct span spans[] = {plain("text"), {.inset = PT(3)}, plain("8")};
    spans[0].tag = &tag;
    spans[2].rise = PT(4.5);
    struct lines lines = text_fill(f.t, f.a, f.d, spans, 3, PT(100), false);
    struct page page = {0};
    line_place(f.a, &page, &lines.at[0], PT(10), PT(20), ARTIFACT_NONE);
    assert_int_equal(page.items.len, 2);
    assert_ptr_equal(page.items.at[0].tag, &tag);
    assert_int_equal(page.items.at[1].artifact, ARTIFACT_LAYOUT);
    assert_int_equal(page.items.at[1].y, PT(15.5));
    assert_int_equal(page.items.at[1].x, PT(13) + width_of(f, "text"));
    line_place(f.a, &page, &lines.at[0], 0, 0, ARTIFACT_HEADER);
    assert_null(page.items.at[2].tag);
    assert_int_equal(page.items.at[2].artifact, ARTIFACT_HEADER);
    fixture_free(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(breaks_test),   cmocka_unit_test(hyphens_test),
        cmocka_unit_test(balanced_test), cmocka_unit_test(spans_test),
        cmocka_unit_test(random_test),   cmocka_unit_test(width_test),
        cmocka_unit_test(missing_test),  cmocka_unit_test(place_test),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
