/* spot.h -- where things came to stand, by the id of their element, and the links and
 * page numbers that follow from it.  A number is that of the run before; layout is run
 * until all that were printed are right. */
#ifndef LAYOUT_SPOT_H
#define LAYOUT_SPOT_H

#include "layout/state.h"

/* The key of an element: its id, or one of its own when it has none. */
const char *spot_key(struct state *s, const struct element *e);
/* The place of that key in this run, to be set when it is drawn. */
struct spot *spot_of(struct state *s, const char *key);
void spot_set(struct spot *p, const struct canvas *c, length x, length y);

/* What stands where the page's item `from` is drawn: the block of the first item from
 * there on that has a tag; NULL: none has. */
struct tag *tag_landing(const struct page *page, size_t from);
/* The first heading drawn from there on, or else the same. */
struct tag *tag_landing_heading(const struct page *page, size_t from);

/* The page of a key as it is printed, from the run before ("88" when there was none). */
const char *spot_page(struct state *s, const char *key);
/* Whether every page that this run printed is where the run before had it. */
bool spots_settled(const struct state *s);
/* The places behind those, for the next run; they outlive this one. */
const struct map *spots_asked(const struct state *s);

/* A link on the page being drawn, or another box of it: of words in several lines. */
void link_uri(struct canvas *c, struct tag *tag, const char *uri, const char *contents,
              struct bounds box);
void link_spot(struct canvas *c, struct tag *tag, const struct spot *to,
               const char *contents, struct bounds box);
/* Gives the links their pages and what stands there, once all are drawn; entries of the
 * contents refer to it, notes and their marks to each other. */
void links_resolve(struct state *s);

#endif
