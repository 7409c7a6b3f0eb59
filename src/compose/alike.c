/* alike.c -- two things that readers tell apart by words or numbers, and cannot: heads of
 * one table, fields of one form, references, brackets that do not close.  In: the
 * finished tree of a report of made-up data; out: warnings at the template's lines. */
#include "compose/work.h"

#include <ctype.h>
#include <string.h>

/* What one walk carries. */
struct likes {
    struct work *w;
    struct map *seen; /* by place, kind and name */
};

static const char *name_of(const struct element *e)
{
    return element_name(e->kind);
}

/* The nearest of that kind around `e`; NULL: none. */
static const struct element *around(const struct element *e, enum element_kind kind)
{
    for (e = e->parent; e != NULL && e->kind != kind;)
        e = e->parent;
    return e;
}

/* Whether a name has not come before where `in` is. */
static bool is_new(struct likes *l, const void *in, const char *what, const char *name)
{
    const char *key = arena_printf(l->w->a, "%p %s %s", in, what, name);
    return map_put(l->seen, key, l) == NULL;
}

/* What the template made, that an author's words stand in. */
static const struct element *made_around(const struct work *w, const struct element *e)
{
    while (e->parent != NULL && e->pos.file == w->in->file)
        e = e->parent;
    return e;
}

/* ---- words ---- */

/* Digits differ even where one element of the template makes them all. */
static bool has_letter(const char *s)
{
    while (*s != '\0' && !isalpha((unsigned char)*s))
        s++;
    return *s != '\0';
}

/* Siblings whose words a reader tells them apart by; what one element of the template
 * makes of a list has the words of the list. */
static void check_alike(struct work *w, const struct element *e)
{
    const char *words = element_plain(w->a, e);
    for (const struct element *c = e->parent->first; words[0] != '\0' && c != e;
         c = c->next)
        if (c->kind == e->kind && (c->pos.at != e->pos.at || !has_letter(words)) &&
            strcmp(element_plain(w->a, c), words) == 0) {
            diag(w->d, DIAG_ALIKE, e->pos,
                 "two <%s> say the same; is the wording of this one right?", name_of(e));
            return;
        }
}

static const struct element *field_label(const struct element *row,
                                         const struct element *label)
{
    for (const struct element *f = row->first; f != NULL && f != label->parent;
         f = f->next) {
        const struct element *l = element_child(f, EL_LABEL);
        if (l != NULL)
            return l;
    }
    return NULL;
}

static void check_field(struct work *w, const struct element *field)
{
    const struct element *label = element_child(field, EL_LABEL);
    for (const struct element *row = field->parent->parent->first;
         label != NULL && row != NULL; row = row->next) {
        const struct element *before =
            row->kind == EL_FIELDS ? field_label(row, label) : NULL;
        if (before != NULL && before != label &&
            strcmp(element_plain(w->a, before), element_plain(w->a, label)) == 0)
            diag(w->d, DIAG_ALIKE, label->pos,
                 "two fields have this label; is the wording of this one right?");
        if (row == field->parent)
            return;
    }
}

/* The words of a cover are each other's company: none says what another says. */
static void check_cover(struct work *w, const struct element *cover)
{
    for (const struct element *e = cover->first; e != NULL; e = e->next)
        for (const struct element *c = cover->first; c != e; c = c->next)
            if (c->kind != e->kind && c->kind != EL_LOGO &&
                strcmp(element_plain(w->a, c), element_plain(w->a, e)) == 0)
                diag(w->d, DIAG_ALIKE, e->pos,
                     "<%s> says what <%s> says; is the wording of this one right?",
                     name_of(e), name_of(c));
}

static bool stands_once(enum element_kind kind)
{
    return kind == EL_ASIDE || kind == EL_VALUE || kind == EL_LABEL ||
           kind == EL_CAPTION || kind == EL_ALT || kind == EL_LEGEND ||
           kind == EL_COMMENT || kind == EL_MEANING || kind == EL_REMARK ||
           kind == EL_BY || kind == EL_AREA || kind == EL_LEAD || kind == EL_DATE;
}

static void check_parts(struct work *w, const struct element *e)
{
    for (const struct element *c = e->first; c != NULL; c = c->next)
        for (const struct element *b = e->first; b != c; b = b->next)
            if (b->kind == c->kind && stands_once(c->kind))
                diag(w->d, DIAG_ALIKE, c->pos, "a second <%s> in <%s>; take one out",
                     name_of(c), name_of(e));
}

