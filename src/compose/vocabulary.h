/* vocabulary.h -- the words of a report tree: every element, where it may stand, what it
 * holds, which attributes it takes.  One table: it validates what templates make, names
 * the enums, and writes docs/document.md.
 *
 * X(id, name, class, content, attributes, what it is)
 *   class    BLOCK stands wherever blocks may; INLINE wherever text may;
 *            PART only inside the elements of `parents` (second table)
 *   content  BLOCKS, INLINES (text and inline elements), FLOW (a run of text counts as a
 *            p), PARTS (only the parts that name it as parent), NOTHING */
#ifndef COMPOSE_VOCABULARY_H
#define COMPOSE_VOCABULARY_H

/* clang-format off */
#define REPORT_ELEMENTS(X)                                                               \
    X(REPORT, "report", PART, BLOCKS, "kind",                                            \
      "the whole document; kind: letter (headings in the sizes of a letter), sides (two " \
      "editions side by side)")                                                          \
    X(TITLE, "title", PART, INLINES, "", "of the report (metadata), of a box, of a divider")           \
    X(SUBJECT, "subject", PART, INLINES, "", "what the report is about (metadata)")      \
    X(KEYWORDS, "keywords", PART, INLINES, "", "for those who search (metadata)")        \
    X(FOOT, "foot", PART, INLINES, "", "the running foot")                               \
    X(COVER, "cover", BLOCK, PARTS, "", "the first page")                                \
    X(NAME, "name", PART, INLINES, "lang", "a body on the cover; a signatory")           \
    X(STRAP, "strap", PART, INLINES, "lang", "the programme, on the cover")              \
    X(LEAD, "lead", PART, INLINES, "", "the line over the area's name")                  \
    X(AREA, "area", PART, INLINES, "", "the area's name, large")                         \
    X(DATE, "date", PART, INLINES, "", "of publication; of a signature")                 \
    X(ISBN, "isbn", PART, INLINES, "", "the number of this edition")                     \
    X(OTHER, "other", PART, INLINES, "lang", "the line about the other edition")         \
    X(LETTERHEAD, "letterhead", BLOCK, PARTS, "",                                        \
      "over a letter: names at the left, address at the right, the programme under a "   \
      "rule; its page has no foot")                                                      \
    X(ADDRESS, "address", PART, INLINES, "", "of who writes the letter")                 \
    X(TOC, "toc", BLOCK, NOTHING, "depth kind",                                          \
      "contents of the sections that follow; kind: section, of those in its own section") \
    X(SECTION, "section", BLOCK, BLOCKS, "id break toc group notes ref-word ref-number", \
      "a heading and what belongs under it")                                             \
    X(HEADING, "heading", BLOCK, INLINES, "level number bar",                            \
      "its level is 1 to 4, none is skipped; `bar` is a colour of the palette")          \
    X(ASIDE, "aside", PART, PARTS, "", "a score right of a heading; a box's right note") \
    X(LABEL, "label", PART, INLINES, "", "over a value; of a bar, a group, a field")     \
    X(VALUE, "value", PART, INLINES, "", "a score in large figures")                     \
    X(P, "p", BLOCK, INLINES, "id role lang",                                            \
      "a paragraph; role: lead-in, side (smaller, grey), key (of a table), title (as an " \
      "H1 that stood on the divider before it)")                                         \
    X(DIVIDER, "divider", BLOCK, BLOCKS, "",                                             \
      "a page that opens a theme: label, value (its number) and heading on colour, "     \
      "further blocks under it")                                                         \
    X(LOGO, "logo", PART, PARTS, "src", "a partner's picture, at the foot of the cover") \
    X(RATING, "rating", BLOCK, BLOCKS, "id",                                             \
      "heading, stars and comment at the left; blocks at the right")                     \
    X(STARS, "stars", BLOCK, INLINES, "n of",                                            \
      "so many of so many stars; it holds what a reader hears of them")                  \
    X(LIST, "list", BLOCK, PARTS, "id kind start ref-word",                              \
      "kind: bullet, paren (1), dot 1., roman i.; start: a number, or continue")         \
    X(ITEM, "item", PART, FLOW, "id", "of a list, of paragraphs")                        \
    X(PARAGRAPHS, "paragraphs", BLOCK, PARTS, "id number start",                         \
      "numbered paragraphs: `number` 2 makes 2.1., 2.2., none 1., 2.; further blocks of " \
      "an item stand under it without a number")                                         \
    X(KEEP, "keep", BLOCK, BLOCKS, "", "stays on one page where it can")                 \
    X(PAGEBREAK, "pagebreak", BLOCK, NOTHING, "", "a new page")                          \
    X(TABLE, "table", BLOCK, PARTS, "id kind",                                           \
      "kind: normal, dense, national, glossary, people, letter (who to, who from), sides " \
      "(two editions: place, English, Welsh, box to tick)")                              \
    X(CAPTION, "caption", PART, INLINES, "", "of a table or chart; its number is added") \
    X(COL, "col", PART, NOTHING, "width align own",                                      \
      "a column: width in points or `rest`; align: left, right; own: yes (tint)")        \
    X(THEAD, "thead", PART, PARTS, "", "rows that are repeated on each page")            \
    X(TBODY, "tbody", PART, PARTS, "", "the rows")                                       \
    X(TR, "tr", PART, PARTS, "role", "role: group (a heading row), total, page (what " \
      "follows begins one)")                                                             \
    X(TH, "th", PART, FLOW, "colspan rowspan scope number lang", "scope: column, row")   \
    X(TD, "td", PART, FLOW, "colspan rowspan number lang", "a cell")                     \
    X(RANGE, "range", BLOCK, NOTHING, "of", "lowest to highest of a headline, in a cell") \
    X(BOX, "box", BLOCK, BLOCKS, "id kind",                                              \
      "kind: case, inspector, young-person, parent, expect")                             \
    X(SCOREBOX, "scorebox", BLOCK, BLOCKS, "id",                                         \
      "label and value at the left; heading, blocks, comment at the right")              \
    X(PANEL, "panel", BLOCK, BLOCKS, "id",                                               \
      "value and comment at the left; heading, blocks, meaning at the right")            \
    X(COMMENT, "comment", PART, INLINES, "", "what a score means for the work")          \
    X(MEANING, "meaning", PART, FLOW, "", "what a score says in plain words")            \
    X(QUOTATION, "quotation", BLOCK, BLOCKS, "", "words of a person, large")             \
    X(BY, "by", PART, INLINES, "", "who said it")                                        \
    X(SIGNATURE, "signature", BLOCK, PARTS, "src", "picture, name, role, date")          \
    X(ROLE, "role", PART, INLINES, "", "of a signatory")                                 \
    X(FIGURE, "figure", BLOCK, PARTS, "id src width", "a picture")                       \
    X(ALT, "alt", PART, INLINES, "",                                                     \
      "what a picture or chart shows, in words; of a form: what stands over the same "   \
      "form as a table, which is not printed")                                           \
    X(CHART, "chart", BLOCK, PARTS, "id kind of",                                        \
      "kind: scores (bars to 100%), sample (counts on one scale), stacked (`of`: what a " \
      "whole bar counts, `cases`)")                                                      \
    X(LEGEND, "legend", PART, PARTS, "", "only entries whose fill occurs are kept")      \
    X(ENTRY, "entry", PART, INLINES, "of fill",                                          \
      "of a legend: `judgement BAND`; fill: solid, short, white, of a stacked chart")    \
    X(GROUP, "group", PART, PARTS, "of", "bars under a title; `of`: its own score")      \
    X(BAR, "bar", PART, PARTS, "of number", "`of`: what it measures, as in a mark")      \
    X(REMARK, "remark", PART, INLINES, "", "words at the end of a bar")                  \
    X(FORM, "form", BLOCK, PARTS, "n",                                                   \
      "rows of fields that a reader fills in; `n`: of the comment that it takes, in a "  \
      "frame, its fields named cNN.NAME")                                                \
    X(FIELDS, "fields", PART, PARTS, "kind role",                                        \
      "a row; kind: above, beside (where the labels stand), fixed (printed, not to be "  \
      "changed); role: answer (of the inspectorate, on tint)")                           \
    X(FIELD, "field", PART, PARTS, "name width lines",                                   \
      "a label and a box to type in, so many lines high, or choices; width in points "   \
      "or `rest`; a value that it has from the start")                                   \
    X(CHOICE, "choice", PART, INLINES, "name", "one of a field's; name: what it stands for") \
    X(GLOSSARY, "glossary", BLOCK, PARTS, "id",                                          \
      "the terms that the report uses, and its own; two th, the heads, are its parts")   \
    X(EM, "em", INLINE, INLINES, "", "emphasis; a term of the house")                    \
    X(STRONG, "strong", INLINE, INLINES, "", "")                                         \
    X(SPAN, "span", INLINE, INLINES, "lang", "words in another language")                \
    X(CAPS, "caps", INLINE, INLINES, "", "printed in capitals, read as written")         \
    X(LINK, "link", INLINE, INLINES, "href target", "to an address or to an id")         \
    X(REF, "ref", INLINE, NOTHING, "target form",                                        \
      "form: number (Table 1, Appendix 5), page (its page)")                             \
    X(PAGENUM, "pagenum", INLINE, NOTHING, "target", "the number of an id's page")       \
    X(NOTE, "note", INLINE, BLOCKS, "name", "a footnote")                                \
    X(FIG, "fig", INLINE, NOTHING, "expr", "a figure, as in a mark")                     \
    X(SWATCH, "swatch", INLINE, NOTHING, "of fill",                                      \
      "the pattern of a judgement; fill: range, average, own in a table's key; white "   \
      "(an empty box), tick")                                                            \
    X(QUERY, "query", INLINE, INLINES, "", "an editor's question")                       \
    X(UNTRANSLATED, "untranslated", INLINE, INLINES, "lang state",                       \
      "text of the other language in the place of one that has not come, marked; state: " \
      "missing, stale (its source has changed since)")                                   \
    X(BREAK, "br", INLINE, NOTHING, "", "a line break")                                  \
    X(WORD, "word", INLINE, PARTS, "key count", "fixed wording; resolved before layout") \
    X(WITH, "with", PART, INLINES, "name", "fills `((arg NAME))` of a wording")          \
    X(PROSE, "prose", INLINE, NOTHING, "n", "an author's text; resolved before layout")  \
    X(TEXT, "#text", INLINE, NOTHING, "", "characters")
