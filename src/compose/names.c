/* names.c -- which elements and attributes a template may ask for: those that input.c
 * makes of any report of the programme.  In: the XPaths of a template; out: what is said
 * of a name that no report can have, most often a slip of the pen, by which something is
 * left out of every report.  Knows what an XPath starts from where the template says it:
 * by its `match` or its <xsl:for-each>. */
#include "compose/template.h"

#include "base/bounds.h"
#include "base/file.h"

#include <ctype.h>
#include <libxml/tree.h>
#include <libxslt/xslt.h>
#include <string.h>

#define JUDGED "@judgement @points @points-of @limited-to @would-be @moderated "
/* What stands in what, as input.c builds it; "/" is the document. */
static const struct {
    const char *parent, *names;
} SHAPE[] = {
    {"/", "inspection"},
    {"inspection", "@lang @stage @programme @evidence @editions @registered programme "
                   "columns indicators compared report judgement"},
    {"programme", "@rank-from @small-number title section headline domain overall "
                  "characteristic part "
                  "band questionnaire "
                  "question criterion"},
    {"section",
     "@id @domain @percent @of @earlier " JUDGED "title subtitle text criterion"},
    {"criterion", "@id @percent @of @earlier " JUDGED "title subtitle text question"},
    {"headline", "@id @percent @of @average @earlier " JUDGED "title subtitle text"},
    {"domain", "@id @percent @of @earlier " JUDGED "title text"},
    {"overall", "@id @percent @of " JUDGED "title text"},
    {"question", "@name @code @key @percent @of @judgement text choice reason phase"},
    {"choice", "@name @n title"},
    {"reason", "@name title"},
    {"phase", "@name"},
    {"characteristic", "@name title category"},
    {"category", "@name @n title"},
    {"part", "@name title"},
    {"band", "@id @fill @icon @points @stars title"},
    {"questionnaire", "@name @given title question"},
    {"title", "prose"},
    {"subtitle", "prose"},
    {"text", "prose"},
    {"columns", "column"},
    {"column", "@name value"},
    {"value", "@name @of @expr @number @where score title prose"},
    {"compared", "value"},
    {"score", "@of @percent"},
    {"indicators", "indicator"},
    {"indicator", "@name @year @unit @newest title when source value"},
    {"when", "prose"},
    {"source", "@text @lang prose"},
    {"judgement", "@of @is"},
    {"prose", "@n"},
};

/* The texts of the programmes beside ours, read when first asked for. */
struct others {
    ARRAY(const struct file *) files;
    bool read;
};

/* The names of elements to what they may hold, lists; "" to all names. */
struct names {
    struct arena *a;
    struct map *of;
    struct buf fields; /* elements that differ from programme to programme */
    struct others *others;
};

static const char *names_in(const struct names *n, const char *parent)
{
    const struct buf *list = map_get(n->of, parent);
    return list != NULL ? list->at : "";
}

static struct buf *list_of(struct names *n, const char *parent)
{
    struct buf *list = map_get(n->of, parent);
    if (list == NULL) {
        list = NEW(n->a, struct buf);
        *list = buf_new(n->a);
        map_put(n->of, parent, list);
    }
    return list;
}

static void add_names(struct names *n, const char *parent, const char *names)
{
    struct buf *lists[] = {list_of(n, parent), list_of(n, "")};
    for (size_t len = 0; *names != '\0'; names += len + strspn(names + len, " ")) {
        len = strcspn(names, " ");
        const char *name = arena_strndup(n->a, names, len);
        for (size_t i = 0; i < LEN(lists); i++)
            if (!list_holds(lists[i]->at, name))
                buf_printf(lists[i], "%s ", name);
    }
}

