/* tree.h -- the text of a draft that was sent, block by block, so that it can be compared
 * with what the report says later: REPORT/sent/draft1.en.tree.csv, a row for each element
 * that is no inline, in the order of the text, with its depth.  In `words` figures stand
 * in braces and footnotes in braces that begin with ^; a brace or backslash of the text
 * has a backslash before it. */
#ifndef SENDING_TREE_H
#define SENDING_TREE_H

#include "report/report.h"
#include "sending/map.h"

/* "DIR/sent/draft2.en.tree.csv". */
const char *tree_path(struct arena *a, const char *dir, int draft, enum lang l);
/* `hash`: of the text that it is the tree of. */
void tree_write(const struct report *r, const char *hash, struct buf *out);
/* The report again, as far as comparing it goes: words, shapes, places.  NULL, and said,
 * when the file is no such tree, or not that of a text with this hash (NULL: any). */
const struct report *tree_read(struct arena *a, struct diags *d, const char *path,
                               const char *hash);

/* A report of plain paragraphs, a row of the map each: for drafts that were sent before
 * there were trees.  `like` gives its language. */
const struct report *tree_of_map(struct arena *a, const struct draft_map *m,
                                 const struct report *like);

#endif
