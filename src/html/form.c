/* form.c -- fields to fill in.  A page sends nothing and keeps nothing, so what they ask
 * is shown as it is printed: each label with what it has from the start, or with what can
 * be chosen. */
#include "html/work.h"

static void put_choices(struct web *w, const struct element *field)
{
    buf_str(&w->out, "<ul class=\"bullet\">\n");
    for (const struct element *c = field->first; c != NULL; c = c->next)
        if (c->kind == EL_CHOICE)
            web_part(w, c, "li", NULL);
    buf_str(&w->out, "</ul>\n");
}

static void put_field(struct web *w, const struct element *field)
{
    const struct element *value = element_child(field, EL_VALUE);
    buf_str(&w->out, "<div>\n");
    web_part(w, element_child(field, EL_LABEL), "dt", NULL);
    buf_str(&w->out, "<dd>");
    if (element_child(field, EL_CHOICE) != NULL)
        put_choices(w, field);
    else if (value != NULL)
        web_words(w, value->first, NULL);
    buf_str(&w->out, "</dd>\n</div>\n");
}

static const char *fields_class(const struct element *fields)
{
    return fields_role(fields) == FIELDS_ANSWER ? "fields answer" : "fields";
}

void web_form(struct web *w, const struct element *e)
{
    buf_str(&w->out, "<div class=\"form\">\n");
    if (e->set[AT_N] != 0 && e->label != NULL) {
        buf_printf(&w->out, "<h%d>", 2 + w->shift);
        web_text(w, e->label);
        buf_printf(&w->out, "</h%d>\n", 2 + w->shift);
    }
    for (const struct element *row = e->first; row != NULL; row = row->next) {
        if (row->kind != EL_FIELDS)
            continue;
        buf_printf(&w->out, "<dl class=\"%s\">\n", fields_class(row));
        for (const struct element *f = row->first; f != NULL; f = f->next)
            if (f->kind == EL_FIELD)
                put_field(w, f);
        buf_str(&w->out, "</dl>\n");
    }
    buf_str(&w->out, "</div>\n");
}
