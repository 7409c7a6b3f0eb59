/* forms.c -- in: a draft; out: its form for comments as CSV and as a Word document.
 * `gwasg comments form` makes them again, of the last draft that was sent: its rows are
 * those of its map, whatever the text says by now.  Before the first is sent they are
 * those of the report as it is. */
#include "cli/forms.h"

#include "cli/commands.h"
#include "cli/draft.h"
#include "comments/form.h"
#include "sending/sent.h"

void forms_tables(struct run *r, const struct form_table *t, const char *stem,
                  struct file_write files[FORM_FILES])
{
    struct buf csv = buf_new(r->a), docx = buf_new(r->a);
    form_csv(t, &csv);
    form_docx(r->a, t, &docx);
    files[0] = (struct file_write){
        .path = arena_printf(r->a, "%s.csv", stem), .bytes = csv.at, .len = csv.len};
    files[1] = (struct file_write){
        .path = arena_printf(r->a, "%s.docx", stem), .bytes = docx.at, .len = docx.len};
}

size_t forms_make(struct run *r, const struct scores *s, const struct report *report,
                  const struct stamp *stamp, const struct draft_map *rows,
                  struct file_write files[FORM_FILES])
{
    struct form form;
    const struct form_draft draft = {s->in->name, stamp->draft, stamp->hash};
    if (!form_of(r->a, report, rows, draft, &form))
        return 0;
    const struct form_table table = form_table_of(r->a, &form);
    forms_tables(r, &table, form_path(r->a, r->o->out, &form), files);
    return FORM_FILES;
}

void forms_attach(struct run *r, const struct scores *s, const struct report *report,
                  const struct stamp *stamp, struct document *doc)
{
    struct form form;
    const struct form_draft draft = {s->in->name, stamp->draft, stamp->hash};
    struct draft_map rows = map_of_report(r->a, report);
    map_set_pages(r->a, &rows, doc->places);
    if (doc->standard != PDF_UA2 || !form_of(r->a, report, &rows, draft, &form))
        return;
    const struct form_table table = form_table_of(r->a, &form);
    struct buf csv = buf_new(r->a);
    form_csv(&table, &csv);
    struct attachment *t = NEW(r->a, struct attachment);
    *t = (struct attachment){
        .name = arena_printf(r->a, "%s.csv",
                             path_name(r->a, form_path(r->a, r->o->out, &form))),
        .media = "text/csv",
        .description = form.heading,
        .bytes = csv.at,
        .len = csv.len};
    doc->attached = t;
}

/* ---- the command ---- */

/* The draft whose form is asked for. */
struct form_asked {
    struct run *r;
    const struct scores *s; /* English */
    struct stamp stamp;
    bool sent; /* its map is kept */
    ARRAY(struct file_write) files;
};

/* The last one that was sent; otherwise the one that would be. */
static bool asked_stamp(struct form_asked *asked)
{
    struct run *r = asked->r;
    struct sent sent;
    if (!sent_read(r->a, r->d, asked->s->in->dir, &sent))
        return false;
    const int last = sent_last(&sent, STAGE_DRAFT);
    const struct sent_row *row = sent_find(&sent, STAGE_DRAFT, last);
    if (row == NULL)
        return draft_stamp(r, asked->s, &asked->stamp);
    asked->sent = true;
    asked->stamp = (struct stamp){.draft = last, .hash = row->hash};
    date_parse(row->date, &asked->stamp.date);
    date_parse(row->due, &asked->stamp.due);
    return true;
}

/* False, and said, when the map of what was sent cannot be read. */
static bool asked_rows(struct form_asked *asked, const struct scores *s,
                       const struct report *report, struct draft_map *rows)
{
    struct run *r = asked->r;
    const char *path =
        map_path(r->a, asked->s->in->dir, asked->stamp.draft, report->lang);
    if (asked->sent && file_exists(path))
        return map_read(r->a, r->d, path, rows);
    const struct document *doc = run_document(r, s, report);
    if (doc == NULL)
        return false;
    *rows = map_of_report(r->a, report);
    map_set_pages(r->a, rows, doc->places);
    return true;
}

static void say_no_form(struct form_asked *asked, const struct report *report)
{
    diag(asked->r->d, DIAG_KEY_MISSING, (struct pos){.file = asked->s->in->file},
         "a form at the end of a draft of the document \"%s\"; its template must call "
         "response-form",
         report->document);
}

static void form_edition(struct form_asked *asked, enum lang l)
{
    struct run *r = asked->r;
    const struct scores *s = run_edition(r, asked->s, l);
    if (s == NULL)
        return;
    const char *document = s->in->programme->documents[0].name;
    const struct report *report =
        compose_stamped(r->a, r->d, s, document, l, STAGE_DRAFT, &asked->stamp);
    struct draft_map rows;
    if (report == NULL || !asked_rows(asked, s, report, &rows))
        return;
    struct file_write files[FORM_FILES];
    const size_t count = forms_make(r, s, report, &asked->stamp, &rows, files);
    if (count == 0)
        say_no_form(asked, report);
    for (size_t i = 0; i < count; i++)
        *array_push(r->a, &asked->files) = files[i];
}

void command_comments_form(struct run *r, struct buf *out)
{
    struct form_asked asked = {.r = r, .s = run_scores(r)};
    enum lang editions[LANG_COUNT];
    if (asked.s == NULL || !asked_stamp(&asked))
        return;
    const size_t count = run_editions(r, asked.s->in, editions);
    for (size_t i = 0; i < count; i++)
        form_edition(&asked, editions[i]);
    run_write(r, asked.files.at, asked.files.len, out);
}
