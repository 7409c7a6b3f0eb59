/* published.c -- the data of a report as CSV, as JSON with a description, and the
 * description alone as CSV on the Web has it (W3C, Tabular Metadata).  In: a finished
 * report and its scores; out: text.  Counts only: no row of a case is seen here. */
#include "proof/published.h"

#include "base/map.h"
#include "proof/signing.h"

#include <string.h>

/* ---- measures ---- */

struct gathering {
    struct arena *a;
    const struct scores *s;
    struct measures *m;
    struct map *seen; /* the place of a measure, by what it is of */
};

static const char *measure_key(struct arena *a, const struct source_figure *f)
{
    if (f->name == NULL)
        return arena_printf(a, "%s\n%s", f->printed, f->source != NULL ? f->source : "");
    return arena_printf(a, "%s\n%s\n%d%d %ld %ld %d", f->name, f->part, f->not,
                        f->applicable, f->count, f->base, f->percent);
}

/* "score 1.1": the title of its judgement, where it is of the whole. */
static const char *judgement_of(struct arena *a, const struct scores *s,
                                const struct source_figure *f, enum lang l)
{
    const struct programme *p = s->in->programme;
    if (f->name == NULL || f->part[0] != '\0' || strncmp(f->name, "score ", 6) != 0)
        return NULL;
    for (enum level level = 0; level < LEVEL_COUNT; level++)
        for (size_t i = 0; i < p->aspect_count[level]; i++) {
            const int band = s->judged[level][i].band;
            if (band >= 0 && strcmp(p->aspects[level][i].id, f->name + 6) == 0)
                return prose_plain(a, p->bands[band].title.in[l]);
        }
    return NULL;
}

static void measure_place(struct arena *a, struct measure *to, const char *ref)
{
    const char *all = to->places;
    if (ref == NULL || strcmp(all, ref) == 0)
        return;
    const char *last = strrchr(all, ';');
    if (last == NULL || strcmp(last + 2, ref) != 0)
        to->places = arena_printf(a, "%s%s%s", all, *all != '\0' ? "; " : "", ref);
}

static void measure_row(const struct figure_row *row, void *data)
{
    struct gathering *g = data;
    const struct source_figure *f = row->figure;
    const char *key = measure_key(g->a, f);
    size_t *at = map_get(g->seen, key);
    if (f->name != NULL)
        measures_printed(g->a, g->m, f);
    if (at == NULL) {
        struct measure *x = array_push(g->a, &g->m->all);
        *x = (struct measure){.figure = f,
                              .places = "",
                              .judgement = judgement_of(g->a, g->s, f, g->m->lang),
                              .count = f->count,
                              .base = f->base,
                              .percent = f->percent};
        at = NEW(g->a, size_t);
        *at = g->m->all.len - 1;
        map_put(g->seen, key, at);
    }
    measure_place(g->a, &g->m->all.at[*at], row->ref);
}

static struct measures *measures_of(struct arena *a, const struct report *r,
                                    const struct scores *s)
{
    struct measures *m = NEW(a, struct measures);
    struct gathering g = {.a = a, .s = s, .m = m, .seen = map_new(a)};
    m->lang = r->lang;
    m->small = s->in->programme->small_number;
    m->printed = map_new(a);
    figure_rows(a, r, measure_row, &g);
    measures_withhold(a, m);
    return m;
}

/* ---- columns ---- */

/* X(name, datatype, what it is, its text, or its number) */
#define COLUMNS(X)                                                                       \
    X("name", "string", "what is measured, as the programme calls it", f->name, -1)      \
    X("question", "string", "the same in words", f->question, -1)                        \
    X("part", "string", "which cases alone are counted, as the programme calls them",    \
      f->part, -1)                                                                       \
    X("among", "string", "the same in words", f->among, -1)                              \
    X("counted", "string",                                                               \
      "nothing: what is named; not: the answers that were not sufficient; applicable: "  \
      "all to whom it applied",                                                          \
      f->not          ? "not"                                                            \
      : f->applicable ? "applicable"                                                     \
                      : "",                                                              \
      -1)                                                                                \
    X("count", "integer", "how many", NULL, x->count)                                    \
    X("base", "integer", "out of how many to whom it applied", NULL, x->base)            \
    X("percent", "integer", "count in 100 of base, halves up", NULL, x->percent)         \
    X("judgement", "string", "of a score", x->judgement, -1)                             \
    X("printed", "string", "how the report prints it first", f->printed, -1)             \
    X("places", "string", "where it does, as the report is quoted", x->places, -1)       \
    X("source", "string", "of a number that was not counted by the inspection",          \
      f->source, -1)                                                                     \
    X("withheld", "boolean",                                                             \
      "true: a number is left out, since it would give away a small one that the "       \
      "report does not print",                                                           \
      x->withheld ? "true" : "false", -1)

