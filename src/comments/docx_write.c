/* docx_write.c -- the response form as a Word document (ISO/IEC 29500).  In: a form; out:
 * the bytes of a .docx: a heading, what to do, a table whose head is marked as one, in
 * the draft's language, with a title.  Reads no clock: the date is the form's own. */
#include "comments/form.h"
#include "office/pack.h"

#define WORD "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

static const char content_types[] =
    "<Types xmlns=\"" PACKAGE "content-types\">" PACKAGE_DEFAULTS
    "<Override PartName=\"/word/document.xml\" ContentType=\"" OFFICE_TYPES
    "wordprocessingml.document.main+xml\"/>"
    "<Override PartName=\"/word/styles.xml\" ContentType=\"" OFFICE_TYPES
    "wordprocessingml.styles+xml\"/>"
    "<Override PartName=\"/word/settings.xml\" ContentType=\"" OFFICE_TYPES
    "wordprocessingml.settings+xml\"/>"
    "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/"
    "vnd.openxmlformats-package.core-properties+xml\"/>"
    "<Override PartName=\"/docProps/custom.xml\" ContentType=\"" OFFICE_TYPES
    "custom-properties+xml\"/></Types>";

static const char relations[] =
    "<Relationships xmlns=\"" PACKAGE "relationships\">"
    "<Relationship Id=\"rId1\" Type=\"" OFFICE "relationships/officeDocument\" "
    "Target=\"word/document.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"" PACKAGE
    "relationships/metadata/core-properties\" "
    "Target=\"docProps/core.xml\"/>"
    "<Relationship Id=\"rId3\" Type=\"" OFFICE "relationships/custom-properties\" "
    "Target=\"docProps/custom.xml\"/></Relationships>";

static const char document_relations[] =
    "<Relationships xmlns=\"" PACKAGE "relationships\">"
    "<Relationship Id=\"rId1\" Type=\"" OFFICE "relationships/styles\" "
    "Target=\"styles.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"" OFFICE "relationships/settings\" "
    "Target=\"settings.xml\"/></Relationships>";

/* 15: laid out as Word does since 2013, without its mode for older files. */
static const char settings[] =
    "<w:settings xmlns:w=\"" WORD "\"><w:compat><w:compatSetting "
    "w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" "
    "w:val=\"15\"/></w:compat></w:settings>";

/* Half points; 4.25 mm of space in cells; a grid that shows which cells are to be filled
 * in. */
static const char styles_rest[] =
    "<w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"264\" "
    "w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">"
    "<w:name w:val=\"Normal\"/><w:qFormat/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/>"
    "<w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:qFormat/>"
    "<w:pPr><w:keepNext/><w:spacing w:after=\"200\"/><w:outlineLvl w:val=\"0\"/></w:pPr>"
    "<w:rPr><w:b/><w:color w:val=\"12436D\"/><w:sz w:val=\"40\"/></w:rPr></w:style>"
    "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"Cell\">"
    "<w:name w:val=\"Cell\"/><w:basedOn w:val=\"Normal\"/>"
    "<w:pPr><w:spacing w:before=\"40\" w:after=\"40\" w:line=\"240\" "
    "w:lineRule=\"auto\"/></w:pPr></w:style>"
    "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\">"
    "<w:name w:val=\"Normal Table\"/><w:tblPr><w:tblCellMar>"
    "<w:left w:w=\"108\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/>"
    "</w:tblCellMar></w:tblPr></w:style>"
    "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/>"
    "<w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>"
#define BORDER(side)                                                                     \
    "<w:" side " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"717E8A\"/>"
    BORDER("top") BORDER("left") BORDER("bottom") BORDER("right") BORDER("insideH")
        BORDER("insideV")
#undef BORDER
            "</w:tblBorders></w:tblPr></w:style></w:styles>";

/* Twentieths of a point: A4 on its side, 2 cm round the text. */
static const char page[] =
    "<w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"
    "<w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" "
    "w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>";

/* Word wants a country. */
static const char *word_language(enum lang l)
{
    return l == LANG_CY ? "cy-GB" : "en-GB";
}

static void put_between(struct buf *out, const char *before, const char *text,
                        const char *after)
{
    buf_str(out, before);
    buf_xml(out, text);
    buf_str(out, after);
}

static struct buf styles(struct arena *a, enum lang l)
{
    struct buf out = buf_new(a);
    buf_str(&out, "<w:styles xmlns:w=\"" WORD "\"><w:docDefaults><w:rPrDefault><w:rPr>"
                  "<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/>"
                  "<w:sz w:val=\"22\"/>");
    put_between(&out, "<w:lang w:val=\"", word_language(l),
                "\"/></w:rPr></w:rPrDefault>");
    buf_str(&out, styles_rest);
    return out;
}

/* ---- properties ---- */

