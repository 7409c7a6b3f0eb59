/* sample.h -- documents made by hand for the tests of pdf/: a glyph for each character,
 * no kerning. */
#ifndef TEST_PDF_SAMPLE_H
#define TEST_PDF_SAMPLE_H

#include "base/utf8.h"
#include "text/inside.h"

#include <hb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct faces *sample_text(struct arena *a)
{
    static const struct style style = {.fonts = {"Lato-Regular.ttf", "Lato-Bold.ttf",
                                                 "Lato-Italic.ttf",
                                                 "Lato-BoldItalic.ttf"}};
    struct faces *t = text_new(a, diags_new(a), &style, ROOT "/fonts");
    if (t == NULL)
        bug("the fonts are missing");
    return t;
}

static void sample_text_free(struct faces *t)
{
    text_free(t);
}

static const struct colour sample_ink = {0x16, 0x20, 0x2A};
static const struct colour sample_blue = {0x12, 0x43, 0x6D};
static const struct colour sample_white = {255, 255, 255};

static struct glyph sample_glyph(const struct faces *t, enum face face, length size,
                                 uint32_t c, size_t bytes)
{
    const struct font *f = &t->fonts[face];
    hb_codepoint_t id = 0;
    hb_font_get_nominal_glyph(f->font, c, &id);
    const double advance = hb_font_get_glyph_h_advance(f->font, id);
    return (struct glyph){(length)(advance * size / f->upem), (unsigned short)id,
                          (unsigned short)bytes};
}

/* A run at (x, y), in points; its right end is given back. */
static double sample_run(struct arena *a, const struct faces *t, struct page *p,
                         struct tag *tag, enum artifact artifact, double x, double y,
                         enum face face, double size, struct colour colour,
                         const char *words)
{
    const size_t len = strlen(words);
    struct glyph *glyphs = NEW_ARRAY(a, struct glyph, len + 1);
    struct item it = {
        .kind = ITEM_RUN, .tag = tag, .artifact = artifact, .x = PT(x), .y = PT(y)};
    size_t count = 0;
    for (size_t at = 0, width; at < len; at += width) {
        const uint32_t c = utf8_decode(words + at, len - at, &width);
        glyphs[count++] = sample_glyph(t, face, PT(size), c, width);
    }
    it.run.face = face;
    it.run.size = PT(size);
    it.run.colour = colour;
    it.run.text = words;
    it.run.text_len = len;
    it.run.glyphs = glyphs;
    it.run.count = count;
    *array_push(a, &p->items) = it;
    return POINTS(it.x + run_width(&it));
}

/* Words of body text. */
static double sample_words(struct arena *a, const struct faces *t, struct page *p,
                           struct tag *tag, double x, double y, const char *words)
{
    return sample_run(a, t, p, tag, ARTIFACT_NONE, x, y, FACE_REGULAR, 12, sample_ink,
                      words);
}

static struct document *sample_document(struct arena *a, size_t pages)
{
    struct document *doc = NEW(a, struct document);
    doc->lang = LANG_EN;
    doc->title = "A sample (with \\ and a dash \xE2\x80\x93)";
    doc->subject = "Tests & trials";
    doc->keywords = "sample, test";
    doc->author = "Arolygiaeth \xC5\xB4";
    doc->creator = "gwasg";
    doc->date = (struct date){2012, 6, 20};
    doc->pages = NEW_ARRAY(a, struct page, pages);
    doc->page_count = pages;
    for (size_t i = 0; i < pages; i++) {
        doc->pages[i].width = PT(595.28);
        doc->pages[i].height = PT(841.89);
        doc->pages[i].label = arena_printf(a, "%zu", i + 1);
    }
    doc->root = tag_new(a, NULL, TAG_DOCUMENT);
    return doc;
}

static inline void sample_foot(struct arena *a, const struct faces *t,
                               struct document *doc, size_t page)
{
    struct page *p = &doc->pages[page];
    struct item rule = item_rule(a, PT(70.9), PT(786), PT(453.5), PT(0.75), sample_ink);
    rule.artifact = ARTIFACT_FOOTER;
    *array_push(a, &p->items) = rule;
    sample_run(a, t, p, NULL, ARTIFACT_FOOTER, 70.9, 804, FACE_REGULAR, 10, sample_ink,
               "Inspection of a sample");
    sample_run(a, t, p, NULL, ARTIFACT_FOOTER, 510, 804, FACE_BOLD, 11, sample_ink,
               p->label);
}

#endif
