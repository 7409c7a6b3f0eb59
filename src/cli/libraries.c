/* libraries.c -- the libraries of this process, each by the mark of its build, and what
 * else decides how they work.  Runs no stage. */
#define _GNU_SOURCE /* dl_iterate_phdr, environ */
#include "base/hash.h"
#include "cli/ingredients.h"

#include <elf.h>
#include <inttypes.h>
#include <link.h>
#include <string.h>
#include <unistd.h>

#define NOTE_ALIGNED(n) (((size_t)(n) + 3) & ~(size_t)3)

/* ---- the mark of a build: NT_GNU_BUILD_ID, in the notes of a file of ELF ---- */

static uint64_t mark_in(const char *at, size_t left)
{
    ElfW(Nhdr) note;
    while (left >= sizeof note) {
        memcpy(&note, at, sizeof note);
        const size_t name = sizeof note, words = name + NOTE_ALIGNED(note.n_namesz),
                     next = words + NOTE_ALIGNED(note.n_descsz);
        if (next > left)
            return 0;
        if (note.n_type == NT_GNU_BUILD_ID && note.n_namesz == sizeof ELF_NOTE_GNU &&
            memcmp(at + name, ELF_NOTE_GNU, sizeof ELF_NOTE_GNU) == 0)
            return hash_bytes(HASH_START, at + words, note.n_descsz);
        at += next;
        left -= next;
    }
    return 0;
}

/* 0: it has none. */
static uint64_t mark_of(const struct dl_phdr_info *info)
{
    uint64_t mark = 0;
    for (size_t i = 0; i < info->dlpi_phnum && mark == 0; i++) {
        const ElfW(Phdr) *part = &info->dlpi_phdr[i];
        if (part->p_type == PT_NOTE)
            mark = mark_in((const char *)(uintptr_t)(info->dlpi_addr + part->p_vaddr),
                           part->p_memsz);
    }
    return mark;
}

/* ---- those that are loaded ---- */

struct gathered_libraries {
    struct buf *lines;
    const struct buf *linked; /* those that do not count; or NULL */
};

/* The program's own name is "", the kernel's has no slash. */
static int list_one(struct dl_phdr_info *info, size_t size, void *data)
{
    (void)size;
    struct gathered_libraries *l = data;
    const char *path = info->dlpi_name;
    const uint64_t mark = l->linked == NULL ? mark_of(info) : 0;
    if (strchr(path, '/') == NULL ||
        (l->linked != NULL && line_is_there(l->linked, path)))
        return 0;
    if (mark != 0)
        buf_printf(l->lines, "%016" PRIx64 " %s\n", mark, path);
    else
        line_of_state(NULL, NULL, path, l->lines);
    return 0;
}

/* What is in memory counts: another may have taken its place on the disk. */
struct buf libraries_here(struct arena *a)
{
    struct buf lines = buf_new(a);
    struct gathered_libraries l = {&lines, NULL};
    dl_iterate_phdr(list_one, &l);
    return lines;
}

/* The next run looks for these on the disk; which it would find, the list of ldconfig
 * decides. */
void libraries_further(const struct buf *linked, struct buf *lines)
{
    struct gathered_libraries l = {lines, linked};
    dl_iterate_phdr(list_one, &l);
    if (lines->len > 0)
        line_of_state(NULL, NULL, "/etc/ld.so.cache", lines);
}

/* ---- what they are told ---- */

/* How the names begin that ld.so, libc, HarfBuzz, ICU, pango, GLib, cairo, fontconfig,
 * FreeType, libxml2 and libjpeg look for. */
static const char *const beginnings[] = {
    "LD_",    "GLIBC_", "HB_",         "ICU_",      "PANGO_", "G_",
    "CAIRO_", "FC_",    "FONTCONFIG_", "FREETYPE_", "XML_",   "JSIMD_",
};

uint64_t libraries_told(void)
{
    uint64_t told = 0; /* in whatever order */
    for (char **e = environ; e != NULL && *e != NULL; e++)
        for (size_t i = 0; i < LEN(beginnings); i++)
            if (strncmp(*e, beginnings[i], strlen(beginnings[i])) == 0)
                told += hash_str(HASH_START, *e);
    return told;
}
