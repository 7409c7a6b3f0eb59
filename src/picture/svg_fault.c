/* svg_fault.c -- what a drawing may hold (SVG 1.1): shapes, their colours and how they
 * are gathered and cut.  In: the tree of a stranger's file; out: the first thing that
 * none may have, its line and how it is mended: what runs, what is fetched, what hangs on
 * the fonts of a machine, what is pixels, what draws itself over and over.  Knows no
 * drawing.
 */
#include "picture/reading.h"

#include "base/map.h"

#include <libxml/tree.h>
#include <string.h>

enum { DRAWN = 50000 /* elements, each as often as it is used */, USES = 16 };

struct vetting {
    struct arena *a;
    const char *fault;
    struct map *ids; /* of xmlNode */
    int drawn, depth;
};

static bool refuse(struct vetting *v, const xmlNode *at, const char *holds,
                   const char *cure)
{
    if (v->fault == NULL)
        v->fault = arena_printf(v->a, "holds %s (line %ld); %s", holds,
                                xmlGetLineNo((xmlNode *)(uintptr_t)at), cure);
    return false;
}

static bool is_one_of(const char *name, const char *const *all, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(name, all[i]) == 0)
            return true;
    return false;
}

/* ---- elements ---- */

static const char *const taken[] = {
    "svg",     "g",        "defs",           "symbol",   "use",
    "switch",  "path",     "rect",           "circle",   "ellipse",
    "line",    "polyline", "polygon",        "clipPath", "mask",
    "pattern", "marker",   "linearGradient", "stop",     "title",
    "style",   "desc",     "radialGradient", "view",
};

#define TO_PATHS                                                                         \
    "turn the words into shapes (Inkscape: Path, Object to Path; Illustrator: Type, "    \
    "Create Outlines; Figma: \"Outline text\" of the export) and export it again"

static const struct {
    const char *name, *what, *cure;
} refused[] = {
    {"script", "a script", "take it out"},
    {"foreignObject", "a part that is no drawing", "export it as plain SVG"},
    {"image", "a picture of pixels", "take it out, or export the whole as PNG or JPEG"},
    {"feImage", "a picture of pixels", "take it out, or export the whole as PNG"},
    {"font", "a font", TO_PATHS},
    {"a", "a link", "take it out"},
};

/* By what it says, which an author finds again. */
static bool words_refuse(struct vetting *v, const xmlNode *n)
{
    enum { SHOWN = 40 };
    struct buf words = buf_new(v->a);
    xmlChar *all = xmlNodeGetContent(n);
    for (const char *s = all != NULL ? (const char *)all : ""; *s != '\0'; s++)
        if (strchr(" \t\r\n", *s) == NULL)
            buf_char(&words, *s);
        else if (words.len > 0 && words.at[words.len - 1] != ' ')
            buf_char(&words, ' ');
    xmlFree(all);
    return refuse(v, n,
                  arena_printf(v->a, "words set in a font, \"%.*s\"", SHOWN, words.at),
                  TO_PATHS);
}

static bool element_refuse(struct vetting *v, const xmlNode *n)
{
    const char *name = (const char *)n->name;
    if (strcmp(name, "text") == 0 || strcmp(name, "flowRoot") == 0)
        return words_refuse(v, n);
    for (size_t i = 0; i < LEN(refused); i++)
        if (strcmp(refused[i].name, name) == 0)
            return refuse(v, n, refused[i].what, refused[i].cure);
    if (strncmp(name, "animate", 7) == 0 || strcmp(name, "set") == 0)
        return refuse(v, n, "something that moves", "take it out");
    return refuse(v, n, arena_printf(v->a, "<%.40s>", name), "export it as plain SVG");
}

/* ---- what leads elsewhere ---- */

/* "url(" of anything but an element of its own; a backslash can spell all of it. */
static bool fetches(const char *css)
{
    if (strchr(css, '\\') != NULL)
        return true;
    for (const char *at = css; *at != '\0'; at++) {
        if (xmlStrncasecmp((const xmlChar *)at, (const xmlChar *)"url(", 4) != 0)
            continue;
        at += 4 + strspn(at + 4, " \t\r\n\"'");
        if (*at != '#')
            return true;
    }
    return false;
}

/* "filter:" of anything but "none". */
static bool filters(const char *css)
{
    const xmlChar *at = (const xmlChar *)css;
    while ((at = xmlStrcasestr(at, (const xmlChar *)"filter")) != NULL) {
        at += strlen("filter");
        const char *value = (const char *)at + strspn((const char *)at, " \t\r\n");
        if (*value == ':' &&
            strncmp(value + 1 + strspn(value + 1, " \t\r\n"), "none", 4) != 0)
            return true;
    }
    return false;
}

static bool filter_refuse(struct vetting *v, const xmlNode *n)
{
    return refuse(v, n, "a filter (a shadow or a blur)",
                  "take it out, or export the whole as PNG");
}

static bool sheet_vet(struct vetting *v, const xmlNode *n)
{
    xmlChar *css = xmlNodeGetContent(n);
    const char *text = css != NULL ? (const char *)css : "";
    const bool rules = strchr(text, '@') != NULL, out = fetches(text),
               filtered = filters(text);
    xmlFree(css);
    if (filtered)
        return filter_refuse(v, n);
    if (rules)
        return refuse(v, n, "a stylesheet with an @ rule", "export it as plain SVG");
    return !out || refuse(v, n, "a stylesheet that fetches other files", "take them out");
}

