/* unit.h -- the paragraphs of an inspection that have to be translated; for the files of
 * this folder only. */
#ifndef TRANSLATE_UNIT_H
#define TRANSLATE_UNIT_H

#include "translate/translate.h"

/* Notes that are ours, worked out anew each time, and kinds of <alt-trans>. */
#define NOTE_PLACE "place"
#define NOTE_CHANGE "change"
#define NOTE_ACCEPTED "editor"
#define ALT_PREVIOUS "previous-version"
#define ALT_SUGGESTION "proposal"

/* All of them in the order of inspection.yaml, with path, section, place, English and its
 * codes.  What holds no letter ("87", a telephone number, a figure alone) needs no
 * translation and is no unit. */
struct unit *units_of(struct arena *a, const struct inspection *in,
                      const struct prints *prints, size_t *count);

/* Where a line that stands in both languages has only English. */
const struct inline_node *text_english(const struct text *t);

/* A short name for the English `typed` at `path`, which `taken` does not hold yet; it
 * does afterwards. */
const char *unit_name(struct arena *a, const char *path, const char *typed,
                      struct map *taken);

/* Final, under review, stale or missing, from its English, base, Welsh and state. */
enum unit_standing unit_stands(struct arena *a, const struct unit *u);

/* Where there is no cy.xlf to have carried the names along: those of a delivery, though
 * the English was edited since. */
void units_as_delivered(struct arena *a, struct translation *t, const struct xliff *x);

/* What makes a unit stale: was "us.", is "our inspectors.". */
const char *unit_change(struct arena *a, const struct unit *u);

/* "recommendations.text, inspection.yaml:31". */
const char *unit_place(struct arena *a, const struct translation *t,
                       const struct unit *u);

#endif
