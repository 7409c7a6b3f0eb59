/* wording_work.h -- fixed wording between its files and units: wording.c reads YAML,
 * wording_terms.c terms.csv, wording_write.c writes; for these only. */
#ifndef TRANSLATE_WORDING_WORK_H
#define TRANSLATE_WORDING_WORK_H

#include "base/array.h"
#include "model/reviewed.h"
#include "translate/wording.h"

/* What one `reviewed:` speaks of. */
struct wording_owner {
    const struct node *map;  /* NULL: a file that does not say who has read it */
    const struct node *list; /* its own; NULL: none */
    enum welsh_read read;
    bool english;        /* counts as read where nothing is said */
    size_t first, count; /* units */
};

/* A run of a text: bytes without blanks at its ends. */
struct piece {
    size_t at, len;
};

/* A text in Welsh, or where it would stand. */
struct wording_text {
    const struct node *cy;    /* NULL: there is none */
    const struct node *in;    /* the map that has it; NULL: a cell of a table */
    const struct node *after; /* of that map: the value that it comes behind */
    const char *key;          /* its key there */
    const struct node *en;
    const struct node
        *frame; /* whose pieces the units are: cy, or en where that is empty */
    bool prose; /* Markdown, with paragraphs */
    bool bare;  /* a noun without its number */
};

struct wording_unit {
    const struct wording_text *text;
    size_t owner;
    struct piece piece; /* of the frame */
    const char *was;    /* the Welsh as it was typed */
    enum xliff_state state;
};

struct fixed_words {
    struct arena *a;
    struct translation t;
    ARRAY(struct unit) units;
    ARRAY(struct wording_unit) places; /* of the units */
    ARRAY(struct wording_owner) owners;
};

/* Files while they are walked. */
struct wording_walk;

/* All units from here on are of the file `name` in that folder; its path. */
const char *wording_begin(struct wording_walk *k, const struct folder *folder,
                          const char *name);
/* A cell of a table, `t` in both languages, as a unit; `note`: what it is for. */
void wording_add_cell(struct wording_walk *k, const struct wording_text *t,
                      const char *path, const char *note);
/* How the text treats its terms: forms and what abbreviations stand for, of terms.csv. */
void wording_add_terms(struct arena *a, struct diags *d, struct wording_walk *k,
                       const struct programme *p, const struct folder *folder);

/* Keys of wordings to the narrow place that they stand in: "the head of a table". */
const struct map *wording_rooms(struct arena *a, const struct programme *p);

/* Words and codes of a piece of a text. */
struct content wording_content(struct arena *a, const struct node *n, struct piece piece,
                               bool prose);

/* Welsh as it is delivered, with [words](lang:en) as the translator types it. */
struct content wording_welsh(struct arena *a, struct content c);

/* A map in { }. */
bool wording_is_flow(const struct node *map);

/* Whether a text is a single piece. */
bool wording_is_one(struct arena *a, const struct node *n, bool prose);

#endif
