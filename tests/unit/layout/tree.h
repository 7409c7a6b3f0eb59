/* tree.h -- reports from terse text, and what one layout needs, for the tests of layout.
 *
 *     section[id=a break=page]( heading[level=1]('Title') p('Some ' em('words')) )
 *
 * An element is its name, attributes in brackets, children in parentheses; text stands in
 * single quotation marks.  `label`, `ref`, `fill`, `percent`, `count` and `base` are set
 * like attributes. */
#ifndef TESTS_LAYOUT_TREE_H
#define TESTS_LAYOUT_TREE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "layout/layout.h"
#include "report/element.h"
#include "report/rule.h"

struct fixture {
    struct arena *a;
    struct diags *d;
    const struct style *style;
    struct faces *text;
};

static inline struct fixture fixture_new(void)
{
    struct fixture f = {.a = arena_new()};
    f.d = diags_new(f.a);
    const struct file *file = file_read(
        f.a, f.d, ROOT "/templates/house-plain/style.yaml", 1 << 20, (struct pos){0});
    f.style = style_parse(f.a, f.d, source_parse(f.a, f.d, file));
    assert_non_null(f.style);
    f.text = text_new(f.a, f.d, f.style, ROOT "/fonts");
    assert_non_null(f.text);
    return f;
}

static inline void fixture_free(struct fixture *f)
{
    text_free(f->text);
    arena_free(f->a);
}

/* ---- elements ---- */

static inline struct element *tree_element(struct arena *a, enum element_kind kind)
{
    struct element *e = NEW(a, struct element);
    e->kind = kind;
    e->percent = -1;
    e->count = e->base = -1;
    e->lowest = e->highest = e->average = -1;
    return e;
}

static inline struct element *tree_add(struct element *parent, struct element *child)
{
    child->parent = parent;
    if (parent->last == NULL)
        parent->first = child;
    else
        parent->last->next = child;
    parent->last = child;
    return child;
}

static inline struct element *tree_text(struct arena *a, struct element *parent,
                                        const char *text)
{
    struct element *e = tree_element(a, EL_TEXT);
    e->text = text;
    return tree_add(parent, e);
}

/* ---- reading ---- */

static inline const char *tree_name(struct arena *a, const char **at, const char *end)
{
    size_t len = strcspn(*at, end);
    const char *name = arena_strndup(a, *at, len);
    *at += len;
    return name;
}

static inline void tree_set(struct element *e, const char *name, const char *value)
{
    const struct value_rule *rule = value_rule(e->kind, name);
    if (rule != NULL)
        assert_true(value_set(e, rule, value));
    else if (text_attribute(name) >= 0)
        e->at[text_attribute(name)] = value;
    if (strcmp(name, "label") == 0)
        e->label = value;
    if (strcmp(name, "ref") == 0)
        e->ref = e->said = value;
    if (strcmp(name, "fill") == 0)
        e->fill = fill_named(value);
    if (strcmp(name, "percent") == 0)
        e->percent = atoi(value);
    if (strcmp(name, "count") == 0)
        e->count = atoi(value);
    if (strcmp(name, "base") == 0)
        e->base = atoi(value);
}

static inline void tree_attributes(struct arena *a, struct element *e, const char **at)
{
    for (++*at; **at != ']';) {
        *at += strspn(*at, " ");
        const char *name = tree_name(a, at, "=");
        ++*at;
        tree_set(e, name, tree_name(a, at, " ]"));
    }
    ++*at;
}

static inline void tree_children(struct arena *a, struct element *parent,
                                 const char **at);

static inline void tree_child(struct arena *a, struct element *parent, const char **at)
{
    if (**at == '\'') {
        ++*at;
        tree_text(a, parent, tree_name(a, at, "'"));
        ++*at;
        return;
    }
    const char *name = tree_name(a, at, "[( )'");
    for (int i = 0; i < EL_COUNT; i++) {
        if (strcmp(element_name((enum element_kind)i), name) != 0)
            continue;
        struct element *e = tree_add(parent, tree_element(a, (enum element_kind)i));
        if (**at == '[')
            tree_attributes(a, e, at);
        if (**at == '(') {
            ++*at;
            tree_children(a, e, at);
            ++*at;
        }
        return;
    }
    fail_msg("no element is called \"%s\"", name);
}

static inline void tree_children(struct arena *a, struct element *parent, const char **at)
{
    for (*at += strspn(*at, " \n"); **at != ')' && **at != '\0';
         *at += strspn(*at, " \n"))
        tree_child(a, parent, at);
}

static inline struct report *tree_report(struct arena *a, struct element *root)
{
    struct report *r = NEW(a, struct report);
    r->stage = STAGE_FINAL;
    r->title = "A test";
    r->dir = ".";
    r->root = root;
    for (int i = 0; i < LAYOUT_WORD_COUNT; i++)
        r->words[i] = "";
    r->words[LAYOUT_CONTINUED] = ", continued";
    r->words[LAYOUT_NOTE_LINK] = "Footnote";
    r->words[LAYOUT_NOTE_BACK] = "Back";
    r->words[LAYOUT_PAGE_LINK] = "Page";
    return r;
}

static inline struct report *tree_read(struct arena *a, const char *terse)
{
    struct element *root = tree_element(a, EL_REPORT);
    tree_children(a, root, &terse);
    return tree_report(a, root);
}

#endif
