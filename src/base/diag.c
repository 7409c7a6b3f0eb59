/* diag.c -- keeps what was said, and which of it somebody has accepted. */
#include "base/bounds.h"
#include "base/said.h"
#include "base/utf8.h"

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

const char *diag_name(enum diag_id id)
{
    return table[id].name;
}
const char *diag_what(enum diag_id id)
{
    return table[id].what;
}
/* As editors meet it. */
static enum severity plain_severity(enum severity own)
{
    return own == SEVERITY_WAITS || own == SEVERITY_LEAVES ? SEVERITY_WARNING : own;
}

enum severity diag_severity(enum diag_id id)
{
    return plain_severity(table[id].severity);
}

bool diag_may_accept(enum diag_id id)
{
    bool locked = id == DIAG_FIGURE_CHANGED || id == DIAG_FIGURE_UNSIGNED ||
                  id == DIAG_FIGURE_GONE; /* figures.lock says who answers for them */
    return (diag_severity(id) == SEVERITY_WARNING && !locked) || diag_gathers(id);
}

bool diag_gathers(enum diag_id id)
{
    return id == DIAG_WORD_UNREVIEWED;
}

struct diags *diags_new(struct arena *a)
{
    struct diags *d = NEW(a, struct diags);
    d->a = a;
    d->language = "";
    return d;
}

void diags_language(struct diags *d, const char *language)
{
    d->language = language;
}

void diags_verbose(struct diags *d)
{
    d->all = true;
}

void diags_colour(struct diags *d)
{
    d->colour = true;
}

