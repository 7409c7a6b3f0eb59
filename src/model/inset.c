/* inset.c -- a table or a picture that an author puts between the paragraphs of a text.
 * In: a map that names a CSV file or a picture beside the YAML; out: a block whose words
 * are read, checked and translated as those of any text.  Knows no page. */
#include "base/bounds.h"
#include "base/file.h"
#include "model/table.h"
#include "model/value.h"

#include <string.h>
#include <strings.h>

static struct inline_node *line_of(struct reader *r, const struct node *map,
                                   const char *key)
{
    const struct node *n = node_get(map, key);
    if (n == NULL)
        return NULL;
    if (node_blank(n))
        say_empty(r, n);
    /* as prose/ made it: no one else holds it */
    return (struct inline_node *)node_line(r, n);
}

static struct block *block_of(struct reader *r, enum block_kind kind, struct pos pos,
                              struct inline_node *inlines)
{
    struct block *b = NEW(r->a, struct block);
    *b = (struct block){.kind = kind, .pos = pos, .inlines = inlines};
    return b;
}

/* ---- cells ---- */

/* A cell as a text that knows where its words stand. */
static const struct node *cell_node(struct arena *a, const struct cell *c)
{
    struct node *n = NEW(a, struct node);
    struct offset *start = NEW(a, struct offset);
    start->file = c->pos.at + (c->pos.file->text[c->pos.at] == '"');
    *n = (struct node){.kind = NODE_TEXT,
                       .style = TEXT_QUOTED,
                       .pos = c->pos,
                       .text = c->text,
                       .len = strlen(c->text),
                       .offsets = start,
                       .offset_count = 1};
    return n;
}

/* "1,204", "-3.5", "41%", "\u00A312.50": a figure and nothing else. */
static bool is_figure(const char *text)
{
    static const char pound[] = "\u00A3";
    text += *text == '-' || *text == '+';
    text += strncmp(text, pound, strlen(pound)) == 0 ? strlen(pound) : 0;
    const size_t len = strspn(text, "0123456789.,");
    return len > 0 && text[0] >= '0' && text[0] <= '9' &&
           (text[len] == '\0' || strcmp(text + len, "%") == 0);
}

/* What is a figure alone has the source of its table, as if it were typed there. */
static struct inline_node *cell_words(struct reader *r, const struct cell *c,
                                      const char *source)
{
    if (c->text[0] == '\0')
        return NULL;
    if (source == NULL || !is_figure(c->text))
        return (struct inline_node *)node_line(r, cell_node(r->a, c));
    struct inline_node *n = NEW(r->a, struct inline_node);
    *n = (struct inline_node){
        .kind = INLINE_TYPED, .pos = c->pos, .text = c->text, .source = source};
    return n;
}

static struct block *row_read(struct reader *r, const struct cell *cells, size_t count,
                              const char *source)
{
    struct block *row = block_of(r, BLOCK_ROW, cells->pos, NULL), **end = &row->child;
    for (size_t i = 0; i < count; i++) {
        *end = block_of(r, BLOCK_CELL, cells[i].pos,
                        cell_words(r, &cells[i], i > 0 ? source : NULL));
        end = &(*end)->next;
    }
    return row;
}

/* ---- a table ---- */

/* Rows about children shall not be printed by a slip of the pen. */
static bool is_counted(const char *name)
{
    static const char *const ends[] = {"answers.csv", "results.csv", "recipients.csv"};
    const size_t len = strlen(name);
    for (size_t i = 0; i < LEN(ends); i++)
        if (len >= strlen(ends[i]) &&
            strcasecmp(name + len - strlen(ends[i]), ends[i]) == 0)
            return true;
    return false;
}

static const struct table *table_file(struct reader *r, const struct node *n)
{
    if (!expect_kind(r, n, NODE_TEXT, "the name of a CSV file"))
        return NULL;
    const char *end = strrchr(n->text, '.');
    if (end == NULL || strcasecmp(end, ".csv") != 0 || is_counted(n->text)) {
        diag(r->d, DIAG_VALUE_KIND, n->pos,
             "\"%s\"; a table that is printed stands in a CSV file of its own", n->text);
        return NULL;
    }
    const char *path = file_inside(r->a, r->d, r->dir, n->text, n->pos);
    const struct file *f =
        path == NULL ? NULL : file_read(r->a, r->d, path, YAML_BYTES, n->pos);
    return f == NULL ? NULL : csv_parse_edited(r->a, r->d, f);
}

static bool check_size(struct reader *r, const struct table *t, bool wide)
{
    const size_t most = wide ? COLUMNS_WIDE : COLUMNS_UPRIGHT;
    if (t->columns >= 2 && t->columns <= most && t->rows >= 1 && t->rows <= TABLE_ROWS)
        return true;
    diag(r->d, DIAG_VALUE_RANGE, t->head[0].pos,
         "columns: %zu, rows under their heads: %zu; a table in a text has 2 to %zu "
         "columns and 1 to %d rows%s",
         t->columns, t->rows, most, TABLE_ROWS,
         !wide && t->columns > most && t->columns <= COLUMNS_WIDE
             ? "; with `wide: yes` it lies on its side and may have 12"
             : "");
    return false;
}

/* A screen reader says the heads with each cell; those of columns csv_parse wants. */
static void check_heads(struct reader *r, const struct table *t)
{
    for (size_t i = 0; i < t->rows; i++)
        if (table_cell(t, i, 0)->text[0] == '\0')
            diag(r->d, DIAG_VALUE_KIND, table_cell(t, i, 0)->pos,
                 "a row without a head; say in its first cell what the row holds");
}

static struct block *table_read(struct reader *r, const struct node *n, struct map *ids)
{
    if (!expect_keys(r, n, "table! caption! source wide id"))
        return NULL;
    struct block *b = block_of(r, BLOCK_TABLE, n->pos, line_of(r, n, "caption"));
    const char *source = node_get(n, "source") != NULL ? read_word(r, n, "source") : NULL;
    b->start = read_flag(r, n, "wide");
    b->id = id_read(r, n, ids);
    const struct table *t = table_file(r, node_get(n, "table"));
    if (t == NULL || !check_size(r, t, b->start > 0))
        return NULL;
    check_heads(r, t);
    struct block **end = &b->child;
    *end = row_read(r, t->head, t->columns, NULL);
    for (size_t i = 0; i < t->rows; i++) {
        end = &(*end)->next;
        *end = row_read(r, table_cell(t, i, 0), t->columns, source);
    }
    if (source != NULL)
        (*end)->next = block_of(r, BLOCK_SOURCE, node_get(n, "source")->pos,
                                line_of(r, n, "source"));
    return b;
}

/* ---- a picture ---- */

static struct block *picture_read(struct reader *r, const struct node *n, struct map *ids)
{
    if (!expect_keys(r, n, "picture! caption! alt! width id"))
        return NULL;
    const struct node *file = node_get(n, "picture");
    struct block *b = block_of(r, BLOCK_PICTURE, n->pos, line_of(r, n, "caption"));
    b->start = read_int(r, n, "width", 60, 720, 0);
    b->id = id_read(r, n, ids);
    b->child = block_of(r, BLOCK_PARAGRAPH, n->pos, line_of(r, n, "alt"));
    if (picture_named(r, r->dir, file) == NULL)
        return NULL;
    b->file = file->text;
    return b;
}

struct block *inset_read(struct reader *r, const struct node *n, struct map *ids)
{
    return node_get(n, "table") != NULL ? table_read(r, n, ids) : picture_read(r, n, ids);
}
