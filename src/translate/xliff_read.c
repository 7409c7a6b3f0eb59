/* xliff_read.c -- an XLIFF file to units.  In: what any translator's tool wrote; out: the
 * units with their words and codes, each with its place.  What it cannot take is said.
 * Does not know the report. */
#include "translate/xliff.h"

#include "base/array.h"
#include "base/character.h"
#include "base/gate.h"
#include "translate/xml.h"

#include <stdlib.h>
#include <string.h>

/* More than 500 pages hold. */
#define UNITS 50000
#define CODES 500000

enum xliff_where {
    IN_FILE,    /* xliff, file, body, group */
    IN_UNIT,    /* trans-unit */
    IN_ALT,     /* alt-trans */
    IN_CONTENT, /* source, target, mrk, g */
    IN_CODE,    /* ph, bpt, ept, it, x */
    IN_NOTE,
    IN_NOTHING /* passed over with all that is in it */
};

/* An open element. */
struct open_element {
    enum xliff_where where;
    const char *pair; /* id of a <g> that has to be closed */
    bool content;     /* is the <source> or <target> itself */
};

struct xliff_reading {
    struct arena *a;
    struct diags *d;
    struct open_element open[XML_DEPTH + 1];
    int depth;
    bool root, full;
    size_t codes_read;
    struct xliff x;
    ARRAY(struct xliff_unit) units;
    struct xliff_unit *unit;
    ARRAY(struct xliff_note) notes;
    ARRAY(struct xliff_alt) alts;
    struct xliff_alt *alt;
    ARRAY(struct code) codes; /* of the content that is being read */
    struct content *content;
    struct buf words; /* of a text, a code or a note */
    struct pos from, to;
    struct pos note; /* where one is opened */
};

/* ---- words and codes ---- */

static struct code *add_code(struct xliff_reading *r, enum code_kind kind, const char *id,
                             struct pos pos)
{
    if (++r->codes_read > CODES && !r->full) {
        r->full = true;
        diag(r->d, DIAG_XLIFF_KIND, pos, "more than %d codes, which no report has",
             CODES);
    }
    if (r->full)
        r->codes.len = 0;
    struct code *c = array_push(r->a, &r->codes);
    *c = (struct code){.kind = kind, .id = id, .text = "", .pos = pos};
    return c;
}

/* What stood between two tags is a code of its own, in the one normal form. */
static void end_words(struct xliff_reading *r)
{
    if (r->words.len == 0)
        return;
    size_t len = 0;
    const char *text = character_nfc(r->a, r->words.at, r->words.len, &len);
    struct pos pos = {r->from.file, r->from.at, r->to.at + r->to.len - r->from.at};
    add_code(r, CODE_TEXT, NULL, pos)->text = text_folded(r->a, text);
    r->words = buf_new(r->a);
}

static void on_text(const char *text, size_t len, struct pos pos, void *data)
{
    struct xliff_reading *r = data;
    enum xliff_where where = r->open[r->depth].where;
    if (where != IN_CONTENT && where != IN_CODE && where != IN_NOTE)
        return;
    if (r->words.len == 0)
        r->from = pos;
    r->to = pos;
    buf_add(&r->words, text, len);
}

static const char *id_of(struct xliff_reading *r, const struct xml_tag *tag)
{
    const char *rid = xml_attribute(tag, "rid"), *id = xml_attribute(tag, "id");
    if (rid != NULL)
        return rid;
    if (id == NULL)
        diag(r->d, DIAG_XLIFF_UNIT, tag->pos, "<%s> without id", tag->name);
    return id != NULL ? id : "";
}

static enum code_kind kind_of(const struct xml_tag *tag)
{
    const char *half = xml_attribute(tag, "pos"); /* of <it> */
    if (xml_is(tag, "bpt") || xml_is(tag, "bx") || xml_is(tag, "g") ||
        (half != NULL && strcmp(half, "open") == 0))
        return CODE_OPEN;
    if (xml_is(tag, "ept") || xml_is(tag, "ex") ||
        (half != NULL && strcmp(half, "close") == 0))
        return CODE_CLOSE;
    return CODE_MARK;
}

/* <mrk> and <sub> are what is in them. */
static struct open_element open_inline(struct xliff_reading *r, const struct xml_tag *tag)
{
    static const char *const codes[] = {"ph", "bpt", "ept", "it", "x", "bx", "ex", "g"};
    struct open_element inside = {.where = r->open[r->depth].where};
    if (inside.where == IN_CODE || xml_is(tag, "mrk"))
        return inside;
    for (size_t i = 0; i < LEN(codes); i++) {
        if (!xml_is(tag, codes[i]))
            continue;
        end_words(r);
        struct code *c = add_code(r, kind_of(tag), id_of(r, tag), tag->pos);
        c->ctype = xml_attribute(tag, "ctype");
        c->prints = xml_attribute(tag, "equiv-text");
        if (xml_is(tag, "g"))
            return (struct open_element){.where = IN_CONTENT, .pair = c->id};
        return (struct open_element){.where = IN_CODE};
    }
    diag(r->d, DIAG_XLIFF_UNIT, tag->pos, "<%s> inside a text", tag->name);
    return inside;
}

