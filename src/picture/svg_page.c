/* svg_page.c -- whether what came out of the sandbox is a page as cairo writes them.  In:
 * bytes of a process that a drawing may have taken over; out: whether each object stands
 * where the table says, is whole, refers to objects that there are, and has no names but
 * those of shapes and their colours.  pdf/scan.c takes all of that for granted. */
#include "picture/reading.h"

#include <string.h>

/* Every name that cairo, 1.16 to 1.18, writes of shapes, gradients, patterns, masks and
 * groups. */
static const char names[] =
    " Type Catalog Pages Page Kids Count Parent MediaBox StructParents Contents "
    "Resources Info Producer CreationDate Root Size Length Filter FlateDecode Group S "
    "Transparency I K CS DeviceRGB DeviceGray ImageMask ExtGState Pattern Shading "
    "XObject Subtype Form FormType Image BBox Matrix Width Height ColorSpace "
    "BitsPerComponent Interpolate Decode SMask Mask Alpha Luminosity None G CA ca AIS "
    "BM Normal Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight "
    "SoftLight Difference Exclusion Hue Saturation Color PatternType PaintType "
    "TilingType XStep YStep ShadingType Coords Domain Extend Function FunctionType "
    "Functions Bounds Encode C0 C1 N ";

enum { DEPTH = 16, ROW = 20 /* bytes of the table's */, NAME = 32 };

/* What is left to be read of [begin, end). */
struct page_text {
    const char *at, *begin, *end;
    const size_t *offsets; /* by object; 0: there is none */
    size_t count;
};

/* ---- words ---- */

static bool is_in(char c, const char *set)
{
    return c != '\0' && strchr(set, c) != NULL;
}

static void blanks_pass(struct page_text *t)
{
    for (; t->at < t->end && is_in(*t->at, " \n%"); t->at++)
        if (*t->at == '%')
            while (t->at + 1 < t->end && !is_in(t->at[1], "\r\n"))
                t->at++;
}

static bool take(struct page_text *t, const char *sign)
{
    const size_t len = strlen(sign);
    if ((size_t)(t->end - t->at) < len || memcmp(t->at, sign, len) != 0)
        return false;
    t->at += len;
    return true;
}

static bool take_behind(struct page_text *t, const char *sign)
{
    blanks_pass(t);
    return take(t, sign);
}

/* Whether no word goes on here. */
static bool is_edge(const struct page_text *t)
{
    return t->at == t->begin || t->at == t->end || is_in(t->at[-1], " \n<>[]/()") ||
           is_in(*t->at, " \n<>[]/()%");
}

static bool take_word(struct page_text *t, const char *word)
{
    struct page_text ahead = *t;
    blanks_pass(&ahead);
    if (!is_edge(&ahead) || !take(&ahead, word) || !is_edge(&ahead))
        return false;
    t->at = ahead.at;
    return true;
}

static size_t letters(const struct page_text *t, const char *set)
{
    size_t len = 0;
    while (t->at + len < t->end && is_in(t->at[len], set))
        len++;
    return len;
}

/* A whole number of at most ten digits. */
static bool take_whole(struct page_text *t, size_t *n)
{
    blanks_pass(t);
    const size_t len = letters(t, "0123456789");
    *n = 0;
    if (len == 0 || len > 10 || !is_edge(t))
        return false;
    for (size_t i = 0; i < len; i++)
        *n = *n * 10 + (size_t)(*t->at++ - '0');
    return is_edge(t);
}

/* "12 0 R". */
static bool take_reference(struct page_text *t, size_t *object)
{
    struct page_text ahead = *t;
    size_t of;
    if (!take_whole(&ahead, object) || !take_whole(&ahead, &of) ||
        !take_word(&ahead, "R"))
        return false;
    t->at = ahead.at;
    return true;
}

/* "x12": what a page calls its own objects. */
static bool is_own(const char *name)
{
    const size_t lower = strspn(name, "abcdefghijklmnopqrstuvwxyz");
    const size_t digits = strspn(name + lower, "0123456789");
    return lower > 0 && digits > 0 && name[lower + digits] == '\0';
}

