/* options.c -- the command line to options, and the help that describes it. */
#define _GNU_SOURCE /* getopt_long */
#include "cli/options.h"

#include "cli/version.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { GO_ON = 0, DONE = 1, USAGE = 3 };

struct option_help {
    char letter;
    const char *name, *argument, *help;
};

/* What an option is to one command alone. */
struct own_help {
    const char *command;
    char letter;
    const char *help;
};

static const struct own_help own[] = {
    {"build", 'l',
     "the edition: en, cy or all (default: all that the report has); en+cy: a proof with "
     "both side by side"},
    {"build", 'v', "say what was written, its pages, size and time"},
    {"check", 'v',
     "name each wording that nobody has reviewed, and all that was accepted"},
    {"scores", 'f', "table (the default), csv, json or results"},
    {"figures", 'f', "page (the default), csv or json"},
    {"translate status", 'f', "table (the default) or json"},
    {"translate export", 'o',
     "write a copy for the translator into this folder; the report's stays as it is"},
    {"translate memory", 'o',
     "write memory.tmx into this folder (default: the standard output)"},
};

static const struct option_help all[] = {
    {'l', "lang", "LANG",
     "the edition: en, cy or all (default: all that the report has)"},
    {'s', "stage", "STAGE",
     "proof (the default: queries and references shown), draft, embargo or final"},
    {'n', "document", "NAME", "make this one only: report, press (default: all)"},
    {'o', "out", "DIR", "folder to write to (default: out)"},
    {'j', "jobs", "N", "build so many reports at once (default: 1)"},
    {'f', "format", "FORMAT", "how it is printed"},
    {'d', "dump", "WHAT",
     "print a stage instead of writing: source, model, scores, input, xml, strips, "
     "pages, tags"},
    {'a', "date", "DATE", "the day it is done on: 2012-05-14"},
    {'b', "by", "NAME", "the name of who does it"},
    {'r', "ref", "REFERENCE", "of the block that is commented on: \"1.2 A(3)\""},
    {'k', "kind", "KIND", "A wording or number, B wrong fact, C left out"},
    {'x', "text", "TEXT", "what is said about it"},
    {'e', "evidence", "TEXT", "how it can be seen to be so"},
    {'m', "memory", "FILE",
     "a translation memory (TMX) whose Welsh stands in for the same English; again for "
     "another"},
    {'E', "english", NULL,
     "with --out: the English where there is no Welsh yet, for tools that show only what "
     "has a target"},
    {'t', "templates", "DIR",
     "folder of the programmes (default: those of this program)"},
    {'D', "diagnostics", "KIND", "messages as human (default), short or json"},
    {'p', "send", NULL,
     "make the named copies of recipients.csv and record them in sent/"},
    {'S', "strict", NULL, "warnings fail too (exit status 3)"},
    {'v', "verbose", NULL, "say more"},
    {'T', "times", NULL, "print how long each stage took"},
    {'h', "help", NULL, "this help"},
    {'V', "version", NULL, "the version"},
};

static void print_general_help(const struct command *commands, size_t count)
{
    puts("Usage: gwasg COMMAND [OPTION]... [REPORT]...\n"
         "Turns an inspection (YAML, Markdown, CSV) into an accessible PDF report.\n"
         "A REPORT is a folder with an inspection.yaml, or that file.\n\n"
         "Commands:");
    for (size_t i = 0; i < count; i++)
        printf("  %-17s %-18s %s\n", commands[i].name, commands[i].operands,
               commands[i].summary);
    puts("\n`gwasg COMMAND --help` tells the options of a command; gwasg(1) is the "
         "manual.\n"
         "Exit status: 0 done, 1 input wrong, 2 usage, 3 warnings under --strict, 4 "
         "could not\n"
         "write, 5 not accessible, 6 not fit to be final, 70 a fault of ours, 71 out of "
         "memory.");
}

static bool takes(const struct command *c, char letter)
{
    return strchr("hV", letter) != NULL || strchr(c->takes, letter) != NULL;
}

static const char *help_of(const struct command *c, const struct option_help *option)
{
    for (size_t i = 0; i < LEN(own); i++)
        if (own[i].letter == option->letter && strcmp(own[i].command, c->name) == 0)
            return own[i].help;
    return option->help;
}

static void print_help(const struct command *c)
{
    printf("Usage: gwasg %s [OPTION]... %s\n%s.\n\n", c->name, c->operands, c->summary);
    for (size_t i = 0; i < LEN(all); i++) {
        if (!takes(c, all[i].letter))
            continue;
        char name[40];
        snprintf(name, sizeof name, "--%s%s%s", all[i].name,
                 all[i].argument != NULL ? " " : "",
                 all[i].argument != NULL ? all[i].argument : "");
        printf("  -%c, %-20s %s\n", all[i].letter, name, help_of(c, &all[i]));
    }
}

