/* calls.c -- what leads to a template and what is handed to it: modes that no template
 * has, parameters that one does not take or that it lacks, variables that nothing reads.
 * In: the templates of a document, parsed; out: faults at their lines. */
#include "compose/template.h"

#include "base/file.h"

#include <libxml/tree.h>
#include <libxslt/xslt.h>
#include <string.h>

struct calls {
    struct work *w;
    const struct sources *s;
    const struct templates *all;
    struct buf read; /* the values of all attributes */
};

static bool is_xsl(const xmlNode *e, const char *name)
{
    return e->type == XML_ELEMENT_NODE && e->ns != NULL &&
           xmlStrEqual(e->ns->href, XSLT_NAMESPACE) &&
           strcmp((const char *)e->name, name) == 0;
}

/* "" where it is not given. */
static const char *said(const struct calls *c, const xmlNode *e, const char *attribute)
{
    xmlChar *value = xmlGetNoNsProp((xmlNodePtr)e, (const xmlChar *)attribute);
    const char *s = arena_strdup(c->w->a, value != NULL ? (const char *)value : "");
    xmlFree(value);
    return s;
}

static void say(const struct calls *c, const xmlNode *e, const char *what)
{
    diag(c->w->d, DIAG_XSLT_LOOSE, source_pos(c->s, e->line), "%s", what);
}

/* ---- templates by name and by mode ---- */

/* The next template whose `attribute` says so, behind `before`; NULL: no more. */
static const xmlNode *template_next(const struct calls *c, const char *attribute,
                                    const char *value, const xmlNode *before)
{
    bool behind = before == NULL;
    for (size_t i = 0; i < c->all->docs.len; i++)
        for (const xmlNode *e = xmlDocGetRootElement(c->all->docs.at[i])->children;
             e != NULL; e = e->next) {
            if (behind && is_xsl(e, "template") &&
                strcmp(said(c, e, attribute), value) == 0)
                return e;
            behind = behind || e == before;
        }
    return NULL;
}

static const xmlNode *param_of(const struct calls *c, const xmlNode *template,
                               const char *name)
{
    for (const xmlNode *e = template->children; e != NULL; e = e->next)
        if (is_xsl(e, "param") && strcmp(said(c, e, "name"), name) == 0)
            return e;
    return NULL;
}

static bool any_takes(const struct calls *c, const char *attribute, const char *value,
                      const char *param)
{
    const xmlNode *t = NULL;
    while ((t = template_next(c, attribute, value, t)) != NULL)
        if (param_of(c, t, param) != NULL)
            return true;
    return false;
}

/* ---- calls ---- */

static void params_check(const struct calls *c, const xmlNode *call,
                         const char *attribute, const char *value)
{
    for (const xmlNode *e = call->children; e != NULL; e = e->next)
        if (is_xsl(e, "with-param") &&
            !any_takes(c, attribute, value, said(c, e, "name")))
            say(c, e,
                arena_printf(c->w->a,
                             "parameter \"%s\"; no template with %s=\"%s\" has an "
                             "<xsl:param> of that name",
                             said(c, e, "name"), attribute, value));
}

static bool is_given(const struct calls *c, const xmlNode *call, const char *param)
{
    for (const xmlNode *e = call->children; e != NULL; e = e->next)
        if (is_xsl(e, "with-param") && strcmp(said(c, e, "name"), param) == 0)
            return true;
    return false;
}

/* What has no value of its own is to be handed over. */
static void lacks_check(const struct calls *c, const xmlNode *call, const char *name)
{
    const xmlNode *template = template_next(c, "name", name, NULL);
    const xmlNode *e = template != NULL ? template->children : NULL;
    for (; e != NULL; e = e->next)
        if (is_xsl(e, "param") && e->children == NULL &&
            said(c, e, "select")[0] == '\0' && !is_given(c, call, said(c, e, "name")))
            say(c, call,
                arena_printf(c->w->a,
                             "a call of \"%s\" without its parameter \"%s\"; add an "
                             "<xsl:with-param>",
                             name, said(c, e, "name")));
}

