/* diag_print.c -- what was said, sorted by place, for people and for programs.  Wordings
 * that nobody has reviewed, and what was accepted, are gathered to a line. */
#include "base/character.h"
#include "base/said.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

static int compare_said(const void *x, const void *y)
{
    const struct said *s = x, *t = y;
    if (s->order != t->order)
        return s->order < t->order ? -1 : 1;
    if (s->pos.at != t->pos.at)
        return s->pos.at < t->pos.at ? -1 : 1;
    return s->number < t->number ? -1 : s->number > t->number;
}

/* Files keep the order in which they were first named. */
static void sort_said(struct said *said, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        said[i].order = i;
        for (size_t j = 0; j < i; j++)
            if (said_of_one_file(said[j].pos, said[i].pos)) {
                said[i].order = said[j].order;
                break;
            }
    }
    if (count > 1)
        qsort(said, count, sizeof *said, compare_said);
}

static const char *severity_name(enum severity s)
{
    switch (s) {
    case SEVERITY_NOTE: return "note";
    case SEVERITY_WARNING: return "warning";
    case SEVERITY_ERROR: return "error";
    case SEVERITY_WAITS:
    case SEVERITY_LEAVES:
    case SEVERITY_COUNT: break;
    }
    bug("severity %d", (int)s);
}

/* As compilers have them: where it is in bold, how bad it is by its own colour. */
static const char *severity_colour(enum severity s)
{
    return s == SEVERITY_ERROR ? "1;31" : s == SEVERITY_WARNING ? "1;35" : "1;36";
}

static void colour_begin(const struct diags *d, const char *code, struct buf *out)
{
    if (d->colour)
        buf_printf(out, "\033[%sm", code);
}

static void colour_end(const struct diags *d, struct buf *out)
{
    if (d->colour)
        buf_str(out, "\033[0m");
}

/* The line it stands in, cut to a readable length, and a mark under the place. */
static void print_excerpt(const struct diags *d, struct pos p, int line_number,
                          struct buf *out)
{
    enum { SHOWN = 100, BEFORE = 60 };
    const char *text = p.file->text;
    size_t at = p.at < p.file->len ? p.at : p.file->len;
    size_t start = at, end = at;
    while (start > 0 && text[start - 1] != '\n' && at - start < BEFORE)
        start--;
    while (((unsigned char)text[start] & 0xC0) == 0x80)
        start++;
    while (end < p.file->len && text[end] != '\n' && end - start < SHOWN)
        end++;
    while (end < p.file->len && ((unsigned char)text[end] & 0xC0) == 0x80)
        end++;
    bool cut = start > 0 && text[start - 1] != '\n';
    buf_printf(out, "%5d | %s", line_number, cut ? "..." : "");
    for (size_t i = start; i < end; i++)
        buf_char(out, text[i] == '\t' ? ' ' : text[i]);
    buf_printf(out, "\n      | %*s",
               (int)utf8_count(text + start, at - start) + (cut ? 3 : 0), "");
    size_t marked = p.at + p.len < end ? p.at + p.len : end;
    size_t width = marked > at ? utf8_count(text + at, marked - at) : 1;
    colour_begin(d, "1;32", out);
    buf_char(out, '^');
    for (size_t i = 1; i < width; i++)
        buf_char(out, '~');
    colour_end(d, out);
    buf_char(out, '\n');
}

static bool has_place(const struct said *s)
{
    return s->pos.file != NULL && s->pos.file->text != NULL && !s->whole;
}

static void print_human(const struct diags *d, const struct said *s, bool excerpt,
                        struct buf *out)
{
    const char *sheet = s->pos.file != NULL ? s->pos.file->sheet : NULL;
    colour_begin(d, "1", out);
    if (s->pos.file == NULL)
        buf_str(out, "gwasg: ");
    else if (!has_place(s))
        buf_printf(out, "%s: ", text_for_terminal(out->a, s->pos.file->path));
    else
        buf_printf(out, "%s:%s%s%s: ", text_for_terminal(out->a, s->pos.file->path),
                   sheet != NULL ? sheet : "", sheet != NULL ? "!" : "",
                   pos_name(out->a, s->pos));
    colour_end(d, out);
    colour_begin(d, severity_colour(said_severity(s)), out);
    buf_printf(out, "%s:", severity_name(said_severity(s)));
    colour_end(d, out);
    buf_printf(out, " %s%s%s [%s]\n", diag_what(s->id), s->text[0] != '\0' ? ": " : "",
               text_for_terminal(out->a, s->text), diag_name(s->id));
    if (excerpt && has_place(s) && sheet == NULL)
        print_excerpt(d, s->pos, pos_place(s->pos).line, out);
}

