/* metadata.c -- the file about itself.  In: a document's title, author, language and date
 * of publication; out: XMP that claims PDF/UA-1 and, without a form,
 * PDF/A-2a, and the same as Info. Reads
 * no clock: the dates are that of publication, at midnight. */
#include "pdf/metadata.h"

#include "pdf/put.h"

static const char producer[] = "gwasg";

/* pdfuaid is no schema that PDF/A knows: it must be described (ISO 19005-2, 6.6.2.3). */
static const char pdfua_schema[] =
    "<rdf:Description rdf:about=\"\""
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/"
    "</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289 that the file conforms to"
    "</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
    "</rdf:Description>\n";

/* The day, with midnight behind it; where only the month is known, that. */
static const char *moment(struct arena *a, struct date d)
{
    return d.day == 0
               ? arena_printf(a, "%04d-%02d", d.year, d.month > 0 ? d.month : 1)
               : arena_printf(a, "%04d-%02d-%02dT00:00:00Z", d.year, d.month, d.day);
}

static void put_element(struct buf *x, const char *before, const char *text,
                        const char *after)
{
    if (text == NULL || *text == '\0')
        return;
    buf_str(x, before);
    buf_xml(x, text);
    buf_str(x, after);
}

static void put_dublin_core(const struct document *doc, struct buf *x)
{
    static const char alternative_end[] = "</rdf:li></rdf:Alt>";
    buf_str(x, "<rdf:Description rdf:about=\"\""
               " xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n"
               "<dc:format>application/pdf</dc:format>\n");
    put_element(x, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", doc->title,
                arena_printf(x->a, "%s</dc:title>\n", alternative_end));
    put_element(x, "<dc:language><rdf:Bag><rdf:li>", lang_tag(doc->lang),
                "</rdf:li></rdf:Bag></dc:language>\n");
    put_element(x, "<dc:creator><rdf:Seq><rdf:li>", doc->author,
                "</rdf:li></rdf:Seq></dc:creator>\n");
    put_element(x, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">",
                doc->subject,
                arena_printf(x->a, "%s</dc:description>\n", alternative_end));
    buf_str(x, "</rdf:Description>\n");
}

static void put_xmp_basic(const struct document *doc, struct buf *x)
{
    const char *when = moment(x->a, doc->date);
    buf_str(x, "<rdf:Description rdf:about=\"\""
               " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
               " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n");
    put_element(x, "<xmp:CreatorTool>", doc->creator, "</xmp:CreatorTool>\n");
    put_element(x, "<xmp:CreateDate>", when, "</xmp:CreateDate>\n");
    put_element(x, "<xmp:ModifyDate>", when, "</xmp:ModifyDate>\n");
    put_element(x, "<pdf:Producer>", producer, "</pdf:Producer>\n");
    put_element(x, "<pdf:Keywords>", doc->keywords, "</pdf:Keywords>\n");
    buf_str(x, "</rdf:Description>\n");
}

/* One edition of what was published: each later one with what it corrects. */
static void put_history(const struct document *doc, struct buf *x)
{
    if (doc->corrected_count == 0)
        return;
    buf_printf(x,
               "<rdf:Description rdf:about=\"\""
               " xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\""
               " xmlns:stEvt=\"http://ns.adobe.com/xap/1.0/sType/ResourceEvent#\">\n"
               "<xmpMM:VersionID>%zu</xmpMM:VersionID>\n"
               "<xmpMM:History><rdf:Seq>\n",
               doc->corrected_count + 1);
    for (size_t i = 0; i < doc->corrected_count; i++) {
        buf_printf(x,
                   "<rdf:li rdf:parseType=\"Resource\">"
                   "<stEvt:action>corrected</stEvt:action>"
                   "<stEvt:when>%s</stEvt:when>",
                   moment(x->a, doc->corrected[i].date));
        put_element(x, "<stEvt:parameters>", doc->corrected[i].what,
                    "</stEvt:parameters>");
        buf_str(x, "</rdf:li>\n");
    }
    buf_str(x, "</rdf:Seq></xmpMM:History>\n</rdf:Description>\n");
}

/* PDF/UA-2 and its companion, Well-Tagged PDF 1.0, which is claimed by declarations;
 * PDF/A-4, as 4f where something is attached (ISO 19005-4, 6.7.3 and annex A). */
