/* spot.c -- in: marks on the pages of a file, and where all stood in the draft that was
 * sent; out: the blocks and words under them.  The places are those of the draft, never
 * the file's: what somebody has done to that cannot move a word.  Knows nothing of what
 * the marks say. */
#include "comments/spot.h"

#include <math.h>
#include <string.h>

/* ---- which page is which ---- */

static const struct placed_page *page_signed(const struct draft_places *p,
                                             const struct pdf_page *page, size_t i)
{
    const struct placed_page *found = NULL;
    for (size_t k = 0; k < p->pages.len && page->signature[0] != '\0'; k++) {
        if (strcmp(p->pages.at[k].signature, page->signature) != 0)
            continue;
        if (found == NULL || (int)k == page->key || (page->key < 0 && k == i))
            found = &p->pages.at[k];
    }
    return found;
}

static size_t pages_signed(const struct draft_places *p, const struct pdf_fields *f)
{
    size_t count = 0;
    for (size_t i = 0; i < f->pages.len; i++)
        count += page_signed(p, &f->pages.at[i], i) != NULL;
    return count;
}

static bool is_taken(const struct returned *r, size_t count,
                     const struct placed_page *page)
{
    for (size_t i = 0; i < count; i++)
        if (r->page[i] == page)
            return true;
    return false;
}

static bool is_paper_of(const struct pdf_page *page, const struct placed_page *ours)
{
    enum { ROUGHLY = 20 };
    const double width = fabs(page->paper[2] - page->paper[0]) * 10;
    const double height = fabs(page->paper[3] - page->paper[1]) * 10;
    return fabs(width - ours->width) < ROUGHLY && fabs(height - ours->height) < ROUGHLY;
}

/* Where its marks say nothing: by the number that it had among ours; and when all were
 * printed anew, by where it stands, if nothing else has changed. */
static const struct placed_page *page_counted(const struct returned *r,
                                              const struct pdf_fields *f, size_t i)
{
    const struct pdf_page *page = &f->pages.at[i];
    const size_t ours = r->places->pages.len;
    if (page->key >= 0 && (size_t)page->key < ours)
        return &r->places->pages.at[page->key];
    if (r->printed && f->pages.len == ours && r->places->pages.at != NULL &&
        is_paper_of(page, &r->places->pages.at[i]))
        return &r->places->pages.at[i];
    return NULL;
}

static void find_pages(struct arena *a, struct returned *r, const struct pdf_fields *f)
{
    const size_t count = f->pages.len;
    r->printed = true;
    r->page = NEW_ARRAY(a, const struct placed_page *, count + 1);
    r->sure = NEW_ARRAY(a, bool, count + 1);
    for (size_t i = 0; i < count; i++) {
        r->page[i] = page_signed(r->places, &f->pages.at[i], i);
        r->sure[i] = r->page[i] != NULL;
        r->printed &= !r->sure[i];
    }
    for (size_t i = 0; i < count; i++) {
        const struct placed_page *page =
            r->page[i] == NULL ? page_counted(r, f, i) : NULL;
        if (page != NULL && !is_taken(r, count, page))
            r->page[i] = page;
    }
    const size_t ours = r->places->pages.len;
    for (size_t i = 0; i < count; i++)
        r->moved |= i >= ours || r->page[i] != &r->places->pages.at[i];
    r->moved |= count < ours;
}

/* The edition, and where the form does not say it the draft, that most pages are of. */
static void find_draft(struct arena *a, struct diags *d, struct round *r, int number,
                       const struct pdf_fields *f, struct returned *out)
{
    size_t best = 0;
    for (int n = r->count; n >= 1; n--)
        for (int l = 0; l < LANG_COUNT && (number == 0 || n == number); l++) {
            const struct draft_places *p = round_places(a, d, r, n, (enum lang)l);
            if (p == NULL)
                continue;
            const size_t same = p->pages.len == f->pages.len;
            const size_t found = 2 * pages_signed(p, f) + same;
            if (out->places != NULL && found <= best)
                continue;
            best = found;
            *out = (struct returned){.draft = n, .lang = (enum lang)l, .places = p};
        }
    if (number == 0 && best == 0)
        *out = (struct returned){0};
}

struct returned returned_pages(struct arena *a, struct diags *d, struct round *r,
                               int number, const struct pdf_fields *f)
{
    struct returned out = {0};
    find_draft(a, d, r, number, f, &out);
    out.draft = out.places != NULL ? out.draft : number;
    out.file = f;
    if (out.places != NULL)
        find_pages(a, &out, f);
    return out;
}

