/* answer.h -- answers to what an editor asks about a place.  Each gives a value of the
 * protocol, the caller's; null where there is nothing to say. */
#ifndef LSP_ANSWER_H
#define LSP_ANSWER_H

#include "lsp/cursor.h"
#include "lsp/known.h"

struct lsp_asked {
    struct arena *a; /* of this question alone */
    const struct open_text *in, *open;
    const struct report_known *report;
    size_t at; /* of the text of `in` */
    struct cursor cursor;
};

/* The text of a file, as it stands in the editor or on the disk; "" where neither has
 * it. */
struct text_found {
    const char *text;
    size_t len;
};
struct text_found text_find(struct arena *a, const struct open_text *open,
                            const char *path);

/* Where an entry's PLACE is in its file; of `length` characters. */
json_t *range_of_entry(const struct text_found *in, const json_t *entry, long length);

json_t *answer_completion(const struct lsp_asked *q);
json_t *answer_hover(const struct lsp_asked *q);
json_t *answer_definition(const struct lsp_asked *q);

/* What would be renamed; NULL, and why not in *why. */
json_t *answer_prepare(const struct lsp_asked *q, const char **why);
json_t *answer_rename(const struct lsp_asked *q, const char *name, const char **why);

/* Mends for what was said between two places of the text. */
json_t *answer_mends(const struct lsp_asked *q, size_t from, size_t to);

/* What was said of a report, by address: an object of lists. */
json_t *answer_messages(struct arena *a, const struct report_known *r,
                        const struct open_text *open);

#endif
