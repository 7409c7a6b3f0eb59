/* bilingual_cells.c -- in: a block of a report tree; out: the cell of the bilingual proof
 * that holds its words, as large and bold as the eye needs to find its counterpart. */
#include "proof/bilingual.h"

#include <string.h>

/* How the words of a block look in their cell. */
static struct element *add_voice(struct sides *s, struct element *p,
                                 const struct element *of)
{
    enum paragraph_role role = of->kind == EL_P ? paragraph_role(of) : PARAGRAPH_BODY;
    bool strong = of->kind == EL_CAPTION || of->kind == EL_TITLE || of->kind == EL_AREA ||
                  (role != PARAGRAPH_BODY && role != PARAGRAPH_SIDE);
    if (role == PARAGRAPH_SIDE)
        element_choose(p, AT_ROLE, role);
    if (of->kind == EL_ALT)
        return sides_add(s, p, EL_EM);
    return strong ? sides_add(s, p, EL_STRONG) : p;
}

/* A level is never skipped, whichever edition lacks a heading. */
static void add_heading(struct sides *s, struct element *cell, const struct element *of)
{
    struct element *heading = sides_add(s, cell, EL_HEADING);
    int level = element_number(of, AT_LEVEL, 1);
    level = level > s->level + 1 ? s->level + 1 : level;
    heading->set[AT_LEVEL] = level;
    heading->at[AT_NUMBER] = of->at[AT_NUMBER];
    heading->label = of->label;
    bilingual_words(s->a, heading, of);
    s->level = level;
}

/* What an item holds: a list of one, with its label. */
static struct element *add_item(struct sides *s, struct element *cell,
                                const struct element *item)
{
    struct element *list = sides_add(s, cell, EL_LIST);
    list->set[AT_KIND] = item->parent->set[AT_KIND];
    if (item->parent->kind == EL_PARAGRAPHS)
        element_choose(list, AT_KIND, LIST_DOT);
    struct element *copy = sides_add(s, list, EL_ITEM);
    copy->label = item->label;
    return sides_add(s, copy, EL_P);
}

static void add_note(struct sides *s, struct element *cell, const struct element *note)
{
    struct element *p = sides_add(s, cell, EL_P);
    element_text(s->a, p, arena_printf(s->a, "[%s] ", note->label), note->pos);
    bilingual_line(s->a, p, note);
}

/* "Initial screening 71%". */
static void add_measure(struct sides *s, struct element *cell, const struct element *of)
{
    struct element *p = sides_add(s, cell, EL_P);
    const struct element *label = element_child(of, EL_LABEL);
    const struct element *value = element_child(of, EL_VALUE);
    const struct element *remark = element_child(of, EL_REMARK);
    if (element_at(of, AT_NUMBER) != NULL)
        element_text(s->a, p, arena_printf(s->a, "%s ", of->at[AT_NUMBER]), of->pos);
    if (label != NULL)
        bilingual_words(s->a, p, label);
    if (p->first != NULL)
        element_text(s->a, p, " ", of->pos);
    struct element *strong = sides_add(s, p, EL_STRONG);
    if (value != NULL)
        bilingual_words(s->a, strong, value);
    else if (of->figure != NULL)
        element_text(s->a, strong, of->figure->printed, of->pos);
    else
        element_remove(strong);
    if (remark != NULL) {
        element_text(s->a, p, " ", of->pos);
        bilingual_words(s->a, p, remark);
    }
}

/* The cells of a row of figures or of a glossary, one behind the other. */
static void add_cells(struct sides *s, struct element *cell, const struct element *tr)
{
    struct element *p = sides_add(s, cell, EL_P);
    for (const struct element *c = tr->first; c != NULL; c = c->next) {
        bool words = element_plain(s->a, c)[0] != '\0';
        if (words && p->first != NULL)
            element_text(s->a, p, " ·\xc2\xa0", c->pos);
        if (c->at[AT_NUMBER] != NULL)
            element_text(s->a, p, arena_printf(s->a, "%s ", c->at[AT_NUMBER]), c->pos);
        bilingual_line(s->a, p, c);
    }
}

static void add_block(struct sides *s, struct element *cell, const struct element *of,
                      const struct element *item)
{
    if (of->kind == EL_HEADING) {
        add_heading(s, cell, of);
    } else if (of->kind == EL_NOTE) {
        add_note(s, cell, of);
    } else if (of->kind == EL_TR) {
        add_cells(s, cell, of);
    } else if (!element_holds_text(of->kind)) {
        add_measure(s, cell, of);
    } else {
        struct element *p =
            item != NULL ? add_item(s, cell, item) : sides_add(s, cell, EL_P);
        p->set[AT_LANG] = of->set[AT_LANG];
        bilingual_words(s->a, add_voice(s, p, of), of);
    }
}

/* An empty one has no paragraph: nothing is read there. */
struct element *bilingual_cell(struct sides *s, struct element *tr, enum lang l,
                               const struct element *of, const struct element *item)
{
    struct element *cell = sides_add(s, tr, EL_TD);
    element_set_lang(cell, l);
    if (of == NULL)
        return cell;
    cell->pos = of->pos;
    add_block(s, cell, of, item);
    if (cell->first->first == NULL)
        element_remove(cell->first);
    return cell;
}
