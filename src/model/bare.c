/* bare.c -- the numbers of an author's texts that nothing vouches for.  In: an inspection
 * and the rules of its house; out: those that no rule explains.  What is said of them is
 * review/'s, what is printed proof/'s. */
#include "model/bare.h"

#include "base/ascii.h"
#include "model/bare_tokens.h"

#include <string.h>

/* Of more numbers than anybody reads only the text that they are in is looked up. */
#define EXACT 1000

/* ---- a paragraph as plain text ---- */

struct bare_span {
    const struct inline_node *node;
    size_t from; /* where its text begins in the paragraph's */
};

struct bare_spans {
    ARRAY(struct bare_span) all;
};

static void flatten_inlines(struct arena *a, struct buf *out, struct bare_spans *spans,
                            const struct inline_node *n, bool typed)
{
    for (; n != NULL; n = n->next)
        switch (n->kind == INLINE_TYPED && typed ? INLINE_TEXT : n->kind) {
        case INLINE_TEXT:
            *array_push(a, &spans->all) = (struct bare_span){n, out->len};
            buf_str(out, n->text);
            break;
        case INLINE_EM:
        case INLINE_STRONG:
        case INLINE_LINK:
        case INLINE_LANG: flatten_inlines(a, out, spans, n->child, typed); break;
        case INLINE_MARK:
        case INLINE_TYPED: buf_char(out, BARE_MARK); break;
        case INLINE_BREAK: buf_char(out, ' '); break;
        case INLINE_QUERY:
        case INLINE_NOTE:
        case INLINE_UNTRANSLATED: break;
        }
}

static const struct bare_span *span_of(const struct bare_text *t, size_t at)
{
    const struct bare_span *found = NULL;
    for (size_t i = 0; i < t->spans->all.len && t->spans->all.at[i].from <= at; i++)
        found = &t->spans->all.at[i];
    return found;
}

/* ---- where it was typed ---- */

/* The next `printed` in [s, end), or NULL. */
static const char *next_of(const char *s, const char *end, const char *printed,
                           size_t len)
{
    for (; len > 0 && s + len <= end; s++)
        if (memcmp(s, printed, len) == 0)
            return s;
    return NULL;
}

/* The file has what the text has and more (line ends, signs of Markdown), so it is the
 * same one of those that look like it. */
struct pos bare_pos(struct pos text, const char *words, size_t at)
{
    const char *own = words + at, *s = words;
    size_t len = strcspn(own, " ");
    if (text.file == NULL || text.file->text == NULL)
        return text;
    const char *typed = text.file->text + text.at, *end = typed + text.len;
    while ((typed = next_of(typed, end, own, len)) != NULL &&
           (s = next_of(s, own + len, own, len)) != NULL) {
        if (s == own)
            return (struct pos){text.file, (size_t)(typed - text.file->text), len};
        typed++, s++;
    }
    return text;
}

/* ---- patterns ---- */

struct bare_matching {
    const struct bare_tokens *tokens;
    const struct bare_pattern *pattern;
    size_t covered[BARE_ELEMENTS], count;
    size_t end; /* the token behind the last */
};

static bool fits_words(const struct bare_element *e, const struct bare_token *t)
{
    if (map_get(e->small, t->small) != NULL || map_get(e->exact, t->own) != NULL)
        return true;
    for (size_t i = 0; i < e->begins.len; i++)
        if (strncmp(t->small, e->begins.at[i], strlen(e->begins.at[i])) == 0)
            return true;
    return false;
}

static bool fits_number(const struct bare_element *e, const struct bare_token *t)
{
    if (t->kind != TOKEN_NUMBER || t->money != e->money || t->percent != e->percent ||
        (e->digits && t->spelt) || ((e->spelt || e->fraction) && !t->spelt) ||
        (e->spelt && strchr(t->value, '/') != NULL) ||
        (e->fraction && strchr(t->value, '/') == NULL) ||
        (e->decimals && (t->spelt || strchr(t->own, '.') == NULL)))
        return false;
    if (e->zero)
        return t->own[0] == '0' && is_digit(t->own[1]);
    if (e->most < 0)
        return true;
    long value = 0;
    for (const char *s = t->own; *s != '\0'; s++) {
        if (!is_digit(*s) || value > e->most)
            return false;
        value = 10 * value + (*s - '0');
    }
    return value >= e->least && value <= e->most;
}