/* "(the manager" is a bracket of a wording that was not closed. */
static void check_brackets(struct work *w, const struct element *e)
{
    const char *words = element_plain(w->a, e);
    int open = 0;
    for (const char *c = words; *c != '\0'; c++)
        open += (*c == '(') - (*c == ')');
    if (open != 0)
        diag(w->d, DIAG_UNLIKE, made_around(w, e)->pos,
             "brackets do not pair; are the wordings that open and close them right?");
}

/* Patterns that a key explains. */
static void check_swatches(struct likes *l, const struct element *key,
                           const struct element *e)
{
    for (const struct element *c = e->first; c != NULL; c = c->next) {
        if (c->kind == EL_SWATCH && !is_new(l, key, "swatch", fill_name(c->fill)))
            diag(l->w->d, DIAG_ALIKE, c->pos,
                 "two <swatch> of one key are alike; is `fill` right?");
        check_swatches(l, key, c);
    }
}

/* The part of the document that holds it. */
static const struct element *part_around(const struct element *e)
{
    while (e->parent != NULL && e->parent->parent != NULL)
        e = e->parent;
    return e;
}

/* An author's text at its first words, twice in one element of the template, or made by
 * two of them in one part of the document. */
static void check_text(struct likes *l, const struct element *e)
{
    if (e->kind != EL_TEXT || e->pos.file != l->w->in->file)
        return;
    const struct element *in = made_around(l->w, e), *part = part_around(e);
    bool sentence = in->kind == EL_CAPTION || in->kind == EL_ALT; /* may name it again */
    const char *at = arena_printf(l->w->a, "%zu", e->pos.at);
    if (sentence)
        return;
    bool prose = l->w->about == NULL && e->parent->kind == EL_P && in->kind != EL_TH &&
                 e->parent->pos.file == l->w->in->file;
    bool here = is_new(l, part, arena_printf(l->w->a, "text at %zu", in->pos.at), at);
    if (!is_new(l, in, "text", at))
        diag(l->w->d, DIAG_ALIKE, in->pos,
             "a text of the author is printed twice in <%s>; is what is copied right?",
             name_of(in));
    else if (!is_new(l, part, "part's text", at) && here && in != part && prose)
        diag(l->w->d, DIAG_ALIKE, in->pos,
             "<%s> prints a text of the author that stands before it in this part "
             "already; is what is copied right?",
             name_of(in));
}

/* Two paragraphs that two elements of the template word, side by side. */
static void check_paragraph(struct likes *l, const struct element *p)
{
    const char *words = element_plain(l->w->a, p);
    if (l->w->about != NULL || words[0] == '\0' || p->pos.file == l->w->in->file)
        return;
    const char *made = arena_printf(l->w->a, "p at %zu", p->pos.at);
    bool once = is_new(l, p->parent, made, words);
    if (!is_new(l, p->parent, "p", words) && once)
        diag(l->w->d, DIAG_ALIKE, p->pos,
             "two paragraphs side by side say the same; is the wording of this one "
             "right?");
}

/* What a letter says of itself in one row it does not say in another. */
static void check_row(struct likes *l, const struct element *tr)
{
    const struct element *table = around(tr, EL_TABLE), *td = element_child(tr, EL_TD);
    const char *words = td != NULL ? element_plain(l->w->a, td) : "";
    if (l->w->about != NULL && table_kind(table) == TABLE_LETTER && words[0] != '\0' &&
        !is_new(l, table, "row", words))
        diag(l->w->d, DIAG_ALIKE, td->pos,
             "two rows of a letter's table say the same; is what is copied right?");
}

/* ---- numbers, references ---- */

/* A reference means one place. */
static void check_reference(struct likes *l, const struct element *e)
{
    const char *word = element_at(e, AT_REF_WORD), *number = element_at(e, AT_REF_NUMBER);
    if (word == NULL && (number == NULL || e->kind != EL_SECTION))
        return;
    const char *name = arena_printf(l->w->a, "%s %s", word != NULL ? word : "",
                                    number != NULL ? number : "");
    if (!is_new(l, e->kind == EL_LIST ? around(e, EL_SECTION) : NULL, "ref", name))
        diag(l->w->d, DIAG_ALIKE, e->pos,
             "two <%s> have this reference; are `ref-word` and `ref-number` right?",
             name_of(e));
}

static void check_item(struct likes *l, const struct element *item)
{
    const char *word = element_at(item->parent, AT_REF_WORD);
    const char *what =
        arena_printf(l->w->a, "%s %s", name_of(item->parent), word != NULL ? word : "");
    bool counted = item->label != NULL &&
                   (item->parent->kind == EL_PARAGRAPHS || around(item, EL_BOX) == NULL);
    if (counted && around(item->parent, EL_ITEM) == NULL &&
        !is_new(l, around(item, EL_SECTION), what, item->label))
        diag(l->w->d, DIAG_ALIKE, item->parent->pos,
             "two items of one section have one number; is the `start` of <%s> right?",
             name_of(item->parent));
}

