/* map_fit.c -- in: homes with what a manuscript gives them; out: the same, all of which
 * will be read as it stands.  What Markdown cannot say becomes plain words; what a field
 * has no room for has no place; a full stop that the report sets itself is left out. */
#include "manuscript/mapper.h"

#include "base/buf.h"
#include "base/file.h"

#include <string.h>

/* ---- whether it is read as it stands ---- */

static const struct node *node_of(struct arena *a, struct diags *d, const char *text)
{
    const struct file *f = file_of_text(a, d, "", text, strlen(text));
    return f != NULL ? node_of_file(a, f) : NULL;
}

/* As it will be read where it is one paragraph; NULL when it is not understood. */
static const char *read_line(struct arena *a, const char *markdown)
{
    struct diags *quiet = diags_new(a);
    struct text_runs runs = {0};
    const struct node *n = node_of(a, quiet, markdown);
    if (n != NULL)
        phrases_of(a, prose_parse_line(a, quiet, n), &runs);
    return n != NULL && diags_errors(quiet) == 0 ? phrases_markdown(a, &runs) : NULL;
}

/* The same of paragraphs and lists. */
static const char *read_lines(struct arena *a, const char *markdown)
{
    struct diags *quiet = diags_new(a);
    struct text_lines lines = {0};
    const struct node *n = node_of(a, quiet, markdown);
    if (n != NULL)
        lines_of(a, prose_parse(a, quiet, n), &lines);
    return n != NULL && diags_errors(quiet) == 0
               ? lines_markdown(a, lines.all.at, lines.all.len)
               : NULL;
}

static bool is_read_so(struct arena *a, const struct home *h, const char *markdown)
{
    const bool line = h->kind == HOME_LINE ||
                      (h->kind == HOME_ITEMS && home_kind_of(h->field->of) == HOME_LINE);
    const char *read = line ? read_line(a, markdown) : read_lines(a, markdown);
    return read != NULL && strcmp(read, markdown) == 0;
}

/* ---- plain words ---- */

/* Every sign stands for itself; NULL when even so it is read as something else. */
static const char *escaped_line(struct arena *a, const char *words)
{
    struct text_runs runs = {0};
    *array_push(a, &runs.all) = (struct text_run){.kind = PHRASE_WORDS, .text = words};
    const char *markdown = phrases_markdown(a, &runs), *read = read_line(a, markdown);
    return markdown[0] != '\0' && read != NULL && strcmp(read, markdown) == 0 ? markdown
                                                                              : NULL;
}

/* The lines that are the fault alone, then all of them, in a list and out of it. */
static bool make_plain(struct mapper *m, const struct home *h, struct text_piece *p)
{
    enum { FAULTY, ALL, OUT, WAYS };
    struct text_line *lines = p->lines.all.at;
    const size_t count = p->lines.all.len;
    for (int way = FAULTY; way < WAYS; way++) {
        for (size_t i = 0; i < count; i++) {
            const char *read = way == FAULTY ? read_line(m->a, lines[i].markdown) : NULL;
            const char *plain = escaped_line(m->a, lines[i].words);
            if (plain != NULL && (read == NULL || strcmp(read, lines[i].markdown) != 0)) {
                map_drop_queries(m->a, m->to, lines[i].markdown);
                lines[i].markdown = plain;
            }
            if (way == OUT) {
                lines[i].level = -1;
                lines[i].goes_on = false;
            }
        }
        p->markdown = lines_markdown(m->a, lines, count);
        if (is_read_so(m->a, h, p->markdown))
            return true;
    }
    return false;
}

static void fit_piece(struct mapper *m, struct home *h, size_t *at)
{
    struct text_piece *p = &h->passages.at[*at];
    if (is_read_so(m->a, h, p->markdown)) {
        ++*at;
    } else if (p->words[0] != '\0' && make_plain(m, h, p)) {
        m->to->plain++;
        ++*at;
    } else if (m->to->base != NULL) {
        ++*at; /* what was exported stands in its place: the merge knows which */
    } else {
        map_drop(m->a, m->to, h, *at,
                 "it cannot be written so that it reads the same; write it by hand");
    }
}

