/* fields.c -- in: the bytes of a PDF; out: the values of its form fields by name.  Knows
 * nothing of what the fields mean.  The child walks the file and sends names and values;
 * what it has to say beside them goes under names that begin with "=". */
#include "comments/fields.h"

#include "base/ascii.h"
#include "comments/pdf_text.h"
#include "comments/qpdf.h"
#include "office/sandbox.h"

#include <limits.h>
#include <string.h>

enum {
    DEPTH = 8,       /* fields in fields: ours are two deep */
    NODES = 20000,   /* fields and their widgets */
    TEXTS = 10000,   /* values */
    VALUE = 1 << 16, /* bytes of one */
    PAGES = 500,
    NOTES = 100
};

struct field_walk {
    struct qpdf q;
    struct buf *out;
    const struct file *file;
    int nodes, texts, notes;
    bool circle, many, large, rich;
};

static void put_flag(struct field_walk *w, const char *name)
{
    text_put_str(w->out, name);
    text_put_str(w->out, "");
}

static qpdf_oh key(struct field_walk *w, qpdf_oh dict, const char *name)
{
    return w->q.oh_get_key(w->q.pdf, dict, name);
}

static bool is_dict(struct field_walk *w, qpdf_oh oh)
{
    return w->q.oh_is_dictionary(w->q.pdf, oh);
}

/* ---- values ---- */

/* The text of a string or a name, as UTF-8, in the sandbox's memory. */
static const char *value_text(struct field_walk *w, qpdf_oh oh)
{
    size_t len = 0;
    if (w->q.oh_is_name(w->q.pdf, oh))
        return arena_strdup(w->out->a, w->q.oh_get_name(w->q.pdf, oh) + 1);
    if (!w->q.oh_is_string(w->q.pdf, oh))
        return NULL;
    const char *bytes = w->q.oh_get_binary_string_value(w->q.pdf, oh, &len);
    if (len > VALUE) {
        w->large = true;
        len = VALUE;
    }
    return pdf_text_utf8(w->out->a, bytes, len);
}

/* Of a list of choices the first. */
static const char *field_value(struct field_walk *w, qpdf_oh v)
{
    w->rich |= w->q.oh_is_stream(w->q.pdf, v) != 0;
    if (w->q.oh_is_array(w->q.pdf, v) && w->q.oh_get_array_n_items(w->q.pdf, v) > 0)
        return value_text(w, w->q.oh_get_array_item(w->q.pdf, v, 0));
    return value_text(w, v);
}

static bool is_button(const char *type)
{
    return type != NULL && strcmp(type, "Btn") == 0;
}

/* Sends a field; a button that is off says nothing. */
static void put_field(struct field_walk *w, const char *name, const char *value)
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
static const char *joined(struct field_walk *w, const char *before, const char *own)
{
    if (own == NULL || own[0] == '\0')
        return before;
    if (before[0] == '\0')
        return own;
    if (strlen(before) + strlen(own) > 200) /* no name of ours */
        return before;
    return arena_printf(w->out->a, "%s.%s", before, own);
}

static struct above inherit(struct field_walk *w, qpdf_oh field, struct above above)
{
    const char *type = value_text(w, key(w, field, "/FT"));
    const char *value = field_value(w, key(w, field, "/V"));
    return (struct above){
        .name = joined(w, above.name, value_text(w, key(w, field, "/T"))),
        .type = type != NULL ? type : above.type,
        .value = value != NULL ? value : above.value,
    };
}

/* A button that some programs fill by its widget's state alone. */
static const char *state_of(struct field_walk *w, qpdf_oh widget)
{
    const char *state = value_text(w, key(w, widget, "/AS"));
    return state != NULL && strcmp(state, "Off") != 0 ? state : NULL;
}

static void walk_field(struct field_walk *w, qpdf_oh field, struct above above,
                       int depth);

