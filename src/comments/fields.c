/* fields.c -- in: the bytes of a PDF; out: the values of its form fields by name.  Knows
 * nothing of what the fields mean.  The child walks the file and sends names and values;
 * what it has to say beside them goes under names that begin with "=". */
#include "comments/fields.h"

#include "base/ascii.h"
#include "comments/pdf_text.h"
#include "comments/walk.h"
#include "office/sandbox.h"

#include <stdlib.h>
#include <string.h>

enum {
    DEPTH = 8,     /* fields in fields: ours are two deep */
    NODES = 20000, /* fields and their widgets */
    TEXTS = 10000  /* values */
};

static void put_flag(struct pdf_walk *w, const char *name)
{
    text_put_str(w->out, name);
    text_put_str(w->out, "");
}

qpdf_oh pdf_key(struct pdf_walk *w, qpdf_oh dict, const char *name)
{
    return w->q.oh_get_key(w->q.pdf, dict, name);
}

bool pdf_is_dict(struct pdf_walk *w, qpdf_oh oh)
{
    return w->q.oh_is_dictionary(w->q.pdf, oh);
}

bool pdf_is_array(struct pdf_walk *w, qpdf_oh oh)
{
    return w->q.oh_is_array(w->q.pdf, oh);
}

/* ---- values ---- */

double pdf_number(struct pdf_walk *w, qpdf_oh oh)
{
    enum { FAR = 1000000 };
    const double n =
        w->q.oh_is_number(w->q.pdf, oh) ? w->q.oh_get_numeric_value(w->q.pdf, oh) : 0;
    return n > -FAR && n < FAR ? n : 0;
}

const char *pdf_text(struct pdf_walk *w, qpdf_oh oh)
{
    size_t len = 0;
    if (w->q.oh_is_name(w->q.pdf, oh))
        return arena_strdup(w->out->a, w->q.oh_get_name(w->q.pdf, oh) + 1);
    if (!w->q.oh_is_string(w->q.pdf, oh))
        return NULL;
    const char *bytes = w->q.oh_get_binary_string_value(w->q.pdf, oh, &len);
    if (len > PDF_TEXT) {
        w->large = true;
        len = PDF_TEXT;
    }
    return pdf_text_utf8(w->out->a, bytes, len);
}

/* Of a list of choices the first. */
static const char *field_value(struct pdf_walk *w, qpdf_oh v)
{
    w->rich |= w->q.oh_is_stream(w->q.pdf, v) != 0;
    if (w->q.oh_is_array(w->q.pdf, v) && w->q.oh_get_array_n_items(w->q.pdf, v) > 0)
        return pdf_text(w, w->q.oh_get_array_item(w->q.pdf, v, 0));
    return pdf_text(w, v);
}

static bool is_button(const char *type)
{
    return type != NULL && strcmp(type, "Btn") == 0;
}

/* Sends a field; a button that is off says nothing. */
static void put_field(struct pdf_walk *w, const char *name, const char *value)
{
    if (value == NULL || w->texts >= TEXTS) {
        w->many |= value != NULL;
        return;
    }
    w->texts++;
    text_put_str(w->out, name);
    text_put_str(w->out, value);
}

/* ---- the tree of fields ---- */

/* What children inherit. */
struct above {
    const char *name, *type, *value;
};

/* "c01" and "ref": "c01.ref". */
static const char *joined(struct pdf_walk *w, const char *before, const char *own)
{
    if (own == NULL || own[0] == '\0')
        return before;
    if (before[0] == '\0')
        return own;
    if (strlen(before) + strlen(own) > 200) /* no name of ours */
        return before;
    return arena_printf(w->out->a, "%s.%s", before, own);
}

static struct above inherit(struct pdf_walk *w, qpdf_oh field, struct above above)
{
    const char *type = pdf_text(w, pdf_key(w, field, "/FT"));
    const char *value = field_value(w, pdf_key(w, field, "/V"));
    return (struct above){
        .name = joined(w, above.name, pdf_text(w, pdf_key(w, field, "/T"))),
        .type = type != NULL ? type : above.type,
        .value = value != NULL ? value : above.value,
    };
}

