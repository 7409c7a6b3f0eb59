/* dump.c -- pages and tags as text, for tests and for eyes.  In: a marked document; out:
 * lines that stay the same while the pages look the same: places are rounded to 0.1 pt.
 *
 *     page 1 "7" 595.3 x 841.9
 *       P
 *         text 70.9 81.2 width 212.4 regular 12.0 #16202A "words of the line"
 *       layout
 *         path 70.9 90.0 fill #E6ECF1: M 0.0 0.0 L 453.5 0.0 L 453.5 20.0 L 0.0 20.0 Z
 */
#include "page/page.h"

#include <stdlib.h>

/* Tenths of a point without a double's last digit; never "-0.0". */
static void put_length(struct buf *out, length l)
{
    const long tenths = (labs((long)l) * 10 + 512) / 1024;
    buf_printf(out, " %s%ld.%ld", l < 0 && tenths > 0 ? "-" : "", tenths / 10,
               tenths % 10);
}

static void put_colour(struct buf *out, const char *what, struct colour c)
{
    buf_printf(out, " %s#%02X%02X%02X", what, c.r, c.g, c.b);
}

static void put_text(struct buf *out, const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        if (text[i] == '"' || text[i] == '\\')
            buf_char(out, '\\');
        buf_char(out, text[i]);
    }
}

static void put_indent(struct buf *out, int depth)
{
    for (int i = 0; i < depth; i++)
        buf_str(out, "  ");
}

static void put_path(struct buf *out, const struct path *p)
{
    static const char verbs[] = {
        [PATH_MOVE] = 'M', [PATH_LINE] = 'L', [PATH_CURVE] = 'C', [PATH_CLOSE] = 'Z'};
    for (size_t i = 0; i < p->count; i++) {
        const struct path_op *op = &p->ops[i];
        const int points = op->verb == PATH_CURVE ? 3 : op->verb == PATH_CLOSE ? 0 : 1;
        buf_printf(out, " %c", verbs[op->verb]);
        for (int k = 0; k < points; k++) {
            put_length(out, op->x[k]);
            put_length(out, op->y[k]);
        }
    }
}

static void dump_run(const struct item *it, struct buf *out)
{
    static const char *const faces[FACE_COUNT] = {"regular", "bold", "italic",
                                                  "bold-italic"};
    buf_str(out, " width");
    put_length(out, run_width(it));
    buf_printf(out, " %s", faces[it->run.face]);
    put_length(out, it->run.size);
    put_colour(out, "", it->run.colour);
    buf_str(out, it->run.turned ? " turned \"" : " \"");
    put_text(out, it->run.text, it->run.text_len);
    buf_char(out, '"');
}

static void dump_path(const struct item *it, struct buf *out)
{
    if (it->path.filled)
        put_colour(out, "fill ", it->path.fill);
    if (it->path.stroked) {
        put_colour(out, "stroke ", it->path.stroke);
        put_length(out, it->path.line_width);
        if (it->path.round)
            buf_str(out, " round");
        if (it->path.dash > 0) {
            buf_str(out, " dash");
            put_length(out, it->path.dash);
            put_length(out, it->path.gap);
        }
    }
    buf_char(out, ':');
    put_path(out, &it->path.outline);
    if (it->path.clip.count > 0) {
        buf_str(out, " clip");
        put_path(out, &it->path.clip);
    }
}

static void dump_item(const struct item *it, struct buf *out)
{
    static const char *const kinds[] = {
        [ITEM_RUN] = "text", [ITEM_PATH] = "path", [ITEM_IMAGE] = "image"};
    put_indent(out, 2);
    buf_str(out, kinds[it->kind]);
    put_length(out, it->x);
    put_length(out, it->y);
    switch (it->kind) {
    case ITEM_RUN: dump_run(it, out); break;
    case ITEM_PATH: dump_path(it, out); break;
    case ITEM_IMAGE:
        put_length(out, it->image.width);
        put_length(out, it->image.height);
        buf_printf(out, " of %d x %d pixels", it->image.image->width,
                   it->image.image->height);
        if (it->image.shown.right > it->image.shown.left)
            buf_str(out, ", cut off at its place");
        break;
    }
    buf_char(out, '\n');
}

