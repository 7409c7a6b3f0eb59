/* options.h -- what the user typed, checked.  Knows the commands and what they take; runs
 * none of them. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "base/diag.h"
#include "report/report.h"

enum format {
    FORMAT_DEFAULT,
    FORMAT_TABLE,
    FORMAT_PAGE,
    FORMAT_CSV,
    FORMAT_JSON,
    FORMAT_XLSX,
    FORMAT_RESULTS
};

/* Which editions: all that the report has, unless one is named; BOTH: side by side. */
enum edition { EDITION_ALL, EDITION_EN, EDITION_CY, EDITION_BOTH };

/* What the files are to claim. */
enum pdf_wanted { PDF_AS_THE_HOUSE, PDF_WANTED_UA1, PDF_WANTED_UA2 };

/* What a document is made into; more than one at once, as a set of bits. */
enum output_format {
    OUTPUT_PDF,
    OUTPUT_HTML,
    OUTPUT_TEXT,
    OUTPUT_DATA,
    OUTPUT_LARGE, /* a PDF in large print */
    OUTPUT_FORMAT_COUNT
};

struct command;

#define MEMORIES_MOST 16

struct options {
    struct arena *texts; /* what an option says lives here, as long as the program */
    const struct command *command, *commands; /* all of them, for help */
    size_t command_count;
    enum edition edition;
    enum stage stage;
    enum format format;
    enum diag_format diagnostics;
    enum pdf_wanted pdf;
    unsigned to;           /* of enum output_format, 1 << each; 0: not given, the PDF */
    const char *out;       /* folder for what is written */
    bool out_given;        /* the user named it */
    const char *templates; /* NULL: those installed with the program */
    const char *document;  /* the one to make; NULL: each that there is data for */
    const char *programme; /* to be checked or begun without a report; NULL: none */
    const char *before;    /* an older manuscript; NULL: none is known */
    const char *base;      /* of a new programme; NULL: it has none */
    const char *deps;      /* a file for make; NULL: none */
    const char *topic;     /* of which --help asks; NULL: the operands of `help` do */
    const char *dump;      /* stage to print instead of writing; NULL: none */
    struct date date;      /* --date; year 0: not given.  No clock is read. */
    const char *by;        /* who accepts or comments; NULL: not given */
    const char *ref, *kind, *words, *evidence; /* of a comment; NULL: not given */
    const char *memories[MEMORIES_MOST];       /* --memory, in the order given */
    int memory_count;
    const char *area, *answers;  /* of a new report; NULL: not given */
    bool empty;                  /* a table of answers to fill in */
    bool outline;                /* accept what the programme makes */
    bool suggest;                /* marks for numbers that are none */
    bool write;                  /* the best of them into the files */
    const char *accept, *reason; /* who answers for changed figures, and why; or NULL */
    bool why;                    /* how each judgement came about */
    const char *at;              /* of which number or judgement; NULL: of all */
    bool english;                /* stands in empty targets */
    int jobs;
    const char *editor; /* how it is called, {file}, {line}, {column}; NULL: not given */
    int port;           /* of the pages; 0: one that is free */
    bool open, no_serve;
    const char *from;  /* a copy of a release; NULL: those of the report */
    int release;       /* with which one the report is compared; 0: none */
    int draft;         /* with which one the report is compared; 0: none */
    bool each;         /* a letter to each who commented */
    bool unasked;      /* what was changed that nobody asked for */
    bool send;         /* named copies, recorded */
    const char *again; /* to whom one was sent that is made once more; NULL: to nobody */
    bool large;        /* in large print */
    bool strict, verbose, times;
    bool always;       /* built also where nothing has changed */
    uint64_t typed;    /* those that decide what is made and said, in a number */
    struct buf linked; /* the libraries of the program, as lines (cli/ingredients.h) */
    bool colour;       /* in messages */
    bool progress;     /* is shown: a person waits at a terminal for several reports */
    char *const *operands; /* reports, or a programme */
    int operand_count;
};

/* Does it to one report, r->report; `out` is printed on the standard output. */
struct run;
typedef void command_run(struct run *r, struct buf *out);

struct command {
    const char *name; /* "build"; of two words: "translate export" */
    const char *operands, *summary;
    const char *takes; /* letters of the options it takes */
    const char *needs; /* of those that must be given; NULL: none */
    int least;         /* operands it needs */
    bool each;         /* is run once for each operand, in parallel with --jobs */
    command_run *run;
};

/* Fills `o`; --help of anything becomes the command `help`.  0 to go on; otherwise an
 * exit status plus one: 1 after --version, 3 after a fault of usage (said on standard
 * error). */
int options_parse(struct options *o, const struct command *commands, size_t count,
                  int argc, char **argv);

#endif
