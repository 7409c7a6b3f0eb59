/* inspection.c -- a report's folder to a typed inspection.  Comes in: its path; goes out:
 * what its files say, checked against its programme.  Does not know any score. */
#include "model/inspection.h"

#include "base/bounds.h"
#include "base/file.h"
#include "base/gate.h"
#include "model/evidence.h"
#include "model/made_up.h"
#include "model/table.h"
#include "model/value.h"

#include <string.h>

/* ---- the folder ---- */

/* "x" of "a/x.yaml". */
static const char *file_stem(struct arena *a, const char *path)
{
    const char *name = strrchr(path, '/');
    name = name == NULL ? path : name + 1;
    size_t len = strlen(name);
    return len > 5 && strcmp(name + len - 5, ".yaml") == 0
               ? arena_strndup(a, name, len - 5)
               : name;
}

static const char *find_yaml(struct arena *a, struct inspection *in, const char *report)
{
    const char *inside = path_join(a, report, "inspection.yaml");
    bool folder = folder_exists(report);
    const char *path = folder ? inside : report;
    in->dir = folder ? report : path_dir(a, report);
    in->name = file_stem(a, path);
    if (strcmp(in->name, "inspection") == 0)
        in->name = folder_name(a, in->dir);
    return path;
}

/* "x.answers" beside x.yaml. */
static const char *own_table(struct reader *r, const struct inspection *in,
                             const char *name)
{
    const char *stem = file_stem(r->a, in->file->path);
    if (strcmp(stem, "inspection") != 0)
        name = arena_printf(r->a, "%s.%s", stem, name);
    return table_path(r, in->dir, name);
}

const char *report_table(struct reader *r, const struct inspection *in, const char *name)
{
    const char *own = own_table(r, in, name);
    return own != NULL ? own : table_path(r, in->dir, name);
}

/* ---- footnotes, terms, dates ---- */

/* Items stand in the order of the file, those without text left out. */
static void footnotes_read(struct reader *r, struct inspection *in)
{
    const struct value *map = value_in(in->root, "footnotes");
    size_t count = map == NULL ? 0 : map->count;
    struct footnote *all = NEW_ARRAY(r->a, struct footnote, count + 1);
    for (size_t i = 0, entry = 0; i < count; i++, entry++) {
        const struct value *v = &map->items[i];
        while (map->node->entries[entry].value != v->node)
            entry++;
        all[i] =
            (struct footnote){v->name, v->blocks, map->node->entries[entry].key->pos};
    }
    in->footnotes = all;
    in->footnote_count = count;
}

static void terms_of_report(struct reader *r, struct inspection *in)
{
    const struct value *map = value_in(in->root, "glossary");
    size_t count = map == NULL ? 0 : map->count;
    struct local_term *all = NEW_ARRAY(r->a, struct local_term, count + 1);
    for (size_t i = 0; i < count; i++) {
        const struct value *v = &map->items[i];
        const struct value *term = value_in(v, "term"), *meaning = value_in(v, "meaning");
        const struct value *sort_as = value_in(v, "sort-as");
        all[i].key = v->name;
        all[i].pos = v->node->pos;
        if (term != NULL)
            all[i].term = term->text;
        if (meaning != NULL)
            all[i].meaning = meaning->text;
        if (sort_as != NULL)
            all[i].sort_as = sort_as->word;
    }
    in->local_terms = all;
    in->local_term_count = count;
}

/* Whoever answers for one gap does not answer for those that nobody has seen. */
static void check_about(struct reader *r, const struct value *check,
                        const struct value *about)
{
    if (about == NULL && strcmp(check->word, diag_name(DIAG_FIELD_EXPECTED)) == 0)
        diag(r->d, DIAG_KEY_MISSING, check->node->pos,
             "\"about\"; say which: about: press, or about: \"findings.3.2\"");
}

