/* forms.h -- the response form of a draft as two tables beside its PDF, for those who
 * must use a spreadsheet or Word. */
#ifndef CLI_FORMS_H
#define CLI_FORMS_H

#include "base/file.h"
#include "cli/pipeline.h"
#include "sending/map.h"

#define FORM_FILES 2

/* Files that say what the form at the end of `report` does, a row for each of `rows`;
 * `stamp` says which draft it is.  0 when the report ends in no form. */
size_t forms_make(struct run *r, const struct scores *s, const struct report *report,
                  const struct stamp *stamp, const struct draft_map *rows,
                  struct file_write files[FORM_FILES]);

/* The two tables of any form; `stem`: "out/severnside-2012.plan.en". */
struct form_table;
void forms_tables(struct run *r, const struct form_table *t, const char *stem,
                  struct file_write files[FORM_FILES]);

/* Puts the first of them into the PDF that the form stands in, for those who open only
 * that; PDF/A-4 has attachments, PDF/A-2 none. */
void forms_attach(struct run *r, const struct scores *s, const struct report *report,
                  const struct stamp *stamp, struct document *doc);

#endif
