/* workbook.c -- in: the bytes of a workbook; out: its sheets.  What a child found comes
 * back as texts, or as a flag that has its sentence here. */
#include "office/workbook.h"

#include "base/array.h"
#include "office/book.h"
#include "office/sandbox.h"

#include <string.h>

/* ---- the child's half ---- */

void book_give(struct buf *out, const char *name, bool hidden, const char *wrong,
               const struct cell_grid *g)
{
    text_put_str(out, arena_printf(out->a, "+%s", name));
    text_put_str(out, hidden ? "hidden" : "");
    text_put_str(out, wrong != NULL ? wrong : "");
    text_put(out, g->out.at, g->out.len);
    text_put_str(out, g->hidden_rows.at);
    text_put_str(out, g->hidden_columns.at);
}

static void read_book(struct buf *out, void *data)
{
    const struct book_wish *wish = data;
    const char *wrong;
    struct archive *z = archive_open(out->a, wish->file, &wrong);
    if (z == NULL) {
        text_put_str(out, wrong);
        return;
    }
    wrong =
        archive_has(z, "content.xml") ? ods_read(z, wish, out) : xlsx_read(z, wish, out);
    if (wrong != NULL)
        text_put_str(out, wrong);
    archive_close(z);
}

/* ---- what comes back ---- */

static const struct {
    const char *flag, *what;
} flags[] = {
    {"=broken", "it is damaged; open it, save it anew and take that"},
    {"=no-workbook", "it is no workbook; save the table as .xlsx, .ods or .csv"},
    {"=many", "it has more than 2,000 parts or 500 sheets"},
    {"=large", "unpacked, a part of it is larger than 64 MB or its text than 16 MB"},
    {"=absent", "a sheet or a part that it names is not in it; save it anew"},
    {"=relations", "it does not say which part is which sheet; save it anew"},
    {"=external", "a sheet of it is outside the file; copy the sheet into the workbook"},
    {"=macros", "it has macros; save it without them, as .xlsx or .ods"},
    {"=encrypted", "it is protected by a password; save it without one"},
    {"=doctype", "it declares a document type, which no office program does"},
    {"=strings", "a cell names a text that the workbook does not have; save it anew"},
    {"=place", "a cell's name is none (A1, AB12); save it anew"},
    {"=order", "its cells are not in the order of their names; save it anew"},
    {"=columns", "a sheet has more than 16,384 columns"},
    {"=rows", "a sheet has more than 1,048,576 rows"},
};

/* NULL: nothing is wrong, or as many rows were read as were wanted. */
static const char *sentence_of(const char *flag)
{
    for (size_t i = 0; i < LEN(flags); i++)
        if (strcmp(flags[i].flag, flag) == 0)
            return flags[i].what;
    return NULL;
}

static struct workbook_sheet take_sheet(struct arena *a, const struct file *f,
                                        const char *name, const struct buf *texts,
                                        size_t *at)
{
    struct workbook_sheet s = {.name = name + 1};
    const char *hidden = text_next(a, texts, at), *wrong = text_next(a, texts, at);
    const char *text = text_next(a, texts, at);
    s.hidden_rows = text_next(a, texts, at);
    s.hidden_columns = text_next(a, texts, at);
    s.hidden = hidden != NULL && hidden[0] != '\0';
    s.wrong = sentence_of(wrong != NULL ? wrong : "");
    if (s.wrong != NULL || text == NULL)
        return s;
    struct file *sheet = NEW(a, struct file);
    *sheet = (struct file){
        .path = f->path, .text = text, .len = strlen(text), .sheet = s.name};
    s.text = sheet;
    return s;
}

static void say_unread(struct arena *a, struct diags *d, const struct file *f,
                       const char *why)
{
    diag(d, DIAG_WORKBOOK_UNREAD, pos_of_path(a, f->path), "%s", why);
}

static bool read_sheets(struct arena *a, struct diags *d, const struct file *f, int which,
                        long rows, struct workbook *out)
{
    struct book_wish wish = {f, which, rows};
    struct buf texts;
    ARRAY(struct workbook_sheet) all = {0};
    if (!sandbox_read(a, d, DIAG_WORKBOOK_UNREAD, pos_of_path(a, f->path), read_book,
                      &wish, SANDBOX_OUT, &texts))
        return false;
    texts_say_unclean(a, d, DIAG_TABLE_PASSED, pos_of_path(a, f->path), &texts);
    size_t at = 0;
    for (const char *text; (text = text_next(a, &texts, &at)) != NULL;) {
        if (text[0] == '-') {
            diag(d, DIAG_TABLE_PASSED, pos_of_path(a, f->path),
                 "links to other workbooks; what was saved with this one is read");
            continue;
        }
        if (text[0] == '=') {
            say_unread(a, d, f, sentence_of(text));
            return false;
        }
        *array_push(a, &all) = take_sheet(a, f, text, &texts, &at);
    }
    *out = (struct workbook){f, all.len, all.at};
    return true;
}

/* Whether the bytes hold that name in UTF-16, as the folders of an old file do. */
static bool has_wide(const struct file *f, const char *name)
{
    size_t len = strlen(name);
    for (size_t i = 0; i + 2 * len <= f->len; i++) {
        size_t k = 0;
        while (k < len && f->text[i + 2 * k] == name[k] && f->text[i + 2 * k + 1] == '\0')
            k++;
        if (k == len)
            return true;
    }
    return false;
}

/* What is no zip: a file of the old kind, in which those with a password still lie. */
static const char *kind_refused(const struct file *f)
{
    static const char old[] = "\xD0\xCF\x11\xE0";
    if (f->len == 0)
        return "it is empty";
    if (f->len >= 4 && memcmp(f->text, old, 4) == 0)
        return has_wide(f, "EncryptedPackage")
                   ? sentence_of("=encrypted")
                   : "it is a workbook of the old kind (.xls); save it as .xlsx";
    if (f->len < 4 || memcmp(f->text, "PK", 2) != 0)
        return sentence_of("=no-workbook");
    return NULL;
}

bool workbook_look(struct arena *a, struct diags *d, const struct file *f,
                   struct workbook *out)
{
    enum { FIRST_ROWS = 60 };
    const char *refused = kind_refused(f);
    if (refused != NULL) {
        say_unread(a, d, f, refused);
        return false;
    }
    return read_sheets(a, d, f, -1, FIRST_ROWS, out);
}

const struct workbook_sheet *workbook_sheet(struct arena *a, struct diags *d,
                                            const struct workbook *w, size_t sheet)
{
    struct workbook one;
    if (!read_sheets(a, d, w->file, (int)sheet, LONG_MAX, &one) || one.count != 1)
        return NULL;
    if (one.sheets[0].text == NULL)
        say_unread(a, d, w->file, one.sheets[0].wrong);
    return one.sheets[0].text != NULL ? &one.sheets[0] : NULL;
}
