/* usage.h -- what is said, on standard error, of a command line that cannot be followed.
 */
#ifndef CLI_USAGE_H
#define CLI_USAGE_H

#include "cli/help.h"

/* How reading the command line goes on: what options_parse gives, and help. */
enum { GO_ON = 0, DONE = 1, USAGE = 3, HELP = 4 };

/* Without the bytes that do something to a terminal. */
__attribute__((format(printf, 1, 2))) void say(const char *format, ...);

/* An option by its letter, or where it has a name, by that; NULL: there is none. */
const struct option_help *option_of(char letter, const char *name, size_t len);

/* Each says one thing and gives USAGE. */
int usage(const char *what, const char *found, const char *allowed);
int usage_operands(const struct command *c, int found);
int usage_missing(const struct command *c, const struct option_help *option);
/* One that is none of those, parted by blanks, which the option takes. */
int usage_word(const struct options *o, char letter, const char *words, const char *word);
/* The option that getopt did not take: `typed`, and optopt. */
int usage_option(const struct options *o, const char *typed);
int usage_command(const struct options *o, int argc, char **argv);
/* "-stage", which would be letters, and "-Reviews", a folder: neither is meant so.
 * GO_ON where there is none. */
int check_hyphens(const struct options *o, int argc, char **argv);

/* Options that do not go with each other, or not without another: GO_ON or USAGE.  The
 * first of those that the stage alone decides. */
int check_stage(const struct options *o);
int check_programme(const struct options *o);
int check_together(const struct options *o);

#endif