/* One that lacks something has been said to. */
static void acceptances_read(struct reader *r, struct inspection *in)
{
    const struct value *list = value_in(in->root, "accepted");
    size_t count = list == NULL ? 0 : list->count, kept = 0;
    struct acceptance *all = NEW_ARRAY(r->a, struct acceptance, count + 1);
    for (size_t i = 0; i < count; i++) {
        const struct value *v = &list->items[i], *check = value_in(v, "check");
        const struct value *by = value_in(v, "by"), *reason = value_in(v, "reason");
        const struct value *language = value_in(v, "language");
        const struct value *about = value_in(v, "about");
        if (check == NULL || by == NULL || reason == NULL)
            continue;
        check_about(r, check, about);
        for (enum diag_id id = 0; id < DIAG_COUNT; id++)
            if (diag_may_accept(id) && strcmp(diag_name(id), check->word) == 0)
                all[kept++] = (struct acceptance){
                    .id = id,
                    .language = language != NULL ? language->word : "",
                    .about = about != NULL ? about->word : NULL,
                    .by = by->word,
                    .reason = reason->word,
                    .pos = check->node->pos,
                };
    }
    in->accepted = all;
    in->accepted_count = kept;
}

static void check_published(struct reader *r, const struct inspection *in)
{
    const struct value *published = value_in(in->root, "published");
    const struct value *to = value_in(value_in(in->root, "fieldwork"), "to");
    if (published == NULL || to == NULL || published->date.year == 0 ||
        to->date.year == 0 || published->open != NULL || to->open != NULL)
        return;
    if (date_words_reach(to->word, published->word))
        diag(r->d, DIAG_VALUE_RANGE, published->node->pos,
             "published on %s, but the fieldwork went on until %s", published->word,
             to->word);
}

/* Each was made on a day of its own or on that of the one before it, and none before
 * there was anything to correct. */
static void check_corrections(struct reader *r, const struct inspection *in)
{
    const struct value *list = value_in(in->root, "corrections");
    const struct value *before = value_in(in->root, "published");
    for (size_t i = 0; list != NULL && i < list->count; i++) {
        const struct value *date = value_in(&list->items[i], "date");
        if (date == NULL || date->word == NULL || date->open != NULL)
            continue;
        if (before != NULL && before->word != NULL && before->open == NULL &&
            date_words_compare(date->word, before->word) < 0)
            diag(r->d, DIAG_VALUE_RANGE, date->node->pos,
                 "corrected on %s, which is before %s, when %s; write the corrections in "
                 "the order in which they were made",
                 date->word, before->word,
                 i == 0 ? "it was published" : "the last one was made");
        before = date;
    }
}

static void dates_read(struct reader *r, struct inspection *in)
{
    const struct value *as_of = value_in(in->root, "as-of");
    if (as_of == NULL)
        as_of = value_in(in->root, "published");
    if (as_of != NULL)
        in->as_of = as_of->date.year != 0 ? date_last(as_of->date) : as_of->date;
    check_published(r, in);
    check_corrections(r, in);
}

/* ---- evidence ---- */

static bool has_scored(const struct programme *p)
{
    for (size_t i = 0; i < p->question_count; i++)
        if (p->questions[i].kind == QUESTION_SCORED)
            return true;
    return false;
}

/* Counts come from one source; which one it is, and a word when there are more.  Scores
 * that were published may be stated beside them. */
static enum evidence find_evidence(struct reader *r, const struct inspection *in,
                                   const char *answers, const char *results)
{
    const struct node *stated = node_key(in->root->node, "scores");
    bool cases = answers != NULL, counts = results != NULL;
    if (cases && counts)
        diag(r->d, DIAG_SCORES_TWICE, in->root->node->pos, "%s and %s; keep one of them",
             path_name(r->a, answers), path_name(r->a, results));
    return cases            ? EVIDENCE_CASES
           : counts         ? EVIDENCE_RESULTS
           : stated != NULL ? EVIDENCE_STATED
                            : EVIDENCE_NONE;
}

/* Files beside inspection.yaml that would be read under their right names.  Whether
 * scores are among them. */
static bool say_misnamed(struct reader *r, const struct inspection *in)
{
    static const char *const known[] = {"answers.csv",
                                        "answers.xlsx",
                                        "answers.ods",
                                        "results.csv",
                                        "results.xlsx",
                                        "results.ods",
                                        "questionnaires.csv",
                                        "questionnaires.xlsx",
                                        "questionnaires.ods",
                                        "comments.csv",
                                        "cy.xlf",
                                        "recipients.csv",
                                        "figures.lock"};
    size_t count;
    const char *const *names = folder_names(r->a, r->d, in->dir, &count);
    bool scores = false;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < LEN(known); k++)
            if (name_is_like(names[i], known[k])) {
                diag(r->d, DIAG_FILE_NAME,
                     pos_of_path(r->a, path_join(r->a, in->dir, names[i])),
                     "rename it %s, or take it out", known[k]);
                scores = scores || k < 6;
            }
    return scores;
}

