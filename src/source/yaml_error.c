/* yaml_error.c -- what libyaml could not read, in an author's words.  In: libyaml's
 * problem, its context and their places; out: one diagnostic.  Knows libyaml 0.2's
 * messages; one it does not know is passed on as it is. */
#include "source/yaml.h"

#include <string.h>

#define HARD_BLANK "\xC2\xA0"

enum fault_side { AT_PROBLEM, AT_CONTEXT };

/* How libyaml's problem begins, within which context (NULL: any), and what we say. */
struct fault {
    const char *context, *problem;
    enum diag_id id;
    enum fault_side where;
    const char *words;
};

static const struct fault faults[] = {
    {NULL, "mapping values are not allowed", DIAG_YAML_COLON, AT_PROBLEM,
     "a colon and a blank make a key of what stands before them; put a text with a colon "
     "behind |, or check how far the line is indented"},
    {NULL, "block sequence entries are not allowed", DIAG_YAML_SYNTAX, AT_PROBLEM,
     "\"- \" begins a list item, which stands on a line of its own below its key; put a "
     "text that begins with - behind |"},
    {NULL, "mapping keys are not allowed", DIAG_YAML_SIGN, AT_PROBLEM,
     "? and a blank begin a key; put the text behind |"},
    {"while scanning a simple key", "", DIAG_YAML_SYNTAX, AT_CONTEXT,
     "neither \"key: value\" nor a list item; indent a text further than its key, best "
     "behind |"},
    {"while scanning an anchor", "", DIAG_YAML_SIGN, AT_CONTEXT,
     "put a text that begins with & behind |"},
    {"while scanning an alias", "", DIAG_YAML_SIGN, AT_CONTEXT,
     "put a text that begins with * behind |"},
    {"while scanning a tag", "", DIAG_YAML_SIGN, AT_CONTEXT,
     "put a text that begins with ! behind |"},
    {"while parsing a tag", "", DIAG_YAML_SIGN, AT_CONTEXT,
     "put a text that begins with ! behind |"},
    {NULL, "found undefined tag handle", DIAG_YAML_SIGN, AT_CONTEXT,
     "put a text that begins with ! behind |"},
    {"while scanning a directive", "", DIAG_YAML_SIGN, AT_CONTEXT,
     "put a text that begins with % behind |"},
    {"while scanning a %", "", DIAG_YAML_SIGN, AT_CONTEXT,
     "put a text that begins with % behind |"},
    {NULL, "found incompatible YAML document", DIAG_YAML_SYNTAX, AT_PROBLEM,
     "take the line with %YAML away"},
    {NULL, "found duplicate %", DIAG_YAML_SYNTAX, AT_PROBLEM, "take the second % away"},
    {"while scanning a quoted scalar", "", DIAG_YAML_SIGN, AT_CONTEXT,
     "the quotation mark that begins this text is never closed; close it, or put the "
     "text "
     "behind | where it may hold any sign"},
    {NULL, "found unknown escape character", DIAG_YAML_SYNTAX, AT_PROBLEM,
     "between \" a backslash begins an escape; write it twice, or put the text behind |"},
    {NULL, "did not find expected hexdecimal number", DIAG_YAML_SYNTAX, AT_PROBLEM,
     "behind \\x, \\u or \\U stand 2, 4 or 8 of 0-9 and A-F; put the text behind | to "
     "keep "
     "the backslash"},
    {NULL, "found invalid Unicode character escape code", DIAG_YAML_SYNTAX, AT_PROBLEM,
     "this number is no character; put the text behind | to keep the backslash"},
    {"while scanning a block scalar", "did not find expected comment or line break",
     DIAG_YAML_SYNTAX, AT_PROBLEM,
     "nothing may follow | or > on its line; begin the text on the next line, indented"},
    {"while scanning a block scalar", "found an indentation indicator equal to 0",
     DIAG_YAML_SYNTAX, AT_PROBLEM, "the digit behind | or > is 1 to 9; take it away"},
    {NULL, "found a tab character", DIAG_YAML_SYNTAX, AT_PROBLEM,
     "indent with blanks, not with tabs"},
    {"while parsing a block collection", "did not find expected '-'", DIAG_YAML_SYNTAX,
     AT_PROBLEM,
     "this line begins under the dashes of the list above and has none (- ); a key of "
     "the "
     "last item stands under that item's text, a key of its own further out"},
    {"while parsing a block mapping", "did not find expected key", DIAG_YAML_SYNTAX,
     AT_PROBLEM,
     "a key was expected; check how far the line is indented, and put a text of several "
     "lines behind |"},
    {NULL, "did not find expected <document start>", DIAG_YAML_SYNTAX, AT_PROBLEM,
     "this belongs to nothing above it; check how far the lines are indented"},
    {"while parsing a flow node", "did not find expected node content", DIAG_YAML_SYNTAX,
     AT_PROBLEM, "a value was expected; put quotation marks around one with signs"},
    {NULL, "did not find expected node content", DIAG_YAML_SYNTAX, AT_PROBLEM,
     "a value was expected; put a text that begins with a sign behind |"},
};

