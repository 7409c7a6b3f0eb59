/* standing.c -- in: the comments and the drafts; out: how far they are, counted. */
#include "comments/standing.h"

#include "base/array.h"
#include "base/map.h"
#include "base/utf8.h"
#include "comments/import.h"

#include <stdlib.h>
#include <string.h>

static const char *const NAMES[COMMENT_STANDINGS] = {[COMMENT_OPEN] = "undecided",
                                                     [COMMENT_DECIDED] = "decided",
                                                     [COMMENT_CHANGED] = "changed",
                                                     [COMMENT_UNCHANGED] = "not changed"};

enum comment_standing comment_standing(struct arena *a, const struct round *r,
                                       const struct comment *c)
{
    const char *was, *now;
    if (c->decision == DECISION_OPEN)
        return COMMENT_OPEN;
    round_change(a, r, c, LANG_EN, &was, &now);
    if (c->decision == DECISION_NOT || was == NULL)
        return COMMENT_DECIDED;
    return now != NULL && strcmp(was, now) == 0 ? COMMENT_UNCHANGED : COMMENT_CHANGED;
}

/* ---- what they are counted by ---- */

/* What the programme calls a section of that number, else what its heading says. */
static const char *title_of(struct arena *a, const struct programme *p,
                            const struct mapped *section)
{
    for (enum level l = 0; l < LEVEL_COUNT; l++)
        for (size_t i = 0; i < p->aspect_count[l]; i++)
            if (strcmp(p->aspects[l][i].id, section->ref) == 0)
                return prose_plain(a, p->aspects[l][i].title.in[LANG_EN]);
    return section->text;
}

/* "1.1 Risk of harm to others": the section that the block stands in; "" where it has no
 * place there. */
static const char *section_in(struct arena *a, const struct programme *p,
                              const struct draft_map *m, const char *uid)
{
    static const char kind[] = "section";
    const struct mapped *at = m->uids != NULL ? map_find_uid(m, uid) : NULL;
    for (const struct mapped *s = at; s != NULL && s >= m->at; s--) {
        size_t len = strlen(s->path), n = sizeof kind - 1;
        if (len >= n && strcmp(s->path + len - n, kind) == 0)
            return arena_printf(a, "%s %s", s->ref, title_of(a, p, s));
    }
    return at != NULL ? at->ref : "";
}

/* In the report as it is, or else as it was sent. */
static const char *section_of(struct arena *a, const struct programme *p,
                              const struct round *r, const struct comment *c)
{
    const char *uid = c->cell[CELL_UID], *found = "";
    if (uid[0] == '\0')
        return SOURCE_UNPLACED;
    found = section_in(a, p, &r->now[LANG_EN], uid);
    for (int l = 0; found[0] == '\0' && l < LANG_COUNT; l++)
        if (c->draft >= 1 && c->draft <= r->count)
            found = section_in(a, p, &r->drafts[c->draft - 1].map[l], uid);
    return found[0] != '\0' ? found : SOURCE_GONE;
}

static const char *draft_of(struct arena *a, const struct programme *p,
                            const struct round *r, const struct comment *c)
{
    (void)p, (void)r;
    return c->draft > 0 ? arena_printf(a, "draft %d", c->draft) : "no draft";
}

static const char *author_of(struct arena *a, const struct programme *p,
                             const struct round *r, const struct comment *c)
{
    (void)p, (void)r;
    const char *author = text_one_line(a, c->cell[CELL_AUTHOR]);
    return author[0] != '\0' ? author : "nobody's name";
}

static const struct {
    const char *name, *plural;
    const char *(*of)(struct arena *a, const struct programme *p, const struct round *r,
                      const struct comment *c);
} GROUPINGS[] = {{"draft", "drafts", draft_of},
                 {"author", "authors", author_of},
                 {"section", "sections", section_of}};

/* ---- counting ---- */

struct tally {
    const char *name;
    size_t counts[COMMENT_STANDINGS], all;
};

struct tallies {
    ARRAY(struct tally) all;
};

static void count(struct tally *t, enum comment_standing standing)
{
    t->counts[standing]++;
    t->all++;
}

static struct tally *tally_named(struct arena *a, struct tallies *in, const char *name)
{
    for (size_t i = 0; i < in->all.len; i++)
        if (strcmp(in->all.at[i].name, name) == 0)
            return &in->all.at[i];
    struct tally *new = array_push(a, &in->all);
    *new = (struct tally){.name = name};
    return new;
}

static int compare_names(const void *x, const void *y)
{
    return strcmp(((const struct tally *)x)->name, ((const struct tally *)y)->name);
}

