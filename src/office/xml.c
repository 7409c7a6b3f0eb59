/* xml.c -- in: the bytes of an XML part; out: its events, by libxml2. */
#include "office/xml.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

struct part_attributes {
    const xmlChar **at; /* name, prefix, namespace, value, its end */
    int count;
};

struct part_reading {
    const struct part_events *events;
    void *data;
    xmlParserCtxtPtr parser;
    const char *wrong;
};

const char *part_attribute(struct arena *a, const struct part_attributes *at,
                           const char *name)
{
    for (int i = 0; i < at->count; i++) {
        const xmlChar **one = at->at + (ptrdiff_t)i * 5;
        if (strcmp((const char *)one[0], name) == 0)
            return arena_strndup(a, (const char *)one[3], (size_t)(one[4] - one[3]));
    }
    return NULL;
}

static void stop_at(struct part_reading *r, const char *wrong)
{
    if (wrong == NULL || r->wrong != NULL)
        return;
    r->wrong = wrong;
    xmlStopParser(r->parser);
}

static void on_start(void *data, const xmlChar *name, const xmlChar *prefix,
                     const xmlChar *uri, int namespaces, const xmlChar **spaces,
                     int count, int defaulted, const xmlChar **attributes)
{
    struct part_reading *r = data;
    struct part_attributes at = {attributes, count};
    (void)prefix, (void)uri, (void)namespaces, (void)spaces, (void)defaulted;
    if (r->wrong == NULL)
        stop_at(r, r->events->start(r->data, (const char *)name, &at));
}

static void on_end(void *data, const xmlChar *name, const xmlChar *prefix,
                   const xmlChar *uri)
{
    struct part_reading *r = data;
    (void)prefix, (void)uri;
    if (r->wrong == NULL)
        stop_at(r, r->events->end(r->data, (const char *)name));
}

static void on_text(void *data, const xmlChar *bytes, int len)
{
    struct part_reading *r = data;
    if (r->wrong == NULL)
        stop_at(r, r->events->text(r->data, (const char *)bytes, (size_t)len));
}

static void on_doctype(void *data, const xmlChar *name, const xmlChar *external,
                       const xmlChar *system)
{
    (void)name, (void)external, (void)system;
    stop_at(data, "=doctype");
}

static void be_quiet(void *data, xmlErrorPtr error)
{
    (void)data, (void)error;
}

const char *part_events_read(const struct buf *part, const struct part_events *events,
                             void *data)
{
    struct part_reading r = {events, data, NULL, NULL};
    xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC,
                             .startElementNs = on_start,
                             .endElementNs = on_end,
                             .characters = on_text,
                             .ignorableWhitespace = on_text,
                             .cdataBlock = on_text,
                             .internalSubset = on_doctype,
                             .serror = be_quiet};
    enum { PIECE = 1 << 16, FIRST = 4 }; /* bytes that tell the encoding */
    size_t first = part->len < FIRST ? part->len : FIRST;
    r.parser = xmlCreatePushParserCtxt(&handler, &r, part->at, (int)first, NULL);
    if (r.parser == NULL)
        out_of_memory();
    xmlCtxtUseOptions(r.parser, XML_PARSE_NONET);
    bool last = false;
    for (size_t at = first; !last && r.wrong == NULL; at += PIECE) {
        last = part->len - at <= PIECE;
        int len = last ? (int)(part->len - at) : PIECE;
        if (xmlParseChunk(r.parser, part->at + at, len, last) != 0)
            stop_at(&r, "=broken");
    }
    if (r.wrong == NULL && !r.parser->wellFormed)
        r.wrong = "=broken";
    xmlFreeParserCtxt(r.parser);
    return r.wrong;
}
