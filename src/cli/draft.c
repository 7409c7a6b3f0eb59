/* draft.c -- in: a report and who gets it; out: the copies of a draft or an embargoed
 * report, the map of its references and the rows of the register. */
#include "cli/draft.h"

#include "base/bounds.h"
#include "base/file.h"
#include "cli/drafting.h"
#include "cli/forms.h"
#include "cli/locking.h"
#include "comments/import.h"
#include "model/calendar.h"
#include "model/read.h"
#include "review/review.h"
#include "sending/days.h"
#include "sending/inputs.h"
#include "sending/journal.h"

#include <string.h>
#include <strings.h>

static void say_missing(struct run *r, struct pos pos, const char *what)
{
    diag(r->d, DIAG_KEY_MISSING, pos, "%s", what);
}

/* ---- what marks it ---- */

static bool stamp_due(struct run *r, const struct inspection *in, struct stamp *stamp)
{
    const struct programme *p = in->programme;
    if (stamp->date.year == 0)
        return true; /* a dump, which says no date */
    if (p->comment_days == 0) {
        say_missing(r, (struct pos){0},
                    "comment-days in programme.yaml: in how many working days a draft "
                    "may be commented on");
        return false;
    }
    const struct calendar *c = calendar_read(r->a, r->d, p);
    return c != NULL &&
           calendar_after(r->d, c, stamp->date, p->comment_days, &stamp->due);
}

/* A copy that may be quoted before the report is out, or not even then. */
static void check_embargoes(struct run *r, const struct recipients *people,
                            struct date published)
{
    for (size_t i = 0; i < people->count; i++) {
        const struct recipient *one = &people->at[i];
        const struct date *day = &one->embargo;
        if (one->stage == STAGE_EMBARGO && day->year != 0 &&
            (day->year != published.year || day->month != published.month ||
             day->day != published.day))
            diag(
                r->d, DIAG_EMBARGO_DAY, one->pos,
                "%s until %s, and the report is published on %s; correct the one that is "
                "wrong",
                recipient_called(one), date_plain(r->a, *day),
                date_plain(r->a, published));
    }
}

/* Whoever gets a copy has a time of their own; a preview has the first of theirs, and
 * where nobody is named yet, the first minute of the day of publication. */
static bool stamp_embargo(struct run *r, const struct inspection *in,
                          const struct recipients *people, struct stamp *stamp)
{
    const struct value *published = inspection_value(in, "published");
    bool day = published != NULL && published->date.day != 0;
    if (day)
        check_embargoes(r, people, published->date);
    for (size_t i = 0; i < people->count; i++) {
        const struct recipient *one = &people->at[i];
        if (one->stage != STAGE_EMBARGO)
            continue;
        stamp->embargo = one->embargo;
        stamp->hour = one->hour;
        stamp->minute = one->minute;
        return true;
    }
    if (day)
        stamp->embargo = published->date;
    else
        say_missing(
            r, published != NULL ? published->node->pos : (struct pos){.file = in->file},
            "the day of publication; give `published: 2012-06-20`");
    stamp->minute = 1;
    return published != NULL;
}

static bool say_date_lost(struct run *r, const struct sent_row *row)
{
    diag(r->d, DIAG_DATE_WRONG, row->pos,
         "\"%s\"; put the day back on which it was sent, as 2012-05-14", row->date);
    return false;
}

/* As it was when that copy was sent: the last one of that name. */
static bool stamp_again(struct drafting *d)
{
    struct run *r = d->r;
    struct copies *c = &d->copies;
    const char **names = NEW_ARRAY(r->a, const char *, 2 * c->sent.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < c->sent.count; i++) {
        const struct sent_row *row = &c->sent.at[i];
        if (row->stage != c->stage)
            continue;
        names[count++] = row->recipient[0] != '\0' ? row->recipient : row->body;
        if (strcasecmp(names[count - 1], r->o->again) == 0)
            d->again = row;
    }
    if (d->again == NULL) {
        diag(r->d, DIAG_VALUE_UNKNOWN, pos_of_path(r->a, c->sent.path),
             "--again \"%s\"; nobody of that name was sent %s%s", r->o->again,
             c->stage == STAGE_DRAFT ? "a draft" : "an embargoed copy",
             name_hint(r->a, r->o->again, names, count));
        return false;
    }
    c->number = d->again->draft;
    return date_parse(d->again->date, &d->stamp.date) || say_date_lost(r, d->again);
}

