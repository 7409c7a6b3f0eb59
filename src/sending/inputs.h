/* inputs.h -- which bytes a report was made from, in seven signs: printed on a draft and
 * recorded when it is sent, so that a reply can be held against the very text it is
 * about. The same for all editions and recipients of a draft: it covers every file of the
 * report that a build reads (YAML, Markdown, CSV, XLIFF, PNG) and the programme's and
 * house's files; not what was sent, who got it, or what they said. */
#ifndef SENDING_INPUTS_H
#define SENDING_INPUTS_H

#include "model/inspection.h"

const char *inputs_hash(struct arena *a, struct diags *d, const struct inspection *in);

#endif
