/* cells.c -- in: the text of a cell; out: which of its column's words it is, as it is
 * written, by the programme's title for it or by what is said to be the same.  Does not
 * know what the words count for. */
#include "model/sheet.h"

#include "base/ascii.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const scored_words[] = {"yes", "no", "na"};

/* ---- a column's words ---- */

static void add_key(struct sheet *s, struct vocabulary *v, const char *key, size_t index)
{
    if (key[0] == '\0' || map_get(v->keys, key) != NULL)
        return;
    struct known_word *t = NEW(s->r->a, struct known_word);
    *t = (struct known_word){.index = index};
    t->noted = strcmp(key, cell_key(s->r->a, v->names[index])) != 0;
    map_put(v->keys, key, t);
}

static void add_same(struct sheet *s, struct vocabulary *v, size_t index)
{
    struct known_word *t = NEW(s->r->a, struct known_word);
    *t = (struct known_word){.index = index, .noted = true};
    const char *own = arena_printf(s->r->a, "%s=%s", v->of, v->names[index]);
    same_keys(s->r->a, &s->same, "values", own, v->keys, t);
    same_keys(s->r->a, &s->same, "values", v->names[index], v->keys, t);
}

/* Names come first, then what is said of them, then titles. */
static void fill(struct sheet *s, struct vocabulary *v, const struct category *titled)
{
    for (size_t i = 0; i < v->count; i++)
        add_key(s, v, cell_key(s->r->a, v->names[i]), i);
    for (size_t i = 0; i < v->count; i++)
        add_same(s, v, i);
    for (size_t i = 0; titled != NULL && i < v->count; i++)
        for (enum lang l = LANG_EN; l < LANG_COUNT; l++) {
            const char *title = prose_plain(s->r->a, titled[i].title.in[l]);
            add_key(s, v, cell_key(s->r->a, title), i);
        }
}

void cell_vocabulary(struct sheet *s, size_t column)
{
    const struct meaning *m = &s->meanings[column];
    struct vocabulary *v = NEW(s->r->a, struct vocabulary);
    const struct category *titled = NULL;
    *v = (struct vocabulary){.keys = map_new(s->r->a), .typed = map_new(s->r->a)};
    if (m->holds == HOLDS_VALUE) {
        const struct column *c = &s->in->columns[m->index];
        v->of = c->name;
        v->names = c->values;
        v->count = c->value_count;
        titled = c->characteristic != NULL ? c->characteristic->categories : NULL;
    } else {
        const struct asking *p = &s->askings[m->index];
        bool scored = p->q->kind == QUESTION_SCORED && !p->reason;
        v->of = p->name;
        titled = scored ? NULL : p->reason ? p->q->reasons : p->q->choices;
        v->count = scored      ? LEN(scored_words)
                   : p->reason ? p->q->reason_count
                               : p->q->choice_count;
        v->names = scored ? scored_words : category_names(s->r->a, titled, v->count);
    }
    fill(s, v, titled);
    s->vocabularies[column] = v;
}

/* ---- which word a text is ---- */

/* "12-13": the limits of a band. */
static bool band_of(const char *name, long *from, long *to)
{
    char *end;
    if (!is_digit(name[0]))
        return false;
    *from = strtol(name, &end, 10);
    if (*end != '-' || !is_digit(end[1]))
        return false;
    *to = strtol(end + 1, &end, 10);
    return *end == '\0';
}

/* The band that a whole number lies in, or -1. */
static int band_with(const struct vocabulary *v, const char *text)
{
    long number, from, to;
    if (!parse_number(text, &number))
        return -1;
    for (size_t i = 0; i < v->count; i++)
        if (band_of(v->names[i], &from, &to) && number >= from && number <= to)
            return (int)i;
    return -1;
}

/* By their words, in either language. */
static const struct map *spelt_numbers(struct sheet *s)
{
    enum { WORDS = 99 };
    struct arena *a = s->r->a;
    if (s->spelt != NULL)
        return s->spelt;
    s->spelt = map_new(a);
    for (enum lang l = LANG_EN; l < LANG_COUNT; l++)
        for (long n = 1; n <= WORDS && n <= lang_spelt_highest(l); n++)
            map_put(s->spelt, cell_key(a, lang_spelt(a, l, n)),
                    arena_printf(a, "%ld", n));
    return s->spelt;
}