/* clang-format on */

/* Which elements a PART may stand in. */
/* clang-format off */
#define REPORT_PARENTS(X)                                                                \
    X(REPORT, "") X(TITLE, "report box legend divider") X(SUBJECT, "report")                     \
    X(KEYWORDS, "report") X(FOOT, "report")                                              \
    X(NAME, "cover signature letterhead") X(STRAP, "cover letterhead")                   \
    X(ADDRESS, "letterhead") X(LEAD, "cover") X(AREA, "cover")                           \
    X(DATE, "cover signature") X(ISBN, "cover") X(OTHER, "cover")                        \
    X(ASIDE, "heading box") X(LABEL, "aside scorebox bar group divider field")           \
    X(LOGO, "cover")                                                                     \
    X(VALUE, "aside scorebox panel group divider field") X(ITEM, "list paragraphs")      \
    X(CAPTION, "table chart figure")                                                     \
    X(COL, "table") X(THEAD, "table") X(TBODY, "table") X(TR, "thead tbody")             \
    X(TH, "tr glossary") X(TD, "tr") X(COMMENT, "scorebox panel rating")                 \
    X(MEANING, "panel")                                                                  \
    X(BY, "quotation") X(ROLE, "signature") X(ALT, "figure chart signature logo form")   \
    X(LEGEND, "chart") X(ENTRY, "legend") X(GROUP, "chart") X(BAR, "chart group")        \
    X(REMARK, "bar") X(WITH, "word") X(FIELDS, "form") X(FIELD, "fields")                \
    X(CHOICE, "field")
