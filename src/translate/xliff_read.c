/* xliff_read.c -- an XLIFF file to units.  In: what any translator's tool wrote; out: the
 * units with their words and codes, each with its place.  What it cannot take is said.
 * Does not know the report. */
#include "translate/xliff_reading.h"

#include "base/bounds.h"
#include "base/gate.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define UNITS 50000 /* more than 500 pages hold */

static void on_text(const char *text, size_t len, struct pos pos, void *data)
{
    struct xliff_reading *r = data;
    enum xliff_where where = r->open[r->depth].where;
    if (where == IN_CONTENT || where == IN_CODE || where == IN_NOTE || where == IN_DATA)
        inline_words(r, text, len, pos);
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
    const char *path = xml_attribute(tag, r->second ? "name" : "resname");
    *r->unit = (struct xliff_unit){
        .id = xml_attribute(tag, "id"),
        .path = path,
        .max_width = width != NULL ? strtol(width, NULL, 10) : 0,
        .approved = approved != NULL && strcmp(approved, "yes") == 0,
        .shut = shut != NULL && strcmp(shut, "no") == 0,
        .pos = tag->pos,
    };
    if (r->unit->id == NULL)
        diag(r->d, DIAG_XLIFF_UNIT, tag->pos, "<%s> without id", tag->name);
    r->notes.len = r->alts.len = 0;
    r->notes.at = NULL, r->notes.cap = 0;
    r->alts.at = NULL, r->alts.cap = 0;
    r->source = r->cut_source = r->target = (struct reading_text){0};
    r->data = map_new(r->a);
    r->segment = 0;
    return (struct open_element){.where = IN_UNIT};
}

static struct open_element open_running(struct xliff_reading *r,
                                        const struct xml_tag *tag,
                                        struct reading_text *text)
{
    if (!r->second)
        *text = (struct reading_text){0};
    if (text->pos.file == NULL)
        text->pos = tag->pos;
    r->text = text;
    r->words = buf_new(r->a);
    return (struct open_element){.where = IN_CONTENT, .content = true};
}

static struct open_element open_target(struct xliff_reading *r, const struct xml_tag *tag)
{
    bool twice = !r->second && r->unit->has_target;
    r->unit->has_target = true;
    if (!r->second) {
        r->unit->state = xliff_state_of(xml_attribute(tag, "state"));
        r->unit->qualifier = xml_attribute(tag, "state-qualifier");
    }
    struct open_element text = open_running(r, tag, &r->target);
    if (twice)
        tear_target(r, tag, "it has two targets; leave the one that is meant");
    if (r->second && xml_attribute(tag, "order") != NULL)
        tear_target(r, tag,
                    "its segments are to stand in another order; join them in the "
                    "translator's tool, and save it again");
    return text;
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
        return open_running(r, tag, &r->source);
    if (xml_is(tag, "seg-source"))
        return open_running(r, tag, &r->cut_source);
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
    r->other = (struct reading_text){0};
    if (!xml_is(tag, "source") && !xml_is(tag, "target"))
        return (struct open_element){.where = IN_NOTHING};
    if (xml_is(tag, "target"))
        r->alt->state = xliff_state_of(xml_attribute(tag, "state"));
    r->in_alt = xml_is(tag, "source") ? &r->alt->source : &r->alt->target;
    return open_running(r, tag, &r->other);
}

/* ---- units of 2.x ---- */

/* A unit is as far as the last of its segments; one that says nothing has begun. */
static struct open_element open_segment(struct xliff_reading *r,
                                        const struct xml_tag *tag)
{
    enum xliff_state state = xliff_state_of_2(xml_attribute(tag, "state"));
    const char *id = xml_attribute(tag, "id");
    if (r->segment++ == 0 || state < r->unit->state)
        r->unit->state = state;
    r->segment_id = id != NULL ? id : arena_printf(r->a, "segment %zu", r->segment);
    return (struct open_element){.where = IN_UNIT};
}

