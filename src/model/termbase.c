/* termbase.c -- termbase.csv to terms, and texts held against them.  In: plain words in
 * both languages; out: what is said of them.  Does not know where the words come from. */
#include "model/termbase.h"

#include "base/bounds.h"
#include "base/file.h"
#include "base/map.h"
#include "base/word.h"
#include "model/mutation.h"
#include "model/read.h"
#include "model/table.h"

#include <string.h>

/* A text or a term as its words, in small letters. */
struct phrase {
    const char *typed;
    const char *const *words;
    size_t count;
};

struct phrases {
    ARRAY(struct phrase) all;
};

struct base_term {
    struct phrases english, welsh, forbidden; /* of the Welsh the first is the chosen */
    bool expect;
};

struct termbase {
    struct arena *a;
    ARRAY(struct base_term) terms;
    struct map *by_english; /* 1 + index */
};

/* ---- words ---- */

/* In small letters, those of Welsh included (Â to Þ in Latin-1, Ŵ, Ŷ). */
static const char *small(struct arena *a, const char *s, size_t len)
{
    char *word = arena_strndup(a, s, len);
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)word[i],
                      next = i + 1 < len ? (unsigned char)word[i + 1] : 0;
        if (c >= 'A' && c <= 'Z')
            word[i] = (char)(c + 32);
        else if (c == 0xC3 && next >= 0x80 && next <= 0x9E)
            word[i + 1] = (char)(next + 32);
        else if (c == 0xC5 && (next == 0xB4 || next == 0xB6))
            word[i + 1] = (char)(next + 1);
    }
    return word;
}

static struct phrase phrase_of(struct arena *a, const char *text)
{
    ARRAY(const char *) words = {0};
    const char *s = text;
    for (s += word_gap(s); *s != '\0'; s += word_gap(s)) {
        size_t len = word_len(s);
        *array_push(a, &words) = small(a, s, len);
        s += len;
    }
    return (struct phrase){text, words.at, words.len};
}

static bool plural_of(const char *word, const char *seen)
{
    size_t len = strlen(word);
    return strncmp(word, seen, len) == 0 &&
           (seen[len] == '\0' || strcmp(seen + len, "s") == 0);
}

/* Where `part` stands in `text` from word `at` on, or -1. */
static long find(const struct phrase *text, const struct phrase *part, size_t at,
                 bool (*same)(const char *word, const char *seen))
{
    for (; part->count > 0 && at + part->count <= text->count; at++) {
        size_t same_words = 0;
        while (same_words < part->count &&
               same(part->words[same_words], text->words[at + same_words]))
            same_words++;
        if (same_words == part->count)
            return (long)at;
    }
    return -1;
}

static const struct phrase *find_any(const struct phrase *text, const struct phrases *of,
                                     bool (*same)(const char *word, const char *seen))
{
    for (size_t i = 0; i < of->all.len; i++)
        if (find(text, &of->all.at[i], 0, same) >= 0)
            return &of->all.at[i];
    return NULL;
}

/* ---- termbase.csv: english,welsh,forbidden,expect,status,source ---- */

enum { ENGLISH, WELSH, FORBIDDEN, EXPECT, STATUS, SOURCE, COLUMNS };

/* Forms with bars between. */
static struct phrases phrases_of(struct arena *a, const char *cell)
{
    struct phrases all = {0};
    while (*cell != '\0') {
        size_t len = strcspn(cell, "|");
        const char *from = cell + strspn(cell, " ");
        const char *end = cell + len;
        while (end > from && end[-1] == ' ')
            end--;
        if (end > from)
            *array_push(a, &all.all) =
                phrase_of(a, arena_strndup(a, from, (size_t)(end - from)));
        cell += len + (cell[len] == '|');
    }
    return all;
}

/* A later row for the same English takes the place of the one before. */
static void keep_term(struct termbase *t, const char *english, struct base_term term)
{
    size_t *number = map_get(t->by_english, english);
    if (number != NULL) {
        t->terms.at[*number - 1] = term;
        return;
    }
    *array_push(t->a, &t->terms) = term;
    number = NEW(t->a, size_t);
    *number = t->terms.len;
    map_put(t->by_english, english, number);
}

static void read_row(struct reader *r, struct termbase *t, const struct cell *const *c)
{
    static const char *const switches[] = {"yes", "no"};
    static const char *const standings[] = {"attested", "own"};
    int expect = choose(r, DIAG_VALUE_UNKNOWN, c[EXPECT]->pos, c[EXPECT]->text, switches,
                        LEN(switches));
    choose(r, DIAG_VALUE_UNKNOWN, c[STATUS]->pos, c[STATUS]->text, standings,
           LEN(standings));
    struct base_term term = {phrases_of(r->a, c[ENGLISH]->text),
                             phrases_of(r->a, c[WELSH]->text),
                             phrases_of(r->a, c[FORBIDDEN]->text), expect == 0};
    if (term.english.all.len == 0 || term.welsh.all.len == 0) {
        diag(r->d, DIAG_KEY_MISSING, c[ENGLISH]->pos,
             "a term needs its English and the Welsh that was chosen for it");
        return;
    }
    keep_term(t, term.english.all.at[0].typed, term);
}

