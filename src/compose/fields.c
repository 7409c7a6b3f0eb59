/* fields.c -- ((field PATH FORM)): a field of the inspection in the words of the
 * language, and ((arg NAME)): what the template gives to a wording. */
#include "compose/work.h"

#include <string.h>

static void text_into(struct work *w, struct element *into, const char *text,
                      struct pos pos)
{
    if (text != NULL && text[0] != '\0')
        element_text(w->a, into, text, pos);
}

/* ---- areas ---- */

static enum area_form area_form(const char *form)
{
    static const char *const names[] = {"", "in", "of", "to", "and"};
    for (size_t i = 1; form != NULL && i < LEN(names); i++)
        if (strcmp(form, names[i]) == 0)
            return (enum area_form)i;
    return AREA_NAME;
}

/* A form that the author has not given, by the language's pattern ("in #"). */
static const char *area_pattern(struct work *w, const struct value *v,
                                enum area_form form)
{
    static const enum report_word keys[] = {
        [AREA_NAME] = REPORT_WORD_AREA_IN, [AREA_IN] = REPORT_WORD_AREA_IN,
        [AREA_OF] = REPORT_WORD_AREA_OF,   [AREA_TO] = REPORT_WORD_AREA_TO,
        [AREA_AND] = REPORT_WORD_AREA_AND,
    };
    const char *name = v->area[w->lang][AREA_NAME];
    const char *pattern = word_plain(w, report_word_key(keys[form]), false);
    const char *hash = strchr(pattern, '#');
    if (hash == NULL || name == NULL) {
        static const char *const forms[] = {"name", "in", "of", "to", "and"};
        diag(w->d, DIAG_WORD_MISSING, v->node->pos,
             "the area has no `%s:` in language %s", forms[form], lang_code(w->lang));
        return name;
    }
    return arena_printf(w->a, "%.*s%s%s", (int)(hash - pattern), pattern, name, hash + 1);
}

static void area_into(struct work *w, struct element *into, const struct value *v,
                      const struct figure_ask *ask)
{
    enum area_form form = area_form(ask->field_form);
    const char *text = v->area[w->lang][form];
    if (text == NULL)
        text = area_pattern(w, v, form);
    text_into(w, into, text, ask->pos);
}

/* ---- dates ---- */

static const struct value *part_of(const struct value *v, const char *name)
{
    for (size_t i = 0; i < v->count; i++)
        if (v->items[i].name != NULL && strcmp(v->items[i].name, name) == 0)
            return &v->items[i];
    return NULL;
}

static bool form_is(const struct figure_ask *ask, const char *form)
{
    return ask->field_form != NULL && strcmp(ask->field_form, form) == 0;
}

/* A record of two dates; without a second one, the first alone. */
static void dates_into(struct work *w, struct element *into, const struct value *v,
                       const struct figure_ask *ask)
{
    const struct value *from = part_of(v, "from"), *to = part_of(v, "to");
    if (from == NULL)
        return;
    struct date end = to != NULL ? to->date : from->date;
    text_into(w, into,
              form_is(ask, "months") ? lang_months(w->a, w->lang, from->date, end)
              : to == NULL           ? lang_date(w->a, w->lang, from->date)
                                     : lang_date_range(w->a, w->lang, from->date, end),
              ask->pos);
}

static void date_into(struct work *w, struct element *into, const struct value *v,
                      const struct figure_ask *ask)
{
    const char *text = form_is(ask, "month") ? lang_month(w->a, w->lang, v->date)
                                             : lang_date(w->a, w->lang, v->date);
    text_into(w, into, text, ask->pos);
}

/* ---- the rest ---- */

static void list_into(struct work *w, struct element *into, const struct value *v,
                      const struct figure_ask *ask)
{
    const struct value *final = v->count > 0 ? &v->items[v->count - 1] : NULL;
    const char *last = final == NULL         ? ""
                       : final->word != NULL ? final->word
                                             : prose_plain(w->a, final->line);
    for (size_t i = 0; i < v->count; i++) {
        const struct value *item = &v->items[i];
        if (i > 0)
            text_into(w, into, lang_list_between(w->lang, i + 1 == v->count, last),
                      ask->pos);
        text_into(w, into, item->word, ask->pos);
        expand_inlines(w, into, item->line, NULL);
    }
}

