/* page.h -- pages as plain data: runs of glyphs, paths and pictures, placed and in
 * drawing order, each hanging from a tag or marked as an artifact; and the tag tree.
 * Lengths in 1/1024 pt, x right, y down from the top left corner. */
#ifndef PAGE_PAGE_H
#define PAGE_PAGE_H

#include "base/array.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/length.h"
#include "page/tag.h"
#include "picture/picture.h"
#include "style/style.h"

enum artifact {
    ARTIFACT_NONE,   /* real content: hangs from a tag */
    ARTIFACT_LAYOUT, /* rules, shading, leaders */
    ARTIFACT_HEADER, /* marks at the top, a table's repeated head */
    ARTIFACT_FOOTER,
    ARTIFACT_BACKGROUND
};

/* The id of a space whose face is not yet known: pdf/ takes that of the run's face. */
#define GLYPH_SPACE 0xFFFF /* no font has so many glyphs */

struct glyph {
    length advance;    /* tracking and kerning are in it */
    unsigned short id; /* TrueType knows no larger one */
    unsigned short
        bytes; /* of the run's text that it shows; 0: belongs to the one before */
};

enum path_verb { PATH_MOVE, PATH_LINE, PATH_CURVE /* three points */, PATH_CLOSE };
struct path_op {
    enum path_verb verb;
    length x[3], y[3]; /* one point, or a curve's three, relative to the item */
};
struct path {
    const struct path_op *ops;
    size_t count;
};

struct bounds {
    length left, top, right, bottom;
};

enum item_kind { ITEM_RUN, ITEM_PATH, ITEM_IMAGE };

struct item {
    enum item_kind kind;
    struct tag *tag; /* NULL for an artifact */
    enum artifact artifact;
    length x, y; /* ITEM_RUN: the baseline's left end; ITEM_IMAGE: top left */
    union {
        struct {
            enum face face;
            length size;
            struct colour colour;
            const char *text; /* what the glyphs say; their bytes add up to text_len */
            size_t text_len;
            const struct glyph *glyphs;
            size_t count;
            bool turned; /* a quarter turn clockwise round (x, y) */
        } run;
        struct {
            struct path outline;
            bool filled, stroked;
            struct colour fill, stroke;
            length line_width;
            bool round;       /* its strokes' ends: one that goes nowhere is a dot */
            length dash, gap; /* along a stroke, in turn; 0: it is whole */
            struct path clip; /* count 0: none */
            /* Of a hatch, a clip full of parallel strokes: how far those that rise to the
             * right lie apart along x, and those that fall; 0: there are none. */
            length rising, falling;
        } path;
        struct {
            const struct image *image;
            length width, height;
            struct bounds shown; /* of the page; no width: all of it */
        } image;
    };
};

/* A link on a page: one thing to follow, however many lines its words take. */
struct link {
    struct tag *tag;            /* TAG_LINK that it is an object of */
    ARRAY(struct bounds) boxes; /* in the order of the text */
    const char *uri;            /* or NULL: */
    int page;                   /* from 0 */
    length to_x, to_y;
    const struct tag *to; /* what stands there; hangs from the root */
    const char *contents; /* what a reader hears about it */
};

/* Something to type in or to choose, on a page.  Its box is drawn by items; choices of
 * one name are the buttons of one field, of which one can be on. */
struct widget {
    struct tag *tag;    /* TAG_FORM that it is the object of */
    const char *name;   /* of the field: "c01.ref"; one dot at most */
    const char *label;  /* what a reader hears of the field: "Comment 1: Reference" */
    const char *choice; /* what this button stands for; NULL: text */
    const char *heard;  /* of a choice: what a reader hears of it */
    const char *value;  /* of text, from the start; NULL: none */
    bool many_lines;    /* text that may be long */
    bool fixed;         /* cannot be changed */
    length x, y, width, height;
    length size; /* of type */
    struct colour colour;
};

/* Items in a row that hang from one tag, or are artifacts of one kind. */
struct mark {
    struct tag *tag; /* NULL: an artifact */
    enum artifact artifact;
    size_t first, count; /* of the page's items */
};

struct page {
    length width, height;
    const char *label; /* "7" */
    ARRAY(struct item) items;
    ARRAY(struct link) links;
    ARRAY(struct widget) widgets;
    ARRAY(struct mark) marks; /* from document_mark: every item lies in one */
};

/* An entry of the outline (bookmarks). */
struct bookmark {
    const char *title;
    int level; /* from 1 */
    int page;
    length y;
    const struct tag *to; /* the heading that it is of */
};

/* A block that is quoted by reference, and the page that it begins on. */
struct referenced {
    const char *ref;
    int page; /* from 0 */
};

/* A file inside the file. */
struct attachment {
    const char *name;        /* "severnside-2012.draft1.en.csv" */
    const char *media;       /* "text/csv" */
    const char *description; /* for a reader */
    const char *bytes;
    size_t len;
};

/* A correction since the first publication, as the metadata have it. */
struct corrected {
    struct date date;
    const char *what; /* and why, plain */
};

struct document {
    enum pdf_standard standard;
    enum lang lang;
    const char *title, *subject, *keywords, *author, *creator;
    struct date date; /* of publication: goes into the metadata, so no clock is read */
    const struct corrected *corrected; /* the oldest first */
    size_t corrected_count;
    struct page *pages;
    size_t page_count;
    struct tag *root; /* TAG_DOCUMENT */
    int tag_count;    /* from document_mark: those that hang from the root */
    const struct bookmark *bookmarks;
    size_t bookmark_count;
    const struct referenced *references; /* in the order of the text; none in a final */
    size_t reference_count;
    const struct map *places; /* ids whose page is printed somewhere, to its label */
    const struct attachment *attached; /* in PDF/UA-2 only: 2a and 1.7 have none; NULL */
};

/* Convenience for those who draw. */
struct item item_rectangle(struct arena *a, length x, length y, length width,
                           length height, struct colour fill);
struct item item_rule(struct arena *a, length x, length y, length width, length thick,
                      struct colour colour); /* its middle at y */
struct path path_rectangle(struct arena *a, length x, length y, length width,
                           length height);
struct path path_circle(struct arena *a, length x, length y, length radius);

/* The smallest rectangle round an item; a run's reaches 0.8 of its size above the
 * baseline and 0.2 below. */
struct bounds item_bounds(const struct item *it);
/* The sum of a run's advances. */
length run_width(const struct item *it);

/* Gives every tag its marks in drawing order: after this tag->kids holds the structure
 * that is written, and tags are numbered in its order.  Items of one tag in a row share a
 * mark; an item with an artifact's kind is one, whatever its tag.  A run that is only
 * space joins its neighbour in the line, because a space drawn alone is lost to readers.
 * Where that neighbour is heard as other words (actual_text), they get the space too.
 * A figure without a box gets that of its items. */
void document_mark(struct arena *a, struct document *doc);

/* Pages and items rounded to 0.1 pt, and the tag tree with its words: the dumps "pages"
 * and "tags". */
void pages_dump(const struct document *doc, struct buf *out);
void tags_dump(const struct document *doc, struct buf *out);
/* The document as it is heard, a line for each block: the dump "heard" (heard.c). */
void heard_dump(struct arena *a, const struct document *doc, struct buf *out);

#endif
