/* arena.h -- memory of one run.  What the stages build lives in one arena and dies with
 * it; nobody frees a part.  Running out of memory ends the program (exit 71), so no
 * function here returns NULL. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

struct arena *arena_new(void);
/* One where files are read as in `a`: within its fences, with what stands in for them. */
struct arena *arena_beside(const struct arena *a);
void arena_free(struct arena *a);
/* What lives there lives no longer; there is room for other things. */
void arena_reset(struct arena *a);
/* What lives in `from` lives in `a` from now on; `from` itself is gone. */
void arena_adopt(struct arena *a, struct arena *from);

/* While a child is begun that must see nothing of ours but `but`: what the other arenas
 * have of the kernel is withheld from it, and given to later ones again with false.  A
 * child that has less also begins sooner, and each page that it has beside us is a fault
 * for us when we write to it next.  What is shared each child has. */
void arenas_withhold(const struct arena *but, bool withheld);
void arenas_withheld(void); /* in such a child, first of all */
void arena_share(struct arena *a);

/* The files that were read for what lives here, each once, in the order of their opening:
 * whoever opens one notes its path. */
struct arena_file {
    const char *path;
    uint64_t
        state; /* of its first opening: which file it was, and when it changed last */
    struct arena_file *next;
};
void arena_note_file(struct arena *a, const char *path, uint64_t state);
const struct arena_file *arena_files(const struct arena *a);

/* From here on the file at `path` is read as these bytes, whatever is on the disk: as it
 * would be, before it is written.  Both are borrowed. */
struct arena_stand_in {
    const char *path, *bytes;
    size_t len;
    struct arena_stand_in *next;
};
void arena_stand_in(struct arena *a, const char *path, const char *bytes, size_t len);
/* From here on files are read from the disk again. */
void arena_stand_down(struct arena *a);
/* What stands in for a file, or NULL. */
const struct arena_stand_in *arena_stands_in(const struct arena *a, const char *path);

/* Folders out of which no link may lead: the report's, the templates', the fonts'. */
struct arena_fence {
    const char *path, *real; /* as it was named; its links followed */
    struct arena_fence *next;
};
void arena_fence(struct arena *a, const char *path);
const struct arena_fence *arena_fences(const struct arena *a);

/* Zeroed, aligned for any type. */
void *arena_alloc(struct arena *a, size_t size);
void *arena_array(struct arena *a, size_t count, size_t size);

/* Copies; the result ends in a zero byte. */
char *arena_strdup(struct arena *a, const char *s);
char *arena_strndup(struct arena *a, const char *s, size_t len);
char *arena_printf(struct arena *a, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *a, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

/* Bytes handed out so far, for the bench and for caps. */
size_t arena_used(const struct arena *a);

/* Whether the address sanitizer looks on, with a shadow larger than any limit of memory;
 * then each piece is a block of its own, so that it sees what is written beside one.
 * gcc says so by a macro, clang by a feature. */
#ifdef __has_feature
#define SANITIZED __has_feature(address_sanitizer)
#elif defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#else
#define SANITIZED 0
#endif

/* Room that is not used yet, and its use: a sanitizer sees what touches the former. */
void arena_shut(void *at, size_t size);
void arena_open(void *at, size_t size);

#define NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define NEW_ARRAY(a, type, n) ((type *)arena_array((a), (size_t)(n), sizeof(type)))
#define LEN(array) (sizeof(array) / sizeof(array)[0])

/* Ends the program with a message and exit 71. */
_Noreturn void out_of_memory(void);

/* Around calls of a library that goes on with less where it finds no memory, and says
 * nothing: out_of_memory() at memory_check() if it found none since memory_watch(). */
void memory_watch(void);
void memory_check(void);

/* A fault of ours: says where, exits 70, in every build; but out_of_memory() when errno
 * says that a library had none. */
_Noreturn void bug_at(const char *file, int line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
#define bug(...) bug_at(__FILE__, __LINE__, __VA_ARGS__)

#endif
