/* build.c -- what a template made, checked against the vocabulary, to elements: wording
 * and texts go in where they are asked for, loose text in flow gets its paragraph.  In:
 * the XML result; out: the tree, not yet numbered. */
#include "base/utf8.h"
#include "compose/template.h"

#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

/* Deeper than any report; keeps our own recursion small. */
#define BUILD_DEPTH 100

struct build {
    struct work *w;
    const struct sources *sources;
    int depth;
};

static void build_children(struct build *b, struct sink *to, const xmlNode *first);

/* ---- where an element may stand ---- */

static bool may_stand(enum element_kind child, const struct sink *to)
{
    if (element_rule(to->parent->kind)->content == CONTENT_NOTHING)
        return false;
    if (element_rule(child)->class == CLASS_PART)
        return list_holds(element_parents(child), element_name(to->parent->kind));
    bool flow = to->content == CONTENT_FLOW;
    if (element_rule(child)->class == CLASS_BLOCK)
        return flow || to->content == CONTENT_BLOCKS;
    bool expands = child == EL_WORD || child == EL_PROSE;
    return flow || to->content == CONTENT_INLINES ||
           (expands && to->content == CONTENT_BLOCKS);
}

static void say_place(struct build *b, enum element_kind child, const struct sink *to,
                      struct pos pos)
{
    const char *where = "where text may stand";
    if (element_rule(child)->class == CLASS_PART)
        where = arena_printf(b->w->a, "in: %s", element_parents(child));
    else if (element_rule(child)->class == CLASS_BLOCK)
        where = "where blocks may stand";
    diag(b->w->d, DIAG_ELEMENT_PLACE, pos, "<%s> in <%s>; it stands %s",
         element_name(child), element_name(to->parent->kind), where);
}

static void say_unknown(struct build *b, const char *name, struct pos pos)
{
    const char *names[EL_COUNT];
    for (enum element_kind k = 0; k < EL_COUNT; k++)
        names[k] = element_name(k);
    const char *near = nearest_name(name, names, EL_COUNT);
    const char *hint = near != NULL ? arena_printf(b->w->a, "did you mean <%s>?", near)
                                    : "the elements of a report are in docs/document.md";
    diag(b->w->d, DIAG_ELEMENT_UNKNOWN, pos, "<%s>; %s", name, hint);
}

/* ---- attributes ---- */

static const char *attribute_value(struct build *b, const xmlAttr *attr)
{
    const xmlNode *text = attr->children;
    if (text == NULL || text->content == NULL)
        return "";
    return arena_strdup(b->w->a, (const char *)text->content);
}

static void say_value(struct build *b, const struct element *e, const char *name,
                      const char *value, const char *allowed)
{
    diag(b->w->d, DIAG_ATTRIBUTE_WRONG, e->pos, "%s=\"%s\" of <%s>; %s", name, value,
         element_name(e->kind), list_hint(b->w->a, value, allowed));
}

static void set_attribute(struct build *b, struct element *e, const xmlAttr *attr)
{
    struct work *w = b->w;
    const char *name = (const char *)attr->name;
    const char *allowed = element_rule(e->kind)->attributes;
    if (!list_holds(allowed, name)) {
        diag(w->d, DIAG_ATTRIBUTE_UNKNOWN, e->pos, "%s of <%s>; %s", name,
             element_name(e->kind), list_hint(w->a, name, allowed));
        return;
    }
    const char *said = attribute_value(b, attr);
    const struct value_rule *rule = value_rule(e->kind, name);
    if (said[0] == '\0')
        return;
    if (rule == NULL) {
        e->at[text_attribute(name)] = said;
    } else if (!value_set(e, rule, said)) {
        say_value(b, e, name, said, value_list(w->a, rule));
        e->set[rule->at] = 1; /* it is not missing besides */
    }
}

/* False, and said, when one is missing without which the element means nothing. */
static bool has_required(struct build *b, const struct element *e)
{
    const char *missing = NULL;
    bool whole = element_is_whole(e, &missing);
    if (!whole)
        diag(b->w->d, DIAG_ATTRIBUTE_WRONG, e->pos, "<%s> without `%s`",
             element_name(e->kind), missing);
    return whole;
}

/* What the house or the programme says of its picture, where the template does not. */
static void picture_words(struct build *b, struct element *e)
{
    const struct programme *p = b->w->in->programme;
    const char **names = NEW_ARRAY(b->w->a, const char *, p->picture_count + 1);
    for (size_t i = 0; i < p->picture_count; i++) {
        const struct own_picture *of = &p->pictures[i];
        const struct inline_node *alt = of->alt.in[b->w->lang];
        names[i] = of->id;
        if (strcmp(of->id, e->at[AT_PICTURE]) != 0)
            continue;
        if (alt != NULL && element_child(e, EL_ALT) == NULL)
            element_text(b->w->a, element_add(b->w->a, e, EL_ALT, e->pos),
                         prose_plain(b->w->a, alt), e->pos);
        return;
    }
    const char *near = nearest_name(e->at[AT_PICTURE], names, p->picture_count);
    diag(b->w->d, DIAG_ATTRIBUTE_WRONG, e->pos, "picture=\"%s\" of <%s>; %s",
         e->at[AT_PICTURE], element_name(e->kind),
         near != NULL ? arena_printf(b->w->a, "did you mean \"%s\"?", near)
                      : "name one of `pictures` in programme.yaml or style.yaml");
}

