/* one_name.c -- one thing by two names: the area and the service with their words in
 * another order or nearly spelt, another short name, titles with other words or capitals,
 * a body whose letters are explained in two ways.  In: the texts of an inspection in a
 * language; out: a warning at each place. */
#include "review/reviewing.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "model/bare.h"
#include "model/bare_tokens.h"
#include "model/mutation.h"

#include <ctype.h>
#include <string.h>

enum {
    NEAR_LETTERS = 6, /* of a name that may be nearly spelt */
    LIKE_WORDS = 4,   /* not small ones, of a name in which one may be another */
    TITLE_WORDS = 3,
    NAME_WORDS = 12
};

struct name_word {
    const char *own, *small;
    size_t from, to;
    bool breaks; /* a sign stands before it */
};

/* Words of a text or a name; hyphens part them. */
struct word_list {
    ARRAY(struct name_word) at;
};

enum name_kind { NAME_PLACE, NAME_TITLE, NAME_BODY };

struct known_name {
    enum name_kind kind;
    const char *name;
    struct word_list words;
    const char *letters; /* BODY: "MARAC"; NULL */
};

struct calling {
    struct arena *a;
    struct diags *d;
    const struct inspection *in;
    const struct review_rules *rules;
    enum lang lang;
    ARRAY(struct known_name) names;
    struct map *bodies; /* letters to the name that explains them */
    const struct bare_text *text;
    struct word_list words; /* of that */
};

/* ---- words ---- */

static struct word_list name_words(const struct calling *n, const char *text)
{
    struct bare_tokens t = bare_cut(n->a, n->rules->words, n->lang, text);
    struct word_list out = {0};
    bool breaks = false;
    for (size_t i = 0; i < t.all.len; i++) {
        const struct bare_token *k = &t.all.at[i];
        bool hyphen = k->kind == TOKEN_SIGN && strcmp(k->own, "-") == 0;
        if (k->kind == TOKEN_WORD)
            *array_push(n->a, &out.at) =
                (struct name_word){k->own, k->small, k->from, k->to, breaks};
        breaks = k->kind != TOKEN_WORD && !(hyphen && k->glued);
    }
    return out;
}

static void add_name(struct calling *n, enum name_kind kind, const char *name,
                     const char *letters)
{
    if (name == NULL || *name == '\0')
        return;
    struct word_list words = name_words(n, name);
    if (words.at.len > 0 && words.at.len <= NAME_WORDS)
        *array_push(n->a, &n->names) = (struct known_name){kind, name, words, letters};
}

static bool is_small(const struct calling *n, const char *word)
{
    return map_get(n->rules->small[n->lang], word) != NULL;
}

static bool is_capital(const char *own)
{
    return *own >= 'A' && *own <= 'Z';
}

/* Words [i, i + count) with no sign between them. */
static bool is_run(const struct word_list *w, size_t i, size_t count)
{
    if (i + count > w->at.len)
        return false;
    for (size_t k = 1; k < count; k++)
        if (w->at.at[i + k].breaks)
            return false;
    return true;
}

static void say_other(struct calling *n, size_t i, size_t count, const char *other)
{
    const struct name_word *first = &n->words.at.at[i];
    size_t to = n->words.at.at[i + count - 1].to;
    diag(n->d, DIAG_NAME_OTHER, bare_text_pos(n->text, first->from),
         "\"%.*s\" here, \"%s\" elsewhere; use one of them", (int)(to - first->from),
         n->text->words + first->from, other);
}

/* ---- nearly the same word ---- */

/* "Westmere" of "Westmere's". */
static size_t stem_length(const char *small)
{
    size_t len = strlen(small);
    return len > 2 && strcmp(small + len - 2, "'s") == 0 ? len - 2 : len;
}

