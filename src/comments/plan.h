/* plan.h -- the improvement plan that an inspected service sends back: its form, and
 * REPORT/plan.csv, the record of what was promised.  A recommendation may have several
 * actions, a row each; columns of the editor's own are kept. */
#ifndef COMMENTS_PLAN_H
#define COMMENTS_PLAN_H

#include "comments/form.h"
#include "comments/reply.h"

/* clang-format off */
#define PLAN_CELLS(X)                                                                    \
    X(NUMBER, "recommendation") /* "3" */                                                \
    X(TEXT, "text")             /* as the report prints it */                            \
    X(ACTION, "action") X(WHO, "who") X(WHEN, "when") X(EVIDENCE, "evidence")            \
    X(AUTHOR, "author") X(DATE, "date")
/* clang-format on */

enum plan_cell {
#define X(id, name) PLAN_##id,
    PLAN_CELLS(X)
#undef X
        PLAN_CELL_COUNT
};

/* What there is to plan for: of the document "plan". */
struct planned {
    int number;
    const char *text;
};

struct plan_form {
    ARRAY(struct planned) all;
    struct form_table table;
};

/* The form in the tree of the plan; `name` is the report's.  The heads of its table are
 * those by which it is read back. */
void plan_form_of(struct arena *a, const struct report *r, const struct words *w,
                  const char *name, struct plan_form *out);

struct plan_row {
    const char *cell[PLAN_CELL_COUNT]; /* never NULL */
    const char *const *extra;
};

struct improvement_plan {
    ARRAY(struct plan_row) rows;
    const char **extra; /* names of the editor's own columns */
    size_t extra_count;
    char separator;
    const struct file *bytes; /* as it was read; NULL: there is none yet */
};

/* "DIR/plan.csv". */
const char *plan_path(struct arena *a, const char *dir);
/* False, and said, when it cannot be read; no file is an empty plan. */
bool plan_read(struct arena *a, struct diags *d, const char *dir,
               struct improvement_plan *p);
void plan_write(const struct improvement_plan *p, struct buf *out);

struct plan_counts {
    int added, known, changed;
};

/* Takes what a form holds into the plan: a new action as a row, what is new about one
 * that is known into its row, which is said where something else stood there.  False, and
 * said, when it is no plan of this report. */
bool plan_take(struct arena *a, struct diags *d, const char *name, const char *path,
               const struct filled *form, const struct words *w,
               const struct plan_form *of, const char *by, const char *date,
               struct improvement_plan *p, struct plan_counts *n);

/* By recommendation: how many actions, and how many of them lack who, when or evidence;
 * `due`: by when it is wanted. */
void plan_status(struct arena *a, const struct plan_form *of,
                 const struct improvement_plan *p, const char *name, const char *due,
                 bool json, struct buf *out);

#endif
