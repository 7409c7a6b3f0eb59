/* outline.c -- what a template made, as lines: elements with their attributes, keys of
 * wordings, expressions of figures and names of fields, none of the words that they will
 * print.  In: the XML result, before anything is put in; out: lines for those who compare
 * what templates make. */
#include "compose/template.h"

#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

struct outlining {
    struct work *w;
    const struct sources *sources;
};

/* An edition's own language is the same in each. */
static const char *value_of(struct outlining *o, const xmlAttr *at)
{
    const char *value = at->children != NULL ? (const char *)at->children->content : NULL;
    if (value == NULL || strcmp((const char *)at->name, "lang") != 0)
        return value != NULL ? value : "";
    return strcmp(value, lang_code(o->w->lang)) == 0 ? "own" : "other";
}

/* "prose report.foreword", "prose title of section 1". */
static void text_put(struct outlining *o, const char *n, struct buf *out)
{
    size_t i = strtoul(n, NULL, 10);
    const struct author_text *t = i < o->w->texts.len ? &o->w->texts.at[i] : NULL;
    if (t == NULL)
        return;
    if (t->what != NULL)
        buf_printf(out, " %s %s", t->what, t->of_list);
    else
        buf_printf(out, " %s", t->name);
}

/* The attribute that an element is mostly about stands first and without its name. */
static bool is_plain(const char *element, const char *name)
{
    return (strcmp(element, "word") == 0 && strcmp(name, "key") == 0) ||
           (strcmp(element, "fig") == 0 && strcmp(name, "expr") == 0) ||
           (strcmp(element, "with") == 0 && strcmp(name, "name") == 0);
}

static const char *words_of(struct outlining *o, const xmlNode *n)
{
    struct buf words = buf_new(o->w->a);
    const char *element = (const char *)n->name;
    buf_str(&words, element);
    for (const xmlAttr *at = n->properties; at != NULL; at = at->next) {
        const char *name = (const char *)at->name, *value = value_of(o, at);
        if (strcmp(element, "prose") == 0)
            text_put(o, value, &words);
        else if (is_plain(element, name))
            buf_printf(&words, " %s", value);
        else
            buf_printf(&words, " %s=%s", name, value);
    }
    return words.at;
}

static const char *parent_of(struct outlining *o, const xmlNode *n)
{
    bool root = n->parent == NULL || n->parent->type != XML_ELEMENT_NODE;
    return root ? "" : arena_strdup(o->w->a, (const char *)n->parent->name);
}

static void lines_put(struct outlining *o, const xmlNode *n, struct pos around, int depth)
{
    const struct pos own = source_pos(o->sources, n->line),
                     at = own.file != NULL ? own : around;
    *array_push(o->w->a, &o->w->outline) =
        (struct outline_line){depth, parent_of(o, n), words_of(o, n), at};
    for (const xmlNode *c = n->children; c != NULL; c = c->next)
        if (c->type == XML_ELEMENT_NODE)
            lines_put(o, c, at, depth + 1);
}

void outline_take(struct work *w, const struct sources *from, void *result)
{
    struct outlining o = {w, from};
    const xmlNode *root = xmlDocGetRootElement(result);
    if (root != NULL)
        lines_put(&o, root, (struct pos){0}, 0);
}
