/* docx_read.c -- in: the bytes of a Word document; out: its paragraphs, wherever they
 * stand, its notes, and what an export has left in it.  Knows nothing of fields.  The
 * document is read in a sandbox, which sends its paragraphs as texts. */
#include "manuscript/docx.h"

#include "base/ascii.h"
#include "office/sandbox.h"

#include <stdlib.h>
#include <string.h>

enum { PARAGRAPHS = 30000, BODY_DEPTH = 60, COLUMNS = 63 /* of a table, in Word */ };
#define PART_BYTES ((size_t)32 << 20)

/* Where a paragraph stands. */
struct standing_in {
    int table, row, cell;
    bool box;
};

static void send_number(struct docx *x, long n)
{
    text_put_str(x->out, arena_printf(x->a, "%ld", n));
}

/* ---- one paragraph ---- */

static int outline_in(struct docx *x, const xmlNode *ppr, const struct docx_style *style)
{
    const char *own = docx_value(x, ppr, "outlineLvl");
    if (is_digit(own[0]))
        return own[0] < '9' ? own[0] - '0' : -1;
    for (int i = 0; style != NULL && i < 10; i++, style = docx_style(x, style->based))
        if (style->outline >= 0)
            return style->outline;
    return -1;
}

static bool is_all_bold(const struct text_runs *p)
{
    bool any = false;
    for (size_t i = 0; i < p->all.len; i++) {
        const struct text_run *one = &p->all.at[i];
        const bool blank =
            one->kind != PHRASE_WORDS || strspn(one->text, " \t:") == strlen(one->text);
        if (!blank && !one->strong)
            return false;
        any |= !blank;
    }
    return any;
}

/* What is said of a paragraph besides its words. */
struct paragraph_says {
    const char *style;
    int outline;
    struct docx_item item;
    struct standing_in at;
};

static void send_words(struct docx *x, const struct paragraph_says *p,
                       struct text_runs *runs)
{
    const struct docx_item *item = &p->item;
    const bool bold = is_all_bold(runs);
    const char *words = phrases_words(x->a, runs);
    text_put_str(x->out, "p");
    text_put_str(x->out, p->style);
    send_number(x, p->outline);
    text_put_str(x->out, item->kind);
    send_number(x, item->level != NULL ? ascii_number(item->level, 8) : 0);
    send_number(x, item->left > 0 ? item->left : 0);
    send_number(x, item->named);
    send_number(x, item->kind[0] == 'c');
    send_number(x, bold);
    send_number(x, p->at.table);
    send_number(x, p->at.row);
    send_number(x, p->at.cell);
    send_number(x, p->at.box);
    text_put_str(x->out, x->home);
    text_put_str(x->out, phrases_markdown(x->a, runs));
    for (size_t i = 0; i < runs->all.len; i++)
        runs->all.at[i].em = runs->all.at[i].strong = false;
    text_put_str(x->out, phrases_markdown(x->a, runs));
    text_put_str(x->out, words);
    x->home = "";
}

static const char *level_below(struct docx *x, const char *level)
{
    enum { DEEPEST = 8 };
    const int above =
        level != NULL && level[0] != '\0' ? ascii_number(level, DEEPEST) : 0;
    return arena_printf(x->a, "%d", above < DEEPEST ? above + 1 : DEEPEST);
}

/* Items of a list that somebody has typed, one or several parted by line breaks: those of
 * an item are one deeper. */
static void send_paragraph(struct docx *x, const xmlNode *ppr, struct standing_in at)
{
    const struct docx_style *style = docx_style(x, docx_value(x, ppr, "pStyle"));
    struct paragraph_says p = {.style = style != NULL ? style->name : "",
                               .outline = outline_in(x, ppr, style),
                               .item = docx_item(x, ppr, style),
                               .at = at};
    if (p.outline >= 0) {
        send_words(x, &p, &x->phrases);
        return;
    }
    bool item = p.item.kind[0] != '\0', more = true;
    const struct docx_item typed = {
        .kind = "b", .level = item ? level_below(x, p.item.level) : NULL, p.item.left};
    struct docx_lines lines = docx_lines(x, &x->phrases);
    for (struct text_runs line; more; item = false) {
        more = docx_next_line(x, &lines, &line);
        if (docx_take_sign(x, &line, item) && !item)
            p.item = typed;
        send_words(x, &p, &line);
    }
}

