/* attachment.c -- in: a document's attachment; out: its stream, its file specification,
 * and the catalog's entries for them. */
#include "pdf/attachment.h"

#include "pdf/metadata.h"
#include "pdf/put.h"

/* As a name: the slash of "text/csv" as #2F. */
static void put_media(struct buf *out, const char *media)
{
    for (; *media != '\0'; media++)
        if (*media == '/')
            buf_str(out, "#2F");
        else
            buf_char(out, *media);
}

static int file_write(const struct plan *p, const struct attachment *t)
{
    const int number = object_numbers(p->objects, 1);
    struct buf dict = buf_new(p->a);
    buf_str(&dict, "/Type/EmbeddedFile/Subtype/");
    put_media(&dict, t->media);
    buf_str(&dict, "/Params<</Size ");
    put_int(&dict, (long)t->len);
    buf_str(&dict, "/ModDate");
    put_text(&dict, plan_date(p));
    buf_str(&dict, ">>");
    object_stream(p->objects, number, slice_of(&dict), (struct slice){t->bytes, t->len},
                  PACKING_DEFLATE);
    return number;
}

void attachment_write(const struct plan *p)
{
    const struct attachment *t = p->doc->attached;
    if (p->attachment == 0)
        return;
    const int file = file_write(p, t);
    struct buf *out = object_begin(p->objects, p->attachment);
    buf_str(out, "<</Type/Filespec/AFRelationship/Alternative/F");
    put_text(out, t->name);
    buf_str(out, "/UF");
    put_text(out, t->name);
    buf_str(out, "/Desc");
    put_text(out, t->description);
    buf_str(out, "/EF<</F ");
    put_reference(out, file);
    buf_str(out, "/UF ");
    put_reference(out, file);
    buf_str(out, ">>>>");
}

void put_attached(const struct plan *p, struct buf *out)
{
    if (p->attachment == 0)
        return;
    buf_str(out, "/AF[");
    put_reference(out, p->attachment);
    buf_str(out, "]/Names<</EmbeddedFiles<</Names[");
    put_text(out, p->doc->attached->name);
    put_reference(out, p->attachment);
    buf_str(out, "]>>>>");
}