/* ---- units ---- */

static struct open_element open_unit(struct xliff_reading *r, const struct xml_tag *tag)
{
    if (r->units.len >= UNITS) {
        if (!r->full)
            diag(r->d, DIAG_XLIFF_KIND, tag->pos, "more than %d units", UNITS);
        r->full = true;
        return (struct open_element){.where = IN_NOTHING};
    }
    r->unit = array_push(r->a, &r->units);
    const char *width = xml_attribute(tag, "maxwidth");
    const char *approved = xml_attribute(tag, "approved");
    const char *shut = xml_attribute(tag, "translate");
    *r->unit = (struct xliff_unit){
        .id = xml_attribute(tag, "id"),
        .path = xml_attribute(tag, "resname"),
        .max_width = width != NULL ? strtol(width, NULL, 10) : 0,
        .approved = approved != NULL && strcmp(approved, "yes") == 0,
        .shut = shut != NULL && strcmp(shut, "no") == 0,
        .pos = tag->pos,
    };
    if (r->unit->id == NULL)
        diag(r->d, DIAG_XLIFF_UNIT, tag->pos, "<trans-unit> without id");
    r->notes.len = r->alts.len = 0;
    r->notes.at = NULL, r->notes.cap = 0;
    r->alts.at = NULL, r->alts.cap = 0;
    return (struct open_element){.where = IN_UNIT};
}

static struct open_element open_content(struct xliff_reading *r,
                                        const struct xml_tag *tag, struct content *into)
{
    r->content = into;
    into->pos = tag->pos;
    r->codes.at = NULL;
    r->codes.len = r->codes.cap = 0;
    r->words = buf_new(r->a);
    return (struct open_element){.where = IN_CONTENT, .content = true};
}

static struct open_element open_target(struct xliff_reading *r, const struct xml_tag *tag)
{
    r->unit->has_target = true;
    r->unit->state = xliff_state_of(xml_attribute(tag, "state"));
    r->unit->qualifier = xml_attribute(tag, "state-qualifier");
    return open_content(r, tag, &r->unit->target);
}

static struct open_element open_note(struct xliff_reading *r, const struct xml_tag *tag)
{
    r->words = buf_new(r->a);
    r->note = tag->pos;
    *array_push(r->a, &r->notes) = (struct xliff_note){xml_attribute(tag, "from"), ""};
    return (struct open_element){.where = IN_NOTE};
}

static struct open_element open_alt(struct xliff_reading *r, const struct xml_tag *tag)
{
    r->alt = array_push(r->a, &r->alts);
    r->alt->type = xml_attribute(tag, "alttranstype");
    return (struct open_element){.where = IN_ALT};
}

static struct open_element open_in_unit(struct xliff_reading *r,
                                        const struct xml_tag *tag)
{
    if (xml_is(tag, "source"))
        return open_content(r, tag, &r->unit->source);
    if (xml_is(tag, "target"))
        return open_target(r, tag);
    if (xml_is(tag, "note"))
        return open_note(r, tag);
    if (xml_is(tag, "alt-trans"))
        return open_alt(r, tag);
    return (struct open_element){.where = IN_NOTHING};
}

static struct open_element open_in_alt(struct xliff_reading *r, const struct xml_tag *tag)
{
    if (xml_is(tag, "source"))
        return open_content(r, tag, &r->alt->source);
    if (!xml_is(tag, "target"))
        return (struct open_element){.where = IN_NOTHING};
    r->alt->state = xliff_state_of(xml_attribute(tag, "state"));
    return open_content(r, tag, &r->alt->target);
}

/* ---- the file ---- */

static struct open_element open_file(struct xliff_reading *r, const struct xml_tag *tag)
{
    if (r->x.original == NULL) {
        r->x.original = xml_attribute(tag, "original");
        r->x.source_lang = xml_attribute(tag, "source-language");
        r->x.target_lang = xml_attribute(tag, "target-language");
        r->x.pos = tag->pos;
    }
    return (struct open_element){.where = IN_FILE};
}

static struct open_element open_in_file(struct xliff_reading *r,
                                        const struct xml_tag *tag)
{
    if (xml_is(tag, "file"))
        return open_file(r, tag);
    if (xml_is(tag, "body") || xml_is(tag, "group"))
        return (struct open_element){.where = IN_FILE};
    if (xml_is(tag, "trans-unit"))
        return open_unit(r, tag);
    return (struct open_element){.where = IN_NOTHING};
}

static struct open_element open_root(struct xliff_reading *r, const struct xml_tag *tag)
{
    const char *version = xml_attribute(tag, "version");
    r->root = xml_is(tag, "xliff") && version != NULL && strncmp(version, "1.", 2) == 0;
    if (!r->root && xml_is(tag, "xliff"))
        diag(r->d, DIAG_XLIFF_KIND, tag->pos,
             "XLIFF version %s; save it as XLIFF 1.2, as it was sent out",
             version != NULL ? version : "unknown");
    else if (!r->root)
        diag(r->d, DIAG_XLIFF_KIND, tag->pos,
             "the file begins with <%s>; a translation is an XLIFF 1.2 file and begins "
             "with <xliff>",
             tag->name);
    return (struct open_element){.where = r->root ? IN_FILE : IN_NOTHING};
}

