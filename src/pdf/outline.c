/* outline.c -- bookmarks and page labels.  In: bookmarks in the order of the text with
 * their levels, and each page's label; out: the outline's tree, whose first level is
 * open, and the labels as ranges that count on. */
#include "pdf/outline.h"

#include "base/ascii.h"
#include "pdf/put.h"

#include <string.h>

/* By bookmark; NONE where there is no such neighbour. */
enum { NONE = -1 };
struct branch {
    int parent, previous, next, first, last;
    int kids;
};

/* The one whose kid `i` is: the last before it with a lower level. */
static int parent_of(const struct bookmark *marks, const struct branch *entries, int i)
{
    int at = i - 1;
    while (at >= 0 && marks[at].level >= marks[i].level)
        at = entries[at].parent;
    return at;
}

static void hang(struct branch *entries, struct branch *root, int i, int parent)
{
    struct branch *under = parent == NONE ? root : &entries[parent];
    entries[i] = (struct branch){parent, under->last, NONE, NONE, NONE, 0};
    if (under->last == NONE)
        under->first = i;
    else
        entries[under->last].next = i;
    under->last = i;
    under->kids++;
}

static void put_branch(struct buf *out, const char *key, int first_number, int i)
{
    if (i == NONE)
        return;
    buf_str(out, key);
    put_reference(out, first_number + i);
}

static void entry_write(const struct plan *p, const struct branch *e, int first, int i)
{
    const struct bookmark *b = &p->doc->bookmarks[i];
    struct buf *out = object_begin(p->objects, first + i);
    buf_str(out, "<</Title");
    put_text(out, b->title);
    buf_str(out, "/Parent ");
    put_reference(out, e->parent == NONE ? p->outline : first + e->parent);
    put_branch(out, "/Prev ", first, e->previous);
    put_branch(out, "/Next ", first, e->next);
    put_branch(out, "/First ", first, e->first);
    put_branch(out, "/Last ", first, e->last);
    if (e->kids > 0) { /* below zero: closed */
        buf_str(out, "/Count ");
        put_int(out, e->parent == NONE ? e->kids : -e->kids);
    }
    put_destination(p, out, b->page, 0, b->y, b->to);
    buf_str(out, ">>");
}

static void outlines_write(const struct plan *p, const struct branch *root,
                           const struct branch *entries, int first)
{
    int visible = root->kids;
    for (int i = root->first; i != NONE; i = entries[i].next)
        visible += entries[i].kids;
    struct buf *out = object_begin(p->objects, p->outline);
    buf_str(out, "<</Type/Outlines");
    put_branch(out, "/First ", first, root->first);
    put_branch(out, "/Last ", first, root->last);
    buf_str(out, "/Count ");
    put_int(out, visible);
    buf_str(out, ">>");
}

void outline_write(const struct plan *p)
{
    const int count = (int)p->doc->bookmark_count;
    if (count == 0)
        return;
    const int first = object_numbers(p->objects, count);
    struct branch *entries = NEW_ARRAY(p->a, struct branch, count);
    struct branch root = {NONE, NONE, NONE, NONE, NONE, 0};
    for (int i = 0; i < count; i++)
        hang(entries, &root, i, parent_of(p->doc->bookmarks, entries, i));
    for (int i = 0; i < count; i++)
        entry_write(p, &entries[i], first, i);
    outlines_write(p, &root, entries, first);
}

/* A label as a reader counts it: a style and a number, or only words. */
struct label {
    char style; /* 'D', 'r'; 0: a prefix alone */
    int number;
    const char *text;
};

/* The value of a small roman number, or 0.  Only what counts pages: up to 39. */
static int roman_value(const char *text)
{
    static const char *const ones[] = {"",  "i",  "ii",  "iii",  "iv",
                                       "v", "vi", "vii", "viii", "ix"};
    int value = 0;
    while (*text == 'x' && value < 30) {
        value += 10;
        text++;
    }
    for (int i = 0; i < 10; i++)
        if (strcmp(text, ones[i]) == 0)
            return value + i;
    return 0;
}

static struct label label_of(const struct page *page)
{
    struct label l = {0, 0, page->label != NULL ? page->label : ""};
    const int number = l.text[0] != '0' ? ascii_number(l.text, 999999) : -1;
    if (number > 0) {
        l.style = 'D';
        l.number = number;
    } else if (roman_value(l.text) > 0) {
        l.style = 'r';
        l.number = roman_value(l.text);
    }
    return l;
}

static bool counts_on(struct label before, struct label l)
{
    return l.style != 0 && before.style == l.style && l.number == before.number + 1;
}

static void put_label(struct buf *out, size_t page, struct label l)
{
    put_int(out, (long)page);
    if (l.style == 0) {
        buf_str(out, "<</P");
        put_text(out, l.text);
    } else {
        buf_str(out, "<</S/");
        buf_char(out, l.style);
        if (l.number > 1) {
            buf_str(out, "/St ");
            put_int(out, l.number);
        }
    }
    buf_str(out, ">>");
}

void put_page_labels(const struct plan *p, struct buf *out)
{
    struct label before = {0};
    buf_str(out, "<</Nums[");
    for (size_t i = 0; i < p->doc->page_count; i++) {
        const struct label l = label_of(&p->doc->pages[i]);
        if (!counts_on(before, l))
            put_label(out, i, l);
        before = l;
    }
    buf_str(out, "]>>");
}
