/* xml.c -- libxml2's SAX to our events.  In: a file's text; out: tags and words with
 * their places, or the first fault.  Does not know what the tags mean. */
#include "translate/xml.h"

#include "base/bounds.h"
#include "base/character.h"
#include "base/utf8.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <string.h>

struct xml_reading {
    struct arena *a;
    struct diags *d;
    const struct file *file;
    const struct xml_events *events;
    xmlParserCtxtPtr ctxt;
    int depth;
    bool failed;
};

bool xml_is(const struct xml_tag *tag, const char *name)
{
    return strcmp(tag->name, name) == 0;
}

const char *xml_attribute(const struct xml_tag *tag, const char *name)
{
    for (size_t i = 0; i < tag->count; i++)
        if (strcmp(tag->attributes[i].name, name) == 0)
            return tag->attributes[i].value;
    return NULL;
}

/* ---- places ---- */

/* How far libxml2 has read. */
static size_t reached(const struct xml_reading *r)
{
    xmlParserInputPtr in = r->ctxt->input;
    if (in == NULL)
        return r->file->len;
    size_t at = (size_t)in->consumed + (size_t)(in->cur - in->base);
    return at < r->file->len ? at : r->file->len;
}

/* The tag that ends here: no other "<" stands in it. */
static struct pos tag_pos(const struct xml_reading *r)
{
    size_t end = reached(r), at = end;
    while (at > 0 && r->file->text[at] != '<')
        at--;
    return (struct pos){r->file, at, end > at ? end - at : 1};
}

static struct pos here(const struct xml_reading *r)
{
    return (struct pos){r->file, reached(r), 1};
}

/* The first fault is said; what follows from it is not. */
static void stop_for(struct xml_reading *r, enum diag_id id, struct pos pos,
                     const char *why)
{
    if (!r->failed)
        diag(r->d, id, pos, "%s", why);
    r->failed = true;
    xmlStopParser(r->ctxt);
}

static void stop(struct xml_reading *r, struct pos pos, const char *why)
{
    stop_for(r, DIAG_XML_SYNTAX, pos, why);
}

/* A reference (&#x202E;) brings what no file of ours may hold: what is kept of it could
 * not be read again. */
static void check_characters(struct xml_reading *r, const char *s, size_t len,
                             struct pos pos)
{
    for (size_t i = 0, width; i < len && !r->failed; i += width) {
        uint32_t c = utf8_decode(s + i, len - i, &width);
        if (c != '\r' && !character_allowed(c))
            stop_for(r, DIAG_FILE_CONTROL, pos,
                     arena_printf(r->a, "%s; take it out", character_name(r->a, c)));
    }
}

/* ---- events ---- */

static const char *text_copy(struct xml_reading *r, const xmlChar *s)
{
    return s == NULL ? "" : arena_strdup(r->a, (const char *)s);
}

/* libxml2 gives five pointers an attribute: name, prefix, namespace, value, its end. */
static const struct xml_attribute *attributes(struct xml_reading *r, size_t count,
                                              const xmlChar **five, struct pos pos)
{
    struct xml_attribute *all = NEW_ARRAY(r->a, struct xml_attribute, count + 1);
    for (size_t i = 0; i < count; i++, five += 5) {
        size_t len = (size_t)(five[4] - five[3]);
        const char *value = arena_strndup(r->a, (const char *)five[3], len);
        check_characters(r, value, len, pos);
        value = character_nfc(r->a, value, len, &len);
        all[i] = (struct xml_attribute){text_copy(r, five[0]), value};
    }
    return all;
}

static void sax_open(void *data, const xmlChar *name, const xmlChar *prefix,
                     const xmlChar *uri, int namespaces, const xmlChar **declared,
                     int count, int defaulted, const xmlChar **five)
{
    (void)prefix, (void)namespaces, (void)declared, (void)defaulted;
    struct xml_reading *r = data;
    if (r->failed)
        return;
    struct pos pos = tag_pos(r);
    if (++r->depth > XML_DEPTH) {
        stop(r, pos, "elements nested more than 60 deep, which no translation needs");
        return;
    }
    struct xml_tag tag = {.name = text_copy(r, name),
                          .namespace = text_copy(r, uri),
                          .attributes = attributes(r, (size_t)count, five, pos),
                          .count = (size_t)count,
                          .pos = pos};
    if (!r->failed)
        r->events->open(&tag, r->events->data);
}

static void sax_close(void *data, const xmlChar *name, const xmlChar *prefix,
                      const xmlChar *uri)
{
    (void)name, (void)prefix, (void)uri;
    struct xml_reading *r = data;
    if (r->failed)
        return;
    r->depth--;
    r->events->close(r->events->data);
}

