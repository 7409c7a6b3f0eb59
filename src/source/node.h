/* node.h -- YAML text to a tree whose nodes know where they stand.  Maps keep the order
 * of the file.  Scalars are text: nothing is guessed (`no`, `1.10` and `2012-06-20` are
 * what was typed); fields say later what kind of text they want. */
#ifndef SOURCE_NODE_H
#define SOURCE_NODE_H

#include "base/diag.h"

enum node_kind { NODE_TEXT, NODE_LIST, NODE_MAP };

/* How a scalar was written; a plain one can lose text to `#` and `: `. */
enum text_style {
    TEXT_PLAIN,
    TEXT_QUOTED,
    TEXT_BLOCK,
    TEXT_MARKDOWN /* a file of its own */
};

struct node;

struct entry {
    struct node *key; /* always NODE_TEXT */
    struct node *value;
};

/* From byte `value` of a scalar's text on, the text stands at byte `file` of the file. */
struct offset {
    size_t value, file;
};

struct node {
    enum node_kind kind;
    struct pos pos; /* a scalar with its quotation marks; a list or map its first line */

    /* NODE_TEXT */
    enum text_style style;
    const char *text; /* zero-terminated; "" for an empty value (`key:`) */
    size_t len;
    bool empty;                   /* nothing was typed: `key:`, not `key: ""` */
    const struct offset *offsets; /* ascending, the first at value 0 */
    size_t offset_count;

    /* NODE_LIST */
    struct node **items;
    /* NODE_MAP */
    struct entry *entries;
    size_t count; /* of either */
    const struct map
        *index; /* key to entry, of a large map; else NULL (node_get knows) */
};

/* The tree of a file, or NULL after a fault of syntax (the only one that stops a file;
 * all others are said and the tree goes on without the faulty piece). */
const struct node *source_parse(struct arena *a, struct diags *d, const struct file *f);

/* The value of a key, or NULL. */
const struct node *node_get(const struct node *map, const char *key);
/* The key itself, for messages about it; NULL when not there. */
const struct node *node_key(const struct node *map, const char *key);

/* Where bytes [at, at + len) of a scalar's text stand in the file. */
struct pos node_pos(const struct node *text, size_t at, size_t len);

/* The byte behind a value, its brackets too. */
size_t node_end(const struct node *n);

/* A whole file (Markdown beside the YAML) as one scalar. */
const struct node *node_of_file(struct arena *a, const struct file *f);

/* "text \"x\"", "a list", "a map": for messages. */
const char *node_describe(struct arena *a, const struct node *n);

/* Whether two trees say the same, in the same order, however it is written: comments,
 * quotation marks and where it stands do not count. */
bool node_same(const struct node *x, const struct node *y);

/* The tree as text, one node a line with line:column: the dump "source". */
void node_dump(const struct node *n, struct buf *out);

#endif
