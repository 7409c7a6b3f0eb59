/* programme.c -- a programme tried without a report: composed and laid out with made-up
 * data of every kind, in both languages, so that what only some report would meet is said
 * today. */
#define _XOPEN_SOURCE 700 /* mkdtemp */
#include "cli/pipeline.h"

#include "proof/locked.h"
#include "review/review.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A grey rectangle, twice as wide as it is high. */
static const unsigned char picture[] = {
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48,
    0x44, 0x52, 0x00, 0x00, 0x00, 0x50, 0x00, 0x00, 0x00, 0x28, 0x08, 0x00, 0x00, 0x00,
    0x00, 0x4C, 0x0B, 0x22, 0xDD, 0x00, 0x00, 0x00, 0x25, 0x49, 0x44, 0x41, 0x54, 0x78,
    0xDA, 0xED, 0xCC, 0x31, 0x01, 0x00, 0x00, 0x0C, 0x02, 0x20, 0xA3, 0x1B, 0xDD, 0x10,
    0xDB, 0x09, 0x01, 0x48, 0x9F, 0x45, 0x28, 0x14, 0x0A, 0x85, 0x42, 0xA1, 0x50, 0x28,
    0x14, 0x0A, 0x6F, 0x06, 0x5E, 0x09, 0x40, 0x5B, 0xBD, 0xF5, 0xF4, 0x93, 0x00, 0x00,
    0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
};

struct file_write picture_file(const char *path)
{
    return (struct file_write){path, picture, sizeof picture, false};
}

/* The folder of a report that does not exist: a picture, and a cy.xlf that only says that
 * there is a Welsh edition. */
struct folder_of_none {
    const char *dir;
    struct file_write files[2];
};

static bool folder_make(struct run *r, struct folder_of_none *f)
{
    const char *tmp = getenv("TMPDIR");
    char *dir = arena_printf(r->a, "%s/gwasg-XXXXXX", tmp != NULL ? tmp : "/tmp");
    if (mkdtemp(dir) == NULL) {
        diag(r->d, DIAG_WRITE_FAILED, pos_of_path(r->a, dir), "no folder for a picture");
        return false;
    }
    f->dir = dir;
    f->files[0] = picture_file(path_join(r->a, dir, MADE_UP_PICTURE));
    f->files[1] = (struct file_write){path_join(r->a, dir, "cy.xlf"), "", 0, false};
    return files_replace(r->a, r->d, f->files, LEN(f->files));
}

static void folder_remove(const struct folder_of_none *f)
{
    for (size_t i = 0; i < LEN(f->files); i++)
        unlink(f->files[i].path);
    rmdir(f->dir);
}

/* One programme with data of one kind after the other. */
struct trial {
    struct run *r;
    const struct programme *p;
    const char *dir;
    struct uses *uses;
    struct outlines *outlines;
    enum made_up size;
    size_t turn;
    size_t count; /* of data that were tried */
};

/* What every report is some day. */
static enum stage stage_of(const struct trial *t)
{
    switch (t->size) {
    case MADE_UP_LEAST: return STAGE_FINAL;
    case MADE_UP_SHORT: return t->turn % 2 == 0 ? STAGE_DRAFT : STAGE_EMBARGO;
    case MADE_UP_LONG: return STAGE_FINAL;
    case MADE_UP_GAPS:
    case MADE_UP_STATED:
    case MADE_UP_EDGES:
    case MADE_UP_SPREAD:
    case MADE_UP_COUNT: break;
    }
    return STAGE_PROOF;
}

/* What is left out of some data, or goes to their ends, is tried in English alone. */
static bool has_pair(const struct trial *t)
{
    return t->size != MADE_UP_STATED && t->size != MADE_UP_EDGES &&
           t->size != MADE_UP_SPREAD;
}

static void take(struct trial *t, const struct report *made)
{
    if (made == NULL)
        return;
    uses_add(t->uses, t->r->d, made);
    outlines_add(t->outlines, made, t->count, has_pair(t),
                 t->size == MADE_UP_LONG && t->turn == 0 && made->lang == LANG_EN &&
                     made->element_count > 0);
}

/* ---- documents about a report ---- */

/* Signed, changed since, new: in turn. */
static const struct figure_signature *made_up_signatures(struct arena *a, size_t count)
{
    static const struct figure_signature kinds[] = {
        {.by = "Ann", .date = {2014, 1, 20}},
        {.by = "Bob", .date = {2014, 1, 21}},
        {.by = "Ann", .date = {2014, 1, 20}, .was = "3"},
        {0}};
    struct figure_signature *all = NEW_ARRAY(a, struct figure_signature, count + 1);
    for (size_t i = 0; i < count; i++)
        all[i] = kinds[i % LEN(kinds)];
    return all;
}

