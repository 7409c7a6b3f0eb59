/* lift.c -- an author's text to the text cmark reads: each mark becomes one private-use
 * character, which cmark takes for a letter, so that marks may stand wherever a word may.
 * Finds where marks begin and end; mark.c reads what is inside.  Refuses what could be
 * taken for a mark's character.  Knows nothing of Markdown but its backslash. */
#include "prose/lift.h"

#include "base/array.h"
#include "base/ascii.h"
#include "base/character.h"
#include "base/utf8.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* A longer mark is an unclosed one; keeps a text of ten thousand "((" quick. */
#define MARK_LONGEST 4000

struct lifter {
    struct arena *a;
    struct diags *d;
    const struct node *text;
    const char *s;
    size_t len;
    struct buf out;
    ARRAY(struct stand_in) marks;
    /* Where the paragraph being read ends and where the next "))" stands; found anew once
     * `at` is past them. */
    size_t paragraph, close;
    size_t brackets; /* single ones, open where we are in the paragraph */
    bool bullets;    /* typed ones have been said */
    bool dashes;     /* they begin lines of the paragraph */
};

static void copy(struct lifter *l, size_t at, size_t len)
{
    buf_add(&l->out, l->s + at, len);
}

static bool starts(const struct lifter *l, size_t at, const char *with)
{
    size_t len = strlen(with);
    return at + len <= l->len && memcmp(l->s + at, with, len) == 0;
}

/* Bullets as word processors make them, each before a blank. */
static size_t bullet_len(const struct lifter *l, size_t at)
{
    static const char *const signs[] = {"\u2022", "\u00B7", "\u25AA",
                                        "\u25CF", "\u25E6", "\u25CB"};
    if (starts(l, at, "o\t"))
        return 1;
    for (size_t i = 0; i < LEN(signs); i++) {
        size_t len = strlen(signs[i]);
        if (starts(l, at, signs[i]) && is_blank(l->s[at + len]))
            return len;
    }
    return 0;
}

/* A dash is one where a paragraph begins, and then at each line of it: elsewhere a line
 * may begin with the dash of a sentence. */
static size_t dash_len(struct lifter *l, size_t line, size_t at)
{
    bool first = line == 0 || (line > 1 && l->s[line - 2] == '\n');
    l->dashes = (l->dashes || first) && starts(l, at, "\u2013 ");
    return l->dashes ? strlen("\u2013") : 0;
}

/* Is a line that begins at `at` blank, or the first of a list's item?  No mark goes on
 * there, so one that is not closed spoils its own paragraph only. */
static bool line_is_new(const struct lifter *l, size_t at)
{
    while (at < l->len && (l->s[at] == ' ' || l->s[at] == '\t'))
        at++;
    if (at == l->len || l->s[at] == '\n')
        return true;
    bool bullet = strchr("-*+", l->s[at]) != NULL;
    return (bullet && (at + 1 == l->len || l->s[at + 1] == ' ')) || bullet_len(l, at) > 0;
}

static size_t paragraph_end(struct lifter *l, size_t at)
{
    if (l->paragraph > at)
        return l->paragraph;
    l->paragraph = at;
    while (l->paragraph < l->len &&
           (l->s[l->paragraph] != '\n' || !line_is_new(l, l->paragraph + 1)))
        l->paragraph++;
    return l->paragraph;
}

/* How far the mark that begins at `at` can reach. */
static size_t mark_limit(struct lifter *l, size_t at)
{
    size_t end = paragraph_end(l, at);
    return end - at < MARK_LONGEST ? end : at + MARK_LONGEST;
}

/* Is there a "))" at all, from `at` on? */
static bool closes_before(struct lifter *l, size_t at, size_t limit)
{
    if (l->close < at) {
        const char *close = strstr(l->s + at, "))");
        l->close = close != NULL ? (size_t)(close - l->s) : l->len;
    }
    return l->close + 2 <= limit;
}

