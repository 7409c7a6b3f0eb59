/* tmx_read.c -- a TMX file of any tool to the pairs of a memory: those units that have a
 * text in English and one in Welsh.  Does not know the report that will ask. */
#include "translate/pairs.h"

#include "base/character.h"
#include "translate/xml.h"

#include <string.h>

/* More than a translator writes in a lifetime. */
#define PAIRS 500000

enum tmx_where {
    IN_FILE, /* tmx, body */
    IN_UNIT, /* tu */
    IN_SIDE, /* tuv */
    IN_TEXT, /* seg, hi */
    IN_CODE, /* ph, bpt, ept, it, ut */
    IN_NOTHING
};

struct tmx_reading {
    struct memory *m;
    struct diags *d;
    enum tmx_where levels[XML_DEPTH + 1];
    int depth;
    bool root, full;
    struct content sides[LANG_COUNT];
    enum lang side;
    bool known;               /* the text being read is in a language of ours */
    ARRAY(struct code) codes; /* of the text being read */
    struct buf words;
    struct pos pos;
};

/* ---- words and codes ---- */

static void put_code(struct tmx_reading *r, struct code c)
{
    c.pos = r->pos;
    *array_push(r->m->a, &r->codes) = c;
}

static void flush_words(struct tmx_reading *r)
{
    if (r->words.len == 0)
        return;
    size_t len = 0;
    const char *text = character_nfc(r->m->a, r->words.at, r->words.len, &len);
    put_code(r, (struct code){.kind = CODE_TEXT, .text = text_folded(r->m->a, text)});
    r->words = buf_new(r->m->a);
}

static enum code_kind tmx_kind(const struct xml_tag *tag)
{
    const char *half = xml_attribute(tag, "pos"); /* of <it> */
    if (xml_is(tag, "bpt") || (half != NULL && strcmp(half, "begin") == 0))
        return CODE_OPEN;
    if (xml_is(tag, "ept") || (half != NULL && strcmp(half, "end") == 0))
        return CODE_CLOSE;
    return CODE_MARK;
}

/* TMX pairs codes by `i` and matches those of two languages by `x`; in our own files both
 * are the number of the code. */
static void open_code(struct tmx_reading *r, const struct xml_tag *tag)
{
    flush_words(r);
    const char *i = xml_attribute(tag, "i"), *x = xml_attribute(tag, "x");
    const char *id = i != NULL ? i : x;
    put_code(r, (struct code){.kind = tmx_kind(tag),
                              .text = "",
                              .id = id != NULL ? id : "",
                              .ctype = xml_attribute(tag, "type")});
}

static enum tmx_where open_in_text(struct tmx_reading *r, const struct xml_tag *tag)
{
    if (xml_is(tag, "hi") || xml_is(tag, "sub"))
        return r->levels[r->depth];
    if (r->levels[r->depth] == IN_TEXT)
        open_code(r, tag);
    return IN_CODE;
}

/* ---- units ---- */

static bool lang_of(const char *code, enum lang *l)
{
    for (int i = 0; code != NULL && i < LANG_COUNT; i++) {
        const char *ours = lang_code((enum lang)i);
        if ((code[0] | 32) != ours[0] || (code[1] | 32) != ours[1] ||
            (code[2] != '\0' && code[2] != '-' && code[2] != '_'))
            continue;
        *l = (enum lang)i;
        return true;
    }
    return false;
}

static enum tmx_where open_side(struct tmx_reading *r, const struct xml_tag *tag)
{
    r->known = lang_of(xml_attribute(tag, "lang"), &r->side);
    return r->known ? IN_SIDE : IN_NOTHING;
}

static enum tmx_where open_text(struct tmx_reading *r, const struct xml_tag *tag)
{
    r->codes.at = NULL;
    r->codes.len = r->codes.cap = 0;
    r->words = buf_new(r->m->a);
    r->pos = tag->pos;
    return IN_TEXT;
}

static enum tmx_where open_tmx(struct tmx_reading *r, const struct xml_tag *tag)
{
    r->root = xml_is(tag, "tmx");
    if (!r->root)
        diag(r->d, DIAG_TMX_KIND, tag->pos,
             "the file begins with <%s>; a memory is a TMX file and begins with <tmx>",
             tag->name);
    return r->root ? IN_FILE : IN_NOTHING;
}

