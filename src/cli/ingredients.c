/* ingredients.c -- in: folders; out: what lies in them, as lines.  Knows nothing of what
 * is built, nor of the record. */
#include "cli/ingredients.h"

#include "base/hash.h"
#include "cli/places.h"
#include "cli/version.h"

#include <inttypes.h>
#include <string.h>

enum {
    DEEPEST = 8,
    JUST_NOW = 2, /* seconds in which a file may change and its time may not */
};

/* What of a file counts. */
enum care {
    CARE_BYTES, /* of the report; touched, it is what it was */
    CARE_STATE, /* of what is larger, and seldom changes */
    CARE_NAME,  /* among the outputs: what is read there has a line of its own */
};

uint64_t ingredient_state(const struct stat *st)
{
    const uint64_t changed[] = {(uint64_t)st->st_ctim.tv_sec,
                                (uint64_t)st->st_ctim.tv_nsec};
    return hash_bytes(file_state(st), changed, sizeof changed);
}

/* A time yet to come is that of a clock that was set back. */
bool ingredient_is_old(const struct ingredients *i, const struct stat *st)
{
    return st->st_ctime + JUST_NOW < i->begun;
}

/* ---- lines ---- */

static void line_add(struct buf *lines, uint64_t hash, const char *path)
{
    buf_printf(lines, "%016" PRIx64 " %s\n", hash, path);
}

bool line_of_state(struct arena *a, struct diags *d, const char *path, struct buf *lines)
{
    (void)a, (void)d;
    struct stat st;
    const bool there = stat(path, &st) == 0;
    line_add(lines, there ? ingredient_state(&st) : 0, path);
    return there;
}

bool line_of_bytes(struct arena *a, struct diags *d, const char *path, struct buf *lines)
{
    const struct file *f = file_read_bytes(a, d, path, SIZE_MAX / 4, (struct pos){0});
    line_add(lines, f != NULL ? hash_bytes(HASH_START, f->text, f->len) : 0, path);
    return f != NULL;
}

bool line_is_there(const struct buf *lines, const char *path)
{
    const size_t len = strlen(path);
    for (const char *at = lines->at; (at = strstr(at, path)) != NULL; at++)
        if (at > lines->at && at[-1] == ' ' && at[len] == '\n')
            return true;
    return false;
}

/* ---- folders ---- */

static void add_moment(struct ingredients *i, const struct stat *st, const char *path)
{
    const uint64_t state = ingredient_state(st);
    i->moment = hash_bytes(hash_str(i->moment, path), &state, sizeof state);
}

static void add_file(struct ingredients *i, const char *path, const struct stat *st,
                     enum care care)
{
    if (care == CARE_NAME) {
        line_add(&i->among, 0, path);
        return;
    }
    add_moment(i, st, path);
    if (i->again)
        return;
    i->sure = i->sure && (care == CARE_BYTES || ingredient_is_old(i, st));
    if (care == CARE_STATE) {
        line_add(&i->lines, ingredient_state(st), path);
        return;
    }
    i->bytes += (size_t)st->st_size;
    i->sure = i->sure && S_ISREG(st->st_mode) && i->bytes <= INGREDIENTS_MOST &&
              line_of_bytes(i->a, i->d, path, &i->lines);
}

/* Where a link leads counts too: out of its folder nothing is read. */
static void add_link(struct ingredients *i, const char *path, enum care care)
{
    const char *real = path_followed(i->a, path);
    line_add(care == CARE_NAME ? &i->among : &i->lines,
             real != NULL ? hash_str(HASH_START, real) : 0, path);
}

static bool is_out(const struct ingredients *i, const struct stat *st)
{
    return st->st_dev == i->out.st_dev && st->st_ino == i->out.st_ino;
}

static void add_folder(struct ingredients *i, const char *path, enum care care,
                       int depth);

