/* dump.c -- an inspection as text, a value or a count a line: the dump "model". */
#include "model/field.h"
#include "model/inspection.h"

static void indent(struct buf *out, int depth)
{
    buf_printf(out, "%*s", 2 * depth, "");
}

/* What a value holds, on its own line: dates and words as typed, prose without mark-up.
 */
static void dump_plain(const struct value *v, struct buf *out)
{
    if (v->word != NULL)
        buf_printf(out, " \"%s\"", v->word);
    if (v->line != NULL)
        buf_printf(out, " \"%s\"", prose_plain(out->a, v->line));
    if (v->id != NULL)
        buf_printf(out, " #%s", v->id);
    for (enum lang l = LANG_EN; l < LANG_COUNT; l++) {
        if (v->text.in[l] != NULL)
            buf_printf(out, " %s \"%s\"", lang_code(l),
                       prose_plain(out->a, v->text.in[l]));
        if (v->isbn[l] != NULL)
            buf_printf(out, " %s %s", lang_code(l), v->isbn[l]);
        for (size_t i = 0; i < LEN(area_forms); i++)
            if (v->area[l][i] != NULL)
                buf_printf(out, " %s.%s \"%s\"", lang_code(l), area_forms[i],
                           v->area[l][i]);
    }
    buf_char(out, '\n');
}

static void dump_value(const struct value *v, int depth, struct buf *out)
{
    indent(out, depth);
    buf_printf(out, "%s: %s", v->name != NULL ? v->name : "-",
               field_kind_name(v->field->kind));
    dump_plain(v, out);
    if (v->blocks != NULL)
        prose_dump(v->blocks, out);
    for (size_t i = 0; i < v->count; i++)
        dump_value(&v->items[i], depth + 1, out);
}

static void dump_columns(const struct inspection *in, struct buf *out)
{
    for (size_t i = 0; i < in->column_count; i++) {
        const struct column *c = &in->columns[i];
        buf_printf(out, "column %s%s:", c->name,
                   c->characteristic == NULL ? " (own)" : "");
        for (size_t j = 0; j < c->value_count; j++)
            buf_printf(out, " %s", c->values[j]);
        buf_char(out, '\n');
    }
}

/* Only how many: rows are about children. */
static void dump_counts(const struct inspection *in, struct buf *out)
{
    static const char *const names[] = {"none", "cases", "results", "stated"};
    buf_printf(out, "evidence %s\ncases %zu\n", names[in->evidence], in->cases.count);
    for (size_t i = 0; i < in->result_count; i++) {
        const struct result *r = &in->results[i];
        buf_printf(out, "result %s [%s] %ld/%ld\n", r->question, r->part, r->sufficient,
                   r->applicable);
    }
}

static void dump_replies(const struct inspection *in, struct buf *out)
{
    for (size_t i = 0; i < in->programme->questionnaire_count; i++) {
        const struct questionnaire *q = &in->programme->questionnaires[i];
        const int *count = in->replies[i];
        if (in->returned[i] >= 0)
            buf_printf(out, "returned %s %d\n", q->name, in->returned[i]);
        for (size_t j = 0; j < q->question_count; j++)
            for (size_t k = 0; k < q->questions[j].choice_count; k++, count++)
                if (*count >= 0)
                    buf_printf(out, "reply %s=%s %d\n", q->questions[j].name,
                               q->questions[j].choices[k].name, *count);
    }
}

void inspection_dump(const struct inspection *in, struct buf *out)
{
    buf_printf(out, "inspection %s of %s\n", in->name, in->programme->name);
    for (size_t i = 0; i < in->root->count; i++)
        dump_value(&in->root->items[i], 0, out);
    dump_columns(in, out);
    dump_counts(in, out);
    dump_replies(in, out);
    for (size_t i = 0; i < in->footnote_count; i++)
        buf_printf(out, "footnote %s\n", in->footnotes[i].name);
    buf_printf(out, "as-of %04d-%02d-%02d\n", in->as_of.year, in->as_of.month,
               in->as_of.day);
}
