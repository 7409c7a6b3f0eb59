/* rich.h -- text with marks of XHTML, as programs keep it beside a note or in a letter.
 */
#ifndef COMMENTS_RICH_H
#define COMMENTS_RICH_H

#include "base/buf.h"

/* Its words alone: marks left out, the ends of paragraphs and lines kept as "\n", what
 * stands for a character ("&amp;", "&#8217;") as that. */
const char *rich_plain(struct arena *a, const char *text);

#endif