/* ---- the text ---- */

struct body {
    struct docx *x;
    size_t paragraphs;
};

static void send_blocks(struct body *b, const xmlNode *parent, struct standing_in at,
                        int depth);

static void send_boxes(struct body *b, struct standing_in at, int depth)
{
    struct docx *x = b->x;
    const size_t count = x->boxes.len;
    const xmlNode **boxes = NEW_ARRAY(x->a, const xmlNode *, count + 1);
    for (size_t i = 0; i < count; i++)
        boxes[i] = x->boxes.at[i];
    x->boxes.len = 0;
    at.box = true;
    for (size_t i = 0; i < count; i++)
        send_blocks(b, boxes[i], at, depth + 1);
}

/* A paragraph whose end was deleted while changes were tracked goes on in the next. */
static void read_paragraph(struct body *b, const xmlNode *p, struct standing_in at,
                           int depth)
{
    struct docx *x = b->x;
    const xmlNode *ppr = docx_child(p, "pPr"), *mark = docx_child(ppr, "rPr");
    docx_phrases(x, p, 0);
    if (docx_child(mark, "del") != NULL && p->next != NULL)
        return;
    if (b->paragraphs++ < PARAGRAPHS && (x->phrases.all.len > 0 || x->home[0] != '\0'))
        send_paragraph(x, ppr, at);
    x->phrases = (struct text_runs){0};
    x->mark = NULL;
    x->home = "";
    if (x->boxes.len > 0)
        send_boxes(b, at, depth);
}

/* That a cell goes across. */
static int columns_of(const struct body *b, const xmlNode *cell)
{
    const xmlNode *span = docx_child(docx_child(cell, "tcPr"), "gridSpan");
    const int columns = span != NULL ? atoi(word_attribute(b->x->a, span, "val")) : 1;
    return columns > 1 && columns <= COLUMNS ? columns : 1;
}

/* Cells may stand in controls, one or a row of them in each. */
static void read_row(struct body *b, const xmlNode *row, struct standing_in *at,
                     int depth)
{
    for (const xmlNode *n = row->children; n != NULL; n = n->next)
        if (word_is(n, "tc")) {
            at->cell++;
            send_blocks(b, n, *at, depth + 1);
            at->cell += columns_of(b, n) - 1;
        } else if (n->type == XML_ELEMENT_NODE && !word_passed(n) && depth < BODY_DEPTH) {
            read_row(b, n, at, depth + 1);
        }
}

static void send_rows(struct body *b, const xmlNode *parent, struct standing_in *at,
                      int depth)
{
    if (depth >= BODY_DEPTH)
        return;
    for (const xmlNode *n = parent->children; n != NULL; n = n->next) {
        if (word_is(n, "tr")) {
            struct standing_in in = *at;
            in.row = ++at->row;
            read_row(b, n, &in, depth + 1);
        } else if (n->type == XML_ELEMENT_NODE && !word_passed(n)) {
            send_rows(b, n, at, depth + 1);
        }
    }
}

static void send_blocks(struct body *b, const xmlNode *parent, struct standing_in at,
                        int depth)
{
    if (depth >= BODY_DEPTH) {
        xmlChar *content = xmlNodeGetContent(parent);
        b->x->passed[PASSED_DEEP] +=
            content != NULL ? words_in((const char *)content) : 0;
        xmlFree(content);
        return;
    }
    for (const xmlNode *n = parent->children; n != NULL; n = n->next) {
        if (word_is(n, "p")) {
            read_paragraph(b, n, at, depth);
        } else if (word_is(n, "tbl")) {
            struct standing_in in = {.table = ++b->x->tables, .box = at.box};
            send_rows(b, n, &in, depth + 1);
        } else if (word_is(n, "altChunk")) {
            b->x->chunk = true;
        } else if (word_is(n, "bookmarkStart")) {
            const char *name = word_attribute(b->x->a, n, "name");
            if (strncmp(name, PAPER_HOME, strlen(PAPER_HOME)) == 0)
                b->x->home = name + strlen(PAPER_HOME);
        } else if (n->type == XML_ELEMENT_NODE && !word_passed(n)) {
            send_blocks(b, n, at, depth + 1);
        }
    }
}

/* ---- notes ---- */

