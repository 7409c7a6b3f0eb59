/* dump.c -- the report tree as XML (the dump "xml"), and the vocabulary's own manual,
 * docs/document.md.  Both are read by people and compared by tests. */
#include "report/rule.h"

#include <string.h>

static void dump_number(struct buf *out, const char *name, long n)
{
    if (n >= 0)
        buf_printf(out, " %s=\"%ld\"", name, n);
}

static void dump_attributes(const struct element *e, struct buf *out)
{
#define T(id, name) buf_attribute(out, name, e->at[AT_##id]);
#define V(id, name) buf_attribute(out, name, value_said(out->a, e, AT_##id));
    REPORT_ATTRIBUTES(T, V)
#undef T
#undef V
    buf_attribute(out, "r", e->ref);
    if (e->ref != NULL && strcmp(e->said, e->ref) != 0)
        buf_attribute(out, "said", e->said);
    buf_attribute(out, "label", e->label);
    if (e->fill != FILL_NONE && e->set[AT_FILL] != (int)e->fill + 1)
        buf_attribute(out, "pattern", fill_name(e->fill));
    dump_number(out, "counted", e->count);
    dump_number(out, "base", e->base);
    dump_number(out, "percent", e->percent);
    dump_number(out, "lowest", e->lowest);
    dump_number(out, "average", e->average);
    dump_number(out, "highest", e->highest);
}

static void dump_inline(const struct element *e, struct buf *out);

/* Contents of an element of text, on one line, blocks of notes among them. */
static void dump_inside(const struct element *e, struct buf *out)
{
    for (const struct element *c = e->first; c != NULL; c = c->next)
        dump_inline(c, out);
}

static void dump_inline(const struct element *e, struct buf *out)
{
    if (e->kind == EL_TEXT) {
        buf_xml(out, e->text);
        return;
    }
    buf_printf(out, "<%s", element_name(e->kind));
    dump_attributes(e, out);
    if (e->first == NULL) {
        buf_str(out, "/>");
        return;
    }
    buf_char(out, '>');
    dump_inside(e, out);
    buf_printf(out, "</%s>", element_name(e->kind));
}

static void dump_block(const struct element *e, int depth, struct buf *out)
{
    buf_printf(out, "%*s", 2 * depth, "");
    if (element_is_inline(e->kind) || element_holds_text(e->kind)) {
        dump_inline(e, out);
        buf_char(out, '\n');
        return;
    }
    buf_printf(out, "<%s", element_name(e->kind));
    dump_attributes(e, out);
    buf_str(out, e->first == NULL ? "/>\n" : ">\n");
    for (const struct element *c = e->first; c != NULL; c = c->next)
        dump_block(c, depth + 1, out);
    if (e->first != NULL)
        buf_printf(out, "%*s</%s>\n", 2 * depth, "", element_name(e->kind));
}

/* What the tree does not hold stands on its first lines. */
static void dump_head(const struct report *r, struct buf *out)
{
    buf_str(out, "<report");
    buf_attribute(out, "kind", value_said(out->a, r->root, AT_KIND));
    buf_attribute(out, "lang", lang_code(r->lang));
    buf_attribute(out, "title", r->title);
    buf_attribute(out, "subject", r->subject);
    buf_attribute(out, "keywords", r->keywords);
    buf_attribute(out, "author", r->author);
    dump_number(out, "queries", (long)r->queries);
    buf_str(out, ">\n");
    if (r->foot != NULL)
        dump_block(r->foot, 1, out);
}

void report_dump(const struct report *r, struct buf *out)
{
    dump_head(r, out);
    for (const struct element *c = r->root->first; c != NULL; c = c->next)
        dump_block(c, 1, out);
    buf_str(out, "</report>\n");
}
