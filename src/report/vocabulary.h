/* vocabulary.h -- the words of a report tree: every element, where it may stand, what it
 * holds, which attributes it takes.  One table: it validates what templates make, names
 * the enums, and writes docs/document.md.
 *
 * X(id, name, class, content, attributes, what it is)
 *   class    BLOCK stands wherever blocks may; INLINE wherever text may;
 *            PART only inside the elements of `parents` (second table)
 *   content  BLOCKS, INLINES (text and inline elements), FLOW (a run of text counts as a
 *            p), PARTS (only the parts that name it as parent), NOTHING */
#ifndef REPORT_VOCABULARY_H
#define REPORT_VOCABULARY_H

/* clang-format off */
#define REPORT_ELEMENTS(X)                                                               \
    X(REPORT, "report", PART, BLOCKS, "kind pages",                                      \
      "the whole document; kind: letter (headings in the sizes of a letter), sides (two " \
      "editions side by side); pages: how many it should have at most")                                                          \
    X(TITLE, "title", PART, INLINES, "", "of the report (metadata), of a box, of a divider")           \
    X(SUBJECT, "subject", PART, INLINES, "", "what the report is about (metadata)")      \
    X(KEYWORDS, "keywords", PART, INLINES, "", "for those who search (metadata)")        \
    X(FOOT, "foot", PART, INLINES, "kind",                                               \
      "the running foot; kind: section (on right-hand pages the name of the section "    \
      "stands in its place)")                                                            \
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
    X(ASIDE, "aside", PART, PARTS, "kind",                                               \
      "a score right of a heading; a label alone: over the column beside findings; a "   \
      "box's right note; kind: over (a line over a heading, which then prints no number: " \
      "label left, value right, a rule under all)")                                      \
    X(RIBBON, "ribbon", BLOCK, PARTS, "",                                                \
      "scores in a row, each a link to what it is of")                                   \
    X(TAB, "tab", PART, PARTS, "target number own group",                                \
      "of a ribbon: the label is heard, number and value are printed; own: yes (where "  \
      "one is); group: yes (room before it)")                                            \
    X(LABEL, "label", PART, INLINES, "", "over a value; of a bar, a group, a field")     \
    X(VALUE, "value", PART, INLINES, "", "a score in large figures")                     \
    X(P, "p", BLOCK, INLINES, "id role lang",                                            \
      "a paragraph; role: lead-in, side (smaller, grey), key (of a table), title (as an " \
      "H1 that stood on the divider before it), standfirst (larger, under a heading)")                                         \
    X(DIVIDER, "divider", BLOCK, BLOCKS, "",                                             \
      "a page that opens a theme: label, value (its number) and heading on colour, "     \
      "further blocks under it")                                                         \
    X(LOGO, "logo", PART, PARTS, "src picture", "a partner's picture, at the foot of the cover") \
    X(RATING, "rating", BLOCK, BLOCKS, "id kind",                                        \
      "a box: heading, stars and comment, at the left; blocks at the right")             \
    X(STARS, "stars", BLOCK, INLINES, "n of",                                            \
      "so many of so many stars; it holds what a reader hears of them")                  \
    X(LIST, "list", BLOCK, PARTS, "id kind start ref-word",                              \
      "kind: bullet, paren (1), dot 1., roman i., paren-roman (i), findings (1) with a column beside "    \
      "them for evidence; start: a number, or continue")                                 \
    X(ITEM, "item", PART, FLOW, "id", "of a list, of paragraphs")                        \
    X(EVIDENCE, "evidence", PART, INLINES, "",                                           \
      "beside an item of findings: what was counted, its share last, over a bar of it")  \
    X(PARAGRAPHS, "paragraphs", BLOCK, PARTS, "id number start",                         \
      "numbered paragraphs: `number` 2 makes 2.1., 2.2., none 1., 2.; further blocks of " \
      "an item stand under it without a number")                                         \
    X(KEEP, "keep", BLOCK, BLOCKS, "", "stays on one page where it can")                 \
    X(WIDE, "wide", BLOCK, BLOCKS, "",                                                   \
      "on pages that lie on their side, as a table of up to 12 columns; it stands in a "  \
      "section, and in large print its pages stand upright")                             \
    X(PAGEBREAK, "pagebreak", BLOCK, NOTHING, "", "a new page")                          \
    X(TABLE, "table", BLOCK, PARTS, "id kind",                                           \
      "kind: normal, dense, national, glossary, people, letter (who to, who from), sides " \
      "(two editions: place, English, Welsh, box to tick)")                              \
    X(CAPTION, "caption", PART, INLINES, "", "of a table or chart; its number is added") \
    X(MEASURE, "measure", PART, INLINES, "",                                             \
      "under a chart's caption, which says what it shows: what is measured, and how")    \
    X(COL, "col", PART, NOTHING, "width align own",                                      \
      "a column: width in points or `rest`; align: left, right; own: yes (tint)")        \
    X(THEAD, "thead", PART, PARTS, "", "rows that are repeated on each page")            \
    X(TBODY, "tbody", PART, PARTS, "", "the rows")                                       \
    X(TR, "tr", PART, PARTS, "role", "role: group (a heading row), total, page (what " \
      "follows begins one)")                                                             \
    X(TH, "th", PART, FLOW, "colspan rowspan scope number lang tint",                  \
      "scope: column, row; tint: as of td")   \
    X(TD, "td", PART, FLOW, "colspan rowspan number lang tint",                        \
      "a cell; tint: a colour of the palette behind it, which says nothing alone: its "  \
      "words do, a <sign> before them")                     \
    X(RANGE, "range", BLOCK, NOTHING, "of", "lowest to highest of a headline, in a cell") \
    X(BOX, "box", BLOCK, BLOCKS, "id kind story",                                        \
      "kind: its look, one of `boxes` in style.yaml (where none is said, that of its "   \
      "element's name); story: yes where it tells of people")                            \
    X(SCOREBOX, "scorebox", BLOCK, BLOCKS, "id kind",                                    \
      "a criterion's box: label and value, at the left; heading, blocks, comment at the right") \
    X(PANEL, "panel", BLOCK, BLOCKS, "id kind",                                          \
      "a headline's box: value and comment, at the left; heading, blocks, meaning at the right") \
    X(COMMENT, "comment", PART, INLINES, "", "what a score means for the work")          \
    X(MEANING, "meaning", PART, FLOW, "", "what a score says in plain words")            \
    X(QUOTATION, "quotation", BLOCK, BLOCKS, "kind", "a box: words of a person, large")             \
    X(BY, "by", PART, INLINES, "", "who said it")                                        \
    X(SIGNATURE, "signature", BLOCK, PARTS, "src picture", "picture, name, role, date")          \
    X(ROLE, "role", PART, INLINES, "", "of a signatory")                                 \
    X(FIGURE, "figure", BLOCK, PARTS, "id src picture width",                            \
      "a picture: `src`, a file of the report, or `picture`, one of the house or the "   \
      "programme")                       \
    X(ALT, "alt", PART, INLINES, "",                                                     \
      "what a picture or chart shows, in words; of a form: what stands over the same "   \
      "form as a table, which is not printed")                                           \
    X(CHART, "chart", BLOCK, PARTS, "id kind of",                                        \
      "kind: scores (bars to 100%), sample (counts on one scale), stacked (shares of "    \
      "those to whom each question applied; `of`: all that were asked, `cases`), "         \
      "distribution (headlines among all areas; `label`: the own area, `value`: over the " \
      "averages), points (scores on one "  \
      "scale), columns (groups of such shares side by side), linked (a group is a row, its "   \
      "bars are the points that it joins), answers (a group is a question, its bars "  \
      "are its answers); `series` makes lines (a group is a line), uprights (columns, a " \
      "group beside a group) and gauges (bars, a scale for each group)")                                                      \
    X(SERIES, "series", BLOCK, NOTHING, "of",                                            \
      "one of the programme's `charts`: a chart of what indicators.csv has, a table of it " \
      "and its sources; resolved before layout")                                         \
    X(LEGEND, "legend", PART, PARTS, "", "only entries whose fill occurs are kept")      \
    X(ENTRY, "entry", PART, INLINES, "of fill",                                          \
      "of a legend: `judgement BAND`; fill: solid, short, of a stacked chart; of charts " \
      "of points the zones, best first, the last without `of` what lies under them")    \
    X(GROUP, "group", PART, PARTS, "of fill",                                            \
      "bars under a title; `of`: its own score; fill: solid, short, in columns")         \
    X(BAR, "bar", PART, PARTS, "of number", "`of`: what it measures, as in a mark")      \
    X(REMARK, "remark", PART, INLINES, "",                                               \
      "words at the end of a bar; under a distribution's label")                         \
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
    X(FIG, "fig", INLINE, NOTHING, "expr value form of",                                 \
      "a figure; `expr`: as in a mark; or `value`: a number that the template computes, " \
      "`form`: as a mark prints it (n NOUN, spelt, spelt feminine), `of`: the wording "  \
      "that says in the list of figures what it counts")                                 \
    X(NUMBER, "number", INLINE, NOTHING, "n",                                            \
      "a number by which something is called, as in Theme 3: it counts nothing")         \
    X(SWATCH, "swatch", INLINE, NOTHING, "of fill",                                      \
      "the pattern of a judgement; fill: range, average, own in a table's key; white "   \
      "(an empty box), tick")                                                            \
    X(SIGN, "sign", INLINE, NOTHING, "of",                                               \
      "the icon of `judgement BAND`, or its sign in charts of points")                     \
    X(QUERY, "query", INLINE, INLINES, "", "an editor's question")                       \
    X(UNTRANSLATED, "untranslated", INLINE, INLINES, "lang state",                       \
      "text of the other language in the place of one that has not come, marked; state: " \
      "missing, stale (its source has changed since)")                                   \
    X(INSERTED, "inserted", INLINE, INLINES, "",                                         \
      "words that an older report did not have (`gwasg compare`)")                       \
    X(DELETED, "deleted", INLINE, INLINES, "", "words that it had and this one has not") \
    X(MOVED, "moved", INLINE, INLINES, "", "the words of a block that stood elsewhere in it") \
    X(BREAK, "br", INLINE, NOTHING, "", "a line break")                                  \
    X(WORD, "word", INLINE, PARTS, "key count", "fixed wording; resolved before layout") \
    X(WITH, "with", PART, INLINES, "name", "fills `((arg NAME))` of a wording")          \
    X(PROSE, "prose", INLINE, NOTHING, "n", "an author's text; resolved before layout")  \
    X(TEXT, "#text", INLINE, NOTHING, "", "characters")
