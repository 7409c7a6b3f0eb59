/* unchanged.c -- the record of a build.  In: what it may be made of, as lines; out:
 * whether those are the lines of the record, and what was made stands.  Knows nothing of
 * what is built. */
#include "cli/unchanged.h"

#include "base/character.h"
#include "base/hash.h"
#include "cli/ingredients.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What the record holds, in this order. */
enum record_part {
    PART_INPUTS, /* what the build may be made of */
    PART_AMONG,  /* what lies with the outputs and was not made by it */
    PART_LOADED, /* libraries that were loaded while it ran */
    PART_MADE,   /* the outputs, and what was read of what lies with them */
    PART_OUT,    /* what was said: enum said_to */
    PART_MESSAGES,
    PART_COUNT
};

struct unchanged {
    struct arena *a;
    struct diags *d;
    const struct run *r;
    const char *record;
    struct ingredients of;
    struct buf made;
};

static bool may_stand(const struct run *r)
{
    const struct options *o = r->o;
    return strcmp(o->command->name, "build") == 0 && o->dump == NULL && o->deps == NULL &&
           !o->times && r->templates != NULL && r->fonts != NULL &&
           o->stage != STAGE_DRAFT && o->stage != STAGE_EMBARGO &&
           file_exists(path_join(r->a, r->report, "inspection.yaml"));
}

/* One for each way to ask for it: messages in colours are others. */
static const char *record_of(struct arena *a, const struct run *r)
{
    const uint64_t typed = r->o->typed + (r->o->colour ? 1 : 0);
    const char *key = hash_name(a, hash_str(typed, r->report));
    const char *name = arena_printf(a, ".%s-%s.built", path_name(a, r->report), key);
    return path_join(a, r->o->out, name);
}

struct unchanged *unchanged_new(const struct run *r)
{
    if (!may_stand(r))
        return NULL;
    struct arena *a = arena_new();
    struct unchanged *u = NEW(a, struct unchanged);
    *u = (struct unchanged){
        .a = a, .d = diags_new(a), .r = r, .record = record_of(a, r), .made = buf_new(a)};
    u->of = ingredients_new(a, u->d, r);
    if (u->of.sure)
        return u;
    arena_free(a);
    return NULL;
}

void unchanged_free(struct unchanged *u)
{
    if (u != NULL)
        arena_free(u->a);
}

/* ---- lines of the record ---- */

/* Where the path of a line begins. */
#define PATH_AT 17

/* Whether each file is as `line` had it. */
static bool is_so(const struct unchanged *u, const struct buf *lines,
                  bool line(struct arena *, struct diags *, const char *, struct buf *))
{
    struct buf now = buf_new(u->a);
    for (const char *at = lines->at, *end; (end = strchr(at, '\n')) != NULL;
         at = end + 1) {
        if (end - at < PATH_AT)
            return false;
        const size_t begin = now.len, len = (size_t)(end + 1 - at);
        const char *path = arena_strndup(u->a, at + PATH_AT, len - PATH_AT - 1);
        if (!line(u->a, u->d, path, &now) || now.len - begin != len ||
            memcmp(now.at + begin, at, len) != 0)
            return false;
    }
    return true;
}

/* Of what lies with the outputs, what has no line in `made`. */
static struct buf others_among(const struct unchanged *u, const struct buf *made)
{
    struct buf others = buf_new(u->a);
    for (const char *at = u->of.among.at, *end; (end = strchr(at, '\n')) != NULL;
         at = end + 1) {
        const char *path =
            arena_strndup(u->a, at + PATH_AT, (size_t)(end - at) - PATH_AT);
        if (!line_is_there(made, path))
            buf_add(&others, at, (size_t)(end + 1 - at));
    }
    return others;
}

static bool is_equal(const struct buf *x, const struct buf *y)
{
    return x->len == y->len && memcmp(x->at, y->at, x->len) == 0;
}

/* ---- the record ---- */

#define HEAD "gwasg built %016" PRIx64 " status %d\n"
#define HEAD_READ "gwasg built %" SCNx64 " status %d"

