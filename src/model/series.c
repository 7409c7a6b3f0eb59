/* series.c -- the charts of indicators that a programme declares: which figures, of whom,
 * of how many years, as what.  In: `charts` of programme.yaml; out: their list.  What a
 * report has of them compose/ sees. */
#include "model/ask.h"
#include "model/figure.h"

#include <string.h>

static const char *const kind_names[SERIES_KIND_COUNT] = {"lines", "columns", "bars"};

static void check_indicators(struct reader *r, const struct node *n,
                             const struct programme *p, const struct series_chart *c)
{
    const char **names = NEW_ARRAY(r->a, const char *, p->indicator_count + 1);
    for (size_t i = 0; i < p->indicator_count; i++)
        names[i] = p->indicators[i].name;
    struct map *seen = map_new(r->a);
    for (size_t i = 0; i < c->of_count; i++) {
        name_once(r, seen, c->of[i], node_get(n, "of")->items[i]->pos);
        choose(r, DIAG_VALUE_UNKNOWN, node_get(n, "of")->items[i]->pos, c->of[i], names,
               p->indicator_count);
    }
}

/* In the order of `enum standing`, the area first: all else is beside it. */
static void read_who(struct reader *r, const struct node *n, struct series_chart *c)
{
    const struct node *list = read_list(r, n, "who");
    struct map *seen = map_new(r->a);
    bool is_in[STANDING_COUNT] = {list->count == 0};
    const char *const *names = read_words(r, n, "who", &c->who_count);
    for (size_t i = 0; i < c->who_count; i++) {
        name_once(r, seen, names[i], list->items[i]->pos);
        int at = choose(r, DIAG_VALUE_UNKNOWN, list->items[i]->pos, names[i],
                        standing_names, STANDING_COUNT);
        is_in[at < 0 ? STANDING_AREA : at] = true;
    }
    if (!is_in[STANDING_AREA])
        diag(r->d, DIAG_KEY_MISSING, list->pos,
             "area, in `who` of %s; a chart shows the area, and others beside it",
             c->name);
    enum standing *who = NEW_ARRAY(r->a, enum standing, STANDING_COUNT);
    c->who_count = 0;
    for (enum standing i = 0; i < STANDING_COUNT; i++)
        if (is_in[i])
            who[c->who_count++] = i;
    c->who = who;
}

/* What there would be two answers to: which of them a line, which a place on the scale.
 */
static void check_sides(struct reader *r, const struct series_chart *c)
{
    bool lines = c->kind == SERIES_LINES;
    if (c->of_count > 1 && c->who_count > 1 && (lines || c->years > 1))
        diag(
            r->d, DIAG_SERIES_MANY, c->pos,
            "%s shows %zu indicators of %zu in several years; let it show one indicator, "
            "or one of area, region and nation%s",
            c->name, c->of_count, c->who_count, lines ? "" : ", or one year");
}

static struct series_chart read_chart(struct reader *r, const struct node *n,
                                      const struct programme *p)
{
    const char *name = read_word(r, n, "name");
    struct series_chart c = {.name = name != NULL ? name : "",
                             .title = read_text(r, n, "title"),
                             .pos = n->pos};
    const struct node *kind = node_get(n, "kind");
    int at = kind == NULL
                 ? 0
                 : choose(r, DIAG_VALUE_UNKNOWN, kind->pos, read_word(r, n, "kind"),
                          kind_names, SERIES_KIND_COUNT);
    c.kind = at < 0 ? SERIES_LINES : (enum series_kind)at;
    c.of = read_words(r, n, "of", &c.of_count);
    c.years = read_int(r, n, "years", 1, 100, 0);
    read_who(r, n, &c);
    check_indicators(r, n, p, &c);
    check_sides(r, &c);
    return c;
}

void series_charts_read(struct reader *r, const struct node *root, struct programme *p)
{
    ARRAY(struct series_chart) all = {0};
    struct map *seen = map_new(r->a);
    const struct node *list = read_list(r, root, "charts");
    for (size_t i = 0; i < list->count; i++) {
        if (!expect_keys(r, list->items[i], "name! kind! of! who years title!"))
            continue;
        struct series_chart c = read_chart(r, list->items[i], p);
        name_once(r, seen, c.name, c.pos);
        *array_push(r->a, &all) = c;
    }
    p->charts = all.at;
    p->chart_count = all.len;
}
