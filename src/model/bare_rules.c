/* bare_rules.c -- figures.yaml and review.yaml to patterns.  In: the files of a
 * programme's folders; out: one set of rules.  Does not know any text. */
#include "model/bare_rules.h"

#include "base/ascii.h"
#include "model/base.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

struct ruling {
    struct reader *r;
    struct bare_rules *out;
    const struct node *lists; /* NULL: none */
    enum lang lang;
    bool any; /* patterns need no number */
};

const char *bare_small(struct arena *a, const char *text, size_t len)
{
    char *small = arena_strndup(a, text, len);
    for (char *s = small; *s != '\0'; s++)
        *s = (char)tolower((unsigned char)*s);
    return small;
}

bool bare_within(const char *path, const char *const *names, size_t count, bool top)
{
    for (size_t i = 0; i < count; i++) {
        size_t len = strlen(names[i]);
        for (const char *s = path; s != NULL; s = top ? NULL : strchr(s, '.')) {
            s += *s == '.';
            if (strncmp(s, names[i], len) == 0 && (s[len] == '\0' || s[len] == '.'))
                return true;
        }
    }
    return false;
}

/* ---- words that are numbers ---- */

static void keep_number(struct ruling *g, const char *key, const char *value)
{
    struct arena *a = g->r->a;
    size_t len = strcspn(key, " -");
    map_put(g->out->numbers[g->lang], key, (void *)value);
    const char *first = arena_strndup(a, key, len);
    const char *longest = map_get(g->out->firsts[g->lang], first);
    if (longest == NULL || strlen(longest) < strlen(key))
        map_put(g->out->firsts[g->lang], first, (void *)key);
}

static void read_numbers(struct ruling *g, const struct node *map)
{
    if (map == NULL || !expect_kind(g->r, map, NODE_MAP, "a map of words to numbers"))
        return;
    for (size_t i = 0; i < map->count; i++) {
        const char *value = node_word(g->r, map->entries[i].value);
        if (value == NULL)
            continue;
        if (is_digit(value[0]))
            keep_number(g, map->entries[i].key->text, value);
        else
            diag(g->r->d, DIAG_VALUE_KIND, map->entries[i].value->pos,
                 "\"%s\"; this should be a number, 12 or 2/3", value);
    }
}

static void read_percent(struct ruling *g, const struct node *map)
{
    size_t count = 0;
    const char *const *words = read_words(g->r, map, lang_code(g->lang), &count);
    for (size_t i = 0; i < count; i++)
        map_put(g->out->percent[g->lang], words[i], g->out);
}

/* ---- a pattern ---- */

static void add_word(struct ruling *g, struct bare_element *e, const char *word,
                     size_t len)
{
    struct arena *a = g->r->a;
    char *own = arena_strndup(a, word, len);
    for (char *blank = own; (blank = strchr(blank, '_')) != NULL;)
        *blank = ' ';
    const char *small = bare_small(a, own, len);
    e->counts |= is_digit(small[0]) || map_get(g->out->numbers[g->lang], small) != NULL;
    if (len > 1 && word[len - 1] == '*')
        *array_push(a, &e->begins) = bare_small(a, word, len - 1);
    else if (strcmp(small, own) != 0)
        map_put(e->exact, own, e);
    else
        map_put(e->small, small, e);
}

static const char *list_key(struct arena *a, const char *name, const char *lang)
{
    return arena_printf(a, "%s %s", name, lang);
}

/* "<months>": all words of that list. */
static void add_list(struct ruling *g, struct bare_element *e, const char *name,
                     struct pos pos)
{
    const char *keys[LANG_COUNT];
    bool there = false;
    size_t count = 0;
    for (enum lang l = LANG_EN; l < LANG_COUNT; l++) {
        keys[l] = list_key(g->r->a, name, lang_code(l));
        there = there || node_get(g->lists, keys[l]) != NULL;
    }
    if (!there) {
        diag(g->r->d, DIAG_VALUE_UNKNOWN, pos,
             "<%s>; a list of that name stands under `lists:`", name);
        return;
    }
    const char *const *words = read_words(g->r, g->lists, keys[g->lang], &count);
    for (size_t i = 0; i < count; i++)
        add_word(g, e, words[i], strlen(words[i]));
}

