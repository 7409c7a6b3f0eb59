/* wording.h -- the fixed wording of a programme for a translator: all texts of its
 * words.yaml, programme.yaml, glossary.yaml and terms.csv, of its house's and of those
 * that both build on, as units; and the Welsh of a delivery back into those files.  A
 * unit is a paragraph, an item of a list or a form for a number.  It is final where
 * `reviewed:` beside it says so (model/reviewed.h), and stale where its English has
 * changed since. */
#ifndef TRANSLATE_WORDING_H
#define TRANSLATE_WORDING_H

#include "base/edit.h"
#include "translate/translate.h"

/* From whom the notes are that say what a text is for. */
#define NOTE_CONTEXT "context"

struct fixed_words;

/* What is wrong in the files has been said by programme_load; what only hinders a
 * translation is said here.  With `empty_forms` there is a unit for each form that Welsh
 * could have and this text has not. */
struct fixed_words *wording_load(struct arena *a, struct diags *d, const char *templates,
                                 const struct programme *p, bool empty_forms);

/* Its units, as those of a report; what is taken into them is written by
 * wording_edits. */
struct translation *wording_translation(struct fixed_words *w);

/* Besides `more`: whether a text reads in its file as it was delivered. */
struct welsh_check wording_check(struct fixed_words *w, const struct welsh_check *more);

/* The files with the Welsh that has been taken since the wording was loaded.  A text that
 * is final in all its units is marked as read; one whose Welsh is new and is not loses
 * that mark.  `part`: units that are final and wait for others of their text.  False, and
 * said, when a file cannot be written. */
bool wording_files(struct fixed_words *w, struct diags *d, struct file_writes *out,
                   size_t *part);

#endif
