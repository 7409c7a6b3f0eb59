/* xliff_write.c -- units to an XLIFF 1.2 file: two blanks a level, a unit's text on one
 * line, the same bytes for the same units.  Does not know the report. */
#include "translate/xliff.h"

static void attribute(struct buf *out, const char *name, const char *value)
{
    buf_attribute(out, name, value != NULL && value[0] != '\0' ? value : NULL);
}

/* ---- words and codes ---- */

static void write_code(const struct code *c, struct buf *out)
{
    static const char *const names[] = {
        [CODE_MARK] = "ph", [CODE_OPEN] = "bpt", [CODE_CLOSE] = "ept"};
    buf_printf(out, "<%s", names[c->kind]);
    attribute(out, "id", c->id);
    if (c->kind != CODE_CLOSE) /* XLIFF gives it to the beginning of a pair alone */
        attribute(out, "ctype", c->ctype);
    attribute(out, "equiv-text", c->prints);
    buf_char(out, '>');
    buf_xml(out, c->text);
    buf_printf(out, "</%s>", names[c->kind]);
}

static void write_content(struct content c, struct buf *out)
{
    for (size_t i = 0; i < c.count; i++)
        if (c.at[i].kind == CODE_TEXT)
            buf_xml(out, c.at[i].text);
        else
            write_code(&c.at[i], out);
}

static void write_source(struct content c, const char *indent, struct buf *out)
{
    buf_printf(out, "%s<source>", indent);
    write_content(c, out);
    buf_str(out, "</source>\n");
}

static void write_target(struct content c, enum xliff_state state, const char *qualifier,
                         const char *indent, struct buf *out)
{
    buf_printf(out, "%s<target", indent);
    attribute(out, "state", xliff_state_name(state));
    attribute(out, "state-qualifier", qualifier);
    buf_char(out, '>');
    write_content(c, out);
    buf_str(out, "</target>\n");
}

/* ---- units ---- */

static void write_note(const struct xliff_note *n, struct buf *out)
{
    buf_str(out, "        <note");
    attribute(out, "from", n->from);
    buf_char(out, '>');
    buf_xml(out, n->text);
    buf_str(out, "</note>\n");
}

static void write_alt(const struct xliff_alt *alt, struct buf *out)
{
    buf_str(out, "        <alt-trans");
    attribute(out, "alttranstype", alt->type);
    buf_str(out, ">\n");
    if (!content_empty(alt->source))
        write_source(alt->source, "          ", out);
    write_target(alt->target, alt->state, NULL, "          ", out);
    buf_str(out, "        </alt-trans>\n");
}

static void write_unit(const struct xliff_unit *u, struct buf *out)
{
    buf_str(out, "      <trans-unit");
    attribute(out, "id", u->id);
    attribute(out, "resname", u->path);
    attribute(out, "approved", u->approved ? "yes" : NULL);
    attribute(out, "translate", u->shut ? "no" : NULL);
    if (u->max_width > 0)
        buf_printf(out, " maxwidth=\"%ld\" size-unit=\"char\"", u->max_width);
    buf_str(out, " xml:space=\"preserve\">\n");
    write_source(u->source, "        ", out);
    if (u->has_target)
        write_target(u->target, u->state, u->qualifier, "        ", out);
    for (size_t i = 0; i < u->note_count; i++)
        write_note(&u->notes[i], out);
    for (size_t i = 0; i < u->alt_count; i++)
        write_alt(&u->alts[i], out);
    buf_str(out, "      </trans-unit>\n");
}

void xliff_write(const struct xliff *x, struct buf *out)
{
    buf_str(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                 "<xliff version=\"1.2\" "
                 "xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">\n  <file");
    attribute(out, "original", x->original);
    attribute(out, "source-language", x->source_lang);
    attribute(out, "target-language", x->target_lang);
    buf_str(out, " datatype=\"plaintext\" tool-id=\"gwasg\">\n"
                 "    <header>\n"
                 "      <tool tool-id=\"gwasg\" tool-name=\"gwasg\"/>\n"
                 "    </header>\n"
                 "    <body>\n");
    for (size_t i = 0; i < x->count; i++)
        write_unit(&x->units[i], out);
    buf_str(out, "    </body>\n  </file>\n</xliff>\n");
}