/* True when a child is a field of its own and not just a place on a page. */
static bool walk_kids(struct field_walk *w, qpdf_oh kids, struct above *self, int depth)
{
    bool fields = false;
    int count = w->q.oh_get_array_n_items(w->q.pdf, kids);
    for (int i = 0; i < count && w->nodes < NODES; i++) {
        qpdf_oh kid = w->q.oh_get_array_item(w->q.pdf, kids, i);
        if (!is_dict(w, kid))
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

static void walk_field(struct field_walk *w, qpdf_oh field, struct above above, int depth)
{
    if (depth > DEPTH || ++w->nodes > NODES) {
        w->circle |= depth > DEPTH;
        w->many |= w->nodes > NODES;
        return;
    }
    struct above self = inherit(w, field, above);
    qpdf_oh kids = key(w, field, "/Kids");
    if (w->q.oh_is_array(w->q.pdf, kids) && walk_kids(w, kids, &self, depth))
        return;
    if (self.value == NULL && is_button(self.type))
        self.value = state_of(w, field);
    if (is_button(self.type) && self.value != NULL && strcmp(self.value, "Off") == 0)
        self.value = NULL;
    put_field(w, self.name, self.value);
}

static void walk_form(struct field_walk *w, qpdf_oh root)
{
    qpdf_oh form = key(w, root, "/AcroForm");
    qpdf_oh fields = is_dict(w, form) ? key(w, form, "/Fields") : form;
    if (!is_dict(w, form) || !w->q.oh_is_array(w->q.pdf, fields)) {
        put_flag(w, "=no-form");
        return;
    }
    if (w->q.oh_has_key(w->q.pdf, form, "/XFA"))
        put_flag(w, "=xfa");
    struct above none = {.name = ""};
    int count = w->q.oh_get_array_n_items(w->q.pdf, fields);
    for (int i = 0; i < count && w->nodes < NODES; i++) {
        qpdf_oh field = w->q.oh_get_array_item(w->q.pdf, fields, i);
        if (is_dict(w, field))
            walk_field(w, field, none, 1);
    }
    w->many |= w->nodes >= NODES;
}

/* ---- notes that were put on the pages ---- */

static void put_note(struct field_walk *w, qpdf_oh annotation, int page)
{
    const char *kind = value_text(w, key(w, annotation, "/Subtype"));
    const char *text = value_text(w, key(w, annotation, "/Contents"));
    static const char *const ours[] = {"Widget", "Link", "Popup"};
    for (size_t i = 0; i < LEN(ours); i++)
        if (kind == NULL || strcmp(kind, ours[i]) == 0)
            return;
    if (text == NULL || text[0] == '\0' || w->notes++ >= NOTES)
        return;
    text_put_str(w->out, arena_printf(w->out->a, "=note%d", page + 1));
    text_put_str(w->out, text);
}

static void walk_pages(struct field_walk *w)
{
    int pages = w->q.get_num_pages(w->q.pdf);
    for (int i = 0; i < pages && i < PAGES && w->notes < NOTES; i++) {
        qpdf_oh all = key(w, w->q.get_page_n(w->q.pdf, (size_t)i), "/Annots");
        if (!w->q.oh_is_array(w->q.pdf, all))
            continue;
        int count = w->q.oh_get_array_n_items(w->q.pdf, all);
        for (int k = 0; k < count && k < NODES && w->notes < NOTES; k++) {
            qpdf_oh one = w->q.oh_get_array_item(w->q.pdf, all, k);
            if (is_dict(w, one))
                put_note(w, one, i);
        }
    }
}

/* ---- the file ---- */

static void look_for_scripts(struct field_walk *w, qpdf_oh root)
{
    qpdf_oh action = key(w, root, "/OpenAction"), names = key(w, root, "/Names");
    bool opens = is_dict(w, action) && w->q.oh_has_key(w->q.pdf, action, "/JS");
    bool named = is_dict(w, names) && w->q.oh_has_key(w->q.pdf, names, "/JavaScript");
    if (opens || named || w->q.oh_has_key(w->q.pdf, root, "/AA"))
        put_flag(w, "=script");
}

static const char *why_unread(struct field_walk *w)
{
    if (!w->q.has_error(w->q.pdf))
        return "=broken";
    qpdf_error error = w->q.get_error(w->q.pdf);
    return w->q.get_error_code(w->q.pdf, error) == qpdf_e_password ? "=locked"
                                                                   : "=broken";
}

static void walk_file(struct field_walk *w)
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
    if (!is_dict(w, root)) {
        put_flag(w, "=broken");
        return;
    }
    look_for_scripts(w, root);
    walk_form(w, root);
    walk_pages(w);
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
    struct field_walk w = {.out = out, .file = asked->file, .q = asked->q};
    walk_file(&w);
    if (w.circle)
        put_flag(&w, "=circle");
    if (w.many)
        put_flag(&w, "=many");
    if (w.large)
        put_flag(&w, "=large");
    if (w.rich)
        put_flag(&w, "=rich");
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
    {"=no-form", DIAG_REPLY_UNREAD,
     "it has no form fields; was it printed or scanned? Take its comments over with "
     "\"gwasg comments add\""},
    {"=many", DIAG_REPLY_UNREAD,
     "it has more than 10,000 fields, and is no form of ours"},
    {"=circle", DIAG_REPLY_PASSED, "fields nested in each other more than 8 deep"},
    {"=large", DIAG_REPLY_PASSED, "the end of a text of more than 64 kB"},
    {"=rich", DIAG_REPLY_PASSED,
     "a value that is kept as a stream, as no form of ours does; look at the file"},
    {"=xfa", DIAG_REPLY_PASSED,
     "a second form (XFA), which no form of ours has; its plain fields were read"},
    {"=script", DIAG_REPLY_PASSED, "a script, which was not run"},
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

static bool take_fields(struct arena *a, struct diags *d, struct pos where,
                        const struct buf *texts, struct pdf_fields *out)
{
    size_t at = 0;
    bool whole = true;
    for (const char *name; (name = text_next(a, texts, &at)) != NULL;) {
        const char *value = text_next(a, texts, &at);
        if (value == NULL)
            break;
        if (strncmp(name, "=note", 5) == 0) {
            *array_push(a, &out->notes) =
                (struct pdf_note){ascii_number(name + 5, INT_MAX), value};
        } else if (name[0] == '=') {
            whole &= !say_flag(d, where, name);
        } else {
            map_put(out->values, name, (void *)(uintptr_t)value);
            out->count++;
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
