/* welsh.c -- the inspection in Welsh.  In: the English one and what is translated; out: a
 * copy of its tree of values whose paragraphs are Welsh, or marked as not yet.  Does not
 * know how it is printed. */
#include "translate/check.h"
#include "translate/unit.h"

#include <stdint.h>
#include <string.h>

struct copying {
    struct arena *a;
    struct diags *d;
    const struct translation *t;
};

/* ---- a paragraph ---- */

static const struct inline_node *untranslated(struct arena *a, const struct unit *u)
{
    struct inline_node *n = NEW(a, struct inline_node);
    *n = (struct inline_node){.kind = INLINE_UNTRANSLATED,
                              .pos = u->pos,
                              .text = "en",
                              .source = unit_standing_name(u->standing),
                              .child = (struct inline_node *)(uintptr_t)u->inlines};
    return n;
}

static const struct inline_node *in_welsh(struct copying *c, const struct inline_node *en)
{
    const struct unit *u = en == NULL ? NULL : translation_unit(c->t, en);
    if (u == NULL)
        return en;
    if (u->standing == UNIT_MISSING || u->standing == UNIT_STALE)
        return untranslated(c->a, u);
    struct fault_of f = {c->d, u->uid, u->path, u->welsh.pos};
    const struct inline_node *cy = content_tree(c->a, &f, u->english, u->welsh);
    letters_whole(&f, content_words(c->a, u->english), content_words(c->a, u->welsh));
    return cy != NULL ? cy : untranslated(c->a, u);
}

static struct block *copy_blocks(struct copying *c, const struct block *b)
{
    struct block *first = NULL, **link = &first;
    for (; b != NULL; b = b->next) {
        struct block *copy = NEW(c->a, struct block);
        *copy = *b;
        copy->next = NULL;
        copy->inlines = (struct inline_node *)(uintptr_t)in_welsh(c, b->inlines);
        copy->child = copy_blocks(c, b->child);
        *link = copy;
        link = &copy->next;
    }
    return first;
}

static struct text copy_text(struct copying *c, struct text t)
{
    const struct inline_node *en = text_english(&t);
    if (en != NULL)
        t.in[LANG_CY] = in_welsh(c, en);
    return t;
}

/* ---- the tree ---- */

static void copy_value(struct copying *c, const struct value *v, struct value *out)
{
    *out = *v;
    struct value *items = NEW_ARRAY(c->a, struct value, v->count + 1);
    for (size_t i = 0; i < v->count; i++)
        copy_value(c, &v->items[i], &items[i]);
    out->items = items;
    out->line = in_welsh(c, v->line);
    out->blocks = copy_blocks(c, v->blocks);
    if (v->field->kind == FIELD_TEXT)
        out->text = copy_text(c, v->text);
}

/* Footnotes and terms stand beside the tree as well, in its order. */
static void copy_footnotes(struct copying *c, struct inspection *in)
{
    struct footnote *all = NEW_ARRAY(c->a, struct footnote, in->footnote_count + 1);
    for (size_t i = 0; i < in->footnote_count; i++) {
        all[i] = in->footnotes[i];
        all[i].blocks = copy_blocks(c, all[i].blocks);
    }
    in->footnotes = all;
}

static void copy_terms(struct copying *c, struct inspection *in)
{
    struct local_term *all = NEW_ARRAY(c->a, struct local_term, in->local_term_count + 1);
    for (size_t i = 0; i < in->local_term_count; i++) {
        all[i] = in->local_terms[i];
        all[i].term = copy_text(c, all[i].term);
        all[i].meaning = copy_text(c, all[i].meaning);
    }
    in->local_terms = all;
}

static const struct judgement *copy_judgements(struct copying *c,
                                               const struct judgement *from, size_t count)
{
    struct judgement *all = NEW_ARRAY(c->a, struct judgement, count + 1);
    for (size_t i = 0; from != NULL && i < count; i++) {
        all[i] = from[i];
        all[i].reason = in_welsh(c, from[i].reason);
    }
    return from != NULL ? all : NULL;
}

const struct inspection *translation_inspection(struct arena *a, struct diags *d,
                                                const struct translation *t)
{
    struct copying c = {a, d, t};
    struct inspection *in = NEW(a, struct inspection);
    *in = *t->in;
    struct value *root = NEW(a, struct value);
    copy_value(&c, t->in->root, root);
    in->root = root;
    copy_footnotes(&c, in);
    copy_terms(&c, in);
    for (enum level l = 0; l < LEVEL_COUNT; l++)
        in->judgements[l] =
            copy_judgements(&c, in->judgements[l], in->programme->aspect_count[l]);
    return in;
}

/* A change of a few words, to be settled without opening cy.xlf. */
static const char *short_change(struct arena *a, const struct unit *u)
{
    const char *change = u->standing == UNIT_STALE ? unit_change(a, u) : "";
    return strlen(change) > 100 || change[0] == '\0' ? ""
                                                     : arena_printf(a, " (%s)", change);
}

void translation_check_final(struct arena *a, struct diags *d,
                             const struct translation *t)
{
    static const char *const found[] = {
        [UNIT_FINAL] = "",
        [UNIT_REVIEW] = "not yet signed off",
        [UNIT_STALE] = "its English has changed",
        [UNIT_MISSING] = "there is no Welsh yet",
    };
    static const char *const cures[] = {
        [UNIT_FINAL] = "",
        [UNIT_REVIEW] = "accept it with gwasg translate accept",
        [UNIT_STALE] = "translate it again, or accept it",
        [UNIT_MISSING] = "have it translated (gwasg translate export)",
    };
    for (size_t i = 0; i < t->count; i++) {
        const struct unit *u = &t->units[i];
        if (u->standing != UNIT_FINAL)
            diag(d, DIAG_UNIT_OPEN, u->pos, "unit %s (%s): %s%s; %s", u->uid, u->path,
                 found[u->standing], short_change(a, u), cures[u->standing]);
    }
}