/* A report's own file, if it was named so that it is none. */
static bool is_misnamed(struct reader *r, const char *path)
{
    const char *name = path_name(r->a, path), *stem = strrchr(name, '.');
    const char *wanted = name_is_like(name, "inspection.yaml") ? "inspection.yaml"
                         : stem == NULL
                             ? name
                             : arena_printf(r->a, "%.*s.yaml", (int)(stem - name), name);
    if (!file_exists(path) || !name_is_like(name, wanted))
        return false;
    diag(r->d, DIAG_FILE_NAME, pos_of_path(r->a, path), "rename it %s", wanted);
    return true;
}

static void evidence_read(struct reader *r, struct inspection *in)
{
    bool misnamed = say_misnamed(r, in);
    const char *answers = own_table(r, in, "answers");
    const char *results = own_table(r, in, "results");
    if (answers == NULL && results == NULL) {
        answers = table_path(r, in->dir, "answers");
        results = table_path(r, in->dir, "results");
    }
    in->evidence = find_evidence(r, in, answers, results);
    if (in->evidence == EVIDENCE_CASES)
        cases_read(r, in, answers);
    else if (in->evidence == EVIDENCE_RESULTS)
        results_read(r, in, results);
    else if (in->evidence == EVIDENCE_NONE && has_scored(in->programme) && !misnamed)
        diag(r->d, DIAG_SCORES_NONE, in->root->node->pos,
             "%s (or .xlsx, .ods) is missing%s; without cases there may be results.csv, "
             "or "
             "\"scores:\" here",
             path_join(r->a, in->dir, "answers.csv"), table_stray(r, in->dir));
}

/* ---- all ---- */

static const struct programme *find_programme(struct reader *r, const char *templates,
                                              const struct node *root,
                                              const struct programme *known)
{
    const struct node *name = node_get(root, "programme");
    if (name == NULL || (name->kind == NODE_TEXT && name->empty)) {
        diag(r->d, DIAG_KEY_MISSING, root->pos,
             "\"programme\"; write \"programme: NAME\" with the folder of the report "
             "family");
        return NULL;
    }
    if (!expect_kind(r, name, NODE_TEXT, "the name of a programme"))
        return NULL;
    if (known != NULL && strcmp(known->name, name->text) == 0)
        return known;
    return programme_load(r->a, r->d, templates, name->text, name->pos);
}

/* ---- words that are values of a column ---- */

static const struct column *column_named(const struct inspection *in, const char *name)
{
    for (size_t i = 0; i < in->column_count; i++)
        if (strcmp(in->columns[i].name, name) == 0)
            return &in->columns[i];
    return NULL;
}

static void check_column_word(struct reader *r, const struct inspection *in,
                              const struct value *v)
{
    const struct column *c = column_named(in, v->field->column);
    if (c == NULL)
        diag(r->d, DIAG_KEY_MISSING, v->node->pos,
             "the column \"%s\", of which this is a value; add it to \"columns:\"",
             v->field->column);
    else if (v->word != NULL)
        choose(r, DIAG_VALUE_UNKNOWN, v->node->pos, v->word, c->values, c->value_count);
}

static void check_column_words(struct reader *r, const struct inspection *in,
                               const struct value *v)
{
    if (v->field != NULL && v->field->column != NULL && v->open == NULL)
        check_column_word(r, in, v);
    for (size_t i = 0; i < v->count; i++)
        check_column_words(r, in, &v->items[i]);
}

/* What inspection.yaml says; its judgements too, of what is counted elsewhere. */
static void read_yaml(struct reader *r, struct inspection *in, const struct node *root)
{
    in->root = values_read(r, in->programme, root);
    columns_read(r, in);
    check_column_words(r, in, in->root);
    judgements_read(r, in);
    footnotes_read(r, in);
    terms_of_report(r, in);
    acceptances_read(r, in);
    dates_read(r, in);
    national_check(r, in);
}

