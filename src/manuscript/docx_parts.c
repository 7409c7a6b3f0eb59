/* docx_parts.c -- in: the parts of a Word document beside its text: styles, numbering,
 * relationships, comments, and what an export has left in it; out: maps by the names that
 * the text uses.  Runs in the sandbox. */
#include "manuscript/docx.h"

#include "base/ascii.h"
#include "office/sandbox.h"

#include <ctype.h>
#include <string.h>

const xmlNode *docx_child(const xmlNode *n, const char *name)
{
    for (const xmlNode *c = n != NULL ? n->children : NULL; c != NULL; c = c->next)
        if (word_is(c, name))
            return c;
    return NULL;
}

const char *docx_value(struct docx *x, const xmlNode *n, const char *name)
{
    const xmlNode *c = docx_child(n, name);
    return c != NULL ? word_attribute(x->a, c, "val") : "";
}

bool docx_is_on(struct docx *x, const xmlNode *n, const char *name)
{
    const xmlNode *c = docx_child(n, name);
    if (c == NULL)
        return false;
    const char *says = word_attribute(x->a, c, "val");
    return strcmp(says, "0") != 0 && strcmp(says, "false") != 0 &&
           strcmp(says, "off") != 0 && strcmp(says, "none") != 0;
}

const char *docx_folded(struct arena *a, const char *text)
{
    char *out = arena_strdup(a, text);
    for (char *s = out; *s != '\0'; s++)
        *s = (char)tolower((unsigned char)*s);
    return out;
}

/* ---- styles ---- */

/* Names of headings that say no level: "Heading 2", "heading 2 numbered". */
static int outline_of(const char *name, const char *says)
{
    if (is_digit(says[0]) && says[1] == '\0')
        return says[0] - '0' < 9 ? says[0] - '0' : -1;
    if (strncmp(name, "heading ", 8) == 0 && name[8] >= '1' && name[8] <= '9')
        return name[8] - '1';
    return -1;
}

static void take_style(struct docx *x, const xmlNode *n)
{
    struct docx_style *s = NEW(x->a, struct docx_style);
    const xmlNode *paragraph = docx_child(n, "pPr"), *run = docx_child(n, "rPr");
    const xmlNode *list = docx_child(paragraph, "numPr");
    s->id = word_attribute(x->a, n, "styleId");
    s->name = docx_folded(x->a, docx_value(x, n, "name"));
    s->based = docx_value(x, n, "basedOn");
    s->left = docx_left(x, paragraph);
    s->outline = outline_of(s->name, docx_value(x, paragraph, "outlineLvl"));
    s->list = list != NULL ? docx_value(x, list, "numId") : NULL;
    s->level = list != NULL ? docx_value(x, list, "ilvl") : NULL;
    s->bold = docx_is_on(x, run, "b");
    s->italic = docx_is_on(x, run, "i");
    s->character = strcmp(word_attribute(x->a, n, "type"), "character") == 0;
    map_put(x->styles, s->id, s);
}

static bool is_welsh(const char *language)
{
    return strncmp(language, "cy", 2) == 0;
}

void docx_styles(struct docx *x, const xmlNode *root)
{
    const xmlNode *run =
        docx_child(docx_child(docx_child(root, "docDefaults"), "rPrDefault"), "rPr");
    x->welsh = is_welsh(docx_value(x, run, "lang"));
    for (const xmlNode *n = root->children; n != NULL; n = n->next)
        if (word_is(n, "style"))
            take_style(x, n);
}

const struct docx_style *docx_style(const struct docx *x, const char *id)
{
    return id[0] != '\0' ? map_get(x->styles, id) : NULL;
}

/* ---- numbering ---- */

static bool is_blank_text(const char *text)
{
    return strspn(text, " \t\n") == strlen(text);
}

