/* number.c -- counting: labels of list items, captions and notes, and the references by
 * which readers quote a place ("1.2 A(3)", "App 2 p4", "Table 1").  In: the built tree;
 * out: label and ref of its elements.  Knows no pages. */
#include "compose/work.h"

#include <stdlib.h>
#include <string.h>

/* A section that has a reference; paragraphs and boxes are counted in it. */
struct counted {
    const char *ref;
    int paragraphs, boxes;
};

enum list_kind {
    LIST_BULLET,
    LIST_PAREN,
    LIST_DOT,
    LIST_ROMAN,
    LIST_PARAGRAPHS,
    LIST_KINDS
};

struct numbering {
    struct work *w;
    int tables, charts, notes;
    int last[LIST_KINDS];        /* number of the last item, by kind */
    struct map *noted;           /* names of notes to their first element */
    struct counted *place;       /* NULL: nothing here is quoted by reference */
    const char *paragraph, *box; /* letters; "" where the house has none */
};

static void number_children(struct numbering *n, struct element *e);

/* ---- labels ---- */

static const char *roman(struct arena *a, int n)
{
    static const struct {
        int value;
        const char *digits;
    } parts[] = {{100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"},
                 {9, "ix"},  {5, "v"},   {4, "iv"}, {1, "i"}};
    struct buf out = buf_new(a);
    for (size_t i = 0; i < LEN(parts); i++)
        for (; n >= parts[i].value; n -= parts[i].value)
            buf_str(&out, parts[i].digits);
    return out.at;
}

static enum list_kind list_kind(const struct element *list)
{
    static const char *const names[] = {"bullet", "paren", "dot", "roman"};
    const char *kind = list->at[AT_KIND];
    if (list->kind == EL_PARAGRAPHS)
        return LIST_PARAGRAPHS;
    for (size_t i = 0; kind != NULL && i < LEN(names); i++)
        if (strcmp(kind, names[i]) == 0)
            return (enum list_kind)i;
    return LIST_BULLET;
}

/* "2.4.", or "4." where the paragraphs have no number before the dot. */
static const char *paragraph_label(struct arena *a, const struct element *paragraphs,
                                   int number)
{
    const char *front = element_at(paragraphs, AT_NUMBER);
    if (front == NULL)
        return arena_printf(a, "%d.", number);
    return arena_printf(a, "%s.%d.", front, number);
}

static void label_item(struct numbering *n, struct element *item, enum list_kind kind,
                       int number)
{
    struct arena *a = n->w->a;
    switch (kind) {
    case LIST_BULLET: break;
    case LIST_PAREN: item->label = arena_printf(a, "(%d)", number); break;
    case LIST_DOT: item->label = arena_printf(a, "%d.", number); break;
    case LIST_ROMAN: item->label = arena_printf(a, "%s.", roman(a, number)); break;
    case LIST_PARAGRAPHS: item->label = paragraph_label(a, item->parent, number); break;
    case LIST_KINDS: break;
    }
}

/* ---- references ---- */

static const char *paragraph_ref(struct numbering *n)
{
    if (n->place == NULL || n->paragraph[0] == '\0')
        return NULL;
    return arena_printf(n->w->a, "%s %s%d", n->place->ref, n->paragraph,
                        ++n->place->paragraphs);
}

/* Of a label without its stop. */
static int bare_length(const char *label)
{
    size_t len = strlen(label);
    return (int)(label[len - 1] == '.' ? len - 1 : len);
}

/* "1.2 A(3)"; "R(1)" where the section has no reference but the list a letter.  What
 * stands inside an item is quoted with it. */
static const char *item_ref(struct numbering *n, const struct element *item,
                            const char *letter)
{
    if (item->label == NULL)
        return paragraph_ref(n);
    if (n->place == NULL && letter[0] == '\0')
        return NULL;
    int len = bare_length(item->label);
    const char *before =
        n->place != NULL ? arena_printf(n->w->a, "%s ", n->place->ref) : "";
    return arena_printf(n->w->a, "%s%s%.*s", before, letter, len, item->label);
}

static void number_item(struct numbering *n, struct element *item)
{
    struct counted *outer = n->place;
    n->place = NULL;
    number_children(n, item);
    n->place = outer;
}

static int list_start(const struct numbering *n, const struct element *list,
                      enum list_kind kind)
{
    const char *start = list->at[AT_START];
    if (start == NULL)
        return 1;
    if (strcmp(start, "continue") == 0)
        return n->last[kind] + 1;
    return (int)strtol(start, NULL, 10);
}

static void number_list(struct numbering *n, struct element *list)
{
    enum list_kind kind = list_kind(list);
    const char *key = list->at[AT_REF_WORD];
    const char *letter = key != NULL ? word_plain(n->w, key, true) : "";
    int number = list_start(n, list, kind);
    for (struct element *i = list->first; i != NULL; i = i->next, number++) {
        label_item(n, i, kind, number);
        i->ref = kind == LIST_PARAGRAPHS
                     ? arena_printf(n->w->a, "%.*s", bare_length(i->label), i->label)
                     : item_ref(n, i, letter);
        number_item(n, i);
    }
    n->last[kind] = number - 1;
}

/* The wording of `ref-word`, whose arg n is `ref-number`; without one, that number. */
static const char *section_ref(struct numbering *n, const struct element *section)
{
    const char *key = section->at[AT_REF_WORD], *number = section->at[AT_REF_NUMBER];
    if (key == NULL)
        return number;
    return word_plain_n(n->w, key, number != NULL ? number : "");
}

static void number_section(struct numbering *n, struct element *section)
{
    struct counted *outer = n->place, own = {.ref = section_ref(n, section)};
    struct map *noted = n->noted;
    int notes = n->notes;
    if (own.ref != NULL) {
        section->ref = own.ref;
        n->place = &own;
    }
    if (section->at[AT_NOTES] != NULL) {
        n->notes = 0;
        n->noted = map_new(n->w->a);
    }
    number_children(n, section);
    if (section->at[AT_NOTES] != NULL)
        n->notes = notes;
    n->place = outer;
    n->noted = noted;
}

/* Its title and text are quoted as a whole. */
static void number_box(struct numbering *n, struct element *box)
{
    struct counted *outer = n->place;
    if (outer != NULL && n->box[0] != '\0' && box->kind == EL_BOX)
        box->ref = arena_printf(n->w->a, "%s %s%d", outer->ref, n->box, ++outer->boxes);
    n->place = NULL;
    number_children(n, box);
    n->place = outer;
}

/* ---- captions ---- */

/* Puts the wording before the caption's own words. */
static void number_caption(struct numbering *n, struct element *of,
                           struct element *caption, enum report_word front_key,
                           enum report_word ref_key, int number)
{
    struct work *w = n->w;
    struct element *front = element_new(w->a, EL_CAPTION, caption->pos);
    const char *digits = arena_printf(w->a, "%d", number);
    word_into(w, front, report_word_key(front_key), with_text(w, "n", digits), true);
    of->label = word_plain_n(w, report_word_key(ref_key), digits);
    of->ref = of->label;
    element_text(w->a, front, " ", caption->pos);
    element_adopt(front, caption);
    element_adopt(caption, front);
}

static void number_captioned(struct numbering *n, struct element *e)
{
    struct element *caption = (struct element *)element_child(e, EL_CAPTION);
    if (caption != NULL && e->kind == EL_TABLE)
        number_caption(n, e, caption, REPORT_WORD_CAPTION_TABLE, REPORT_WORD_REF_TABLE,
                       ++n->tables);
    if (caption != NULL && e->kind == EL_CHART)
        number_caption(n, e, caption, REPORT_WORD_CAPTION_CHART, REPORT_WORD_REF_CHART,
                       ++n->charts);
    number_box(n, e);
}

/* ---- footnotes ---- */

/* A note named before keeps its number and is printed there. */
static bool named_before(struct numbering *n, struct element *note)
{
    const char *name = note->at[AT_NAME];
    if (name == NULL)
        return false;
    const struct element *before = map_get(n->noted, name);
    if (before == NULL) {
        map_put(n->noted, name, note);
        return false;
    }
    note->label = before->label;
    note->first = note->last = NULL;
    return true;
}

static void number_note(struct numbering *n, struct element *note)
{
    if (named_before(n, note))
        return;
    note->label = arena_printf(n->w->a, "%d", ++n->notes);
    struct counted *outer = n->place;
    n->place = NULL;
    number_children(n, note);
    n->place = outer;
}

/* ---- the walk ---- */

/* What is quoted there is the section. */
static bool repeats_heading(const struct element *p)
{
    const char *role = p->at[AT_ROLE];
    return role != NULL && strcmp(role, "title") == 0;
}

static void number_element(struct numbering *n, struct element *e)
{
    switch ((int)e->kind) { /* most kinds are not counted */
    case EL_SECTION: number_section(n, e); break;
    case EL_LIST:
    case EL_PARAGRAPHS: number_list(n, e); break;
    case EL_TABLE:
    case EL_CHART: number_captioned(n, e); break;
    case EL_NOTE: number_note(n, e); break;
    case EL_P:
        if (!repeats_heading(e))
            e->ref = paragraph_ref(n);
        number_children(n, e);
        break;
    case EL_BOX:
    case EL_SCOREBOX:
    case EL_PANEL:
    case EL_FIGURE:
    case EL_SIGNATURE:
    case EL_QUOTATION: number_box(n, e); break;
    default: number_children(n, e); break;
    }
}

static void number_children(struct numbering *n, struct element *e)
{
    for (struct element *c = e->first; c != NULL; c = c->next)
        number_element(n, c);
}

void number_report(struct work *w, struct element *root)
{
    struct numbering n = {.w = w, .noted = map_new(w->a)};
    n.paragraph = word_plain(w, report_word_key(REPORT_WORD_REF_PARAGRAPH), false);
    n.box = word_plain(w, report_word_key(REPORT_WORD_REF_BOX), false);
    number_children(&n, root);
}
