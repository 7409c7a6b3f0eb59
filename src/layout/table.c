/* table.c -- a table as strips: caption, head, a strip per row; and what comes again when
 * it is parted between pages.  In: a table element; out: strips that know their table. */
#include "layout/table.h"

/* ---- rows as strips ---- */

static struct strip *row_push(struct flow *f, struct row *r, enum hold hold)
{
    struct strip *strip = flow_push(f, r->height, row_baseline(r), hold);
    strip->table = r->table;
    strip->notes = row_notes(r);
    strip->give = r->give;
    flow_draw(f, strip, row_draw, r, 0, 0);
    return strip;
}

/* A heading in a proof of two editions stays with the row under it. */
static bool row_leads(const struct row *r)
{
    for (size_t i = 0; i < r->cells.len; i++) {
        const struct strips *in = &r->cells.at[i].strips;
        if (in->len > 0 && in->at[in->len - 1].hold == HOLD_ALWAYS)
            return true;
    }
    return false;
}

/* A table parted between pages leaves some of its rows on both; one that leads the next
 * is a title.  Rather not fewer than ROWS_RATHER before. */
enum { ROWS_BEFORE = 2, ROWS_RATHER = 4, ROWS_BEHIND = 4 };

static void table_tails(struct flow *f, size_t first)
{
    size_t before = 0, behind = 0;
    for (size_t i = first; i < f->out.len; i++)
        behind += f->out.at[i].hold == HOLD_NONE;
    for (size_t i = first; i + 1 < f->out.len; i++) {
        struct strip *strip = &f->out.at[i];
        if (strip->hold != HOLD_NONE)
            continue;
        before++;
        behind--;
        if (before < ROWS_BEFORE || behind < ROWS_BEHIND)
            strip->hold = HOLD_ROWS;
        else if (before < ROWS_RATHER)
            strip->hold = HOLD_ITEM;
    }
}

static void row_strips(struct flow *f, struct row *r, struct row *group, bool begins)
{
    length most = page_room(f->s) - (r->table->head == NULL ? 0 : r->table->head->height);
    bool leads = r->group || r->page || (r->table->look->margin > 0 && row_leads(r));
    enum hold hold = leads ? HOLD_ALWAYS : HOLD_NONE;
    size_t pieces = r->height > most * 9 / 10 ? row_pieces(r) : 1;
    for (size_t i = 0; i < pieces; i++) {
        struct row *piece = pieces == 1 ? r : row_piece(r, i);
        piece->give = pieces == 1 ? 2 * r->table->look->pad : 0;
        struct strip *strip = row_push(f, piece, hold);
        strip->repeats = !begins || i > 0;
        strip->group = r->group || r->total ? NULL : group;
    }
}

/* The rows of all bodies; the last has the rule under the table. */
static struct row *rows_next(struct table *t, const struct element **part,
                             const struct element **tr)
{
    struct row *r;
    while (*part != NULL) {
        if ((*part)->kind == EL_TBODY && (r = row_read(t, tr, false)) != NULL)
            return r;
        *part = (*part)->next;
        *tr = *part == NULL ? NULL : (*part)->first;
    }
    return NULL;
}

static void table_body(struct flow *f, struct table *t)
{
    const struct element *part = t->element->first;
    const struct element *tr = part == NULL ? NULL : part->first;
    struct row *group = NULL, *next = rows_next(t, &part, &tr);
    bool begins = true;
    size_t first = f->out.len;
    t->part = tag_new(f->s->a, t->tag, TAG_TBODY);
    while (next != NULL) {
        struct row *r = next;
        next = rows_next(t, &part, &tr);
        r->first = begins && t->head == NULL && t->heads == NULL;
        r->last = next == NULL;
        row_lay(r);
        row_strips(f, r, group, begins);
        group = r->group ? r : group;
        begins = false;
    }
    table_tails(f, first);
}

static void table_head(struct flow *f, struct table *t)
{
    const struct element *part = element_child(t->element, EL_THEAD);
    const struct element *tr = part == NULL ? NULL : part->first;
    if (tr == NULL)
        return;
    t->part = tag_new(f->s->a, t->tag, TAG_THEAD);
    t->head = row_read(t, &tr, true);
    if (t->head == NULL)
        return;
    t->head->first = true;
    row_lay(t->head);
    row_push(f, t->head, HOLD_ALWAYS);
    if (t->stacked) { /* every record says it again */
        t->heads = t->head;
        t->head = NULL;
    }
}

