/* xml.h -- XML text as a row of events whose places are known, for the readers of this
 * folder only.  A DOCTYPE, entities but the five of XML, deep nesting and more than
 * XML_BYTES are refused; nothing outside the text is ever read. */
#ifndef TRANSLATE_XML_H
#define TRANSLATE_XML_H

#include "base/diag.h"

#define XML_DEPTH 60
#define XML_ATTRIBUTES 500

struct xml_attribute {
    const char *name; /* without a prefix; "lang" of xml:lang */
    const char *value;
};

struct xml_tag {
    const char *name, *namespace; /* namespace "" when it has none */
    const struct xml_attribute *attributes;
    size_t count;
    struct pos pos;
};

struct xml_events {
    void (*open)(const struct xml_tag *tag, void *data);
    void (*close)(void *data);
    void (*text)(const char *text, size_t len, struct pos pos, void *data);
    void *data;
};

/* Whether a tag has that name. */
bool xml_is(const struct xml_tag *tag, const char *name);
/* The value of an attribute, or NULL. */
const char *xml_attribute(const struct xml_tag *tag, const char *name);

/* False, and said, when the text is not XML or is refused. */
bool xml_read(struct arena *a, struct diags *d, const struct file *f,
              const struct xml_events *events);

#endif
