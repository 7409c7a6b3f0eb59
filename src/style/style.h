/* style.h -- a year's house style: what templates/house-YEAR/style.yaml says.  C knows
 * what there is (a cover's block, the bar of a chart), how it is drawn and in which
 * order; how large it is, in which type and in which colour is data here. */
#ifndef STYLE_STYLE_H
#define STYLE_STYLE_H

#include "base/length.h"
#include "source/node.h"
#include "style/box.h"
#include "style/composition.h"
#include "style/table.h"

/* What a file claims: PDF/UA-1 with PDF/A-2a (PDF 1.7), or PDF/UA-2 with PDF/A-4 (2.0).
 */
enum pdf_standard { PDF_UA1, PDF_UA2, PDF_STANDARD_COUNT };

enum face { FACE_REGULAR, FACE_BOLD, FACE_ITALIC, FACE_BOLD_ITALIC, FACE_COUNT };

/* Three tables of what C asks for.  In style.yaml their names have small letters and
 * dashes: ROLE_COVER_PLANE_1 is "cover-plane-1", heading.h1_mid_page "h1-mid-page". */

/* What is drawn in a colour that is not a type's: each role has one of the palette. */
/* clang-format off */
#define STYLE_ROLES(X)                                                                   \
    X(BULLET) X(LINK) X(QUOTE_MARK) X(SIGNATURE_DATE) X(HEADING_RULE) X(FOOT_RULE)       \
    X(NOTE_RULE) X(TOC_DOTS) X(QUERY) X(QUERY_TEXT) X(UNTRANSLATED)                      \
    X(UNTRANSLATED_TEXT) X(UNTRANSLATED_BAR) X(NAME_BAR) X(COVER_BLOCK)                  \
    X(COVER_PLANE_1) X(COVER_PLANE_2) X(COVER_PLANE_3) X(COVER_BAR) X(COVER_BAND)        \
    X(DIVIDER_BLOCK) X(ON_BLOCK) X(LETTER_RULE) X(FORM_FRAME) X(FORM_ANSWER)             \
    X(FORM_TEXT) X(FORM_FIXED) X(FORM_BOX) X(FORM_BOX_OUTLINE) X(FORM_BUTTON)            \
    X(CHART_AXIS) X(CHART_GRID) X(CHART_GROUND) X(CHART_SOLID) X(CHART_ON_SOLID)         \
    X(CHART_UP) X(CHART_DOWN) X(CHART_DOWN_OUTLINE) X(CHART_CROSS) X(CHART_SHORT)        \
    X(CHART_WHITE_OUTLINE) X(CHART_ZONE_1) X(CHART_ZONE_2) X(CHART_ZONE_3)               \
    X(CHART_LIMIT) X(CHART_DOT) X(CHART_LINE) X(RANGE_LINE) X(RANGE_BAND)                \
    X(RANGE_TICK) X(RANGE_OWN) X(RANGE_OWN_OUTLINE) X(SWATCH_TICK) X(STAR) X(STAR_EMPTY)    \
    X(EVIDENCE_RULE) X(RIBBON) X(RIBBON_OWN) X(RIBBON_ON_OWN) X(CHANGE) X(CHANGE_TEXT)
/* clang-format on */

/* Styles of type. */
/* clang-format off */
#define STYLE_TYPES(X)                                                                   \
    X(COVER_AREA) X(COVER_LEAD) X(COVER_STRAP) X(COVER_NAME) X(COVER_DATE)               \
    X(COVER_LINE) X(DIVIDER_LABEL) X(DIVIDER_NUMBER) X(DIVIDER_TITLE) X(H1) X(H2) X(H3)  \
    X(H4) X(BODY) X(STANDFIRST) X(SIDE) X(ITEM) X(FINDING) X(EVIDENCE)\
    X(EVIDENCE_HEAD) X(SECTION_OVER) X(RIBBON) X(LEAD_IN) X(TABLE_CELL) X(TABLE_SUB)    \
    X(CAPTION) X(MEASURE) X(CHART_LABEL) X(CHART_VALUE) X(CHART_AXIS) X(CHART_GROUP)     \
    X(CHART_NUMBER) X(CHART_TITLE) X(CHART_OWN) X(SECTION_SCORE)                         \
    X(SECTION_SCORE_LABEL) X(TOC_1) X(TOC_2) X(NOTE) X(NOTE_MARK) X(FOOT)                \
    X(FOOT_NUMBER) X(MARKING) X(STAGE_LINE) X(STAGE_WORD) X(REFERENCE) X(LETTER_TITLE)   \
    X(LETTER_H2) X(LETTER_H3) X(LETTER_NAME) X(LETTER_ADDRESS) X(LETTER_STRAP)
