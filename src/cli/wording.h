/* wording.h -- `gwasg translate` with --programme: its fixed wording. */
#ifndef CLI_WORDING_H
#define CLI_WORDING_H

#include "cli/pipeline.h"

/* The file for the translator into the folder of --out. */
void run_wording_export(struct run *r, struct buf *out);
/* Welsh of the delivered file, the first operand, into the YAML files of the templates.
 */
void run_wording_import(struct run *r, struct buf *out);
void run_wording_status(struct run *r, struct buf *out);

#endif