/* Within its chart, its table, or the section around its own. */
static void check_number(struct likes *l, const struct element *e)
{
    const struct element *in = e->kind == EL_BAR  ? around(e, EL_CHART)
                               : e->kind == EL_TH ? around(e, EL_TABLE)
                                                  : around(e, EL_SECTION);
    if (e->kind == EL_HEADING && in != NULL)
        in = in->parent;
    if (e->kind == EL_BAR && chart_kind(in) == CHART_LINKED)
        return; /* a row's points have its number */
    if (element_at(e, AT_NUMBER) != NULL && !is_new(l, in, name_of(e), e->at[AT_NUMBER]))
        diag(l->w->d, DIAG_ALIKE, e->pos,
             "two <%s> beside each other have one number; is `number` right?",
             name_of(e));
}

static void check_divider(struct likes *l, const struct element *divider)
{
    const struct element *value = element_child(divider, EL_VALUE);
    if (value != NULL && !is_new(l, NULL, "divider", element_plain(l->w->a, value)))
        diag(l->w->d, DIAG_ALIKE, value->pos,
             "two dividers have this <value>; is its number right?");
}

/* Two low headings of a section; of higher ones, which name what the author chose, two
 * that the template words itself, side by side. */
static void check_heading(struct likes *l, const struct element *heading)
{
    const struct element *in = heading->parent;
    const char *words = element_plain(l->w->a, heading);
    int level = element_choice(heading, AT_LEVEL);
    bool low = level >= HEADING_3;
    if (words[0] == '\0')
        return;
    if (!low && in->parent != NULL)
        in = in->parent;
    const char *what = arena_printf(l->w->a, "heading %d", low ? HEADING_3 : level);
    const char *made = arena_printf(l->w->a, "%s at %zu", what, heading->pos.at);
    bool once = is_new(l, in, made, words) || low; /* by this element */
    if (!is_new(l, in, what, words) && once)
        diag(l->w->d, DIAG_ALIKE, heading->pos,
             "two headings %s say the same; is the wording of this one right?",
             low ? "of a section" : "side by side");
}

/* ---- the walk ---- */

static void check_block(struct likes *l, const struct element *e)
{
    struct work *w = l->w;
    switch ((int)e->kind) { /* most are told apart by what is in them */
    case EL_SECTION: check_reference(l, e); break;
    case EL_LIST: check_reference(l, e); break;
    case EL_DIVIDER: check_divider(l, e); break;
    case EL_COVER: check_cover(w, e); break;
    case EL_HEADING:
        check_heading(l, e);
        check_number(l, e);
        break;
    case EL_ITEM:
        check_item(l, e);
        check_brackets(w, e);
        break;
    case EL_P:
        check_paragraph(l, e);
        check_brackets(w, e);
        check_swatches(l, e, e);
        break;
    }
}

static void check_part(struct likes *l, const struct element *e)
{
    switch ((int)e->kind) {
    case EL_FIELD: check_field(l->w, e); break;
    case EL_TH:
        if (e->parent->parent->kind == EL_THEAD)
            check_alike(l->w, e);
        check_number(l, e);
        break;
    case EL_BAR: check_number(l, e); break;
    case EL_TR: check_row(l, e); break;
    case EL_ENTRY:
    case EL_NAME:
    case EL_STRAP:
    case EL_CHOICE: check_alike(l->w, e); break;
    }
}

static void check_all(struct likes *l, const struct element *e)
{
    check_block(l, e);
    check_part(l, e);
    check_parts(l->w, e);
    check_text(l, e);
    for (const struct element *c = e->first; c != NULL; c = c->next)
        check_all(l, c);
}

void alike_check(struct work *w, const struct element *root)
{
    struct likes l = {w, map_new(w->a)};
    check_all(&l, root);
}

/* One that the document about the report brings, not the inspection. */
static bool is_about(const struct work *w, const struct author_text *t)
{
    for (size_t i = 0; t->plain != NULL && t->of == NULL && i < w->about->part_count; i++)
        if (strcmp(w->about->parts[i].parent, t->name) == 0)
            return true;
    return false;
}

void unused_check(struct work *w, const struct element *root)
{
    for (size_t i = 0; i < w->texts.len; i++)
        if (is_about(w, &w->texts.at[i]) && !w->texts.at[i].used)
            diag(w->d, DIAG_TEXT_UNPRINTED, root->pos,
                 "a <%s> of its data; let a template print each", w->texts.at[i].name);
}
