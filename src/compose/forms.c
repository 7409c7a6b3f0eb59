/* forms.c -- the fields of a response form: what each is called in the file and for a
 * reader who does not see it, and which draft the form belongs to.  In: the built tree;
 * out: FIELD elements with full names and labels.  Knows no pages. */
#include "compose/work.h"

#include <stdlib.h>
#include <string.h>

/* Of a document about a report its own, "plan-form-name", where it has one. */
static const char *form_key(struct work *w, enum report_word word)
{
    const char *key = report_word_key(word);
    const char *own =
        w->about != NULL ? arena_printf(w->a, "%s-%s", w->about->name, key) : NULL;
    return own != NULL && words_get(w->p->words, own) != NULL ? own : key;
}

/* The wording `key` with two args, in plain characters. */
static const char *name_of(struct work *w, enum report_word key, const char *first,
                           const char *first_text, const char *label)
{
    struct element *into = element_new(w->a, EL_P, (struct pos){0});
    struct element *args = element_new(w->a, EL_WORD, (struct pos){0});
    element_append(args, with_text(w, first, first_text));
    element_append(args, with_text(w, "label", label));
    word_into(w, into, form_key(w, key), args->first, true);
    typography_set(w, into);
    return element_plain(w->a, into);
}

static const char *plain_label(struct work *w, const struct element *field)
{
    const struct element *label = element_child(field, EL_LABEL);
    return label != NULL ? element_plain(w->a, label) : "";
}

/* What one walk over the forms carries. */
struct naming {
    struct work *w;
    struct map *fields; /* by full name */
};

/* A field that a reader hears nothing of, or two that nobody could tell apart, are the
 * template's fault. */
static void check_field(struct naming *n, struct element *field)
{
    const char *name = field->at[AT_NAME];
    if (plain_label(n->w, field)[0] == '\0')
        diag(n->w->d, DIAG_ELEMENT_PLACE, field->pos,
             "<field name=\"%s\"> has no words in a <label>; put there what is to be "
             "filled in",
             name);
    if (map_put(n->fields, name, field) != NULL)
        diag(n->w->d, DIAG_ATTRIBUTE_WRONG, field->pos,
             "two fields are called \"%s\"; give one another name", name);
    if (strchr(name, '.') != strrchr(name, '.'))
        diag(n->w->d, DIAG_ATTRIBUTE_WRONG, field->pos,
             "a field called \"%s\"; a name has two parts at most", name);
}

/* A PDF calls the state of a button that is not chosen "Off" (ISO 32000-1, 12.7.4.2.3).
 */
static void check_choice(struct work *w, const struct element *c, struct map *seen)
{
    const char *name = c->at[AT_NAME];
    if (strcmp(name, "Off") == 0)
        diag(w->d, DIAG_ATTRIBUTE_WRONG, c->pos,
             "a choice called \"Off\", which stands for no choice; give it another name");
    if (map_put(seen, name, w) != NULL)
        diag(w->d, DIAG_ATTRIBUTE_WRONG, c->pos,
             "two choices of a field are called \"%s\"; give one another name", name);
    if (element_plain(w->a, c)[0] == '\0')
        diag(w->d, DIAG_ELEMENT_PLACE, c->pos,
             "<choice name=\"%s\"> has no words; put there what it stands for", name);
}

static void name_choices(struct work *w, const struct element *field)
{
    struct map *seen = map_new(w->a);
    for (struct element *c = field->first; c != NULL; c = c->next) {
        if (c->kind != EL_CHOICE)
            continue;
        check_choice(w, c, seen);
        c->label = name_of(w, REPORT_WORD_FORM_CHOICE, "field", field->label,
                           element_plain(w->a, c));
    }
}