/* libxml2 tells of a text now before it has passed it, now behind. */
static size_t text_start(const struct xml_reading *r, const char *text, size_t len)
{
    size_t at = reached(r);
    if (at + len <= r->file->len && memcmp(r->file->text + at, text, len) == 0)
        return at;
    return at > len ? at - len : 0;
}

static void sax_text(void *data, const xmlChar *text, int len)
{
    struct xml_reading *r = data;
    if (r->failed || len <= 0)
        return;
    size_t size = (size_t)len, at = text_start(r, (const char *)text, size);
    struct pos pos = {r->file, at, size};
    check_characters(r, (const char *)text, size, pos);
    if (!r->failed)
        r->events->text((const char *)text, size, pos, r->events->data);
}

static void sax_doctype(void *data, const xmlChar *name, const xmlChar *id,
                        const xmlChar *system)
{
    (void)name, (void)id, (void)system;
    struct xml_reading *r = data;
    stop(r, here(r), "a DOCTYPE, which is not read here; take that line out");
}

/* ---- faults ---- */

static size_t line_start(const struct file *f, int line)
{
    const char *at = f->text;
    for (int i = 1; i < line; i++) {
        const char *end = strchr(at, '\n');
        if (end == NULL)
            break;
        at = end + 1;
    }
    return (size_t)(at - f->text);
}

/* What people type wrongly in our words; the rest in libxml2's, without line end. */
static const char *what_is_wrong(struct arena *a, const xmlError *e)
{
    if (e->code == XML_ERR_NAME_REQUIRED || e->code == XML_ERR_ENTITYREF_SEMICOL_MISSING)
        return "a & or < that was typed; write &amp; for & and &lt; for <";
    if (e->code == XML_ERR_UNDECLARED_ENTITY || e->code == XML_WAR_UNDECLARED_ENTITY)
        return "a name of a character that XML does not know; type the character itself";
    const char *said = e->message != NULL ? e->message : "";
    return arena_printf(a,
                        "%.*s; save the file again in the program that wrote it, or take "
                        "the copy that was sent out",
                        (int)strcspn(said, "\n"), said);
}

static void sax_fault(void *data, xmlErrorPtr e)
{
    struct xml_reading *r = data;
    if (e->level < XML_ERR_ERROR || r->failed)
        return;
    size_t at = reached(r);
    if (e->code == XML_ERR_DOCUMENT_END || e->line <= 0)
        at = r->file->len;
    else if (at < line_start(r->file, e->line))
        at = line_start(r->file, e->line);
    stop(r, (struct pos){r->file, at, 1}, what_is_wrong(r->a, e));
}

/* ---- all ---- */

static void parse(struct xml_reading *r)
{
    xmlSAXHandler *sax = r->ctxt->sax;
    memset(sax, 0, sizeof *sax);
    sax->initialized = XML_SAX2_MAGIC;
    sax->startElementNs = sax_open;
    sax->endElementNs = sax_close;
    sax->characters = sax_text;
    sax->ignorableWhitespace = sax_text;
    sax->internalSubset = sax_doctype;
    sax->serror = sax_fault;
    r->ctxt->userData = r;
    xmlCtxtUseOptions(r->ctxt,
                      XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_IGNORE_ENC);
    if (xmlParseDocument(r->ctxt) != 0 && !r->failed)
        stop(r, here(r), "it cannot be read as XML");
}

/* libxml2 holds every attribute of a tag against every other.  Between two "<" there is
 * one tag and the words behind it; the first place with too many "=", or `len`. */
static size_t crowded(const struct file *f)
{
    size_t start = 0, signs = 0;
    for (size_t i = 0; i < f->len; i++) {
        if (f->text[i] == '<') {
            start = i;
            signs = 0;
        } else if (f->text[i] == '=' && ++signs > XML_ATTRIBUTES) {
            return start;
        }
    }
    return f->len;
}

bool xml_read(struct arena *a, struct diags *d, const struct file *f,
              const struct xml_events *events)
{
    struct xml_reading r = {.a = a, .d = d, .file = f, .events = events};
    size_t crowd = crowded(f);
    if (crowd < f->len) {
        diag(d, DIAG_XML_SYNTAX, (struct pos){f, crowd, 1},
             "a tag with more than %d attributes", XML_ATTRIBUTES);
        return false;
    }
    if (f->len == 0 || f->len > XML_BYTES) {
        diag(d, DIAG_XML_SYNTAX, (struct pos){.file = f}, "the file is %s",
             f->len == 0 ? "empty" : "too large");
        return false;
    }
    xmlInitParser();
    r.ctxt = xmlCreateMemoryParserCtxt(f->text, (int)f->len);
    if (r.ctxt == NULL)
        out_of_memory();
    parse(&r);
    xmlFreeParserCtxt(r.ctxt);
    xmlResetLastError(); /* it would be given back by another allocator */
    return !r.failed;
}
