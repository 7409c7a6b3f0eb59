/* check.c -- in: comments.csv; out: what the editor has still to decide, at its cell. */
#include "comments/import.h"

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
    enum decision decision = DECISION_OPEN;
    if (!comment_decision(c, &decision))
        diag(d, DIAG_COMMENT_DECISION, c->pos[CELL_DECISION],
             "\"%s\" on %s; write accepted, part or not accepted",
             text_shown(a, c->cell[CELL_DECISION]), about(a, c));
    else if (decision == DECISION_OPEN)
        diag(d, DIAG_COMMENT_OPEN, c->pos[CELL_DECISION],
             "%s; write accepted, part or not accepted, and the reason", about(a, c));
    else if (text_one_line(a, c->cell[CELL_REASON])[0] == '\0')
        diag(d, DIAG_COMMENT_REASON, c->pos[CELL_REASON],
             "%s; say why it was decided so: the reply prints it", about(a, c));
}

void comments_check(struct arena *a, struct diags *d, const char *dir)
{
    struct comment_table t;
    if (!comment_table_read(a, d, dir, &t))
        return;
    for (size_t i = 0; i < t.all.len; i++)
        check_row(a, d, &t.all.at[i]);
}
