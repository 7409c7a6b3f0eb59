/* prints.c -- what one mark prints, in plain words, outside any report: for a translator
 * who wants to know what a code stands for.  Faults are not said here; a build says them
 * where they matter. */
#include "base/file.h"
#include "compose/work.h"

#include <string.h>

struct mark_printer {
    struct work *w;
};

struct mark_printer *mark_printer_new(struct arena *a, const struct scores *s,
                                      enum lang l)
{
    struct mark_printer *m = NEW(a, struct mark_printer);
    m->w = work_new(a, diags_new(a), s, l, STAGE_PROOF);
    return m;
}

static void add_words(const struct element *e, struct buf *out)
{
    if (e->kind == EL_TEXT)
        buf_str(out, e->text);
    for (const struct element *c = e->first; c != NULL; c = c->next)
        add_words(c, out);
}

/* A noun of its own comes with the number in the form that the number asks for, and what
 * stands beside its text has no words round it; other numbers stand among the author's.
 */
static bool is_bare(const struct figure_ask *ask)
{
    return figure_counts(ask) && ask->noun == NULL && ask->form != FORM_BESIDE;
}

const char *mark_prints(struct mark_printer *m, const struct inline_node *mark,
                        bool *bare)
{
    struct work *w = m->w;
    const struct figure_ask *ask =
        figure_parse(w->a, w->d, w->p, w->in, mark->words, mark->word_count, mark->pos);
    *bare = ask != NULL && is_bare(ask);
    if (ask == NULL)
        return NULL;
    struct element *p = element_new(w->a, EL_P, mark->pos);
    figure_into(w, p, ask, NULL);
    struct buf out = buf_new(w->a);
    add_words(p, &out);
    return out.at;
}

const char *mark_text_prints(struct mark_printer *m, const char *mark)
{
    struct work *w = m->w;
    const struct file *f = file_of_text(w->a, w->d, "", mark, strlen(mark));
    const struct inline_node *n = prose_parse_line(w->a, w->d, node_of_file(w->a, f));
    bool bare;
    return n != NULL && n->kind == INLINE_MARK ? mark_prints(m, n, &bare) : NULL;
}
