/* plan.c -- the commands around the improvement plan: its form, what comes back, how far
 * it is. */
#include "comments/plan.h"

#include "cli/commands.h"
#include "cli/forms.h"
#include "proof/proof.h"

#include <string.h>

/* A report with the form of its plan. */
struct plan_desk {
    struct run *r;
    const struct scores *s; /* English */
    struct date due;
    struct improvement_plan plan;
};

static struct date days_after(struct date d, int days)
{
    for (d.day += days; d.day > date_month_days(d.year, d.month);) {
        d.day -= date_month_days(d.year, d.month);
        d.year += d.month == 12;
        d.month = d.month == 12 ? 1 : d.month + 1;
    }
    return d;
}

static bool plan_due(struct plan_desk *desk)
{
    struct run *r = desk->r;
    const struct inspection *in = desk->s->in;
    const struct value *published = inspection_value(in, "published");
    const int days = in->programme->plan_days;
    if (published == NULL || published->open != NULL)
        diag(r->d, DIAG_KEY_MISSING, (struct pos){.file = in->file},
             "the day of publication, after which the plan is due; give `published: "
             "2012-06-20`");
    else if (published->date.day == 0)
        diag(r->d, DIAG_KEY_MISSING, published->node->pos,
             "the day of publication, after which the plan is due; this is its month "
             "alone");
    else if (days == 0)
        diag(r->d, DIAG_KEY_MISSING, pos_of_path(r->a, in->programme->dir),
             "plan-days in programme.yaml: how many days after publication an "
             "improvement plan is due");
    else
        desk->due = days_after(published->date, days);
    return desk->due.year != 0;
}

static bool desk_of_plan(struct plan_desk *desk, struct run *r)
{
    *desk = (struct plan_desk){.r = r, .s = run_scores(r)};
    return desk->s != NULL && plan_due(desk) &&
           plan_read(r->a, r->d, desk->s->in->dir, &desk->plan);
}

/* The form in a language; NULL, and said, when there is nothing to plan for. */
static const struct report *form_in(struct plan_desk *desk, const struct scores *s,
                                    enum lang l, struct plan_form *form)
{
    struct run *r = desk->r;
    const struct programme *p = s->in->programme;
    const struct report *now =
        compose(r->a, r->d, s, p->documents[0].name, l, STAGE_PROOF);
    const struct report *made =
        now != NULL ? plan_report(r->a, r->d, s, now, desk->due) : NULL;
    if (made == NULL)
        return NULL;
    plan_form_of(r->a, made, p->words, s->in->name, form);
    if (form->all.len > 0)
        return made;
    diag(r->d, DIAG_KEY_MISSING, (struct pos){.file = s->in->file},
         "recommendations, which an improvement plan answers");
    return NULL;
}

/* ---- the form ---- */

struct plan_files {
    ARRAY(struct file_write) all;
};

static bool plan_edition(struct plan_desk *desk, enum lang l, struct plan_files *files)
{
    struct run *r = desk->r;
    const struct scores *s = run_edition(r, desk->s, l);
    struct plan_form form;
    const struct report *made = s != NULL ? form_in(desk, s, l, &form) : NULL;
    struct document *doc = made != NULL ? run_document(r, s, made) : NULL;
    if (doc == NULL)
        return false;
    const struct buf *bytes = run_pdf(r, doc);
    const char *stem =
        arena_printf(r->a, "%s/%s.plan.%s", r->o->out, s->in->name, lang_code(l));
    struct file_write tables[FORM_FILES];
    forms_tables(r, &form.table, stem, tables);
    *array_push(r->a, &files->all) =
        (struct file_write){.path = arena_printf(r->a, "%s.pdf", stem),
                            .bytes = bytes->at,
                            .len = bytes->len};
    for (size_t i = 0; i < FORM_FILES; i++)
        *array_push(r->a, &files->all) = tables[i];
    return true;
}

void command_plan_form(struct run *r, struct buf *out)
{
    struct plan_desk desk;
    struct plan_files files = {0};
    enum lang editions[LANG_COUNT];
    if (!desk_of_plan(&desk, r))
        return;
    const size_t count = run_editions(r, desk.s->in, editions);
    for (size_t i = 0; i < count; i++)
        if (!plan_edition(&desk, editions[i], &files))
            return;
    run_write(r, files.all.at, files.all.len, out);
}

/* ---- what comes back ---- */

static void keep_plan(struct plan_desk *desk, const struct plan_counts *n,
                      struct buf *out)
{
    struct run *r = desk->r;
    const char *path = plan_path(r->a, desk->s->in->dir);
    const struct file *old = desk->plan.bytes;
    struct buf bytes = buf_new(r->a);
    plan_write(&desk->plan, &bytes);
    bool same = old != NULL && old->len == bytes.len &&
                memcmp(old->text, bytes.at, old->len) == 0;
    const struct file_write file = {path, bytes.at, bytes.len, old == NULL};
    if ((old == NULL && desk->plan.rows.len == 0) || !run_may_keep(r) ||
        (!same && !files_replace(r->a, r->d, &file, 1)))
        return;
    buf_printf(out, "%s: %d new, %d changed, %d known already; %zu actions in all\n",
               path, n->added, n->changed, n->known, desk->plan.rows.len);
}

/* What is whole is taken, though other files have faults. */
void command_plan_import(struct run *r, struct buf *out)
{
    struct plan_desk desk;
    struct plan_form form;
    struct plan_counts n = {0};
    const struct words *w;
    bool any = false;
    if (!run_lock(r) || !desk_of_plan(&desk, r) ||
        form_in(&desk, desk.s, LANG_EN, &form) == NULL)
        return;
    w = desk.s->in->programme->words;
    for (int i = 1; i < r->o->operand_count; i++) {
        const char *path = r->o->operands[i];
        const int before = n.added + n.changed + n.known;
        struct filled filled;
        if (!filled_read(r->a, r->d, path, &filled) ||
            !plan_take(r->a, r->d, desk.s->in->name, path, &filled, w, &form,
                       r->o->by != NULL ? r->o->by : path_name(r->a, path),
                       date_plain(r->a, r->o->date), &desk.plan, &n))
            continue;
        any = true;
        if (n.added + n.changed + n.known == before)
            diag(r->d, DIAG_REPLY_EMPTY, pos_of_path(r->a, path),
                 "it is a plan in which nothing was filled in; was the right file sent "
                 "back?");
    }
    if (any)
        keep_plan(&desk, &n, out);
}

void command_plan_status(struct run *r, struct buf *out)
{
    struct plan_desk desk;
    struct plan_form form;
    if (desk_of_plan(&desk, r) && form_in(&desk, desk.s, LANG_EN, &form) != NULL)
        plan_status(r->a, &form, &desk.plan, desk.s->in->name, date_plain(r->a, desk.due),
                    r->o->format == FORMAT_JSON, out);
}