/* ---- room ---- */

static bool has_piece(const struct home *h, const char *markdown)
{
    for (size_t i = 0; h != NULL && i < h->passages.len; i++)
        if (strcmp(h->passages.at[i].markdown, markdown) == 0)
            return true;
    for (size_t i = 0; h != NULL && i < h->homes.len; i++)
        if (has_piece(h->homes.at[i], markdown))
            return true;
    return false;
}

/* What the report has, or an export had, is no matter of this manuscript. */
static bool is_known(const struct mapper *m, const char *markdown)
{
    return has_piece(m->now, markdown) || has_piece(m->to->base, markdown);
}

static size_t marks_in(const char *markdown)
{
    size_t marks = 0;
    for (const char *s = markdown; *s != '\0'; s++)
        marks += strncmp(s, "((", 2) == 0 || strncmp(s, "[^", 2) == 0;
    return marks;
}

/* One text takes so many bytes and marks; a line is one paragraph. */
static void fit_room(struct mapper *m, struct home *h)
{
    const bool one = h->kind == HOME_WORDS || h->kind == HOME_LINE;
    size_t bytes = 0, marks = 0;
    for (size_t i = 0; i < h->passages.len;) {
        const char *markdown = h->passages.at[i].markdown;
        if (h->kind == HOME_ITEMS)
            bytes = marks = 0;
        bytes += strlen(markdown) + strlen("\n\n");
        marks += marks_in(markdown);
        if (one && i > 0)
            map_drop(m->a, m->to, h, i, "the field has room for one paragraph");
        else if ((bytes > PROSE_BYTES || marks > PROSE_MARKS) && !is_known(m, markdown))
            map_drop(m->a, m->to, h, i,
                     "the text has more than 100,000 bytes or 1,000 marks so far, "
                     "which is all that one takes");
        else
            i++;
    }
}

/* ---- full stops ---- */

static const struct field *field_of_pieces(const struct home *h)
{
    return h->kind == HOME_ITEMS ? h->field->of : h->field;
}

/* Where a text ends, before notes that hang on its last word. */
static size_t end_of_words(const char *markdown)
{
    size_t end = strlen(markdown);
    while (end > 0 && markdown[end - 1] == ']') {
        size_t at = end - 1;
        while (at > 0 && strchr("[] ", markdown[at - 1]) == NULL)
            at--;
        if (at < 1 || markdown[at - 1] != '[' || markdown[at] != '^')
            break;
        end = at - 1;
    }
    return end;
}

static void drop_stop(struct mapper *m, const struct home *h, struct text_piece *p)
{
    const size_t end = end_of_words(p->markdown);
    if (end < 2 || p->markdown[end - 1] != '.' ||
        strchr(".\\ ", p->markdown[end - 2]) != NULL || is_known(m, p->markdown))
        return;
    const char *bare =
        arena_printf(m->a, "%.*s%s", (int)end - 1, p->markdown, p->markdown + end);
    if (!is_read_so(m->a, h, bare))
        return;
    p->markdown = bare;
    m->to->stops++;
}

/* ---- all ---- */

static void fit_home(struct mapper *m, struct home *h)
{
    const struct field *f = field_of_pieces(h);
    if (home_is_prose(h))
        for (size_t i = 0; i < h->passages.len;)
            fit_piece(m, h, &i);
    if (home_is_prose(h) && f != NULL && (f->without & 1u << SIGN_FULL_STOP) != 0)
        for (size_t i = 0; i < h->passages.len; i++)
            drop_stop(m, h, &h->passages.at[i]);
    if (h->kind <= HOME_ITEMS)
        fit_room(m, h);
    for (size_t i = 0; i < h->homes.len; i++)
        fit_home(m, h->homes.at[i]);
}

void map_fit(struct mapper *m)
{
    fit_home(m, m->to->given);
    map_drop_notes(m->a, m->to);
}
