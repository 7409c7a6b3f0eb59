/* terms.c -- terms of the house in the text: italic ones become emphasis, those to be
 * expanded are, at their first use in the body ("risk of serious harm (RoSH)"), with the
 * article and the possessive that the words need, and the glossary learns which are used.
 * One pass: each word is looked up in a map of the first words of all terms.  Case
 * counts, and only whole words are terms. */
#include "compose/work.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

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

/* What means one thing in one house and another in the next is expanded in neither's
 * words. */
static void disagree(struct known *head, struct known *k)
{
    for (; head != NULL; head = head->next)
        if (head->index != k->index && strcmp(head->text, k->text) == 0 &&
            head->expansion != NULL && k->expansion != NULL &&
            strcmp(head->expansion, k->expansion) != 0)
            head->expansion = k->expansion = NULL;
}

/* `expansion`: NULL: it is not expanded. */
static void learn_form(struct marking *m, size_t index, const char *text,
                       const char *expansion)
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
                        .expansion = expansion};
    struct lexicon *in = &m->in[m->lang];
    const char *key = arena_strndup(a, text, first);
    struct known *head = map_get(in->first_words, key);
    disagree(head, k);
    chain(&head, k);
    map_put(in->first_words, key, head);
    in->starts[(unsigned char)text[0]] = true;
}

/* "RMPs", of an English abbreviation that is expanded; NULL of any other term. */
static const char *plural_of(struct marking *m, const struct term *t)
{
    bool has = m->lang == LANG_EN && t->expand && t->expansion[LANG_EN] != NULL &&
               t->term[LANG_EN] != NULL;
    return has ? arena_printf(m->w->a, "%ss", t->term[LANG_EN]) : NULL;
}

/* What a form stands for: its own words, or by rule the term's. */
static const char *form_expansion(struct marking *m, const struct term *t,
                                  const struct term_form *form, bool plural)
{
    const char *words = t->expansion[m->lang];
    if (!form->expand || form->expansion != NULL)
        return form->expand ? form->expansion : NULL;
    return plural ? lang_plural_rule(m->w->a, words) : words;
}