/* "ID LEVEL" to what it is; "c" is pandoc's, which go on with what an item says. */
static void take_levels(struct docx *x, const xmlNode *n, const char *id)
{
    for (const xmlNode *c = n->children; c != NULL; c = c->next) {
        if (!word_is(c, "lvl"))
            continue;
        const char *format = docx_value(x, c, "numFmt");
        const char *sign = docx_value(x, c, "lvlText");
        const bool none = docx_child(c, "lvlText") != NULL && is_blank_text(sign);
        struct docx_level *level = NEW(x->a, struct docx_level);
        level->kind = strcmp(format, "bullet") == 0 ? none ? "c" : "b"
                      : strcmp(format, "none") == 0 ? ""
                                                    : "n";
        level->left = docx_left(x, docx_child(c, "pPr"));
        map_put(x->lists,
                arena_printf(x->a, "%s %s", id, word_attribute(x->a, c, "ilvl")), level);
    }
}

void docx_numbering(struct docx *x, const xmlNode *root)
{
    for (const xmlNode *n = root->children; n != NULL; n = n->next) {
        if (word_is(n, "abstractNum"))
            take_levels(
                x, n,
                arena_printf(x->a, "of %s", word_attribute(x->a, n, "abstractNumId")));
        if (word_is(n, "num")) {
            const char *of = docx_value(x, n, "abstractNumId");
            map_put(x->lists, word_attribute(x->a, n, "numId"),
                    arena_printf(x->a, "of %s", of));
        }
    }
}

struct docx_level docx_level(const struct docx *x, const char *list, const char *level)
{
    const struct docx_level none = {"", -1}, unknown = {"b", -1};
    if (list == NULL || list[0] == '\0' || strcmp(list, "0") == 0)
        return none;
    const char *of = map_get(x->lists, list);
    if (level == NULL || level[0] == '\0')
        level = "0";
    const struct docx_level *found =
        of != NULL ? map_get(x->lists, arena_printf(x->a, "%s %s", of, level)) : NULL;
    return found != NULL ? *found : unknown;
}

/* ---- relationships ---- */

const char *docx_attribute(struct docx *x, const xmlNode *n, const char *name)
{
    xmlChar *value = xmlGetNoNsProp(n, (const xmlChar *)name);
    const char *copy = value != NULL ? arena_strdup(x->a, (const char *)value) : "";
    xmlFree(value);
    return copy;
}

/* "../customXml/item1.xml" from "word/" is "customXml/item1.xml". */
static const char *path_from(struct docx *x, const char *target)
{
    if (target[0] == '/')
        return target + 1;
    size_t len = strlen(x->folder);
    for (; strncmp(target, "../", 3) == 0; target += 3)
        for (len -= len > 0; len > 0 && x->folder[len - 1] != '/';)
            len--;
    return arena_printf(x->a, "%.*s%s", (int)len, x->folder, target);
}

void docx_links(struct docx *x, const xmlNode *root)
{
    for (const xmlNode *n = root->children; n != NULL; n = n->next) {
        if (n->type != XML_ELEMENT_NODE)
            continue;
        const char *type = docx_attribute(x, n, "Type");
        const char *end = strrchr(type, '/'), *target = docx_attribute(x, n, "Target");
        if (end != NULL && strcmp(end, "/hyperlink") == 0)
            map_put(x->links, docx_attribute(x, n, "Id"), (void *)(uintptr_t)target);
        else if (end != NULL && x->relations.len < DOCX_BOXES &&
                 strcmp(docx_attribute(x, n, "TargetMode"), "External") != 0)
            *array_push(x->a, &x->relations) =
                (struct docx_relation){end + 1, path_from(x, target)};
    }
}

void docx_aside(struct docx *x, enum paper_lost kind, const char *words)
{
    const char *key = arena_printf(x->a, "%d %s", kind, words);
    if (is_blank_text(words) || map_put(x->said, key, x) != NULL)
        return;
    text_put_str(x->out, "aside");
    text_put_str(x->out, arena_printf(x->a, "%d", kind));
    text_put_str(x->out, words);
}

/* ---- comments ---- */

