/* reply.c -- any bytes are the rows of a filled form or are said to be none.  The sandbox
 * is left out, for libFuzzer sees nothing of a child; and so that it need not find out
 * how a zip is made, bytes that begin as XML stand for the document in one. */
#include "fuzz.h"

#include "comments/pack.h"
#include "comments/reply.h"

#include <string.h>

static const char wording[] = "words:\n"
                              "  form-reference: {en: Reference, cy: Cyfeirnod}\n"
                              "  form-kind: {en: Kind of comment, cy: Math o sylw}\n"
                              "  form-ours: {en: Our text, cy: Ein testun}\n"
                              "  form-correction: {en: Your correction, cy: Cywiriad}\n"
                              "  form-evidence: {en: Evidence, cy: Tystiolaeth}\n"
                              "  form-draft: {en: Draft, cy: Drafft}\n";

static const struct words *words_of_form(struct arena *a)
{
    struct diags *d = diags_new(a);
    const struct file *f = file_of_text(a, d, "words", wording, strlen(wording));
    const struct words *w = words_parse(a, d, source_parse(a, d, f), NULL);
    fuzz_holds(diags_errors(d) == 0);
    return w;
}

static struct buf document_of(struct arena *a, const uint8_t *bytes, size_t len)
{
    struct buf out = buf_new(a);
    struct pack *p = pack_new(a, (struct date){2012, 5, 14});
    pack_add(p, "word/document.xml", (const char *)bytes, len);
    pack_finish(p, &out);
    return out;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    struct buf packed = {.at = (char *)(uintptr_t)bytes, .len = len};
    if (len > 0 && bytes[0] == '<')
        packed = document_of(a, bytes, len);
    const char *path = fuzz_path(a, (const uint8_t *)packed.at, packed.len);
    struct reply reply;
    bool read = reply_read(a, d, path, words_of_form(a), &reply);
    for (size_t i = 0; read && i < reply.rows.len; i++)
        fuzz_holds(reply.rows.at[i].comment != NULL && reply.rows.at[i].ref != NULL);
    fuzz_said(a, d, read);
    arena_free(a);
    return 0;
}
