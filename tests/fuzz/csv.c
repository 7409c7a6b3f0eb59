/* csv.c -- any text is a table, whose cells have a place, or is said to be none. */
#include "fuzz.h"

#include "source/csv.h"

static void check_cells(const struct cell *cells, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        fuzz_holds(cells[i].text != NULL);
        fuzz_place(cells[i].pos);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    const char *path = fuzz_path(a, bytes, len);
    const struct file *f = file_read_windows(a, d, path, 1 << 20, (struct pos){0});
    const struct table *t = f != NULL ? csv_parse(a, d, f) : NULL;
    if (t != NULL) {
        check_cells(t->head, t->columns);
        check_cells(t->cells, t->columns * t->rows);
    }
    fuzz_said(a, d, t != NULL);
    arena_free(a);
    return 0;
}
