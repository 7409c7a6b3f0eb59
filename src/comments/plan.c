/* plan.c -- in: the form of an improvement plan, empty or filled in, and the record; out:
 * the other. */
#include "comments/plan.h"

#include "comments/heads.h"
#include "office/sandbox.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* ---- the form ---- */

/* The columns of its table, and the wordings that head them. */
enum plan_column { NUMBER, TEXT, ACTION, WHO, WHEN, EVIDENCE, MARK, COLUMNS };
static const char *const KEYS[COLUMNS] = {"plan-number", "plan-text", "plan-action",
                                          "plan-who",    "plan-when", "plan-evidence",
                                          "plan-mark"};
/* What its fields are called in the PDF: "c01.action". */
static const char *const FIELDS[COLUMNS] = {
    [ACTION] = "action", [WHO] = "who", [WHEN] = "when", [EVIDENCE] = "evidence"};

static const char *mark_of(struct arena *a, const char *name)
{
    return arena_printf(a, "%s plan", name);
}

/* What stands before the fields of a recommendation is its text. */
static void collect(struct arena *a, const struct element *in, struct plan_form *out)
{
    struct buf text = buf_new(a);
    for (const struct element *e = in->first; e != NULL; e = e->next) {
        if (e->kind == EL_FORM && e->set[AT_N] > 0)
            *array_push(a, &out->all) =
                (struct planned){e->set[AT_N], text_one_line(a, text.at)};
        else if (in->kind == EL_KEEP)
            buf_printf(&text, "%s ", element_plain(a, e));
        collect(a, e, out);
    }
}

/* What leads into it, and what its template says for the tables. */
static void collect_intro(struct arena *a, const struct element *in, struct form_table *t,
                          const char **intro)
{
    for (const struct element *e = in->first; e != NULL; e = e->next) {
        const struct element *alt = e->kind == EL_FORM ? element_child(e, EL_ALT) : NULL;
        if (e->kind == EL_P && paragraph_role(e) == PARAGRAPH_LEAD_IN)
            intro[t->intro_count++] = element_plain(a, e);
        else if (alt != NULL && e->set[AT_N] == 0)
            intro[t->intro_count++] = element_plain(a, alt);
        else if (e->kind == EL_SECTION)
            collect_intro(a, e, t, intro);
    }
}

static const char *const *cells_of(struct arena *a, const struct plan_form *f)
{
    const char **cells = NEW_ARRAY(a, const char *, f->all.len *COLUMNS + 1);
    for (size_t i = 0; i < f->all.len; i++) {
        const char **row = cells + i * COLUMNS;
        for (int c = 0; c < COLUMNS; c++)
            row[c] = "";
        row[NUMBER] = arena_printf(a, "%d", f->all.at[i].number);
        row[TEXT] = f->all.at[i].text;
        row[MARK] = f->table.mark;
    }
    return cells;
}

void plan_form_of(struct arena *a, const struct report *r, const struct words *w,
                  const char *name, struct plan_form *out)
{
    enum { INTRO = 20 };
    static const int widths[COLUMNS] = {700, 3600, 3900, 1900, 1500, 1970, 1000};
    const char **heads = NEW_ARRAY(a, const char *, COLUMNS);
    const char **intro = NEW_ARRAY(a, const char *, INTRO);
    for (int c = 0; c < COLUMNS; c++)
        heads[c] = head_plain(a, w, KEYS[c], r->lang);
    *out =
        (struct plan_form){.table = {.lang = r->lang,
                                     .date = r->published,
                                     .title = r->plain_title,
                                     .heading = head_plain(a, w, "plan-title", r->lang),
                                     .kinds = "",
                                     .mark = mark_of(a, name),
                                     .columns = COLUMNS,
                                     .heads = heads,
                                     .csv_heads = heads,
                                     .widths = widths}};
    collect(a, r->root, out);
    collect_intro(a, r->root, &out->table, intro);
    out->table.intro = intro;
    out->table.rows = out->all.len;
    out->table.cells = cells_of(a, out);
}

/* ---- what came back ---- */

