/* expand.c -- an author's texts and fixed wording to elements.  In: inline nodes and
 * blocks with their marks; out: elements put where a sink says.  What a mark prints is
 * figures.c's and fields.c's. */
#include "compose/work.h"

#include <string.h>

/* A template puts nothing into a <ref>; we put its words there. */
struct sink sink_of(struct element *parent)
{
    enum content_kind content = element_rule(parent->kind)->content;
    if (content == CONTENT_NOTHING)
        content = CONTENT_INLINES;
    return (struct sink){.parent = parent, .content = content, .pos = parent->pos};
}

struct element *sink_inlines(struct work *w, struct sink *to, struct pos pos)
{
    if (to->content == CONTENT_INLINES)
        return to->parent;
    if (to->run == NULL) {
        to->run = element_new(w->a, EL_P, pos);
        element_append(to->parent, to->run);
    }
    return to->run;
}

static void say_blocks(struct work *w, const struct sink *to, struct pos pos)
{
    diag(w->d, DIAG_ELEMENT_PLACE, pos,
         "<%s> holds a single paragraph; shorten this text to one, or let the template "
         "put it where blocks may stand",
         element_name(to->parent->kind));
}

/* The element for a paragraph's words: the open run goes on, once. */
static struct element *sink_paragraph(struct work *w, struct sink *to, bool first,
                                      struct pos pos)
{
    if (to->content == CONTENT_INLINES && to->filled && !first)
        say_blocks(w, to, pos);
    if (!first)
        to->run = NULL;
    to->filled = true;
    return sink_inlines(w, to, pos);
}

static void expand_list(struct work *w, struct sink *to, const struct block *b,
                        const struct element *with)
{
    struct element *list = element_new(w->a, EL_LIST, b->pos);
    element_choose(list, AT_KIND, b->kind == BLOCK_NUMBERS ? LIST_DOT : LIST_BULLET);
    if (b->kind == BLOCK_NUMBERS && b->start > 1)
        list->set[AT_START] = b->start;
    element_append(to->parent, list);
    to->run = NULL;
    for (const struct block *i = b->child; i != NULL; i = i->next) {
        struct element *item = element_new(w->a, EL_ITEM, i->pos);
        element_append(list, item);
        struct sink inside = sink_of(item);
        expand_blocks(w, &inside, i->child, with);
    }
}

void expand_blocks(struct work *w, struct sink *to, const struct block *b,
                   const struct element *with)
{
    bool first = true;
    if (to->content == CONTENT_BLOCKS)
        to->run = NULL;
    for (; b != NULL; b = b->next, first = false) {
        if (b->kind == BLOCK_PARAGRAPH)
            expand_inlines(w, sink_paragraph(w, to, first, b->pos), b->inlines, with);
        else if (to->content == CONTENT_INLINES)
            say_blocks(w, to, b->pos);
        else if (b->kind == BLOCK_TABLE || b->kind == BLOCK_PICTURE)
            inset_into(w, to->parent, b), to->run = NULL;
        else
            expand_list(w, to, b, with);
    }
    if (to->content == CONTENT_BLOCKS)
        to->run = NULL;
}

/* ---- inlines ---- */

static struct element *child_of(struct work *w, struct element *into,
                                enum element_kind kind, const struct inline_node *n)
{
    struct element *e = element_new(w->a, kind, n->pos);
    element_append(into, e);
    return e;
}

static void expand_link(struct work *w, struct element *into, const struct inline_node *n,
                        const struct element *with)
{
    struct element *link = child_of(w, into, EL_LINK, n);
    if (n->text[0] == '#')
        link->at[AT_TARGET] = n->text + 1;
    else
        link->at[AT_HREF] = n->text;
    expand_inlines(w, link, n->child, with);
}

void query_check(struct work *w, const char *question, struct pos pos)
{
    if (w->stage != STAGE_PROOF)
        diag(w->d, DIAG_QUERY_OPEN, pos,
             "\"%s\"; only a proof shows queries: settle it and take the mark out",
             question);
}

static void expand_query(struct work *w, struct element *into,
                         const struct inline_node *n)
{
    w->queries++;
    query_check(w, n->text, n->pos);
    struct element *query = child_of(w, into, EL_QUERY, n);
    struct element *label = child_of(w, query, EL_STRONG, n);
    word_into(w, label, "layout-query", NULL, true);
    element_text(w->a, query, arena_printf(w->a, " %s", n->text), n->pos);
}

static void expand_mark(struct work *w, struct element *into, const struct inline_node *n,
                        const struct element *with)
{
    const struct figure_ask *ask =
        figure_parse(w->a, w->d, w->p, w->in, n->words, n->word_count, n->pos);
    if (ask == NULL)
        return;
    *array_push(w->a, &w->asks) = ask;
    ask = evidence_take(w, into, ask);
    if (ask == NULL)
        return;
    mutation_check(w, into, ask);
    w->behind = n->next;
    figure_into(w, into, ask, with);
    w->behind = NULL;
}

/* Only known languages have passed prose/. */
static enum lang lang_named(const char *code)
{
    enum lang l = LANG_EN;
    lang_parse(code, &l);
    return l;
}

/* The words before it are the report's language; all behind them, figures too, is in the
 * language it was written in. */
