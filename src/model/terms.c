/* terms.c -- what a house says of its terms: glossary.yaml (what they mean) and terms.csv
 * (how the text treats them), joined by key.  Does not know which terms a report uses. */
#include "model/terms.h"

#include "base/bounds.h"
#include "base/file.h"
#include "base/map.h"
#include "model/table.h"

#include <string.h>

struct terms {
    struct reader *r;
    ARRAY(struct growing *) all;
    struct map *by_key;
};

/* A term while its forms are being read. */
struct growing {
    struct term term;
    ARRAY(struct term_form) forms[LANG_COUNT];
    bool left; /* the programme does without it */
};

static struct growing *growing_of(struct terms *t, const char *key, struct pos pos)
{
    struct growing *g = map_get(t->by_key, key);
    if (g != NULL)
        return g;
    g = NEW(t->r->a, struct growing);
    g->term = (struct term){.key = key, .pos = pos};
    map_put(t->by_key, key, g);
    *array_push(t->r->a, &t->all) = g;
    return g;
}

/* ---- glossary.yaml ---- */

/* Plain words in each language; those given once are of both. */
static void read_plain(struct reader *r, const struct node *n,
                       const char *out[LANG_COUNT])
{
    if (n == NULL)
        return;
    if (n->kind == NODE_TEXT) {
        out[LANG_EN] = out[LANG_CY] = n->text;
        return;
    }
    if (!expect_keys(r, n, "en cy"))
        return;
    for (enum lang l = LANG_EN; l < LANG_COUNT; l++) {
        const char *word = read_word(r, n, lang_code(l));
        if (word != NULL && word[0] != '\0')
            out[l] = word;
    }
}

/* `file`: the root of its glossary.yaml, which says who has read it. */
static void read_entry(struct terms *t, const struct node *file, const struct node *n)
{
    struct reader *r = t->r;
    if (!expect_keys(r, n, "key! term! meaning sort-as reviewed"))
        return;
    const char *key = read_word(r, n, "key");
    if (key == NULL)
        return;
    struct term *term = &growing_of(t, key, n->pos)->term;
    term->pos = n->pos;
    read_plain(r, node_get(n, "term"), term->term);
    read_plain(r, node_get(n, "sort-as"), term->sort_as);
    term->meaning = read_paragraphs(r, n, "meaning");
    term->reviewed[LANG_CY] = false;
    const bool own = node_get(n, "reviewed") != NULL;
    term->reviewed[LANG_EN] = !own;
    read_reviewed(r, own ? n : file, term->reviewed);
}

static void read_glossary(struct terms *t, const char *dir)
{
    struct reader *r = t->r;
    const char *path = path_join(r->a, dir, "glossary.yaml");
    if (!file_exists(path))
        return;
    const struct file *f = file_read(r->a, r->d, path, YAML_BYTES, (struct pos){0});
    const struct node *root = f == NULL ? NULL : source_parse(r->a, r->d, f);
    if (!expect_keys(r, root, "terms! reviewed"))
        return;
    const struct node *list = read_list(r, root, "terms");
    struct map *seen = map_new(r->a);
    for (size_t i = 0; i < list->count; i++) {
        const struct node *key = node_get(list->items[i], "key");
        if (key == NULL || key->kind != NODE_TEXT ||
            name_once(r, seen, key->text, key->pos))
            read_entry(t, root, list->items[i]);
    }
}

/* ---- terms.csv: key,language,written,italic,expand,expansion ---- */

enum { KEY, LANGUAGE, WRITTEN, ITALIC, EXPAND, EXPANSION, COLUMNS };

/* An empty cell leaves it as another row, or the house below, has set it. */
static void read_switch(struct reader *r, const struct cell *c, bool *on)
{
    static const char *const names[] = {"yes", "no"};
    if (c->text[0] != '\0')
        *on = choose(r, DIAG_VALUE_UNKNOWN, c->pos, c->text, names, LEN(names)) == 0;
}

/* The form that is written so, which a house below may have named already. */
static struct term_form *form_of(struct terms *t, struct growing *g, int l,
                                 const char *written)
{
    for (size_t i = 0; i < g->forms[l].len; i++)
        if (strcmp(g->forms[l].at[i].text, written) == 0)
            return &g->forms[l].at[i];
    struct term_form *form = array_push(t->r->a, &g->forms[l]);
    form->text = written;
    return form;
}

