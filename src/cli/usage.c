/* usage.c -- what is said of a command line that cannot be followed. */
#include "cli/usage.h"

#include "base/character.h"
#include "base/file.h"
#include "cli/reports.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

void say(const char *format, ...)
{
    struct arena *a = arena_new();
    va_list args;
    va_start(args, format);
    fputs(text_for_terminal(a, arena_vprintf(a, format, args)), stderr);
    va_end(args);
    arena_free(a);
}

int usage_operands(const struct command *c, int found)
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

int usage(const char *what, const char *found, const char *allowed)
{
    say("gwasg: %s%s%s%s%s\n", what, found[0] != '\0' ? ": " : "", found,
        allowed[0] != '\0' ? "; " : "", allowed);
    return USAGE;
}

int usage_missing(const struct command *c, const struct option_help *option)
{
    say("gwasg: %s: --%s is missing; write --%s %s: %s\n", c->name, option->name,
        option->name, option->argument, help_of(c, option));
    return USAGE;
}

const struct option_help *option_of(char letter, const char *name, size_t len)
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

static void say_words(const char *words)
{
    for (const char *s = words; *s != '\0';) {
        size_t len = strcspn(s, " ");
        const char *rest = s + len + (s[len] == ' ');
        const char *behind = *rest == '\0' ? "\n" : strchr(rest, ' ') ? ", " : " or ";
        say("%.*s%s", (int)len, s, behind);
        s = rest;
    }
}

int usage_word(const struct options *o, char letter, const char *words, const char *word)
{
    say("gwasg: %s: unknown word for --%s: %s; use ", o->command->name,
        option_of(letter, NULL, 0)->name, word);
    say_words(words);
    return USAGE;
}

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

int check_hyphens(const struct options *o, int argc, char **argv)
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
int usage_option(const struct options *o, const char *typed)
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

int usage_command(const struct options *o, int argc, char **argv)
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