static bool stamp_common(struct drafting *d, const struct inspection *in)
{
    struct run *r = d->r;
    struct copies *c = &d->copies;
    *c = (struct copies){.a = r->a, .d = r->d, .in = in, .stage = r->o->stage};
    for (enum lang l = 0; l < LANG_COUNT; l++)
        c->languages[l] = r->o->edition == EDITION_ALL ||
                          (r->o->edition == EDITION_CY) == (l == LANG_CY);
    if (!copies_read(c, r->o->document))
        return false;
    d->stamp.hash = "bbbbbbb"; /* until all is read */
    d->stamp.date = r->o->date;
    if (r->o->again != NULL && !stamp_again(d))
        return false;
    bool stamped = true;
    if (c->stage == STAGE_EMBARGO) {
        stamped = stamp_embargo(r, in, &c->people, &d->stamp);
    } else {
        d->stamp.draft = c->number;
        stamped = stamp_due(r, in, &d->stamp);
    }
    if (stamped && d->again == NULL)
        sending_days_check(c, d->stamp.date, d->stamp.due);
    return stamped;
}

/* ---- the hash, of all that was opened ---- */

static struct input_folders folders_of(const struct drafting *d)
{
    return (struct input_folders){d->s->in->dir, d->r->templates, d->r->fonts};
}

/* Those that a template names are opened when they are laid out, which is too late. */
static void open_pictures(struct arena *a, const char *dir, const struct element *e)
{
    if (e->at[AT_SRC] != NULL && e->at[AT_SRC][0] != '\0')
        file_read_bytes(a, diags_new(a), path_join(a, dir, e->at[AT_SRC]), IMAGE_BYTES,
                        (struct pos){0});
    for (const struct element *c = e->first; c != NULL; c = c->next)
        open_pictures(a, dir, c);
}

/* An edition that nobody asked for is made for its files alone: nothing is said of it. */
static void compose_edition(struct drafting *d, enum lang l)
{
    struct run *r = d->r;
    struct drafted *edition = &d->editions[l];
    struct diags *said = r->d;
    r->d = d->there[l] ? said : diags_new(r->a);
    edition->s = run_edition(r, d->s, l);
    if (edition->s != NULL)
        edition->reports = run_reports(r, edition->s, r->o->stage, &edition->count);
    for (size_t i = 0; i < edition->count; i++)
        if (edition->reports[i] != NULL)
            open_pictures(r->a, d->s->in->dir, edition->reports[i]->root);
    r->d = said;
}

static bool compose_all(struct drafting *d)
{
    struct run *r = d->r;
    r->stamp = &d->stamp;
    for (enum lang l = 0; l < LANG_COUNT; l++)
        if (l == LANG_EN || file_exists(path_join(r->a, d->s->in->dir, "cy.xlf")))
            compose_edition(d, l);
    if (diags_broken(r->d) > 0 || run_style(r, d->s) == NULL)
        return false;
    const struct input_folders folders = folders_of(d);
    d->copies.hash = d->stamp.hash = inputs_hash(r->a, r->d, &folders);
    d->inputs = inputs_count(r->a, &folders);
    return diags_broken(r->d) == 0;
}

bool draft_stamp(struct run *r, const struct scores *s, struct stamp *stamp)
{
    struct drafting d = {.r = r, .s = s};
    bool made = stamp_common(&d, s->in) && compose_all(&d);
    *stamp = d.stamp;
    return made;
}

