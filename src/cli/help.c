/* help.c -- every option in a row of a table, and the help that is made of it. */
#include "cli/help.h"

#include <stdio.h>
#include <string.h>

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
    {"scores", 'l', "en (the default) or cy"},
    {"figures", 'l', "en (the default) or cy"},
    {"watch", 'n', "this document first (default: the report)"},
    {"watch", 'o', "with --no-serve: folder to write to (default: out)"},
    {"compare", 'n', "this document (default: the report)"},
    {"compare", 'd',
     "print instead of writing: blocks (of both, as the list counts them), or the marked "
     "report: xml, pages, tags, heard"},
    {"programmes", 'l', "en (the default) or cy"},
    {"scores", 'f', "table (the default), csv, json or results"},
    {"scores", 'i', "with --why: this one alone, by its id"},
    {"figures", 'f', "page (the default), csv or json"},
    {"questions", 'f', "table (the default), csv or json; with --answers csv or xlsx"},
    {"questions", 'l', "en (the default) or cy"},
    {"lock", 'b', "who signs all figures"},
    {"lock", 'i',
     "with --accept: the changes at this place alone, FILE:LINE or FILE:LINE:COLUMN"},
    {"comments letter", 'b', "to this author alone, about their comments"},
    {"translate status", 'f', "table (the default) or json"},
    {"sent status", 'f', "table (the default) or json"},
    {"sent status", 'a', "what binds somebody on that day: 2012-06-14"},
    {"comments status", 'f', "table (the default) or json"},
    {"plan status", 'f', "table (the default) or json"},
    {"manuscript export", 'l',
     "en (the default) or cy: its Welsh, to be written under the English"},
    {"translate export", 'o',
     "write a copy for the translator into this folder; the report's stays as it is"},
    {"translate export", 'P',
     "no report: the fixed wording of the programme, into the folder of --out"},
    {"translate import", 'P',
     "no report: only the FILE, into the fixed wording of the programme"},
    {"translate status", 'P', "no report: the fixed wording of the programme"},
    {"init", 'P', "no report: a new programme, a folder that builds at once"},
    {"translate memory", 'o',
     "write memory.tmx into this folder (default: the standard output)"},
};

static const struct option_help all[] = {
    {'l', "lang", "LANG",
     "the edition: en, cy or all (default: all that the report has)"},
    {'s', "stage", "STAGE",
     "proof (the default: queries and references shown), provisional, draft, embargo or "
     "final"},
    {'n', "document", "NAME", "make this one only: report, press (default: all)"},
    {'o', "out", "DIR", "folder to write to (default: out)"},
    {'j', "jobs", "N", "build so many reports at once (default: 1)"},
    {'f', "format", "FORMAT", "how it is printed"},
    {'d', "dump", "WHAT",
     "print a stage instead of writing: source, model, scores, input, xml, text, "
     "strips, breaks, pages, tags, heard, html"},
    {'N', "draft", "N", "no OLD: the draft of that number, as it was sent"},
    {'K', "release", "N", "no OLD: the release of that number, as it was published"},
    {'I', "from", "DIR", "no report: a copy of one release, its folder"},
    {'O', "to", "FORMATS",
     "what each document is made into, several with commas: pdf (the "
     "default), html, text, data, large-print"},
    {'U', "pdf", "STANDARD",
     "ua1: PDF/UA-1 with PDF/A-2a; ua2: PDF/UA-2 with PDF/A-4 (default: the house's)"},
    {'L', "large-print", NULL,
     "in large print: a PDF of its own, as the house's `large-print` says"},
    {'a', "date", "DATE", "the day it is done on: 2012-05-14"},
    {'b', "by", "NAME", "who does it, or whose comment it is"},
    {'c', "each", NULL, "a letter to each who commented, about their comments"},
    {'u', "unasked", NULL, "also what was changed since the draft that nobody asked for"},
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
    {'g', "suggest", NULL,
     "for each number that is no mark, print the marks that print the same"},
    {'w', "write", NULL,
     "with --suggest: put the first of them into the text, where there is no doubt"},
    {'i', "at", "PLACE",
     "with --write: of this number alone, FILE:LINE:COLUMN; with :N behind it the N-th "
     "mark"},
    {'y', "accept", "NAME",
     "who answers for the figures that are not as they were signed"},
    {'R', "reason", "TEXT", "with --accept: why they are others now"},
    {'W', "why", NULL, "how each judgement came about, in words"},
    {'A', "area", "NAME", "the area's name, as it is printed"},
    {'F', "from-answers", "FILE", "the answers that there are; they become answers.csv"},
    {'q', "answers", NULL, "print an empty table of answers to be filled in"},
    {'P', "programme", "NAME",
     "no report: the programme, with made-up data of every kind"},
    {'Z', "before", "FILE",
     "the manuscript as it was imported before: what differs from it is taken"},
    {'B', "base", "NAME", "with --programme: it is another edition of this one"},
    {'Y', "accept-outline", NULL,
     "with --programme: what its templates make is as it should be; write its "
     "outline.txt"},
    {'t', "templates", "DIR",
     "folder of the programmes (default: those of this program)"},
    {'D', "diagnostics", "KIND", "messages as human (default), short or json"},
    {'p', "send", NULL,
     "make the named copies of recipients.csv and record them in sent/"},
    {'G', "again", "NAME",
     "with --send: the copy that was sent to NAME, once more, from the same text"},
    {'z', "open", NULL, "open the page in the browser"},
    {'H', "port", "N", "of the page (default: one that is free)"},
    {'Q', "no-serve", NULL, "no page: the files are made anew, into the folder of --out"},
    {'X', "editor", "COMMAND",
     "what a click in the page opens: \"code -g {file}:{line}:{column}\""},
    {'M', "deps", "FILE", "write what was read for it into this file, for make"},
    {'S', "strict", NULL, "warnings fail too (exit status 3)"},
    {'v', "verbose", NULL, "say more"},
    {'T', "times", NULL, "print what each stage took of time and memory"},
    {'J', "always", NULL, "build also what has not changed since it was built"},
    {'C', "colour", "WHEN",
     "messages in colour: auto (the default: on a terminal), always or never"},
    {'h', "help", NULL, "this help"},
    {'V', "version", NULL, "the version"},
};