static enum tmx_where open_body(struct tmx_reading *r, const struct xml_tag *tag)
{
    if (!xml_is(tag, "tu"))
        return xml_is(tag, "body") ? IN_FILE : IN_NOTHING;
    memset(r->sides, 0, sizeof r->sides);
    return IN_UNIT;
}

static enum tmx_where open_tag(struct tmx_reading *r, const struct xml_tag *tag)
{
    if (r->depth == 0)
        return open_tmx(r, tag);
    switch (r->levels[r->depth]) {
    case IN_FILE: return open_body(r, tag);
    case IN_UNIT: return xml_is(tag, "tuv") ? open_side(r, tag) : IN_NOTHING;
    case IN_SIDE: return xml_is(tag, "seg") ? open_text(r, tag) : IN_NOTHING;
    case IN_TEXT:
    case IN_CODE: return open_in_text(r, tag);
    case IN_NOTHING: break;
    }
    return IN_NOTHING;
}

static void tmx_open(const struct xml_tag *tag, void *data)
{
    struct tmx_reading *r = data;
    enum tmx_where inside = open_tag(r, tag);
    r->levels[++r->depth] = inside;
}

static void tmx_text(const char *text, size_t len, struct pos pos, void *data)
{
    struct tmx_reading *r = data;
    (void)pos;
    if (r->levels[r->depth] == IN_TEXT || r->levels[r->depth] == IN_CODE)
        buf_add(&r->words, text, len);
}

/* ---- what ends ---- */

static void end_code(struct tmx_reading *r)
{
    r->codes.at[r->codes.len - 1].text = r->words.at;
    r->words = buf_new(r->m->a);
}

static void end_text(struct tmx_reading *r)
{
    flush_words(r);
    r->sides[r->side] = (struct content){r->codes.at, r->codes.len, r->pos};
}

static void end_pair(struct tmx_reading *r)
{
    struct content english = r->sides[LANG_EN], welsh = r->sides[LANG_CY];
    if (content_empty(english) || content_empty(welsh) || r->full)
        return;
    if (r->m->pairs.len >= PAIRS) {
        r->full = true;
        diag(r->d, DIAG_TMX_KIND, welsh.pos, "more than %d pairs; use a smaller memory",
             PAIRS);
        return;
    }
    memory_put(r->m, (struct memory_pair){english, welsh, NULL});
}

static void tmx_close(void *data)
{
    struct tmx_reading *r = data;
    enum tmx_where where = r->levels[r->depth], outer = r->levels[r->depth - 1];
    if (where == IN_CODE && outer == IN_TEXT)
        end_code(r);
    else if (where == IN_TEXT && outer == IN_SIDE)
        end_text(r);
    else if (where == IN_UNIT)
        end_pair(r);
    r->depth--;
}

/* ---- the file ---- */

/* Many tools name the DTD of TMX, which is never read; the line alone is blanked, one
 * with declarations of its own stays, and is refused.  Places do not move. */
static const struct file *without_doctype(struct arena *a, const struct file *f)
{
    const char *from = strstr(f->text, "<!DOCTYPE");
    size_t len = from != NULL ? strcspn(from, "[>") : 0;
    const char *root = strstr(f->text, "<tmx");
    if (from == NULL || from[len] != '>' || root == NULL || root < from)
        return f;
    struct file *plain = NEW(a, struct file);
    char *text = arena_strndup(a, f->text, f->len);
    memset(text + (from - f->text), ' ', len + 1);
    *plain = (struct file){.path = f->path, .text = text, .len = f->len};
    return plain;
}

bool memory_read(struct memory *m, struct diags *d, const struct file *f)
{
    struct tmx_reading *r = NEW(m->a, struct tmx_reading);
    *r = (struct tmx_reading){.m = m, .d = d, .words = buf_new(m->a)};
    struct xml_events events = {tmx_open, tmx_close, tmx_text, r};
    return xml_read(m->a, d, without_doctype(m->a, f), &events) && r->root && !r->full;
}