/* "16.0", "16,0", "16 years", "sixteen": a whole number as others write it; other texts
 * as they are. */
const char *cell_whole_number(struct sheet *s, const char *text)
{
    struct arena *a = s->r->a;
    static const char *const units[] = {"year", "years", "yr", "yrs", "years old", "oed"};
    size_t digits = strspn(text, "0123456789"), more = digits;
    more += digits > 0 && strchr(".,", text[digits]) != NULL;
    size_t zeros = more > digits ? strspn(text + more, "0") : 0;
    const char *behind = text + (zeros > 0 ? more + zeros : digits);
    const char *key = cell_key(a, behind);
    bool number = digits > 0 && behind[0] == '\0';
    for (size_t i = 0; i < LEN(units) && digits > 0 && !number; i++)
        number = strcmp(key, cell_key(a, units[i])) == 0;
    const char *spelt = digits == 0 ? map_get(spelt_numbers(s), key) : NULL;
    if (spelt != NULL)
        return spelt;
    return number ? arena_strndup(a, text, digits) : text;
}

/* Letters alone: with a stroke it is n/a. */
static bool is_twofold(const char *text)
{
    return (text[0] == 'n' || text[0] == 'N') && (text[1] == 'a' || text[1] == 'A') &&
           text[2] == '\0';
}

static struct known_word *take_text(struct sheet *s, struct vocabulary *v,
                                    const char *text)
{
    bool twofold = v->names == scored_words && s->twofold != NULL && is_twofold(text);
    const char *means = twofold ? s->twofold : text;
    const struct known_word *known = map_get(v->keys, cell_key(s->r->a, means));
    const char *number =
        known == NULL && v->names != scored_words ? cell_whole_number(s, text) : text;
    bool other = number != text;
    if (other)
        known = map_get(v->keys, cell_key(s->r->a, number));
    int band = known == NULL ? band_with(v, number) : -1;
    if (known == NULL && band < 0)
        return NULL;
    struct known_word *t = NEW(s->r->a, struct known_word);
    *t = known != NULL ? *known
                       : (struct known_word){.index = (size_t)band, .noted = true};
    t->text = text;
    t->noted |= other || twofold;
    map_put(v->typed, text, t);
    *array_push(s->r->a, &v->met) = t;
    return t;
}

int cell_word(struct sheet *s, size_t column, const char *text, size_t len)
{
    struct vocabulary *v = s->vocabularies[column];
    if (text[len] != '\0')
        text = arena_strndup(s->r->a, text, len);
    struct known_word *t = map_get(v->typed, text);
    if (t == NULL)
        t = take_text(s, v, text);
    if (t == NULL)
        return -1;
    t->cells++;
    return (int)t->index;
}

/* Whether a text is a word of that column, or a number of one of its bands. */
static bool is_word(struct sheet *s, const struct vocabulary *v, const char *text)
{
    const char *number = cell_whole_number(s, text);
    return map_get(v->keys, cell_key(s->r->a, number)) != NULL ||
           band_with(v, number) >= 0;
}

bool cell_knows(struct sheet *s, size_t column, const char *text)
{
    return map_get(s->vocabularies[column]->keys, cell_key(s->r->a, text)) != NULL;
}

/* ---- what is none ---- */

/* The month and the other number of "Dec-13", "13-Dec", "01/12/2013"; 0: no date. */
static int month_of(const char *text, int *number)
{
    static const char months[] = "janfebmaraprmayjunjulaugsepoctnovdec";
    char name[4] = "";
    int day, month;
    if (sscanf(text, "%3[A-Za-z]-%d", name, number) != 2 &&
        sscanf(text, "%d-%3[A-Za-z]", number, name) != 2)
        return sscanf(text, "%d/%d/%d", &day, &month, number) == 3
                   ? (*number %= 100, month)
                   : 0;
    for (char *c = name; *c != '\0'; c++)
        *c = (char)tolower((unsigned char)*c);
    const char *at = strlen(name) == 3 ? strstr(months, name) : NULL;
    return at != NULL && (at - months) % 3 == 0 ? (int)(at - months) / 3 + 1 : 0;
}

