/* xlsx.c -- in: the zip of a workbook (ISO/IEC 29500: SpreadsheetML); out: its sheets.
 * Formulas are not run: what they came to when the workbook was saved stands beside them.
 * Nothing is fetched that is not in the zip. */
#include "office/book.h"
#include "office/sandbox.h"
#include "office/xml.h"

#include "base/ascii.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

struct relation {
    const char *id, *type, *target;
    bool external;
};

struct xlsx_sheet {
    const char *name, *id;
    bool hidden;
};

struct number_format {
    int number;
    const char *code;
};

struct xlsx {
    struct arena *a;
    struct archive *zip;
    const char *folder; /* of the workbook's part: "xl/" */
    ARRAY(struct relation) relations;
    ARRAY(struct xlsx_sheet) sheets;
    ARRAY(struct number_format) codes;
    ARRAY(const char *) formats; /* the code of each cell format */
    ARRAY(const char *) strings;
    bool from_1904, in_formats, in_string;
    int phonetic; /* depth in what says how a text is read aloud */
    struct buf text;
};

static const char *no_text(void *data, const char *bytes, size_t len)
{
    (void)data, (void)bytes, (void)len;
    return NULL;
}

static const char *no_end(void *data, const char *name)
{
    (void)data, (void)name;
    return NULL;
}

/* A part and its events; =absent when the zip does not have it. */
static const char *read_part(struct xlsx *x, const char *part,
                             const struct part_events *events, void *data)
{
    struct buf bytes = buf_new(x->a);
    const char *wrong = archive_read(x->zip, part, BOOK_PART, &bytes);
    return wrong != NULL ? wrong : part_events_read(&bytes, events, data);
}

/* ---- relations: which part is what ---- */

static const char *relation_start(void *data, const char *name,
                                  const struct part_attributes *at)
{
    struct xlsx *x = data;
    if (!name_is(name, "Relationship"))
        return NULL;
    const char *id = part_attribute(x->a, at, "Id"),
               *type = part_attribute(x->a, at, "Type");
    const char *target = part_attribute(x->a, at, "Target");
    const char *mode = part_attribute(x->a, at, "TargetMode");
    if (id == NULL || type == NULL || target == NULL)
        return "=relations";
    const char *last = strrchr(type, '/');
    *array_push(x->a, &x->relations) =
        (struct relation){id, last != NULL ? last + 1 : type, target,
                          mode != NULL && name_is(mode, "External")};
    return x->relations.len > 5000 ? "=relations" : NULL;
}

static const struct part_events relation_events = {relation_start, no_end, no_text};

/* The relation of that id, or of that type. */
static const struct relation *relation_of(const struct xlsx *x, const char *id,
                                          const char *type)
{
    for (size_t i = 0; i < x->relations.len; i++) {
        const struct relation *r = &x->relations.at[i];
        if ((id == NULL || name_is(r->id, id)) &&
            (type == NULL || name_is(r->type, type)))
            return r;
    }
    return NULL;
}

/* The name in the zip: from its root when it begins with `/`. */
static const char *part_of(const struct xlsx *x, const struct relation *r)
{
    if (r->target[0] == '/')
        return r->target + 1;
    return arena_printf(x->a, "%s%s", x->folder, r->target);
}

/* "xl/workbook.xml" is where it is in almost all. */
static const char *find_workbook(struct xlsx *x, const char **part)
{
    x->folder = "";
    const char *wrong = read_part(x, "_rels/.rels", &relation_events, x);
    const struct relation *r = relation_of(x, NULL, "officeDocument");
    if (wrong != NULL && !name_is(wrong, "=absent"))
        return wrong;
    *part = r != NULL && !r->external ? part_of(x, r) : "xl/workbook.xml";
    if (!archive_has(x->zip, *part))
        return "=no-workbook";
    const char *slash = strrchr(*part, '/');
    size_t len = slash != NULL ? (size_t)(slash - *part) + 1 : 0;
    x->folder = arena_strndup(x->a, *part, len);
    x->relations.len = 0;
    wrong = read_part(x, arena_printf(x->a, "%s_rels/%s.rels", x->folder, *part + len),
                      &relation_events, x);
    return wrong != NULL && name_is(wrong, "=absent") ? "=relations" : wrong;
}

/* ---- the workbook: its sheets ---- */

static const char *workbook_start(void *data, const char *name,
                                  const struct part_attributes *at)
{
    struct xlsx *x = data;
    const char *from =
        name_is(name, "workbookPr") ? part_attribute(x->a, at, "date1904") : NULL;
    x->from_1904 |= from != NULL && (name_is(from, "1") || name_is(from, "true"));
    if (!name_is(name, "sheet"))
        return NULL;
    const char *title = part_attribute(x->a, at, "name"), *id = NULL;
    id = part_attribute(x->a, at, "id");
    const char *state = part_attribute(x->a, at, "state");
    if (title == NULL || id == NULL)
        return "=broken";
    *array_push(x->a, &x->sheets) =
        (struct xlsx_sheet){title, id, state != NULL && !name_is(state, "visible")};
    return x->sheets.len > 500 ? "=many" : NULL;
}