/* Signs that no plain text begins with. */
static bool is_sign(char c)
{
    return c != '\0' && strchr("@`%,]}|>", c) != NULL;
}

static bool begins(const char *s, const char *with)
{
    return s != NULL && strncmp(s, with, strlen(with)) == 0;
}

static const char *or_empty(const char *s)
{
    return s != NULL ? s : "";
}

static struct pos one_character(const struct yaml_reader *r, yaml_mark_t mark)
{
    yaml_mark_t behind = mark;
    behind.index++;
    return reader_pos(r, mark, behind);
}

/* Whether the place follows on the same line what closed last. */
static bool behind_closed(const struct yaml_reader *r, struct pos problem)
{
    const struct closed *c = &r->closed;
    if (c->sign == '\0' || problem.at < c->end || problem.at >= r->file->len)
        return false;
    return c->end + strspn(r->file->text + c->end, " \t") == problem.at;
}

/* A quotation mark that nothing closes in its line takes the next one for its end, which
 * begins another text. */
static bool say_far_closed(struct yaml_reader *r)
{
    const struct closed *c = &r->closed;
    struct pos open = {r->file, c->start, 1};
    int line = pos_place((struct pos){r->file, c->end - 1, 1}).line;
    if (c->sign == '[' || c->sign == '{' || line == pos_place(open).line)
        return false;
    diag(r->d, DIAG_YAML_SIGN, open,
         "the quotation mark that begins this text is not closed in its line; the next "
         "one is in line %d: close it, or put the text behind |",
         line);
    return true;
}

static bool say_behind_closed(struct yaml_reader *r, struct pos problem)
{
    const struct closed *c = &r->closed;
    if (!behind_closed(r, problem))
        return false;
    if (say_far_closed(r))
        return true;
    const char *what = c->sign == '[' ? "a list ends at its ]"
                       : c->sign == '{'
                           ? "a map ends at its }"
                           : "a text in quotation marks ends at the second one";
    diag(r->d, DIAG_YAML_SIGN, (struct pos){r->file, c->start, 1},
         "%s, and more follows it in line %d; put the whole text behind |", what,
         pos_place(problem).line);
    return true;
}

/* A bracket that is not closed is found lines later, where something else goes wrong. */
static bool say_open_bracket(struct yaml_reader *r, struct pos problem)
{
    bool list = begins(r->yaml.context, "while parsing a flow sequence");
    if (!list && !begins(r->yaml.context, "while parsing a flow mapping"))
        return false;
    struct pos open = one_character(r, r->yaml.context_mark);
    int line = pos_place(problem).line;
    if (pos_place(open).line == line && problem.at < r->file->len)
        diag(r->d, DIAG_YAML_SYNTAX, problem,
             "a comma or %s was expected; put quotation marks around a value with signs, "
             "or the whole text behind |",
             list ? "]" : "}");
    else
        diag(r->d, DIAG_YAML_SIGN, open,
             "%s is not closed, which is seen in line %d; close it, or put a text that "
             "begins with %s behind |",
             list ? "[" : "{", line, list ? "[" : "{");
    return true;
}

