/* uses.c -- what none of a programme's reports uses: lists of which a template prints
 * only some, elements and wordings that are never come to.  In: reports of made-up data
 * of every kind; out: warnings at the programme's lines.  A house's templates and
 * wordings serve other programmes too, so only the programme's own are asked after. */
#include "review/review.h"

#include "base/array.h"
#include "base/bounds.h"
#include "base/file.h"
#include "base/map.h"
#include "report/rule.h"

#include <string.h>

/* All of one kind: "title of criterion". */
struct listing {
    const char *what;
    ARRAY(const char *) names;
    struct map *known; /* the same */
    bool printed;      /* one of them, somewhere */
};

/* What one element of a template prints of a list. */
struct one_print {
    struct pos at;
    struct listing *of;
    struct map *names, *here; /* in any report; in this one */
    size_t count, most;       /* of these; in one report */
    size_t report, in_report; /* the last that it was in; so many there */
    const char *last;         /* in the report at hand; NULL: nothing yet */
    size_t at_last, times;
    bool back, same;           /* in one report it went back, or stayed where it was */
    size_t order, first_order; /* of a report; of the first that went back */
    bool turned, varies; /* went back in one that printed all; not always in one order */
};

struct uses {
    struct arena *a;
    const struct programme *p;
    struct map *list, *spot, *element, *wording; /* by what, by position, by key */
    ARRAY(struct listing *) lists;
    ARRAY(struct one_print *) spots;
    ARRAY(struct template_element *) elements;
    size_t report; /* from 1 */
};

struct uses *uses_new(struct arena *a, const struct programme *p)
{
    struct uses *u = NEW(a, struct uses);
    *u = (struct uses){.a = a, .p = p};
    u->list = map_new(a);
    u->spot = map_new(a);
    u->element = map_new(a);
    u->wording = map_new(a);
    return u;
}

/* ---- taking down ---- */

static const char *key_of(struct uses *u, struct pos pos, const char *what)
{
    return arena_printf(u->a, "%s:%zu %s", pos.file->path, pos.at, what);
}

static struct listing *list_of(struct uses *u, const char *what)
{
    struct listing *l = map_get(u->list, what);
    if (l == NULL) {
        l = NEW(u->a, struct listing);
        *l = (struct listing){.what = what, .known = map_new(u->a)};
        map_put(u->list, what, l);
        *array_push(u->a, &u->lists) = l;
    }
    return l;
}

static void take_name(struct uses *u, const struct print *p)
{
    struct listing *l = list_of(u, p->what);
    if (map_put(l->known, p->name, l) == NULL)
        *array_push(u->a, &l->names) = p->name;
}

/* A template that says itself which one it prints: "score safeguarding". */
static bool names_one(struct pos at)
{
    const char *tag = at.file->text + at.at, *end = tag + strcspn(tag, ">");
    const char *expr = strstr(tag, " expr=\""), *of = strstr(tag, " of=\"");
    const char *says = expr != NULL && expr < end ? expr : of;
    return says != NULL && says < end && memchr(says, '{', (size_t)(end - says)) == NULL;
}

static size_t place_in(const struct listing *l, const char *name)
{
    size_t i = 0;
    while (i < l->names.len && strcmp(l->names.at[i], name) != 0)
        i++;
    return i;
}

/* What it prints after what, in one report. */
static void take_turn(struct one_print *to, const char *name)
{
    size_t place = place_in(to->of, name);
    to->back = to->back || (to->last != NULL && place < to->at_last);
    to->same = to->same || (to->last != NULL && place == to->at_last);
    to->last = name;
    to->at_last = place;
    to->order = to->order * 31 + place;
    to->times++;
}

static void take_print(struct uses *u, const struct print *p)
{
    const char *key = key_of(u, p->at, p->what);
    struct one_print *to = map_get(u->spot, key);
    if (to == NULL) {
        to = NEW(u->a, struct one_print);
        *to = (struct one_print){
            .at = p->at, .of = list_of(u, p->what), .names = map_new(u->a)};
        map_put(u->spot, key, to);
        *array_push(u->a, &u->spots) = to;
    }
    if (to->report != u->report)
        to->here = map_new(u->a), to->in_report = 0;
    to->report = u->report;
    to->in_report += map_put(to->here, p->name, to) == NULL;
    to->most = to->in_report > to->most ? to->in_report : to->most;
    to->count += map_put(to->names, p->name, to) == NULL;
    to->of->printed = true;
    take_turn(to, p->name);
}

