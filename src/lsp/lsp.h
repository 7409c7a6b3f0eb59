/* lsp.h -- the language server (LSP 3.17): what an editor asks of the files of a report,
 * answered while they are being written.  In: messages of the protocol, and what is known
 * of a report, which a callback finds out; out: messages.  Does not know how a report is
 * read. */
#ifndef LSP_LSP_H
#define LSP_LSP_H

#include "base/buf.h"

/* A file as it stands in the editor, saved or not. */
struct lsp_text {
    const char *path, *bytes;
    size_t len;
};

/* What is known of the report in a folder, with these texts in the place of the files on
 * the disk, as JSON into `out` (lsp/known.h says what stands in it).  Called in a process
 * of its own, which ends with it. */
typedef void lsp_study(void *data, const char *report, const struct lsp_text *open,
                       size_t count, struct buf *out);

/* Serves one editor until it ends the session or its stream ends: 0 after a proper end,
 * otherwise 1. */
int lsp_serve(int in, int out, lsp_study *study, void *data);

#endif
