/* terms.c -- terms of the house in the text: italic ones become emphasis, those to be
 * expanded are, at their first use in the body ("risk of serious harm (RoSH)"), and the
 * glossary learns which are used.  One pass: each word is looked up in a map of the first
 * words of all terms.  Case counts, and only whole words are terms. */
#include "compose/work.h"

#include <ctype.h>
#include <string.h>

#define WORD_BYTES 64 /* longer words begin no term */

/* A term, in the chain of those that begin with the same word, longest first. */
struct known {
    size_t index; /* of the programme's terms */
    const char *text, *expansion;
    size_t len;
    bool italic;
    struct known *next;
};

/* The terms in one language. */
struct lexicon {
    struct map *first_words;
    bool starts[256]; /* bytes that terms begin with */
    bool *expanded;
};

struct marking {
    struct work *w;
    struct lexicon in[LANG_COUNT]; /* another one than the report's: made when needed */
    enum lang lang;
    bool *used;
    bool body;   /* terms are expanded here */
    bool italic; /* already in emphasis */
    bool count;  /* uses here count for the glossary */
    bool opens;  /* a sentence begins here, as far as the text before shows */
};

/* Bytes of UTF-8 letters count as letters: terms never end inside one. */
static bool word_byte(char c)
{
    return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

static size_t word_len(const char *s)
{
    size_t len = 0;
    while (word_byte(s[len]))
        len++;
    return len;
}

/* ---- the terms ---- */

static void chain(struct known **head, struct known *k)
{
    while (*head != NULL && (*head)->len >= k->len)
        head = &(*head)->next;
    k->next = *head;
    *head = k;
}

static void learn_form(struct marking *m, size_t index, const char *text, bool expand)
{
    struct arena *a = m->w->a;
    const struct term *t = &m->w->p->terms[index];
    size_t first = text != NULL ? word_len(text) : 0;
    if (first == 0 || first >= WORD_BYTES)
        return;
    struct known *k = NEW(a, struct known);
    *k = (struct known){.index = index,
                        .text = text,
                        .len = strlen(text),
                        .italic = t->italic,
                        .expansion = expand ? t->expansion[m->lang] : NULL};
    struct lexicon *in = &m->in[m->lang];
    const char *key = arena_strndup(a, text, first);
    struct known *head = map_get(in->first_words, key);
    chain(&head, k);
    map_put(in->first_words, key, head);
    in->starts[(unsigned char)text[0]] = true;
}

/* A term and the other forms in which it stands in a text. */
static void learn(struct marking *m, size_t index)
{
    const struct term *t = &m->w->p->terms[index];
    const struct term_form *forms = t->forms[m->lang];
    learn_form(m, index, t->term[m->lang], t->expand);
    for (size_t i = 0; i < t->form_count[m->lang]; i++)
        learn_form(m, index, forms[i].text, forms[i].expand);
}

/* From here on the words are in that language. */
static void speak(struct marking *m, enum lang l)
{
    struct lexicon *in = &m->in[l];
    size_t count = m->w->p->term_count;
    m->lang = l;
    if (in->first_words != NULL)
        return;
    in->first_words = map_new(m->w->a);
    in->expanded = NEW_ARRAY(m->w->a, bool, count + 1);
    for (size_t i = 0; i < count; i++)
        learn(m, i);
}

/* The longest term that stands at `s`, where a word begins. */
static const struct known *term_at(const struct marking *m, const char *s, size_t len)
{
    char word[WORD_BYTES];
    const struct lexicon *in = &m->in[m->lang];
    if (!in->starts[(unsigned char)*s] || len >= WORD_BYTES)
        return NULL;
    memcpy(word, s, len);
    word[len] = '\0';
    const struct known *k = map_get(in->first_words, word);
    while (k != NULL && (strncmp(s, k->text, k->len) != 0 || word_byte(s[k->len])))
        k = k->next;
    return k;
}

/* ---- marking a text ---- */

/* The author has expanded it: "risk of serious harm (RoSH)" or the other way round. */
static bool stands_expanded(const struct known *k, const char *text, const char *at)
{
    size_t len = strlen(k->expansion);
    const char *after = at + k->len;
    if (*after == ')' && (size_t)(at - text) >= len + 2 && at[-1] == '(' &&
        strncmp(at - len - 2 + 1, k->expansion + 1, len - 1) == 0)
        return true;
    return strncmp(after, " (", 2) == 0 && strncmp(after + 2, k->expansion, len) == 0;
}

/* Whether a sentence may begin behind these bytes; `opens` where they hold no word. */
static bool opens_behind(const char *text, const char *end, bool opens)
{
    while (end > text && (strchr(" \"')", end[-1]) != NULL))
        end--;
    return end == text ? opens : strchr(".!?", end[-1]) != NULL;
}

/* The words to print for a term: NULL when they stay as they are. */
static const char *expand(struct marking *m, const struct known *k, const char *text,
                          const char *at)
{
    bool *expanded = m->in[m->lang].expanded;
    if (!m->body || k->expansion == NULL || expanded[k->index])
        return NULL;
    expanded[k->index] = true;
    if (stands_expanded(k, text, at))
        return NULL;
    const char *words = k->expansion;
    if (m->lang == LANG_CY) /* the word before may change what follows it */
        return arena_printf(m->w->a, "%s (%s)", k->text, words);
    if (opens_behind(text, at, m->opens))
        words = lang_capital(m->w->a, m->lang, words);
    return arena_printf(m->w->a, "%s (%s)", words, k->text);
}

/* Puts `len` bytes behind `after`; the first piece takes the place of the text itself. */
static struct element *put_piece(struct marking *m, struct element *after, bool replace,
                                 const char *s, size_t len, bool em)
{
    struct arena *a = m->w->a;
    struct element *piece = after;
    if (!replace) {
        piece = element_new(a, EL_TEXT, after->pos);
        element_insert(after, piece);
    }
    const char *text = arena_strndup(a, s, len);
    piece->text = em ? NULL : text;
    if (em) {
        piece->kind = EL_EM;
        element_text(a, piece, text, piece->pos);
    }
    return piece;
}

/* Cuts a text where a term needs marking; gives back its last piece. */
static struct element *mark_text(struct marking *m, struct element *t)
{
    const char *text = t->text, *done = text;
    bool first = true;
    for (const char *s = text; *s != '\0';) {
        size_t len = word_len(s);
        const struct known *k = len > 0 ? term_at(m, s, len) : NULL;
        if (k == NULL) {
            s += len > 0 ? len : 1;
            continue;
        }
        m->used[k->index] = m->used[k->index] || m->count;
        const char *words = expand(m, k, text, s);
        bool em = k->italic && !m->italic;
        if (words != NULL || em) {
            if (s > done) {
                t = put_piece(m, t, first, done, (size_t)(s - done), false);
                first = false;
            }
            words = words != NULL ? words : k->text;
            t = put_piece(m, t, first, words, strlen(words), em);
            first = false;
            done = s + k->len;
        }
        s += k->len;
    }
    if (!first && *done != '\0')
        t = put_piece(m, t, false, done, strlen(done), false);
    return t;
}

/* ---- the walk ---- */

static void mark_children(struct marking *m, struct element *e);

/* Words that stand by themselves or, as a quotation, in another language. */
static bool left_alone(const struct marking *m, const struct element *e)
{
    if (e->kind != EL_UNTRANSLATED && e->kind != EL_NOTE &&
        element_lang(e, m->lang) != m->lang)
        return true;
    return e->kind == EL_ALT || e->kind == EL_COVER || e->kind == EL_GLOSSARY ||
           e->kind == EL_TITLE || e->kind == EL_SUBJECT || e->kind == EL_KEYWORDS ||
           e->kind == EL_FOOT || e->kind == EL_FIG || e->kind == EL_QUERY;
}

/* Headings, captions, tables and charts are not where a reader meets a term first. */
static bool leaves_body(const struct element *e)
{
    return e->kind == EL_HEADING || e->kind == EL_CAPTION || e->kind == EL_TABLE ||
           e->kind == EL_CHART || e->kind == EL_TITLE || e->kind == EL_ASIDE ||
           e->kind == EL_NOTE;
}

static struct element *mark_element(struct marking *m, struct element *e)
{
    if (e->kind == EL_TEXT)
        return mark_text(m, e);
    if (left_alone(m, e))
        return e;
    enum lang outer_lang = m->lang;
    bool body = m->body, italic = m->italic, opens = m->opens;
    if (e->set[AT_LANG] != 0)
        speak(m, element_lang(e, m->lang));
    m->body = (m->body || e->kind == EL_SECTION) && !leaves_body(e);
    m->italic = m->italic || e->kind == EL_EM;
    m->opens = m->opens || !element_is_inline(e->kind) || e->kind == EL_NOTE;
    mark_children(m, e);
    m->lang = outer_lang;
    m->body = body;
    m->italic = italic;
    m->opens = opens;
    return e;
}

/* What was just passed decides whether a sentence begins behind it; notes do not count.
 */
static void mark_children(struct marking *m, struct element *e)
{
    for (struct element *c = e->first; c != NULL; c = c->next) {
        const char *text = c->text;
        bool inside = element_is_inline(c->kind) && c->kind != EL_NOTE;
        c = mark_element(m, c);
        if (text != NULL)
            m->opens = opens_behind(text, text + strlen(text), m->opens);
        else if (inside)
            m->opens = false;
    }
}

static void fill_glossaries(struct marking *m, struct element *e)
{
    for (struct element *c = e->first; c != NULL; c = c->next) {
        if (c->kind != EL_GLOSSARY) {
            fill_glossaries(m, c);
            continue;
        }
        glossary_fill(m->w, c, m->used);
        m->count = false;
        mark_children(m, c);
    }
}

void terms_mark(struct work *w, struct element *root)
{
    size_t count = w->p->term_count;
    struct marking m = {.w = w, .count = true};
    m.used = NEW_ARRAY(w->a, bool, count + 1);
    speak(&m, w->lang);
    mark_children(&m, root);
    fill_glossaries(&m, root);
}
