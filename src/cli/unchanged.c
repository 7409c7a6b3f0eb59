/* unchanged.c -- the record of a build.  In: folders; out: what lies in them, as lines,
 * and whether those are the lines of the record.  Knows nothing of what is built. */
#include "cli/unchanged.h"

#include "base/character.h"
#include "base/hash.h"
#include "cli/places.h"
#include "cli/version.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

enum {
    DEEPEST = 8,
    JUST_NOW = 2, /* seconds in which a file may change and its time may not */
};
#define MOST ((size_t)64 << 20) /* bytes of a report that are read to be compared */

struct unchanged {
    struct arena *a;
    struct diags *d; /* nobody hears: what is wrong with a file the build says */
    const char *record, *report;
    const char *folders[5]; /* the report's first; NULL: there is none */
    struct stat out;        /* is no input, where it lies in the report's */
    struct buf inputs, made;
    size_t bytes;
    bool sure;
};

static uint64_t bytes_hash(const char *bytes, size_t len)
{
    return hash_bytes(HASH_START, bytes, len);
}

/* Of the report each byte counts; of templates and fonts, which are larger, the time of
 * the last change is enough. */
static void add_file(struct unchanged *u, const char *path, const struct stat *st,
                     bool whole)
{
    uint64_t state = file_state(st);
    if (whole) {
        const struct file *f = file_read_bytes(u->a, u->d, path, MOST, (struct pos){0});
        u->bytes += f != NULL ? f->len : MOST + 1;
        state = f != NULL ? bytes_hash(f->text, f->len) : 0;
    } else if (st->st_mtime + JUST_NOW >= time(NULL)) {
        u->sure = false;
    }
    buf_printf(&u->inputs, "%016" PRIx64 " %s\n", state, path);
}

static void add_folder(struct unchanged *u, const char *path, bool whole, int depth)
{
    size_t count;
    const char *const *names = folder_names(u->a, NULL, path, &count);
    for (size_t i = 0; i < count && u->sure; i++) {
        const char *inner = path_join(u->a, path, names[i]);
        struct stat st;
        if (stat(inner, &st) != 0)
            buf_printf(&u->inputs, "- %s\n", inner);
        else if (!S_ISDIR(st.st_mode))
            add_file(u, inner, &st, whole);
        else if (st.st_dev != u->out.st_dev || st.st_ino != u->out.st_ino)
            add_folder(u, inner, whole, depth + 1);
    }
    u->sure = u->sure && depth < DEEPEST && u->bytes <= MOST;
}

/* The program itself, and how it was called. */
static void add_program(struct unchanged *u, const struct run *r)
{
    struct stat st;
    u->sure = stat("/proc/self/exe", &st) == 0;
    buf_printf(&u->inputs, "gwasg %s %016" PRIx64 " %016" PRIx64 " %d %s\n",
               GWASG_VERSION, file_state(&st), r->o->typed, (int)r->o->colour, r->report);
}

static bool may_stand(const struct run *r)
{
    const struct options *o = r->o;
    return strcmp(o->command->name, "build") == 0 && !o->always && o->dump == NULL &&
           o->deps == NULL && !o->times && r->templates != NULL && r->fonts != NULL &&
           o->stage != STAGE_DRAFT && o->stage != STAGE_EMBARGO &&
           file_exists(path_join(r->a, r->report, "inspection.yaml"));
}

struct unchanged *unchanged_new(const struct run *r)
{
    if (!may_stand(r))
        return NULL;
    struct arena *a = arena_new();
    struct unchanged *u = NEW(a, struct unchanged);
    *u = (struct unchanged){.a = a,
                            .d = diags_new(a),
                            .report = r->report,
                            .folders = {r->report, r->templates, r->fonts},
                            .inputs = buf_new(a),
                            .made = buf_new(a)};
    if (r->o->stage == STAGE_FINAL) { /* whose numbers are not to be taken again */
        u->folders[3] = place_find(a, "examples");
        u->folders[4] = place_find(a, "../doc/gwasg/examples");
    }
    const uint64_t key = hash_str(r->o->typed, r->report);
    u->record = path_join(
        a, r->o->out,
        arena_printf(a, ".%s-%s.built", path_name(a, r->report), hash_name(a, key)));
    if (stat(r->o->out, &u->out) != 0)
        u->out = (struct stat){0};
    add_program(u, r);
    for (size_t i = 0; i < LEN(u->folders); i++)
        if (u->folders[i] != NULL)
            add_folder(u, u->folders[i], i == 0, 0);
    if (u->sure)
        return u;
    arena_free(a);
    return NULL;
}