static const char *names_of_kind(enum field_kind kind)
{
    switch (kind) {
    case FIELD_DATE:
    case FIELD_MONTH: return "prose @year @month @day";
    case FIELD_ISBN: return "prose @en @cy";
    case FIELD_BLOCK: return "prose @id";
    case FIELD_LIST: return "item @count @evidence @place";
    case FIELD_MAP: return "entry @count";
    case FIELD_IMAGE:
    case FIELD_RECORD: return "";
    case FIELD_WORD:
    case FIELD_LINE:
    case FIELD_PROSE:
    case FIELD_TEXT:
    case FIELD_AREA:
    case FIELD_NUMBER: break;
    case FIELD_CHOICE: return "prose @typed";
    }
    return "prose";
}

static void add_fields(struct names *n, const char *parent, const struct field *f,
                       size_t count);

static void add_field(struct names *n, const char *element, const struct field *f)
{
    add_names(n, element, names_of_kind(f->kind));
    if (f->kind == FIELD_RECORD)
        add_fields(n, element, f->fields, f->field_count);
    if (f->kind == FIELD_MAP)
        add_names(n, "entry", "@key @nothing");
    if (f->kind == FIELD_MAP || f->kind == FIELD_LIST)
        add_field(n, f->kind == FIELD_MAP ? "entry" : "item", f->of);
}

static void add_fields(struct names *n, const char *parent, const struct field *f,
                       size_t count)
{
    for (size_t i = 0; i < count; i++) {
        add_names(n, parent, f[i].name);
        buf_printf(&n->fields, "%s ", f[i].name);
        add_field(n, f[i].name, &f[i]);
    }
}

struct names *names_new(struct work *w)
{
    struct names *n = NEW(w->a, struct names);
    *n = (struct names){w->a, map_new(w->a), buf_new(w->a), NEW(w->a, struct others)};
    buf_str(&n->fields, "report item entry ");
    for (size_t i = 0; i < LEN(SHAPE); i++)
        add_names(n, SHAPE[i].parent, SHAPE[i].names);
    add_fields(n, "report", w->p->fields, w->p->field_count);
    for (size_t i = 0; w->about != NULL && i < w->about->part_count; i++)
        add_names(n, w->about->parts[i].parent, w->about->parts[i].names);
    return n;
}

/* ---- one XPath ---- */

struct xpath {
    struct work *w;
    const struct names *names;
    struct pos pos;
    bool shared; /* the file may serve programmes that have other fields */
    const char *all, *s;
};

static bool has_key(const char *text, const char *name)
{
    size_t len = strlen(name);
    for (const char *at = strstr(text, name); at != NULL; at = strstr(at + len, name))
        if (at[len] == ':' && (at == text || strchr(" {\n\"", at[-1]) != NULL))
            return true;
    return false;
}

static void other_read(struct arena *a, struct others *o, const char *dir,
                       const char *name)
{
    const struct file *f =
        file_read(a, diags_new(a), path_join(a, dir, name), YAML_BYTES, (struct pos){0});
    if (f != NULL)
        *array_push(a, &o->files) = f;
}

/* Programmes, and what they have of their house. */
static void others_read(struct xpath *r, struct others *o)
{
    struct arena *a = r->w->a;
    const char *templates = path_dir(a, r->w->p->dir);
    size_t count = 0;
    const char *const *all = programme_list(a, r->w->d, templates, &count);
    o->read = true;
    for (size_t i = 0; i < count; i++)
        other_read(a, o, path_join(a, templates, all[i]), "programme.yaml");
    for (size_t i = 0; i < r->w->p->house_count; i++)
        other_read(a, o, r->w->p->houses[i].dir, "fields.yaml");
}

/* Whether another programme has a field of that name. */
static bool others_have(struct xpath *r, const char *name)
{
    struct others *o = r->names->others;
    if (!o->read)
        others_read(r, o);
    for (size_t i = 0; i < o->files.len; i++)
        if (has_key(o->files.at[i]->text, name))
            return true;
    return false;
}

/* A template that others use too may name what only their programmes have; `list`: what
 * the parent may hold in ours. */
