/* typography.c -- quotation marks, apostrophes and dashes of every text, by the rules of
 * its language.  A quotation mark depends on the character before it, which may stand in
 * another element. */
#include "base/utf8.h"
#include "compose/work.h"

#include <string.h>

struct setting {
    struct arena *a;
    enum lang lang;
    unsigned before; /* the character before; 0 at the start of a block */
};

static unsigned last_character(const char *text)
{
    size_t at = strlen(text), width = 0;
    while (at > 0 && ((unsigned char)text[at - 1] & 0xC0) == 0x80)
        at--;
    return at > 0 ? utf8_decode(text + at - 1, strlen(text + at - 1), &width) : 0;
}

static void set_children(struct setting *s, struct element *e);

static void set_span(struct setting *s, struct element *span)
{
    enum lang outer = s->lang;
    s->lang = element_lang(span, outer);
    set_children(s, span);
    s->lang = outer;
}

/* A block starts afresh, and what stands behind it does not see it. */
static void set_block(struct setting *s, struct element *e)
{
    struct setting own = {.a = s->a, .lang = element_lang(e, s->lang)};
    set_children(&own, e);
}

static void set_element(struct setting *s, struct element *e)
{
    if (e->kind == EL_TEXT) {
        if (e->text[0] == '\0')
            return;
        e->text = lang_typography(s->a, s->lang, e->text, s->before);
        s->before = last_character(e->text);
    } else if (e->kind == EL_BREAK) {
        s->before = ' ';
    } else if (e->kind == EL_NOTE || !element_is_inline(e->kind)) {
        set_block(s, e);
    } else {
        set_span(s, e);
    }
}

static void set_children(struct setting *s, struct element *e)
{
    for (struct element *c = e->first; c != NULL; c = c->next)
        set_element(s, c);
}

void typography_set(struct work *w, struct element *root)
{
    struct setting s = {.a = w->a, .lang = w->lang};
    set_children(&s, root);
}