/* ---- files ---- */

/* "out/severnside-2012.draft2.joan-hale.en.pdf"; the first embargoed copies have no
 * number. */
static const char *copy_path(const struct drafting *d, const struct report *report,
                             const struct recipient *one)
{
    struct run *r = d->r;
    bool main = strcmp(report->document, "report") == 0;
    bool numbered = r->o->stage == STAGE_DRAFT || d->copies.number > 1;
    const char *number = numbered ? arena_printf(r->a, "%d", d->copies.number) : "";
    return arena_printf(r->a, "%s/%s%s%s.%s%s.%s%s%s.pdf", r->o->out, d->s->in->name,
                        main ? "" : ".", main ? "" : report->document,
                        stage_name(r->o->stage), number, one != NULL ? one->slug : "",
                        one != NULL ? "." : "", lang_code(report->lang));
}

void drafting_file(struct drafting *d, const char *path, const struct buf *bytes,
                   bool fresh)
{
    *array_push(d->r->a, &d->files) = (struct file_write){
        .path = path, .bytes = bytes->at, .len = bytes->len, .fresh = fresh};
}

static bool sent_to(const struct sent_row *row, const struct recipient *one)
{
    return one->stage == row->stage && strcmp(one->name, row->recipient) == 0 &&
           strcmp(one->body, row->body) == 0;
}

static struct document *add_copy(struct drafting *d, const struct scores *s,
                                 const struct report *report, const struct recipient *one)
{
    struct run *r = d->r;
    struct document *doc = run_document(r, s, report);
    if (doc == NULL)
        return NULL;
    if (r->o->stage == STAGE_DRAFT)
        forms_attach(r, s, report, &d->stamp, doc);
    const char *path = copy_path(d, report, one);
    drafting_file(d, path, run_pdf(r, doc), one != NULL && d->again == NULL);
    run_list(r, path, doc, d->files.at[d->files.len - 1].len, &d->list);
    return doc;
}

static void add_row(struct drafting *d, const struct recipient *one,
                    const struct report *report)
{
    struct arena *a = d->r->a;
    *array_push(a, &d->rows) =
        (struct sent_row){.draft = d->copies.number,
                          .stage = d->copies.stage,
                          .language = report->lang,
                          .recipient = one->name,
                          .body = one->body,
                          .date = date_plain(a, d->r->o->date),
                          .due = date_plain(a, d->stamp.due),
                          .hash = d->stamp.hash,
                          .file = path_name(a, copy_path(d, report, one)),
                          .embargo = recipient_embargo(a, one)};
}

/* ---- making ---- */

static void add_forms(struct drafting *d, const struct scores *s,
                      const struct report *report, const struct document *doc)
{
    struct run *r = d->r;
    struct draft_map rows = map_of_report(r->a, report);
    map_set_pages(r->a, &rows, doc->places);
    struct file_write files[FORM_FILES];
    const size_t count = forms_make(r, s, report, &d->stamp, &rows, files);
    for (size_t i = 0; i < count; i++) {
        *array_push(r->a, &d->files) = files[i];
        buf_printf(&d->list, "%s\n", files[i].path);
    }
}

static const struct stamp *stamp_for(const struct drafting *d,
                                     const struct recipient *one)
{
    struct stamp *own = NEW(d->r->a, struct stamp);
    *own = d->stamp;
    own->name = one->name;
    own->body = one->body;
    own->role = one->role;
    if (one->embargo.year != 0) {
        own->embargo = one->embargo;
        own->hour = one->hour;
        own->minute = one->minute;
    }
    return own;
}

