/* export_parts.c -- styles, numbering and properties of a manuscript.  Styles are named
 * for what they are; colours keep 4.5:1 on white and on the tint of fields. */
#include "manuscript/export_parts.h"

#include "manuscript/paper.h"

static const char content_types[] =
    "<Types xmlns=\"" PACKAGE "content-types\">" PACKAGE_DEFAULTS
#define PART(name, type)                                                                 \
    "<Override PartName=\"" name "\" ContentType=\"" OFFICE_TYPES type "+xml\"/>"
        PART("/word/document.xml", "wordprocessingml.document.main") PART(
            "/word/styles.xml", "wordprocessingml.styles")
            PART("/word/numbering.xml", "wordprocessingml.numbering") PART(
                "/word/footnotes.xml", "wordprocessingml.footnotes")
                PART("/word/comments.xml", "wordprocessingml.comments") PART(
                    "/word/settings.xml", "wordprocessingml.settings")
#undef PART
                    "<Override PartName=\"/customXml/itemProps1.xml\" "
                    "ContentType=\"" OFFICE_TYPES "customXmlProperties+xml\"/>"
                    "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/"
                    "vnd.openxmlformats-package.core-properties+xml\"/></Types>";

static const char relations[] =
    "<Relationships xmlns=\"" PACKAGE "relationships\">"
    "<Relationship Id=\"rId1\" Type=\"" OFFICE "relationships/officeDocument\" "
    "Target=\"word/document.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"" PACKAGE
    "relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
    "</Relationships>";

static const char settings[] =
    "<w:settings xmlns:w=\"" WORD "\"><w:compat><w:compatSetting "
    "w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" "
    "w:val=\"15\"/></w:compat></w:settings>";

/* ---- styles ---- */

struct word_style {
    const char *id, *name, *paragraph, *run; /* of its properties */
    bool listed;                             /* among those that Word offers */
};

static const struct word_style styles[] = {
    {"Heading1", "heading 1",
     "<w:keepNext/><w:spacing w:before=\"480\" w:after=\"120\"/><w:outlineLvl "
     "w:val=\"0\"/>",
     "<w:b/><w:color w:val=\"12436D\"/><w:sz w:val=\"36\"/>", true},
    {"Heading2", "heading 2",
     "<w:keepNext/><w:spacing w:before=\"360\" w:after=\"120\"/><w:outlineLvl "
     "w:val=\"1\"/>",
     "<w:b/><w:color w:val=\"12436D\"/><w:sz w:val=\"28\"/>", true},
    {"Heading3", "heading 3",
     "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"80\"/><w:outlineLvl "
     "w:val=\"2\"/>",
     "<w:b/><w:color w:val=\"12436D\"/><w:sz w:val=\"24\"/>", true},
    {"GwRecord", STYLE_RECORD,
     "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"60\"/>",
     "<w:b/><w:color w:val=\"3D3D3D\"/>", true},
    {"GwField", STYLE_FIELD, "<w:keepNext/><w:spacing w:before=\"160\" w:after=\"40\"/>",
     "<w:b/><w:color w:val=\"5B2A86\"/><w:sz w:val=\"20\"/>", true},
    {"GwHelp", STYLE_HELP, "<w:keepNext/><w:spacing w:after=\"60\"/>",
     "<w:i/><w:color w:val=\"595959\"/><w:sz w:val=\"18\"/>", true},
    {"GwEnglish", STYLE_ENGLISH,
     "<w:keepNext/><w:spacing w:before=\"200\" w:after=\"40\"/>",
     "<w:color w:val=\"3D3D3D\"/><w:sz w:val=\"20\"/><w:lang w:val=\"en-GB\"/>", false},
    {"GwItem", STYLE_ITEM,
     "<w:numPr><w:numId w:val=\"1\"/></w:numPr>"
     "<w:ind w:left=\"360\" w:hanging=\"360\"/>",
     "", true},
    {"GwGoesOn", STYLE_GOES_ON, "<w:ind w:left=\"360\"/>", "", true},
    {"GwGoesOn1", STYLE_GOES_ON " 1", "<w:ind w:left=\"720\"/>", "", false},
    {"GwGoesOn2", STYLE_GOES_ON " 2", "<w:ind w:left=\"1080\"/>", "", false},
    {"GwGoesOn3", STYLE_GOES_ON " 3", "<w:ind w:left=\"1440\"/>", "", false},
    {"ListParagraph", "List Paragraph", "<w:ind w:left=\"360\"/>", "", true},
    {"FootnoteText", "footnote text", "", "<w:sz w:val=\"18\"/>", false},
};

static const char character_styles[] =
    "<w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"GwMark\">"
    "<w:name w:val=\"" STYLE_MARK "\"/><w:rPr><w:shd w:val=\"clear\" w:color=\"auto\" "
    "w:fill=\"DDEBF7\"/></w:rPr></w:style>"
    "<w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"GwOpen\">"
    "<w:name w:val=\"gwasg asks\"/><w:rPr><w:color w:val=\"6B3A00\"/><w:shd "
    "w:val=\"clear\" w:color=\"auto\" w:fill=\"FFF2CC\"/></w:rPr></w:style>"
    "<w:style w:type=\"character\" w:styleId=\"FootnoteReference\">"
    "<w:name w:val=\"footnote reference\"/><w:rPr><w:vertAlign w:val=\"superscript\"/>"
    "</w:rPr></w:style>"
    "<w:style w:type=\"character\" w:styleId=\"CommentReference\">"
    "<w:name w:val=\"annotation reference\"/></w:style>"
    "<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/>"
    "<w:rPr><w:color w:val=\"0B4F8A\"/><w:u w:val=\"single\"/></w:rPr></w:style>"
    "</w:styles>";

