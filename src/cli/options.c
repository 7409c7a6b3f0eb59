/* options.c -- the command line to options. */
#define _GNU_SOURCE /* getopt_long */
#include "cli/options.h"

#include "base/ascii.h"
#include "base/character.h"
#include "base/file.h"
#include "base/gate.h"
#include "cli/help.h"
#include "cli/reports.h"
#include "cli/version.h"
#include "office/sandbox.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { GO_ON = 0, DONE = 1, USAGE = 3, HELP = 4 };

/* What was typed may hold bytes that do something to a terminal. */
__attribute__((format(printf, 1, 2))) static void say(const char *format, ...)
{
    struct arena *a = arena_new();
    va_list args;
    va_start(args, format);
    fputs(text_for_terminal(a, arena_vprintf(a, format, args)), stderr);
    va_end(args);
    arena_free(a);
}

static int usage_operands(const struct command *c, int found)
{
    struct arena *a = arena_new();
    const char *report = report_here(a);
    bool alone = strncmp(c->operands, "REPORT...", 9) == 0;
    say("gwasg: %s: %s; write gwasg %s %s", c->name,
        found == 0 ? "nothing to work on" : "that is not all", c->name, c->operands);
    if (alone && report != NULL)
        say(", here: gwasg %s %s", c->name, report);
    say("\n");
    arena_free(a);
    return USAGE;
}

static int usage(const char *what, const char *found, const char *allowed)
{
    say("gwasg: %s%s%s%s%s\n", what, found[0] != '\0' ? ": " : "", found,
        allowed[0] != '\0' ? "; " : "", allowed);
    return USAGE;
}

static int usage_missing(const struct command *c, const struct option_help *option)
{
    say("gwasg: %s: --%s is missing; write --%s %s: %s\n", c->name, option->name,
        option->name, option->argument, help_of(c, option));
    return USAGE;
}

/* By its letter, or where it has a name, by that. */
static const struct option_help *option_of(char letter, const char *name, size_t len)
{
    size_t count;
    const struct option_help *all = help_options(&count);
    for (size_t i = 0; i < count; i++)
        if (name == NULL
                ? all[i].letter == letter
                : strncmp(all[i].name, name, len) == 0 && all[i].name[len] == '\0')
            return &all[i];
    return NULL;
}

/* "proof, draft, embargo or final". */
static void print_words(const char *words)
{
    for (const char *s = words; *s != '\0';) {
        size_t len = strcspn(s, " ");
        const char *rest = s + len + (s[len] == ' ');
        const char *behind = *rest == '\0' ? "\n" : strchr(rest, ' ') ? ", " : " or ";
        say("%.*s%s", (int)len, s, behind);
        s = rest;
    }
}

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
    if (place < 0) {
        say("gwasg: %s: unknown word for --%s: %s; use ", o->command->name,
            option_of((char)letter, NULL, 0)->name, word);
        print_words(words);
        return USAGE;
    }
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