static void take_element(struct uses *u, const struct template_element *e)
{
    const char *key = key_of(u, e->pos, "");
    struct template_element *known = map_get(u->element, key);
    if (known == NULL) {
        known = NEW(u->a, struct template_element);
        *known = *e;
        map_put(u->element, key, known);
        *array_push(u->a, &u->elements) = known;
    }
    known->made = known->made || e->made;
}

/* "criterion" of "title of criterion". */
static const char *of_what(const struct listing *l)
{
    const char *of = strstr(l->what, " of ");
    return of != NULL ? of + 4 : l->what;
}

/* Not which figures: a judgement may be printed by a wording. */
static bool is_text(const struct listing *l)
{
    return strncmp(l->what, "judgement of ", 13) != 0 &&
           strncmp(l->what, "score of ", 9) != 0 &&
           strncmp(l->what, "figures of ", 11) != 0;
}

/* "score {@id} % where authority=…" comes for each authority. */
static bool is_filtered(struct pos at)
{
    const char *tag = at.file->text + at.at, *where = strstr(tag, " where ");
    return where != NULL && where < tag + strcspn(tag, ">");
}

/* A list that is printed once in a report is printed in its order; what a template prints
 * of one after the other is not the same. */
static void turns_check(struct uses *u, struct diags *d)
{
    for (size_t i = 0; i < u->spots.len; i++) {
        struct one_print *p = u->spots.at[i];
        if (p->back && p->times == p->of->names.len && p->times > 1) {
            p->varies = p->varies || (p->turned && p->order != p->first_order);
            p->first_order = p->order;
            p->turned = true;
        }
        if (p->same && p->of->names.len > 1 && !is_text(p->of) && !is_filtered(p->at))
            diag(d, DIAG_UNLIKE, p->at,
                 "the %s: the same one again and again; is its id right?", p->of->what);
        p->last = NULL;
        p->times = p->order = 0;
        p->back = p->same = false;
    }
}

void uses_add(struct uses *u, struct diags *d, const struct report *r)
{
    u->report++;
    for (size_t i = 0; i < r->print_count; i++)
        if (r->prints[i].at.file == NULL)
            take_name(u, &r->prints[i]);
        else
            take_print(u, &r->prints[i]);
    for (size_t i = 0; i < r->element_count; i++)
        if (r->elements[i].pos.file != NULL)
            take_element(u, &r->elements[i]);
    for (size_t i = 0; i < r->wording_count; i++)
        map_put(u->wording, r->wordings[i], u);
    turns_check(u, d);
}

static bool is_own(const struct uses *u, struct pos pos)
{
    return pos.file != NULL && strcmp(path_dir(u->a, pos.file->path), u->p->dir) == 0;
}

/* ---- lists ---- */

/* What has no questions may stand nowhere beside what is scored. */
static bool may_lack(struct uses *u, const struct one_print *p, const char *name)
{
    const char *score = arena_printf(u->a, "score of %s", of_what(p->of));
    const struct listing *scored = map_get(u->list, score);
    return map_get(p->names, name) != NULL ||
           (scored != NULL && map_get(scored->known, name) == NULL);
}

static void spot_check(struct uses *u, struct diags *d, const struct one_print *p)
{
    struct buf lacks = buf_new(u->a);
    for (size_t i = 0; i < p->of->names.len; i++)
        if (!may_lack(u, p, p->of->names.at[i]))
            buf_printf(&lacks, "%s%s", lacks.len > 0 ? ", " : "", p->of->names.at[i]);
    bool chosen = p->count > p->most; /* by the data: the best and the worst */
    if (p->turned && !p->varies && strncmp(of_what(p->of), "questionnaire", 13) != 0)
        diag(d, DIAG_UNLIKE, p->at,
             "the %s in another order than the programme's; is the order of the select "
             "that leads here right?",
             p->of->what);
    if (lacks.len > 0 && !chosen && !names_one(p->at))
        diag(d, DIAG_LIST_PART, p->at,
             "the %s for %zu of %zu, never for %s; is the select that leads here right?",
             p->of->what, p->count, p->of->names.len, lacks.at);
}

/* Titles may be of no use to a programme; some texts of a thing that is printed are. */
static bool has_printed_sibling(const struct uses *u, const struct listing *l)
{
    for (size_t i = 0; i < u->lists.len; i++)
        if (u->lists.at[i]->printed && strcmp(of_what(u->lists.at[i]), of_what(l)) == 0)
            return true;
    return false;
}

