/* base.h -- a programme or house that builds on another: what the other's files say holds
 * unless its own say something else; for programme.c only. */
#ifndef MODEL_BASE_H
#define MODEL_BASE_H

#include "model/read.h"

/* A folder and those that it builds on, the one without a base first. */
struct chain {
    ARRAY(const char *) names, dirs;
    const struct node
        *root; /* of the YAML file that names the base, all laid over another */
};

/* templates/NAME, or NULL when there is no such folder with `file` in it. */
const char *base_folder(struct arena *a, const char *templates, const char *name,
                        const char *file);

/* A YAML file of a folder; NULL when there is none, or after a fault. */
const struct node *base_yaml(struct reader *r, const char *dir, const char *file);

/* ---- lay.c ---- */

/* Files as they were read, the nearest first, laid over one another from the ground up
 * (`depth`: as base_chain); NULL when there are none.  Says what names an item of a list
 * that is not there (VALUE_UNKNOWN). */
const struct node *base_lay(struct reader *r, const struct node *const *files,
                            size_t count, int depth);

/* One map over another, all that they hold laid over likewise. */
const struct node *base_lay_over(struct reader *r, const struct node *under,
                                 const struct node *over);

/* As many levels as a file has. */
#define LAY_ALL 100

/* Follows `base:` from templates/NAME/FILE on.  `own` is what a folder cannot be without.
 * In the file's maps, and in so many levels of maps in them as `depth` says, keys are
 * laid over one another; what lies deeper is replaced whole.  Says what is wrong with a
 * base (PROGRAMME_UNKNOWN, BASE_CIRCLE). */
struct chain base_chain(struct reader *r, const char *templates, const char *name,
                        const char *file, const char *own, int depth);

#endif
