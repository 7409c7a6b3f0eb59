/* manual.c -- docs/document.md out of the tables of vocabulary.h. */
#include "report/rule.h"

#include <string.h>

static const char *const INTRO =
    "# The document that a template makes\n\n"
    "This page is written from the tables of `src/report/vocabulary.h`; edit it there."
    "\n\n"
    "A template (docs/programmes.md) makes these elements and never text: wording is "
    "`<word key=\"…\"/>`, an author's\ntext is copied as it comes (`<prose n=\"…\"/>`), "
    "a "
    "number is `<fig expr=\"…\"/>`.  An attribute that comes out empty counts\nas not "
    "given.  Ids: those of the template, of the author's blocks, and whatever the "
    "template gives sections and criteria.\n\n"
    "- *block*: wherever blocks may stand; *inline*: wherever text may; *part*: only in "
    "the elements named.\n"
    "- holds *blocks*; *text* (and inline elements); *flow* (blocks, and loose text "
    "counts as a paragraph); *parts*; *nothing*.\n"
    "- `<word>` and `<prose>` give their paragraphs and lists among blocks, and the text "
    "of their single paragraph among\n  text; in flow their first paragraph goes on "
    "with the text before it.\n";

static const char *const RULES_TEXT =
    "\n## What is counted\n\n"
    "- A section with `ref-number` has a reference: the wording of `ref-word` with arg "
    "`n` (\"App 2\"), else that\n  number (\"1.2\").  Its list items are \"1.2 A(3)\", "
    "with the wording "
    "of the list's `ref-word`; its unnumbered paragraphs \"App 2 p4\" and boxes\n  where "
    "the wordings `ref-paragraph` and `ref-box` exist; a table with a caption is "
    "\"Table 1\".\n"
    "- `start=\"continue\"` goes on from the last list of the same kind.\n"
    "- Footnotes are numbered through the report, or anew in each section with "
    "`notes=\"restart\"`.  A note that is named twice\n  keeps its number; its text "
    "stands at its first mark.\n"
    "- `<ref target=\"ID\" form=\"number\"/>` prints a table's or chart's number; for a "
    "section its heading's `number`, else its\n  reference, else its heading.  "
    "`form=\"page\"` prints the wording `ref-page`.\n"
    "- Terms of the house are set in italics wherever text is; those to be expanded, at "
    "their first use in a paragraph or\n  list of the body.  The glossary holds the "
    "terms "
    "that the report uses outside it, and the report's own; a term that\n  only another "
    "term's meaning uses is not added.\n"
    "- `of` of a bar, group or range is a figure as in a mark; of an entry or swatch "
    "`judgement BAND`, whose pattern it shows,\n  or `judgement 1.1`, which it looks "
    "up.\n  An entry of a legend whose pattern no "
    "bar has is dropped.\n";

static const char *const INPUT_TEXT =
    "\n## What a template sees besides docs/programmes.md\n\n"
    "- `<inspection>` has `editions` (languages with an edition: \"en cy\"; those of the "
    "ISBN, else of the area's name) and\n  `registered` (yes when there are earlier "
    "inspections, or `national:` states headlines); `<programme>` holds `<part name>` "
    "and the questions that are not\n"
    "  scored, whose answers are `<choice name>`; a `<questionnaire>` has `given` (yes "
    "when answers were counted).\n"
    "- Lists and maps have `count`; an `<isbn>` an attribute for each language given; a "
    "block its `id`.\n";

static const char *const CONTENTS[] = {"blocks", "text", "flow", "parts", "nothing"};

/* "*part* of cover, signature". */
static void write_place(struct buf *out, enum element_kind k)
{
    const struct element_rule *r = element_rule(k);
    static const char *const classes[] = {"block", "inline", "part"};
    buf_str(out, classes[r->class]);
    const char *parents = element_parents(k);
    if (r->class == CLASS_PART && parents[0] != '\0')
        buf_printf(out, " of %s", parents);
}

static void write_elements(struct buf *out)
{
    buf_str(out, "\n## Elements\n\n| element | stands | holds | attributes | what it is "
                 "|\n|---|---|---|---|---|\n");
    for (enum element_kind k = 0; k < EL_COUNT; k++) {
        const struct element_rule *r = element_rule(k);
        if (k == EL_TEXT)
            continue;
        buf_printf(out, "| `%s` | ", r->name);
        write_place(out, k);
        buf_printf(out, " | %s | %s | %s |\n", CONTENTS[r->content], r->attributes,
                   r->what);
    }
}

static void write_value(struct buf *out, enum element_kind k, enum value_attribute at)
{
    const char *name = value_attribute_name(at);
    buf_printf(out, "| `%s` | `%s` | %s |\n", element_name(k), name,
               value_list(out->a, value_rule(k, name)));
}

static void write_values(struct buf *out)
{
    buf_str(out, "\n## Attributes with fixed values\n\n| element | attribute | values "
                 "|\n|---|---|---|\n");
#define X(name, kind, at) write_value(out, EL_##kind, AT_##at);
    REPORT_CHOICES(X)
    REPORT_COMMON_CHOICES(X)
#undef X
#define X(kind, at, word) write_value(out, EL_##kind, AT_##at);
    REPORT_NUMBERS(X)
#undef X
}

static void write_parts(struct buf *out)
{
    buf_str(out,
            "\n## Parts that an element has everywhere\n\n| element | parts |\n|---|---|"
            "\n");
#define X(kind, list) buf_printf(out, "| `%s` | %s |\n", element_name(EL_##kind), list);
    REQUIRED_PARTS(X)
#undef X
    buf_str(out,
            "\nThe first cover has `area` and `date` besides; tables of kind people and "
            "letter need no caption, and documents about a\nreport none of these.\n");
}

static void write_words(struct buf *out)
{
    buf_str(out, "\n## Wordings that gwasg itself asks for\n\n| key | what it is "
                 "|\n|---|---|\n");
#define X(id, key, what) buf_printf(out, "| `%s` | %s |\n", key, what);
    REPORT_WORDS(X)
#undef X
#define X(id, key)                                                                       \
    buf_printf(out, "| `%s` | set by the %s |\n", key,                                   \
               strncmp(key, "web", 3) == 0 ? "web page" : "layout");
    LAYOUT_WORDS(X)
#undef X
    buf_str(out,
            "\nOf `layout-marking`, `-stage`, `-stage-line`, `-version`, `-hash` and "
            "`-band` the key with `-proof`, `-draft` or `-embargo`\nbehind it is "
            "looked for first; a final has none of them, an embargo and a band only "
            "those of their own.  For a copy\nthat is nobody's `-preview` may follow. "
            " They may use the args `queries`, `hash`, `published`, `draft`, `date`, "
            "`due`,\n`recipient`, `until` and `time`.\n");
}

void vocabulary_document(struct buf *out)
{
    buf_str(out, INTRO);
    write_elements(out);
    write_values(out);
    write_parts(out);
    buf_str(out, RULES_TEXT);
    buf_str(out, INPUT_TEXT);
    write_words(out);
}
