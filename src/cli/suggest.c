/* suggest.c -- marks for numbers that are none, printed or written. */
#include "cli/suggest.h"

#include "base/edit.h"
#include "cli/translate.h"
#include "proof/bind.h"

#include <string.h>

/* All words of all documents; NULL when one cannot be made, which was said. */
static const char *printed_words(struct run *r, const struct scores *s)
{
    size_t count = 0;
    struct buf out = buf_new(r->a);
    if (s == NULL)
        return NULL;
    struct inspection in = *s->in;
    struct scores same = *s;
    in.in_place = true; /* as they were typed */
    same.in = &in;
    const struct report *const *all = run_reports(r, &same, STAGE_PROOF, &count);
    for (size_t i = 0; i < count; i++)
        buf_printf(&out, "%s\n%s\n", all[i]->title, element_plain(r->a, all[i]->root));
    return count > 0 ? out.at : NULL;
}

/* Up to so many bytes around the first that is another. */
enum { BEFORE = 20, SHOWN = 60 };

static void say_other(struct run *r, const struct inspection *in, const char *words,
                      const char *other)
{
    size_t at = 0;
    while (words[at] != '\0' && words[at] == other[at])
        at++;
    at = at > BEFORE ? at - BEFORE : 0;
    while (((unsigned char)words[at] & 0xC0) == 0x80)
        at++;
    diag(r->d, DIAG_WRITE_FAILED, (struct pos){.file = in->file},
         "with these marks it would print \"%.*s\" in place of \"%.*s\"; write them one "
         "by one with --at",
         SHOWN, other + at, SHOWN, words + at);
}

static size_t count_stale(struct run *r, const struct scores *s)
{
    struct run quiet = *r;
    size_t stale = 0;
    quiet.d = diags_new(r->a);
    const struct translation *t = run_translation(&quiet, s);
    for (size_t i = 0; t != NULL && i < t->count; i++)
        stale += t->units[i].standing == UNIT_STALE;
    return stale;
}

/* The Welsh is not touched: what was made from a number fits no mark. */
static void say_stale(struct run *r, const struct scores *s, size_t before)
{
    const char *path = translation_path(r->a, s->in);
    size_t after = file_exists(path) ? count_stale(r, s) : before;
    if (after > before)
        diag(r->d, DIAG_XLIFF_STALE, pos_of_path(r->a, path),
             "%zu more, in whose English a mark stands for a number now; gwasg translate "
             "status names them, accept takes what fits as it is",
             after - before);
}

/* The scores of the report as its files will be, if it prints the same words then; NULL,
 * and said, when not. */
static const struct scores *scores_after(struct run *r, const struct scores *s,
                                         const struct file_writes *files)
{
    struct run again = *r;
    const char *words = printed_words(r, s);
    if (words == NULL)
        return NULL;
    for (size_t i = 0; i < files->all.len; i++)
        arena_stand_in(r->a, files->all.at[i].path, files->all.at[i].bytes,
                       files->all.at[i].len);
    again.d = diags_new(r->a);
    const struct scores *after = run_scores(&again);
    const char *other = printed_words(&again, after);
    if (other != NULL && strcmp(words, other) == 0)
        return after;
    if (other != NULL)
        say_other(r, s->in, words, other);
    else
        diag(r->d, DIAG_WRITE_FAILED, (struct pos){.file = s->in->file},
             "with these marks the report could not be made; write them one by one with "
             "--at");
    return NULL;
}

/* True when they are written, or there is nothing to write. */
static bool write_files(struct run *r, const struct scores *s, const struct bindings *b)
{
    struct file_writes files = {0};
    if (!bindings_files(r->a, r->d, b, &files))
        return false;
    if (files.all.len == 0)
        return true;
    size_t stale = count_stale(r, s);
    const struct scores *after = scores_after(r, s, &files);
    if (after == NULL || !files_edited(r->a, r->d, &files))
        return false;
    say_stale(r, after, stale);
    return true;
}

static void write_marks(struct run *r, const struct scores *s,
                        const struct suggestions *all, struct buf *out)
{
    struct bindings b = {0};
    struct named_number named = {0};
    if (r->o->at != NULL)
        named = named_number_parse(r->a, r->o->at);
    if (!figures_bind(r->a, s->in, all, r->o->at != NULL ? &named : NULL, &b))
        diag(r->d, DIAG_VALUE_UNKNOWN, (struct pos){.file = s->in->file},
             "no number that is no mark stands at %s; gwasg figures --suggest lists them",
             named.place);
    else if (write_files(r, s, &b))
        suggestions_write(all, &b, r->o->format == FORMAT_JSON, out);
}

void run_suggest(struct run *r, const struct scores *s, struct buf *out)
{
    struct suggestions all = figures_suggest(r->a, s, r->lang);
    if (r->o->write)
        write_marks(r, s, &all, out);
    else
        suggestions_write(&all, NULL, r->o->format == FORMAT_JSON, out);
}
