/* form.c -- widgets to fields.  In: the widgets of pages; out: fields, their widget
 * annotations and appearances.  A name's part before its dot is a field of its own that
 * holds the others (ISO 32000-1, 12.7.3.2); buttons of one name are kids of their field.
 * Boxes are drawn on the page, so an appearance holds only what was typed or chosen. */
#include "pdf/form.h"

#include "base/map.h"
#include "pdf/put.h"

#include <string.h>

#define RADIO (1L << 15) /* flags of fields, ISO 32000-1, tables 221, 226 and 228 */
#define READ_ONLY 1L
#define MULTILINE (1L << 12)

/* A field, or one that holds others. */
struct acro_field {
    const char *name;           /* its own part */
    const struct widget *first; /* NULL: it only holds others */
    int number;
    const struct acro_field *parent; /* NULL: at the top */
    ARRAY(int) kids;
};

struct acro_form {
    const struct plan *p;
    struct map *by_name; /* struct acro_field by full name */
    ARRAY(struct acro_field *) fields;
    int font;
    int on, off; /* appearances of buttons; 0: there are none */
};

/* ---- the tree ---- */

static struct acro_field *field_new(struct acro_form *f, const char *full,
                                    const char *own, const struct widget *first,
                                    int number)
{
    struct acro_field *field = NEW(f->p->a, struct acro_field);
    *field = (struct acro_field){.name = own, .first = first, .number = number};
    map_put(f->by_name, full, field);
    *array_push(f->p->a, &f->fields) = field;
    return field;
}

/* The field that holds those of its first part; NULL: a name of one part. */
static struct acro_field *field_over(struct acro_form *f, const char *name)
{
    const char *dot = strchr(name, '.');
    if (dot == NULL)
        return NULL;
    const char *own = arena_strndup(f->p->a, name, (size_t)(dot - name));
    struct acro_field *over = map_get(f->by_name, own);
    if (over != NULL)
        return over;
    return field_new(f, own, own, NULL, object_numbers(f->p->objects, 1));
}

/* The field of a widget: text is field and widget in one object. */
static struct acro_field *field_of(struct acro_form *f, const struct widget *w,
                                   int number)
{
    struct acro_field *field = map_get(f->by_name, w->name);
    if (field != NULL)
        return field;
    struct acro_field *over = field_over(f, w->name);
    const char *dot = strchr(w->name, '.');
    if (w->choice != NULL)
        number = object_numbers(f->p->objects, 1);
    field = field_new(f, w->name, dot != NULL ? dot + 1 : w->name, w, number);
    field->parent = over;
    if (over != NULL)
        *array_push(f->p->a, &over->kids) = number;
    return field;
}

/* ---- appearances ---- */

static int appearance_write(const struct acro_form *f, length width, length height,
                            const char *resources, const struct buf *content)
{
    struct buf dict = buf_new(f->p->a);
    buf_str(&dict, "/Type/XObject/Subtype/Form/BBox");
    put_box(&dict, height, 0, 0, width, height);
    buf_str(&dict, resources);
    const int number = object_numbers(f->p->objects, 1);
    object_stream(f->p->objects, number, slice_of(&dict), slice_of(content),
                  PACKING_NONE);
    return number;
}

static void put_type(struct buf *out, const struct widget *w)
{
    buf_str(out, "/Lato ");
    put_length(out, w->size);
    buf_str(out, " Tf ");
    put_colour(out, w->colour, "rg");
}

/* Its value in one line, or nothing: programs that fill it in write another. */
static int text_appearance(const struct acro_form *f, const struct widget *w)
{
    struct buf out = buf_new(f->p->a);
    buf_str(&out, "/Tx BMC\n");
    if (w->value != NULL) {
        buf_str(&out, "q BT ");
        put_type(&out, w);
        buf_str(&out, " 2 ");
        put_length(&out, (w->height - w->size) / 2 + w->size * 113 / 1000);
        buf_str(&out, " Td ");
        put_form_text(&out, w->value);
        buf_str(&out, " Tj ET Q\n");
    }
    buf_str(&out, "EMC");
    const char *fonts =
        arena_printf(f->p->a, "/Resources<</Font<</Lato %d 0 R>>>>", f->font);
    return appearance_write(f, w->width, w->height, fonts, &out);
}

/* A disc in the middle, and nothing: the same for all buttons of a form.  The disc is a
 * line that goes nowhere, with round ends. */
static void button_appearances(struct acro_form *f, const struct widget *w)
{
    struct buf disc = buf_new(f->p->a), none = buf_new(f->p->a);
    buf_str(&disc, "q 1 J ");
    put_length(&disc, w->width / 2);
    buf_str(&disc, " w ");
    put_colour(&disc, w->colour, "RG");
    for (int i = 0; i < 2; i++) {
        buf_char(&disc, ' ');
        put_length(&disc, w->width / 2);
        buf_char(&disc, ' ');
        put_length(&disc, w->height / 2);
        buf_str(&disc, i == 0 ? " m" : " l");
    }
    buf_str(&disc, " S Q");
    f->on = appearance_write(f, w->width, w->height, "/Resources<<>>", &disc);
    f->off = appearance_write(f, w->width, w->height, "/Resources<<>>", &none);
}

/* ---- objects ---- */

