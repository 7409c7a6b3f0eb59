/* markdown.c -- phrases to Markdown.  In: words with their looks and codes; out: what an
 * author would type, in which every sign of the words stands for itself. */
#include "manuscript/markdown.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "base/utf8.h"

#include <ctype.h>
#include <string.h>

/* ---- looks ---- */

static bool same_text(const char *x, const char *y)
{
    return x == y || (x != NULL && y != NULL && strcmp(x, y) == 0);
}

static bool looks_same(const struct text_run *x, const struct text_run *y)
{
    return x->em == y->em && x->strong == y->strong && same_text(x->link, y->link) &&
           same_text(x->lang, y->lang);
}

/* What both have: how a blank between them looks. */
static struct text_run looks_between(const struct text_run *x, const struct text_run *y)
{
    struct text_run both = {.kind = PHRASE_WORDS};
    if (x == NULL || y == NULL)
        return both;
    both.em = x->em && y->em;
    both.strong = x->strong && y->strong;
    both.link = same_text(x->link, y->link) ? x->link : NULL;
    both.lang = same_text(x->lang, y->lang) ? x->lang : NULL;
    return both;
}

static void push(struct arena *a, struct text_runs *out, struct text_run p)
{
    struct text_run *last = out->all.len > 0 ? &out->all.at[out->all.len - 1] : NULL;
    if (p.kind == PHRASE_WORDS && p.text[0] == '\0')
        return;
    if (last != NULL && last->kind == PHRASE_WORDS && p.kind == PHRASE_WORDS &&
        looks_same(last, &p))
        last->text = arena_printf(a, "%s%s", last->text, p.text);
    else
        *array_push(a, &out->all) = p;
}

/* Of a paragraph with a run for each word those that look the same are one, whose text is
 * put together once: one run at a time would copy what there is for each. */
static struct text_runs joined_runs(struct arena *a, const struct text_runs *p)
{
    struct text_runs out = {0};
    for (size_t i = 0; i < p->all.len;) {
        struct text_run one = p->all.at[i];
        size_t end = i + 1;
        while (one.kind == PHRASE_WORDS && end < p->all.len &&
               p->all.at[end].kind == PHRASE_WORDS && looks_same(&one, &p->all.at[end]))
            end++;
        if (end > i + 1) {
            struct buf text = buf_new(a);
            for (size_t k = i; k < end; k++)
                buf_str(&text, p->all.at[k].text);
            one.text = text.at;
        }
        push(a, &out, one);
        i = end;
    }
    return out;
}

/* Two blanks behind a sentence are one. */
static const char *one_blank_each(struct arena *a, const char *text, size_t len)
{
    struct buf out = buf_new(a);
    for (size_t i = 0; i < len; i++)
        if (!is_blank(text[i]))
            buf_char(&out, text[i]);
        else if (out.len > 0 && out.at[out.len - 1] != ' ')
            buf_char(&out, ' ');
    return out.at;
}

/* Words without the blanks at their ends, which become phrases of their own. */
static void push_parted(struct arena *a, struct text_runs *out, struct text_run p)
{
    if (p.kind != PHRASE_WORDS) {
        *array_push(a, &out->all) = p;
        return;
    }
    const char *text = p.text;
    const size_t len = strlen(text), before = strspn(text, " \t\n");
    size_t end = len;
    while (end > before && is_blank(text[end - 1]))
        end--;
    struct text_run blank = p;
    blank.text = " ";
    if (before > 0)
        *array_push(a, &out->all) = blank;
    p.text = one_blank_each(a, text + before, end - before);
    if (end > before)
        *array_push(a, &out->all) = p;
    if (end < len && end > before)
        *array_push(a, &out->all) = blank;
}

static bool is_blank_phrase(const struct text_run *p)
{
    return p->kind == PHRASE_WORDS && strspn(p->text, " \t\n") == strlen(p->text);
}

/* A line that breaks before or behind all words is none. */
static bool is_break(const struct text_run *p)
{
    return p->kind == PHRASE_BREAK;
}

