/* word.c -- what a Word document is made of (ISO/IEC 29500: XML in a zip).  In: a part of
 * its package; out: its tree, and the words of what stands in it. */
#include "office/word.h"

#include "base/utf8.h"
#include "office/symbol.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

static const char NAMESPACE_END[] = "/wordprocessingml/";

/* ---- text ---- */

bool word_is(const xmlNode *n, const char *name)
{
    return n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, name) == 0 &&
           n->ns != NULL && strstr((const char *)n->ns->href, NAMESPACE_END) != NULL;
}

/* Of what is offered to several programs the first is taken. */
static bool is_alternative(const xmlNode *n)
{
    if (n->type != XML_ELEMENT_NODE || (strcmp((const char *)n->name, "Fallback") != 0 &&
                                        strcmp((const char *)n->name, "Choice") != 0))
        return false;
    for (const xmlNode *before = n->prev; before != NULL; before = before->prev)
        if (before->type == XML_ELEMENT_NODE &&
            strcmp((const char *)before->name, "Choice") == 0)
            return true;
    return false;
}

bool word_passed(const xmlNode *n)
{
    return word_is(n, "del") || word_is(n, "moveFrom") || word_is(n, "instrText") ||
           is_alternative(n);
}

/* A sign of a font that Word has put into private use is one of Symbol, as a rule. */
void word_content(const xmlNode *n, struct buf *to)
{
    if (n->type != XML_TEXT_NODE && n->type != XML_CDATA_SECTION_NODE)
        return;
    const char *text = n->content != NULL ? (const char *)n->content : "";
    for (size_t width; *text != '\0'; text += width) {
        const uint32_t c = utf8_decode(text, strnlen(text, 4), &width);
        const uint32_t is =
            c >= 0xF020 && c <= 0xF0FF ? symbol_character("Symbol", c) : 0;
        if (is != 0)
            buf_utf8(to, is);
        else
            buf_add(to, text, width);
    }
}

const char *word_attribute(struct arena *a, const xmlNode *n, const char *name)
{
    xmlChar *value = xmlGetNsProp(n, (const xmlChar *)name, n->ns->href);
    if (value == NULL)
        value = xmlGetNoNsProp(n, (const xmlChar *)name);
    const char *copy = value != NULL ? arena_strdup(a, (const char *)value) : "";
    xmlFree(value);
    return copy;
}

void word_symbol(const xmlNode *n, struct buf *to)
{
    const char *code = word_attribute(to->a, n, "char");
    const uint32_t c = symbol_character(word_attribute(to->a, n, "font"),
                                        (uint32_t)strtoul(code, NULL, 16) & 0xFFFF);
    if (c != 0)
        buf_utf8(to, c);
    else
        buf_str(to, "[?]");
}

void word_text(const xmlNode *parent, struct buf *to, int depth)
{
    for (const xmlNode *n = parent->children; n != NULL && depth < WORD_DEPTH;
         n = n->next) {
        if (word_is(n, "t")) {
            for (const xmlNode *c = n->children; c != NULL; c = c->next)
                word_content(c, to);
        } else if (word_is(n, "br") || word_is(n, "cr")) {
            buf_char(to, '\n');
        } else if (word_is(n, "tab")) {
            buf_char(to, ' ');
        } else if (word_is(n, "noBreakHyphen")) {
            buf_char(to, '-');
        } else if (word_is(n, "sym")) {
            word_symbol(n, to);
        } else if (word_is(n, "p")) {
            if (to->len > 0)
                buf_char(to, '\n');
            word_text(n, to, depth + 1);
        } else if (!word_passed(n)) {
            word_text(n, to, depth + 1);
        }
    }
}

/* What Word writes of each run that nobody reads: which saving it came with, its size. */
static bool is_dross(const xmlChar *name, const xmlChar *uri)
{
    static const char *const names[] = {"proofErr", "sz", "szCs",
                                        "lastRenderedPageBreak"};
    for (size_t i = 0; i < LEN(names); i++)
        if (strcmp((const char *)name, names[i]) == 0)
            return uri != NULL && strstr((const char *)uri, NAMESPACE_END) != NULL;
    return false;
}

enum { ATTRIBUTE = 5 /* pointers that libxml2 gives of each */ };

static void begin_element(void *parser, const xmlChar *name, const xmlChar *prefix,
                          const xmlChar *uri, int spaces, const xmlChar **space,
                          int count, int defaulted, const xmlChar **attributes)
{
    int kept = 0;
    if (is_dross(name, uri))
        return;
    for (int i = 0; i < count; i++) {
        const xmlChar **from = attributes + (size_t)i * ATTRIBUTE;
        if (strncmp((const char *)from[0], "rsid", 4) != 0)
            memmove(attributes + (size_t)kept++ * ATTRIBUTE, from,
                    ATTRIBUTE * sizeof *from);
    }
    xmlSAX2StartElementNs(parser, name, prefix, uri, spaces, space, kept, defaulted,
                          attributes);
}

static void end_element(void *parser, const xmlChar *name, const xmlChar *prefix,
                        const xmlChar *uri)
{
    if (!is_dross(name, uri))
        xmlSAX2EndElementNs(parser, name, prefix, uri);
}

/* 200 pages with a run for each word take 347 MB so, and 514 with all that is in them,
 * more than the sandbox has. */
static xmlDocPtr part_parse(const struct buf *xml)
{
    xmlParserCtxtPtr parser = xmlNewParserCtxt();
    xmlDocPtr doc = NULL;
    if (parser == NULL)
        return NULL;
    parser->sax->startElementNs = begin_element;
    parser->sax->endElementNs = end_element;
    doc = xmlCtxtReadMemory(parser, xml->at, (int)xml->len, NULL, NULL,
                            XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_NOERROR |
                                XML_PARSE_NOWARNING);
    xmlFreeParserCtxt(parser);
    return doc;
}

struct _xmlDoc *word_part(struct archive *z, struct arena *a, const char *name,
                          size_t most, const char **wrong)
{
    struct buf xml = buf_new(a);
    *wrong = archive_read(z, name, most, &xml);
    if (*wrong == NULL && strstr(xml.at, "<!DOCTYPE") != NULL)
        *wrong = "=doctype";
    if (*wrong != NULL)
        return NULL;
    xmlDocPtr doc = part_parse(&xml);
    if (doc == NULL || xmlDocGetRootElement(doc) == NULL)
        *wrong = "=broken";
    else if (doc->intSubset != NULL)
        *wrong = "=doctype";
    if (*wrong == NULL)
        return doc;
    xmlFreeDoc(doc);
    return NULL;
}