static int set_draft(struct options *o, const char *text)
{
    o->draft = ascii_number(text, 99);
    return o->draft > 0 ? GO_ON : usage("not a draft", text, "use its number: 1");
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
    case 'E': return &o->english;
    case 'g': return &o->suggest;
    case 'p': return &o->send;
    case 'q': return &o->empty;
    case 'S': return &o->strict;
    case 'T': return &o->times;
    case 'u': return &o->unasked;
    case 'v': return &o->verbose;
    case 'w': return &o->write;
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
    const char *words = help_words(o->command, (char)letter);
    if (words != NULL)
        return set_word(o, letter, words, argument);
    switch (letter) {
    case 'a': return set_date(o, argument);
    case 'A': return set_text(o, letter, argument, GATE_LINE, &o->area);
    case 'F': o->answers = argument; return GO_ON;
    case 'b': return set_text(o, letter, argument, GATE_LINE, &o->by);
    case 'N': return set_draft(o, argument);
    case 'r': return set_text(o, letter, argument, GATE_LINE, &o->ref);
    case 'x': return set_text(o, letter, argument, GATE_TEXT, &o->words);
    case 'e': return set_text(o, letter, argument, GATE_TEXT, &o->evidence);
    case 'j': return set_jobs(o, argument);
    case 'i': o->at = argument; return GO_ON;
    case 'm': return add_memory(o, argument);
    case 'n': o->document = argument; return GO_ON;
    case 'o':
        if (argument[0] == '\0')
            return usage("no folder", "--out", "name the one that is written to");
        o->out = argument;
        o->out_given = true;
        return GO_ON;
    case 't': o->templates = argument; return GO_ON;
    case 'P': o->programme = argument; return GO_ON;
    case 'G': return set_text(o, letter, argument, GATE_LINE, &o->again);
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

/* ---- options that are not there ---- */

/* Another command's: which ones take it. */
static int usage_elsewhere(const struct options *o, const struct option_help *option)
{
    const char *lead = "it goes with ";
    say("gwasg: %s takes no --%s; ", o->command->name, option->name);
    for (size_t i = 0; i < o->command_count; i++)
        if (help_takes(&o->commands[i], option->letter)) {
            say("%s%s", lead, o->commands[i].name);
            lead = ", ";
        }
    say("\n");
    return USAGE;
}

/* "-stage", which would be letters, and "-Reviews", a folder: neither is meant so. */
static int check_hyphens(const struct options *o, int argc, char **argv)
{
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        const char *word = argv[i];
        if (word[0] != '-' || strlen(word) < 3 || word[1] == '-')
            continue;
        const struct option_help *option = option_of(0, word + 1, strcspn(word + 1, "="));
        if (option != NULL && help_takes(o->command, option->letter))
            return usage(o->command->name, word,
                         arena_printf(o->texts, "it has two hyphens: -%s", word));
        if (file_exists(word))
            return usage(o->command->name, word,
                         arena_printf(o->texts,
                                      "a name that begins with a hyphen is taken for an "
                                      "option; write ./%s",
                                      word));
    }
    return GO_ON;
}

/* Where getopt names the letter of one that this command takes, it was long and had a
 * value that it does not take; where it names none, it was long. */
static int usage_option(const struct options *o, const char *typed)
{
    bool is_long = optopt == 0 || help_takes(o->command, (char)optopt);
    size_t len = is_long ? strcspn(typed + 2, "=") : 0, count, n = 0;
    const struct option_help *all = help_options(&count);
    const struct option_help *found =
        option_of((char)optopt, is_long ? typed + 2 : NULL, len);
    const char *names[OPTIONS_MOST];
    if (found != NULL && help_takes(o->command, found->letter))
        return usage(o->command->name, typed, "it takes nothing behind =");
    if (found != NULL)
        return usage_elsewhere(o, found);
    for (size_t i = 0; i < count; i++)
        if (help_takes(o->command, all[i].letter))
            names[n++] = all[i].name;
    char name[64];
    snprintf(name, sizeof name, "%.*s", (int)len, typed + 2);
    const char *near = is_long ? nearest_name(name, names, n) : NULL;
    say("gwasg: %s: unknown option: ", o->command->name);
    if (!is_long)
        say("-%c; ", optopt);
    else
        say("%s; ", typed);
    if (near != NULL)
        say("did you mean --%s?\n", near);
    else
        say("gwasg help %s lists them\n", o->command->name);
    return USAGE;
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

/* No clock is read, so whoever makes a draft says which day it is. */
static int check_stage(const struct options *o)
{
    bool dated = o->date.year != 0;
    bool provisional = o->stage == STAGE_PROVISIONAL;
    bool stamped = o->stage == STAGE_DRAFT || o->stage == STAGE_EMBARGO;
    if (o->send && (!stamped || o->dump != NULL))
        return usage("nothing to send", "", "--send goes with --stage draft or embargo");
    if (o->deps != NULL && o->dump != NULL)
        return usage("nothing is made that depends on anything", "",
                     "--deps goes without --dump");
    if (o->again != NULL && (!o->send || dated))
        return usage("not one that was sent", "--again",
                     "it goes with --send, and the day is the one on which it was sent");
    if (o->again != NULL)
        return GO_ON;
    if (o->send && !dated)
        return usage("no date", "",
                     "say with --date on which day it is sent: 2012-05-14");
    if (o->stage == STAGE_DRAFT && o->dump == NULL && !dated)
        return usage("no date", "", "a draft says when it was made: --date 2012-05-14");
    if (provisional && o->dump == NULL && !dated)
        return usage("no date", "",
                     "provisional findings say when they were made: --date 2012-03-16");
    if ((stamped || provisional) && o->dump == NULL && o->edition == EDITION_BOTH)
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

static int check_suggest(const struct options *o)
{
    if (o->write && !o->suggest)
        return usage(o->command->name, "--write goes with --suggest", "");
    if (o->at != NULL && !o->write)
        return usage(o->command->name, "--at goes with --suggest --write", "");
    if (o->write && o->edition == EDITION_CY)
        return usage("not a text that marks are written into", "--lang cy",
                     "the Welsh stands in cy.xlf; its numbers come from the English");
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

static int check_reply(const struct options *o)
{
    if (o->each && o->by != NULL)
        return usage(o->command->name, "--each is to all of them, --by to one", "");
    return GO_ON;
}

static int check_compare(const struct options *o)
{
    if (strcmp(o->command->name, "compare") != 0)
        return GO_ON;
    if (o->draft == 0 && o->operand_count < 2)
        return usage(o->command->name, "nothing to compare it with",
                     "name the older report first, or a draft that was sent: --draft 1");
    if (o->draft > 0 && o->operand_count > 1)
        return usage("too much", o->operands[1], "--draft goes with one report");
    return GO_ON;
}

/* Options that do not go with each other, or not without another. */
static int check_together(const struct options *o)
{
    int outcome = check_questions(o);
    if (outcome == GO_ON)
        outcome = check_reply(o);
    if (outcome == GO_ON)
        outcome = check_suggest(o);
    if (outcome == GO_ON)
        outcome = check_compare(o);
    return outcome != GO_ON ? outcome : check_translation(o);
}

/* In the place of a report; what else a command works on stays. */
static int check_programme(const struct options *o)
{
    int files = o->command->each ? 0 : o->command->least - 1;
    if (o->memory_count > 0)
        return usage(o->command->name, "--memory goes without --programme",
                     "memories are of reports");
    if (o->operand_count < files)
        return usage("no file", o->command->name, "name the one that was delivered");
    return o->operand_count == files ? GO_ON
                                     : usage("too much", o->operands[files],
                                             "--programme goes without a report");
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
    if (o->programme != NULL)
        return check_programme(o);
    if (o->operand_count < o->command->least)
        return usage_operands(o->command, o->operand_count);
    bool more = o->command->each || strstr(o->command->operands, "...") != NULL;
    int most = o->command->least + (strchr(o->command->operands, '[') != NULL);
    if (!more && o->operand_count > most)
        return usage("too much", o->operands[most], o->command->operands);
    return check_together(o);
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

/* The command that may be meant: both words, or the first. */
static const char *nearest_command(struct arena *a, const struct options *o, int argc,
                                   char **argv)
{
    size_t count = o->command_count;
    const char **names = NEW_ARRAY(a, const char *, 2 * count);
    for (size_t i = 0; i < count; i++) {
        const char *name = names[i] = o->commands[i].name;
        names[count + i] = arena_strndup(a, name, strcspn(name, " "));
    }
    const char *both = argc > 2 ? arena_printf(a, "%s %s", argv[1], argv[2]) : argv[1];
    const char *near = nearest_name(both, names, count);
    return near != NULL ? near : nearest_name(argv[1], names, 2 * count);
}

static int unknown_command(const struct options *o, int argc, char **argv)
{
    bool group = help_is_group(o->commands, o->command_count, argv[1]);
    struct arena *a = arena_new();
    const char *near = nearest_command(a, o, argc, argv);
    say("gwasg: unknown command: %s%s%s; ", argv[1], group ? " " : "",
        group ? argv[2] : "");
    if (near != NULL && strcmp(near, argv[1]) != 0)
        say("did you mean %s?\n", near);
    else
        say("gwasg help%s%s lists them\n", group ? " " : "", group ? argv[1] : "");
    arena_free(a);
    return USAGE;
}

/* No command by that name: perhaps the first of its two words. */
static int no_command(struct options *o, int argc, char **argv)
{
    const char *second = argc > 2 ? argv[2] : "";
    if (!help_is_group(o->commands, o->command_count, argv[1]) ||
        (*second != '\0' && *second != '-'))
        return unknown_command(o, argc, argv);
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
                          .commands = commands,
                          .command_count = count,
                          .colour = colour_wanted("auto")};
    int outcome = parse(o, argc, argv);
    for (size_t i = 0; outcome == HELP && i < count; i++)
        if (strcmp(commands[i].name, "help") == 0)
            o->command = &commands[i];
    return outcome == HELP ? GO_ON : outcome;
}
