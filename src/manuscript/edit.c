/* edit.c -- in: what changes, and where the homes stand in their files; out: edits. */
#include "manuscript/edit.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "base/map.h"
#include "manuscript/yaml.h"

#include <string.h>

struct editing {
    struct arena *a;
    struct placed_edits *out;
};

static const char nothing_left[] = "((? the manuscript has nothing here any more ?))";

static void edit(struct editing *e, const struct file *f, size_t from, size_t to,
                 const char *text)
{
    *array_push(e->a, &e->out->all) = (struct placed_edit){{f, from, to - from}, text};
}

/* ---- places ---- */

static size_t line_start(const struct file *f, size_t at)
{
    while (at > 0 && f->text[at - 1] != '\n')
        at--;
    return at;
}

static size_t column_of(const struct file *f, size_t at)
{
    return at - line_start(f, at);
}

/* The column of the key, or of the dash, behind which a value stands. */
static size_t key_column(const struct file *f, size_t at)
{
    size_t from = line_start(f, at), i = from, dash = from;
    bool any = false;
    for (i += strspn(f->text + i, " "); f->text[i] == '-' && f->text[i + 1] == ' ';) {
        dash = i;
        any = true;
        i += 1 + strspn(f->text + i + 1, " ");
    }
    return (any && i >= at ? dash : i) - from;
}

/* Whether it stands in { } or [ ]. */
static bool is_flow_node(const struct node *n)
{
    return n != NULL && n->kind != NODE_TEXT &&
           strchr("[{", n->pos.file->text[n->pos.at]) != NULL;
}

static bool is_flow(const struct home *h)
{
    for (; h != NULL; h = h->parent)
        if (is_flow_node(h->node))
            return true;
    return false;
}

static size_t text_end(const struct file *f, size_t from, size_t end)
{
    while (end > from && is_blank(f->text[end - 1]))
        end--;
    return end;
}

/* ---- outcomes ---- */

static const char *outcome_text(const struct merged_leaf *l, const struct becomes *o)
{
    return o->markdown != NULL ? o->markdown : l->now->passages.at[o->now].markdown;
}

/* Outcomes [from, to) between two that stand, and the passages [first, last) of the
 * report that they come for. */
struct hole {
    size_t from, to, first, last;
};

/* `items`: those that are changed stand too. */
static bool stands(const struct becomes *o, bool items)
{
    return o->now >= 0 && (items || o->markdown == NULL);
}

static struct hole hole_at(const struct merged_leaf *l, size_t from, bool items)
{
    struct hole h = {.from = from, .to = from, .last = l->now->passages.len};
    if (from > 0)
        h.first = (size_t)l->list.at[from - 1].now + 1;
    while (h.to < l->list.len && !stands(&l->list.at[h.to], items))
        h.to++;
    if (h.to < l->list.len)
        h.last = (size_t)l->list.at[h.to].now;
    return h;
}

/* ---- texts ---- */

static const char *joined(struct arena *a, const struct merged_leaf *l, size_t from,
                          size_t to)
{
    struct buf out = buf_new(a);
    for (size_t i = from; i < to; i++)
        buf_printf(&out, "%s%s", i > from ? "\n\n" : "", outcome_text(l, &l->list.at[i]));
    return out.at;
}

static const char *indented(struct arena *a, const char *text, size_t indent)
{
    struct buf out = buf_new(a);
    yaml_lines(&out, text, indent);
    return out.at;
}

static void edit_scalar(struct editing *e, const struct home *h, const struct node *text,
                        const char *words, bool prose)
{
    struct buf out = buf_new(e->a);
    const struct file *f = text->pos.file;
    if (text->style == TEXT_MARKDOWN) {
        edit(e, f, 0, f->len, arena_printf(e->a, "%s\n", words));
        return;
    }
    const size_t indent = key_column(f, text->pos.at) + 2;
    if (text->style == TEXT_BLOCK) { /* it stays one */
        buf_printf(&out, "|\n%*s", (int)indent, "");
        yaml_lines(&out, words, indent);
    } else {
        yaml_scalar(&out, words, indent, prose, is_flow(h));
    }
    edit(e, f, text->pos.at, text_end(f, text->pos.at, text->pos.at + text->pos.len),
         out.at);
}

