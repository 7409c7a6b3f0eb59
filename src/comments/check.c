/* check.c -- in: comments.csv; out: what the editor has still to decide, at its cell. */
#include "comments/import.h"

#include "base/map.h"

#include <string.h>

static const char *about(struct arena *a, const struct comment *c)
{
    const char *text = text_shown(a, c->cell[CELL_COMMENT]);
    const char *ref = c->cell[CELL_REFERENCE];
    return arena_printf(a, "%s, %s: \"%s\"",
                        ref[0] != '\0' ? text_shown(a, ref) : SOURCE_UNPLACED,
                        text_shown(a, c->cell[CELL_AUTHOR]), text);
}

static void check_row(struct arena *a, struct diags *d, const struct comment *c)
{
    const bool open = c->decision == DECISION_OPEN;
    if (open && text_one_line(a, c->cell[CELL_DECISION])[0] != '\0')
        diag(d, DIAG_COMMENT_DECISION, c->pos[CELL_DECISION],
             "\"%s\" on %s; write accepted, part or not accepted",
             text_shown(a, c->cell[CELL_DECISION]), about(a, c));
    else if (open)
        diag(d, DIAG_COMMENT_OPEN, c->pos[CELL_DECISION],
             "%s; write accepted, part or not accepted, and the reason", about(a, c));
    else if (text_one_line(a, c->cell[CELL_REASON])[0] == '\0')
        diag(d, DIAG_COMMENT_REASON, c->pos[CELL_REASON],
             "%s; say why it was decided so: the reply prints it", about(a, c));
}

void comments_check_table(struct arena *a, struct diags *d, const struct comment_table *t)
{
    for (size_t i = 0; i < t->all.len; i++)
        check_row(a, d, &t->all.at[i]);
}

void comments_check(struct arena *a, struct diags *d, const char *dir)
{
    struct comment_table t;
    if (comment_table_read(a, d, dir, &t))
        comments_check_table(a, d, &t);
}

void comments_check_authors(struct arena *a, struct diags *d,
                            const struct comment_table *t)
{
    struct map *said = map_new(a);
    for (size_t i = 0; i < t->all.len; i++) {
        const struct comment *c = &t->all.at[i];
        if (comment_author(c)[0] == '\0' &&
            map_put(said, c->cell[CELL_AUTHOR], said) == NULL)
            diag(d, DIAG_COMMENT_AUTHOR, c->pos[CELL_AUTHOR],
                 "\"%s\" on %s; write in this cell who it was, whom the letter greets",
                 text_shown(a, c->cell[CELL_AUTHOR]), about(a, c));
    }
}

void comments_check_changes(struct arena *a, struct diags *d, const struct round *r,
                            const struct comment_table *t)
{
    for (size_t i = 0; i < t->all.len; i++) {
        const struct comment *c = &t->all.at[i];
        const char *was, *now;
        round_change(a, r, c, LANG_EN, &was, &now);
        if (c->decision == DECISION_ACCEPTED && was != NULL && now != NULL &&
            strcmp(was, now) == 0)
            diag(d, DIAG_COMMENT_UNCHANGED, c->pos[CELL_DECISION],
                 "%s; change the text at %s, or give in the reason why it can stay",
                 about(a, c), c->cell[CELL_SOURCE]);
    }
}
