/* prose.h -- an author's text to blocks and inline nodes with positions: CommonMark's
 * paragraphs, emphasis, strong, links and lists (libcmark), with our own marks in it
 * (docs/rules.md, Prose).  Marks are lifted out before cmark sees the text, so they may
 * stand wherever a word may.  Whether a name in a mark exists is model/'s business. */
#ifndef PROSE_PROSE_H
#define PROSE_PROSE_H

#include "source/node.h"

/* One text takes at most so many bytes and marks: far more than an author writes, and few
 * enough for cmark, some of whose steps are quadratic in hostile texts. */
#define PROSE_BYTES 100000
#define PROSE_MARKS 1000

enum inline_kind {
    INLINE_TEXT,   /* text */
    INLINE_EM,     /* child */
    INLINE_STRONG, /* child */
    INLINE_LINK,   /* child; text: the address, "https://…" or "#id" */
    INLINE_LANG,   /* child; text: the language, "cy" */
    INLINE_MARK,   /* words: what stands inside ((…)) */
    INLINE_TYPED,  /* text: the figure as typed; source: where it comes from */
    INLINE_QUERY,  /* text: the editor's question */
    INLINE_NOTE,   /* text: the footnote's name */
    INLINE_BREAK,  /* a line break the author asked for */
    /* child: an English paragraph in the Welsh edition; text: "en"; source: "missing" or
     * "stale".  translate/ makes it, no author writes it. */
    INLINE_UNTRANSLATED
};

/* A word of a mark: `rosh-screening-done`, `n`, `%`, `where`. */
struct mark_word {
    const char *text;
    struct pos pos;
};

struct inline_node {
    enum inline_kind kind;
    struct pos pos;
    const char *text, *source;
    const struct mark_word *words;
    size_t word_count;
    struct inline_node *child, *next;
};

/* The last five no Markdown makes: model/ sets them between the paragraphs of a text. */
enum block_kind {
    BLOCK_PARAGRAPH,
    BLOCK_BULLETS,
    BLOCK_NUMBERS,
    BLOCK_ITEM,
    BLOCK_TABLE,  /* inlines: its caption; child: rows, the first the heads, its source */
    BLOCK_ROW,    /* child: cells */
    BLOCK_CELL,   /* inlines */
    BLOCK_SOURCE, /* inlines: where a table comes from */
    BLOCK_PICTURE, /* inlines: its caption; child: a paragraph, what it shows */
};

struct block {
    enum block_kind kind;
    struct pos pos;
    struct inline_node *inlines; /* BLOCK_PARAGRAPH and as said above */
    struct block *child;         /* BLOCK_ITEM's blocks, a list's items */
    struct block *next;
    int start; /* BLOCK_NUMBERS; BLOCK_PICTURE: its width in points, 0: as wide as it
                  is; BLOCK_TABLE: 1 where it lies on its side */
    const char *file; /* BLOCK_PICTURE */
    const char *id;   /* of a table or picture, for links; NULL: none */
};

/* The blocks of a text.  NULL for an empty one, and where nothing could be read. */
struct block *prose_parse(struct arena *a, struct diags *d, const struct node *text);

/* A text that must be a single paragraph (a title, a list item's words): its inline
 * nodes.  A list or a second paragraph is a fault (PROSE_ELEMENT). */
struct inline_node *prose_parse_line(struct arena *a, struct diags *d,
                                     const struct node *text);

/* One or several paragraphs as a line, a break between two. */
struct inline_node *prose_parse_paragraphs(struct arena *a, struct diags *d,
                                           const struct node *text);

/* The words without any mark-up, for titles in metadata and for messages.  Of the marks
 * only a typed figure has words here; the others are left out. */
const char *prose_plain(struct arena *a, const struct inline_node *n);

/* Calls `visit` for each inline node of the blocks, in the order of the text. */
void prose_walk(const struct block *blocks,
                void (*visit)(const struct inline_node *n, void *data), void *data);
void inline_walk(const struct inline_node *n,
                 void (*visit)(const struct inline_node *n, void *data), void *data);

/* The tree as text, one node a line: the dump "prose". */
void prose_dump(const struct block *blocks, struct buf *out);

/* Whether a link may lead there: "#id", or an address of the web or of mail. */
bool prose_address_allowed(const char *url);

#endif