static bool is_foreign(const struct xml_tag *tag)
{
    return tag->namespace[0] != '\0' &&
           strncmp(tag->namespace, "urn:oasis:names:tc:xliff:document:", 34) != 0;
}

static struct open_element open_any(struct xliff_reading *r, const struct xml_tag *tag)
{
    if (r->depth == 0)
        return open_root(r, tag);
    if (is_foreign(tag))
        return (struct open_element){.where = IN_NOTHING};
    switch (r->open[r->depth].where) {
    case IN_FILE: return open_in_file(r, tag);
    case IN_UNIT: return open_in_unit(r, tag);
    case IN_ALT: return open_in_alt(r, tag);
    case IN_CONTENT:
    case IN_CODE: return open_inline(r, tag);
    case IN_NOTE:
    case IN_NOTHING: break;
    }
    return (struct open_element){.where = IN_NOTHING};
}

static void on_open(const struct xml_tag *tag, void *data)
{
    struct xliff_reading *r = data;
    struct open_element element = open_any(r, tag);
    r->open[++r->depth] = element;
}

/* ---- what ends ---- */

/* Line ends and indents of a tool that lays out its file are no words. */
static void trim_ends(struct xliff_reading *r)
{
    if (r->codes.len == 0)
        return;
    struct code *first = r->codes.at, *last = first + r->codes.len - 1;
    if (first->kind == CODE_TEXT && first->text[0] == ' ')
        first->text++;
    size_t len = strlen(last->text);
    if (len > 0 && last->kind == CODE_TEXT && last->text[len - 1] == ' ')
        last->text = arena_strndup(r->a, last->text, len - 1);
}

/* No text of a report is longer. */
static void check_length(struct xliff_reading *r)
{
    size_t len = 0;
    for (size_t i = 0; i < r->codes.len; i++)
        len += strlen(r->codes.at[i].text);
    if (len <= PROSE_BYTES && r->codes.len / 3 <= PROSE_MARKS)
        return;
    diag(r->d, DIAG_XLIFF_UNIT, r->content->pos,
         "a text of %zu bytes and %zu pieces, more than a paragraph can have", len,
         r->codes.len);
    r->codes.len = 0;
}

static void close_content(struct xliff_reading *r)
{
    end_words(r);
    check_length(r);
    trim_ends(r);
    bool blank = r->codes.len == 1 && r->codes.at[0].kind == CODE_TEXT &&
                 r->codes.at[0].text[0] == '\0';
    r->content->at = r->codes.at;
    r->content->count = blank ? 0 : r->codes.len;
}

static void close_unit(struct xliff_reading *r)
{
    r->unit->notes = r->notes.at;
    r->unit->note_count = r->notes.len;
    r->unit->alts = r->alts.at;
    r->unit->alt_count = r->alts.len;
}

/* The words of a code; a code inside a code has none of its own. */
static void close_code(struct xliff_reading *r)
{
    if (r->open[r->depth - 1].where == IN_CODE || r->codes.len == 0)
        return;
    r->codes.at[r->codes.len - 1].text = r->words.at;
    r->words = buf_new(r->a);
}

/* It would be kept in cy.xlf. */
static void close_note(struct xliff_reading *r)
{
    struct xliff_note *note = &r->notes.at[r->notes.len - 1];
    const char *wrong = NULL;
    if (note->from != NULL)
        note->from = gate_pass(r->a, note->from, GATE_LINE, &wrong);
    if (wrong == NULL)
        note->text = gate_pass(r->a, r->words.at, GATE_TEXT, &wrong);
    if (wrong == NULL)
        return;
    diag(r->d, DIAG_FILE_CONTROL, r->note, "a note has %s", wrong);
    r->notes.len--;
}

static void on_close(void *data)
{
    struct xliff_reading *r = data;
    struct open_element element = r->open[r->depth];
    enum xliff_where outer = r->open[r->depth - 1].where;
    if (element.content) {
        close_content(r);
    } else if (element.pair != NULL) {
        end_words(r);
        add_code(r, CODE_CLOSE, element.pair, r->to);
    } else if (element.where == IN_CODE) {
        close_code(r);
    } else if (element.where == IN_NOTE) {
        close_note(r);
    } else if (element.where == IN_UNIT && outer == IN_FILE) {
        close_unit(r);
    }
    r->depth--;
}

const struct xliff *xliff_read(struct arena *a, struct diags *d, const struct file *f)
{
    struct xliff_reading *r = NEW(a, struct xliff_reading);
    *r = (struct xliff_reading){.a = a, .d = d};
    r->words = buf_new(a);
    struct xml_events events = {on_open, on_close, on_text, r};
    if (!xml_read(a, d, f, &events) || !r->root || r->full)
        return NULL;
    r->x.units = r->units.at;
    r->x.count = r->units.len;
    if (r->x.pos.file == NULL)
        r->x.pos.file = f;
    return &r->x;
}
