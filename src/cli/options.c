/* options.c -- the command line to options. */
#define _GNU_SOURCE /* getopt_long */
#include "cli/options.h"

#include "base/ascii.h"
#include "base/gate.h"
#include "base/hash.h"
#include "cli/usage.h"
#include "cli/version.h"
#include "office/sandbox.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Whether messages go to a terminal that can do more than write on. */
static bool is_terminal(void)
{
    const char *terminal = getenv("TERM");
    return terminal != NULL && strcmp(terminal, "dumb") != 0 && isatty(STDERR_FILENO);
}

static bool colour_wanted(const char *when)
{
    const char *no = getenv("NO_COLOR");
    if (strcmp(when, "auto") != 0)
        return strcmp(when, "always") == 0;
    return (no == NULL || *no == '\0') && is_terminal();
}

/* An option whose words are counted. */
static int set_word(struct options *o, int letter, const char *words, const char *word)
{
    int place = word_place(words, word);
    if (place < 0)
        return usage_word(o, (char)letter, words, word);
    switch (letter) {
    case 'l': o->edition = (enum edition)word_place("all en cy en+cy", word); break;
    case 's': o->stage = (enum stage)place; break;
    case 'f':
        o->format =
            FORMAT_TABLE + (unsigned)word_place("table page csv json xlsx results", word);
        break;
    case 'D': o->diagnostics = (enum diag_format)place; break;
    case 'd': o->dump = word; break;
    case 'k': o->kind = word; break;
    case 'U': o->pdf = (enum pdf_wanted)(PDF_WANTED_UA1 + place); break;
    case 'C': o->colour = colour_wanted(word); break;
    default: bug("words of -%c", letter);
    }
    return GO_ON;
}

/* "pdf,html": the words of an option that takes several. */
static int set_formats(struct options *o, const char *list)
{
    const char *words = help_words(o->command, 'O');
    for (const char *s = list; s != NULL; s = strchr(s, ',')) {
        s += *s == ',';
        const char *word = arena_strndup(o->texts, s, strcspn(s, ","));
        int place = word_place(words, word);
        if (place < 0)
            return usage_word(o, 'O', words, word);
        o->to |= 1U << place;
    }
    return GO_ON;
}

static int set_date(struct options *o, const char *text)
{
    if (date_parse(text, &o->date) && o->date.day != 0)
        return GO_ON;
    return usage("not a date", text, "write year, month and day, as 2012-05-14");
}

static int add_memory(struct options *o, const char *path)
{
    if (o->memory_count == MEMORIES_MOST)
        return usage("too many memories", path, "16 at most");
    o->memories[o->memory_count++] = path;
    return GO_ON;
}

static int set_jobs(struct options *o, const char *text)
{
    char *end;
    long n = strtol(text, &end, 10);
    if (*text == '\0' || *end != '\0' || n < 1 || n > 64)
        return usage("not a number of jobs", text, "use 1 to 64");
    o->jobs = (int)n;
    return GO_ON;
}

static int set_port(struct options *o, const char *text)
{
    o->port = ascii_number(text, 65535);
    return o->port > 0 ? GO_ON : usage("not a port", text, "use 1024 to 65535");
}

static int set_numbered(int *number, const char *text, const char *wrong)
{
    *number = ascii_number(text, 99);
    return *number > 0 ? GO_ON : usage(wrong, text, "use its number: 1");
}

static int set_out(struct options *o, const char *folder)
{
    if (folder[0] == '\0')
        return usage("no folder", "--out", "name the one that is written to");
    o->out = folder;
    o->out_given = true;
    return GO_ON;
}

/* What is to stand in a record. */
static int set_text(struct options *o, int letter, const char *argument,
                    enum gate_kind kind, const char **to)
{
    const char *wrong;
    *to = gate_pass(o->texts, argument, kind, &wrong);
    if (wrong == NULL && argument[0] != '\0' && argument[strspn(argument, " ")] == '\0')
        wrong = "nothing but blanks";
    if (wrong == NULL)
        return GO_ON;
    say("gwasg: %s: --%s has %s\n", o->command->name,
        option_of((char)letter, NULL, 0)->name, wrong);
    return USAGE;
}

/* Of an option without an argument; NULL: it has one, or ends the program. */
static bool *flag_of(struct options *o, int letter)
{
    switch (letter) {
    case 'c': return &o->each;
    case 'z': return &o->open;
    case 'Q': return &o->no_serve;
    case 'Y': return &o->outline;
    case 'E': return &o->english;
    case 'g': return &o->suggest;
    case 'L': return &o->large;
    case 'p': return &o->send;
    case 'q': return &o->empty;
    case 'S': return &o->strict;
    case 'T': return &o->times;
    case 'J': return &o->always;
    case 'u': return &o->unasked;
    case 'v': return &o->verbose;
    case 'w': return &o->write;
    case 'W': return &o->why;
    default: return NULL;
    }
}