/* clang-format on */

/* Which elements a PART may stand in. */
/* clang-format off */
#define BOXES "box quotation scorebox panel rating"
#define REPORT_PARENTS(X)                                                                \
    X(REPORT, "") X(TITLE, "report legend divider " BOXES) X(SUBJECT, "report")          \
    X(KEYWORDS, "report") X(FOOT, "report")                                              \
    X(NAME, "cover signature letterhead") X(STRAP, "cover letterhead")                   \
    X(ADDRESS, "letterhead") X(LEAD, "cover") X(AREA, "cover")                           \
    X(DATE, "cover signature") X(ISBN, "cover") X(OTHER, "cover")                        \
    X(ASIDE, "heading " BOXES) X(LABEL, "aside bar group chart divider field tab " BOXES) \
    X(LOGO, "cover") X(TAB, "ribbon") X(EVIDENCE, "item")                                \
    X(VALUE, "aside group chart divider field tab " BOXES) X(ITEM, "list paragraphs")    \
    X(CAPTION, "table chart figure") X(MEASURE, "chart")                                 \
    X(COL, "table") X(THEAD, "table") X(TBODY, "table") X(TR, "thead tbody")             \
    X(TH, "tr glossary") X(TD, "tr") X(COMMENT, "bar " BOXES) X(MEANING, BOXES)                 \
    X(BY, BOXES) X(ROLE, "signature") X(ALT, "figure chart signature logo form")         \
    X(LEGEND, "chart") X(ENTRY, "legend") X(GROUP, "chart") X(BAR, "chart group")        \
    X(REMARK, "bar") X(WITH, "word") X(FIELDS, "form") X(FIELD, "fields")                \
    X(CHOICE, "field")
