/* home.c -- in: a programme's fields and the tree of inspection.yaml; out: homes and
 * their passages.  Does not check any value; the model does. */
#include "manuscript/home.h"

#include "base/bounds.h"
#include "base/buf.h"
#include "base/file.h"
#include "model/field.h"
#include "source/csv.h"

#include <string.h>

struct homes {
    struct arena *a;
    struct diags *d; /* what is wrong is said by the model */
    const struct programme *p;
    const char *dir;
};

enum { HOMES_DEPTH = 12 };

static void fill(struct homes *hs, struct home *h, const struct node *n, int depth);

enum home_kind home_kind_of(const struct field *f)
{
    switch (f->kind) {
    case FIELD_LINE:
    case FIELD_TEXT: return HOME_LINE;
    case FIELD_PROSE:
    case FIELD_BLOCK: return HOME_TEXT;
    case FIELD_WORD:
    case FIELD_AREA:
    case FIELD_CHOICE:
    case FIELD_NUMBER:
    case FIELD_DATE:
    case FIELD_MONTH:
    case FIELD_ISBN:
    case FIELD_IMAGE: return HOME_WORDS;
    case FIELD_MAP:
    case FIELD_RECORD: return HOME_GROUP;
    case FIELD_LIST: return home_kind_of(f->of) <= HOME_TEXT ? HOME_ITEMS : HOME_RECORDS;
    }
    bug("a field of kind %d", (int)f->kind);
}

struct home *home_new(struct arena *a, struct home *parent, const struct field *field,
                      const char *key, enum home_kind kind)
{
    struct home *h = NEW(a, struct home);
    const char *name = key;
    if (parent != NULL && key[0] == '\0')
        name = arena_printf(a, "#%zu", parent->homes.len + 1);
    *h = (struct home){.kind = kind, .field = field, .key = key, .parent = parent};
    h->path = parent == NULL || parent->path[0] == '\0'
                  ? name
                  : arena_printf(a, "%s/%s", parent->path, name);
    if (parent != NULL)
        *array_push(a, &parent->homes) = h;
    return h;
}

struct home *home_child(const struct home *h, const char *key)
{
    for (size_t i = 0; i < h->homes.len; i++)
        if (strcmp(h->homes.at[i]->key, key) == 0)
            return h->homes.at[i];
    return NULL;
}

struct home *home_at(struct home *root, const char *path)
{
    for (size_t i = 0; i < root->homes.len; i++) {
        struct home *h = root->homes.at[i];
        const size_t len = strlen(h->path);
        if (strncmp(path, h->path, len) == 0 && path[len] == '\0')
            return h;
        if (strncmp(path, h->path, len) == 0 && path[len] == '/')
            return home_at(h, path);
    }
    return NULL;
}

bool home_is_prose(const struct home *h)
{
    const struct field *f = h->field;
    if (h->kind == HOME_ITEMS && f != NULL)
        return home_kind_of(f->of) != HOME_WORDS;
    return h->kind == HOME_LINE || h->kind == HOME_TEXT;
}

/* ---- passages ---- */

static void add_passage(struct arena *a, struct home *h, const struct text_line *lines,
                        size_t count, struct text_piece like)
{
    like.markdown = lines_markdown(a, lines, count);
    struct buf words = buf_new(a);
    for (size_t i = 0; i < count; i++) {
        *array_push(a, &like.lines.all) = lines[i];
        if (lines[i].words != NULL)
            buf_printf(&words, "%s%s", i > 0 ? " " : "", lines[i].words);
    }
    like.words = words.at;
    like.number = lines[0].number;
    like.open = markdown_is_query(like.markdown);
    *array_push(a, &h->passages) = like;
}

static void add_blocks(struct arena *a, struct home *h, const struct block *blocks)
{
    struct text_lines lines = {0};
    lines_of(a, blocks, &lines);
    for (size_t i = 0; i < lines.all.len;) {
        const size_t n = lines_of_block(lines.all.at + i, lines.all.len - i);
        add_passage(a, h, lines.all.at + i, n,
                    (struct text_piece){.pos = lines.all.at[i].pos});
        i += n;
    }
}

static struct text_line plain_line(struct arena *a, const char *text)
{
    struct text_line line = {.level = -1, .markdown = text};
    *array_push(a, &line.phrases.all) =
        (struct text_run){.kind = PHRASE_WORDS, .text = text};
    return line;
}

/* A value that is no prose: as it is typed, on one line. */
static void add_word(struct arena *a, struct home *h, const struct node *n,
                     struct text_piece like)
{
    const struct text_line line = plain_line(a, n->text);
    add_passage(a, h, &line, 1, like);
}

