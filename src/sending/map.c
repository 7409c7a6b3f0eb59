/* map.c -- in: a report tree, or the CSV of a draft that was sent; out: its blocks with
 * their references, uids and texts.  Knows nothing of what is said about them. */
#include "sending/map.h"

#include "align/align.h"
#include "base/array.h"
#include "base/bounds.h"
#include "base/file.h"
#include "base/hash.h"
#include "report/element.h"
#include "source/csv.h"

#include <ctype.h>
#include <string.h>

/* Old maps have the first only.  The hash says in each row which text it is the map of.
 */
enum { OLD_COLUMNS = 6 };
static const char *const COLUMNS[] = {"reference", "uid",   "path",  "page", "source",
                                      "text",      "label", "pages", "hash"};

/* ---- a report's blocks ---- */

struct mapped_rows {
    ARRAY(struct mapped) all;
};

/* "1.2 A(3)" -> "1.2 A item": its last number goes, for it moves. */
static const char *path_of(struct arena *a, const struct element *e)
{
    size_t len = strlen(e->ref);
    while (len > 0 && strchr("0123456789()", e->ref[len - 1]) != NULL)
        len--;
    return arena_printf(a, "%.*s%s%s", (int)len, e->ref,
                        len > 0 && e->ref[len - 1] != ' ' ? " " : "",
                        element_name(e->kind));
}

/* The files of a report that is named "." have no folder before their names. */
static bool is_of_report(const struct report *r, struct pos pos)
{
    if (pos.file == NULL || pos.file->text == NULL)
        return false;
    const char *path = pos.file->path;
    if (strcmp(r->dir, ".") == 0)
        return path[0] != '/' && strncmp(path, "..", 2) != 0;
    return strncmp(path, r->dir, strlen(r->dir)) == 0;
}

/* The first words under it that an author wrote; a template stands around them. */
static struct pos author_pos(const struct report *r, const struct element *e)
{
    if (is_of_report(r, e->pos))
        return e->pos;
    for (const struct element *c = e->first; c != NULL; c = c->next) {
        struct pos pos = author_pos(r, c);
        if (pos.file != NULL)
            return pos;
    }
    return (struct pos){0};
}

static const char *source_of(struct arena *a, struct pos pos)
{
    if (pos.file == NULL)
        return "";
    const char *slash = strrchr(pos.file->path, '/');
    return arena_printf(a, "%s:%d", slash != NULL ? slash + 1 : pos.file->path,
                        pos_place(pos).line);
}

/* Runs of white space to a blank, those at the ends to nothing. */
static const char *one_line(struct arena *a, const char *text)
{
    struct buf out = buf_new(a);
    for (; *text != '\0'; text++) {
        bool blank = *text == '\n' || *text == ' ' || *text == '\t';
        if (!blank)
            buf_char(&out, *text);
        else if (out.len > 0 && out.at[out.len - 1] != ' ')
            buf_char(&out, ' ');
    }
    if (out.len > 0 && out.at[out.len - 1] == ' ')
        out.at[--out.len] = '\0';
    return out.at;
}

/* Signs for the numbers of pages, and whose they are. */
static void sign_pages(struct arena *a, struct element *e, struct buf *targets)
{
    if (e->kind == EL_PAGENUM) {
        element_text(a, e, MAP_PAGE, e->pos);
        buf_printf(targets, "%s ", e->at[AT_TARGET]);
        return;
    }
    if (e->kind != EL_NOTE && e->kind != EL_ASIDE) /* which are not in the text */
        for (struct element *c = e->first; c != NULL; c = c->next)
            sign_pages(a, c, targets);
}

/* Its own words: what has a reference of its own inside it says them itself. */
static void own_text(struct arena *a, const struct element *e, struct buf *out,
                     struct buf *targets)
{
    if (element_holds_text(e->kind)) {
        struct element *copy = element_copy(a, e);
        sign_pages(a, copy, targets);
        buf_printf(out, "%s ", element_plain(a, copy));
        return;
    }
    for (const struct element *c = e->first; c != NULL; c = c->next)
        if (c->ref == NULL)
            own_text(a, c, out, targets);
}