static bool may_be_of_others(struct xpath *r, const char *parent, const char *list,
                             const char *name)
{
    if (!r->shared || list[0] == '\0')
        return r->shared;
    bool varies = parent == NULL || list_holds(r->names->fields.at, parent);
    return varies && (list_holds("item entry prose", name) || others_have(r, name));
}

/* `parent`: what it stands in, or NULL where that is not known.  False when it was said.
 */
static bool check_name(struct xpath *r, const char *parent, const char *name)
{
    struct arena *a = r->w->a;
    const char *list = names_in(r->names, parent != NULL ? parent : "");
    if (list_holds(list, name))
        return true;
    if (may_be_of_others(r, parent, list, name))
        return true;
    const char *hint = list_hint(a, name, list);
    if (parent == NULL && strncmp(hint, "did ", 4) != 0)
        hint = "see gwasg build --dump input";
    diag(r->w->d, DIAG_XPATH_UNKNOWN, r->pos, "%s in \"%s\", %s%s%s; %s", name, r->all,
         parent != NULL ? "of <" : "of any element", parent != NULL ? parent : "",
         parent != NULL ? ">" : "", hint);
    return false;
}

static bool name_char(char c)
{
    return isalnum((unsigned char)c) || c == '-' || c == '_' || c == '.' ||
           (unsigned char)c >= 0x80;
}

static const char *read_name(struct xpath *r)
{
    size_t len = 0;
    while (name_char(r->s[len]))
        len++;
    const char *name = arena_strndup(r->w->a, r->s, len);
    r->s += len;
    return name;
}

static void skip_blanks(struct xpath *r)
{
    r->s += strspn(r->s, " \t\r\n");
}

/* Where a reading stands in a path: `step` is the element that the path has come to, NULL
 * where that is not known. */
struct trail {
    const char *start, *step; /* `start`: from where a path sets out */
    bool operand;             /* a step or a value has ended; an operator may come */
    bool behind;              /* a slash */
    const char *one;          /* what all paths so far lead to */
    size_t paths;
};

static const char *read_expression(struct xpath *r, const char *start);

static void path_ends(struct trail *p)
{
    p->one = p->paths++ == 0 ||
                     (p->one != NULL && p->step != NULL && strcmp(p->one, p->step) == 0)
                 ? p->step
                 : NULL;
    p->operand = p->behind = false;
    p->step = NULL;
}

/* What the next step stands in. */
static const char *parent_of(const struct trail *p)
{
    return p->behind ? p->step : p->start;
}

static void take_value(struct trail *p, const char *step)
{
    p->step = step;
    p->operand = true;
    p->behind = false;
}

static void read_slash(struct xpath *r, struct trail *p)
{
    bool any = r->s[1] == '/';
    r->s += any ? 2 : 1;
    p->step = any ? NULL : p->operand ? p->step : "/";
    p->operand = false;
    p->behind = true;
}

/* What an attribute can say, a list; "" where that is not known. */
static const char *values_of(const struct xpath *r, const char *parent, const char *name)
{
    static const struct {
        const char *parents, *name, *values;
    } fixed[] = {
        {"", "stage", "proof draft embargo final"},
        {"", "evidence", "none cases results stated"},
        {"", "registered", "yes no"},
        {"", "given", "yes no"},
        {"", "nothing", "yes"},
        {"", "typed", "yes"},
        {"inspection", "lang", "en cy"},
        {"question", "key", "yes no"},
    };
    for (size_t i = 0; i < LEN(fixed); i++)
        if (strcmp(fixed[i].name, name) == 0 &&
            (fixed[i].parents[0] == '\0' ||
             (parent != NULL && list_holds(fixed[i].parents, parent))))
            return fixed[i].values;
    struct buf ids = buf_new(r->w->a);
    const struct programme *p = r->w->p;
    for (enum level l = 0; strcmp(name, "id") == 0 && !r->shared && l < LEVEL_COUNT; l++)
        for (size_t i = 0; i < p->aspect_count[l]; i++)
            if (parent != NULL && strcmp(parent, level_names[l].word) == 0)
                buf_printf(&ids, "%s ", p->aspects[l][i].id);
    return ids.at;
}