/* clang-format on */

/* Lengths, by what they are of; what each measures, house-plain says beside it. */
/* clang-format off */
#define STYLE_LENGTHS(G, X)                                                              \
    G(page, X(width) X(height) X(margin) X(text_top) X(text_bottom))                     \
    G(foot, X(rule_top) X(rule) X(baseline) X(gap))                                      \
    G(marks, X(top) X(bottom) X(ends) X(letter_up) X(line_top) X(line_next) X(line_edge)         \
      X(word_top) X(word_top_cover) X(word_right))                                       \
    G(names, X(bar) X(gap))                                                              \
    G(cover, X(names_top) X(name_next) X(block_top) X(block_height) X(planes_x)          \
      X(planes_y) X(plane_1) X(plane_2) X(plane_3) X(strap_top) X(strap_width)           \
      X(title_bottom) X(title_right) X(title_bar) X(title_bar_width)                     \
      X(title_bar_under) X(lead_under) X(area_least) X(band_top) X(band_height)          \
      X(foot_top) X(foot_width) X(foot_gap) X(logos_top) X(logo_height) X(logo_gap))     \
    G(divider, X(block_bottom) X(block_top_marked) X(label_top) X(number_top)            \
      X(title_bottom) X(title_right) X(next_top))                                        \
    G(letterhead, X(names_top) X(name_next) X(address_width) X(rule_top) X(rule_over)    \
      X(rule) X(strap_over) X(strap_gap) X(strap_under) X(deeper))                       \
    G(heading, X(h1_mid_page) X(beside_score) X(score_width) X(rule_over) X(rule)        \
      X(rule_under) X(bar) X(bar_width) X(bar_under) X(over_under))                                    \
    G(text, X(indent) X(bullet_indent) X(bullet) X(bullet_left) X(key_before) X(measure))           \
    G(words, X(link_under) X(link_rule) X(query_pad) X(query_rule)                       \
      X(untranslated_before) X(untranslated_behind) X(untranslated_hang)                 \
      X(untranslated_bar) X(swatch_before) X(swatch_behind) X(key_before))               \
    G(ribbon, X(height) X(least) X(gap) X(group_gap) X(pad) X(after))                    \
    G(evidence, X(indent) X(width) X(gap) X(rule) X(over) X(top) X(share_gap)            \
      X(bar_over) X(bar) X(bar_gap) X(next))                                             \
    G(change, X(bar) X(gap) X(rule) X(under))                                            \
    G(reference, X(gap) X(edge))                                                         \
    G(note, X(indent) X(rule_width) X(rule) X(rise) X(room))                             \
    G(toc, X(indent) X(number) X(group) X(dot) X(pitch) X(dots_before) X(dots_behind)    \
      X(dots_least))                                                                     \
    G(picture, X(after))                                                                 \
    G(signature, X(before) X(after) X(width) X(height))                                  \
    G(form, X(gap) X(outline) X(pad) X(pad_side) X(answer_pad) X(row_gap) X(cell_gap)    \
      X(label_gap) X(beside_gap) X(box_outline) X(box_pad) X(button) X(button_gap)       \
      X(choice_gap))                                                                     \
    G(chart, X(before) X(after) X(axis) X(title_under) X(row) X(bar) X(value_gap) X(group_gap)     \
      X(most))                                                                           \
    G(chart_legend, X(line) X(swatch_gap) X(entry_gap) X(under))                         \
    G(chart_scores, X(label_left) X(label_width) X(plot_left) X(plot_right)              \
      X(remark_width) X(head) X(title_baseline) X(title_gap) X(rule) X(row_gap)          \
      X(label_pad) X(patch) X(patch_pad) X(grid) X(grid_under) X(own_width)              \
      X(own_height) X(own_gap) X(own_over) X(axis_baseline) X(axis_height))              \
    G(chart_sample, X(label_width) X(plot_left) X(value_room) X(label_pad)               \
      X(axis_short))                                                                     \
    G(chart_stacked, X(legend_under) X(line) X(label_gap) X(bar) X(bar_gap) X(under)     \
      X(part_gap))                                                                       \
    G(chart_columns, X(least) X(gap) X(title_gap) X(label_gap) X(bar) X(bar_gap))                 \
    G(chart_distribution, X(words) X(number) X(pad) X(sign_gap) X(own_gap) X(row)        \
      X(under) X(high))                                                                  \
    G(chart_answers, X(over) X(bar) X(under) X(gap))                                     \
    G(chart_linked, X(row) X(column))                                                    \
    G(chart_points, X(row) X(beside))                                                    \
    G(chart_series, X(height) X(words) X(line) X(thin) X(dash) X(sign) X(gap)            \
      X(group_gap) X(bar_gap) X(bar_most) X(row) X(row_bar) X(target))                    \
    G(chart_plot, X(left) X(right) X(limit) X(sign) X(small_sign) X(halo) X(stem) X(dot) \
      X(dot_pitch) X(dot_over) X(average_width) X(average_height))                       \
    G(hatch, X(outline) X(up_line) X(up_pitch) X(down_line) X(down_pitch)                \
      X(cross_line) X(cross_pitch) X(short_line) X(short_pitch))                         \
    G(swatch, X(width) X(height) X(average) X(own) X(disc) X(tick))                      \
    G(range, X(height) X(line) X(band) X(tick) X(disc) X(disc_outline))                  \
    G(stars, X(radius) X(pitch) X(outline) X(after))                                     \
    G(box, X(aside_gap))
