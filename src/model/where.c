/* where.c -- what stands behind `where` in a mark: which cases count.  Values of columns
 * may hold blanks and even "and", so a restriction is what lies between two "and"s, or
 * more of it where that alone means nothing. */
#include "model/mark.h"

#include <string.h>

/* Words [from, to) with a blank between. */
static const char *join(struct mark *m, size_t from, size_t to)
{
    struct buf b = buf_new(m->r.a);
    for (size_t i = from; i < to; i++)
        buf_printf(&b, "%s%s", i == from ? "" : " ", m->words[i].text);
    return b.at;
}

static struct pos span(const struct mark *m, size_t from, size_t to)
{
    struct pos p = m->words[from].pos;
    const struct pos *last = &m->words[to - 1].pos;
    if (last->file == p.file && last->at >= p.at)
        p.len = last->at + last->len - p.at;
    return p;
}

/* A mark's parse that says nothing, to try a meaning. */
static bool try_column(struct mark *m, const char *text, struct condition *out)
{
    struct reader silent = {.a = m->r.a, .d = diags_new(m->r.a)};
    return condition_read(&silent, DIAG_MARK_WHERE, &m->columns, text, m->pos, out);
}

/* NAME: sufficient there; NAME=CHOICE: answered so; NAME not because REASON. */
static bool try_answer(struct mark *m, const char *text, struct restriction *out)
{
    struct named n;
    if (!name_known(m, text, &n) || n.kind == FIGURE_REPLY)
        return false;
    if (n.kind == FIGURE_QUESTION && m->p->questions[n.question].kind != QUESTION_SCORED)
        return false;
    if (n.kind == FIGURE_CHOICE && n.choice < 0)
        return false;
    out->kind = n.kind == FIGURE_CHOICE   ? RESTRICT_CHOICE
                : n.kind == FIGURE_REASON ? RESTRICT_REASON
                                          : RESTRICT_ANSWER;
    out->question = n.question;
    out->choice = n.choice;
    return true;
}

static bool try_restriction(struct mark *m, const char *text, struct restriction *out)
{
    *out = (struct restriction){.question = -1, .choice = -1};
    if (strncmp(text, "not ", 4) == 0) {
        out->not = true;
        text += 4;
    }
    int part = programme_part(m->p, text);
    if (part >= 0) {
        out->kind = m->p->parts[part].phase ? RESTRICT_PHASE : RESTRICT_COLUMN;
        out->column = m->p->parts[part].where;
        out->phase = part;
        return true;
    }
    if (try_answer(m, text, out))
        return true;
    return strchr(text, '=') != NULL && try_column(m, text, &out->column);
}

/* ---- what to say when nothing fits ---- */

static const char *const *where_names(struct mark *m, size_t *count)
{
    ARRAY(const char *) names = {0};
    for (size_t i = 0; i < m->p->part_count; i++)
        *array_push(m->r.a, &names) = m->p->parts[i].name;
    for (size_t i = 0; i < m->columns.count; i++)
        *array_push(m->r.a, &names) =
            arena_printf(m->r.a, "%s=...", m->columns.at[i].name);
    for (size_t i = 0; i < m->p->question_count; i++)
        if (m->p->questions[i].kind == QUESTION_SCORED)
            *array_push(m->r.a, &names) = m->p->questions[i].name;
    *count = names.len;
    return names.at;
}

static void say_where(struct mark *m, const char *text, struct pos pos)
{
    if (strncmp(text, "not ", 4) == 0)
        text += 4;
    struct named n;
    size_t len = strcspn(text, "=!");
    const char *name = arena_strndup(m->r.a, text, len);
    if (text[len] != '\0' && !name_known(m, name, &n)) {
        if (m->in != NULL && m->in->columns_open)
            return; /* it may be one of them */
        struct condition unused;
        condition_read(&m->r, DIAG_MARK_WHERE, &m->columns, text, pos, &unused);
        return;
    }
    size_t count;
    const char *const *names = where_names(m, &count);
    const char *near = nearest_name(text, names, count);
    if (near != NULL)
        diag(m->r.d, DIAG_MARK_WHERE, pos, "\"%s\"; did you mean %s?", text, near);
    else
        diag(m->r.d, DIAG_MARK_WHERE, pos,
             "\"%s\"; write a part that the programme names, column=value, or a scored "
             "question",
             text);
}

/* ---- all ---- */

/* The end of the words up to the next "and" from `from` on. */
static size_t next_and(const struct mark *m, size_t from)
{
    while (from < m->count && strcmp(m->words[from].text, "and") != 0)
        from++;
    return from;
}

/* Reads one restriction, from m->at on, and the "and" behind it. */
static bool read_restriction(struct mark *m, struct restriction *out)
{
    size_t first = next_and(m, m->at);
    for (size_t end = first;; end = next_and(m, end + 1)) {
        if (end > m->at && try_restriction(m, join(m, m->at, end), out)) {
            m->at = end < m->count ? end + 1 : end;
            return true;
        }
        if (end >= m->count)
            break;
    }
    size_t to = first > m->at ? first : m->at + 1;
    say_where(m, join(m, m->at, to), span(m, m->at, to));
    return false;
}

/* Which figures count cases of the sample, so that a part of it makes sense. */
static bool can_restrict(const struct figure_ask *ask)
{
    return ask->kind == FIGURE_QUESTION || ask->kind == FIGURE_CHOICE ||
           ask->kind == FIGURE_CASES || ask->kind == FIGURE_SCORE ||
           ask->kind == FIGURE_REASON;
}

bool where_parse(struct mark *m)
{
    const struct mark_word *where = mark_next(m);
    if (where == NULL)
        return true;
    if (!can_restrict(m->ask)) {
        diag(m->r.d, DIAG_MARK_WHERE, where->pos, "\"%s\" is not counted in cases",
             m->ask->name);
        return false;
    }
    if (mark_done(m) || strcmp(m->words[m->count - 1].text, "and") == 0) {
        diag(m->r.d, DIAG_MARK_SYNTAX, m->words[m->count - 1].pos,
             "\"%s\" needs a part of the sample behind it", m->words[m->count - 1].text);
        return false;
    }
    ARRAY(struct restriction) all = {0};
    m->ask->part = join(m, m->at, m->count);
    while (!mark_done(m)) {
        struct restriction one;
        if (!read_restriction(m, &one))
            return false;
        *array_push(m->r.a, &all) = one;
    }
    m->ask->where = all.at;
    m->ask->where_count = all.len;
    return true;
}
