/* table.c -- what the tables of this folder have in common: which file and which sheet of
 * it, columns by name, whole numbers in cells. */
#include "model/table.h"

#include "base/bounds.h"
#include "base/file.h"
#include "model/same.h"
#include "office/workbook.h"

#include <string.h>

/* ---- columns ---- */

/* A head is one of the names, whichever way it is spelt. */
static const char *spelt_as(struct reader *r, const char *head, const char *const *names,
                            size_t count)
{
    const char *key = head_key(r->a, head);
    for (size_t i = 0; i < count; i++)
        if (strcmp(key, head_key(r->a, names[i])) == 0)
            return names[i];
    return head;
}

static void place_column(struct reader *r, const struct cell *head, int at,
                         const char *const *names, size_t count, int *columns)
{
    int which = choose(r, DIAG_CSV_COLUMN_UNKNOWN, head->pos,
                       spelt_as(r, head->text, names, count), names, count);
    if (which < 0)
        return;
    if (columns[which] >= 0)
        diag(r->d, DIAG_CSV_COLUMN_TWICE, head->pos, "\"%s\"", head->text);
    columns[which] = at;
}

bool table_columns(struct reader *r, const struct table *t, const char *const *names,
                   size_t count, size_t optional, int *columns)
{
    for (size_t i = 0; i < count; i++)
        columns[i] = -1;
    for (size_t i = 0; i < t->columns; i++)
        if (t->head[i].text[0] != '\0')
            place_column(r, &t->head[i], (int)i, names, count, columns);
    bool all = true;
    for (size_t i = 0; i + optional < count; i++) {
        if (columns[i] >= 0)
            continue;
        diag(r->d, DIAG_CSV_COLUMN_MISSING, t->head[0].pos, "\"%s\"", names[i]);
        all = false;
    }
    return all;
}

bool cell_number(struct reader *r, const struct cell *c, long *out)
{
    if (parse_number(c->text, out))
        return true;
    diag(r->d, DIAG_VALUE_KIND, c->pos, "\"%s\"; this should be a whole number", c->text);
    return false;
}

/* ---- which file ---- */

/* A table of the same name in a format that is not read. */
static void note_beside(struct reader *r, const char *dir, const char *name,
                        const char *read)
{
    static const char *const ends[] = {".tsv",  ".txt",  ".xls",
                                       ".xlsm", ".fods", ".numbers"};
    for (size_t i = 0; i < LEN(ends); i++) {
        const char *path =
            path_join(r->a, dir, arena_printf(r->a, "%s%s", name, ends[i]));
        if (file_exists(path))
            diag(r->d, DIAG_TABLE_PASSED, pos_of_path(r->a, path),
                 "the whole file; %s is read", path_name(r->a, read));
    }
}

const char *table_path(struct reader *r, const char *dir, const char *name)
{
    static const char *const ends[] = {".csv", ".xlsx", ".ods"};
    const char *found = NULL;
    for (size_t i = 0; i < LEN(ends); i++) {
        const char *path =
            path_join(r->a, dir, arena_printf(r->a, "%s%s", name, ends[i]));
        if (!file_exists(path))
            continue;
        if (found != NULL)
            diag(r->d, DIAG_TABLE_TWICE, pos_of_path(r->a, path),
                 "%s is there too; keep one of them", found);
        else
            found = path;
    }
    if (found != NULL)
        note_beside(r, dir, name, found);
    return found;
}

/* A table that no report has, or a workbook that is not read as it is. */
static bool is_stray(const char *name)
{
    static const char *const ours[] = {"questionnaires.", "results.", "recipients.",
                                       "comments.", "indicators."};
    static const char *const ends[] = {".csv",  ".xlsx", ".ods",  ".xls",     ".xlsm",
                                       ".xlsb", ".xltx", ".fods", ".numbers", ".tsv"};
    const char *end = strrchr(name, '.');
    if (strcmp(name, "answers.txt") == 0)
        return true;
    for (size_t i = 0; i < LEN(ours); i++)
        if (strstr(name, ours[i]) != NULL)
            return false;
    for (size_t i = 0; end != NULL && i < LEN(ends); i++)
        if (strcmp(end, ends[i]) == 0)
            return true;
    return false;
}

