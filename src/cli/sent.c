/* sent.c -- `gwasg sent status`: who was sent what, and until when it is bound; and what
 * a final says of copies that are under embargo still. */
#include "cli/commands.h"
#include "cli/pipeline.h"
#include "cli/reports.h"
#include "model/value.h"
#include "sending/embargo.h"

#include <string.h>

/* It is out on the day that --date says, or on that of the newest correction, or of
 * publication. */
void run_embargoes(struct run *r, const struct scores *s)
{
    const struct value *day = inspection_value(s->in, "published");
    const struct value *list = inspection_value(s->in, "corrections");
    struct moment out = {.day = r->o->date, .hour = -1};
    if (list != NULL && list->count > 0)
        day = value_in(&list->items[list->count - 1], "date");
    if (out.day.year == 0 && day != NULL && day->date.day != 0)
        out.day = day->date;
    sending_embargoes_before(r->a, r->d, s->in->dir, out);
}

/* ---- the command ---- */

/* A copy, as it is listed. */
struct sent_line {
    const struct sent_row *row;
    const char *until; /* a draft's comments are due, or its embargo ends; "" */
    bool is_known;     /* that time can be read, and a day is asked about */
    bool binds;        /* on that day it does still */
};

static struct sent_line sent_line_of(const struct run *r, const struct sent_row *row)
{
    const bool embargo = row->stage == STAGE_EMBARGO;
    struct sent_line l = {.row = row, .until = embargo ? row->embargo : row->due};
    struct moment end = {.hour = -1}, day = {.day = r->o->date, .hour = -1};
    bool read = embargo ? moment_parse(l.until, &end)
                        : date_parse(l.until, &end.day) && end.day.day != 0;
    l.is_known = read && day.day.year != 0;
    l.binds = l.is_known && !moment_before(end, day);
    return l;
}

static const char *who_has(struct arena *a, const struct sent_row *row)
{
    bool both = row->recipient[0] != '\0' && row->body[0] != '\0';
    return arena_printf(a, "%s%s%s", row->recipient, both ? ", " : "", row->body);
}

static const char *what_binds(const struct sent_line *l)
{
    if (l->until[0] == '\0')
        return l->row->stage == STAGE_EMBARGO ? "under embargo" : "no day";
    return l->row->stage == STAGE_EMBARGO ? "embargo until " : "comments by ";
}

/* "embargo 1 of 2012-06-12 to News desk, Gazette (en), embargo until 2012-06-20 00.01".
 */
static void print_line(struct arena *a, const struct sent_line *l, struct buf *out)
{
    const struct sent_row *row = l->row;
    buf_printf(out, "%s %d of %s to %s (%s), %s%s%s: %s\n", stage_name(row->stage),
               row->draft, row->date, who_has(a, row), lang_code(row->language),
               what_binds(l), l->until,
               !l->is_known ? ""
               : l->binds   ? " (binds)"
                            : " (over)",
               row->file);
}

static void print_json(const struct sent_line *l, const char *before, struct buf *out)
{
    const struct sent_row *row = l->row;
    buf_json_field(out, before, "stage", stage_name(row->stage));
    buf_printf(out, ", \"number\": %d", row->draft);
    buf_json_field(out, ", ", "language", lang_code(row->language));
    buf_json_field(out, ", ", "recipient", row->recipient);
    buf_json_field(out, ", ", "body", row->body);
    buf_json_field(out, ", ", "date", row->date);
    buf_json_field(out, ", ", "until", l->until[0] != '\0' ? l->until : NULL);
    buf_printf(out, ", \"binds\": %s",
               !l->is_known ? "null"
               : l->binds   ? "true"
                            : "false");
    buf_json_field(out, ", ", "file", row->file);
    buf_char(out, '}');
}

void command_sent_status(struct run *r, struct buf *out)
{
    const char *dir = folder_exists(r->report) ? r->report : path_dir(r->a, r->report);
    const bool json = r->o->format == FORMAT_JSON;
    struct sent s;
    size_t binding = 0;
    if (!report_there(r) || !embargoes_read(r->a, r->d, dir, &s))
        return;
    buf_str(out, json ? "[" : "");
    for (size_t i = 0; i < s.count; i++) {
        const struct sent_line l = sent_line_of(r, &s.at[i]);
        binding += l.binds;
        if (json)
            print_json(&l, i > 0 ? ",\n  {" : "\n  {", out);
        else
            print_line(r->a, &l, out);
    }
    if (json)
        buf_str(out, "\n]\n");
    else if (r->o->date.year != 0)
        buf_printf(out, "%s: copies sent: %zu; bound on %s: %zu\n", r->report, s.count,
                   date_plain(r->a, r->o->date), binding);
    else
        buf_printf(out, "%s: copies sent: %zu\n", r->report, s.count);
}
