/* edits.c -- an author works on a report for two hundred edits, exports after each and
 * has it translated now and then.  Words change, paragraphs come, go, come back and
 * change places; whatever still says what was translated keeps its Welsh, and what was
 * changed has its own old Welsh beside it, never another's. */
#include "base/array.h"
#include "base/file.h"
#include "translate/translate.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LISTS = 3, WORDS = 12, MOST = 60, EDITS = 200 };

/* A paragraph, known by a number of its own all through. */
struct paragraph {
    int key, list;
    int words[WORDS];
    bool translated, changed; /* since it was translated */
};

struct author {
    struct paragraph all[MOST];
    int count, keys;
    unsigned seed;
    struct paragraph cut; /* the last one taken out; key 0: none */
};

static int roll(struct author *w, int sides)
{
    w->seed = w->seed * 1664525u + 1013904223u;
    return (int)((w->seed >> 8) % (unsigned)sides);
}

/* ---- the inspection as it is now ---- */

static const char *text_of(struct arena *a, const struct paragraph *p)
{
    struct buf out = buf_new(a);
    for (int i = 0; i < WORDS; i++)
        buf_printf(&out, "%s%c%c%c", i > 0 ? " " : "", 'a' + p->words[i] % 26,
                   "aeiou"[p->words[i] % 5], 'a' + p->words[i] / 26);
    return out.at;
}

static struct value line_value(struct arena *a, const struct paragraph *p,
                               const char *path, const struct file *f)
{
    static const struct field line = {.kind = FIELD_LINE};
    struct node *node = NEW(a, struct node);
    node->pos = (struct pos){f, (size_t)p->key, 1};
    struct inline_node *words = NEW(a, struct inline_node);
    *words = (struct inline_node){
        .kind = INLINE_TEXT, .text = text_of(a, p), .pos = node->pos};
    return (struct value){.field = &line, .node = node, .path = path, .line = words};
}

/* A list of lines; its items stand in the order of `w`. */
static struct value list_value(struct arena *a, const struct author *w, int list,
                               const struct file *f)
{
    static const struct field lines = {.kind = FIELD_LIST};
    static const char *const names[LISTS] = {"first", "second", "third"};
    struct value *items = NEW_ARRAY(a, struct value, MOST);
    struct value v = {.field = &lines, .path = names[list], .name = names[list]};
    for (int i = 0; i < w->count; i++)
        if (w->all[i].list == list) {
            items[v.count] = line_value(a, &w->all[i], names[list], f);
            ((struct node *)(uintptr_t)items[v.count].node)->pos.at = v.count;
            v.count++;
        }
    struct node *node = NEW(a, struct node);
    node->pos = (struct pos){f, (size_t)list, 1};
    v.node = node;
    v.items = items;
    return v;
}

static struct inspection *inspection_of(struct arena *a, const struct author *w)
{
    static const struct field record = {.kind = FIELD_RECORD};
    struct inspection *in = NEW(a, struct inspection);
    struct file *f = NEW(a, struct file);
    *f = (struct file){"./inspection.yaml", "", 0, NULL};
    struct value *lists = NEW_ARRAY(a, struct value, LISTS);
    for (int i = 0; i < LISTS; i++)
        lists[i] = list_value(a, w, i, f);
    struct value *root = NEW(a, struct value);
    *root = (struct value){.field = &record,
                           .items = lists,
                           .count = LISTS,
                           .path = "",
                           .node = lists[0].node};
    *in = (struct inspection){.dir = ".", .name = "edits", .file = f, .root = root};
    return in;
}

/* ---- edits ---- */

static void write_new(struct author *w, int at)
{
    if (w->count == MOST)
        return;
    memmove(&w->all[at + 1], &w->all[at], (size_t)(w->count - at) * sizeof *w->all);
    w->all[at] = (struct paragraph){.key = ++w->keys, .list = roll(w, LISTS)};
    for (int i = 0; i < WORDS; i++)
        w->all[at].words[i] = roll(w, 600);
    w->count++;
}

static void take_out(struct author *w, int at)
{
    w->cut = w->all[at];
    w->count--;
    memmove(&w->all[at], &w->all[at + 1], (size_t)(w->count - at) * sizeof *w->all);
}

static void put_back(struct author *w, int at)
{
    if (w->cut.key == 0 || w->count == MOST)
        return;
    memmove(&w->all[at + 1], &w->all[at], (size_t)(w->count - at) * sizeof *w->all);
    w->all[at] = w->cut;
    w->cut.key = 0;
    w->count++;
}

