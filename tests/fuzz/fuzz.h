/* fuzz.h -- what the fuzz targets share.  A target, tests/fuzz/NAME.c, gives any bytes to
 * a reader: they end in a value or in what can be said of them, and whatever else happens
 * ends the process.  libFuzzer calls it (./run fuzz); so does main here, once for each
 * file that it is given, so that the test suite holds the targets and what they found. */
#ifndef FUZZ_H
#define FUZZ_H

#include "base/file.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

/* The path of a file that holds the bytes, until the next one. */
const char *fuzz_path(struct arena *a, const uint8_t *bytes, size_t len);

/* A folder of the process's own, empty at first, that goes when it ends; and a file in
 * it, which may be one in a folder there. */
const char *fuzz_folder(void);
void fuzz_put(struct arena *a, const char *name, const void *bytes, size_t len);

/* A text of at least one byte, as the readers get it; NULL when it was refused. */
const struct file *fuzz_text(struct arena *a, struct diags *d, const uint8_t *bytes,
                             size_t len);

/* Ends the process unless what holds always does hold. */
void fuzz_holds(bool holds);
/* The place lies in its file. */
void fuzz_place(struct pos pos);
/* What was said can be printed, and something was, unless it was `read`. */
void fuzz_said(struct arena *a, const struct diags *d, bool read);

#endif
