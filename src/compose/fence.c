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

/* Before each piece; 32 bytes, so that what follows is aligned. */
struct piece {
    struct piece *prev, *next;
    size_t size;
    size_t fenced;
};
_Static_assert(sizeof(struct piece) % 16 == 0, "pieces must stay aligned");

static struct {
    bool ready, active;
    size_t used, cap;
    struct piece pieces; /* a ring: those taken inside the fence */
    jmp_buf out;
} fence;

static void ring_add(struct piece *p)
{
    p->prev = &fence.pieces;
    p->next = fence.pieces.next;
    p->next->prev = p;
    fence.pieces.next = p;
}

static void ring_drop(struct piece *p)
{
    p->prev->next = p->next;
    p->next->prev = p->prev;
}

static void check_room(size_t more)
{
    if (fence.active && (more > fence.cap || fence.used > fence.cap - more))
        longjmp(fence.out, 1);
}

static void *fence_malloc(size_t size)
{
    check_room(size);
    struct piece *p = malloc(sizeof *p + size);
    if (p == NULL)
        out_of_memory();
    p->size = size;
    p->fenced = fence.active;
    if (p->fenced) {
        ring_add(p);
        fence.used += size;
    }
    return p + 1;
}

static void fence_free(void *at)
{
    if (at == NULL)
        return;
    struct piece *p = (struct piece *)at - 1;
    if (p->fenced) {
        ring_drop(p);
        fence.used -= p->size;
    }
    free(p);
}

static void *fence_realloc(void *at, size_t size)
{
    if (at == NULL)
        return fence_malloc(size);
    struct piece *p = (struct piece *)at - 1;
    if (size > p->size)
        check_room(size - p->size);
    if (p->fenced) {
        ring_drop(p);
        fence.used -= p->size;
    }
    p = realloc(p, sizeof *p + size);
    if (p == NULL)
        out_of_memory();
    p->size = size;
    if (p->fenced) {
        ring_add(p);
        fence.used += size;
    }
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

static void give_back(void)
{
    for (struct piece *p = fence.pieces.next, *next; p != &fence.pieces; p = next) {
        next = p->next;
        free(p);
    }
}

/* What a library keeps for itself when the work is done outlives the fence. */
static void let_go(void)
{
    for (struct piece *p = fence.pieces.next; p != &fence.pieces; p = p->next)
        p->fenced = false;
    fence.pieces.prev = fence.pieces.next = &fence.pieces;
}

static void leave(void)
{
    fence.active = false;
    xmlResetLastError();
}

bool fence_run(size_t cap, void (*work)(void *data), void *data)
{
    fence_ready();
    fence.pieces.prev = fence.pieces.next = &fence.pieces;
    fence.used = 0;
    fence.cap = cap;
    if (setjmp(fence.out) != 0) {
        leave();
        give_back();
        return false;
    }
    fence.active = true;
    work(data);
    leave();
    let_go();
    return true;
}
