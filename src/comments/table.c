/* table.c -- in: comments.csv, as a spreadsheet may have saved it; out: its rows; and
 * back.  Knows nothing of drafts. */
#include "comments/table.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "base/file.h"
#include "comments/kept.h"
#include "comments/reply.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

static const char *const NAMES[CELL_COUNT] = {
#define X(id, name) [CELL_##id] = (name),
    COMMENT_CELLS(X)
#undef X
};

const char *comment_table_path(struct arena *a, const char *dir)
{
    return path_join(a, dir, "comments.csv");
}

const char *comment_cell_name(enum comment_cell cell)
{
    return NAMES[cell];
}

const char *comment_author(const struct comment *c)
{
    static const char *const endings[] = {".pdf", ".docx", ".doc", ".csv",
                                          ".txt", ".xlsx", ".ods", ".eml"};
    const char *author = c->cell[CELL_AUTHOR], *end = strrchr(author, '.');
    for (size_t i = 0; end != NULL && i < LEN(endings); i++)
        if (strcasecmp(end, endings[i]) == 0)
            return "";
    return author;
}

/* What others wrote is no formula of the editor's. */
static bool is_foreign(int cell)
{
    return cell == CELL_REFERENCE || cell == CELL_KIND || cell == CELL_OURS ||
           cell == CELL_COMMENT || cell == CELL_EVIDENCE || cell == CELL_AUTHOR ||
           cell == CELL_DATE;
}

/* ---- reading ---- */

/* What editors write, and what the form itself prints; a full stop is no part of it. */
static enum decision decision_of(const char *said)
{
    static const struct {
        const char *word;
        enum decision decision;
    } words[] = {{"accepted", DECISION_ACCEPTED},    {"part", DECISION_PART},
                 {"in part", DECISION_PART},         {"accepted in part", DECISION_PART},
                 {"partly accepted", DECISION_PART}, {"not accepted", DECISION_NOT}};
    size_t len = strlen(said);
    len -= len > 1 && said[len - 1] == '.';
    for (size_t i = 0; i < LEN(words); i++)
        if (strlen(words[i].word) == len && strncasecmp(said, words[i].word, len) == 0)
            return words[i].decision;
    return DECISION_OPEN;
}

static struct comment comment_of(struct arena *a, const struct kept_table *k,
                                 const struct sheet_row *row)
{
    struct comment c = {.extra = kept_extra(a, k, row)};
    struct pos end = row->cells[row->count - 1].pos;
    for (int i = 0; i < CELL_COUNT; i++) {
        int at = k->at[i];
        c.cell[i] = sheet_text(row, at);
        if (is_foreign(i))
            c.cell[i] = csv_unguarded(c.cell[i]);
        c.pos[i] = at >= 0 && (size_t)at < row->count ? row->cells[at].pos : end;
    }
    c.draft = ascii_number(text_one_line(a, c.cell[CELL_DRAFT]), 9999);
    c.decision = decision_of(text_one_line(a, c.cell[CELL_DECISION]));
    return c;
}

static bool has_columns(struct diags *d, const struct kept_table *k)
{
    static const enum comment_cell needed[] = {CELL_REFERENCE, CELL_COMMENT,
                                               CELL_DECISION, CELL_REASON};
    bool whole = true;
    for (size_t i = 0; i < LEN(needed); i++)
        whole = kept_needs(d, k, (int)needed[i], NAMES[needed[i]]) && whole;
    return whole;
}

bool comment_table_read(struct arena *a, struct diags *d, const char *dir,
                        struct comment_table *t)
{
    return comment_table_read_file(a, d, comment_table_path(a, dir), t);
}

bool comment_table_read_file(struct arena *a, struct diags *d, const char *path,
                             struct comment_table *t)
{
    struct kept_table k;
    bool whole = kept_read(a, d, path, NAMES, CELL_COUNT, &k) && has_columns(d, &k);
    *t = (struct comment_table){.extra = k.extra,
                                .extra_count = k.extra_count,
                                .separator = k.separator,
                                .windows = k.windows,
                                .file = k.file,
                                .bytes = k.bytes};
    for (size_t i = 0; i < k.rows.len && whole; i++)
        *array_push(a, &t->all) = comment_of(a, &k, k.rows.at[i]);
    return whole;
}

/* ---- writing ---- */

/* Of notes on pages alone: not in a table where none has them. */
static bool is_shown(const struct comment_table *t, int cell)
{
    if (cell != CELL_NEAR && cell != CELL_ANSWERS)
        return true;
    for (size_t i = 0; i < t->all.len; i++)
        if (t->all.at[i].cell[cell][0] != '\0')
            return true;
    return false;
}

static void write_comment(const struct comment_table *t, const struct comment *row,
                          const bool *shown, struct buf *out)
{
    for (int c = 0; c < CELL_COUNT; c++) {
        if (!shown[c])
            continue;
        if (c > 0)
            buf_char(out, t->separator);
        if (row == NULL)
            buf_str(out, NAMES[c]);
        else
            (is_foreign(c) ? buf_csv : buf_csv_own)(out, row->cell[c]);
    }
    kept_end_row(out, t->separator, row == NULL ? t->extra : row->extra, t->extra_count);
}

void comment_table_write(const struct comment_table *t, struct buf *out)
{
    bool shown[CELL_COUNT];
    for (int c = 0; c < CELL_COUNT; c++)
        shown[c] = is_shown(t, c);
    kept_begin(out);
    write_comment(t, NULL, shown, out);
    for (size_t i = 0; i < t->all.len; i++)
        write_comment(t, &t->all.at[i], shown, out);
}