static void print_json(const struct said *s, struct buf *out)
{
    struct place place = pos_place(s->pos);
    buf_json_field(out, "{", "severity", severity_name(said_severity(s)));
    buf_json_field(out, ", ", "id", diag_name(s->id));
    buf_json_field(out, ", ", "file", s->pos.file != NULL ? s->pos.file->path : NULL);
    if (has_place(s) && s->pos.file->sheet != NULL) {
        buf_json_field(out, ", ", "sheet", s->pos.file->sheet);
        buf_json_field(out, ", ", "cell", pos_name(out->a, s->pos));
    } else if (has_place(s)) {
        buf_printf(out, ", \"line\": %d, \"column\": %d, \"length\": %zu", place.line,
                   place.column, utf8_count(s->pos.file->text + s->pos.at, s->pos.len));
    }
    buf_json_field(out, ", ", "what", diag_what(s->id));
    buf_json_field(out, ", ", "message", s->text);
    buf_char(out, '}');
}

/* ---- many in one line ---- */

/* So many of a kind in a file are a list to be read one by one. */
#define FEW 10

struct said_list {
    ARRAY(struct said) all;
};

static bool is_like(const struct said *x, const struct said *y)
{
    return x->id == y->id && x->pos.file == y->pos.file && x->accepted == NULL &&
           y->accepted == NULL && strcmp(x->language, y->language) == 0;
}

/* The first of many stands for all of them; the others are left out. */
static bool gather(const struct diags *d, size_t i, struct said *out)
{
    const struct said *s = &d->said.at[i];
    size_t count = 0, before = 0;
    *out = *s;
    if (d->all || !diag_gathers(s->id))
        return true;
    for (size_t k = 0; k < d->said.len; k++) {
        bool like = is_like(s, &d->said.at[k]);
        count += like;
        before += like && k < i;
    }
    if (count <= FEW)
        return true;
    out->pos = (struct pos){.file = s->pos.file};
    out->whole = true;
    const char *l = s->language[0] != '\0' ? s->language : "the language";
    out->text = arena_printf(
        d->a,
        "%zu in language %s; have them read and add %s to each `reviewed:`, or say who "
        "takes them as they are under `accepted:`; `gwasg check --verbose` names each",
        count, l, l);
    return before == 0;
}

static struct said accepted_line(const struct diags *d, const struct accepted *by)
{
    const struct acceptance *a = by->by;
    bool language = a->language[0] != '\0';
    return (struct said){
        .id = DIAG_ACCEPTED,
        .pos = a->pos,
        .number = d->said.len,
        .language = "",
        .text = arena_printf(d->a, "%s%s%s, %zu time%s, by %s: %s", diag_name(a->id),
                             language ? " in language " : "", a->language, by->times,
                             by->times == 1 ? "" : "s", a->by, a->reason)};
}

/* What is printed: without what was accepted, which has a line for each acceptance. */
static struct said_list list_said(const struct diags *d)
{
    struct said_list out = {0};
    struct said s;
    for (size_t i = 0; i < d->said.len; i++)
        if ((d->all || d->said.at[i].accepted == NULL) && gather(d, i, &s))
            *array_push(d->a, &out.all) = s;
    for (size_t i = 0; i < d->accepted.len; i++)
        if (d->accepted.at[i].times > 0)
            *array_push(d->a, &out.all) = accepted_line(d, &d->accepted.at[i]);
    return out;
}

void diags_print(const struct diags *d, enum diag_format format, struct buf *out)
{
    struct said_list list = list_said(d);
    sort_said(list.all.at, list.all.len);
    if (format == DIAG_JSON)
        buf_char(out, '[');
    for (size_t i = 0; i < list.all.len; i++) {
        if (format == DIAG_JSON) {
            buf_str(out, i > 0 ? ",\n " : "");
            print_json(&list.all.at[i], out);
        } else {
            print_human(d, &list.all.at[i], format == DIAG_HUMAN, out);
        }
    }
    if (format == DIAG_JSON)
        buf_str(out, "]\n");
    else if (d->unsaid > 0)
        buf_printf(out, "gwasg: %zu more not shown\n", d->unsaid);
}
