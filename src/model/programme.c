/* programme.c -- a programme's folder to a typed programme.  Comes in: its name; goes
 * out: all that its files and those of its house say.  Does not know any inspection. */
#include "model/programme.h"

#include "base/file.h"
#include "base/map.h"
#include "model/ask.h"
#include "model/bare_rules.h"
#include "model/base.h"
#include "model/field.h"
#include "model/reviewed.h"
#include "model/same.h"
#include "model/terms.h"

#include <string.h>

const struct level_name level_names[] = {
    [LEVEL_CRITERION] = {"criterion", "criteria"},
    [LEVEL_SECTION] = {"section", "sections"},
    [LEVEL_HEADLINE] = {"headline", "headlines"},
    [LEVEL_DOMAIN] = {"domain", "domains"},
    [LEVEL_OVERALL] = {"overall", "overall"},
};
_Static_assert(LEN(level_names) == LEVEL_COUNT, "each level has its names");

/* ---- the folders ---- */

const char *const *programme_list(struct arena *a, struct diags *d, const char *templates,
                                  size_t *count)
{
    size_t all;
    const char *const *folders = folder_names(a, d, templates, &all);
    const char **names = NEW_ARRAY(a, const char *, all + 1);
    *count = 0;
    for (size_t i = 0; i < all; i++)
        if (folder_exists(arena_printf(a, "%s/%s", templates, folders[i])) &&
            file_exists(arena_printf(a, "%s/%s/programme.yaml", templates, folders[i])))
            names[(*count)++] = folders[i];
    return names;
}

static void keep_folders(struct arena *a, const struct chain *c,
                         const struct folder **out, size_t *count)
{
    struct folder *all = NEW_ARRAY(a, struct folder, c->dirs.len + 1);
    for (size_t i = 0; i < c->dirs.len; i++)
        all[i] = (struct folder){c->names.at[i], c->dirs.at[i]};
    *out = all;
    *count = c->dirs.len;
}

/* ---- house and wording ---- */

/* All maps of style.yaml: kinds, one of them, its lengths, a group of those. */
enum { STYLE_DEPTH = 4, LARGE_DEPTH = STYLE_DEPTH + 1 };

static void read_house(struct reader *r, const char *templates, const struct node *root,
                       struct programme *p)
{
    const struct node *house = node_get(root, "house");
    if (house == NULL || house->kind != NODE_TEXT)
        return;
    p->house = house->text;
    bool worded = base_folder(r->a, templates, p->house, "words.yaml") != NULL;
    struct chain c = base_chain(r, templates, p->house, "style.yaml",
                                worded ? "words.yaml" : "style.yaml", LARGE_DEPTH);
    if (c.dirs.len == 0) {
        diag(r->d, DIAG_FILE_MISSING, house->pos,
             "\"%s\"; a house style is a folder under %s with a style.yaml", p->house,
             templates);
        return;
    }
    p->house_dir = c.dirs.at[c.dirs.len - 1];
    p->style = c.root;
    keep_folders(r->a, &c, &p->houses, &p->house_count);
}

const struct node *programme_large(struct arena *a, struct diags *d,
                                   const struct programme *p, bool marked)
{
    const struct node *large = node_get(p->style, "large-print");
    if (large == NULL || large->kind != NODE_MAP) {
        diag(
            d, DIAG_STYLE_WRONG, p->style->pos,
            "this house has no large print; add `large-print:`, with what differs in it");
        return NULL;
    }
    const struct node *more = marked ? node_get(large, "marked") : NULL;
    const struct node *const all[] = {more, large, p->style};
    size_t skip = more != NULL && more->kind == NODE_MAP ? 0 : 1;
    return base_lay(&(struct reader){.a = a, .d = d}, all + skip, LEN(all) - skip,
                    STYLE_DEPTH);
}

static void read_words_files(struct reader *r, struct programme *p)
{
    static const struct node nothing = {.kind = NODE_MAP};
    p->words = words_parse(r->a, r->d, &nothing, NULL);
    for (size_t i = 0; i < p->house_count + p->folder_count; i++) {
        const struct node *root = base_yaml(r, programme_folder(p, i)->dir, "words.yaml");
        if (root != NULL)
            p->words = words_parse(r->a, r->d, root, p->words);
    }
}

/* The marks of all wordings are checked with those of the other texts. */
static void keep_wordings(struct reader *r, const struct words *w)
{
    size_t count;
    const struct word *const *all = words_all(w, &count);
    for (size_t i = 0; i < count; i++)
        for (enum lang l = LANG_EN; l < LANG_COUNT; l++)
            for (enum plural p = PLURAL_ZERO; p < PLURAL_COUNT; p++)
                *array_push(r->a, &r->blocks) = all[i]->forms[l][p].blocks;
}

/* ---- documents ---- */