static void fill_text_hole(struct editing *e, const struct merged_leaf *l, struct hole h)
{
    const struct text_piece *now = l->now->passages.at;
    const struct file *f = l->now->text->pos.file;
    const size_t count = l->now->passages.len;
    const size_t indent =
        l->now->text->style == TEXT_MARKDOWN ? 0 : column_of(f, now[0].pos.at);
    const char *text = indented(e->a, joined(e->a, l, h.from, h.to), indent);
    const char *gap = arena_printf(e->a, "\n\n%*s", (int)indent, "");
#define START(i) (now[i].pos.at)
#define END(i) text_end(f, now[i].pos.at, now[i].pos.at + now[i].pos.len)
    if (h.from == h.to && h.first < h.last && h.last < count)
        edit(e, f, START(h.first), START(h.last), "");
    else if (h.from == h.to && h.first < h.last && h.first > 0)
        edit(e, f, END(h.first - 1), END(h.last - 1), "");
    else if (h.from == h.to && h.first < h.last)
        edit(e, f, START(h.first), END(h.last - 1), nothing_left);
    else if (h.first < h.last)
        edit(e, f, START(h.first), END(h.last - 1), text);
    else if (h.from < h.to && h.first > 0)
        edit(e, f, END(h.first - 1), END(h.first - 1),
             arena_printf(e->a, "%s%s", gap, text));
    else if (h.from < h.to)
        edit(e, f, START(0), START(0), arena_printf(e->a, "%s%s", text, gap));
#undef START
#undef END
}

static void edit_text(struct editing *e, const struct merged_leaf *l)
{
    const struct node *text = l->now->text;
    const bool whole = l->now->kind != HOME_TEXT || l->now->passages.len == 0 ||
                       (text->style != TEXT_BLOCK && text->style != TEXT_MARKDOWN);
    if (whole) {
        const char *words = joined(e->a, l, 0, l->list.len);
        edit_scalar(e, l->now, text, words[0] != '\0' ? words : nothing_left,
                    l->now->kind != HOME_WORDS);
        return;
    }
    for (size_t i = 0; i <= l->list.len;) {
        const struct hole h = hole_at(l, i, false);
        fill_text_hole(e, l, h);
        i = h.to + 1;
    }
}

/* ---- lists ---- */

/* Where the dash of an item stands, maybe on a line of its own with comments behind it;
 * the item itself where there is none. */
static size_t dash_of(const struct node *item)
{
    const struct file *f = item->pos.file;
    for (size_t end = item->pos.at;;) {
        const size_t from = line_start(f, end);
        const size_t begins = from + strspn(f->text + from, " ");
        size_t at = end;
        while (at > from && is_blank(f->text[at - 1]))
            at--;
        if (at > from && f->text[at - 1] == '-' && f->text[begins] == '-')
            return at - 1;
        const bool passed = at == from || f->text[begins] == '#';
        if (!passed || from == 0)
            return item->pos.at;
        end = from - 1;
    }
}

static const struct node *item_of(const struct merged_leaf *l, size_t i)
{
    return l->now->passages.at[i].item;
}

static const char *items_typed(struct editing *e, const struct merged_leaf *l,
                               struct hole h, size_t column)
{
    struct buf out = buf_new(e->a);
    for (size_t i = h.from; i < h.to; i++) {
        buf_str(&out, i > h.from ? arena_printf(e->a, "\n%*s- ", (int)column, "") : "- ");
        yaml_scalar(&out, outcome_text(l, &l->list.at[i]), column + 2,
                    home_is_prose(l->now), false);
    }
    return out.at;
}

/* Whole lines, from the one that the item begins on to the one that it ends on. */
static void cut_lines(struct editing *e, const struct file *f, size_t from, size_t to)
{
    to += strcspn(f->text + to, "\n");
    edit(e, f, line_start(f, from), to + (f->text[to] == '\n'), "");
}