/* One letter changed, left out, put in, or two in the wrong order. */
static bool is_near(const char *x, size_t xn, const char *y, size_t yn)
{
    size_t head = 0, tail = 0, least = xn < yn ? xn : yn;
    while (head < least && x[head] == y[head])
        head++;
    while (tail < least - head && x[xn - 1 - tail] == y[yn - 1 - tail])
        tail++;
    size_t dx = xn - head - tail, dy = yn - head - tail;
    bool turned = dx == 2 && dy == 2 && x[head] == y[head + 1] && x[head + 1] == y[head];
    return turned || (dx <= 1 && dy <= 1 && dx + dy > 0);
}

static bool is_slip(const struct calling *n, const struct name_word *w, const char *name)
{
    size_t len = stem_length(w->small), own = strlen(name);
    if (own < NEAR_LETTERS || len < NEAR_LETTERS - 1 || !is_capital(w->own) ||
        !is_near(w->small, len, name, own))
        return false;
    bool plural =
        len == own + 1 && w->small[own] == 's' && strncmp(w->small, name, own) == 0;
    bool mutated = mutation_of(name, w->small) || mutation_of(w->small, name);
    return !plural && (n->lang == LANG_EN || !mutated);
}

/* ---- the area and the service ---- */

static bool is_turned(const struct calling *n, const struct word_list *name, size_t i)
{
    size_t count = name->at.len;
    bool used[NAME_WORDS] = {false}, same = true;
    if (count < 2 || !is_run(&n->words, i, count))
        return false;
    for (size_t k = 0; k < count; k++) {
        const struct name_word *w = &n->words.at.at[i + k];
        size_t j = 0;
        while (j < count && (used[j] || strcmp(name->at.at[j].small, w->small) != 0))
            j++;
        if (j == count || (!is_capital(w->own) && !is_small(n, w->small)))
            return false;
        used[j] = true;
        same &= j == k;
    }
    return !same;
}

static bool same_word(const char *x, const char *y)
{
    size_t xn = stem_length(x), yn = stem_length(y);
    xn -= xn > 3 && x[xn - 1] == 's';
    yn -= yn > 3 && y[yn - 1] == 's';
    return xn == yn && strncmp(x, y, xn) == 0;
}

/* How many words of the name the run from `i` on does not have at their places. */
static size_t words_other(const struct calling *n, const struct word_list *name, size_t i)
{
    size_t other = 0;
    for (size_t k = 0; k < name->at.len; k++)
        other += !same_word(name->at.at[k].small, n->words.at.at[i + k].small);
    return other;
}

static bool is_known(const struct calling *n, size_t i)
{
    for (size_t k = 0; k < n->names.len; k++) {
        const struct word_list *name = &n->names.at[k].words;
        if (name->at.len > 1 && is_run(&n->words, i, name->at.len) &&
            words_other(n, name, i) == 0)
            return true;
    }
    return false;
}

/* One word of several is another, and the whole is no other name that is known.  A name
 * has a capital letter there too; another place's service begins with another word. */
static bool is_like(const struct calling *n, const struct known_name *name, size_t i)
{
    size_t count = name->words.at.len, great = 0;
    if (!is_run(&n->words, i, count) || words_other(n, &name->words, i) != 1)
        return false;
    for (size_t k = 0; k < count; k++) {
        const struct name_word *own = &name->words.at.at[k], *w = &n->words.at.at[i + k];
        great += !is_small(n, own->small);
        if ((is_capital(own->own) && !is_capital(w->own)) ||
            (name->kind == NAME_PLACE && k == 0 && !same_word(own->small, w->small)))
            return false;
    }
    return great >= LIKE_WORDS && !is_known(n, i);
}

static void place_check(struct calling *n, const struct known_name *name, size_t i)
{
    const struct name_word *w = &n->words.at.at[i];
    size_t count = name->words.at.len;
    if (is_turned(n, &name->words, i) || is_like(n, name, i))
        say_other(n, i, count, name->name);
    for (size_t k = 0; k < name->words.at.len; k++)
        if (is_capital(name->words.at.at[k].own) &&
            is_slip(n, w, name->words.at.at[k].small))
            say_other(n, i, 1, name->words.at.at[k].own);
}