static const struct part_events workbook_events = {workbook_start, no_end, no_text};

/* ---- how numbers look ---- */

static int number_of(struct arena *a, const struct part_attributes *at, const char *name)
{
    const char *text = part_attribute(a, at, name);
    return text != NULL ? ascii_number(text, INT_MAX) : -1;
}

static const char *style_start(void *data, const char *name,
                               const struct part_attributes *at)
{
    struct xlsx *x = data;
    x->in_formats |= name_is(name, "cellXfs");
    if (name_is(name, "numFmt")) {
        const char *code = part_attribute(x->a, at, "formatCode");
        *array_push(x->a, &x->codes) =
            (struct number_format){number_of(x->a, at, "numFmtId"), code};
    } else if (name_is(name, "xf") && x->in_formats) {
        int number = number_of(x->a, at, "numFmtId");
        const char *code = shown_code(number);
        for (size_t i = 0; i < x->codes.len; i++)
            if (x->codes.at[i].number == number)
                code = x->codes.at[i].code;
        *array_push(x->a, &x->formats) = code;
    }
    return NULL;
}

static const char *style_end(void *data, const char *name)
{
    struct xlsx *x = data;
    x->in_formats &= !name_is(name, "cellXfs");
    return NULL;
}

static const struct part_events style_events = {style_start, style_end, no_text};

/* ---- texts that cells share ---- */

static const char *string_start(void *data, const char *name,
                                const struct part_attributes *at)
{
    struct xlsx *x = data;
    (void)at;
    if (name_is(name, "si"))
        x->text = buf_new(x->a);
    x->phonetic += name_is(name, "rPh");
    x->in_string = name_is(name, "t") && x->phonetic == 0;
    return NULL;
}

/* "_x000D_" stands for a character that XML cannot hold. */
static const char *unescaped(struct arena *a, const char *text)
{
    struct buf out = buf_new(a);
    for (const char *at = text; *at != '\0';) {
        char *end;
        bool escaped =
            strncmp(at, "_x", 2) == 0 && strspn(at + 2, "0123456789ABCDEFabcdef") >= 4;
        unsigned long c = escaped ? strtoul(arena_strndup(a, at + 2, 4), &end, 16) : 0;
        if (escaped && at[6] == '_') {
            if (c >= ' ' && (c < 0xD800 || c > 0xDFFF))
                buf_utf8(&out, (uint32_t)c);
            at += 7;
        } else {
            buf_char(&out, *at++);
        }
    }
    return out.at;
}

static const char *text_kept(struct xlsx *x)
{
    return strstr(x->text.at, "_x") != NULL ? unescaped(x->a, x->text.at) : x->text.at;
}

static const char *string_end(void *data, const char *name)
{
    struct xlsx *x = data;
    x->phonetic -= name_is(name, "rPh");
    x->in_string = false;
    if (name_is(name, "si"))
        *array_push(x->a, &x->strings) = text_kept(x);
    return NULL;
}

static const char *string_text(void *data, const char *bytes, size_t len)
{
    struct xlsx *x = data;
    if (x->in_string)
        buf_add(&x->text, bytes, len);
    return NULL;
}

static const struct part_events string_events = {string_start, string_end, string_text};

/* ---- a sheet ---- */

struct xlsx_cells {
    struct xlsx *x;
    struct cell_grid g;
    struct buf value, formula;
    const char *type;
    int format;
    bool in_value, in_formula, started;
};

/* "AB12": column 28, row 12; false where it is no such name. */
static bool place_of(const char *name, long *column, long *row)
{
    *column = 0;
    while (*name >= 'A' && *name <= 'Z' && *column <= GRID_COLUMNS)
        *column = *column * 26 + (*name++ - 'A' + 1);
    *row = ascii_number(name, 999999999);
    return *column > 0 && *row > 0;
}

static const char *go_to_row(struct xlsx_cells *s, long row)
{
    if (row < s->g.row)
        return "=order";
    s->g.row = row;
    return NULL;
}

/* By hand, by a filter or in a group that is closed. */
static bool is_hidden(struct arena *a, const struct part_attributes *at)
{
    const char *hidden = part_attribute(a, at, "hidden");
    return hidden != NULL && (name_is(hidden, "1") || name_is(hidden, "true"));
}

static const char *start_row(struct xlsx_cells *s, const struct part_attributes *at)
{
    int row = number_of(s->x->a, at, "r");
    s->g.hidden = is_hidden(s->x->a, at);
    s->g.column = 1;
    return row > 0 ? go_to_row(s, row) : NULL;
}

static const char *start_cell(struct xlsx_cells *s, const struct part_attributes *at)
{
    const char *name = part_attribute(s->x->a, at, "r");
    long column, row;
    s->type = part_attribute(s->x->a, at, "t");
    s->format = number_of(s->x->a, at, "s");
    s->value.len = s->formula.len = 0;
    s->value.at[0] = s->formula.at[0] = '\0';
    if (name == NULL)
        return NULL;
    if (!place_of(name, &column, &row))
        return "=place";
    if (row != s->g.row || column < s->g.column)
        return "=order";
    s->g.column = column;
    return NULL;
}

