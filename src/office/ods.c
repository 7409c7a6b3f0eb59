/* ods.c -- in: the zip of a workbook (ISO/IEC 26300: OpenDocument); out: its sheets.
 * Formulas are not run: what the cell showed when the workbook was saved is its text. */
#include "office/book.h"
#include "office/xml.h"

#include "base/ascii.h"

#include <stdlib.h>
#include <string.h>

struct ods {
    struct arena *a;
    const struct book_wish *wish;
    struct buf *out;
    int sheet;  /* that is being read, from 0; -1 before the first */
    int tables; /* depth: a cell may hold a table */
    int passed; /* depth in what is no cell: notes, changes that were tracked */
    bool shut;  /* enough of this sheet was read, or something is wrong with it */
    const char *name, *wrong, *style;
    ARRAY(const char *) unshown; /* styles of sheets that are hidden */
    bool hidden;
    struct cell_grid g;
    struct buf text;
    long row_times, cell_times, columns; /* those that have been named */
    const char *kind, *value, *formula;
    int paragraphs;
};

static bool is_passed(const char *name)
{
    return name_is(name, "annotation") || name_is(name, "tracked-changes") ||
           name_is(name, "shapes") || name_is(name, "forms");
}

static bool is_cell(const char *name)
{
    return name_is(name, "table-cell") || name_is(name, "covered-table-cell");
}

static bool is_wanted(const struct ods *o)
{
    return o->tables == 1 && o->passed == 0 && !o->shut &&
           (o->wish->sheet < 0 || o->wish->sheet == o->sheet);
}

/* How often what follows stands there. */
static long times_of(struct ods *o, const struct part_attributes *at, const char *name)
{
    const char *text = part_attribute(o->a, at, name);
    int times = text != NULL ? ascii_number(text, 99999999) : 1;
    return times > 0 ? times : 1;
}

static void start_table(struct ods *o, const struct part_attributes *at)
{
    if (o->tables++ > 0)
        return;
    const char *name = part_attribute(o->a, at, "name");
    o->sheet++;
    o->shut = false;
    o->wrong = NULL;
    o->name = name != NULL ? name : "";
    const char *style = part_attribute(o->a, at, "style-name");
    o->hidden = false;
    for (size_t i = 0; style != NULL && i < o->unshown.len; i++)
        o->hidden |= strcmp(style, o->unshown.at[i]) == 0;
    o->g = grid_new(o->a, o->wish->rows);
    o->columns = 0;
}

/* By hand, in a group that is closed or by a filter. */
static bool is_unseen(struct ods *o, const struct part_attributes *at)
{
    const char *seen = part_attribute(o->a, at, "visibility");
    return seen != NULL && !name_is(seen, "visible");
}

static void start_ods_row(struct ods *o, const struct part_attributes *at)
{
    o->row_times = times_of(o, at, "number-rows-repeated");
    o->g.hidden = is_unseen(o, at);
}

static void name_columns(struct ods *o, const struct part_attributes *at)
{
    long first = o->columns + 1;
    o->columns += times_of(o, at, "number-columns-repeated");
    if (is_unseen(o, at))
        grid_hide_columns(&o->g, first, o->columns);
}

static void start_ods_cell(struct ods *o, const struct part_attributes *at)
{
    o->cell_times = times_of(o, at, "number-columns-repeated");
    o->kind = part_attribute(o->a, at, "value-type");
    o->formula = part_attribute(o->a, at, "formula");
    o->value = NULL;
    if (o->kind != NULL && name_is(o->kind, "boolean"))
        o->value = part_attribute(o->a, at, "boolean-value");
    else if (o->kind != NULL && name_is(o->kind, "date"))
        o->value = part_attribute(o->a, at, "date-value");
    else if (o->kind != NULL)
        o->value = part_attribute(o->a, at, "value");
    o->text.len = 0;
    o->text.at[0] = '\0';
    o->paragraphs = 0;
}

/* A sheet is hidden by its style. */
static void read_style(struct ods *o, const char *name, const struct part_attributes *at)
{
    enum { STYLES = 1000 };
    if (name_is(name, "style"))
        o->style = part_attribute(o->a, at, "name");
    const char *display =
        name_is(name, "table-properties") ? part_attribute(o->a, at, "display") : NULL;
    if (display != NULL && name_is(display, "false") && o->style != NULL &&
        o->unshown.len < STYLES)
        *array_push(o->a, &o->unshown) = o->style;
}