/* An action as it was filled in. */
struct promise {
    const char *number, *cell[COLUMNS];
    struct pos pos;
};

struct plan_taking {
    struct arena *a;
    struct diags *d;
    const struct plan_form *of;
    const char *mark, *author, *date;
    struct improvement_plan *p;
    struct plan_counts *n;
};

static const char *tidy(struct arena *a, const char *text)
{
    const char *clean = text_clean(a, text, strlen(text));
    size_t len = strlen(clean), at = 0;
    while (len > 0 && isspace((unsigned char)clean[len - 1]))
        len--;
    while (at < len && isspace((unsigned char)clean[at]))
        at++;
    return arena_strndup(a, clean + at, len - at);
}

static const struct planned *planned_find(const struct plan_form *of, const char *number)
{
    const int n = atoi(number + strspn(number, "( "));
    for (size_t i = 0; i < of->all.len; i++)
        if (of->all.at[i].number == n)
            return &of->all.at[i];
    return NULL;
}

static struct plan_row *row_find(struct plan_taking *t, const struct promise *one)
{
    for (size_t i = 0; i < t->p->rows.len; i++) {
        struct plan_row *row = &t->p->rows.at[i];
        if (atoi(row->cell[PLAN_NUMBER]) == atoi(one->number) &&
            strcmp(text_one_line(t->a, row->cell[PLAN_ACTION]),
                   text_one_line(t->a, one->cell[ACTION])) == 0)
            return row;
    }
    return NULL;
}

static void update(struct plan_taking *t, struct plan_row *row, const struct promise *one)
{
    static const enum plan_cell cells[COLUMNS] = {
        [WHO] = PLAN_WHO, [WHEN] = PLAN_WHEN, [EVIDENCE] = PLAN_EVIDENCE};
    static const enum plan_column columns[] = {WHO, WHEN, EVIDENCE};
    bool changed = false;
    for (size_t i = 0; i < LEN(columns); i++) {
        const char *had = text_one_line(t->a, row->cell[cells[columns[i]]]);
        const char *has = text_one_line(t->a, one->cell[columns[i]]);
        if (has[0] == '\0' || strcmp(had, has) == 0)
            continue;
        if (had[0] != '\0')
            diag(t->d, DIAG_PLAN_CHANGED, one->pos,
                 "recommendation %s, \"%s\": \"%s\" in place of \"%s\"", one->number,
                 text_shown(t->a, one->cell[ACTION]), text_shown(t->a, has),
                 text_shown(t->a, had));
        row->cell[cells[columns[i]]] = one->cell[columns[i]];
        changed = true;
    }
    t->n->changed += changed;
    t->n->known += !changed;
}

static void add(struct plan_taking *t, const struct promise *one,
                const struct planned *of)
{
    struct plan_row *row = array_push(t->a, &t->p->rows);
    *row = (struct plan_row){.cell = {[PLAN_NUMBER] = one->number,
                                      [PLAN_TEXT] = of != NULL ? of->text : "",
                                      [PLAN_ACTION] = one->cell[ACTION],
                                      [PLAN_WHO] = one->cell[WHO],
                                      [PLAN_WHEN] = one->cell[WHEN],
                                      [PLAN_EVIDENCE] = one->cell[EVIDENCE],
                                      [PLAN_AUTHOR] = t->author,
                                      [PLAN_DATE] = t->date}};
    t->n->added++;
}

static void take_promise(struct plan_taking *t, struct promise *one)
{
    const struct planned *of = planned_find(t->of, one->number);
    bool any = false;
    for (int c = ACTION; c <= EVIDENCE; c++)
        any |= one->cell[c][0] != '\0';
    if (!any)
        return;
    one->number = of != NULL ? arena_printf(t->a, "%d", of->number) : one->number;
    if (of == NULL)
        diag(t->d, DIAG_PLAN_UNPLACED, one->pos,
             "\"%s\" for \"%s\"; the report has %zu; give the row its number in plan.csv",
             text_shown(t->a, one->cell[ACTION]), text_shown(t->a, one->number),
             t->of->all.len);
    struct plan_row *known = row_find(t, one);
    if (known != NULL)
        update(t, known, one);
    else
        add(t, one, of);
}

