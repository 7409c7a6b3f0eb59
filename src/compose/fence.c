/* fence.c -- a cap on the memory of libxml2 and libxslt.  Neither is safe when memory
 * runs out, so nothing is refused: where the cap is passed, we leave the library by a
 * jump and give back all that it took.  Knows no template.
 *
 * libxml2 takes its allocator once per process and hands no data to it, so this is the
 * one place with state outside an arena. */
#include "compose/template.h"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxslt/imports.h>
#include <libxslt/xslt.h>
#include <libxslt/xsltutils.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

/* Before each piece; 16 bytes, so that what follows is aligned. */
struct piece {
    size_t size;
    size_t fenced; /* else it is malloc's */
};
_Static_assert(sizeof(struct piece) % 16 == 0, "pieces must stay aligned");

/* Sizes of 16 bytes more each, then of twice the bytes each. */
enum { STEP = 16, SMALL = 64, SIZES = SMALL + 32 };

struct unused {
    struct unused *next;
};

/* A template takes and frees half a million pieces.  Those of a size wait for the next
 * that asks for it, and all go at once in the end, so that nobody need free the trees and
 * the stylesheet piece by piece: with malloc it was a tenth of a build. */
static struct {
    bool ready, active;
    size_t used, cap;
    size_t kept; /* of `used`, what stays; it may be freed inside another fence */
    struct arena *room;
    struct arena *stays;              /* what is kept, as long as the program runs */
    struct unused *unused[SIZES + 1]; /* pieces inside the fence, behind their heads */
    jmp_buf out;
} fence;

static void check_room(size_t more)
{
    if (fence.active && (more > fence.cap || fence.used > fence.cap - more))
        longjmp(fence.out, 1);
}

/* Which of the sizes a piece has, and what that comes to. */
static size_t size_class(size_t size, size_t *whole)
{
    size_t rank = size > 0 ? (size + STEP - 1) / STEP : 1;
    *whole = rank * STEP;
    if (rank <= SMALL)
        return rank;
    for (rank = SMALL, *whole = (size_t)SMALL * STEP; *whole < size; *whole *= 2)
        rank++;
    return rank;
}

static void *take_inside(size_t size)
{
    size_t whole;
    check_room(size);
    fence.used += size;
    struct unused **list = &fence.unused[size_class(size, &whole)], *at = *list;
    if (at != NULL)
        *list = at->next;
    else
        at = (void *)((struct piece *)arena_alloc(fence.room,
                                                  sizeof(struct piece) + whole) +
                      1);
    *((struct piece *)(void *)at - 1) = (struct piece){size, true};
    return at;
}

static void *fence_malloc(size_t size)
{
    if (fence.active)
        return take_inside(size);
    struct piece *p = malloc(sizeof *p + size);
    if (p == NULL)
        out_of_memory();
    *p = (struct piece){size, false};
    return p + 1;
}

static void fence_free(void *at)
{
    size_t whole;
    if (at == NULL)
        return;
    struct piece *p = (struct piece *)at - 1;
    if (!p->fenced) {
        free(p);
        return;
    }
    struct unused **list = &fence.unused[size_class(p->size, &whole)];
    fence.used -= p->size;
    ((struct unused *)at)->next = *list;
    *list = at;
}

static void *fence_realloc(void *at, size_t size)
{
    struct piece *p = at != NULL ? (struct piece *)at - 1 : NULL;
    if (p == NULL)
        return fence_malloc(size);
    if (p->fenced) {
        const size_t before = p->size;
        void *moved = take_inside(size);
        memcpy(moved, at, before < size ? before : size);
        fence_free(at);
        return moved;
    }
    p = realloc(p, sizeof *p + size);
    if (p == NULL)
        out_of_memory();
    p->size = size;
    return p + 1;
}

static char *fence_strdup(const char *s)
{
    size_t size = strlen(s) + 1;
    return memcpy(fence_malloc(size), s, size);
}

/* What the libraries set up once must not be taken inside a fence, where a jump would
 * give it back. */
static void fence_ready(void)
{
    if (fence.ready)
        return;
    if (xmlMemSetup(fence_free, fence_malloc, fence_realloc, fence_strdup) != 0)
        bug("libxml2 refuses an allocator");
    xmlInitParser();
    xsltInit();
    fence.ready = true;
}

static void leave(bool keeps)
{
    fence.active = false;
    xmlResetLastError();
    if (!keeps) {
        arena_free(fence.room);
    } else {
        fence.kept = fence.used;
        if (fence.stays == NULL)
            arena_share(fence.stays =
                            arena_new()); /* the sandbox's XML is freed into it */
        arena_adopt(fence.stays, fence.room);
    }
    memset(fence.unused, 0, sizeof fence.unused);
}

bool fence_run(size_t cap, bool keeps, void (*work)(void *data), void *data)
{
    fence_ready();
    fence.used = fence.kept;
    fence.cap = fence.kept + cap;
    fence.room = arena_new();
    const bool inside = setjmp(fence.out) == 0;
    if (inside) {
        fence.active = true;
        work(data);
    }
    leave(keeps);
    return inside;
}
