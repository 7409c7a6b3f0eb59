/* answers_sheet.c -- in: a programme; out: an empty workbook for its answers.  Reads no
 * clock: a table that nobody has filled in has no date. */
#include "comments/answers_sheet.h"

#include "base/array.h"
#include "base/bounds.h"
#include "base/utf8.h"
#include "office/pack.h"

#include <string.h>

#define SHEET "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define PROMPT 255 /* characters that a prompt may have (18.3.1.32) */

static const char content_types[] =
    "<Types xmlns=\"" PACKAGE "content-types\">" PACKAGE_DEFAULTS
    "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" OFFICE_TYPES
    "spreadsheetml.sheet.main+xml\"/>"
    "<Override PartName=\"/xl/styles.xml\" ContentType=\"" OFFICE_TYPES
    "spreadsheetml.styles+xml\"/>"
    "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" OFFICE_TYPES
    "spreadsheetml.worksheet+xml\"/>"
    "<Override PartName=\"/xl/worksheets/sheet2.xml\" ContentType=\"" OFFICE_TYPES
    "spreadsheetml.worksheet+xml\"/></Types>";

static const char relations[] =
    "<Relationships xmlns=\"" PACKAGE "relationships\">"
    "<Relationship Id=\"rId1\" Type=\"" OFFICE "relationships/officeDocument\" "
    "Target=\"xl/workbook.xml\"/></Relationships>";

static const char workbook_relations[] =
    "<Relationships xmlns=\"" PACKAGE "relationships\">"
    "<Relationship Id=\"rId1\" Type=\"" OFFICE "relationships/worksheet\" "
    "Target=\"worksheets/sheet1.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"" OFFICE "relationships/worksheet\" "
    "Target=\"worksheets/sheet2.xml\"/>"
    "<Relationship Id=\"rId3\" Type=\"" OFFICE
    "relationships/styles\" Target=\"styles.xml\"/>"
    "</Relationships>";

static const char workbook[] =
    "<workbook xmlns=\"" SHEET "\" xmlns:r=\"" OFFICE "relationships\"><sheets>"
    "<sheet name=\"answers\" sheetId=\"1\" r:id=\"rId1\"/>"
    "<sheet name=\"values\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>";

/* Cells are text (@), so that no office program makes dates of 12-13. */
static const char styles[] =
    "<styleSheet xmlns=\"" SHEET "\"><fonts count=\"2\"><font><sz val=\"11\"/>"
    "<name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/>"
    "</font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
    "<fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\">"
    "<border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" "
    "borderId=\"0\"/></cellStyleXfs><cellXfs count=\"3\">"
    "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
    "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
    "applyNumberFormat=\"1\" applyFont=\"1\"/>"
    "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
    "applyNumberFormat=\"1\"/></cellXfs></styleSheet>";

/* A column: its head, what its cells are for, and what they take; no values: any. */
struct sheet_column {
    const char *name, *prompt;
    const struct category *values;
    size_t value_count;
};
struct sheet_columns {
    ARRAY(struct sheet_column) all;
};

/* "A", "Z", "AA": from 0. */
static const char *letters(struct arena *a, size_t column)
{
    const char *last = arena_printf(a, "%c", (int)('A' + column % 26));
    return column < 26 ? last
                       : arena_printf(a, "%s%s", letters(a, column / 26 - 1), last);
}

static const char *plain_of(struct arena *a, const struct text *t)
{
    return t->in[LANG_EN] != NULL ? prose_plain(a, t->in[LANG_EN]) : "";
}

static const struct category scored[] = {{.name = "yes"}, {.name = "no"}, {.name = "na"}};

/* Of several answers in one cell no list can be made. */
static void several_put(struct arena *a, struct sheet_column *c,
                        const struct category *values, size_t count)
{
    struct buf names = buf_new(a);
    for (size_t i = 0; i < count; i++)
        buf_printf(&names, " %s", values[i].name);
    c->prompt =
        arena_printf(a, "%s One or more, with blanks between:%s", c->prompt, names.at);
}

/* The n-th of a question's columns: its answers, then why they were no. */
static struct sheet_column answer_column(struct arena *a, const struct programme *p,
                                         const struct question *q, size_t n)
{
    struct sheet_column c = {.name = question_column(a, p, q, q->name, n),
                             .prompt = plain_of(a, &q->text)};
    if (n >= question_times(q))
        several_put(a, &c, q->reasons, q->reason_count);
    else if (q->kind == QUESTION_SEVERAL)
        several_put(a, &c, q->choices, q->choice_count);
    else if (q->kind == QUESTION_SCORED)
        c.values = scored, c.value_count = LEN(scored);
    else if (q->kind == QUESTION_CHOICE)
        c.values = q->choices, c.value_count = q->choice_count;
    return c;
}