static void name_field(struct naming *n, struct element *field, int number)
{
    struct work *w = n->w;
    field->label = plain_label(w, field);
    if (number > 0) {
        const char *name = field->at[AT_NAME], *digits = arena_printf(w->a, "%d", number);
        field->at[AT_NAME] = arena_printf(w->a, "c%02d.%s", number, name);
        field->label = name_of(w, REPORT_WORD_FORM_NAME, "n", digits, field->label);
    }
    check_field(n, field);
    name_choices(w, field);
}

/* "Comment 3", printed in its corner. */
static void name_block(struct work *w, struct element *form)
{
    const int number = form->set[AT_N];
    const char *key = form_key(w, REPORT_WORD_FORM_NUMBER);
    if (number > 0 && words_get(w->p->words, key) != NULL)
        form->label = word_plain_n(w, key, arena_printf(w->a, "%d", number));
}

static void name_fields(struct naming *n, struct element *form)
{
    name_block(n->w, form);
    for (struct element *row = form->first; row != NULL; row = row->next)
        for (struct element *f = row->first; f != NULL; f = f->next)
            if (f->kind == EL_FIELD)
                name_field(n, f, form->set[AT_N]);
}

/* Forms stand where blocks do. */
static bool may_hold_form(const struct element *e)
{
    return e->kind == EL_REPORT || e->kind == EL_SECTION || e->kind == EL_KEEP ||
           e->kind == EL_WIDE || e->kind == EL_FORM || e->kind == EL_FIELDS;
}

/* By when the form is wanted back, behind what stands before it. */
static void say_due(struct work *w, struct element *before)
{
    if (w->stamp == NULL || w->stamp->due.year == 0)
        return;
    struct element *p = element_new(w->a, EL_P, before->pos);
    struct element *args = element_new(w->a, EL_WORD, before->pos);
    element_choose(p, AT_ROLE, PARAGRAPH_LEAD_IN);
    stamp_args(w, args);
    if (word_into(w, p, report_word_key(REPORT_WORD_FORM_DUE), args->first, false))
        element_insert(before, p);
}

static void name_forms(struct naming *n, struct element *in)
{
    struct element *before = NULL;
    bool first = true;
    for (struct element *e = in->first; e != NULL; before = e, e = e->next) {
        if (e->kind == EL_FORM) {
            if (first && before != NULL)
                say_due(n->w, before);
            first = false;
            name_fields(n, e);
        } else if (may_hold_form(e)) {
            name_forms(n, e);
        }
    }
}

void forms_name(struct work *w, struct element *root)
{
    struct naming n = {w, map_new(w->a)};
    name_forms(&n, root);
}

/* Without a value there is nothing to print, and nothing that may be typed there. */
static void identify(struct work *w, struct element *field, const char *text)
{
    if (text == NULL || text[0] == '\0') {
        element_remove(field);
        return;
    }
    if (field->last != NULL && field->last->kind == EL_VALUE)
        element_remove(field->last); /* of another stamp */
    struct element *value = element_new(w->a, EL_VALUE, field->pos);
    element_text(w->a, value, text, field->pos);
    element_append(field, value);
}

static const char *draft_number(struct work *w)
{
    if (w->stamp == NULL || w->stamp->draft == 0)
        return NULL;
    return arena_printf(w->a, "%d", w->stamp->draft);
}

/* The fields of the draft and their values. */
static void identify_field(struct work *w, struct element *field, const char *hash)
{
    const char *const values[][2] = {{"gwasg.report", w->in->name},
                                     {"gwasg.draft", draft_number(w)},
                                     {"gwasg.hash", hash}};
    for (size_t i = 0; i < LEN(values); i++)
        if (strcmp(field->at[AT_NAME], values[i][0]) == 0)
            identify(w, field, values[i][1]);
}

void forms_identify(struct work *w, struct element *root, const char *hash)
{
    for (struct element *e = root->first, *next; e != NULL; e = next) {
        next = e->next;
        if (e->kind == EL_FIELD)
            identify_field(w, e, hash);
        else if (may_hold_form(e))
            forms_identify(w, e, hash);
    }
}
