/* translate.h -- the Welsh of an inspection: which paragraphs there are to translate,
 * what cy.xlf holds of them, what is still missing, and the inspection in Welsh.
 *
 * A unit is a paragraph or a line of prose of the inspection.  Its uid is given once and
 * carried along through edits by align/.  Its Welsh fits as long as the English is the
 * one it was made from: words, codes, and what bare figures print. */
#ifndef TRANSLATE_TRANSLATE_H
#define TRANSLATE_TRANSLATE_H

#include "model/inspection.h"
#include "translate/xliff.h"

/* What an editor has to know of a unit. */
enum unit_standing {
    UNIT_FINAL,  /* translated and signed off */
    UNIT_REVIEW, /* translated, not yet signed off */
    UNIT_STALE,  /* the English has changed since */
    UNIT_MISSING
};
#define UNIT_STANDINGS 4
const char *unit_standing_name(enum unit_standing s); /* "final", "review", ... */

struct unit {
    const char *uid;
    const char *path;                  /* YAML path without list indices */
    const char *section;               /* the part of the report it is counted under */
    struct pos pos;                    /* in the inspection's files */
    const struct inline_node *inlines; /* its English, which is also its identity */
    bool known;                        /* cy.xlf names it */
    struct content english;
    long length; /* in characters, at most; 0: no limit */

    enum unit_standing standing;
    struct content base;            /* the English that the Welsh was made from */
    struct content welsh;           /* the last good Welsh; may be empty */
    enum xliff_state state;         /* of the Welsh, were it not stale */
    const struct xliff_note *notes; /* who accepted what */
    size_t note_count;
    /* Whose codes its Welsh has; empty: those of the English. */
    struct content shape;
    struct content suggestion; /* Welsh of the same English elsewhere; may be empty */
};

struct translation {
    const struct inspection *in;
    const struct file *file; /* cy.xlf; NULL: there is none yet */
    struct unit *units;      /* in the order of the text */
    size_t count;
    const struct unit **by_inlines; /* for translation_unit */
    /* What cy.xlf holds of paragraphs that have been taken out: kept, for they may come
     * back. */
    const struct xliff_unit *gone;
    size_t gone_count;
};

/* The path of cy.xlf, whether it exists or not. */
const char *translation_path(struct arena *a, const struct inspection *in);

/* Units of the inspection with what cy.xlf holds of them.  What is wrong in cy.xlf has
 * been said. */
struct translation *translation_load(struct arena *a, struct diags *d,
                                     const struct inspection *in,
                                     const struct prints *prints);

/* The inspection in Welsh: its paragraphs replaced, a missing or stale one by
 * INLINE_UNTRANSLATED with the English in it.  Shares all else with the English one. */
const struct inspection *translation_inspection(struct arena *a, struct diags *d,
                                                const struct translation *t);

/* Says of each unit that is not final where its English stands (exit 6). */
void translation_check_final(struct arena *a, struct diags *d,
                             const struct translation *t);

/* cy.xlf as it is now; with what has been taken out of the report only for its folder,
 * for there is nothing in it to be done by a translator. */
const struct xliff *translation_xliff(struct arena *a, const struct translation *t,
                                      bool with_gone);
/* The same with the English in each empty target, as needs-translation: for tools that
 * show a unit only when it has a target (OmegaT). */
const struct xliff *xliff_with_english(struct arena *a, const struct xliff *x);

/* A further look at a delivered unit, as for forbidden terms; false, and said, when it is
 * not to be taken.  NULL: none. */
struct welsh_check {
    bool (*fits)(struct diags *d, const struct unit *u, struct content welsh, void *data);
    void *data;
};

/* How many units of a delivery went which way. */
struct delivery {
    size_t taken, unchanged, empty, refused;
};

/* Takes what is whole of a delivered file into `t`; says the rest, unit by unit.  True
 * when anything in `t` is different now. */
bool translation_import(struct arena *a, struct diags *d, struct translation *t,
                        const struct xliff *delivered, const struct welsh_check *more,
                        struct delivery *counts);

/* A stale unit: its English changed, its Welsh fits as it is.  One under review: final.
 * `uid` "all" for every one.  True when anything is different. */
bool translation_accept(struct arena *a, struct diags *d, struct translation *t,
                        const char *uid, const char *by, const char *date);

/* Counts per section and in all. */
enum status_format { STATUS_TABLE, STATUS_JSON };
void translation_status(struct arena *a, const struct translation *t,
                        enum status_format format, struct buf *out);

/* The unit of a paragraph of the English inspection, or NULL: for proofs side by side. */
const struct unit *translation_unit(const struct translation *t,
                                    const struct inline_node *inlines);

#endif
