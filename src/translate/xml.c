/* xml.c -- libxml2's SAX to our events.  In: a file's text; out: tags and words with
 * their places, or the first fault.  A child in the sandbox reads the text and sends its
 * events, of which nothing is believed here.  Does not know what the tags mean. */
#include "translate/xml.h"

#include "base/bounds.h"
#include "base/character.h"
#include "base/utf8.h"
#include "office/sandbox.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <string.h>

enum event_kind { EVENT_OPEN, EVENT_CLOSE, EVENT_TEXT, EVENT_FAULT };

/* Before the texts of an event: of OPEN its name, its namespace, names and values of its
 * attributes in turn; of TEXT and FAULT the words. */
struct event {
    enum event_kind kind;
    uint32_t at, len, attributes;
};

/* The child's half. */
struct xml_child {
    const struct file *file;
    struct buf *out;
    xmlParserCtxtPtr ctxt;
    int depth;
    bool failed;
};

/* The parent's half. */
struct xml_reading {
    struct arena *a;
    struct diags *d;
    const struct file *file;
    const struct xml_events *events;
    const struct buf *found;
    size_t at; /* in what was found */
    int depth;
    bool rooted, failed;
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

/* ---- the child: places ---- */

/* How far libxml2 has read. */
static size_t reached(const struct xml_child *c)
{
    xmlParserInputPtr in = c->ctxt->input;
    if (in == NULL)
        return c->file->len;
    size_t at = (size_t)in->consumed + (size_t)(in->cur - in->base);
    return at < c->file->len ? at : c->file->len;
}

static void put_event(struct xml_child *c, enum event_kind kind, size_t at, size_t len,
                      size_t attributes)
{
    const struct event e = {kind, (uint32_t)at, (uint32_t)len, (uint32_t)attributes};
    text_put(c->out, (const char *)&e, sizeof e);
}

/* The first fault is said; what follows from it is not. */
static void stop(struct xml_child *c, size_t at, size_t len, const char *why)
{
    if (!c->failed) {
        put_event(c, EVENT_FAULT, at, len, 0);
        text_put_str(c->out, why);
    }
    c->failed = true;
    xmlStopParser(c->ctxt);
}

/* ---- the child: events ---- */

static void put_name(struct xml_child *c, const xmlChar *name)
{
    text_put_str(c->out, name != NULL ? (const char *)name : "");
}

/* In the value of an attribute libxml2 leaves &amp; as a reference: &#38; */
static void put_value(struct xml_child *c, const char *value, size_t len)
{
    static const char reference[] = "&#38;";
    struct buf text = buf_new(c->out->a);
    for (size_t i = 0; i < len; i++) {
        buf_char(&text, value[i]);
        if (len - i >= strlen(reference) &&
            memcmp(value + i, reference, strlen(reference)) == 0)
            i += strlen(reference) - 1;
    }
    text_put(c->out, text.at, text.len);
}

/* The tag that ends here: no other "<" stands in it.  libxml2 gives five pointers an
 * attribute: name, prefix, namespace, value, its end. */
static void sax_open(void *data, const xmlChar *name, const xmlChar *prefix,
                     const xmlChar *uri, int namespaces, const xmlChar **declared,
                     int count, int defaulted, const xmlChar **five)
{
    (void)prefix, (void)namespaces, (void)declared, (void)defaulted;
    struct xml_child *c = data;
    if (c->failed)
        return;
    size_t end = reached(c), at = end;
    while (at > 0 && c->file->text[at] != '<')
        at--;
    size_t len = end > at ? end - at : 1;
    if (++c->depth > XML_DEPTH) {
        stop(c, at, len, "elements nested more than 60 deep, which no translation needs");
        return;
    }
    put_event(c, EVENT_OPEN, at, len, (size_t)count);
    put_name(c, name);
    put_name(c, uri);
    for (int i = 0; i < count; i++, five += 5) {
        put_name(c, five[0]);
        put_value(c, (const char *)five[3], (size_t)(five[4] - five[3]));
    }
}

static void sax_close(void *data, const xmlChar *name, const xmlChar *prefix,
                      const xmlChar *uri)
{
    (void)name, (void)prefix, (void)uri;
    struct xml_child *c = data;
    if (c->failed)
        return;
    c->depth--;
    put_event(c, EVENT_CLOSE, reached(c), 0, 0);
}

/* libxml2 tells of a text now before it has passed it, now behind. */
static size_t text_start(const struct xml_child *c, const char *text, size_t len)
{
    size_t at = reached(c);
    if (at + len <= c->file->len && memcmp(c->file->text + at, text, len) == 0)
        return at;
    return at > len ? at - len : 0;
}

static void sax_text(void *data, const xmlChar *text, int len)
{
    struct xml_child *c = data;
    if (c->failed || len <= 0)
        return;
    size_t size = (size_t)len;
    put_event(c, EVENT_TEXT, text_start(c, (const char *)text, size), size, 0);
    text_put(c->out, (const char *)text, size);
}

static void sax_doctype(void *data, const xmlChar *name, const xmlChar *id,
                        const xmlChar *system)
{
    (void)name, (void)id, (void)system;
    struct xml_child *c = data;
    stop(c, reached(c), 1, "a DOCTYPE, which is not read here; take that line out");
}

/* ---- the child: faults ---- */

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
    struct xml_child *c = data;
    if (e->level < XML_ERR_ERROR || c->failed)
        return;
    size_t at = reached(c);
    if (e->code == XML_ERR_DOCUMENT_END || e->line <= 0)
        at = c->file->len;
    else if (at < line_start(c->file, e->line))
        at = line_start(c->file, e->line);
    stop(c, at, 1, what_is_wrong(c->out->a, e));
}