/* Its paragraphs, in tables and controls too. */
static void note_lines(struct docx *x, const xmlNode *parent, struct text_lines *lines,
                       struct buf *words, int depth)
{
    for (const xmlNode *n = parent->children; n != NULL && depth < BODY_DEPTH;
         n = n->next) {
        if (!word_is(n, "p")) {
            if (n->type == XML_ELEMENT_NODE && !word_passed(n))
                note_lines(x, n, lines, words, depth + 1);
            continue;
        }
        x->phrases = (struct text_runs){0};
        docx_phrases(x, n, 0);
        const char *text = phrases_markdown(x->a, &x->phrases);
        if (text[0] == '\0')
            continue;
        buf_printf(words, "%s%s", lines->all.len > 0 ? PARAGRAPH_END : "",
                   phrases_words(x->a, &x->phrases));
        *array_push(x->a, &lines->all) =
            (struct text_line){.level = -1, .markdown = text};
    }
}

static void send_note(struct docx *x, const xmlNode *note, const char *which)
{
    struct text_lines lines = {0};
    struct buf words = buf_new(x->a);
    note_lines(x, note, &lines, &words, 0);
    x->phrases = (struct text_runs){0};
    text_put_str(x->out, "note");
    text_put_str(x->out,
                 arena_printf(x->a, "%s%s", which, word_attribute(x->a, note, "id")));
    text_put_str(x->out, lines_markdown(x->a, lines.all.at, lines.all.len));
    text_put_str(x->out, words.at);
}

static void send_notes(struct docx *x, const xmlNode *root, const char *name,
                       const char *which)
{
    for (const xmlNode *n = root->children; n != NULL; n = n->next)
        if (word_is(n, name) && word_attribute(x->a, n, "type")[0] == '\0')
            send_note(x, n, which);
}

static void docx_footnotes(struct docx *x, const xmlNode *root)
{
    send_notes(x, root, "footnote", "");
}

static void docx_endnotes(struct docx *x, const xmlNode *root)
{
    send_notes(x, root, "endnote", "e");
}

static void docx_margin(struct docx *x, const xmlNode *root)
{
    struct buf words = buf_new(x->a);
    word_text(root, &words, 0);
    docx_aside(x, LOST_MARGIN, words.at);
}

/* Words of a diagram or a chart. */
static void send_shapes(struct docx *x, const xmlNode *parent, int depth)
{
    for (const xmlNode *n = parent->children; n != NULL && depth < BODY_DEPTH;
         n = n->next) {
        if (n->type != XML_ELEMENT_NODE)
            continue;
        if (strcmp((const char *)n->name, "t") == 0)
            docx_shape(x, n);
        else
            send_shapes(x, n, depth + 1);
    }
}

static void docx_diagram(struct docx *x, const xmlNode *root)
{
    send_shapes(x, root, 0);
}

/* ---- parts ---- */

/* One that need not be there; a broken one is said, for what it held is lost. */
static bool read_part(struct docx *x, struct archive *z, const char *name,
                      void (*read)(struct docx *x, const xmlNode *root))
{
    const char *wrong;
    if (!archive_has(z, name))
        return true;
    xmlDocPtr doc = word_part(z, name, PART_BYTES, x->usual, &wrong);
    if (doc == NULL) {
        text_put_str(x->out, wrong);
        return false;
    }
    read(x, xmlDocGetRootElement(doc));
    xmlFreeDoc(doc);
    return true;
}

/* Parts by what the text says of them; by their usual names where it says nothing. */
static bool read_parts(struct docx *x, struct archive *z, const char *type,
                       const char *usual,
                       void (*read)(struct docx *x, const xmlNode *root))
{
    bool any = false;
    const size_t count = x->relations.len;
    for (size_t i = 0; i < count; i++)
        if (strcmp(x->relations.at[i].type, type) == 0) {
            any = true;
            if (!read_part(x, z, x->relations.at[i].path, read))
                return false;
        }
    for (int i = 0; !any && usual != NULL && i < 10; i++) {
        const char *number = i > 0 ? arena_printf(x->a, "%d", i) : "";
        if (!read_part(x, z, arena_printf(x->a, "%s%s.xml", usual, number), read))
            return false;
    }
    return true;
}

