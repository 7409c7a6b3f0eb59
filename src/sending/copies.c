/* copies.c -- in: recipients and the register of what was sent; out: which copies are due
 * and the number they have.  Makes none. */
#include "sending/copies.h"

#include "base/map.h"

#include <string.h>

static void choose_documents(struct copies *c, const char *document)
{
    const struct programme *p = c->in->programme;
    const char **names = NEW_ARRAY(c->a, const char *, p->document_count + 1);
    if (document != NULL)
        names[c->document_count++] = document;
    for (size_t i = 0; document == NULL && i < p->document_count; i++) {
        bool report = strcmp(p->documents[i].name, "report") == 0;
        if ((report || c->stage == STAGE_EMBARGO) &&
            inspection_makes(c->in, &p->documents[i]))
            names[c->document_count++] = p->documents[i].name;
    }
    c->documents = names;
}

bool copies_read(struct copies *c, const char *document)
{
    if (recipients_exist(c->a, c->in->dir))
        c->people = recipients_read(c->a, c->d, c->in->dir);
    if (!sent_read(c->a, c->d, c->in->dir, &c->sent))
        return false;
    choose_documents(c, document);
    c->number = sent_last(&c->sent, c->stage) + 1;
    return true;
}

bool copies_want(const struct copies *c, const char *document)
{
    for (size_t i = 0; i < c->document_count; i++)
        if (strcmp(c->documents[i], document) == 0)
            return true;
    return false;
}

/* ---- who has got what ---- */

static bool is_this(const struct copies *c, const struct sent_row *row)
{
    return row->stage == c->stage && row->draft == c->number;
}

/* The document of a copy, from its file: "severnside-2012.press.embargo.joan-hale.en.pdf"
 * is of "press", one without such a part of the report. */
static bool is_of(const struct copies *c, const struct sent_row *row,
                  const char *document)
{
    const struct programme *p = c->in->programme;
    for (size_t i = 0; i < p->document_count; i++) {
        const char *name = p->documents[i].name;
        const char *part = arena_printf(c->a, ".%s.%s", name, stage_name(c->stage));
        if (strstr(row->file, part) != NULL)
            return strcmp(name, document) == 0;
    }
    return strcmp(document, "report") == 0;
}

bool copies_got(const struct copies *c, const struct recipient *one, const char *document,
                enum lang l)
{
    for (size_t i = 0; i < c->sent.count; i++) {
        const struct sent_row *row = &c->sent.at[i];
        if (is_this(c, row) && row->language == l &&
            strcmp(row->recipient, one->name) == 0 && strcmp(row->body, one->body) == 0 &&
            is_of(c, row, document))
            return true;
    }
    return false;
}

static bool wants(const struct copies *c, const struct recipient *one, enum lang l)
{
    return one->stage == c->stage && one->in[l] && c->languages[l];
}

bool copies_due_to(const struct copies *c, const struct recipient *one,
                   const char *document, enum lang l)
{
    return wants(c, one, l) && !copies_got(c, one, document, l);
}

bool copies_missing(const struct copies *c, const struct recipient *one, enum lang l)
{
    for (size_t i = 0; i < c->document_count; i++)
        if (copies_due_to(c, one, c->documents[i], l))
            return true;
    return false;
}

size_t copies_due(const struct copies *c, enum lang l)
{
    size_t count = 0;
    for (size_t i = 0; i < c->people.count; i++)
        for (size_t k = 0; k < c->document_count; k++)
            count += copies_due_to(c, &c->people.at[i], c->documents[k], l);
    return count;
}

/* ---- the number ---- */

static bool anybody_wants(const struct copies *c)
{
    for (size_t i = 0; i < c->people.count; i++)
        for (int l = 0; l < LANG_COUNT; l++)
            if (wants(c, &c->people.at[i], (enum lang)l))
                return true;
    return false;
}

static void say_nobody(const struct copies *c)
{
    diag(c->d, DIAG_KEY_MISSING, (struct pos){0},
         "who gets it: no row of recipients.csv with the stage %s; add one: name, body, "
         "role, stage, language, embargo",
         stage_name(c->stage));
}

static void say_sent(const struct copies *c, const struct sent_row *first)
{
    struct map *seen = map_new(c->a);
    struct buf who = buf_new(c->a);
    for (size_t i = 0; i < c->sent.count; i++) {
        const struct sent_row *row = &c->sent.at[i];
        if (!is_this(c, row))
            continue;
        const char *copy = arena_printf(
            c->a, "%s (%s)", row->recipient[0] != '\0' ? row->recipient : row->body,
            lang_code(row->language));
        if (map_put(seen, copy, seen) == NULL) /* who got several is named once */
            buf_printf(&who, "%s%s", who.len > 0 ? ", " : "", copy);
    }
    diag(c->d, DIAG_SENT_ALREADY, (struct pos){0},
         "%s %d of this very text (hash %s) was sent on %s to %s; what was sent is never "
         "made anew: change the text, or add who else is to get it to recipients.csv; a "
         "copy that was lost comes back with --send --again NAME",
         stage_name(c->stage), c->number, c->hash, first->date, who.at);
}

bool copies_anybody(const struct copies *c)
{
    bool any = anybody_wants(c);
    if (!any)
        say_nobody(c);
    return any;
}

bool copies_number(struct copies *c)
{
    const struct sent_row *before = sent_find(&c->sent, c->stage, c->number - 1);
    if (before == NULL || strcmp(before->hash, c->hash) != 0)
        return true;
    c->number--;
    if (copies_due(c, LANG_EN) + copies_due(c, LANG_CY) > 0)
        return true;
    say_sent(c, before);
    return false;
}
