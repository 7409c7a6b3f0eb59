/* lsp.c -- `gwasg lsp`: the language server, and what it is told of a report: all that
 * `check` says, the numbers that its marks print, and the names that may be written. */
#include "lsp/lsp.h"

#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/pipeline.h"
#include "model/questions.h"
#include "proof/signing.h"
#include "proof/suggest.h"

#include <string.h>
#include <unistd.h>

/* A study on its way; entries of one list are parted by commas. */
struct study {
    struct run *r;
    const struct inspection *in;
    struct buf *out;
    bool first;
};

static void list_begin(struct study *k, const char *name)
{
    buf_printf(k->out, "%s\"%s\":[", k->out->at[k->out->len - 1] == '{' ? "" : ",", name);
    k->first = true;
}

static void entry_begin(struct study *k)
{
    buf_str(k->out, k->first ? "{" : ",{");
    k->first = false;
}

static void list_end(struct study *k)
{
    buf_char(k->out, ']');
}

/* PLACE, `"length"` and a comma behind it; nothing of what stands in no file. */
static void write_place(struct study *k, struct pos at)
{
    if (at.file == NULL || at.file->text == NULL)
        return;
    const struct place p = pos_place(at);
    buf_json_field(k->out, "", "file", at.file->path);
    buf_printf(k->out, ", \"line\": %d, \"column\": %d, \"length\": %zu, ", p.line,
               p.column, utf8_count(at.file->text + at.at, at.len));
}

static void write_named(struct study *k, struct pos at, const char *name,
                        const char *title)
{
    entry_begin(k);
    write_place(k, at);
    buf_json_field(k->out, "", "name", name);
    buf_json_field(k->out, ", ", "title", title);
    buf_char(k->out, '}');
}

static const char *plain(struct study *k, const struct text *t)
{
    return t->in[LANG_EN] != NULL ? prose_plain(k->r->a, t->in[LANG_EN]) : "";
}

/* ---- numbers ---- */

static void write_number(struct study *k, const char *name, long n)
{
    if (n >= 0)
        buf_printf(k->out, ", \"%s\": %ld", name, n);
}

/* The words of the mark at a place, parted by one blank. */
static const char *mark_at(struct study *k, struct pos at)
{
    struct buf words = buf_new(k->r->a);
    const char *s = at.file->text + at.at, *const end = s + at.len;
    for (s += strspn(s, "("); s < end && *s != ')'; s++)
        if (*s != ' ' && *s != '\n')
            buf_char(&words, *s);
        else if (words.len > 0 && words.at[words.len - 1] != ' ')
            buf_char(&words, ' ');
    while (words.len > 0 && words.at[words.len - 1] == ' ')
        words.at[--words.len] = '\0';
    return words.at;
}

static void write_figure(const struct figure_row *row, void *data)
{
    struct study *k = data;
    const struct source_figure *f = row->figure;
    if (f->pos.file == NULL || f->pos.file->text == NULL)
        return;
    entry_begin(k);
    write_place(k, f->pos);
    buf_json_field(k->out, "", "printed", f->printed);
    buf_json_field(k->out, ", ", "mark", mark_at(k, f->pos));
    buf_json_field(k->out, ", ", "question", f->question);
    buf_json_field(k->out, ", ", "among", f->among);
    buf_json_field(k->out, ", ", "source", f->source);
    write_number(k, "count", f->count);
    write_number(k, "base", f->base);
    write_number(k, "percent", f->percent);
    buf_char(k->out, '}');
}

/* ---- names ---- */

/* Where a question of that name is asked in programme.yaml; nowhere: it is none. */
static struct pos asked_at(const struct programme *p, const char *name)
{
    for (size_t i = 0; i < p->question_count; i++)
        if (strcmp(p->questions[i].name, name) == 0)
            return p->questions[i].pos;
    for (size_t i = 0; i < p->questionnaire_count; i++)
        for (size_t n = 0; n < p->questionnaires[i].question_count; n++)
            if (strcmp(p->questionnaires[i].questions[n].name, name) == 0)
                return p->questionnaires[i].questions[n].pos;
    return (struct pos){0};
}

static bool is_asked(enum asked_kind kind)
{
    return kind <= ASKED_COUNT || kind == ASKED_REPLY || kind == ASKED_CASES;
}

