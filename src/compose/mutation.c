/* mutation.c -- marks that print a name or a number in words behind a Welsh word that
 * changes the next one: said, for no program can change it.  In: what a mark asks for and
 * where it goes.  What is printed is figures.c's and fields.c's. */
#include "base/utf8.h"
#include "compose/work.h"

#include <ctype.h>
#include <string.h>

/* Numbers and abbreviations do not change. */
static bool may_change(const char *name)
{
    return name != NULL && isalpha((unsigned char)name[0]) &&
           !isupper((unsigned char)name[1]);
}

static bool name_may_change(struct work *w, const struct figure_ask *ask)
{
    const struct value *v = inspection_value(w->in, ask->field);
    if (v == NULL || ask->field_form != NULL)
        return false;
    if (v->field->kind == FIELD_AREA)
        return may_change(v->area[w->lang][AREA_NAME]);
    if (v->field->kind == FIELD_TEXT)
        return may_change(prose_plain(w->a, v->text.in[w->lang]));
    return v->field->kind == FIELD_LINE && may_change(prose_plain(w->a, v->line));
}

/* Whether a mark prints letters that a word before it may change: a name that has no form
 * for it, a number in words.  Of what a template gives to a wording the lint judges. */
static bool prints_letters(struct work *w, const struct figure_ask *ask)
{
    switch (ask->kind) {
    case FIGURE_FIELD: return name_may_change(w, ask);
    case FIGURE_JUDGEMENT: return true;
    case FIGURE_SAID: return ask->title != NULL || ask->spelt;
    case FIGURE_ARG:
    case FIGURE_WORDING: return false;
    case FIGURE_QUANTITY: return ask->compare == COMPARE_WORDS;
    case FIGURE_QUESTION:
    case FIGURE_CHOICE:
    case FIGURE_REASON:
    case FIGURE_REPLY:
    case FIGURE_CASES:
    case FIGURE_RETURNED:
    case FIGURE_SCORE:
    case FIGURE_NATIONAL:
    case FIGURE_POINTS:
    case FIGURE_EARLIER:
    case FIGURE_COUNTED: break;
    }
    return ask->spelt || ask->form == FORM_SPELT || ask->form == FORM_WORDS;
}

void mutation_check(struct work *w, const struct element *into,
                    const struct figure_ask *ask)
{
    const struct element *before = into->last;
    if (w->lang == LANG_EN || before == NULL || before->kind != EL_TEXT ||
        !prints_letters(w, ask) || !lang_changes_next(w->a, w->lang, before->text))
        return;
    const char *text = before->text;
    size_t len = strlen(text), from = len > 20 ? len - 20 : 0;
    while (from > 0 && text[from - 1] != ' ')
        from--;
    from += strspn(text + from, " ");
    diag(
        w->d, DIAG_MARK_MUTATES, ask->pos,
        "\"%s((...))\" in language %s; use a form of its own (in, of, to, and), figures, "
        "or other words",
        text + from, lang_code(w->lang));
}
