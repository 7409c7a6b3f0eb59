/* word.c -- what a Word document is made of (ISO/IEC 29500: XML in a zip).  In: a part of
 * its package; out: its tree, and the words of what stands in it. */
#include "office/word.h"

#include "base/utf8.h"
#include "office/symbol.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stddef.h>
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

static const xmlNode *child_named(const xmlNode *n, const char *name)
{
    const xmlNode *c = n != NULL ? n->children : NULL;
    while (c != NULL && !word_is(c, name))
        c = c->next;
    return c;
}

/* The font of signs in which a text is set; where the run names none, that of Word's. */
static const char *font_of_signs(struct arena *a, const xmlNode *text)
{
    const xmlNode *run = text->parent != NULL ? text->parent->parent : NULL;
    const xmlNode *fonts = child_named(child_named(run, "rPr"), "rFonts");
    const char *font = fonts != NULL ? word_attribute(a, fonts, "ascii") : "";
    return font[0] != '\0' ? font : "Symbol";
}

/* Signs of a font that Word has put into private use. */
void word_content(const xmlNode *n, struct buf *to)
{
    if (n->type != XML_TEXT_NODE && n->type != XML_CDATA_SECTION_NODE)
        return;
    const char *text = n->content != NULL ? (const char *)n->content : "";
    for (size_t width; *text != '\0'; text += width) {
        const uint32_t c = utf8_decode(text, strnlen(text, 4), &width);
        const uint32_t is =
            c >= 0xF020 && c <= 0xF0FF ? symbol_character(font_of_signs(to->a, n), c) : 0;
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

/* ---- what is kept of a part ---- */

enum { ATTRIBUTE = 5 /* pointers that libxml2 gives of each: its name, …, value, end */ };

/* A part while it is read. */
struct part_building {
    const char *usual; /* the language that runs have as a rule; NULL: none is known */
    int passed;        /* elements open within one that is not kept */
    const xmlChar *looks, *prefix, *uri; /* of a `rPr` of which nothing was kept yet */
};

static bool is_one_of(const char *name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

/* A font of signs: only of such is it asked which one it is. */
static bool is_font_of_signs(int count, const xmlChar **attributes)
{
    static const char *const fonts[] = {"Symbol", "Wingdings"};
    for (int i = 0; i < count; i++)
        for (size_t k = 0; k < LEN(fonts); k++)
            if (strncmp((const char *)attributes[(size_t)i * ATTRIBUTE + 3], fonts[k],
                        strlen(fonts[k])) == 0)
                return true;
    return false;
}

/* Of how a run looks what its readers ask for: Word writes fonts, sizes and colours of
 * each word. */
static bool is_look_kept(const char *name, int count, const xmlChar **attributes)
{
    if (strcmp(name, "rFonts") == 0)
        return is_font_of_signs(count, attributes);
    static const char *const kept[] = {"rStyle", "b",         "i",   "lang",
                                       "vanish", "webHidden", "del", "ins"};
    return is_one_of(name, kept, LEN(kept));
}

/* What nobody reads: how it was before a change, what a check of spelling has found. */
static bool is_dross(const char *name)
{
    static const char *const names[] = {"proofErr", "lastRenderedPageBreak", "rPrChange",
                                        "pPrChange", "sectPrChange"};
    return is_one_of(name, names, LEN(names));
}

static bool is_usual(const char *usual, int count, const xmlChar **attributes)
{
    for (int i = 0; usual != NULL && i < count; i++) {
        const xmlChar **at = attributes + (size_t)i * ATTRIBUTE;
        if (strcmp((const char *)at[0], "val") == 0)
            return at[4] - at[3] >= (ptrdiff_t)strlen(usual) &&
                   strncmp((const char *)at[3], usual, strlen(usual)) == 0;
    }
    return false;
}

static bool is_left_out(const xmlParserCtxt *parser, const char *name, const xmlChar *uri,
                        int count, const xmlChar **attributes)
{
    const struct part_building *b = parser->_private;
    if (b->passed > 0)
        return true;
    if (uri == NULL || strstr((const char *)uri, NAMESPACE_END) == NULL)
        return false;
    const bool look =
        b->looks != NULL || (parser->node != NULL && word_is(parser->node, "rPr"));
    return is_dross(name) || (look && !is_look_kept(name, count, attributes)) ||
           (look && strcmp(name, "lang") == 0 && is_usual(b->usual, count, attributes));
}

/* Looks of which nothing is kept are none: they begin with the first that is.  (To take
 * the node out afterwards would put texts side by side that libxml2 knows nothing of.) */
static bool puts_off(struct part_building *b, const xmlChar *name, const xmlChar *prefix,
                     const xmlChar *uri, int spaces)
{
    if (strcmp((const char *)name, "rPr") != 0 || uri == NULL || spaces > 0 ||
        strstr((const char *)uri, NAMESPACE_END) == NULL)
        return false;
    b->looks = name;
    b->prefix = prefix;
    b->uri = uri;
    return true;
}

static void begin_looks(xmlParserCtxt *parser)
{
    struct part_building *b = parser->_private;
    if (b->looks != NULL)
        xmlSAX2StartElementNs(parser, b->looks, b->prefix, b->uri, 0, NULL, 0, 0, NULL);
    b->looks = NULL;
}

/* Which saving it came with; that blanks are kept, which they are anyway. */
static bool is_attribute_dross(const xmlChar **attribute)
{
    return strncmp((const char *)attribute[0], "rsid", 4) == 0 ||
           (attribute[1] != NULL && strcmp((const char *)attribute[1], "xml") == 0);
}

static void begin_element(void *data, const xmlChar *name, const xmlChar *prefix,
                          const xmlChar *uri, int spaces, const xmlChar **space,
                          int count, int defaulted, const xmlChar **attributes)
{
    xmlParserCtxt *parser = data;
    struct part_building *b = parser->_private;
    int kept = 0;
    if (is_left_out(parser, (const char *)name, uri, count, attributes)) {
        b->passed++;
        return;
    }
    if (puts_off(b, name, prefix, uri, spaces))
        return;
    begin_looks(parser);
    for (int i = 0; i < count; i++) {
        const xmlChar **from = attributes + (size_t)i * ATTRIBUTE;
        if (!is_attribute_dross(from))
            memmove(attributes + (size_t)kept++ * ATTRIBUTE, from,
                    ATTRIBUTE * sizeof *from);
    }
    xmlSAX2StartElementNs(parser, name, prefix, uri, spaces, space, kept, defaulted,
                          attributes);
}

static void end_element(void *data, const xmlChar *name, const xmlChar *prefix,
                        const xmlChar *uri)
{
    xmlParserCtxt *parser = data;
    struct part_building *b = parser->_private;
    if (b->passed > 0) {
        b->passed--;
        return;
    }
    if (b->looks == NULL)
        xmlSAX2EndElementNs(parser, name, prefix, uri);
    b->looks = NULL;
}

/* 400 pages with a run for each word take 170 MB so, and 509 with all that Word writes of
 * their looks; the sandbox has 512. */
static xmlDocPtr part_parse(const struct buf *xml, const char *usual)
{
    struct part_building b = {.usual = usual};
    xmlParserCtxtPtr parser = xmlNewParserCtxt();
    xmlDocPtr doc = NULL;
    if (parser == NULL)
        return NULL;
    parser->_private = &b;
    parser->sax->startElementNs = begin_element;
    parser->sax->endElementNs = end_element;
    doc = xmlCtxtReadMemory(parser, xml->at, (int)xml->len, NULL, NULL,
                            XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_NOERROR |
                                XML_PARSE_NOWARNING);
    xmlFreeParserCtxt(parser);
    return doc;
}

static xmlDocPtr part_tree(struct archive *z, struct arena *a, const char *name,
                           size_t most, const char *usual, const char **wrong)
{
    struct buf xml = buf_new(a);
    *wrong = archive_read(z, name, most, &xml);
    if (*wrong == NULL && strstr(xml.at, "<!DOCTYPE") != NULL)
        *wrong = "=doctype";
    if (*wrong != NULL)
        return NULL;
    xmlDocPtr doc = part_parse(&xml, usual);
    if (doc == NULL || xmlDocGetRootElement(doc) == NULL)
        *wrong = "=broken";
    else if (doc->intSubset != NULL)
        *wrong = "=doctype";
    if (*wrong == NULL)
        return doc;
    xmlFreeDoc(doc);
    return NULL;
}

struct _xmlDoc *word_part(struct archive *z, const char *name, size_t most,
                          const char *usual, const char **wrong)
{
    struct arena *bytes = arena_new(); /* the tree has copied what it needs */
    xmlDocPtr doc = part_tree(z, bytes, name, most, usual, wrong);
    arena_free(bytes);
    return doc;
}