/* ---- texts ---- */

static const struct node *file_text(struct homes *hs, const struct node *n)
{
    const struct node *name = node_get(n, "file");
    if (name == NULL || name->kind != NODE_TEXT || hs->dir == NULL)
        return NULL;
    const char *path = file_inside(hs->a, hs->d, hs->dir, name->text, name->pos);
    const struct file *f =
        path != NULL ? file_read(hs->a, hs->d, path, YAML_BYTES, name->pos) : NULL;
    return f != NULL ? node_of_file(hs->a, f) : NULL;
}

/* The scalar of a text: itself, in {text: …}, or in the file of {file: …}. */
static const struct node *scalar_of(struct homes *hs, const struct node *n)
{
    if (n->kind == NODE_TEXT)
        return n;
    if (n->kind != NODE_MAP)
        return NULL;
    const struct node *text = node_get(n, "text");
    return text != NULL && text->kind == NODE_TEXT ? text : file_text(hs, n);
}

static void fill_line(struct homes *hs, struct home *h, const struct node *text,
                      struct text_piece like)
{
    struct text_line line = {.level = -1};
    phrases_of(hs->a, prose_parse_line(hs->a, hs->d, text), &line.phrases);
    line.markdown = phrases_markdown(hs->a, &line.phrases);
    like.pos = text->pos;
    if (line.markdown[0] != '\0')
        add_passage(hs->a, h, &line, 1, like);
}

static void fill_item(struct homes *hs, struct home *h, const struct node *item)
{
    const enum home_kind kind = home_kind_of(h->field->of);
    const struct node *text = scalar_of(hs, item);
    struct text_piece like = {.item = item, .text = text};
    if (text == NULL)
        return;
    like.pos = text->pos;
    if (kind == HOME_WORDS) {
        add_word(hs->a, h, text, like);
    } else if (kind == HOME_LINE) {
        fill_line(hs, h, text, like);
    } else {
        struct text_lines lines = {0};
        lines_of(hs->a, prose_parse(hs->a, hs->d, text), &lines);
        if (lines.all.len > 0)
            add_passage(hs->a, h, lines.all.at, lines.all.len, like);
    }
}

/* ---- groups ---- */

/* Forms of a name, a text in two languages: what they hold is known by their keys. */
static void fill_map(struct homes *hs, struct home *h, const struct node *n, int depth)
{
    const bool lines = h->field != NULL && h->field->kind == FIELD_TEXT;
    h->kind = HOME_GROUP;
    for (size_t i = 0; i < n->count; i++) {
        const enum home_kind kind = lines ? HOME_LINE : HOME_WORDS;
        struct home *c = home_new(hs->a, h, NULL, n->entries[i].key->text, kind);
        fill(hs, c, n->entries[i].value, depth + 1);
    }
}

static void fill_keys(struct homes *hs, struct home *h, const struct node *n, int depth)
{
    const struct field *f = h->field;
    size_t count;
    const char *const *keys = field_key_names(hs->a, hs->p, f->keys, &count);
    for (size_t i = 0; i < count; i++) {
        struct home *c = home_new(hs->a, h, f->of, keys[i], home_kind_of(f->of));
        fill(hs, c, n != NULL ? node_get(n, keys[i]) : NULL, depth + 1);
    }
    for (size_t i = 0; n != NULL && n->kind == NODE_MAP && i < n->count; i++) {
        const char *key = n->entries[i].key->text;
        if (home_child(h, key) != NULL)
            continue;
        struct home *c = home_new(hs->a, h, f->of, key, home_kind_of(f->of));
        fill(hs, c, n->entries[i].value, depth + 1);
    }
}

static void fill_group(struct homes *hs, struct home *h, const struct node *n, int depth)
{
    const struct field *f = h->field;
    if (n != NULL && n->kind != NODE_MAP)
        n = NULL;
    if (f->kind == FIELD_MAP) {
        fill_keys(hs, h, n, depth);
        return;
    }
    for (size_t i = 0; i < f->field_count; i++) {
        const struct field *one = &f->fields[i];
        struct home *c = home_new(hs->a, h, one, one->name, home_kind_of(one));
        fill(hs, c, n != NULL ? node_get(n, one->name) : NULL, depth + 1);
    }
}

/* ---- between paragraphs ---- */

