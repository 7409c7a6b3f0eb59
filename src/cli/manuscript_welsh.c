/* manuscript_welsh.c -- the Welsh of a report to Word and back: the units of cy.xlf as
 * pairs, taken through the gate that every delivery passes. */
#include "cli/manuscript_welsh.h"

#include "cli/memory.h"
#include "cli/terms.h"
#include "cli/translate.h"
#include "translate/translate.h"

#include <string.h>

static const char *note_of(const struct unit *u)
{
    switch (u->standing) {
    case UNIT_STALE:
        return "The English has changed since; the Welsh has to be looked at again.";
    case UNIT_FINAL:
    case UNIT_REVIEW:
    case UNIT_MISSING: break;
    }
    return "";
}

void export_welsh(struct run *r, const struct shows *shows, struct buf *bytes)
{
    const struct translation *t = run_translation(r, run_scores(r));
    struct text_pairs pairs = {0};
    if (t == NULL)
        return;
    for (size_t i = 0; i < t->count; i++) {
        const struct unit *u = &t->units[i];
        *array_push(r->a, &pairs.all) = (struct text_pair){
            u->uid, u->section, note_of(u), content_typed(r->a, u->english),
            content_empty(u->welsh) ? "" : content_typed(r->a, u->welsh)};
    }
    pairs_write(r->a, &pairs, t->in->name, shows, bytes);
}

/* ---- import ---- */

static struct content words_as_content(struct arena *a, const char *text, struct pos pos)
{
    struct code *c = NEW(a, struct code);
    *c = (struct code){.kind = CODE_TEXT, .text = text, .pos = pos};
    return (struct content){c, text[0] != '\0' ? 1 : 0, pos};
}

/* English as it was typed when it was exported, with its codes. */
static struct content english_content(struct arena *a, const char *typed, struct pos pos)
{
    struct diags *quiet = diags_new(a);
    const struct file *f = file_of_text(a, quiet, "", typed, strlen(typed));
    if (f == NULL)
        return (struct content){0};
    struct content c =
        content_of(a, prose_parse_line(a, quiet, node_of_file(a, f)), NULL);
    c.pos = pos;
    return c;
}

static const struct unit *unit_called(const struct translation *t, const char *uid)
{
    for (size_t i = 0; i < t->count; i++)
        if (strcmp(t->units[i].uid, uid) == 0)
            return &t->units[i];
    return NULL;
}

static struct xliff_unit delivered_unit(struct run *r, const struct translation *t,
                                        const struct text_pair *p, struct pos pos)
{
    const struct unit *u = unit_called(t, p->uid);
    const bool same =
        u != NULL && strcmp(content_typed(r->a, u->english), p->english) == 0;
    return (struct xliff_unit){.id = p->uid,
                               .path = u != NULL ? u->path : NULL,
                               .source = same ? u->english
                                              : english_content(r->a, p->english, pos),
                               .target = words_as_content(r->a, p->welsh, pos),
                               .has_target = p->welsh[0] != '\0',
                               .pos = pos};
}

static const struct xliff *delivered_of(struct run *r, const struct translation *t,
                                        const struct text_pairs *pairs, struct pos pos)
{
    struct xliff_unit *units = NEW_ARRAY(r->a, struct xliff_unit, pairs->all.len + 1);
    struct xliff *x = NEW(r->a, struct xliff);
    for (size_t i = 0; i < pairs->all.len; i++)
        units[i] = delivered_unit(r, t, &pairs->all.at[i], pos);
    *x = (struct xliff){.source_lang = lang_code(LANG_EN),
                        .target_lang = lang_code(LANG_CY),
                        .units = units,
                        .count = pairs->all.len,
                        .pos = pos};
    return x;
}

void import_welsh(struct run *r, const struct text_pairs *pairs, struct pos pos,
                  struct buf *out)
{
    struct translation *t = run_translation(r, run_scores(r));
    if (t == NULL)
        return;
    struct welsh_check terms = run_term_check(r, t->in);
    struct delivery counts;
    const bool taken = translation_import(r->a, r->d, t, delivered_of(r, t, pairs, pos),
                                          &terms, &counts);
    if (!run_may_keep(r))
        return;
    if (taken) {
        run_alike(r, t);
        write_beside(r, t, out);
    }
    say_delivery(&counts, out);
}
