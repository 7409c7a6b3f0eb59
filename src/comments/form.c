/* form.c -- a draft's response form as data.  In: the report tree, whose forms say what
 * their fields are called in the draft's language, and the map of its blocks; out: what
 * the tables hold.  Knows neither CSV nor Word. */
#include "comments/form.h"

#include "base/array.h"
#include "base/ascii.h"
#include "base/file.h"
#include "base/hash.h"
#include "comments/reply.h"
#include "sending/map.h"

#include <stdlib.h>
#include <string.h>

/* ---- names ---- */

static const char *const names[FORM_FIELD_COUNT] = {
#define X(id, name) [FORM_##id] = (name),
    FORM_FIELDS(X)
#undef X
};

const char *form_field_name(enum form_field f)
{
    return names[f];
}

bool form_field_parse(const char *name, int *comment, enum form_field *field)
{
    size_t digits = 0;
    while (name[0] == 'c' && is_digit(name[1 + digits]))
        digits++;
    if (digits < 2 || digits > 4 || name[1 + digits] != '.')
        return false;
    for (int f = 0; f < FORM_FIELD_COUNT; f++)
        if (strcmp(names[f], name + digits + 2) == 0) {
            *comment = atoi(name + 1);
            *field = (enum form_field)f;
            return *comment > 0;
        }
    return false;
}

/* ---- which draft ---- */

static const char DRAFT[] = " draft ";

const char *form_draft_text(struct arena *a, struct form_draft d)
{
    return arena_printf(a, "%s%s%d %s", d.report, DRAFT, d.number, d.hash);
}

/* The last " draft " counts: a report's name may hold one. */
bool form_draft_parse(struct arena *a, const char *text, struct form_draft *d)
{
    const char *at = NULL;
    for (const char *next = strstr(text, DRAFT); next != NULL;
         next = strstr(next + 1, DRAFT))
        at = next;
    if (at == NULL || at == text)
        return false;
    const char *number = at + sizeof DRAFT - 1;
    const size_t digits = strspn(number, "0123456789");
    const size_t space = strspn(number + digits, " ");
    const char *hash = number + digits + space;
    const size_t len = strcspn(hash, " \t\r\n");
    if (digits == 0 || digits > 4 || space == 0 || len == 0 ||
        hash[len + strspn(hash + len, " \t\r\n")] != '\0')
        return false;
    *d = (struct form_draft){arena_strndup(a, text, (size_t)(at - text)), atoi(number),
                             arena_strndup(a, hash, len)};
    return true;
}

/* ---- the form in the report tree ---- */

/* The first section with a form in it. */
static const struct element *form_section(const struct element *in)
{
    for (const struct element *e = in->first; e != NULL; e = e->next) {
        if (e->kind != EL_SECTION)
            continue;
        if (element_child(e, EL_FORM) != NULL)
            return e;
        const struct element *inside = form_section(e);
        if (inside != NULL)
            return inside;
    }
    return NULL;
}

static const char *choices(struct arena *a, const struct element *field)
{
    struct buf out = buf_new(a);
    for (const struct element *c = field->first; c != NULL; c = c->next)
        if (c->kind == EL_CHOICE)
            buf_printf(&out, "%s%s", out.len > 0 ? "; " : "", element_plain(a, c));
    return out.at;
}

/* What a field is called heads the column that holds the same. */
static void read_field(struct arena *a, const struct element *field, struct form *form)
{
    static const enum form_field columns[COLUMN_COUNT] = {
        [COLUMN_REFERENCE] = FORM_REF,     [COLUMN_KIND] = FORM_KIND,
        [COLUMN_OURS] = FORM_OURS,         [COLUMN_CORRECTION] = FORM_CORRECTION,
        [COLUMN_EVIDENCE] = FORM_EVIDENCE, [COLUMN_DRAFT] = FORM_FIELD_COUNT};
    const struct element *label = element_child(field, EL_LABEL);
    const char *name = field->at[AT_NAME];
    enum form_field is = FORM_FIELD_COUNT;
    int comment = 0;
    if (label == NULL ||
        (!form_field_parse(name, &comment, &is) && strcmp(name, FORM_DRAFT) != 0))
        return;
    for (int c = 0; c < COLUMN_COUNT; c++)
        if (columns[c] == is && form->heads[c] == NULL)
            form->heads[c] = element_plain(a, label);
    if (is == FORM_KIND && form->kinds == NULL)
        form->kinds = choices(a, field);
}