/* As wide as the heads, whatever the file lacks; the separator is the file's own. */
static void add_row(struct homes *hs, struct home *h, const struct cell *cells,
                    size_t count)
{
    struct text_piece row = {.pos = cells->pos};
    struct buf all = buf_new(hs->a);
    for (size_t i = 0; i < count; i++) {
        const struct file *f =
            file_of_text(hs->a, hs->d, h->path, cells[i].text, strlen(cells[i].text));
        struct text_line cell = {.level = -1, .markdown = ""};
        if (f != NULL) {
            phrases_of(hs->a, prose_parse_line(hs->a, hs->d, node_of_file(hs->a, f)),
                       &cell.phrases);
            cell.markdown = phrases_markdown(hs->a, &cell.phrases);
        }
        *array_push(hs->a, &row.lines.all) = cell;
        if (i > 0)
            buf_char(&all, CELL_END);
        buf_str(&all, cell.markdown);
    }
    row.pos.len = cells[count - 1].pos.at + cells[count - 1].pos.len - row.pos.at;
    row.markdown = all.at;
    *array_push(hs->a, &h->passages) = row;
}

static void fill_table(struct homes *hs, struct home *h, const struct node *name)
{
    h->node = name;
    if (name->kind != NODE_TEXT || hs->dir == NULL)
        return;
    const char *path = file_inside(hs->a, hs->d, hs->dir, name->text, name->pos);
    const struct file *f =
        path != NULL ? file_read(hs->a, hs->d, path, YAML_BYTES, name->pos) : NULL;
    const struct table *t = f != NULL ? csv_parse_edited(hs->a, hs->d, f) : NULL;
    if (t == NULL || t->columns == 0)
        return;
    add_row(hs, h, t->head, t->columns);
    for (size_t i = 0; i < t->rows; i++)
        add_row(hs, h, table_cell(t, i, 0), t->columns);
}

/* A table or a picture: its rows, and what is said of it. */
static void fill_inset(struct homes *hs, struct home *h, const struct node *n)
{
    static const char *const lines[] = {"caption", "source", "alt"};
    h->node = n;
    for (size_t i = 0; i < LEN(lines); i++)
        if (node_get(n, lines[i]) != NULL)
            fill(hs, home_new(hs->a, h, NULL, lines[i], HOME_LINE), node_get(n, lines[i]),
                 HOMES_DEPTH);
    if (node_get(n, "table") != NULL)
        fill_table(hs, home_new(hs->a, h, NULL, "table", HOME_TABLE),
                   node_get(n, "table"));
}

/* A text that is a list: its paragraphs, and what stands between them, by their places.
 */
static void fill_insets(struct homes *hs, struct home *h, const struct node *n)
{
    h->kind = HOME_GROUP;
    for (size_t i = 0; i < n->count; i++) {
        const bool inset =
            n->items[i]->kind == NODE_MAP && (node_get(n->items[i], "table") != NULL ||
                                              node_get(n->items[i], "picture") != NULL);
        struct home *c =
            home_new(hs->a, h, inset ? NULL : h->field, arena_printf(hs->a, "%zu", i + 1),
                     inset ? HOME_GROUP : HOME_TEXT);
        if (inset)
            fill_inset(hs, c, n->items[i]);
        else
            fill(hs, c, n->items[i], HOMES_DEPTH);
    }
}

/* ---- whatever stands there ---- */

static void fill(struct homes *hs, struct home *h, const struct node *n, int depth)
{
    h->node = n != NULL && n->kind == NODE_TEXT && n->empty ? NULL : n;
    if (depth > HOMES_DEPTH)
        return;
    if (h->kind == HOME_GROUP) {
        fill_group(hs, h, h->node, depth);
        return;
    }
    if (h->kind == HOME_ITEMS || h->kind == HOME_RECORDS) {
        for (size_t i = 0; h->node != NULL && n->kind == NODE_LIST && i < n->count; i++) {
            if (h->kind == HOME_ITEMS)
                fill_item(hs, h, n->items[i]);
            else
                fill(hs, home_new(hs->a, h, h->field->of, "", home_kind_of(h->field->of)),
                     n->items[i], depth + 1);
        }
        return;
    }
    if (h->node == NULL)
        return;
    if (n->kind == NODE_LIST && h->field != NULL && h->field->insets) {
        fill_insets(hs, h, n);
        return;
    }
    h->text = h->kind == HOME_TEXT || n->kind == NODE_TEXT ? scalar_of(hs, n) : NULL;
    if (h->text == NULL && n->kind == NODE_MAP)
        fill_map(hs, h, n, depth);
    else if (h->text == NULL)
        return;
    else if (h->kind == HOME_WORDS)
        add_word(hs->a, h, h->text, (struct text_piece){.pos = h->text->pos});
    else if (h->kind == HOME_LINE)
        fill_line(hs, h, h->text, (struct text_piece){0});
    else
        add_blocks(hs->a, h, prose_parse(hs->a, hs->d, h->text));
}