static bool say_sign(struct yaml_reader *r, struct pos problem)
{
    char c = r->file->text[problem.at];
    if (!begins(r->yaml.problem, "found character that cannot start any token") &&
        !begins(r->yaml.context, "while parsing a block node"))
        return false;
    if (c == '\t')
        diag(r->d, DIAG_YAML_SYNTAX, problem, "indent with blanks, not with tabs");
    else if (is_sign(c))
        diag(r->d, DIAG_YAML_SIGN, problem, "put a text that begins with %c behind |", c);
    return c == '\t' || is_sign(c);
}

/* Dashes and bullets that word processors make, and "-item" without its blank. */
static bool say_dash(struct yaml_reader *r, struct pos problem)
{
    static const char *const signs[] = {"\u2013", "\u2014", "\u2022", "\u00B7", "\u25CF",
                                        "\u25AA", "\u2010", "\u2011", "\u2212"};
    const char *at = r->file->text + problem.at;
    if (at[0] == '-' && at[1] != ' ' && at[1] != '-' && at[1] != '\n') {
        diag(r->d, DIAG_YAML_SYNTAX, problem, "a blank is missing behind the dash");
        return true;
    }
    for (size_t i = 0; i < LEN(signs); i++)
        if (begins(at, signs[i])) {
            diag(r->d, DIAG_YAML_SYNTAX, problem,
                 "this line begins with %s, as word processors make it; a list item "
                 "begins with a plain dash and a blank",
                 signs[i]);
            return true;
        }
    return false;
}

static bool is_item(const char *at)
{
    return at[0] == '-' && (at[1] == ' ' || at[1] == '\n');
}

/* How far in the line stands that holds `at`; *line: where it begins. */
static size_t indent_of(const char *text, const char *at, const char **line)
{
    while (at > text && at[-1] != '\n')
        at--;
    *line = at;
    return strspn(at, " ");
}

/* An item further out than those above it: its list has ended there. */
static bool say_item_outside(struct yaml_reader *r, struct pos problem)
{
    const char *text = r->file->text, *line;
    size_t indent = indent_of(text, text + problem.at, &line);
    if (!is_item(text + problem.at) ||
        !begins(r->yaml.context, "while parsing a block mapping"))
        return false;
    while (line > text) {
        size_t in = indent_of(text, line - 1, &line);
        if (in > indent && is_item(line + in)) {
            diag(r->d, DIAG_YAML_SYNTAX, problem,
                 "this list item stands further out than the one in line %d; begin its "
                 "dash under that one, in column %zu",
                 pos_place((struct pos){r->file, (size_t)(line - text), 0}).line, in + 1);
            return true;
        }
    }
    return false;
}

/* Whether an item stands above, as far in, with more than this line below it. */
static bool follows_item(const char *text, const char *at)
{
    const char *line, *up;
    size_t indent = indent_of(text, at, &line);
    for (int between = 0; line > text; between++) {
        size_t in = indent_of(text, line - 1, &up);
        if (in <= indent && up[in] != '\n')
            return in == indent && is_item(up + in) &&
                   (between > 0 || strcspn(up + in, "|>") > strcspn(up + in, "\n"));
        line = up;
    }
    return false;
}

/* A text whose second line begins an item: its own dash was forgotten. */
static bool runs_into_item(const struct pos *text)
{
    const char *at = text->file == NULL ? "" : text->file->text + text->at;
    const char *end = at + strcspn(at, "\n"), *line;
    size_t in = strspn(end, "\n ");
    return text->file != NULL && (size_t)(end - at) < text->len && is_item(end + in) &&
           indent_of(text->file->text, at, &line) ==
               indent_of(text->file->text, end + in, &line);
}