/* The first text that is printed is taken for a number that nothing vouches for. */
static void try_figures(struct trial *t, const struct scores *s,
                        const struct report *const *reports, size_t count)
{
    const struct bare_text text = {.words = "3 of them were", .path = "made-up"};
    const struct written_text *at = reports[0]->texts;
    struct bare_list bare = {0};
    *array_push(t->r->a, &bare.all) = (struct bare){.in = &text,
                                                    .to = 1,
                                                    .printed = "3",
                                                    .value = "3",
                                                    .pos = at->pos,
                                                    .text = at->pos};
    struct inspection in = *s->in;
    in.cases.emptied = NEW_ARRAY(t->r->a, size_t, in.programme->question_count + 1);
    in.cases.emptied[0] = 1;
    struct figures_of of = {.reports = reports, .count = count, .bare = &bare, .in = &in};
    of.signatures = made_up_signatures(t->r->a, locked_figures_of(t->r->a, &of).all.len);
    of.signature = of.signatures;
    take(t, figures_report(t->r->a, t->r->d, s, &of));
}

/* A comment for each decision and for each change, every text unlike the others. */
static void try_reply(struct trial *t, const struct scores *s, const struct report *now)
{
    const struct pos at = now->root->pos;
    const struct answered all[] = {
        {"1 p1", "Comment 1.", "Author 1", "Reason 1.", DECISION_ACCEPTED, "Was 1.",
         "Is 1.", at},
        {"1 p2", "Comment 2.", "Author 2", "Reason 2.", DECISION_PART, "Was 2.", "Is 2.",
         at},
        {"1 p3", "Comment 3.", "Author 2", "Reason 3.", DECISION_NOT, NULL, NULL, at},
        {"1 p4", "", "", "", DECISION_OPEN, "Was 4.", "Is 4.", at},
        {"1 p5", "", "", "", DECISION_OPEN, NULL, "Is 5.", at},
        {"1 p6", "", "", "", DECISION_OPEN, "Was 6.", NULL, at},
    };
    const struct date date = {2014, 1, 6};
    const struct answered unnamed[] = {
        {"1 p7", "Comment 7.", "", "Reason 7.", DECISION_ACCEPTED, "Was 7.", "Was 7.",
         at},
        {"1 p8", "Comment 8.", "", "Reason 8.", DECISION_PART, "Was 8.", NULL, at},
        {"1 p9", "Comment 9.", "", "Reason 9.", DECISION_NOT, "Was 9.", "Is 9.", at},
    };
    take(t, answers_report(t->r->a, t->r->d, s, now, date, all, LEN(all)));
    take(t, answers_report(t->r->a, t->r->d, s, now, date, unnamed, LEN(unnamed)));
}

/* Two comments whose decisions change places make another letter, for it prints them. */
static void try_decisions(struct trial *t, const struct scores *s,
                          const struct report *now)
{
    const struct date date = {2014, 1, 6};
    struct arena *a = t->r->a;
    for (int x = DECISION_ACCEPTED; x < DECISION_COUNT; x++)
        for (int y = x + 1; y < DECISION_COUNT; y++) {
            struct answered two[] = {{"1 p1", "One.", "Author", "Why.", (enum decision)x,
                                      "Was.", "Is.", now->root->pos},
                                     {"1 p2", "Two.", "Author", "Why.", (enum decision)y,
                                      "Was.", "Is.", now->root->pos}};
            const struct report *one =
                answers_report(a, diags_new(a), s, now, date, two, LEN(two));
            two[0].decision = (enum decision)y;
            two[1].decision = (enum decision)x;
            const struct report *other =
                answers_report(a, diags_new(a), s, now, date, two, LEN(two));
            if (one != NULL && other != NULL &&
                strcmp(element_plain(a, one->root), element_plain(a, other->root)) == 0)
                diag(t->r->d, DIAG_UNLIKE, one->root->pos,
                     "comments of other decisions read the same; is @decision printed?");
        }
}

/* A paper that goes out before there is a draft. */
static void try_provisional(struct trial *t, const struct scores *s)
{
    static const struct stamp stamp = {.date = {2014, 1, 6}};
    struct run *r = t->r;
    for (size_t i = 0; i < t->p->document_count; i++) {
        const char *name = t->p->documents[i].name;
        if (!t->p->documents[i].provisional)
            continue;
        const struct report *made =
            compose_stamped(r->a, r->d, s, name, r->lang, STAGE_PROVISIONAL, &stamp);
        take(t, made);
        if (made != NULL && t->size != MADE_UP_GAPS && t->size != MADE_UP_SPREAD)
            run_document(r, s, made);
    }
}

/* A report in which something is left out, or counted in another way, needs no pages to
 * be seen. */
