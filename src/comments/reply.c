/* reply.c -- in: a file that somebody sent back; out: the comments in it, row by row. */
#include "comments/reply.h"

#include "base/file.h"
#include "base/gate.h"
#include "base/map.h"
#include "base/utf8.h"
#include "comments/fields.h"
#include "comments/heads.h"
#include "comments/mail.h"
#include "comments/sheet.h"
#include "office/sandbox.h"

#include <ctype.h>
#include <string.h>

enum { COMMENTS = 1000, ROWS = 5000 };

const char *text_one_line(struct arena *a, const char *text)
{
    struct buf out = buf_new(a);
    for (; *text != '\0'; text++) {
        bool hard = strncmp(text, "\xC2\xA0", 2) == 0; /* a blank that breaks no line */
        if (!hard && !isspace((unsigned char)*text))
            buf_char(&out, *text);
        else if (out.len > 0 && out.at[out.len - 1] != ' ')
            buf_char(&out, ' ');
        text += hard;
    }
    while (out.len > 0 && out.at[out.len - 1] == ' ')
        out.at[--out.len] = '\0';
    return out.at;
}

const char *comment_on(struct arena *a, const char *words, const char *said)
{
    enum { ALL = 240, END = 100 };
    const size_t len = strlen(words);
    size_t first = END, last = len - (len < END ? len : END);
    while (len > ALL && first > 0 && words[first] != ' ')
        first--;
    while (len > ALL && last < len && words[last] != ' ')
        last++;
    if (len > ALL && first > 0 && last < len)
        words = arena_printf(a, "%.*s …%s", (int)first, words, words + last);
    return arena_printf(a, "*%s* → %s", words, said);
}

const char *text_shown(struct arena *a, const char *text)
{
    enum { SHOWN = 60 };
    const char *line = text_one_line(a, text);
    size_t len = strlen(line), cut = utf8_cut(line, len, SHOWN);
    return arena_printf(a, "%.*s%s", (int)cut, line, cut < len ? "…" : "");
}

/* Blanks and empty lines at both ends go. */
static const char *trimmed(struct arena *a, const char *text)
{
    size_t len = strlen(text);
    while (len > 0 && isspace((unsigned char)text[len - 1]))
        len--;
    size_t at = 0;
    while (at < len && isspace((unsigned char)text[at]))
        at++;
    return arena_strndup(a, text + at, len - at);
}

/* ---- words of the form ---- */

/* Whether `part` stands in `words` as whole ones. */
static bool has_words_of(const char *words, const char *part)
{
    const size_t len = strlen(part);
    for (const char *at = strstr(words, part); at != NULL; at = strstr(at + 1, part))
        if ((at == words || !isalnum((unsigned char)at[-1])) &&
            !isalnum((unsigned char)at[len]))
            return true;
    return false;
}

/* "B", "b", "B: wrong fact", "fact" which only B says: the letter; anything else as it
 * is. */
static const char *kind_of(struct arena *a, const struct words *w, const char *text)
{
    static const char *const keys[] = {"form-kind-a", "form-kind-b", "form-kind-c"};
    const char *kind = trimmed(a, text), *typed = text_lower(a, kind);
    char letter = (char)toupper((unsigned char)kind[0]);
    bool alone = kind[0] != '\0' && !isalnum((unsigned char)kind[1]) &&
                 (unsigned char)kind[1] < 0x80;
    if (alone && strchr(FORM_KINDS, letter) != NULL)
        return arena_printf(a, "%c", letter);
    int found = -1, count = 0;
    for (int k = 0; k < (int)LEN(keys) && typed[0] != '\0'; k++)
        if (has_words_of(head_words(a, w, keys[k], LANG_EN), typed) ||
            has_words_of(head_words(a, w, keys[k], LANG_CY), typed)) {
            found = k;
            count++;
        }
    return count == 1 ? arena_printf(a, "%c", FORM_KINDS[found]) : kind;
}

/* ---- the PDF ---- */

static const char *field(struct arena *a, const struct pdf_fields *f, const char *name)
{
    const char *value = map_get(f->values, name);
    return value != NULL ? trimmed(a, value) : "";
}

static const char *comment_field(struct arena *a, const struct pdf_fields *f,
                                 const char *name, enum form_field which)
{
    return field(a, f, arena_printf(a, "%s.%s", name, form_field_name(which)));
}