/* clang-format on */

/* Attributes: T(id, name) is text, V(id, name) one of a few words or a number, which
 * the tables below name and which is held as an integer. */
/* clang-format off */
#define REPORT_ATTRIBUTES(T, V)                                                          \
    T(ID, "id") V(LANG, "lang") V(DEPTH, "depth") V(BREAK, "break") V(TOC, "toc")        \
    V(GROUP, "group") V(NOTES, "notes") T(REF_WORD, "ref-word")                          \
    T(REF_NUMBER, "ref-number") V(LEVEL, "level") T(NUMBER, "number") T(BAR, "bar") T(TINT, "tint") \
    V(ROLE, "role") V(KIND, "kind") T(LOOK, "kind") V(STORY, "story")                    \
    V(START, "start") V(WIDTH, "width")                                                  \
    V(ALIGN, "align") V(OWN, "own") V(COLSPAN, "colspan") V(ROWSPAN, "rowspan")          \
    V(SCOPE, "scope") T(OF, "of") V(OUT_OF, "of") T(SRC, "src") T(PICTURE, "picture") T(HREF, "href")          \
    T(TARGET, "target") V(FORM, "form") T(NAME, "name") T(EXPR, "expr") V(FILL, "fill")  \
    T(VALUE, "value") T(MARK_FORM, "form") T(KEY, "key") T(COUNT, "count") T(TEXT, "n") V(N, "n") V(STATE, "state")             \
    V(LINES, "lines") V(PAGES, "pages")
