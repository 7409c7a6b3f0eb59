/* svg_clean.c -- the text of a drawing that librsvg gets.  In: the file, of a stranger;
 * out: what was looked at and found good, written anew, so that no two readers can differ
 * on it: without the notes of the program that drew it and what draws nothing, its short
 * names spelt out; or what none may have, and how it is mended. */
#include "picture/reading.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

/* ---- names that it declares ---- */

enum { ENTITIES = 64, ENTITY_BYTES = 256 };

/* Illustrator declares the addresses of namespaces: plain words, in which no other name
 * stands.  Anything else may grow without end, or lead to other files. */
static bool is_plain(const xmlNode *n)
{
    const xmlEntity *e = (const xmlEntity *)(const void *)n;
    return n->type == XML_COMMENT_NODE ||
           (n->type == XML_ENTITY_DECL && e->etype == XML_INTERNAL_GENERAL_ENTITY &&
            e->content != NULL && e->length <= ENTITY_BYTES &&
            strpbrk((const char *)e->content, "&<%") == NULL);
}

static const char *declared_fault(const xmlDoc *doc)
{
    int count = 0;
    const xmlNode *n = doc->intSubset != NULL ? doc->intSubset->children : NULL;
    for (; n != NULL; n = n->next)
        if (!is_plain(n) || ++count > ENTITIES)
            return "declares entities of its own; export it as plain SVG";
    return NULL;
}

/* ---- what is left out ---- */

static bool is_of(const xmlNs *ns, const char *const *all, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(ns != NULL ? (const char *)ns->href : "", all[i]) == 0)
            return true;
    return false;
}

/* Those in which something could hide that a reader obeys are left for what is said of
 * them. */
static bool is_note(const xmlNode *n)
{
    static const char *const heard[] = {"", SVG_NAMESPACE, "http://www.w3.org/1999/xhtml",
                                        "http://www.w3.org/2001/XInclude"};
    return !is_of(n->ns, heard, LEN(heard));
}

static bool is_blank(const xmlNode *n)
{
    xmlChar *words = xmlNodeGetContent(n);
    const char *s = words != NULL ? (const char *)words : "";
    const bool blank = s[strspn(s, " \t\r\n")] == '\0';
    xmlFree(words);
    return blank;
}

/* What shows nothing: a filter does where it is used, which is refused there; what needs
 * a program's own extension, to that program alone. */
static bool draws_nothing(const xmlNode *n)
{
    const char *name = (const char *)n->name;
    if (strcmp(name, "text") == 0 || strcmp(name, "flowRoot") == 0)
        return is_blank(n);
    if (strcmp(name, "foreignObject") == 0)
        return xmlHasProp(n, (const xmlChar *)"requiredExtensions") != NULL;
    return strcmp(name, "metadata") == 0 || strcmp(name, "filter") == 0;
}

static void drop(xmlNode *n)
{
    xmlUnlinkNode(n);
    xmlFreeNode(n);
}

static void attributes_prune(xmlNode *n)
{
    static const char *const read[] = {"", "http://www.w3.org/1999/xlink",
                                       "http://www.w3.org/XML/1998/namespace"};
    for (xmlAttr *at = n->properties, *next; at != NULL; at = next) {
        next = at->next;
        if (!is_of(at->ns, read, LEN(read)))
            xmlRemoveProp(at);
    }
}

/* Sets *masks where it has one. */
static void prune(xmlNode *n, bool *masks)
{
    attributes_prune(n);
    *masks = *masks || strcmp((const char *)n->name, "mask") == 0;
    for (xmlNode *c = n->children, *next; c != NULL; c = next) {
        next = c->next;
        if (c->type == XML_COMMENT_NODE ||
            (c->type == XML_ELEMENT_NODE && (is_note(c) || draws_nothing(c))))
            drop(c);
        else if (c->type == XML_ELEMENT_NODE)
            prune(c, masks);
    }
}

/* ---- the whole ---- */

static xmlDoc *parse(xmlParserCtxt *x, const char *bytes, size_t len, int options)
{
    return xmlCtxtReadMemory(x, bytes, (int)len, NULL, NULL,
                             options | XML_PARSE_NONET | XML_PARSE_NOERROR |
                                 XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES);
}

static void write_anew(xmlDoc *doc, struct buf *out)
{
    xmlChar *text = NULL;
    int len = 0;
    xmlDtd *declared = xmlGetIntSubset(doc);
    if (doc != NULL && declared != NULL) {
        xmlUnlinkNode((xmlNode *)declared);
        xmlFreeDtd(declared);
        doc->intSubset = NULL;
    }
    xmlDocDumpMemoryEnc(doc, &text, &len, "UTF-8");
    if (text == NULL)
        out_of_memory();
    buf_add(out, text, (size_t)len);
    xmlFree(text);
}

const char *svg_clean(struct arena *a, const char *bytes, size_t len, struct buf *out,
                      bool *masks)
{
    xmlParserCtxt *x = xmlNewParserCtxt();
    if (x == NULL)
        out_of_memory();
    *masks = false;
    xmlDoc *doc = parse(x, bytes, len, 0);
    const char *fault = doc != NULL ? declared_fault(doc) : NULL;
    if (doc != NULL && fault == NULL && doc->intSubset != NULL) {
        xmlFreeDoc(doc);
        doc = parse(x, bytes, len, XML_PARSE_NOENT); /* of plain words alone */
    }
    if (doc == NULL)
        fault = arena_printf(a, "is no whole XML (line %d); export it as plain SVG",
                             xmlCtxtGetLastError(x) != NULL ? xmlCtxtGetLastError(x)->line
                                                            : 1);
    if (fault == NULL && xmlDocGetRootElement(doc) != NULL)
        prune(xmlDocGetRootElement(doc), masks);
    if (fault == NULL)
        fault = svg_fault(a, doc);
    if (fault == NULL)
        write_anew(doc, out);
    xmlFreeDoc(doc);
    xmlFreeParserCtxt(x);
    return fault;
}
