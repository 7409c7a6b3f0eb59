/* template.c -- a programme's XSLT: read, linted, compiled and run inside the fence.  In:
 * the path of report.xsl and what input.c builds; out: what build.c makes of the tree
 * that comes out, while the fence stands.  Knows nothing of what the elements mean. */
#include "compose/template.h"

#include "base/bounds.h"
#include "base/file.h"
#include "base/library.h"
#include "base/utf8.h"

#include <libxml/parser.h>
#include <libxslt/documents.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>
#include <stdlib.h>
#include <string.h>

/* A library's message may quote an expression of any length; so much of it is shown. */
#define MESSAGE_BYTES 300

struct run {
    struct work *w;
    struct sources sources;
    const struct names *names;
    struct templates templates;
    const char *folder, *path;
    const struct file *file; /* being parsed */
    xsltTransformContextPtr running;
    struct element *root;
    struct buf message; /* of the library, as it comes in pieces */
    struct pos at;      /* where the library says it is */
    bool failed;
    bool enough; /* nothing more need be said: what follows comes of the last fault */
};

struct pos source_pos(const struct sources *s, long number)
{
    if (number <= 0 || (size_t)number >= s->elements.len)
        return (struct pos){0};
    return s->elements.at[number].pos;
}

/* ---- faults that the libraries report ---- */

static const struct {
    const char *says, *means;
} LIMITS[] = {
    {"infinite template recursion", "templates call each other more than 500 deep"},
    {"xsltApplyXSLTTemplate: A potential",
     "templates call each other more than 500 deep"},
    {"limit exceeded", "it takes more steps than a report ever needs"},
};

static void say_limit(struct run *r, const char *means)
{
    struct pos at = r->at.file != NULL ? r->at : source_pos(&r->sources, 1);
    if (!r->enough)
        diag(r->w->d, DIAG_XSLT_LIMIT, at,
             "%s; look for templates that repeat themselves", means);
    r->enough = r->failed = true;
}

/* "could not compile select expression '1 +'": without the name of a C function. */
static const char *own_words(const char *message)
{
    const char *colon = strstr(message, ": ");
    bool function = strncmp(message, "xslt", 4) == 0 || strncmp(message, "xml", 3) == 0;
    return function && colon != NULL ? colon + 2 : message;
}

static void say_message(struct run *r, const char *message)
{
    r->failed = true;
    for (size_t i = 0; i < LEN(LIMITS); i++)
        if (strstr(message, LIMITS[i].says) != NULL) {
            say_limit(r, LIMITS[i].means);
            return;
        }
    const char *words = own_words(message);
    size_t len = utf8_cut(words, strlen(words), MESSAGE_BYTES);
    if (!r->enough)
        diag(r->w->d, DIAG_XSLT_SYNTAX, r->at, "%.*s%s", (int)len, words,
             words[len] != '\0' ? "…" : "");
}

/* The first line of a fault: "runtime error: file x line 12 element y". */
static bool takes_place(struct run *r, const char *line)
{
    if (strncmp(line, "compilation error", 17) != 0 &&
        strncmp(line, "runtime error", 13) != 0)
        return false;
    const char *number = strstr(line, " line ");
    if (number != NULL)
        r->at = source_pos(&r->sources, strtol(number + 6, NULL, 10));
    return true;
}

