/* lint.c -- what a template must not hold, said before it runs: text (wording belongs
 * into words.yaml), elements and functions that read, write or differ from run to run.
 * In: a parsed template; out: diagnostics.  Knows nothing of what the template makes. */
#include "base/file.h"
#include "compose/template.h"

#include <ctype.h>
#include <libxml/tree.h>
#include <libxslt/xslt.h>
#include <string.h>

static const char *const ALLOWED =
    "stylesheet transform import template apply-templates apply-imports call-template "
    "with-param param variable for-each if choose when otherwise sort key copy copy-of "
    "element attribute attribute-set value-of text number strip-space output";

static const struct {
    const char *name, *why;
} FORBIDDEN[] = {
    {"document", "a template writes no files"},
    {"include", "use xsl:import of ../HOUSE/NAME.xsl"},
    {"message", "a template says nothing; faults are found by gwasg"},
    {"comment", "a report has no comments"},
    {"processing-instruction", "a report has none"},
    {"script", "a template runs no programs"},
    {"fallback", "there is nothing to fall back from"},
    {"namespace-alias", "the elements of a report have no namespace"},
    {"decimal-format", "numbers are written by gwasg, in the report's language"},
};

/* Functions that reach outside, or whose values differ from run to run. */
static const struct {
    const char *name, *why;
} FUNCTIONS[] = {
    {"document", "a template reads no other files"},
    {"generate-id", "its values differ from run to run; use position() or an id"},
    {"system-property", "a report does not depend on the system"},
    {"unparsed-entity-uri", "there are no entities"},
    {"format-number", "numbers are written by gwasg: use <fig expr=\"...\"/>"},
    {"id", "there is no DTD; use key()"},
};

struct lint {
    struct work *w;
    const struct sources *s;
    bool good;
};

static struct pos node_place(const struct lint *l, const xmlNode *n)
{
    return source_pos(l->s, n != NULL ? n->line : 0);
}

static void forbid(struct lint *l, const xmlNode *at, const char *what, const char *why)
{
    diag(l->w->d, DIAG_XSLT_FORBIDDEN, node_place(l, at), "%s; %s", what, why);
    l->good = false;
}

static bool is_xsl(const xmlNode *n)
{
    return n->ns != NULL && xmlStrEqual(n->ns->href, XSLT_NAMESPACE);
}

/* ---- text ---- */

static bool is_xsl_named(const xmlNode *n, const char *names)
{
    return n->type == XML_ELEMENT_NODE && is_xsl(n) &&
           list_holds(names, (const char *)n->name);
}

/* Text may only become the value of an attribute or of a variable. */
static bool gives_value(const xmlNode *n)
{
    const xmlNode *p = n->parent;
    while (p != NULL && is_xsl_named(p, "if choose when otherwise for-each text"))
        p = p->parent;
    return p != NULL && is_xsl_named(p, "attribute variable param with-param");
}

static bool is_blank(const xmlChar *s)
{
    while (s != NULL && (*s == ' ' || *s == '\t' || *s == '\n' || *s == '\r'))
        s++;
    return s == NULL || *s == '\0';
}

static void lint_text(struct lint *l, const xmlNode *n)
{
    bool said = is_xsl_named(n->parent, "text comment processing-instruction message");
    if (is_blank(n->content) || gives_value(n) || said)
        return;
    const char *text = (const char *)n->content;
    text += strspn(text, " \t\n\r");
    size_t len = strcspn(text, "\n");
    const char *what = arena_printf(l->w->a, "text \"%.*s\"", (int)len, text);
    forbid(l, n->parent, what,
           "wording belongs into words.yaml: <word key=\"...\"/> prints it");
}

/* ---- functions ---- */

static bool name_char(char c)
{
    return isalnum((unsigned char)c) || c == '-' || c == '_' || c == '.' || c == ':';
}

static void check_call(struct lint *l, const xmlNode *at, const char *name)
{
    const char *what = arena_printf(l->w->a, "%s()", name);
    if (strchr(name, ':') != NULL) {
        forbid(l, at, what, "functions of extensions are not used");
        return;
    }
    for (size_t i = 0; i < LEN(FUNCTIONS); i++)
        if (strcmp(FUNCTIONS[i].name, name) == 0)
            forbid(l, at, what, FUNCTIONS[i].why);
}

/* Behind a quoted string, or the end. */
static const char *skip_quoted(const char *s)
{
    const char *end = strchr(s + 1, *s);
    return end != NULL ? end + 1 : s + strlen(s);
}

/* Names that stand before a "(" in an XPath, quoted strings left out. */
static void lint_calls(struct lint *l, const xmlNode *at, const char *s)
{
    while (*s != '\0') {
        if (*s == '"' || *s == '\'') {
            s = skip_quoted(s);
        } else if (name_char(*s)) {
            size_t len = 1;
            while (name_char(s[len]))
                len++;
            if (s[len + strspn(s + len, " \t\n")] == '(')
                check_call(l, at, arena_strndup(l->w->a, s, len));
            s += len;
        } else {
            s++;
        }
    }
}