static void add_comment(struct arena *a, const struct words *w,
                        const struct pdf_fields *f, struct form_draft of, int number,
                        struct reply *out)
{
    const char *c = arena_printf(a, "c%02d", number);
    struct reply_row row = {
        .ref = comment_field(a, f, c, FORM_REF),
        .kind = kind_of(a, w, comment_field(a, f, c, FORM_KIND)),
        .ours = comment_field(a, f, c, FORM_OURS),
        .comment = comment_field(a, f, c, FORM_CORRECTION),
        .evidence = comment_field(a, f, c, FORM_EVIDENCE),
        .draft = of,
        .where = c,
        .pos = pos_of_path(a, out->path),
    };
    const char *said[] = {row.ref, row.kind, row.ours, row.comment, row.evidence};
    for (size_t i = 0; i < LEN(said); i++)
        if (said[i][0] != '\0') {
            *array_push(a, &out->rows) = row;
            return;
        }
}

static struct form_draft fields_draft(struct arena *a, const struct pdf_fields *f)
{
    const char *number = field(a, f, FORM_DRAFT);
    number += strcspn(number, "0123456789"); /* "2", or "Draft 2" */
    size_t digits = strspn(number, "0123456789");
    int n = 0;
    for (size_t i = 0; i < digits && i < 4; i++)
        n = n * 10 + (number[i] - '0');
    return (struct form_draft){field(a, f, FORM_REPORT), n, field(a, f, FORM_HASH)};
}

/* Without a form it is no form of ours, but there may be notes on its pages. */
static bool is_form(const struct pdf_fields *f)
{
    return map_get(f->values, FORM_REPORT) != NULL ||
           map_get(f->values, "c01.ref") != NULL;
}

static void say_no_form(struct arena *a, struct diags *d, struct pos where,
                        const struct pdf_fields *f)
{
    const char *drawn = pdf_drawn(a, f);
    if (drawn[0] != '\0')
        diag(
            d, DIAG_REPLY_UNREAD, where,
            "its form and notes were flattened, so that they are drawn into its pages; "
            "ask "
            "for it as it was before, or look at page %s and take over what stands there "
            "with \"gwasg comments add\"",
            drawn);
    else if (!f->form)
        diag(d, DIAG_REPLY_UNREAD, where,
             "it has no form fields and no notes; was it printed or scanned? Take its "
             "comments over with \"gwasg comments add\"");
    else
        diag(
            d, DIAG_REPLY_UNREAD, where,
            "its fields are not those of a response form (there is no field \"%s\"), and "
            "there are no notes on its pages",
            FORM_REPORT);
}

static bool read_pdf(struct arena *a, struct diags *d, const struct file *f,
                     const struct words *w, struct reply *out)
{
    struct pdf_fields *fields = NEW(a, struct pdf_fields);
    if (!pdf_fields_read(a, d, f, fields))
        return false;
    if (!is_form(fields) && fields->notes.len == 0) {
        say_no_form(a, d, pos_of_path(a, f->path), fields);
        return false;
    }
    out->pdf = fields;
    out->author = field(a, fields, FORM_WHO);
    out->date = field(a, fields, FORM_DATE);
    out->of = fields_draft(a, fields);
    for (int k = 1; k <= COMMENTS; k++)
        add_comment(a, w, fields, out->of, k, out);
    return true;
}

/* ---- the tables ---- */

static const char *const KEYS[COLUMN_COUNT] = {
    [COLUMN_REFERENCE] = "form-reference", [COLUMN_KIND] = "form-kind",
    [COLUMN_OURS] = "form-ours",           [COLUMN_CORRECTION] = "form-correction",
    [COLUMN_EVIDENCE] = "form-evidence",   [COLUMN_DRAFT] = "form-draft",
};

/* Where the columns of a table stand; -1: nowhere. */
struct reply_columns {
    int at[COLUMN_COUNT];
    size_t width;
};

/* True when the row is a head: it names the reference and the correction. */
static bool find_columns(struct arena *a, const struct words *w,
                         const struct sheet_row *row, struct reply_columns *columns)
{
    struct reply_columns found = {.width = row->count};
    heads_find(a, w, row, KEYS, COLUMN_COUNT, found.at);
    if (found.at[COLUMN_REFERENCE] < 0 || found.at[COLUMN_CORRECTION] < 0)
        return false;
    *columns = found;
    return true;
}

static const char *cell(struct arena *a, const struct sheet_row *row,
                        const struct reply_columns *c, enum form_column column)
{
    const char *text = sheet_text(row, c->at[column]);
    return trimmed(a, text_clean(a, text, strlen(text)));
}

