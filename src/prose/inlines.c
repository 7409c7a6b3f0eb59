/* inlines.c -- what stands inside a paragraph: cmark's inline nodes to ours, the marks'
 * characters back to their marks.  Merges neighbouring texts, turns every run of blanks
 * and line ends to one space, and says what a report does not use.  Knows cmark's way of
 * counting columns; not what blocks there are. */
#include "prose/convert.h"

#include "base/character.h"
#include "base/utf8.h"

#define CMARK_NO_SHORT_NAMES /* its NODE_TEXT and NODE_LIST are not source/'s */
#include <cmark.h>
#include <string.h>
#include <strings.h>

/* How far back the bracket is looked for that opens a link's words. */
#define WORDS_LONGEST 1000

/* The list being made.  A run of text is gathered in `text` until something else comes;
 * `from` and `to` are where it stands in the lifted text. */
struct inlines {
    struct converter *c;
    struct inline_node *first, *last;
    struct buf text;
    size_t from, to;
    bool html; /* a tag of it was refused */
};

size_t line_end(const struct lifted *l, size_t at)
{
    const char *end = memchr(l->bytes + at, '\n', l->len - at);
    return end != NULL ? (size_t)(end - l->bytes) : l->len;
}

/* From where cmark counts a line.  It passes over the blanks before the words; but of a
 * line that belongs to an item without being indented like it, only over those that the
 * items around it asked for. */
static size_t line_start(const struct converter *c, size_t line)
{
    size_t at = c->l->lines[line - 1];
    if (line == c->first)
        return at + c->column - 1;
    size_t blanks = strspn(c->l->bytes + at, " \t"), asked = 0;
    for (size_t i = 0; i < c->item_count; i++) {
        if (blanks + 1 < c->items[i])
            return at + asked;
        asked = c->items[i] - 1;
    }
    return at + blanks;
}

/* Where a column of cmark's stands in the lifted text.  cmark 0.30 counts on from the
 * line before where a backslash or a link's address ends a line, so lines are gone
 * through until the column is in one; never back, for nodes come in the order of the
 * text. */
static size_t column_at(struct converter *c, int column)
{
    size_t shift = (size_t)column > c->column ? (size_t)column - c->column : 0;
    for (;; c->line++) {
        size_t at = line_start(c, c->line), end = line_end(c->l, at);
        size_t ahead = shift > c->shift ? shift - c->shift : 0;
        if (at + ahead <= end)
            return at + ahead;
        if (c->line == c->l->line_count)
            return c->l->len;
        c->shift += end + 1 - at;
    }
}

static size_t node_from(struct converter *c, cmark_node *n)
{
    return column_at(c, cmark_node_get_start_column(n));
}

/* Behind the node; to be asked for when what is in it has been read. */
static size_t node_to(struct converter *c, cmark_node *n)
{
    size_t at = column_at(c, cmark_node_get_end_column(n));
    return at < c->l->len ? at + 1 : at;
}

static struct inline_node *append(struct inlines *g, struct inline_node *n)
{
    if (g->last == NULL)
        g->first = n;
    else
        g->last->next = n;
    g->last = n;
    return n;
}

static struct inline_node *append_new(struct inlines *g, enum inline_kind kind,
                                      struct pos pos)
{
    struct inline_node *n = NEW(g->c->a, struct inline_node);
    n->kind = kind;
    n->pos = pos;
    return append(g, n);
}

static void flush(struct inlines *g)
{
    if (g->text.len == 0)
        return;
    struct pos pos = lifted_pos(g->c->l, g->from, g->to);
    append_new(g, INLINE_TEXT, pos)->text = g->text.at;
    g->text.len = 0; /* its bytes are the node's now */
    g->text.at = NULL;
}

static void add_char(struct inlines *g, char ch)
{
    bool blank = ch == ' ' || ch == '\t' || ch == '\n';
    if (blank && g->text.len > 0 && g->text.at[g->text.len - 1] == ' ')
        return;
    if (blank)
        ch = ' ';
    buf_char(&g->text, ch);
}