static bool name_read(struct page_text *t)
{
    char name[NAME + 2] = " ";
    const size_t len =
        letters(t, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
    if (len == 0 || len + 2 >= sizeof name)
        return false;
    memcpy(name + 1, t->at, len);
    t->at += len;
    if (!is_edge(t)) /* to others it would be another name */
        return false;
    if (is_own(name + 1))
        return true;
    name[len + 1] = ' ';
    return strstr(names, name) != NULL;
}

/* "(cairo 1.16 \(...\))", behind its first sign. */
static bool string_read(struct page_text *t)
{
    int depth = 1;
    for (; t->at < t->end && depth > 0; t->at++) {
        depth += *t->at == '(';
        depth -= *t->at == ')';
        t->at += *t->at == '\\' && t->at + 1 < t->end;
    }
    return depth == 0;
}

/* A number, or "12 0 R" of an object that there is. */
static bool number_read(struct page_text *t)
{
    size_t object;
    if (take_reference(t, &object))
        return object < t->count && t->offsets[object] != 0;
    const size_t len = letters(t, "+-.0123456789");
    t->at += len;
    return len > 0 && is_edge(t);
}

/* ---- values ---- */

static bool value_read(struct page_text *t, int depth);

static bool dict_read(struct page_text *t, int depth)
{
    while (!take_behind(t, ">>"))
        if (!take(t, "/") || !name_read(t) || !value_read(t, depth + 1))
            return false;
    return true;
}

static bool array_read(struct page_text *t, int depth)
{
    while (!take_behind(t, "]"))
        if (!value_read(t, depth + 1))
            return false;
    return true;
}

static bool value_read(struct page_text *t, int depth)
{
    blanks_pass(t);
    if (depth > DEPTH)
        return false;
    if (take(t, "<<"))
        return dict_read(t, depth);
    if (take(t, "["))
        return array_read(t, depth);
    if (take(t, "/"))
        return name_read(t);
    if (take(t, "("))
        return string_read(t);
    return take_word(t, "true") || take_word(t, "false") || number_read(t);
}

/* What stands behind a key of the dictionary at `t`, which can be read. */
static bool key_find(struct page_text t, const char *key, struct page_text *value)
{
    if (!take_behind(&t, "<<"))
        return false;
    while (!take_behind(&t, ">>")) {
        const char *name = t.at;
        take(&t, "/");
        name_read(&t);
        *value = t;
        if ((size_t)(t.at - name) == strlen(key) && memcmp(name, key, strlen(key)) == 0)
            return true;
        value_read(&t, 0);
    }
    return false;
}

/* ---- objects ---- */

/* Behind "12 0 obj", or at the end. */
static struct page_text object_at(const struct page_text *whole, size_t number)
{
    struct page_text t = *whole;
    size_t n, of;
    t.at = t.begin + t.offsets[number];
    if (!take_whole(&t, &n) || n != number || !take_whole(&t, &of) ||
        !take_word(&t, "obj"))
        t.at = t.end;
    return t;
}

/* What `key` of a dictionary refers to, or says itself; or at the end. */
static struct page_text key_follow(const struct page_text *dict, const char *key)
{
    struct page_text value = *dict;
    size_t object;
    if (!key_find(*dict, key, &value))
        value.at = value.end;
    return take_reference(&value, &object) ? object_at(&value, object) : value;
}

static bool stream_read(struct page_text *t, const struct page_text *dict)
{
    struct page_text length = key_follow(dict, "/Length");
    size_t len;
    if (!take_whole(&length, &len) || len > (size_t)(t->end - t->at))
        return false;
    t->at += len;
    return take_word(t, "endstream");
}

static bool object_read(const struct page_text *whole, size_t number)
{
    struct page_text t = object_at(whole, number);
    const struct page_text value = t;
    if (!value_read(&t, 0))
        return false;
    if (take_behind(&t, "stream\n") && !stream_read(&t, &value))
        return false;
    return take_word(&t, "endobj");
}

/* ---- the table and what hangs on it ---- */

/* Behind the last "startxref": where it is. */
static bool table_find(struct page_text *t)
{
    static const char word[] = "startxref";
    size_t offset, len = (size_t)(t->end - t->begin), at = len;
    while (at > 0 &&
           (len - at < strlen(word) || memcmp(t->begin + at, word, strlen(word)) != 0))
        at--;
    t->at = t->begin + at;
    if (!take_word(t, word) || !take_whole(t, &offset) || offset >= len)
        return false;
    t->at = t->begin + offset;
    return true;
}

/* "0000000015 00000 n": the first is of no object. */
static bool rows_read(struct arena *a, struct page_text *t)
{
    size_t *offsets = NEW_ARRAY(a, size_t, t->count), of;
    t->offsets = offsets;
    for (size_t i = 0; i < t->count; i++) {
        if (!take_whole(t, &offsets[i]) || !take_whole(t, &of) ||
            offsets[i] >= (size_t)(t->end - t->begin))
            return false;
        if (take_word(t, "f"))
            offsets[i] = 0;
        else if (i == 0 || !take_word(t, "n"))
            return false;
    }
    return true;
}

static bool table_read(struct arena *a, struct page_text *t)
{
    size_t first;
    return table_find(t) && take_word(t, "xref") && take_whole(t, &first) && first == 0 &&
           take_whole(t, &t->count) && t->count > 0 &&
           t->count <= (size_t)(t->end - t->begin) / ROW && rows_read(a, t) &&
           take_word(t, "trailer");
}

/* The first page that the trailer leads to is a dictionary, and what draws it a stream.
 */
static bool page_find(const struct page_text *trailer)
{
    const struct page_text root = key_follow(trailer, "/Root"),
                           pages = key_follow(&root, "/Pages");
    struct page_text kids = pages, page, drawn;
    size_t number;
    if (!key_find(pages, "/Kids", &kids) || !take_behind(&kids, "[") ||
        !take_reference(&kids, &number))
        return false;
    page = object_at(&kids, number);
    drawn = key_follow(&page, "/Contents");
    return take_behind(&drawn, "<<") && dict_read(&drawn, 0) &&
           take_behind(&drawn, "stream\n");
}

bool svg_page_holds(const char *bytes, size_t len)
{
    struct arena *a = arena_new();
    struct page_text t = {.at = bytes, .begin = bytes, .end = bytes + len};
    bool holds = table_read(a, &t);
    const struct page_text trailer = t;
    holds = holds && value_read(&t, 0);
    for (size_t i = 1; holds && i < t.count; i++)
        holds = t.offsets[i] == 0 || object_read(&t, i);
    holds = holds && page_find(&trailer);
    arena_free(a);
    return holds;
}