static void dump_link(const struct link *l, struct buf *out)
{
    for (size_t i = 0; i < l->boxes.len; i++) {
        const struct bounds *b = &l->boxes.at[i];
        buf_str(out, i == 0 ? "  link" : " and");
        put_length(out, b->left);
        put_length(out, b->top);
        put_length(out, b->right - b->left);
        put_length(out, b->bottom - b->top);
    }
    if (l->uri != NULL) {
        buf_printf(out, " to %s", l->uri);
    } else {
        buf_printf(out, " to page %d at", l->page + 1);
        put_length(out, l->to_x);
        put_length(out, l->to_y);
    }
    buf_printf(out, " \"%s\"\n", l->contents != NULL ? l->contents : "");
}

static void dump_widget(const struct widget *w, struct buf *out)
{
    buf_printf(out, "  %s %s", w->choice != NULL ? "choice" : "field", w->name);
    put_length(out, w->x);
    put_length(out, w->y);
    put_length(out, w->width);
    put_length(out, w->height);
    buf_printf(out, "%s%s", w->many_lines ? " lines" : "", w->fixed ? " fixed" : "");
    buf_printf(out, " \"%s\"", w->choice != NULL ? w->heard : w->label);
    if (w->choice != NULL || w->value != NULL)
        buf_printf(out, " is \"%s\"", w->choice != NULL ? w->choice : w->value);
    buf_char(out, '\n');
}

static const char *mark_name(const struct mark *m)
{
    static const char *const artifacts[] = {[ARTIFACT_NONE] = "nothing",
                                            [ARTIFACT_LAYOUT] = "layout",
                                            [ARTIFACT_HEADER] = "header",
                                            [ARTIFACT_FOOTER] = "footer",
                                            [ARTIFACT_BACKGROUND] = "background"};
    return m->tag != NULL ? tag_type_name(m->tag->type) : artifacts[m->artifact];
}

static void dump_page(const struct page *p, size_t number, struct buf *out)
{
    buf_printf(out, "page %zu \"%s\"", number, p->label != NULL ? p->label : "");
    put_length(out, p->width);
    buf_str(out, " x");
    put_length(out, p->height);
    buf_char(out, '\n');
    for (size_t m = 0; m < p->marks.len; m++) {
        const struct mark *mark = &p->marks.at[m];
        buf_printf(out, "  %s\n", mark_name(mark));
        for (size_t i = mark->first; i < mark->first + mark->count; i++)
            dump_item(&p->items.at[i], out);
    }
    for (size_t i = 0; i < p->links.len; i++)
        dump_link(&p->links.at[i], out);
    for (size_t i = 0; i < p->widgets.len; i++)
        dump_widget(&p->widgets.at[i], out);
}

void pages_dump(const struct document *doc, struct buf *out)
{
    for (size_t i = 0; i < doc->page_count; i++)
        dump_page(&doc->pages[i], i + 1, out);
    for (size_t i = 0; i < doc->bookmark_count; i++) {
        const struct bookmark *b = &doc->bookmarks[i];
        buf_printf(out, "bookmark level %d, page %d at", b->level, b->page + 1);
        put_length(out, b->y);
        buf_printf(out, " \"%s\"\n", b->title);
    }
}

static void dump_string(struct buf *out, const char *name, const char *value)
{
    if (value != NULL)
        buf_printf(out, " %s=\"%s\"", name, value);
}

