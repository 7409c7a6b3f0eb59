/* prose.c -- an author's text through the three steps: marks lifted out (lift.c), cmark,
 * cmark's tree to ours (blocks.c, inlines.c).  Says what cmark would swallow in silence.
 */
#include "prose/convert.h"

#include "base/library.h"

#define CMARK_NO_SHORT_NAMES /* its NODE_TEXT and NODE_LIST are not source/'s */
#include <cmark.h>
#include <ctype.h>
#include <string.h>

/* "[label]: address" at the start of a line defines an address; cmark takes it away, and
 * the line with it. */
static bool defines_address(const char *line)
{
    if (line[0] != '[')
        return false;
    size_t label = strcspn(line, "]\n");
    return line[label] == ']' && line[label + 1] == ':';
}

/* Behind one sign of a quotation or a list's item (">", "-", "12."), or NULL. */
static const char *behind_sign(const char *s)
{
    if (*s == '>')
        return s + 1;
    size_t digits = strspn(s, "0123456789");
    if (digits > 0 && s[digits] != '.' && s[digits] != ')')
        return NULL;
    if (digits == 0 && *s != '-' && *s != '+' && *s != '*')
        return NULL;
    s += digits + 1;
    return *s == ' ' || *s == '\t' ? s : NULL;
}

/* The words of a line, behind its signs, and how many signs there are. */
static const char *behind_signs(const char *line, int *signs)
{
    *signs = 0;
    for (;; (*signs)++) {
        line += strspn(line, " \t");
        const char *behind = behind_sign(line);
        if (behind == NULL)
            return line;
        line = behind;
    }
}

/* False when the text shall not come before cmark at all: its time grows with the square
 * of the signs in a line. */
static bool line_readable(struct diags *d, const struct lifted *l, size_t at)
{
    int signs;
    size_t words = (size_t)(behind_signs(l->bytes + at, &signs) - l->bytes);
    struct pos pos = lifted_pos(l, words, line_end(l, words));
    if (defines_address(l->bytes + words))
        diag(d, DIAG_PROSE_ELEMENT, pos,
             "\"[…]:\" at the start of a line defines an address, and is not printed; "
             "write [words](address) where the words stand, or \\[ to print it");
    if (signs <= 2 * PROSE_DEPTH)
        return true;
    diag(d, DIAG_PROSE_ELEMENT, pos,
         "behind more than %d signs of lists or quotations; put a backslash before the "
         "first "
         "to print them",
         2 * PROSE_DEPTH);
    return false;
}

static bool lines_readable(struct diags *d, const struct lifted *l)
{
    for (size_t i = 0; i < l->line_count; i++)
        if (!line_readable(d, l, l->lines[i]))
            return false;
    return true;
}

/* The bytes of the text where it is one line in which nothing can mean anything to
 * Markdown but its letters, marks and plain signs; else 0.  Most titles and questions
 * are, and cmark takes thousands of instructions for each (docs/speed.md). */
static size_t plain_len(const struct lifted *l)
{
    size_t len = l->len;
    if (len > 0 && l->bytes[len - 1] == '\n')
        len--;
    const char first = len > 0 ? l->bytes[0] : '-',
               last = len > 0 ? l->bytes[len - 1] : ' ';
    if (strchr(" -+=", first) != NULL || isdigit((unsigned char)first) || last == ' ')
        return 0;
    for (size_t i = 0; i < len; i++) {
        const unsigned char c = (unsigned char)l->bytes[i];
        if (c < 0x80 && !isalnum(c) && strchr(" ,.;:'\"?()/%-+=$@", c) == NULL)
            return 0;
    }
    return len;
}

static struct block *read_plain(struct converter *c, size_t len)
{
    struct inline_node *inlines = convert_plain(c, arena_strndup(c->a, c->l->bytes, len));
    if (inlines == NULL)
        return NULL;
    struct block *b = NEW(c->a, struct block);
    b->kind = BLOCK_PARAGRAPH;
    b->pos = lifted_pos(c->l, 0, len);
    b->inlines = inlines;
    return b;
}

static struct block *read_lifted(struct arena *a, struct diags *d, const struct lifted *l)
{
    struct converter c = {.a = a, .d = d, .l = l};
    const size_t plain = plain_len(l);
    if (plain > 0)
        return read_plain(&c, plain);
    cmark_node *root = cmark_parse_document(l->bytes, l->len, CMARK_OPT_SOURCEPOS);
    if (root == NULL)
        out_of_memory();
    struct block *blocks = convert_blocks(&c, root, 0);
    cmark_node_free(root); /* ours has copied what it needs */
    return blocks;
}

struct block *prose_parse(struct arena *a, struct diags *d, const struct node *text)
{
    if (text->kind != NODE_TEXT)
        bug("prose from a node that is no text");
    const struct lifted *l = marks_lift(a, d, text);
    if (l == NULL || !lines_readable(d, l))
        return NULL;
    return read_lifted(a, d, l);
}

struct inline_node *prose_parse_line(struct arena *a, struct diags *d,
                                     const struct node *text)
{
    struct block *b = prose_parse(a, d, text);
    if (b == NULL)
        return NULL;
    if (b->kind != BLOCK_PARAGRAPH)
        diag(d, DIAG_PROSE_ELEMENT, b->pos,
             "a list, where one line of text belongs; write \\ before the sign (1\\. or "
             "\\-) to print it");
    else if (b->next != NULL)
        diag(d, DIAG_PROSE_ELEMENT, b->next->pos,
             "a second paragraph or list, where one line of text belongs");
    return b->inlines;
}

struct inline_node *prose_parse_paragraphs(struct arena *a, struct diags *d,
                                           const struct node *text)
{
    struct inline_node *first = NULL, **end = &first;
    for (struct block *b = prose_parse(a, d, text); b != NULL; b = b->next) {
        if (b->kind != BLOCK_PARAGRAPH) {
            diag(
                d, DIAG_PROSE_ELEMENT, b->pos,
                "a list, where paragraphs belong; write \\ before the sign (1\\. or \\-) "
                "to print it");
            return first;
        }
        if (first != NULL) {
            *end = NEW(a, struct inline_node);
            **end = (struct inline_node){.kind = INLINE_BREAK, .pos = b->pos};
            end = &(*end)->next;
        }
        *end = b->inlines;
        while (*end != NULL)
            end = &(*end)->next;
    }
    return first;
}

void prose_libraries(struct arena *a, struct libraries *l)
{
    library_add(a, l, "cmark", cmark_version_string());
}
