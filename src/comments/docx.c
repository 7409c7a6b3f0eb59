/* docx.c -- in: the bytes of a Word document (ISO/IEC 29500: XML in a zip); out: the rows
 * of its tables, wherever they stand now, and what stands beside them.  Knows nothing of
 * what the columns mean.  All is read in a sandbox, which sends for each row its table
 * and its cells, and what docx_remarks.c finds. */
#include "comments/docx.h"

#include "base/ascii.h"
#include "comments/sheet.h"
#include "office/archive.h"
#include "office/sandbox.h"
#include "office/word.h"

#include <libxml/parser.h>
#include <limits.h>
#include <string.h>

enum { ROWS = 5000, CELLS = 60 };
#define DOCUMENT_BYTES ((size_t)16 << 20)

/* A cell over several columns counts as so many. */
static int span_of(struct arena *a, const xmlNode *cell)
{
    for (const xmlNode *pr = cell->children; pr != NULL; pr = pr->next)
        for (const xmlNode *n = word_is(pr, "tcPr") ? pr->children : NULL; n;
             n = n->next) {
            if (!word_is(n, "gridSpan"))
                continue;
            int span = ascii_number(word_attribute(a, n, "val"), CELLS);
            return span >= 1 ? span : 1;
        }
    return 1;
}

/* A cell, and what it covers of its row, as far as a row has room; how many there are
 * then. */
static int put_cell(const xmlNode *cell, struct buf *cells, int count, int depth)
{
    struct buf text = buf_new(cells->a);
    word_text(cell, &text, depth);
    text_put(cells, text.at, text.len);
    count++;
    for (int span = span_of(cells->a, cell); span > 1 && count < CELLS; span--, count++)
        text_put_str(cells, "");
    return count;
}

/* The cells of a row, in content controls too. */
static int put_cells(const xmlNode *parent, struct buf *cells, int count, int depth)
{
    if (depth >= WORD_DEPTH)
        return count;
    for (const xmlNode *n = parent->children; n != NULL && count < CELLS; n = n->next) {
        if (word_is(n, "tc"))
            count = put_cell(n, cells, count, depth);
        else if (!word_passed(n))
            count = put_cells(n, cells, count, depth + 1);
    }
    return count;
}

/* The row remembers its number, for comments on its words. */
static void put_row(struct docx_walk *r, xmlNode *row, int depth)
{
    struct buf cells = buf_new(r->out->a);
    int count = put_cells(row, &cells, 0, depth);
    if (count == 0 || r->rows++ >= ROWS)
        return;
    row->_private = (void *)(uintptr_t)r->rows;
    text_put_str(r->out, "row");
    text_put_str(r->out, arena_printf(cells.a, "%d", r->table));
    text_put_str(r->out, arena_printf(cells.a, "%d", count));
    buf_add(r->out, cells.at, cells.len);
}

static void put_tables(struct docx_walk *r, xmlNode *parent, int depth)
{
    for (xmlNode *n = parent->children; n != NULL && depth < WORD_DEPTH; n = n->next) {
        if (n->type != XML_ELEMENT_NODE || word_passed(n))
            continue;
        if (word_is(n, "tr")) {
            put_row(r, n, depth);
        } else if (word_is(n, "p")) {
            docx_paragraph(r, n, depth);
        } else {
            if (word_is(n, "tbl")) {
                docx_end_remark(r);
                r->table++;
            }
            put_tables(r, n, depth + 1);
        }
    }
}

/* A part that need not be there: what is wrong with it is no fault of the table. */
static void read_part(struct archive *z, struct docx_walk *w, const char *name,
                      void (*read)(struct docx_walk *w, const xmlNode *root))
{
    const char *wrong;
    if (!archive_has(z, name))
        return;
    xmlDocPtr doc = word_part(z, name, DOCUMENT_BYTES, NULL, &wrong);
    if (doc != NULL)
        read(w, xmlDocGetRootElement(doc));
    else
        text_put_str(w->out, "=part");
    xmlFreeDoc(doc);
}

static void read_parts(struct archive *z, struct docx_walk *w)
{
    const char *wrong;
    read_part(z, w, "docProps/custom.xml", docx_properties);
    xmlDocPtr doc = word_part(z, "word/document.xml", DOCUMENT_BYTES, NULL, &wrong);
    if (doc == NULL) {
        text_put_str(w->out, wrong);
        return;
    }
    put_tables(w, xmlDocGetRootElement(doc), 0);
    docx_end_remark(w);
    if (w->rows > ROWS)
        text_put_str(w->out, "=rows");
    w->text = xmlDocGetRootElement(doc);
    read_part(z, w, "word/comments.xml", docx_comments);
    read_part(z, w, "word/footnotes.xml", docx_notes);
    read_part(z, w, "word/endnotes.xml", docx_notes);
    xmlFreeDoc(doc);
}

