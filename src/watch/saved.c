/* saved.c -- in: folders; out: what inotify says of them.  Passes over what editors leave
 * beside a file.  Knows nothing of what stands in the files. */
#include "watch/saved.h"

#include "base/array.h"
#include "base/file.h"

#include <errno.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#define WHOLE (IN_CLOSE_WRITE | IN_MOVED_TO)
#define HALF (IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_ATTRIB)
#define GONE (IN_DELETE_SELF | IN_MOVE_SELF)

enum { FOLDERS_MOST = 2000, DEPTH = 4 };

struct looked_folder {
    int watch; /* -1: no more */
    const char *path;
    bool mine;
};

struct saved {
    struct arena *a;
    int fd;
    ARRAY(struct looked_folder) folders;
    const char *left;   /* not looked at below others; NULL: none */
    const char *unseen; /* a folder that is there and cannot be looked at, and why */
    int why;
};

struct saved *saved_new(struct arena *a)
{
    struct saved *s = NEW(a, struct saved);
    *s = (struct saved){.a = a, .fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC)};
    return s->fd >= 0 ? s : NULL;
}

void saved_free(struct saved *s)
{
    if (s != NULL)
        close(s->fd);
}

int saved_fd(const struct saved *s)
{
    return s->fd;
}

/* Its record, or a new one. */
static struct looked_folder *folder_of(struct saved *s, const char *path)
{
    for (size_t i = 0; i < s->folders.len; i++)
        if (strcmp(s->folders.at[i].path, path) == 0)
            return &s->folders.at[i];
    if (s->folders.len >= FOLDERS_MOST)
        return NULL;
    struct looked_folder *f = array_push(s->a, &s->folders);
    *f = (struct looked_folder){-1, arena_strdup(s->a, path), false};
    return f;
}

static bool unseen(struct saved *s, const char *path, int why)
{
    if (s->unseen == NULL)
        s->unseen = arena_strdup(s->a, path);
    s->why = why;
    return false;
}

static bool is_same_folder(const char *one, const char *other)
{
    struct stat x, y;
    return stat(one, &x) == 0 && stat(other, &y) == 0 && x.st_dev == y.st_dev &&
           x.st_ino == y.st_ino;
}

static bool is_left(const struct saved *s, const char *path)
{
    return s->left != NULL && is_same_folder(path, s->left);
}

void saved_leave(struct saved *s, const char *folder)
{
    s->left = folder;
}

bool saved_looks_at(const struct saved *s, const char *folder)
{
    for (size_t i = 0; i < s->folders.len; i++)
        if (s->folders.at[i].watch >= 0 && is_same_folder(s->folders.at[i].path, folder))
            return true;
    return false;
}

static bool look(struct saved *s, const char *path, bool mine, bool below, int depth)
{
    struct looked_folder *f = folder_of(s, path);
    if (f == NULL)
        return unseen(s, path, E2BIG);
    f->mine = mine;
    f->watch = inotify_add_watch(s->fd, path, WHOLE | HALF | GONE | IN_ONLYDIR);
    const bool there = f->watch >= 0;
    if (!there && errno != ENOENT && errno != ENOTDIR)
        unseen(s, path, errno);
    if (!there || !below || depth == 0)
        return there;
    struct arena *a = arena_new();
    size_t count;
    const char *const *names = folder_names(a, NULL, path, &count);
    for (size_t i = 0; i < count; i++) {
        const char *inner = path_join(a, path, names[i]);
        if (folder_exists(inner) && !is_left(s, inner))
            look(s, inner, mine, true, depth - 1);
    }
    arena_free(a);
    return there;
}

bool saved_look(struct saved *s, const char *folder, bool mine, bool below)
{
    return look(s, folder, mine, below, DEPTH);
}

const char *saved_unseen(struct saved *s)
{
    const char *path = s->unseen;
    errno = s->why;
    s->unseen = NULL;
    return path;
}

/* Of an editor: its swap file, its copy from before, a file on its way. */
static bool is_beside(const char *name)
{
    const size_t len = strlen(name);
    return len == 0 || name[0] == '.' || name[0] == '#' || name[len - 1] == '~' ||
           strcmp(name, "4913") == 0 || name_is_left_over(name);
}

static bool is_left_in(const struct saved *s, const struct looked_folder *f,
                       const char *name)
{
    struct arena *a = arena_new();
    const bool left = is_left(s, path_join(a, f->path, name));
    arena_free(a);
    return left;
}

static unsigned meaning_of(struct saved *s, const struct inotify_event *e)
{
    struct looked_folder *f = NULL;
    for (size_t i = 0; i < s->folders.len; i++)
        if (s->folders.at[i].watch == e->wd)
            f = &s->folders.at[i];
    if ((e->mask & IN_Q_OVERFLOW) != 0)
        return SAVED_REPORT | SAVED_PROGRAMME;
    if (f == NULL)
        return 0;
    if ((e->mask & (GONE | IN_IGNORED)) != 0) {
        f->watch = -1;
        return SAVED_GONE;
    }
    if (e->len == 0 || is_beside(e->name) ||
        ((e->mask & IN_ISDIR) != 0 && is_left_in(s, f, e->name)))
        return 0;
    const unsigned whose = f->mine ? SAVED_REPORT : SAVED_PROGRAMME;
    return (e->mask & WHOLE) != 0 ? whose : whose | SAVED_HALF;
}

unsigned saved_read(struct saved *s)
{
    _Alignas(struct inotify_event) char bytes[16384];
    unsigned all = 0, whole = 0;
    ssize_t n;
    while ((n = read(s->fd, bytes, sizeof bytes)) > 0 || (n < 0 && errno == EINTR))
        for (ssize_t at = 0; at < n;) {
            const struct inotify_event *e = (const void *)(bytes + at);
            const unsigned means = meaning_of(s, e);
            whole |= (means & (SAVED_REPORT | SAVED_PROGRAMME)) != 0 &&
                     (means & SAVED_HALF) == 0;
            all |= means;
            at += (ssize_t)(sizeof *e + e->len);
        }
    /* what was closed is whole, whatever came before */
    return whole != 0 ? all & ~(unsigned)SAVED_HALF : all;
}
