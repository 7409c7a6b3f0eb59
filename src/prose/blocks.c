/* blocks.c -- paragraphs and lists: cmark's blocks to ours.  Says, in an author's words,
 * what a report does not use and how it came about, for most of it is typed by accident
 * (an indented line, a line that begins with a year). */
#include "prose/convert.h"

#define CMARK_NO_SHORT_NAMES /* its NODE_TEXT and NODE_LIST are not source/'s */
#include <cmark.h>
#include <ctype.h>
#include <string.h>

/* A list that begins with a higher number is a year at the start of a line. */
#define LIST_START_HIGHEST 999

static size_t block_at(const struct converter *c, cmark_node *n)
{
    size_t line = (size_t)cmark_node_get_start_line(n);
    size_t column = (size_t)cmark_node_get_start_column(n);
    if (line < 1 || column < 1 || line > c->l->line_count)
        return c->l->len;
    size_t at = c->l->lines[line - 1], end = line_end(c->l, at);
    return at + column - 1 < end ? at + column - 1 : end;
}

/* From where the block begins to the end of its last line. */
static struct pos block_pos(const struct converter *c, cmark_node *n)
{
    size_t at = block_at(c, n), end = at;
    int last = cmark_node_get_end_line(n);
    if (last >= 1 && (size_t)last <= c->l->line_count)
        end = line_end(c->l, c->l->lines[last - 1]);
    return lifted_pos(c->l, at, end);
}

/* The rest of the line it begins in, for messages about it. */
static struct pos line_pos(const struct converter *c, cmark_node *n)
{
    size_t at = block_at(c, n);
    return lifted_pos(c->l, at, line_end(c->l, at));
}

static void refuse(struct converter *c, cmark_node *n, const char *what)
{
    diag(c->d, DIAG_PROSE_ELEMENT, line_pos(c, n), "%s", what);
}

static void refuse_heading(struct converter *c, cmark_node *n)
{
    if (c->l->bytes[block_at(c, n)] == '#')
        refuse(c, n,
               "a heading; the programme sets the headings, so leave out the # (or "
               "write \\# to print it)");
    else
        refuse(c, n,
               "a line of --- or === has made a heading of the line above it; leave "
               "it out");
}

static void refuse_code(struct converter *c, cmark_node *n)
{
    char first = c->l->bytes[block_at(c, n)];
    if (first == '`' || first == '~')
        refuse(c, n, "a block of computer code; leave out the line of ``` or ~~~");
    else
        refuse(c, n,
               "the blanks before this line have made it computer code; remove them");
}

static struct block *block_new(struct converter *c, enum block_kind kind, cmark_node *n)
{
    struct block *b = NEW(c->a, struct block);
    b->kind = kind;
    b->pos = block_pos(c, n);
    return b;
}

/* The line of the paragraph, without its indent; NULL behind its last. */
static const char *line_of(const struct converter *c, cmark_node *n, int line)
{
    if (line > cmark_node_get_end_line(n) || line < 1 || (size_t)line > c->l->line_count)
        return NULL;
    const char *s = c->l->bytes + c->l->lines[line - 1];
    return s + strspn(s, " \t");
}

/* Lines with tabs between words, as cells are copied. */
static bool is_tabbed(const struct converter *c, cmark_node *n)
{
    size_t tabbed = 0;
    const char *s;
    for (int line = cmark_node_get_start_line(n); (s = line_of(c, n, line)) != NULL;
         line++)
        tabbed += s[strcspn(s, "\t\n")] == '\t';
    return tabbed > 1;
}

/* The rows of a table as other Markdown has them: | a | b |, or as cells are copied. */
static bool is_table(const struct converter *c, cmark_node *n)
{
    if (block_at(c, n) >= c->l->len)
        return false;
    return c->l->bytes[block_at(c, n)] == '|' || is_tabbed(c, n);
}

/* "a) one", "(b) two" of that letter. */
static bool begins_lettered(const char *line, char letter)
{
    line += line[0] == '(';
    return line[0] == letter && line[1] == ')' && line[2] == ' ';
}

/* Two lines or more that begin a) and b). */
static bool is_lettered(const struct converter *c, cmark_node *n)
{
    char letter = 'a';
    const char *s;
    for (int line = cmark_node_get_start_line(n); (s = line_of(c, n, line)) != NULL;
         line++)
        letter = (char)(letter + (letter < 'z' && begins_lettered(s, letter)));
    return letter > 'b';
}

/* Two lines or more, each a dash and a letter. */
static bool is_hyphened(const struct converter *c, cmark_node *n)
{
    int line = cmark_node_get_start_line(n);
    const char *s;
    for (; (s = line_of(c, n, line)) != NULL; line++)
        if (s[0] != '-' || !isalpha((unsigned char)s[1]))
            return false;
    return line > cmark_node_get_start_line(n) + 1;
}

/* No full stop ends it, as one does a sentence that is meant to be bold. */
static bool is_bold_alone(const struct inline_node *n)
{
    if (n->kind != INLINE_STRONG || n->next != NULL)
        return false;
    const struct inline_node *last = n->child;
    while (last != NULL && last->next != NULL)
        last = last->next;
    size_t len = last != NULL && last->text != NULL ? strlen(last->text) : 0;
    return len > 0 && strchr(".!?:;", last->text[len - 1]) == NULL;
}