/* As it was laid out for the last of them; NULL: for none. */
static const struct document *send_report(struct drafting *d, const struct scores *s,
                                          const struct report *report)
{
    struct run *r = d->r;
    const struct document *doc = NULL;
    for (size_t i = 0; i < d->copies.people.count; i++) {
        const struct recipient *one = &d->copies.people.at[i];
        bool due = d->again == NULL
                       ? copies_due_to(&d->copies, one, report->document, report->lang)
                       : sent_to(d->again, one) &&
                             copies_got(&d->copies, one, report->document, report->lang);
        if (!due)
            continue;
        const struct report *own = report_for(r->a, r->d, s, report, stamp_for(d, one));
        doc = add_copy(d, s, own, one);
        add_row(d, one, own);
    }
    if (d->again != NULL || r->o->stage != STAGE_DRAFT ||
        strcmp(report->document, "report") != 0)
        return doc;
    if (doc == NULL)
        doc = run_document(r, s, report);
    if (doc == NULL)
        return NULL;
    keep_map(d, report, doc);
    keep_tree(d, report);
    return doc;
}

static void draft_report(struct drafting *d, const struct scores *s,
                         const struct report *composed)
{
    struct run *r = d->r;
    struct diags *said = diags_new(r->a); /* when it was composed */
    const struct report *report = report_for(r->a, said, s, composed, &d->stamp);
    review_heard(r->a, r->d, s->in, report);
    const struct document *doc =
        r->o->send ? send_report(d, s, report) : add_copy(d, s, report, NULL);
    if (doc != NULL && r->o->stage == STAGE_DRAFT && d->again == NULL &&
        (!r->o->send || copies_due(&d->copies, report->lang) > 0))
        add_forms(d, s, report, doc);
}

static void draft_edition(struct drafting *d, enum lang l)
{
    struct run *r = d->r;
    const struct drafted *edition = &d->editions[l];
    r->lang = l;
    diags_language(r->d, lang_code(l));
    for (size_t i = 0; i < edition->count; i++)
        if (copies_want(&d->copies, edition->reports[i]->document))
            draft_report(d, edition->s, edition->reports[i]);
    if (edition->s != NULL)
        run_bare(r, d->s, edition->s);
}

/* Whoever is to get an edition that there is not. */
static void say_edition_missing(struct drafting *d, enum lang l)
{
    const struct recipients *people = &d->copies.people;
    for (size_t i = 0; i < people->count; i++)
        if (copies_missing(&d->copies, &people->at[i], l))
            diag(d->r->d, DIAG_FILE_MISSING, people->at[i].language,
                 "the translation cy.xlf, so there is no Welsh copy for %s; make it with "
                 "gwasg translate export, or write en as the language of this row",
                 recipient_called(&people->at[i]));
}

/* The English map is kept whoever reads what: the next draft's uids come from it. */
static void choose_editions(struct drafting *d)
{
    enum lang editions[LANG_COUNT];
    struct run *r = d->r;
    size_t count = run_editions(r, d->s->in, editions);
    for (size_t i = 0; i < count; i++)
        d->there[editions[i]] = true;
    d->there[LANG_EN] |= r->o->send && r->o->stage == STAGE_DRAFT;
}

static void make_all(struct drafting *d)
{
    struct run *r = d->r;
    if (r->o->send && !d->there[LANG_CY])
        say_edition_missing(d, LANG_CY);
    for (int l = 0; l < LANG_COUNT; l++) {
        bool wanted = !r->o->send || d->again != NULL ||
                      copies_due(&d->copies, (enum lang)l) > 0 ||
                      (l == LANG_EN && r->o->stage == STAGE_DRAFT);
        if (d->there[l] && wanted)
            draft_edition(d, (enum lang)l);
    }
    const struct drafted *english = &d->editions[LANG_EN];
    r->lang = LANG_EN;
    if (english->s != NULL)
        run_locked(r, english->s, english->reports, english->count);
    const struct input_folders folders = folders_of(d);
    if (diags_broken(r->d) == 0 && inputs_count(r->a, &folders) != d->inputs)
        bug("a file was read that the hash %s does not cover", d->stamp.hash);
}