/* ---- places ---- */

/* From the page's places to those in which it was written: the way back through how it
 * was turned, moved or shrunk. */
static void undo(const double m[6], double *x, double *y)
{
    const double size = m[0] * m[3] - m[1] * m[2];
    const double dx = *x - m[4], dy = *y - m[5];
    if (fabs(size) < 1e-9)
        return;
    *x = (dx * m[3] - dy * m[2]) / size;
    *y = (dy * m[0] - dx * m[1]) / size;
}

static struct area area_through(const double matrix[6], double height,
                                const double corners[4])
{
    double x[2] = {corners[0], corners[2]}, y[2] = {corners[1], corners[3]};
    for (int i = 0; i < 2; i++) {
        undo(matrix, &x[i], &y[i]);
        x[i] *= 10;
        y[i] = height - y[i] * 10;
    }
    return (struct area){fmin(x[0], x[1]), fmin(y[0], y[1]), fmax(x[0], x[1]),
                         fmax(y[0], y[1])};
}

struct area area_of(const struct returned *r, int page, const double corners[4])
{
    const struct pdf_page *p = &r->file->pages.at[page];
    /* What was printed anew begins at the foot of its paper. */
    const double paper[6] = {
        1, 0, 0, 1, fmin(p->paper[0], p->paper[2]), fmin(p->paper[1], p->paper[3])};
    return area_through(p->signature[0] != '\0' || p->key >= 0 ? p->matrix : paper,
                        r->page[page]->height, corners);
}

struct area area_as_sent(const struct returned *r, int page, const double corners[4])
{
    static const double same[6] = {1, 0, 0, 1, 0, 0};
    return area_through(same, r->page[page]->height, corners);
}

/* ---- words under a mark ---- */

static double shared(double a, double b, double from, double to)
{
    return fmin(b, to) - fmax(a, from);
}

/* A line is meant when its middle lies in the area, or the area's in it. */
static bool is_on_line(const struct placed_line *line, const struct area *area)
{
    const double middle = (line->top + line->bottom) / 2.0;
    const double own = (area->top + area->bottom) / 2;
    return (middle >= area->top && middle <= area->bottom) ||
           (own >= line->top && own <= line->bottom);
}

/* More than half of the word, or of the mark where that is shorter. */
static bool is_under(const struct placed_line *line, const struct placed_word *word,
                     const struct area *area)
{
    const double least = fmin(word->right - word->left, area->right - area->left);
    return is_on_line(line, area) &&
           shared(word->left, word->right, area->left, area->right) > least / 2;
}

/* The words that were found, and how many of each block. */
struct word_tally {
    struct buf words;
    const char *ref; /* of the block with most of them */
    size_t most, of_block;
    const char *block; /* whose words come now */
};

static void gather(struct word_tally *g, const struct placed_line *line, const char *word)
{
    if (g->words.len > 0)
        buf_char(&g->words, ' ');
    buf_str(&g->words, word);
    if (line->ref[0] == '\0')
        return;
    g->of_block =
        g->block == line->ref || (g->block != NULL && strcmp(g->block, line->ref) == 0)
            ? g->of_block + 1
            : 1;
    g->block = line->ref;
    if (g->of_block > g->most) {
        g->most = g->of_block;
        g->ref = line->ref;
    }
}

/* ---- the nearest block ---- */

static double apart(double a, double b, double from, double to)
{
    return fmax(0, -shared(a, b, from, to));
}

/* Lines above each other are close, and a note in the margin stands beside its line. */
static double distance(const struct placed_line *line, const struct area *area)
{
    const double dx = apart(line->left, line->right, area->left, area->right);
    const double dy = apart(line->top, line->bottom, area->top, area->bottom);
    const double mx = (line->left + line->right - area->left - area->right) / 2;
    const double my = (line->top + line->bottom - area->top - area->bottom) / 2;
    return dx + 3 * dy + (fabs(mx) + 3 * fabs(my)) / 1000;
}

static const struct placed_line *nearest(const struct placed_page *page,
                                         const struct area *area)
{
    const struct placed_line *best = NULL;
    double least = 0;
    for (size_t i = 0; i < page->lines.len; i++) {
        const struct placed_line *line = &page->lines.at[i];
        const double far = distance(line, area);
        if (line->ref[0] == '\0' || (best != NULL && far >= least))
            continue;
        best = line;
        least = far;
    }
    return best;
}