void flow_table(struct flow *f, const struct element *e)
{
    flow_id(f, e);
    struct table *t = table_read(f, e);
    if (t->columns.len == 0)
        return;
    flow_reference(f, e, NULL);
    t->tag = tag_new(f->s->a, f->tag, TAG_TABLE);
    flow_caption(f, e, t->tag);
    table_head(f, t);
    table_body(f, t);
    f->after = t->look->after;
}

/* ---- parted between pages ---- */

/* A title with ", continued", all of it an artifact. */
static const struct words *words_again(struct table *t, const struct element *title,
                                       struct type_style type, enum face more_face,
                                       length width)
{
    struct state *s = t->s;
    struct spans all = spans_of(s, title, &type, t->lang, NULL);
    struct span more = span_of(&type, t->lang, s->report->words[LAYOUT_CONTINUED], NULL);
    more.face = more_face;
    if (more.len > 0)
        spans_add(s, &all, more);
    return words_new(s, &all, &type, width, ALIGN_LEFT);
}

static const struct words *caption_again(struct table *t)
{
    const struct element *caption = element_child(t->element, EL_CAPTION);
    if (caption == NULL)
        return NULL;
    const struct type_style *type = type_of(t->s, TYPE_CAPTION);
    if (t->continued == NULL)
        t->continued = words_again(t, caption, *type, type->face, t->width);
    return t->continued;
}

static const struct words *group_again(struct row *r)
{
    struct table *t = r->table;
    if (r->again != NULL || r->cells.len == 0)
        return r->again;
    const struct element *cell = r->cells.at[0].element, *p = element_child(cell, EL_P);
    struct type_style type = *table_type(t, t->look->types.text);
    type.face = FACE_BOLD;
    const char *number = cell->at[AT_NUMBER];
    length left = number == NULL ? 0 : t->look->hang;
    if (number != NULL) {
        struct spans spans = spans_words(t->s, number, &type, t->lang, NULL);
        r->number_again = words_line(t->s, &spans, &type);
    }
    r->again = words_again(t, p == NULL ? cell : p, type, FACE_REGULAR, t->width - left);
    return r->again;
}

static length caption_room(struct state *s, const struct words *caption)
{
    return caption == NULL ? 0 : words_height(caption) + type_of(s, TYPE_CAPTION)->after;
}

static length group_room(const struct table *t, const struct words *group)
{
    return group == NULL ? 0 : words_height(group) + 2 * t->look->pad;
}

length table_lead(struct state *s, const struct strips *all, size_t first)
{
    const struct strip *strip = &all->at[first];
    if (strip->table == NULL || !strip->repeats)
        return 0;
    length head = strip->table->head == NULL ? strip->table->look->cut.width
                                             : strip->table->head->height;
    length group = 0;
    if (strip->group != NULL)
        group = group_room(strip->table, group_again(strip->group));
    length lead = caption_room(s, caption_again(strip->table)) + head + group;
    return lead > page_room(s) / 2 ? 0 : lead; /* so that rows still fit */
}

static void group_draw(struct canvas *c, struct row *r, length x, length y)
{
    const struct words *group = group_again(r);
    const struct table *t = r->table;
    length hang = r->number_again == NULL ? 0 : t->look->hang;
    if (group == NULL)
        return;
    *array_push(c->s->a, &c->page->items) =
        item_rectangle(c->s->a, x, y, t->width, group_room(t, group), t->look->tint);
    if (r->number_again != NULL)
        words_draw(c, r->number_again, x, y + t->look->pad);
    words_draw(c, group, x + hang, y + t->look->pad);
}

void table_lead_draw(struct canvas *c, const struct strips *all, size_t first, length x,
                     length y)
{
    const struct strip *strip = &all->at[first];
    struct table *t = strip->table;
    struct canvas_state since = canvas_state(c);
    const struct words *caption = caption_again(t);
    x += strip->x;
    if (caption != NULL)
        words_draw(c, caption, x, y);
    y += caption_room(c->s, caption);
    if (t->head != NULL)
        row_draw(c, t->head, x, y);
    else
        *array_push(c->s->a, &c->page->items) =
            item_rule(c->s->a, x, y, t->width, t->look->cut.width, t->look->cut.colour);
    y += t->head == NULL ? t->look->cut.width : t->head->height;
    if (strip->group != NULL)
        group_draw(c, strip->group, x, y);
    canvas_artifacts(c, since, ARTIFACT_HEADER);
}

void table_cut_draw(struct canvas *c, const struct strips *all, size_t next, length x,
                    length y)
{
    const struct strip *strip = &all->at[next];
    if (strip->table == NULL || !strip->repeats)
        return;
    const struct table *t = strip->table;
    *array_push(c->s->a, &c->page->items) = item_rule(
        c->s->a, x + strip->x, y, t->width, t->look->cut.width, t->look->cut.colour);
}