/* On one line, without what would end the query. */
static const char *query_text(struct docx *x, const char *text)
{
    struct buf out = buf_new(x->a);
    for (; *text != '\0'; text++) {
        if (is_blank(*text) && (out.len == 0 || out.at[out.len - 1] == ' '))
            continue;
        if (*text == '(' && text[1] == '(')
            continue; /* no mark in a mark */
        if (*text == '?' && text[1] == ')' && text[2] == ')')
            continue;
        buf_char(&out, is_blank(*text) ? ' ' : *text);
    }
    while (out.len > 0 && out.at[out.len - 1] == ' ')
        out.at[--out.len] = '\0';
    return out.at;
}

/* Whatever namespace an attribute has. */
static const char *any_attribute(struct docx *x, const xmlNode *n, const char *name)
{
    for (const xmlAttr *at = n->properties; at != NULL; at = at->next)
        if (strcmp((const char *)at->name, name) == 0 && at->children != NULL &&
            at->children->content != NULL)
            return arena_strdup(x->a, (const char *)at->children->content);
    return "";
}

/* Which threads are done with, by the paragraph that ends each comment. */
void docx_done(struct docx *x, const xmlNode *root)
{
    for (const xmlNode *n = root->children; n != NULL; n = n->next)
        if (n->type == XML_ELEMENT_NODE &&
            strcmp((const char *)n->name, "commentEx") == 0 &&
            strcmp(any_attribute(x, n, "done"), "1") == 0)
            map_put(x->done, any_attribute(x, n, "paraId"), x);
}

static bool is_done(struct docx *x, const xmlNode *comment)
{
    for (const xmlNode *n = comment->children; n != NULL; n = n->next)
        if (word_is(n, "p") && map_get(x->done, any_attribute(x, n, "paraId")) != NULL)
            return true;
    return false;
}

static void take_comment(struct docx *x, const xmlNode *n)
{
    struct docx_comment *c = NEW(x->a, struct docx_comment);
    struct buf text = buf_new(x->a);
    word_text(n, &text, 0);
    const char *author = query_text(x, word_attribute(x->a, n, "author"));
    const char *asks = query_text(x, text.at);
    if (asks[0] == '\0')
        return;
    c->words = author[0] != '\0' ? arena_printf(x->a, "%s: %s", author, asks) : asks;
    if (!is_done(x, n))
        c->query = arena_printf(x->a, "((? %s ?))", c->words);
    map_put(x->comments, word_attribute(x->a, n, "id"), c);
    *array_push(x->a, &x->all_comments) = c;
}

void docx_queries(struct docx *x, const xmlNode *root)
{
    for (const xmlNode *n = root->children; n != NULL; n = n->next)
        if (word_is(n, "comment"))
            take_comment(x, n);
}

/* ---- what was exported ---- */

void docx_state(struct docx *x, const xmlNode *root)
{
    if (root->ns == NULL || strcmp((const char *)root->ns->href, PAPER_STATE) != 0)
        return;
    text_put_str(x->out, "own");
    for (const xmlNode *n = root->children; n != NULL; n = n->next) {
        if (n->type != XML_ELEMENT_NODE)
            continue;
        xmlChar *content = xmlNodeGetContent(n);
        const char *words =
            content != NULL ? arena_strdup(x->a, (const char *)content) : "";
        xmlFree(content);
        const char *shown = docx_attribute(x, n, "shown");
        const char *number = docx_attribute(x, n, "n");
        text_put_str(x->out, "state");
        text_put_str(x->out, (const char *)n->name);
        text_put_str(x->out, number);
        text_put_str(x->out, shown);
        text_put_str(x->out, words);
        if (strcmp((const char *)n->name, "mark") == 0) {
            struct text_run *mark = NEW(x->a, struct text_run);
            *mark = (struct text_run){.kind = PHRASE_CODE, .text = words, .link = shown};
            map_put(x->marks, arena_printf(x->a, PAPER_MARK_NUMBER "%s", number), mark);
            map_put(x->marks, arena_printf(x->a, PAPER_MARK "%s", words), mark);
            const struct text_run *other = map_put(x->shown, shown, mark);
            if (other != NULL &&
                (other->kind == PHRASE_WORDS || strcmp(other->text, words) != 0))
                mark->kind = PHRASE_WORDS; /* nobody can tell which of them */
        }
    }
}