/* Drafts by their numbers, the others in the order in which they come. */
static struct tallies tally(struct arena *a, const struct programme *p,
                            const struct round *r, const struct comment_table *t,
                            size_t grouping)
{
    struct tallies out = {0};
    for (size_t i = 0; i < t->all.len; i++) {
        const struct comment *c = &t->all.at[i];
        count(tally_named(a, &out, GROUPINGS[grouping].of(a, p, r, c)),
              comment_standing(a, r, c));
    }
    if (GROUPINGS[grouping].of == draft_of && out.all.len > 0)
        qsort(out.all.at, out.all.len, sizeof *out.all.at, compare_names);
    return out;
}

static struct tally tally_all(struct arena *a, const struct round *r,
                              const struct comment_table *t)
{
    struct tally all = {.name = "all"};
    for (size_t i = 0; i < t->all.len; i++)
        count(&all, comment_standing(a, r, &t->all.at[i]));
    return all;
}

/* ---- for people ---- */

enum { LABEL = 44, WIDTH = 12 };

static void print_tally(const struct tally *t, struct buf *out)
{
    size_t len = strlen(t->name), cut = utf8_cut(t->name, len, LABEL - 1);
    const char *dots = cut < len ? "…" : "";
    int pad = LABEL - (int)utf8_count(t->name, cut) - (cut < len);
    buf_printf(out, "%.*s%s%*s%*zu", (int)cut, t->name, dots, pad, "", WIDTH, t->all);
    for (int s = 0; s < COMMENT_STANDINGS; s++)
        buf_printf(out, "%*zu", WIDTH, t->counts[s]);
    buf_char(out, '\n');
}

static void write_table(struct arena *a, const struct programme *p, const struct round *r,
                        const struct comment_table *t, struct buf *out)
{
    const struct tally all = tally_all(a, r, t);
    buf_printf(out, "%-*s%*s", LABEL, r->name, WIDTH, "comments");
    for (int s = 0; s < COMMENT_STANDINGS; s++)
        buf_printf(out, "%*s", WIDTH, NAMES[s]);
    buf_char(out, '\n');
    for (size_t g = 0; g < LEN(GROUPINGS); g++) {
        const struct tallies by = tally(a, p, r, t, g);
        buf_printf(out, "by %s\n", GROUPINGS[g].name);
        for (size_t i = 0; i < by.all.len; i++)
            print_tally(&by.all.at[i], out);
    }
    print_tally(&all, out);
}

/* ---- for programs ---- */

static void put_counts(const struct tally *t, struct buf *out)
{
    buf_json_field(out, "{", "name", t->name);
    buf_printf(out, ", \"comments\": %zu", t->all);
    for (int s = 0; s < COMMENT_STANDINGS; s++)
        buf_printf(out, ", \"%s\": %zu", NAMES[s], t->counts[s]);
    buf_char(out, '}');
}

static void put_comment(struct arena *a, const struct programme *p, const struct round *r,
                        const struct comment *c, struct buf *out)
{
    buf_json_field(out, "{", "id", c->cell[CELL_ID]);
    buf_json_field(out, ", ", "reference", c->cell[CELL_REFERENCE]);
    for (size_t g = 0; g < LEN(GROUPINGS); g++)
        buf_json_field(out, ", ", GROUPINGS[g].name, GROUPINGS[g].of(a, p, r, c));
    buf_json_field(out, ", ", "decision", text_one_line(a, c->cell[CELL_DECISION]));
    buf_json_field(out, ", ", "standing", NAMES[comment_standing(a, r, c)]);
    buf_char(out, '}');
}

static void write_json(struct arena *a, const struct programme *p, const struct round *r,
                       const struct comment_table *t, struct buf *out)
{
    const struct tally all = tally_all(a, r, t);
    buf_str(out, "{\"all\": ");
    put_counts(&all, out);
    for (size_t g = 0; g < LEN(GROUPINGS); g++) {
        const struct tallies by = tally(a, p, r, t, g);
        buf_printf(out, ",\n \"%s\": [", GROUPINGS[g].plural);
        for (size_t i = 0; i < by.all.len; i++) {
            buf_str(out, i > 0 ? ",\n  " : "\n  ");
            put_counts(&by.all.at[i], out);
        }
        buf_char(out, ']');
    }
    buf_str(out, ",\n \"comments\": [");
    for (size_t i = 0; i < t->all.len; i++) {
        buf_str(out, i > 0 ? ",\n  " : "\n  ");
        put_comment(a, p, r, &t->all.at[i], out);
    }
    buf_str(out, "]}\n");
}

void comments_status(struct arena *a, const struct programme *p, const struct round *r,
                     const struct comment_table *t, bool json, struct buf *out)
{
    (json ? write_json : write_table)(a, p, r, t, out);
}