/* Does a point of the page lie between the first and the last line of a block? */
static bool is_in_block(const struct placed_page *page, const char *ref, double x,
                        double y)
{
    enum { ROUND = 30 }; /* what is left white between its lines */
    struct area all = {1e9, 1e9, -1e9, -1e9};
    for (size_t i = 0; i < page->lines.len; i++) {
        const struct placed_line *line = &page->lines.at[i];
        if (strcmp(line->ref, ref) != 0)
            continue;
        all = (struct area){fmin(all.left, line->left), fmin(all.top, line->top),
                            fmax(all.right, line->right), fmax(all.bottom, line->bottom)};
    }
    return x >= all.left - ROUND && x <= all.right + ROUND && y >= all.top - ROUND &&
           y <= all.bottom + ROUND;
}

static struct pinned spot_near(const struct returned *r, int page, struct area area)
{
    const struct placed_line *line = nearest(r->page[page], &area);
    struct pinned s = {.words = ""};
    if (line == NULL)
        return s;
    s.ref = line->ref;
    s.near =
        !r->sure[page] || !is_in_block(r->page[page], s.ref, (area.left + area.right) / 2,
                                       (area.top + area.bottom) / 2);
    return s;
}

/* ---- spots ---- */

static struct pinned spot_of(struct arena *a, const struct returned *r, int page,
                             const struct area *areas, size_t count,
                             bool (*holds)(const struct placed_line *,
                                           const struct placed_word *,
                                           const struct area *))
{
    const struct placed_page *p = r->page[page];
    struct word_tally g = {.words = buf_new(a)};
    for (size_t i = 0; i < p->lines.len; i++)
        for (size_t k = 0; k < p->lines.at[i].count; k++)
            for (size_t n = 0; n < count; n++)
                if (holds(&p->lines.at[i], &p->lines.at[i].words[k], &areas[n])) {
                    gather(&g, &p->lines.at[i], p->lines.at[i].words[k].text);
                    break;
                }
    struct pinned s = g.ref != NULL ? (struct pinned){g.ref, !r->sure[page], ""}
                                    : spot_near(r, page, areas[0]);
    s.words = g.words.at;
    return s;
}

struct pinned spot_lines(struct arena *a, const struct returned *r, int page,
                         const struct area *areas, size_t count)
{
    return spot_of(a, r, page, areas, count, is_under);
}

static bool is_inside(const struct placed_line *line, const struct placed_word *word,
                      const struct area *area)
{
    const double x = (word->left + word->right) / 2.0;
    const double y = (line->top + line->bottom) / 2.0;
    return x >= area->left && x <= area->right && y >= area->top && y <= area->bottom;
}

struct pinned spot_inside(struct arena *a, const struct returned *r, int page,
                          struct area area)
{
    return spot_of(a, r, page, &area, 1, is_inside);
}

/* Of what is no part of the text a sign says nothing. */
static const struct placed_word *word_at(const struct placed_page *p, double x, double y)
{
    for (size_t i = 0; i < p->lines.len; i++) {
        const struct placed_line *line = &p->lines.at[i];
        if (line->ref[0] == '\0' || y < line->top || y > line->bottom)
            continue;
        for (size_t k = 0; k < line->count; k++)
            if (x >= line->words[k].left && x <= line->words[k].right)
                return &line->words[k];
    }
    return NULL;
}

struct pinned spot_sign(struct arena *a, const struct returned *r, int page,
                        struct area area)
{
    (void)a;
    const struct placed_page *p = r->page[page];
    struct pinned s = spot_near(r, page, area);
    const struct placed_word *word =
        word_at(p, (area.left + area.right) / 2, (area.top + area.bottom) / 2);
    if (word == NULL)
        word = word_at(p, area.left, area.top);
    s.words = word != NULL ? word->text : "";
    return s;
}

struct pinned spot_behind(struct arena *a, const struct returned *r, int page,
                          struct area area)
{
    (void)a;
    const double x = (area.left + area.right) / 2;
    /* The sign points up to the foot of its line. */
    const double y = area.top + (area.bottom - area.top) / 4;
    const struct area tip = {x, y, x, y};
    const struct placed_line *line = nearest(r->page[page], &tip);
    struct pinned s = spot_near(r, page, tip);
    for (size_t k = 0; line != NULL && k < line->count; k++)
        if ((line->words[k].left + line->words[k].right) / 2.0 <= x)
            s.words = line->words[k].text;
    return s;
}
