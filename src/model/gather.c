/* gather.c -- in: faults of cells as they are met; out: a message for each fault, with
 * how many cells have it and the first of them, and one note of what was taken otherwise
 * than it is written. */
#include "model/sheet.h"

#include <string.h>

enum { NAMED = 3, SHOWN = 12 };

/* "O8 (case C07)"; the case as the row names it. */
static const char *place_of(struct sheet *s, size_t row, size_t column)
{
    const char *at = pos_name(s->r->a, table_cell(s->table, row, column)->pos);
    const char *name = s->case_column < 0 || s->case_column == (int)column
                           ? ""
                           : table_cell(s->table, row, (size_t)s->case_column)->text;
    return name[0] == '\0' ? at : arena_printf(s->r->a, "%s (case %s)", at, name);
}

struct gathered *gather_head(struct sheet *s, enum diag_id id, const struct cell *head,
                             const char *text)
{
    struct gathered *g = NEW(s->r->a, struct gathered);
    *g = (struct gathered){.id = id, .text = text, .places = "", .cells = 1};
    g->pos = head->pos;
    *array_push(s->r->a, &s->faults) = g;
    return g;
}

struct gathered *gather_fault(struct sheet *s, enum diag_id id, const char *key,
                              size_t row, size_t column, const char *text)
{
    const char *whole = arena_printf(s->r->a, "%d %s", (int)id, key);
    struct gathered *g = map_get(s->fault_of, whole);
    if (g == NULL) {
        g = gather_head(s, id, table_cell(s->table, row, column), text);
        g->cells = 0;
        map_put(s->fault_of, whole, g);
    }
    const char *place = place_of(s, row, column);
    bool again = g->last != NULL && strcmp(g->last, place) == 0; /* a row ends early */
    if (g->named < NAMED && !again)
        g->places =
            arena_printf(s->r->a, "%s%s%s", g->places, g->named++ > 0 ? ", " : "", place);
    g->last = place;
    g->cells++;
    return g;
}

/* How many cells have it, and where. */
static const char *cells_of(struct sheet *s, const struct gathered *g)
{
    const char *name = strchr(g->places, '(');
    if (g->cells == 1)
        return name == NULL ? "" : arena_printf(s->r->a, " %s", name);
    if (g->cells == g->named)
        return arena_printf(s->r->a, "; in %zu cells: %s", g->cells, g->places);
    return arena_printf(s->r->a, "; in %zu cells: %s and %zu more", g->cells, g->places,
                        g->cells - g->named);
}

/* The whole of the advice stands with the first fault that it mends. */
static void say_fault(struct sheet *s, const struct gathered *g,
                      const struct gathered *first)
{
    const char *advice = "";
    if (g->advised != NULL && g != first)
        advice = arena_printf(s->r->a, "; to %s see answers: above", g->advised);
    else if (g->advised != NULL)
        advice = arena_printf(s->r->a, "; to %s write%s in inspection.yaml answers: %s",
                              g->advised, s->advice.len > 1 ? ", for all of these," : "",
                              advice_whole(s));
    diag(s->r->d, g->id, g->pos, "%s%s%s", g->text, cells_of(s, g), advice);
}

/* ---- the note ---- */

struct note_of_table {
    struct sheet *s;
    struct map *seen; /* "Y" as yes: how many */
    ARRAY(const char *) texts;
};

static void note_taken(struct note_of_table *n, const struct known_word *t,
                       const char *name)
{
    struct arena *a = n->s->r->a;
    const char *text = arena_printf(a, "\"%s\" as %s", t->text, name);
    size_t *cells = map_get(n->seen, text);
    if (cells == NULL) {
        cells = NEW(a, size_t);
        map_put(n->seen, text, cells);
        *array_push(a, &n->texts) = text;
    }
    *cells += t->cells;
}

static void note_column(struct note_of_table *n, const struct vocabulary *v)
{
    for (size_t i = 0; v != NULL && i < v->met.len; i++)
        if (v->met.at[i]->noted)
            note_taken(n, v->met.at[i], v->names[v->met.at[i]->index]);
}

static void put_heads(const struct sheet *s, struct buf *out)
{
    size_t heads = s->heads_taken.len;
    for (size_t i = 0; i < heads && i < SHOWN; i++)
        buf_printf(out, "%s%s", i > 0 ? ", " : "heads ", s->heads_taken.at[i]);
    if (heads > SHOWN)
        buf_printf(out, " and %zu more", heads - SHOWN);
}

static void put_empty(const struct sheet *s, struct buf *out)
{
    if (s->emptied > 0)
        buf_printf(out, "%sempty as na in %zu cell%s", out->len > 0 ? ", " : "",
                   s->emptied, s->emptied == 1 ? "" : "s");
    for (size_t i = 0; i < s->in->column_count; i++)
        if (s->unknown[i] > 0)
            buf_printf(out, "%sempty %s as not known in %zu case%s",
                       out->len > 0 ? ", " : "", s->in->columns[i].name, s->unknown[i],
                       s->unknown[i] == 1 ? "" : "s");
}

static void say_taken(struct sheet *s)
{
    struct note_of_table n = {.s = s, .seen = map_new(s->r->a)};
    struct buf out = buf_new(s->r->a);
    for (size_t i = 0; i < s->table->columns; i++)
        note_column(&n, s->vocabularies[i]);
    put_heads(s, &out);
    for (size_t i = 0; i < n.texts.len && i < SHOWN; i++) {
        size_t cells = *(size_t *)map_get(n.seen, n.texts.at[i]);
        buf_printf(&out, "%s%s in %zu cell%s",
                   i > 0         ? ", "
                   : out.len > 0 ? "; "
                                 : "",
                   n.texts.at[i], cells, cells == 1 ? "" : "s");
    }
    if (n.texts.len > SHOWN)
        buf_printf(&out, " and %zu more", n.texts.len - SHOWN);
    put_empty(s, &out);
    if (out.len > 0)
        diag(s->r->d, DIAG_ANSWERS_TAKEN, s->table->head[0].pos, "%s", out.at);
}

void gather_say(struct sheet *s)
{
    const struct gathered *first = NULL;
    for (size_t i = 0; i < s->faults.len; i++) {
        const struct gathered *g = s->faults.at[i];
        if (g->advised != NULL && (first == NULL || g->pos.at < first->pos.at))
            first = g;
    }
    for (size_t i = 0; i < s->faults.len; i++)
        say_fault(s, s->faults.at[i], first);
    say_taken(s);
}
