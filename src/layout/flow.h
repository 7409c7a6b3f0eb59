/* flow.h -- blocks one under the other as strips, in a given width: a page, a cell, a
 * box, a column of a panel, a note.  Spaces between neighbours are the larger of the two;
 * what is to be drawn beside the next strip (a label, a bullet, a reference) waits for
 * it. */
#ifndef LAYOUT_FLOW_H
#define LAYOUT_FLOW_H

#include "layout/words.h"

/* Which styles of type paragraphs and headings take here. */
enum voice {
    VOICE_BODY,
    VOICE_ITEM,
    VOICE_FINDING, /* of an item with a column beside it */
    VOICE_NOTE,
    VOICE_BOX, /* of a box or a cell: as its look says */
    VOICE_CELL
};

struct beside {
    struct drawn drawn; /* its x from the flow's left */
    length baseline;    /* of what is drawn: stands on the strip's; 0: at its top */
    struct beside *next;
};

struct flow {
    struct state *s;
    struct strips out;
    length left, width; /* of the blocks now, from the flow's left */
    enum align align;
    struct tag *tag; /* what blocks hang from */
    enum lang lang;
    enum voice voice;
    const struct type_style *text; /* of a box or a cell */
    const struct box_style *box;   /* that it stands in */
    bool bold;                     /* cells of a total */
    bool even;                     /* lines of about one length: heads */
    bool wide;                     /* a note to a chart or table is as wide */
    bool direct;                   /* paragraphs hang from `tag` itself, without a P */
    const struct frame *frame;
    bool lies;    /* on pages that lie on their side */
    bool page;    /* the flow of pages: references in the margin, page breaks */
    bool margin;  /* a cell or note on such a page: its references go there too */
    length inset; /* of its left from the page's text */
    bool cell;    /* its headings are the document's all the same: bookmarks */
    length after; /* space that the last block wants under it */
    bool opening; /* a frame has just opened: no space over its first strip */
    /* waiting for the next strip: */
    enum turn turn;
    const struct element *quoted; /* a section: its reference stands in its heading */
    struct beside *beside;
    struct anchor *anchors;
    struct note_list *notes;
    const char *bookmark;
    int level;
    const struct element *from;
};

struct flow flow_new(struct state *s, length width, struct tag *tag);
void flow_children(struct flow *f, const struct element *e);
/* The children of `e` from `first` on. */
void flow_from(struct flow *f, const struct element *e, const struct element *first);
/* A cell or item that holds one paragraph, without notes, and no more. */
bool flow_is_direct(const struct element *e);
void flow_block(struct flow *f, const struct element *e);

/* The next strip begins a page, unless it already does so more strongly. */
void flow_turn(struct flow *f, enum turn turn);
/* At least this much space before the next strip. */
void flow_space(struct flow *f, length before);
/* A new strip, `height` high; good until the next. */
struct strip *flow_push(struct flow *f, length height, length baseline, enum hold hold);
void flow_draw(struct flow *f, struct strip *strip, draw_fn *draw, const void *what,
               length x, length y);
void flow_beside(struct flow *f, draw_fn *draw, const void *what, length x,
                 length baseline);
void flow_anchor(struct flow *f, struct spot *p);
/* The reference of `e` in the margin of the next strip, in proofs and drafts.  `tag`: an
 * inline one to hang it from; NULL: a P of its own. */
void flow_reference(struct flow *f, const struct element *e, struct tag *tag);
/* The same beside the last strip, `y` from its top, and where it stands on a block;
 * `tag`: the P that was made for it, where it is heard before what is laid already; NULL:
 * one behind. */
length flow_reference_at(struct flow *f, const struct element *e, bool on_block, length y,
                         struct tag *tag);
/* A reference that its own number prints: its place is remembered all the same. */
void flow_quoted(struct flow *f, const struct element *e);
bool flow_has_reference(const struct flow *f, const struct element *e);
/* Where the references came to stand, once pages are filled, in the order of the text. */
const struct referenced *references_of(struct state *s, size_t *count);
/* Its id becomes a place that links go to. */
void flow_id(struct flow *f, const struct element *e);

/* A paragraph's lines; `last`: the hold behind it. */
void flow_lines(struct flow *f, const struct words *w, enum hold last);
/* Notes whose marks stood in a paragraph that is now done. */
void flow_notes(struct flow *f, const struct spans *spans, struct tag *parent);
/* The inlines from `first` to before `end`, as a P under the flow's tag. */
void flow_paragraph(struct flow *f, const struct element *first,
                    const struct element *end, const struct type_style *type,
                    enum hold last);
/* The same as content of `tag`; its notes hang from the flow's. */
void flow_paragraph_in(struct flow *f, struct tag *tag, const struct element *first,
                       const struct element *end, const struct type_style *type,
                       enum hold last);
/* A struct words as one strip that is never cut. */
struct strip *flow_whole(struct flow *f, const struct words *w, enum hold hold);

void flow_frame(struct flow *f, struct frame *frame, length before);
void flow_frame_end(struct flow *f, struct frame *frame, length after);
/* Strips from `first` on stay on one page, unless they are higher than one. */
void flow_keep(struct flow *f, size_t first);
/* The height that a page has for text. */
length page_room(const struct state *s);
length page_text_width(const struct state *s);
/* wide.c: the same style for pages that lie on their side: what is measured from the foot
 * stays as far from it. */
const struct style *page_turned(struct arena *a, const struct style *upright);

const struct type_style *voice_type(const struct flow *f);

/* Each in a file of its own. */
void flow_heading(struct flow *f, const struct element *e);
void flow_list(struct flow *f, const struct element *e);
void flow_paragraphs(struct flow *f, const struct element *e);
void flow_table(struct flow *f, const struct element *e);
void flow_box(struct flow *f, const struct element *e);
void flow_cover(struct flow *f, const struct element *e);
void flow_letterhead(struct flow *f, const struct element *e);
void flow_toc(struct flow *f, const struct element *e);
void flow_chart(struct flow *f, const struct element *e);
void flow_range(struct flow *f, const struct element *e);
void flow_figure(struct flow *f, const struct element *e);
void flow_stars(struct flow *f, const struct element *e);
void flow_divider(struct flow *f, const struct element *e);
void flow_wide(struct flow *f, const struct element *e);
void flow_ribbon(struct flow *f, const struct element *e);
/* What a house draws under the words of a page, with its strip; `e`: what is heard of it
 * stands for. */
void flow_ground(struct flow *f, const struct composition *k, struct strip *strip,
                 struct tag *parent, const struct element *e);
/* The partners' pictures of a cover, drawn with its strip. */
void flow_logos(struct flow *f, const struct element *cover, struct strip *strip,
                struct tag *tag);
/* Fields to fill in. */
void flow_form(struct flow *f, const struct element *e);
void flow_signature(struct flow *f, const struct element *e);

/* What stands before a heading's words, "" for nothing; both as plain text. */
const char *heading_number(struct state *s, const struct element *e);
const char *heading_plain(struct state *s, const struct element *e);

/* The caption of a table, chart or figure; the strip it makes holds to the next. */
void flow_caption(struct flow *f, const struct element *e, struct tag *parent);

#endif