static void fill_item_hole(struct editing *e, const struct merged_leaf *l, struct hole h)
{
    const size_t count = l->now->passages.len;
    const struct file *f = item_of(l, 0)->pos.file;
    const size_t column = column_of(f, dash_of(item_of(l, 0)));
    const char *typed = items_typed(e, l, h, column);
    const char *line = arena_printf(e->a, "\n%*s", (int)column, "");
    if (h.first < h.last) {
        const size_t from = dash_of(item_of(l, h.first));
        const size_t to = node_end(item_of(l, h.last - 1));
        if (h.from < h.to)
            edit(e, f, from, to, typed);
        else if (h.last - h.first == count)
            edit(e, f, from, to, arena_printf(e->a, "- %s", nothing_left));
        else
            cut_lines(e, f, from, to);
    } else if (h.from < h.to && h.first > 0) {
        const size_t at = node_end(item_of(l, h.first - 1));
        edit(e, f, at, at, arena_printf(e->a, "%s%s", line, typed));
    } else if (h.from < h.to) {
        const size_t at = dash_of(item_of(l, 0));
        edit(e, f, at, at, arena_printf(e->a, "%s%s", typed, line));
    }
}

/* A list in [ ], or one of which nothing is known to stand: written anew. */
static void edit_list(struct editing *e, const struct merged_leaf *l)
{
    struct home like = *l->now;
    const struct node *n = l->now->node;
    struct buf out = buf_new(e->a);
    const struct file *f = n->pos.file;
    const size_t column = key_column(f, n->pos.at);
    like.passages.len = like.passages.cap = 0;
    like.passages.at = NULL;
    for (size_t i = 0; i < l->list.len; i++)
        array_push(e->a, &like.passages)->markdown = outcome_text(l, &l->list.at[i]);
    yaml_home(&out, &like, column, is_flow(l->now));
    const char *typed = out.at + (out.at[0] == ' ');
    edit(e, f, n->pos.at, text_end(f, n->pos.at, node_end(n)), typed);
}

static void edit_items(struct editing *e, const struct merged_leaf *l)
{
    const struct home *h = l->now;
    if (is_flow(h) || h->passages.len == 0 || h->node->kind != NODE_LIST) {
        edit_list(e, l);
        return;
    }
    for (size_t i = 0; i < l->list.len; i++) {
        const struct becomes *o = &l->list.at[i];
        if (o->now >= 0 && o->markdown != NULL)
            edit_scalar(e, h, h->passages.at[o->now].text, o->markdown, home_is_prose(h));
    }
    for (size_t i = 0; i <= l->list.len;) {
        const struct hole hole = hole_at(l, i, true);
        fill_item_hole(e, l, hole);
        i = hole.to + 1;
    }
}

/* ---- tables in files of their own ---- */

/* Its cells as the file parts them. */
static void put_row(struct buf *out, const char *row, char separator)
{
    for (const char *end; row != NULL; row = end != NULL ? end + 1 : NULL) {
        end = strchr(row, CELL_END);
        buf_csv_own(out,
                    end != NULL ? arena_strndup(out->a, row, (size_t)(end - row)) : row);
        if (end != NULL)
            buf_char(out, separator);
    }
}

static char separator_of(const struct text_piece *head)
{
    const struct file *f = head->pos.file;
    size_t at = head->pos.at;
    for (bool quoted = false; at < f->len && f->text[at] != '\n'; at++) {
        quoted ^= f->text[at] == '"';
        if (!quoted && (f->text[at] == ',' || f->text[at] == ';'))
            return f->text[at];
    }
    return ',';
}

/* Rows are lines; a row's end is what has no line's end of its own. */
static void edit_rows(struct editing *e, const struct merged_leaf *l)
{
    const struct text_piece *now = l->now->passages.at;
    const struct file *f = now[0].pos.file;
    const char separator = separator_of(&now[0]);
    bool *stays = NEW_ARRAY(e->a, bool, l->now->passages.len);
    size_t behind = 0; /* the end of the last row that stands */
    for (size_t i = 0; i < l->list.len; i++) {
        const struct becomes *o = &l->list.at[i];
        const struct pos *row = o->now >= 0 ? &now[o->now].pos : NULL;
        struct buf text = buf_new(e->a);
        if (o->markdown != NULL)
            put_row(&text, o->markdown, separator);
        if (row == NULL)
            edit(e, f, behind, behind,
                 behind > 0 ? arena_printf(e->a, "\n%s", text.at)
                            : arena_printf(e->a, "%s\n", text.at));
        else if (o->markdown != NULL)
            edit(e, f, row->at, row->at + row->len, text.at);
        if (row != NULL) {
            stays[o->now] = true;
            behind = row->at + row->len;
        }
    }
    for (size_t i = 0; i < l->now->passages.len; i++)
        if (!stays[i])
            cut_lines(e, f, now[i].pos.at, now[i].pos.at + now[i].pos.len);
}

