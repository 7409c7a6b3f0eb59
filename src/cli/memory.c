/* memory.c -- `translate memory`: the signed-off pairs of many reports as one TMX file;
 * and memories given to `translate export`. */
#include "cli/memory.h"

#include "base/bounds.h"
#include "base/file.h"
#include "cli/commands.h"
#include "cli/translate.h"
#include "cli/version.h"
#include "translate/memory.h"

bool run_memories(struct run *r, struct translation *t)
{
    struct memory *m = memory_new(r->a);
    bool whole = true;
    for (int i = 0; i < r->o->memory_count; i++) {
        const struct file *f =
            file_read(r->a, r->d, r->o->memories[i], XML_BYTES, (struct pos){0});
        whole = f != NULL && memory_read(m, r->d, f) && whole;
    }
    if (whole)
        memory_fill(r->a, m, t);
    run_time(r, "memory");
    return whole;
}

static void add_report(struct run *r, struct memory *m, const char *report)
{
    r->report = report;
    const struct scores *s = run_scores(r);
    const struct translation *t = s != NULL ? run_translation(r, s) : NULL;
    if (t != NULL)
        memory_add(m, t, t->in->name);
}

/* To the standard output, or as a file in the folder that the user named. */
static void put_memory(struct run *r, const struct memory *m, struct buf *out)
{
    struct buf bytes = buf_new(r->a);
    memory_write(m, GWASG_VERSION, &bytes);
    if (!r->o->out_given) {
        buf_add(out, bytes.at, bytes.len);
        return;
    }
    const char *path = path_join(r->a, r->o->out, "memory.tmx");
    if (dir_make(r->a, r->d, r->o->out) &&
        file_replace(r->a, r->d, path, bytes.at, bytes.len))
        buf_printf(out, "%s\n", path);
}

int command_translate_memory(struct arena *a, const struct options *o, const char *unused,
                             struct buf *out, struct buf *messages)
{
    (void)unused;
    struct run r;
    run_begin(&r, a, o, o->operands[0]);
    struct memory *m = memory_new(a);
    for (int i = 0; i < o->operand_count; i++)
        add_report(&r, m, o->operands[i]);
    if (diags_errors(r.d) == 0)
        put_memory(&r, m, out);
    run_end(&r);
    return run_finish(&r, messages);
}
