/* manifest.h -- what was published: REPORT/released/1/manifest.json, written once and
 * never changed.  It knows each file of its folder by its SHA-256, and the manifest of
 * the release before by the same, so that none of them changes unnoticed while the last
 * one is known.  All paths are below that folder. */
#ifndef SENDING_MANIFEST_H
#define SENDING_MANIFEST_H

#include "base/diag.h"
#include "base/library.h"

#define MANIFEST_NAME "manifest.json"

/* One that is published, or was kept to make those again; of the latter, and where it
 * does not apply, all but the first three are NULL or 0. */
struct released_file {
    const char *name, *sha256;
    size_t bytes;
    const char *document, *language, *format, *isbn;
    const char *heard; /* a kept file: what is heard of it, in text */
    int pages;
    struct pos pos; /* in the manifest that was read */
};

struct released_files {
    ARRAY(struct released_file) all;
};

struct correction {
    const char *date, *what, *why; /* plain */
};

struct corrections {
    ARRAY(struct correction) all;
};

struct manifest {
    const char *report, *programme, *house;
    int number;
    const char *date, *by, *published;
    const char *program; /* version of gwasg */
    struct libraries libraries;
    const char *before;    /* SHA-256 of the manifest before; NULL of the first */
    const char *inputs;    /* hash over all inputs, and over those of the templates */
    const char *templates; /* and fonts */
    struct corrections corrections;
    struct released_files files, kept;
    const char *sha256; /* of a manifest that was read: its own */
    struct pos pos;
};

/* SHA-256 over the lines that sha256sum(1) prints of files whose names begin so. */
const char *released_hash(struct arena *a, const struct released_files *files,
                          const char *prefix);

void manifest_write(const struct manifest *m, struct buf *out);
/* Reads the one in the folder `dir`.  False, and said, when it cannot be used. */
bool manifest_read(struct arena *a, struct diags *d, const char *dir, struct manifest *m);

/* The folder of a report's releases, as the report is typed: "REPORT/released"; of one
 * among others in a folder, "x.yaml", "x.released" beside it. */
const char *releases_of(struct arena *a, const char *report);
/* The number of the last one in it, or 0. */
int released_last(struct arena *a, struct diags *d, const char *releases);
/* "REPORT/released/2". */
const char *released_dir(struct arena *a, const char *releases, int number);

#endif