static void read_fields(struct arena *a, const struct element *in, struct form *form)
{
    for (const struct element *row = in->first; row != NULL; row = row->next)
        for (const struct element *f = row->first; f != NULL; f = f->next)
            if (f->kind == EL_FIELD)
                read_field(a, f, form);
}

/* What leads into the form and what its template says for the tables. */
static void read_intro(struct arena *a, const struct element *section, struct form *form)
{
    ARRAY(const char *) intro = {0};
    for (const struct element *e = section->first; e != NULL; e = e->next) {
        const struct element *alt = e->kind == EL_FORM ? element_child(e, EL_ALT) : NULL;
        if (e->kind == EL_P && paragraph_role(e) == PARAGRAPH_LEAD_IN)
            *array_push(a, &intro) = element_plain(a, e);
        else if (alt != NULL)
            *array_push(a, &intro) = element_plain(a, alt);
    }
    form->intro = intro.at;
    form->intro_count = intro.len;
}

static bool is_whole(const struct form *form)
{
    for (int c = 0; c < COLUMN_COUNT; c++)
        if (form->heads[c] == NULL)
            return false;
    return form->kinds != NULL;
}

bool form_of(struct arena *a, const struct report *r, const struct draft_map *rows,
             struct form_draft draft, struct form *form)
{
    const struct element *section = form_section(r->root);
    if (section == NULL)
        return false;
    const struct element *heading = element_child(section, EL_HEADING);
    *form =
        (struct form){.lang = r->lang,
                      .date = r->published,
                      .title = r->title,
                      .heading = heading != NULL ? element_plain(a, heading) : r->title,
                      .draft = draft,
                      .rows = rows};
    read_intro(a, section, form);
    for (const struct element *e = section->first; e != NULL; e = e->next)
        if (e->kind == EL_FORM)
            read_fields(a, e, form);
    return is_whole(form);
}

const char *form_own(struct arena *a, const char *paragraph)
{
    return hash_name(a, hash_str(HASH_START, text_one_line(a, paragraph)));
}

struct form_table form_table_of(struct arena *a, const struct form *f)
{
    static const int widths[COLUMN_COUNT] = {
        [COLUMN_REFERENCE] = 1500,  [COLUMN_KIND] = 1400,     [COLUMN_OURS] = 4100,
        [COLUMN_CORRECTION] = 3600, [COLUMN_EVIDENCE] = 2500, [COLUMN_DRAFT] = 1470};
    const char *draft = form_draft_text(a, f->draft);
    const char **cells = NEW_ARRAY(a, const char *, f->rows->count *COLUMN_COUNT + 1);
    const char **csv_heads = NEW_ARRAY(a, const char *, COLUMN_COUNT);
    for (int c = 0; c < COLUMN_COUNT; c++) /* that of the kinds says what they are */
        csv_heads[c] = c == COLUMN_KIND
                           ? arena_printf(a, "%s (%s)", f->heads[c], f->kinds)
                           : f->heads[c];
    for (size_t i = 0; i < f->rows->count; i++) {
        const char **row = cells + i * COLUMN_COUNT;
        for (int c = 0; c < COLUMN_COUNT; c++)
            row[c] = "";
        row[COLUMN_REFERENCE] = map_form_ref(a, &f->rows->at[i]);
        row[COLUMN_OURS] = map_form_text(a, &f->rows->at[i]);
        row[COLUMN_DRAFT] = draft;
    }
    return (struct form_table){.lang = f->lang,
                               .date = f->date,
                               .title = f->title,
                               .heading = f->heading,
                               .intro = f->intro,
                               .intro_count = f->intro_count,
                               .kinds = f->kinds,
                               .mark = draft,
                               .columns = COLUMN_COUNT,
                               .rows = f->rows->count,
                               .heads = f->heads,
                               .csv_heads = csv_heads,
                               .widths = widths,
                               .cells = cells};
}

const char *form_path(struct arena *a, const char *dir, const struct form *f)
{
    return path_join(a, dir,
                     arena_printf(a, "%s.draft%d.form.%s", f->draft.report,
                                  f->draft.number, lang_code(f->lang)));
}