/* The field that a document is made from; NULL when it is always made. */
static const char *document_needs(struct reader *r, const struct node *n,
                                  const struct programme *p)
{
    if (node_get(n, "needs") == NULL)
        return NULL;
    const char *needs = read_word(r, n, "needs");
    const char **names = NEW_ARRAY(r->a, const char *, p->field_count + 1);
    for (size_t i = 0; i < p->field_count; i++) {
        names[i] = p->fields[i].name;
        if (needs != NULL && strcmp(names[i], needs) == 0)
            return needs;
    }
    if (needs != NULL)
        diag(r->d, DIAG_VALUE_UNKNOWN, node_get(n, "needs")->pos,
             "\"%s\"; it is a field of this programme%s", needs,
             name_hint(r->a, needs, names, p->field_count));
    return NULL;
}

static bool document_is_provisional(struct reader *r, const struct node *n)
{
    static const char *const stages[] = {"provisional"};
    const char *stage = node_get(n, "stage") != NULL ? read_word(r, n, "stage") : NULL;
    return stage != NULL && choose(r, DIAG_VALUE_UNKNOWN, node_get(n, "stage")->pos,
                                   stage, stages, LEN(stages)) == 0;
}

/* Its own, or those of all documents. */
static void formats_read(struct reader *r, const struct node *n, const struct node *root,
                         struct document_kind *document)
{
    const struct node *all = node_get(root, "release");
    if (node_get(n, "release") == NULL && all == NULL)
        return;
    const struct node *of = node_get(n, "release") != NULL ? n : root;
    document->formats = read_words(r, of, "release", &document->format_count);
    document->formats_at = node_get(of, "release")->pos;
}

static void documents_read(struct reader *r, const struct node *root, struct programme *p)
{
    const struct node *list = read_list(r, root, "documents");
    struct document_kind *all = NEW_ARRAY(r->a, struct document_kind, list->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct node *n = list->items[i];
        if (!expect_keys(r, n, "name! template! needs stage release"))
            continue;
        const char *name = read_word(r, n, "name"), *file = read_word(r, n, "template");
        if (name == NULL || file == NULL)
            continue;
        const char *path =
            file_inside(r->a, r->d, p->dir, file, node_get(n, "template")->pos);
        if (path != NULL && !file_exists(path))
            path = programme_import(r->a, p, p->name, file);
        struct document_kind *document = &all[count++];
        *document = (struct document_kind){.provisional = document_is_provisional(r, n),
                                           .name = name,
                                           .template = path,
                                           .needs = document_needs(r, n, p),
                                           .pos = n->pos};
        formats_read(r, n, root, document);
    }
    p->documents = all;
    p->document_count = count;
}

/* ---- all ---- */

static void read_root(struct reader *r, const char *templates, const struct node *root,
                      struct programme *p)
{
    expect_keys(
        r, root,
        "name! house! title! reviewed small-number rank-from comment-days "
        "plan-days release bare-figures pictures "
        "fields characteristics "
        "parts headlines domains overall "
        "sections questions questionnaires indicators charts answers judgements judged "
        "terms "
        "documents!");
    const char *name = read_word(r, root, "name");
    if (name != NULL && strcmp(name, p->name) != 0)
        diag(r->d, DIAG_VALUE_UNKNOWN, node_get(root, "name")->pos,
             "\"%s\"; a programme has the name of its folder, %s", name, p->name);
    p->title = read_text(r, root, "title");
    p->reviewed[LANG_EN] = true;
    read_reviewed(r, root, p->reviewed);
    p->reviewed[LANG_CY] = texts_read(r->a, root, p->reviewed[LANG_CY]);
    p->small_number = read_int(r, root, "small-number", 0, 1000, 0);
    p->rank_from = read_int(r, root, "rank-from", 0, 1000, 0);
    p->comment_days = read_int(r, root, "comment-days", 1, 100, 0);
    p->plan_days = read_int(r, root, "plan-days", 1, 400, 0);
    characteristics_read(r, root, p);
    parts_read(r, root, p);
    questions_read(r, root, p);
    questionnaires_read(r, root, p);
    expected_indicators_read(r, root, p);
    series_charts_read(r, root, p);
    bands_read(r, root, p);
    judged_read(r, node_get(root, "judged"), p);
    question_names_check(r, p);
    read_house(r, templates, root, p);
    fields_read(r, fields_laid(r, p, node_get(root, "fields")), p);
    bare_fields_read(r, root, p);
    documents_read(r, root, p);
    pictures_read(r, root, p);
    same_of_programme(r, root, p);
}

static void say_programme_unknown(struct reader *r, const char *templates,
                                  const char *name, struct pos from)
{
    size_t count;
    const char *const *names = programme_list(r->a, r->d, templates, &count);
    diag(r->d, DIAG_PROGRAMME_UNKNOWN, from, "\"%s\" in %s%s", name, templates,
         name_hint(r->a, name, names, count));
}

