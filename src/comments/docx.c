/* docx.c -- in: the bytes of a Word document (ISO/IEC 29500: XML in a zip); out: the rows
 * of its tables, wherever they stand now.  Knows nothing of what the columns mean.  Both
 * are read in a sandbox, which sends for each row its table and its cells. */
#include "base/ascii.h"
#include "comments/sheet.h"
#include "office/archive.h"
#include "office/sandbox.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <limits.h>
#include <string.h>

enum { DEPTH = 40, ROWS = 5000, CELLS = 60 };
#define DOCUMENT_BYTES ((size_t)16 << 20)

static const char NAMESPACE_END[] = "/wordprocessingml/";

/* ---- the document ---- */

struct docx_rows {
    struct buf *out;
    int table, count;
};

static bool is(const xmlNode *n, const char *name)
{
    return n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, name) == 0 &&
           n->ns != NULL && strstr((const char *)n->ns->href, NAMESPACE_END) != NULL;
}

/* What was deleted while changes were tracked, and what stands in the same place for
 * older programs. */
static bool is_passed(const xmlNode *n)
{
    return is(n, "del") || is(n, "moveFrom") || is(n, "instrText") ||
           (n->type == XML_ELEMENT_NODE &&
            strcmp((const char *)n->name, "Fallback") == 0);
}

static void put_content(const xmlNode *n, struct buf *to)
{
    if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE)
        buf_str(to, n->content != NULL ? (const char *)n->content : "");
}

static void cell_text(const xmlNode *parent, struct buf *to, int depth)
{
    for (const xmlNode *n = parent->children; n != NULL && depth < DEPTH; n = n->next) {
        if (is(n, "t")) {
            for (const xmlNode *c = n->children; c != NULL; c = c->next)
                put_content(c, to);
        } else if (is(n, "br") || is(n, "cr")) {
            buf_char(to, '\n');
        } else if (is(n, "tab")) {
            buf_char(to, ' ');
        } else if (is(n, "noBreakHyphen")) {
            buf_char(to, '-');
        } else if (is(n, "p")) {
            if (to->len > 0)
                buf_char(to, '\n');
            cell_text(n, to, depth + 1);
        } else if (!is_passed(n)) {
            cell_text(n, to, depth + 1);
        }
    }
}

/* A cell over several columns counts as so many. */
static int span_of(const xmlNode *cell)
{
    for (const xmlNode *pr = cell->children; pr != NULL; pr = pr->next)
        for (const xmlNode *n = is(pr, "tcPr") ? pr->children : NULL; n; n = n->next) {
            if (!is(n, "gridSpan"))
                continue;
            xmlChar *value = xmlGetNoNsProp(n, (const xmlChar *)"val");
            if (value == NULL)
                value = xmlGetNsProp(n, (const xmlChar *)"val", n->ns->href);
            int span = value != NULL ? ascii_number((const char *)value, CELLS) : 1;
            xmlFree(value);
            return span >= 1 ? span : 1;
        }
    return 1;
}

/* A cell, and what it covers of its row, as far as a row has room; how many there are
 * then. */
static int put_cell(const xmlNode *cell, struct buf *cells, int count, int depth)
{
    struct buf text = buf_new(cells->a);
    cell_text(cell, &text, depth);
    text_put(cells, text.at, text.len);
    count++;
    for (int span = span_of(cell); span > 1 && count < CELLS; span--, count++)
        text_put_str(cells, "");
    return count;
}

/* The cells of a row, in content controls too. */
static int put_cells(const xmlNode *parent, struct buf *cells, int count, int depth)
{
    if (depth >= DEPTH)
        return count;
    for (const xmlNode *n = parent->children; n != NULL && count < CELLS; n = n->next) {
        if (is(n, "tc"))
            count = put_cell(n, cells, count, depth);
        else if (!is_passed(n))
            count = put_cells(n, cells, count, depth + 1);
    }
    return count;
}