struct pos pos_of_path(struct arena *a, const char *path)
{
    struct file *f = NEW(a, struct file);
    f->path = path;
    return (struct pos){.file = f};
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

/* Column 28 is AB. */
static const char *cell_name(struct arena *a, struct pos p, int row)
{
    size_t at = p.at < p.file->len ? p.at : p.file->len;
    long column = 1;
    for (size_t i = at; i > 0 && p.file->text[i - 1] != '\n'; i--)
        column += p.file->text[i - 1] == '\t';
    const char *letters = "";
    for (; column > 0; column = (column - 1) / 26)
        letters = arena_printf(a, "%c%s", (char)('A' + (column - 1) % 26), letters);
    return arena_printf(a, "%s%d", letters, row);
}

const char *pos_name(struct arena *a, struct pos p)
{
    struct place place = pos_place(p);
    if (p.file != NULL && p.file->sheet != NULL)
        return cell_name(a, p, place.line);
    return arena_printf(a, "%d:%d", place.line, place.column);
}

/* A template is read again for each document. */
bool said_of_one_file(struct pos x, struct pos y)
{
    return x.file == y.file ||
           (x.file != NULL && y.file != NULL && strcmp(x.file->path, y.file->path) == 0);
}

static bool is_one_place(struct pos x, struct pos y)
{
    if (x.file == y.file || !said_of_one_file(x, y))
        return x.file == y.file && x.at == y.at;
    struct place one = pos_place(x), two = pos_place(y);
    return one.line == two.line && one.column == two.column;
}

static bool said_before(const struct diags *d, const struct said *new)
{
    for (size_t i = 0; i < d->said.len; i++) {
        const struct said *s = &d->said.at[i];
        if (s->id == new->id && strcmp(s->text, new->text) == 0 &&
            is_one_place(s->pos, new->pos))
            return true;
    }
    return false;
}

/* ---- accepting ---- */

bool said_gathers(const struct said *s)
{
    return s->accepted != NULL || diag_gathers(s->id);
}

/* What only those may meet for whom it is a warning. */
static bool is_refused(enum severity own, enum readers readers)
{
    return (own == SEVERITY_WAITS && readers == READ_BY_ALL) ||
           (own == SEVERITY_LEAVES && readers != READ_BY_EDITORS);
}

enum severity said_severity(const struct said *s)
{
    if (s->accepted != NULL)
        return SEVERITY_NOTE;
    return is_refused(s->own, s->readers) ? SEVERITY_ERROR : plain_severity(s->own);
}

/* Whether its words have that in quotation marks. */
static bool quotes(const char *text, const char *about)
{
    size_t len = strlen(about);
    for (const char *at = text; (at = strchr(at, '"')) != NULL; at++)
        if (strncmp(at + 1, about, len) == 0 && at[1 + len] == '"')
            return true;
    return false;
}

/* The acceptance that covers it; NULL when nobody has accepted it. */
static const struct accepted *accepted_of(const struct diags *d, const struct said *s)
{
    for (size_t i = 0; i < d->accepted.len; i++) {
        const struct acceptance *by = d->accepted.at[i].by;
        bool language = by->language[0] == '\0' || strcmp(by->language, s->language) == 0;
        bool about = by->about == NULL || quotes(s->text, by->about);
        if (by->id == s->id && language && about)
            return &d->accepted.at[i];
    }
    return NULL;
}

static void accept_said(struct diags *d, struct said *s)
{
    const struct accepted *by = accepted_of(d, s);
    if (by == NULL)
        return;
    s->accepted = by->by;
    d->accepted.at[by - d->accepted.at].times++;
}

void diags_accept(struct diags *d, const struct acceptance *all, size_t count)
{
    for (size_t i = 0; i < count; i++)
        *array_push(d->a, &d->accepted) = (struct accepted){&all[i], 0};
    for (size_t i = 0; i < d->said.len; i++) {
        struct said *s = &d->said.at[i];
        enum severity before = said_severity(s);
        if (before == SEVERITY_WARNING)
            accept_said(d, s);
        d->of[before]--;
        d->of[said_severity(s)]++;
    }
}

void diags_unused(struct diags *d)
{
    for (size_t i = 0; i < d->accepted.len; i++)
        if (d->accepted.at[i].times == 0)
            diag(d, DIAG_ACCEPTED_UNUSED, d->accepted.at[i].by->pos,
                 "%s%s%s is not said of this report; take it out",
                 diag_name(d->accepted.at[i].by->id),
                 d->accepted.at[i].by->language[0] != '\0' ? " in language " : "",
                 d->accepted.at[i].by->language);
}

/* ---- saying ---- */

/* What is wrong with the input comes first: mending it may mend the rest. */
static void count(struct diags *d, const struct said *s)
{
    enum severity severity = said_severity(s);
    d->of[severity]++;
    if (said_gathers(s))
        d->gathered++;
    else
        d->single[severity]++;
    if (severity == SEVERITY_ERROR && d->of[severity] == 1)
        d->errors_in = s->language;
    else if (severity == SEVERITY_ERROR && strcmp(d->errors_in, s->language) != 0)
        d->errors_in = "";
    d->waiting += severity == SEVERITY_ERROR && s->own != SEVERITY_ERROR;
    if (severity == SEVERITY_ERROR && (d->exit == 0 || table[s->id].exit == 1))
        d->exit = table[s->id].exit;
}

/* What was said so far is said of what they read too. */
void diags_publish(struct diags *d, enum readers readers)
{
    d->readers = readers;
    for (size_t i = 0; i < d->said.len; i++) {
        struct said *s = &d->said.at[i];
        if (!is_refused(s->own, readers))
            continue;
        d->of[said_severity(s)]--;
        d->gathered -= said_gathers(s);
        d->single[said_severity(s)] -= !said_gathers(s);
        s->readers = readers;
        count(d, s);
    }
}

/* Each severity has its own room, so that no error is lost behind warnings; what is
 * printed as one line has room of its own. */
static bool is_full(const struct diags *d, const struct said *s)
{
    if (said_gathers(s))
        return d->gathered >= GATHERED;
    return d->single[said_severity(s)] >= DIAGNOSTICS;
}

void diags_take_broken(struct diags *d, const struct diags *quiet)
{
    for (size_t i = 0; i < quiet->said.len; i++) {
        const struct said *s = &quiet->said.at[i];
        if (s->own == SEVERITY_ERROR)
            diag(d, s->id, s->pos, "%s", s->text);
    }
}

void diags_take(struct diags *d, const struct diags *from)
{
    for (size_t i = 0; i < from->said.len; i++) {
        const struct said *s = &from->said.at[i];
        (s->own == SEVERITY_WAITS ? diag_waits : diag)(d, s->id, s->pos, "%s", s->text);
    }
}

static void say(struct diags *d, struct said new, const char *format, va_list args)
{
    new.number = d->said.len;
    new.text = "";
    new.language = d->language;
    new.readers = d->readers;
    bool full = is_full(d, &new);
    if (!full || d->accepted.len > 0)
        new.text = arena_vprintf(d->a, format, args);
    accept_said(d, &new);
    full = is_full(d, &new);
    if (!full) {
        if (said_before(d, &new))
            return;
        *array_push(d->a, &d->said) = new;
    }
    d->unsaid += full;
    count(d, &new);
}

void diag(struct diags *d, enum diag_id id, struct pos where, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    say(d, (struct said){.id = id, .pos = where, .own = table[id].severity}, format,
        args);
    va_end(args);
}

void diag_waits(struct diags *d, enum diag_id id, struct pos where, const char *format,
                ...)
{
    va_list args;
    va_start(args, format);
    say(d, (struct said){.id = id, .pos = where, .own = SEVERITY_WAITS}, format, args);
    va_end(args);
}

size_t diags_errors(const struct diags *d)
{
    return d->of[SEVERITY_ERROR];
}

bool diags_error(const struct diags *d, size_t n, struct pos *where, const char **text)
{
    for (size_t i = 0; i < d->said.len; i++) {
        const struct said *s = &d->said.at[i];
        if (said_severity(s) != SEVERITY_ERROR || n-- > 0)
            continue;
        *where = s->pos;
        *text = s->text;
        return true;
    }
    return false;
}

const char *diags_errors_in(const struct diags *d)
{
    return d->of[SEVERITY_ERROR] > 0 ? d->errors_in : "";
}
size_t diags_broken(const struct diags *d)
{
    return d->of[SEVERITY_ERROR] - d->waiting;
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