/* The band out of which a spreadsheet has made that date, or NULL. */
static const char *band_of_date(const struct vocabulary *v, const char *text)
{
    int number = 0, month = month_of(text, &number);
    long from, to;
    for (size_t i = 0; month > 0 && i < v->count; i++)
        if (band_of(v->names[i], &from, &to) &&
            ((from == month && to == number) || (from == number && to == month)))
            return v->names[i];
    return NULL;
}

/* What a machine has made of it and how to mend that, or NULL. */
static const char *machine_fault(struct sheet *s, const char *band, const char *typed)
{
    if (band != NULL)
        return arena_printf(s->r->a,
                            ", which a spreadsheet has made of %s; format the cells as "
                            "text and type it again",
                            band);
    if (typed[0] == '=')
        return ", a formula whose value was not saved; open the workbook and save it";
    if (typed[0] == '#')
        return ", an error of a formula; mend it in the spreadsheet";
    return NULL;
}

static bool is_dash(const char *s)
{
    return strncmp(s, "\u2013", 3) == 0 || strncmp(s, "\u2014", 3) == 0;
}

/* The name that is likely to be meant: "Yes - fully", "Norham"; or NULL. */
static const char *likely_name(struct sheet *s, const struct vocabulary *v,
                               const char *typed)
{
    size_t word = strcspn(typed, " ,;:("), sign = word + strspn(typed + word, " ");
    const char *first = cell_key(s->r->a, arena_strndup(s->r->a, typed, word));
    bool remark = strchr(",;:(-", typed[sign]) != NULL || is_dash(typed + sign);
    for (size_t i = 0; i < v->count && word > 0 && typed[sign] != '\0' && remark; i++)
        if (strcmp(first, cell_key(s->r->a, v->names[i])) == 0)
            return v->names[i];
    bool guess = v->names != scored_words && !is_digit(typed[0]) && !enough_said(s->r);
    return guess ? nearest_name(typed, v->names, v->count) : NULL;
}

/* What may be written there. */
static const char *use_instead(struct sheet *s, const struct vocabulary *v,
                               const char *typed)
{
    return v->names == scored_words ? "; use yes, no or na"
           : enough_said(s->r)      ? ""
                                    : name_hint(s->r->a, typed, v->names, v->count);
}

/* The column whose answers stand in this one, and this one's in it; or NULL. */
static const struct vocabulary *exchanged_with(struct sheet *s, size_t row, size_t column)
{
    const struct vocabulary *v = s->vocabularies[column];
    const char *typed = table_cell(s->table, row, column)->text;
    for (size_t i = 0; s->meanings[column].holds == HOLDS_VALUE && i < s->table->columns;
         i++) {
        const struct vocabulary *w = s->vocabularies[i];
        const char *there = table_cell(s->table, row, i)->text;
        if (s->meanings[i].holds == HOLDS_VALUE && there[0] != '\0' &&
            !is_word(s, w, there) && is_word(s, w, typed) && is_word(s, v, there))
            return w;
    }
    return NULL;
}

void cell_say_unknown(struct sheet *s, size_t row, size_t column, const char *typed)
{
    const struct vocabulary *v = s->vocabularies[column];
    const struct vocabulary *other = exchanged_with(s, row, column);
    if (other != NULL) {
        gather_fault(s, DIAG_ANSWER_UNKNOWN,
                     arena_printf(s->r->a, "%s as %s", other->of, v->of), row, column,
                     arena_printf(s->r->a,
                                  "\"%s\" for %s, which is an answer of %s; are "
                                  "the heads of the two columns exchanged?",
                                  typed, v->of, other->of));
        return;
    }
    const char *band = band_of_date(v, typed), *what = machine_fault(s, band, typed);
    const char *name = band != NULL ? band : likely_name(s, v, typed);
    bool mapped = what == NULL || band != NULL;
    what = what != NULL ? what : use_instead(s, v, typed);
    const char *key =
        arena_printf(s->r->a, "%s %s", v->names == scored_words ? "" : v->of, typed);
    struct gathered *g =
        gather_fault(s, DIAG_ANSWER_UNKNOWN, key, row, column,
                     arena_printf(s->r->a, "\"%s\" for %s%s", typed, v->of, what));
    if (!mapped)
        return;
    bool scored = v->names == scored_words;
    g->advised = name != NULL ? "map it" : "map it, its name in the place of NAME,";
    if (name == NULL)
        name = scored ? "NAME" : arena_printf(s->r->a, "%s=NAME", v->of);
    advise(s, "values", name, typed);
}

