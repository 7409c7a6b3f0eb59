/* fuzz.c -- bytes as files, what always holds, and a main for the test suite. */
#define _GNU_SOURCE /* memfd_create */
#include "fuzz.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

void fuzz_holds(bool holds)
{
    if (!holds)
        abort();
}

/* The linker puts it in the place of sandbox_read: libFuzzer sees nothing of a child. */
bool __wrap_sandbox_read(struct arena *a, struct diags *d, enum diag_id id,
                         struct pos where, void (*work)(struct buf *out, void *data),
                         void *data, size_t most, struct buf *texts);

bool __wrap_sandbox_read(struct arena *a, struct diags *d, enum diag_id id,
                         struct pos where, void (*work)(struct buf *out, void *data),
                         void *data, size_t most, struct buf *texts)
{
    (void)d, (void)id, (void)where, (void)most;
    *texts = buf_new(a);
    work(texts, data);
    return true;
}

const char *fuzz_path(struct arena *a, const uint8_t *bytes, size_t len)
{
    static int fd = -1;
    if (fd < 0)
        fd = memfd_create("fuzz", 0);
    fuzz_holds(ftruncate(fd, 0) == 0 && pwrite(fd, bytes, len, 0) == (ssize_t)len);
    return arena_printf(a, "/proc/self/fd/%d", fd);
}

static char folder[] = "/tmp/gwasg-fuzz-XXXXXX";

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *at)
{
    (void)st, (void)kind, (void)at;
    return remove(path);
}

static void remove_folder(void)
{
    nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

const char *fuzz_folder(void)
{
    static bool made;
    if (!made) {
        fuzz_holds(mkdtemp(folder) != NULL && atexit(remove_folder) == 0);
        made = true;
    }
    return folder;
}

void fuzz_put(struct arena *a, const char *name, const void *bytes, size_t len)
{
    const char *path = path_join(a, fuzz_folder(), name);
    fuzz_holds(dir_make(a, diags_new(a), path_dir(a, path)));
    FILE *to = fopen(path, "wb");
    fuzz_holds(to != NULL && fwrite(bytes, 1, len, to) == len);
    fuzz_holds(fclose(to) == 0);
}

const struct file *fuzz_text(struct arena *a, struct diags *d, const uint8_t *bytes,
                             size_t len)
{
    const struct file *f = file_of_text(a, d, "fuzz", (const char *)bytes, len);
    fuzz_said(a, d, f != NULL);
    return f;
}

void fuzz_place(struct pos pos)
{
    fuzz_holds(pos.file != NULL && pos.at <= pos.file->len &&
               pos.len <= pos.file->len - pos.at);
}

void fuzz_said(struct arena *a, const struct diags *d, bool read)
{
    struct buf out = buf_new(a);
    diags_print(d, DIAG_HUMAN, &out);
    fuzz_holds(read || (diags_errors(d) > 0 && out.len > 0));
}

#ifndef LIBFUZZER
/* In a piece of memory that ends where the bytes do, for the sanitizers. */
static void run_file(const struct file *f)
{
    uint8_t *bytes = malloc(f->len);
    if (f->len > 0)
        memcpy(bytes, f->text, f->len);
    LLVMFuzzerTestOneInput(bytes, f->len);
    free(bytes);
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        struct arena *a = arena_new();
        const struct file *f =
            file_read_bytes(a, diags_new(a), argv[i], SIZE_MAX, (struct pos){0});
        puts(argv[i]); /* the last one, where it ends there */
        fflush(stdout);
        fuzz_holds(f != NULL);
        run_file(f);
        arena_free(a);
    }
    return argc < 2;
}
#endif