/* clang-format on */

/* ---- words that an attribute may say: X(enumerator, word) ----
 * The first is meant where nothing is said; "" can be meant only so. */
/* clang-format off */
#define REPORT_KINDS(X) X(REPORT_PLAIN, "") X(REPORT_LETTER, "letter") X(REPORT_SIDES, "sides")
#define FOOT_KINDS(X) X(FOOT_OF_REPORT, "") X(FOOT_OF_SECTION, "section")
#define ASIDE_KINDS(X) X(ASIDE_BESIDE, "") X(ASIDE_OVER, "over")
#define LIST_KINDS(X)                                                                    \
    X(LIST_BULLET, "bullet") X(LIST_PAREN, "paren") X(LIST_DOT, "dot") X(LIST_ROMAN, "roman") X(LIST_PAREN_ROMAN, "paren-roman") \
    X(LIST_FINDINGS, "findings")
#define TABLE_KINDS(X)                                                                   \
    X(TABLE_NORMAL, "normal") X(TABLE_DENSE, "dense") X(TABLE_NATIONAL, "national")      \
    X(TABLE_GLOSSARY, "glossary") X(TABLE_PEOPLE, "people") X(TABLE_LETTER, "letter")    \
    X(TABLE_SIDES, "sides")
#define BOX_STORIES(X) X(BOX_OF_FACTS, "no") X(BOX_OF_PEOPLE, "yes")
#define CHART_KINDS(X)                                                                   \
    X(CHART_SCORES, "scores") X(CHART_SAMPLE, "sample") X(CHART_STACKED, "stacked")      \
    X(CHART_COLUMNS, "columns") X(CHART_DISTRIBUTION, "distribution")                    \
    X(CHART_POINTS, "points") X(CHART_LINKED, "linked") X(CHART_ANSWERS, "answers") \
    X(CHART_LINES, "lines") X(CHART_UPRIGHTS, "uprights") X(CHART_GAUGES, "gauges")
#define TOC_KINDS(X) X(TOC_REPORT, "report") X(TOC_SECTION, "section")
#define FIELDS_KINDS(X)                                                                  \
    X(FIELDS_ABOVE, "above") X(FIELDS_BESIDE, "beside") X(FIELDS_FIXED, "fixed")
#define PARAGRAPH_ROLES(X)                                                               \
    X(PARAGRAPH_BODY, "") X(PARAGRAPH_LEAD_IN, "lead-in") X(PARAGRAPH_SIDE, "side")      \
    X(PARAGRAPH_KEY, "key") X(PARAGRAPH_TITLE, "title")                                  \
    X(PARAGRAPH_STANDFIRST, "standfirst")
#define ROW_ROLES(X)                                                                     \
    X(ROW_PLAIN, "") X(ROW_GROUP, "group") X(ROW_TOTAL, "total") X(ROW_PAGE, "page")
#define FIELDS_ROLES(X) X(FIELDS_PLAIN, "") X(FIELDS_ANSWER, "answer")
#define HEAD_SCOPES(X) X(HEAD_OF_PLACE, "") X(HEAD_OF_COLUMN, "column") X(HEAD_OF_ROW, "row")
#define COLUMN_ALIGNS(X) X(COLUMN_LEFT, "left") X(COLUMN_RIGHT, "right")
#define COLUMN_OWNS(X) X(COLUMN_OTHERS, "no") X(COLUMN_OWN, "yes")
#define REF_FORMS(X) X(REF_NUMBER, "number") X(REF_PAGE, "page")
#define SECTION_BREAKS(X)                                                                \
    X(BREAK_NONE, "") X(BREAK_SOFT, "soft") X(BREAK_PAGE, "page") X(BREAK_ODD, "odd")