/* clang-format on */

/* clang-format off */
#define REPORT_ATTRIBUTES(X)                                                             \
    X(ID, "id") X(LANG, "lang") X(DEPTH, "depth") X(BREAK, "break") X(TOC, "toc")        \
    X(GROUP, "group") X(NOTES, "notes") X(REF_WORD, "ref-word")                          \
    X(REF_NUMBER, "ref-number") X(LEVEL, "level") X(NUMBER, "number") X(BAR, "bar")      \
    X(ROLE, "role") X(KIND, "kind") X(START, "start") X(WIDTH, "width")                  \
    X(ALIGN, "align") X(OWN, "own") X(COLSPAN, "colspan") X(ROWSPAN, "rowspan")          \
    X(SCOPE, "scope") X(OF, "of") X(SRC, "src") X(HREF, "href") X(TARGET, "target")      \
    X(FORM, "form") X(NAME, "name") X(EXPR, "expr") X(FILL, "fill") X(KEY, "key")        \
    X(COUNT, "count") X(N, "n") X(STATE, "state") X(LINES, "lines")
/* clang-format on */

/* What an attribute may say in an element; those that are not here take any text.  A word
 * in capitals is a kind of value: NUMBER is a whole number from 1. */
/* clang-format off */
#define REPORT_VALUES(X)                                                                 \
    X(LIST, KIND, "bullet paren dot roman") X(LIST, START, "NUMBER continue")            \
    X(PARAGRAPHS, START, "NUMBER continue")                                              \
    X(TABLE, KIND, "normal dense national glossary people letter sides")                 \
    X(REPORT, KIND, "letter sides")                                                      \
    X(BOX, KIND, "case inspector young-person parent expect")                            \
    X(CHART, KIND, "scores sample stacked") X(P, ROLE, "lead-in side key title")         \
    X(TR, ROLE, "group total page") X(TH, SCOPE, "column row") X(COL, ALIGN, "left right")    \
    X(COL, OWN, "yes no") X(REF, FORM, "number page")                                    \
    X(HEADING, LEVEL, "1 2 3 4") X(TOC, DEPTH, "1 2 3 4")                                \
    X(TOC, KIND, "report section") X(STARS, N, "NUMBER")                                 \
    X(STARS, OF, "NUMBER") X(FORM, N, "NUMBER") X(FIELD, LINES, "NUMBER")                \
    X(FIELD, WIDTH, "rest NUMBER") X(COL, WIDTH, "rest NUMBER")                          \
    X(FIGURE, WIDTH, "NUMBER")                                                           \
    X(FIELDS, KIND, "above beside fixed") X(FIELDS, ROLE, "answer")                      \
    X(SECTION, NOTES, "restart") X(TH, COLSPAN, "NUMBER") X(TH, ROWSPAN, "NUMBER")       \
    X(TD, COLSPAN, "NUMBER") X(TD, ROWSPAN, "NUMBER") X(SPAN, LANG, "en cy")             \
    X(P, LANG, "en cy") X(TH, LANG, "en cy") X(TD, LANG, "en cy")                        \
    X(NAME, LANG, "en cy") X(STRAP, LANG, "en cy") X(OTHER, LANG, "en cy")  \
    X(UNTRANSLATED, LANG, "en cy") X(UNTRANSLATED, STATE, "missing stale")
