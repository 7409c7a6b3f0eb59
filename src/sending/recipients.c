/* recipients.c -- in: recipients.csv; out: who gets what.  Sends nothing. */
#include "sending/recipients.h"

#include "base/array.h"
#include "base/bounds.h"
#include "base/file.h"
#include "base/gate.h"
#include "base/map.h"
#include "sending/embargo.h"

#include <string.h>
#include <strings.h>

enum { NAME, BODY, ROLE, STAGE, LANGUAGE, EMBARGO, COLUMNS };
static const char *const NAMES[COLUMNS] = {"name",  "body",     "role",
                                           "stage", "language", "embargo"};

struct recipient_reading {
    struct arena *a;
    struct diags *d;
    const struct table *t;
    int columns[COLUMNS];
    struct map *slugs;
    ARRAY(struct recipient) all;
};

const char *recipient_called(const struct recipient *one)
{
    return one->name[0] != '\0' ? one->name : one->body;
}

static const char *file_path(struct arena *a, const char *dir)
{
    return path_join(a, dir, "recipients.csv");
}

bool recipients_exist(struct arena *a, const char *dir)
{
    return file_exists(file_path(a, dir));
}

/* ---- columns ---- */

static int name_index(const char *name)
{
    for (int i = 0; i < COLUMNS; i++)
        if (strcasecmp(NAMES[i], name) == 0)
            return i;
    return -1;
}

static void find_column(struct recipient_reading *r, size_t column)
{
    const struct cell *c = &r->t->head[column];
    int i = name_index(c->text);
    if (i < 0)
        diag(r->d, DIAG_CSV_COLUMN_UNKNOWN, c->pos,
             "\"%s\"; use name, body, role, stage, language and embargo", c->text);
    else if (r->columns[i] >= 0)
        diag(r->d, DIAG_CSV_COLUMN_TWICE, c->pos, "\"%s\"; take one out", c->text);
    else
        r->columns[i] = (int)column;
}

static bool find_columns(struct recipient_reading *r)
{
    struct buf missing = buf_new(r->a);
    for (int i = 0; i < COLUMNS; i++)
        r->columns[i] = -1;
    for (size_t i = 0; i < r->t->columns; i++)
        find_column(r, i);
    for (int i = 0; i < COLUMNS; i++)
        if (r->columns[i] < 0)
            buf_printf(&missing, "%s%s", missing.len > 0 ? ", " : "", NAMES[i]);
    if (missing.len > 0)
        diag(r->d, DIAG_CSV_COLUMN_MISSING, r->t->head[0].pos,
             "%s; the first line is name,body,role,stage,language,embargo", missing.at);
    return missing.len == 0;
}

static const struct cell *cell_of(const struct recipient_reading *r, size_t row,
                                  int column)
{
    return table_cell(r->t, row, (size_t)r->columns[column]);
}

/* ---- cells ---- */

static void read_stage(struct recipient_reading *r, const struct cell *c,
                       struct recipient *one)
{
    if (!stage_parse(c->text, &one->stage))
        diag(r->d, DIAG_VALUE_UNKNOWN, c->pos, "stage \"%s\"; use draft or embargo",
             c->text);
}

static void read_language(struct recipient_reading *r, const struct cell *c,
                          struct recipient *one)
{
    bool both = strcasecmp(c->text, "both") == 0, known = both;
    one->language = c->pos;
    for (int l = 0; l < LANG_COUNT; l++) {
        one->in[l] = both || strcasecmp(c->text, lang_code((enum lang)l)) == 0;
        known |= one->in[l];
    }
    if (!known)
        diag(r->d, DIAG_LANG_UNKNOWN, c->pos, "\"%s\"; use en, cy or both", c->text);
}

static bool read_time(const char *text, struct recipient *one)
{
    struct moment m;
    if (!moment_parse(text, &m))
        return false;
    one->embargo = m.day;
    one->hour = m.hour;
    one->minute = m.minute;
    return true;
}

const char *recipient_embargo(struct arena *a, const struct recipient *one)
{
    return one->embargo.year == 0
               ? ""
               : moment_plain(a, (struct moment){one->embargo, one->hour, one->minute});
}

static void read_embargo(struct recipient_reading *r, const struct cell *c,
                         struct recipient *one)
{
    bool given = c->text[0] != '\0';
    if (one->stage == STAGE_DRAFT && given)
        diag(r->d, DIAG_VALUE_UNKNOWN, c->pos,
             "\"%s\" for a draft; leave it empty, or make it the stage embargo", c->text);
    else if (one->stage == STAGE_EMBARGO && !given)
        diag(r->d, DIAG_KEY_MISSING, c->pos,
             "until when it is not for publication; write 2012-06-19 00.01");
    else if (given && !read_time(c->text, one))
        diag(r->d, DIAG_DATE_WRONG, c->pos, "\"%s\"; write 2012-06-19 00.01", c->text);
}

