/* bilingual.h -- what the files of the bilingual proof share: how far it has come, the
 * cell of a block, the words in it. */
#ifndef PROOF_BILINGUAL_H
#define PROOF_BILINGUAL_H

#include "base/array.h"
#include "base/map.h"
#include "compose/document.h"

struct sides {
    struct arena *a;
    struct work *words[LANG_COUNT];
    struct element *body;                    /* of the table */
    const char *ref;                         /* for the next row */
    ARRAY(const char *) ids;                 /* of what is open and has had no row yet */
    struct map *rows;                        /* id to the id of the row that holds it */
    struct map *refs;                        /* id to the reference of that row */
    const struct element *en_item, *cy_item; /* whose first row comes next */
    int level;                               /* of the last heading */
    long alone;
    const struct map *en_pages, *cy_pages; /* NULL: not known */
    const char *en_page, *cy_page;         /* that the row before is on; NULL at first */
};

static inline struct element *sides_add(struct sides *s, struct element *parent,
                                        enum element_kind kind)
{
    return element_add(s->a, parent, kind, parent->pos);
}

/* ---- bilingual_cells.c ---- */

/* A cell of `tr` with the block's words; empty for NULL.  `item`: that of a list whose
 * first block it is, or NULL. */
struct element *bilingual_cell(struct sides *s, struct element *tr, enum lang l,
                               const struct element *of, const struct element *item);

/* ---- bilingual_words.c ---- */

/* The inlines of `from` again, under `into`: the digits of figures bold, a note as its
 * mark in brackets. */
void bilingual_words(struct arena *a, struct element *into, const struct element *from);

/* All words of a cell of a table, or of any element, in one line: paragraphs stand apart
 * by a blank. */
void bilingual_line(struct arena *a, struct element *into, const struct element *from);

/* Links inside the proof: to the row that holds what they lead to.  What leads to
 * something that no row holds loses its link.  Numbers of pages are those of the edition
 * that the words are from, where they are known. */
void bilingual_links(const struct sides *s, struct element *e, const struct map *pages);

#endif
