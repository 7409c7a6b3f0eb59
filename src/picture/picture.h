/* picture.h -- pictures from files: PNG as pixels, JPEG as it stands, SVG as a drawing.
 * Strangers may have made them, so what decodes them does so in the sandbox; of a file
 * that came whole through it the parent knows its measures and keeps what is drawn. */
#ifndef PICTURE_PICTURE_H
#define PICTURE_PICTURE_H

#include "base/diag.h"

/* What a JPEG's markers say (ITU-T T.81, JFIF, Exif, ICC.1 annex B).  Its bytes are the
 * file's, up to the end of the image. */
struct jpeg {
    size_t len;
    int width, height; /* as it is stored, before it is turned */
    int components;    /* 1: grey, 3: colours */
    bool rgb;          /* the three are red, green, blue as they stand */
    int orientation;   /* 1 to 8, of Exif; 1: as it is stored */
    bool placed;       /* Exif says where on earth it was taken */
    const char *icc;   /* its colour profile, whole; NULL: none, which is sRGB */
    size_t icc_len;
};

/* One of `rgba`, `jpeg` and `drawing` is there. */
struct image {
    int width, height; /* as it is shown: pixels; of a drawing, of 96 to the inch */
    const unsigned char *rgba; /* 8 bits each, not premultiplied */
    const struct jpeg *jpeg;
    const char *drawing; /* a PDF of cairo's, of one page */
    size_t drawing_len;
    int drawing_fine;        /* points of that page to each of `width` and `height` */
    const struct file *file; /* as it was read */
};

/* Reads one.  NULL, said at `from` (IMAGE_WRONG), when it cannot be used. */
const struct image *image_load(struct arena *a, struct diags *d, const char *path,
                               struct pos from);
/* "image/png". */
const char *image_media(const struct image *image);

#endif