static struct block *convert_paragraph(struct converter *c, cmark_node *n)
{
    if (is_table(c, n)) {
        refuse(c, n,
               "a table; the programme makes the tables, so write a list, or \\ before "
               "a | to print it");
        return NULL;
    }
    if (is_hyphened(c, n)) {
        refuse(c, n,
               "a list typed without blanks; begin each line with a dash and a blank "
               "(- )");
        return NULL;
    }
    if (is_lettered(c, n)) {
        refuse(c, n,
               "a list typed with letters; begin each line with a dash and a blank (- ) "
               "instead");
        return NULL;
    }
    c->first = c->line = (size_t)cmark_node_get_start_line(n);
    c->shift = 0;
    c->column = (size_t)cmark_node_get_start_column(n);
    struct inline_node *inlines = convert_inlines(c, n, 0);
    if (inlines == NULL)
        return NULL; /* all of it was faulty */
    if (cmark_node_next(n) != NULL && is_bold_alone(inlines))
        diag(
            c->d, DIAG_HEADING_TYPED, line_pos(c, n),
            "bold words on a line of their own; the programme sets the headings, so make "
            "a sentence of them, or let them begin the next one");
    struct block *b = block_new(c, BLOCK_PARAGRAPH, n);
    b->inlines = inlines;
    return b;
}

/* The column at which an item's words begin: behind its sign and up to four blanks, or
 * one where there are more (CommonMark 5.2). */
static size_t words_column(const struct converter *c, cmark_node *n)
{
    const char *sign = c->l->bytes + block_at(c, n);
    size_t width = strspn(sign, "0123456789") + 1;
    size_t blanks = strspn(sign + width, " \t");
    if (blanks < 1 || blanks > 4)
        blanks = 1;
    return (size_t)cmark_node_get_start_column(n) + width + blanks;
}

static struct block *convert_item(struct converter *c, cmark_node *n, int depth)
{
    if (cmark_node_first_child(n) == NULL) {
        refuse(c, n,
               "a list item without words; write them behind the sign, or \\ before "
               "the sign to print it");
        return NULL;
    }
    struct block *b = block_new(c, BLOCK_ITEM, n);
    c->items[c->item_count++] = words_column(c, n);
    b->child = convert_blocks(c, n, depth + 1);
    c->item_count--;
    return b->child != NULL ? b : NULL;
}

static bool list_allowed(struct converter *c, cmark_node *n, int depth)
{
    int start = cmark_node_get_list_start(n);
    if (cmark_node_get_list_type(n) == CMARK_ORDERED_LIST && start > LIST_START_HIGHEST) {
        diag(c->d, DIAG_PROSE_ELEMENT, line_pos(c, n),
             "\"%d.\" at the start of a line has begun a numbered list; write \"%d\\.\"",
             start, start);
        return false;
    }
    if (depth < PROSE_DEPTH)
        return true;
    diag(c->d, DIAG_PROSE_ELEMENT, line_pos(c, n),
         "lists inside lists, more than %d deep", PROSE_DEPTH);
    return false;
}

static struct block *convert_list(struct converter *c, cmark_node *n, int depth)
{
    if (!list_allowed(c, n, depth))
        return NULL;
    bool bullets = cmark_node_get_list_type(n) == CMARK_BULLET_LIST;
    struct block *b = block_new(c, bullets ? BLOCK_BULLETS : BLOCK_NUMBERS, n);
    b->start = bullets ? 0 : cmark_node_get_list_start(n);
    struct block **end = &b->child;
    for (n = cmark_node_first_child(n); n != NULL; n = cmark_node_next(n)) {
        *end = convert_item(c, n, depth);
        if (*end != NULL)
            end = &(*end)->next;
    }
    return b->child != NULL ? b : NULL;
}

static struct block *convert_block(struct converter *c, cmark_node *n, int depth)
{
    switch (cmark_node_get_type(n)) {
    case CMARK_NODE_PARAGRAPH: return convert_paragraph(c, n);
    case CMARK_NODE_LIST: return convert_list(c, n, depth);
    case CMARK_NODE_HEADING: refuse_heading(c, n); return NULL;
    case CMARK_NODE_CODE_BLOCK: refuse_code(c, n); return NULL;
    case CMARK_NODE_BLOCK_QUOTE:
        refuse(c, n,
               "> makes a block of quotation; put the words in quotation marks, or "
               "write \\> to print the sign");
        return NULL;
    case CMARK_NODE_HTML_BLOCK:
        refuse(c, n, "HTML; leave it out, or write \\< to print the sign");
        return NULL;
    case CMARK_NODE_THEMATIC_BREAK:
        refuse(c, n,
               "a line across the page; leave it out, or write \\ before it to "
               "print the signs");
        return NULL;
    default: bug("a block of kind %s", cmark_node_get_type_string(n));
    }
}

struct block *convert_blocks(struct converter *c, cmark_node *parent, int depth)
{
    struct block *first = NULL, **end = &first;
    cmark_node *n = cmark_node_first_child(parent);
    for (; n != NULL; n = cmark_node_next(n)) {
        *end = convert_block(c, n, depth);
        if (*end != NULL)
            end = &(*end)->next;
    }
    return first;
}