static const char *cell_start(void *data, const char *name,
                              const struct part_attributes *at)
{
    struct xlsx_cells *s = data;
    s->x->phonetic += name_is(name, "rPh");
    s->in_value = name_is(name, "v") || (name_is(name, "t") && s->x->phonetic == 0);
    s->in_formula = name_is(name, "f");
    if (name_is(name, "row"))
        return start_row(s, at);
    if (name_is(name, "col") && is_hidden(s->x->a, at))
        grid_hide_columns(&s->g, number_of(s->x->a, at, "min"),
                          number_of(s->x->a, at, "max"));
    return name_is(name, "c") ? start_cell(s, at) : NULL;
}

static const char *cell_text(void *data, const char *bytes, size_t len)
{
    struct xlsx_cells *s = data;
    if (s->in_value)
        buf_add(&s->value, bytes, len);
    else if (s->in_formula)
        buf_add(&s->formula, bytes, len);
    return NULL;
}

/* A number of the file, which a cell shows in its format. */
static const char *number_shown(struct xlsx_cells *s)
{
    char *end;
    double number = strtod(s->value.at, &end);
    bool known = s->format >= 0 && (size_t)s->format < s->x->formats.len;
    if (end == s->value.at || *end != '\0')
        return s->value.at;
    return shown_number(s->x->a, number, known ? s->x->formats.at[s->format] : NULL,
                        s->x->from_1904);
}

/* The cell's text; NULL, and a flag, when there is none. */
static const char *cell_shown(struct xlsx_cells *s, const char **wrong)
{
    const char *type = s->type != NULL ? s->type : "n";
    if (s->value.len == 0 && s->formula.len > 0)
        return arena_printf(s->x->a, "=%s", s->formula.at); /* was never saved */
    if (name_is(type, "b"))
        return name_is(s->value.at, "0") || name_is(s->value.at, "") ? "FALSE" : "TRUE";
    if (name_is(type, "s") && s->value.len > 0) {
        int at = ascii_number(s->value.at, INT_MAX);
        if (at >= 0 && (size_t)at < s->x->strings.len)
            return s->x->strings.at[at];
        *wrong = "=strings";
        return NULL;
    }
    if (name_is(type, "n") && s->value.len > 0)
        return number_shown(s);
    return strstr(s->value.at, "_x") != NULL ? unescaped(s->x->a, s->value.at)
                                             : s->value.at;
}

static const char *cell_end(void *data, const char *name)
{
    struct xlsx_cells *s = data;
    s->x->phonetic -= name_is(name, "rPh");
    s->in_value = s->in_formula = false;
    if (name_is(name, "row"))
        return grid_next_row(&s->g);
    if (!name_is(name, "c"))
        return NULL;
    const char *wrong = NULL, *text = cell_shown(s, &wrong);
    return wrong != NULL ? wrong : grid_put(&s->g, text, strlen(text));
}

static const struct part_events cell_events = {cell_start, cell_end, cell_text};

static void give_sheet(struct xlsx *x, const struct xlsx_sheet *sheet, long rows,
                       struct buf *out)
{
    struct xlsx_cells s = {.x = x, .g = grid_new(x->a, rows)};
    s.value = buf_new(x->a);
    s.formula = buf_new(x->a);
    x->phonetic = 0;
    const struct relation *r = relation_of(x, sheet->id, NULL);
    const char *wrong = r == NULL ? "=relations" : r->external ? "=external" : NULL;
    bool chart =
        wrong == NULL && !name_is(r->type, "worksheet"); /* a sheet without cells */
    if (wrong == NULL && !chart)
        wrong = read_part(x, part_of(x, r), &cell_events, &s);
    book_give(out, sheet->name, sheet->hidden, wrong, &s.g);
}

/* ---- all ---- */

/* A part that a workbook may lack. */
static const char *read_optional(struct xlsx *x, const char *type,
                                 const struct part_events *events)
{
    const struct relation *r = relation_of(x, NULL, type);
    if (r == NULL)
        return NULL;
    return r->external ? "=external" : read_part(x, part_of(x, r), events, x);
}

const char *xlsx_read(struct archive *z, const struct book_wish *wish, struct buf *out)
{
    struct xlsx x = {.a = out->a, .zip = z, .text = buf_new(out->a)};
    const char *part = NULL, *wrong = find_workbook(&x, &part);
    if (wrong == NULL)
        wrong = read_part(&x, part, &workbook_events, &x);
    if (wrong == NULL && relation_of(&x, NULL, "vbaProject") != NULL)
        wrong = "=macros";
    if (relation_of(&x, NULL, "externalLink") != NULL)
        text_put_str(out, "-links");
    if (wrong == NULL)
        wrong = read_optional(&x, "styles", &style_events);
    if (wrong == NULL)
        wrong = read_optional(&x, "sharedStrings", &string_events);
    for (size_t i = 0; wrong == NULL && i < x.sheets.len; i++)
        if (wish->sheet < 0 || wish->sheet == (int)i)
            give_sheet(&x, &x.sheets.at[i], wish->rows, out);
    return wrong;
}