static const char *text_of(struct arena *a, const struct element *e, struct buf *targets)
{
    struct buf out = buf_new(a);
    if (e->kind != EL_SECTION)
        own_text(a, e, &out, targets);
    else if (element_child(e, EL_HEADING) != NULL)
        own_text(a, element_child(e, EL_HEADING), &out, targets);
    return one_line(a, out.at);
}

static void collect(struct arena *a, const struct report *r, const struct element *e,
                    struct mapped_rows *rows)
{
    if (e->ref != NULL) {
        struct mapped *row = array_push(a, &rows->all);
        struct buf targets = buf_new(a);
        *row = (struct mapped){.ref = e->ref,
                               .uid = "",
                               .path = path_of(a, e),
                               .page = "",
                               .source = source_of(a, author_pos(r, e)),
                               .text = text_of(a, e, &targets),
                               .label = e->said,
                               .pages = ""};
        row->targets = targets.at;
    }
    for (const struct element *c = e->first; c != NULL; c = c->next)
        collect(a, r, c, rows);
}

/* "1.2 A(3)" -> "1.2a(3)". */
static const char *bare(struct arena *a, const char *ref)
{
    struct buf out = buf_new(a);
    for (; *ref != '\0'; ref++)
        if (!isspace((unsigned char)*ref))
            buf_char(&out, (char)tolower((unsigned char)*ref));
    return out.at;
}

static struct draft_map map_of_rows(struct arena *a, const struct mapped_rows *rows)
{
    struct draft_map m = {NULL, rows->all.at, rows->all.len, map_new(a), map_new(a)};
    for (size_t i = 0; i < m.count; i++) {
        map_put(m.refs, bare(a, m.at[i].ref), &m.at[i]);
        map_put(m.uids, m.at[i].uid, &m.at[i]);
    }
    for (size_t i = 0; i < m.count; i++) { /* no label takes a reference's place */
        const char *const names[] = {m.at[i].label, map_form_ref(a, &m.at[i])};
        for (size_t k = 0; k < LEN(names); k++)
            if (map_get(m.refs, bare(a, names[k])) == NULL)
                map_put(m.refs, bare(a, names[k]), &m.at[i]);
    }
    return m;
}

struct draft_map map_of_report(struct arena *a, const struct report *r)
{
    struct mapped_rows rows = {0};
    collect(a, r, r->root, &rows);
    return map_of_rows(a, &rows);
}

/* ---- what a form prints ---- */

void map_set_pages(struct arena *a, struct draft_map *m, const struct map *places)
{
    for (size_t i = 0; i < m->count; i++) {
        struct buf pages = buf_new(a);
        const char *id = m->at[i].targets;
        for (size_t len; (len = strcspn(id, " ")) > 0; id += len + 1) {
            const char *page = map_get(places, arena_strndup(a, id, len));
            buf_printf(&pages, "%s%s", pages.len > 0 ? " " : "",
                       page != NULL ? page : "–");
        }
        m->at[i].pages = pages.at;
    }
}

const char *map_form_ref(struct arena *a, const struct mapped *row)
{
    return strcmp(row->label, row->ref) == 0
               ? row->ref
               : arena_printf(a, "%s [%s]", row->label, row->ref);
}

const char *map_form_text(struct arena *a, const struct mapped *row)
{
    struct buf out = buf_new(a);
    const char *text = row->text, *page = row->pages;
    for (const char *at; (at = strstr(text, MAP_PAGE)) != NULL;
         text = at + strlen(MAP_PAGE)) {
        const size_t len = strcspn(page, " ");
        buf_add(&out, text, (size_t)(at - text));
        buf_add(&out, page, len);
        if (page[len] != '\0')
            page += len + 1;
    }
    buf_str(&out, text);
    return out.at;
}

/* ---- uids ---- */

/* `taken` holds every uid that a block has or had. */
static const char *uid_new(struct arena *a, struct map *taken, int draft, const char *ref)
{
    const char *uid = NULL;
    for (int again = 0; uid == NULL || map_get(taken, uid) != NULL; again++) {
        const char *from = arena_printf(a, "%d %d %s", draft, again, ref);
        uid = hash_name(a, hash_str(HASH_START, from));
    }
    map_put(taken, uid, (void *)(uintptr_t)uid);
    return uid;
}

static struct map *uids_taken(struct arena *a, const struct draft_map *m)
{
    struct map *taken = map_new(a);
    for (size_t i = 0; i < m->count; i++)
        map_put(taken, m->at[i].uid, &m->at[i]);
    return taken;
}