static bool fits_capital(const struct bare_element *e, const char *own)
{
    size_t capitals = strspn(own, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    bool only = own[capitals] == '\0';
    return e->capitals == 0 ? capitals > 0
                            : only && (e->capitals == 1) == (capitals == 1);
}

static bool fits(const struct bare_element *e, const struct bare_token *t)
{
    if (e->glued && !t->glued)
        return false;
    switch (e->kind) {
    case BARE_WORDS: return t->kind != TOKEN_MARK && fits_words(e, t);
    case BARE_NUMBER: return fits_number(e, t);
    case BARE_ANY: return t->kind == TOKEN_WORD || t->kind == TOKEN_NUMBER;
    case BARE_CAPITAL: return t->kind == TOKEN_WORD && fits_capital(e, t->own);
    case BARE_SIGN: return t->kind == TOKEN_MARK;
    }
    bug("part %d of a pattern", (int)e->kind);
}

/* Whether elements [k, …) stand from token `i` on; keeps the numbers that they cover. */
static bool match_from(struct bare_matching *m, size_t k, size_t i)
{
    if (k == m->pattern->count) {
        m->end = i;
        return true;
    }
    const struct bare_element *e = &m->pattern->at[k];
    size_t before = m->count;
    if (i < m->tokens->all.len && fits(e, &m->tokens->all.at[i])) {
        if (m->tokens->all.at[i].kind == TOKEN_NUMBER && e->counts)
            m->covered[m->count++] = i;
        if (match_from(m, k + 1, i + 1))
            return true;
        m->count = before;
    }
    return e->optional && match_from(m, k + 1, i);
}

/* Whether the pattern covers number `i`. */
static bool match(struct bare_matching *m, size_t i)
{
    const struct bare_pattern *p = m->pattern;
    size_t least = i > p->last ? i - p->last : 0;
    for (size_t start = least; start <= i; start++) {
        m->count = 0;
        if (!match_from(m, 0, start))
            continue;
        for (size_t k = 0; k < m->count; k++)
            if (m->covered[k] == i)
                return true;
    }
    return false;
}

size_t bare_match(const struct bare_pattern *p, const struct bare_tokens *tokens,
                  size_t from)
{
    struct bare_matching m = {.tokens = tokens, .pattern = p};
    return match_from(&m, 0, from) ? m.end : 0;
}

/* ---- rules ---- */

struct finding_bare {
    struct arena *a, *scratch; /* scratch: of one paragraph */
    const struct bare_rules *rules;
    enum lang lang;
    struct bare_list *out;
    const char *path;
    bool every; /* number, figure or not */
};

static bool rule_knows(const struct finding_bare *f, const struct bare_rule *rule,
                       struct bare_matching *m, size_t i)
{
    if (rule->field_count > 0 &&
        !bare_within(f->path, rule->fields, rule->field_count, false))
        return false;
    for (size_t k = 0; k < rule->patterns[f->lang].len; k++) {
        m->pattern = &rule->patterns[f->lang].at[k];
        if (m->pattern->first < m->pattern->count && match(m, i))
            return true;
    }
    return false;
}

static bool is_figure(const struct finding_bare *f, const struct bare_tokens *t, size_t i)
{
    struct bare_matching m = {.tokens = t};
    for (size_t k = 0; k < f->rules->all.len && !f->every; k++)
        if (rule_knows(f, &f->rules->all.at[k], &m, i))
            return f->rules->all.at[k].figure;
    return true;
}

static void keep_bare(struct finding_bare *f, const struct bare_text *text,
                      const struct bare_token *t)
{
    const struct bare_span *span = span_of(text, t->from);
    *array_push(f->a, &f->out->all) = (struct bare){
        .in = text,
        .from = t->from,
        .to = t->to,
        .printed = arena_strndup(f->a, text->words + t->from, t->to - t->from),
        .value = arena_strdup(f->a, t->value),
        .pos = f->out->all.len > EXACT
                   ? span->node->pos
                   : bare_pos(span->node->pos, span->node->text, t->from - span->from),
        .text = span->node->pos,
    };
}

static void find_in_words(struct finding_bare *f, const struct bare_text *text)
{
    arena_reset(f->scratch);
    struct bare_tokens t = bare_cut(f->scratch, f->rules, f->lang, text->words);
    for (size_t i = 0; t.numbers && i < t.all.len; i++)
        if (t.all.at[i].kind == TOKEN_NUMBER && is_figure(f, &t, i))
            keep_bare(f, text, &t.all.at[i]);
}

/* ---- texts ---- */

struct gathering_texts {
    struct arena *a;
    const struct inspection *in;
    enum lang lang;
    struct bare_texts *out;
    const char *path;
    bool typed; /* words that are typed with a source too */
};

static void gather_line(struct gathering_texts *g, const struct inline_node *n)
{
    if (n == NULL)
        return;
    const struct programme *p = g->in->programme;
    struct buf out = buf_new(g->a);
    struct bare_text *text = NEW(g->a, struct bare_text);
    text->path = g->path;
    text->stops = bare_within(g->path, p->bare_fields, p->bare_field_count, true);
    text->spans = NEW(g->a, struct bare_spans);
    flatten_inlines(g->a, &out, text->spans, n, g->typed);
    text->words = out.at;
    if (out.len > 0)
        *array_push(g->a, &g->out->all) = text;
}

static void gather_blocks(struct gathering_texts *g, const struct block *b)
{
    for (; b != NULL; b = b->next) {
        gather_line(g, b->inlines);
        gather_blocks(g, b->child);
    }
}

/* Names, telephone numbers and the like are the same in every language. */
static void gather_value(struct gathering_texts *g, const struct value *v)
{
    g->path = v->path;
    if (!v->field->same) {
        gather_line(g, v->line);
        gather_blocks(g, v->blocks);
        if (v->field->kind == FIELD_TEXT)
            gather_line(g, v->text.in[g->lang]);
    }
    for (size_t i = 0; i < v->count; i++)
        gather_value(g, &v->items[i]);
}

struct bare_texts bare_texts(struct arena *a, const struct inspection *in, enum lang l,
                             bool typed)
{
    struct bare_texts out = {0};
    struct gathering_texts g = {.a = a, .in = in, .lang = l, .out = &out, .typed = typed};
    gather_value(&g, in->root);
    return out;
}

struct pos bare_text_pos(const struct bare_text *t, size_t at)
{
    const struct bare_span *span = span_of(t, at);
    return span != NULL ? bare_pos(span->node->pos, span->node->text, at - span->from)
                        : (struct pos){0};
}

static struct bare_list find_in(struct arena *a, const struct inspection *in, enum lang l,
                                bool every, bool typed)
{
    struct bare_list out = {0};
    struct finding_bare f = {.a = a,
                             .scratch = arena_new(),
                             .rules = in->programme->bare_rules,
                             .lang = l,
                             .out = &out,
                             .every = every};
    struct bare_texts texts = {0};
    if (f.rules != NULL)
        texts = bare_texts(a, in, l, typed);
    for (size_t i = 0; i < texts.all.len; i++) {
        f.path = texts.all.at[i]->path;
        find_in_words(&f, texts.all.at[i]);
    }
    arena_free(f.scratch);
    return out;
}

/* ---- two languages ---- */

static const char *field_key(struct arena *a, const struct bare *b)
{
    return arena_printf(a, "%s|%s", b->in->path, b->value);
}

/* How often each field has each number: size_t by field_key. */
static struct map *count_numbers(struct arena *a, const struct bare_list *all)
{
    struct map *counts = map_new(a);
    for (size_t i = 0; i < all->all.len; i++) {
        const char *key = field_key(a, &all->all.at[i]);
        size_t *n = map_get(counts, key);
        if (n == NULL)
            map_put(counts, key, n = NEW(a, size_t));
        ++*n;
    }
    return counts;
}

/* What `cy` has that `en` has not, field by field. */
static struct bare_list without(struct arena *a, const struct bare_list *cy,
                                const struct bare_list *en)
{
    struct bare_list out = {0};
    struct map *counts = count_numbers(a, en);
    for (size_t i = 0; i < cy->all.len; i++) {
        size_t *n = map_get(counts, field_key(a, &cy->all.at[i]));
        if (n != NULL && *n > 0)
            --*n;
        else
            *array_push(a, &out.all) = cy->all.at[i];
    }
    return out;
}

struct bare_list bare_find(struct arena *a, const struct inspection *in,
                           const struct inspection *en, enum lang l)
{
    struct bare_list own = find_in(a, in, l, false, false);
    if (en == NULL || own.all.len == 0)
        return own;
    struct bare_list english = find_in(a, en, LANG_EN, true, false);
    return without(a, &own, &english);
}

struct bare_list bare_find_typed(struct arena *a, const struct inspection *in,
                                 enum lang l)
{
    return find_in(a, in, l, false, true);
}