static void read_document(struct buf *out, void *data)
{
    const char *wrong;
    struct archive *z = archive_open(out->a, data, &wrong);
    if (z == NULL) {
        text_put_str(out, wrong);
        return;
    }
    struct docx_walk w = {.out = out, .remark = buf_new(out->a)};
    read_parts(z, &w);
    archive_close(z);
}

/* ---- what comes back ---- */

static const struct {
    const char *flag, *what;
} flags[] = {
    {"=broken", "the document is damaged; open it in Word, save it and import that"},
    {"=absent", "it is no Word document (word/document.xml is not in it)"},
    {"=many", "it holds more than 2,000 parts"},
    {"=large", "its text is larger than 16 MB"},
    {"=rows", "its tables have more than 5,000 rows"},
    {"=encrypted", "it is protected by a password; save it without one"},
    {"=doctype", "it declares a document type, which Word never does"},
};
static const char part_unread[] =
    "a part with comments or notes that is damaged; look at them in Word";

static void say(struct diags *d, struct pos where, const char *flag)
{
    for (size_t i = 0; i < LEN(flags); i++)
        if (strcmp(flags[i].flag, flag) == 0)
            diag(d, DIAG_REPLY_UNREAD, where, "%s", flags[i].what);
}

static const char *next(struct arena *a, const struct buf *texts, size_t *at)
{
    const char *text = text_next(a, texts, at);
    return text != NULL ? text : "";
}

static void take_cells(struct arena *a, struct pos where, const struct buf *texts,
                       size_t *at, struct sheet *out)
{
    const struct sheet_row *before =
        out->rows.len > 0 ? &out->rows.at[out->rows.len - 1] : NULL;
    struct sheet_row row = {.table = ascii_number(next(a, texts, at), INT_MAX)};
    const int cells = ascii_number(next(a, texts, at), CELLS);
    row.number = before != NULL && before->table == row.table ? before->number + 1 : 1;
    row.count = cells > 0 ? (size_t)cells : 0;
    row.cells = NEW_ARRAY(a, struct sheet_cell, row.count + 1);
    for (size_t i = 0; i < row.count; i++)
        row.cells[i] = (struct sheet_cell){next(a, texts, at), where};
    *array_push(a, &out->rows) = row;
}

static void take_beside(struct arena *a, const struct buf *texts, size_t *at,
                        struct sheet *out)
{
    struct sheet_remark r = {.text = next(a, texts, at)};
    r.author = next(a, texts, at);
    r.date = next(a, texts, at);
    r.words = next(a, texts, at);
    const int row = ascii_number(next(a, texts, at), ROWS);
    r.row = row > 0 ? (size_t)row : 0;
    *array_push(a, &out->remarks) = r;
}

static bool take_all(struct arena *a, struct diags *d, struct pos where,
                     const struct buf *texts, struct sheet *out)
{
    size_t at = 0;
    for (const char *text; (text = text_next(a, texts, &at)) != NULL;) {
        if (strcmp(text, "row") == 0) {
            take_cells(a, where, texts, &at, out);
        } else if (strcmp(text, "remark") == 0) {
            take_beside(a, texts, &at, out);
        } else if (strcmp(text, "draft") == 0) {
            out->draft = next(a, texts, &at);
        } else if (strcmp(text, "=part") == 0) {
            diag(d, DIAG_REPLY_PASSED, where, "%s", part_unread);
        } else {
            say(d, where, text);
            return false;
        }
    }
    return true;
}

bool sheet_of_docx(struct arena *a, struct diags *d, const struct file *f,
                   struct sheet *out)
{
    struct buf texts;
    struct pos where = pos_of_path(a, f->path);
    *out = (struct sheet){.draft = ""};
    if (!sandbox_read(a, d, DIAG_REPLY_UNREAD, where, read_document, (void *)(uintptr_t)f,
                      SANDBOX_OUT, &texts))
        return false;
    texts_say_unclean(a, d, DIAG_REPLY_PASSED, where, &texts);
    return take_all(a, d, where, &texts, out);
}