static void list_check(struct uses *u, struct diags *d, const struct listing *l)
{
    if (!l->printed && is_own(u, u->p->title.pos) && is_text(l) &&
        has_printed_sibling(u, l))
        diag(d, DIAG_NEVER_USED, u->p->title.pos,
             "the %s (%s%s); let a template print it, or take it out", l->what,
             l->names.at[0], l->names.len > 1 ? " …" : "");
}

/* A section that no domain names counts towards none. */
static void domains_check(const struct programme *p, struct diags *d)
{
    for (size_t i = 0; i < p->aspect_count[LEVEL_SECTION]; i++) {
        const struct aspect *one = &p->aspects[LEVEL_SECTION][i];
        if (p->aspect_count[LEVEL_DOMAIN] > 0 && one->domain < 0)
            diag(d, DIAG_NEVER_USED, one->pos,
                 "section \"%s\" in any domain; name it under \"sections:\" of one",
                 one->id);
    }
}

/* ---- elements, wordings ---- */

static const char *tag_of(struct uses *u, const struct template_element *e)
{
    const char *tag = e->pos.file->text + e->pos.at;
    return arena_strndup(u->a, tag, strcspn(tag, ">"));
}

/* A side of a choice that says what is said elsewhere: "not scored", where data are
 * taken that no report lacks. */
static bool is_elsewhere(struct uses *u, const struct template_element *e)
{
    const char *key = e->choose != 0 ? strstr(tag_of(u, e), " key=\"") : NULL;
    size_t len = key != NULL ? strcspn(key += 6, "\"{") : 0;
    return len > 0 && key[len] == '"' &&
           map_get(u->wording, arena_strndup(u->a, key, len)) != NULL;
}

/* Of elements in each other the outermost says it. */
static void elements_check(struct uses *u, struct diags *d)
{
    for (size_t i = 0; i < u->elements.len; i++) {
        const struct template_element *e = u->elements.at[i];
        if (e->literal && !e->made && !e->inside && is_own(u, e->pos) &&
            !is_elsewhere(u, e))
            diag(d, DIAG_NEVER_USED, e->pos,
                 "this element; does anything lead to its template, and can each test "
                 "around it be true?");
    }
}

/* Put together of the words before a brace, or handed over by its name: 'score-all'. */
static bool begins_as_named(const struct template_element *e, const char *tag,
                            const char *key)
{
    const char *word = strstr(tag, " key=\""), *name = tag;
    size_t len = word != NULL ? strcspn(word += 6, "\"{") : 0;
    if (len > 0 && word[len] == '{' && strncmp(key, word, len) == 0)
        return true;
    while (!e->literal && (name = strchr(name, '\'')) != NULL) {
        len = strcspn(++name, "'");
        if (len > 0 && strncmp(key, name, len) == 0)
            return true;
        name += len + (name[len] != '\0');
    }
    return false;
}

static bool is_named(struct uses *u, const char *key)
{
    for (size_t i = 0; i < u->elements.len; i++) {
        const struct template_element *e = u->elements.at[i];
        if (begins_as_named(e, tag_of(u, e), key))
            return true;
    }
    return false;
}

/* ---- wordings of the house ---- */

/* What the templates and wordings of all programmes say, in one. */
static const char *folder_text(struct uses *u, struct diags *d)
{
    const char *templates = path_dir(u->a, u->p->dir);
    struct buf all = buf_new(u->a);
    size_t folders = 0;
    const char *const *dirs = folder_names(u->a, d, templates, &folders);
    for (size_t i = 0; i < folders; i++) {
        const char *dir = path_join(u->a, templates, dirs[i]);
        size_t count = 0;
        const char *const *names = folder_names(u->a, d, dir, &count);
        for (size_t k = 0; k < count; k++) {
            const char *end = strrchr(names[k], '.');
            bool read = end != NULL &&
                        (strcmp(end, ".xsl") == 0 || strcmp(names[k], "words.yaml") == 0);
            const struct file *f =
                read ? file_read(u->a, d, path_join(u->a, dir, names[k]), XML_BYTES,
                                 (struct pos){0})
                     : NULL;
            buf_str(&all, f != NULL ? f->text : "");
        }
    }
    return all.at;
}

/* Where all others that begin so are used, one that is not has been lost. */
static bool is_whole_elsewhere(struct uses *u, const char *key, size_t len)
{
    size_t count = 0, lacking = 0, like = 0;
    const struct word *const *words = words_all(u->p->words, &count);
    for (size_t i = 0; i < count; i++) {
        bool begins = strncmp(words[i]->key, key, len) == 0;
        like += begins;
        lacking += begins && map_get(u->wording, words[i]->key) == NULL;
    }
    return lacking < like / 5;
}

