/* mapping.h -- which paragraph of a Word document is for which field. */
#ifndef MANUSCRIPT_MAPPING_H
#define MANUSCRIPT_MAPPING_H

#include "manuscript/paper.h"
#include "manuscript/title.h"

/* What has no place, and why. */
struct unplaced {
    size_t number;    /* of the paragraph; 0: none */
    const char *what; /* in its place: "a note" */
    const char *words, *why;
    size_t count; /* of words */
};

struct mapping {
    struct home *given;     /* what the manuscript has, by homes */
    struct home *base;      /* what was exported; NULL: nothing is known of it */
    const struct home *now; /* what the report has */
    ARRAY(struct unplaced) unplaced;
    /* Words of the manuscript: those that are placed, in headings and in help of ours. */
    size_t placed, headings, help, all;
    size_t plain; /* passages that are plain words now, for Markdown cannot say how they
                     look */
    size_t stops; /* full stops left out, which the report sets itself */
};

/* A passage of a home in `m->given` that has no place after all. */
void map_drop(struct arena *a, struct mapping *m, struct home *h, size_t passage,
              const char *why);
/* Comments in a text that stands nowhere, or as words alone. */
void map_drop_queries(struct arena *a, struct mapping *m, const char *markdown);
/* Notes of the manuscript to which nothing points any more have none either. */
void map_drop_notes(struct arena *a, struct mapping *m);

/* `now`: what the report has, by which notes are known again. */
struct mapping manuscript_map(struct arena *a, const struct titles *t,
                              const struct paper *paper, const struct home *now);

#endif