const struct programme *programme_load(struct arena *a, struct diags *d,
                                       const char *templates, const char *name,
                                       struct pos from)
{
    struct reader r = {.a = a, .d = d};
    struct programme *p = NEW(a, struct programme);
    p->name = name;
    struct chain c =
        base_chain(&r, templates, name, "programme.yaml", "programme.yaml", LAY_ALL);
    if (c.dirs.len == 0) {
        say_programme_unknown(&r, templates, name, from);
        return NULL;
    }
    p->dir = c.dirs.at[c.dirs.len - 1];
    keep_folders(a, &c, &p->folders, &p->folder_count);
    const struct node *root = c.root;
    if (root == NULL || !expect_kind(&r, root, NODE_MAP, "a map of keys and values"))
        return NULL;
    read_root(&r, templates, root, p);
    read_words_files(&r, p);
    terms_read(&r, root, p);
    bare_rules_read(&r, p);
    register_read(&r, p);
    keep_wordings(&r, p->words);
    check_marks(&r, p, NULL);
    return p;
}

/* ---- looking up ---- */

const struct folder *programme_folder(const struct programme *p, size_t i)
{
    return i < p->house_count ? &p->houses[i] : &p->folders[i - p->house_count];
}

/* A file of the last folder of that name, or of the nearest one that it builds on. */
static const char *file_below(struct arena *a, const struct folder *all, size_t count,
                              const char *folder, const char *file)
{
    while (count > 0 && strcmp(all[count - 1].name, folder) != 0)
        count--;
    for (size_t i = count; i > 0; i--) {
        const char *path = path_join(a, all[i - 1].dir, file);
        if (file_exists(path))
            return path;
    }
    return count > 0 ? path_join(a, all[count - 1].dir, file) : NULL;
}

const char *programme_import(struct arena *a, const struct programme *p,
                             const char *folder, const char *file)
{
    if (strcmp(folder, "house") == 0 && p->house != NULL)
        folder = p->house;
    const char *path = file_below(a, p->houses, p->house_count, folder, file);
    return path != NULL ? path : file_below(a, p->folders, p->folder_count, folder, file);
}

#define FIND(list, count, member)                                                        \
    for (size_t i = 0; i < (count); i++)                                                 \
        if (strcmp((list)[i].member, name) == 0)                                         \
            return (int)i;                                                               \
    return -1

int programme_question(const struct programme *p, const char *name)
{
    FIND(p->questions, p->question_count, name);
}
int programme_aspect(const struct programme *p, enum level level, const char *name)
{
    FIND(p->aspects[level], p->aspect_count[level], id);
}
int programme_indicator(const struct programme *p, const char *name)
{
    FIND(p->indicators, p->indicator_count, name);
}
int programme_part(const struct programme *p, const char *name)
{
    FIND(p->parts, p->part_count, name);
}
int programme_band(const struct programme *p, const char *name)
{
    FIND(p->bands, p->band_count, id);
}

const char *question_column(struct arena *a, const struct programme *p,
                            const struct question *q, const char *name, size_t n)
{
    size_t times = question_times(q);
    bool phases = q->part_count > 1;
    return name == NULL || (!phases && n < times)
               ? name
               : arena_printf(a, "%s%s%s%s", name, phases ? " " : "",
                              phases ? p->parts[q->parts[n % times]].name : "",
                              n >= times ? " because" : "");
}

bool programme_item(const struct programme *p, const char *id, struct scored *out)
{
    for (enum level l = 0; l < LEVEL_COUNT; l++) {
        *out = (struct scored){l, programme_aspect(p, l, id)};
        if (out->index >= 0)
            return true;
    }
    for (size_t i = 0; i < p->question_count; i++) {
        const struct question *q = &p->questions[i];
        *out = (struct scored){LEVEL_QUESTION, (int)i};
        if (q->kind == QUESTION_SCORED &&
            (strcmp(q->name, id) == 0 || (q->code != NULL && strcmp(q->code, id) == 0)))
            return true;
    }
    return false;
}

const char *item_id(const struct programme *p, struct scored of)
{
    if (of.level != LEVEL_QUESTION)
        return p->aspects[of.level][of.index].id;
    const struct question *q = &p->questions[of.index];
    return q->code != NULL ? q->code : q->name;
}

bool question_counts(const struct programme *p, const struct question *q,
                     enum level level, int index)
{
    if (q->kind != QUESTION_SCORED)
        return false;
    int section = p->aspects[LEVEL_CRITERION][q->criterion].section;
    switch (level) {
    case LEVEL_CRITERION: return q->criterion == index;
    case LEVEL_SECTION: return section == index;
    case LEVEL_HEADLINE: return (q->headlines >> index & 1u) != 0;
    case LEVEL_DOMAIN: return p->aspects[LEVEL_SECTION][section].domain == index;
    case LEVEL_OVERALL: return true;
    case LEVEL_COUNT: break;
    }
    bug("score of %d", (int)level);
}

bool aspect_is_scored(const struct programme *p, enum level level, size_t index)
{
    for (size_t i = 0; i < p->aspect_count[LEVEL_CRITERION]; i++)
        if (p->aspects[LEVEL_CRITERION][i].section == (int)index)
            return true;
    return level != LEVEL_SECTION;
}