/* By its whole key, or by one that is put together: "press-date-{@stage}". */
static bool is_mentioned(struct uses *u, const char *text, const char *key)
{
    if (strstr(text, arena_printf(u->a, "\"%s\"", key)) != NULL ||
        strstr(text, arena_printf(u->a, "'%s'", key)) != NULL ||
        strstr(text, arena_printf(u->a, "word %s)", key)) != NULL)
        return true;
    for (const char *dash = strchr(key, '-'); dash != NULL;
         dash = strchr(dash + 1, '-')) {
        int len = (int)(dash - key);
        if (is_whole_elsewhere(u, key, (size_t)len + 1))
            continue;
        if (strstr(text, arena_printf(u->a, "\"%.*s-{", len, key)) != NULL ||
            strstr(text, arena_printf(u->a, "'%.*s-'", len, key)) != NULL ||
            strstr(text, arena_printf(u->a, "'%.*s'", len, key)) != NULL)
            return true;
    }
    return false;
}

/* Those that the program itself asks for, at some stage or for some form of a number. */
static bool is_programs(const char *key)
{
    static const char *const begun[] = {"layout-",   "pattern-",   "stage-",
                                        "footnote-", "plan-form-", "plan-number",
                                        "plan-mark"};
    for (size_t i = 0; i < LEN(begun); i++)
        if (strncmp(key, begun[i], strlen(begun[i])) == 0)
            return true;
    return report_knows_word(key);
}

static void house_check(struct uses *u, struct diags *d, const struct word *word,
                        const char *text)
{
    if (!is_mentioned(u, text, word->key) && !is_named(u, word->key) &&
        !is_programs(word->key))
        diag(d, DIAG_NEVER_USED, word->pos,
             "the wording %s, in any template of any programme; has one lost it? "
             "Otherwise take it out",
             word->key);
}

/* The args that a wording prints in one language. */
struct args {
    struct uses *u;
    struct map *names;
    const struct map *known; /* those of the other; NULL: not asked */
    const char *lacking;     /* one that is not among them */
};

static void arg_take(const struct inline_node *n, void *data)
{
    struct args *s = data;
    if (n->kind != INLINE_MARK || n->word_count < 2 ||
        strcmp(n->words[0].text, "arg") != 0)
        return;
    map_put(s->names, n->words[1].text, s);
    if (s->known != NULL && map_get(s->known, n->words[1].text) == NULL)
        s->lacking = n->words[1].text;
}

static struct args args_of(struct uses *u, const struct word *word, enum lang l,
                           const struct map *known)
{
    struct args s = {u, map_new(u->a), known, NULL};
    for (enum plural p = 0; p < PLURAL_COUNT; p++)
        prose_walk(word->forms[l][p].blocks, arg_take, &s);
    return s;
}

/* Both languages print the same. */
static void tongues_check(struct uses *u, struct diags *d, const struct word *word)
{
    for (enum lang l = 0; l < LANG_COUNT && word->given[LANG_EN] && word->given[LANG_CY];
         l++) {
        const enum lang other = l == LANG_EN ? LANG_CY : LANG_EN;
        const struct map *known = args_of(u, word, other, NULL).names;
        const char *lacking = args_of(u, word, l, known).lacking;
        if (lacking != NULL)
            diag(d, DIAG_UNLIKE, word->pos,
                 "%s prints ((arg %s)) in language %s, and not in %s; has one args that "
                 "the other lacks?",
                 word->key, lacking, lang_code(l), lang_code(other));
    }
}

static void wordings_check(struct uses *u, struct diags *d)
{
    size_t count = 0;
    const struct word *const *words = words_all(u->p->words, &count);
    const char *text = folder_text(u, d);
    for (size_t i = 0; i < count; i++)
        tongues_check(u, d, words[i]);
    for (size_t i = 0; i < count; i++)
        if (map_get(u->wording, words[i]->key) != NULL)
            continue;
        else if (!is_own(u, words[i]->pos))
            house_check(u, d, words[i], text);
        else if (!is_named(u, words[i]->key))
            diag(d, DIAG_NEVER_USED, words[i]->pos,
                 "the wording %s; has a template lost it? Otherwise take it out",
                 words[i]->key);
}

void uses_say(struct uses *u, struct diags *d)
{
    for (size_t i = 0; i < u->spots.len; i++)
        spot_check(u, d, u->spots.at[i]);
    for (size_t i = 0; i < u->lists.len; i++)
        list_check(u, d, u->lists.at[i]);
    domains_check(u->p, d);
    elements_check(u, d);
    wordings_check(u, d);
}