#define SECTION_TOCS(X) X(TOC_AS_BEFORE, "") X(TOC_YES, "yes") X(TOC_NO, "no")
#define SECTION_GROUPS(X) X(GROUP_NO, "no") X(GROUP_YES, "yes")
#define SECTION_NOTES(X) X(NOTES_GO_ON, "") X(NOTES_RESTART, "restart")
#define TEXT_STATES(X) X(TEXT_MISSING, "missing") X(TEXT_STALE, "stale")
#define LANGUAGES(X) X(LANGUAGE_EN, "en") X(LANGUAGE_CY, "cy")
#define HEADING_LEVELS(X)                                                                \
    X(HEADING_1, "1") X(HEADING_2, "2") X(HEADING_3, "3") X(HEADING_4, "4")
/* How a bar or a swatch is filled; bands of judgement say it too (programme.yaml). */
#define FILLS(X)                                                                         \
    X(FILL_NONE, "") X(FILL_SOLID, "solid") X(FILL_HATCH_UP, "hatch-up")                 \
    X(FILL_HATCH_DOWN, "hatch-down") X(FILL_CROSS, "cross")                              \
    X(FILL_UPRIGHT, "upright") X(FILL_LEVEL, "level") X(FILL_GRID, "grid")               \
    X(FILL_SHORT, "short") /* not sufficient */ X(FILL_WHITE, "white")                   \
    X(FILL_RANGE, "range") X(FILL_AVERAGE, "average") X(FILL_OWN, "own") X(FILL_TICK, "tick")

/* X(enum, words) */
#define REPORT_ENUMS(X)                                                                  \
    X(report_kind, REPORT_KINDS) X(foot_kind, FOOT_KINDS) X(aside_kind, ASIDE_KINDS)     \
    X(list_kind, LIST_KINDS) X(table_kind, TABLE_KINDS)     \
    X(box_story, BOX_STORIES) X(chart_kind, CHART_KINDS) X(toc_kind, TOC_KINDS)             \
    X(fields_kind, FIELDS_KINDS) X(paragraph_role, PARAGRAPH_ROLES)                      \
    X(row_role, ROW_ROLES) X(fields_role, FIELDS_ROLES) X(head_scope, HEAD_SCOPES)       \
    X(column_align, COLUMN_ALIGNS) X(column_own, COLUMN_OWNS) X(ref_form, REF_FORMS)     \
    X(section_break, SECTION_BREAKS) X(section_toc, SECTION_TOCS)                        \
    X(section_group, SECTION_GROUPS) X(section_notes, SECTION_NOTES)                     \
    X(text_state, TEXT_STATES) X(fill, FILLS) X(language, LANGUAGES)                      \
    X(heading_level, HEADING_LEVELS)
/* clang-format on */

/* ---- what may be said where: X(enum, element, attribute) ----
 * The function of the enum's name reads it from an element (report.h). */
/* clang-format off */
#define REPORT_CHOICES(X)                                                                \
    X(report_kind, REPORT, KIND) X(foot_kind, FOOT, KIND) X(aside_kind, ASIDE, KIND)     \
    X(list_kind, LIST, KIND) X(table_kind, TABLE, KIND)     \
    X(box_story, BOX, STORY) X(chart_kind, CHART, KIND) X(toc_kind, TOC, KIND)             \
    X(fields_kind, FIELDS, KIND) X(paragraph_role, P, ROLE) X(row_role, TR, ROLE)        \
    X(fields_role, FIELDS, ROLE) X(head_scope, TH, SCOPE) X(column_align, COL, ALIGN)    \
    X(column_own, COL, OWN) X(ref_form, REF, FORM) X(section_break, SECTION, BREAK)      \
    X(section_toc, SECTION, TOC) X(section_group, SECTION, GROUP)                        \
    X(section_notes, SECTION, NOTES) X(text_state, UNTRANSLATED, STATE)
/* Those that more elements have, or that are read otherwise. */
#define REPORT_COMMON_CHOICES(X)                                                         \
    X(column_own, TAB, OWN) X(section_group, TAB, GROUP)                                 \
    X(heading_level, HEADING, LEVEL) X(heading_level, TOC, DEPTH) X(fill, ENTRY, FILL)   \
    X(fill, SWATCH, FILL) X(fill, GROUP, FILL) X(language, SPAN, LANG) X(language, P, LANG)                   \
    X(language, TH, LANG) X(language, TD, LANG) X(language, NAME, LANG)                  \
    X(language, STRAP, LANG) X(language, OTHER, LANG) X(language, UNTRANSLATED, LANG)