/* The time of an embargo stands on each page too. */
static bool is_same_time(struct drafting *d, const struct recipient *one)
{
    const struct sent_row *row = d->again;
    const char *now = recipient_embargo(d->r->a, one);
    bool same = row->embargo[0] == '\0' || strcmp(row->embargo, now) == 0;
    if (!same)
        diag(d->r->d, DIAG_SENT_CHANGED, row->until,
             "it was sent to %s under embargo until %s, and recipients.csv has %s now; "
             "put the time back, or send it as the next",
             d->r->o->again, row->embargo, now);
    return same;
}

/* The same bytes come of the same text alone, and of the same row of recipients.csv. */
static bool check_again(struct drafting *d)
{
    struct run *r = d->r;
    const struct sent_row *row = d->again;
    const struct recipient *one = NULL;
    bool same = strcmp(row->hash, d->copies.hash) == 0;
    for (size_t i = 0; i < d->copies.people.count; i++)
        if (sent_to(row, &d->copies.people.at[i]))
            one = &d->copies.people.at[i];
    if (!same)
        diag(r->d, DIAG_SENT_CHANGED, row->pos,
             "%s %d for %s was made from a text with the hash %s, and this one has %s; "
             "put the text back as it was, or send it as the next",
             stage_name(row->stage), row->draft, r->o->again, row->hash, d->copies.hash);
    else if (one == NULL)
        diag(
            r->d, DIAG_SENT_CHANGED, row->pos,
            "%s is in no row of recipients.csv any more, whose name stands on each page; "
            "put the row back",
            r->o->again);
    return same && one != NULL && is_same_time(d, one);
}

/* The hash tells whether it is the next draft or the last one, for those who come late;
 * then its number stands in the text. */
static bool number_all(struct drafting *d)
{
    if (d->again != NULL)
        return check_again(d);
    if (!d->r->o->send)
        return true;
    if (!copies_number(&d->copies))
        return false;
    if (d->stamp.draft == 0 || d->stamp.draft == d->copies.number)
        return true;
    d->stamp.draft = d->copies.number;
    return compose_all(d);
}

/* ---- writing ---- */

static void record(struct drafting *d)
{
    struct arena *a = d->r->a;
    struct buf *bytes = NEW(a, struct buf);
    *bytes = buf_new(a);
    sent_write(&d->copies.sent, d->rows.at, d->rows.len, bytes);
    drafting_file(d, d->copies.sent.path, bytes, d->copies.sent.table == NULL);
}

static void write_copies(struct drafting *d, struct buf *out)
{
    struct run *r = d->r;
    const bool records = r->o->send && d->again == NULL;
    if (records)
        record(d);
    if (!dir_make(r->a, r->d, r->o->out) ||
        (records && !dir_make(r->a, r->d, path_dir(r->a, d->copies.sent.path))))
        return;
    const char *dir = d->s->in->dir;
    if (records && !journal_begin(r->a, r->d, dir, d->files.at, d->files.len))
        return;
    bool written = files_replace(r->a, r->d, d->files.at, d->files.len);
    if (records)
        journal_end(r->a, dir);
    if (!written)
        return;
    run_time(r, "write");
    buf_str(out, d->list.at);
}

void draft_build(struct run *r, struct buf *out)
{
    if (r->o->send && !run_lock(r))
        return;
    folder_clean(r->a, r->o->out); /* also when all was sent already */
    struct drafting d = {.r = r, .s = run_scores(r), .list = buf_new(r->a)};
    if (d.s == NULL)
        return;
    choose_editions(&d);
    bool ready = stamp_common(&d, d.s->in) && diags_errors(r->d) == 0;
    if (!ready || (r->o->send && !copies_anybody(&d.copies)) || !compose_all(&d) ||
        !number_all(&d))
        return;
    make_all(&d);
    if (r->o->stage == STAGE_EMBARGO)
        run_comments(r, d.s);
    r->stamp = NULL;
    if (d.files.len > 0 && run_may_write(r))
        write_copies(&d, out);
}