static void put_row(struct docx_rows *r, const xmlNode *row, int depth)
{
    struct buf cells = buf_new(r->out->a);
    int count = put_cells(row, &cells, 0, depth);
    if (count == 0 || r->count++ >= ROWS)
        return;
    text_put_str(r->out, arena_printf(cells.a, "%d", r->table));
    text_put_str(r->out, arena_printf(cells.a, "%d", count));
    buf_add(r->out, cells.at, cells.len);
}

static void put_tables(struct docx_rows *r, const xmlNode *parent, int depth)
{
    for (const xmlNode *n = parent->children; n != NULL && depth < DEPTH; n = n->next) {
        if (n->type != XML_ELEMENT_NODE || is_passed(n))
            continue;
        if (is(n, "tr")) {
            put_row(r, n, depth);
            continue;
        }
        r->table += is(n, "tbl");
        put_tables(r, n, depth + 1);
    }
}

static void put_document(struct buf *out, const struct buf *xml)
{
    if (strstr(xml->at, "<!DOCTYPE") != NULL) {
        text_put_str(out, "=doctype");
        return;
    }
    xmlDocPtr doc =
        xmlReadMemory(xml->at, (int)xml->len, NULL, NULL,
                      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    if (doc == NULL || xmlDocGetRootElement(doc) == NULL) {
        text_put_str(out, "=broken");
    } else if (doc->intSubset != NULL) {
        text_put_str(out, "=doctype");
    } else {
        struct docx_rows r = {.out = out};
        put_tables(&r, xmlDocGetRootElement(doc), 0);
        if (r.count > ROWS)
            text_put_str(out, "=rows");
    }
    xmlFreeDoc(doc);
}

static void read_document(struct buf *out, void *data)
{
    struct buf xml = buf_new(out->a);
    const char *wrong;
    struct archive *z = archive_open(out->a, data, &wrong);
    if (z != NULL) {
        wrong = archive_read(z, "word/document.xml", DOCUMENT_BYTES, &xml);
        archive_close(z);
    }
    if (wrong != NULL)
        text_put_str(out, wrong);
    else
        put_document(out, &xml);
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

static void say(struct diags *d, struct pos where, const char *flag)
{
    for (size_t i = 0; i < LEN(flags); i++)
        if (strcmp(flags[i].flag, flag) == 0)
            diag(d, DIAG_REPLY_UNREAD, where, "%s", flags[i].what);
}

static bool take_rows(struct arena *a, struct diags *d, struct pos where,
                      const struct buf *texts, struct sheet *out)
{
    size_t at = 0;
    int number = 0, table = 0;
    for (const char *text; (text = text_next(a, texts, &at)) != NULL;) {
        if (text[0] == '=') {
            say(d, where, text);
            return false;
        }
        const char *count = text_next(a, texts, &at);
        int cells = count != NULL ? ascii_number(count, CELLS) : 0;
        struct sheet_row row = {.table = ascii_number(text, INT_MAX),
                                .count = cells > 0 ? (size_t)cells : 0};
        row.cells = NEW_ARRAY(a, struct sheet_cell, row.count + 1);
        for (size_t i = 0; i < row.count; i++) {
            const char *cell = text_next(a, texts, &at);
            row.cells[i] = (struct sheet_cell){cell != NULL ? cell : "", where};
        }
        row.number = number = row.table == table ? number + 1 : 1;
        table = row.table;
        *array_push(a, &out->rows) = row;
    }
    return true;
}

bool sheet_of_docx(struct arena *a, struct diags *d, const struct file *f,
                   struct sheet *out)
{
    struct buf texts;
    struct pos where = pos_of_path(a, f->path);
    *out = (struct sheet){0};
    if (!sandbox_read(a, d, DIAG_REPLY_UNREAD, where, read_document, (void *)(uintptr_t)f,
                      SANDBOX_OUT, &texts))
        return false;
    texts_say_unclean(a, d, DIAG_REPLY_PASSED, where, &texts);
    return take_rows(a, d, where, &texts, out);
}
