/* completions.c -- `gwasg completions`: scripts for shells, made of the tables of
 * commands and options, so that they complete what the program takes. */
#include "cli/commands.h"
#include "cli/help.h"
#include "cli/pipeline.h"

#include <string.h>

/* How one shell is told. */
struct shell {
    const char *name, *begin, *end;
    /* One word of a command, behind the word `before` or, where that is "", the first. */
    void (*word)(const char *before, const char *word, const char *help, struct buf *out);
    /* A command, then each of its options, then its end. */
    void (*open)(const struct command *c, struct buf *out);
    void (*option)(const struct command *c, const struct option_help *option,
                   struct buf *out);
    void (*close)(const struct command *c, struct buf *out);
};

/* Within '...' of any of the shells; what zsh takes for its own is left out. */
static void add_quoted(const char *text, struct buf *out)
{
    for (const char *s = text; *s != '\0'; s++)
        if (strchr("[]:", *s) == NULL)
            buf_str(out, *s == '\'' ? "'\\''" : (const char[]){*s, '\0'});
}

/* What stands behind an option, or as an operand: its words, or how they are found. */
static const char *words_behind(const struct command *c, const struct option_help *o)
{
    const char *words = help_words(c, o->letter);
    if (words != NULL || o->argument == NULL)
        return words;
    return strcmp(o->argument, "DIR") == 0    ? "DIR"
           : strcmp(o->argument, "FILE") == 0 ? "FILE"
           : o->letter == 'P'                 ? "PROGRAMME"
                                              : "";
}

static const char *words_of(const struct command *c)
{
    return strncmp(c->operands, "REPORT", 6) == 0   ? "FILE"
           : strcmp(c->operands, "[TOPIC]...") == 0 ? "TOPIC"
           : strcmp(c->operands, "SHELL") == 0      ? "bash zsh fish"
                                                    : c->operands;
}

/* ---- bash ---- */

static const char bash_begin[] =
    "# gwasg completions bash\n"
    "_gwasg() {\n"
    "    local IFS=$' \\t\\n' cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD "
    "- 1]} words=\n"
    "    [ \"$cur\" = = ] && cur=\n"
    "    [ \"$prev\" = = ] && prev=${COMP_WORDS[COMP_CWORD - 2]}\n"
    "    case \"${COMP_WORDS[*]:1:COMP_CWORD - 1} \" in\n";
static const char bash_end[] =
    "    esac\n"
    "    case $words in\n"
    "    DIR) compopt -o dirnames 2>/dev/null; words= ;;\n"
    "    FILE) compopt -o default 2>/dev/null; words= ;;\n"
    "    PROGRAMME) words=$(gwasg programmes 2>/dev/null | cut -d ' ' -f 1) ;;\n"
    "    TOPIC) words=$(gwasg help topics 2>/dev/null | sed -n 's/^  \\([^ "
    "]*\\).*/\\1/p') ;;\n"
    "    esac\n"
    "    COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
    "}\n"
    "complete -F _gwasg gwasg\n";

static void bash_word(const char *before, const char *word, const char *help,
                      struct buf *out)
{
    (void)help;
    buf_printf(out, "    '%s ') words+=' %s' ;;&\n", before, word);
}

static void bash_open(const struct command *c, struct buf *out)
{
    buf_printf(out, "    '%s '*)\n        case $prev:$cur in\n", c->name);
}

static void bash_option(const struct command *c, const struct option_help *option,
                        struct buf *out)
{
    const char *words = words_behind(c, option);
    if (words != NULL)
        buf_printf(out, "        -%c:* | --%s:*) words='%s' ;;\n", option->letter,
                   option->name, words);
}

static void bash_close(const struct command *c, struct buf *out)
{
    size_t count;
    const struct option_help *all = help_options(&count);
    buf_str(out, "        *:-*) words='");
    for (size_t i = 0; i < count; i++)
        if (help_takes(c, all[i].letter))
            buf_printf(out, " --%s", all[i].name);
    buf_printf(out, "' ;;\n        *) words='%s' ;;\n        esac ;;\n", words_of(c));
}

/* ---- zsh ---- */

static const char zsh_begin[] =
    "#compdef gwasg\n"
    "_gwasg_of() {\n"
    "    case $1 in\n"
    "    DIR) _files -/ ;;\n"
    "    FILE) _files ;;\n"
    "    PROGRAMME) compadd -- ${(f)\"$(gwasg programmes 2>/dev/null | cut -d ' ' -f "
    "1)\"} ;;\n"
    "    TOPIC) compadd -- ${(f)\"$(gwasg help topics 2>/dev/null | sed -n "
    "'s/^  \\([^ ]*\\).*/\\1/p')\"} ;;\n"
    "    *) compadd -- ${=1} ;;\n"
    "    esac\n"
    "}\n"
    "_gwasg() {\n"
    "    local -a next\n"
    "    local before=${(j: :)words[2,CURRENT-1]}\n"
    "    case \"$before \" in\n";
static const char zsh_end[] = "    esac\n"
                              "    (( $#next )) && _describe command next\n"
                              "}\n"
                              "_gwasg \"$@\"\n";

static void zsh_word(const char *before, const char *word, const char *help,
                     struct buf *out)
{
    buf_printf(out, "    '%s ') next+=('%s:", before, word);
    add_quoted(help, out);
    buf_str(out, "') ;|\n");
}

static void zsh_open(const struct command *c, struct buf *out)
{
    int words = strchr(c->name, ' ') != NULL ? 2 : 1;
    buf_printf(out,
               "    '%s '*)\n        shift %d words\n        (( CURRENT -= %d ))\n"
               "        _arguments -s \\\n",
               c->name, words, words);
}