static void take_message(void *data, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void take_message(void *data, const char *format, ...)
{
    struct run *r = data;
    va_list args;
    va_start(args, format);
    buf_str(&r->message, arena_vprintf(r->w->a, format, args));
    va_end(args);
    if (r->message.len == 0 || r->message.at[r->message.len - 1] != '\n')
        return;
    const char *line = arena_strndup(r->w->a, r->message.at, r->message.len - 1);
    r->message = buf_new(r->w->a);
    if (!takes_place(r, line))
        say_message(r, line);
}

/* XPath reports here, or in plain words, and most often libxslt again with the place;
 * where it does not, the place is what is missed. */
static void take_plain(void *data, const char *format, ...)
{
    struct run *r = data;
    (void)format;
    if (r->at.file == NULL && r->running != NULL && r->running->inst != NULL)
        r->at = source_pos(&r->sources, r->running->inst->line);
}

static void take_error(void *data, xmlErrorPtr e)
{
    if (e->message != NULL && strstr(e->message, "limit exceeded") != NULL)
        say_message(data, e->message);
    else
        take_plain(data, "");
}

/* ---- reading ---- */

static struct pos line_pos(const struct file *f, int line)
{
    size_t at = 0;
    for (int i = 1; i < line && at < f->len; i++)
        at += strcspn(f->text + at, "\n") + 1;
    if (at > f->len)
        at = f->len;
    size_t blank = strspn(f->text + at, " \t");
    return (struct pos){f, at + blank, strcspn(f->text + at + blank, "\n")};
}

static void take_syntax(void *data, xmlErrorPtr e)
{
    struct run *r = ((xmlParserCtxtPtr)data)->_private;
    if (r->failed || e->message == NULL)
        return;
    r->failed = true;
    const char *says = e->message;
    if (strstr(says, "Excessive depth") != NULL)
        says = "elements stand more than 256 deep in each other";
    diag(r->w->d, DIAG_XSLT_SYNTAX, line_pos(r->file, e->line), "%.*s",
         (int)strcspn(says, "\n"), says);
}

/* Entities can be made to grow without end, so the first word of a DTD ends it. */
static void refuse_doctype(void *data, const xmlChar *name, const xmlChar *external,
                           const xmlChar *system)
{
    xmlParserCtxtPtr parser = data;
    struct run *r = parser->_private;
    (void)name, (void)external, (void)system;
    diag(r->w->d, DIAG_XSLT_FORBIDDEN, line_pos(r->file, parser->input->line),
         "<!DOCTYPE>; a template has no DTD and no entities: write the characters "
         "themselves");
    r->failed = true;
    xmlStopParser(parser);
}

/* Behind `end`, searched from `s` on. */
static const char *behind(const char *s, const char *end)
{
    const char *found = strstr(s, end);
    return found != NULL ? found + strlen(end) : s + strlen(s);
}

/* The next start tag. */
static const char *next_tag(const char *s)
{
    while ((s = strchr(s, '<')) != NULL) {
        if (strncmp(s, "<!--", 4) == 0)
            s = behind(s, "-->");
        else if (strncmp(s, "<![CDATA[", 9) == 0)
            s = behind(s, "]]>");
        else if (s[1] == '?')
            s = behind(s, "?>");
        else if (s[1] == '/' || s[1] == '!')
            s++;
        else
            return s;
    }
    return NULL;
}

/* The outermost choice that an element is in; that of what it is in, or this itself. */
static size_t choose_around(const struct run *r, const xmlNode *parent)
{
    if (parent == NULL || parent->type != XML_ELEMENT_NODE)
        return 0;
    const struct template_element *e = &r->sources.elements.at[parent->line];
    bool is = parent->ns != NULL && xmlStrEqual(parent->name, BAD_CAST "choose");
    return e->choose == 0 && is ? e->pos.at : e->choose;
}

/* Gives each element its number; start tags stand in the file in the tree's order, from
 * `s` on.  False when there are too many. */
static bool number_elements(struct run *r, xmlNodePtr n, const char **s)
{
    for (; n != NULL; n = n->next) {
        if (n->type == XML_ELEMENT_NODE) {
            *s = next_tag(*s);
            if (*s == NULL || r->sources.elements.len >= SOURCE_ELEMENTS)
                return false;
            size_t len = 1 + strcspn(*s + 1, " \t\n/>");
            n->line = (unsigned short)r->sources.elements.len;
            *array_push(r->w->a, &r->sources.elements) = (struct template_element){
                .pos = {r->file, (size_t)(*s - r->file->text), len},
                .literal = n->ns == NULL,
                .inside = n->parent != NULL && n->parent->ns == NULL,
                .choose = choose_around(r, n->parent)};
            ++*s;
            if (!number_elements(r, n->children, s))
                return false;
        } else if (n->parent != NULL) {
            n->line = n->parent->line;
        }
    }
    return true;
}

static xmlDocPtr parse(struct run *r, const char *uri, xmlDictPtr dict)
{
    xmlParserCtxtPtr parser = xmlNewParserCtxt();
    if (dict != NULL) {
        xmlDictFree(parser->dict);
        parser->dict = dict;
        xmlDictReference(dict);
    }
    parser->_private = r;
    parser->sax->serror = take_syntax;
    parser->sax->internalSubset = refuse_doctype;
    xmlDocPtr doc = xmlCtxtReadMemory(parser, r->file->text, (int)r->file->len, uri,
                                      "UTF-8", XML_PARSE_NONET | XML_PARSE_NOCDATA);
    xmlFreeParserCtxt(parser);
    return doc;
}

static void check_template(struct run *r, xmlDocPtr doc)
{
    const char *s = r->file->text;
    if (!number_elements(r, xmlDocGetRootElement(doc), &s)) {
        r->at = line_pos(r->file, 1);
        say_limit(r, "the templates have more than 65,000 elements");
    } else if (!lint_template(r->w, &r->sources, doc)) {
        r->failed = true;
    } else if (r->names != NULL) {
        names_check(r->w, r->names, &r->sources, doc);
        *array_push(r->w->a, &r->templates.docs) = doc;
    }
}

static xmlDocPtr read_template(struct run *r, const char *path, const char *uri,
                               xmlDictPtr dict, struct pos from)
{
    r->file = file_read(r->w->a, r->w->d, path, XML_BYTES, from);
    if (r->file == NULL) {
        r->failed = true;
        return NULL;
    }
    xmlDocPtr doc = parse(r, uri, dict);
    if (doc != NULL && !r->failed)
        check_template(r, doc);
    return r->failed ? NULL : doc;
}

/* ---- imports ---- */

/* Templates have addresses of our own, /NAME/report.xsl, so that an import can name only
 * what lies in the programme's and its house's folders, and in those that they build
 * on, wherever all of these are. */
static const char *import_path(struct run *r, const char *uri)
{
    const struct programme *p = r->w->p;
    const char *slash = strrchr(uri, '/');
    if (uri[0] != '/' || slash == uri)
        return NULL;
    const char *folder = arena_strndup(r->w->a, uri + 1, (size_t)(slash - uri) - 1);
    return programme_import(r->w->a, p, folder, slash + 1);
}

static struct run *run_of(void)
{
    return xsltGenericErrorContext;
}

static xmlDocPtr load(const xmlChar *uri, xmlDictPtr dict, int options, void *context,
                      xsltLoadType type)
{
    struct run *r = run_of();
    (void)options, (void)context;
    const char *path =
        type == XSLT_LOAD_STYLESHEET ? import_path(r, (const char *)uri) : NULL;
    xmlDocPtr doc = NULL;
    if (path != NULL)
        doc = read_template(r, path, (const char *)uri, dict, (struct pos){0});
    if (doc == NULL)
        r->enough = r->failed = true;
    return doc;
}

/* ---- running: what the libraries make goes with the fence ---- */

static void forbid_all(xsltSecurityPrefsPtr prefs)
{
    static const xsltSecurityOption options[] = {
        XSLT_SECPREF_READ_FILE, XSLT_SECPREF_WRITE_FILE, XSLT_SECPREF_CREATE_DIRECTORY,
        XSLT_SECPREF_READ_NETWORK, XSLT_SECPREF_WRITE_NETWORK};
    for (size_t i = 0; i < LEN(options); i++)
        xsltSetSecurityPrefs(prefs, options[i], xsltSecurityForbid);
}

static void transform(struct run *r, xsltStylesheetPtr style, xmlDocPtr input)
{
    xsltTransformContextPtr ctxt = xsltNewTransformContext(style, input);
    r->running = ctxt;
    xsltSecurityPrefsPtr prefs = xsltNewSecurityPrefs();
    forbid_all(prefs);
    xsltSetCtxtSecurityPrefs(prefs, ctxt);
    ctxt->opLimit = XSLT_OPERATIONS;
    ctxt->maxTemplateDepth = XSLT_DEPTH;
    ctxt->xpathCtxt->opLimit = XSLT_OPERATIONS;
    xmlDocPtr result = xsltApplyStylesheetUser(style, input, NULL, NULL, NULL, ctxt);
    if (ctxt->state != XSLT_STATE_OK && !r->failed)
        say_message(r,
                    "its expression cannot be evaluated; is each prefix in it declared?");
    if (result != NULL && !r->failed)
        r->root = build_report(r->w, &r->sources, result);
    if (r->root != NULL && r->w->in->made_up)
        outline_take(r->w, &r->sources, result);
    r->running = NULL;
}

static xsltStylesheetPtr compile(struct run *r)
{
    const char *name = path_name(r->w->a, r->path);
    const char *uri = arena_printf(r->w->a, "/%s/%s", r->folder, name);
    xmlDocPtr doc = read_template(r, r->path, uri, NULL, (struct pos){0});
    xsltStylesheetPtr style = doc != NULL ? xsltParseStylesheetDoc(doc) : NULL;
    if (style == NULL || style->errors > 0)
        r->failed = true;
    return style;
}

/* ---- kept ---- */

struct kept_template {
    const char *path;
    xsltStylesheetPtr style;
    struct sources sources; /* none of them made anything */
};

struct kept_templates {
    struct arena *a;
    ARRAY(struct kept_template) all;
};

const struct programme *compose_keep(struct arena *a, const struct programme *p)
{
    struct programme *own = NEW(a, struct programme);
    struct kept_templates *kept = NEW(a, struct kept_templates);
    *kept = (struct kept_templates){.a = a};
    *own = *p;
    own->kept = kept;
    return own;
}

static void copy_sources(struct arena *a, struct sources *to, const struct sources *from)
{
    to->elements.len = 0;
    array_reserve(a, &to->elements, from->elements.len);
    memcpy(to->elements.at, from->elements.at,
           from->elements.len * sizeof *from->elements.at);
    to->elements.len = from->elements.len;
    for (size_t i = 0; i < to->elements.len; i++)
        to->elements.at[i].made = false;
}

/* Where names are asked for, templates are read for them: none is taken. */
static xsltStylesheetPtr take_kept(struct run *r)
{
    const struct kept_templates *kept = r->names == NULL ? r->w->p->kept : NULL;
    for (size_t i = 0; kept != NULL && i < kept->all.len; i++)
        if (strcmp(kept->all.at[i].path, r->path) == 0) {
            copy_sources(r->w->a, &r->sources, &kept->all.at[i].sources);
            return kept->all.at[i].style;
        }
    return NULL;
}

/* Only behind all that could leave the fence. */
static void keep(const struct run *r, xsltStylesheetPtr style)
{
    struct kept_templates *kept = r->names == NULL ? r->w->p->kept : NULL;
    if (kept == NULL || r->failed)
        return;
    struct kept_template *one = array_push(kept->a, &kept->all);
    *one = (struct kept_template){r->path, style, {{0}}};
    copy_sources(kept->a, &one->sources, &r->sources);
}

static void run_inside(void *data)
{
    struct run *r = data;
    xsltStylesheet *const kept = take_kept(r);
    xsltStylesheet *const style = kept != NULL ? kept : compile(r);
    if (!r->failed && r->names != NULL)
        calls_check(r->w, &r->sources, &r->templates);
    if (!r->failed)
        transform(r, style, input_build(r->w));
    if (kept == NULL)
        keep(r, style);
}

static void set_handlers(struct run *r)
{
    xsltSetGenericErrorFunc(r, r != NULL ? take_message : NULL);
    xmlSetGenericErrorFunc(r, r != NULL ? take_plain : NULL);
    xmlSetStructuredErrorFunc(r, r != NULL ? take_error : NULL);
    xsltSetLoaderFunc(r != NULL ? load : NULL);
}

struct element *template_run(struct work *w, const char *folder, const char *path)
{
    struct run *r = NEW(w->a, struct run);
    *r = (struct run){.w = w, .folder = folder, .path = path};
    if (w->stage == STAGE_EMBARGO || w->stage == STAGE_FINAL) /* 3 % of a build */
        r->names = names_new(w);
    r->message = buf_new(w->a);
    *array_push(w->a, &r->sources.elements) = (struct template_element){0};
    set_handlers(r);
    bool inside = fence_run(XML_MEMORY, w->p->kept != NULL, run_inside, r);
    set_handlers(NULL);
    if (!inside)
        say_limit(r, "it asks for more than 256 MB");
    w->template = r->sources.elements.at;
    w->template_count = r->sources.elements.len;
    return r->failed ? NULL : r->root;
}

void compose_libraries(struct arena *a, struct libraries *l)
{
    library_add(a, l, "libxml2", xmlParserVersion);
    library_add(a, l, "libxslt", xsltEngineVersion);
}
