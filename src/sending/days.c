/* days.c -- in: the day of a sending, the report's own days, the register; out: what does
 * not fit.  No clock is read: a slip of the pen in --date is seen by the others alone. */
#include "sending/days.h"

#include <string.h>

/* 2012-05-14: such texts are in the order of the days. */
static const char *day_of(const struct copies *c, const char *path, struct pos *pos)
{
    const struct value *v = inspection_value(c->in, path);
    if (v == NULL || v->open != NULL || v->date.day == 0)
        return NULL;
    *pos = v->node->pos;
    return date_plain(c->a, v->date);
}

static const char *what_of(const struct copies *c)
{
    return c->stage == STAGE_PROVISIONAL ? "a paper of provisional findings"
           : c->stage == STAGE_DRAFT     ? "a draft"
                                         : "an embargoed copy";
}

static void check_visit(const struct copies *c, const char *day)
{
    struct pos pos;
    const char *end = day_of(c, "fieldwork.to", &pos);
    if (end != NULL && strcmp(day, end) < 0)
        diag(c->d, DIAG_SENDING_DAY, pos,
             "%s of %s, and the visit ended on %s; correct the one that is wrong",
             what_of(c), day, end);
}

static void check_publication(const struct copies *c, const char *day, const char *due)
{
    struct pos pos;
    const char *out = day_of(c, "published", &pos);
    if (out != NULL && date_words_reach(day, out))
        diag(c->d, DIAG_SENDING_DAY, pos,
             "%s of %s, and the report is published on %s; correct the one that is wrong",
             what_of(c), day, out);
    else if (out != NULL && due != NULL && date_words_reach(due, out))
        diag(c->d, DIAG_SENDING_DAY, pos,
             "a draft of %s may be commented on until %s, and the report is published on "
             "%s; correct the one that is wrong",
             day, due, out);
}

/* The last one that is dated later; a spreadsheet may have turned dates round, which say
 * nothing then. */
static void check_sent(const struct copies *c, const char *day)
{
    const struct sent_row *later = NULL;
    for (size_t i = 0; i < c->sent.count; i++) {
        const struct sent_row *row = &c->sent.at[i];
        struct date date;
        if (date_parse(row->date, &date) && strcmp(row->date, day) > 0)
            later = row;
    }
    if (later != NULL)
        diag(c->d, DIAG_SENDING_DAY, later->pos,
             "%s of %s, and %s %d was sent on %s; give with --date the day of today",
             what_of(c), day, stage_name(later->stage), later->draft, later->date);
}

void sending_days_check(const struct copies *c, struct date day, struct date due)
{
    if (day.year == 0)
        return;
    const char *plain = date_plain(c->a, day);
    check_visit(c, plain);
    check_publication(c, plain, due.year != 0 ? date_plain(c->a, due) : NULL);
    check_sent(c, plain);
}
