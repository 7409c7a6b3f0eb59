/* layout.c -- the runs of layout: each makes strips, then pages, with the page numbers
 * that the run before found, until they are right.  In: the report tree; out: the
 * document. */
#include "layout/layout.h"

#include "layout/fill.h"
#include "layout/flow.h"
#include "layout/spot.h"

#include "base/bounds.h"

#include <string.h>

/* After so many runs page numbers get a fixed width, so that the next moves nothing. */
#define RUNS 4

static bool has_words(const struct report *r, enum layout_word w)
{
    return r->words[w] != NULL && r->words[w][0] != '\0';
}

/* What all runs share. */
static struct state state_shared(struct arena *a, struct diags *d, struct faces *t,
                                 const struct style *style, const struct report *r)
{
    return (struct state){.a = a,
                          .kept = a,
                          .d = d,
                          .text = t,
                          .style = style,
                          .upright = style,
                          .lying = page_turned(a, style),
                          .report = r,
                          .pictures = map_new(a),
                          .scale = chart_scale(r->root)};
}

static struct state state_new(const struct state *shared, const struct map *before,
                              bool reserve)
{
    struct state s = *shared;
    s.a = arena_new();
    s.before = before;
    s.spots = map_new(s.a);
    s.named = map_new(s.a);
    s.reserve = reserve;
    s.root = tag_new(s.a, NULL, TAG_DOCUMENT);
    if (s.report->stage != STAGE_FINAL && has_words(s.report, LAYOUT_STAGE_LINE))
        s.stage_tag = tag_new(s.a, s.root, TAG_P);
    return s;
}

static struct strips report_strips(struct state *s)
{
    struct flow f = flow_new(s, page_text_width(s), s->root);
    f.page = true;
    flow_children(&f, s->report->root);
    return f.out;
}

static struct state run(const struct state *shared, const struct map *before,
                        bool reserve)
{
    struct state s = state_new(shared, before, reserve);
    s.strips = NEW(s.a, struct strips);
    *s.strips = report_strips(&s);
    pages_fill(&s, s.strips);
    return s;
}

/* Each run has an arena of its own, which only the last one's pages outlive: a report's
 * strips and pages are the largest thing we make.  With fixed widths one run finds the
 * pages, and the next, the last, prints them. */
static struct state settle(const struct state *shared)
{
    struct state s = run(shared, NULL, false);
    for (int i = 1; i < RUNS + 2 && !spots_settled(&s); i++) {
        const struct map *found = spots_asked(&s);
        arena_free(s.a);
        s = run(shared, found, i >= RUNS);
    }
    return s;
}

/* Of the ids whose page is printed. */
static const struct map *places_of(struct state *s)
{
    struct map *places = map_new(s->a);
    for (size_t i = 0; i < s->asked.len; i++) {
        const struct spot *spot = map_get(s->spots, s->asked.at[i]);
        if (spot != NULL && spot->set)
            map_put(places, s->asked.at[i], (void *)s->pages.at[spot->page].label);
    }
    return places;
}

static void set_corrected(struct arena *a, struct document *doc, const struct report *r)
{
    struct corrected *all = NEW_ARRAY(a, struct corrected, r->correction_count + 1);
    for (size_t i = 0; i < r->correction_count; i++) {
        const struct report_correction *c = &r->corrections[i];
        all[i] = (struct corrected){c->date, arena_printf(a, "%s %s", c->what, c->why)};
    }
    doc->corrected = all;
    doc->corrected_count = r->correction_count;
}

static struct document *document_of(struct state *s)
{
    const struct report *r = s->report;
    struct document *doc = NEW(s->a, struct document);
    links_resolve(s);
    doc->standard = s->style->pdf;
    doc->lang = r->lang;
    doc->title = s->style->large ? arena_printf(s->a, "%s (%s)", r->title,
                                                r->words[LAYOUT_LARGE_TITLE])
                                 : r->title;
    doc->subject = r->subject;
    doc->keywords = r->keywords;
    set_corrected(s->a, doc, r);
    doc->author = r->author;
    doc->creator = "gwasg";
    doc->date = r->made;
    doc->pages = s->pages.at;
    doc->page_count = s->pages.len;
    doc->root = s->root;
    doc->bookmarks = s->bookmarks.at;
    doc->bookmark_count = s->bookmarks.len;
    doc->references = references_of(s, &doc->reference_count);
    doc->places = places_of(s);
    return doc;
}