/* The words that an option takes, where they are counted; with the command for which
 * they are others first. */
static const struct own_help words[] = {
    {"build", 'l', "en cy all en+cy"},
    {"check", 'l', "en cy all"},
    {"compare", 'l', "en cy all"},
    {"watch", 'l', "en cy all"},
    {"compare", 'd', "blocks xml pages tags heard"},
    {"comments form", 'l', "en cy all"},
    {"plan form", 'l', "en cy all"},
    {"comments letter", 'l', "en cy all"},
    {"", 'l', "en cy"},
    {"", 's', "proof provisional draft embargo final"},
    {"figures", 'f', "page csv json"},
    {"translate status", 'f', "table json"},
    {"sent status", 'f', "table json"},
    {"comments status", 'f', "table json"},
    {"plan status", 'f', "table json"},
    {"questions", 'f', "table csv json xlsx"},
    {"", 'f', "table csv json results"},
    {"", 'd', "source model scores input xml text strips breaks pages tags heard html"},
    {"", 'D', "human short json"},
    {"", 'C', "auto always never"},
    {"", 'O', "pdf html text data large-print"},
    {"", 'U', "ua1 ua2"},
    {"", 'k', "A B C"},
};

const char *help_words(const struct command *c, char letter)
{
    for (size_t i = 0; i < LEN(words); i++)
        if (words[i].letter == letter &&
            (words[i].command[0] == '\0' || strcmp(words[i].command, c->name) == 0))
            return words[i].help;
    return NULL;
}

int word_place(const char *all_words, const char *word)
{
    int place = 0;
    for (const char *s = all_words; *s != '\0'; place++) {
        size_t len = strcspn(s, " ");
        if (strlen(word) == len && strncmp(s, word, len) == 0)
            return place;
        s += len + (s[len] == ' ');
    }
    return -1;
}

void help_general(const struct command *commands, size_t count, struct buf *out)
{
    buf_str(out,
            "Usage: gwasg COMMAND [OPTION]... [REPORT]...\n"
            "Turns an inspection (YAML, Markdown, CSV) into an accessible PDF report.\n"
            "A REPORT is a folder with an inspection.yaml, or that file.\n\n"
            "Commands:\n");
    for (size_t i = 0; i < count; i++)
        buf_printf(out, "  %-18s %-17s %s\n", commands[i].name, commands[i].operands,
                   commands[i].summary);
    buf_str(
        out,
        "\n`gwasg help COMMAND` tells the options of a command, `gwasg help TOPIC` how "
        "reports\nare written; `gwasg help topics` lists what there is. gwasg(1) is the "
        "manual.\n"
        "Exit status: 0 done, 1 input wrong, 2 usage, 3 warnings under --strict, 4 "
        "could not\n"
        "write, 5 not accessible, 6 not fit to be final, 70 a fault of ours, 71 out of "
        "memory.\n");
}

bool help_takes(const struct command *c, char letter)
{
    return strchr("ChV", letter) != NULL || strchr(c->takes, letter) != NULL;
}

const char *help_of(const struct command *c, const struct option_help *option)
{
    for (size_t i = 0; i < LEN(own); i++)
        if (own[i].letter == option->letter && strcmp(own[i].command, c->name) == 0)
            return own[i].help;
    return option->help;
}

void help_command(const struct command *c, struct buf *out)
{
    buf_printf(out, "Usage: gwasg %s [OPTION]... %s\n%s.\n\n", c->name, c->operands,
               c->summary);
    for (size_t i = 0; i < LEN(all); i++) {
        if (!help_takes(c, all[i].letter))
            continue;
        char name[40];
        snprintf(name, sizeof name, "--%s%s%s", all[i].name,
                 all[i].argument != NULL ? " " : "",
                 all[i].argument != NULL ? all[i].argument : "");
        buf_printf(out, "  -%c, %-20s %s\n", all[i].letter, name, help_of(c, &all[i]));
    }
}

_Static_assert(LEN(all) <= OPTIONS_MOST, "room for all options");

const struct option_help *help_options(size_t *count)
{
    *count = LEN(all);
    return all;
}

/* ---- commands of two words ---- */

static bool begins_with(const struct command *c, const char *first)
{
    const size_t len = strlen(first);
    return strncmp(c->name, first, len) == 0 && c->name[len] == ' ';
}

bool help_is_group(const struct command *commands, size_t count, const char *first)
{
    for (size_t i = 0; i < count; i++)
        if (begins_with(&commands[i], first))
            return true;
    return false;
}

void help_group(const struct command *commands, size_t count, const char *first,
                struct buf *out)
{
    const char *lead = "Usage:";
    for (size_t i = 0; i < count; i++) {
        if (!begins_with(&commands[i], first))
            continue;
        buf_printf(out, "%s gwasg %s %s\n           %s\n", lead, commands[i].name,
                   commands[i].operands, commands[i].summary);
        lead = "      ";
    }
}
