/* home.h -- where the texts of a report are at home: the fields of its programme as a
 * tree, each with the passages that stand there now, and where in which file.  An export
 * prints this tree, an import is laid over it. */
#ifndef MANUSCRIPT_HOME_H
#define MANUSCRIPT_HOME_H

#include "manuscript/markdown.h"
#include "model/programme.h"
#include "source/node.h"

enum home_kind {
    HOME_WORDS,   /* a word, a date, a name: as it is typed */
    HOME_LINE,    /* one paragraph */
    HOME_TEXT,    /* paragraphs and lists; a passage each */
    HOME_ITEMS,   /* a list of such; a passage for each item */
    HOME_GROUP,   /* a record, a map */
    HOME_RECORDS, /* a list of groups */
    HOME_TABLE,   /* a CSV file between paragraphs; a passage each row, its heads first */
};

/* What is compared, moved and written as one. */
struct text_piece {
    const char *markdown;
    const char *shown;       /* the same with what its marks print; NULL: not known */
    bool open;               /* nothing but a query: it waits to be written */
    struct text_lines lines; /* its paragraphs */
    struct pos pos;          /* in its file; of what comes from Word, nowhere */
    const struct node *text; /* of an item: its words, */
    const struct node *item; /* and all of it */
    const char *words;       /* of what comes from Word, alone */
    size_t number;           /* of its paragraph there, the first; 0: it is a note */
};

struct home {
    enum home_kind kind;
    const struct field *field; /* NULL: in a map whose keys are none of fields */
    const char *key;           /* its name in a record or map; "" in a list */
    const char *path;          /* "findings/1.1/strengths"; "people/#2/names" */
    struct home *parent;
    const struct node *node; /* what stands there; NULL: nothing */
    const struct node *text; /* TEXT, LINE, WORDS: the scalar, maybe in its own file */
    ARRAY(struct text_piece) passages;
    ARRAY(struct home *) homes;
    bool named;       /* the manuscript has a place for it */
    const char *file; /* of a table that no file has yet: what it will be called */
};

/* The whole tree.  `root` is inspection.yaml's; NULL: there is no report yet. */
struct home *homes_of(struct arena *a, struct diags *d, const struct programme *p,
                      const char *dir, const struct node *root);

/* The cells of a row of such a table stand one under the other in its passage. */
#define CELL_END '\n'

/* Of fields, without what stands there: `key` under `parent`, which gets it.  An item of
 * a list has the key "". */
struct home *home_new(struct arena *a, struct home *parent, const struct field *field,
                      const char *key, enum home_kind kind);
/* What a path names, made from the root on where it is not there yet: of a list's item,
 * of a key that is none of the programme's, of forms of a name; NULL: nothing of that
 * name can stand there. */
struct home *home_make(struct arena *a, struct home *root, const char *path);
/* A record has all its fields from the start. */
void home_add_fields(struct arena *a, struct home *h);
/* How a field's texts are held. */
enum home_kind home_kind_of(const struct field *f);
/* The child of that key, or NULL. */
struct home *home_child(const struct home *h, const char *key);
/* What stands below a path, or NULL. */
struct home *home_at(struct home *root, const char *path);
/* Whether the words of such a field are Markdown. */
bool home_is_prose(const struct home *h);
/* Holds nothing, or queries alone. */
bool home_is_open(const struct home *h);
/* All its texts, for likeness; `shown`: with what marks print, where that is known. */
const char *home_words(struct arena *a, const struct home *h, bool shown);

/* What a mark prints; NULL: nothing is known of it. */
struct shows {
    const char *(*say)(const struct inline_node *mark, void *data);
    void *data;
};
/* As a mark stands in Word, which shows what it prints, or the mark itself. */
const char *mark_shown(const struct text_run *mark, const struct shows *shows);
/* Notes of all passages what they show. */
void homes_show(struct arena *a, struct home *h, const struct shows *shows);

/* The passages that lines make: one for each block, or for each item. */
void home_take_lines(struct arena *a, struct home *h, const struct text_lines *lines);

#endif
