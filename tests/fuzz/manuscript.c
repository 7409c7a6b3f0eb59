/* manuscript.c -- any bytes are a manuscript or are said to be none; each of its
 * paragraphs, written as an author types it, reads as the same words.  So that libFuzzer
 * need not find out how a zip is made, bytes that begin as XML stand for the text in one.
 */
#include "fuzz.h"

#include "manuscript/markdown.h"
#include "manuscript/paper.h"
#include "office/pack.h"

#include <string.h>

static const char styles[] =
    "<w:styles xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
    "<w:style w:styleId='H'><w:name w:val='heading 1'/><w:basedOn w:val='H'/></w:style>"
    "</w:styles>";

static struct buf document_of(struct arena *a, const uint8_t *bytes, size_t len)
{
    struct buf out = buf_new(a);
    struct pack *p = pack_new(a, (struct date){2012, 5, 14});
    pack_add(p, "word/document.xml", (const char *)bytes, len);
    pack_add(p, "word/styles.xml", styles, strlen(styles));
    pack_finish(p, &out);
    return out;
}

/* Marks may be anybody's; without them nothing may be wrong in a paragraph. */
static void look_at(struct arena *a, const struct paper_paragraph *p)
{
    struct diags *d = diags_new(a);
    struct text_runs runs = {0};
    if (strstr(p->markdown, "((") != NULL || strstr(p->markdown, "[^") != NULL ||
        p->markdown[0] == '\0' || strlen(p->markdown) > 4000)
        return;
    const struct file *f = file_of_text(a, d, "p", p->markdown, strlen(p->markdown));
    fuzz_holds(f != NULL);
    phrases_of(a, prose_parse_line(a, d, node_of_file(a, f)), &runs);
    const char *words = phrases_words(a, &runs);
    fuzz_holds(words_in(words) == words_in(p->words));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    struct buf packed = {.at = (char *)(uintptr_t)bytes, .len = len};
    if (len > 0 && bytes[0] == '<')
        packed = document_of(a, bytes, len);
    const struct file f = {"manuscript.docx", packed.at, packed.len, NULL};
    struct paper paper;
    bool read = paper_read(a, d, &f, &paper);
    for (size_t i = 0; read && i < paper.paragraphs.len; i++)
        look_at(a, &paper.paragraphs.at[i]);
    fuzz_said(a, d, read);
    arena_free(a);
    return 0;
}
