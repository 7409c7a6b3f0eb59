/* word.h -- the XML of Word documents, for what reads them in the sandbox. */
#ifndef OFFICE_WORD_H
#define OFFICE_WORD_H

#include "office/archive.h"

struct _xmlNode; /* libxml2's */
struct _xmlDoc;

enum { WORD_DEPTH = 40 };

/* A part's tree, to be freed; NULL, and a flag, when it is none: those of archive.h, and
 * =doctype.  Of how runs look it has styles, bold, italic, what is hidden, changes, and
 * their language where it does not begin with the `usual` one ("en"; NULL: always). */
struct _xmlDoc *word_part(struct archive *z, const char *name, size_t most,
                          const char *usual, const char **wrong);

/* An element of that name in Word's own vocabulary. */
bool word_is(const struct _xmlNode *n, const char *name);
/* What was deleted while changes were tracked, and what stands in the same place for
 * older programs. */
bool word_passed(const struct _xmlNode *n);
/* An attribute of Word's; "" when it is not there. */
const char *word_attribute(struct arena *a, const struct _xmlNode *n, const char *name);

/* The words under an element, its paragraphs parted by "\n". */
void word_text(const struct _xmlNode *parent, struct buf *to, int depth);
/* Those of a node that is text. */
void word_content(const struct _xmlNode *n, struct buf *to);
/* A sign by its font and number; what is not known is at least seen to be missing. */
void word_symbol(const struct _xmlNode *n, struct buf *to);

#endif
