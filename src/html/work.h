/* work.h -- a web page that is being written; inside html/ only. */
#ifndef HTML_WORK_H
#define HTML_WORK_H

#include "base/map.h"
#include "chart/read.h"
#include "html/html.h"
#include "html/svg.h"

/* A note whose mark has been written, until its text is. */
struct web_note {
    const struct element *element;
    const char *id, *mark; /* of the text, of the mark */
};

struct web {
    struct arena *a;
    struct diags *d;
    struct faces *text;
    const struct style *style;
    const struct report *report;
    const char *other; /* the other edition's page, or NULL */
    struct buf out;
    struct svg_defs defs; /* patterns and small drawings that the page has once */
    struct chart_scale scale;
    struct map *targets;          /* elements by the id that links name */
    struct map *used;             /* ids that have been given out */
    struct map *named;            /* ids of notes by their name */
    struct map *looks, *kinds;    /* of boxes and tables, by their names */
    ARRAY(struct web_note) notes; /* still to be written */
    size_t marks, names;          /* given out: ids that only this page knows */
    enum lang lang;               /* of what is being written */
    int shift;                    /* of headings: a cover has the page's h1 */
    int heading;                  /* the level of the last one, of the report; 0: none */
    bool linked;                  /* inside a link */
};

/* ---- block.c: an element of any kind, and all children of one ---- */
void web_element(struct web *w, const struct element *e);
void web_children(struct web *w, const struct element *e);
/* The children from `first` to before `end`; loose words among blocks get a <p>. */
void web_flow(struct web *w, const struct element *first, const struct element *end);
/* What an item or a cell holds: a single paragraph without its <p>. */
void web_inside(struct web *w, const struct element *e);
/* "<p class=…>" with the part's words; nothing where it is NULL. */
void web_part(struct web *w, const struct element *e, const char *tag, const char *class);

/* ---- inline.c ---- */
void web_inline(struct web *w, const struct element *e);
/* The inlines from `first` to before `end` (NULL: all). */
void web_words(struct web *w, const struct element *first, const struct element *end);
void web_text(struct web *w, const char *words);
/* ` lang="cy"` where it differs; gives the language around, to be put back. */
enum lang web_lang(struct web *w, enum lang l);
/* Words that only those hear who do not see. */
void web_hidden(struct web *w, const char *words);

/* ---- ids.c ---- */
void web_targets(struct web *w, const struct element *e);
/* ` id="…"` of a block that can be quoted or linked to; nothing where it cannot. */
void web_id(struct web *w, const struct element *e);
/* As it is written in `href="#…"`. */
const char *web_target(struct web *w, const char *id);
/* An id that nothing but this page uses: "NAME_7". */
const char *web_own_id(struct web *w, const char *name);
/* What a block is called: "1.2", "Table 1", the words of its heading. */
const char *web_called(struct web *w, const struct element *e);
/* The reference by which a proof's readers quote it; nothing in a final. */
void web_reference(struct web *w, const struct element *e);
/* The same in a paragraph of its own, before a box or a table. */
void web_reference_alone(struct web *w, const struct element *e);

/* ---- the kinds of blocks, each in a file of its own ---- */
void web_heading(struct web *w, const struct element *e);
void web_title(struct web *w, const struct element *e, const char *id);
const char *web_heading_number(struct web *w, const struct element *e);
void web_box(struct web *w, const struct element *e);
void web_list(struct web *w, const struct element *e);
void web_paragraphs(struct web *w, const struct element *e);
void web_cover(struct web *w, const struct element *e);
void web_letterhead(struct web *w, const struct element *e);
void web_divider(struct web *w, const struct element *e);
void web_ribbon(struct web *w, const struct element *e);
void web_toc(struct web *w, const struct element *e);
/* Contents for a document that has none of its own; nothing where it is short. */
void web_contents(struct web *w);
bool web_has_contents(const struct element *root);
void web_table(struct web *w, const struct element *e);
void web_chart(struct web *w, const struct element *e);
void web_range(struct web *w, const struct element *e);
void web_stars(struct web *w, const struct element *e);
void web_share(struct web *w, const struct element *e);
void web_swatch(struct web *w, const struct element *e);
void web_figure(struct web *w, const struct element *e);
void web_signature(struct web *w, const struct element *e);
void web_logo(struct web *w, const struct element *e);
/* The pictures of a ground that say something or fill a place. */
void web_ground(struct web *w, const struct composition *k);
void web_form(struct web *w, const struct element *e);

/* ---- notes.c ---- */
void web_note(struct web *w, const struct element *e);
/* The texts of all marks since the last call. */
void web_notes(struct web *w);

/* ---- css.c ---- */
/* For the looks that the page has used. */
void web_css(const struct web *w, struct buf *out);

/* ---- sheet.c: what no house changes, before the types, behind them, and last ---- */
enum sheet { SHEET_BASE, SHEET_SCREEN, SHEET_PAPER };
void sheet_write(struct buf *out, enum sheet part);

/* ---- dark.c: the palette by night ---- */
/* What a page stands on then. */
struct colour dark_ground(const struct style *s);
struct colour dark_colour(const struct style *s, struct colour c);

#endif
