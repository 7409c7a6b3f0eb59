/* form.c -- fields to fill in: where they stand, what is heard of them, whether a block
 * for a comment stays whole. */
#include "tree.h"

static struct document *lay_text(struct fixture *f, const char *terse)
{
    struct document *doc = layout(f->a, f->d, f->text, f->style, tree_read(f->a, terse));
    assert_non_null(doc);
    document_mark(f->a, doc);
    return doc;
}

#define FIELD(name, label) "field[name=" name " label=" label "](label('" label "'))"
#define CHOICE(name) "choice[name=" name " label=heard-" name "]('" name "')"

#define ROWS                                                                             \
    "fields(field[name=c01.ref width=81 label=Ref](label('Ref')) "                       \
    "field[name=c01.kind label=Kind](label('Kind') " CHOICE("A")                         \
        CHOICE("B") "))"                                                                 \
                    "fields(field[name=c01.ours lines=3 label=Ours](label('Ours')) "     \
                    "field[name=c01.new lines=3 label=New](label('New')))"               \
                    "fields[kind=beside role=answer](" FIELD("c01.why", "Why") ")"

static const struct widget *widget_of(const struct document *doc, size_t i)
{
    assert_true(i < doc->pages[0].widgets.len);
    return &doc->pages[0].widgets.at[i];
}

/* Label, then field, in the order of the rows; choices each with their words. */
static void fields_are_heard_in_order(void **state)
{
    static const char *const wanted[] = {"Div",
                                         "H2 \"Block-1",
                                         "P \"Ref ",
                                         "Form",
                                         "field c01.ref \"Ref\"",
                                         "P \"Kind ",
                                         "P \"A ",
                                         "Form alt=\"heard-A\"",
                                         "field c01.kind \"heard-A\"",
                                         "P \"B ",
                                         "field c01.kind \"heard-B\"",
                                         "P \"Ours ",
                                         "field c01.ours \"Ours\"",
                                         "P \"New ",
                                         "field c01.new",
                                         "P \"Why ",
                                         "field c01.why"};
    (void)state;
    struct fixture f = fixture_new();
    struct document *doc =
        lay_text(&f, "heading[level=1]('Form') form[n=1 label=Block-1](" ROWS ")");
    struct buf out = buf_new(f.a);
    tags_dump(doc, &out);
    const char *at = out.at;
    for (size_t i = 0; i < LEN(wanted); i++) {
        const char *next = strstr(at, wanted[i]);
        if (next == NULL)
            fail_msg("no %s behind: %s", wanted[i], at);
        at = next + 1;
    }
    fixture_free(&f);
}

static void boxes_share_the_width(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    struct document *doc = lay_text(&f, "form[n=1](" ROWS ")");
    const struct widget *ref = widget_of(doc, 0), *ours = widget_of(doc, 3);
    const struct widget *new = widget_of(doc, 4), *why = widget_of(doc, 5);
    const length margin = f.style->page.margin;
    const length right = f.style->page.width - margin - PT(12);
    assert_int_equal(ref->x, margin + PT(12));
    assert_int_equal(ref->width, PT(81));
    assert_int_equal(ours->width, new->width);
    assert_int_equal(ours->y, new->y);
    assert_true(ours->height > 2 * ref->height && ours->many_lines && !ref->many_lines);
    assert_in_range(new->x + new->width, right - 4, right);
    assert_in_range(why->x + why->width, right - 4, right);
    assert_string_equal(widget_of(doc, 1)->choice, "A");
    assert_true(widget_of(doc, 1)->x < widget_of(doc, 2)->x);
    fixture_free(&f);
}

/* Too many choices for a line go on in the next; nothing leaves the frame. */
static void choices_wrap(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    struct document *doc = lay_text(
        &f, "form[n=1](fields(field[name=k width=120 label=K](label('K') " CHOICE(
                "derbyniwyd-yn-rhannol") CHOICE("derbyniwyd") CHOICE("na") ")))");
    const struct widget *first = widget_of(doc, 0), *second = widget_of(doc, 1);
    assert_int_equal(first->x, second->x);
    assert_true(second->y > first->y + first->height);
    fixture_free(&f);
}

static void fixed_fields_hold_their_value(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    struct document *doc = lay_text(
        &f, "form(alt('for the table') fields[kind=fixed](field[name=gwasg.draft "
            "label=Draft](label('Draft') value('2'))))");
    assert_int_equal(doc->pages[0].widgets.len, 1);
    assert_true(widget_of(doc, 0)->fixed);
    assert_string_equal(widget_of(doc, 0)->value, "2");
    struct buf out = buf_new(f.a);
    pages_dump(doc, &out);
    assert_non_null(strstr(out.at, "fixed \"Draft\" is \"2\""));
    assert_null(strstr(out.at, "for the table"));
    fixture_free(&f);
}

/* Blocks are never parted, however many there are. */
static void blocks_stay_whole(void **state)
{
    enum { BLOCKS = 9, FIELDS = 6 };
    (void)state;
    struct fixture f = fixture_new();
    struct buf terse = buf_new(f.a);
    for (int i = 0; i < BLOCKS; i++)
        buf_str(&terse, "form[n=1](" ROWS ") ");
    struct document *doc = lay_text(&f, terse.at);
    size_t all = 0;
    assert_true(doc->page_count > 1);
    for (size_t i = 0; i < doc->page_count; i++) {
        assert_int_equal(doc->pages[i].widgets.len % FIELDS, 0);
        all += doc->pages[i].widgets.len;
    }
    assert_int_equal(all, (size_t)BLOCKS * FIELDS);
    fixture_free(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_are_heard_in_order),
        cmocka_unit_test(boxes_share_the_width),
        cmocka_unit_test(choices_wrap),
        cmocka_unit_test(fixed_fields_hold_their_value),
        cmocka_unit_test(blocks_stay_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