/* Of an option that holds a line for a record; NULL: of another. */
static const char **line_of(struct options *o, int letter)
{
    switch (letter) {
    case 'A': return &o->area;
    case 'b': return &o->by;
    case 'G': return &o->again;
    case 'r': return &o->ref;
    case 'R': return &o->reason;
    case 'y': return &o->accept;
    default: return NULL;
    }
}

static int set(struct options *o, int letter, const char *argument)
{
    bool *flag = flag_of(o, letter);
    if (flag != NULL) {
        *flag = true;
        return GO_ON;
    }
    const char **line = line_of(o, letter);
    if (line != NULL)
        return set_text(o, letter, argument, GATE_LINE, line);
    if (letter == 'O')
        return set_formats(o, argument);
    const char *words = help_words(o->command, (char)letter);
    if (words != NULL)
        return set_word(o, letter, words, argument);
    switch (letter) {
    case 'a': return set_date(o, argument);
    case 'F': o->answers = argument; return GO_ON;
    case 'N': return set_numbered(&o->draft, argument, "not a draft");
    case 'K': return set_numbered(&o->release, argument, "not a release");
    case 'I': o->from = argument; return GO_ON;
    case 'X': o->editor = argument; return GO_ON;
    case 'H': return set_port(o, argument);
    case 'x': return set_text(o, letter, argument, GATE_TEXT, &o->words);
    case 'e': return set_text(o, letter, argument, GATE_TEXT, &o->evidence);
    case 'j': return set_jobs(o, argument);
    case 'i': o->at = argument; return GO_ON;
    case 'm': return add_memory(o, argument);
    case 'n': o->document = argument; return GO_ON;
    case 'o': return set_out(o, argument);
    case 't': o->templates = argument; return GO_ON;
    case 'P': o->programme = argument; return GO_ON;
    case 'B': o->base = argument; return GO_ON;
    case 'Z': o->before = argument; return GO_ON;
    case 'M': o->deps = argument; return GO_ON;
    case 'h': o->topic = o->command->name; return HELP;
    case 'V': puts("gwasg " GWASG_VERSION); return DONE;
    default: bug("an option -%c that nobody takes", letter);
    }
}

/* Of those that a command may need. */
static bool is_given(const struct options *o, char letter)
{
    switch (letter) {
    case 'a': return o->date.year != 0;
    case 'b': return o->by != NULL && *o->by != '\0';
    case 'r': return o->ref != NULL && *o->ref != '\0';
    case 'x': return o->words != NULL && *o->words != '\0';
    default: bug("an option -%c that nobody can need", letter);
    }
}

/* The options that this command takes, as getopt wants them; a fault is ours to say. */
static void fill_tables(const struct command *c, struct option longs[OPTIONS_MOST + 2],
                        char shorts[2 * OPTIONS_MOST + 2])
{
    size_t count;
    const struct option_help *all = help_options(&count);
    *longs++ = (struct option){.name = "color", .has_arg = 1, .val = 'C'};
    *shorts++ = ':';
    for (size_t i = 0; i < count; i++) {
        if (!help_takes(c, all[i].letter))
            continue;
        *longs++ = (struct option){.name = all[i].name,
                                   .has_arg = all[i].argument != NULL,
                                   .val = all[i].letter};
        *shorts++ = all[i].letter;
        if (all[i].argument != NULL)
            *shorts++ = ':';
    }
    *longs = (struct option){0};
    *shorts = '\0';
}

/* Says each option that the command cannot do without and was not given. */
static int check_needed(const struct options *o)
{
    size_t count;
    const struct option_help *all = help_options(&count);
    int outcome = GO_ON;
    for (size_t i = 0; o->command->needs != NULL && i < count; i++)
        if (strchr(o->command->needs, all[i].letter) != NULL &&
            !is_given(o, all[i].letter))
            outcome = usage_missing(o->command, &all[i]);
    return outcome;
}

static int check_operands(const struct options *o)
{
    if (o->programme != NULL)
        return check_programme(o);
    if (o->base != NULL)
        return usage("no new programme", "--base", "it goes with --programme");
    if (o->from != NULL)
        return o->operand_count == 0
                   ? GO_ON
                   : usage("too much", o->operands[0], "--from goes without a report");
    if (o->operand_count < o->command->least)
        return usage_operands(o->command, o->operand_count);
    bool more = o->command->each || strstr(o->command->operands, "...") != NULL;
    int most = o->command->least + (strchr(o->command->operands, '[') != NULL);
    if (!more && o->operand_count > most)
        return usage("too much", o->operands[most], o->command->operands);
    return check_together(o);
}

