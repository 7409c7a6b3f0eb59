/* arena.c -- blocks that only grow.  In: sizes; out: memory that lives until arena_free.
 * Knows nothing of what is stored. */
#define _DEFAULT_SOURCE /* MAP_ANONYMOUS, MAP_POPULATE, madvise */
#include "base/arena.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#if SANITIZED
#include <sanitizer/asan_interface.h>
#endif

/* An arena of a few things has a block of the heap; what goes on past it takes large ones
 * of the kernel, which come zeroed: clearing heap blocks that are written anyway took 5 %
 * of a build's instructions (docs/speed.md). */
enum { FIRST_BLOCK = 64 * 1024, BLOCK = 256 * 1024, ALIGN = 16, SPARE = 64 };

struct arena_block {
    struct arena_block *next;
    size_t used, size;
    _Alignas(ALIGN) unsigned char guard[ALIGN]; /* nobody's, before the first piece */
    _Alignas(ALIGN) unsigned char bytes[];
};

struct arena {
    struct arena_block *blocks; /* the one being filled first */
    size_t used;
    struct arena_file *files;
    struct arena_stand_in *stand_ins;
    struct arena_fence *fences;
    struct arena *before, *after; /* of all that there are */
    bool shared;                  /* with each child */
};

static struct arena *arenas; /* what a child is not to have must be known as a whole */

_Noreturn void out_of_memory(void)
{
    fputs("gwasg: out of memory\n", stderr);
    exit(71);
}

void memory_watch(void)
{
    errno = 0;
}

void memory_check(void)
{
    if (errno == ENOMEM)
        out_of_memory();
}

_Noreturn void bug_at(const char *file, int line, const char *format, ...)
{
    va_list args;
    memory_check(); /* a library that had none may have given back less */
    va_start(args, format);
    fprintf(stderr, "gwasg: a fault in the program itself, at %s:%d: ", file, line);
    vfprintf(stderr, format, args);
    fputs("\nNothing was written. Please report this line with the report's folder.\n",
          stderr);
    va_end(args);
    exit(70);
}

/* Whether a block of so many bytes is the kernel's. */
static bool is_mapped(size_t size)
{
    return size >= BLOCK - sizeof(struct arena_block) && !SANITIZED;
}

/* What an arena gives back the next one takes: to clear a block as far as it was used is
 * less than to have its pages of the kernel again. */
static struct {
    struct arena_block *first;
    int count;
} spare;

static bool spare_put(struct arena_block *b)
{
    if (spare.count == SPARE || sizeof *b + b->size != BLOCK)
        return false;
    b->next = spare.first;
    spare.first = b;
    spare.count++;
    return true;
}

static struct arena_block *spare_take(void)
{
    struct arena_block *b = spare.first;
    if (b == NULL)
        return NULL;
    spare.first = b->next;
    spare.count--;
    memset(b->bytes, 0, b->used);
    b->used = 0;
    return b;
}

static void block_free(struct arena_block *b)
{
    if (is_mapped(b->size) && spare_put(b))
        return;
    if (is_mapped(b->size))
        munmap(b, sizeof *b + b->size);
    else
        free(b);
}

struct arena *arena_new(void)
{
    struct arena *a = calloc(1, sizeof *a);
    if (a == NULL)
        out_of_memory();
    a->after = arenas;
    if (arenas != NULL)
        arenas->before = a;
    arenas = a;
    return a;
}

struct arena *arena_beside(const struct arena *a)
{
    struct arena *other = arena_new();
    other->stand_ins = a->stand_ins;
    other->fences = a->fences;
    return other;
}

/* What it holds is given back before, or another's by now. */
static void arena_end(struct arena *a)
{
    if (a->before != NULL)
        a->before->after = a->after;
    else
        arenas = a->after;
    if (a->after != NULL)
        a->after->before = a->before;
    free(a);
}

void arena_free(struct arena *a)
{
    if (a == NULL)
        return;
    for (struct arena_block *b = a->blocks; b != NULL;) {
        struct arena_block *next = b->next;
        block_free(b);
        b = next;
    }
    arena_end(a);
}

/* The first block, which is of the heap, is as good as a new one. */
void arena_reset(struct arena *a)
{
    struct arena_block *kept = NULL;
    for (struct arena_block *b = a->blocks, *next; b != NULL; b = next) {
        next = b->next;
        if (next != NULL || b->size != FIRST_BLOCK || SANITIZED)
            block_free(b);
        else
            kept = b;
    }
    if (kept != NULL) {
        memset(kept->bytes, 0, kept->used);
        kept->used = 0;
    }
    a->blocks = kept;
    a->used = 0;
    a->files = NULL;
    a->stand_ins = NULL;
    a->fences = NULL;
}

void arena_note_file(struct arena *a, const char *path, uint64_t state)
{
    struct arena_file **end = &a->files;
    for (; *end != NULL; end = &(*end)->next)
        if (strcmp((*end)->path, path) == 0)
            return;
    *end = NEW(a, struct arena_file);
    (*end)->path = arena_strdup(a, path);
    (*end)->state = state;
}

const struct arena_file *arena_files(const struct arena *a)
{
    return a->files;
}

void arena_stand_in(struct arena *a, const char *path, const char *bytes, size_t len)
{
    struct arena_stand_in *one = NEW(a, struct arena_stand_in);
    *one = (struct arena_stand_in){path, bytes, len, a->stand_ins};
    a->stand_ins = one;
}

void arena_stand_down(struct arena *a)
{
    a->stand_ins = NULL;
}

const struct arena_stand_in *arena_stands_in(const struct arena *a, const char *path)
{
    const struct arena_stand_in *one = a->stand_ins;
    while (one != NULL && strcmp(one->path, path) != 0)
        one = one->next;
    return one;
}