/* "YOT" where the service is called YOS.  Others' teams are more than one. */
static void short_check(struct calling *n, const struct one_name *one,
                        const char *declared)
{
    for (size_t i = 0; declared != NULL && i < n->words.at.len; i++)
        for (size_t k = 0; k < one->count[n->lang]; k++) {
            const char *name = one->names[n->lang][k], *own = n->words.at.at[i].own;
            size_t len = strlen(name);
            if (strncmp(own, name, len) == 0 && (own[len] == '\0' || own[len] == '\'') &&
                strcmp(name, declared) != 0) {
                say_other(n, i, 1, declared);
                return; /* the rest of the paragraph says nothing new */
            }
        }
}

/* ---- titles ---- */

/* How many words of the text are the title, small words on either side left out; 0: they
 * are not. */
static size_t title_length(const struct calling *n, const struct word_list *title,
                           size_t i, size_t *great)
{
    size_t k = 0, at = i, count = n->words.at.len;
    *great = 0;
    for (; k < title->at.len; k++) {
        const char *word = title->at.at[k].small;
        if (is_small(n, word))
            continue;
        while (at < count && is_small(n, n->words.at.at[at].small) && at > i)
            at++;
        if (at >= count || strcmp(n->words.at.at[at].small, word) != 0)
            return 0;
        at++, ++*great;
    }
    return is_run(&n->words, i, at - i) ? at - i : 0;
}

/* The same words and capitals but for the first, or none at all: ordinary words. */
static bool is_title(const struct calling *n, const struct word_list *title, size_t i,
                     size_t count)
{
    bool same = count == title->at.len, capitals = false;
    for (size_t k = 0; k < count; k++) {
        const struct name_word *w = &n->words.at.at[i + k];
        capitals |= k > 0 && is_capital(w->own);
        same = same && strcmp(w->small, title->at.at[k].small) == 0 &&
               (k == 0 || strcmp(w->own, title->at.at[k].own) == 0);
    }
    return same || (!capitals && !is_capital(n->words.at.at[i].own));
}

/* The words of a term of the house, capitals and all. */
static bool is_term(const struct calling *n, size_t i, size_t count)
{
    for (size_t k = 0; k < n->names.len; k++) {
        const struct known_name *term = &n->names.at[k];
        size_t same = 0;
        if (term->kind != NAME_BODY || term->words.at.len != count)
            continue;
        while (same < count &&
               strcmp(term->words.at.at[same].own, n->words.at.at[i + same].own) == 0)
            same++;
        if (same == count)
            return true;
    }
    return false;
}

static void title_check(struct calling *n, const struct known_name *name, size_t i)
{
    size_t great, count = title_length(n, &name->words, i, &great);
    if (count > 0 && great >= TITLE_WORDS && !is_title(n, &name->words, i, count) &&
        !is_term(n, i, count))
        say_other(n, i, count, name->name);
}

/* ---- bodies ---- */

/* The first of the words before `end` whose initials are the letters; `end`: they are
 * not. */
static size_t explained_from(const struct calling *n, const char *letters, size_t end)
{
    size_t at = end;
    for (size_t k = strlen(letters); k > 0; k--) {
        while (at > 0 && is_small(n, n->words.at.at[at - 1].small) &&
               toupper((unsigned char)n->words.at.at[at - 1].own[0]) != letters[k - 1])
            at--;
        if (at == 0 ||
            toupper((unsigned char)n->words.at.at[at - 1].own[0]) != letters[k - 1])
            return end;
        at--;
    }
    return is_run(&n->words, at, end - at) ? at : end;
}

/* The name that was added last, found by its letters. */
static void keep_body(struct calling *n, const char *letters)
{
    struct known_name *copy = NEW(n->a, struct known_name);
    if (n->names.at == NULL)
        bug("no name was added");
    *copy = n->names.at[n->names.len - 1];
    map_put(n->bodies, letters, copy);
}