/* A button that some programs fill by its widget's state alone. */
static const char *state_of(struct pdf_walk *w, qpdf_oh widget)
{
    const char *state = pdf_text(w, pdf_key(w, widget, "/AS"));
    return state != NULL && strcmp(state, "Off") != 0 ? state : NULL;
}

static void walk_field(struct pdf_walk *w, qpdf_oh field, struct above above, int depth);

/* True when a child is a field of its own and not just a place on a page. */
static bool walk_kids(struct pdf_walk *w, qpdf_oh kids, struct above *self, int depth)
{
    bool fields = false;
    int count = w->q.oh_get_array_n_items(w->q.pdf, kids);
    for (int i = 0; i < count && w->nodes < NODES; i++) {
        qpdf_oh kid = w->q.oh_get_array_item(w->q.pdf, kids, i);
        if (!pdf_is_dict(w, kid))
            continue;
        if (w->q.oh_has_key(w->q.pdf, kid, "/T")) {
            walk_field(w, kid, *self, depth + 1);
            fields = true;
        } else if (self->value == NULL && is_button(self->type)) {
            self->value = state_of(w, kid);
        }
    }
    return fields;
}

static void walk_field(struct pdf_walk *w, qpdf_oh field, struct above above, int depth)
{
    if (depth > DEPTH || ++w->nodes > NODES) {
        w->circle |= depth > DEPTH;
        w->many |= w->nodes > NODES;
        return;
    }
    struct above self = inherit(w, field, above);
    qpdf_oh kids = pdf_key(w, field, "/Kids");
    if (w->q.oh_is_array(w->q.pdf, kids) && walk_kids(w, kids, &self, depth))
        return;
    if (self.value == NULL && is_button(self.type))
        self.value = state_of(w, field);
    if (is_button(self.type) && self.value != NULL && strcmp(self.value, "Off") == 0)
        self.value = NULL;
    put_field(w, self.name, self.value);
}

static void walk_form(struct pdf_walk *w, qpdf_oh root)
{
    qpdf_oh form = pdf_key(w, root, "/AcroForm");
    qpdf_oh fields = pdf_is_dict(w, form) ? pdf_key(w, form, "/Fields") : form;
    if (!pdf_is_dict(w, form) || !w->q.oh_is_array(w->q.pdf, fields)) {
        put_flag(w, "=no-form");
        return;
    }
    if (w->q.oh_has_key(w->q.pdf, form, "/XFA"))
        put_flag(w, "=xfa");
    struct above none = {.name = ""};
    int count = w->q.oh_get_array_n_items(w->q.pdf, fields);
    for (int i = 0; i < count && w->nodes < NODES; i++) {
        qpdf_oh field = w->q.oh_get_array_item(w->q.pdf, fields, i);
        if (pdf_is_dict(w, field))
            walk_field(w, field, none, 1);
    }
    w->many |= w->nodes >= NODES;
}

/* ---- the file ---- */

static void look_for_scripts(struct pdf_walk *w, qpdf_oh root)
{
    qpdf_oh action = pdf_key(w, root, "/OpenAction"), names = pdf_key(w, root, "/Names");
    bool opens = pdf_is_dict(w, action) && w->q.oh_has_key(w->q.pdf, action, "/JS");
    bool named = pdf_is_dict(w, names) && w->q.oh_has_key(w->q.pdf, names, "/JavaScript");
    if (opens || named || w->q.oh_has_key(w->q.pdf, root, "/AA"))
        w->script = true;
}

static const char *why_unread(struct pdf_walk *w)
{
    if (!w->q.has_error(w->q.pdf))
        return "=broken";
    qpdf_error error = w->q.get_error(w->q.pdf);
    return w->q.get_error_code(w->q.pdf, error) == qpdf_e_password ? "=locked"
                                                                   : "=broken";
}