/* ---- elements that stand for something else ---- */

/* As XPath writes it: digits alone. */
static bool whole_number(const char *text, long *out)
{
    size_t len = strspn(text, "0123456789");
    if (len == 0 || len > 9 || text[len] != '\0')
        return false;
    *out = strtol(text, NULL, 10);
    return true;
}

/* A plural's number: digits, or a figure as in a mark. */
static bool word_count(struct build *b, const struct element *e, long *count)
{
    const char *expr = e->at[AT_COUNT];
    if (expr == NULL)
        return false;
    if (whole_number(expr, count))
        return true;
    const struct figure_ask *ask = figure_expression(b->w, expr, e->pos);
    if (ask == NULL)
        return false;
    *count = figure_count(b->w->d, b->w->s, ask).count;
    return true;
}

static void build_word(struct build *b, struct sink *to, struct element *e,
                       const xmlNode *node)
{
    struct sink with = sink_of(e);
    const size_t printed = b->w->prints.len;
    build_children(b, &with, node->children);
    subjects_check(b->w, e, printed);
    long count = 0;
    bool counts = word_count(b, e, &count);
    expand_word(b->w, to, e->at[AT_KEY], counts ? &count : NULL, e->first, e->pos);
}

static void build_prose(struct build *b, struct sink *to, const struct element *e)
{
    unsigned long n = strtoul(e->at[AT_TEXT], NULL, 10);
    if (n >= b->w->texts.len)
        diag(b->w->d, DIAG_ATTRIBUTE_WRONG, e->pos,
             "n=\"%s\" of <prose>; copy it from the input, it is no number to choose",
             e->at[AT_TEXT]);
    else
        expand_prose(b->w, to, n);
}

static void say_number(struct build *b, const struct element *e, const char *name,
                       const char *said)
{
    diag(b->w->d, DIAG_ATTRIBUTE_WRONG, e->pos,
         "%s=\"%s\" of <%s>; it is a whole number, as round(sum(...)) makes", name, said,
         element_name(e->kind));
}

/* What the template has computed, unless the data already do: somebody signs it. */
static void build_computed(struct build *b, struct sink *to, const struct element *e)
{
    long n;
    if (e->at[AT_EXPR] != NULL || e->at[AT_VALUE] == NULL || e->at[AT_OF] == NULL)
        diag(b->w->d, DIAG_ATTRIBUTE_WRONG, e->pos,
             "a <fig> has `expr`, or else `value` and `of`");
    else if (!whole_number(e->at[AT_VALUE], &n))
        say_number(b, e, "value", e->at[AT_VALUE]);
    else
        figure_computed(b->w, sink_inlines(b->w, to, e->pos), e, n);
}

/* What nothing applied to has no share: an author is to say that in words, a table of
 * all questions says it for them. */
static bool is_share_of_nothing(struct build *b, const struct figure_ask *ask)
{
    if (ask->kind != FIGURE_QUESTION || ask->form != FORM_PERCENT)
        return false;
    struct figure f = figure_count(diags_new(b->w->a), b->w->s, ask);
    return f.kept && f.base == 0 && f.percent == SCORE_NONE;
}

static void build_fig(struct build *b, struct sink *to, const struct element *e)
{
    if (e->at[AT_EXPR] == NULL || e->at[AT_VALUE] != NULL || e->at[AT_OF] != NULL ||
        e->at[AT_MARK_FORM] != NULL) {
        build_computed(b, to, e);
        return;
    }
    const struct figure_ask *ask = figure_expression(b->w, e->at[AT_EXPR], e->pos);
    if (ask == NULL)
        return;
    use_figure(b->w, ask, e->pos);
    struct element *into = sink_inlines(b->w, to, e->pos);
    if (is_share_of_nothing(b, ask))
        word_into(b->w, into, report_word_key(REPORT_WORD_NOT_SCORED), NULL, true);
    else if (ask->kind == FIGURE_SAID && ask->title == NULL)
        figure_said(b->w, into, ask);
    else
        figure_into(b->w, into, ask, NULL);
}

static void build_number(struct build *b, struct sink *to, const struct element *e)
{
    long n;
    if (!whole_number(e->at[AT_TEXT], &n))
        say_number(b, e, "n", e->at[AT_TEXT]);
    else
        element_text(b->w->a, sink_inlines(b->w, to, e->pos),
                     lang_number(b->w->a, b->w->lang, n), e->pos);
}

