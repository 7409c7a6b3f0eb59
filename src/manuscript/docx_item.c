/* docx_item.c -- in: a paragraph of a Word document; out: whether it is an item of a
 * list, how deep and how far set in, and signs of items that somebody has typed.  Runs in
 * the sandbox. */
#include "manuscript/docx.h"

#include "base/ascii.h"

#include <stdlib.h>
#include <string.h>

enum { STYLES = 10 /* that are based on each other */ };

/* ---- how far it is set in ---- */

/* In twentieths of a point; -1: it is not said. */
static int left_of(struct docx *x, const xmlNode *ppr)
{
    const xmlNode *ind = docx_child(ppr, "ind");
    if (ind == NULL)
        return -1;
    const char *left = word_attribute(x->a, ind, "left");
    if (left[0] == '\0')
        left = word_attribute(x->a, ind, "start");
    if (left[0] == '\0')
        return -1;
    return left[0] == '-' ? 0 : ascii_number(left, DOCX_INDENT_MOST);
}

/* Styles in which Word and LibreOffice set what goes on with an item. */
static bool goes_on_by_name(const char *name)
{
    const size_t len = strlen(name);
    return strcmp(name, "list paragraph") == 0 || strcmp(name, "list contents") == 0 ||
           strncmp(name, "list continue", 13) == 0 ||
           (len > 6 && strcmp(name + len - 6, " cont.") == 0);
}

/* ---- lists ---- */

static void take_style_list(struct docx *x, const struct docx_style *style,
                            struct docx_item *item, const char **list)
{
    for (int i = 0; (*list)[0] == '\0' && style != NULL && i < STYLES;
         i++, style = docx_style(x, style->based))
        if (style->list != NULL) {
            *list = style->list;
            if (item->level == NULL)
                item->level = style->level;
        }
}

/* LibreOffice puts the numbering of an item's further paragraphs off, and says at most
 * how far they are set in; who takes a paragraph out of a list sets it in by nothing. */
struct docx_item docx_item(struct docx *x, const xmlNode *ppr,
                           const struct docx_style *style)
{
    const xmlNode *own = docx_child(ppr, "numPr");
    const char *list = own != NULL ? docx_value(x, own, "numId") : "";
    struct docx_item item = {.level = own != NULL ? docx_value(x, own, "ilvl") : NULL,
                             .left = left_of(x, ppr)};
    take_style_list(x, style, &item, &list);
    const struct docx_level level = docx_level(x, list, item.level);
    item.kind = level.kind;
    if (item.left < 0)
        item.left = level.left;
    item.named =
        item.kind[0] == '\0' && ((style != NULL && goes_on_by_name(style->name)) ||
                                 (strcmp(list, "0") == 0 && item.left != 0));
    for (int i = 0; item.left < 0 && (item.kind[0] != '\0' || item.named) &&
                    style != NULL && i < STYLES;
         i++, style = docx_style(x, style->based))
        item.left = style->left;
    return item;
}

int docx_left(struct docx *x, const xmlNode *ppr)
{
    return left_of(x, ppr);
}

/* ---- signs that somebody has typed ---- */

enum sign_kind {
    SIGN_ROUND, /* a bullet and nothing else */
    SIGN_DASH,  /* a bullet at the beginning; behind a line break maybe a dash */
    SIGN_TABBED /* a bullet only with a tab behind it */
};

static const struct {
    const char *sign;
    enum sign_kind kind;
} typed_signs[] = {
    {"\u2022", SIGN_ROUND}, {"\u00B7", SIGN_ROUND}, {"\u25AA", SIGN_ROUND},
    {"\u25CF", SIGN_ROUND}, {"\u25E6", SIGN_ROUND}, {"\u25CB", SIGN_ROUND},
    {"\u25A0", SIGN_ROUND}, {"\u2023", SIGN_ROUND}, {"\u2043", SIGN_ROUND},
    {"\u27A2", SIGN_ROUND}, {"\u2219", SIGN_ROUND}, {"\u2013", SIGN_DASH},
    {"\u2010", SIGN_DASH},  {"-", SIGN_DASH},       {"\u2014", SIGN_TABBED},
    {"o", SIGN_TABBED},     {"*", SIGN_TABBED},
};

