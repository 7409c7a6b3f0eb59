/* number.c -- counting: labels of list items, captions and notes, and the references by
 * which readers quote a place ("1.2 A(3)", "App 2 p4", "Table 1").  In: the built tree;
 * out: label and ref of its elements.  Knows no pages. */
#include "compose/quote.h"

#include <stdlib.h>
#include <string.h>

/* Lists of a kind go on from each other, and so do numbered paragraphs. */
enum { COUNTED_PARAGRAPHS = LIST_FINDINGS + 1, COUNTED };

struct numbering {
    struct work *w;
    int tables, charts;
    int notes;
    int last[COUNTED]; /* number of the last item, by kind */
    struct map *noted; /* names of notes to their first element */
    struct quoting q;
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

/* "2.4.", or "4." where the paragraphs have no number before the dot. */
static const char *paragraph_label(struct arena *a, const struct element *paragraphs,
                                   int number)
{
    const char *front = element_at(paragraphs, AT_NUMBER);
    if (front == NULL)
        return arena_printf(a, "%d.", number);
    return arena_printf(a, "%s.%d.", front, number);
}

static void label_item(struct numbering *n, struct element *item, int number)
{
    struct arena *a = n->w->a;
    if (item->parent->kind == EL_PARAGRAPHS) {
        item->label = paragraph_label(a, item->parent, number);
        return;
    }
    switch (list_kind(item->parent)) {
    case LIST_BULLET: break;
    case LIST_FINDINGS:
    case LIST_PAREN: item->label = arena_printf(a, "(%d)", number); break;
    case LIST_DOT: item->label = arena_printf(a, "%d.", number); break;
    case LIST_PAREN_ROMAN: item->label = arena_printf(a, "(%s)", roman(a, number)); break;
    case LIST_ROMAN: item->label = arena_printf(a, "%s.", roman(a, number)); break;
    }
}

/* ---- lists ---- */

/* What stands in `e` is quoted within `own`; NULL: with `e` as a whole. */
static void number_inside(struct numbering *n, struct element *e,
                          struct quoted_place *own)
{
    struct quoted_place *outer = n->q.place;
    n->q.place = own;
    number_children(n, e);
    n->q.place = outer;
}

static const char *item_ref(struct numbering *n, const struct element *item,
                            struct quoted_word letter)
{
    if (item->label == NULL)
        return quote_next(&n->q, QUOTED_P);
    return quote_label(&n->q, letter, item->label);
}

/* Its first paragraph is the item; what follows that is its second. */
static void number_item(struct numbering *n, struct element *item,
                        struct quoted_word letter)
{
    item->ref = item_ref(n, item, letter);
    struct quoted_place own = {.ref = item->ref, .opening = true};
    number_inside(n, item, item->ref != NULL ? &own : NULL);
}

static void number_list(struct numbering *n, struct element *list)
{
    int *last =
        &n->last[list->kind == EL_LIST ? (int)list_kind(list) : COUNTED_PARAGRAPHS];
    struct quoted_word letter = {"", ""};
    if (list->at[AT_REF_WORD] != NULL)
        letter = quote_named(&n->q, list);
    bool goes_on = list->set[AT_START] == START_CONTINUE;
    int number = goes_on ? *last + 1 : element_number(list, AT_START, 1);
    for (struct element *i = list->first; i != NULL; i = i->next, number++) {
        label_item(n, i, number);
        number_item(n, i, letter);
    }
    *last = number - 1;
}

/* ---- sections, boxes ---- */

static void number_in_section(struct numbering *n, struct element *section)
{
    struct map *noted = n->noted;
    int notes = n->notes;
    if (section_notes(section) == NOTES_RESTART) {
        n->notes = 0;
        n->noted = map_new(n->w->a);
    }
    number_children(n, section);
    if (section_notes(section) == NOTES_RESTART)
        n->notes = notes;
    n->noted = noted;
}

/* What a reader fills in says itself which field it is. */
static bool is_form(const struct element *section)
{
    return element_child(section, EL_FORM) != NULL;
}

static void number_section(struct numbering *n, struct element *section)
{
    struct quoted_place *place = n->q.place, *outer = n->q.section;
    const struct quoted_word named = quote_named(&n->q, section);
    struct quoted_place own = {0};
    if (named.en != NULL) {
        section->ref = own.ref = quote_once(&n->q, named);
        n->q.place = n->q.section = &own;
    }
    if (is_form(section))
        n->q.place = NULL;
    number_in_section(n, section);
    n->q.place = place;
    n->q.section = outer;
}

/* The first heading of a section that has a reference is quoted by that, and one that
 * opens a block by the block's. */
static void number_heading(struct numbering *n, struct element *heading)
{
    struct quoted_place *p = n->q.place;
    bool section = p != NULL && p == n->q.section && p->ref[0] != '\0' && !p->headed;
    if (section)
        p->headed = true;
    else if (p != NULL && !p->opening)
        heading->ref = quote_next(&n->q, QUOTED_HEADING);
    number_inside(n, heading, NULL);
}

/* "box1", its paragraphs "box1.1".  Where no title stands first, its first paragraph is
 * the box. */
static void number_box(struct numbering *n, struct element *box, enum quoted kind)
{
    bool titled = element_child(box, EL_TITLE) != NULL;
    box->ref = quote_next(&n->q, kind);
    struct quoted_place own = {.ref = box->ref, .joint = ".", .opening = !titled};
    number_inside(n, box, box->ref != NULL ? &own : NULL);
}

/* Quoted as a whole. */
static void number_whole(struct numbering *n, struct element *e)
{
    e->ref = quote_next(&n->q, QUOTED_P);
    number_inside(n, e, NULL);
}

static void number_named(struct numbering *n, struct element *e, enum report_word key)
{
    const struct quoted_word name = quote_word(&n->q, key);
    if (n->q.place != NULL && name.en[0] != '\0')
        e->ref = quote_once(&n->q, name);
    number_inside(n, e, NULL);
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
    if (n->q.place != NULL)
        of->ref = quote_once(&n->q, quote_counted(&n->q, ref_key, number));
    element_text(w->a, front, " ", caption->pos);
    element_adopt(front, caption);
    element_adopt(caption, front);
}

static void number_chart(struct numbering *n, struct element *chart)
{
    struct element *caption = (struct element *)element_child(chart, EL_CAPTION);
    if (caption != NULL)
        number_caption(n, chart, caption, REPORT_WORD_CAPTION_CHART,
                       REPORT_WORD_REF_CHART, ++n->charts);
    else
        chart->ref = quote_next(&n->q, QUOTED_P);
    number_inside(n, chart, NULL);
}

/* Rows are counted in their table, or, where that has no number, in its section. */
static void number_table(struct numbering *n, struct element *table)
{
    struct element *caption = (struct element *)element_child(table, EL_CAPTION);
    struct quoted_place own = {0}, *place = n->q.place;
    if (caption != NULL)
        number_caption(n, table, caption, REPORT_WORD_CAPTION_TABLE,
                       REPORT_WORD_REF_TABLE, ++n->tables);
    own.ref = table->ref;
    number_inside(n, table, own.ref != NULL ? &own : place);
}

/* Those of a glossary, whose order is the language's, have their numbers already. */
static void number_row(struct numbering *n, struct element *tr)
{
    const struct quoted_word letter = n->q.letters[QUOTED_ROW];
    if (tr->label != NULL)
        tr->ref = letter.en[0] != '\0' ? quote_label(&n->q, letter, tr->label) : NULL;
    else if (tr->parent->kind == EL_TBODY)
        tr->ref = quote_next(&n->q, QUOTED_ROW);
    tr->label = NULL;
    number_inside(n, tr, NULL);
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

/* "T3 n2": by the number that it prints. */
static const char *note_ref(struct numbering *n, const char *label)
{
    struct quoted_place *place = n->q.place;
    const struct quoted_word letter = n->q.letters[QUOTED_NOTE];
    n->q.place = n->q.section;
    const char *ref = letter.en[0] != '\0' ? quote_label(&n->q, letter, label) : NULL;
    n->q.place = place;
    return ref;
}

static void number_note(struct numbering *n, struct element *note)
{
    if (named_before(n, note))
        return;
    note->label = arena_printf(n->w->a, "%d", ++n->notes);
    note->ref = note_ref(n, note->label);
    number_inside(n, note, NULL);
}

/* ---- the walk ---- */

/* What is quoted there is the section. */
static bool repeats_heading(const struct element *p)
{
    return paragraph_role(p) == PARAGRAPH_TITLE;
}

/* The first one of an item, or of a box without a title, is quoted as that. */
static void number_paragraph(struct numbering *n, struct element *p)
{
    struct quoted_place *place = n->q.place;
    if (place != NULL && place->opening) {
        place->opening = false;
        place->counted[QUOTED_P] = 1;
    } else if (!repeats_heading(p)) {
        p->ref = quote_next(&n->q, QUOTED_P);
    }
    number_children(n, p);
}

/* A score's, in words; elsewhere it belongs to the heading beside it. */
static void number_comment(struct numbering *n, struct element *comment)
{
    if (comment->parent->kind == EL_SCOREBOX)
        comment->ref = quote_next(&n->q, QUOTED_P);
    number_inside(n, comment, NULL);
}

static void number_element(struct numbering *n, struct element *e)
{
    switch ((int)e->kind) { /* most kinds are not counted */
    case EL_SECTION: number_section(n, e); break;
    case EL_LIST:
    case EL_PARAGRAPHS: number_list(n, e); break;
    case EL_TABLE: number_table(n, e); break;
    case EL_TR: number_row(n, e); break;
    case EL_CHART: number_chart(n, e); break;
    case EL_NOTE: number_note(n, e); break;
    case EL_P: number_paragraph(n, e); break;
    case EL_COMMENT: number_comment(n, e); break;
    case EL_HEADING: number_heading(n, e); break;
    case EL_BOX: number_box(n, e, QUOTED_BOX); break;
    case EL_RATING: number_box(n, e, QUOTED_P); break;
    case EL_FIGURE:
    case EL_SIGNATURE:
    case EL_QUOTATION: number_whole(n, e); break;
    case EL_COVER: number_named(n, e, REPORT_WORD_REF_COVER); break;
    case EL_LETTERHEAD: number_named(n, e, REPORT_WORD_REF_HEAD_OF_LETTER); break;
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
    quote_begin(&n.q, w);
    number_children(&n, root);
    quote_said(&n.q, root);
}
