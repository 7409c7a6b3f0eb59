/* CSV to tables: cells, their places, separators. */
#include "source/csv.h"
#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static const struct table *parse(struct arena *a, struct diags *d, const char *text)
{
    const struct file *f = file_of_text(a, d, "t.csv", text, strlen(text));
    return f != NULL ? csv_parse(a, d, f) : NULL;
}

static void print_cells(const struct cell *cells, size_t count, struct buf *out)
{
    for (size_t i = 0; i < count; i++)
        buf_printf(out, "<%s>", cells[i].text);
    buf_char(out, '\n');
}

/* The header and the rows, each cell in < >. */
static const char *shown(struct arena *a, const struct table *t)
{
    struct buf out = buf_new(a);
    if (t == NULL)
        return "NULL";
    print_cells(t->head, t->columns, &out);
    for (size_t i = 0; i < t->rows; i++)
        print_cells(table_cell(t, i, 0), t->columns, &out);
    return out.at;
}

struct row {
    const char *what, *source, *shown;
    size_t errors;
};

static const struct row rows[] = {
    {"commas", "a,b\n1,2\n", "<a><b>\n<1><2>\n", 0},
    {"semicolons", "a;b\n1,0;2\n", "<a><b>\n<1,0><2>\n", 0},
    {"more semicolons than commas", "a,x;b;c\n1;2;3\n", "<a,x><b><c>\n<1><2><3>\n", 0},
    {"commas within quotation marks", "\"a,,\";b\n1;2\n", "<a,,><b>\n<1><2>\n", 0},
    {"one column", "a\n1\n2\n", "<a>\n<1>\n<2>\n", 0},
    {"no line end at the end", "a,b\n1,2", "<a><b>\n<1><2>\n", 0},
    {"no rows", "a,b\n", "<a><b>\n", 0},
    {"no rows, no line end", "a,b", "<a><b>\n", 0},
    {"empty cells", "a,b\n1,\n,2\n", "<a><b>\n<1><>\n<><2>\n", 0},
    {"a row of empty cells", "a,b\n,\n1,2\n", "<a><b>\n<1><2>\n", 1},
    {"blanks around", " a ,\tb\t\n 1 , 2 \n", "<a><b>\n<1><2>\n", 0},
    {"quoted", "a,b\n\"1\",\"2\"\n", "<a><b>\n<1><2>\n", 0},
    {"separators within", "a,b\n\"1,2\",\"3;4\"\n", "<a><b>\n<1,2><3;4>\n", 0},
    {"lines within", "a,b\n\"1\n2\",3\n", "<a><b>\n<1\n2><3>\n", 0},
    {"doubled marks", "a,b\n\"\"\"1\"\"\",\"\"\n", "<a><b>\n<\"1\"><>\n", 0},
    {"blanks around quotation marks", "a,b\n \"1\" , \" 2 \" \n", "<a><b>\n<1><2>\n", 0},
    {"blank lines at the end", "a,b\n1,2\n\n  \n,\n\n", "<a><b>\n<1><2>\n", 0},
    {"Windows line ends", "a,b\r\n1,2\r\n", "<a><b>\n<1><2>\n", 0},
    {"a byte order mark", "\xEF\xBB\xBF\"a\",b\n1,2\n", "<a><b>\n<1><2>\n", 0},
    {"a line that names the separator", "sep=;\na;b,c\n1;2\n", "<a><b,c>\n<1><2>\n", 0},
    {"the same in quotation marks", "\"sep=,\"\na,b;c;d\n1,2\n", "<a><b;c;d>\n<1><2>\n",
     0},
    {"a column called sep=", "sep=,a\n1,2\n", "<sep=><a>\n<1><2>\n", 0},
    {"columns once used", "a,b,,\n1,2,,\n,,,\n", "<a><b>\n<1><2>\n", 0},
    {"empty cells behind the last column", "a,b\n1,2,,\n", "<a><b>\n<1><2>\n", 0},
    {"a short row is filled", "a,b,c\n1\n", "<a><b><c>\n<1><><>\n", 1},
    {"a long row is cut", "a,b\n1,2,3\n4,5\n", "<a><b>\n<1><2>\n<4><5>\n", 1},
    {"an empty line between", "a,b\n1,2\n\n3,4\n", "<a><b>\n<1><2>\n<3><4>\n", 1},
    {"a mark within", "a,b\n1\",2\n", "<a><b>\n<1\"><2>\n", 1},
    {"text behind a mark", "a,b\n\"1\"x,2\n", "<a><b>\n<1><2>\n", 1},
    {"an open mark", "a,b\n1,\"2\n", "NULL", 1},
    {"nothing", "", "NULL", 1},
};

static void tables_are_kept(void **state)
{
    (void)state;
    for (size_t i = 0; i < LEN(rows); i++) {
        struct arena *a = arena_new();
        struct diags *d = diags_new(a);
        const char *got = shown(a, parse(a, d, rows[i].source));
        if (strcmp(got, rows[i].shown) != 0)
            fail_msg("%s: %s", rows[i].what, got);
        if (diags_errors(d) != rows[i].errors)
            fail_msg("%s: %zu errors", rows[i].what, diags_errors(d));
        arena_free(a);
    }
}

static const struct {
    const char *what, *source;
    int line, column; /* of the second row's second cell */
    const char *marked;
} places[] = {
    {"plain", "a,b\n1,2\n3,four\n", 3, 3, "four"},
    {"with its quotation marks", "a,b\n1,2\n3,\"fo\"\"ur\"\n", 3, 3, "\"fo\"\"ur\""},
    {"without blanks", "a,b\n1,2\n3 , four \n", 3, 5, "four"},
    {"behind wide characters", "a,b\n1,2\nŵŷ,ŵ\n", 3, 4, "ŵ"},
    {"behind a cell of two lines", "a,b\n\"1\n\n1\",2\n3,4\n", 5, 3, "4"},
    {"empty", "a,b\n1,2\n3,\n", 3, 3, ""},
    {"filled", "a,b\n1,2\n3\n", 3, 2, ""},
};

static void cells_know_their_places(void **state)
{
    (void)state;
    for (size_t i = 0; i < LEN(places); i++) {
        struct arena *a = arena_new();
        const struct table *t = parse(a, diags_new(a), places[i].source);
        const struct cell *cell = table_cell(t, 1, 1);
        struct place place = pos_place(cell->pos);
        const char *marked =
            arena_strndup(a, t->file->text + cell->pos.at, cell->pos.len);
        if (place.line != places[i].line || place.column != places[i].column ||
            strcmp(marked, places[i].marked) != 0)
            fail_msg("%s: %d:%d \"%s\"", places[i].what, place.line, place.column,
                     marked);
        arena_free(a);
    }
}

static void columns_are_found(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const struct table *t = parse(a, diags_new(a), "case, \"b c\" ,d\n1,2,3\n");
    assert_int_equal(table_column(t, "case"), 0);
    assert_int_equal(table_column(t, "b c"), 1);
    assert_int_equal(table_column(t, "e"), -1);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tables_are_kept),
        cmocka_unit_test(cells_know_their_places),
        cmocka_unit_test(columns_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