static bool is_white(const char *s, size_t *len)
{
    *len = strncmp(s, "\u00A0", 2) == 0 ? 2 : 1;
    return *len == 2 || is_blank(*s);
}

static size_t white_len(const char *s)
{
    size_t all = 0, len;
    while (s[all] != '\0' && is_white(s + all, &len))
        all += len;
    return all;
}

/* How many bytes of the beginning are one, with the blanks around it; 0: none. */
static size_t typed_len(const char *words, enum sign_kind *kind)
{
    const char *s = words + white_len(words);
    for (size_t i = 0; i < LEN(typed_signs); i++) {
        const size_t len = strlen(typed_signs[i].sign);
        if (strncmp(s, typed_signs[i].sign, len) != 0)
            continue;
        const size_t blanks = white_len(s + len);
        *kind = typed_signs[i].kind;
        const bool alone = *kind == SIGN_ROUND && s[len] == '\0';
        const bool tabbed = memchr(s + len, '\t', blanks) != NULL;
        if (alone || (blanks > 0 && (*kind != SIGN_TABBED || tabbed)))
            return (size_t)(s - words) + len + blanks;
    }
    return 0;
}

/* The words with which the phrases [from, to) begin, up to a mark, a break or their end:
 * the sign, its tab and the text behind it may be in a run each. */
static const char *first_words(struct docx *x, const struct text_runs *p, size_t from,
                               size_t to)
{
    enum { ENOUGH = 40 };
    struct buf out = buf_new(x->a);
    for (size_t i = from; i < to && out.len < ENOUGH; i++) {
        if (p->all.at[i].kind != PHRASE_WORDS)
            break;
        buf_str(&out, p->all.at[i].text);
    }
    return out.at;
}

static void drop_bytes(struct docx *x, struct text_runs *p, size_t from, size_t len)
{
    for (size_t i = from; len > 0; i++) {
        struct text_run *one = &p->all.at[i];
        const size_t has = strlen(one->text), cut = has < len ? has : len;
        one->text = arena_strdup(x->a, one->text + cut);
        len -= cut;
    }
}

/* Where the line ends that begins at `from`. */
static size_t line_end_of(const struct text_runs *p, size_t from)
{
    while (from < p->all.len && p->all.at[from].kind != PHRASE_BREAK)
        from++;
    return from;
}

/* Whether the line from `from` on is an item; one dash alone behind a break is a dash. */
static size_t item_len(struct docx *x, const struct text_runs *p, size_t from,
                       enum sign_kind *kind)
{
    return typed_len(first_words(x, p, from, line_end_of(p, from)), kind);
}

static bool are_dashes_items(struct docx *x, const struct text_runs *p)
{
    size_t dashes = 0;
    enum sign_kind kind;
    for (size_t at = 0; at < p->all.len; at = line_end_of(p, at) + 1)
        dashes += item_len(x, p, at, &kind) > 0 && kind == SIGN_DASH;
    return dashes > 1;
}

bool docx_take_sign(struct docx *x, struct text_runs *p, bool item)
{
    enum sign_kind kind;
    const size_t len = item_len(x, p, 0, &kind);
    if (len == 0 || (item && kind != SIGN_ROUND))
        return false;
    drop_bytes(x, p, 0, len);
    return true;
}

struct docx_lines docx_lines(struct docx *x, const struct text_runs *p)
{
    return (struct docx_lines){p, 0, are_dashes_items(x, p)};
}

bool docx_next_line(struct docx *x, struct docx_lines *lines, struct text_runs *line)
{
    const struct text_runs *p = lines->of;
    enum sign_kind kind;
    size_t end = line_end_of(p, lines->at);
    for (; end < p->all.len; end = line_end_of(p, end + 1))
        if (item_len(x, p, end + 1, &kind) > 0 && (kind == SIGN_ROUND || lines->dashes))
            break;
    *line = (struct text_runs){0};
    for (size_t i = lines->at; i < end; i++)
        *array_push(x->a, &line->all) = p->all.at[i];
    lines->at = end + 1;
    return end < p->all.len;
}
