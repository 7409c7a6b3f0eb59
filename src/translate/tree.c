/* tree.c -- a translation to a paragraph.  In: words and codes that fit the English; out:
 * inline nodes, never by way of Markdown, so that a sign in Welsh is a sign.  Figures,
 * links and notes are the author's own nodes. */
#include "translate/fit.h"

#include "base/array.h"

#include <string.h>

struct builder {
    struct arena *a;
    const struct fault_of *f;
    struct content target;
    size_t at;
    char last; /* sign of the text before, without blanks and quotes; 0 at the start */
    bool wrong;
};

struct list {
    struct inline_node *first, *last;
};

static struct inline_node *append(struct builder *b, struct list *l,
                                  const struct inline_node *like)
{
    struct inline_node *n = NEW(b->a, struct inline_node);
    *n = *like;
    n->child = n->next = NULL;
    if (l->last == NULL)
        l->first = n;
    else
        l->last->next = n;
    l->last = n;
    return n;
}

/* ---- words ---- */

static void add_text(struct builder *b, struct list *l, const struct code *c,
                     const char *text, size_t len)
{
    if (len == 0)
        return;
    struct inline_node like = {.kind = INLINE_TEXT, .pos = c->pos};
    append(b, l, &like)->text = arena_strndup(b->a, text, len);
    for (size_t i = 0; i < len; i++)
        if (strchr(" \n\t\"'()", text[i]) == NULL && (unsigned char)text[i] < 0x80)
            b->last = text[i];
        else if ((unsigned char)text[i] >= 0xC3 && (unsigned char)text[i] < 0xE2)
            b->last = 'a'; /* a letter with an accent */
}

static void add_span(struct builder *b, struct list *l, const struct code *c,
                     const char *words, size_t len)
{
    struct inline_node like = {.kind = INLINE_LANG, .text = "en", .pos = c->pos};
    struct list inside = {0};
    struct inline_node *n = append(b, l, &like);
    add_text(b, &inside, c, words, len);
    n->child = inside.first;
}

static void add_words(struct builder *b, struct list *l, const struct code *c)
{
    const char *from = c->text, *s = from;
    while (*s != '\0') {
        const char *words_end, *end = lang_span(s, &words_end);
        if (end == NULL) {
            s++;
            continue;
        }
        add_text(b, l, c, from, (size_t)(s - from));
        add_span(b, l, c, s + 1, (size_t)(words_end - s - 1));
        from = s = end;
    }
    add_text(b, l, c, from, (size_t)(s - from));
}

/* ---- figures ---- */

static bool sentence_begins(const struct builder *b)
{
    return b->last == '\0' || strchr(".!?", b->last) != NULL;
}

/* "Spelt" begins a sentence, "spelt" does not, whichever it was in the English. */
static const char *form_word(const char *word, bool begins)
{
    static const char *const small[] = {"spelt", "words"};
    static const char *const capital[] = {"Spelt", "Words"};
    for (size_t i = 0; i < LEN(small); i++)
        if (strcmp(word, small[i]) == 0 || strcmp(word, capital[i]) == 0)
            return begins ? capital[i] : small[i];
    return word;
}

/* "((field area in))": the form that the translator chose. */
static void choose_form(struct builder *b, struct inline_node *n, const struct code *c,
                        struct mark_word *words)
{
    static const char sign[] = "((field ";
    if (strncmp(c->text, sign, strlen(sign)) != 0)
        return;
    const char *form = c->text + strlen(sign);
    form += strcspn(form, " )");
    form += strspn(form, " ");
    size_t len = strcspn(form, " )");
    n->word_count = len > 0 ? 3 : 2;
    if (len > 0)
        words[2] = (struct mark_word){arena_strndup(b->a, form, len), c->pos};
}

static void add_mark(struct builder *b, struct list *l, const struct code *c)
{
    struct inline_node *n = append(b, l, c->node);
    struct mark_word *words = NEW_ARRAY(b->a, struct mark_word, n->word_count + 2);
    bool begins = sentence_begins(b);
    for (size_t i = 0; i < n->word_count; i++) {
        words[i] = n->words[i];
        if (i > 0) /* the first is a name */
            words[i].text = form_word(words[i].text, begins);
    }
    choose_form(b, n, c, words);
    n->words = words;
    b->last = '0';
}

/* ---- pairs ---- */

static struct list build(struct builder *b);

/* A typed figure holds plain words. */
static void close_typed(struct builder *b, struct inline_node *n, struct list inside)
{
    struct buf words = buf_new(b->a);
    for (const struct inline_node *i = inside.first; i != NULL; i = i->next) {
        if (i->kind == INLINE_TEXT) {
            buf_str(&words, i->text);
            continue;
        }
        b->wrong = true;
        diag(b->f->d, DIAG_XLIFF_CODES, b->f->pos,
             "a code among the words of a typed figure in unit %s (%s)", b->f->unit,
             b->f->path);
    }
    n->text = words.at;
}

static void add_pair(struct builder *b, struct list *l, const struct inline_node *like)
{
    struct inline_node *n = append(b, l, like);
    struct list inside = build(b);
    if (n->kind == INLINE_TYPED)
        close_typed(b, n, inside);
    else
        n->child = inside.first;
}

/* Up to the close of the pair that we are in. */
static struct list build(struct builder *b)
{
    struct list l = {0};
    while (b->at < b->target.count) {
        const struct code *c = &b->target.at[b->at++];
        if (c->kind == CODE_CLOSE)
            break;
        if (c->kind == CODE_TEXT)
            add_words(b, &l, c);
        else if (c->kind == CODE_OPEN)
            add_pair(b, &l, c->node);
        else if (c->node->kind == INLINE_MARK)
            add_mark(b, &l, c);
        else
            append(b, &l, c->node);
    }
    return l;
}

const struct inline_node *content_tree(struct arena *a, const struct fault_of *f,
                                       struct content english, struct content target)
{
    struct builder b = {.a = a, .f = f};
    if (!codes_fit(a, f, english, target, &b.target))
        return NULL;
    struct list l = build(&b);
    return b.wrong ? NULL : l.first;
}
