/* corrected.c -- what was published once is published again only with a word on what is
 * corrected in it.  In: a report and its last release; out: what is wanting, said. */
#include "cli/release.h"

#include "base/bounds.h"
#include "base/sha256.h"
#include "sending/inputs.h"
#include "source/csv.h"
#include "source/node.h"

#include <string.h>

static struct pos corrections_pos(const struct inspection *in)
{
    const struct node *key = node_key(in->root->node, "corrections");
    return key != NULL ? key->pos : in->root->node->pos;
}

/* ---- since a release ---- */

static const struct released_file *kept_named(const struct manifest *m, const char *name)
{
    for (size_t i = 0; i < m->kept.all.len; i++)
        if (strcmp(m->kept.all.at[i].name, name) == 0)
            return &m->kept.all.at[i];
    return NULL;
}

static bool has_bytes(struct run *r, const struct file *f,
                      const struct released_file *kept)
{
    return f != NULL && f->len == kept->bytes &&
           strcmp(sha256_hex(r->a, f->text, f->len), kept->sha256) == 0;
}

static bool same_table(const struct table *x, const struct table *y)
{
    bool same = x != NULL && y != NULL && x->columns == y->columns && x->rows == y->rows;
    for (size_t i = 0; same && i < x->columns; i++)
        same = strcmp(x->head[i].text, y->head[i].text) == 0;
    for (size_t i = 0; same && i < x->columns * x->rows; i++)
        same = strcmp(x->cells[i].text, y->cells[i].text) == 0;
    return same;
}

/* A comment, a quotation mark, another separator of a table: what is read is the same. */
static bool reads_the_same(struct run *r, const struct file *x, const struct file *y)
{
    struct diags *quiet = diags_new(r->a);
    const bool yaml = strstr(x->path, ".yaml") != NULL;
    x = file_of_text(r->a, quiet, x->path, x->text, x->len);
    y = file_of_text(r->a, quiet, x->path, y->text, y->len);
    if (x == NULL || y == NULL)
        return false;
    if (!yaml)
        return same_table(csv_parse(r->a, quiet, x), csv_parse(r->a, quiet, y));
    const struct node *a = source_parse(r->a, quiet, x),
                      *b = source_parse(r->a, quiet, y);
    return a != NULL && b != NULL && node_same(a, b);
}

/* Whether the file says what the one that was kept in `dir` does; one that was not there
 * says nothing. */
static bool is_as_kept(struct run *r, const char *path, const char *dir,
                       const struct released_file *kept)
{
    const bool read = strstr(path, ".yaml") != NULL || strstr(path, ".csv") != NULL;
    const struct file *f = file_read_bytes(r->a, r->d, path, CSV_BYTES, (struct pos){0});
    if (f == NULL || kept == NULL || has_bytes(r, f, kept))
        return f != NULL && kept != NULL;
    const char *then = path_join(r->a, dir, kept->name);
    const struct file *was =
        read && file_exists(then)
            ? file_read_bytes(r->a, r->d, then, CSV_BYTES, (struct pos){0})
            : NULL;
    return was != NULL && has_bytes(r, was, kept) && reads_the_same(r, f, was);
}

/* The first of the report's own files that is another, below its folder; NULL: none.
 * Templates and fonts are the house's: what they change is not the author's to correct.
 */
static const char *first_changed(struct run *r, const struct inspection *in,
                                 const char *dir, const struct manifest *m)
{
    const char *own = arena_printf(r->a, INPUTS_REPORT "/%s/", m->report);
    const struct input_folders folders = {in->dir, r->templates, r->fonts};
    size_t count;
    const struct input_file *all = inputs_list(r->a, &folders, &count);
    for (size_t i = 0; i < count; i++) {
        if (strncmp(all[i].name, "report/", 7) != 0)
            continue;
        const char *name = all[i].name + 7;
        if (!is_as_kept(r, all[i].path, dir,
                        kept_named(m, arena_printf(r->a, "%s%s", own, name))))
            return name;
    }
    for (size_t i = 0; i < m->kept.all.len; i++) {
        const char *name = m->kept.all.at[i].name;
        if (strncmp(name, own, strlen(own)) == 0 &&
            !file_exists(path_join(r->a, in->dir, name + strlen(own))))
            return name + strlen(own);
    }
    return NULL;
}

static size_t corrections_of(const struct inspection *in)
{
    const struct value *list = inspection_value(in, "corrections");
    return list != NULL ? list->count : 0;
}

void run_released(struct run *r, const struct scores *s)
{
    const struct inspection *in = s->in;
    const size_t broken = diags_broken(r->d);
    const char *all = releases_of(r->a, r->report);
    const int last = released_last(r->a, r->d, all);
    const char *dir = released_dir(r->a, all, last);
    struct manifest m;
    if (last == 0 || diags_broken(r->d) > broken || !manifest_read(r->a, r->d, dir, &m) ||
        corrections_of(in) > m.corrections.all.len)
        return;
    const char *changed = first_changed(r, in, dir, &m);
    diags_language(r->d, ""); /* neither edition may come out alone */
    if (changed != NULL)
        diag(
            r->d, DIAG_RELEASE_CHANGED, corrections_pos(in),
            "%s is not as it was in release %d, of %s; say under `corrections:` on which "
            "day what is corrected, and why",
            changed, m.number, m.date);
}

/* ---- a release upon another ---- */

/* What was said once stays: readers of the release before have read it. */
static bool is_kept(const struct manifest *last, const struct manifest *now, size_t i)
{
    const struct correction *then = &last->corrections.all.at[i];
    if (i >= now->corrections.all.len)
        return false;
    const struct correction *is = &now->corrections.all.at[i];
    return strcmp(then->date, is->date) == 0 && strcmp(then->what, is->what) == 0 &&
           strcmp(then->why, is->why) == 0;
}

static const char *what_is_wanting(struct arena *a, const struct manifest *last,
                                   const struct manifest *now)
{
    const size_t before = last->corrections.all.len, count = now->corrections.all.len;
    for (size_t i = 0; i < before; i++)
        if (!is_kept(last, now, i))
            return arena_printf(a,
                                "correction %zu is not as release %d said it; put it "
                                "back: %s: %s %s",
                                i + 1, last->number, last->corrections.all.at[i].date,
                                last->corrections.all.at[i].what,
                                last->corrections.all.at[i].why);
    if (count == before)
        return arena_printf(a,
                            "what is published is not as in release %d, of %s; say "
                            "under `corrections:` on which day what is corrected, and "
                            "why",
                            last->number, last->date);
    const char *first = now->corrections.all.at[before].date;
    const char *newest = now->corrections.all.at[count - 1].date;
    if (strcmp(first, last->date) < 0)
        return arena_printf(a, "corrected on %s, which is before release %d, of %s",
                            first, last->number, last->date);
    if (strcmp(newest, now->date) > 0)
        return arena_printf(a,
                            "corrected on %s, and released on %s already: correct the "
                            "one that is wrong",
                            newest, now->date);
    return NULL;
}

bool release_is_corrected(struct run *r, const struct inspection *in,
                          const struct manifest *last, const struct manifest *now)
{
    const char *wanting = last->number > 0 ? what_is_wanting(r->a, last, now) : NULL;
    if (wanting != NULL)
        diag(r->d, DIAG_RELEASE_CHANGED, corrections_pos(in), "%s", wanting);
    return wanting == NULL;
}