static struct reply_row row_of(struct arena *a, const struct words *w,
                               const struct sheet_row *row, const struct reply_columns *c)
{
    struct reply_row out = {
        .ref = csv_unguarded(cell(a, row, c, COLUMN_REFERENCE)),
        .kind = kind_of(a, w, cell(a, row, c, COLUMN_KIND)),
        .ours = csv_unguarded(cell(a, row, c, COLUMN_OURS)),
        .comment = cell(a, row, c, COLUMN_CORRECTION),
        .evidence = cell(a, row, c, COLUMN_EVIDENCE),
        .where = arena_printf(a, row->table > 1 ? "row %d of table %d" : "row %d",
                              row->number, row->table),
        .pos = row->cells[0].pos,
    };
    int at = c->at[COLUMN_REFERENCE];
    if ((size_t)at < row->count)
        out.pos = row->cells[at].pos;
    const char *draft = cell(a, row, c, COLUMN_DRAFT);
    if (draft[0] != '\0' && !form_draft_parse(a, draft, &out.draft))
        out.draft = (struct form_draft){.report = draft, .number = -1, .hash = ""};
    return out;
}

/* Cells behind the last column that the head names, where people write when the cell
 * that was meant is small. */
static const char *written_beside(struct arena *a, const struct sheet_row *row,
                                  const struct reply_columns *c)
{
    struct buf out = buf_new(a);
    for (size_t i = 0; i < row->count; i++) {
        bool known = false;
        for (int k = 0; k < COLUMN_COUNT; k++)
            known |= c->at[k] == (int)i;
        const char *cell_text = row->cells[i].text;
        const char *text =
            known ? "" : trimmed(a, text_clean(a, cell_text, strlen(cell_text)));
        if (text[0] != '\0')
            buf_printf(&out, "%s%s", out.len > 0 ? "\n" : "", text);
    }
    return out.at;
}

static void take_row(struct arena *a, const struct words *w, const struct sheet_row *row,
                     const struct reply_columns *c, struct reply *out)
{
    struct reply_row r = row_of(a, w, row, c);
    const char *beside = written_beside(a, row, c);
    if (beside[0] != '\0')
        r.comment =
            r.comment[0] != '\0' ? arena_printf(a, "%s\n%s", r.comment, beside) : beside;
    *array_push(a, &out->rows) = r;
}

/* A table of somebody's own in a document. */
static void take_other_row(struct arena *a, const struct sheet_row *row,
                           struct reply *out)
{
    static const struct reply_columns none = {.at = {-1, -1, -1, -1, -1, -1}};
    *array_push(a, &out->rows) = (struct reply_row){
        .ref = "",
        .kind = "",
        .ours = "",
        .evidence = "",
        .comment = written_beside(a, row, &none),
        .where = arena_printf(a, "row %d of table %d", row->number, row->table),
        .pos = row->cells[0].pos};
}

/* What stands beside the tables of a document, and comments on their words. */
static void take_remark(struct arena *a, const struct sheet *s,
                        const struct sheet_remark *remark, const struct reply_columns *c,
                        struct reply *out)
{
    const struct sheet_row *row = remark->row > 0 && remark->row <= s->rows.len
                                      ? &s->rows.at[remark->row - 1]
                                      : NULL;
    const char *text = trimmed(a, remark->text);
    const char *words = text_one_line(a, remark->words);
    struct reply_row r = {
        .ref = row != NULL ? csv_unguarded(cell(a, row, c, COLUMN_REFERENCE)) : "",
        .kind = "",
        .ours = "",
        .evidence = "",
        .comment = words[0] != '\0' ? comment_on(a, words, text) : text,
        .author = text_one_line(a, remark->author),
        .date = arena_strndup(a, remark->date, strcspn(remark->date, "T")),
        .where = arena_printf(a, "beside the table, \"%s\"", text_shown(a, text)),
        .pos = pos_of_path(a, out->path),
    };
    if (s->draft[0] != '\0' && !form_draft_parse(a, s->draft, &r.draft))
        r.draft = (struct form_draft){0};
    *array_push(a, &out->rows) = r;
}

/* A table that was cut in two goes on under the head of the first. */
static bool read_rows(struct arena *a, struct diags *d, const struct sheet *s,
                      const struct words *w, struct reply *out)
{
    struct reply_columns columns = {0};
    int table = 0;
    bool headed = false;
    for (size_t i = 0; i < s->rows.len; i++) {
        const struct sheet_row *row = &s->rows.at[i];
        if (find_columns(a, w, row, &columns)) {
            headed = true;
            table = row->table;
        } else if (headed && !sheet_row_empty(row) &&
                   (row->table == table || row->count == columns.width)) {
            take_row(a, w, row, &columns, out);
        } else if (s->draft != NULL && !sheet_row_empty(row)) {
            take_other_row(a, row, out);
        }
    }
    for (size_t i = 0; i < s->remarks.len && headed; i++)
        take_remark(a, s, &s->remarks.at[i], &columns, out);
    out->table = true;
    struct pos where = pos_of_path(a, out->path);
    if (out->rows.len > ROWS) {
        diag(d, DIAG_REPLY_UNREAD, where, "more than %d rows", ROWS);
        return false;
    }
    if (!headed) {
        diag(d, DIAG_REPLY_UNREAD, where,
             "no table has the head of a response form; put its first row back as it was "
             "sent");
    }
    return headed;
}