static void change_word(struct author *w, int at)
{
    struct paragraph *p = &w->all[at];
    if (p->changed)
        return; /* a word since it was translated; more is another paragraph one day */
    p->words[roll(w, WORDS)] = 600 + roll(w, 70);
    p->changed = p->translated;
}

static void edit(struct author *w)
{
    int at = roll(w, w->count);
    struct paragraph moved = w->all[at];
    int kind = roll(w, 8);
    switch (kind) {
    case 0:
    case 1: change_word(w, at); break;
    case 2: write_new(w, at); break;
    case 3:
        if (w->count > 20)
            take_out(w, at);
        break;
    case 4: put_back(w, at); break;
    case 5:
    case 6: /* within its list */
    case 7: /* or into any */
        if (kind == 7)
            moved.list = roll(w, LISTS);
        take_out(w, at);
        w->cut.key = 0;
        at = roll(w, w->count + 1);
        memmove(&w->all[at + 1], &w->all[at], (size_t)(w->count - at) * sizeof *w->all);
        w->all[at] = moved;
        w->count++;
        break;
    }
}

/* ---- what is held of it ---- */

static const char *welsh_of(struct arena *a, int key)
{
    return arena_printf(a, "cymraeg %c%c%c", 'a' + key % 26, 'a' + key / 26 % 26,
                        'a' + key / 676);
}

static const struct unit *unit_of(struct arena *a, const struct translation *t,
                                  const struct paragraph *p)
{
    const char *text = text_of(a, p);
    for (size_t i = 0; i < t->count; i++)
        if (strcmp(content_typed(a, t->units[i].english), text) == 0)
            return &t->units[i];
    fail_msg("no unit says %s", text);
    return NULL;
}

static void check_one(struct arena *a, const struct translation *t,
                      const struct paragraph *p, int step)
{
    const struct unit *u = unit_of(a, t, p);
    enum unit_standing want = !p->translated ? UNIT_MISSING
                              : p->changed   ? UNIT_STALE
                                             : UNIT_FINAL;
    const char *welsh = content_words(a, u->welsh);
    if (want == UNIT_MISSING)
        return; /* it may have been given the Welsh of one that was taken out, as stale */
    if (u->standing != want || strcmp(welsh, welsh_of(a, p->key)) != 0)
        fail_msg("edit %d, paragraph %d: %s with \"%s\", not %s with \"%s\"", step,
                 p->key, unit_standing_name(u->standing), welsh, unit_standing_name(want),
                 welsh_of(a, p->key));
}

static void translate_all(struct arena *a, struct author *w, struct translation *t)
{
    for (int i = 0; i < w->count; i++) {
        struct unit *u = (struct unit *)(uintptr_t)unit_of(a, t, &w->all[i]);
        struct code *words = NEW(a, struct code);
        *words = (struct code){.kind = CODE_TEXT, .text = welsh_of(a, w->all[i].key)};
        u->welsh = (struct content){words, 1, {0}};
        u->base = u->english;
        u->state = XLIFF_FINAL;
        u->standing = UNIT_FINAL;
        w->all[i].translated = true;
        w->all[i].changed = false;
    }
}

static void export_now(struct arena *a, struct diags *d, const struct translation *t)
{
    struct buf out = buf_new(a);
    xliff_write(translation_xliff(a, t, true), &out);
    assert_true(file_replace(a, d, "cy.xlf", out.at, out.len));
}

static void work_a_day(struct author *w, int step)
{
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    if (step > 0)
        edit(w);
    struct translation *t = translation_load(a, d, inspection_of(a, w), NULL);
    assert_int_equal(t->count, w->count);
    for (int i = 0; i < w->count; i++)
        check_one(a, t, &w->all[i], step);
    if (step % 10 == 0)
        translate_all(a, w, t);
    export_now(a, d, t);
    assert_int_equal(diags_errors(d), 0);
    arena_free(a);
}

static void test_edits(void **state)
{
    (void)state;
    struct author *w = calloc(1, sizeof *w);
    w->seed = 1588;
    while (w->count < 40)
        write_new(w, w->count);
    for (int step = 0; step <= EDITS; step++)
        work_a_day(w, step);
    free(w);
    unlink("cy.xlf");
}

int main(void)
{
    char folder[] = "/tmp/edits-XXXXXX";
    if (mkdtemp(folder) == NULL || chdir(folder) != 0)
        return 1;
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_edits)};
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    return rmdir(folder) != 0 || failed;
}