/* Each part behind its length. */
static bool parts_read(const struct unchanged *u, const char *body, size_t len,
                       struct buf parts[PART_COUNT])
{
    for (enum record_part p = 0; p < PART_COUNT; p++) {
        char *end;
        const size_t part = strtoull(body, &end, 10);
        const size_t head = (size_t)(end - body) + 1;
        if (*end != '\n' || head > len || part > len - head)
            return false;
        parts[p] = buf_new(u->a);
        buf_add(&parts[p], body + head, part);
        body += head + part;
        len -= head + part;
    }
    return len == 0;
}

static bool record_read(const struct unchanged *u, int *status,
                        struct buf parts[PART_COUNT])
{
    if (!file_exists(u->record))
        return false;
    const struct file *f =
        file_read_bytes(u->a, u->d, u->record, INGREDIENTS_MOST, (struct pos){0});
    const char *body = f != NULL ? strchr(f->text, '\n') : NULL;
    uint64_t hash;
    if (body == NULL || sscanf(f->text, HEAD_READ, &hash, status) != 2)
        return false;
    const size_t len = f->len - (size_t)(++body - f->text);
    return hash_bytes(HASH_START, body, len) == hash && parts_read(u, body, len, parts);
}

bool unchanged_stands(const struct unchanged *u, struct buf said[SAID_COUNT], int *status)
{
    struct buf parts[PART_COUNT];
    if (!record_read(u, status, parts) || !is_equal(&u->of.lines, &parts[PART_INPUTS]))
        return false;
    const struct buf among = others_among(u, &parts[PART_MADE]);
    if (!is_equal(&among, &parts[PART_AMONG]) ||
        !is_so(u, &parts[PART_LOADED], line_of_state) ||
        !is_so(u, &parts[PART_MADE], line_of_bytes))
        return false;
    buf_add(&said[SAID_OUT], parts[PART_OUT].at, parts[PART_OUT].len);
    buf_add(&said[SAID_MESSAGES], parts[PART_MESSAGES].at, parts[PART_MESSAGES].len);
    if (u->r->o->diagnostics != DIAG_JSON) /* which is one list */
        buf_printf(&said[SAID_MESSAGES],
                   "%s: unchanged since it was built; --always builds it again\n",
                   text_for_terminal(u->a, u->r->report));
    return true;
}

void unchanged_made(struct unchanged *u, const struct file_write *file)
{
    if (u != NULL)
        buf_printf(&u->made, "%016" PRIx64 " %s\n",
                   hash_bytes(HASH_START, file->bytes, file->len), file->path);
}

/* Whether the record will tell when what was read there changes. */
static bool is_told(struct unchanged *u, const struct arena_file *read)
{
    if (line_is_there(&u->of.lines, read->path))
        return true;
    struct stat st;
    return line_is_there(&u->of.among, read->path) &&
           !line_is_there(&u->made, read->path) && stat(read->path, &st) == 0 &&
           file_state(&st) == read->state && ingredient_is_old(&u->of, &st) &&
           line_of_bytes(u->a, u->d, read->path, &u->made);
}

void unchanged_keep(struct unchanged *u, const struct arena_file *read,
                    const struct buf said[SAID_COUNT], int status)
{
    if (u == NULL || u->made.len == 0 || !ingredients_stand(&u->of))
        return;
    for (; read != NULL; read = read->next)
        if (!is_told(u, read))
            return;
    struct buf loaded = buf_new(u->a), body = buf_new(u->a), record = buf_new(u->a);
    libraries_further(&u->r->o->linked, &loaded);
    const struct buf among = others_among(u, &u->made);
    const struct buf *const parts[PART_COUNT] = {
        &u->of.lines, &among, &loaded, &u->made, &said[SAID_OUT], &said[SAID_MESSAGES]};
    for (enum record_part p = 0; p < PART_COUNT; p++) {
        buf_printf(&body, "%zu\n", parts[p]->len);
        buf_add(&body, parts[p]->at, parts[p]->len);
    }
    buf_printf(&record, HEAD, hash_bytes(HASH_START, body.at, body.len), status);
    buf_add(&record, body.at, body.len);
    file_replace(u->a, u->d, u->record, record.at, record.len);
}
