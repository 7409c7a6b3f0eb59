/* xliff_inline.c -- what stands in a text of an XLIFF file: words, codes, segments.  In:
 * tags and words as they come; out: codes, and what the segments show to be lost. */
#include "translate/xliff_reading.h"

#include "base/character.h"
#include "translate/sentence.h"

#include <string.h>

#define CODES 500000 /* more than 500 pages hold */

/* ---- words ---- */

static struct code *add_code(struct xliff_reading *r, enum code_kind kind, const char *id,
                             struct pos pos)
{
    if (++r->codes_read > CODES && !r->full) {
        r->full = true;
        diag(r->d, DIAG_XLIFF_KIND, pos, "more than %d codes, which no report has",
             CODES);
    }
    if (r->full)
        r->text->codes.len = 0;
    struct code *c = array_push(r->a, &r->text->codes);
    *c = (struct code){.kind = kind, .id = id, .text = "", .pos = pos};
    return c;
}

/* In the one normal form. */
void end_words(struct xliff_reading *r)
{
    if (r->words.len == 0)
        return;
    size_t len = 0;
    const char *text = character_nfc(r->a, r->words.at, r->words.len, &len);
    struct pos pos = {r->from.file, r->from.at, r->to.at + r->to.len - r->from.at};
    add_code(r, CODE_TEXT, NULL, pos)->text = text_folded(r->a, text);
    r->words = buf_new(r->a);
}

/* Where a line may be broken is for the pages to say: soft hyphens of a translation go.
 */
void inline_words(struct xliff_reading *r, const char *text, size_t len, struct pos pos)
{
    static const char soft[] = "\u00AD";
    bool ours = r->text == &r->target && r->open[r->depth].where == IN_CONTENT;
    if (r->words.len == 0)
        r->from = pos;
    r->to = pos;
    for (size_t i = 0; i < len; i++) {
        if (!ours || len - i < 2 || memcmp(text + i, soft, 2) != 0) {
            buf_char(&r->words, text[i]);
            continue;
        }
        if (r->x.soft++ == 0)
            r->x.soft_at = (struct pos){pos.file, pos.at + i, 2};
        i++;
    }
}

/* ---- codes ---- */

static const char *id_of(struct xliff_reading *r, const struct xml_tag *tag)
{
    static const char *const names[] = {"startRef", "rid", "id"};
    for (size_t i = 0; i < LEN(names); i++)
        if (xml_attribute(tag, names[i]) != NULL)
            return xml_attribute(tag, names[i]);
    diag(r->d, DIAG_XLIFF_UNIT, tag->pos, "<%s> without id", tag->name);
    return "";
}

static bool is_one_of(const struct xml_tag *tag, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (xml_is(tag, names[i]))
            return true;
    return false;
}

static enum code_kind kind_of(const struct xml_tag *tag)
{
    static const char *const opens[] = {"bpt", "bx", "g", "pc", "sc"};
    static const char *const closes[] = {"ept", "ex", "ec"};
    const char *half = xml_attribute(tag, "pos"); /* of <it> */
    if (is_one_of(tag, opens, LEN(opens)) || (half != NULL && strcmp(half, "open") == 0))
        return CODE_OPEN;
    if (is_one_of(tag, closes, LEN(closes)) ||
        (half != NULL && strcmp(half, "close") == 0))
        return CODE_CLOSE;
    return CODE_MARK;
}

/* Of 2.x: what a code holds stands elsewhere in its unit. */
static const char *data_of(struct xliff_reading *r, const struct xml_tag *tag,
                           const char *name)
{
    const char *id = xml_attribute(tag, name);
    const char *data = id != NULL && r->data != NULL ? map_get(r->data, id) : NULL;
    return data != NULL ? data : "";
}

static struct open_element open_inline_code(struct xliff_reading *r,
                                            const struct xml_tag *tag)
{
    end_words(r);
    struct code *c = add_code(r, kind_of(tag), id_of(r, tag), tag->pos);
    const char *prints = xml_attribute(tag, "equiv-text");
    bool pair = xml_is(tag, "g") || xml_is(tag, "pc");
    c->ctype = xml_attribute(tag, "ctype");
    c->prints = prints != NULL ? prints : xml_attribute(tag, "equiv");
    c->text = data_of(r, tag, pair ? "dataRefStart" : "dataRef");
    if (!pair)
        return (struct open_element){.where = IN_CODE};
    return (struct open_element){
        .where = IN_CONTENT, .pair = c->id, .pair_text = data_of(r, tag, "dataRefEnd")};
}

void tear_target(struct xliff_reading *r, const struct xml_tag *tag, const char *why)
{
    if (r->text != &r->target || r->unit->torn != NULL)
        return;
    r->unit->torn = why;
    r->unit->torn_at = tag->pos;
}

/* <mrk> and <sub> are what is in them. */
static struct open_element open_mark(struct xliff_reading *r, const struct xml_tag *tag)
{
    const char *type = xml_attribute(tag, "mtype");
    struct open_element inside = {.where = IN_CONTENT};
    if (type != NULL && strcmp(type, "seg") == 0) {
        const char *mid = xml_attribute(tag, "mid");
        end_words(r);
        begin_segment(r, mid != NULL ? mid : "", tag->pos);
        inside.segment = true;
    } else if (type != NULL &&
               (strcmp(type, "x-sdl-added") == 0 || strcmp(type, "x-sdl-deleted") == 0)) {
        /* what one reader has taken out and the next may put back */
        tear_target(r, tag,
                    "it holds changes that were recorded; accept or reject them in the "
                    "translator's tool, and save it again");
    }
    return inside;
}