/* A list item whose dash was forgotten: libyaml stumbles there, or at a colon far below.
 */
static bool say_dashless(struct yaml_reader *r)
{
    struct pos at = one_character(r, r->yaml.context_mark);
    bool colon = begins(r->yaml.problem, "mapping values") && runs_into_item(&r->text);
    if (colon)
        at = (struct pos){r->file, r->text.at, 1};
    else if (!begins(r->yaml.context, "while scanning a simple key") ||
             !follows_item(r->file->text, r->file->text + at.at))
        return false;
    diag(r->d, DIAG_YAML_SYNTAX, at,
         "an item of a list without its dash; begin this line with a dash and a blank");
    return true;
}

/* `key:value` is one word to YAML. */
static bool say_colon_without_blank(struct yaml_reader *r)
{
    if (!begins(r->yaml.context, "while scanning a simple key"))
        return false;
    struct pos colon = one_character(r, r->yaml.context_mark);
    if (strchr("\"'", r->file->text[colon.at]) != NULL) {
        diag(r->d, DIAG_YAML_SIGN, colon,
             "the quotation mark that begins this text is not closed in its line");
        return true;
    }
    colon.at += strcspn(r->file->text + colon.at, ": \n");
    if (r->file->text[colon.at] != ':')
        return false;
    diag(r->d, DIAG_YAML_SYNTAX, colon, "a blank is missing behind the colon");
    return true;
}

/* The hard blanks of web pages and word processors look like an indent and are none. */
static bool say_hard_blank(struct yaml_reader *r, struct pos problem)
{
    const char *text = r->file->text, *hard = NULL;
    for (const char *line = text; line != NULL && line <= text + problem.at;) {
        const char *first = line + strspn(line, " ");
        if (strncmp(first, HARD_BLANK, strlen(HARD_BLANK)) == 0)
            hard = first;
        line = strchr(first, '\n');
        line = line != NULL ? line + 1 : NULL;
    }
    if (hard == NULL)
        return false;
    diag(r->d, DIAG_YAML_SYNTAX,
         (struct pos){r->file, (size_t)(hard - text), strlen(HARD_BLANK)},
         "this line begins with a hard blank (U+00A0), as web pages hold; type plain "
         "blanks instead");
    return true;
}

static const struct fault *find_fault(const yaml_parser_t *yaml)
{
    for (size_t i = 0; i < LEN(faults); i++)
        if ((faults[i].context == NULL || begins(yaml->context, faults[i].context)) &&
            begins(yaml->problem, faults[i].problem))
            return &faults[i];
    return NULL;
}

static void say_fault(struct yaml_reader *r, struct pos problem)
{
    const struct fault *fault = find_fault(&r->yaml);
    if (fault == NULL)
        diag(r->d, DIAG_YAML_SYNTAX, problem, "%s %s", or_empty(r->yaml.context),
             or_empty(r->yaml.problem));
    else
        diag(r->d, fault->id,
             fault->where == AT_CONTEXT ? one_character(r, r->yaml.context_mark)
                                        : problem,
             "%s", fault->words);
}

void yaml_say_error(struct yaml_reader *r)
{
    if (r->yaml.error == YAML_MEMORY_ERROR)
        out_of_memory();
    struct pos problem = one_character(r, r->yaml.problem_mark);
    if (r->yaml.error == YAML_READER_ERROR)
        problem = (struct pos){r->file, r->yaml.problem_offset, 1};
    if (!say_behind_closed(r, problem) && !say_open_bracket(r, problem) &&
        !say_sign(r, problem) && !say_dash(r, problem) && !say_item_outside(r, problem) &&
        !say_dashless(r) && !say_colon_without_blank(r) && !say_hard_blank(r, problem))
        say_fault(r, problem);
}