static void try_language(struct trial *t, const struct scores *s, enum lang l)
{
    static const struct stamp draft = {.draft = 1,
                                       .hash = "0",
                                       .date = {2014, 1, 6},
                                       .due = {2014, 1, 20}},
                              embargo = {.hash = "0", .embargo = {2014, 1, 6}, .hour = 9};
    struct run *r = t->r;
    enum stage stage = stage_of(t);
    size_t count = 0;
    r->lang = l;
    r->stamp = stage == STAGE_DRAFT ? &draft : stage == STAGE_EMBARGO ? &embargo : NULL;
    diags_language(r->d, lang_code(l));
    const struct report *const *reports = run_reports(r, s, stage, &count);
    for (size_t i = 0; i < count; i++) {
        take(t, reports[i]);
        if (t->size != MADE_UP_GAPS && t->size != MADE_UP_SPREAD)
            run_document(r, s, reports[i]);
    }
    try_provisional(t, s);
    if (count > 0 && t->size == MADE_UP_LONG && t->turn == 0) {
        try_figures(t, s, reports, count);
        try_reply(t, s, reports[0]);
        try_decisions(t, s, reports[0]);
        take(t, plan_report(r->a, r->d, s, reports[0], (struct date){2014, 1, 6}));
    }
}

/* Not every programme can do with scores that are only stated, or without any national
 * figure: what it then lacks is said to whom it concerns, and here only what it uses is
 * of interest. */
static void try_quietly(struct trial *t, const struct scores *s)
{
    struct arena *a = t->r->a;
    for (size_t i = 0; i < t->p->document_count; i++) {
        const char *name = t->p->documents[i].name;
        const struct report *made =
            compose(a, diags_new(a), s, name, LANG_EN, STAGE_PROOF);
        take(t, made);
    }
}

static void try_data(struct trial *t)
{
    struct run *r = t->r;
    bool other =
        (t->size == MADE_UP_SPREAD || t->size == MADE_UP_EDGES) && t->turn % 2 > 0;
    const struct inspection *in = inspection_made_up(
        r->a, r->d, other ? made_up_edition(r->a, t->p) : t->p, t->dir, t->size, t->turn);
    if (in == NULL || diags_broken(r->d) > 0)
        return;
    outlines_data(t->outlines, in);
    t->count++;
    const struct scores *s = score_inspection(r->a, r->d, in);
    if (t->size == MADE_UP_STATED || t->size == MADE_UP_EDGES || other) {
        try_quietly(t, s);
        return;
    }
    if (r->o->edition != EDITION_CY)
        try_language(t, s, LANG_EN);
    if (r->o->edition != EDITION_EN && t->size != MADE_UP_SPREAD)
        try_language(t, s, LANG_CY);
}

static void try_all(struct trial *t)
{
    for (t->size = 0; t->size < MADE_UP_COUNT; t->size++)
        for (t->turn = 0; t->turn < made_up_turns(t->p, t->size); t->turn++)
            try_data(t);
}

/* Of a programme that has nothing to mend; warnings are for whom accepts it to judge. */
static void accept_outline(struct run *r, struct outlines *o, struct buf *out)
{
    const char *path = outlines_path(o);
    const struct buf text = outlines_text(o, r->d);
    if (diags_errors(r->d) == 0 && file_replace(r->a, r->d, path, text.at, text.len))
        buf_printf(out, "%s\n", path);
}

void run_programme(struct run *r, struct buf *out)
{
    if (r->templates == NULL)
        return;
    diags_publish(r->d, READ_BY_ALL); /* what it lets pass here is passed in finals too */
    const struct programme *p = programme_load(r->a, r->d, r->templates, r->o->programme,
                                               pos_of_path(r->a, r->templates));
    struct folder_of_none f;
    if (p == NULL || diags_errors(r->d) > 0 || !folder_make(r, &f))
        return;
    struct trial t = {.r = r,
                      .p = p,
                      .dir = f.dir,
                      .uses = uses_new(r->a, p),
                      .outlines = outlines_new(r->a, p)};
    try_all(&t);
    folder_remove(&f);
    diags_language(r->d, "");
    review_wordings(r->a, r->d, p);
    review_ids(r->a, r->d, p);
    if (diags_broken(r->d) == 0) /* else some report was not made */
        uses_say(t.uses, r->d);
    if (r->o->outline)
        accept_outline(r, t.outlines, out);
    else if (diags_broken(r->d) == 0 && !outlines_say(t.outlines, r->d))
        buf_printf(out, "%s: nobody has accepted its outline; see --accept-outline\n",
                   p->name);
    if (diags_errors(r->d) == 0)
        buf_printf(out, "%s: nothing to mend\n", p->name);
}
