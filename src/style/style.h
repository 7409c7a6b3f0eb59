/* style.h -- a year's house style as numbers: the type scale, the grid, the colours of
 * templates/house-YEAR/style.yaml.  What a hatch or a cover looks like is C's business
 * elsewhere; how large and in which colour is data here. */
#ifndef STYLE_STYLE_H
#define STYLE_STYLE_H

#include "base/length.h"
#include "source/node.h"

struct colour {
    unsigned char r, g, b;
};

enum face { FACE_REGULAR, FACE_BOLD, FACE_ITALIC, FACE_BOLD_ITALIC, FACE_COUNT };

/* The palette: key in style.yaml, name here. */
/* clang-format off */
#define STYLE_COLOURS(X)                                                                 \
    X(INK, "ink") X(BLUE, "blue") X(ORANGE, "orange") X(PLUM, "plum") X(GREY, "grey")    \
    X(MID, "mid") X(RULE, "rule") X(TINT, "tint") X(RANGE, "range")                      \
    X(QUERY, "query") X(UNTRANSLATED, "untranslated") X(PLANE_1, "plane-1") X(PLANE_2, "plane-2")                        \
    X(PLANE_3, "plane-3") X(COVER_BAR, "cover-bar") X(WHITE, "white")                    \
    X(RUST, "rust")
/* clang-format on */

/* Styles of type: size, leading, face, colour, tracking, space before and after. */
/* clang-format off */
#define STYLE_TYPES(X)                                                                   \
    X(COVER_AREA, "cover-area") X(COVER_LEAD, "cover-lead") X(COVER_STRAP, "cover-strap")\
    X(COVER_NAME, "cover-name") X(COVER_DATE, "cover-date") X(COVER_LINE, "cover-line")  \
    X(DIVIDER_LABEL, "divider-label") X(DIVIDER_NUMBER, "divider-number")                \
    X(DIVIDER_TITLE, "divider-title")                                                    \
    X(H1, "h1") X(H2, "h2") X(H3, "h3") X(H4, "h4")                                      \
    X(BODY, "body") X(SIDE, "side") X(ITEM, "item") X(LEAD_IN, "lead-in")                \
    X(TABLE_HEAD, "table-head") X(TABLE_CELL, "table-cell") X(TABLE_DENSE, "table-dense")\
    X(TABLE_OWN, "table-own") X(TABLE_SUB, "table-sub") X(CAPTION, "caption")            \
    X(CHART_LABEL, "chart-label") X(CHART_VALUE, "chart-value") X(CHART_AXIS, "chart-axis")\
    X(CHART_GROUP, "chart-group")                                                        \
    X(BOX_TITLE, "box-title") X(BOX_TEXT, "box-text") X(BOX_ASIDE, "box-aside")          \
    X(SCORE_NUMBER, "score-number") X(SCORE_LABEL, "score-label")                        \
    X(SCORE_TITLE, "score-title") X(SCORE_TEXT, "score-text")                            \
    X(PANEL_NUMBER, "panel-number") X(PANEL_TITLE, "panel-title")                        \
    X(PANEL_TEXT, "panel-text") X(PANEL_COMMENT, "panel-comment")                        \
    X(SECTION_SCORE, "section-score") X(SECTION_SCORE_LABEL, "section-score-label")      \
    X(QUOTATION, "quotation") X(QUOTATION_BY, "quotation-by")                            \
    X(TOC_1, "toc-1") X(TOC_2, "toc-2")                                                  \
    X(NOTE, "note") X(NOTE_MARK, "note-mark")                                            \
    X(FOOT, "foot") X(FOOT_NUMBER, "foot-number")                                        \
    X(MARKING, "marking") X(STAGE_LINE, "stage-line") X(STAGE_WORD, "stage-word")        \
    X(REFERENCE, "reference")                                                            \
    X(LETTER_TITLE, "letter-title") X(LETTER_H2, "letter-h2") X(LETTER_H3, "letter-h3")  \
    X(LETTER_NAME, "letter-name") X(LETTER_ADDRESS, "letter-address")                    \
    X(LETTER_STRAP, "letter-strap") X(LETTER_LABEL, "letter-label")                      \
    X(LETTER_CELL, "letter-cell")
/* clang-format on */

/* Lengths, in points in style.yaml, by what they are of: G(group, X(key) ...).  What each
 * measures stands beside it there; `h1_mid_page` is written "h1-mid-page". */
