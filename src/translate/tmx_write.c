/* tmx_write.c -- the pairs of a memory as TMX 1.4: a translation unit each, its report as
 * a property, codes as ph, bpt and ept with what the author would type in them. */
#include "translate/pairs.h"

#include <string.h>

/* TMX numbers codes; ours are numbered already, those of other files in their order. */
static void write_tmx_code(const struct code *c, struct buf *out)
{
    static const char *const names[] = {
        [CODE_MARK] = "ph", [CODE_OPEN] = "bpt", [CODE_CLOSE] = "ept"};
    buf_printf(out, "<%s", names[c->kind]);
    if (c->kind != CODE_MARK)
        buf_attribute(out, "i", c->id);
    if (c->kind != CODE_CLOSE) {
        buf_attribute(out, "x", c->id);
        buf_attribute(out, "type", c->ctype);
    }
    buf_char(out, '>');
    buf_xml(out, c->text);
    buf_printf(out, "</%s>", names[c->kind]);
}

static void write_variant(enum lang l, struct content c, struct buf *out)
{
    buf_printf(out, "      <tuv xml:lang=\"%s\"><seg>", lang_code(l));
    for (size_t i = 0; i < c.count; i++)
        if (c.at[i].kind == CODE_TEXT)
            buf_xml(out, c.at[i].text);
        else
            write_tmx_code(&c.at[i], out);
    buf_str(out, "</seg></tuv>\n");
}

static void write_pair(const struct memory_pair *p, struct buf *out)
{
    buf_str(out, "    <tu>\n");
    if (p->report != NULL) {
        buf_str(out, "      <prop type=\"x-report\">");
        buf_xml(out, p->report);
        buf_str(out, "</prop>\n");
    }
    write_variant(LANG_EN, p->english, out);
    write_variant(LANG_CY, p->welsh, out);
    buf_str(out, "    </tu>\n");
}

void memory_write(const struct memory *m, const char *version, struct buf *out)
{
    buf_str(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                 "<tmx version=\"1.4\">\n"
                 "  <header creationtool=\"gwasg\" creationtoolversion=\"");
    buf_xml(out, version);
    buf_printf(out,
               "\" segtype=\"paragraph\" o-tmf=\"XLIFF\" adminlang=\"%s\" "
               "srclang=\"%s\" datatype=\"plaintext\"/>\n  <body>\n",
               lang_code(LANG_EN), lang_code(LANG_EN));
    for (size_t i = 0; i < m->pairs.len; i++)
        write_pair(&m->pairs.at[i], out);
    buf_str(out, "  </body>\n</tmx>\n");
}