/* A notice that was to be one page, say: where the first page too many begins. */
static void say_more(const struct state *s)
{
    const struct report *r = s->report;
    size_t most = (size_t)element_number(r->root, AT_PAGES, REPORT_PAGES);
    if (s->pages.len <= most || s->style->large) /* of the normal edition it is asked */
        return;
    const struct take *over = &s->takes.at[most];
    const struct element *from =
        over->to > over->from ? s->strips->at[over->from].from : NULL;
    diag(s->d, DIAG_PAGES_MORE, (from != NULL ? from : r->root)->pos,
         "\"%s\" has %zu pages and should have %zu at most; from here on it must be "
         "shorter "
         "by about %d %% of a page",
         r->document, s->pages.len, most,
         (int)(s->pages.len - most) * 100 - s->takes.at[s->pages.len - 1].white / 10);
}

struct document *layout(struct arena *a, struct diags *d, struct faces *t,
                        const struct style *style, const struct report *r)
{
    style = style_of_kind(style, report_kind_word(report_kind(r->root)));
    const struct state shared = state_shared(a, d, t, style, r);
    badges_check(d, style, r->badges, r->badge_count);
    struct state s = settle(&shared);
    arena_adopt(a, s.a);
    s.a = a;
    say_more(&s);
    if (s.pages.len > 0)
        return document_of(&s);
    diag(d, DIAG_DOCUMENT_EMPTY, r->root->pos,
         "nothing in \"%s\" prints anything; is what its template copies named right?",
         r->document);
    return NULL;
}

static const char *const holds[] = {"", " item", " rows", " keep", " widow", " always"};
static const char *const turns[] = {"", " soft", " page", " odd"};

static void strip_dump(const struct strip *s, struct buf *out)
{
    buf_printf(out, "%-10s x %.1f before %.1f height %.1f%s%s",
               s->from == NULL ? "" : element_name(s->from->kind), POINTS(s->x),
               POINTS(s->before), POINTS(s->height), holds[s->hold], turns[s->turn]);
    if (s->frame != NULL)
        buf_printf(out, " frame %d", s->frame->depth);
    size_t notes = 0;
    for (const struct note_list *n = s->notes; n != NULL; n = n->next)
        notes++;
    if (notes > 0)
        buf_printf(out, " notes %zu", notes);
    buf_char(out, '\n');
}

void layout_strips_dump(struct arena *a, struct diags *d, struct faces *t,
                        const struct style *style, const struct report *r,
                        struct buf *out)
{
    style = style_of_kind(style, report_kind_word(report_kind(r->root)));
    const struct state shared = state_shared(a, d, t, style, r);
    struct state s = state_new(&shared, NULL, false);
    struct strips strips = report_strips(&s);
    for (size_t i = 0; i < strips.len; i++)
        strip_dump(&strips.at[i], out);
    arena_free(s.a);
}

/* What a page's end parts. */
static const char *end_word(const struct strips *all, size_t end)
{
    enum turn turn = end < all->len ? all->at[end].turn : TURN_PAGE;
    return turn != TURN_NONE ? turns[turn] : holds[all->at[end - 1].hold];
}

void layout_breaks_dump(struct arena *a, struct diags *d, struct faces *t,
                        const struct style *style, const struct report *r,
                        struct buf *out)
{
    style = style_of_kind(style, report_kind_word(report_kind(r->root)));
    const struct state shared = state_shared(a, d, t, style, r);
    struct state s = settle(&shared);
    for (size_t i = 0; i < s.takes.len; i++) {
        const struct take *p = &s.takes.at[i];
        buf_printf(out, "page %zu", i + 1);
        if (p->to > p->from)
            buf_printf(out, " strips %zu-%zu white %.1f%% spaces %+.1f%% cost %.4f%s",
                       p->from, p->to - 1, p->white / 10.0, p->spread / 10.0,
                       (double)p->cost / 1e6, end_word(s.strips, p->to));
        buf_char(out, '\n');
    }
    arena_free(s.a);
}