/* Behind the "?))" of a query, or 0. */
static size_t query_end(struct lifter *l, size_t at, size_t limit)
{
    if (!closes_before(l, at, limit))
        return 0;
    for (size_t i = at + 3; i + 3 <= limit; i++) {
        if (starts(l, i, "?))"))
            return i + 3;
        if (starts(l, i, "((?"))
            return 0; /* the next one; this one stays open */
    }
    return 0;
}

/* How much of the text is an escape: "\(" and "\\" stand for themselves. */
static bool is_escape(const struct lifter *l, size_t at)
{
    return l->s[at] == '\\' && at + 1 < l->len && ispunct((unsigned char)l->s[at + 1]);
}

/* Behind the "))" that belongs to the "((" at `at`, or 0.  Single brackets inside, as in
 * ((typed 41 | YJB (2009))), come in pairs. */
static size_t figure_end(struct lifter *l, size_t at, size_t limit)
{
    if (!closes_before(l, at, limit))
        return 0;
    size_t depth = 0;
    for (size_t i = at + 2; i < limit; i++) {
        if (is_escape(l, i))
            i++;
        else if (l->s[i] == '(')
            depth++;
        else if (l->s[i] == ')' && depth > 0)
            depth--;
        else if (i + 2 <= limit && starts(l, i, "))"))
            return i + 2;
    }
    return 0;
}

/* The first "))" with no mark begun before it, or 0: where the brackets inside a mark do
 * not come in pairs. */
static size_t nearest_end(struct lifter *l, size_t at, size_t limit)
{
    if (!closes_before(l, at, limit))
        return 0;
    for (size_t i = at + 2; i + 2 <= limit; i++) {
        if (starts(l, i, "))"))
            return i + 2;
        if (starts(l, i, "(("))
            return 0;
    }
    return 0;
}

/* One character stands for bytes [at, end). */
static void put_mark(struct lifter *l, size_t at, size_t end, struct inline_node *node)
{
    struct stand_in *m = array_push(l->a, &l->marks);
    *m = (struct stand_in){l->out.len, at, end - at, node};
    if (l->marks.len <= PROSE_MARKS)
        buf_utf8(&l->out, (uint32_t)(MARK_FIRST + l->marks.len - 1));
}

static size_t lift_mark(struct lifter *l, size_t at, size_t end)
{
    put_mark(l, at, end, mark_read(l->a, l->d, l->text, at, end - at));
    return end;
}

static size_t lift_query(struct lifter *l, size_t at)
{
    size_t limit = mark_limit(l, at);
    size_t end = query_end(l, at, limit);
    if (end != 0)
        return lift_mark(l, at, end);
    diag(l->d, DIAG_MARK_OPEN, node_pos(l->text, at, 3),
         "\"((?\" begins a query, and nothing in its paragraph ends it; close it with "
         "?))");
    end = nearest_end(l, at, limit);
    if (end == 0)
        end = at + 3;
    put_mark(l, at, end, NULL);
    return end;
}

static size_t lift_figure(struct lifter *l, size_t at)
{
    size_t limit = mark_limit(l, at);
    size_t end = figure_end(l, at, limit);
    if (end == 0)
        end = nearest_end(l, at, limit);
    if (end != 0)
        return lift_mark(l, at, end);
    diag(l->d, DIAG_MARK_OPEN, node_pos(l->text, at, 2),
         "\"((\" begins a mark, and nothing in its paragraph ends it; close it with )), "
         "or "
         "write \\(\\( to print two brackets");
    l->brackets += 2;
    copy(l, at, 2);
    return at + 2;
}

/* Of several brackets the last two begin the mark: (((cases))) is one in brackets. */
static size_t lift_brackets(struct lifter *l, size_t at)
{
    size_t run = 1;
    while (at + run < l->len && l->s[at + run] == '(')
        run++;
    l->brackets += run < 2 ? 1 : run - 2;
    if (run < 2) {
        copy(l, at, 1);
        return at + 1;
    }
    copy(l, at, run - 2);
    at += run - 2;
    return starts(l, at, "((?") ? lift_query(l, at) : lift_figure(l, at);
}

/* A "))" that closes neither a mark nor two brackets is the end of a mark whose beginning
 * was mistyped, and would be printed. */
