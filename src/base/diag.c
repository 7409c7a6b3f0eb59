/* diag.c -- keeps what was said, sorts it and prints it. */
#include "base/diag.h"

#include "base/array.h"
#include "base/bounds.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

static const struct {
    const char *name, *what;
    enum severity severity;
    int exit;
} table[] = {
#define X(id, severity, exit, what) {#id, what, SEVERITY_##severity, exit},
    DIAGS(X)
#undef X
};

struct said {
    enum diag_id id;
    struct pos pos;
    const char *text;
    size_t order; /* of its file, when sorted; then its own */
    size_t number;
};

struct diags {
    struct arena *a;
    ARRAY(struct said) said;
    size_t of[SEVERITY_COUNT]; /* said or only counted */
    size_t unsaid;
    int exit; /* of the worst error, 0 while there is none */
};

const char *diag_name(enum diag_id id)
{
    return table[id].name;
}
const char *diag_what(enum diag_id id)
{
    return table[id].what;
}
enum severity diag_severity(enum diag_id id)
{
    return table[id].severity;
}

struct diags *diags_new(struct arena *a)
{
    struct diags *d = NEW(a, struct diags);
    d->a = a;
    return d;
}

struct place pos_place(struct pos p)
{
    struct place place = {1, 1};
    if (p.file == NULL || p.file->text == NULL)
        return place;
    size_t at = p.at < p.file->len ? p.at : p.file->len;
    const char *line = p.file->text, *here = line + at, *end; /* of the line */
    while ((end = memchr(line, '\n', (size_t)(here - line))) != NULL) {
        place.line++;
        line = end + 1;
    }
    place.column += (int)utf8_count(line, (size_t)(here - line));
    return place;
}

static bool said_before(const struct diags *d, const struct said *new)
{
    for (size_t i = 0; i < d->said.len; i++) {
        const struct said *s = &d->said.at[i];
        if (s->id == new->id && s->pos.file == new->pos.file &&
            s->pos.at == new->pos.at &&strcmp(s->text, new->text) == 0)
            return true;
    }
    return false;
}

/* What is wrong with the input comes first: mending it may mend the rest. */
static void count(struct diags *d, enum diag_id id)
{
    d->of[table[id].severity]++;
    if (table[id].severity == SEVERITY_ERROR && (d->exit == 0 || table[id].exit == 1))
        d->exit = table[id].exit;
}

/* Each severity has its own room, so that no error is lost behind warnings. */
void diag(struct diags *d, enum diag_id id, struct pos where, const char *format, ...)
{
    bool full = d->of[table[id].severity] >= DIAGNOSTICS;
    struct said new = {.id = id, .pos = where, .number = d->said.len, .text = ""};
    if (!full) {
        va_list args;
        va_start(args, format);
        new.text = arena_vprintf(d->a, format, args);
        va_end(args);
        if (said_before(d, &new))
            return;
        *array_push(d->a, &d->said) = new;
    }
    d->unsaid += full;
    count(d, id);
}

size_t diags_errors(const struct diags *d)
{
    return d->of[SEVERITY_ERROR];
}
size_t diags_warnings(const struct diags *d)
{
    return d->of[SEVERITY_WARNING];
}

int diags_exit(const struct diags *d, bool strict)
{
    if (d->exit != 0)
        return d->exit;
    return strict && d->of[SEVERITY_WARNING] > 0 ? 3 : 0;
}

static int compare_said(const void *x, const void *y)
{
    const struct said *s = x, *t = y;
    if (s->order != t->order)
        return s->order < t->order ? -1 : 1;
    if (s->pos.at != t->pos.at)
        return s->pos.at < t->pos.at ? -1 : 1;
    return s->number < t->number ? -1 : s->number > t->number;
}

/* Files keep the order in which they were first named. */
static void sort_said(struct said *said, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        said[i].order = i;
        for (size_t j = 0; j < i; j++)
            if (said[j].pos.file == said[i].pos.file) {
                said[i].order = said[j].order;
                break;
            }
    }
    qsort(said, count, sizeof *said, compare_said);
}

static const char *severity_name(enum severity s)
{
    switch (s) {
    case SEVERITY_NOTE: return "note";
    case SEVERITY_WARNING: return "warning";
    case SEVERITY_ERROR: return "error";
    case SEVERITY_COUNT: break;
    }
    bug("severity %d", (int)s);
}

