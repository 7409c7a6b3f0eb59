/* ids.c -- the names of blocks in addresses.  A block that its author or template has
 * named keeps that name; any other that readers quote has its reference, in the letters
 * of the English edition, whatever the page speaks: so a block has one address in both,
 * and keeps it from one making to the next as long as its reference stays. */
#include "html/work.h"

#include "base/ascii.h"

#include <string.h>

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* A name without dots, which a stylesheet or a script would take for something else. */
static const char *dashed(struct web *w, const char *before, const char *name)
{
    char *id = arena_printf(w->a, "%s%s", before, name);
    for (char *p = id; *p != '\0'; p++)
        if (*p == '.')
            *p = '-';
    return id;
}

/* "theme" as it is, "1.1" as "s-1-1": what begins with a digit is hard to select. */
static const char *named(struct web *w, const char *id)
{
    return dashed(w, is_letter(id[0]) ? "" : "s-", id);
}

/* "1.2 A(3)" as "r_1-2_A-3"; no name of an author holds "_". */
static const char *quoted(struct web *w, const char *ref)
{
    struct buf out = buf_new(w->a);
    for (const char *p = ref; *p != '\0'; p++) {
        if (is_letter(*p) || is_digit(*p) || *p == '.')
            buf_char(&out, *p);
        else if (*p == ' ')
            buf_char(&out, '_');
        else if (p[1] != '\0' && p[1] != ' ')
            buf_char(&out, '-');
    }
    return dashed(w, "r_", out.at);
}

void web_targets(struct web *w, const struct element *e)
{
    if (e->at[AT_ID] != NULL)
        map_put(w->targets, e->at[AT_ID], (void *)e);
    for (const struct element *c = e->first; c != NULL; c = c->next)
        web_targets(w, c);
}

const char *web_target(struct web *w, const char *id)
{
    return named(w, id);
}

const char *web_own_id(struct web *w, const char *name)
{
    return arena_printf(w->a, "%s_%zu", name, ++w->names);
}

void web_id(struct web *w, const struct element *e)
{
    const char *id = e->at[AT_ID] != NULL ? named(w, e->at[AT_ID])
                     : e->ref != NULL     ? quoted(w, e->ref)
                                          : NULL;
    if (id == NULL || map_put(w->used, id, (void *)e) != NULL)
        return;
    buf_attribute(&w->out, "id", id);
}

const char *web_called(struct web *w, const struct element *e)
{
    const struct element *heading = element_child(e, EL_HEADING);
    if (e->label != NULL)
        return e->label;
    if (e->kind == EL_SECTION && heading != NULL)
        return arena_printf(w->a, "%s%s", web_heading_number(w, heading),
                            element_plain(w->a, heading));
    return e->said != NULL ? e->said : "";
}

static bool is_shown(const struct web *w, const struct element *e)
{
    const enum stage stage = w->report->stage;
    return e->ref != NULL && (stage == STAGE_PROOF || stage == STAGE_DRAFT);
}

void web_reference(struct web *w, const struct element *e)
{
    if (!is_shown(w, e))
        return;
    buf_str(&w->out, "<span class=\"ref\">");
    buf_xml(&w->out, e->said);
    buf_str(&w->out, "</span> ");
}

void web_reference_alone(struct web *w, const struct element *e)
{
    if (!is_shown(w, e))
        return;
    buf_str(&w->out, "<p class=\"ref-alone\">");
    web_reference(w, e);
    buf_str(&w->out, "</p>\n");
}
