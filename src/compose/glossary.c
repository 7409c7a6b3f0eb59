/* glossary.c -- the glossary as a table: the terms of the house that the report uses and
 * the report's own, in the order of the language's alphabet.  Which are used is terms.c's
 * to know; what only another term's meaning uses is not added. */
#include "compose/work.h"

#include <string.h>

struct row {
    size_t number;                   /* of its reference: the same in each language */
    const char *key;                 /* to sort by */
    bool sure;                       /* somebody has said by what */
    const char *term;                /* a term of the house */
    const struct inline_node *local; /* the report's own */
    const struct inline_node *meaning;
    struct pos pos;
};

struct rows {
    ARRAY(struct row) all;
};

static bool has_meaning(const struct term *t)
{
    for (enum lang l = 0; l < LANG_COUNT; l++)
        if (t->meaning.in[l] != NULL)
            return true;
    return false;
}

static void say_missing(struct work *w, struct pos pos, const char *term)
{
    diag(w->d, DIAG_WORD_MISSING, pos, "the meaning of %s has no %s:", term,
         lang_code(w->lang));
}

static void add_terms(struct work *w, struct rows *rows, const bool *used)
{
    for (size_t i = 0; i < w->p->term_count; i++) {
        const struct term *t = &w->p->terms[i];
        const char *text = t->term[w->lang], *key = t->sort_as[w->lang];
        if (!used[i] || !has_meaning(t))
            continue;
        if (text == NULL) { /* used in text that is not translated yet */
            diag(w->d, DIAG_WORD_MISSING, t->pos, "the term %s has no %s:", t->key,
                 lang_code(w->lang));
            continue;
        }
        if (t->meaning.in[w->lang] == NULL)
            say_missing(w, t->pos, text);
        reviewed_check(w, t->reviewed, arena_printf(w->a, "term %s", t->key), t->pos);
        *array_push(w->a, &rows->all) = (struct row){.number = i + 1,
                                                     .key = key != NULL ? key : text,
                                                     .sure = key != NULL,
                                                     .term = text,
                                                     .meaning = t->meaning.in[w->lang],
                                                     .pos = t->pos};
    }
}

static void add_local(struct work *w, struct rows *rows)
{
    for (size_t i = 0; i < w->in->local_term_count; i++) {
        const struct local_term *t = &w->in->local_terms[i];
        const char *key = prose_plain(w->a, t->term.in[w->lang]);
        if (w->lang == LANG_CY && t->sort_as != NULL)
            key = t->sort_as;
        if (t->meaning.in[w->lang] == NULL || t->term.in[w->lang] == NULL)
            say_missing(w, t->pos, t->key);
        *array_push(w->a, &rows->all) = (struct row){.number = w->p->term_count + i + 1,
                                                     .key = key,
                                                     .sure = t->sort_as != NULL,
                                                     .local = t->term.in[w->lang],
                                                     .meaning = t->meaning.in[w->lang],
                                                     .pos = t->pos};
    }
}

/* ---- sorting: merges, for ICU is slow and qsort takes no sorter ---- */

static void merge(const struct sorter *s, struct row *at, size_t left, size_t count,
                  struct row *spare)
{
    size_t i = 0, j = left;
    for (size_t k = 0; k < count; k++) {
        bool take_left =
            i < left && (j == count || sorter_compare(s, at[i].key, at[j].key) <= 0);
        spare[k] = take_left ? at[i++] : at[j++];
    }
    memcpy(at, spare, count * sizeof *at);
}

static void sort_rows(const struct sorter *s, struct row *at, size_t count,
                      struct row *spare)
{
    if (count < 2)
        return;
    sort_rows(s, at, count / 2, spare);
    sort_rows(s, at + count / 2, count - count / 2, spare);
    merge(s, at, count / 2, count, spare);
}

#define PARTED "\u034F" /* stands between two letters that are not one */

