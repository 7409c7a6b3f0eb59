/* annotations.c -- in: the pages of a PDF; out: what it is known by of each, and the
 * notes that somebody has put on it, sent as texts.  Runs in the sandbox; knows nothing
 * of drafts, and decides nothing but what is no note at all. */
#include "comments/walk.h"

#include "comments/content.h"
#include "comments/fields.h"
#include "comments/rich.h"
#include "office/sandbox.h"
#include "sending/places.h"

#include <stdlib.h>
#include <string.h>

enum {
    ANNOTATIONS = 50000,  /* that are looked at, of all pages */
    NOTES = 2000,         /* that are sent */
    NOTE_BYTES = 8 << 20, /* of all of them */
    QUADS = 200,          /* of one */
    /* Bytes of a page's operators as they stand in the file: packed, they may become a
     * thousand times as many. */
    CONTENT_PACKED = 1 << 16,
    CONTENT_PLAIN = 4 << 20,
    CONTENT_PARTS = 40
};

/* ---- numbers ---- */

static void put_numbers(struct pdf_walk *w, struct buf *to, qpdf_oh array, int most)
{
    int count = pdf_is_array(w, array) ? w->q.oh_get_array_n_items(w->q.pdf, array) : 0;
    for (int i = 0; i < count && i < most; i++)
        buf_printf(to, "%s%.2f", i > 0 ? " " : "",
                   pdf_number(w, w->q.oh_get_array_item(w->q.pdf, array, i)));
}

static void send_numbers(struct pdf_walk *w, qpdf_oh array, int most)
{
    struct buf text = buf_new(w->out->a);
    put_numbers(w, &text, array, most);
    text_put_str(w->out, text.at);
}

/* ---- what a page is known by ---- */

/* A filter of filters may hold more than there is memory. */
static bool is_plain_filter(struct pdf_walk *w, qpdf_oh dict)
{
    qpdf_oh filter = pdf_key(w, dict, "/Filter");
    if (pdf_is_array(w, filter)) {
        if (w->q.oh_get_array_n_items(w->q.pdf, filter) > 1)
            return false;
        filter = w->q.oh_get_array_item(w->q.pdf, filter, 0);
    }
    const char *name = pdf_text(w, filter);
    return name == NULL || strcmp(name, "FlateDecode") == 0;
}

static bool add_content(struct pdf_walk *w, qpdf_oh stream, struct buf *to)
{
    unsigned char *bytes = NULL;
    size_t len = 0;
    QPDF_BOOL plain = QPDF_FALSE;
    if (!w->q.oh_is_stream(w->q.pdf, stream))
        return false;
    qpdf_oh dict = w->q.oh_get_dict(w->q.pdf, stream);
    const double raw = pdf_number(w, pdf_key(w, dict, "/Length"));
    const bool packed = w->q.oh_has_key(w->q.pdf, dict, "/Filter");
    if (raw < 0 || raw > (packed ? CONTENT_PACKED : CONTENT_PLAIN) ||
        !is_plain_filter(w, dict))
        return false;
    if (w->q.oh_get_stream_data(w->q.pdf, stream, qpdf_dl_generalized, &plain, &bytes,
                                &len) &
        QPDF_ERRORS)
        return false;
    if (plain)
        buf_add(to, bytes, len);
    buf_char(to, '\n'); /* no token goes over the end of a part */
    free(bytes);
    return plain;
}

/* The operators of a page, in as many parts as a program may have put them into. */
static struct page_trace trace_page(struct pdf_walk *w, qpdf_oh page)
{
    struct arena *own = arena_new(); /* given back page by page */
    struct buf all = buf_new(own);
    qpdf_oh contents = pdf_key(w, page, "/Contents");
    bool whole = true;
    if (!pdf_is_array(w, contents)) {
        whole = add_content(w, contents, &all);
    } else {
        int count = w->q.oh_get_array_n_items(w->q.pdf, contents);
        whole = count <= CONTENT_PARTS;
        for (int i = 0; i < count && whole; i++)
            whole = add_content(w, w->q.oh_get_array_item(w->q.pdf, contents, i), &all);
    }
    const struct page_trace trace =
        content_trace(whole ? all.at : "", whole ? all.len : 0);
    arena_free(own);
    return trace;
}

/* A page may have its paper from the pages above it. */
static qpdf_oh inherited(struct pdf_walk *w, qpdf_oh page, const char *name)
{
    enum { ABOVE = 20 };
    for (int i = 0; i < ABOVE && pdf_is_dict(w, page); i++) {
        if (w->q.oh_has_key(w->q.pdf, page, name))
            break;
        page = pdf_key(w, page, "/Parent");
    }
    return pdf_key(w, page, name);
}