static struct buf core(struct arena *a, const struct form_table *f)
{
    struct buf out = buf_new(a);
    const struct date d = f->date;
    const char *when = arena_printf(a, "%04d-%02d-%02dT00:00:00Z", d.year,
                                    d.month > 0 ? d.month : 1, d.day > 0 ? d.day : 1);
    buf_str(&out, "<cp:coreProperties xmlns:cp=\"" PACKAGE "metadata/core-properties\" "
                  "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                  "xmlns:dcterms=\"http://purl.org/dc/terms/\" "
                  "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">");
    put_between(&out, "<dc:title>", f->heading, ": ");
    put_between(&out, "", f->title, "</dc:title>");
    put_between(&out, "<dc:language>", word_language(f->lang), "</dc:language>");
    put_between(&out, "<dcterms:created xsi:type=\"dcterms:W3CDTF\">", when,
                "</dcterms:created></cp:coreProperties>");
    return out;
}

static void put_property(struct buf *out, int id, const char *name, const char *value)
{
    buf_printf(out,
               "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"%d\" "
               "name=\"%s\">",
               id, name);
    put_between(out, "<vt:lpwstr>", value, "</vt:lpwstr></property>");
}

/* What we wrote round the table: all else there is somebody's remark. */
static const char *own_paragraphs(struct arena *a, const struct form_table *f)
{
    struct buf out = buf_new(a);
    const char *const own[] = {f->heading, f->title, f->kinds, f->mark};
    for (size_t i = 0; i < LEN(own); i++)
        buf_printf(&out, "%s ", form_own(a, own[i]));
    for (size_t i = 0; i < f->intro_count; i++)
        buf_printf(&out, "%s ", form_own(a, f->intro[i]));
    return out.at;
}

/* Which draft it is, where nobody who fills in the table can lose it. */
static struct buf custom(struct arena *a, const struct form_table *f)
{
    struct buf out = buf_new(a);
    buf_str(&out, "<Properties xmlns=\"" OFFICE "custom-properties\" xmlns:vt=\"" OFFICE
                  "docPropsVTypes\">");
    put_property(&out, 2, "gwasg.draft", f->mark);
    put_property(&out, 3, FORM_OWN, own_paragraphs(a, f));
    buf_str(&out, "</Properties>");
    return out;
}

/* ---- the text ---- */

static void put_paragraph(struct buf *out, const char *style, const char *look,
                          const char *text)
{
    buf_printf(out, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr>", style);
    if (*text != '\0') {
        buf_printf(out, "<w:r>%s<w:t xml:space=\"preserve\">", look);
        buf_xml(out, text);
        buf_str(out, "</w:t></w:r>");
    }
    buf_str(out, "</w:p>");
}

static void write_cell(struct buf *out, int width, bool head, const char *text)
{
    buf_printf(out, "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/>%s</w:tcPr>", width,
               head ? "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EDF2F6\"/>" : "");
    put_paragraph(out, "Cell",
                  head ? "<w:rPr><w:b/><w:sz w:val=\"20\"/></w:rPr>"
                       : "<w:rPr><w:sz w:val=\"20\"/></w:rPr>",
                  text);
    buf_str(out, "</w:tc>");
}

static void write_row(struct buf *out, const struct form_table *f, bool head,
                      const char *const *cells)
{
    buf_printf(out, "<w:tr><w:trPr><w:cantSplit/>%s</w:trPr>",
               head ? "<w:tblHeader/>" : "");
    for (size_t c = 0; c < f->columns; c++)
        write_cell(out, f->widths[c], head, cells[c]);
    buf_str(out, "</w:tr>");
}

static void put_table(const struct form_table *f, struct buf *out)
{
    buf_str(out, "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/>"
                 "<w:tblW w:w=\"14570\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>"
                 "<w:tblLook w:val=\"0420\" w:firstRow=\"1\" w:lastRow=\"0\" "
                 "w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"0\" "
                 "w:noVBand=\"1\"/>");
    put_between(out, "<w:tblCaption w:val=\"", f->heading, "\"/></w:tblPr><w:tblGrid>");
    for (size_t c = 0; c < f->columns; c++)
        buf_printf(out, "<w:gridCol w:w=\"%d\"/>", f->widths[c]);
    buf_str(out, "</w:tblGrid>");
    write_row(out, f, true, f->heads);
    for (size_t i = 0; i < f->rows; i++)
        write_row(out, f, false, f->cells + i * f->columns);
    buf_str(out, "</w:tbl>");
}

static struct buf document(struct arena *a, const struct form_table *f)
{
    struct buf out = buf_new(a);
    buf_str(&out, "<w:document xmlns:w=\"" WORD "\"><w:body>");
    put_paragraph(&out, "Heading1", "", f->heading);
    put_paragraph(&out, "Normal", "<w:rPr><w:b/></w:rPr>", f->title);
    for (size_t i = 0; i < f->intro_count; i++)
        put_paragraph(&out, "Normal", "", f->intro[i]);
    if (f->kinds[0] != '\0')
        put_paragraph(&out, "Normal", "", f->kinds);
    put_table(f, &out);
    put_paragraph(&out, "Normal", "", f->mark);
    buf_str(&out, page);
    buf_str(&out, "</w:body></w:document>");
    return out;
}

void form_docx(struct arena *a, const struct form_table *f, struct buf *out)
{
    struct pack *p = pack_new(a, f->date);
    pack_add_xml(p, "[Content_Types].xml", content_types);
    pack_add_xml(p, "_rels/.rels", relations);
    pack_add_xml(p, "docProps/core.xml", core(a, f).at);
    pack_add_xml(p, "docProps/custom.xml", custom(a, f).at);
    pack_add_xml(p, "word/document.xml", document(a, f).at);
    pack_add_xml(p, "word/_rels/document.xml.rels", document_relations);
    pack_add_xml(p, "word/styles.xml", styles(a, f->lang).at);
    pack_add_xml(p, "word/settings.xml", settings);
    pack_finish(p, out);
}
