/* archive.c -- in: the bytes of a zip; out: those of its parts, by libzip. */
#include "office/archive.h"

#include <string.h>
#include <strings.h>
#include <zip.h>

enum { PARTS = 2000, READ = 1 << 16 };

struct archive {
    zip_t *zip;
};

struct archive *archive_open(struct arena *a, const struct file *f, const char **wrong)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(f->text, f->len, 0, &error);
    zip_t *zip = source != NULL ? zip_open_from_source(source, ZIP_RDONLY, &error) : NULL;
    *wrong = zip == NULL                           ? "=broken"
             : zip_get_num_entries(zip, 0) > PARTS ? "=many"
                                                   : NULL;
    if (*wrong != NULL) {
        if (zip != NULL)
            zip_discard(zip);
        return NULL;
    }
    struct archive *z = NEW(a, struct archive);
    z->zip = zip;
    return z;
}

void archive_close(struct archive *z)
{
    zip_discard(z->zip);
}

/* The part's bytes, at most `most` whatever it says of itself. */
static const char *inflate(zip_file_t *part, size_t most, struct buf *to)
{
    char *bytes = arena_alloc(to->a, READ);
    zip_int64_t n;
    while ((n = zip_fread(part, bytes, READ)) > 0) {
        buf_add(to, bytes, (size_t)n);
        if (to->len > most)
            return "=large";
    }
    return n == 0 ? NULL : "=broken";
}

const char *archive_read(struct archive *z, const char *name, size_t most, struct buf *to)
{
    zip_file_t *part = zip_fopen(z->zip, name, ZIP_FL_NOCASE);
    if (part == NULL) {
        int why = zip_error_code_zip(zip_get_error(z->zip));
        return why == ZIP_ER_NOENT      ? "=absent"
               : why == ZIP_ER_NOPASSWD ? "=encrypted"
                                        : "=broken";
    }
    const char *wrong = inflate(part, most, to);
    zip_fclose(part);
    return wrong;
}

bool archive_has(struct archive *z, const char *name)
{
    return zip_name_locate(z->zip, name, ZIP_FL_NOCASE) >= 0;
}

bool archive_has_below(struct archive *z, const char *folder)
{
    zip_int64_t count = zip_get_num_entries(z->zip, 0);
    for (zip_int64_t i = 0; i < count; i++) {
        const char *name = zip_get_name(z->zip, (zip_uint64_t)i, 0);
        if (name != NULL && strncasecmp(name, folder, strlen(folder)) == 0)
            return true;
    }
    return false;
}