/* Adds a text that stands in [from, to) of the lifted text. */
static void add_text(struct inlines *g, const char *s, size_t len, size_t from, size_t to)
{
    if (g->text.len == 0 && g->last != NULL && g->last->kind == INLINE_BREAK)
        for (; len > 0 && *s == ' '; s++, len--)
            from++; /* a new line begins with a word */
    if (len == 0)
        return;
    if (g->text.at == NULL)
        g->text = buf_new(g->c->a);
    if (g->text.len == 0)
        g->from = from;
    g->to = to;
    for (size_t i = 0; i < len; i++)
        add_char(g, s[i]);
}

static void add_mark(struct inlines *g, const struct stand_in *m)
{
    flush(g);
    g->to = m->lifted + MARK_BYTES;
    if (m->node != NULL)
        append(g, m->node);
}

static bool is_escaped(const struct lifted *l, size_t at)
{
    return at > 0 && l->bytes[at - 1] == '\\';
}

/* Is the bracket that opens before the one at `at` one to be printed? */
static bool is_printed(const struct lifted *l, size_t at)
{
    if (is_escaped(l, at))
        return true;
    size_t stop = at > WORDS_LONGEST ? at - WORDS_LONGEST : 0;
    while (at > stop && l->bytes[at] != '[' && l->bytes[at] != '\n')
        at--;
    return l->bytes[at] == '[' && is_escaped(l, at);
}

/* The next "](", or "] (" before an address, in [at, end), or NULL. */
static const char *broken_link(const struct lifted *l, size_t at, size_t end)
{
    static const char *const signs[] = {"(", " (lang:", " (#", " (http", " (mailto:"};
    for (; at < end; at++)
        for (size_t i = 0; i < LEN(signs) && l->bytes[at] == ']'; i++)
            if (strncmp(l->bytes + at + 1, signs[i], strlen(signs[i])) == 0 &&
                !is_printed(l, at))
                return l->bytes + at;
    return NULL;
}

/* CommonMark prints a link it cannot read as it was typed; nobody wants that in print. */
static void check_broken_link(struct converter *c, const char *literal, size_t at,
                              size_t end)
{
    if (strchr(literal, ']') == NULL)
        return;
    const char *s = broken_link(c->l, at, end);
    if (s == NULL)
        return;
    size_t from = (size_t)(s - c->l->bytes);
    diag(
        c->d, DIAG_LINK_ADDRESS, lifted_pos(c->l, from, from + 2),
        "a link that cannot be read; write [words](address), no blank before ( or in the "
        "address, no link inside the words; or \\] to print the bracket");
}

/* cmark places code, and a ` that begins none, behind the sign. */
static size_t before_signs(const struct lifted *l, size_t at)
{
    while (at > 0 && l->bytes[at - 1] == '`')
        at--;
    return at;
}

/* A text of the line that ends at `end`, whose marks' characters cut it in pieces. */
static void add_pieces(struct inlines *g, const char *s, size_t at, size_t end)
{
    while (*s != '\0') {
        size_t len = strcspn(s, "\xEE");
        const struct stand_in *m = s[len] == '\0' ? NULL : lifted_mark(g->c->l, s + len);
        size_t to = at + len < end ? at + len : end;
        add_text(g, s, len, at, m != NULL ? m->lifted : to);
        s += len;
        if (m != NULL) {
            add_mark(g, m);
            at = m->lifted + MARK_BYTES;
        }
        if (*s != '\0')
            s +=
                MARK_BYTES; /* private use is marks' alone: marks_lift() refuses others */
    }
}

static void add_literal(struct inlines *g, cmark_node *n)
{
    const char *s = cmark_node_get_literal(n);
    size_t at = node_from(g->c, n), end = line_end(g->c->l, at);
    if (s[0] == '`')
        at = before_signs(g->c->l, at);
    size_t own_end = node_to(g->c, n);
    check_broken_link(g->c, s, at, own_end < end ? own_end : end);
    add_pieces(g, s, at, end);
}