static void write_subjects(struct study *k, const struct question_row *rows, size_t count)
{
    static const struct {
        const char *name, *title;
    } words[] = {
        {"score", "the percentage of a criterion, section or headline"},
        {"judgement", "what it was judged to be"},
        {"points", "what a judgement is worth"},
        {"national", "lowest, highest or average of the areas inspected so far"},
        {"earlier", "the score at the earlier inspection"},
        {"returned", "how many of a questionnaire came back"},
        {"field", "what another field says"},
        {"typed", "a figure from elsewhere | and its source"},
    };
    list_begin(k, "subjects");
    for (size_t i = 0; i < count; i++) {
        if (!is_asked(rows[i].kind))
            continue;
        entry_begin(k);
        write_place(k, asked_at(k->in->programme, rows[i].name));
        buf_json_field(k->out, "", "name", rows[i].name);
        buf_json_field(k->out, ", ", "title", rows[i].text[LANG_EN]);
        buf_json_field(k->out, ", ", "marks", rows[i].marks);
        buf_char(k->out, '}');
    }
    for (size_t i = 0; i < LEN(words); i++)
        write_named(k, (struct pos){0}, words[i].name, words[i].title);
    list_end(k);
}

static void write_aspects(struct study *k)
{
    const struct programme *p = k->in->programme;
    list_begin(k, "aspects");
    for (int l = 0; l < LEVEL_COUNT; l++)
        for (size_t i = 0; i < p->aspect_count[l]; i++)
            write_named(k, p->aspects[l][i].pos, p->aspects[l][i].id,
                        plain(k, &p->aspects[l][i].title));
    list_end(k);
}

static void write_forms(struct study *k)
{
    static const struct {
        const char *name, *title;
    } forms[] = {
        {"n", "22"},
        {"n of", "22 of the 24; with a noun: of the 24 cases"},
        {"of", "24"},
        {"%", "92%; behind n of: in brackets"},
        {"words", "a share, as it is said"},
        {"Words", "the same at the start of a sentence"},
        {"spelt", "nine"},
        {"Spelt", "the same at the start of a sentence"},
        {"not", "those to whom it does not apply that it was done well enough"},
        {"where", "of some cases alone"},
        {"beside", "in the column beside the text"},
    };
    size_t count;
    const char *const *nouns = words_nouns(k->in->programme->words, &count);
    list_begin(k, "forms");
    for (size_t i = 0; i < LEN(forms); i++)
        write_named(k, (struct pos){0}, forms[i].name, forms[i].title);
    for (size_t i = 0; i < count; i++)
        write_named(k, (struct pos){0}, nouns[i], "a noun");
    list_end(k);
}

static void write_parts(struct study *k)
{
    const struct programme *p = k->in->programme;
    list_begin(k, "parts");
    for (size_t i = 0; i < p->part_count; i++)
        write_named(k, p->parts[i].pos, p->parts[i].name, plain(k, &p->parts[i].title));
    for (size_t i = 0; i < k->in->column_count; i++) {
        const struct column *c = &k->in->columns[i];
        for (size_t n = 0; n < c->value_count; n++)
            write_named(
                k, c->characteristic != NULL ? c->characteristic->pos : (struct pos){0},
                arena_printf(k->r->a, "%s=%s", c->name, c->values[n]), "");
    }
    for (size_t i = 0; i < p->question_count; i++)
        if (p->questions[i].kind == QUESTION_SCORED)
            write_named(k, p->questions[i].pos, p->questions[i].name,
                        plain(k, &p->questions[i].text));
    list_end(k);
}

static void write_notes(struct study *k)
{
    list_begin(k, "notes");
    for (size_t i = 0; i < k->in->footnote_count; i++)
        write_named(k, k->in->footnotes[i].pos, k->in->footnotes[i].name, "a footnote");
    list_end(k);
}

/* The ids that an author has given to blocks. */
static void write_ids(struct study *k, const struct value *v)
{
    const struct node *given =
        v->id != NULL && v->node != NULL && v->node->kind == NODE_MAP
            ? node_get(v->node, "id")
            : NULL;
    if (given != NULL)
        write_named(k, given->pos, v->id, "a block");
    for (size_t i = 0; i < v->count; i++)
        write_ids(k, &v->items[i]);
}