static struct sheet_columns columns_of(struct arena *a, const struct programme *p)
{
    struct sheet_columns c = {0};
    *array_push(a, &c.all) = (struct sheet_column){
        .name = "case", .prompt = "A name of its own for each case"};
    for (size_t i = 0; i < p->characteristic_count; i++) {
        const struct characteristic *one = &p->characteristics[i];
        *array_push(a, &c.all) = (struct sheet_column){
            one->name, plain_of(a, &one->title), one->categories, one->category_count};
    }
    for (size_t i = 0; i < p->question_count; i++)
        for (size_t n = 0; n < question_columns(&p->questions[i]); n++)
            *array_push(a, &c.all) = answer_column(a, p, &p->questions[i], n);
    return c;
}

static void cell_put(struct buf *out, const char *column, size_t row, int style,
                     const char *text)
{
    buf_printf(out, "<c r=\"%s%zu\" s=\"%d\" t=\"inlineStr\"><is><t>", column, row,
               style);
    buf_xml(out, text);
    buf_str(out, "</t></is></c>");
}

static void validation_put(struct buf *out, const struct sheet_column *c, size_t i)
{
    const char *column = letters(out->a, i);
    size_t len = strlen(c->prompt);
    buf_printf(out, "<dataValidation%s allowBlank=\"1\" showInputMessage=\"1\"",
               c->value_count > 0 ? " type=\"list\" showErrorMessage=\"1\"" : "");
    buf_attribute(out, "prompt",
                  arena_strndup(out->a, c->prompt, utf8_cut(c->prompt, len, PROMPT)));
    buf_printf(out, " sqref=\"%s2:%s%d\">", column, column, CSV_CASES + 1);
    if (c->value_count > 0)
        buf_printf(out, "<formula1>values!$%s$2:$%s$%zu</formula1>", column, column,
                   c->value_count + 1);
    buf_str(out, "</dataValidation>");
}

static void answers_put(struct buf *out, const struct sheet_columns *c)
{
    buf_printf(out,
               "<worksheet xmlns=\"" SHEET "\"><sheetViews><sheetView "
               "workbookViewId=\"0\"><pane xSplit=\"1\" ySplit=\"1\" topLeftCell=\"B2\" "
               "activePane=\"bottomRight\" state=\"frozen\"/></sheetView></sheetViews>"
               "<cols><col min=\"1\" max=\"%zu\" width=\"16\" style=\"2\" "
               "customWidth=\"1\"/></cols><sheetData><row r=\"1\">",
               c->all.len);
    for (size_t i = 0; i < c->all.len; i++)
        cell_put(out, letters(out->a, i), 1, 1, c->all.at[i].name);
    buf_printf(out, "</row></sheetData><dataValidations count=\"%zu\">", c->all.len);
    for (size_t i = 0; i < c->all.len; i++)
        validation_put(out, &c->all.at[i], i);
    buf_str(out, "</dataValidations></worksheet>");
}

/* Under each column's name what it takes: the drop-down lists read it there. */
static void values_put(struct buf *out, const struct sheet_columns *c)
{
    size_t most = 0;
    for (size_t i = 0; i < c->all.len; i++)
        most = c->all.at[i].value_count > most ? c->all.at[i].value_count : most;
    buf_str(out, "<worksheet xmlns=\"" SHEET "\"><sheetData>");
    for (size_t row = 0; row <= most; row++) {
        buf_printf(out, "<row r=\"%zu\">", row + 1);
        for (size_t i = 0; i < c->all.len; i++) {
            const struct sheet_column *one = &c->all.at[i];
            if (row <= one->value_count)
                cell_put(out, letters(out->a, i), row + 1, row == 0 ? 1 : 2,
                         row == 0 ? one->name : one->values[row - 1].name);
        }
        buf_str(out, "</row>");
    }
    buf_str(out, "</sheetData></worksheet>");
}

void answers_sheet(const struct programme *p, struct buf *out)
{
    const struct sheet_columns columns = columns_of(out->a, p);
    struct buf answers = buf_new(out->a), values = buf_new(out->a);
    answers_put(&answers, &columns);
    values_put(&values, &columns);
    struct pack *pack = pack_new(out->a, (struct date){0});
    pack_add_xml(pack, "[Content_Types].xml", content_types);
    pack_add_xml(pack, "_rels/.rels", relations);
    pack_add_xml(pack, "xl/workbook.xml", workbook);
    pack_add_xml(pack, "xl/_rels/workbook.xml.rels", workbook_relations);
    pack_add_xml(pack, "xl/styles.xml", styles);
    pack_add_xml(pack, "xl/worksheets/sheet1.xml", answers.at);
    pack_add_xml(pack, "xl/worksheets/sheet2.xml", values.at);
    pack_finish(pack, out);
}
