/* diag_table.h -- all that gwasg can say about the user's files, in one table: name,
 * severity, exit status (docs/rules.md: 1 input, 4 writing, 5 accessibility, 6
 * translation), and the words before the colon.  What was found, what is allowed and how
 * to mend it follow behind the colon and stand where the fault is seen.  What WAITS is a
 * warning and an error in what everybody is to read; what LEAVES, in drafts too. */
#ifndef BASE_DIAG_TABLE_H
#define BASE_DIAG_TABLE_H

#define DIAGS(X)                                                                         \
    /* files */                                                                          \
    X(FILE_MISSING, ERROR, 1, "cannot be read")                                          \
    X(FILE_NAME, ERROR, 1, "file that is passed over for its name")                      \
    X(FILE_TOO_LARGE, ERROR, 1, "file too large")                                        \
    X(FILE_OUTSIDE, ERROR, 1, "file outside the report")                                 \
    X(FILE_NOT_UTF8, ERROR, 1, "not UTF-8 text")                                         \
    X(FILE_CONFLICT, ERROR, 1, "two versions of the same lines")                         \
    X(FILE_CONTROL, ERROR, 1, "character that is not allowed")                           \
    X(FILE_WINDOWS, NOTE, 0, "read as Windows-1252")                                     \
    X(FILE_LIGATURE, NOTE, 0, "letters that stood in one sign")                          \
    X(WRITE_FAILED, ERROR, 4, "could not write")                                         \
    X(WRITE_UNSURE, WARNING, 0, "written, but not for certain")                          \
    X(FILE_CHANGED, ERROR, 4, "changed meanwhile")                                       \
    X(REPORT_LOCKED, ERROR, 4, "another is at work here")                                \
    X(CANNOT_SERVE, ERROR, 4, "no page can be shown")                                    \
    X(TOPIC_UNKNOWN, ERROR, 2, "no help of that name")                                   \
    X(SENT_ALREADY, ERROR, 4, "sent already")                                            \
    X(SENT_CHANGED, ERROR, 4, "not what was sent")                                       \
    X(RELEASE_SPOILT, ERROR, 1, "not as it was released")                                \
    X(RELEASE_SAME, ERROR, 1, "nothing to release")                                      \
    X(RELEASE_CHANGED, ERROR, 6, "changed since it was released")                        \
    X(RELEASE_DATE, ERROR, 1, "not the day of publication")                              \
    X(REBUILT_OTHER, WARNING, 0, "made again with other bytes")                          \
    X(REBUILT_WORDS, ERROR, 1, "made again with other words")                            \
    /* YAML */                                                                           \
    X(YAML_SYNTAX, ERROR, 1, "not valid YAML")                                           \
    X(YAML_TOO_DEEP, ERROR, 1, "nested too deeply")                                      \
    X(YAML_ALIAS, ERROR, 1, "aliases are not used here")                                 \
    X(YAML_TAG, ERROR, 1, "tags are not used here")                                      \
    X(YAML_DOCUMENTS, ERROR, 1, "more than one document")                                \
    X(YAML_KEY, ERROR, 1, "not a key")                                                   \
    X(YAML_KEY_TWICE, ERROR, 1, "key given twice")                                       \
    X(YAML_EMPTY, ERROR, 1, "empty file")                                                \
    X(YAML_COMMENT, ERROR, 1, "text lost behind #")                                      \
    X(YAML_COLON, ERROR, 1, "text cut in two by a colon")                                \
    X(YAML_SIGN, ERROR, 1, "text begins with a sign of YAML")                            \
    /* CSV */                                                                            \
    X(CSV_SYNTAX, ERROR, 1, "not valid CSV")                                             \
    X(CSV_EMPTY, ERROR, 1, "empty table")                                                \
    X(CSV_WIDTH, ERROR, 1, "wrong number of cells")                                      \
    X(CSV_COLUMN_UNKNOWN, ERROR, 1, "unknown column")                                    \
    X(CSV_COLUMN_TWICE, ERROR, 1, "column given twice")                                  \
    X(CSV_COLUMN_MISSING, ERROR, 1, "column missing")                                    \
    X(COLUMN_UNFIT, NOTE, 0, "column that does not fit")                                 \
    X(CSV_ROW_TWICE, ERROR, 1, "row given twice")                                        \
    X(CASE_EMPTY, ERROR, 1, "case without an answer")                                    \
    X(CSV_LIMIT, ERROR, 1, "table too large")                                            \
    X(WORKBOOK_UNREAD, ERROR, 1, "workbook cannot be read")                              \
    X(SHEET_UNKNOWN, ERROR, 1, "no such sheet")                                          \
    X(TABLE_TWICE, ERROR, 1, "the same table twice")                                     \
    X(TABLE_PASSED, NOTE, 0, "passed over")                                              \
    X(HIDDEN_READ, NOTE, 0, "hidden in the workbook, and read all the same")             \
    X(ANSWERS_TAKEN, NOTE, 0, "read as")                                                 \
    /* prose and marks */                                                                \
    X(PROSE_ELEMENT, ERROR, 1, "not used in a report")                                   \
    X(PROSE_CHARACTER, ERROR, 1, "character that is not allowed")                        \
    X(BULLETS_TYPED, NOTE, 0, "read as a list")                                          \
    X(OTHER_REPORT, WAITS, 1, "left of another report")                                  \
    X(TEXT_LEFT, LEAVES, 1, "left over in a text")                                       \
    X(MARK_BRACKETS, LEAVES, 1, "mark in single brackets")                               \
    X(MARK_OPEN, ERROR, 1, "mark not closed")                                            \
    X(MARK_SYNTAX, ERROR, 1, "mark not understood")                                      \
    X(MARK_UNKNOWN, ERROR, 1, "unknown name in a mark")                                  \
    X(MARK_FORM, ERROR, 1, "form that this figure does not have")                        \
    X(MARK_WHERE, ERROR, 1, "unknown part")                                              \
    X(MARK_BASE, ERROR, 1, "figure without a base")                                      \
    X(MARK_KEPT, ERROR, 1, "figure that the results do not hold")                        \
    X(WORDS_JOIN, WARNING, 0, "vague word that needs joining to its noun")               \
    X(TYPED_SOURCE, ERROR, 1, "typed figure without a source")                           \
    X(QUERY_OPEN, ERROR, 1, "open query")                                                \
    X(NOTE_UNKNOWN, ERROR, 1, "unknown footnote")                                        \
    X(NOTE_UNUSED, ERROR, 1, "footnote that nothing refers to")                          \
    X(LINK_UNKNOWN, ERROR, 1, "link to nothing")                                         \
    X(LINK_ADDRESS, ERROR, 1, "address not allowed")                                     \
    X(LANG_UNKNOWN, ERROR, 1, "unknown language")                                        \
    /* programme and inspection */                                                       \
    X(PROGRAMME_UNKNOWN, ERROR, 1, "unknown programme")                                  \
    X(BASE_CIRCLE, ERROR, 1, "folders that build on each other")                         \
    X(KEY_UNKNOWN, ERROR, 1, "unknown key")                                              \
    X(KEY_MISSING, ERROR, 1, "missing")                                                  \
    X(VALUE_KIND, ERROR, 1, "wrong kind of value")                                       \
    X(VALUE_UNKNOWN, ERROR, 1, "unknown value")                                          \
    X(VALUE_RANGE, ERROR, 1, "value out of range")                                       \
    X(ACCEPTED, NOTE, 0, "accepted")                                                     \
    X(ACCEPTED_UNUSED, NOTE, 0, "accepted without need")                                 \
    X(AREA_FORM, WAITS, 1, "not the form that Welsh has")                                \
    X(AREA_PART, NOTE, 0, "forms that are not given")                                    \
    X(NAME_TWICE, ERROR, 1, "name given twice")                                          \
    X(DATE_WRONG, ERROR, 1, "not a date")                                                \
    X(YEAR_UNKNOWN, ERROR, 1, "year without bank holidays")                              \
    X(EMBARGO_DAY, WARNING, 0, "embargo until another day than publication")             \
    X(RELEASE_BEFORE_EMBARGO, WARNING, 0, "released before an embargo ends")             \
    X(SENDING_DAY, WARNING, 0, "not the day to send it")                                 \
    X(ISBN_WRONG, ERROR, 1, "not an ISBN")                                               \
    X(ANSWER_UNKNOWN, ERROR, 1, "not an answer this question takes")                     \
    X(ANSWER_TWOFOLD, ERROR, 1, "answer that may mean two things")                       \
    X(ANSWER_PART, ERROR, 1, "answer outside the question's part")                       \
    X(REASON_WRONG, ERROR, 1, "a reason for no \"no\"")                                  \
    X(REASON_MISSING, WAITS, 1, "a \"no\" without its reason")                           \
    X(RESULT_WRONG, ERROR, 1, "counts that cannot be")                                   \
    X(SCORES_TWICE, ERROR, 1, "scores from more than one source")                        \
    X(SCORES_NONE, ERROR, 1, "no answers")                                               \
    X(SCORE_STATED, ERROR, 1, "stated score that cannot be")                             \
    X(SCORE_UNLIKELY, WARNING, 0, "stated score that can hardly be")                     \
    X(JUDGEMENT_MISSING, ERROR, 1, "judgement to be stated")                             \
    X(JUDGEMENT_REASON, ERROR, 1, "moderated judgement without a reason")                \
    X(JUDGEMENT_RANGE, ERROR, 1, "judgement outside its proved range")                   \
    X(REGISTER_EMPTY, ERROR, 1, "no earlier inspections")                                \
    X(STYLE_WRONG, ERROR, 1, "house style not understood")                               \
    /* templates and the report */                                                       \
    X(XSLT_SYNTAX, ERROR, 1, "template not understood")                                  \
    X(XSLT_FORBIDDEN, ERROR, 1, "not allowed in a template")                             \
    X(XSLT_LIMIT, ERROR, 1, "template does too much")                                    \
    X(WORD_UNKNOWN, ERROR, 1, "unknown wording")                                         \
    X(WORD_MISSING, ERROR, 1, "wording missing in this language")                        \
    X(SAID_TWICE, WARNING, 0, "wording that repeats what is said elsewhere")             \
    X(WORD_UNREVIEWED, ERROR, 6, "wording not reviewed")                                 \
    X(MARK_MUTATES, WARNING, 0, "mark behind a word that changes the next")              \
    X(ELEMENT_UNKNOWN, ERROR, 1, "unknown element")                                      \
    X(ELEMENT_PLACE, ERROR, 1, "element in the wrong place")                             \
    X(ATTRIBUTE_UNKNOWN, ERROR, 1, "unknown attribute")                                  \
    X(ATTRIBUTE_WRONG, ERROR, 1, "attribute with a wrong value")                         \
    X(TEXT_UNPRINTED, WAITS, 1, "text that no document prints")                          \
    X(XPATH_UNKNOWN, WAITS, 1, "name that the data of a report never have")              \
    X(XSLT_LOOSE, WAITS, 1, "what templates hand over does not fit")                     \
    X(CHART_EMPTY, WAITS, 1, "chart without its bars")                                   \
    X(SERIES_MANY, ERROR, 1, "more than a chart can show")                               \
    X(SERIES_FEW, ERROR, 1, "too little for a chart")                                    \
    X(SERIES_UNITS, ERROR, 1, "units that have no common scale")                         \
    X(SERIES_GAP, NOTE, 0, "figures that a chart does not have")                         \
    X(INDICATOR_DOUBT, WARNING, 0, "figure that may be a slip")                          \
    X(SOURCE_ENGLISH, WAITS, 1, "source without Welsh words")                            \
    X(ALT_LONG, WAITS, 1, "text alternative too long")                                   \
    X(ALT_POOR, WAITS, 1, "text alternative that says nothing")                          \
    X(LEGEND_LACKS, WAITS, 1, "pattern that the legend does not explain")                \
    X(TABLE_EMPTY, WAITS, 1, "table without rows")                                       \
    X(TABLE_HEADS, WAITS, 1, "table without heads")                                      \
    X(TABLE_WIDE, WAITS, 1, "more columns than a page can show")                         \
    X(LINE_SIGNS, WAITS, 1, "signs that the report sets itself")                         \
    X(FIGURES_TWICE, WARNING, 0, "the same figures twice")                               \
    X(ALIKE, WARNING, 0, "two that readers cannot tell apart")                           \
    X(UNLIKE, WARNING, 0, "not as elsewhere")                                            \
    X(LIST_EMPTY, WAITS, 1, "list without items")                                        \
    X(ELEMENT_EMPTY, WAITS, 1, "nothing came into it")                                   \
    X(PART_MISSING, WAITS, 1, "without a part that it has everywhere")                   \
    X(LIST_PART, WARNING, 0, "only some of a list")                                      \
    X(NEVER_USED, WARNING, 0, "used by no report of made-up data")                       \
    X(OUTLINE_CHANGED, WAITS, 1, "template changed since it was accepted")               \
    X(FIELD_EXPECTED, WAITS, 1, "nothing where a report has something")                  \
    X(HEADING_TYPED, WAITS, 1, "heading that is none")                                   \
    X(SECTION_EMPTY, WAITS, 1, "heading with nothing under it")                          \
    X(EDITION_DIFFERS, ERROR, 6, "editions differ")                                      \
    X(EDITION_MISSING, WARNING, 0, "no Welsh edition")                                   \
    X(EDITION_NAME, WARNING, 0, "name in one edition only")                              \
    X(FIGURE_ARITHMETIC, WARNING, 6, "numbers that do not agree")                        \
    X(FIGURE_BARE, WARNING, 6, "number that nothing vouches for")                        \
    X(FIGURE_BOTH, WARNING, 0, "one figure in two lists of findings")                    \
    X(STORY_NAME, WARNING, 0, "name in a case story")                                    \
    X(STORY_NOTE, WARNING, 0, "case stories without a word on their names")              \
    X(DETAIL_PERSONAL, WAITS, 1, "personal detail")                                      \
    X(FIGURE_DIFFERS, WAITS, 1, "stated otherwise than counted")                         \
    X(LOCK_WRONG, ERROR, 1, "not the record of signed figures")                          \
    X(FIGURE_CHANGED, WAITS, 6, "not the figure that was signed")                        \
    X(FIGURE_UNSIGNED, WAITS, 6, "figure that nobody signed")                            \
    X(FIGURE_GONE, WAITS, 6, "signed figure that is gone")                               \
    X(OWNER_MISSING, WAITS, 1, "recommendation without an owner")                        \
    X(NAME_OTHER, WARNING, 0, "two names for one thing")                                 \
    X(SHARE_WORDS, WARNING, 0, "words for another share")                                \
    X(NUMBER_SMALL, WARNING, 0, "small number")                                          \
    X(SCRIPT_MIXED, WARNING, 0, "letters of two alphabets")                              \
    X(LINK_WORDS, WARNING, 0, "link whose words do not say where it leads")              \
    X(LANG_UNMARKED, WARNING, 0, "other language without a mark")                        \
    X(ID_TWICE, ERROR, 1, "id given twice")                                              \
    X(SORT_UNSURE, NOTE, 0, "place in the alphabet that is not sure")                    \
    X(GLOSSARY_UNKNOWN, WARNING, 0, "abbreviation not explained")                        \
    /* translation */                                                                    \
    X(XML_SYNTAX, ERROR, 1, "not XML that can be read")                                  \
    X(XLIFF_KIND, ERROR, 1, "not a translation of this report")                          \
    X(XLIFF_UNIT, ERROR, 1, "unit not understood")                                       \
    X(XLIFF_UNKNOWN, ERROR, 1, "unit that this report does not have")                    \
    X(XLIFF_GONE, NOTE, 0, "part of the report delivered")                               \
    X(XLIFF_LATER, WARNING, 0, "unit that was not sent out")                             \
    X(XLIFF_PART, ERROR, 1, "translation not whole")                                     \
    X(XLIFF_JOINED, ERROR, 1, "sentences without a blank between them")                  \
    X(XLIFF_DOUBT, WARNING, 0, "translation that may not be whole")                      \
    X(XLIFF_SOFT, NOTE, 0, "taken out of a translation")                                 \
    X(XLIFF_CODES, ERROR, 1, "codes differ from the English")                            \
    X(XLIFF_NUMBERS, ERROR, 1, "numbers differ from the English")                        \
    X(XLIFF_SAME, ERROR, 1, "not translated")                                            \
    X(XLIFF_CHARACTER, ERROR, 1, "character that is not allowed")                        \
    X(XLIFF_LENGTH, ERROR, 1, "translation too long")                                    \
    X(XLIFF_LONG, WARNING, 0, "translation that may be too long")                        \
    X(XLIFF_STALE, WARNING, 0, "translation of an older text")                           \
    X(TMX_KIND, ERROR, 1, "not a translation memory")                                    \
    X(TERM_FORBIDDEN, ERROR, 1, "term that this house does not use")                     \
    X(MUTATION_LACKS, WARNING, 0, "Welsh that should begin otherwise")                   \
    X(TERM_MISSING, WARNING, 0, "term translated otherwise")                             \
    X(UNIT_UNKNOWN, ERROR, 2, "no unit of that name")                                    \
    X(EDITION_ALONE, NOTE, 0, "only the Welsh edition is stopped")                       \
    X(UNIT_LEFT, NOTE, 0, "left as it is")                                               \
    X(UNIT_OPEN, ERROR, 6, "not final in Welsh")                                         \
    /* manuscripts */                                                                    \
    X(MANUSCRIPT_UNREAD, ERROR, 1, "manuscript cannot be read")                          \
    X(MANUSCRIPT_CONFLICT, ERROR, 1, "written in two ways")                              \
    X(MANUSCRIPT_UNPLACED, WARNING, 0, "no place for it in the report")                  \
    X(MANUSCRIPT_PASSED, NOTE, 0, "passed over in a manuscript")                         \
    /* comments on a draft */                                                            \
    X(REPLY_UNREAD, ERROR, 1, "reply cannot be read")                                    \
    X(REPLY_PASSED, NOTE, 0, "passed over in a reply")                                   \
    X(REPLY_PAGES, WARNING, 0, "pages not as they were sent")                            \
    X(REPLY_OTHER, WARNING, 0, "not the draft that was sent")                            \
    X(PLAN_CHANGED, NOTE, 0, "changed in the plan")                                      \
    X(PLAN_UNPLACED, WARNING, 0, "action for no recommendation")                         \
    X(REPLY_EMPTY, NOTE, 0, "no comment in it")                                          \
    X(COMMENT_KIND, WARNING, 0, "not a kind of comment")                                 \
    X(COMMENT_AUTHOR, WARNING, 0, "nobody's name")                                       \
    X(COMMENT_UNPLACED, WARNING, 0, "comment without a place")                           \
    X(COMMENT_WRONG, ERROR, 1, "comment not understood")                                 \
    X(COMMENT_CONFLICT, ERROR, 1, "decided in two ways")                                 \
    X(COMMENT_OPEN, ERROR, 1, "comment not decided")                                     \
    X(COMMENT_DECISION, ERROR, 1, "not a decision")                                      \
    X(COMMENT_REASON, ERROR, 1, "decision without a reason")                             \
    X(COMMENT_UNCHANGED, WARNING, 0, "accepted, and nothing has changed")                \
    /* text, layout, accessibility */                                                    \
    X(FONT_MISSING, ERROR, 1, "font cannot be used")                                     \
    X(GLYPH_MISSING, ERROR, 1, "character that the font does not have")                  \
    X(IMAGE_WRONG, ERROR, 1, "picture cannot be used")                                   \
    X(ALT_MISSING, ERROR, 5, "picture without a text alternative")                       \
    X(PICTURE_PLACE, WARNING, 3, "photograph that tells where it was taken")             \
    X(PICTURE_COARSE, WARNING, 5, "picture with too few pixels for its size")            \
    X(HEADING_SKIPPED, ERROR, 5, "heading level skipped")                                \
    X(CONTRAST_LOW, ERROR, 5, "contrast too low")                                        \
    X(TABLE_IRREGULAR, ERROR, 5, "table rows of different width")                        \
    X(TEXT_EMPTY, ERROR, 5, "empty text")                                                \
    X(TEXT_OUTSIDE, ERROR, 5, "text outside the page")                                   \
    X(DOCUMENT_EMPTY, ERROR, 1, "document without a page")                               \
    X(PAGES_LIMIT, ERROR, 1, "report too long")                                          \
    X(PAGES_MORE, WARNING, 0, "more pages than it should have")                          \
    X(TOO_TALL, WARNING, 0, "taller than a page")                                        \
    X(WORD_BROKEN, WAITS, 1, "word cut in two")

#endif
