/* workbook.c -- any bytes are a workbook or are said to be none.  So that libFuzzer need
 * not find out how a zip is made, bytes that begin as XML stand for the part that matters
 * in one. */
#include "fuzz.h"

#include "office/pack.h"
#include "office/workbook.h"

#include <string.h>

#define HEAD "<Relationships>"
#define TAIL "</Relationships>"
#define RELATION(id, type, target)                                                       \
    "<Relationship Id='" id "' Type='x/" type "' Target='" target "'/>"

static const char top[] = HEAD RELATION("a", "officeDocument", "xl/workbook.xml") TAIL;
static const char relations[] = HEAD RELATION("a", "worksheet", "s.xml")
    RELATION("b", "sharedStrings", "t.xml") RELATION("c", "styles", "u.xml") TAIL;
static const char book[] = "<workbook xmlns:r='r'><sheets><sheet name='Cases' r:id='a'/>"
                           "</sheets></workbook>";
static const char strings[] = "<sst><si><t>case</t></si><si><t>yes</t></si></sst>";
static const char styles[] = "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='17'/>"
                             "</cellXfs></styleSheet>";

/* "<w" begins a worksheet; any other XML is an OpenDocument's content. */
static struct buf workbook_of(struct arena *a, const char *bytes, size_t len)
{
    struct buf out = buf_new(a);
    struct pack *p = pack_new(a, (struct date){2012, 5, 14});
    if (len > 1 && bytes[1] == 'w') {
        pack_add(p, "_rels/.rels", top, strlen(top));
        pack_add(p, "xl/_rels/workbook.xml.rels", relations, strlen(relations));
        pack_add(p, "xl/workbook.xml", book, strlen(book));
        pack_add(p, "xl/t.xml", strings, strlen(strings));
        pack_add(p, "xl/u.xml", styles, strlen(styles));
        pack_add(p, "xl/s.xml", bytes, len);
    } else {
        pack_add(p, "content.xml", bytes, len);
    }
    pack_finish(p, &out);
    return out;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    struct buf packed = {.at = (char *)(uintptr_t)bytes, .len = len};
    if (len > 0 && bytes[0] == '<')
        packed = workbook_of(a, packed.at, len);
    const struct file f = {"answers.xlsx", packed.at, packed.len, NULL};
    struct workbook w;
    bool read = workbook_look(a, d, &f, &w);
    for (size_t i = 0; read && i < w.count; i++) {
        const struct workbook_sheet *sheet = workbook_sheet(a, d, &w, i);
        fuzz_holds(sheet == NULL || strlen(sheet->text->text) == sheet->text->len);
        fuzz_holds(w.sheets[i].text != NULL || w.sheets[i].wrong != NULL);
    }
    fuzz_said(a, d, read);
    arena_free(a);
    return 0;
}