static struct open_element open_in_unit_2(struct xliff_reading *r,
                                          const struct xml_tag *tag)
{
    bool source = xml_is(tag, "source");
    if (xml_is(tag, "segment"))
        return open_segment(r, tag);
    if (xml_is(tag, "ignorable")) {
        r->segment_id = NULL;
        r->ignored = r->source.codes.len;
        r->ignored_welsh = r->target.codes.len;
        return (struct open_element){.where = IN_UNIT, .ignorable = true};
    }
    if (xml_is(tag, "notes") || xml_is(tag, "originalData"))
        return (struct open_element){.where = IN_UNIT};
    if (xml_is(tag, "note"))
        return open_note(r, tag);
    if (xml_is(tag, "data")) {
        r->data_id = xml_attribute(tag, "id");
        r->words = buf_new(r->a);
        return (struct open_element){.where = IN_DATA};
    }
    if (!source && !xml_is(tag, "target"))
        return (struct open_element){.where = IN_NOTHING};
    struct open_element text =
        source ? open_running(r, tag, &r->source) : open_target(r, tag);
    if (r->segment_id != NULL)
        begin_segment(r, r->segment_id, tag->pos);
    return text;
}

/* ---- the file ---- */

static struct open_element open_file(struct xliff_reading *r, const struct xml_tag *tag)
{
    if (r->x.pos.file != NULL)
        return (struct open_element){.where = IN_FILE};
    r->x.original = xml_attribute(tag, "original");
    r->x.pos = tag->pos;
    if (r->second)
        return (struct open_element){.where = IN_FILE};
    r->x.source_lang = xml_attribute(tag, "source-language");
    r->x.target_lang = xml_attribute(tag, "target-language");
    return (struct open_element){.where = IN_FILE};
}

static struct open_element open_in_file(struct xliff_reading *r,
                                        const struct xml_tag *tag)
{
    if (xml_is(tag, "file"))
        return open_file(r, tag);
    if (xml_is(tag, "body") || xml_is(tag, "group"))
        return (struct open_element){.where = IN_FILE};
    if (xml_is(tag, r->second ? "unit" : "trans-unit"))
        return open_unit(r, tag);
    return (struct open_element){.where = IN_NOTHING};
}

