/* refs.c -- links and references to ids: found, or said to lead nowhere, and put into
 * words ("Table 1", "page 8", whose number layout fills in). */
#include "compose/work.h"

#include <string.h>

struct refs {
    struct work *w;
    struct map *ids;
    ARRAY(const char *) names; /* all ids, for "did you mean" */
};

/* ---- ids ---- */

static void collect(struct refs *r, struct element *e)
{
    const char *id = e->at[AT_ID];
    if (id != NULL) {
        const struct element *before = map_put(r->ids, id, e);
        if (before != NULL)
            diag(r->w->d, DIAG_ID_TWICE, e->pos,
                 "\"%s\" is the id of a <%s> before it; choose another", id,
                 element_name(before->kind));
        *array_push(r->w->a, &r->names) = id;
    }
    for (struct element *c = e->first; c != NULL; c = c->next)
        collect(r, c);
}

/* What `e` leads to; NULL, and said, when there is no such id. */
static const struct element *target_of(struct refs *r, const struct element *e)
{
    const char *id = e->at[AT_TARGET];
    const struct element *target = map_get(r->ids, id);
    if (target != NULL)
        return target;
    const char *near = nearest_name(id, r->names.at, r->names.len);
    const char *hint = near != NULL
                           ? arena_printf(r->w->a, "did you mean #%s?", near)
                           : "give the block it means an `id:`, or use a criterion's "
                             "number";
    diag(r->w->d, DIAG_LINK_UNKNOWN, e->pos, "#%s; %s", id, hint);
    return NULL;
}

/* ---- words ---- */

/* "Appendix 5": the heading's number, else the section's reference, else the heading. */
static void section_number(struct work *w, struct element *into,
                           const struct element *section)
{
    const struct element *heading = element_child(section, EL_HEADING);
    const char *text = section->said;
    if (heading != NULL && heading->at[AT_NUMBER] != NULL)
        text = heading->at[AT_NUMBER];
    else if (heading != NULL && text == NULL)
        text = element_plain(w->a, heading);
    if (text != NULL)
        element_text(w->a, into, text, into->pos);
}

static void number_into(struct work *w, struct element *ref, const struct element *target)
{
    if (target->label != NULL)
        element_text(w->a, ref, target->label, ref->pos);
    else if (target->kind == EL_SECTION)
        section_number(w, ref, target);
    else if (target->said != NULL)
        element_text(w->a, ref, target->said, ref->pos);
    if (ref->first == NULL)
        diag(w->d, DIAG_LINK_UNKNOWN, ref->pos,
             "#%s has no number to print; a table or chart needs a caption, a section "
             "a heading",
             ref->at[AT_TARGET]);
}

static bool page_into(struct work *w, struct element *into, enum report_word key,
                      const char *target, bool required)
{
    struct element *with = element_new(w->a, EL_WITH, into->pos);
    with->at[AT_NAME] = "page";
    struct element *page = element_new(w->a, EL_PAGENUM, into->pos);
    page->at[AT_TARGET] = target;
    element_append(with, page);
    return word_into(w, into, report_word_key(key), with, required);
}

static void resolve_ref(struct refs *r, struct element *ref)
{
    const struct element *target = target_of(r, ref);
    if (target == NULL)
        return;
    if (ref_form(ref) == REF_PAGE)
        page_into(r->w, ref, REPORT_WORD_REF_PAGE, ref->at[AT_TARGET], true);
    else
        number_into(r->w, ref, target);
}

/* Where the house says so, a link shows its page: paper has nothing to click. */
static void resolve_link(struct refs *r, struct element *link)
{
    if (link->at[AT_TARGET] == NULL || target_of(r, link) == NULL)
        return;
    struct work *w = r->w;
    if (words_get(w->p->words, report_word_key(REPORT_WORD_LINK_PAGE)) == NULL)
        return;
    struct element *first = element_text(w->a, link, " ", link->pos);
    page_into(w, link, REPORT_WORD_LINK_PAGE, link->at[AT_TARGET], false);
    for (; first != NULL; first = first->next)
        first->page = true;
}

static void resolve(struct refs *r, struct element *e)
{
    for (struct element *c = e->first; c != NULL; c = c->next)
        resolve(r, c);
    if (e->kind == EL_REF)
        resolve_ref(r, e);
    else if (e->kind == EL_LINK)
        resolve_link(r, e);
    else if (e->kind == EL_PAGENUM)
        target_of(r, e);
}

void refs_resolve(struct work *w, struct element *root)
{
    struct refs r = {.w = w, .ids = map_new(w->a)};
    collect(&r, root);
    resolve(&r, root);
}
