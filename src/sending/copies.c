/* copies.c -- in: recipients and the register of what was sent; out: which copies are due
 * and the number they have.  Makes none. */
#include "cli/copies.h"

#include "base/map.h"

#include <stdlib.h>
#include <string.h>

const char *stage_name(enum stage stage)
{
    return stage == STAGE_EMBARGO ? "embargo" : "draft";
}

/* ---- documents ---- */

const char *const *copies_documents(struct run *r, const struct inspection *in,
                                    size_t *count)
{
    const struct programme *p = in->programme;
    const char **names = NEW_ARRAY(r->a, const char *, p->document_count + 1);
    *count = 0;
    if (r->o->document != NULL)
        names[(*count)++] = r->o->document;
    for (size_t i = 0; r->o->document == NULL && i < p->document_count; i++) {
        bool report = strcmp(p->documents[i].name, "report") == 0;
        if ((report || r->o->stage == STAGE_EMBARGO) &&
            inspection_makes(in, &p->documents[i]))
            names[(*count)++] = p->documents[i].name;
    }
    return names;
}

bool copies_want(const struct drafting *d, const char *document)
{
    for (size_t i = 0; i < d->document_count; i++)
        if (strcmp(d->documents[i], document) == 0)
            return true;
    return false;
}

/* ---- who has got what ---- */

static bool is_this(const struct drafting *d, const struct sent_row *row)
{
    return strcmp(row->cells[SENT_STAGE], stage_name(d->r->o->stage)) == 0 &&
           strtol(row->cells[SENT_DRAFT], NULL, 10) == d->number;
}

/* The document of a copy, from its file: "severnside-2012.press.embargo.joan-hale.en.pdf"
 * is of "press", one without such a part of the report. */
static bool is_of(const struct drafting *d, const struct sent_row *row,
                  const char *document)
{
    const char *file = row->cells[SENT_FILE];
    const struct programme *p = d->s->in->programme;
    for (size_t i = 0; i < p->document_count; i++) {
        const char *name = p->documents[i].name;
        const char *part =
            arena_printf(d->r->a, ".%s.%s", name, stage_name(d->r->o->stage));
        if (strstr(file, part) != NULL)
            return strcmp(name, document) == 0;
    }
    return strcmp(document, "report") == 0;
}

static bool has_got(const struct drafting *d, const struct recipient *one,
                    const char *document, enum lang l)
{
    for (size_t i = 0; i < d->sent.count; i++) {
        const struct sent_row *row = &d->sent.at[i];
        if (is_this(d, row) && strcmp(row->cells[SENT_LANGUAGE], lang_code(l)) == 0 &&
            strcmp(row->cells[SENT_RECIPIENT], one->name) == 0 &&
            strcmp(row->cells[SENT_BODY], one->body) == 0 && is_of(d, row, document))
            return true;
    }
    return false;
}

static bool wants(const struct run *r, const struct recipient *one, enum lang l)
{
    bool edition =
        r->o->edition == EDITION_ALL || (r->o->edition == EDITION_CY) == (l == LANG_CY);
    return one->stage == r->o->stage && one->in[l] && edition;
}

bool copies_due_to(const struct drafting *d, const struct recipient *one,
                   const char *document, enum lang l)
{
    return wants(d->r, one, l) && !has_got(d, one, document, l);
}

bool copies_missing(const struct drafting *d, const struct recipient *one, enum lang l)
{
    for (size_t i = 0; i < d->document_count; i++)
        if (copies_due_to(d, one, d->documents[i], l))
            return true;
    return false;
}

size_t copies_due(const struct drafting *d, enum lang l)
{
    size_t count = 0;
    for (size_t i = 0; i < d->people.count; i++)
        for (size_t k = 0; k < d->document_count; k++)
            count += copies_due_to(d, &d->people.at[i], d->documents[k], l);
    return count;
}

/* ---- the number ---- */

static bool anybody_wants(const struct drafting *d)
{
    for (size_t i = 0; i < d->people.count; i++)
        for (int l = 0; l < LANG_COUNT; l++)
            if (wants(d->r, &d->people.at[i], (enum lang)l))
                return true;
    return false;
}

static void say_nobody(struct drafting *d)
{
    diag(d->r->d, DIAG_KEY_MISSING, (struct pos){0},
         "who gets it: no row of recipients.csv with the stage %s; add one: name, body, "
         "role, stage, language, embargo",
         stage_name(d->r->o->stage));
}

static void say_sent(struct drafting *d)
{
    const char *stage = stage_name(d->r->o->stage);
    const struct sent_row *first = sent_find(&d->sent, stage, d->number);
    struct map *seen = map_new(d->r->a);
    struct buf who = buf_new(d->r->a);
    for (size_t i = 0; i < d->sent.count; i++) {
        const char *const *c = d->sent.at[i].cells;
        if (!is_this(d, &d->sent.at[i]))
            continue;
        const char *name =
            c[SENT_RECIPIENT][0] != '\0' ? c[SENT_RECIPIENT] : c[SENT_BODY];
        const char *copy = arena_printf(d->r->a, "%s (%s)", name, c[SENT_LANGUAGE]);
        if (map_put(seen, copy, d) == NULL) /* who got several documents is named once */
            buf_printf(&who, "%s%s", who.len > 0 ? ", " : "", copy);
    }
    diag(d->r->d, DIAG_SENT_ALREADY, (struct pos){0},
         "%s %d of this very text (hash %s) was sent on %s to %s; what was sent is never "
         "made again: change the text, or add who else is to get it to recipients.csv",
         stage, d->number, d->stamp.hash, first->cells[SENT_DATE], who.at);
}

bool copies_number(struct drafting *d)
{
    struct run *r = d->r;
    if (!anybody_wants(d)) {
        say_nobody(d);
        return false;
    }
    const int last = d->number - 1;
    const struct sent_row *before = sent_find(&d->sent, stage_name(r->o->stage), last);
    if (before == NULL || strcmp(before->cells[SENT_HASH], d->stamp.hash) != 0)
        return true;
    d->number = last;
    if (r->o->stage == STAGE_DRAFT)
        d->stamp.draft = last;
    if (copies_due(d, LANG_EN) + copies_due(d, LANG_CY) > 0)
        return true;
    say_sent(d);
    return false;
}
