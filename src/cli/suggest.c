/* suggest.c -- marks for numbers that are none, printed or written. */
#include "cli/suggest.h"

#include "proof/bind.h"

#include <string.h>

/* All words of all documents; NULL when one cannot be made, which was said. */
static const char *printed_words(struct run *r, const struct scores *s)
{
    size_t count = 0;
    struct buf out = buf_new(r->a);
    const struct report *const *all =
        s != NULL ? run_reports(r, s, STAGE_PROOF, &count) : NULL;
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

/* Whether the report prints the same with the files as they will be. */
static bool prints_the_same(struct run *r, const struct scores *s,
                            const struct file_writes *files)
{
    struct run again = *r;
    const char *words = printed_words(r, s);
    if (words == NULL)
        return false;
    for (size_t i = 0; i < files->all.len; i++)
        arena_stand_in(r->a, files->all.at[i].path, files->all.at[i].bytes,
                       files->all.at[i].len);
    again.d = diags_new(r->a);
    const char *other = printed_words(&again, run_scores(&again));
    if (other == NULL || strcmp(words, other) != 0)
        say_other(r, s->in, words, other != NULL ? other : "");
    return other != NULL && strcmp(words, other) == 0;
}

static void write_marks(struct run *r, const struct scores *s,
                        const struct suggestions *all, struct buf *out)
{
    struct bindings b = {0};
    struct file_writes files = {0};
    struct named_number named = {0};
    if (r->o->at != NULL)
        named = named_number_parse(r->a, r->o->at);
    if (!figures_bind(r->a, s->in, all, r->o->at != NULL ? &named : NULL, &b)) {
        diag(r->d, DIAG_VALUE_UNKNOWN, (struct pos){.file = s->in->file},
             "no number that is no mark stands at %s; gwasg figures --suggest lists them",
             named.place);
        return;
    }
    if (!bindings_files(r->a, r->d, &b, &files) ||
        (files.all.len > 0 && (!prints_the_same(r, s, &files) ||
                               !files_replace(r->a, r->d, files.all.at, files.all.len))))
        return;
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
