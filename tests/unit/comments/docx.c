/* Tables of a Word document that are wider than a row has room for. */
#include "base/array.h"
#include "comments/sheet.h"
#include "office/pack.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define CELL(span, text)                                                                 \
    "<w:tc><w:tcPr><w:gridSpan w:val=\"" span "\"/></w:tcPr><w:p><w:r><w:t>" text        \
    "</w:t></w:r></w:p></w:tc>"
#define CONTROL(cells) "<w:sdt><w:sdtContent>" cells "</w:sdtContent></w:sdt>"

static const struct {
    const char *what, *row;
    size_t cells; /* of that row */
} rows[] = {
    {"as wide as there is room", CELL("60", "=1"), 60},
    {"the last cell wider than the rest", CELL("59", "=1") CELL("5", "=2"), 60},
    {"more behind it", CELL("60", "=1") CELL("1", "=2") CELL("1", "=3"), 60},
    {"more behind a content control", CONTROL(CELL("60", "=1")) CELL("1", "=2"), 60},
    {"wider than any row", CELL("61", "=1") CELL("2", "=2"), 3},
};

static struct file *document(struct arena *a, const char *row)
{
    static const char frame[] =
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/"
        "main\"><w:body><w:tbl><w:tr>%s</w:tr><w:tr>" CELL(
            "1", "behind") "</w:tr>"
                           "</w:tbl></w:body></w:document>";
    struct buf out = buf_new(a);
    const char *xml = arena_printf(a, frame, row);
    struct pack *p = pack_new(a, (struct date){2012, 5, 14});
    pack_add(p, "word/document.xml", xml, strlen(xml));
    pack_finish(p, &out);
    struct file *f = NEW(a, struct file);
    *f = (struct file){"reply.docx", out.at, out.len, NULL};
    return f;
}

static void wide(void **state)
{
    (void)state;
    for (size_t i = 0; i < LEN(rows); i++) {
        struct arena *a = arena_new();
        struct diags *d = diags_new(a);
        struct sheet sheet;
        if (!sheet_of_docx(a, d, document(a, rows[i].row), &sheet))
            fail_msg("%s: not read", rows[i].what);
        if (sheet.rows.len != 2 || sheet.rows.at[0].count != rows[i].cells)
            fail_msg("%s: %zu rows, %zu cells", rows[i].what, sheet.rows.len,
                     sheet.rows.at[0].count);
        assert_string_equal(sheet_text(&sheet.rows.at[0], 0), "=1");
        assert_string_equal(sheet_text(&sheet.rows.at[1], 0), "behind");
        arena_free(a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(wide)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