/* "part|<levels>". */
static void read_choice(struct ruling *g, struct bare_element *e, const char *s,
                        size_t len, struct pos pos)
{
    e->kind = BARE_WORDS;
    e->small = map_new(g->r->a);
    e->exact = map_new(g->r->a);
    for (size_t at = 0, n; at < len; at += n + 1) {
        const char *end = memchr(s + at, '|', len - at);
        n = end != NULL ? (size_t)(end - s) - at : len - at;
        if (n > 2 && s[at] == '<' && s[at + n - 1] == '>')
            add_list(g, e, arena_strndup(g->r->a, s + at + 1, n - 2), pos);
        else
            add_word(g, e, s + at, n);
    }
}

/* "£#", "#1-31", "#0", "#w", "#.", "#%": false when it is none of these. */
static bool read_sign(struct bare_element *e, const char *s)
{
    e->kind = BARE_NUMBER;
    e->counts = true;
    e->least = 0, e->most = -1;
    if (strncmp(s, "£", strlen("£")) == 0) {
        e->money = true;
        s += strlen("£");
    }
    if (*s++ != '#')
        return false;
    e->spelt = *s == 'w', e->fraction = *s == 'f', e->digits = *s == 'd';
    e->decimals = *s == '.';
    s += e->spelt || e->fraction || e->digits || e->decimals;
    e->zero = strcmp(s, "0") == 0;
    if (e->zero) {
        s++;
    } else if (is_digit(*s)) {
        char *end;
        e->digits = true;
        e->least = e->most = strtol(s, &end, 10);
        if (*end == '-')
            e->most = strtol(end + 1, &end, 10);
        s = end;
    }
    e->percent = *s == '%';
    s += e->percent;
    return *s == '\0';
}

/* Between blanks; `~` before it: glued to what stands there; `?` behind it: or nothing.
 */
static void read_element(struct ruling *g, struct bare_element *e, const char *s,
                         size_t len, struct pos pos)
{
    e->glued = len > 1 && s[0] == '~';
    s += e->glued, len -= e->glued;
    e->optional = len > 1 && s[len - 1] == '?';
    len -= e->optional;
    const char *word = arena_strndup(g->r->a, s, len);
    if (strchr(word, '#') != NULL && len > 0) {
        if (!read_sign(e, word))
            diag(g->r->d, DIAG_VALUE_UNKNOWN, pos,
                 "\"%s\"; a number is #, #w (spelt), #f (a fraction), #d "
                 "(digits), #1-31, #0, #%% or £#",
                 word);
    } else if (strcmp(word, "*") == 0) {
        e->kind = BARE_ANY;
    } else if (strcmp(word, "Aa") == 0 || strcmp(word, "A") == 0 ||
               strcmp(word, "AA") == 0) {
        e->kind = BARE_CAPITAL;
        e->capitals = word[1] == 'a' ? 0 : (int)strlen(word);
    } else if (strcmp(word, "((") == 0) {
        e->kind = BARE_SIGN;
    } else {
        read_choice(g, e, word, len, pos);
    }
}

static void find_numbers(struct bare_pattern *p)
{
    p->first = p->count;
    for (size_t i = 0; i < p->count; i++)
        if (p->at[i].counts) {
            p->first = p->first == p->count ? i : p->first;
            p->last = i;
        }
}

static void read_pattern(struct ruling *g, const struct node *n, struct bare_pattern *p)
{
    const char *s = node_word(g->r, n);
    for (size_t len; s != NULL && *s != '\0'; s += len + (s[len] == ' ')) {
        len = strcspn(s, " ");
        if (len == 0)
            continue;
        if (p->count == BARE_ELEMENTS) {
            diag(g->r->d, DIAG_VALUE_RANGE, n->pos, "a pattern has at most %d parts",
                 BARE_ELEMENTS);
            return;
        }
        read_element(g, &p->at[p->count++], s, len, n->pos);
    }
    find_numbers(p);
    if (s != NULL && p->first == p->count && !g->any)
        diag(g->r->d, DIAG_VALUE_KIND, n->pos,
             "\"%s\" has no number in it; # stands for one", n->text);
}

/* ---- rules ---- */