static void trim_breaks(struct text_runs *p)
{
    size_t first = 0;
    while (p->all.len > 0 && is_break(&p->all.at[p->all.len - 1]))
        p->all.len--;
    while (first < p->all.len && is_break(&p->all.at[first]))
        first++;
    p->all.at += first;
    p->all.len -= first;
    p->all.cap -= first;
}

/* Blanks look as what both of their sides have; the ends have none, nor line breaks. */
static struct text_runs settled(struct arena *a, const struct text_runs *p)
{
    struct text_runs parted = {0}, out = {0};
    const struct text_runs whole = joined_runs(a, p);
    for (size_t i = 0; i < whole.all.len; i++)
        push_parted(a, &parted, whole.all.at[i]);
    for (size_t i = 0; i < parted.all.len; i++) {
        struct text_run one = parted.all.at[i];
        size_t next = i + 1;
        if (!is_blank_phrase(&one)) {
            push(a, &out, one);
            continue;
        }
        while (next < parted.all.len && is_blank_phrase(&parted.all.at[next]))
            next++;
        if (out.all.len > 0 && next < parted.all.len &&
            out.all.at[out.all.len - 1].kind != PHRASE_BREAK &&
            parted.all.at[next].kind != PHRASE_BREAK) {
            struct text_run blank =
                looks_between(&out.all.at[out.all.len - 1], &parted.all.at[next]);
            blank.text = " ";
            push(a, &out, blank);
        }
        i = next - 1;
    }
    trim_breaks(&out);
    return out;
}

/* ---- signs that would mean something ---- */

static bool begins_entity(const char *s)
{
    size_t len = 1 + (s[1] == '#');
    while (isalnum((unsigned char)s[len]))
        len++;
    return len > 1 && s[len] == ';';
}

static bool is_word_sign(char c)
{
    return isalnum((unsigned char)c) || (c & 0x80) != 0;
}

/* Of the brackets before, whether fewer than two are open still. */
static bool closes_nothing(const char *text, size_t at)
{
    int open = 0;
    for (size_t i = 0; i < at; i++)
        if (text[i] == '(')
            open++;
        else if (text[i] == ')' && open > 0)
            open--;
    return open < 2;
}

static bool needs_backslash(const char *text, size_t i)
{
    const char next = text[i + 1];
    switch (text[i]) {
    case '*':
    case '[':
    case '`': return true;
    case '\\': return ispunct((unsigned char)next) || next == '\0' || next == '\n';
    case '<': return isalpha((unsigned char)next) || strchr("/!?", next) != NULL;
    case '(': return next == '(' || (i > 0 && text[i - 1] == '(');
    case ')': return next == ')' && closes_nothing(text, i);
    case '&': return begins_entity(text + i);
    case '_': return i == 0 || !is_word_sign(text[i - 1]) || !is_word_sign(next);
    case '!': return next == '[';
    case ']': return next == '(';
    default: return false;
    }
}

/* Nothing else on its line. */
static bool is_line_of(const char *s, char sign)
{
    while (*s == sign)
        s++;
    return *s == '\0';
}

/* "(b) two" behind "(a) one": prose/ takes such lines for a list. */
static size_t lettered(const char *s)
{
    const size_t open = s[0] == '(';
    return islower((unsigned char)s[open]) && s[open + 1] == ')' && is_blank(s[open + 2])
               ? open + 2
               : 0;
}

/* How many bytes of the beginning of a paragraph (`first`), or of a line in it, would
 * make it something else; the last of them takes a backslash. */