/* ---- homes that come and go ---- */

/* Where the value of a key that is there stands, behind the colon; false: there is none.
 * What stands there is nothing yet, or asks. */
static bool value_place(const struct node *map, const char *key, struct pos *place)
{
    const struct node *value = node_get(map, key), *name = node_key(map, key);
    if (value == NULL)
        return false;
    const struct file *f = map->pos.file;
    size_t at = name->pos.at + name->pos.len, end;
    at += strcspn(f->text + at, ":") + 1;
    end =
        value->kind == NODE_TEXT && value->empty ? at : text_end(f, at, node_end(value));
    *place = (struct pos){f, at, end > at ? end - at : 0};
    return true;
}

static void add_key(struct editing *e, const struct merged_home *m)
{
    const struct node *map = m->now->node;
    const struct file *f = map->pos.file;
    const bool flow = is_flow(m->now);
    struct pos place = {0};
    struct buf out = buf_new(e->a);
    size_t at = map->count > 0 ? node_end(map->entries[map->count - 1].value)
                               : node_end(map) - flow;
    const size_t column =
        map->count > 0 ? column_of(f, map->entries[0].key->pos.at) : column_of(f, at);
    if (value_place(map, m->given->key, &place)) {
        at = place.at;
    } else {
        const char *key = yaml_key(e->a, m->given->key);
        if (flow)
            buf_printf(&out, "%s%s:", map->count > 0 ? ", " : "", key);
        else
            buf_printf(&out, "\n%*s%s:", (int)column, "", key);
        if (!flow && map->count > 0) { /* behind a comment on its line */
            const struct node *last = map->entries[map->count - 1].value;
            if (last->kind != NODE_TEXT || last->style != TEXT_BLOCK)
                at += strcspn(f->text + at, "\n");
        }
    }
    yaml_home(&out, m->given, column, flow);
    edit(e, f, at, at + place.len, out.at);
}

/* Those from `i` on that come to the same place of a list; how many. */
static size_t add_records(struct editing *e, const struct merged *all, size_t i)
{
    const struct merged_home *m = &all->homes.at[i];
    const struct node *n = m->now->node;
    const struct file *f = n->pos.file;
    const bool flow = is_flow(m->now) && n->count > 0;
    const size_t column = n->count > 0 && !flow ? column_of(f, dash_of(n->items[0]))
                                                : key_column(f, n->pos.at) + 2;
    struct buf out = buf_new(e->a);
    const char *line = flow ? ", " : arena_printf(e->a, "\n%*s- ", (int)column, "");
    size_t count = 0;
    for (; i + count < all->homes.len && all->homes.at[i + count].now == m->now &&
           all->homes.at[i + count].after == m->after;
         count++) {
        buf_str(&out, line);
        yaml_record(&out, all->homes.at[i + count].given, column, flow);
    }
    if (n->count == 0) {
        edit(e, f, n->pos.at, node_end(n), out.at);
        return count;
    }
    const size_t after = m->after >= 0 ? (size_t)m->after : n->count - 1;
    const size_t at = node_end(n->items[after]);
    edit(e, f, at, at, out.at);
    return count;
}

static void drop_record(struct editing *e, const struct merged_gone *g)
{
    const struct node *item = g->list->node->items[g->index];
    cut_lines(e, item->pos.file, dash_of(item), node_end(item));
}