static void parse(struct xml_child *c)
{
    xmlSAXHandler *sax = c->ctxt->sax;
    memset(sax, 0, sizeof *sax);
    sax->initialized = XML_SAX2_MAGIC;
    sax->startElementNs = sax_open;
    sax->endElementNs = sax_close;
    sax->characters = sax_text;
    sax->ignorableWhitespace = sax_text;
    sax->internalSubset = sax_doctype;
    sax->serror = sax_fault;
    c->ctxt->userData = c;
    xmlCtxtUseOptions(c->ctxt,
                      XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_IGNORE_ENC);
    if (xmlParseDocument(c->ctxt) != 0 && !c->failed)
        stop(c, reached(c), 1, "it cannot be read as XML");
}

static void read_in_child(struct buf *out, void *data)
{
    struct xml_child c = {.file = data, .out = out};
    xmlInitParser();
    c.ctxt = xmlCreateMemoryParserCtxt(c.file->text, (int)c.file->len);
    if (c.ctxt == NULL)
        out_of_memory();
    parse(&c);
    xmlFreeParserCtxt(c.ctxt);
    xmlResetLastError(); /* it would be given back by another allocator */
}

/* ---- the parent ---- */

static void fail(struct xml_reading *r, enum diag_id id, struct pos pos, const char *why)
{
    if (!r->failed)
        diag(r->d, id, pos, "%s", why);
    r->failed = true;
}

/* The next text of an event.  A reference (&#x202E;) brings what no file of ours may
 * hold: what is kept of it could not be read again. */
static const char *take_text(struct xml_reading *r, struct pos pos, size_t *len)
{
    const char *bytes = bytes_next(r->found, &r->at, len);
    if (bytes == NULL || utf8_valid_len(bytes, *len) < *len ||
        memchr(bytes, '\0', *len) != NULL) {
        fail(r, DIAG_XML_SYNTAX, pos, "it cannot be read as XML");
        *len = 0;
        return "";
    }
    for (size_t i = 0, width; i < *len && !r->failed; i += width) {
        uint32_t c = utf8_decode(bytes + i, *len - i, &width);
        if (c != '\r' && !character_allowed(c))
            fail(r, DIAG_FILE_CONTROL, pos,
                 arena_printf(r->a, "%s; take it out", character_name(r->a, c)));
    }
    return bytes;
}

static const char *take_word(struct xml_reading *r, struct pos pos)
{
    size_t len;
    const char *text = take_text(r, pos, &len);
    text = character_nfc(r->a, arena_strndup(r->a, text, len), len, &len);
    return text;
}

static void take_open(struct xml_reading *r, const struct event *e, struct pos pos)
{
    if (e->attributes > XML_ATTRIBUTES || ++r->depth > XML_DEPTH) {
        fail(r, DIAG_XML_SYNTAX, pos, "it cannot be read as XML");
        return;
    }
    struct xml_attribute *all = NEW_ARRAY(r->a, struct xml_attribute, e->attributes + 1);
    struct xml_tag tag = {
        .attributes = all, .count = e->attributes, .pos = pos, .name = take_word(r, pos)};
    tag.namespace = take_word(r, pos);
    for (size_t i = 0; i < tag.count; i++) {
        all[i].name = take_word(r, pos);
        all[i].value = take_word(r, pos);
    }
    r->rooted = true;
    if (!r->failed)
        r->events->open(&tag, r->events->data);
}

static void take_close(struct xml_reading *r, struct pos pos)
{
    if (r->depth-- < 1)
        fail(r, DIAG_XML_SYNTAX, pos, "it cannot be read as XML");
    else
        r->events->close(r->events->data);
}

static void take_characters(struct xml_reading *r, struct pos pos)
{
    size_t len;
    const char *text = take_text(r, pos, &len);
    if (!r->failed && r->depth > 0)
        r->events->text(text, len, pos, r->events->data);
}

static void take_event(struct xml_reading *r, const struct event *e)
{
    const struct file *f = r->file;
    size_t at = e->at < f->len ? e->at : f->len;
    struct pos pos = {f, at, e->len < f->len - at ? e->len : f->len - at};
    switch (e->kind) {
    case EVENT_OPEN: take_open(r, e, pos); return;
    case EVENT_CLOSE: take_close(r, pos); return;
    case EVENT_TEXT: take_characters(r, pos); return;
    case EVENT_FAULT: fail(r, DIAG_XML_SYNTAX, pos, take_word(r, pos)); return;
    }
    fail(r, DIAG_XML_SYNTAX, pos, "it cannot be read as XML");
}

static void take_all(struct xml_reading *r)
{
    struct event e;
    size_t len;
    for (const char *bytes; !r->failed;) {
        if ((bytes = bytes_next(r->found, &r->at, &len)) == NULL || len != sizeof e)
            break;
        memcpy(&e, bytes, sizeof e);
        take_event(r, &e);
    }
    if (r->depth > 0 || !r->rooted || r->at < r->found->len)
        fail(r, DIAG_XML_SYNTAX, (struct pos){r->file, r->file->len, 0},
             "it cannot be read as XML");
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
    struct buf found;
    struct xml_reading r = {.a = a, .d = d, .file = f, .events = events, .found = &found};
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
    /* A tag and its end of four letters make about forty bytes of events. */
    if (!sandbox_read(a, d, DIAG_XML_SYNTAX, pos_of_path(a, f->path), read_in_child,
                      (void *)(uintptr_t)f, 12 * f->len + SANDBOX_OUT, &found))
        return false;
    take_all(&r);
    return !r.failed;
}