/* Stands for a chart and what belongs to it. */
static void build_series(struct build *b, struct sink *to, const struct element *e)
{
    to->run = NULL;
    series_into(b->w, to->parent, e);
}

static void build_kept(struct build *b, struct sink *to, struct element *e,
                       const xmlNode *node)
{
    if (element_is_inline(e->kind)) {
        element_append(sink_inlines(b->w, to, e->pos), e);
    } else {
        to->run = NULL;
        element_append(to->parent, e);
    }
    struct sink inside = sink_of(e);
    const size_t printed = b->w->prints.len;
    build_children(b, &inside, node->children);
    if (e->at[AT_PICTURE] != NULL)
        picture_words(b, e);
    subjects_check(b->w, e, printed);
    if (e->kind == EL_NOTE && e->at[AT_NAME] != NULL && e->first == NULL)
        expand_note(b->w, e);
}

bool work_room(struct work *w, size_t more, struct pos pos)
{
    bool fits = w->made + more <= BUILD_ELEMENTS;
    if (!fits && w->made <= BUILD_ELEMENTS)
        diag(w->d, DIAG_XSLT_LIMIT, pos,
             "the report has more than %d elements; look for templates that repeat "
             "themselves",
             BUILD_ELEMENTS);
    w->made = fits ? w->made + more : BUILD_ELEMENTS + 1;
    return fits;
}

static void build_element(struct build *b, struct sink *to, const xmlNode *node)
{
    struct pos pos = source_pos(b->sources, node->line);
    if (pos.file == NULL)
        pos = to->pos;
    else
        b->sources->elements.at[node->line].made = true;
    if (!work_room(b->w, 1, pos))
        return;
    int kind = element_found(b->w->elements, (const char *)node->name);
    if (kind < 0) {
        say_unknown(b, (const char *)node->name, pos);
        return;
    }
    struct element *e = element_new(b->w->a, (enum element_kind)kind, pos);
    for (const xmlAttr *attr = node->properties; attr != NULL; attr = attr->next)
        set_attribute(b, e, attr);
    if (!may_stand(e->kind, to))
        say_place(b, e->kind, to, pos);
    else if (!has_required(b, e))
        return;
    else if (e->kind == EL_WORD)
        build_word(b, to, e, node);
    else if (e->kind == EL_PROSE)
        build_prose(b, to, e);
    else if (e->kind == EL_FIG)
        build_fig(b, to, e);
    else if (e->kind == EL_NUMBER)
        build_number(b, to, e);
    else if (e->kind == EL_SERIES)
        build_series(b, to, e);
    else
        build_kept(b, to, e, node);
}

/* Text that came past the lint: a value's own words, not its <prose>. */
static void check_text(struct build *b, const struct sink *to, const xmlNode *node)
{
    const char *text = (const char *)node->content;
    if (text == NULL || text[strspn(text, " \t\n\r")] == '\0')
        return;
    size_t len = utf8_cut(text, strlen(text), 40);
    diag(b->w->d, DIAG_XSLT_FORBIDDEN, to->pos,
         "text \"%.*s\" came into <%s>; copy the <prose> of a value, or use <word>",
         (int)len, text, element_name(to->parent->kind));
}

static void build_children(struct build *b, struct sink *to, const xmlNode *first)
{
    if (++b->depth > BUILD_DEPTH) {
        diag(b->w->d, DIAG_XSLT_LIMIT, to->pos,
             "elements stand more than %d deep in each other", BUILD_DEPTH);
        first = NULL;
    }
    for (const xmlNode *n = first; n != NULL; n = n->next) {
        if (n->type == XML_ELEMENT_NODE)
            build_element(b, to, n);
        else if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE)
            check_text(b, to, n);
    }
    b->depth--;
}

/* The single root, a <report>; NULL when there is none. */
static const xmlNode *report_node(struct build *b, xmlDocPtr doc)
{
    const xmlNode *root = xmlDocGetRootElement(doc);
    if (root != NULL && xmlStrEqual(root->name, (const xmlChar *)"report"))
        return root;
    diag(b->w->d, DIAG_ELEMENT_PLACE, source_pos(b->sources, root ? root->line : 1),
         "the template makes %s%s%s; the whole document stands in one <report>",
         root ? "<" : "nothing", root ? (const char *)root->name : "", root ? ">" : "");
    return NULL;
}

struct element *build_report(struct work *w, const struct sources *from, void *result)
{
    struct build b = {.w = w, .sources = from};
    const xmlNode *node = report_node(&b, result);
    if (node == NULL)
        return NULL;
    struct element *root = element_new(w->a, EL_REPORT, source_pos(from, node->line));
    from->elements.at[node->line].made = true;
    struct sink inside = sink_of(root);
    for (const xmlAttr *at = node->properties; at != NULL; at = at->next)
        set_attribute(&b, root, at);
    build_children(&b, &inside, node->children);
    return root;
}
