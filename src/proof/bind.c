/* bind.c -- numbers become marks in the files that they were typed in.  In: what could be
 * written for each; out: what is, what is not and why, and the files.  Does not know
 * whether the report is the same afterwards; whoever writes them builds it and looks. */
#include "proof/bind.h"

#include "base/edit.h"

#include <stdlib.h>
#include <string.h>

/* A mark without doubt shares so many words with its question, and so many more than the
 * next. */
enum { POINTS_LEAST = 50, POINTS_AHEAD = 20, VAGUE_AHEAD = 30 };

/* ---- where ---- */

static bool is_typed(const struct bare *b)
{
    const struct file *f = b->text.file;
    return f != NULL && b->text.len > 2 && memcmp(f->text + b->text.at, "((", 2) == 0;
}

static bool is_gap(char c)
{
    return c == ' ' || c == '\n';
}

/* How far `text` goes on like `words`, a blank of theirs being any white space; 0: not
 * to their end. */
static size_t goes_on(const char *text, const char *words, size_t len)
{
    const char *at = text;
    for (size_t i = 0; i < len; i++) {
        if (words[i] != ' ' && *at++ != words[i])
            return 0;
        if (words[i] != ' ')
            continue;
        if (!is_gap(*at))
            return 0;
        while (is_gap(*at))
            at++;
    }
    return (size_t)(at - text);
}

/* The same backwards from byte `end` of the file. */
static bool stands_before(const char *text, size_t *end, const char *words, size_t len)
{
    while (len > 0) {
        len--;
        if (*end == 0 ||
            (words[len] == ' ' ? !is_gap(text[*end - 1]) : words[len] != text[*end - 1]))
            return false;
        --*end;
        while (words[len] == ' ' && *end > 0 && is_gap(text[*end - 1]))
            --*end;
    }
    return true;
}

/* Of a typed figure that is nothing but the number at `pos` the whole of it. */
static bool whole_typed(const struct bare *b, struct pos *pos)
{
    static const char typed[] = "((typed";
    const char *text = pos->file->text, *from = text + b->text.at + strlen(typed);
    const char *behind = text + pos->at + pos->len;
    from += strspn(from, " \n");
    behind += strspn(behind, " \n");
    bool whole = from == text + pos->at && (*behind == '|' || *behind == ')');
    *pos = b->text;
    return whole;
}

/* The place of what the mark replaces. */
static bool find_words(const struct bare *b, const struct suggested *m, struct pos *out)
{
    if (b->pos.file == NULL || b->pos.file->text == NULL || b->pos.file->sheet != NULL ||
        b->in == NULL)
        return false;
    const char *text = b->pos.file->text, *words = b->in->words;
    size_t at = b->pos.at, len = goes_on(text + at, words + b->from, m->to - b->from);
    if (len == 0 || !stands_before(text, &at, words + m->from, b->from - m->from))
        return false;
    *out = (struct pos){b->pos.file, at, b->pos.at + len - at};
    return !is_typed(b) || whole_typed(b, out);
}

/* ---- how it is written there ---- */

/* The text of the tree that byte `at` of its file is in, or NULL. */
static const struct node *node_around(const struct node *n, size_t at)
{
    const struct node *found = NULL;
    switch (n->kind) {
    case NODE_TEXT: return n->pos.at <= at && at < n->pos.at + n->pos.len ? n : NULL;
    case NODE_LIST:
        for (size_t i = 0; i < n->count && found == NULL; i++)
            found = node_around(n->items[i], at);
        return found;
    case NODE_MAP:
        for (size_t i = 0; i < n->count && found == NULL; i++)
            found = node_around(n->entries[i].value, at);
        return found;
    }
    bug("a node of kind %d", (int)n->kind);
}

/* What closes the text and must not stand in it as it is: a quotation mark, or 0. */
static char quote_around(const struct node *root, size_t at)
{
    const struct node *n = root != NULL ? node_around(root, at) : NULL;
    return n != NULL && n->style == TEXT_QUOTED ? n->pos.file->text[n->pos.at] : '\0';
}