static bool element_vet(struct vetting *v, const xmlNode *n, int depth);

/* What else is drawn where it is named. */
static bool target_vet(struct vetting *v, const xmlNode *from, const char *id, size_t len)
{
    const xmlNode *to = map_get(v->ids, arena_strndup(v->a, id, len));
    if (to == NULL)
        return true;
    if (v->depth >= USES)
        return refuse(v, from, "what draws itself, or one thing in another too often",
                      "export it as plain SVG");
    v->depth++;
    const bool good = element_vet(v, to, 0);
    v->depth--;
    return good;
}

static bool targets_vet(struct vetting *v, const xmlNode *n, const char *value)
{
    for (const char *at = value; (at = strstr(at, "url(")) != NULL;) {
        at += 4 + strspn(at + 4, " \t\r\n\"'#");
        if (!target_vet(v, n, at, strcspn(at, ")\"' ")))
            return false;
    }
    return true;
}

static bool link_vet(struct vetting *v, const xmlNode *n, const char *value)
{
    value += strspn(value, " \t\r\n");
    if (*value != '#')
        return refuse(v, n, "a reference to another file",
                      "take it out, or put what it names into the drawing");
    return strcmp((const char *)n->name, "use") != 0 ||
           target_vet(v, n, value + 1, strlen(value + 1));
}

static bool attribute_vet(struct vetting *v, const xmlNode *n, const xmlAttr *attribute)
{
    xmlChar *found = xmlNodeListGetString(n->doc, attribute->children, 1);
    const char *name = (const char *)attribute->name;
    const char *value = arena_strdup(v->a, found != NULL ? (const char *)found : "");
    xmlFree(found);
    if (strncmp(name, "on", 2) == 0)
        return refuse(v, n, "a script", "take it out");
    if (strcmp(name, "base") == 0)
        return refuse(v, n, "an address for its references", "export it as plain SVG");
    if (strcmp(name, "href") == 0)
        return link_vet(v, n, value);
    if (strcmp(name, "d") == 0 || strcmp(name, "points") == 0)
        return true;
    if ((strcmp(name, "filter") == 0 && strcmp(value, "none") != 0) ||
        (strcmp(name, "style") == 0 && filters(value)))
        return filter_refuse(v, n);
    if (fetches(value))
        return refuse(v, n, "a reference to another file", "take it out");
    return targets_vet(v, n, value);
}

/* ---- the tree ---- */

static bool children_vet(struct vetting *v, const xmlNode *n, int depth)
{
    for (const xmlNode *c = n->children; c != NULL; c = c->next) {
        if (c->type == XML_PI_NODE || c->type == XML_ENTITY_REF_NODE)
            return refuse(v, c, "what has to be read from elsewhere",
                          "export it as plain SVG");
        if (c->type == XML_ELEMENT_NODE && !element_vet(v, c, depth + 1))
            return false;
    }
    return true;
}

static bool element_vet(struct vetting *v, const xmlNode *n, int depth)
{
    const char *name = (const char *)n->name;
    if (++v->drawn > DRAWN)
        return refuse(v, n, arena_printf(v->a, "more than %d shapes", DRAWN),
                      "make it simpler, or export it as PNG");
    if (n->ns == NULL || strcmp((const char *)n->ns->href, SVG_NAMESPACE) != 0)
        return refuse(v, n, arena_printf(v->a, "<%.40s>, which is no SVG", n->name),
                      "export it as plain SVG");
    if (!is_one_of(name, taken, LEN(taken)))
        return element_refuse(v, n);
    if (strcmp(name, "style") == 0 && !sheet_vet(v, n))
        return false;
    for (const xmlAttr *at = n->properties; at != NULL; at = at->next)
        if (!attribute_vet(v, n, at))
            return false;
    return children_vet(v, n, depth);
}

static void ids_gather(struct vetting *v, xmlNode *n)
{
    for (; n != NULL; n = n->next) {
        xmlChar *id =
            n->type == XML_ELEMENT_NODE ? xmlGetNoNsProp(n, (const xmlChar *)"id") : NULL;
        if (id != NULL && map_get(v->ids, (const char *)id) == NULL)
            map_put(v->ids, arena_strdup(v->a, (const char *)id), n);
        xmlFree(id);
        if (n->type == XML_ELEMENT_NODE)
            ids_gather(v, n->children);
    }
}

const char *svg_fault(struct arena *a, struct _xmlDoc *doc)
{
    struct vetting v = {.a = a, .ids = map_new(a)};
    xmlNode *root = xmlDocGetRootElement(doc);
    if (root == NULL || root->ns == NULL ||
        strcmp((const char *)root->ns->href, SVG_NAMESPACE) != 0 ||
        strcmp((const char *)root->name, "svg") != 0)
        return "is XML and no SVG drawing; export it as plain SVG";
    for (const xmlNode *n = doc->children; n != NULL; n = n->next)
        if (n->type == XML_PI_NODE &&
            strcmp((const char *)n->name, "xml-stylesheet") == 0)
            return "names a stylesheet outside; export it as plain SVG";
    ids_gather(&v, root);
    element_vet(&v, root, 0);
    return v.fault;
}
