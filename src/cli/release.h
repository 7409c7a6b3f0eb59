/* release.h -- what `release` and `verify` share: what stands in released/, and which
 * files a report was made from. */
#ifndef CLI_RELEASE_H
#define CLI_RELEASE_H

#include "cli/outputs.h"
#include "sending/manifest.h"

/* The folders of a release: "inputs/report/severnside-2012", "inputs/templates" and
 * "inputs/fonts". */
#define INPUTS_REPORT "inputs/report"
#define INPUTS_TEMPLATES "inputs/templates"
#define INPUTS_FONTS "inputs/fonts"
#define HEARD_FOLDER "heard"

/* The libraries that this program runs with. */
struct libraries libraries_now(struct arena *a);

/* Makes all that is released of the run's report, quietly where `r->d` is quiet. */
const struct scores *release_make(struct run *r, struct outputs *list);
/* What is heard of a document, as it is kept; NULL where the format has no pages. */
const struct buf *release_heard(struct run *r, const struct output *one);

/* Says which addresses of the web pages lead to no page among them, or to no id of it. */
void release_check_links(struct run *r, const struct inspection *in,
                         const struct outputs *list);

/* Whether the next release says what it corrects in the last; said where it does not. */
bool release_is_corrected(struct run *r, const struct inspection *in,
                          const struct manifest *last, const struct manifest *now);

#endif