/* A name; what is no letter, digit or hyphen as #XX. */
static void put_name(struct buf *out, const char *name)
{
    buf_char(out, '/');
    for (; *name != '\0'; name++) {
        const unsigned char c = (unsigned char)*name;
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
            c == '-')
            buf_char(out, (char)c);
        else
            buf_printf(out, "#%02X", c);
    }
}

static void put_field(struct buf *out, const struct acro_field *field)
{
    buf_str(out, "/T");
    put_text(out, field->name);
    if (field->parent != NULL) {
        buf_str(out, "/Parent ");
        put_reference(out, field->parent->number);
    }
    if (field->first != NULL) {
        buf_str(out, "/TU");
        put_text(out, field->first->label);
    }
}

static void put_annotation(const struct acro_form *f, struct buf *out, size_t page,
                           size_t i)
{
    const struct page *on = &f->p->doc->pages[page];
    const struct widget *w = &on->widgets.at[i];
    buf_str(out, "<</Type/Annot/Subtype/Widget/F 4/BS<</W 1/S/S>>/Rect");
    put_box(out, on->height, w->x, w->y, w->x + w->width, w->y + w->height);
    buf_str(out, "/Contents");
    put_text(out, w->choice != NULL ? w->heard : w->label);
    buf_str(out, "/P ");
    put_reference(out, plan_page(f->p, page));
    buf_str(out, "/StructParent ");
    put_int(out, plan_widget_key(f->p, page, i));
}

static void text_write(const struct acro_form *f, const struct acro_field *field,
                       size_t page, size_t i)
{
    const struct widget *w = &f->p->doc->pages[page].widgets.at[i];
    const int appearance = text_appearance(f, w);
    struct buf *out = object_begin(f->p->objects, field->number);
    put_annotation(f, out, page, i);
    buf_str(out, "/FT/Tx");
    put_field(out, field);
    const long flags = (w->fixed ? READ_ONLY : 0) | (w->many_lines ? MULTILINE : 0);
    if (flags != 0) {
        buf_str(out, "/Ff ");
        put_int(out, flags);
    }
    struct buf type = buf_new(f->p->a);
    put_type(&type, w);
    buf_str(out, "/DA");
    put_text(out, type.at);
    if (w->value != NULL) {
        buf_str(out, "/V");
        put_text(out, w->value);
    }
    buf_str(out, "/AP<</N ");
    put_reference(out, appearance);
    buf_str(out, ">>>>");
}

static void button_write(struct acro_form *f, struct acro_field *field, size_t page,
                         size_t i)
{
    const struct widget *w = &f->p->doc->pages[page].widgets.at[i];
    const int number = plan_widget(f->p, page, i);
    if (f->on == 0)
        button_appearances(f, w);
    *array_push(f->p->a, &field->kids) = number;
    struct buf *out = object_begin(f->p->objects, number);
    put_annotation(f, out, page, i);
    buf_str(out, "/Parent ");
    put_reference(out, field->number);
    buf_str(out, "/TU");
    put_text(out, w->heard);
    buf_str(out, "/AS/Off/AP<</N<<");
    put_name(out, w->choice);
    buf_char(out, ' ');
    put_reference(out, f->on);
    buf_str(out, "/Off ");
    put_reference(out, f->off);
    buf_str(out, ">>>>>>");
}

static void put_field_kids(struct buf *out, const struct acro_field *field)
{
    buf_str(out, "/Kids[");
    for (size_t i = 0; i < field->kids.len; i++) {
        put_reference(out, field->kids.at[i]);
        buf_char(out, ' ');
    }
    buf_char(out, ']');
}

/* Fields that are no widget themselves. */
static void holders_write(const struct acro_form *f)
{
    for (size_t i = 0; i < f->fields.len; i++) {
        const struct acro_field *field = f->fields.at[i];
        if (field->kids.len == 0)
            continue;
        struct buf *out = object_begin(f->p->objects, field->number);
        buf_str(out, "<<");
        if (field->first != NULL) {
            buf_str(out, "/FT/Btn/Ff ");
            put_int(out, RADIO | (field->first->fixed ? READ_ONLY : 0));
        }
        put_field(out, field);
        put_field_kids(out, field);
        buf_str(out, ">>");
    }
}

static void acro_form_write(const struct acro_form *f)
{
    struct buf *out = object_begin(f->p->objects, f->p->form);
    buf_str(out, "<</Fields[");
    for (size_t i = 0; i < f->fields.len; i++)
        if (f->fields.at[i]->parent == NULL) {
            put_reference(out, f->fields.at[i]->number);
            buf_char(out, ' ');
        }
    buf_str(out, "]/NeedAppearances false/DA(/Lato 10 Tf 0 g)/DR<</Font<</Lato ");
    put_reference(out, f->font);
    buf_str(out, ">>>>>>");
}

void form_write(const struct plan *p, const struct faces *t)
{
    if (p->form == 0)
        return;
    struct acro_form f = {
        .p = p, .by_name = map_new(p->a), .font = form_font_write(p, t)};
    for (size_t page = 0; page < p->doc->page_count; page++)
        for (size_t i = 0; i < p->doc->pages[page].widgets.len; i++) {
            const struct widget *w = &p->doc->pages[page].widgets.at[i];
            struct acro_field *field = field_of(&f, w, plan_widget(p, page, i));
            if (w->choice != NULL)
                button_write(&f, field, page, i);
            else
                text_write(&f, field, page, i);
        }
    holders_write(&f);
    acro_form_write(&f);
}