static const char *escaped(struct arena *a, const char *mark, char quote)
{
    struct buf out = buf_new(a);
    for (; *mark != '\0'; mark++) {
        if (quote == '"' && (*mark == '"' || *mark == '\\'))
            buf_char(&out, '\\');
        else if (quote == '\'' && *mark == quote)
            buf_char(&out, quote);
        buf_char(&out, *mark);
    }
    return out.at;
}

/* ---- what is without doubt ---- */

/* Whether the number beside it, of the same sentence, is first taken for the same. */
static bool is_asked_beside(const struct suggestions *s, size_t at)
{
    const struct number_marks *n = &s->all.at[at];
    for (size_t i = at > 0 ? at - 1 : 0; i < s->all.len && i <= at + 1; i++) {
        const struct number_marks *beside = &s->all.at[i];
        if (i != at && beside->count > 0 && beside->number->in == n->number->in &&
            !beside->best[0].base && strcmp(beside->best[0].asks, n->best[0].asks) == 0)
            return true;
    }
    return false;
}

static const char *doubt_of(const struct suggestions *s, size_t at)
{
    const struct number_marks *n = &s->all.at[at];
    const struct suggested *first = &n->best[0], *second = &n->best[1];
    if (n->count == 0)
        return "no mark prints it";
    if (is_typed(n->number))
        return "it has a source";
    if (!first->same)
        return "the likeliest mark prints other words";
    if (first->unnamed)
        return "nothing in the text names the part of the likeliest mark";
    if (first->elsewhere)
        return "the question of the likeliest mark is of another criterion";
    if (first->base && !is_asked_beside(s, at))
        return "nothing tells of what it is the base";
    if (first->points < POINTS_LEAST)
        return "the sentence has too few words of the likeliest question";
    int ahead = first->vague ? VAGUE_AHEAD : POINTS_AHEAD;
    if (n->count > 1 && second->points + ahead > first->points)
        return "another mark is nearly as likely";
    return NULL;
}

static const char *reason_named(const struct number_marks *n, size_t which)
{
    if (which == 0 || which > n->count)
        return "there is no such mark";
    return n->best[which - 1].same ? NULL : "the mark prints other words";
}

struct binding_all {
    struct arena *a;
    const struct node *root; /* of inspection.yaml */
    const struct file *file;
    struct bindings *out;
    const struct bare_text *in; /* of the mark that was written last, */
    size_t to;                  /* and its end */
};

static void bind(struct binding_all *all, const struct number_marks *n, size_t which,
                 const char *why)
{
    struct binding b = {.number = n, .why = why};
    if (n->number->in == all->in && n->number->from < all->to)
        b.why = "the mark before prints it";
    const struct suggested *m = b.why == NULL ? &n->best[which - 1] : NULL;
    if (m != NULL && !find_words(n->number, m, &b.pos)) {
        b.why = "it is not found in its file as it is printed";
        m = NULL;
    }
    b.mark = m;
    *array_push(all->a, &all->out->all) = b;
    if (m == NULL)
        return;
    struct binding *kept = &all->out->all.at[all->out->all.len - 1];
    kept->text =
        escaped(all->a, m->mark,
                b.pos.file == all->file ? quote_around(all->root, b.pos.at) : '\0');
    all->in = n->number->in;
    all->to = m->to;
}

/* ---- which one the user names ---- */

struct named_number named_number_parse(struct arena *a, const char *text)
{
    size_t colons = 0;
    for (const char *s = text; *s != '\0'; s++)
        colons += *s == ':';
    const char *last = strrchr(text, ':');
    if (colons < 3)
        return (struct named_number){text, 1};
    return (struct named_number){arena_strndup(a, text, (size_t)(last - text)),
                                 strtoul(last + 1, NULL, 10)};
}

static const char *place_name(struct arena *a, const struct bare *b)
{
    struct place p = pos_place(b->pos);
    return arena_printf(a, "%s:%d:%d", b->pos.file != NULL ? b->pos.file->path : "",
                        p.line, p.column);
}

/* The place as it was printed, or with the file's name alone. */
static bool is_at_place(struct arena *a, const struct bare *b, const char *named)
{
    const char *place = place_name(a, b);
    size_t len = strlen(place), own = strlen(named);
    return own <= len && strcmp(place + len - own, named) == 0 &&
           (own == len || place[len - own - 1] == '/');
}

