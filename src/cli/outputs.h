/* outputs.h -- what is made of a composed report: a file for each format. */
#ifndef CLI_OUTPUTS_H
#define CLI_OUTPUTS_H

#include "base/array.h"
#include "cli/pipeline.h"

/* One file.  `bytes` is NULL where an error was said. */
struct output {
    const struct report *report;
    enum output_format format;
    const char *ending;   /* of its name */
    struct document *doc; /* of a PDF; else NULL */
    const struct buf *bytes;
};

struct outputs {
    ARRAY(struct output) all;
    bool released; /* in the formats that the programme releases, not those of options */
};

/* The formats of the options, as a set. */
unsigned outputs_wanted(const struct options *o);
/* "pdf", as options and programmes name it. */
const char *output_word(const struct run *r, enum output_format f);
/* Those in which a programme releases a document, as a set; says which are none. */
unsigned outputs_released(struct run *r, const struct programme *p, const char *document);
/* All documents of the editions, each as it is heard and in its formats, and what is
 * released reviewed as by `check`; `s` as run_edition takes it. */
void outputs_of_editions(struct run *r, const struct scores *s, const enum lang *editions,
                         size_t count, struct outputs *to);
/* Makes the files of a report in each format of the set, in the order of the enum. */
void outputs_make(struct run *r, const struct scores *s, const struct report *report,
                  unsigned formats, struct outputs *to);
/* Its web page, which leads to that of the other edition beside it; NULL where an error
 * was said. */
const struct buf *output_html(struct run *r, const struct scores *s,
                              const struct report *report);
/* Where there are both editions, those of each document against each other. */
void outputs_compare(struct run *r, const struct inspection *in,
                     const struct outputs *list);
/* "severnside-2012.proof.en.pdf", "severnside-2012.press.en.pdf": a final goes without
 * its stage, the report without its name. */
const char *output_name(struct run *r, const struct inspection *in,
                        const struct output *one);
/* All into the folder of --out or none, and their paths into `out`; nothing unless
 * run_may_write. */
void outputs_write(struct run *r, const struct inspection *in, const struct outputs *list,
                   struct buf *out);

#endif