static void read_patterns(struct ruling *g, const struct node *map,
                          struct bare_rule *rule)
{
    for (g->lang = LANG_EN; g->lang < LANG_COUNT; g->lang++) {
        const struct node *list = read_list(g->r, map, lang_code(g->lang));
        for (size_t i = 0; i < list->count; i++)
            read_pattern(g, list->items[i],
                         array_push(g->r->a, &rule->patterns[g->lang]));
    }
}

static void read_rule(struct ruling *g, const struct node *n, const char *name,
                      struct bare_rule *rule)
{
    rule->name = name;
    rule->figure = read_flag(g->r, n, "figure");
    rule->fields = read_words(g->r, n, "fields", &rule->field_count);
    rule->but = read_words(g->r, n, "but-fields", &rule->but_count);
    read_patterns(g, n, rule);
}

static void read_rules(struct ruling *g, const struct node *map)
{
    for (size_t i = 0; map != NULL && i < map->count; i++)
        if (expect_keys(g->r, map->entries[i].value, "figure fields en cy"))
            read_rule(g, map->entries[i].value, map->entries[i].key->text,
                      array_push(g->r->a, &g->out->all));
}

static const struct node *map_of_root(struct reader *r, const struct node *root,
                                      const char *key)
{
    const struct node *map = node_get(root, key);
    return map != NULL && expect_kind(r, map, NODE_MAP, "a map of names") ? map : NULL;
}

static struct bare_rules *rules_new(struct arena *a)
{
    struct bare_rules *out = NEW(a, struct bare_rules);
    for (enum lang l = LANG_EN; l < LANG_COUNT; l++) {
        out->numbers[l] = map_new(a);
        out->firsts[l] = map_new(a);
        out->percent[l] = map_new(a);
    }
    return out;
}

static struct bare_rules *parse(struct reader *r, const struct node *root,
                                const struct node *lists)
{
    struct bare_rules *out = rules_new(r->a);
    struct ruling g = {.r = r, .out = out};
    if (!expect_keys(r, root, "numbers percent lists rules"))
        return out;
    const struct node *numbers = map_of_root(r, root, "numbers");
    const struct node *percent = map_of_root(r, root, "percent");
    const struct node *rules = map_of_root(r, root, "rules");
    g.lists = lists;
    for (g.lang = LANG_EN; g.lang < LANG_COUNT; g.lang++) {
        read_numbers(&g, numbers != NULL ? node_get(numbers, lang_code(g.lang)) : NULL);
        if (percent != NULL)
            read_percent(&g, percent);
    }
    read_rules(&g, rules);
    return out;
}

/* ---- review.yaml ---- */

static void read_one_names(struct ruling *g, struct review_rules *out,
                           const struct node *map)
{
    for (size_t i = 0; map != NULL && i < map->count; i++) {
        if (!expect_keys(g->r, map->entries[i].value, "en cy"))
            continue;
        struct one_name *one = array_push(g->r->a, &out->one_names);
        one->field = map->entries[i].key->text;
        for (enum lang l = LANG_EN; l < LANG_COUNT; l++)
            one->names[l] =
                read_words(g->r, map->entries[i].value, lang_code(l), &one->count[l]);
    }
}

static void read_word_maps(struct ruling *g, const struct node *map,
                           struct map *out[LANG_COUNT])
{
    for (enum lang l = LANG_EN; l < LANG_COUNT; l++) {
        size_t count = 0;
        const char *const *words =
            map != NULL ? read_words(g->r, map, lang_code(l), &count) : NULL;
        out[l] = map_new(g->r->a);
        for (size_t i = 0; i < count; i++)
            map_put(out[l], words[i], out);
    }
}

static void read_one_rule(struct ruling *g, const struct node *root, const char *key,
                          struct bare_rule *rule)
{
    const struct node *map = map_of_root(g->r, root, key);
    if (map != NULL && expect_keys(g->r, map, "en cy"))
        read_patterns(g, map, rule);
}

