/* places.c -- in: the pages of a draft, or the table of them that was kept when it was
 * sent; out: that table, or the lines and words in it.  Knows nothing of notes. */
#include "sending/places.h"

#include "base/array.h"
#include "base/ascii.h"
#include "base/bounds.h"
#include "base/file.h"
#include "base/hash.h"
#include "page/places.h"
#include "source/csv.h"

#include <stdlib.h>
#include <string.h>

/* A page's first row is the page itself: its size, and what it is known by in the place
 * of words.  Then a row for each line: "0 212 The 240 389 first" are words, each behind
 * where it begins and ends, counted from the left of the line. */
enum { PAGE, REFERENCE, LEFT, TOP, RIGHT, BOTTOM, WORDS, HASH, COLUMN_COUNT };
static const char *const COLUMNS[COLUMN_COUNT] = {"page",  "reference", "left",  "top",
                                                  "right", "bottom",    "words", "hash"};

/* ---- what a page is known by ---- */

uint64_t signature_mark(uint64_t hash, const char *type)
{
    return hash_str(hash_str(hash, "/"), type);
}

/* Halves of a point go up, of negative ones too. */
static long whole(long thousandths)
{
    const long n = thousandths + 500;
    return n >= 0 ? n / 1000 : -((999 - n) / 1000);
}

uint64_t signature_words(uint64_t hash, long x, long y)
{
    const int64_t place[2] = {whole(x), whole(y)};
    return hash_bytes(hash, place, sizeof place);
}

const char *signature_name(struct arena *a, uint64_t hash)
{
    return hash_name(a, hash);
}

/* As pdf/ writes a length. */
static long thousandths(length l)
{
    const long n = (labs((long)l) * 1000 + 512) / 1024;
    return l < 0 ? -n : n;
}

static uint64_t hash_mark(uint64_t hash, const struct page *p, const struct mark *m)
{
    hash = signature_mark(hash, tag_type_name(m->tag->type));
    for (size_t i = m->first; i < m->first + m->count; i++)
        if (p->items.at[i].kind == ITEM_RUN)
            return signature_words(hash, thousandths(p->items.at[i].x),
                                   thousandths(p->height - p->items.at[i].y));
    return hash;
}

static const char *page_signature(struct arena *a, const struct page *p)
{
    uint64_t hash = HASH_START;
    for (size_t i = 0; i < p->marks.len; i++)
        if (p->marks.at[i].tag != NULL)
            hash = hash_mark(hash, p, &p->marks.at[i]);
    return signature_name(a, hash);
}

/* ---- writing ---- */

static int tenths(length l)
{
    return (int)(((int64_t)l * 10 + (l < 0 ? -512 : 512)) / 1024);
}

static void put_row(struct arena *a, struct buf *out, int page, const char *ref,
                    struct bounds box, const char *words, const char *hash)
{
    const char *cells[] = {arena_printf(a, "%d", page + 1),
                           ref,
                           arena_printf(a, "%d", tenths(box.left)),
                           arena_printf(a, "%d", tenths(box.top)),
                           arena_printf(a, "%d", tenths(box.right)),
                           arena_printf(a, "%d", tenths(box.bottom)),
                           words,
                           hash};
    buf_csv_line(out, cells, LEN(cells));
}

static const char *words_cell(struct arena *a, const struct place_line *line)
{
    struct buf out = buf_new(a);
    const int left = tenths(line->box.left);
    for (size_t i = 0; i < line->count; i++)
        buf_printf(&out, "%s%d %d %s", i > 0 ? " " : "",
                   tenths(line->words[i].left) - left,
                   tenths(line->words[i].right) - left, line->words[i].text);
    return out.at;
}