static void write_targets(struct study *k)
{
    const struct programme *p = k->in->programme;
    list_begin(k, "targets");
    write_ids(k, k->in->root);
    for (size_t i = 0; i < p->aspect_count[LEVEL_CRITERION]; i++)
        write_named(k, (struct pos){0}, p->aspects[LEVEL_CRITERION][i].id,
                    plain(k, &p->aspects[LEVEL_CRITERION][i].title));
    list_end(k);
}

/* Of all that was read what the author writes: the inspection and its Markdown files. */
static void write_texts(struct study *k)
{
    list_begin(k, "texts");
    for (const struct arena_file *f = arena_files(k->r->a); f != NULL; f = f->next) {
        const char *end = strrchr(f->path, '.');
        const bool text =
            end != NULL && (strcmp(end, ".yaml") == 0 || strcmp(end, ".md") == 0);
        if (!text || !path_is_below(f->path, k->in->dir))
            continue;
        buf_str(k->out, k->first ? "" : ",");
        buf_json(k->out, f->path);
        k->first = false;
    }
    list_end(k);
}

/* For each number that is no mark those that print the same. */
static void write_fitting(struct study *k, const struct scores *s)
{
    const struct suggestions all = figures_suggest(k->r->a, s, LANG_EN);
    list_begin(k, "marks");
    for (size_t i = 0; i < all.all.len; i++) {
        const struct number_marks *n = &all.all.at[i];
        for (size_t m = 0; m < n->count; m++) {
            const struct suggested *one = &n->best[m];
            const struct pos from = bare_text_pos(n->number->in, one->from),
                             to = bare_text_pos(n->number->in, one->to - 1);
            if (!one->same || from.file != to.file || to.at < from.at)
                continue;
            entry_begin(k);
            write_place(k, (struct pos){from.file, from.at, to.at + 1 - from.at});
            buf_json_field(k->out, "", "mark", one->mark);
            buf_json_field(k->out, ", ", "prints", one->prints);
            buf_char(k->out, '}');
        }
    }
    list_end(k);
}

static void study_write(struct study *k, const struct scores *s)
{
    size_t count, asked;
    struct run quiet = *k->r;
    quiet.d = diags_new(k->r->a);
    const struct question_row *rows =
        questions_of(k->r->a, k->in->programme, NULL, &asked);
    const struct report *const *reports = run_reports(&quiet, s, STAGE_PROOF, &count);
    buf_char(k->out, '{');
    list_begin(k, "figures");
    for (size_t i = 0; i < count; i++)
        figure_rows(k->r->a, reports[i], write_figure, k);
    list_end(k);
    write_subjects(k, rows, asked);
    write_aspects(k);
    write_forms(k);
    write_parts(k);
    write_notes(k);
    write_targets(k);
    write_texts(k);
    write_fitting(k, s);
    buf_str(k->out, ",\"schema\":");
    programme_schema(k->in->programme, k->out);
    buf_char(k->out, '}');
}

/* The command that the server runs on a report. */
static void study_command(struct run *r, struct buf *out)
{
    const struct scores *s = run_check(r);
    if (s == NULL)
        return;
    r->lang = LANG_EN;
    struct study k = {.r = r, .in = s->in, .out = out};
    study_write(&k, s);
}

static const struct command study_of = {.name = "lsp", .takes = "", .run = study_command};

static void study(void *data, const char *report, const struct lsp_text *open,
                  size_t count, struct buf *out)
{
    struct options o = *(const struct options *)data;
    struct buf said[SAID_COUNT];
    o.command = &study_of;
    o.diagnostics = DIAG_JSON;
    o.stage = STAGE_PROOF;
    for (int i = 0; i < SAID_COUNT; i++)
        said[i] = buf_new(out->a);
    for (size_t i = 0; i < count; i++)
        arena_stand_in(out->a, open[i].path, open[i].bytes, open[i].len);
    run_command(out->a, &o, report, said);
    const struct buf *messages = &said[SAID_MESSAGES], *known = &said[SAID_OUT];
    buf_printf(out, "{\"messages\":%s,\"known\":%s}",
               messages->len > 0 ? messages->at : "[]",
               known->len > 0 ? known->at : "{}");
}

void command_lsp(struct run *r, struct buf *out)
{
    (void)out;
    /* An editor that does not take the protocol's end for one is no fault of a file. */
    lsp_serve(STDIN_FILENO, STDOUT_FILENO, study, (void *)(uintptr_t)r->o);
}