static struct review_rules *parse_review(struct reader *r, const struct node *root,
                                         const struct node *lists,
                                         struct bare_rules *words)
{
    struct review_rules *out = NEW(r->a, struct review_rules);
    struct ruling g = {.r = r, .out = words, .any = true};
    out->words = words;
    expect_keys(r, root,
                "lists personal names-changed owners one-name small-words about "
                "limits counts said-once");
    g.lists = lists;
    const struct node *personal = map_of_root(r, root, "personal");
    for (size_t i = 0; personal != NULL && i < personal->count; i++)
        if (expect_keys(r, personal->entries[i].value, "fields but-fields en cy"))
            read_rule(&g, personal->entries[i].value, personal->entries[i].key->text,
                      array_push(r->a, &out->personal));
    read_one_rule(&g, root, "names-changed", &out->note);
    read_one_rule(&g, root, "limits", &out->limits);
    read_one_rule(&g, root, "counts", &out->counts);
    out->once = read_words(r, root, "said-once", &out->once_count);
    out->owners = read_words(r, root, "owners", &out->owner_count);
    read_one_names(&g, out, map_of_root(r, root, "one-name"));
    read_word_maps(&g, map_of_root(r, root, "small-words"), out->small);
    read_word_maps(&g, map_of_root(r, root, "about"), out->about);
    return out;
}

/* ---- files ---- */

/* A file's lists under "months en", "months cy": as texts in their languages they would
 * be replaced whole, and not be changed word by word. */
static const struct node *lists_of(struct reader *r, const struct node *file)
{
    const struct node *map = map_of_root(r, file, "lists");
    struct node *out = NEW(r->a, struct node);
    *out = (struct node){.kind = NODE_MAP, .pos = file->pos};
    out->entries = NEW_ARRAY(r->a, struct entry, (map != NULL ? map->count : 0) * 2 + 1);
    for (size_t i = 0; map != NULL && i < map->count; i++) {
        const struct entry *list = &map->entries[i];
        if (!expect_keys(r, list->value, "en cy"))
            continue;
        for (size_t l = 0; l < list->value->count; l++) {
            struct node *key = NEW(r->a, struct node);
            *key = *list->key;
            key->text = list_key(r->a, key->text, list->value->entries[l].key->text);
            key->len = strlen(key->text);
            out->entries[out->count++] =
                (struct entry){key, list->value->entries[l].value};
        }
    }
    return out;
}

/* What all folders' files say, and in `lists` their lists. */
static const struct node *read_files(struct reader *r, const struct programme *p,
                                     const char *name, const struct node **lists)
{
    ARRAY(const struct node *) files = {0}; /* the nearest first */
    for (size_t i = p->house_count + p->folder_count; i > 0; i--) {
        const struct node *root = base_yaml(r, programme_folder(p, i - 1)->dir, name);
        if (root != NULL && expect_kind(r, root, NODE_MAP, "a map of keys and values"))
            *array_push(r->a, &files) = root;
    }
    const struct node **all = NEW_ARRAY(r->a, const struct node *, files.len + 1);
    for (size_t i = 0; i < files.len; i++)
        all[i] = lists_of(r, files.at[i]);
    *lists = base_lay(r, all, files.len, LAY_ALL);
    return base_lay(r, files.at, files.len, 1);
}

void bare_rules_read(struct reader *r, struct programme *p)
{
    const struct node *lists, *review_lists;
    const struct node *figures = read_files(r, p, "figures.yaml", &lists);
    const struct node *review = read_files(r, p, "review.yaml", &review_lists);
    struct bare_rules *rules = figures != NULL ? parse(r, figures, lists) : NULL;
    p->bare_rules = rules;
    if (review != NULL)
        p->review_rules = parse_review(r, review, review_lists,
                                       rules != NULL ? rules : rules_new(r->a));
}

/* ---- what a final waits for ---- */

void bare_fields_read(struct reader *r, const struct node *root, struct programme *p)
{
    const char **names = NEW_ARRAY(r->a, const char *, p->field_count + 1);
    for (size_t i = 0; i < p->field_count; i++)
        names[i] = p->fields[i].name;
    const struct node *list = read_list(r, root, "bare-figures");
    p->bare_fields = read_words(r, root, "bare-figures", &p->bare_field_count);
    for (size_t i = 0; i < p->bare_field_count; i++)
        choose(r, DIAG_VALUE_UNKNOWN, list->items[i]->pos, p->bare_fields[i], names,
               p->field_count);
}