static bool say_no_plan(struct plan_taking *t, const char *path, const char *why)
{
    diag(t->d, DIAG_REPLY_UNREAD, pos_of_path(t->a, path), "%s", why);
    return false;
}

/* One field of recommendation `n`. */
static const char *field_of(struct plan_taking *t, const struct pdf_fields *f, int n,
                            int c)
{
    const char *value =
        FIELDS[c] == NULL
            ? NULL
            : map_get(f->values, arena_printf(t->a, "c%02d.%s", n, FIELDS[c]));
    return value != NULL ? tidy(t->a, value) : "";
}

/* A response form says which draft it is of. */
static bool promise_fields(struct plan_taking *t, const char *path,
                           const struct pdf_fields *f, const char *name)
{
    const char *report = map_get(f->values, FORM_REPORT);
    if (report == NULL || map_get(f->values, FORM_DRAFT) != NULL)
        return say_no_plan(t, path, "its fields are not those of an improvement plan");
    if (strcmp(tidy(t->a, report), name) != 0)
        return say_no_plan(t, path,
                           arena_printf(t->a, "it is the plan of \"%s\", not of \"%s\"",
                                        text_shown(t->a, report), name));
    for (size_t i = 0; i < t->of->all.len; i++) {
        const int n = t->of->all.at[i].number;
        struct promise one = {.number = arena_printf(t->a, "%d", n),
                              .pos = pos_of_path(t->a, path)};
        for (int c = 0; c < COLUMNS; c++)
            one.cell[c] = field_of(t, f, n, c);
        take_promise(t, &one);
    }
    if (f->notes.len > 0)
        diag(t->d, DIAG_REPLY_PASSED, pos_of_path(t->a, path),
             "%zu notes on its pages; take over into plan.csv what they say",
             f->notes.len);
    return true;
}

static bool promise_rows(struct plan_taking *t, const char *path, const struct sheet *s,
                         const struct words *w)
{
    int at[COLUMNS], found[COLUMNS];
    bool headed = false;
    for (size_t i = 0; i < s->rows.len; i++) {
        const struct sheet_row *row = &s->rows.at[i];
        heads_find(t->a, w, row, KEYS, COLUMNS, found);
        if (found[NUMBER] >= 0 && found[ACTION] >= 0) {
            memcpy(at, found, sizeof at);
            headed = true;
            continue;
        }
        if (!headed || sheet_row_empty(row))
            continue;
        struct promise one = {.pos = row->cells[0].pos};
        for (int c = 0; c < COLUMNS; c++)
            one.cell[c] = csv_unguarded(tidy(t->a, sheet_text(row, at[c])));
        one.number = one.cell[NUMBER];
        if (one.cell[MARK][0] != '\0' && strcmp(one.cell[MARK], t->mark) != 0)
            return say_no_plan(t, path,
                               arena_printf(t->a, "it is \"%s\", not \"%s\"",
                                            text_shown(t->a, one.cell[MARK]), t->mark));
        take_promise(t, &one);
    }
    return headed || say_no_plan(t, path,
                                 "no table has the head of an improvement plan; put its "
                                 "first row back as it was sent");
}

bool plan_take(struct arena *a, struct diags *d, const char *name, const char *path,
               const struct filled *form, const struct words *w,
               const struct plan_form *of, const char *by, const char *date,
               struct improvement_plan *p, struct plan_counts *n)
{
    struct plan_taking t = {a, d, of, mark_of(a, name), by, date, p, n};
    if (!form->pdf)
        return promise_rows(&t, path, &form->sheet, w);
    const char *who = map_get(form->fields.values, FORM_WHO);
    const char *when = map_get(form->fields.values, FORM_DATE);
    t.author = who != NULL && tidy(a, who)[0] != '\0' ? tidy(a, who) : by;
    t.date = when != NULL && tidy(a, when)[0] != '\0' ? tidy(a, when) : date;
    return promise_fields(&t, path, &form->fields, name);
}