static size_t beginning(const char *s, bool first)
{
    const size_t digits = strspn(s, "0123456789");
    if (digits > 0 && (s[digits] == '.' || s[digits] == ')') &&
        (is_blank(s[digits + 1]) || s[digits + 1] == '\0'))
        return digits + 1;
    if (strchr("-+", s[0]) != NULL && s[0] != '\0' && (is_blank(s[1]) || s[1] == '\0'))
        return 1;
    if (strncmp(s, "<<<<<<< ", 8) == 0) /* base/file.c takes it for two versions */
        return 1;
    if (strncmp(s, "---", 3) == 0 || strncmp(s, "~~~", 3) == 0)
        return 1;
    if (!first && s[0] == '-' && (isalpha((unsigned char)s[1]) || is_line_of(s, '-')))
        return 1;
    if (!first && lettered(s) > 0)
        return lettered(s);
    return s[0] != '\0' && strchr("#>|=", s[0]) != NULL ? 1 : 0;
}

/* Before a blank, signs that prose/ takes for bullets where a line begins; no backslash
 * says otherwise, but their number does. */
static size_t put_bullet(struct buf *out, const char *s)
{
    static const char *const signs[] = {"\u2022", "\u00B7", "\u25AA", "\u25CF",
                                        "\u25E6", "\u25CB", "\u2013"};
    for (size_t i = 0; i < LEN(signs); i++) {
        const size_t len = strlen(signs[i]);
        size_t width;
        if (strncmp(s, signs[i], len) != 0 || !(is_blank(s[len]) || s[len] == '\0'))
            continue;
        buf_printf(out, "&#%u;", (unsigned)utf8_decode(s, len, &width));
        return len;
    }
    return 0;
}

static void put_words(struct buf *out, const char *text)
{
    const bool first = out->len == 0, line = first || out->at[out->len - 1] == '\n';
    const size_t begins = line ? beginning(text, first) : 0;
    for (size_t i = line ? put_bullet(out, text) : 0; text[i] != '\0'; i++) {
        if (i + 1 == begins || needs_backslash(text, i))
            buf_char(out, '\\');
        buf_char(out, is_blank(text[i]) ? ' ' : text[i]);
    }
}

/* ---- phrases ---- */

/* The phrases from `from` on that look the same in one way, `to` behind the last. */
static size_t alike(const struct text_runs *p, size_t from, size_t to, int way)
{
    const struct text_run *x = &p->all.at[from];
    size_t i = from;
    for (; i < to; i++) {
        const struct text_run *y = &p->all.at[i];
        if ((way == 0 && !same_text(x->link, y->link)) ||
            (way == 1 && !same_text(x->lang, y->lang)) ||
            (way == 2 && x->strong != y->strong) || (way == 3 && x->em != y->em))
            break;
    }
    return i;
}

static void put_address(struct buf *out, const char *link)
{
    bool odd = strpbrk(link, " ()<>") != NULL;
    buf_printf(out, odd ? "](<%s>)" : "](%s)", link);
}

/* A query stands apart from the words that it is about. */
static void put_code(struct buf *out, const char *code)
{
    if (strncmp(code, "((?", 3) == 0 && out->len > 0 && !is_blank(out->at[out->len - 1]))
        buf_char(out, ' ');
    buf_str(out, code);
}

/* Links without, then other languages, strong, emphasis: the only order there is. */
static void put_phrases(struct buf *out, const struct text_runs *p, size_t from,
                        size_t to, int way)
{
    while (from < to) {
        const struct text_run *x = &p->all.at[from];
        const size_t end = way < 4 ? alike(p, from, to, way) : from + 1;
        const bool link = way == 0 && x->link != NULL;
        const bool lang = way == 1 && x->lang != NULL && x->link == NULL;
        const char *sign = way == 2 && x->strong ? "**" : way == 3 && x->em ? "*" : "";
        buf_str(out, link || lang ? "[" : sign);
        if (way < 4)
            put_phrases(out, p, from, end, way + 1);
        else if (x->kind == PHRASE_WORDS)
            put_words(out, x->text);
        else
            put_code(out, x->kind == PHRASE_BREAK ? "\\\n" : x->text);
        buf_str(out, sign);
        if (link)
            put_address(out, x->link);
        else if (lang)
            buf_printf(out, "](lang:%s)", x->lang);
        from = end;
    }
}