const char *word_language(enum lang l)
{
    return l == LANG_CY ? "cy-GB" : "en-GB";
}

static const char *styles_part(struct arena *a, enum lang l)
{
    struct buf out = buf_new(a);
    buf_printf(&out,
               "<w:styles xmlns:w=\"" WORD "\"><w:docDefaults><w:rPrDefault><w:rPr>"
               "<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/>"
               "<w:sz w:val=\"22\"/><w:lang w:val=\"%s\"/></w:rPr></w:rPrDefault>"
               "<w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"276\" "
               "w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
               "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">"
               "<w:name w:val=\"Normal\"/><w:qFormat/></w:style>",
               word_language(l));
    for (size_t i = 0; i < LEN(styles); i++)
        buf_printf(
            &out,
            "<w:style w:type=\"paragraph\"%s w:styleId=\"%s\"><w:name "
            "w:val=\"%s\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"%s\"/>%s"
            "<w:pPr>%s</w:pPr><w:rPr>%s</w:rPr></w:style>",
            styles[i].id[0] == 'G' ? " w:customStyle=\"1\"" : "", styles[i].id,
            styles[i].name,
            styles[i].id[0] == 'G' && styles[i].id[2] == 'I' ? styles[i].id : "Normal",
            styles[i].listed ? "<w:qFormat/>" : "", styles[i].paragraph, styles[i].run);
    buf_str(&out, character_styles);
    return out.at;
}

/* ---- lists ---- */

static void put_levels(struct buf *out, bool numbered)
{
    for (int i = 0; i < 9; i++)
        buf_printf(out,
                   "<w:lvl w:ilvl=\"%d\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/>"
                   "<w:lvlText w:val=\"%s\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind "
                   "w:left=\"%d\" w:hanging=\"360\"/></w:pPr></w:lvl>",
                   i, numbered ? "decimal" : "bullet",
                   numbered ? (const char *[]){"%1.", "%2.", "%3.", "%4.", "%5.", "%6.",
                                               "%7.", "%8.", "%9."}[i]
                            : "\u2022",
                   360 * (i + 1));
}

static const char *numbering_part(struct arena *a, int numbered)
{
    struct buf out = buf_new(a);
    buf_str(&out, "<w:numbering xmlns:w=\"" WORD "\"><w:abstractNum "
                  "w:abstractNumId=\"0\"><w:multiLevelType w:val=\"hybridMultilevel\"/>");
    put_levels(&out, false);
    buf_str(&out, "</w:abstractNum><w:abstractNum w:abstractNumId=\"1\">"
                  "<w:multiLevelType w:val=\"hybridMultilevel\"/>");
    put_levels(&out, true);
    buf_str(&out, "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/>"
                  "</w:num>");
    for (int i = 0; i < numbered; i++)
        buf_printf(&out,
                   "<w:num w:numId=\"%d\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride "
                   "w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>",
                   LIST_NUMBERS + i);
    buf_str(&out, "</w:numbering>");
    return out.at;
}

static const char *core_part(struct arena *a, const char *title, enum lang l)
{
    struct buf out = buf_new(a);
    buf_str(&out, "<cp:coreProperties xmlns:cp=\"" PACKAGE "metadata/core-properties\" "
                  "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>");
    buf_xml(&out, title);
    buf_printf(&out, "</dc:title><dc:language>%s</dc:language></cp:coreProperties>",
               word_language(l));
    return out.at;
}

void export_parts(struct pack *p, const char *title, enum lang l, int numbered)
{
    struct arena *a = pack_arena(p);
    pack_add_xml(p, "[Content_Types].xml", content_types);
    pack_add_xml(p, "_rels/.rels", relations);
    pack_add_xml(p, "docProps/core.xml", core_part(a, title, l));
    pack_add_xml(p, "word/styles.xml", styles_part(a, l));
    pack_add_xml(p, "word/numbering.xml", numbering_part(a, numbered));
    pack_add_xml(p, "word/settings.xml", settings);
}

/* What was exported.  Without properties LibreOffice would not keep it. */
void export_state(struct pack *p, const char *state)
{
    struct arena *a = pack_arena(p);
    pack_add_xml(p, "customXml/item1.xml",
                 arena_printf(a, "<state xmlns=\"" PAPER_STATE "\">%s</state>", state));
    pack_add_xml(p, "customXml/_rels/item1.xml.rels",
                 "<Relationships xmlns=\"" PACKAGE "relationships\">"
                 "<Relationship Id=\"rId1\" Type=\"" OFFICE
                 "relationships/customXmlProps\" "
                 "Target=\"itemProps1.xml\"/></Relationships>");
    pack_add_xml(p, "customXml/itemProps1.xml",
                 "<ds:datastoreItem xmlns:ds=\"" OFFICE
                 "customXml\" ds:itemID=\"{5C9A1C43-6B0E-4D2A-9C77-3E1B5B0A7A11}\">"
                 "<ds:schemaRefs><ds:schemaRef ds:uri=\"" PAPER_STATE
                 "\"/></ds:schemaRefs></ds:datastoreItem>");
}
