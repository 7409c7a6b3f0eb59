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

/* X(name, datatype, its text, or its number); the wordings data-NAME and data-NAME-is
 * have its title and what it is. */
#define COLUMNS(X)                                                                       \
    X("name", "string", f->name, -1)                                                     \
    X("question", "string", f->question, -1)                                             \
    X("part", "string", f->part, -1)                                                     \
    X("among", "string", f->among, -1)                                                   \
    X("counted", "string", f->not ? "not" : f->applicable ? "applicable" : "", -1)       \
    X("count", "integer", NULL, x->count)                                                \
    X("base", "integer", NULL, x->base)                                                  \
    X("percent", "integer", NULL, x->percent)                                            \
    X("judgement", "string", x->judgement, -1)                                           \
    X("printed", "string", f->printed, -1)                                               \
    X("places", "string", x->places, -1)                                                 \
    X("source", "string", f->source, -1)                                                 \
    X("withheld", "boolean", x->withheld ? "true" : "false", -1)

struct data_column {
    const char *name, *type;
    const char *title, *is; /* in the report's language */
};

#define X(name, type, text, number) {name, type, NULL, NULL},
static const struct data_column ALL_COLUMNS[] = {COLUMNS(X)};
#undef X

/* The data on their way. */
struct publishing {
    struct arena *a;
    struct diags *d;
    const struct report *r;
    const struct scores *s;
    const struct measures *m;
    struct data_column columns[LEN(ALL_COLUMNS)];
    const char *about;
};

/* A wording in the language of the report; "", and said, where the house has none. */
static const char *data_word(const struct publishing *p, const char *key)
{
    const struct word *word = words_get(p->s->in->programme->words, key);
    const enum lang l = p->r->lang;
    const struct block *b = word != NULL ? word->forms[l][PLURAL_OTHER].blocks : NULL;
    if (b == NULL) {
        diag(p->d, DIAG_WORD_UNKNOWN, word != NULL ? word->pos : (struct pos){0},
             "\"%s\" in language %s; add it to words.yaml", key, lang_code(l));
        return "";
    }
    if (p->r->stage == STAGE_FINAL && !word->reviewed[l])
        diag(
            p->d, DIAG_WORD_UNREVIEWED, word->pos,
            "%s in language %s; have it read, then add %s to its `reviewed:`, or say who "
            "takes it as it is under `accepted:`",
            key, lang_code(l), lang_code(l));
    return prose_plain(p->a, b->inlines);
}

static void name_columns(struct publishing *p)
{
    for (size_t i = 0; i < LEN(ALL_COLUMNS); i++) {
        struct data_column *c = &p->columns[i];
        *c = ALL_COLUMNS[i];
        c->title = data_word(p, arena_printf(p->a, "data-%s", c->name));
        c->is = data_word(p, arena_printf(p->a, "data-%s-is", c->name));
    }
    const char *about = data_word(p, "data-about"); /* "from 1 to #" */
    const size_t at = strcspn(about, "#");
    p->about = arena_printf(p->a, "%.*s%d%s", (int)at, about,
                            p->s->in->programme->small_number - 1,
                            about + at + (about[at] == '#'));
}

static void put_csv(const struct measure *x, struct buf *out)
{
    const struct source_figure *f = x->figure;
#define X(name, type, text, number)                                                      \
    (text) != NULL ? (text)                                                              \
    : (number) < 0 ? ""                                                                  \
                   : arena_printf(out->a, "%ld", (long)(number)),
    const char *cells[] = {COLUMNS(X)};
#undef X
    buf_csv_line(out, cells, LEN(cells));
}

static void put_csv_file(const struct publishing *p, struct buf *out)
{
    const char *heads[LEN(ALL_COLUMNS)];
    for (size_t i = 0; i < LEN(heads); i++)
        heads[i] = p->columns[i].title;
    buf_csv_line(out, heads, LEN(heads));
    for (size_t i = 0; i < p->m->all.len; i++)
        put_csv(&p->m->all.at[i], out);
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
#define X(name, type, text, number) json_cell(out, name, type, text, number);
    COLUMNS(X)
#undef X
    out->at[begin] = '{'; /* of the first comma */
    buf_char(out, '}');
}

static void put_columns(const struct publishing *p, struct buf *out)
{
    for (size_t i = 0; i < LEN(p->columns); i++) {
        const struct data_column *c = &p->columns[i];
        buf_json_field(out, i == 0 ? "[\n    {" : ",\n    {", "name", c->name);
        buf_json_field(out, ", ", "titles", c->title);
        buf_json_field(out, ", ", "datatype", c->type);
        buf_json_field(out, ", ", "dc:description", c->is);
        buf_char(out, '}');
    }
    buf_str(out, "]");
}

/* ---- what it is about ---- */

static struct date date_of(const struct inspection *in, const char *path)
{
    const struct value *v = inspection_value(in, path);
    return v != NULL ? v->date : (struct date){0};
}

/* Each in the words of Dublin Core, as far as it is known. */
static void put_about(const struct publishing *of, struct buf *out)
{
    const struct report *r = of->r;
    const struct scores *s = of->s;
    struct arena *a = of->a;
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
    buf_json_field(out, "\n  ", "dc:description", of->about);
}

static void put_json_file(const struct publishing *p, struct buf *out)
{
    const struct measures *m = p->m;
    buf_char(out, '{');
    put_about(p, out);
    buf_str(out, ",\n  \"columns\": ");
    put_columns(p, out);
    buf_str(out, ",\n  \"rows\": [");
    for (size_t i = 0; i < m->all.len; i++) {
        buf_str(out, i == 0 ? "\n    " : ",\n    ");
        put_json(&m->all.at[i], out);
    }
    buf_str(out, "]\n}\n");
}

static void put_metadata(const struct publishing *p, const char *csv, struct buf *out)
{
    buf_printf(out,
               "{\n  \"@context\": [\"http://www.w3.org/ns/csvw\", {\"@language\": "
               "\"%s\"}],\n  \"url\": ",
               lang_code(p->r->lang));
    buf_json(out, csv);
    buf_char(out, ',');
    put_about(p, out);
    buf_str(out, ",\n  \"tableSchema\": {\"columns\": ");
    put_columns(p, out);
    buf_str(out, "}\n}\n");
}

void published_data(const struct report *r, const struct scores *s, struct diags *d,
                    const char *csv, struct published *out)
{
    struct arena *a = out->csv.a;
    struct publishing p = {.a = a, .d = d, .r = r, .s = s, .m = measures_of(a, r, s)};
    name_columns(&p);
    put_csv_file(&p, &out->csv);
    put_metadata(&p, csv, &out->metadata);
    put_json_file(&p, &out->json);
}