static void dump_attributes(const struct tag *t, struct buf *out)
{
    static const char *const scopes[] = {
        [SCOPE_NONE] = NULL, [SCOPE_COLUMN] = "column", [SCOPE_ROW] = "row"};
    static const char *const numberings[] = {[NUMBERING_NONE] = NULL,
                                             [NUMBERING_DISC] = "disc",
                                             [NUMBERING_DECIMAL] = "decimal",
                                             [NUMBERING_ROMAN] = "roman"};
    dump_string(out, "id", t->id);
    dump_string(out, "lang", t->has_lang ? lang_tag(t->lang) : NULL);
    dump_string(out, "scope", scopes[t->scope]);
    dump_string(out, "numbering", numberings[t->numbering]);
    if (t->row_span > 1)
        buf_printf(out, " rows=%d", t->row_span);
    if (t->col_span > 1)
        buf_printf(out, " columns=%d", t->col_span);
    for (size_t i = 0; i < t->header_count; i++)
        dump_string(out, "head", t->headers[i]);
    dump_string(out, "title", t->title);
    dump_string(out, "alt", t->alt);
    dump_string(out, "actual", t->actual_text);
}

static bool has_words(const struct document *doc, const struct kid *k)
{
    if (k->kind != KID_MARK)
        return false;
    const struct page *p = &doc->pages[k->page];
    const struct mark *m = &p->marks.at[k->number];
    for (size_t i = m->first; i < m->first + m->count; i++)
        if (p->items.at[i].kind == ITEM_RUN)
            return true;
    return false;
}

static void put_words(const struct document *doc, const struct kid *k, struct buf *out)
{
    const struct page *p = &doc->pages[k->page];
    const struct mark *m = &p->marks.at[k->number];
    for (size_t i = m->first; i < m->first + m->count; i++)
        if (p->items.at[i].kind == ITEM_RUN)
            put_text(out, p->items.at[i].run.text, p->items.at[i].run.text_len);
}

/* The words of all marks from kid `i` on that no other kid stands between, as one string;
 * gives the kid behind them. */
static size_t dump_words(const struct document *doc, const struct tag *t, size_t i,
                         struct buf *out)
{
    buf_char(out, '"');
    for (; i < t->kids.len && t->kids.at[i].kind == KID_MARK; i++)
        put_words(doc, &t->kids.at[i], out);
    buf_char(out, '"');
    return i;
}

static void dump_link_kid(const struct document *doc, const struct kid *k,
                          struct buf *out)
{
    const struct link *l = &doc->pages[k->page].links.at[k->number];
    if (l->uri != NULL)
        buf_printf(out, "link to %s", l->uri);
    else
        buf_printf(out, "link to page %d", l->page + 1);
}

static void dump_widget_kid(const struct document *doc, const struct kid *k,
                            struct buf *out)
{
    const struct widget *w = &doc->pages[k->page].widgets.at[k->number];
    buf_printf(out, "field %s \"%s\"", w->name, w->choice != NULL ? w->heard : w->label);
}

static void dump_tag(const struct document *doc, const struct tag *t, int depth,
                     struct buf *out);

/* Kid `i` of a tag on a line of its own; gives the kid behind what was written. */
static size_t dump_kid(const struct document *doc, const struct tag *t, size_t i,
                       int depth, struct buf *out)
{
    const struct kid *k = &t->kids.at[i];
    if (k->kind == KID_TAG) {
        dump_tag(doc, k->tag, depth, out);
        return i + 1;
    }
    if (k->kind == KID_MARK && !has_words(doc, k))
        return i + 1;
    put_indent(out, depth);
    if (k->kind == KID_LINK)
        dump_link_kid(doc, k, out);
    else if (k->kind == KID_WIDGET)
        dump_widget_kid(doc, k, out);
    else
        i = dump_words(doc, t, i, out) - 1;
    buf_char(out, '\n');
    return i + 1;
}

static void dump_tag(const struct document *doc, const struct tag *t, int depth,
                     struct buf *out)
{
    put_indent(out, depth);
    buf_str(out, tag_type_name(t->type));
    dump_attributes(t, out);
    size_t i = 0;
    if (t->kids.len > 0 && has_words(doc, &t->kids.at[0])) {
        buf_char(out, ' ');
        i = dump_words(doc, t, 0, out);
    }
    buf_char(out, '\n');
    while (i < t->kids.len)
        i = dump_kid(doc, t, i, depth + 1, out);
}

void tags_dump(const struct document *doc, struct buf *out)
{
    dump_tag(doc, doc->root, 0, out);
}