/* What a part points to: "word/_rels/document.xml.rels". */
static bool read_relations(struct docx *x, struct archive *z, const char *part)
{
    const char *slash = strrchr(part, '/'), *name = slash != NULL ? slash + 1 : part;
    x->folder = arena_strndup(x->a, part, (size_t)(name - part));
    return read_part(x, z, arena_printf(x->a, "%s_rels/%s.rels", x->folder, name),
                     docx_links);
}

/* Notes have links of their own. */
static bool read_notes(struct docx *x, struct archive *z, const char *type,
                       void (*read)(struct docx *x, const xmlNode *root))
{
    const char *part = arena_printf(x->a, "word/%s.xml", type);
    for (size_t i = 0; i < x->relations.len; i++)
        if (strcmp(x->relations.at[i].type, type) == 0)
            part = x->relations.at[i].path;
    x->links = map_new(x->a);
    return read_relations(x, z, part) && read_part(x, z, part, read);
}

static void docx_body(struct docx *x, const xmlNode *root)
{
    struct body b = {.x = x};
    send_blocks(&b, root, (struct standing_in){0}, 0);
    if (b.paragraphs > PARAGRAPHS)
        text_put_str(x->out, "=paragraphs");
}

/* The text itself, whatever its name is. */
static const char *main_part(struct docx *x, struct archive *z)
{
    if (!read_relations(x, z, ""))
        return NULL;
    for (size_t i = 0; i < x->relations.len; i++)
        if (strcmp(x->relations.at[i].type, "officeDocument") == 0)
            return x->relations.at[i].path;
    return "word/document.xml";
}

static bool read_beside(struct docx *x, struct archive *z, const char *document)
{
    x->relations.len = 0;
    return read_relations(x, z, document) &&
           read_parts(x, z, "customXml", "customXml/item", docx_state) &&
           read_parts(x, z, "styles", "word/styles", docx_styles) &&
           read_parts(x, z, "numbering", "word/numbering", docx_numbering) &&
           read_parts(x, z, "commentsExtended", "word/commentsExtended", docx_done) &&
           read_parts(x, z, "comments", "word/comments", docx_queries);
}

static void send_comments(struct docx *x)
{
    for (size_t i = 0; i < x->all_comments.len; i++) {
        const struct docx_comment *c = x->all_comments.at[i];
        if (c->query == NULL || !c->used)
            docx_aside(x, c->query == NULL ? LOST_RESOLVED : LOST_COMMENT, c->words);
    }
}

static void read_text(struct docx *x, struct archive *z)
{
    const char *document = main_part(x, z);
    if (document == NULL || !read_beside(x, z, document))
        return;
    if (!archive_has(z, document)) {
        text_put_str(x->out, "=absent");
        return;
    }
    x->usual = x->welsh ? "cy" : "en";
    if (!read_part(x, z, document, docx_body) ||
        !read_notes(x, z, "footnotes", docx_footnotes) ||
        !read_notes(x, z, "endnotes", docx_endnotes) ||
        !read_parts(x, z, "header", "word/header", docx_margin) ||
        !read_parts(x, z, "footer", "word/footer", docx_margin) ||
        !read_parts(x, z, "diagramData", NULL, docx_diagram) ||
        !read_parts(x, z, "chart", NULL, docx_diagram))
        return;
    send_comments(x);
    if (x->chunk)
        text_put_str(x->out, "=chunk");
    text_put_str(x->out, "unclean");
    text_put_str(x->out, x->unclean.at);
    for (size_t i = 0; i < PASSED_COUNT; i++) {
        text_put_str(x->out, "passed");
        send_number(x, (long)i);
        send_number(x, (long)x->passed[i]);
    }
}

void docx_read(struct buf *out, void *data)
{
    const char *wrong;
    struct archive *z = archive_open(out->a, data, &wrong);
    if (z == NULL) {
        text_put_str(out, wrong);
        return;
    }
    struct docx x = {.a = out->a, .out = out, .home = "", .folder = ""};
    x.unclean = buf_new(x.a);
    x.styles = map_new(x.a);
    x.lists = map_new(x.a);
    x.links = map_new(x.a);
    x.comments = map_new(x.a);
    x.marks = map_new(x.a);
    x.shown = map_new(x.a);
    x.said = map_new(x.a);
    x.done = map_new(x.a);
    read_text(&x, z);
    archive_close(z);
}