static void add_entry(struct ingredients *i, const char *path, enum care care, int depth)
{
    struct stat st;
    bool there = lstat(path, &st) == 0;
    i->sure = i->sure && strchr(path, '\n') == NULL; /* which is no line */
    if (there && S_ISLNK(st.st_mode)) {
        add_link(i, path, care);
        there = stat(path, &st) == 0;
    }
    if (!there) {
        line_add(care == CARE_NAME ? &i->among : &i->lines, 0, path);
    } else if (!S_ISDIR(st.st_mode)) {
        add_file(i, path, &st, care);
    } else if (is_out(i, &st)) {
        add_folder(i, path, CARE_NAME, depth + 1);
    } else {
        line_add(care == CARE_NAME ? &i->among : &i->lines, 1, path);
        add_folder(i, path, care, depth + 1);
    }
}

static void add_folder(struct ingredients *i, const char *path, enum care care, int depth)
{
    size_t count;
    const char *const *names = folder_names(i->a, NULL, path, &count);
    for (size_t k = 0; k < count && i->sure; k++)
        add_entry(i, path_join(i->a, path, names[k]), care, depth);
    i->sure = i->sure && depth < DEEPEST;
}

/* ---- the reports beside ---- */

static bool is_markdown(const char *name)
{
    const size_t len = strlen(name);
    return len > 3 && strcmp(name + len - 3, ".md") == 0;
}

/* What review_other() reads of one. */
static void add_neighbour(struct ingredients *i, const char *dir)
{
    struct stat st, ours;
    const char *yaml = path_join(i->a, dir, "inspection.yaml");
    if (stat(yaml, &st) != 0 || stat(dir, &st) != 0 || stat(i->r->report, &ours) != 0 ||
        (st.st_dev == ours.st_dev && st.st_ino == ours.st_ino))
        return;
    add_entry(i, yaml, CARE_STATE, 0);
    size_t count;
    const char *const *names = folder_names(i->a, NULL, dir, &count);
    for (size_t k = 0; k < count && i->sure; k++)
        if (is_markdown(names[k]))
            add_entry(i, path_join(i->a, dir, names[k]), CARE_STATE, 0);
}

/* A final is held against other reports, whose numbers and texts it must not have. */
static void add_others(struct ingredients *i)
{
    const char *beside = path_join(i->a, i->r->report, "..");
    const char *const examples[] = {place_find(i->a, "examples"),
                                    place_find(i->a, "../doc/gwasg/examples")};
    for (size_t k = 0; k < LEN(examples); k++)
        if (examples[k] != NULL)
            add_folder(i, examples[k], CARE_STATE, 0);
    size_t count;
    const char *const *names = folder_names(i->a, NULL, beside, &count);
    for (size_t k = 0; k < count && i->sure; k++)
        add_neighbour(i, path_join(i->a, beside, names[k]));
}

/* ---- all of it ---- */

static void add_program(struct ingredients *i)
{
    struct stat st;
    i->sure = i->sure && stat("/proc/self/exe", &st) == 0;
    if (!i->sure || i->again)
        return;
    line_add(&i->lines, ingredient_state(&st), "gwasg " GWASG_VERSION);
    line_add(&i->lines, libraries_told(), "environment");
    buf_add(&i->lines, i->r->o->linked.at, i->r->o->linked.len);
}

static void add_all(struct ingredients *i)
{
    const struct run *r = i->r;
    struct stat st;
    i->sure = stat(r->report, &st) == 0;
    if (stat(r->o->out, &i->out) != 0)
        i->out = (struct stat){0};
    add_program(i);
    if (i->sure)
        add_folder(i, r->report, is_out(i, &st) ? CARE_NAME : CARE_BYTES, 0);
    add_folder(i, r->templates, CARE_STATE, 0);
    add_folder(i, r->fonts, CARE_STATE, 0);
    if (r->o->stage == STAGE_FINAL)
        add_others(i);
}

static struct ingredients look(struct arena *a, struct diags *d, const struct run *r,
                               bool again)
{
    struct ingredients i = {.a = a,
                            .d = d,
                            .r = r,
                            .begun = time(NULL),
                            .lines = buf_new(a),
                            .among = buf_new(a),
                            .moment = HASH_START,
                            .again = again};
    add_all(&i);
    return i;
}

struct ingredients ingredients_new(struct arena *a, struct diags *d, const struct run *r)
{
    return look(a, d, r, false);
}

bool ingredients_stand(const struct ingredients *i)
{
    const struct ingredients now = look(i->a, i->d, i->r, true);
    return now.sure && now.moment == i->moment;
}
