/* options.c -- the command line to options. */
#define _GNU_SOURCE /* getopt_long */
#include "cli/options.h"

#include "cli/help.h"
#include "cli/version.h"
#include "comments/form.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { GO_ON = 0, DONE = 1, USAGE = 3 };

static int usage_operands(const struct command *c, int found)
{
    fprintf(stderr, "gwasg: %s: %s; write gwasg %s %s\n", c->name,
            found == 0 ? "nothing to work on" : "that is not all", c->name, c->operands);
    return USAGE;
}

static int usage(const char *what, const char *found, const char *allowed)
{
    fprintf(stderr, "gwasg: %s%s%s%s%s\n", what, found[0] != '\0' ? ": " : "", found,
            allowed[0] != '\0' ? "; " : "", allowed);
    return USAGE;
}

static int usage_missing(const struct command *c, const struct option_help *option)
{
    fprintf(stderr, "gwasg: %s: --%s is missing; write --%s %s: %s\n", c->name,
            option->name, option->name, option->argument, help_of(c, option));
    return USAGE;
}

struct named_value {
    const char *name;
    int value;
};

/* The value of a named choice; false where it is none of them. */
static bool choose(const struct named_value *choices, size_t count, const char *name,
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
    static const struct named_value stages[] = {{"proof", STAGE_PROOF},
                                                {"draft", STAGE_DRAFT},
                                                {"embargo", STAGE_EMBARGO},
                                                {"final", STAGE_FINAL}};
    int value;
    if (!choose(stages, LEN(stages), name, &value))
        return usage("unknown stage", name, "use proof, draft, embargo or final");
    o->stage = (enum stage)value;
    return GO_ON;
}

/* What a command can print, as its help says. */
static const struct formats_of {
    const char *command, *names, *use;
} formats_of[] = {
    {"figures", "page csv json", "use page, csv or json"},
    {"translate status", "table json", "use table or json"},
    {"questions", "table csv json xlsx", "use table, csv or json; xlsx with --answers"},
    {"", "table csv json results", "use table, csv, json or results"},
};

static int set_format(struct options *o, const char *name)
{
    static const struct named_value formats[] = {
        {"table", FORMAT_TABLE}, {"page", FORMAT_PAGE}, {"csv", FORMAT_CSV},
        {"json", FORMAT_JSON},   {"xlsx", FORMAT_XLSX}, {"results", FORMAT_RESULTS}};
    const struct formats_of *f = formats_of;
    while (f->command[0] != '\0' && strcmp(f->command, o->command->name) != 0)
        f++;
    int value;
    if (!choose(formats, LEN(formats), name, &value) || strstr(f->names, name) == NULL)
        return usage("unknown format", name, f->use);
    o->format = (enum format)value;
    return GO_ON;
}

static int set_diagnostics(struct options *o, const char *name)
{
    static const struct named_value kinds[] = {
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
    static const struct named_value editions[] = {{"all", EDITION_ALL},
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

static int set_kind(struct options *o, const char *name)
{
    if (strlen(name) != 1 || strchr(FORM_KINDS, name[0]) == NULL)
        return usage("unknown kind", name, "use A, B or C");
    o->kind = name;
    return GO_ON;
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
    case 'A': o->area = argument; return GO_ON;
    case 'F': o->answers = argument; return GO_ON;
    case 'b': o->by = argument; return GO_ON;
    case 'r': o->ref = argument; return GO_ON;
    case 'k': return set_kind(o, argument);
    case 'x': o->words = argument; return GO_ON;
    case 'e': o->evidence = argument; return GO_ON;
    case 's': return set_stage(o, argument);
    case 'f': return set_format(o, argument);
    case 'D': return set_diagnostics(o, argument);
    case 'd': return set_dump(o, argument);
    case 'j': return set_jobs(o, argument);
    case 'E': o->english = true; return GO_ON;
    case 'q': o->empty = true; return GO_ON;
    case 'g': o->suggest = true; return GO_ON;
    case 'm': return add_memory(o, argument);
    case 'n': o->document = argument; return GO_ON;
    case 'o':
        o->out = argument;
        o->out_given = true;
        return GO_ON;
    case 't': o->templates = argument; return GO_ON;
    case 'P': o->programme = argument; return GO_ON;
    case 'p': o->send = true; return GO_ON;
    case 'S': o->strict = true; return GO_ON;
    case 'v': o->verbose = true; return GO_ON;
    case 'T': o->times = true; return GO_ON;
    case 'h': help_command(o->command); return DONE;
    case 'V': puts("gwasg " GWASG_VERSION); return DONE;
    default: return USAGE; /* getopt has said why */
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

/* The options that this command takes, as getopt wants them. */
static void fill_tables(const struct command *c, struct option longs[OPTIONS_MOST + 1],
                        char shorts[2 * OPTIONS_MOST + 1])
{
    size_t count;
    const struct option_help *all = help_options(&count);
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

static bool path_ends(const char *path, const char *end)
{
    size_t len = strlen(path), n = strlen(end);
    return len > n && strcmp(path + len - n, end) == 0;
}

static int check_questions(const struct options *o)
{
    if (o->empty && (o->format == FORMAT_TABLE || o->format == FORMAT_JSON))
        return usage("not a table of answers", "", "--answers goes with csv or xlsx");
    if (!o->empty && o->format == FORMAT_XLSX)
        return usage("no workbook of questions", "", "--format xlsx goes with --answers");
    return GO_ON;
}

static int check_translation(const struct options *o)
{
    if (o->english && !o->out_given)
        return usage(o->command->name, "--english is for a translator's copy",
                     "name its folder with --out DIR");
    if (strcmp(o->command->name, "translate import") == 0 &&
        path_ends(o->operands[0], ".xlf"))
        return usage(o->command->name, "the report comes first, then the file", "");
    return GO_ON;
}

static int parse_command(struct options *o, int argc, char **argv)
{
    struct option longs[OPTIONS_MOST + 1];
    char shorts[2 * OPTIONS_MOST + 1];
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
    int outcome = check_stage(o);
    if (outcome == GO_ON)
        outcome = check_needed(o);
    if (outcome != GO_ON)
        return outcome;
    if (o->programme != NULL)
        return o->operand_count == 0 ? GO_ON
                                     : usage("too much", o->operands[0],
                                             "--programme goes without a report");
    if (o->operand_count < o->command->least)
        return usage_operands(o->command, o->operand_count);
    bool more = o->command->each || strstr(o->command->operands, "...") != NULL;
    int most = o->command->least + (strchr(o->command->operands, '[') != NULL);
    if (!more && o->operand_count > most)
        return usage("too much", o->operands[most], o->command->operands);
    outcome = check_questions(o);
    return outcome != GO_ON ? outcome : check_translation(o);
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
    if (!help_is_group(commands, count, argv[1]))
        return unknown_command(commands, count, argv[1]);
    const bool help =
        argc == 3 && (strcmp(argv[2], "--help") == 0 || strcmp(argv[2], "-h") == 0);
    if (!help && argc > 2 && argv[2][0] != '-')
        fprintf(stderr, "gwasg: unknown command: %s %s\n", argv[1], argv[2]);
    help_group(help ? stdout : stderr, commands, count, argv[1]);
    return help ? DONE : USAGE;
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
        help_general(commands, count);
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