static void put_csv(const struct measure *x, struct buf *out)
{
    const struct source_figure *f = x->figure;
#define X(name, type, what, text, number)                                                \
    (text) != NULL ? (text)                                                              \
    : (number) < 0 ? ""                                                                  \
                   : arena_printf(out->a, "%ld", (long)(number)),
    const char *cells[] = {COLUMNS(X)};
#undef X
    buf_csv_line(out, cells, LEN(cells));
}

static void put_csv_file(const struct measures *m, struct buf *out)
{
#define X(name, type, what, text, number) name,
    static const char *const heads[] = {COLUMNS(X)};
#undef X
    buf_csv_line(out, heads, LEN(heads));
    for (size_t i = 0; i < m->all.len; i++)
        put_csv(&m->all.at[i], out);
}

static void json_cell(struct buf *out, const char *name, const char *type,
                      const char *text, long number)
{
    if (strcmp(type, "boolean") == 0)
        buf_printf(out, ", \"%s\": %s", name, text);
    else if (number >= 0)
        buf_printf(out, ", \"%s\": %ld", name, number);
    else
        buf_json_field(out, ", ", name, text);
}

static void put_json(const struct measure *x, struct buf *out)
{
    const struct source_figure *f = x->figure;
    const size_t begin = out->len;
#define X(name, type, what, text, number) json_cell(out, name, type, text, number);
    COLUMNS(X)
#undef X
    out->at[begin] = '{'; /* of the first comma */
    buf_char(out, '}');
}

static void put_columns(struct buf *out)
{
    const size_t begin = out->len;
#define X(name, type, what, text, number)                                                \
    buf_str(out, ",\n    {\"name\": \"" name "\", \"datatype\": \"" type                 \
                 "\", \"dc:description\": \"" what "\"}");
    COLUMNS(X)
#undef X
    out->at[begin] = '[';
    buf_str(out, "]");
}

/* ---- what it is about ---- */

static struct date date_of(const struct inspection *in, const char *path)
{
    const struct value *v = inspection_value(in, path);
    return v != NULL ? v->date : (struct date){0};
}

/* Each in the words of Dublin Core, as far as it is known. */
static void put_about(const struct report *r, const struct scores *s, struct buf *out)
{
    struct arena *a = out->a;
    const struct programme *p = s->in->programme;
    const struct date from = date_of(s->in, "fieldwork.from"),
                      to = date_of(s->in, "fieldwork.to");
    const char *area = scores_area(s->in, r->lang), *licence = r->words[LAYOUT_LICENCE];
    const struct {
        const char *name, *value;
    } all[] = {
        {"dc:title", r->plain_title},
        {"dc:subject", r->subject},
        {"dc:spatial", area != NULL ? area : s->in->name},
        {"dc:isPartOf", prose_plain(a, p->title.in[r->lang])},
        {"dc:temporal", arena_printf(a, "%s/%s", date_plain(a, from), date_plain(a, to))},
        {"dc:issued", date_plain(a, r->published)},
        {"dc:publisher", r->author},
        {"dc:license", licence},
        {"dc:language", lang_tag(r->lang)},
        {"dc:identifier", arena_printf(a, "%s %s", p->name, s->in->name)},
    };
    for (size_t i = 0; i < LEN(all); i++)
        if (all[i].value != NULL && strlen(all[i].value) > 1)
            buf_json_field(out, "\n  ", all[i].name, all[i].value), buf_char(out, ',');
    buf_printf(
        out,
        "\n  \"dc:description\": \"What the report counts and prints. Numbers of people "
        "from 1 to %d that it does not print, and what gives them away, are left out.\"",
        p->small_number - 1);
}

static void put_json_file(const struct report *r, const struct scores *s,
                          const struct measures *m, struct buf *out)
{
    buf_char(out, '{');
    put_about(r, s, out);
    buf_str(out, ",\n  \"columns\": ");
    put_columns(out);
    buf_str(out, ",\n  \"rows\": [");
    for (size_t i = 0; i < m->all.len; i++) {
        buf_str(out, i == 0 ? "\n    " : ",\n    ");
        put_json(&m->all.at[i], out);
    }
    buf_str(out, "]\n}\n");
}

static void put_metadata(const struct report *r, const struct scores *s, const char *csv,
                         struct buf *out)
{
    buf_printf(out, "{\n  \"@context\": \"http://www.w3.org/ns/csvw\",\n  \"url\": ");
    buf_json(out, csv);
    buf_char(out, ',');
    put_about(r, s, out);
    buf_str(out, ",\n  \"tableSchema\": {\"columns\": ");
    put_columns(out);
    buf_str(out, "}\n}\n");
}

void published_data(const struct report *r, const struct scores *s, const char *csv,
                    struct published *out)
{
    const struct measures *m = measures_of(out->csv.a, r, s);
    put_csv_file(m, &out->csv);
    put_metadata(r, s, csv, &out->metadata);
    put_json_file(r, s, m, &out->json);
}