void manuscript_edits(struct arena *a, const struct merged *m, struct placed_edits *out)
{
    struct editing e = {a, out};
    for (size_t i = 0; i < m->leaves.len; i++) {
        if (m->leaves.at[i].now->kind == HOME_ITEMS)
            edit_items(&e, &m->leaves.at[i]);
        else if (m->leaves.at[i].now->kind == HOME_TABLE)
            edit_rows(&e, &m->leaves.at[i]);
        else
            edit_text(&e, &m->leaves.at[i]);
    }
    for (size_t i = 0; i < m->homes.len;) {
        if (m->homes.at[i].now->kind == HOME_RECORDS) {
            i += add_records(&e, m, i);
        } else {
            add_key(&e, &m->homes.at[i]);
            i++;
        }
    }
    for (size_t i = 0; i < m->gone.len; i++)
        drop_record(&e, &m->gone.at[i]);
}

/* ---- tables that no file has yet ---- */

static bool is_taken(const struct file_writes *files, const char *path)
{
    for (size_t i = 0; i < files->all.len; i++)
        if (strcmp(files->all.at[i].path, path) == 0)
            return true;
    return file_exists(path);
}

/* "background-2.csv", or whatever is free behind it. */
static void name_table(struct arena *a, struct home *h, const char *dir,
                       struct file_writes *files)
{
    char *stem = arena_strdup(a, h->parent->path);
    for (char *s = stem; *s != '\0'; s++)
        if (strchr("/.#+", *s) != NULL)
            *s = '-';
    h->file = arena_printf(a, "%s.csv", stem);
    for (int i = 2; is_taken(files, path_join(a, dir, h->file)); i++)
        h->file = arena_printf(a, "%s-%d.csv", stem, i);
    struct buf rows = buf_new(a);
    for (size_t i = 0; i < h->passages.len; i++) {
        put_row(&rows, h->passages.at[i].markdown, ',');
        buf_char(&rows, '\n');
    }
    *array_push(a, &files->all) =
        (struct file_write){path_join(a, dir, h->file), rows.at, rows.len, false};
}

static void add_tables(struct arena *a, const struct home *h, const char *dir,
                       struct file_writes *files)
{
    for (size_t i = 0; i < h->homes.len; i++)
        if (h->homes.at[i]->kind == HOME_TABLE)
            name_table(a, h->homes.at[i], dir, files);
        else
            add_tables(a, h->homes.at[i], dir, files);
}

void manuscript_tables(struct arena *a, const struct merged *m, const char *dir,
                       struct file_writes *files)
{
    for (size_t i = 0; i < m->homes.len; i++)
        add_tables(a, m->homes.at[i].given, dir, files);
}

/* ---- whether it arrived ---- */

static void count_texts(struct map *texts, const struct home *h)
{
    for (size_t i = 0; i < h->passages.len; i++)
        map_put(texts, h->passages.at[i].markdown, texts);
    for (size_t i = 0; i < h->passages.len; i++)
        if (h->passages.at[i].shown != NULL)
            map_put(texts, h->passages.at[i].shown, texts);
    for (size_t i = 0; i < h->homes.len; i++)
        count_texts(texts, h->homes.at[i]);
}

static const char *lacking(const struct map *texts, const struct home *h)
{
    for (size_t i = 0; i < h->passages.len; i++)
        if (!h->passages.at[i].open && map_get(texts, h->passages.at[i].markdown) == NULL)
            return h->passages.at[i].markdown;
    for (size_t i = 0; i < h->homes.len; i++) {
        const char *text = lacking(texts, h->homes.at[i]);
        if (text != NULL)
            return text;
    }
    return NULL;
}

const char *manuscript_lost(struct arena *a, const struct merged *m,
                            const struct mapping *map, const struct home *now,
                            const struct home *after)
{
    struct map *texts = map_new(a);
    const char *lost = NULL;
    count_texts(texts, after);
    for (size_t i = 0; i < m->leaves.len && lost == NULL; i++)
        for (size_t k = 0; k < m->leaves.at[i].list.len && lost == NULL; k++) {
            const char *text =
                outcome_text(&m->leaves.at[i], &m->leaves.at[i].list.at[k]);
            lost = map_get(texts, text) == NULL ? text : NULL;
        }
    for (size_t i = 0; i < m->homes.len && lost == NULL; i++)
        lost = lacking(texts, m->homes.at[i].given);
    count_texts(texts, now); /* where it stands as it is, or was newer */
    if (map->base != NULL)
        count_texts(texts, map->base);
    return lost != NULL ? lost : lacking(texts, map->given);
}