/* clang-format on */

enum role {
#define X(id) ROLE_##id,
    STYLE_ROLES(X)
#undef X
        ROLE_COUNT
};

enum type_id {
#define X(id) TYPE_##id,
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
    struct pos pos;       /* where style.yaml gives its colour */
};

struct style {
    const char *name; /* "house-plain" */
    enum pdf_standard pdf;
    bool large;   /* large print, which its cover and title say */
    length least; /* no type is smaller; 0: not given, which is not large print */
    struct colour roles[ROLE_COUNT];
    const char *role_colours[ROLE_COUNT]; /* what the palette calls them */
    struct pos role_pos[ROLE_COUNT];
    const char *const *colour_names; /* the palette: its own names */
    const struct colour *colours;
    const struct pos *colour_pos;
    size_t colour_count;
    const char *const *type_names;
    struct type_style *types; /* by enum type_id; the house's own behind those */
    size_t type_count;
#define G(group, keys) struct group##_lengths group;
#define X(key)
    STYLE_LENGTHS(G, X)
#undef X
#undef G
    length baseline; /* of the em's 1024ths: where the baseline stands in a line is
                        (leading - size) / 2 + size x baseline / 1024, never the font's
                        ascent */
    const char *fonts[FACE_COUNT];  /* file names under fonts/ */
    struct pos font_at[FACE_COUNT]; /* of one that the house brings: where it says so */
    const struct box_style *boxes;
    const struct table_style *tables;
    size_t box_count, table_count;
    struct composition cover_made, divider_made;
    const struct style_kind *kinds; /* of documents that differ from all others */
    size_t kind_count;
};

struct style_kind {
    const char *name; /* "sides" */
    struct style style;
};

/* Reads style.yaml; every key must be there (of a type, size, leading and colour; `kinds`
 * may be left out), none else may be, but colours and types of the house's own; a kind
 * gives only what differs.  NULL after a fault. */
struct style *style_parse(struct arena *a, struct diags *d, const struct node *root);

/* The file of a face: the house's own, else one of the folder `fonts`. */
const char *style_font(struct arena *a, const struct style *s, enum face face,
                       const char *fonts);

/* That of a kind of document (NULL: any): its own, or the house's. */
const struct style *style_of_kind(const struct style *s, const char *kind);

/* By the house's name for it; NULL: it has none. */
const struct colour *style_colour(const struct style *s, const char *name);
/* The first of the palette that is the same; colour_count: none is. */
size_t style_colour_index(const struct style *s, struct colour c);
const struct type_style *style_type(const struct style *s, const char *name);

/* The look of a box by the name that the house gives it; NULL when it has none. */
const struct box_style *style_box(const struct style *s, const char *name);
/* The same of a table's. */
const struct table_style *style_table(const struct style *s, const char *name);

/* WCAG 2 contrast ratio times 100: 450 is 4.5:1. */
int colour_contrast(struct colour x, struct colour y);

/* From a block's top to the baseline of its first line. */
length type_baseline(const struct style *s, const struct type_style *t);

#endif