const char *phrases_markdown(struct arena *a, const struct text_runs *p)
{
    struct buf out = buf_new(a);
    const struct text_runs tidy = settled(a, p);
    put_phrases(&out, &tidy, 0, tidy.all.len, 0);
    return out.at;
}

const char *phrases_words(struct arena *a, const struct text_runs *p)
{
    struct buf out = buf_new(a);
    for (size_t i = 0; i < p->all.len; i++)
        if (p->all.at[i].kind != PHRASE_CODE)
            buf_str(&out, p->all.at[i].kind == PHRASE_BREAK ? " " : p->all.at[i].text);
    for (size_t i = 0; i < out.len; i++)
        if (is_blank(out.at[i]))
            out.at[i] = ' ';
    return out.at;
}

/* ---- of an author's text ---- */

static const char *mark_typed(struct arena *a, const struct inline_node *n)
{
    struct buf out = buf_new(a);
    for (size_t i = 0; i < n->word_count; i++) {
        const char *word = n->words[i].text, *is = strchr(word, '=');
        buf_str(&out, i > 0 ? " " : "((");
        if (strchr(word, ' ') != NULL && is != NULL)
            buf_printf(&out, "%.*s\"%s\"", (int)(is + 1 - word), word, is + 1);
        else
            buf_str(&out, word);
    }
    buf_str(&out, "))");
    return out.at;
}

/* Inside ((typed …)) a backslash guards brackets and itself. */
static void put_guarded(struct buf *out, const char *text)
{
    for (; *text != '\0'; text++) {
        if (strchr("()\\|", *text) != NULL)
            buf_char(out, '\\');
        buf_char(out, *text);
    }
}

static const char *typed_typed(struct arena *a, const struct inline_node *n)
{
    struct buf out = buf_new(a);
    buf_str(&out, "((typed ");
    put_guarded(&out, n->text);
    if (n->source != NULL && n->source[0] != '\0') {
        buf_str(&out, " | ");
        put_guarded(&out, n->source);
    }
    buf_str(&out, "))");
    return out.at;
}

static const char *code_typed(struct arena *a, const struct inline_node *n)
{
    switch (n->kind) {
    case INLINE_MARK: return mark_typed(a, n);
    case INLINE_TYPED: return typed_typed(a, n);
    case INLINE_QUERY: return arena_printf(a, "((? %s ?))", n->text);
    case INLINE_NOTE: return arena_printf(a, "[^%s]", n->text);
    case INLINE_TEXT:
    case INLINE_EM:
    case INLINE_STRONG:
    case INLINE_LINK:
    case INLINE_LANG:
    case INLINE_BREAK:
    case INLINE_UNTRANSLATED: break;
    }
    return NULL;
}

static void add_phrases(struct arena *a, const struct inline_node *n,
                        struct text_run look, struct text_runs *out)
{
    for (; n != NULL; n = n->next) {
        struct text_run one = look;
        one.em = look.em || n->kind == INLINE_EM;
        one.strong = look.strong || n->kind == INLINE_STRONG;
        one.link = n->kind == INLINE_LINK ? n->text : look.link;
        one.lang = n->kind == INLINE_LANG ? n->text : look.lang;
        one.node = n;
        one.text = code_typed(a, n);
        if (one.text != NULL)
            one.kind = PHRASE_CODE;
        else if (n->kind == INLINE_BREAK)
            one.kind = PHRASE_BREAK;
        else
            one.text = n->text;
        if (n->child != NULL)
            add_phrases(a, n->child, one, out);
        else if (one.text != NULL || one.kind == PHRASE_BREAK)
            *array_push(a, &out->all) = one;
    }
}

void phrases_of(struct arena *a, const struct inline_node *n, struct text_runs *out)
{
    add_phrases(a, n, (struct text_run){.kind = PHRASE_WORDS}, out);
}

/* ---- lines ---- */

struct line_walk {
    struct arena *a;
    struct text_lines *out;
    struct pos pos;
};

