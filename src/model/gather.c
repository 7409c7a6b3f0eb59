/* gather.c -- in: faults of cells as they are met; out: a message for each fault, with
 * how many cells have it and the first of them, and one note of what was taken otherwise
 * than it is written. */
#include "model/sheet.h"

#include <string.h>

enum { NAMED = 3 };

/* "O8 (case C07)"; the case as the row names it. */
static const char *place_of(struct sheet *s, size_t row, size_t column)
{
    const char *at = pos_name(s->r->a, table_cell(s->table, row, column)->pos);
    const char *name = s->case_column < 0 || s->case_column == (int)column
                           ? ""
                           : table_cell(s->table, row, (size_t)s->case_column)->text;
    return name[0] == '\0' ? at : arena_printf(s->r->a, "%s (case %s)", at, name);
}

void gather_fault(struct sheet *s, enum diag_id id, const char *key, size_t row,
                  size_t column, const char *text)
{
    const char *whole = arena_printf(s->r->a, "%d %s", (int)id, key);
    struct gathered *g = map_get(s->fault_of, whole);
    if (g == NULL) {
        g = NEW(s->r->a, struct gathered);
        *g = (struct gathered){.id = id, .text = text, .places = ""};
        g->pos = table_cell(s->table, row, column)->pos;
        map_put(s->fault_of, whole, g);
        *array_push(s->r->a, &s->faults) = g;
    }
    if (g->cells++ < NAMED)
        g->places = arena_printf(s->r->a, "%s%s%s", g->places, g->cells > 1 ? ", " : "",
                                 place_of(s, row, column));
}

static void say_fault(struct sheet *s, const struct gathered *g)
{
    const char *name = strchr(g->places, '(');
    if (g->cells == 1 && name == NULL)
        diag(s->r->d, g->id, g->pos, "%s", g->text);
    else if (g->cells == 1)
        diag(s->r->d, g->id, g->pos, "%s %s", g->text, name);
    else if (g->cells <= NAMED)
        diag(s->r->d, g->id, g->pos, "%s; in %zu cells: %s", g->text, g->cells,
             g->places);
    else
        diag(s->r->d, g->id, g->pos, "%s; in %zu cells: %s and %zu more", g->text,
             g->cells, g->places, g->cells - NAMED);
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

static void say_taken(struct sheet *s)
{
    enum { SHOWN = 12 };
    struct note_of_table n = {.s = s, .seen = map_new(s->r->a)};
    struct buf out = buf_new(s->r->a);
    for (size_t i = 0; i < s->table->columns; i++)
        note_column(&n, s->vocabularies[i]);
    for (size_t i = 0; i < s->heads_taken.len; i++)
        buf_printf(&out, "%s%s", i > 0 ? ", " : "heads ", s->heads_taken.at[i]);
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
    if (s->emptied > 0)
        buf_printf(&out, "%sempty as na in %zu cell%s", out.len > 0 ? ", " : "",
                   s->emptied, s->emptied == 1 ? "" : "s");
    if (out.len > 0)
        diag(s->r->d, DIAG_ANSWERS_TAKEN, s->table->head[0].pos, "%s", out.at);
}

void gather_say(struct sheet *s)
{
    for (size_t i = 0; i < s->faults.len; i++)
        say_fault(s, s->faults.at[i]);
    say_taken(s);
}