static void zsh_option(const struct command *c, const struct option_help *option,
                       struct buf *out)
{
    const char *words = words_behind(c, option);
    const char *again = option->letter == 'm' ? "*" : "";
    const char *forms[] = {
        arena_printf(out->a, "-%c%s", option->letter, words ? "+" : ""),
        arena_printf(out->a, "--%s%s", option->name, words ? "=" : "")};
    for (size_t i = 0; i < LEN(forms); i++) {
        buf_printf(out, "            '%s%s[", again, forms[i]);
        add_quoted(help_of(c, option), out);
        buf_char(out, ']');
        if (words != NULL)
            buf_printf(out, ":%s:_gwasg_of \"%s\"", option->argument, words);
        buf_str(out, "' \\\n");
    }
}

static void zsh_close(const struct command *c, struct buf *out)
{
    buf_printf(out, "            '*: :_gwasg_of \"%s\"'\n        ;;\n", words_of(c));
}

/* ---- fish ---- */

static const char fish_begin[] =
    "# gwasg completions fish\n"
    "function __gwasg_after\n"
    "    set -l words (commandline -opc)[2..-1]\n"
    "    test \"$argv\" = \"$words\"\n"
    "end\n"
    "function __gwasg_of\n"
    "    set -l words (commandline -opc)[2..-1]\n"
    "    string match -q -- \"$argv *\" \"$words \"\n"
    "end\n"
    "function __gwasg_programmes\n"
    "    gwasg programmes 2>/dev/null | string replace -r ' .*' ''\n"
    "end\n"
    "function __gwasg_topics\n"
    "    gwasg help topics 2>/dev/null | string replace -rf '^  (\\S+).*' '$1'\n"
    "end\n"
    "complete -c gwasg -f\n";

static void fish_word(const char *before, const char *word, const char *help,
                      struct buf *out)
{
    buf_printf(out, "complete -c gwasg -n '__gwasg_after %s' -a %s -d '", before, word);
    add_quoted(help, out);
    buf_str(out, "'\n");
}

/* The arguments of `complete` that say what may stand there. */
static void fish_words(const char *words, struct buf *out)
{
    if (strcmp(words, "FILE") == 0)
        buf_str(out, " -F");
    else if (strcmp(words, "DIR") == 0)
        buf_str(out, " -a '(__fish_complete_directories)'");
    else if (strcmp(words, "PROGRAMME") == 0)
        buf_str(out, " -a '(__gwasg_programmes)'");
    else if (strcmp(words, "TOPIC") == 0)
        buf_str(out, " -a '(__gwasg_topics)'");
    else
        buf_printf(out, " -a '%s'", words);
}

static void fish_open(const struct command *c, struct buf *out)
{
    buf_printf(out, "complete -c gwasg -n '__gwasg_of %s'", c->name);
    fish_words(words_of(c), out);
    buf_char(out, '\n');
}

static void fish_option(const struct command *c, const struct option_help *option,
                        struct buf *out)
{
    const char *words = words_behind(c, option);
    buf_printf(out, "complete -c gwasg -n '__gwasg_of %s' -s %c -l %s", c->name,
               option->letter, option->name);
    if (words != NULL) {
        buf_str(out, strcmp(words, "FILE") == 0 ? " -r" : " -x");
        fish_words(words, out);
    }
    buf_str(out, " -d '");
    add_quoted(help_of(c, option), out);
    buf_str(out, "'\n");
}

static void close_nothing(const struct command *c, struct buf *out)
{
    (void)c, (void)out;
}

/* ---- all ---- */

static const struct shell shells[] = {
    {"bash", bash_begin, bash_end, bash_word, bash_open, bash_option, bash_close},
    {"zsh", zsh_begin, zsh_end, zsh_word, zsh_open, zsh_option, zsh_close},
    {"fish", fish_begin, "", fish_word, fish_open, fish_option, close_nothing},
};

/* The first word of a command that is the first with it, and the second behind it. */
static void add_words(const struct shell *shell, const struct options *o, size_t i,
                      struct buf *out)
{
    const char *name = o->commands[i].name, *second = strchr(name, ' ');
    size_t len = strcspn(name, " ");
    const char *first = arena_strndup(out->a, name, len);
    bool new = i == 0 || strncmp(o->commands[i - 1].name, name, len) != 0 ||
               strcspn(o->commands[i - 1].name, " ") != len;
    if (new)
        shell->word("", first,
                    second != NULL ? "see what may follow it" : o->commands[i].summary,
                    out);
    if (second != NULL)
        shell->word(first, second + 1, o->commands[i].summary, out);
}

static void write_script(const struct shell *shell, const struct options *o,
                         struct buf *out)
{
    size_t count;
    const struct option_help *all = help_options(&count);
    buf_str(out, shell->begin);
    for (size_t i = 0; i < o->command_count; i++)
        add_words(shell, o, i, out);
    for (size_t i = 0; i < o->command_count; i++) {
        const struct command *c = &o->commands[i];
        shell->open(c, out);
        for (size_t k = 0; k < count; k++)
            if (help_takes(c, all[k].letter))
                shell->option(c, &all[k], out);
        shell->close(c, out);
    }
    buf_str(out, shell->end);
}

void command_completions(struct run *r, struct buf *out)
{
    for (size_t i = 0; i < LEN(shells); i++)
        if (strcmp(shells[i].name, r->report) == 0) {
            write_script(&shells[i], r->o, out);
            return;
        }
    diag(r->d, DIAG_TOPIC_UNKNOWN, (struct pos){0}, "\"%s\"; use bash, zsh or fish",
         r->report);
}