static void read_all(struct reader *r, struct inspection *in, const struct node *root)
{
    read_yaml(r, in, root);
    indicators_read(r, in);
    evidence_read(r, in);
    stated_read(r, in);
    earlier_read(r, in);
    replies_read(r, in);
    check_marks(r, in->programme, in);
}

/* It stands in the register, the comments and the translation. */
static bool check_name(struct reader *r, const struct inspection *in, const char *path)
{
    const char *wrong;
    if (gate_pass(r->a, in->name, GATE_LINE, &wrong) == NULL)
        diag(r->d, DIAG_FILE_NAME, pos_of_path(r->a, path),
             "the name of this report has %s; rename its folder", wrong);
    return wrong == NULL;
}

const struct inspection *inspection_load(struct arena *a, struct diags *d,
                                         const char *templates, const char *report)
{
    return inspection_load_known(a, d, templates, report, NULL);
}

const struct inspection *inspection_load_known(struct arena *a, struct diags *d,
                                               const char *templates, const char *report,
                                               const struct programme *known)
{
    struct inspection *in = NEW(a, struct inspection);
    const char *path = find_yaml(a, in, report);
    arena_fence(a, in->dir);
    struct reader r = {.a = a, .d = d, .dir = in->dir};
    if (is_misnamed(&r, path) || !check_name(&r, in, path))
        return NULL;
    in->file = file_read(a, d, path, YAML_BYTES, (struct pos){0});
    const struct node *root = in->file == NULL ? NULL : source_parse(a, d, in->file);
    if (root == NULL || !expect_kind(&r, root, NODE_MAP, "a map of keys and values"))
        return NULL;
    in->programme = find_programme(&r, templates, root, known);
    if (in->programme == NULL)
        return NULL;
    read_all(&r, in, root);
    return in;
}

const struct inspection *inspection_made_up(struct arena *a, struct diags *d,
                                            const struct programme *p, const char *dir,
                                            enum made_up size, size_t turn)
{
    struct inspection *in = NEW(a, struct inspection);
    *in =
        (struct inspection){.programme = p, .dir = dir, .name = p->name, .made_up = true};
    in->file = made_up_file(a, p, size, turn);
    const struct node *root = source_parse(a, d, in->file);
    struct reader r = {.a = a, .d = d, .dir = in->dir};
    if (root == NULL)
        return NULL;
    read_yaml(&r, in, root);
    made_up_counts(a, in, size, turn);
    stated_read(&r, in);
    earlier_read(&r, in);
    check_marks(&r, p, in);
    return in;
}

/* ---- looking up ---- */

const struct result *inspection_result(const struct inspection *in, const char *question,
                                       const char *part)
{
    const struct map *parts =
        in->result_of == NULL ? NULL : map_get(in->result_of, question);
    return parts == NULL ? NULL : map_get(parts, part);
}

const struct stated *inspection_stated(const struct inspection *in, enum level level,
                                       const char *part)
{
    if (part[0] == '\0')
        return in->stated[level];
    for (size_t i = 0; i < in->stated_part_count; i++)
        if (strcmp(in->stated_parts[i].part, part) == 0)
            return in->stated_parts[i].stated[level];
    return NULL;
}

/* Paths hold keys with dots, so each is compared as far as it goes. */
static const struct value *value_below(const struct value *v, const char *path)
{
    for (size_t i = 0; i < v->count; i++) {
        const struct value *item = &v->items[i];
        size_t len = item->name == NULL ? 0 : strlen(item->path);
        if (len == 0 || strncmp(item->path, path, len) != 0)
            continue;
        const struct value *found = path[len] == '\0'  ? item
                                    : path[len] == '.' ? value_below(item, path)
                                                       : NULL;
        if (found != NULL)
            return found;
    }
    return NULL;
}

const struct value *inspection_value(const struct inspection *in, const char *path)
{
    return value_below(in->root, path);
}

bool inspection_makes(const struct inspection *in, const struct document_kind *document)
{
    return !document->provisional &&
           (document->needs == NULL || inspection_value(in, document->needs) != NULL);
}
