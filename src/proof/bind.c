/* bind.c -- numbers become marks in the files that they were typed in.  In: what could be
 * written for each; out: what is, what is not and why, and the files.  Does not know
 * whether the report is the same afterwards; whoever writes them builds it and looks. */
#include "proof/bind.h"

#include "base/edit.h"

#include <stdlib.h>
#include <string.h>

/* A mark without doubt shares so many words with its question, and so many more than the
 * next. */
enum { WORDS_LEAST = 2, WORDS_AHEAD = 2 };

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

/* Where `words` end at byte `end` of the file, a blank of theirs being any white space;
 * false when others stand there. */
static bool stands_before(const struct file *f, size_t end, const char *words,
                          struct pos *out)
{
    size_t at = end, len = strlen(words);
    while (len > 0 && at > 0) {
        at--, len--;
        if (words[len] == ' ' ? !is_gap(f->text[at]) : words[len] != f->text[at])
            return false;
        while (words[len] == ' ' && at > 0 && is_gap(f->text[at - 1]))
            at--;
    }
    *out = (struct pos){f, at, end - at};
    return len == 0;
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
static bool find_words(struct arena *a, const struct bare *b, const struct suggested *m,
                       struct pos *out)
{
    if (b->pos.file == NULL || b->pos.file->text == NULL || b->pos.file->sheet != NULL)
        return false;
    const char *words = arena_strndup(a, b->in->words + m->from, b->to - m->from);
    bool there = stands_before(b->pos.file, b->pos.at + (b->to - b->from), words, out);
    return there && (!is_typed(b) || whole_typed(b, out));
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

static const char *doubt_of(const struct number_marks *n)
{
    const struct suggested *first = &n->best[0], *second = &n->best[1];
    if (n->count == 0)
        return "no mark prints it";
    if (is_typed(n->number))
        return "it has a source";
    if (!first->same)
        return "the likeliest mark prints other words";
    if (first->agree < first->numbers)
        return "the likeliest mark does not print the other numbers of the sentence";
    if (first->words < WORDS_LEAST)
        return "the sentence has too few words of the likeliest question";
    if (n->count > 1 && second->agree == first->agree &&
        second->words + WORDS_AHEAD > first->words)
        return "another mark is as likely";
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
};

static void bind(struct binding_all *all, const struct number_marks *n, size_t which,
                 const char *why)
{
    struct binding b = {.number = n, .why = why};
    const struct suggested *m = why == NULL ? &n->best[which - 1] : NULL;
    if (m != NULL && !find_words(all->a, n->number, m, &b.pos)) {
        b.why = "it is not found in its file as it is printed";
        m = NULL;
    }
    b.mark = m;
    if (m != NULL)
        b.text =
            escaped(all->a, m->mark,
                    b.pos.file == all->file ? quote_around(all->root, b.pos.at) : '\0');
    *array_push(all->a, &all->out->all) = b;
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
static bool is_named(struct arena *a, const struct bare *b, const char *named)
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
            bind(&all, n, 1, doubt_of(n));
        else if (is_named(a, n->number, named->place))
            bind(&all, n, named->which, reason_named(n, named->which));
    }
    return named == NULL || out->all.len > 0;
}

/* ---- files ---- */

static int compare_edits(const void *x, const void *y)
{
    const struct edit *one = x, *two = y;
    return one->at < two->at ? -1 : one->at > two->at;
}

static bool edit_file(struct arena *a, struct diags *d, const struct bindings *b,
                      const struct file *f, struct file_write *out)
{
    ARRAY(struct edit) edits = {0};
    for (size_t i = 0; i < b->all.len; i++)
        if (b->all.at[i].mark != NULL && b->all.at[i].pos.file == f)
            *array_push(a, &edits) = (struct edit){
                b->all.at[i].pos.at, b->all.at[i].pos.len, b->all.at[i].text};
    qsort(edits.at, edits.len, sizeof *edits.at, compare_edits);
    return file_edit(a, d, f, edits.at, edits.len, out);
}

static bool is_among(const struct file_writes *all, const struct file *f)
{
    for (size_t i = 0; i < all->all.len; i++)
        if (strcmp(all->all.at[i].path, f->path) == 0)
            return true;
    return false;
}

bool bindings_files(struct arena *a, struct diags *d, const struct bindings *b,
                    struct file_writes *out)
{
    bool good = true;
    for (size_t i = 0; i < b->all.len; i++) {
        const struct file *f = b->all.at[i].pos.file;
        if (b->all.at[i].mark == NULL || is_among(out, f))
            continue;
        struct file_write *one = array_push(a, &out->all);
        *one = (struct file_write){.path = f->path};
        good = edit_file(a, d, b, f, one) && good;
    }
    return good;
}

/* ---- what is said of it ---- */

static void print_number(struct arena *a, const struct number_marks *n,
                         const struct binding *b, struct buf *out)
{
    buf_printf(out, "%s: \"%s\"", place_name(a, n->number), n->number->printed);
    if (b != NULL && b->mark != NULL)
        buf_printf(out, " is now %s", b->text);
    else if (b != NULL)
        buf_printf(out, " stays: %s", b->why);
    else if (n->count == 0)
        buf_str(out, ": no mark prints it");
    buf_char(out, '\n');
    for (size_t i = 0; i < n->count && (b == NULL || b->mark == NULL); i++)
        buf_printf(out, "    %s  %zu of %zu numbers, %zu words: %s\n", n->best[i].mark,
                   n->best[i].agree, n->best[i].numbers, n->best[i].words,
                   n->best[i].question);
}

static void json_mark(const struct suggested *m, bool first, struct buf *out)
{
    buf_json_field(out, first ? "{" : ", {", "mark", m->mark);
    buf_json_field(out, ", ", "prints", m->prints);
    buf_printf(out, ", \"same\": %s, \"agree\": %zu, \"numbers\": %zu, \"words\": %zu",
               m->same ? "true" : "false", m->agree, m->numbers, m->words);
    buf_json_field(out, ", ", "question", m->question);
    buf_char(out, '}');
}

static void json_number(const struct number_marks *n, const struct binding *b, bool first,
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
            json_number(n, one, i == 0, out);
        else
            print_number(out->a, n, one, out);
    }
    buf_str(out, json ? "\n]\n" : "");
}