/* What is not there has nothing to be read from. */
void arena_fence(struct arena *a, const char *path)
{
    memory_watch();
    char *real = realpath(path, NULL);
    memory_check(); /* or there would be no fence */
    if (real == NULL)
        return;
    struct arena_fence *f = NEW(a, struct arena_fence);
    *f = (struct arena_fence){arena_strdup(a, path), arena_strdup(a, real), a->fences};
    a->fences = f;
    free(real);
}

const struct arena_fence *arena_fences(const struct arena *a)
{
    return a->fences;
}

/* Behind the block being filled, so that the rest of that one is not lost. */
void arena_adopt(struct arena *a, struct arena *from)
{
    struct arena_block **end = a->blocks == NULL ? &a->blocks : &a->blocks->next;
    struct arena_block *rest = *end;
    *end = from->blocks;
    while (*end != NULL)
        end = &(*end)->next;
    *end = rest;
    a->used += from->used;
    for (const struct arena_file *f = from->files; f != NULL; f = f->next)
        arena_note_file(a, f->path, f->state);
    arena_end(from);
}

void arena_share(struct arena *a)
{
    a->shared = true;
}

/* A block that could not be given to children again would be missed by one that needs it.
 */
static void blocks_withhold(struct arena_block *b, bool withheld)
{
    for (; b != NULL; b = b->next)
        if (is_mapped(b->size) &&
            madvise(b, sizeof *b + b->size, withheld ? MADV_DONTFORK : MADV_DOFORK) !=
                0 &&
            !withheld)
            out_of_memory();
}

void arenas_withhold(const struct arena *but, bool withheld)
{
    for (const struct arena *a = arenas; a != NULL; a = a->after)
        if (a != but && !a->shared)
            blocks_withhold(a->blocks, withheld);
    blocks_withhold(spare.first, withheld);
}

void arenas_withheld(void)
{
    spare.first = NULL;
    spare.count = 0;
}

void arena_shut(void *at, size_t size)
{
#if SANITIZED
    ASAN_POISON_MEMORY_REGION(at, size);
#else
    (void)at, (void)size;
#endif
}

void arena_open(void *at, size_t size)
{
#if SANITIZED
    ASAN_UNPOISON_MEMORY_REGION(at, size);
#else
    (void)at, (void)size;
#endif
}

/* A block that things will fill has its pages at once: a fault for each took 7 % of a
 * build's time.  What is larger may be room that is never used. */
static void *pages_new(size_t whole)
{
    const int at_once = whole == BLOCK ? MAP_POPULATE : 0;
    return mmap(NULL, whole, PROT_READ | PROT_WRITE,
                MAP_PRIVATE | MAP_ANONYMOUS | at_once, -1, 0);
}

static struct arena_block *block_new(size_t size)
{
    if (size > SIZE_MAX / 2)
        out_of_memory();
    const size_t whole = sizeof(struct arena_block) + size;
    struct arena_block *b = whole == BLOCK ? spare_take() : NULL;
    if (b != NULL)
        return b;
    b = is_mapped(size) ? pages_new(whole) : calloc(1, whole);
    if (b == NULL || b == MAP_FAILED)
        out_of_memory();
    b->size = size;
    arena_shut(b->guard, sizeof b->guard);
    return b;
}

/* A large piece gets a block of its own behind the one being filled, so that the rest
 * of that one is not lost; before a sanitizer every piece does, to the byte. */
static void *alloc_large(struct arena *a, size_t size)
{
    struct arena_block *b = block_new(size);
    b->used = size;
    if (a->blocks == NULL) {
        a->blocks = b;
    } else {
        b->next = a->blocks->next;
        a->blocks->next = b;
    }
    return b->bytes;
}

void *arena_alloc(struct arena *a, size_t size)
{
    size_t room = (size + ALIGN - 1) & ~(size_t)(ALIGN - 1);
    if (room < size)
        out_of_memory();
    a->used += room;
    if (SANITIZED || room > BLOCK / 4 || (a->blocks == NULL && room > FIRST_BLOCK / 4))
        return alloc_large(a, SANITIZED ? size : room);
    struct arena_block *b = a->blocks;
    if (b == NULL || b->size - b->used < room) {
        b = block_new(b == NULL ? FIRST_BLOCK : BLOCK - sizeof *b);
        b->next = a->blocks;
        a->blocks = b;
    }
    void *p = b->bytes + b->used;
    b->used += room;
    return p;
}

void *arena_array(struct arena *a, size_t count, size_t size)
{
    if (size > 0 && count > SIZE_MAX / size)
        out_of_memory();
    return arena_alloc(a, count * size);
}

size_t arena_used(const struct arena *a)
{
    return a->used;
}

char *arena_strndup(struct arena *a, const char *s, size_t len)
{
    char *copy = arena_alloc(a, len + 1);
    if (len > 0)
        memcpy(copy, s, len);
    return copy;
}

char *arena_strdup(struct arena *a, const char *s)
{
    return arena_strndup(a, s, strlen(s));
}

char *arena_vprintf(struct arena *a, const char *format, va_list args)
{
    char first[256]; /* most fit, and are printed once */
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(first, sizeof first, format, args);
    if (len < 0)
        bug("a format that cannot be printed: %s", format);
    char *s = arena_alloc(a, (size_t)len + 1);
    if ((size_t)len < sizeof first)
        memcpy(s, first, (size_t)len);
    else
        vsnprintf(s, (size_t)len + 1, format, again);
    va_end(again);
    return s;
}

char *arena_printf(struct arena *a, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *s = arena_vprintf(a, format, args);
    va_end(args);
    return s;
}