static void expand_untranslated(struct work *w, struct element *into,
                                const struct inline_node *n, const struct element *with)
{
    struct element *e = child_of(w, into, EL_UNTRANSLATED, n);
    bool stale = strcmp(n->source, "stale") == 0;
    element_set_lang(e, lang_named(n->text));
    element_choose(e, AT_STATE, stale ? TEXT_STALE : TEXT_MISSING);
    struct element *span = child_of(w, e, EL_SPAN, n);
    element_set_lang(span, w->home);
    struct element *label = child_of(w, span, EL_STRONG, n);
    word_into(w, label,
              report_word_key(stale ? REPORT_WORD_STALE : REPORT_WORD_UNTRANSLATED), NULL,
              true);
    element_text(w->a, span, " ", n->pos);
    w->lang = lang_named(n->text);
    expand_inlines(w, e, n->child, with);
    w->lang = w->home;
}

void text_join(struct work *w, struct element *into, const char *text, struct pos pos)
{
    struct element *last = into->last;
    if (last != NULL && last->kind == EL_TEXT)
        last->text = arena_printf(w->a, "%s%s", last->text, text);
    else
        last = element_text(w->a, into, text, pos);
    w->seam = last;
}

static void expand_text(struct work *w, struct element *into, const struct inline_node *n)
{
    const char *text = n->text;
    if (w->beside != NULL && into->first == NULL) /* behind a mark that printed nothing */
        text += strspn(text, " ");
    if (w->wordings > 0 || (into->last != NULL && into->last == w->seam))
        text_join(w, into, text, n->pos);
    else
        element_text(w->a, into, text, n->pos);
}

static void expand_node(struct work *w, struct element *into, const struct inline_node *n,
                        const struct element *with)
{
    struct element *e = NULL;
    switch (n->kind) {
    case INLINE_TEXT: expand_text(w, into, n); break;
    case INLINE_EM: e = child_of(w, into, EL_EM, n); break;
    case INLINE_STRONG: e = child_of(w, into, EL_STRONG, n); break;
    case INLINE_LANG:
        e = child_of(w, into, EL_SPAN, n);
        element_set_lang(e, lang_named(n->text));
        break;
    case INLINE_LINK: expand_link(w, into, n, with); break;
    case INLINE_MARK: expand_mark(w, into, n, with); break;
    case INLINE_TYPED: figure_typed(w, into, n); break;
    case INLINE_QUERY: expand_query(w, into, n); break;
    case INLINE_NOTE:
        e = child_of(w, into, EL_NOTE, n);
        e->at[AT_NAME] = n->text;
        expand_note(w, e);
        return;
    case INLINE_BREAK: child_of(w, into, EL_BREAK, n); break;
    case INLINE_UNTRANSLATED: expand_untranslated(w, into, n, with); break;
    }
    if (e != NULL)
        expand_inlines(w, e, n->child, with);
}

void expand_inlines(struct work *w, struct element *into, const struct inline_node *n,
                    const struct element *with)
{
    for (; n != NULL; n = n->next)
        expand_node(w, into, n, with);
}

/* ---- footnotes ---- */

static const struct footnote *footnote_get(const struct work *w, const char *name)
{
    for (size_t i = 0; i < w->in->footnote_count; i++)
        if (strcmp(w->in->footnotes[i].name, name) == 0)
            return &w->in->footnotes[i];
    return NULL;
}

void expand_note(struct work *w, struct element *note)
{
    const char *name = note->at[AT_NAME];
    if (w->in_note) {
        diag(w->d, DIAG_PROSE_ELEMENT, note->pos,
             "footnote \"%s\" stands in another footnote; put its words there", name);
        return;
    }
    const struct footnote *f = footnote_get(w, name);
    const char *key = arena_printf(w->a, "footnote-%s", name);
    struct sink to = sink_of(note);
    enum lang outer = w->lang;
    w->in_note = true;
    w->lang = w->home; /* it has its own translation, or lack of one */
    if (outer != w->home)
        element_set_lang(note, w->home);
    if (f != NULL)
        expand_blocks(w, &to, f->blocks, NULL);
    else if (words_get(w->p->words, key) != NULL)
        expand_word(w, &to, key, NULL, NULL, note->pos);
    else
        diag(w->d, DIAG_NOTE_UNKNOWN, note->pos,
             "\"%s\" is neither under footnotes: nor the wording %s", name, key);
    w->in_note = false;
    w->lang = outer;
}

/* ---- an author's texts ---- */

/* An id goes to the item or paragraph that holds the text, else to its first block, and
 * only the first time that the text is printed. */
static void give_id(struct work *w, struct sink *to, struct author_text *t,
                    struct element *before)
{
    if (t->id == NULL || map_put(w->texts_used, t->id, t) != NULL)
        return;
    struct element *e = to->parent;
    if (e->kind != EL_ITEM && e->kind != EL_P)
        e = before != NULL ? before->next : to->parent->first;
    if (e != NULL && !element_is_inline(e->kind) && e->at[AT_ID] == NULL)
        e->at[AT_ID] = t->id;
}

void expand_prose(struct work *w, struct sink *to, size_t n)
{
    struct author_text *t = &w->texts.at[n];
    struct element *before = to->parent->last;
    t->used = true;
    if (t->what != NULL)
        use_put(w, t->what, t->of_list, to->pos);
    if (t->missing)
        diag(w->d, DIAG_WORD_MISSING, t->pos, "%s is not given in language %s", t->name,
             lang_code(w->lang));
    struct beside_finding *outer = evidence_begin(w, t, to->parent);
    if (to->content == CONTENT_BLOCKS)
        to->run = NULL;
    if (t->line != NULL)
        expand_inlines(w, sink_inlines(w, to, t->pos), t->line, NULL);
    else if (t->plain != NULL && t->plain[0] != '\0')
        element_text(w->a, sink_inlines(w, to, t->pos), t->plain, t->pos);
    else
        expand_blocks(w, to, t->blocks, NULL);
    if (to->content == CONTENT_BLOCKS)
        to->run = NULL;
    give_id(w, to, t, before);
    evidence_end(w, outer);
}
