/* pipeline.h -- the stages called in their order for one report.  Each function goes one
 * stage further and gives NULL where the ones before it said an error. */
#ifndef CLI_PIPELINE_H
#define CLI_PIPELINE_H

#include "base/file.h"
#include "cli/options.h"
#include "compose/compose.h"
#include "layout/layout.h"
#include "model/bare.h"

/* One report on its way. */
struct run {
    struct arena *a;
    struct diags *d;
    const struct options *o;
    const char *report; /* as typed */
    const char *templates, *fonts;
    const struct programme *known; /* loaded before; or NULL */
    const struct stamp *stamp; /* of the draft or embargoed copy being made; or NULL */
    bool kept;                 /* made again as it was, from what was kept of it */
    enum lang lang;            /* of the edition that is being made; English at first */
    bool large;                /* what is being made is large print */
    struct faces *text;        /* those of `faces` that the last style asked for */
    struct faces *faces[2];    /* those in large print second; until run_end */
    struct lock *lock;         /* on the report, where its records are changed; or NULL */
    struct unchanged *unchanged;      /* what stands already; NULL: it is built anyhow */
    const struct inspection *bare_of; /* whose bare numbers were found; or NULL */
    struct bare_list bare;
    struct buf times, touched; /* what each stage took, for --times */
    struct buf made;           /* the paths of what was written, as make reads them */
    double started;            /* seconds */
    long faults;               /* pages of memory that were touched until then */
};

/* A run that makes `name` again from the folder `inputs` of a release, with its own
 * templates and fonts; quietly, and whatever has become a fault since. */
void run_kept(struct run *r, struct arena *a, const struct options *o, const char *inputs,
              const char *name);

/* A run that makes `report` as the options say; says which folder of ours is missing. */
void run_begin(struct run *r, struct arena *a, const struct options *o,
               const char *report);

/* What a run has to say: printed on the standard output, on the standard error, and
 * written for --deps, by the caller. */
enum said_to { SAID_OUT, SAID_MESSAGES, SAID_DEPS, SAID_COUNT };

/* The command on one report from end to end: an exit status (docs/rules.md, Exit
 * status). */
int run_command(struct arena *a, const struct options *o, const char *report,
                struct buf said[SAID_COUNT]);

/* Frees what the arena does not own. */
void run_end(struct run *r);

/* Takes the report's lock, for one who changes its records, and ends what a dead process
 * has begun.  False, and said, when another is at work there. */
bool run_lock(struct run *r);

/* Notes the time since the last call under a stage's name. */
void run_time(struct run *r, const char *stage);

/* A programme by name; NULL when an error was said. */
const struct programme *run_load(struct run *r, const char *name);
const struct scores *run_scores(struct run *r);
/* The editions that the user asked for and the report has, 1 or 2; 0 when it lacks the
 * one that was asked for, which was said.  English comes first. */
size_t run_editions(struct run *r, const struct inspection *in,
                    enum lang editions[LANG_COUNT]);
/* Whether there is a Welsh edition. */
bool run_is_translated(struct run *r, const struct inspection *in);
/* What marks what is only looked at (--dump), for r->stamp; `s` is the English. */
bool run_stamp(struct run *r, const struct scores *s, struct stamp *stamp);
/* From here on the run is about that edition; the scores with the inspection in its
 * language. */
const struct scores *run_edition(struct run *r, const struct scores *s, enum lang l);
/* The edition of a command that prints only one: English unless Welsh was asked for,
 * which may be looked at before anything is translated.  NULL when `s` is. */
const struct scores *run_one_edition(struct run *r, const struct scores *s);
/* The documents that the inspection has data for, or the one that the user chose: all are
 * composed, in the programme's order.  `count` is 0 when an error was said. */
const struct report *const *run_reports(struct run *r, const struct scores *s,
                                        enum stage stage, size_t *count);
/* The same, where `of` is one of them that was composed before; or NULL. */
const struct report *const *run_other_reports(struct run *r, const struct scores *s,
                                              enum stage stage, const struct report *of,
                                              size_t *count);
/* The same, both editions of each side by side: `--lang en+cy`. */
const struct report *const *run_sides(struct run *r, const struct scores *s,
                                      size_t *count);
/* Those that the options ask for: at their stage, or side by side. */
const struct report *const *run_asked(struct run *r, const struct scores *s,
                                      size_t *count);
/* bare_find for an inspection in r->lang, once. */
const struct bare_list *run_bare_list(struct run *r, const struct inspection *in,
                                      const struct inspection *en);
/* Numbers of that edition that nothing vouches for; `s` as run_edition took it, and as it
 * gave it. */
void run_bare(struct run *r, const struct scores *s, const struct scores *in_language);
/* The editions one by one, and against each other where there are both. */
void run_review(struct run *r, const struct scores *s, const enum lang *editions,
                size_t edition_count);
/* Comments that are undecided, lack a reason, or were accepted though the report, `s` in
 * English, still says what it said. */
void run_comments(struct run *r, const struct scores *s);
/* Of a report that was released: files that have changed since, without a correction. */
void run_released(struct run *r, const struct scores *s);
/* Copies that are still under embargo on the day of publication. */
void run_embargoes(struct run *r, const struct scores *s);
/* Everything that stops a final is said, of all editions that were asked for; the scores,
 * or NULL when an error was said before there were any. */
const struct scores *run_check(struct run *r);
/* The programme of --programme, with made-up data. */
void run_programme(struct run *r, struct buf *out);
/* A grey picture, for want of another. */
struct file_write picture_file(const char *path);
/* The programme's style, its fonts loaded; NULL, and said, when there is none. */
const struct style *run_style(struct run *r, const struct scores *s);
/* In large print where `r->large` says so. */
struct document *run_document(struct run *r, const struct scores *s,
                              const struct report *report);
/* The file's bytes; NULL when an error was said. */
const struct buf *run_pdf(struct run *r, struct document *doc);

/* Whether nothing that was said forbids to write: errors, or warnings under --strict. */
bool run_may_write(const struct run *r);
/* The same of records, which faults elsewhere do not forbid unless --strict asks for it.
 */
bool run_may_keep(const struct run *r);
/* A document that was made, for the user; with --verbose its bytes, and its pages where
 * it has some. */
void run_list(struct run *r, const char *path, const struct document *doc, size_t len,
              struct buf *out);
/* Files into the folder of --out, all or none, and their paths into `out`; nothing
 * unless run_may_write. */
void run_write(struct run *r, const struct file_write *files, size_t count,
               struct buf *out);

#endif