struct inline_node *convert_plain(struct converter *c, const char *line)
{
    struct inlines g = {.c = c};
    add_pieces(&g, line, 0, strlen(line));
    flush(&g);
    return g.first;
}

static const char *const schemes[] = {"https://", "http://", "mailto:"};

bool prose_address_allowed(const char *address)
{
    if (strpbrk(address, " \t\n\"<>\\^`{|}\xEE") != NULL)
        return false;
    if (address[0] == '#')
        return address[1] != '\0';
    for (size_t i = 0; i < LEN(schemes); i++) {
        size_t len = strlen(schemes[i]);
        if (strncasecmp(address, schemes[i], len) == 0)
            return address[len] != '\0';
    }
    return false;
}

/* A web address is ASCII; letters outside it are percent-encoded (RFC 3987, 3.1). */
static const char *address_ascii(struct arena *a, const char *address)
{
    if (address[0] == '#')
        return arena_strdup(a, address);
    struct buf out = buf_new(a);
    for (const char *s = address; *s != '\0'; s++)
        if ((unsigned char)*s < 0x80)
            buf_char(&out, *s);
        else
            buf_printf(&out, "%%%02X", (unsigned char)*s);
    return out.at;
}

static bool has_words(cmark_node *link)
{
    cmark_node *n = cmark_node_first_child(link);
    if (n == NULL || cmark_node_next(n) != NULL ||
        cmark_node_get_type(n) != CMARK_NODE_TEXT)
        return n != NULL;
    const char *words = cmark_node_get_literal(n);
    size_t width;
    for (size_t len = strlen(words); len > 0; words += width, len -= width) {
        const uint32_t c = utf8_decode(words, len, &width);
        if (character_seen(c) && !character_blank(c))
            return true;
    }
    return false;
}

static bool link_is_plain(struct converter *c, cmark_node *n, struct pos pos)
{
    bool titled = cmark_node_get_title(n)[0] != '\0';
    if (!titled && has_words(n))
        return true;
    diag(c->d, DIAG_PROSE_ELEMENT, pos, "%s",
         titled
             ? "a title on a link; a PDF cannot show it, so leave out what follows the "
               "address"
             : "a link without words; write what it leads to between [ and ]");
    return false;
}

/* The codes are of lang/'s languages; prose/ does not see that folder. */
static bool lang_allowed(const char *code)
{
    return strcmp(code, "en") == 0 || strcmp(code, "cy") == 0;
}

static enum inline_kind link_kind(struct converter *c, const char *url, struct pos pos)
{
    if (strncmp(url, "lang:", 5) == 0) {
        if (!lang_allowed(url + 5))
            diag(c->d, DIAG_LANG_UNKNOWN, pos, "\"%s\"; use lang:en or lang:cy", url + 5);
        return INLINE_LANG;
    }
    if (strchr(url, '\xEE') != NULL)
        diag(c->d, DIAG_LINK_ADDRESS, pos,
             "a mark in an address; marks may stand in the words of a link only");
    else if (!prose_address_allowed(url))
        diag(c->d, DIAG_LINK_ADDRESS, pos,
             "\"%s\"; use #id for a place in the report, https://…, http://… or mailto:…",
             url);
    return INLINE_LINK;
}

/* Goes on behind a node whose words are not printed; its lines count nevertheless. */
static void skip(struct converter *c, cmark_node *n, int depth)
{
    convert_inlines(c, n, depth + 1);
    int lines = cmark_node_get_end_line(n) - cmark_node_get_start_line(n);
    if (lines > 0) {
        c->line += (size_t)lines;
        c->shift = 0;
    } else {
        node_to(c, n);
    }
}

/* A node with others in it.  Its place is known when they have been read. */
static struct inline_node *add_parent(struct inlines *g, enum inline_kind kind,
                                      cmark_node *n, int depth)
{
    flush(g);
    size_t from = node_from(g->c, n);
    struct inline_node *child = convert_inlines(g->c, n, depth + 1);
    g->to = node_to(g->c, n);
    if (child == NULL)
        return NULL; /* nothing is left of one that held a faulty mark alone */
    struct inline_node *node = append_new(g, kind, lifted_pos(g->c->l, from, g->to));
    node->child = child;
    return node;
}