static void read_file(struct reader *r, struct termbase *t, const char *path)
{
    static const char *const names[COLUMNS] = {"english", "welsh",  "forbidden",
                                               "expect",  "status", "source"};
    const struct file *f = file_read(r->a, r->d, path, CSV_BYTES, (struct pos){0});
    const struct table *table = f == NULL ? NULL : csv_parse_edited(r->a, r->d, f);
    int columns[COLUMNS];
    if (table == NULL || !table_columns(r, table, names, COLUMNS, 0, columns))
        return;
    struct map *seen = map_new(r->a);
    for (size_t row = 0; row < table->rows; row++) {
        const struct cell *cells[COLUMNS];
        for (int i = 0; i < COLUMNS; i++)
            cells[i] = table_cell(table, row, (size_t)columns[i]);
        if (name_once(r, seen, cells[ENGLISH]->text, cells[ENGLISH]->pos))
            read_row(r, t, cells);
    }
}

const struct termbase *termbase_read(struct arena *a, struct diags *d,
                                     const struct programme *p)
{
    struct reader r = {.a = a, .d = d};
    struct termbase *t = NEW(a, struct termbase);
    t->a = a;
    t->by_english = map_new(a);
    for (size_t i = 0; i < p->house_count + p->folder_count; i++) {
        const char *path = path_join(a, programme_folder(p, i)->dir, "termbase.csv");
        if (file_exists(path))
            read_file(&r, t, path);
    }
    return t;
}

size_t termbase_count(const struct termbase *t)
{
    return t->terms.len;
}

/* ---- a text ---- */

/* Whether words [from, to) are all within `part`, where that stands. */
static bool is_within(const struct phrase *text, const struct phrase *part, size_t from,
                      size_t to)
{
    for (long at = 0; (at = find(text, part, (size_t)at, mutation_of)) >= 0; at++)
        if ((size_t)at <= from && (size_t)at + part->count >= to)
            return true;
    return false;
}

/* What some term's chosen form says is not forbidden: "maes i'w wella", though it looks
 * like "maes i'w gwella" mutated, and a name that has the word in it. */
static bool is_chosen(const struct termbase *t, const struct phrase *text, size_t from,
                      size_t to)
{
    for (size_t i = 0; i < t->terms.len; i++) {
        const struct phrases *welsh = &t->terms.at[i].welsh;
        for (size_t k = 0; k < welsh->all.len; k++)
            if (is_within(text, &welsh->all.at[k], from, to))
                return true;
    }
    return false;
}

static const struct phrase *find_forbidden(const struct termbase *t,
                                           const struct phrase *text,
                                           const struct phrases *forbidden)
{
    for (size_t i = 0; i < forbidden->all.len; i++) {
        const struct phrase *part = &forbidden->all.at[i];
        for (long at = 0; (at = find(text, part, (size_t)at, mutation_of)) >= 0; at++)
            if (!is_chosen(t, text, (size_t)at, (size_t)at + part->count))
                return part;
    }
    return NULL;
}

bool termbase_check(struct arena *a, struct diags *d, const struct termbase *t,
                    const char *what, struct pos pos, const char *english,
                    const char *welsh)
{
    struct phrase en = phrase_of(a, english), cy = phrase_of(a, welsh);
    const char *in = what != NULL ? what : "", *gap = what != NULL ? ": " : "";
    bool good = true;
    for (size_t i = 0; i < t->terms.len; i++) {
        const struct base_term *term = &t->terms.at[i];
        const struct phrase *found = find_any(&en, &term->english, plural_of);
        if (found == NULL)
            continue;
        const struct phrase *bad = find_forbidden(t, &cy, &term->forbidden);
        const char *chosen = term->welsh.all.at[0].typed;
        if (bad != NULL)
            diag(d, DIAG_TERM_FORBIDDEN, pos,
                 "%s%s\"%s\" for \"%s\"; this house says \"%s\"", in, gap, bad->typed,
                 found->typed, chosen);
        else if (term->expect && find_any(&cy, &term->welsh, mutation_of) == NULL)
            diag(d, DIAG_TERM_MISSING, pos,
                 "%s%s\"%s\" is in the English, and no \"%s\" in "
                 "the Welsh",
                 in, gap, found->typed, chosen);
        good = good && bad == NULL;
    }
    return good;
}