static void text_field_into(struct work *w, struct element *into, const struct value *v)
{
    if (v->text.in[w->lang] == NULL)
        diag(w->d, DIAG_WORD_MISSING, v->node->pos, "%s is not given in language %s",
             v->path, lang_code(w->lang));
    expand_inlines(w, into, v->text.in[w->lang], NULL);
}

/* The query in the place of the value, or of a date of a record. */
static const struct value *open_in(const struct value *v)
{
    const struct value *open = v->open != NULL && v->field->kind != FIELD_AREA ? v : NULL;
    for (size_t i = 0; v->field->kind == FIELD_RECORD && i < v->count && open == NULL;
         i++)
        open = open_in(&v->items[i]);
    return open;
}

static void value_into(struct work *w, struct element *into, const struct value *v,
                       const struct figure_ask *ask)
{
    const struct value *open = open_in(v);
    if (open != NULL) {
        const struct inline_node query = {
            .kind = INLINE_QUERY, .pos = open->node->pos, .text = open->open};
        expand_inlines(w, into, &query, NULL);
        return;
    }
    struct sink to = sink_of(into);
    switch (v->field->kind) {
    case FIELD_AREA: area_into(w, into, v, ask); break;
    case FIELD_DATE:
    case FIELD_MONTH: date_into(w, into, v, ask); break;
    case FIELD_ISBN: text_into(w, into, v->isbn[w->lang], ask->pos); break;
    case FIELD_LINE: expand_inlines(w, into, v->line, NULL); break;
    case FIELD_PROSE:
    case FIELD_BLOCK: expand_blocks(w, &to, v->blocks, NULL); break;
    case FIELD_TEXT: text_field_into(w, into, v); break;
    case FIELD_NUMBER:
        text_into(w, into, lang_decimal(w->a, w->lang, v->number), ask->pos);
        break;
    case FIELD_WORD:
    case FIELD_CHOICE:
    case FIELD_IMAGE: text_into(w, into, v->word, ask->pos); break;
    case FIELD_LIST: list_into(w, into, v, ask); break;
    case FIELD_RECORD: dates_into(w, into, v, ask); break;
    case FIELD_MAP: break;
    }
}

/* A list's items with it. */
static void text_printed(struct work *w, const struct value *v)
{
    for (size_t i = 0; i < w->texts.len; i++)
        if (w->texts.at[i].of == v)
            w->texts.at[i].printed = true;
    for (size_t i = 0; v->field->kind == FIELD_LIST && i < v->count; i++)
        text_printed(w, &v->items[i]);
}

void field_into(struct work *w, struct element *into, const struct figure_ask *ask)
{
    const struct value *v = inspection_value(w->in, ask->field);
    if (v == NULL) {
        diag(w->d, DIAG_KEY_MISSING, ask->pos,
             "%s is not given in this report, and the text needs it", ask->field);
        return;
    }
    text_printed(w, v);
    value_into(w, into, v, ask);
}

static size_t count_elements(const struct element *e)
{
    size_t count = 1;
    for (const struct element *c = e->first; c != NULL; c = c->next)
        count += count_elements(c);
    return count;
}

void arg_into(struct work *w, struct element *into, const struct figure_ask *ask,
              const struct element *with)
{
    for (; with != NULL; with = with->next)
        if (with->kind == EL_WITH && strcmp(with->at[AT_NAME], ask->field) == 0)
            break;
    if (with == NULL) {
        diag(w->d, DIAG_MARK_UNKNOWN, ask->pos,
             "the template gives no \"%s\"; it must hold <with name=\"%s\"> inside its "
             "<word>",
             ask->field, ask->field);
        return;
    }
    if (with->first == NULL)
        diag(w->d, DIAG_ELEMENT_EMPTY, with->pos,
             "<with name=\"%s\">, which the wording prints; is what it copies named "
             "right?",
             ask->field);
    if (!work_room(w, count_elements(with), ask->pos))
        return;
    for (const struct element *c = with->first; c != NULL; c = c->next)
        element_append(into, element_copy(w->a, c));
}
