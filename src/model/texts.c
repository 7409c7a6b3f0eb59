/* texts.c -- a text of inspection.yaml: its words, those of a Markdown file beside it, or
 * a list of such with tables and pictures between them.  In: a node; out: its blocks.
 * What stands in a table or under a picture is inset.c's. */
#include "base/bounds.h"
#include "base/file.h"
#include "base/map.h"
#include "model/value.h"

#include <string.h>
#include <strings.h>

bool node_blank(const struct node *n)
{
    return n->kind == NODE_TEXT && strspn(n->text, " \t\n") == n->len;
}

void say_empty(struct reader *r, const struct node *n)
{
    diag(r->d, DIAG_VALUE_KIND, n->pos, "nothing; write the text, or leave the line out");
}

const char *id_read(struct reader *r, const struct node *n, struct map *ids)
{
    static const char signs[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";
    const struct node *id = node_get(n, "id");
    if (id == NULL || (id->kind == NODE_TEXT && id->empty) ||
        !expect_kind(r, id, NODE_TEXT, "a word"))
        return NULL;
    if (strspn(id->text, signs) != id->len)
        diag(r->d, DIAG_VALUE_KIND, id->pos,
             "\"%s\"; an id is of letters, digits and - _ .", id->text);
    if (map_put(ids, id->text, (void *)n) != NULL)
        diag(r->d, DIAG_ID_TWICE, id->pos, "\"%s\"; a link could not tell them apart",
             id->text);
    return id->text;
}

/* ---- words ---- */

/* Rows about children shall not be printed by a slip of the pen. */
static bool is_text_file(const char *name)
{
    const char *end = strrchr(name, '.');
    return end != NULL && (strcasecmp(end, ".md") == 0 || strcasecmp(end, ".txt") == 0);
}

/* The text itself, or that of the Markdown file that {file: x.md} names. */
static const struct node *follow_file(struct reader *r, const struct node *n)
{
    const struct node *file = n->kind == NODE_MAP ? node_get(n, "file") : NULL;
    if (file == NULL)
        return n;
    if (!expect_keys(r, n, "file id") ||
        !expect_kind(r, file, NODE_TEXT, "a file's name"))
        return NULL;
    const char *path = file_inside(r->a, r->d, r->dir, file->text, file->pos);
    if (path != NULL && !is_text_file(file->text)) {
        diag(r->d, DIAG_VALUE_KIND, file->pos,
             "\"%s\"; a text stands in a file .md or .txt, never in a table", file->text);
        return NULL;
    }
    const struct file *f =
        path == NULL ? NULL : file_read(r->a, r->d, path, YAML_BYTES, file->pos);
    return f == NULL ? NULL : node_of_file(r->a, f);
}

/* A text that is the name of a file and nothing else. */
static bool said_file_name(struct reader *r, const struct node *n)
{
    static const char *const ends[] = {".md", ".txt", ".docx", ".doc", ".rtf", ".odt"};
    if (n->kind != NODE_TEXT || strcspn(n->text, " \t\n") != n->len)
        return false;
    for (size_t i = 0; i < LEN(ends); i++) {
        size_t len = strlen(ends[i]);
        if (n->len <= len || strcmp(n->text + n->len - len, ends[i]) != 0)
            continue;
        diag(r->d, DIAG_VALUE_KIND, n->pos,
             "the name of a file; to print what is in it write {file: %s}%s", n->text,
             i < 2 ? "" : ", and save it as plain text first");
        return true;
    }
    return false;
}

static const struct block *words_read(struct reader *r, const struct node *n)
{
    const struct node *text = follow_file(r, n);
    if (text == NULL || (text == n && said_file_name(r, n)))
        return NULL;
    const struct block *blocks = node_blocks(r, text);
    if (node_blank(text))
        say_empty(r, text);
    return blocks;
}

/* ---- words, tables and pictures ---- */

/* Behind `end`, copies, for what was read is not ours to join. */
static struct block **join(struct arena *a, struct block **end, const struct block *b)
{
    for (; b != NULL; b = b->next) {
        struct block *copy = NEW(a, struct block);
        *copy = *b;
        copy->next = NULL;
        *end = copy;
        end = &copy->next;
    }
    return end;
}

static bool is_inset(const struct node *n)
{
    return n->kind == NODE_MAP &&
           (node_get(n, "table") != NULL || node_get(n, "picture") != NULL);
}

static const struct block *pieces_read(struct reader *r, const struct node *list,
                                       struct map *ids)
{
    struct block *first = NULL, **end = &first;
    for (size_t i = 0; i < list->count; i++) {
        const struct node *one = list->items[i];
        end =
            join(r->a, end, is_inset(one) ? inset_read(r, one, ids) : words_read(r, one));
    }
    return first;
}

const struct block *text_read(struct reader *r, const struct field *f,
                              const struct node *n, struct map *ids)
{
    if (f->insets && n->kind == NODE_LIST)
        return pieces_read(r, n, ids);
    if (n->kind != NODE_LIST && !is_inset(n))
        return words_read(r, n);
    diag(r->d, DIAG_VALUE_KIND, n->pos, "%s; %s",
         n->kind == NODE_LIST ? "a list" : "a table or picture alone",
         f->insets
             ? "put it into a list with the paragraphs around it, each behind a dash"
             : "this field takes words only: write them behind |");
    return NULL;
}