/* The XPaths of a literal attribute stand in braces; what is around them is no code. */
static void lint_braces(struct lint *l, const xmlNode *at, const char *s)
{
    while ((s = strchr(s, '{')) != NULL) {
        const char *end = ++s;
        while (*end != '\0' && *end != '}')
            end = *end == '"' || *end == '\'' ? skip_quoted(end) : end + 1;
        lint_calls(l, at, arena_strndup(l->w->a, s, (size_t)(end - s)));
        s = end;
    }
}

/* ---- elements ---- */

/* The file that "../FOLDER/NAME.xsl" or "NAME.xsl" names, in a folder of the programme,
 * of its house or of what they build on; else NULL. */
static const char *import_file(struct lint *l, const xmlNode *n, const char *href)
{
    struct arena *a = l->w->a;
    const char *folder = path_name(a, path_dir(a, node_place(l, n).file->path));
    if (strncmp(href, "../", 3) == 0) {
        size_t len = strcspn(href + 3, "/");
        folder = arena_strndup(a, href + 3, len);
        href += 3 + len + (href[3 + len] == '/');
    }
    if (strpbrk(href, "/\\:%#?") != NULL || href[0] == '.' || href[0] == '\0')
        return NULL;
    return programme_import(a, l->w->p, folder, href);
}

static void check_import(struct lint *l, const xmlNode *n, const char *href)
{
    const char *file = import_file(l, n, href);
    if (file == NULL) {
        forbid(l, n, arena_printf(l->w->a, "import of \"%s\"", href),
               arena_printf(l->w->a, "only ../%s/NAME.xsl or a file beside report.xsl",
                            l->w->p->house));
    } else if (!file_exists(file)) {
        diag(l->w->d, DIAG_FILE_MISSING, node_place(l, n), "%s", file);
        l->good = false;
    }
}

static void lint_import(struct lint *l, const xmlNode *n)
{
    xmlChar *href = xmlGetNoNsProp(n, (const xmlChar *)"href");
    check_import(l, n, href != NULL ? (const char *)href : "");
    xmlFree(href);
}

static void lint_xsl(struct lint *l, const xmlNode *n)
{
    const char *name = (const char *)n->name;
    const char *what = arena_printf(l->w->a, "xsl:%s", name);
    for (size_t i = 0; i < LEN(FORBIDDEN); i++)
        if (strcmp(FORBIDDEN[i].name, name) == 0) {
            forbid(l, n, what, FORBIDDEN[i].why);
            return;
        }
    if (!list_holds(ALLOWED, name)) {
        forbid(l, n, what, list_hint(l->w->a, name, ALLOWED));
        return;
    }
    if (list_holds("value-of text number", name) && !gives_value(n))
        forbid(l, n, what,
               "a template makes no text: copy the <prose> of a value, use <word> or "
               "<fig>; in an attribute or variable it is allowed");
    if (strcmp(name, "import") == 0)
        lint_import(l, n);
}

/* `count="1"`: a plural that never agrees with what there is. */
static void lint_count(struct lint *l, const xmlNode *n, const char *count)
{
    if (count[0] != '\0' && strspn(count, "0123456789") == strlen(count))
        diag(l->w->d, DIAG_XSLT_LOOSE, node_place(l, n),
             "count=\"%s\" of <word> is the same whatever there is; let it count, as "
             "{count(item)} does",
             count);
}

static void lint_attribute(struct lint *l, const xmlNode *n, const xmlAttr *attr)
{
    const char *name = (const char *)attr->name;
    bool xslt = attr->ns != NULL && xmlStrEqual(attr->ns->href, XSLT_NAMESPACE);
    xmlChar *value = xmlNodeListGetString(n->doc, attr->children, 1);
    if (strcmp(name, "extension-element-prefixes") == 0)
        forbid(l, n, name, "extensions are not used");
    else if (attr->ns != NULL && !xslt && !is_xsl(n))
        forbid(l, n, arena_printf(l->w->a, "%s:%s", attr->ns->prefix, name),
               "the attributes of a report have no namespace");
    else if (value != NULL && is_xsl(n))
        lint_calls(l, n, (const char *)value);
    else if (value != NULL)
        lint_braces(l, n, (const char *)value);
    if (value != NULL && strcmp(name, "count") == 0 &&
        strcmp((const char *)n->name, "word") == 0)
        lint_count(l, n, (const char *)value);
    xmlFree(value);
}

static void lint_element(struct lint *l, const xmlNode *n)
{
    if (is_xsl(n))
        lint_xsl(l, n);
    else if (n->ns != NULL)
        forbid(l, n,
               arena_printf(l->w->a, "<%s> of %s", n->name, (const char *)n->ns->href),
               "only elements of XSLT and of the report are used");
    for (const xmlAttr *attr = n->properties; attr != NULL; attr = attr->next)
        lint_attribute(l, n, attr);
}

/* libxml2 refuses trees deeper than 256. */
static void lint_node(struct lint *l, const xmlNode *n)
{
    if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE)
        lint_text(l, n);
    if (n->type == XML_ELEMENT_NODE)
        lint_element(l, n);
    for (const xmlNode *c = n->children; c != NULL && n->type == XML_ELEMENT_NODE;
         c = c->next)
        lint_node(l, c);
}

bool lint_template(struct work *w, const struct sources *s, void *doc)
{
    struct lint l = {.w = w, .s = s, .good = true};
    xmlNodePtr root = xmlDocGetRootElement(doc);
    if (root != NULL)
        lint_node(&l, root);
    return l.good;
}