/* clang-format off */
#define STYLE_LENGTHS(G, X)                                                              \
    G(page, X(width) X(height) X(margin) X(text_top) X(text_bottom))                     \
    G(foot, X(rule_top) X(rule) X(baseline) X(gap))                                      \
    G(marks, X(top) X(bottom) X(letter_up) X(line_top) X(line_next) X(line_edge)         \
      X(word_top) X(word_top_cover) X(word_right))                                       \
    G(cover, X(names_top) X(name_bar) X(name_gap) X(name_next) X(block_top)              \
      X(block_height) X(planes_x) X(planes_y) X(plane_1) X(plane_2) X(plane_3)           \
      X(strap_top) X(strap_width) X(title_bottom) X(title_right) X(title_bar)            \
      X(title_bar_width) X(title_bar_under) X(lead_under) X(area_least) X(band_top)      \
      X(band_height) X(foot_top) X(foot_width) X(foot_gap) X(logos_top) X(logo_height)   \
      X(logo_gap))                                                                       \
    G(divider, X(block_bottom) X(block_top_marked) X(label_top) X(number_top)            \
      X(title_bottom) X(title_right) X(next_top))                                        \
    G(letterhead, X(names_top) X(name_bar) X(name_gap) X(name_next) X(address_width)     \
      X(rule_top) X(rule_over) X(rule) X(strap_over) X(strap_gap) X(strap_under)         \
      X(deeper))                                                                         \
    G(heading, X(h1_mid_page) X(beside_score) X(score_width) X(rule_over) X(rule)        \
      X(rule_under) X(bar) X(bar_width) X(bar_under))                                    \
    G(text, X(indent) X(bullet_indent) X(bullet) X(bullet_left) X(key_before))           \
    G(words, X(link_under) X(link_rule) X(query_pad) X(query_rule)                       \
      X(untranslated_before) X(untranslated_behind) X(untranslated_hang)                 \
      X(untranslated_bar) X(swatch_before) X(swatch_behind) X(key_before))               \
    G(reference, X(gap) X(edge))                                                         \
    G(note, X(indent) X(rule_width) X(rule) X(rise) X(room))                             \
    G(toc, X(indent) X(number) X(group) X(dot) X(pitch) X(dots_before) X(dots_behind)    \
      X(dots_least))                                                                     \
    G(picture, X(after))                                                                 \
    G(signature, X(before) X(after) X(width) X(height))                                  \
    G(form, X(gap) X(outline) X(pad) X(pad_side) X(answer_pad) X(row_gap) X(cell_gap)    \
      X(label_gap) X(beside_gap) X(box_outline) X(box_pad) X(button) X(button_gap)       \
      X(choice_gap))                                                                     \
    G(chart, X(after) X(axis) X(title_under))                                            \
    G(chart_legend, X(line) X(swatch_gap) X(entry_gap) X(under))                         \
    G(chart_scores, X(label_left) X(label_width) X(plot_left) X(plot_right)              \
      X(remark_width) X(head) X(title_baseline) X(title_gap) X(rule) X(row) X(row_gap)   \
      X(label_pad) X(group_gap) X(bar) X(value_gap) X(patch) X(patch_pad) X(grid)        \
      X(grid_under) X(own_width) X(own_height) X(own_gap) X(own_over) X(axis_baseline)   \
      X(axis_height))                                                                    \
    G(chart_sample, X(label_width) X(plot_left) X(value_room) X(row) X(label_pad)        \
      X(bar) X(value_gap) X(group_gap) X(axis_short))                                    \
    G(chart_stacked, X(legend_under) X(line) X(label_gap) X(bar) X(bar_gap) X(under)     \
      X(part_gap) X(count_left) X(count_room) X(patch) X(patch_pad) X(aside)             \
      X(aside_left) X(aside_gap))                                                        \
    G(hatch, X(outline) X(up_line) X(up_pitch) X(down_line) X(down_pitch)                \
      X(cross_line) X(cross_pitch) X(short_line) X(short_pitch))                         \
    G(swatch, X(width) X(height) X(average) X(own) X(disc) X(tick))                      \
    G(range, X(height) X(line) X(band) X(tick) X(disc) X(disc_outline))                  \
    G(table, X(pad) X(pad_dense) X(gap) X(glossary_term))                                \
    G(box, X(pad) X(pad_right) X(pad_under) X(bar) X(text_left))                         \
    G(score, X(left) X(inner) X(pad) X(pad_side) X(pad_under))                           \
    G(panel, X(left) X(pad) X(pad_side) X(pad_under) X(hang) X(after))
/* clang-format on */

enum colour_id {
#define X(id, key) COLOUR_##id,
    STYLE_COLOURS(X)
#undef X
        COLOUR_COUNT
};

enum type_id {
#define X(id, key) TYPE_##id,
    STYLE_TYPES(X)
#undef X
        TYPE_COUNT
};

#define G(group, keys)                                                                   \
    struct group##_lengths {                                                             \
        keys                                                                             \
    };
#define X(key) length key;
STYLE_LENGTHS(G, X)
#undef X
#undef G

struct type_style {
    length size, leading;
    enum face face;
    struct colour colour;
    length tracking;      /* added after each character */
    length before, after; /* space over and under the block */
};

struct style {
    const char *name; /* "house-2012" */
    struct colour colours[COLOUR_COUNT];
    struct type_style types[TYPE_COUNT];
#define G(group, keys) struct group##_lengths group;
#define X(key)
    STYLE_LENGTHS(G, X)
#undef X
#undef G
    length baseline; /* of the em's 1024ths: where the baseline stands in a line is
                        (leading - size) / 2 + size x baseline / 1024, never the font's
                        ascent */
    const char *fonts[FACE_COUNT];  /* file names under fonts/ */
    const struct style_kind *kinds; /* of documents that differ from all others */
    size_t kind_count;
};

struct style_kind {
    const char *name; /* "sides" */
    struct style style;
};

/* Reads style.yaml; every key must be there (`tracking` and `kinds` alone may be left
 * out), none else may be; a kind gives only what differs.  NULL after a fault. */
const struct style *style_parse(struct arena *a, struct diags *d,
                                const struct node *root);

/* That of a kind of document (NULL: any): its own, or the house's. */
const struct style *style_of_kind(const struct style *s, const char *kind);

/* WCAG 2 contrast ratio times 100: 450 is 4.5:1. */
int colour_contrast(struct colour x, struct colour y);

/* From a block's top to the baseline of its first line. */
length type_baseline(const struct style *s, const struct type_style *t);

#endif