/* A house's may leave a mode to those programmes that come to it. */
static bool is_programmes(const struct calls *c, const xmlNode *e)
{
    struct pos at = source_pos(c->s, e->line);
    return at.file != NULL && strcmp(path_dir(c->w->a, at.file->path), c->w->p->dir) == 0;
}

static void apply_check(const struct calls *c, const xmlNode *e)
{
    const char *mode = said(c, e, "mode");
    bool none = mode[0] != '\0' && template_next(c, "mode", mode, NULL) == NULL;
    if (none && is_programmes(c, e))
        say(c, e, arena_printf(c->w->a, "mode \"%s\"; no template has it", mode));
    else if (!none)
        params_check(c, e, "mode", mode);
}

/* ---- figures ---- */

/* The `expr` of the one <fig> that `e` holds; "" where there is none, or another. */
static const char *expr_in(const struct calls *c, const xmlNode *e)
{
    const char *expr = "";
    for (const xmlNode *in = e->children; in != NULL; in = in->next)
        if (in->type == XML_ELEMENT_NODE && in->ns == NULL)
            expr = strcmp((const char *)in->name, "fig") == 0 ? said(c, in, "expr")
                                                              : expr_in(c, in);
    return expr;
}

/* Two parts of a wording, or cells of a row, for one figure. */
static void twice_check(const struct calls *c, const xmlNode *e)
{
    const char *expr = expr_in(c, e);
    for (const xmlNode *before = e->prev; expr[0] != '\0' && before != NULL;
         before = before->prev)
        if (before->type == XML_ELEMENT_NODE && xmlStrEqual(before->name, e->name) &&
            strcmp(expr_in(c, before), expr) == 0) {
            diag(c->w->d, DIAG_FIGURES_TWICE, source_pos(c->s, e->line),
                 "\"%s\" is in the <%s> before it; is this `expr` right?", expr,
                 (const char *)e->name);
            return;
        }
}

/* ---- variables ---- */

static bool is_read(const struct calls *c, const char *name)
{
    size_t len = strlen(name);
    for (const char *at = c->read.at; (at = strchr(at, '$')) != NULL; at++)
        if (strncmp(at + 1, name, len) == 0 &&
            strchr(" \t\n=!<>+*/|,()[]{}'\"$@", at[1 + len]) != NULL)
            return true;
    return false;
}

static void node_check(const struct calls *c, const xmlNode *e)
{
    const char *name = said(c, e, "name");
    if (is_xsl(e, "call-template")) {
        params_check(c, e, "name", name);
        lacks_check(c, e, name);
    } else if (is_xsl(e, "apply-templates")) {
        apply_check(c, e);
    } else if ((is_xsl(e, "variable") || is_xsl(e, "param")) && !is_read(c, name)) {
        say(c, e, arena_printf(c->w->a, "\"%s\"; nothing reads $%s", name, name));
    }
    if (e->ns == NULL && (strcmp((const char *)e->name, "with") == 0 ||
                          strcmp((const char *)e->name, "td") == 0))
        twice_check(c, e);
    for (const xmlNode *in = e->children; in != NULL; in = in->next)
        if (in->type == XML_ELEMENT_NODE)
            node_check(c, in);
}

static void read_values(struct calls *c, const xmlNode *e)
{
    for (const xmlAttr *at = e->properties; at != NULL; at = at->next)
        buf_printf(&c->read, "%s\n", said(c, e, (const char *)at->name));
    for (const xmlNode *in = e->children; in != NULL; in = in->next)
        if (in->type == XML_ELEMENT_NODE)
            read_values(c, in);
}

void calls_check(struct work *w, const struct sources *s, const struct templates *all)
{
    struct calls c = {w, s, all, buf_new(w->a)};
    for (size_t i = 0; i < all->docs.len; i++)
        read_values(&c, xmlDocGetRootElement(all->docs.at[i]));
    for (size_t i = 0; i < all->docs.len; i++)
        node_check(&c, xmlDocGetRootElement(all->docs.at[i]));
}
