/* docx_remarks.c -- in: a Word document; out: what stands beside its tables: paragraphs
 * before and behind them, Word's own comments with the words that they are about, and
 * notes.  Runs in the sandbox. */
#include "comments/docx.h"

#include "base/array.h"
#include "base/map.h"
#include "comments/form.h"
#include "comments/reply.h"
#include "office/sandbox.h"
#include "office/word.h"

#include <string.h>

static void send_remark(struct docx_walk *w, const char *text, const char *author,
                        const char *date, const char *words, size_t row)
{
    if (w->remarks++ >= DOCX_REMARKS)
        return;
    text_put_str(w->out, "remark");
    text_put_str(w->out, text);
    text_put_str(w->out, author);
    text_put_str(w->out, date);
    text_put_str(w->out, words);
    text_put_str(w->out, arena_printf(w->out->a, "%zu", row));
}

/* ---- which draft, and what is ours ---- */

static const char *property_text(struct arena *a, const xmlNode *property)
{
    xmlChar *text = xmlNodeGetContent(property);
    const char *copy = text != NULL ? arena_strdup(a, (const char *)text) : "";
    xmlFree(text);
    return copy;
}

void docx_properties(struct docx_walk *w, const xmlNode *root)
{
    for (const xmlNode *n = root->children; n != NULL; n = n->next) {
        xmlChar *name = n->type == XML_ELEMENT_NODE
                            ? xmlGetNoNsProp(n, (const xmlChar *)"name")
                            : NULL;
        if (name != NULL && strcmp((const char *)name, FORM_OWN) == 0) {
            w->own = property_text(w->out->a, n);
        } else if (name != NULL && strcmp((const char *)name, FORM_DRAFT) == 0) {
            text_put_str(w->out, "draft");
            text_put_str(w->out, property_text(w->out->a, n));
        }
        xmlFree(name);
    }
}

/* Forms that were sent before they said which paragraphs are theirs: all above the table,
 * and the name of the draft under it. */
static bool is_own(const struct docx_walk *w, const char *text)
{
    struct form_draft draft;
    if (w->own != NULL)
        return strstr(w->own, form_own(w->out->a, text)) != NULL;
    return w->table == 0 ||
           form_draft_parse(w->out->a, text_one_line(w->out->a, text), &draft);
}

/* ---- beside the tables ---- */

void docx_end_remark(struct docx_walk *w)
{
    const char *text = w->remark.at;
    if (text_one_line(w->out->a, text)[0] != '\0')
        send_remark(w, text, "", "", "", 0);
    w->remark = buf_new(w->out->a);
}

/* Paragraphs that follow each other are one remark. */
void docx_paragraph(struct docx_walk *w, const xmlNode *p, int depth)
{
    struct buf text = buf_new(w->out->a);
    word_text(p, &text, depth + 1);
    if (text_one_line(w->out->a, text.at)[0] == '\0')
        return;
    if (is_own(w, text.at)) {
        docx_end_remark(w);
        return;
    }
    if (w->remark.len > 0)
        buf_char(&w->remark, '\n');
    buf_str(&w->remark, text.at);
}

void docx_notes(struct docx_walk *w, const xmlNode *root)
{
    for (const xmlNode *n = root->children; n != NULL; n = n->next) {
        struct buf text = buf_new(w->out->a);
        if ((!word_is(n, "footnote") && !word_is(n, "endnote")) ||
            word_attribute(w->out->a, n, "type")[0] != '\0') /* a rule between them */
            continue;
        word_text(n, &text, 0);
        if (text_one_line(w->out->a, text.at)[0] != '\0')
            send_remark(w, text.at, "", "", "", 0);
    }
}

/* ---- comments ---- */

enum { OPEN = 20, WORDS = 2000 /* bytes that a comment is about at most */ };

/* The words between the marks of a comment, and the row that they stand in. */
struct docx_anchor {
    const xmlNode *comment;
    struct buf words;
    size_t row;
};

struct docx_anchors {
    struct arena *a;
    struct map *ids;
    ARRAY(struct docx_anchor *) all;
    struct docx_anchor *open[OPEN]; /* whose words come now */
    int opened;
};

static size_t marked_row(const xmlNode *n)
{
    for (; n != NULL; n = n->parent)
        if (word_is(n, "tr") && n->_private != NULL)
            return (size_t)(uintptr_t)n->_private;
    return 0;
}

static struct docx_anchor *anchor_of(const struct docx_anchors *w, const xmlNode *n)
{
    return map_get(w->ids, word_attribute(w->a, n, "id"));
}

static void open_anchor(struct docx_anchors *w, struct docx_anchor *c, const xmlNode *n)
{
    if (c == NULL)
        return;
    c->row = marked_row(n);
    if (w->opened < OPEN)
        w->open[w->opened++] = c;
}

static void close_anchor(struct docx_anchors *w, const struct docx_anchor *c)
{
    int kept = 0;
    for (int i = 0; i < w->opened; i++)
        if (w->open[i] != c)
            w->open[kept++] = w->open[i];
    w->opened = kept;
}

static void add_words(struct docx_anchors *w, const char *words)
{
    for (int i = 0; i < w->opened; i++)
        if (w->open[i]->words.len < WORDS)
            buf_str(&w->open[i]->words, words);
}

static void walk_anchors(struct docx_anchors *w, const xmlNode *parent, int depth)
{
    for (const xmlNode *n = parent->children; n != NULL && depth < WORD_DEPTH;
         n = n->next) {
        if (word_is(n, "commentRangeStart")) {
            open_anchor(w, anchor_of(w, n), n);
        } else if (word_is(n, "commentRangeEnd")) {
            close_anchor(w, anchor_of(w, n));
        } else if (word_is(n, "commentReference")) {
            struct docx_anchor *c = anchor_of(w, n);
            if (c != NULL && c->row == 0)
                c->row = marked_row(n);
        } else if (w->opened > 0 && word_is(n, "t")) {
            struct buf text = buf_new(w->a);
            word_text(parent, &text, depth);
            add_words(w, text.at);
            return;
        } else if (!word_passed(n)) {
            if (word_is(n, "p"))
                add_words(w, " ");
            walk_anchors(w, n, depth + 1);
        }
    }
}

static void send_comment(struct docx_walk *w, const struct docx_anchor *c)
{
    struct arena *a = w->out->a;
    struct buf text = buf_new(a);
    word_text(c->comment, &text, 0);
    if (text_one_line(a, text.at)[0] != '\0')
        send_remark(w, text.at, word_attribute(a, c->comment, "author"),
                    word_attribute(a, c->comment, "date"), text_one_line(a, c->words.at),
                    c->row);
}

void docx_comments(struct docx_walk *w, const xmlNode *root)
{
    struct docx_anchors anchors = {.a = w->out->a, .ids = map_new(w->out->a)};
    for (const xmlNode *n = root->children; n != NULL; n = n->next) {
        if (!word_is(n, "comment") || anchors.all.len >= DOCX_REMARKS)
            continue;
        struct docx_anchor *c = NEW(anchors.a, struct docx_anchor);
        *c = (struct docx_anchor){.comment = n, .words = buf_new(anchors.a)};
        map_put(anchors.ids, word_attribute(anchors.a, n, "id"), c);
        *array_push(anchors.a, &anchors.all) = c;
    }
    if (anchors.all.len > 0)
        walk_anchors(&anchors, w->text, 0);
    for (size_t i = 0; i < anchors.all.len; i++)
        send_comment(w, anchors.all.at[i]);
}
