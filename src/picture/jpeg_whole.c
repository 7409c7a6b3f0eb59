/* jpeg_whole.c -- a picture from a JPEG file.  In: the file; out: its measures and what a
 * PDF says of it, or a diagnostic: libjpeg decodes all of it in the sandbox, and what it
 * finds there is thrown away.  The bytes stay what they are. */
#include "picture/reading.h"

#include "base/file.h"
#include "office/sandbox.h"

#include <setjmp.h>
#include <stdio.h> /* before jpeglib.h, which needs it */

#include <jpeglib.h>

/* ---- the child ---- */

struct decoding {
    struct jpeg_error_mgr errors; /* first: libjpeg knows no more */
    jmp_buf out;
    char said[JMSG_LENGTH_MAX];
};

static void decoding_fails(j_common_ptr j)
{
    struct decoding *d = (struct decoding *)(void *)j->err;
    j->err->format_message(j, d->said);
    longjmp(d->out, 1);
}

/* What it can go on after is a fault of the file all the same. */
static void decoding_warns(j_common_ptr j, int level)
{
    if (level < 0)
        decoding_fails(j);
}

/* A file, up to the end of its picture. */
struct jpeg_bytes {
    const char *bytes;
    size_t len;
};

static void decode_rows(struct jpeg_decompress_struct *j, const struct jpeg_bytes *s)
{
    jpeg_create_decompress(j);
    j->mem->max_memory_to_use = (long)(SANDBOX_MEMORY / 2);
    jpeg_mem_src(j, (const unsigned char *)s->bytes, s->len);
    jpeg_read_header(j, TRUE);
    jpeg_start_decompress(j);
    JSAMPARRAY row =
        j->mem->alloc_sarray((j_common_ptr)j, JPOOL_IMAGE,
                             j->output_width * (JDIMENSION)j->output_components, 1);
    while (j->output_scanline < j->output_height)
        jpeg_read_scanlines(j, row, 1);
    jpeg_finish_decompress(j);
}

/* What is wrong, or "". */
static void decode_whole(struct buf *out, void *data)
{
    struct decoding d = {.said = ""};
    struct jpeg_decompress_struct j = {.err = jpeg_std_error(&d.errors)};
    d.errors.error_exit = decoding_fails;
    d.errors.emit_message = decoding_warns;
    if (setjmp(d.out) == 0)
        decode_rows(&j, data);
    jpeg_destroy_decompress(&j);
    text_put_str(out, d.said);
}

/* ---- what is kept ---- */

const struct image *jpeg_load(const struct picture_source *s)
{
    enum { MOST = 4096 };
    struct jpeg *jpeg = NEW(s->a, struct jpeg);
    struct buf found;
    size_t at;
    const char *fault = jpeg_read(s->a, s->file->text, s->file->len, jpeg);
    if (fault != NULL)
        picture_say(s, fault);
    if (fault != NULL ||
        !picture_is_small(s, (uint32_t)jpeg->width, (uint32_t)jpeg->height))
        return NULL;
    const struct jpeg_bytes whole = {s->file->text, jpeg->len};
    const char *said = picture_work(s, decode_whole, &whole, MOST, &found, &at);
    if (said == NULL)
        return NULL;
    if (*said != '\0') {
        picture_say(s,
                    arena_printf(s->a, "is damaged (%s); export it again as JPEG", said));
        return NULL;
    }
    if (jpeg->placed)
        diag(s->d, DIAG_PICTURE_PLACE, s->from,
             "\"%s\" carries the place in its notes (GPS), which would be published with "
             "it; take them out of the file",
             s->file->path);
    const bool turned = jpeg->orientation > 4; /* a quarter */
    struct image *image = NEW(s->a, struct image);
    *image = (struct image){turned ? jpeg->height : jpeg->width,
                            turned ? jpeg->width : jpeg->height, NULL, .jpeg = jpeg,
                            .file = s->file};
    return image;
}