void places_write(struct arena *a, const struct document *doc, const char *hash,
                  struct buf *out)
{
    const struct place_lines lines = document_lines(a, doc);
    buf_csv_line(out, COLUMNS, COLUMN_COUNT);
    for (size_t p = 0; p < doc->page_count; p++) {
        const struct page *page = &doc->pages[p];
        put_row(a, out, (int)p, "", (struct bounds){0, 0, page->width, page->height},
                page_signature(a, page), hash);
        for (size_t i = 0; i < lines.count; i++) {
            const struct place_line *line = &lines.at[i];
            if (line->page == (int)p)
                put_row(a, out, (int)p, line->ref != NULL ? line->ref : "", line->box,
                        words_cell(a, line), hash);
        }
    }
}

/* ---- reading ---- */

const char *places_path(struct arena *a, const char *dir, int draft, enum lang l)
{
    return arena_printf(a, "%s/sent/draft%d.%s.pages.csv", dir, draft, lang_code(l));
}

/* A number of the table, which may be below nought; false when it is none. */
static bool number_of(const char *text, int *n)
{
    enum { FAR = 1000000 }; /* tenths: larger than any page */
    const bool below = text[0] == '-';
    const int value = ascii_number(text + below, FAR);
    *n = below ? -value : value;
    return value >= 0;
}

/* "0 212 The 240 389 first"; false when it is no such row of words. */
static bool read_words(struct arena *a, const char *text, struct placed_line *line)
{
    ARRAY(struct placed_word) words = {0};
    const char *part[3];
    int parts = 0;
    while (*text != '\0') {
        const size_t len = strcspn(text, " ");
        part[parts++] = arena_strndup(a, text, len);
        text += len + (text[len] == ' ');
        if (parts < 3)
            continue;
        struct placed_word word = {.text = part[2]};
        if (!number_of(part[0], &word.left) || !number_of(part[1], &word.right))
            return false;
        word.left += line->left;
        word.right += line->left;
        *array_push(a, &words) = word;
        parts = 0;
    }
    line->words = words.at;
    line->count = words.len;
    return parts == 0;
}

/* One row; the cell that is wrong, or NULL. */
static const struct cell *read_row(struct arena *a, const struct cell *const *cells,
                                   struct draft_places *p)
{
    struct placed_line line = {.ref = cells[REFERENCE]->text};
    int *const numbers[] = {&line.left, &line.top, &line.right, &line.bottom};
    for (int i = 0; i < (int)LEN(numbers); i++)
        if (!number_of(cells[LEFT + i]->text, numbers[i]))
            return cells[LEFT + i];
    const int page = ascii_number(cells[PAGE]->text, REPORT_PAGES);
    if (page == (int)p->pages.len + 1) {
        *array_push(a, &p->pages) = (struct placed_page){
            .width = line.right, .height = line.bottom, .signature = cells[WORDS]->text};
        return NULL;
    }
    if (page < 1 || page != (int)p->pages.len)
        return cells[PAGE];
    if (!read_words(a, cells[WORDS]->text, &line))
        return cells[WORDS];
    *array_push(a, &p->pages.at[page - 1].lines) = line;
    return NULL;
}

bool places_read(struct arena *a, struct diags *d, const char *path,
                 struct draft_places *p)
{
    static const char more[] =
        "of the places of a draft; put the file back as it was sent";
    int at[COLUMN_COUNT];
    *p = (struct draft_places){.hash = ""};
    const struct file *f = file_read(a, d, path, CSV_BYTES, (struct pos){0});
    const struct table *t = f != NULL ? csv_parse(a, d, f) : NULL;
    if (t == NULL || !table_find_columns(d, t, COLUMNS, COLUMN_COUNT, more, at))
        return false;
    for (size_t i = 0; i < t->rows; i++) {
        const struct cell *cells[COLUMN_COUNT];
        for (int k = 0; k < COLUMN_COUNT; k++)
            cells[k] = table_cell(t, i, (size_t)at[k]);
        const struct cell *wrong = read_row(a, cells, p);
        if (wrong != NULL) {
            diag(d, DIAG_CSV_SYNTAX, wrong->pos,
                 "\"%.40s\" is no place on a page; put "
                 "the file back as it was sent",
                 wrong->text);
            return false;
        }
        p->hash = cells[HASH]->text;
    }
    return true;
}