static void put_claims_two(const struct plan *p, struct buf *x)
{
    buf_str(x, "<rdf:Description rdf:about=\"\""
               " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
               " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
               " xmlns:pdfd=\"http://pdfa.org/declarations/\">\n"
               "<pdfaid:part>4</pdfaid:part>\n"
               "<pdfaid:rev>2020</pdfaid:rev>\n");
    if (p->attachment != 0)
        buf_str(x, "<pdfaid:conformance>F</pdfaid:conformance>\n");
    buf_str(x, "<pdfuaid:part>2</pdfuaid:part>\n"
               "<pdfuaid:rev>2024</pdfuaid:rev>\n"
               "<pdfd:declarations><rdf:Bag>\n"
               "<rdf:li rdf:parseType=\"Resource\"><pdfd:conformsTo>"
               "http://pdfa.org/declarations/wtpdf#accessibility1.0"
               "</pdfd:conformsTo></rdf:li>\n"
               "<rdf:li rdf:parseType=\"Resource\"><pdfd:conformsTo>"
               "http://pdfa.org/declarations/wtpdf#reuse1.0"
               "</pdfd:conformsTo></rdf:li>\n"
               "</rdf:Bag></pdfd:declarations>\n"
               "</rdf:Description>\n");
}

/* Filling in a form changes a file that PDF/A-2 wants unchanged: one with fields claims
 * PDF/UA-1 alone. */
static void put_claims_one(const struct plan *p, struct buf *x)
{
    if (p->form != 0) {
        buf_str(x, "<rdf:Description rdf:about=\"\""
                   " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
                   "<pdfuaid:part>1</pdfuaid:part>\n"
                   "</rdf:Description>\n");
        return;
    }
    buf_str(x, "<rdf:Description rdf:about=\"\""
               " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
               " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
               "<pdfaid:part>2</pdfaid:part>\n"
               "<pdfaid:conformance>A</pdfaid:conformance>\n"
               "<pdfuaid:part>1</pdfuaid:part>\n"
               "</rdf:Description>\n");
    buf_str(x, pdfua_schema);
}

/* Not deflated: programs that know no PDF may look for it (ISO 19005-2, 6.6.2.1). */
static void xmp_write(const struct plan *p)
{
    static const char dict[] = "/Type/Metadata/Subtype/XML";
    struct buf x = buf_new(p->a);
    buf_str(&x, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
    put_dublin_core(p->doc, &x);
    put_xmp_basic(p->doc, &x);
    put_history(p->doc, &x);
    if (plan_two(p))
        put_claims_two(p, &x);
    else
        put_claims_one(p, &x);
    buf_str(&x, "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>");
    object_stream(p->objects, p->metadata, (struct slice){dict, sizeof dict - 1},
                  slice_of(&x), PACKING_NONE);
}

static void put_info(struct buf *out, const char *key, const char *text)
{
    if (text == NULL || *text == '\0')
        return;
    buf_str(out, key);
    put_text(out, text);
}

/* "D:20120614000000Z": the document's date; of a month "D:201206". */
const char *plan_date(const struct plan *p)
{
    const struct date d = p->doc->date;
    return d.day == 0
               ? arena_printf(p->a, "D:%04d%02d", d.year, d.month > 0 ? d.month : 1)
               : arena_printf(p->a, "D:%04d%02d%02d000000Z", d.year, d.month, d.day);
}

static void info_write(const struct plan *p)
{
    const struct document *doc = p->doc;
    const char *when = plan_date(p);
    struct buf *out = object_begin(p->objects, p->info);
    buf_str(out, "<<");
    put_info(out, "/Title", doc->title);
    put_info(out, "/Author", doc->author);
    put_info(out, "/Subject", doc->subject);
    put_info(out, "/Keywords", doc->keywords);
    put_info(out, "/Creator", doc->creator);
    put_info(out, "/Producer", producer);
    put_info(out, "/CreationDate", when);
    put_info(out, "/ModDate", when);
    buf_str(out, ">>");
}

void metadata_write(const struct plan *p)
{
    xmp_write(p);
    if (p->info != 0)
        info_write(p);
}