/* The line it stands in, cut to a readable length, and a mark under the place. */
static void print_excerpt(struct pos p, int line_number, struct buf *out)
{
    enum { SHOWN = 100, BEFORE = 60 };
    const char *text = p.file->text;
    size_t at = p.at < p.file->len ? p.at : p.file->len;
    size_t start = at, end = at;
    while (start > 0 && text[start - 1] != '\n' && at - start < BEFORE)
        start--;
    while (((unsigned char)text[start] & 0xC0) == 0x80)
        start++;
    while (end < p.file->len && text[end] != '\n' && end - start < SHOWN)
        end++;
    while (end < p.file->len && ((unsigned char)text[end] & 0xC0) == 0x80)
        end++;
    bool cut = start > 0 && text[start - 1] != '\n';
    buf_printf(out, "%5d | %s", line_number, cut ? "..." : "");
    for (size_t i = start; i < end; i++)
        buf_char(out, text[i] == '\t' ? ' ' : text[i]);
    buf_printf(out, "\n      | %*s",
               (int)utf8_count(text + start, at - start) + (cut ? 3 : 0), "");
    size_t marked = p.at + p.len < end ? p.at + p.len : end;
    size_t width = marked > at ? utf8_count(text + at, marked - at) : 1;
    buf_char(out, '^');
    for (size_t i = 1; i < width; i++)
        buf_char(out, '~');
    buf_char(out, '\n');
}

static void print_human(const struct said *s, bool excerpt, struct buf *out)
{
    struct place place = pos_place(s->pos);
    if (s->pos.file == NULL)
        buf_str(out, "gwasg: ");
    else if (s->pos.file->text == NULL)
        buf_printf(out, "%s: ", s->pos.file->path);
    else
        buf_printf(out, "%s:%d:%d: ", s->pos.file->path, place.line, place.column);
    buf_printf(out, "%s: %s%s%s [%s]\n", severity_name(table[s->id].severity),
               table[s->id].what, s->text[0] != '\0' ? ": " : "", s->text,
               table[s->id].name);
    if (excerpt && s->pos.file != NULL && s->pos.file->text != NULL)
        print_excerpt(s->pos, place.line, out);
}

static void print_json(const struct said *s, struct buf *out)
{
    struct place place = pos_place(s->pos);
    buf_printf(out, "{\"severity\": \"%s\", \"id\": \"%s\", \"file\": ",
               severity_name(table[s->id].severity), table[s->id].name);
    if (s->pos.file == NULL)
        buf_str(out, "null");
    else
        buf_json(out, s->pos.file->path);
    if (s->pos.file != NULL && s->pos.file->text != NULL)
        buf_printf(out, ", \"line\": %d, \"column\": %d", place.line, place.column);
    buf_str(out, ", \"what\": ");
    buf_json(out, table[s->id].what);
    buf_str(out, ", \"message\": ");
    buf_json(out, s->text);
    buf_char(out, '}');
}

void diags_print(const struct diags *d, enum diag_format format, struct buf *out)
{
    size_t count = d->said.len;
    struct said *said = NEW_ARRAY(d->a, struct said, count);
    if (count > 0)
        memcpy(said, d->said.at, count * sizeof *said);
    sort_said(said, count);
    if (format == DIAG_JSON)
        buf_char(out, '[');
    for (size_t i = 0; i < count; i++) {
        if (format == DIAG_JSON) {
            buf_str(out, i > 0 ? ",\n " : "");
            print_json(&said[i], out);
        } else {
            print_human(&said[i], format == DIAG_HUMAN, out);
        }
    }
    if (format == DIAG_JSON)
        buf_str(out, "]\n");
    else if (d->unsaid > 0)
        buf_printf(out, "gwasg: %zu more not shown\n", d->unsaid);
}

/* Wrong, missing, extra and swapped letters between two names (optimal string alignment).
 */
static size_t distance(const char *x, const char *y)
{
    enum { LONGEST = 64 };
    size_t n = strlen(x), m = strlen(y);
    if (n >= LONGEST || m >= LONGEST)
        return LONGEST;
    size_t rows[3][LONGEST + 1];
    for (size_t j = 0; j <= m; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= n; i++) {
        size_t *now = rows[i % 3], *up = rows[(i + 2) % 3], *up2 = rows[(i + 1) % 3];
        now[0] = i;
        for (size_t j = 1; j <= m; j++) {
            size_t best = up[j - 1] + (x[i - 1] != y[j - 1]);
            if (up[j] + 1 < best)
                best = up[j] + 1;
            if (now[j - 1] + 1 < best)
                best = now[j - 1] + 1;
            if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1] &&
                up2[j - 2] + 1 < best)
                best = up2[j - 2] + 1;
            now[j] = best;
        }
    }
    return rows[n % 3][m];
}

const char *nearest_name(const char *typed, const char *const *names, size_t count)
{
    const char *nearest = NULL;
    size_t least = strlen(typed) / 3 + 1;
    for (size_t i = 0; i < count; i++) {
        size_t wrong = distance(typed, names[i]);
        if (wrong < least ||
            (wrong == least && nearest == NULL && wrong * 3 <= strlen(typed))) {
            least = wrong;
            nearest = names[i];
        }
    }
    return nearest;
}