static const struct align_block *align_rows(struct arena *a, const struct draft_map *m)
{
    struct align_block *blocks = NEW_ARRAY(a, struct align_block, m->count + 1);
    for (size_t i = 0; i < m->count; i++)
        blocks[i] = (struct align_block){m->at[i].path, m->at[i].text};
    return blocks;
}

void map_carry(struct arena *a, struct draft_map *now, const struct draft_map *before,
               int draft)
{
    const struct align_match *match = align_blocks(
        a, align_rows(a, before), before->count, align_rows(a, now), now->count);
    struct map *taken = uids_taken(a, before);
    now->uids = map_new(a);
    for (size_t i = 0; i < now->count; i++) {
        struct mapped *row = &now->at[i];
        row->uid = match[i].old >= 0 ? before->at[match[i].old].uid
                                     : uid_new(a, taken, draft, row->ref);
        map_put(now->uids, row->uid, row);
    }
}

void map_share(struct arena *a, struct draft_map *now, const struct draft_map *other)
{
    struct map *taken = uids_taken(a, other);
    now->uids = map_new(a);
    for (size_t i = 0; i < now->count; i++) {
        struct mapped *row = &now->at[i];
        const struct mapped *twin = map_find_ref(a, other, row->ref);
        row->uid = twin != NULL ? twin->uid : uid_new(a, taken, 0, row->ref);
        map_put(now->uids, row->uid, row);
    }
}

const struct mapped *map_find_ref(struct arena *a, const struct draft_map *m,
                                  const char *ref)
{
    return map_get(m->refs, bare(a, ref));
}

const struct mapped *map_find_uid(const struct draft_map *m, const char *uid)
{
    return map_get(m->uids, uid);
}

/* ---- the file ---- */

const char *map_path(struct arena *a, const char *dir, int draft, enum lang l)
{
    return arena_printf(a, "%s/sent/draft%d.%s.csv", dir, draft, lang_code(l));
}

void map_write(const struct draft_map *m, struct buf *out)
{
    buf_csv_line(out, COLUMNS, LEN(COLUMNS));
    for (size_t i = 0; i < m->count; i++) {
        const struct mapped *r = &m->at[i];
        const char *cells[] = {r->ref,
                               r->uid,
                               r->path,
                               r->page,
                               r->source,
                               r->text,
                               strcmp(r->label, r->ref) != 0 ? r->label : "",
                               r->pages,
                               m->hash != NULL ? m->hash : ""};
        buf_csv_line(out, cells, LEN(cells));
    }
}

/* Of a column that old maps do not have: "". */
static const char *cell_text_of(const struct table *t, size_t row, int column)
{
    return column >= 0 ? table_cell(t, row, (size_t)column)->text : "";
}

bool map_read(struct arena *a, struct diags *d, const char *path, struct draft_map *m)
{
    int at[OLD_COLUMNS];
    const struct file *f = file_read(a, d, path, CSV_BYTES, (struct pos){0});
    const struct table *t = f != NULL ? csv_parse(a, d, f) : NULL;
    if (t == NULL || !table_find_columns(
                         d, t, COLUMNS, OLD_COLUMNS,
                         "of the map of a draft; put the file back as it was sent", at))
        return false;
    struct mapped_rows rows = {0};
    const int hash = table_column(t, "hash"), label = table_column(t, "label"),
              pages = table_column(t, "pages");
    for (size_t i = 0; i < t->rows; i++) {
        const char *cells[OLD_COLUMNS], *said = cell_text_of(t, i, label);
        for (size_t k = 0; k < OLD_COLUMNS; k++)
            cells[k] = table_cell(t, i, (size_t)at[k])->text;
        *array_push(a, &rows.all) = (struct mapped){cells[0],
                                                    cells[1],
                                                    cells[2],
                                                    cells[3],
                                                    cells[4],
                                                    cells[5],
                                                    said[0] != '\0' ? said : cells[0],
                                                    cell_text_of(t, i, pages),
                                                    NULL};
    }
    *m = map_of_rows(a, &rows);
    if (hash >= 0 && t->rows > 0)
        m->hash = table_cell(t, 0, (size_t)hash)->text;
    return true;
}