static int usage_operands(const struct command *c)
{
    fprintf(stderr, "gwasg: %s: nothing to work on; write gwasg %s %s\n", c->name,
            c->name, c->operands);
    return USAGE;
}

static int usage(const char *what, const char *found, const char *allowed)
{
    fprintf(stderr, "gwasg: %s%s%s%s%s\n", what, found[0] != '\0' ? ": " : "", found,
            allowed[0] != '\0' ? "; " : "", allowed);
    return USAGE;
}

struct choice {
    const char *name;
    int value;
};

/* The value of a named choice; false where it is none of them. */
static bool choose(const struct choice *choices, size_t count, const char *name,
                   int *value)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(choices[i].name, name) == 0) {
            *value = choices[i].value;
            return true;
        }
    return false;
}

static int set_stage(struct options *o, const char *name)
{
    static const struct choice stages[] = {{"proof", STAGE_PROOF},
                                           {"draft", STAGE_DRAFT},
                                           {"embargo", STAGE_EMBARGO},
                                           {"final", STAGE_FINAL}};
    int value;
    if (!choose(stages, LEN(stages), name, &value))
        return usage("unknown stage", name, "use proof, draft, embargo or final");
    o->stage = (enum stage)value;
    return GO_ON;
}

static int set_format(struct options *o, const char *name)
{
    static const struct choice formats[] = {{"table", FORMAT_TABLE},
                                            {"page", FORMAT_PAGE},
                                            {"csv", FORMAT_CSV},
                                            {"json", FORMAT_JSON},
                                            {"results", FORMAT_RESULTS}};
    bool figures = strcmp(o->command->name, "figures") == 0;
    int value;
    bool known = choose(formats, LEN(formats), name, &value);
    bool status = strcmp(o->command->name, "translate status") == 0;
    bool wrong = known && (figures  ? value == FORMAT_TABLE || value == FORMAT_RESULTS
                           : status ? value != FORMAT_TABLE && value != FORMAT_JSON
                                    : value == FORMAT_PAGE);
    if (!known || wrong)
        return usage("unknown format", name,
                     figures  ? "use page, csv or json"
                     : status ? "use table or json"
                              : "use table, csv, json or results");
    o->format = (enum format)value;
    return GO_ON;
}

static int set_diagnostics(struct options *o, const char *name)
{
    static const struct choice kinds[] = {
        {"human", DIAG_HUMAN}, {"short", DIAG_SHORT}, {"json", DIAG_JSON}};
    int value;
    if (!choose(kinds, LEN(kinds), name, &value))
        return usage("unknown kind of messages", name, "use human, short or json");
    o->diagnostics = (enum diag_format)value;
    return GO_ON;
}

static int set_dump(struct options *o, const char *name)
{
    static const char *const stages[] = {"source", "model",  "scores", "input",
                                         "xml",    "strips", "pages",  "tags"};
    for (size_t i = 0; i < LEN(stages); i++)
        if (strcmp(stages[i], name) == 0) {
            o->dump = name;
            return GO_ON;
        }
    return usage("nothing to dump by that name", name,
                 "use source, model, scores, input, xml, strips, pages or tags");
}

