/* reading.h -- the readers of each format; for this folder only.  Each gives NULL, said
 * at `from`, when it cannot take the file. */
#ifndef PICTURE_READING_H
#define PICTURE_READING_H

#include "base/buf.h"
#include "picture/picture.h"

struct picture_source {
    struct arena *a;
    struct diags *d;
    const struct file *file;
    struct pos from; /* where it is named */
};

const struct image *png_load(const struct picture_source *s);
const struct image *jpeg_load(const struct picture_source *s);
const struct image *svg_load(const struct picture_source *s);

/* "NAME" WHAT: as IMAGE_WRONG. */
void picture_say(const struct picture_source *s, const char *what);
/* Whether so many pixels are taken; says that they are not. */
bool picture_is_small(const struct picture_source *s, uint32_t width, uint32_t height);
/* Calls `work` in the sandbox, as sandbox_read; what it says first is wrong with the file
 * comes back, "" when nothing is; NULL, said, after a bad end. */
const char *picture_work(const struct picture_source *s,
                         void (*work)(struct buf *out, void *data), const void *data,
                         size_t most, struct buf *found, size_t *at);

/* Reads the markers.  NULL, or what is wrong and how it is mended: "is cut off; ...". */
const char *jpeg_read(struct arena *a, const char *bytes, size_t len, struct jpeg *out);
/* The same of what Exif says; nothing where it cannot be read. */
void exif_read(const char *bytes, size_t len, struct jpeg *out);
#define SVG_NAMESPACE "http://www.w3.org/2000/svg"
/* NULL, and the drawing written anew, without what draws nothing, and whether it has
 * masks; or what it has that none may have: "holds a script (line 4); ...". */
const char *svg_clean(struct arena *a, const char *bytes, size_t len, struct buf *out,
                      bool *masks);
/* The second half of it: of a tree. */
struct _xmlDoc;
const char *svg_fault(struct arena *a, struct _xmlDoc *doc);
/* Whether a page that came out of the sandbox is one as cairo writes them of shapes,
 * whole and with nothing else in it: what pdf/ reads it with takes that for granted. */
bool svg_page_holds(const char *bytes, size_t len);

#endif
