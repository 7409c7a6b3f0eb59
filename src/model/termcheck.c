/* termcheck.c -- all fixed wording of a programme, and what an inspection has in Welsh
 * itself, text by text, to the term list and, of the Welsh, to the rules of mutation.
 * Does not know what a term is. */
#include "model/mutates.h"
#include "model/termbase.h"

struct checking {
    struct arena *a;
    struct diags *d;
    const struct termbase *t;
};

static void add_blocks(struct arena *a, const struct block *b, struct buf *out)
{
    for (; b != NULL; b = b->next) {
        if (b->kind == BLOCK_PARAGRAPH)
            buf_printf(out, "%s\n", prose_plain(a, b->inlines));
        add_blocks(a, b->child, out);
    }
}

/* Of a wording with a form for each plural, the one for "other" in both languages. */
static const char *word_plain(struct arena *a, const struct word *w, enum lang l)
{
    struct buf out = buf_new(a);
    add_blocks(a, w->forms[l][PLURAL_OTHER].blocks, &out);
    return out.at;
}

/* The Welsh of blocks, paragraph by paragraph. */
static void mutates_blocks(const struct checking *c, const char *key,
                           const struct block *b)
{
    for (; b != NULL; b = b->next) {
        if (b->kind == BLOCK_PARAGRAPH)
            mutates_check(c->a, c->d, key, b->pos, mutates_words(c->a, b->inlines));
        mutates_blocks(c, key, b->child);
    }
}

static void check_words(const struct checking *c, const struct words *words)
{
    size_t count;
    const struct word *const *all = words_all(words, &count);
    for (size_t i = 0; i < count; i++) {
        for (enum plural n = 0; n < PLURAL_COUNT; n++)
            mutates_blocks(c, all[i]->key, all[i]->forms[LANG_CY][n].blocks);
        if (all[i]->given[LANG_EN] && all[i]->given[LANG_CY])
            termbase_check(c->a, c->d, c->t, all[i]->key, all[i]->pos,
                           word_plain(c->a, all[i], LANG_EN),
                           word_plain(c->a, all[i], LANG_CY));
    }
}

static void check_text(const struct checking *c, const char *what, const struct text *t)
{
    if (t->in[LANG_CY] != NULL)
        mutates_check(c->a, c->d, what, t->pos, mutates_words(c->a, t->in[LANG_CY]));
    if (t->in[LANG_EN] != NULL && t->in[LANG_CY] != NULL)
        termbase_check(c->a, c->d, c->t, what, t->pos, prose_plain(c->a, t->in[LANG_EN]),
                       prose_plain(c->a, t->in[LANG_CY]));
}

static void check_questions(const struct checking *c, const struct question *q,
                            size_t count)
{
    for (size_t i = 0; i < count; i++) {
        check_text(c, q[i].name, &q[i].text);
        for (size_t k = 0; k < q[i].choice_count; k++)
            check_text(c, q[i].choices[k].name, &q[i].choices[k].title);
        for (size_t k = 0; k < q[i].reason_count; k++)
            check_text(c, q[i].reasons[k].name, &q[i].reasons[k].title);
    }
}

static void check_titles(const struct checking *c, const struct programme *p)
{
    check_text(c, p->name, &p->title);
    for (enum level l = LEVEL_COUNT; l-- > 0;)
        for (size_t i = 0; i < p->aspect_count[l]; i++) {
            const struct aspect *one = &p->aspects[l][i];
            check_text(c, one->id, &one->title);
            check_text(c, one->id, &one->subtitle);
            check_text(c, one->id, &one->text);
        }
    for (size_t i = 0; i < p->band_count; i++)
        check_text(c, p->bands[i].id, &p->bands[i].title);
    for (size_t i = 0; i < p->part_count; i++)
        check_text(c, p->parts[i].name, &p->parts[i].title);
}

static void check_terms(const struct checking *c, const struct programme *p)
{
    for (size_t i = 0; i < p->term_count; i++) {
        const struct term *t = &p->terms[i];
        if (t->term[LANG_EN] != NULL && t->term[LANG_CY] != NULL)
            termbase_check(c->a, c->d, c->t, t->key, t->pos, t->term[LANG_EN],
                           t->term[LANG_CY]);
        check_text(c, t->key, &t->meaning);
    }
}

void termbase_check_programme(struct arena *a, struct diags *d, const struct termbase *t,
                              const struct programme *p)
{
    struct checking c = {a, d, t};
    check_words(&c, p->words);
    check_titles(&c, p);
    check_questions(&c, p->questions, p->question_count);
    for (size_t i = 0; i < p->questionnaire_count; i++)
        check_questions(&c, p->questionnaires[i].questions,
                        p->questionnaires[i].question_count);
    check_terms(&c, p);
}

static void check_value(const struct checking *c, const struct value *v)
{
    if (v->field->kind == FIELD_TEXT)
        check_text(c, v->field->name, &v->text);
    for (size_t i = 0; i < v->count; i++)
        check_value(c, &v->items[i]);
}

void termbase_check_inspection(struct arena *a, struct diags *d, const struct termbase *t,
                               const struct inspection *in)
{
    struct checking c = {a, d, t};
    check_value(&c, in->root);
    for (size_t i = 0; i < in->local_term_count; i++) {
        check_text(&c, in->local_terms[i].key, &in->local_terms[i].term);
        check_text(&c, in->local_terms[i].key, &in->local_terms[i].meaning);
    }
}
