/* sent.c -- in: sent/drafts.csv; out: its rows, and the file with those added. */
#include "sending/sent.h"

#include "base/ascii.h"
#include "base/bounds.h"
#include "base/file.h"

#include <fcntl.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

enum { DRAFT, STAGE, LANGUAGE, RECIPIENT, BODY, DATE, DUE, HASH, COPY, EMBARGO };
static const char *const NAMES[SENT_COLUMNS] = {
    "draft", "stage", "language", "recipient", "body",
    "date",  "due",   "hash",     "file",      "embargo"};

bool stage_parse(const char *name, enum stage *stage)
{
    bool embargo = strcasecmp(name, stage_name(STAGE_EMBARGO)) == 0;
    *stage = embargo ? STAGE_EMBARGO : STAGE_DRAFT;
    return strcasecmp(name, stage_name(*stage)) == 0;
}

/* ---- reading ---- */

static struct sent_row read_sent(struct diags *d, const struct sent *s, size_t row)
{
    const struct cell *c[SENT_COLUMNS];
    for (int i = 0; i < SENT_COLUMNS; i++)
        c[i] =
            s->columns[i] >= 0 ? table_cell(s->table, row, (size_t)s->columns[i]) : NULL;
    const struct cell *until = c[EMBARGO] != NULL ? c[EMBARGO] : c[DRAFT];
    struct sent_row out = {.draft = ascii_number(c[DRAFT]->text, 9999),
                           .recipient = c[RECIPIENT]->text,
                           .body = c[BODY]->text,
                           .date = c[DATE]->text,
                           .due = c[DUE]->text,
                           .hash = c[HASH]->text,
                           .file = c[COPY]->text,
                           .embargo = c[EMBARGO] != NULL ? c[EMBARGO]->text : "",
                           .pos = c[DRAFT]->pos,
                           .until = until->pos};
    if (out.draft < 1)
        diag(d, DIAG_VALUE_RANGE, out.pos,
             "\"%s\"; the number of what was sent is a whole one from 1", c[DRAFT]->text);
    if (!stage_parse(c[STAGE]->text, &out.stage))
        diag(d, DIAG_VALUE_UNKNOWN, c[STAGE]->pos,
             "\"%s\"; the stage of what was sent is draft or embargo", c[STAGE]->text);
    if (!lang_parse(c[LANGUAGE]->text, &out.language))
        diag(d, DIAG_LANG_UNKNOWN, c[LANGUAGE]->pos,
             "\"%s\"; the language of what was sent is en or cy", c[LANGUAGE]->text);
    return out;
}

/* Copies would be recorded where nobody looks for them. */
static bool leads_out(struct arena *a, struct diags *d, const char *path)
{
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool out = fd >= 0 && file_leads_out(a, path, fd);
    if (fd >= 0)
        close(fd);
    if (out)
        diag(d, DIAG_FILE_OUTSIDE, pos_of_path(a, path),
             "it is a link to another place; make it a folder of the report");
    return out;
}

bool sent_read(struct arena *a, struct diags *d, const char *dir, struct sent *s)
{
    *s = (struct sent){.path = arena_printf(a, "%s/sent/drafts.csv", dir)};
    if (!file_exists(s->path))
        return !leads_out(a, d, path_dir(a, s->path));
    const size_t before = diags_errors(d);
    const struct file *f = file_read(a, d, s->path, CSV_BYTES, (struct pos){0});
    s->table = f != NULL ? csv_parse_edited(a, d, f) : NULL;
    if (s->table == NULL ||
        !table_find_columns(
            d, s->table, NAMES, EMBARGO,
            "of the register of what was sent; put the file back as it was", s->columns))
        return false;
    s->columns[EMBARGO] = table_column(s->table, NAMES[EMBARGO]);
    s->at = NEW_ARRAY(a, struct sent_row, s->table->rows + 1);
    for (; s->count < s->table->rows; s->count++)
        s->at[s->count] = read_sent(d, s, s->count);
    return diags_errors(d) == before;
}

int sent_last(const struct sent *s, enum stage stage)
{
    int last = 0;
    for (size_t i = 0; i < s->count; i++)
        if (s->at[i].stage == stage && s->at[i].draft > last)
            last = s->at[i].draft;
    return last;
}

const struct sent_row *sent_find(const struct sent *s, enum stage stage, int draft)
{
    for (size_t i = 0; i < s->count; i++)
        if (s->at[i].stage == stage && s->at[i].draft == draft)
            return &s->at[i];
    return NULL;
}

/* ---- writing ---- */

/* Of a column of ours in the file; what an old one lacks comes at its end. */
static size_t place_in(const struct sent *s, int column)
{
    if (s->table == NULL)
        return (size_t)column;
    return s->columns[column] >= 0 ? (size_t)s->columns[column] : s->table->columns;
}

/* `line` has room for all columns of the file. */
static void put_new(const struct sent *s, const struct sent_row *row, const char **line,
                    size_t columns, struct buf *out)
{
    const char *const cells[SENT_COLUMNS] = {arena_printf(out->a, "%d", row->draft),
                                             stage_name(row->stage),
                                             lang_code(row->language),
                                             row->recipient,
                                             row->body,
                                             row->date,
                                             row->due,
                                             row->hash,
                                             row->file,
                                             row->embargo};
    for (size_t i = 0; i < columns; i++)
        line[i] = "";
    for (int i = 0; i < SENT_COLUMNS; i++)
        line[place_in(s, i)] = cells[i];
    buf_csv_line(out, line, columns);
}

void sent_write(const struct sent *s, const struct sent_row *new, size_t count,
                struct buf *out)
{
    const struct table *t = s->table;
    const size_t kept = t != NULL ? t->columns : 0;
    const size_t columns =
        t == NULL ? SENT_COLUMNS : kept + (s->columns[EMBARGO] < 0 ? 1 : 0);
    const char **line = NEW_ARRAY(out->a, const char *, columns);
    for (size_t i = 0; i < columns; i++)
        line[i] = i < kept ? t->head[i].text : t == NULL ? NAMES[i] : NAMES[EMBARGO];
    buf_csv_line(out, line, columns);
    for (size_t row = 0; row < s->count; row++) {
        for (size_t i = 0; i < columns; i++)
            line[i] = i < kept ? table_cell(t, row, i)->text : "";
        buf_csv_line(out, line, columns);
    }
    for (size_t i = 0; i < count; i++)
        put_new(s, &new[i], line, columns, out);
}