/* ---- what means two things ---- */

static bool lists_twofold(const struct node *values, const char *name)
{
    const struct node *list = values != NULL ? node_get(values, name) : NULL;
    for (size_t i = 0; list != NULL && list->kind == NODE_LIST && i < list->count; i++)
        if (list->items[i]->kind == NODE_TEXT && is_twofold(list->items[i]->text))
            return true;
    return false;
}

void cells_find_twofold(struct sheet *s)
{
    for (size_t i = 0; i < s->same.layers.len && s->twofold == NULL; i++) {
        const struct node *values = node_get(s->same.layers.at[i], "values");
        s->twofold = lists_twofold(values, "no")   ? "no"
                     : lists_twofold(values, "na") ? "na"
                                                   : NULL;
    }
}

static bool is_welsh(struct sheet *s, const char *text)
{
    static const char *const words[] = {
        "ie",      "oes",      "ydy",      "ydi",     "ydw",      "ydyn",
        "do",      "oedd",     "nage",     "naddo",   "nac oes",  "nac ydy",
        "nac ydi", "nac ydyn", "nac oedd", "digonol", "annigonol"};
    for (size_t i = 0; i < LEN(words); i++)
        if (strcmp(cell_key(s->r->a, text), cell_key(s->r->a, words[i])) == 0)
            return true;
    return false;
}

/* A Welsh answer of the table, if it has both one and "Na"; else NULL. */
static const char *welsh_beside_twofold(struct sheet *s)
{
    const char *welsh = NULL;
    bool there = false;
    for (size_t i = 0; i < s->table->columns; i++) {
        const struct vocabulary *v = s->vocabularies[i];
        for (size_t k = 0; v != NULL && v->names == scored_words && k < v->met.len; k++) {
            const char *text = v->met.at[k]->text;
            there |= is_twofold(text);
            if (welsh == NULL && is_welsh(s, text))
                welsh = text;
        }
    }
    return there ? welsh : NULL;
}

void cells_say_twofold(struct sheet *s)
{
    const char *welsh = s->twofold == NULL ? welsh_beside_twofold(s) : NULL;
    for (size_t i = 0; welsh != NULL && i < s->row_count * s->table->columns; i++) {
        size_t row = s->rows[i / s->table->columns], column = i % s->table->columns;
        const struct vocabulary *v = s->vocabularies[column];
        const char *typed = table_cell(s->table, row, column)->text;
        if (v == NULL || v->names != scored_words || !is_twofold(typed))
            continue;
        gather_fault(s, DIAG_ANSWER_TWOFOLD, "", row, column,
                     arena_printf(s->r->a,
                                  "\"%s\" is Welsh for no, and there are Welsh answers "
                                  "here (\"%s\"); it is "
                                  "also n/a without its stroke",
                                  typed, welsh))
            ->advised = "say which, no or na in the place of NO-OR-NA,";
        advise(s, "values", "NO-OR-NA", "Na");
    }
}

/* ---- names that nothing has ---- */

static bool is_value(const struct sheet *s, const char *name)
{
    const char *equals = strchr(name, '=');
    size_t before = equals != NULL ? (size_t)(equals - name) : 0;
    for (size_t i = 0; i < s->table->columns; i++) {
        const struct vocabulary *v = s->vocabularies[i];
        if (v == NULL || (equals != NULL &&
                          (strlen(v->of) != before || strncmp(v->of, name, before) != 0)))
            continue;
        for (size_t k = 0; k < v->count; k++)
            if (strcmp(v->names[k], equals != NULL ? equals + 1 : name) == 0)
                return true;
    }
    return false;
}

void cells_check_same(struct sheet *s)
{
    const struct node *own = node_get(s->in->root->node, "answers");
    const struct node *values = own != NULL ? node_get(own, "values") : NULL;
    for (size_t i = 0; values != NULL && values->kind == NODE_MAP && i < values->count;
         i++) {
        const struct node *key = values->entries[i].key;
        if (!is_value(s, key->text))
            diag(s->r->d, DIAG_VALUE_UNKNOWN, key->pos,
                 "\"%s\"; name an answer (yes), or a column and its value "
                 "(gender=male)",
                 key->text);
    }
}