static const char *ods_start(void *data, const char *name,
                             const struct part_attributes *at)
{
    struct ods *o = data;
    o->passed += is_passed(name);
    if (o->sheet < 0)
        read_style(o, name, at);
    if (name_is(name, "table") && o->passed == 0)
        start_table(o, at);
    if (!is_wanted(o))
        return NULL;
    if (name_is(name, "table-row"))
        start_ods_row(o, at);
    else if (name_is(name, "table-column"))
        name_columns(o, at);
    else if (is_cell(name))
        start_ods_cell(o, at);
    else if (name_is(name, "tab") || name_is(name, "line-break") ||
             (name_is(name, "p") && o->paragraphs++ > 0))
        buf_char(&o->text, ' ');
    else if (name_is(name, "s"))
        for (long i = times_of(o, at, "c"); i > 0 && o->text.len < 1000; i--)
            buf_char(&o->text, ' ');
    return NULL;
}

static const char *ods_text(void *data, const char *bytes, size_t len)
{
    struct ods *o = data;
    if (is_wanted(o) && o->paragraphs > 0)
        buf_add(&o->text, bytes, len);
    return NULL;
}

/* What a cell shows; of a number what it is, for a format may have rounded it. */
static const char *shown(const struct ods *o)
{
    bool number = o->kind != NULL && name_is(o->kind, "float");
    if (o->text.len == 0 && o->value == NULL && o->formula != NULL)
        return strchr(o->formula, '=') != NULL ? strchr(o->formula, '=')
                                               : "="; /* unsaved */
    if (o->kind != NULL && name_is(o->kind, "boolean") && o->value != NULL)
        return name_is(o->value, "true") ? "TRUE" : "FALSE";
    bool digits = strspn(o->text.at, "0123456789") == o->text.len && o->text.len > 0;
    if (number && o->value != NULL && !digits)
        return book_number(o->a, strtod(o->value, NULL));
    return o->text.len > 0 || o->value == NULL ? o->text.at : o->value;
}

static void end_cell(struct ods *o)
{
    const char *text = shown(o);
    size_t len = strlen(text);
    if (strspn(text, " ") == len) {
        o->g.column += o->cell_times;
        return;
    }
    for (long i = 0; i < o->cell_times && o->wrong == NULL; i++)
        o->wrong = grid_put(&o->g, text, len);
}

/* The row again, as often as it was to stand there; an empty one only counts. */
static void end_row(struct ods *o)
{
    size_t len = o->g.out.len, start = len;
    bool content = o->g.lines == o->g.row;
    while (content && start > 0 && o->g.out.at[start - 1] != '\n')
        start--;
    const char *line =
        content ? arena_strndup(o->a, o->g.out.at + start, len - start) : "";
    o->wrong = grid_next_row(&o->g);
    if (!content)
        o->g.row += o->row_times - 1;
    for (long i = 1; content && i < o->row_times && o->wrong == NULL; i++) {
        o->wrong = grid_line(&o->g, line);
        if (o->wrong == NULL)
            o->wrong = grid_next_row(&o->g);
    }
}

static void end_table(struct ods *o)
{
    bool wanted = o->wish->sheet < 0 || o->wish->sheet == o->sheet;
    if (--o->tables == 0 && wanted)
        book_give(o->out, o->name, o->hidden, o->wrong, &o->g);
}

static const char *ods_end(void *data, const char *name)
{
    struct ods *o = data;
    o->passed -= is_passed(name);
    if (name_is(name, "table") && o->passed == 0 && o->tables > 0) {
        end_table(o);
    } else if (is_wanted(o)) {
        if (is_cell(name))
            end_cell(o);
        else if (name_is(name, "table-row") && o->wrong == NULL)
            end_row(o);
        o->shut = o->wrong != NULL;
    }
    return NULL;
}

static bool is_encrypted(struct archive *z, struct arena *a)
{
    struct buf manifest = buf_new(a);
    return archive_read(z, "META-INF/manifest.xml", BOOK_PART, &manifest) == NULL &&
           strstr(manifest.at, "encryption-data") != NULL;
}

const char *ods_read(struct archive *z, const struct book_wish *wish, struct buf *out)
{
    static const struct part_events events = {ods_start, ods_end, ods_text};
    struct ods o = {.a = out->a, .wish = wish, .out = out, .sheet = -1};
    o.text = buf_new(out->a);
    struct buf content = buf_new(out->a);
    if (is_encrypted(z, out->a))
        return "=encrypted";
    if (archive_has_below(z, "Basic/") || archive_has_below(z, "Scripts/"))
        return "=macros";
    const char *wrong = archive_read(z, "content.xml", BOOK_PART, &content);
    return wrong != NULL ? wrong : part_events_read(&content, &events, &o);
}