/* The Welsh key as it is where each n and g, r and h inside a word are two letters. */
static const char *parted_key(struct arena *a, const char *key)
{
    struct buf out = buf_new(a);
    for (const char *s = key; *s != '\0'; s++) {
        bool inside = s > key && s[-1] != ' ' && s[-1] != '-';
        buf_char(&out, *s);
        if (inside && (strncmp(s, "ng", 2) == 0 || strncmp(s, "rh", 2) == 0))
            buf_str(&out, PARTED);
    }
    return out.at;
}

/* Terms that would stand elsewhere with these as two letters; which, no rule knows. */
static void say_unsure(struct work *w, const struct sorter *s, const struct rows *rows)
{
    for (size_t i = 0; i < rows->all.len; i++) {
        const struct row *r = &rows->all.at[i];
        const char *key = r->sure ? r->key : parted_key(w->a, r->key);
        bool behind = i == 0 || sorter_compare(s, r[-1].key, key) <= 0;
        bool before = i + 1 == rows->all.len || sorter_compare(s, key, r[1].key) <= 0;
        if (!behind || !before)
            diag(
                w->d, DIAG_SORT_UNSURE, r->pos,
                "\"%s\" is sorted with ng and rh as one letter each, and would stand "
                "elsewhere with two; write sort-as: the term, with \\u034F between n and "
                "g, r and h where they are two, and as it is where not",
                r->key);
    }
}

static void sort_all(struct work *w, struct rows *rows)
{
    struct sorter *sorter = sorter_new(w->lang);
    struct row *spare = NEW_ARRAY(w->a, struct row, rows->all.len + 1);
    sort_rows(sorter, rows->all.at, rows->all.len, spare);
    if (w->lang == LANG_CY)
        say_unsure(w, sorter, rows);
    sorter_free(sorter);
}

/* ---- the table ---- */

static struct element *add(struct work *w, struct element *parent, enum element_kind kind,
                           struct pos pos)
{
    struct element *e = element_new(w->a, kind, pos);
    element_append(parent, e);
    return e;
}

/* A paragraph from break to break. */
static void add_paragraphs(struct work *w, struct element *td, const struct row *r)
{
    struct element *all = element_new(w->a, EL_P, r->pos), *p = NULL;
    expand_inlines(w, all, r->meaning, NULL);
    for (struct element *c = all->first, *next; c != NULL; c = next) {
        next = c->next;
        if (c->kind == EL_BREAK) {
            p = NULL;
            continue;
        }
        p = p != NULL ? p : add(w, td, EL_P, r->pos);
        element_append(p, c);
    }
}

static void add_row(struct work *w, struct element *body, const struct row *r)
{
    struct element *tr = add(w, body, EL_TR, r->pos);
    tr->label = arena_printf(w->a, "%zu", r->number);
    struct element *th = add(w, tr, EL_TH, r->pos);
    element_choose(th, AT_SCOPE, HEAD_OF_ROW);
    struct element *term = add(w, th, EL_P, r->pos);
    if (r->term != NULL)
        element_text(w->a, term, r->term, r->pos);
    expand_inlines(w, term, r->local, NULL);
    add_paragraphs(w, add(w, tr, EL_TD, r->pos), r);
}

/* The two th that the template gave. */
static void add_head(struct work *w, struct element *table)
{
    struct element *head = element_new(w->a, EL_THEAD, table->pos);
    struct element *tr = add(w, head, EL_TR, table->pos);
    element_adopt(tr, table);
    for (struct element *th = tr->first; th != NULL; th = th->next)
        element_choose(th, AT_SCOPE, HEAD_OF_COLUMN);
    element_append(table, head);
}

void glossary_fill(struct work *w, struct element *glossary, const bool *used)
{
    struct rows rows = {0};
    add_terms(w, &rows, used);
    add_local(w, &rows);
    sort_all(w, &rows);
    glossary->kind = EL_TABLE;
    element_choose(glossary, AT_KIND, TABLE_GLOSSARY);
    add_head(w, glossary);
    struct element *body = add(w, glossary, EL_TBODY, glossary->pos);
    for (size_t i = 0; i < rows.all.len; i++)
        add_row(w, body, &rows.all.at[i]);
}