/* ---- which of them ---- */

static bool begins(const struct file *f, const char *bytes)
{
    /* A PDF may have some bytes before its mark, as mail programs put there. */
    size_t look = bytes[0] == '%' ? 1024 : 0, len = strlen(bytes);
    for (size_t i = 0; i <= look && i + len <= f->len; i++)
        if (memcmp(f->text + i, bytes, len) == 0)
            return true;
    return false;
}

static bool csv_sheet(struct arena *a, struct diags *d, const char *path,
                      struct sheet *sheet, bool *windows)
{
    struct diags *quiet = diags_new(a);
    const struct file *plain =
        file_read_bytes(a, quiet, path, REPLY_BYTES, (struct pos){0});
    const struct file *f = file_read_windows(a, d, path, REPLY_BYTES, (struct pos){0});
    if (f == NULL || plain == NULL || !sheet_of_csv(a, d, f, sheet))
        return false;
    struct buf texts = buf_new(a);
    text_put(&texts, f->text, f->len);
    texts_say_unclean(a, d, DIAG_REPLY_PASSED, (struct pos){.file = f}, &texts);
    *windows = utf8_valid_len(plain->text, plain->len) < plain->len;
    return true;
}

static bool read_csv(struct arena *a, struct diags *d, const struct words *w,
                     struct reply *out)
{
    struct sheet sheet;
    return csv_sheet(a, d, out->path, &sheet, &out->windows) &&
           read_rows(a, d, &sheet, w, out);
}

/* One comment that the editor places; all that it says is in it. */
static bool read_letter(struct arena *a, struct diags *d, const struct file *f,
                        struct reply *out)
{
    struct mail mail;
    const struct pos where = pos_of_path(a, f->path);
    if (!mail_read(a, d, f, &mail))
        return false;
    for (size_t i = 0; i < mail.attached.len; i++)
        diag(d, DIAG_REPLY_PASSED, where,
             "what is attached, \"%s\"; save it and import it too",
             text_shown(a, mail.attached.at[i]));
    out->author = text_one_line(a, mail.author);
    out->date = mail.date;
    const char *text = trimmed(a, mail.text), *subject = text_one_line(a, mail.subject);
    if (text[0] == '\0') {
        diag(d, DIAG_REPLY_UNREAD, where,
             "an e-mail without a text of its own; save what is attached to it, and "
             "import "
             "that");
        return false;
    }
    *array_push(a, &out->rows) = (struct reply_row){
        .ref = "",
        .kind = "",
        .ours = "",
        .comment = text,
        .evidence =
            subject[0] != '\0' ? arena_printf(a, "e-mail \"%s\"", subject) : "e-mail",
        .where = "e-mail",
        .pos = where};
    return true;
}

/* Of a reply that says nobody's name it stands in the table. */
static bool check_name(struct arena *a, struct diags *d, const char *path)
{
    const char *wrong;
    if (gate_pass(a, path_name(a, path), GATE_LINE, &wrong) == NULL)
        diag(d, DIAG_FILE_NAME, pos_of_path(a, path), "its name has %s; rename the file",
             wrong);
    return wrong == NULL;
}

bool reply_read(struct arena *a, struct diags *d, const char *path, const struct words *w,
                struct reply *out)
{
    *out = (struct reply){.path = arena_strdup(a, path), .author = "", .date = ""};
    if (!check_name(a, d, path))
        return false;
    const struct file *f = file_read_bytes(a, d, path, REPLY_BYTES, (struct pos){0});
    if (f == NULL)
        return false;
    if (begins(f, "%PDF-"))
        return read_pdf(a, d, f, w, out);
    if (is_mail(f))
        return read_letter(a, d, f, out);
    if (!begins(f, "PK\3\4"))
        return read_csv(a, d, w, out);
    struct sheet sheet;
    return sheet_of_docx(a, d, f, &sheet) && read_rows(a, d, &sheet, w, out);
}

bool filled_read(struct arena *a, struct diags *d, const char *path, struct filled *out)
{
    *out = (struct filled){0};
    const struct file *f = check_name(a, d, path)
                               ? file_read_bytes(a, d, path, REPLY_BYTES, (struct pos){0})
                               : NULL;
    if (f == NULL)
        return false;
    out->pdf = begins(f, "%PDF-");
    return out->pdf              ? pdf_fields_read(a, d, f, &out->fields)
           : begins(f, "PK\3\4") ? sheet_of_docx(a, d, f, &out->sheet)
                                 : csv_sheet(a, d, path, &out->sheet, &out->windows);
}
