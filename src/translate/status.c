/* status.c -- how far the translation is, section by section: a table for people, JSON
 * for programs.  In: the units; out: text. */
#include "translate/unit.h"

#include "base/array.h"

#include <string.h>

struct counts {
    const char *section;
    size_t units[UNIT_STANDINGS], words; /* words still to be translated */
};

struct all_counts {
    ARRAY(struct counts) sections;
    struct counts total;
};

/* Runs of what is no blank. */
static size_t words_in(const char *s)
{
    size_t count = 0;
    for (bool before = true; *s != '\0'; s++) {
        bool blank = strchr(" \t\n", *s) != NULL;
        count += before && !blank;
        before = blank;
    }
    return count;
}

static bool is_open(const struct unit *u)
{
    return u->standing == UNIT_STALE || u->standing == UNIT_MISSING;
}

static void count_unit(struct arena *a, struct counts *c, const struct unit *u)
{
    c->units[u->standing]++;
    if (is_open(u))
        c->words += words_in(content_words(a, u->english));
}

/* Units of a section stand together. */
static struct all_counts count_all(struct arena *a, const struct translation *t)
{
    struct all_counts all = {.total = {.section = "all"}};
    struct counts *section = NULL;
    for (size_t i = 0; i < t->count; i++) {
        const struct unit *u = &t->units[i];
        if (section == NULL || strcmp(section->section, u->section) != 0) {
            section = array_push(a, &all.sections);
            section->section = u->section;
        }
        count_unit(a, section, u);
        count_unit(a, &all.total, u);
    }
    return all;
}

/* ---- for people ---- */

static void table_row(const struct counts *c, struct buf *out)
{
    buf_printf(out, "%-36s %7zu %7zu %7zu %7zu %7zu\n", c->section, c->units[UNIT_FINAL],
               c->units[UNIT_REVIEW], c->units[UNIT_STALE], c->units[UNIT_MISSING],
               c->words);
}

/* Stale ones by name: they are what an editor can settle without a translator. */
static void table_stale(struct arena *a, const struct translation *t, struct buf *out)
{
    for (size_t i = 0; i < t->count; i++)
        if (t->units[i].standing == UNIT_STALE)
            buf_printf(out, "stale %s: %s\n", t->units[i].uid,
                       unit_place(a, t, &t->units[i]));
}

static void write_table(struct arena *a, const struct translation *t,
                        const struct all_counts *all, struct buf *out)
{
    buf_printf(out, "%s\n%-36s %7s %7s %7s %7s %7s\n", t->in->name, "", "final", "review",
               "stale", "missing", "words");
    for (size_t i = 0; i < all->sections.len; i++)
        table_row(&all->sections.at[i], out);
    table_row(&all->total, out);
    table_stale(a, t, out);
}

/* ---- for programs ---- */

static void json_counts(const struct counts *c, struct buf *out)
{
    for (enum unit_standing s = 0; s < UNIT_STANDINGS; s++)
        buf_printf(out, "\"%s\": %zu, ", unit_standing_name(s), c->units[s]);
    buf_printf(out, "\"words\": %zu", c->words);
}

static void json_unit(struct arena *a, const struct translation *t, const struct unit *u,
                      struct buf *out)
{
    buf_json_field(out, "{", "uid", u->uid);
    buf_json_field(out, ", ", "standing", unit_standing_name(u->standing));
    buf_json_field(out, ", ", "place", unit_place(a, t, u));
    buf_char(out, '}');
}

static void write_json(struct arena *a, const struct translation *t,
                       const struct all_counts *all, struct buf *out)
{
    buf_json_field(out, "{", "report", t->in->name);
    buf_str(out, ", ");
    json_counts(&all->total, out);
    buf_str(out, ",\n \"sections\": [");
    for (size_t i = 0; i < all->sections.len; i++) {
        buf_json_field(out, i > 0 ? ",\n  {" : "\n  {", "section",
                       all->sections.at[i].section);
        buf_str(out, ", ");
        json_counts(&all->sections.at[i], out);
        buf_char(out, '}');
    }
    buf_str(out, "],\n \"units\": [");
    for (size_t i = 0; i < t->count; i++) {
        buf_str(out, i > 0 ? ",\n  " : "\n  ");
        json_unit(a, t, &t->units[i], out);
    }
    buf_str(out, "]}\n");
}

void translation_status(struct arena *a, const struct translation *t,
                        enum status_format format, struct buf *out)
{
    struct all_counts all = count_all(a, t);
    if (format == STATUS_JSON)
        write_json(a, t, &all, out);
    else
        write_table(a, t, &all, out);
}