/* However it is spelt.  Nothing that is made depends on --jobs and --always; what --color
 * comes to is known for each run. */
static void note_typed(struct options *o, int letter, const char *argument)
{
    if (strchr("jJC", letter) != NULL)
        return;
    const char sign = (char)letter;
    o->typed = hash_bytes(o->typed, &sign, 1);
    if (argument != NULL)
        o->typed = hash_bytes(o->typed, argument, strlen(argument) + 1);
}

static int parse_command(struct options *o, int argc, char **argv)
{
    struct option longs[OPTIONS_MOST + 2];
    char shorts[2 * OPTIONS_MOST + 2];
    fill_tables(o->command, longs, shorts);
    int letter;
    if (check_hyphens(o, argc, argv) != GO_ON)
        return USAGE;
    opterr = 0;
    while ((letter = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
        int outcome = letter == '?' ? usage_option(o, argv[optind - 1])
                      : letter == ':'
                          ? usage_missing(o->command, option_of((char)optopt, NULL, 0))
                          : set(o, letter, optarg);
        if (outcome != GO_ON)
            return outcome;
        note_typed(o, letter, optarg);
    }
    if (o->edition == EDITION_BOTH && o->stage != STAGE_PROOF)
        return usage("not a stage of two editions side by side", "--stage",
                     "--lang en+cy is a proof");
    o->operands = argv + optind;
    o->operand_count = argc - optind;
    o->progress = o->command->each && o->operand_count > 1 &&
                  o->diagnostics != DIAG_JSON && is_terminal();
    int outcome = check_stage(o);
    if (outcome == GO_ON)
        outcome = check_needed(o);
    if (outcome != GO_ON)
        return outcome;
    return check_operands(o);
}

/* The words of the command line that name the command: 1, 2 or, for none, 0. */
static int find_command(const struct command *commands, size_t count, int argc,
                        char **argv, const struct command **found)
{
    for (size_t i = 0; i < count; i++) {
        const char *second = strchr(commands[i].name, ' ');
        size_t len = strcspn(commands[i].name, " ");
        if (strlen(argv[1]) != len || strncmp(commands[i].name, argv[1], len) != 0)
            continue;
        if (second != NULL && (argc < 3 || strcmp(second + 1, argv[2]) != 0))
            continue;
        *found = &commands[i];
        return second != NULL ? 2 : 1;
    }
    return 0;
}

/* No command by that name: perhaps the first of its two words. */
static int no_command(struct options *o, int argc, char **argv)
{
    const char *second = argc > 2 ? argv[2] : "";
    if (!help_is_group(o->commands, o->command_count, argv[1]) ||
        (*second != '\0' && *second != '-'))
        return usage_command(o, argc, argv);
    o->topic = argv[1];
    if (strcmp(second, "--help") == 0 || strcmp(second, "-h") == 0)
        return HELP;
    struct arena *a = arena_new();
    struct buf out = buf_new(a);
    help_group(o->commands, o->command_count, argv[1], &out);
    fputs(out.at, stderr);
    arena_free(a);
    return USAGE;
}

/* With --verbose, what this system gives to shut in the readers of others' files. */
static void say_version(bool verbose)
{
    puts("gwasg " GWASG_VERSION);
    if (!verbose)
        return;
    struct arena *a = arena_new();
    struct buf out = buf_new(a);
    sandbox_report(&out);
    fputs(out.at, stdout);
    arena_free(a);
}

/* What comes before the options of a command. */
static int parse(struct options *o, int argc, char **argv)
{
    if (argc < 2) {
        fputs("gwasg: which command? gwasg --help lists them\n", stderr);
        return USAGE;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
        o->topic = "";
        return HELP;
    }
    if (strcmp(argv[1], "--version") == 0 || strcmp(argv[1], "-V") == 0) {
        say_version(argc > 2 &&
                    (strcmp(argv[2], "--verbose") == 0 || strcmp(argv[2], "-v") == 0));
        return DONE;
    }
    int words = find_command(o->commands, o->command_count, argc, argv, &o->command);
    return words == 0 ? no_command(o, argc, argv)
                      : parse_command(o, argc - words, argv + words);
}

int options_parse(struct options *o, const struct command *commands, size_t count,
                  int argc, char **argv)
{
    *o = (struct options){.texts = arena_new(),
                          .out = "out",
                          .jobs = 1,
                          .typed = HASH_START,
                          .commands = commands,
                          .command_count = count,
                          .colour = colour_wanted("auto")};
    int outcome = parse(o, argc, argv);
    for (size_t i = 0; outcome == HELP && i < count; i++)
        if (strcmp(commands[i].name, "help") == 0)
            o->command = &commands[i];
    return outcome == HELP ? GO_ON : outcome;
}