static void add_block_lines(struct line_walk *w, const struct block *b, int level,
                            bool numbered, bool goes_on)
{
    for (; b != NULL; b = b->next) {
        if (level < 0)
            w->pos = b->pos;
        if (b->kind == BLOCK_PARAGRAPH) {
            struct text_line *l = array_push(w->a, &w->out->all);
            *l = (struct text_line){
                .level = level, .numbered = numbered, .goes_on = goes_on, .pos = w->pos};
            phrases_of(w->a, b->inlines, &l->phrases);
            l->markdown = phrases_markdown(w->a, &l->phrases);
            goes_on = level >= 0;
            continue;
        }
        if (b->kind == BLOCK_ITEM)
            add_block_lines(w, b->child, level, numbered, false);
        else
            add_block_lines(w, b->child, level + 1, b->kind == BLOCK_NUMBERS, false);
        goes_on = level >= 0;
        if (b->kind == BLOCK_ITEM)
            goes_on = false;
    }
}

void lines_of(struct arena *a, const struct block *blocks, struct text_lines *out)
{
    struct line_walk w = {a, out, {0}};
    add_block_lines(&w, blocks, -1, false, false);
}

/* Behind a line break the words of an item stand under those before it. */
static void put_line(struct buf *out, const char *markdown, int indent)
{
    for (; *markdown != '\0'; markdown++) {
        buf_char(out, *markdown);
        if (*markdown == '\n')
            buf_printf(out, "%*s", indent, "");
    }
}

/* Whether the list has an item of several paragraphs, so that its items stand apart. */
static bool is_loose(const struct text_line *lines, size_t from, size_t count)
{
    for (size_t i = from + 1; i < count && lines[i].level >= 0; i++)
        if (lines[i].goes_on)
            return true;
    return false;
}

enum { LEVELS = 9 };

const char *lines_markdown(struct arena *a, const struct text_line *lines, size_t count)
{
    struct buf out = buf_new(a);
    int number[LEVELS] = {0}, column[LEVELS + 1] = {0}, before = -1;
    bool loose = false;
    for (size_t i = 0; i < count; i++) {
        const int level = lines[i].level < LEVELS ? lines[i].level : LEVELS - 1;
        if (level >= 0 && before < 0)
            loose = is_loose(lines, i, count);
        if (i > 0)
            buf_str(&out, level < 0 || before < 0 || loose ? "\n\n" : "\n");
        if (level < 0) {
            put_line(&out, lines[i].markdown, 0);
        } else if (lines[i].goes_on) {
            buf_printf(&out, "%*s", column[level + 1], "");
            put_line(&out, lines[i].markdown, column[level + 1]);
        } else {
            number[level] = before >= level ? number[level] + 1 : 1;
            const char *sign =
                lines[i].numbered ? arena_printf(a, "%d. ", number[level]) : "- ";
            buf_printf(&out, "%*s%s", column[level], "", sign);
            column[level + 1] = column[level] + (int)strlen(sign);
            put_line(&out, lines[i].markdown, column[level + 1]);
        }
        before = level;
    }
    return out.at;
}

size_t lines_of_block(const struct text_line *lines, size_t count)
{
    size_t n = count > 0 ? 1 : 0;
    if (n > 0 && lines[0].level >= 0)
        while (n < count && lines[n].level >= 0 &&
               (lines[n].level > 0 || lines[n].goes_on ||
                lines[n].numbered == lines[0].numbered))
            n++;
    return n;
}

bool markdown_is_query(const char *markdown)
{
    const size_t len = strlen(markdown);
    return len > 6 && strncmp(markdown, "((?", 3) == 0 &&
           strstr(markdown, "?))") == markdown + len - 3;
}

size_t words_in(const char *text)
{
    size_t words = 0;
    for (const char *s = text; *s != '\0';) {
        s += strspn(s, " \t\n");
        words += *s != '\0';
        s += strcspn(s, " \t\n");
    }
    return words;
}