/* "multi-agency risk assessment committee (MARAC)". */
static void letters_explained(struct calling *n, size_t end)
{
    const struct name_word *w = &n->words.at.at[end];
    const char *text = n->text->words;
    size_t len = strlen(w->own);
    if (w->from == 0 || text[w->from - 1] != '(' || text[w->to] != ')' || len < 3 ||
        strspn(w->own, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") < len)
        return;
    size_t from = explained_from(n, w->own, end);
    const struct known_name *known = map_get(n->bodies, w->own);
    if (from == end)
        return;
    if (known == NULL) {
        size_t start = n->words.at.at[from].from, to = n->words.at.at[end - 1].to;
        add_name(n, NAME_BODY, arena_strndup(n->a, text + start, to - start), w->own);
        keep_body(n, w->own);
        return;
    }
    bool same = known->words.at.len == end - from;
    if (!same || words_other(n, &known->words, from) > 0)
        say_other(n, from, end - from, known->name);
}

/* ---- all of them ---- */

static void check_words(struct calling *n)
{
    for (size_t i = 0; i < n->words.at.len; i++) {
        letters_explained(n, i);
        for (size_t k = 0; k < n->names.len; k++) {
            const struct known_name *name = &n->names.at[k];
            switch (name->kind) {
            case NAME_PLACE: place_check(n, name, i); break;
            case NAME_TITLE: title_check(n, name, i); break;
            case NAME_BODY:
                if (is_like(n, name, i))
                    say_other(n, i, name->words.at.len, name->name);
                break;
            }
        }
    }
    for (size_t i = 0; i < n->rules->one_names.len; i++) {
        const struct one_name *one = &n->rules->one_names.at[i];
        const struct value *v = inspection_value(n->in, one->field);
        if (v != NULL && v->field->kind == FIELD_TEXT)
            short_check(n, one, prose_plain(n->a, v->text.in[n->lang]));
    }
}

static void learn_body(struct calling *n, const struct term *t)
{
    if (t->expansion[n->lang] == NULL)
        return;
    add_name(n, NAME_BODY, t->expansion[n->lang], t->term[n->lang]);
    keep_body(n, t->term[n->lang]);
}

static void learn_fields(struct calling *n, const struct value *v)
{
    if (v->field->kind == FIELD_AREA)
        add_name(n, NAME_PLACE, v->area[n->lang][AREA_NAME], NULL);
    if (v->field->kind == FIELD_TEXT)
        add_name(n, NAME_PLACE, prose_plain(n->a, v->text.in[n->lang]), NULL);
    for (size_t i = 0; i < v->count; i++)
        learn_fields(n, &v->items[i]);
}

static void learn(struct calling *n)
{
    const struct programme *p = n->in->programme;
    learn_fields(n, n->in->root);
    for (int level = 0; level < LEVEL_COUNT; level++)
        for (size_t i = 0; i < p->aspect_count[level]; i++)
            add_name(n, NAME_TITLE,
                     prose_plain(n->a, p->aspects[level][i].title.in[n->lang]), NULL);
    for (size_t i = 0; i < p->term_count; i++)
        learn_body(n, &p->terms[i]);
}

void review_names(struct arena *a, struct diags *d, const struct inspection *in,
                  enum lang l)
{
    struct calling n = {.a = a,
                        .d = d,
                        .in = in,
                        .rules = in->programme->review_rules,
                        .lang = l,
                        .bodies = map_new(a)};
    if (n.rules == NULL)
        return;
    learn(&n);
    struct bare_texts texts = bare_texts(a, in, l, true);
    for (size_t i = 0; i < texts.all.len; i++) {
        n.text = texts.all.at[i];
        n.words = name_words(&n, n.text->words);
        check_words(&n);
    }
}