/* Behind an attribute: "= 'final'", "!= 3". */
static void check_value(struct xpath *r, const char *parent, const char *name)
{
    const char *s = r->s + strspn(r->s, " \t\r\n");
    s += *s == '!';
    if (*s != '=')
        return;
    s += 1 + strspn(s + 1, " \t\r\n");
    char end[] = {*s, '\0'};
    bool quoted = *s == '"' || *s == '\'';
    if (!quoted && !isdigit((unsigned char)*s))
        return;
    s += quoted;
    const char *value =
        arena_strndup(r->w->a, s, quoted ? strcspn(s, end) : strspn(s, "0123456789."));
    const char *list = values_of(r, parent, name);
    if (list[0] != '\0' && !list_holds(list, value))
        diag(r->w->d, DIAG_XPATH_UNKNOWN, r->pos, "@%s is never \"%s\", in \"%s\"; %s",
             name, value, r->all, list_hint(r->w->a, value, list));
}

static void read_attribute(struct xpath *r, struct trail *p)
{
    skip_blanks(r);
    const char *name = read_name(r), *parent = parent_of(p);
    if (name[0] == '\0')
        r->s += *r->s == '*';
    else if (check_name(r, parent, arena_printf(r->w->a, "@%s", name)))
        check_value(r, parent, name);
    take_value(p, NULL);
}

static void read_call(struct xpath *r, struct trail *p)
{
    r->s++;
    read_expression(r, p->start);
    take_value(p, NULL);
}

/* A name: of an axis, a function, or an element. */
static void read_word(struct xpath *r, struct trail *p)
{
    const char *name = read_name(r);
    skip_blanks(r);
    if (strncmp(r->s, "::", 2) == 0) {
        r->s += 2;
        if (strcmp(name, "attribute") == 0) {
            read_attribute(r, p);
        } else if (strcmp(name, "child") != 0) {
            p->behind = true;
            p->step = NULL;
        }
    } else if (*r->s == '(') {
        read_call(r, p);
    } else if (*r->s == ':') { /* a prefix: of nothing that a report has */
        r->s++;
        read_name(r);
        take_value(p, NULL);
    } else {
        take_value(p, check_name(r, parent_of(p), name) ? name : NULL);
    }
}

static void read_dot(struct xpath *r, struct trail *p)
{
    bool up = r->s[1] == '.';
    r->s += up ? 2 : 1;
    take_value(p, up ? NULL : parent_of(p));
}

static void read_predicate(struct xpath *r, struct trail *p)
{
    r->s++;
    read_expression(r, p->step);
    p->operand = true;
}

static void read_quoted(struct xpath *r, struct trail *p)
{
    const char *end = strchr(r->s + 1, *r->s);
    r->s = end != NULL ? end + 1 : r->s + strlen(r->s);
    take_value(p, NULL);
}

static void read_token(struct xpath *r, struct trail *p)
{
    char c = *r->s;
    if (c == '"' || c == '\'') {
        read_quoted(r, p);
    } else if (c == '/') {
        read_slash(r, p);
    } else if (c == '[') {
        read_predicate(r, p);
    } else if (c == '(') {
        read_call(r, p);
    } else if (isdigit((unsigned char)c) || c == '$') {
        for (r->s += c == '$'; read_name(r)[0] != '\0' && *r->s == ':' && r->s[1] != ':';)
            r->s++;
        take_value(p, NULL);
    } else if (c == '@') {
        r->s++;
        read_attribute(r, p);
    } else if (c == '.' && !p->operand) {
        read_dot(r, p);
    } else if (name_char(c) && c != '-' && !p->operand) {
        read_word(r, p);
    } else if (c == '*' && !p->operand) {
        r->s++;
        take_value(p, NULL);
    } else { /* an operator */
        if (name_char(c) && c != '-')
            read_name(r);
        else
            r->s++;
        path_ends(p);
    }
}

