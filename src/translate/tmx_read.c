/* tmx_read.c -- a TMX file of any tool to the pairs of a memory: those units that have a
 * text in English and one in Welsh.  Does not know the report that will ask. */
#include "translate/pairs.h"

#include "base/character.h"
#include "translate/xml.h"

#include <string.h>

/* More than a translator writes in a lifetime. */
#define PAIRS 500000

enum where {
    IN_FILE, /* tmx, body */
    IN_UNIT, /* tu */
    IN_SIDE, /* tuv */
    IN_TEXT, /* seg, hi */
    IN_CODE, /* ph, bpt, ept, it, ut */
    IN_NOTHING
};

struct reading {
    struct memory *m;
    struct diags *d;
    enum where levels[XML_DEPTH + 1];
    int depth;
    bool root, full;
    struct content sides[LANG_COUNT];
    enum lang side;
    bool known;               /* the text being read is in a language of ours */
    ARRAY(struct code) codes; /* of the text being read */
    struct buf words;
    struct pos pos;
};

static bool is(const struct xml_tag *tag, const char *name)
{
    return strcmp(tag->name, name) == 0;
}

/* ---- words and codes ---- */

static void add_code(struct reading *r, struct code c)
{
    c.pos = r->pos;
    *array_push(r->m->a, &r->codes) = c;
}

static void end_words(struct reading *r)
{
    if (r->words.len == 0)
        return;
    size_t len = 0;
    const char *text = character_nfc(r->m->a, r->words.at, r->words.len, &len);
    add_code(r, (struct code){.kind = CODE_TEXT, .text = text_folded(r->m->a, text)});
    r->words = buf_new(r->m->a);
}

static enum code_kind kind_of(const struct xml_tag *tag)
{
    const char *half = xml_attribute(tag, "pos"); /* of <it> */
    if (is(tag, "bpt") || (half != NULL && strcmp(half, "begin") == 0))
        return CODE_OPEN;
    if (is(tag, "ept") || (half != NULL && strcmp(half, "end") == 0))
        return CODE_CLOSE;
    return CODE_MARK;
}

/* TMX pairs codes by `i` and matches those of two languages by `x`; in our own files both
 * are the number of the code. */
static void open_code(struct reading *r, const struct xml_tag *tag)
{
    end_words(r);
    const char *i = xml_attribute(tag, "i"), *x = xml_attribute(tag, "x");
    const char *id = i != NULL ? i : x;
    add_code(r, (struct code){.kind = kind_of(tag),
                              .text = "",
                              .id = id != NULL ? id : "",
                              .ctype = xml_attribute(tag, "type")});
}

static enum where open_in_text(struct reading *r, const struct xml_tag *tag)
{
    if (is(tag, "hi") || is(tag, "sub"))
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

static enum where open_side(struct reading *r, const struct xml_tag *tag)
{
    r->known = lang_of(xml_attribute(tag, "lang"), &r->side);
    return r->known ? IN_SIDE : IN_NOTHING;
}

static enum where open_text(struct reading *r, const struct xml_tag *tag)
{
    r->codes.at = NULL;
    r->codes.len = r->codes.cap = 0;
    r->words = buf_new(r->m->a);
    r->pos = tag->pos;
    return IN_TEXT;
}

static enum where open_root(struct reading *r, const struct xml_tag *tag)
{
    r->root = is(tag, "tmx");
    if (!r->root)
        diag(r->d, DIAG_TMX_KIND, tag->pos,
             "the file begins with <%s>; a memory is a TMX file and begins with <tmx>",
             tag->name);
    return r->root ? IN_FILE : IN_NOTHING;
}

static enum where open_in_file(struct reading *r, const struct xml_tag *tag)
{
    if (!is(tag, "tu"))
        return is(tag, "body") ? IN_FILE : IN_NOTHING;
    memset(r->sides, 0, sizeof r->sides);
    return IN_UNIT;
}

static enum where open_any(struct reading *r, const struct xml_tag *tag)
{
    if (r->depth == 0)
        return open_root(r, tag);
    switch (r->levels[r->depth]) {
    case IN_FILE: return open_in_file(r, tag);
    case IN_UNIT: return is(tag, "tuv") ? open_side(r, tag) : IN_NOTHING;
    case IN_SIDE: return is(tag, "seg") ? open_text(r, tag) : IN_NOTHING;
    case IN_TEXT:
    case IN_CODE: return open_in_text(r, tag);
    case IN_NOTHING: break;
    }
    return IN_NOTHING;
}

static void on_open(const struct xml_tag *tag, void *data)
{
    struct reading *r = data;
    enum where inside = open_any(r, tag);
    r->levels[++r->depth] = inside;
}

static void on_text(const char *text, size_t len, struct pos pos, void *data)
{
    struct reading *r = data;
    (void)pos;
    if (r->levels[r->depth] == IN_TEXT || r->levels[r->depth] == IN_CODE)
        buf_add(&r->words, text, len);
}

/* ---- what ends ---- */

static void close_code(struct reading *r)
{
    r->codes.at[r->codes.len - 1].text = r->words.at;
    r->words = buf_new(r->m->a);
}

static void close_text(struct reading *r)
{
    end_words(r);
    r->sides[r->side] = (struct content){r->codes.at, r->codes.len, r->pos};
}

static void close_unit(struct reading *r)
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

static void on_close(void *data)
{
    struct reading *r = data;
    enum where where = r->levels[r->depth], outer = r->levels[r->depth - 1];
    if (where == IN_CODE && outer == IN_TEXT)
        close_code(r);
    else if (where == IN_TEXT && outer == IN_SIDE)
        close_text(r);
    else if (where == IN_UNIT)
        close_unit(r);
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
    *plain = (struct file){f->path, text, f->len};
    return plain;
}

bool memory_read(struct memory *m, struct diags *d, const struct file *f)
{
    struct reading *r = NEW(m->a, struct reading);
    *r = (struct reading){.m = m, .d = d, .words = buf_new(m->a)};
    struct xml_events events = {on_open, on_close, on_text, r};
    return xml_read(m->a, d, without_doctype(m->a, f), &events) && r->root && !r->full;
}
