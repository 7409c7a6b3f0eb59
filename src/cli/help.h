/* help.h -- the options there are, and what --help says of commands and of them. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "cli/options.h"

#define OPTIONS_MOST 60

struct option_help {
    char letter;
    const char *name;
    const char *argument; /* "DIR"; NULL: it takes none */
    const char *help;
};

/* All of them, OPTIONS_MOST at most, in the order of the help. */
const struct option_help *help_options(size_t *count);
bool help_takes(const struct command *c, char letter);
/* What an option is to this command. */
const char *help_of(const struct command *c, const struct option_help *option);

/* The words it takes there, parted by blanks; NULL: any. */
const char *help_words(const struct command *c, char letter);
/* Where it stands among such words; -1: nowhere. */
int word_place(const char *words, const char *word);

void help_general(const struct command *commands, size_t count, struct buf *out);
void help_command(const struct command *c, struct buf *out);
/* Whether commands of two words begin with `first`, and what may follow it. */
bool help_is_group(const struct command *commands, size_t count, const char *first);
void help_group(const struct command *commands, size_t count, const char *first,
                struct buf *out);

#endif
