/* details.c -- what would let a reader know the person: dates of birth, addresses,
 * numbers by which people are filed.  In: an inspection in a language and the patterns of
 * its house; out: a message at each place. */
#include "review/reviewing.h"

#include "model/bare.h"
#include "model/bare_tokens.h"

#include <string.h>

struct detail {
    const char *kind, *words; /* "date of birth", "born on 3 March 1996" */
    const char *path;
    struct pos pos;
};

struct details {
    struct arena *a;
    const struct review_rules *rules;
    enum lang lang;
    ARRAY(struct detail) all;
};

/* The token behind the longest pattern of a rule that stands from `i` on; 0: none does.
 */
static size_t rule_end(const struct details *s, const struct bare_rule *rule,
                       const struct bare_tokens *t, size_t i)
{
    size_t end = 0;
    for (size_t k = 0; k < rule->patterns[s->lang].len; k++) {
        size_t to = bare_match(&rule->patterns[s->lang].at[k], t, i);
        end = to > end ? to : end;
    }
    return end;
}

static bool holds_in(const struct bare_rule *rule, const char *path)
{
    return !bare_within(path, rule->but, rule->but_count, false) &&
           (rule->field_count == 0 ||
            bare_within(path, rule->fields, rule->field_count, false));
}

static size_t detail_at(struct details *s, const struct bare_text *text,
                        const struct bare_tokens *t, size_t i)
{
    for (size_t k = 0; k < s->rules->personal.len; k++) {
        const struct bare_rule *rule = &s->rules->personal.at[k];
        size_t end = holds_in(rule, text->path) ? rule_end(s, rule, t, i) : 0;
        if (end == 0)
            continue;
        size_t from = t->all.at[i].from, to = t->all.at[end - 1].to;
        *array_push(s->a, &s->all) = (struct detail){
            rule->name, arena_strndup(s->a, text->words + from, to - from), text->path,
            bare_text_pos(text, from)};
        return end;
    }
    return i + 1;
}

static struct details details_of(struct arena *a, const struct inspection *in,
                                 enum lang l)
{
    struct details s = {.a = a, .rules = in->programme->review_rules, .lang = l};
    struct bare_texts texts = bare_texts(a, in, l, true);
    for (size_t i = 0; s.rules != NULL && i < texts.all.len; i++) {
        const struct bare_text *text = texts.all.at[i];
        if (strpbrk(text->words, "0123456789@") == NULL)
            continue;
        struct bare_tokens t = bare_cut(a, s.rules->words, l, text->words);
        for (size_t k = 0; k < t.all.len;)
            k = detail_at(&s, text, &t, k);
    }
    return s;
}

/* Whether the other language has said it: numbers and addresses are the same there. */
static bool is_said(const struct details *said, const struct detail *of)
{
    for (size_t i = 0; i < said->all.len; i++) {
        const struct detail *d = &said->all.at[i];
        if (strcmp(d->kind, of->kind) == 0 && strcmp(d->path, of->path) == 0)
            return true;
    }
    return false;
}

void review_details(struct arena *a, struct diags *d, const struct inspection *in,
                    const struct inspection *en, enum lang l)
{
    struct details english = {0}, own = details_of(a, in, l);
    if (en != NULL && own.all.len > 0)
        english = details_of(a, en, LANG_EN);
    for (size_t i = 0; i < own.all.len; i++) {
        const struct detail *of = &own.all.at[i];
        if (!is_said(&english, of))
            diag(d, DIAG_DETAIL_PERSONAL, of->pos,
                 "\"%s\", %s; leave it out, or say so much less that nobody is known by "
                 "it",
                 of->words, of->kind);
    }
}

/* ---- recommendations ---- */

static bool is_owner(const struct review_rules *rules, const struct value *v)
{
    for (size_t i = 0; v->name != NULL && i < rules->owner_count; i++)
        if (v->field->kind == FIELD_LIST && strcmp(v->name, rules->owners[i]) == 0)
            return true;
    return false;
}

/* A name, not "" or "?"; or the query who it is. */
static bool names_somebody(struct arena *a, const struct value *list)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct value *v = &list->items[i];
        if (v->line != NULL && v->line->kind == INLINE_QUERY)
            return true;
        const char *name = v->line != NULL ? prose_plain(a, v->line) : v->word;
        for (; name != NULL && *name != '\0'; name++)
            if ((*name >= 'A' && *name <= 'Z') || (*name >= 'a' && *name <= 'z'))
                return true;
    }
    return false;
}

static const struct field *owner_field(const struct review_rules *rules,
                                       const struct field *record)
{
    for (size_t i = 0; i < record->field_count; i++) {
        const struct value v = {.field = &record->fields[i],
                                .name = record->fields[i].name};
        if (is_owner(rules, &v))
            return v.field;
    }
    return NULL;
}

static void owners_of(struct arena *a, struct diags *d, const struct review_rules *rules,
                      const struct value *v)
{
    const struct field *owner =
        v->field->kind == FIELD_RECORD ? owner_field(rules, v->field) : NULL;
    bool owned = owner == NULL;
    for (size_t i = 0; i < v->count; i++) {
        owned |= is_owner(rules, &v->items[i]) && names_somebody(a, &v->items[i]);
        owners_of(a, d, rules, &v->items[i]);
    }
    if (owner != NULL && !owned)
        diag(d, DIAG_OWNER_MISSING, v->node->pos,
             "nobody is named who is to act on it; write `%s: [YOT Manager]`, say",
             owner->name);
}

void review_owners(struct arena *a, struct diags *d, const struct inspection *in)
{
    if (in->programme->review_rules != NULL)
        owners_of(a, d, in->programme->review_rules, in->root);
}
