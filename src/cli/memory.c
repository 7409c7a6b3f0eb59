/* memory.c -- `translate memory`: the signed-off pairs of many reports as one TMX file;
 * and memories given to `translate export`. */
#include "cli/memory.h"

#include "base/bounds.h"
#include "base/file.h"
#include "cli/commands.h"
#include "cli/translate.h"
#include "cli/version.h"
#include "translate/memory.h"

/* What is there twice in a report is translated once: what was signed off goes before
 * what is under review. */
static struct memory *own_memory(struct arena *a, const struct translation *t)
{
    struct memory *m = memory_new(a);
    memory_add(m, t, UNIT_FINAL, t->in->name);
    memory_add(m, t, UNIT_REVIEW, t->in->name);
    return m;
}

size_t run_alike(struct run *r, struct translation *t)
{
    return memory_fill(r->a, own_memory(r->a, t), t);
}

bool run_memories(struct run *r, struct translation *t)
{
    struct memory *m = own_memory(r->a, t);
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
    run_write(r, &(struct file_write){path, bytes.at, bytes.len, false}, 1, out);
}

void command_translate_memory(struct run *r, struct buf *out)
{
    struct memory *m = memory_new(r->a);
    for (int i = 0; i < r->o->operand_count; i++) {
        r->report = r->o->operands[i];
        const struct translation *t = run_translation(r, run_scores(r));
        if (t != NULL)
            memory_add(m, t, UNIT_FINAL, t->in->name);
    }
    if (diags_errors(r->d) == 0)
        put_memory(r, m, out);
}