static int set_edition(struct options *o, const char *name)
{
    static const struct choice editions[] = {{"all", EDITION_ALL},
                                             {"en", EDITION_EN},
                                             {"cy", EDITION_CY},
                                             {"en+cy", EDITION_BOTH}};
    bool build = strcmp(o->command->name, "build") == 0;
    int value;
    if (!choose(editions, LEN(editions) - !build, name, &value))
        return usage("unknown language", name,
                     build ? "use en, cy, all or en+cy" : "use en, cy or all");
    o->edition = (enum edition)value;
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

static int set(struct options *o, int letter, const char *argument)
{
    switch (letter) {
    case 'l': return set_edition(o, argument);
    case 'a': return set_date(o, argument);
    case 'b': o->by = argument; return GO_ON;
    case 'r': o->ref = argument; return GO_ON;
    case 'k': o->kind = argument; return GO_ON;
    case 'x': o->words = argument; return GO_ON;
    case 'e': o->evidence = argument; return GO_ON;
    case 's': return set_stage(o, argument);
    case 'f': return set_format(o, argument);
    case 'D': return set_diagnostics(o, argument);
    case 'd': return set_dump(o, argument);
    case 'j': return set_jobs(o, argument);
    case 'E': o->english = true; return GO_ON;
    case 'm': return add_memory(o, argument);
    case 'n': o->document = argument; return GO_ON;
    case 'o':
        o->out = argument;
        o->out_given = true;
        return GO_ON;
    case 't': o->templates = argument; return GO_ON;
    case 'p': o->send = true; return GO_ON;
    case 'S': o->strict = true; return GO_ON;
    case 'v': o->verbose = true; return GO_ON;
    case 'T': o->times = true; return GO_ON;
    case 'h': print_help(o->command); return DONE;
    case 'V': puts("gwasg " GWASG_VERSION); return DONE;
    default: return USAGE; /* getopt has said why */
    }
}

/* The options that this command takes, as getopt wants them. */
static void fill_tables(const struct command *c, struct option *longs, char *shorts)
{
    for (size_t i = 0; i < LEN(all); i++) {
        if (!takes(c, all[i].letter))
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

/* No clock is read, so whoever makes a draft says which day it is. */
static int check_stage(const struct options *o)
{
    bool dated = o->date.year != 0;
    bool stamped = o->stage == STAGE_DRAFT || o->stage == STAGE_EMBARGO;
    if (o->send && (!stamped || o->dump != NULL))
        return usage("nothing to send", "", "--send goes with --stage draft or embargo");
    if (o->send && !dated)
        return usage("no date", "",
                     "say with --date on which day it is sent: 2012-05-14");
    if (o->stage == STAGE_DRAFT && o->dump == NULL && !dated)
        return usage("no date", "", "a draft says when it was made: --date 2012-05-14");
    if (stamped && o->dump == NULL && o->edition == EDITION_BOTH)
        return usage("not a stage for both side by side", "",
                     "drafts and embargoed copies have one language each");
    return GO_ON;
}

static int parse_command(struct options *o, int argc, char **argv)
{
    struct option longs[LEN(all) + 1];
    char shorts[2 * LEN(all) + 1];
    fill_tables(o->command, longs, shorts);
    int letter;
    while ((letter = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
        int outcome = set(o, letter, optarg);
        if (outcome != GO_ON)
            return outcome;
    }
    if (o->edition == EDITION_BOTH && o->stage != STAGE_PROOF)
        return usage("not a stage of two editions side by side", "--stage",
                     "--lang en+cy is a proof");
    o->operands = argv + optind;
    o->operand_count = argc - optind;
    int stage = check_stage(o);
    if (stage != GO_ON)
        return stage;
    if (o->operand_count < o->command->least)
        return usage_operands(o->command);
    bool more = o->command->each || strstr(o->command->operands, "...") != NULL;
    if (!more && o->operand_count > o->command->least)
        return usage("too much", o->operands[o->command->least], o->command->operands);
    return GO_ON;
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

static bool is_group(const struct command *commands, size_t count, const char *first)
{
    size_t len = strlen(first);
    for (size_t i = 0; i < count; i++)
        if (strncmp(commands[i].name, first, len) == 0 && commands[i].name[len] == ' ')
            return true;
    return false;
}

/* "translate" alone: what may follow it.  False when no command begins so. */
static bool print_group(FILE *to, const struct command *commands, size_t count,
                        const char *first)
{
    size_t len = strlen(first);
    bool any = false;
    for (size_t i = 0; i < count; i++) {
        if (strncmp(commands[i].name, first, len) != 0 || commands[i].name[len] != ' ')
            continue;
        fprintf(to, "%s gwasg %s %s\n           %s\n",
                any ? "      " : "Usage:", commands[i].name, commands[i].operands,
                commands[i].summary);
        any = true;
    }
    return any;
}

static int unknown_command(const struct command *commands, size_t count, const char *name)
{
    const char *names[32];
    for (size_t i = 0; i < count && i < LEN(names); i++)
        names[i] = commands[i].name;
    const char *meant = nearest_name(name, names, count < 32 ? count : 32);
    fprintf(stderr, "gwasg: unknown command: %s; ", name);
    if (meant != NULL)
        fprintf(stderr, "did you mean %s?\n", meant);
    else
        fputs("gwasg --help lists them\n", stderr);
    return USAGE;
}

/* No command by that name: perhaps the first of its two words. */
static int no_command(const struct command *commands, size_t count, int argc, char **argv)
{
    bool help =
        argc == 3 && (strcmp(argv[2], "--help") == 0 || strcmp(argv[2], "-h") == 0);
    if (is_group(commands, count, argv[1]) && !help && argc > 2 && argv[2][0] != '-')
        fprintf(stderr, "gwasg: unknown command: %s %s\n", argv[1], argv[2]);
    if (print_group(help ? stdout : stderr, commands, count, argv[1]))
        return help ? DONE : USAGE;
    return unknown_command(commands, count, argv[1]);
}

int options_parse(struct options *o, const struct command *commands, size_t count,
                  int argc, char **argv)
{
    *o = (struct options){.out = "out", .jobs = 1};
    if (argc < 2) {
        fputs("gwasg: which command? gwasg --help lists them\n", stderr);
        return USAGE;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
        print_general_help(commands, count);
        return DONE;
    }
    if (strcmp(argv[1], "--version") == 0) {
        puts("gwasg " GWASG_VERSION);
        return DONE;
    }
    int words = find_command(commands, count, argc, argv, &o->command);
    if (words == 0)
        return no_command(commands, count, argc, argv);
    return parse_command(o, argc - words, argv + words);
}