static size_t copy_closing(struct lifter *l, size_t at)
{
    bool two = starts(l, at, "))");
    size_t len = two ? 2 : 1;
    if (two && l->brackets < 2)
        diag(l->d, DIAG_MARK_OPEN, node_pos(l->text, at, 2),
             "\"))\" ends a mark, and none has begun; begin it with ((, or write \\)\\) "
             "to "
             "print two brackets");
    l->brackets -= l->brackets < len ? l->brackets : len;
    copy(l, at, len);
    return at + len;
}

/* A footnote's text where other Markdown keeps it: "[^name]: text" alone. */
static void warn_definition(struct lifter *l, size_t at, size_t end)
{
    bool first =
        l->out.len == 0 || (l->out.len > 1 && l->out.at[l->out.len - 1] == '\n' &&
                            l->out.at[l->out.len - 2] == '\n');
    if (first && starts(l, end, ":"))
        diag(l->d, DIAG_PROSE_ELEMENT, node_pos(l->text, at, end + 1 - at),
             "a footnote's text; it stands under \"footnotes:\" in inspection.yaml");
}

static size_t lift_note(struct lifter *l, size_t at)
{
    for (size_t end = at + 2; end < l->len && l->s[end] != '\n'; end++) {
        if (l->s[end] == '[' || end - at > MARK_LONGEST)
            break;
        if (l->s[end] != ']')
            continue;
        warn_definition(l, at, end + 1);
        return lift_mark(l, at, end + 1);
    }
    diag(l->d, DIAG_MARK_OPEN, node_pos(l->text, at, 2),
         "\"[^\" begins a footnote, and nothing in its line ends it; close it with ], or "
         "write \\[^ to print it");
    copy(l, at, 2);
    return at + 2;
}

/* What an entity may stand for; line ends and tabs are typed. */
static bool entity_allowed(const char *digits, int base)
{
    unsigned long c = strtoul(digits, NULL, base);
    return c >= ' ' && c <= 0x10FFFF && character_allowed((uint32_t)c);
}

/* "&#xE000;" and "&rlm;" would bring in by the back door what files may not hold. */
static size_t copy_entity(struct lifter *l, size_t at)
{
    bool good = !starts(l, at, "&lrm;") && !starts(l, at, "&rlm;");
    const char *end = memchr(l->s + at, ';', l->len - at < 12 ? l->len - at : 12);
    if (starts(l, at, "&#") && end != NULL) {
        bool hex = l->s[at + 2] == 'x' || l->s[at + 2] == 'X';
        const char *digits = l->s + at + (hex ? 3 : 2);
        good = !isxdigit((unsigned char)*digits) || entity_allowed(digits, hex ? 16 : 10);
    }
    if (!good)
        diag(l->d, DIAG_PROSE_CHARACTER,
             node_pos(l->text, at, (size_t)(end - (l->s + at)) + 1),
             "\"%.*s\" is a control, direction or private-use character; leave it out",
             (int)(end - (l->s + at)) + 1, l->s + at);
    if (good)
        copy(l, at, 1);
    return at + 1;
}

/* A typed bullet at the start of a line becomes Markdown's, in as many bytes: blanks go
 * behind it, or before where four are behind it already. */
static size_t lift_bullet(struct lifter *l, size_t line)
{
    size_t at = line + strspn(l->s + line, " "), len = bullet_len(l, at);
    if (len == 0)
        len = dash_len(l, line, at);
    if (len == 0)
        return line;
    if (!l->bullets)
        diag(l->d, DIAG_BULLETS_TYPED, node_pos(l->text, at, len),
             "\"%.*s\" at the start of a line; type \"-\" and a blank", (int)len,
             l->s + at);
    l->bullets = true;
    size_t behind = strspn(l->s + at + len, " ");
    size_t before = behind + len - 1 > 4 ? len - 1 : 0;
    copy(l, line, at - line);
    buf_printf(&l->out, "%*s-%*s", (int)before, "", (int)(len - 1 - before), "");
    return at + len;
}