/* Whole numbers from 1, or the word: X(element, attribute, word). */
#define REPORT_NUMBERS(X)                                                                \
    X(LIST, START, "continue") X(PARAGRAPHS, START, "continue") X(STARS, N, "")          \
    X(STARS, OUT_OF, "") X(FORM, N, "") X(FIELD, LINES, "") X(FIELD, WIDTH, "rest")      \
    X(COL, WIDTH, "rest") X(FIGURE, WIDTH, "") X(TH, COLSPAN, "") X(TH, ROWSPAN, "")     \
    X(TD, COLSPAN, "") X(TD, ROWSPAN, "") X(REPORT, PAGES, "")
/* clang-format on */

/* Attributes without which an element means nothing: X(element, attribute). */
/* clang-format off */
#define REQUIRED_TEXTS(X)                                                                \
    X(WORD, KEY) X(WITH, NAME) X(PROSE, TEXT) X(NUMBER, TEXT) X(REF, TARGET) X(BAR, OF)     \
    X(RANGE, OF) X(SERIES, OF) X(PAGENUM, TARGET) X(FIGURE, SRC) X(FIELD, NAME) X(CHOICE, NAME)      \
    X(TAB, TARGET)
#define REQUIRED_VALUES(X) X(CHART, KIND) X(HEADING, LEVEL)
/* clang-format on */

/* Parts without which an element is not what readers take it for, lists:
 * X(element, its parts). */
/* clang-format off */
#define REQUIRED_PARTS(X)                                                                \
    X(REPORT, "title subject keywords foot") X(COVER, "name strap lead")                 \
    X(LETTERHEAD, "name address strap") X(SIGNATURE, "name role date")                   \
    X(DIVIDER, "heading") X(SCOREBOX, "value heading") X(PANEL, "heading")   \
    X(ASIDE, "label") X(TABLE, "caption") X(CHART, "caption") X(LEGEND, "entry")         \
    X(GROUP, "label") X(BAR, "label") X(FIELDS, "field") X(FIELD, "label")               \
    X(GLOSSARY, "th")
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
    X(EVIDENCE_CASES, "evidence-cases",                                                  \
      "cases, behind the number beside a finding; by that number")                       \
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
    X(FIGURES_STATED, "figures-stated", "a score that the inspection states")            \
    X(FIGURES_CASES, "figures-cases", "the question behind a number of cases")           \
    X(FIGURES_COUNTED, "figures-counted", "the question behind what a template counts")  \
    X(SIDES_TITLE, "sides-title", "proof of two editions: heading")                      \
    X(SIDES_INTRO, "sides-intro", "the same: what it is")                                \
    X(FIGURES_PLACE, "figures-place", "the same: head of the references")                \
    X(FIGURES_SEEN, "figures-seen", "the same: head of the boxes to tick")               \
    X(SIDES_LANGUAGE, "sides-language", "the same: the name of this language, a head")   \
    X(SIDES_FILE, "sides-file", "the same: over the titles of the file and the foot")    \
    X(SIDES_ALONE, "sides-alone", "the same: so many rows in one language; arg n")       \
    X(SIDES_LINE, "sides-line", "optional, the same: under the upper marking")           \
    X(CHANGES_TITLE, "changes-title", "changes marked: behind the title; arg since")     \
    X(CHANGES_LINE, "changes-line", "the same: under the upper marking; arg since")      \
    X(CHANGES_STAGE, "changes-stage", "the same: the word in the margin")                \
    X(CHANGES_DRAFT, "changes-draft", "the same: since which draft; arg n")              \
    X(CHANGES_RELEASE, "changes-release", "the same: since which release; arg n")        \
    X(CHANGES_INSERTED, "changes-inserted", "the same: heard before words that have come") \
    X(CHANGES_INSERTED_END, "changes-inserted-end", "the same: heard behind them")       \
    X(CHANGES_DELETED, "changes-deleted", "the same: heard before words that have gone") \
    X(CHANGES_DELETED_END, "changes-deleted-end", "the same: heard behind them")         \
    X(CHANGES_MOVED, "changes-moved", "the same: before a block that has moved")         \
    X(CHANGES_MOVED_FROM, "changes-moved-from", "the same, where a reference follows")   \
    X(CHANGES_DRAWN, "changes-drawn", "the same: over what changed in a drawing")
/* clang-format on */

#endif