static void add_link(struct inlines *g, cmark_node *n, int depth)
{
    struct converter *c = g->c;
    const char *url = cmark_node_get_url(n);
    size_t from = node_from(c, n);
    struct pos pos = lifted_pos(c->l, from, from + 1);
    if (!link_is_plain(c, n, pos)) {
        skip(c, n, depth);
        return;
    }
    enum inline_kind kind = link_kind(c, url, pos);
    struct inline_node *node = add_parent(g, kind, n, depth);
    if (node == NULL)
        return;
    node->text = kind == INLINE_LANG ? arena_strdup(c->a, url + strlen("lang:"))
                                     : address_ascii(c->a, url);
}

static void refuse_inline(struct inlines *g, cmark_node *n, int depth, const char *what)
{
    struct converter *c = g->c;
    size_t at = before_signs(c->l, node_from(c, n));
    diag(c->d, DIAG_PROSE_ELEMENT, lifted_pos(c->l, at, at + 1), "%s", what);
    skip(c, n, depth);
}

/* The end of a line, which an author may have asked for by a backslash or two blanks. */
static void add_line_end(struct inlines *g, bool asked)
{
    struct converter *c = g->c;
    size_t at = line_start(c, c->line), end = line_end(c->l, at);
    if (asked) {
        flush(g);
        append_new(g, INLINE_BREAK, lifted_pos(c->l, end, end));
    } else {
        add_text(g, " ", 1, end, end);
    }
    bool counted_on = asked && end > at && c->l->bytes[end - 1] == '\\';
    c->shift = counted_on ? c->shift + end + 1 - at : 0;
    if (c->line < c->l->line_count)
        c->line++;
}

static void add_node(struct inlines *g, cmark_node *n, int depth)
{
    switch (cmark_node_get_type(n)) {
    case CMARK_NODE_TEXT: add_literal(g, n); break;
    case CMARK_NODE_SOFTBREAK: add_line_end(g, false); break;
    case CMARK_NODE_LINEBREAK: add_line_end(g, true); break;
    case CMARK_NODE_EMPH: add_parent(g, INLINE_EM, n, depth); break;
    case CMARK_NODE_STRONG: add_parent(g, INLINE_STRONG, n, depth); break;
    case CMARK_NODE_LINK: add_link(g, n, depth); break;
    case CMARK_NODE_CODE:
        refuse_inline(
            g, n, depth,
            "`…` is computer code; for a quotation use \"…\", for a term *…*, and write "
            "\\` to print the sign");
        break;
    case CMARK_NODE_IMAGE:
        refuse_inline(g, n, depth,
                      "a picture; pictures have fields of their own in inspection.yaml");
        break;
    case CMARK_NODE_HTML_INLINE:
        if (g->html) { /* who takes out <b> finds </b> */
            skip(g->c, n, depth);
            break;
        }
        g->html = true;
        refuse_inline(g, n, depth,
                      "HTML; for emphasis write *…* or **…**, and \\< to print the sign");
        break;
    default: bug("an inline node of kind %s", cmark_node_get_type_string(n));
    }
}

struct inline_node *convert_inlines(struct converter *c, cmark_node *parent, int depth)
{
    struct inlines g = {.c = c};
    if (depth > PROSE_DEPTH) {
        size_t from = node_from(c, parent);
        diag(c->d, DIAG_PROSE_ELEMENT, lifted_pos(c->l, from, from + 1),
             "emphasis inside emphasis, more than %d deep", PROSE_DEPTH);
        return NULL;
    }
    cmark_node *n = cmark_node_first_child(parent);
    for (; n != NULL; n = cmark_node_next(n))
        add_node(&g, n, depth);
    flush(&g);
    return g.first;
}