/* Ours are data and what belongs to no place, but for footnotes. */
static bool is_text_field(const struct programme *p, size_t i)
{
    return i >= FIELDS_OF_ALL || strcmp(p->fields[i].name, "footnotes") == 0;
}

struct home *homes_of(struct arena *a, struct diags *d, const struct programme *p,
                      const char *dir, const struct node *root)
{
    struct homes hs = {a, d, p, dir};
    struct home *h = home_new(a, NULL, NULL, "", HOME_GROUP);
    h->node = root;
    for (size_t i = 0; i < p->field_count; i++) {
        const struct field *f = &p->fields[i];
        if (!is_text_field(p, i))
            continue;
        struct home *c = home_new(a, h, f, f->name, home_kind_of(f));
        fill(&hs, c, root != NULL ? node_get(root, f->name) : NULL, 0);
    }
    return h;
}

/* ---- what they hold ---- */

bool home_is_open(const struct home *h)
{
    for (size_t i = 0; i < h->passages.len; i++)
        if (!h->passages.at[i].open)
            return false;
    for (size_t i = 0; i < h->homes.len; i++)
        if (!home_is_open(h->homes.at[i]))
            return false;
    return true;
}

static void add_home_words(const struct home *h, bool shown, struct buf *out)
{
    for (size_t i = 0; i < h->passages.len; i++) {
        const struct text_piece *p = &h->passages.at[i];
        if (!p->open)
            buf_printf(out, "%s ", shown && p->shown != NULL ? p->shown : p->markdown);
    }
    for (size_t i = 0; i < h->homes.len; i++)
        add_home_words(h->homes.at[i], shown, out);
}

const char *home_words(struct arena *a, const struct home *h, bool shown)
{
    struct buf out = buf_new(a);
    add_home_words(h, shown, &out);
    return out.at;
}

/* ---- what they show ---- */

const char *mark_shown(const struct text_run *mark, const struct shows *shows)
{
    const struct inline_node *n = mark->node;
    const char *shown = NULL;
    if (n != NULL && n->kind == INLINE_TYPED)
        shown = n->text;
    else if (n != NULL && n->kind == INLINE_MARK && shows != NULL)
        shown = shows->say(n, shows->data);
    return shown != NULL && strspn(shown, " ") < strlen(shown) ? shown : mark->text;
}

static bool is_figure(const struct text_run *p)
{
    return p->node != NULL &&
           (p->node->kind == INLINE_TYPED || p->node->kind == INLINE_MARK);
}

static const char *piece_shown(struct arena *a, const struct text_piece *p,
                               const struct shows *shows)
{
    struct text_lines lines = {0};
    bool any = false;
    for (size_t i = 0; i < p->lines.all.len; i++) {
        struct text_line *l = array_push(a, &lines.all);
        struct text_runs runs = {0};
        *l = p->lines.all.at[i];
        for (size_t k = 0; k < l->phrases.all.len; k++) {
            struct text_run run = l->phrases.all.at[k];
            const char *shown = is_figure(&run) ? mark_shown(&run, shows) : run.text;
            if (shown != run.text)
                run.kind = PHRASE_WORDS;
            any |= shown != run.text;
            run.text = shown;
            *array_push(a, &runs.all) = run;
        }
        l->markdown = phrases_markdown(a, &runs);
    }
    return any ? lines_markdown(a, lines.all.at, lines.all.len) : NULL;
}

void homes_show(struct arena *a, struct home *h, const struct shows *shows)
{
    for (size_t i = 0; i < h->passages.len; i++)
        if (home_is_prose(h))
            h->passages.at[i].shown = piece_shown(a, &h->passages.at[i], shows);
    for (size_t i = 0; i < h->homes.len; i++)
        homes_show(a, h->homes.at[i], shows);
}

void home_take_lines(struct arena *a, struct home *h, const struct text_lines *lines)
{
    for (size_t i = 0; i < lines->all.len;) {
        size_t n = lines_of_block(lines->all.at + i, lines->all.len - i);
        if (h->kind == HOME_TABLE) {
            const struct text_line *row = &lines->all.at[i++];
            *array_push(a, &h->passages) = (struct text_piece){
                .markdown = row->markdown, .words = row->words, .number = row->number};
            continue;
        }
        if (h->kind == HOME_ITEMS) /* the lines of an item, the first of level -1 */
            for (n = 1; i + n < lines->all.len && (lines->all.at[i + n].goes_on ||
                                                   lines->all.at[i + n].level >= 0);)
                n++;
        add_passage(a, h, lines->all.at + i, n, (struct text_piece){0});
        i += n;
    }
}