void unchanged_free(struct unchanged *u)
{
    if (u != NULL)
        arena_free(u->a);
}

/* ---- the record ---- */

#define HEAD "gwasg built %016" PRIx64 " status %d inputs %zu made %zu out %zu said %zu\n"
#define HEAD_READ "gwasg built %" SCNx64 " status %d inputs %zu made %zu out %zu said %zu"

/* Whether each output has the bytes that were written. */
static bool is_made(const struct unchanged *u, const char *lines, size_t len)
{
    const char *end = lines + len, *line = lines, *next;
    for (; line < end && (next = memchr(line, '\n', (size_t)(end - line))) != NULL;
         line = next + 1) {
        const char *path = arena_strndup(u->a, line + 17, (size_t)(next - line) - 17);
        const struct file *f =
            file_read_bytes(u->a, u->d, path, SIZE_MAX / 4, (struct pos){0});
        if (f == NULL)
            return false;
        const char *hash =
            arena_printf(u->a, "%016" PRIx64 " ", bytes_hash(f->text, f->len));
        if (memcmp(line, hash, strlen(hash)) != 0)
            return false;
    }
    return len > 0;
}

bool unchanged_stands(const struct unchanged *u, struct buf said[SAID_COUNT], int *status)
{
    if (!file_exists(u->record))
        return false;
    const struct file *f = file_read_bytes(u->a, u->d, u->record, MOST, (struct pos){0});
    const char *body = f != NULL ? strchr(f->text, '\n') : NULL;
    uint64_t hash;
    size_t inputs, made, out, messages;
    if (body == NULL ||
        sscanf(f->text, HEAD_READ, &hash, status, &inputs, &made, &out, &messages) != 6)
        return false;
    const size_t len = f->len - (size_t)(++body - f->text);
    if (inputs != u->inputs.len || made > len || out > len || messages > len ||
        inputs + made + out + messages != len || bytes_hash(body, len) != hash ||
        memcmp(body, u->inputs.at, inputs) != 0 || !is_made(u, body + inputs, made))
        return false;
    body += inputs + made;
    buf_add(&said[SAID_OUT], body, out);
    buf_add(&said[SAID_MESSAGES], body + out, messages);
    buf_printf(&said[SAID_MESSAGES],
               "%s: unchanged since it was built; --always builds it again\n",
               text_for_terminal(u->a, u->report));
    return true;
}

void unchanged_made(struct unchanged *u, const struct file_write *file)
{
    if (u != NULL)
        buf_printf(&u->made, "%016" PRIx64 " %s\n", bytes_hash(file->bytes, file->len),
                   file->path);
}

/* Whether the file lies in the folders, and is not hidden there. */
static bool is_covered(const struct unchanged *u, const char *path)
{
    for (size_t i = 0; i < LEN(u->folders); i++)
        if (u->folders[i] != NULL && path_is_below(path, u->folders[i]) &&
            strstr(path + strlen(u->folders[i]), "/.") == NULL)
            return true;
    return false;
}

void unchanged_keep(struct unchanged *u, const struct arena_file *read,
                    const struct buf said[SAID_COUNT], int status)
{
    if (u == NULL || u->made.len == 0)
        return;
    for (; read != NULL; read = read->next)
        if (!is_covered(u, read->path))
            return;
    const struct buf *out = &said[SAID_OUT], *messages = &said[SAID_MESSAGES];
    struct buf body = buf_new(u->a), record = buf_new(u->a);
    buf_add(&body, u->inputs.at, u->inputs.len);
    buf_add(&body, u->made.at, u->made.len);
    buf_add(&body, out->at, out->len);
    buf_add(&body, messages->at, messages->len);
    buf_printf(&record, HEAD, bytes_hash(body.at, body.len), status, u->inputs.len,
               u->made.len, out->len, messages->len);
    buf_add(&record, body.at, body.len);
    file_replace(u->a, u->d, u->record, record.at, record.len);
}