struct open_element open_inline(struct xliff_reading *r, const struct xml_tag *tag)
{
    static const char *const codes[] = {"ph", "bpt", "ept", "it", "x", "bx",
                                        "ex", "g",   "pc",  "sc", "ec"};
    struct open_element inside = {.where = r->open[r->depth].where};
    if (inside.where == IN_CODE)
        return inside;
    if (xml_is(tag, "mrk"))
        return open_mark(r, tag);
    if (is_one_of(tag, codes, LEN(codes)))
        return open_inline_code(r, tag);
    if (r->second && (xml_is(tag, "sm") || xml_is(tag, "em")))
        return (struct open_element){.where = IN_NOTHING};
    diag(r->d, DIAG_XLIFF_UNIT, tag->pos, "<%s> inside a text", tag->name);
    return inside;
}

/* The words of a code; a code inside a code has none of its own. */
static void close_code(struct xliff_reading *r)
{
    if (r->open[r->depth - 1].where == IN_CODE || r->text->codes.len == 0)
        return;
    if (r->words.len > 0)
        r->text->codes.at[r->text->codes.len - 1].text = r->words.at;
    r->words = buf_new(r->a);
}

void close_inline(struct xliff_reading *r, const struct open_element *element)
{
    if (element->pair != NULL) {
        end_words(r);
        add_code(r, CODE_CLOSE, element->pair, r->to)->text = element->pair_text;
    } else if (element->segment) {
        end_words(r);
        end_segment(r);
    } else if (element->where == IN_CODE) {
        close_code(r);
    }
}

/* ---- segments ---- */

void begin_segment(struct xliff_reading *r, const char *id, struct pos pos)
{
    *array_push(r->a, &r->text->segments.all) =
        (struct segment){id, "", true, pos, r->text->codes.len};
}

void end_segment(struct xliff_reading *r)
{
    const struct reading_text *t = r->text;
    if (t->segments.all.len == 0)
        return;
    struct segment *s = &t->segments.all.at[t->segments.all.len - 1];
    size_t from = s->from < t->codes.len ? s->from : t->codes.len;
    struct content held = {NULL, t->codes.len - from, s->pos};
    if (held.count > 0)
        held.at = t->codes.at + from;
    s->words = content_words(r->a, held);
    s->empty = true;
    for (size_t i = 0; i < held.count; i++)
        s->empty = s->empty && held.at[i].kind == CODE_TEXT &&
                   strspn(held.at[i].text, " ") == strlen(held.at[i].text);
}

static const struct segment *segment_of(const struct segments *all, const char *id)
{
    for (size_t i = 0; i < all->all.len; i++)
        if (strcmp(all->all.at[i].id, id) == 0)
            return &all->all.at[i];
    return NULL;
}

static void tear(struct xliff_reading *r, struct pos pos, const char *what,
                 const char *english)
{
    size_t cut = strlen(english) > 60 ? 60 : strlen(english);
    while (cut < strlen(english) && cut > 0 && english[cut] != ' ')
        cut--;
    r->unit->torn =
        arena_printf(r->a,
                     "%s%s%.*s%s; finish it in the translator's tool, and save it "
                     "again",
                     what, cut > 0 ? ", whose English is \"" : "", (int)cut, english,
                     cut == 0               ? ""
                     : english[cut] != '\0' ? " ...\""
                                            : "\"");
    r->unit->torn_at = pos;
}

/* A piece without words among others that have some. */
static void find_empty_segment(struct xliff_reading *r)
{
    const struct segments *cy = &r->target.segments, *en = &r->cut_source.segments;
    for (size_t i = 0; i < cy->all.len && r->unit->torn == NULL; i++) {
        const struct segment *s = &cy->all.at[i], *of = segment_of(en, s->id);
        const char *words = of != NULL ? of->words : "";
        bool lost = of != NULL ? has_letter(words) && !has_letter(s->words) : s->empty;
        if (lost || (of != NULL && s->empty && !of->empty))
            tear(r, s->pos,
                 arena_printf(r->a, "segment %zu of %zu %s", i + 1, cy->all.len,
                              s->empty ? "is empty" : "has no word"),
                 words);
    }
}

/* A tool may give its pieces new names; then there are as many. */
static void find_missing_segment(struct xliff_reading *r)
{
    const struct segments *cy = &r->target.segments, *en = &r->cut_source.segments;
    size_t known = 0;
    for (size_t i = 0; i < cy->all.len; i++)
        known += segment_of(en, cy->all.at[i].id) != NULL;
    if (known == 0 && cy->all.len >= en->all.len)
        return;
    for (size_t i = 0; i < en->all.len && r->unit->torn == NULL; i++)
        if (!en->all.at[i].empty && segment_of(cy, en->all.at[i].id) == NULL)
            tear(r, r->unit->target.pos,
                 arena_printf(r->a, "segment %zu of %zu is missing", i + 1, en->all.len),
                 en->all.at[i].words);
}

void check_segments(struct xliff_reading *r)
{
    const struct segments *cy = &r->target.segments;
    bool any = false;
    for (size_t i = 0; i < cy->all.len; i++)
        any = any || !cy->all.at[i].empty;
    if (!any)
        return; /* nothing was translated, or the tool knows no segments */
    find_empty_segment(r);
    find_missing_segment(r);
}
