/* icc.h -- the colour space of all we draw: sRGB as an ICC profile, version 4.2, frozen
 * so that its bytes never change. */
#ifndef PDF_ICC_H
#define PDF_ICC_H

#include <stddef.h>

extern const unsigned char icc_srgb[];
extern const size_t icc_srgb_len;

#endif