static void walk_file(struct pdf_walk *w)
{
    w->q.pdf = w->q.init();
    w->q.silence_errors(w->q.pdf);
    w->q.set_suppress_warnings(w->q.pdf, QPDF_TRUE);
    if (w->q.read_memory(w->q.pdf, "reply", w->file->text, w->file->len, NULL) &
        QPDF_ERRORS) {
        put_flag(w, why_unread(w));
        return;
    }
    if (w->q.is_encrypted(w->q.pdf)) {
        put_flag(w, "=locked");
        return;
    }
    qpdf_oh root = w->q.get_root(w->q.pdf);
    if (!pdf_is_dict(w, root)) {
        put_flag(w, "=broken");
        return;
    }
    look_for_scripts(w, root);
    walk_form(w, root);
    annotations_walk(w);
    if (w->q.more_warnings(w->q.pdf))
        put_flag(w, "=mended");
}

/* The library is loaded before the child is shut in. */
struct form_read {
    const struct file *file;
    struct qpdf q;
};

static void read_form(struct buf *out, void *data)
{
    const struct form_read *asked = data;
    struct pdf_walk w = {.out = out, .file = asked->file, .q = asked->q};
    walk_file(&w);
    if (w.circle)
        put_flag(&w, "=circle");
    if (w.many)
        put_flag(&w, "=many");
    if (w.large)
        put_flag(&w, "=large");
    if (w.rich)
        put_flag(&w, "=rich");
    if (w.script)
        put_flag(&w, "=script");
    if (w.notes_many)
        put_flag(&w, "=notes-many");
}

/* ---- what comes back ---- */

static const struct {
    const char *flag;
    enum diag_id id;
    const char *what;
} flags[] = {
    {"=library", DIAG_REPLY_UNREAD, "the library libqpdf is not installed"},
    {"=broken", DIAG_REPLY_UNREAD,
     "it is damaged beyond repair; ask for it again, or for the CSV form"},
    {"=locked", DIAG_REPLY_UNREAD,
     "it is encrypted; open it, save it without a password and import that"},
    {"=many", DIAG_REPLY_UNREAD,
     "it has more than 10,000 fields, and is no form of ours"},
    {"=circle", DIAG_REPLY_PASSED, "fields nested in each other more than 8 deep"},
    {"=large", DIAG_REPLY_PASSED, "the end of a text of more than 64 kB"},
    {"=rich", DIAG_REPLY_PASSED,
     "a value that is kept as a stream, as no form of ours does; look at the file"},
    {"=xfa", DIAG_REPLY_PASSED,
     "a second form (XFA), which no form of ours has; its plain fields were read"},
    {"=script", DIAG_REPLY_PASSED, "a script, which was not run"},
    {"=notes-many", DIAG_REPLY_PASSED,
     "the notes behind the first 2,000, or behind 8 MB of them; ask for fewer in a file"},
    {"=mended", DIAG_REPLY_PASSED,
     "damaged places; look whether all comments have come through"},
};

/* True when it stands for a fault that ends the reading. */
static bool say_flag(struct diags *d, struct pos where, const char *name)
{
    for (size_t i = 0; i < LEN(flags); i++)
        if (strcmp(flags[i].flag, name) == 0) {
            diag(d, flags[i].id, where, "%s", flags[i].what);
            return flags[i].id == DIAG_REPLY_UNREAD;
        }
    return false;
}

static const char *next_text(struct arena *a, const struct buf *texts, size_t *at)
{
    const char *text = text_next(a, texts, at);
    return text != NULL ? text : "";
}

/* The first of a row of numbers; false at its end.  The child sends no others, but it may
 * have been taken over. */
static bool next_number(const char **text, double *n)
{
    char *end;
    *n = strtod(*text, &end);
    if (end == *text)
        return false;
    *n = *n > -1e6 && *n < 1e6 ? *n : 0;
    *text = end;
    return true;
}

static void take_numbers(const char *text, double *to, size_t count)
{
    for (size_t i = 0; i < count && next_number(&text, &to[i]); i++)
        ;
}