/* A term and the other forms in which it stands in a text. */
static void learn(struct marking *m, size_t index)
{
    const struct term *t = &m->w->p->terms[index];
    const struct term_form *forms = t->forms[m->lang];
    const char *plural = plural_of(m, t);
    learn_form(m, index, t->term[m->lang], t->expand ? t->expansion[m->lang] : NULL);
    for (size_t i = 0; i < t->form_count[m->lang]; i++) {
        bool by_rule = plural != NULL && strcmp(plural, forms[i].text) == 0;
        learn_form(m, index, forms[i].text, form_expansion(m, t, &forms[i], by_rule));
        plural = by_rule ? NULL : plural;
    }
    if (plural != NULL)
        learn_form(m, index, plural, lang_plural_rule(m->w->a, t->expansion[LANG_EN]));
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

/* Do these words stand right before the bracket that `at` stands behind?  Their first
 * letter may be a capital. */
static bool words_before(const char *words, const char *text, const char *at)
{
    size_t len = strlen(words);
    return (size_t)(at - text) >= len + 2 &&
           strncmp(at - len - 2 + 1, words + 1, len - 1) == 0;
}

/* The author has expanded it: "risk of serious harm (RoSH)" or the other way round, and
 * of several "pre-sentence reports (PSR)". */
static bool stands_expanded(struct marking *m, const struct known *k, const char *text,
                            const char *at)
{
    const char *words = k->expansion, *after = at + k->len;
    if (*after == ')' && at > text && at[-1] == '(' &&
        (words_before(words, text, at) ||
         words_before(lang_plural_rule(m->w->a, words), text, at)))
        return true;
    return strncmp(after, " (", 2) == 0 && strncmp(after + 2, words, strlen(words)) == 0;
}

/* Whether a sentence may begin behind these bytes; `opens` where they hold no word. */
static bool opens_behind(const char *text, const char *end, bool opens)
{
    while (end > text && (strchr(" \"')", end[-1]) != NULL))
        end--;
    return end == text ? opens : strchr(".!?", end[-1]) != NULL;
}

/* What is printed for a term, and how many bytes of the text it takes the place of:
 * before the term its article, behind it what makes it a possessive. */
struct printed {
    const char *words;   /* NULL: it stays as it is */
    const char *article; /* NULL: none before it */
    size_t before, behind;
};

/* The bytes of an apostrophe, straight or typographic. */
static size_t apostrophe_len(const char *s)
{
    return s[0] == '\'' ? 1 : strncmp(s, "\u2019", 3) == 0 ? 3 : 0;
}

/* "'s", or, behind a plural and before a word, "'" that closes no quotation. */
static size_t possessive_len(const struct known *k, const char *text, const char *at)
{
    const char *behind = at + k->len;
    size_t sign = apostrophe_len(behind);
    if (sign == 0)
        return 0;
    if (behind[sign] == 's')
        return word_byte(behind[sign + 1]) ? 0 : sign + 1;
    bool plural = at[k->len - 1] == 's' && behind[sign] == ' ' &&
                  isalpha((unsigned char)behind[sign + 1]);
    for (const char *s = text; s < at && plural; s++)
        plural = strncmp(s, "\u2018", 3) != 0 &&
                 (*s != '\'' || (s > text && word_byte(s[-1])));
    return plural ? sign : 0;
}

/* "a" or "an" and a blank right before `at`; 0: neither. */
static size_t article_len(const char *text, const char *at)
{
    size_t room = (size_t)(at - text);
    for (size_t len = 2; len <= 3; len++) {
        const char *s = at - len;
        if (room >= len && strncasecmp(s, "an ", len - 1) == 0 && at[-1] == ' ' &&
            (s == text || !word_byte(s[-1])))
            return len;
    }
    return 0;
}

/* The article that the words need, with the capital of the one that was typed, where it
 * is another one. */
static void set_article(struct marking *m, struct printed *p, const char *text,
                        const char *at, const char *words)
{
    size_t len = article_len(text, at);
    const char *article = lang_article(words);
    if (len == 0 || strlen(article) + 1 == len)
        return;
    p->before = len;
    p->article = arena_printf(m->w->a, "%s ", article);
    if (isupper((unsigned char)at[-(long)len]))
        p->article = lang_capital(m->w->a, LANG_EN, p->article);
}

/* English: "a risk management plan (RMP)", "the pre-sentence report's (PSR) author". */
static struct printed expand_english(struct marking *m, const struct known *k,
                                     const char *text, const char *at)
{
    struct printed p = {.behind = possessive_len(k, text, at)};
    const char *words = k->expansion;
    set_article(m, &p, text, at, words);
    if (opens_behind(text, at, m->opens))
        words = lang_capital(m->w->a, m->lang, words);
    p.words =
        arena_printf(m->w->a, "%s%.*s (%s)", words, (int)p.behind, at + k->len, k->text);
    return p;
}

static struct printed expand(struct marking *m, const struct known *k, const char *text,
                             const char *at)
{
    bool *expanded = m->in[m->lang].expanded;
    if (!m->body || k->expansion == NULL || expanded[k->index])
        return (struct printed){0};
    expanded[k->index] = true;
    if (stands_expanded(m, k, text, at))
        return (struct printed){0};
    if (m->lang == LANG_EN)
        return expand_english(m, k, text, at);
    /* the word before may change what follows it */
    const char *words = arena_printf(m->w->a, "%s (%s)", k->text, k->expansion);
    return (struct printed){.words = words};
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

/* A text while it is cut: what of it has been put, behind which element. */
struct cut {
    struct element *last;
    const char *done;
    bool first; /* nothing has been put yet */
};

static void cut_put(struct marking *m, struct cut *c, const char *s, size_t len, bool em)
{
    if (len == 0)
        return;
    c->last = put_piece(m, c->last, c->first, s, len, em);
    c->first = false;
}

static void mark_term(struct marking *m, struct cut *c, const struct known *k,
                      const char *text, const char *at)
{
    m->used[k->index] = m->used[k->index] || m->count;
    struct printed p = expand(m, k, text, at);
    bool em = k->italic && !m->italic;
    if (p.words == NULL && !em)
        return;
    cut_put(m, c, c->done, (size_t)(at - c->done) - p.before, false);
    if (p.article != NULL)
        cut_put(m, c, p.article, strlen(p.article), false);
    const char *words = p.words != NULL ? p.words : k->text;
    cut_put(m, c, words, strlen(words), em);
    c->done = at + k->len + p.behind;
}

/* Cuts a text where a term needs marking; gives back its last piece. */
static struct element *mark_text(struct marking *m, struct element *t)
{
    const char *text = t->text;
    struct cut c = {.last = t, .done = text, .first = true};
    for (const char *s = text; *s != '\0';) {
        size_t len = word_len(s);
        const struct known *k = len > 0 ? term_at(m, s, len) : NULL;
        if (k != NULL)
            mark_term(m, &c, k, text, s);
        s += k != NULL ? k->len : len > 0 ? len : 1;
    }
    if (!c.first)
        cut_put(m, &c, c.done, strlen(c.done), false);
    return c.last;
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