static void send_page(struct pdf_walk *w, qpdf_oh page)
{
    const struct page_trace t = trace_page(w, page);
    qpdf_oh key = pdf_key(w, page, "/StructParents");
    struct buf matrix = buf_new(w->out->a);
    for (int i = 0; i < 6; i++)
        buf_printf(&matrix, "%s%.6f", i > 0 ? " " : "", t.matrix[i]);
    text_put_str(w->out, "=page");
    text_put_str(w->out, t.marked ? signature_name(w->out->a, t.signature) : "");
    text_put_str(w->out, t.drawn ? "drawn" : "");
    text_put_str(w->out, w->q.oh_is_number(w->q.pdf, key)
                             ? arena_printf(w->out->a, "%.0f", pdf_number(w, key))
                             : "");
    text_put_str(w->out, matrix.at);
    send_numbers(w, inherited(w, page, "/MediaBox"), 4);
}

/* ---- a note ---- */

static bool is_of(const char *const *names, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

/* Ours, those that say nothing themselves, and those of printers. */
static bool is_note(const char *kind)
{
    static const char *const others[] = {"Widget",      "Link",    "Popup",    "Screen",
                                         "PrinterMark", "TrapNet", "Watermark"};
    return kind != NULL && !is_of(others, LEN(others), kind);
}

/* What a note says: its text, or the rich text of it; some programs leave it to its
 * window. */
static const char *words_of(struct pdf_walk *w, qpdf_oh note)
{
    const char *text = pdf_text(w, pdf_key(w, note, "/Contents"));
    const char *rich = pdf_text(w, pdf_key(w, note, "/RC"));
    qpdf_oh popup = pdf_key(w, note, "/Popup");
    if ((text == NULL || text[0] == '\0') && rich != NULL)
        text = rich_plain(w->out->a, rich);
    if ((text == NULL || text[0] == '\0') && pdf_is_dict(w, popup))
        text = pdf_text(w, pdf_key(w, popup, "/Contents"));
    w->rich |= text == NULL && w->q.oh_is_stream(w->q.pdf, pdf_key(w, note, "/RC"));
    return text != NULL ? text : "";
}

static void send_text(struct pdf_walk *w, qpdf_oh note, const char *name)
{
    const char *text = pdf_text(w, pdf_key(w, note, name));
    text_put_str(w->out, text != NULL ? text : "");
}

/* The number of an object, by which others name it; "" when it has none. */
static void send_object(struct pdf_walk *w, qpdf_oh oh)
{
    int number = pdf_is_dict(w, oh) ? w->q.oh_get_object_id(w->q.pdf, oh) : 0;
    text_put_str(w->out, number > 0 ? arena_printf(w->out->a, "%d", number) : "");
}

static bool has_action(struct pdf_walk *w, qpdf_oh note)
{
    return w->q.oh_has_key(w->q.pdf, note, "/A") ||
           w->q.oh_has_key(w->q.pdf, note, "/AA");
}

/* In the order of NOTE_TEXTS. */
static void send_note(struct pdf_walk *w, qpdf_oh note, const char *kind, int page)
{
    const char *made = pdf_text(w, pdf_key(w, note, "/CreationDate"));
    w->script |= has_action(w, note);
    text_put_str(w->out, "=note");
    text_put_str(w->out, arena_printf(w->out->a, "%d", page));
    text_put_str(w->out, kind);
    text_put_str(w->out, words_of(w, note));
    send_text(w, note, "/T");
    if (made != NULL && made[0] != '\0')
        text_put_str(w->out, made);
    else
        send_text(w, note, "/M");
    send_numbers(w, pdf_key(w, note, "/Rect"), 4);
    send_numbers(w, pdf_key(w, note, "/QuadPoints"), QUADS * 8);
    send_numbers(w, pdf_key(w, note, "/CL"), 2);
    send_text(w, note, "/NM");
    send_object(w, note);
    send_object(w, pdf_key(w, note, "/IRT"));
    send_text(w, note, "/RT");
    send_text(w, note, "/State");
    send_text(w, note, "/Name");
}

static void walk_page(struct pdf_walk *w, qpdf_oh page, int number, size_t start)
{
    qpdf_oh all = pdf_key(w, page, "/Annots");
    int count = pdf_is_array(w, all) ? w->q.oh_get_array_n_items(w->q.pdf, all) : 0;
    for (int i = 0; i < count; i++) {
        qpdf_oh one = w->q.oh_get_array_item(w->q.pdf, all, i);
        const char *kind =
            pdf_is_dict(w, one) ? pdf_text(w, pdf_key(w, one, "/Subtype")) : NULL;
        if (is_note(kind)) {
            if (w->notes >= NOTES || w->out->len - start > NOTE_BYTES) {
                w->notes_many = true;
                return;
            }
            w->notes++;
            send_note(w, one, kind, number);
        }
        w->q.oh_release(w->q.pdf, one);
        if (++w->annotations > ANNOTATIONS) {
            w->notes_many = true;
            return;
        }
    }
}

void annotations_walk(struct pdf_walk *w)
{
    const int pages = w->q.get_num_pages(w->q.pdf);
    const size_t start = w->out->len;
    for (int i = 0; i < pages && i < PDF_PAGES; i++) {
        qpdf_oh page = w->q.get_page_n(w->q.pdf, (size_t)i);
        send_page(w, page);
        walk_page(w, page, i, start);
    }
}