static void take_page(struct arena *a, const struct buf *texts, size_t *at,
                      struct pdf_fields *out)
{
    struct pdf_page p = {.signature = next_text(a, texts, at)};
    p.drawn = next_text(a, texts, at)[0] != '\0';
    p.key = ascii_number(next_text(a, texts, at), PDF_PAGES);
    take_numbers(next_text(a, texts, at), p.matrix, LEN(p.matrix));
    take_numbers(next_text(a, texts, at), p.paper, LEN(p.paper));
    *array_push(a, &out->pages) = p;
}

static void take_quads(struct arena *a, const char *text, struct pdf_note *n)
{
    double number;
    while (next_number(&text, &number))
        *array_push(a, &n->quads) = number;
    n->quads.len -= n->quads.len % 8;
}

/* As annotations.c sends it. */
static void take_note(struct arena *a, const struct buf *texts, size_t *at,
                      struct pdf_fields *out)
{
    struct pdf_note n = {.page = ascii_number(next_text(a, texts, at), PDF_PAGES)};
    n.kind = next_text(a, texts, at);
    n.text = next_text(a, texts, at);
    n.author = next_text(a, texts, at);
    n.date = next_text(a, texts, at);
    take_numbers(next_text(a, texts, at), n.rect, LEN(n.rect));
    take_quads(a, next_text(a, texts, at), &n);
    const char *tip = next_text(a, texts, at);
    n.pointed = tip[0] != '\0';
    take_numbers(tip, n.tip, LEN(n.tip));
    n.name = next_text(a, texts, at);
    n.object = next_text(a, texts, at);
    n.to = next_text(a, texts, at);
    n.how = next_text(a, texts, at);
    n.state = next_text(a, texts, at);
    n.icon = next_text(a, texts, at);
    if (n.page >= 0 && (size_t)n.page < out->pages.len)
        *array_push(a, &out->notes) = n;
}

static bool take_fields(struct arena *a, struct diags *d, struct pos where,
                        const struct buf *texts, struct pdf_fields *out)
{
    size_t at = 0;
    bool whole = true;
    out->form = true;
    for (const char *name; (name = text_next(a, texts, &at)) != NULL;) {
        if (strcmp(name, "=page") == 0) {
            take_page(a, texts, &at, out);
        } else if (strcmp(name, "=note") == 0) {
            take_note(a, texts, &at, out);
        } else {
            const char *value = next_text(a, texts, &at);
            if (strcmp(name, "=no-form") == 0) {
                out->form = false;
            } else if (name[0] == '=') {
                whole &= !say_flag(d, where, name);
            } else {
                map_put(out->values, name, (void *)(uintptr_t)value);
                out->count++;
            }
        }
    }
    return whole;
}

bool pdf_fields_read(struct arena *a, struct diags *d, const struct file *f,
                     struct pdf_fields *out)
{
    struct buf texts;
    struct form_read asked = {.file = f};
    struct pos where = pos_of_path(a, f->path);
    if (!qpdf_load(&asked.q)) {
        say_flag(d, where, "=library");
        return false;
    }
    *out = (struct pdf_fields){.values = map_new(a)};
    if (!sandbox_read(a, d, DIAG_REPLY_UNREAD, where, read_form, &asked, SANDBOX_OUT,
                      &texts))
        return false;
    texts_say_unclean(a, d, DIAG_REPLY_PASSED, where, &texts);
    return take_fields(a, d, where, &texts, out);
}

const char *pdf_drawn(struct arena *a, const struct pdf_fields *f)
{
    enum { NAMED = 20 };
    struct buf out = buf_new(a);
    int last = -1, count = 0;
    for (size_t i = 0; i < f->pages.len; i++) {
        if (!f->pages.at[i].drawn || f->pages.at[i].signature[0] == '\0')
            continue;
        if (last >= 0 && ++count < NAMED)
            buf_printf(&out, "%s%d", out.len > 0 ? ", " : "", last);
        last = (int)i + 1;
    }
    if (last >= 0)
        buf_printf(&out, "%s%d",
                   out.len == 0    ? ""
                   : count < NAMED ? " and "
                                   : " … ",
                   last);
    return out.at;
}