bool figures_bind(struct arena *a, const struct inspection *in,
                  const struct suggestions *s, const struct named_number *named,
                  struct bindings *out)
{
    struct binding_all all = {.a = a, .file = in->file, .out = out};
    all.root = source_parse(a, diags_new(a), in->file);
    for (size_t i = 0; i < s->all.len; i++) {
        const struct number_marks *n = &s->all.at[i];
        if (named == NULL)
            bind(&all, n, 1, doubt_of(s, i));
        else if (is_at_place(a, n->number, named->place))
            bind(&all, n, named->which, reason_named(n, named->which));
    }
    return named == NULL || out->all.len > 0;
}

/* ---- files ---- */

bool bindings_files(struct arena *a, struct diags *d, const struct bindings *b,
                    struct file_writes *out)
{
    struct placed_edits all = {0};
    for (size_t i = 0; i < b->all.len; i++)
        if (b->all.at[i].mark != NULL)
            *array_push(a, &all.all) =
                (struct placed_edit){b->all.at[i].pos, b->all.at[i].text};
    return files_edit(a, d, &all, out);
}

/* ---- what is said of it ---- */

static void print_number(struct arena *a, const struct number_marks *n,
                         const struct binding *b, struct buf *out)
{
    const char *words = n->number->printed;
    if (b != NULL && b->mark != NULL)
        words = b->mark->prints;
    buf_printf(out, "%s: \"%s\"", place_name(a, n->number), words);
    if (b != NULL && b->mark != NULL)
        buf_printf(out, " is now %s", b->text);
    else if (b != NULL)
        buf_printf(out, " stays: %s", b->why);
    else if (n->count == 0)
        buf_str(out, ": no mark prints it");
    buf_char(out, '\n');
    for (size_t i = 0; i < n->count && (b == NULL || b->mark == NULL); i++)
        buf_printf(out, "    %s  %zu of %zu numbers, %d points: %s\n", n->best[i].mark,
                   n->best[i].agree, n->best[i].numbers, n->best[i].points,
                   n->best[i].question);
}

static void json_mark(const struct suggested *m, bool first, struct buf *out)
{
    buf_json_field(out, first ? "{" : ", {", "mark", m->mark);
    buf_json_field(out, ", ", "prints", m->prints);
    buf_printf(out, ", \"same\": %s, \"agree\": %zu, \"numbers\": %zu, \"points\": %d",
               m->same ? "true" : "false", m->agree, m->numbers, m->points);
    buf_json_field(out, ", ", "question", m->question);
    buf_char(out, '}');
}

static void json_marks(const struct number_marks *n, const struct binding *b, bool first,
                       struct buf *out)
{
    struct place place = pos_place(n->number->pos);
    const struct file *f = n->number->pos.file;
    buf_json_field(out, first ? "\n  {" : ",\n  {", "file", f != NULL ? f->path : "");
    buf_printf(out, ", \"line\": %d, \"column\": %d", place.line, place.column);
    buf_json_field(out, ", ", "printed", n->number->printed);
    if (b != NULL) {
        buf_json_field(out, ", ", "written", b->mark != NULL ? b->text : NULL);
        buf_json_field(out, ", ", "stays", b->why);
    }
    buf_str(out, ", \"marks\": [");
    for (size_t i = 0; i < n->count; i++)
        json_mark(&n->best[i], i == 0, out);
    buf_str(out, "]}");
}

void suggestions_write(const struct suggestions *s, const struct bindings *b, bool json,
                       struct buf *out)
{
    size_t count = b != NULL ? b->all.len : s->all.len;
    buf_str(out, json ? "[" : "");
    for (size_t i = 0; i < count; i++) {
        const struct binding *one = b != NULL ? &b->all.at[i] : NULL;
        const struct number_marks *n = one != NULL ? one->number : &s->all.at[i];
        if (json)
            json_marks(n, one, i == 0, out);
        else
            print_number(out->a, n, one, out);
    }
    buf_str(out, json ? "\n]\n" : "");
}