/* ---- names of files ---- */

#define SLUG_BYTES 80
#define NAMES_MOST 120 /* characters of name and body together */

static bool continues(char c)
{
    return (c & 0xC0) == 0x80;
}

/* Quotation marks, dashes and spaces of print: U+2000 to U+203F. */
static bool is_printers_mark(const char *text)
{
    return strncmp(text, "\xE2\x80", 2) == 0 && text[2] != '\0';
}

/* Letters of other alphabets stay as they are. */
const char *slug_of(struct arena *a, const char *name)
{
    struct buf out = buf_new(a);
    for (; *name != '\0' && (out.len < SLUG_BYTES || continues(*name)); name++) {
        bool mark = is_printers_mark(name);
        name += mark ? 2 : 0;
        char c = *name >= 'A' && *name <= 'Z' ? (char)(*name + 32) : *name;
        bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                      ((c & 0x80) != 0 && !mark);
        if (letter)
            buf_char(&out, c);
        else if (out.len > 0 && out.at[out.len - 1] != '-')
            buf_char(&out, '-');
    }
    if (out.len > 0 && out.at[out.len - 1] == '-')
        out.at[--out.len] = '\0';
    return out.at;
}

/* Of the same name, stage and language there is one copy. */
static void name_file(struct recipient_reading *r, struct recipient *one)
{
    one->slug = slug_of(r->a, recipient_called(one));
    for (int l = 0; l < LANG_COUNT; l++) {
        const char *key = arena_printf(r->a, "%d %d %s", one->stage, l, one->slug);
        if (one->in[l] && map_put(r->slugs, key, r) != NULL)
            diag(r->d, DIAG_CSV_ROW_TWICE, one->pos,
                 "\"%s\" gets this copy already; take one row out, or tell the two apart",
                 recipient_called(one));
    }
}

/* ---- rows ---- */

static size_t characters(const char *text)
{
    size_t count = 0;
    for (; *text != '\0'; text++)
        count += !continues(*text);
    return count;
}

/* What goes into the register, on pages and into names of files. */
static void check_text(struct recipient_reading *r, const struct cell *c)
{
    const char *wrong;
    if (gate_pass(r->a, c->text, GATE_LINE, &wrong) == NULL)
        diag(r->d, DIAG_FILE_CONTROL, c->pos, "%s", wrong);
}

/* The line over each page holds them in two lines at most. */
static void check_length(struct recipient_reading *r, const struct cell *name,
                         const struct cell *body)
{
    size_t both = characters(name->text) + characters(body->text);
    if (both > NAMES_MOST)
        diag(r->d, DIAG_VALUE_RANGE, name->pos,
             "name and body of %zu characters, which do not fit over a page; shorten "
             "them to %d",
             both, NAMES_MOST);
}

/* A spreadsheet saves rows that were cleared as ",,,,,". */
static bool is_cleared(const struct table *t, size_t row)
{
    for (size_t i = 0; i < t->columns; i++)
        if (table_cell(t, row, i)->text[0] != '\0')
            return false;
    return true;
}

static void read_recipient(struct recipient_reading *r, size_t row)
{
    const struct cell *name = cell_of(r, row, NAME), *body = cell_of(r, row, BODY);
    struct recipient one = {.name = name->text,
                            .body = body->text,
                            .role = cell_of(r, row, ROLE)->text,
                            .pos = name->pos};
    for (int i = NAME; i <= ROLE; i++)
        check_text(r, cell_of(r, row, i));
    check_length(r, name, body);
    read_stage(r, cell_of(r, row, STAGE), &one);
    read_language(r, cell_of(r, row, LANGUAGE), &one);
    read_embargo(r, cell_of(r, row, EMBARGO), &one);
    if (slug_of(r->a, name->text)[0] == '\0' && slug_of(r->a, body->text)[0] == '\0')
        diag(r->d, DIAG_KEY_MISSING, name->pos, "the name of who gets this copy");
    else
        name_file(r, &one);
    *array_push(r->a, &r->all) = one;
}

struct recipients recipients_read(struct arena *a, struct diags *d, const char *dir)
{
    struct recipient_reading r = {.a = a, .d = d, .slugs = map_new(a)};
    const struct file *f =
        file_read_windows(a, d, file_path(a, dir), CSV_BYTES, (struct pos){0});
    r.t = f != NULL ? csv_parse_edited(a, d, f) : NULL;
    if (r.t == NULL || !find_columns(&r))
        return (struct recipients){0};
    for (size_t row = 0; row < r.t->rows; row++)
        if (!is_cleared(r.t, row))
            read_recipient(&r, row);
    return (struct recipients){r.all.at, r.all.len};
}