const char *table_stray(struct reader *r, const char *dir)
{
    size_t count;
    const char *const *names = folder_names(r->a, r->d, dir, &count), *name = NULL;
    for (size_t i = 0; i < count && name == NULL; i++)
        if (is_stray(names[i]))
            name = names[i];
    const char *end = name != NULL ? strrchr(name, '.') : NULL;
    if (end == NULL)
        return "";
    if (strcmp(end, ".csv") == 0 || strcmp(end, ".xlsx") == 0 || strcmp(end, ".ods") == 0)
        return arena_printf(r->a, "; is it %s? call it answers%s", name, end);
    return arena_printf(r->a, "; is it %s? save it as answers.%s", name,
                        strcmp(end, ".tsv") == 0 || strcmp(end, ".txt") == 0 ? "csv"
                                                                             : "xlsx");
}

/* ---- which sheet ---- */

static bool has_rows(const struct workbook_sheet *s)
{
    return s->text == NULL || s->text->len > 0;
}

/* How many heads of the sheet are known. */
static size_t sheet_fits(struct arena *a, const struct workbook_sheet *s,
                         const struct heads *heads)
{
    const struct table *t =
        s->text == NULL ? NULL : table_parse(a, diags_new(a), s->text, heads);
    size_t known = 0;
    for (size_t i = 0; t != NULL && i < t->columns; i++)
        known += heads->knows(heads->data, t->head[i].text);
    return known;
}

static int sheet_named(struct arena *a, const struct workbook *w, const char *name)
{
    for (size_t i = 0; name != NULL && i < w->count; i++)
        if (strcmp(head_key(a, w->sheets[i].name), head_key(a, name)) == 0)
            return (int)i;
    return -1;
}

/* "Cases", "Notes": those that hold something, but for one. */
static const char *sheet_names(struct arena *a, const struct workbook *w, int but)
{
    struct buf out = buf_new(a);
    for (size_t i = 0; i < w->count; i++)
        if ((int)i != but && has_rows(&w->sheets[i]))
            buf_printf(&out, "%s\"%s\"", out.len > 0 ? ", " : "", w->sheets[i].name);
    return out.at;
}

enum fitting { FIT_ROWS, FIT_HEADS, FIT_SHOWN_HEADS, FIT_COUNT };

/* Of the sheets that fit as well as any the only one, or -1; their names. */
static int best_sheet(struct reader *r, const struct workbook *w,
                      const struct heads *heads, enum fitting *best, const char **names)
{
    size_t count[FIT_COUNT] = {0};
    int last[FIT_COUNT] = {-1, -1, -1};
    const char *all[FIT_COUNT] = {"", "", ""};
    for (size_t i = 0; i < w->count; i++) {
        const struct workbook_sheet *s = &w->sheets[i];
        bool fit = sheet_fits(r->a, s, heads) > 1;
        for (enum fitting f = 0; f < FIT_COUNT; f++) {
            if (!has_rows(s) || (f > FIT_ROWS && !fit) || (f > FIT_HEADS && s->hidden))
                continue;
            last[f] = (int)i;
            all[f] = arena_printf(r->a, "%s%s\"%s\"", all[f], count[f]++ > 0 ? ", " : "",
                                  s->name);
        }
    }
    *best = count[FIT_SHOWN_HEADS] > 0 ? FIT_SHOWN_HEADS
            : count[FIT_HEADS] > 0     ? FIT_HEADS
                                       : FIT_ROWS;
    *names = all[*best];
    return count[*best] == 1 ? last[*best] : -1;
}

/* The only sheet with rows, or the only one whose heads are known: of those that are not
 * hidden, if there are any. */
static int only_sheet(struct reader *r, const struct workbook *w,
                      const struct heads *heads)
{
    enum fitting best;
    const char *names;
    int only = best_sheet(r, w, heads, &best, &names);
    if (only >= 0)
        return only;
    diag(r->d, DIAG_SHEET_UNKNOWN, pos_of_path(r->a, w->file->path),
         w->count == 0      ? "it has no sheet: give a spreadsheet, .xlsx, .ods or .csv"
         : names[0] == '\0' ? "no sheet holds anything"
         : best == FIT_ROWS ? "of %s none has the heads of this table"
                            : "%s have the heads of this table; name one under answers: "
                              "of inspection.yaml, as answers: {sheet: NAME}",
         names);
    return -1;
}

static int find_sheet(struct reader *r, const struct workbook *w, const char *sheet,
                      const char *also, const struct heads *heads)
{
    const char *file = path_name(r->a, w->file->path);
    const char *stem = arena_strndup(r->a, file, strcspn(file, "."));
    int at = sheet_named(r->a, w, sheet);
    if (sheet != NULL && at < 0)
        diag(r->d, DIAG_SHEET_UNKNOWN, pos_of_path(r->a, w->file->path),
             "\"%s\"; its sheets are %s", sheet, sheet_names(r->a, w, -1));
    if (sheet != NULL)
        return at;
    at = sheet_named(r->a, w, stem);
    if (at < 0)
        at = sheet_named(r->a, w, also);
    return at >= 0 ? at : only_sheet(r, w, heads);
}

