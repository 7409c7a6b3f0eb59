/* compared.c -- the parts that the inspection sets beside each other: the values of the
 * column named by its field `compared`, with the scores of each.  In: the field; out:
 * elements of the tree that a template sees.  What is printed is counted by marks. */
#include "compose/work.h"

#include "model/read.h"

#include <string.h>

static int find_column(struct work *w, const struct value *field)
{
    const struct inspection *in = w->in;
    const char **names = NEW_ARRAY(w->a, const char *, in->column_count + 1);
    for (size_t i = 0; i < in->column_count; i++)
        names[i] = in->columns[i].name;
    struct reader r = {.a = w->a, .d = w->d};
    return choose(&r, DIAG_VALUE_UNKNOWN, field->node->pos, field->word, names,
                  in->column_count);
}

/* Of too few answers there is no percentage. */
static void add_scores(struct work *w, struct input value, const struct scores *s)
{
    const struct programme *p = w->p;
    for (enum level l = 0; l < LEVEL_COUNT; l++)
        for (size_t i = 0; i < p->aspect_count[l]; i++) {
            struct score score = s->judged[l][i].score;
            if (score.applicable <= 0 || score.applicable < p->small_number)
                continue;
            struct input e = input_add(value, "score");
            input_set(e, "of", p->aspects[l][i].id);
            input_set(e, "percent", arena_printf(w->a, "%d", score_percent(score)));
        }
}

static void add_part(struct work *w, struct input parent, int column, size_t at)
{
    const struct column *c = &w->in->columns[column];
    const struct condition is = {column, (int)at, CONDITION_IS};
    struct input value = input_add(parent, "value");
    const char *title = c->values[at];
    if (c->characteristic != NULL)
        title = prose_plain(w->a, c->characteristic->categories[at].title.in[w->lang]);
    input_set(value, "name", c->values[at]);
    input_set(value, "where", arena_printf(w->a, "%s=%s", c->name, c->values[at]));
    add_scores(w, value, score_part(w->a, w->in, is));
    input_text(value, "title", title, w->in->root->node->pos);
}

void compared_add(struct work *w, struct input parent)
{
    const struct value *field = inspection_value(w->in, "compared");
    bool counted =
        w->in->evidence == EVIDENCE_CASES || w->in->evidence == EVIDENCE_RESULTS;
    if (field == NULL || field->field->kind != FIELD_WORD || field->open != NULL)
        return;
    if (!counted)
        diag(w->d, DIAG_MARK_KEPT, field->node->pos,
             "\"compared\" is of answers, and this report has none; leave it out");
    int column = find_column(w, field);
    if (column < 0 || !counted)
        return;
    struct input compared = input_add(parent, "compared");
    for (size_t i = 0; i < w->in->columns[column].value_count; i++)
        add_part(w, compared, column, i);
}
