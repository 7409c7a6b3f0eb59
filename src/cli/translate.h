/* translate.h -- the Welsh of the report of a run. */
#ifndef CLI_TRANSLATE_H
#define CLI_TRANSLATE_H

#include "cli/pipeline.h"
#include "translate/translate.h"

/* Its units and what cy.xlf holds of them; NULL when `s` is or an error was said. */
struct translation *run_translation(struct run *r, const struct scores *s);

/* The same scores with the inspection in Welsh; `s` itself where nothing was ever
 * translated.  NULL when cy.xlf cannot be used.  Of a final each unit that is not is
 * said. */
const struct scores *run_welsh(struct run *r, const struct scores *s);

/* The units as a file for a translator, and its path into `out`. */
void write_copy(struct run *r, const struct translation *t, const char *path,
                struct buf *out);
/* The same as cy.xlf in the folder of the report. */
void write_beside(struct run *r, const struct translation *t, struct buf *out);
/* A delivered file; NULL, and said, when it cannot be used. */
const struct xliff *read_delivery(struct run *r, const char *path);
void say_delivery(const struct delivery *n, struct buf *out);

#endif