/* In a sheet a line is a row: of 10,000 each is counted from the one before it. */
static void note_hidden_rows(struct reader *r, const struct table *t, const char *hidden)
{
    size_t at = 0, line = 0, count = 0, first = 0, last = strlen(hidden);
    for (size_t row = 0; row < t->rows && line < last; row++) {
        for (; at < table_cell(t, row, 0)->pos.at; at++)
            line += t->file->text[at] == '\n';
        if (line < last && hidden[line] == 'h' && count++ == 0)
            first = row;
    }
    if (count > 0)
        diag(r->d, DIAG_HIDDEN_READ, table_cell(t, first, 0)->pos,
             "%zu row%s of the %zu below the head, by hand or by a filter; what should "
             "not count take out",
             count, count == 1 ? "" : "s", t->rows);
}

static void note_hidden_columns(struct reader *r, const struct table *t,
                                const char *hidden, const struct heads *heads)
{
    size_t count = 0, first = 0;
    for (size_t i = 0; i < t->columns && hidden[i] != '\0'; i++)
        if (hidden[i] == 'h' && heads->knows(heads->data, t->head[i].text) &&
            count++ == 0)
            first = i;
    if (count > 0)
        diag(r->d, DIAG_HIDDEN_READ, t->head[first].pos,
             "%zu column%s, the first of them \"%s\"", count, count == 1 ? "" : "s",
             t->head[first].text);
}

/* What nobody sees who looks at the sheet counts as all else does. */
static const struct table *parse_sheet(struct reader *r, const struct workbook_sheet *s,
                                       const struct heads *heads)
{
    const struct table *t = s == NULL ? NULL : table_parse(r->a, r->d, s->text, heads);
    if (t == NULL)
        return NULL;
    if (s->hidden)
        diag(r->d, DIAG_HIDDEN_READ, pos_of_path(r->a, t->file->path),
             "the whole sheet \"%s\"", s->name);
    note_hidden_rows(r, t, s->hidden_rows);
    note_hidden_columns(r, t, s->hidden_columns, heads);
    return t;
}

static const struct table *read_sheet(struct reader *r, const char *path,
                                      const char *sheet, const char *also,
                                      const struct heads *heads)
{
    const struct file *f = file_read_bytes(r->a, r->d, path, CSV_BYTES, (struct pos){0});
    struct workbook w;
    if (f == NULL || !workbook_look(r->a, r->d, f, &w))
        return NULL;
    int at = find_sheet(r, &w, sheet, also, heads);
    if (at < 0)
        return NULL;
    const char *others = sheet_names(r->a, &w, at);
    if (others[0] != '\0')
        diag(r->d, DIAG_TABLE_PASSED, pos_of_path(r->a, path), "sheet %s; \"%s\" is read",
             others, w.sheets[at].name);
    return parse_sheet(r, workbook_sheet(r->a, r->d, &w, (size_t)at), heads);
}

const struct table *table_load(struct reader *r, const char *path, const char *sheet,
                               const char *also, const struct heads *heads)
{
    size_t len = strlen(path);
    bool csv = len > 4 && strcmp(path + len - 4, ".csv") == 0;
    if (!csv)
        return read_sheet(r, path, sheet, also, heads);
    const struct file *f =
        file_read_windows(r->a, r->d, path, CSV_BYTES, (struct pos){0});
    return f == NULL ? NULL : table_parse(r->a, r->d, f, heads);
}

/* ---- a table with a few columns ---- */

struct head_names {
    struct reader *r;
    const char *const *names;
    size_t count;
};

static bool knows_name(const void *data, const char *head)
{
    const struct head_names *n = data;
    const char *name = spelt_as(n->r, head, n->names, n->count);
    for (size_t i = 0; i < n->count; i++)
        if (name == n->names[i])
            return true;
    return false;
}

const struct table *table_load_columns(struct reader *r, const char *path,
                                       const char *const *names, size_t count,
                                       size_t optional, int *columns)
{
    const struct head_names n = {r, names, count};
    const struct heads heads = {knows_name, &n};
    const struct table *t = table_load(r, path, NULL, NULL, &heads);
    if (t != NULL)
        table_note_short(r->d, t);
    return t != NULL && table_columns(r, t, names, count, optional, columns) ? t : NULL;
}