static void lift_all(struct lifter *l)
{
    size_t at = 0;
    while (at < l->len && l->marks.len <= PROSE_MARKS) {
        if (at == 0 || l->s[at - 1] == '\n')
            at = lift_bullet(l, at);
        size_t plain = strcspn(l->s + at, "\\()[&\n");
        copy(l, at, plain);
        at += plain;
        if (at >= l->len)
            break;
        if (is_escape(l, at)) {
            l->brackets += l->s[at + 1] == '(';
            copy(l, at, 2);
            at += 2;
        } else if (l->s[at] == '(') {
            at = lift_brackets(l, at);
        } else if (l->s[at] == ')') {
            at = copy_closing(l, at);
        } else if (starts(l, at, "[^")) {
            at = lift_note(l, at);
        } else if (l->s[at] == '&') {
            at = copy_entity(l, at);
        } else {
            if (l->s[at] == '\n' && line_is_new(l, at + 1))
                l->brackets = 0;
            copy(l, at, 1);
            at++;
        }
    }
}

static bool text_usable(struct arena *a, struct diags *d, const struct node *text)
{
    if (text->len > PROSE_BYTES) {
        diag(d, DIAG_PROSE_ELEMENT, node_pos(text, 0, 0),
             "a text of %zu bytes; one text may have %d, so divide it", text->len,
             PROSE_BYTES);
        return false;
    }
    size_t at = character_fault(text->text, text->len), width;
    if (at == text->len)
        return true;
    uint32_t c = utf8_decode(text->text + at, text->len - at, &width);
    diag(d, DIAG_PROSE_CHARACTER, node_pos(text, at, width), "%s; take it out",
         character_name(a, c));
    return false;
}

static const struct lifted *finish(struct lifter *l)
{
    struct lifted *done = NEW(l->a, struct lifted);
    done->text = l->text;
    done->bytes = l->out.at;
    done->len = l->out.len;
    done->marks = l->marks.at;
    done->mark_count = l->marks.len;
    ARRAY(size_t) lines = {0};
    *array_push(l->a, &lines) = 0;
    for (size_t i = 0; i < done->len; i++)
        if (done->bytes[i] == '\n')
            *array_push(l->a, &lines) = i + 1;
    done->lines = lines.at;
    done->line_count = lines.len;
    return done;
}

const struct lifted *marks_lift(struct arena *a, struct diags *d, const struct node *text)
{
    if (!text_usable(a, d, text))
        return NULL;
    left_check(d, text);
    struct lifter l = {.a = a,
                       .d = d,
                       .text = text,
                       .s = text->text,
                       .len = text->len,
                       .out = buf_new(a)};
    lift_all(&l);
    if (l.marks.len > PROSE_MARKS) {
        const struct stand_in *last = &l.marks.at[PROSE_MARKS];
        diag(d, DIAG_MARK_SYNTAX, node_pos(text, last->value, last->len),
             "more than %d marks in one text; divide it", PROSE_MARKS);
        return NULL;
    }
    return finish(&l);
}

/* Where byte `at` of the lifted text stood in the author's. */
static size_t value_at(const struct lifted *l, size_t at)
{
    size_t low = 0, high = l->mark_count; /* the first mark behind `at` is sought */
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (l->marks[middle].lifted + MARK_BYTES <= at)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0)
        return at;
    const struct stand_in *before = &l->marks[low - 1];
    return before->value + before->len + (at - before->lifted - MARK_BYTES);
}

struct pos lifted_pos(const struct lifted *l, size_t from, size_t to)
{
    size_t at = value_at(l, from), end = value_at(l, to);
    if (at > l->text->len)
        at = l->text->len;
    if (end > l->text->len)
        end = l->text->len;
    return node_pos(l->text, at, end > at ? end - at : 0);
}

const struct stand_in *lifted_mark(const struct lifted *l, const char *bytes)
{
    /* U+E000 to U+EFFF begin with this byte, and PROSE_MARKS is fewer. */
    if ((unsigned char)bytes[0] != 0xEE)
        return NULL;
    size_t width;
    uint32_t c = utf8_decode(bytes, MARK_BYTES, &width);
    size_t i = c - MARK_FIRST;
    return c >= MARK_FIRST && i < l->mark_count ? &l->marks[i] : NULL;
}