/* To its end, or behind the bracket that ends it; the element that all its paths lead to,
 * or NULL. */
static const char *read_expression(struct xpath *r, const char *start)
{
    struct trail p = {.start = start};
    for (skip_blanks(r); *r->s != '\0' && *r->s != ')' && *r->s != ']'; skip_blanks(r))
        read_token(r, &p);
    r->s += *r->s != '\0';
    path_ends(&p);
    return p.one;
}

/* ---- a template ---- */

struct xpaths {
    struct work *w;
    const struct sources *sources;
    const struct names *names;
};

static const char *check_xpath(const struct xpaths *n, const xmlNode *at, const char *s,
                               const char *start)
{
    struct pos pos = source_pos(n->sources, at->line);
    bool shared = strcmp(path_dir(n->w->a, pos.file->path), n->w->p->dir) != 0;
    struct xpath r = {n->w, n->names, pos, shared, s, s};
    return read_expression(&r, start);
}

/* The XPaths of an attribute that is no XPath stand in braces. */
static void check_braces(const struct xpaths *n, const xmlNode *at, const char *s,
                         const char *start)
{
    while ((s = strchr(s, '{')) != NULL) {
        size_t len = strcspn(++s, "}");
        check_xpath(n, at, arena_strndup(n->w->a, s, len), start);
        s += len;
    }
}

static bool is_xsl(const xmlNode *e)
{
    return e->ns != NULL && xmlStrEqual(e->ns->href, XSLT_NAMESPACE);
}

/* From where the XPaths inside an element set out. */
static const char *check_attributes(const struct xpaths *n, const xmlNode *e,
                                    const char *start)
{
    const char *inside = start;
    bool xsl = is_xsl(e), each = xsl && xmlStrEqual(e->name, (const xmlChar *)"for-each");
    if (xsl && list_holds("template sort", (const char *)e->name))
        start = inside = NULL;
    for (const xmlAttr *attr = e->properties; attr != NULL; attr = attr->next) {
        const char *name = (const char *)attr->name;
        xmlChar *value = xmlNodeListGetString(e->doc, attr->children, 1);
        const char *s = arena_strdup(n->w->a, value != NULL ? (const char *)value : "");
        xmlFree(value);
        bool match = strcmp(name, "match") == 0;
        if (xsl && list_holds("match select test use count from value", name)) {
            const char *to = check_xpath(n, e, s, start);
            inside = match || (each && strcmp(name, "select") == 0) ? to : inside;
        } else {
            check_braces(n, e, s, start);
        }
    }
    return inside;
}

static void check_node(const struct xpaths *n, const xmlNode *e, const char *start)
{
    const char *inside = check_attributes(n, e, start);
    for (const xmlNode *c = e->children; c != NULL; c = c->next)
        if (c->type == XML_ELEMENT_NODE)
            check_node(n, c, inside);
}

void names_check(struct work *w, const struct names *names, const struct sources *s,
                 void *doc)
{
    const struct xpaths n = {w, s, names};
    const xmlNode *root = xmlDocGetRootElement(doc);
    if (root != NULL)
        check_node(&n, root, NULL);
}

/* ---- what input.c built ---- */

static void vouch(const struct names *n, const xmlNode *e, const char *parent)
{
    const char *name = (const char *)e->name;
    if (!list_holds(names_in(n, parent), name))
        bug("<%s> in <%s> is no name of names.c", name, parent);
    for (const xmlAttr *attr = e->properties; attr != NULL; attr = attr->next)
        if (!list_holds(names_in(n, name),
                        arena_printf(n->a, "@%s", (const char *)attr->name)))
            bug("%s of <%s> is no name of names.c", (const char *)attr->name, name);
    for (const xmlNode *c = e->children; c != NULL; c = c->next)
        if (c->type == XML_ELEMENT_NODE)
            vouch(n, c, name);
}

void names_vouch(const struct names *names, void *doc)
{
    vouch(names, xmlDocGetRootElement(doc), "/");
}
