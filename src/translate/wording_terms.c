/* wording_terms.c -- terms.csv to units.  In: the table of a folder; out: each Welsh cell
 * with the English that it is for.  A row that Welsh does not have yet is the editor's to
 * begin: only who knows the forms can say how many there are. */
#include "base/bounds.h"
#include "base/file.h"
#include "source/csv.h"
#include "translate/wording_work.h"

#include <string.h>

struct term_walk {
    struct arena *a;
    struct wording_walk *k;
    const struct table *t;
    int key, language, written, expansion; /* columns */
};

static const struct cell *at(const struct term_walk *w, size_t row, int column)
{
    return table_cell(w->t, row, (size_t)column);
}

/* A cell as a text of YAML is. */
static const struct node *cell_node(struct arena *a, const char *text, struct pos pos)
{
    struct node *n = NEW(a, struct node);
    *n = (struct node){.kind = NODE_TEXT,
                       .pos = pos,
                       .text = text,
                       .len = strlen(text),
                       .empty = !*text};
    return n;
}

/* The first English row of the same term that has something in that column. */
static const char *english_cell(const struct term_walk *w, const char *key, int column)
{
    for (size_t row = 0; row < w->t->rows; row++)
        if (strcmp(at(w, row, w->key)->text, key) == 0 &&
            strcmp(at(w, row, w->language)->text, "en") == 0 &&
            at(w, row, column)->text[0] != '\0')
            return at(w, row, column)->text;
    return NULL;
}

static const char *glossary_term(const struct programme *p, const char *key)
{
    for (size_t i = 0; i < p->term_count; i++)
        if (strcmp(p->terms[i].key, key) == 0)
            return p->terms[i].term[LANG_EN];
    return NULL;
}

static void add_cell(const struct term_walk *w, size_t row, int column,
                     const char *english, const char *path, const char *note)
{
    const struct cell *c = at(w, row, column);
    const struct wording_text t = {.cy = cell_node(w->a, c->text, c->pos),
                                   .key = "cy",
                                   .en = cell_node(w->a, english, c->pos)};
    wording_add_cell(w->k, &t, path, note);
}

/* `number`: of this row among those of its term in Welsh. */
static void add_row(const struct term_walk *w, const struct programme *p, size_t row,
                    int number)
{
    const char *key = at(w, row, w->key)->text;
    const char *path = arena_printf(w->a, "%s.%d", key, number);
    const char *term = english_cell(w, key, w->written);
    const char *meant = english_cell(w, key, w->expansion);
    term = term != NULL ? term : glossary_term(p, key);
    if (term != NULL && at(w, row, w->written)->text[0] != '\0')
        add_cell(w, row, w->written, term, path,
                 "a form in which a text has the term: each mutation and plural has a "
                 "unit of its own");
    if (meant != NULL)
        add_cell(w, row, w->expansion, meant, arena_printf(w->a, "%s.expansion", path),
                 "what the abbreviation stands for, printed where it comes first");
}

static void add_rows(const struct term_walk *w, const struct programme *p)
{
    for (size_t row = 0; row < w->t->rows; row++) {
        int number = 1;
        for (size_t i = 0; i < row; i++)
            number += strcmp(at(w, i, w->key)->text, at(w, row, w->key)->text) == 0 &&
                      strcmp(at(w, i, w->language)->text, "cy") == 0;
        if (strcmp(at(w, row, w->language)->text, "cy") == 0)
            add_row(w, p, row, number);
    }
}

void wording_add_terms(struct arena *a, struct diags *d, struct wording_walk *k,
                       const struct programme *p, const struct folder *folder)
{
    const char *path = wording_begin(k, folder, "terms.csv");
    if (!file_exists(path))
        return;
    const struct file *f = file_read(a, d, path, CSV_BYTES, (struct pos){0});
    const struct table *t = f != NULL ? csv_parse(a, d, f) : NULL;
    if (t == NULL) /* what is wrong with it has been said */
        return;
    const struct term_walk w = {.a = a,
                                .k = k,
                                .t = t,
                                .key = table_column(t, "key"),
                                .language = table_column(t, "language"),
                                .written = table_column(t, "written"),
                                .expansion = table_column(t, "expansion")};
    add_rows(&w, p);
}