static struct open_element open_root(struct xliff_reading *r, const struct xml_tag *tag)
{
    const char *version = xml_attribute(tag, "version");
    bool xliff = xml_is(tag, "xliff");
    r->second = xliff && version != NULL && strncmp(version, "2.", 2) == 0;
    r->root = r->second || (xliff && version != NULL && strncmp(version, "1.", 2) == 0);
    if (r->second) {
        r->x.source_lang = xml_attribute(tag, "srcLang");
        r->x.target_lang = xml_attribute(tag, "trgLang");
    } else if (!r->root && xliff) {
        diag(r->d, DIAG_XLIFF_KIND, tag->pos,
             "XLIFF version %s; save it as XLIFF 1.2, as it was sent out",
             version != NULL ? version : "unknown");
    } else if (!r->root) {
        diag(r->d, DIAG_XLIFF_KIND, tag->pos,
             "the file begins with <%s>; a translation is an XLIFF 1.2 file and begins "
             "with <xliff>",
             tag->name);
    }
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
    if (is_foreign(tag)) {
        if (r->open[r->depth].where == IN_CONTENT)
            tear_target(r, tag,
                        arena_printf(r->a,
                                     "<%s>, which is no element of XLIFF, is among "
                                     "its words; take it out in the translator's "
                                     "tool, and save it again",
                                     tag->name));
        return (struct open_element){.where = IN_NOTHING};
    }
    switch (r->open[r->depth].where) {
    case IN_FILE: return open_in_file(r, tag);
    case IN_UNIT: return r->second ? open_in_unit_2(r, tag) : open_in_unit(r, tag);
    case IN_ALT: return open_in_alt(r, tag);
    case IN_CONTENT:
    case IN_CODE: return open_inline(r, tag);
    case IN_NOTE:
    case IN_DATA:
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

/* Blanks on both sides of what is no code are one. */
static void join_blanks(struct reading_text *t)
{
    bool blank = false;
    for (size_t i = 0; i < t->codes.len; i++) {
        struct code *c = &t->codes.at[i];
        if (c->kind == CODE_TEXT && blank && c->text[0] == ' ')
            c->text++;
        size_t len = strlen(c->text);
        if (c->kind != CODE_TEXT || len > 0)
            blank = c->kind == CODE_TEXT && c->text[len - 1] == ' ';
    }
}

static bool is_no_text(const struct code *c)
{
    return c->kind == CODE_TEXT && c->text[0] == '\0';
}

/* Line ends and indents of a tool that lays out its file are no words. */
static void trim_ends(struct arena *a, struct reading_text *t)
{
    join_blanks(t);
    while (t->codes.len > 0 && is_no_text(&t->codes.at[t->codes.len - 1]))
        t->codes.len--;
    if (t->codes.len == 0)
        return;
    struct code *first = t->codes.at, *last = first + t->codes.len - 1;
    if (first->kind == CODE_TEXT && first->text[0] == ' ')
        first->text++;
    size_t len = strlen(last->text);
    if (len > 0 && last->kind == CODE_TEXT && last->text[len - 1] == ' ')
        last->text = arena_strndup(a, last->text, len - 1);
}

/* No text of a report is longer. */
static void check_length(struct xliff_reading *r, struct reading_text *t)
{
    size_t len = 0;
    for (size_t i = 0; i < t->codes.len; i++)
        len += strlen(t->codes.at[i].text);
    if (len <= PROSE_BYTES && t->codes.len / 3 <= PROSE_MARKS)
        return;
    diag(r->d, DIAG_XLIFF_UNIT, t->pos,
         "a text of %zu bytes and %zu pieces, more than a paragraph can have", len,
         t->codes.len);
    t->codes.len = 0;
}

static struct content finished(struct xliff_reading *r, struct reading_text *t)
{
    check_length(r, t);
    trim_ends(r->a, t);
    bool blank = true;
    for (size_t i = 0; i < t->codes.len; i++)
        blank = blank && t->codes.at[i].kind == CODE_TEXT &&
                strspn(t->codes.at[i].text, " ") == strlen(t->codes.at[i].text);
    return (struct content){t->codes.at, blank ? 0 : t->codes.len, t->pos};
}

static void close_text(struct xliff_reading *r)
{
    end_words(r);
    if (r->second && r->segment_id != NULL)
        end_segment(r);
    if (r->text == &r->other)
        *r->in_alt = finished(r, &r->other);
}

/* What stands between two segments is the same in the target, where it is not there. */
static void close_ignorable(struct xliff_reading *r)
{
    if (r->target.codes.len > r->ignored_welsh)
        return;
    r->text = &r->target;
    for (size_t i = r->ignored; i < r->source.codes.len; i++)
        *array_push(r->a, &r->target.codes) = r->source.codes.at[i];
}

static void close_unit(struct xliff_reading *r)
{
    if (r->second)
        r->cut_source = r->source;
    r->unit->source = finished(r, &r->source);
    r->unit->target = finished(r, &r->target);
    check_segments(r);
    r->unit->notes = r->notes.at;
    r->unit->note_count = r->notes.len;
    r->unit->alts = r->alts.at;
    r->unit->alt_count = r->alts.len;
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
    if (element.content)
        close_text(r);
    else if (element.where == IN_CONTENT || element.where == IN_CODE)
        close_inline(r, &element);
    else if (element.where == IN_NOTE)
        close_note(r);
    else if (element.where == IN_DATA && r->data_id != NULL)
        map_put(r->data, r->data_id, (void *)(uintptr_t)r->words.at);
    else if (element.ignorable)
        close_ignorable(r);
    else if (element.where == IN_UNIT && outer == IN_FILE)
        close_unit(r);
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