static void read_row(struct terms *t, const struct table *table, size_t row,
                     const int columns[COLUMNS])
{
    static const char *const languages[] = {"en", "cy"};
    const struct cell *cells[COLUMNS];
    for (int i = 0; i < COLUMNS; i++)
        cells[i] = table_cell(table, row, (size_t)columns[i]);
    int l = choose(t->r, DIAG_VALUE_UNKNOWN, cells[LANGUAGE]->pos, cells[LANGUAGE]->text,
                   languages, LEN(languages));
    if (l < 0)
        return;
    struct growing *g = growing_of(t, cells[KEY]->text, cells[KEY]->pos);
    struct term *term = &g->term;
    const char *written = cells[WRITTEN]->text;
    read_switch(t->r, cells[ITALIC], &term->italic);
    if (term->term[l] == NULL && written[0] != '\0')
        term->term[l] = written;
    bool itself = written[0] == '\0' || strcmp(written, term->term[l]) == 0;
    struct term_form *form = itself ? NULL : form_of(t, g, l, written);
    read_switch(t->r, cells[EXPAND], itself ? &term->expand : &form->expand);
    if (cells[EXPANSION]->text[0] != '\0')
        *(itself ? &term->expansion[l] : &form->expansion) = cells[EXPANSION]->text;
}

static void read_treatment(struct terms *t, const char *dir)
{
    static const char *const names[COLUMNS] = {"key",    "language", "written",
                                               "italic", "expand",   "expansion"};
    struct reader *r = t->r;
    const char *path = path_join(r->a, dir, "terms.csv");
    if (!file_exists(path))
        return;
    const struct file *f = file_read(r->a, r->d, path, CSV_BYTES, (struct pos){0});
    const struct table *table = f == NULL ? NULL : csv_parse_edited(r->a, r->d, f);
    int columns[COLUMNS];
    if (table == NULL || !table_columns(r, table, names, COLUMNS, 0, columns))
        return;
    for (size_t row = 0; row < table->rows; row++)
        read_row(t, table, row, columns);
}

/* Terms as an array of structs, which is what readers want. */
static void keep_terms(struct terms *t, struct programme *p)
{
    struct term *terms = NEW_ARRAY(t->r->a, struct term, t->all.len + 1);
    for (size_t i = 0; i < t->all.len; i++) {
        const struct growing *g = t->all.at[i];
        if (g->left)
            continue;
        struct term *term = &terms[p->term_count++];
        *term = g->term;
        for (enum lang l = LANG_EN; l < LANG_COUNT; l++) {
            term->forms[l] = g->forms[l].at;
            term->form_count[l] = g->forms[l].len;
        }
    }
    p->terms = terms;
}

/* Terms of the house that mean something else to this programme, or nothing. */
static void leave_terms(struct terms *t, const struct node *programme)
{
    const struct node *terms = node_get(programme, "terms");
    if (terms == NULL || !expect_keys(t->r, terms, "leave!"))
        return;
    const char **keys = NEW_ARRAY(t->r->a, const char *, t->all.len + 1);
    for (size_t i = 0; i < t->all.len; i++)
        keys[i] = t->all.at[i]->term.key;
    const struct node *list = read_list(t->r, terms, "leave");
    for (size_t i = 0; i < list->count; i++) {
        int at = choose(t->r, DIAG_VALUE_UNKNOWN, list->items[i]->pos,
                        node_word(t->r, list->items[i]), keys, t->all.len);
        if (at >= 0 && (size_t)at < t->all.len)
            t->all.at[at]->left = true;
    }
}

void terms_read(struct reader *r, const struct node *programme, struct programme *p)
{
    struct terms t = {.r = r, .by_key = map_new(r->a)};
    for (size_t i = 0; i < p->house_count + p->folder_count; i++) {
        read_glossary(&t, programme_folder(p, i)->dir);
        read_treatment(&t, programme_folder(p, i)->dir);
    }
    leave_terms(&t, programme);
    keep_terms(&t, p);
}