/* clang-format on */

/* Wordings that C itself asks for, besides those of layout (report.h) and the patterns
 * of numbers (docs/programmes.md).  `required` ones are said when they are missing;
 * without an optional one its piece of text is left out. */
/* clang-format off */
#define REPORT_WORDS(X)                                                                  \
    X(CAPTION_TABLE, "caption-table", "before a table's caption; arg n")                 \
    X(CAPTION_CHART, "caption-chart", "before a chart's caption; arg n")                 \
    X(REF_TABLE, "ref-table", "a reference to a table; arg n")                           \
    X(REF_CHART, "ref-chart", "a reference to a chart; arg n")                           \
    X(REF_PAGE, "ref-page", "a reference to a page; arg page")                           \
    X(LINK_PAGE, "link-page", "optional: behind a link to a block; arg page")            \
    X(RECIPIENT, "recipient", "who gets a copy; args name, body")                        \
    X(STAGE_TITLE, "stage-title", "optional, `-draft`, `-embargo`: in the metadata; arg title") \
    X(REF_PARAGRAPH, "ref-paragraph", "optional: letter of a paragraph's reference")     \
    X(REF_BOX, "ref-box", "optional: letter of a box's reference")                       \
    X(REF_HEAD, "ref-heading", "optional: letter of a heading's reference")              \
    X(REF_ROW, "ref-row", "optional: letter of a table row's reference")                 \
    X(REF_NOTE, "ref-note", "optional: letter of a footnote's reference")                \
    X(REF_COVER, "ref-cover", "optional: the reference of the cover")                    \
    X(REF_HEAD_OF_LETTER, "ref-letterhead", "optional: the reference of a letterhead")   \
    X(UNTRANSLATED, "layout-untranslated", "before text that is not translated yet")     \
    X(STALE, "layout-stale", "before text that has changed since it was translated")     \
    X(NOT_SCORED, "not-scored", "a score or judgement where nothing applied")            \
    X(AUTHOR, "author", "optional: the publisher, in the metadata")                      \
    X(FORM_NAME, "form-name", "what a field is called; args n (of a comment), label")    \
    X(FORM_NUMBER, "form-number", "optional: which comment a block is for; arg n")       \
    X(FORM_DUE, "form-due", "optional: over a response form; arg due, a date")           \
    X(FORM_CHOICE, "form-choice", "the same of a choice; args field, label")             \
    X(AREA_IN, "pattern-area-in", "`#` an area whose own `in` form is not given")        \
    X(AREA_OF, "pattern-area-of", "the same for `of`")                                   \
    X(AREA_TO, "pattern-area-to", "the same for `to`")                                   \
    X(AREA_AND, "pattern-area-and", "the same for `and`")                                \
    X(FIGURES_TITLE, "figures-title", "figures proof: heading")                          \
    X(FIGURES_INTRO, "figures-intro", "figures proof: what it is")                       \
    X(FIGURES_PLACE, "figures-place", "figures proof: head of a column")                 \
    X(FIGURES_SENTENCE, "figures-sentence", "the same")                                  \
    X(FIGURES_QUESTION, "figures-question", "the same")                                  \
    X(FIGURES_COUNT, "figures-count", "the same")                                        \
    X(FIGURES_BASE, "figures-base", "the same")                                          \
    X(FIGURES_PERCENT, "figures-percent", "the same")                                    \
    X(FIGURES_SEEN, "figures-seen", "the same: the box to tick")                         \
    X(FIGURES_NOT, "figures-not", "behind a question whose insufficient cases count")    \
    X(FIGURES_APPLICABLE, "figures-applicable", "optional: where its base was counted")  \
    X(FIGURES_TYPED, "figures-typed", "before the source of a typed figure")             \
    X(FIGURES_STATED, "figures-stated", "a score that the inspection states")            \
    X(FIGURES_CASES, "figures-cases", "the question behind a number of cases")           \
    X(SIDES_TITLE, "sides-title", "proof of two editions: heading")                      \
    X(SIDES_INTRO, "sides-intro", "the same: what it is")                                \
    X(SIDES_LANGUAGE, "sides-language", "the same: the name of this language, a head")   \
    X(SIDES_FILE, "sides-file", "the same: over the titles of the file and the foot")    \
    X(SIDES_ALONE, "sides-alone", "the same: so many rows in one language; arg n")       \
    X(SIDES_LINE, "sides-line", "optional, the same: under the upper marking")
/* clang-format on */

#endif
