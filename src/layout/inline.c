/* inline.c -- in: the inline elements of a block; out: spans in its style of type, tags
 * that hang from the block's.  Knows no lines and no pages but their printed numbers. */
#include "layout/inline.h"

#include "layout/note.h"
#include "layout/spot.h"

#include <string.h>

/* How words look here, inside which link and query. */
struct look {
    struct span span; /* without text */
    const struct type_style *type;
    struct mark_of mark;
};

static void inline_add(struct state *s, struct spans *out, const struct element *e,
                       const struct look *look);

static void inlines_add(struct state *s, struct spans *out, const struct element *first,
                        const struct element *end, const struct look *look)
{
    for (const struct element *e = first; e != end && e != NULL; e = e->next)
        inline_add(s, out, e, look);
}

void spans_add(struct state *s, struct spans *to, struct span span)
{
    *array_push(s->a, &to->at) = span;
}

static const void *mark_data(struct state *s, const struct mark_of *m)
{
    if (m->link == NULL && m->note == NULL && !m->query && !m->untranslated &&
        !m->changed && !m->swatch && m->number == NULL)
        return NULL;
    struct mark_of *copy = NEW(s->a, struct mark_of);
    *copy = *m;
    return copy;
}

static void words_add(struct state *s, struct spans *out, const struct look *look,
                      const char *words, struct pos pos)
{
    if (*words == '\0')
        return;
    struct span span = look->span;
    span.text = words;
    span.len = strlen(words);
    span.data = mark_data(s, &look->mark);
    span.pos = pos;
    spans_add(s, out, span);
}

static void inset_add(struct state *s, struct spans *out, const struct look *look,
                      const struct mark_of *mark, length width)
{
    struct span span = look->span;
    span.tag = NULL;
    span.inset = width;
    span.data = mark_data(s, mark);
    spans_add(s, out, span);
}

/* A tag under the look's, unless all of it is an artifact. */
static struct tag *look_tag(struct state *s, const struct look *look, enum tag_type type)
{
    return look->span.tag == NULL ? NULL : tag_inline(s->a, look->span.tag, type);
}

static enum face face_italic(enum face f)
{
    return f == FACE_REGULAR ? FACE_ITALIC : f == FACE_BOLD ? FACE_BOLD_ITALIC : f;
}

static enum face face_bold(enum face f)
{
    return f == FACE_REGULAR ? FACE_BOLD : f == FACE_ITALIC ? FACE_BOLD_ITALIC : f;
}

static void strong_add(struct state *s, struct spans *out, const struct element *e,
                       const struct look *look)
{
    struct look in = *look;
    in.span.tag = look_tag(s, look, e->kind == EL_EM ? TAG_EM : TAG_STRONG);
    in.span.face = e->kind == EL_EM ? face_italic(in.span.face) : face_bold(in.span.face);
    inlines_add(s, out, e->first, NULL, &in);
}

static void foreign_add(struct state *s, struct spans *out, const struct element *e,
                        const struct look *look)
{
    struct look in = *look;
    in.span.lang = element_lang(e, look->span.lang);
    if (in.span.lang != look->span.lang) {
        in.span.tag = look_tag(s, look, TAG_SPAN);
        if (in.span.tag != NULL) {
            in.span.tag->has_lang = true;
            in.span.tag->lang = in.span.lang;
        }
    }
    inlines_add(s, out, e->first, NULL, &in);
}

/* Drawn in capitals, read as written. */
static void caps_add(struct state *s, struct spans *out, const struct element *e,
                     const struct look *look)
{
    struct look in = *look;
    const char *written = element_plain(s->a, e);
    in.span.tag = look_tag(s, look, TAG_SPAN);
    if (in.span.tag != NULL)
        in.span.tag->actual_text = written;
    in.span.no_break = strchr(written, ' ') == NULL;
    words_add(s, out, &in, lang_caps(s->a, look->span.lang, written), e->pos);
}

static struct look look_link(struct state *s, const struct look *look,
                             const struct linking *link, bool reference)
{
    struct look in = *look;
    struct linking *copy = NEW(s->a, struct linking);
    *copy = *link;
    if (look->span.tag != NULL) {
        reference = reference && s->style->pdf == PDF_UA1;
        struct tag *outer = reference ? look_tag(s, look, TAG_REFERENCE) : look->span.tag;
        copy->tag = tag_inline(s->a, outer, TAG_LINK);
        in.span.tag = copy->tag;
        in.mark.link = copy;
    }
    return in;
}

static void link_words_add(struct state *s, struct buf *out, const struct element *e)
{
    if (e->kind == EL_DELETED)
        return;
    if (e->kind == EL_TEXT)
        buf_str(out, e->text);
    if (e->kind == EL_PAGENUM && e->at[AT_TARGET] != NULL)
        buf_str(out, spot_page(s, e->at[AT_TARGET]));
    for (const struct element *c = e->first; c != NULL; c = c->next)
        link_words_add(s, out, c);
}

/* What is heard of a link: its words, page numbers included. */
static const char *link_words(struct state *s, const struct element *e)
{
    struct buf out = buf_new(s->a);
    link_words_add(s, &out, e);
    return out.at;
}

static void link_add(struct state *s, struct spans *out, const struct element *e,
                     const struct look *look)
{
    const char *href = e->at[AT_HREF], *target = e->at[AT_TARGET];
    if (target == NULL && href != NULL && *href == '#')
        target = href + 1;
    struct linking link = {.contents = link_words(s, e)};
    if (target != NULL)
        link.to = spot_of(s, target);
    else
        link.uri = href;
    if (look->mark.link != NULL || (link.to == NULL && link.uri == NULL)) {
        inlines_add(s, out, e->first, NULL, look);
        return;
    }
    struct look in = look_link(s, look, &link, target != NULL);
    inlines_add(s, out, e->first, NULL, &in);
}

/* The number of a page; where numbers may no longer move anything, in a fixed width. */
static void pagenum_add(struct state *s, struct spans *out, const struct element *e,
                        const struct look *look)
{
    const char *target = e->at[AT_TARGET];
    if (target == NULL)
        return;
    const char *number = spot_page(s, target);
    struct look in = *look;
    if (look->mark.link == NULL) {
        struct linking link = {.to = spot_of(s, target), .plain = true};
        link.contents =
            arena_printf(s->a, "%s %s", s->report->words[LAYOUT_PAGE_LINK], number);
        in = look_link(s, look, &link, true);
    }
    if (!s->reserve) {
        words_add(s, out, &in, number, e->pos);
        return;
    }
    struct span widest = in.span;
    widest.text = "888";
    widest.len = 3;
    in.mark.number = number;
    in.mark.type = look->type;
    in.mark.tag = in.span.tag;
    inset_add(s, out, &in, &in.mark, text_width(s->text, s->d, &widest, 1));
}

static void note_add(struct state *s, struct spans *out, const struct element *e,
                     const struct look *look)
{
    const struct type_style *type = type_of(s, TYPE_NOTE_MARK);
    struct note *note = note_new(s, e);
    struct look in = look_link(s, look, &note->to_text, true);
    note->to_text.tag = in.span.tag;
    in.mark.note = note;
    in.span.size = type->size;
    in.span.face = type->face;
    in.span.rise = s->style->note.rise;
    in.span.no_break = true;
    words_add(s, out, &in, note->label, e->pos);
    *array_push(s->a, &out->notes) = note;
}

/* A badge is as high as the line's words with what stands over and under them. */
struct drawing swatch_of(struct state *s, const struct mark_of *m, length size)
{
    return m->badge != NULL ? badge_draw(s->a, s->style, m->badge, size * 5 / 4)
           : m->sign        ? sign_draw(s->a, s->style, m->fill)
                            : swatch_draw(s->a, s->style, m->fill);
}

static void swatch_add(struct state *s, struct spans *out, const struct element *e,
                       const struct look *look)
{
    struct mark_of mark = look->mark;
    mark.fill = e->fill;
    if (e->fill == FILL_NONE)
        return;
    mark.swatch = true;
    mark.sign = e->kind == EL_SIGN;
    mark.badge = e->badge;
    bool key =
        mark.fill == FILL_RANGE || mark.fill == FILL_AVERAGE || mark.fill == FILL_OWN;
    const struct words_lengths *k = &s->style->words;
    length lead = key ? k->key_before : k->swatch_before;
    length behind = key ? 0 : k->swatch_behind;
    mark.lead = out->at.len > 0 ? lead : 0;
    length width = swatch_of(s, &mark, look->type->size).width;
    if (mark.badge != NULL)
        behind = width / 3;
    inset_add(s, out, look, &mark, mark.lead + width + behind);
}

/* On its tint; a little of the tint stands before and behind the words. */
static void query_add(struct state *s, struct spans *out, const struct element *e,
                      const struct look *look)
{
    struct look in = *look;
    in.span.colour = colour_of(s, ROLE_QUERY_TEXT);
    in.span.tag = look_tag(s, look, TAG_SPAN);
    in.mark.query = true;
    inset_add(s, out, &in, &in.mark, s->style->words.query_pad);
    inlines_add(s, out, e->first, NULL, &in);
    inset_add(s, out, &in, &in.mark, s->style->words.query_pad);
}

/* On its tint, dark: what it stands in may be white.  The bar at its left needs room
 * where words stand before it. */
static void untranslated_add(struct state *s, struct spans *out, const struct element *e,
                             const struct look *look)
{
    struct look in = *look;
    in.mark.untranslated = true;
    in.span.colour = colour_of(s, ROLE_UNTRANSLATED_TEXT);
    if (out->at.len > 0)
        inset_add(s, out, &in, &in.mark, s->style->words.untranslated_before);
    foreign_add(s, out, e, &in);
    inset_add(s, out, &in, &in.mark, s->style->words.untranslated_behind);
}

/* Of a text, with what a reader hears before and behind it. */
struct changed_part {
    const char *from, *to, *before, *behind;
};

static void part_add(struct state *s, struct spans *out, const struct look *look,
                     struct changed_part p, struct pos pos)
{
    struct look in = *look;
    const char *words = arena_strndup(s->a, p.from, (size_t)(p.to - p.from));
    const bool heard = p.before[0] != '\0' || p.behind[0] != '\0';
    if (heard)
        in.span.tag = look_tag(s, look, TAG_SPAN);
    if (heard && in.span.tag != NULL)
        in.span.tag->actual_text =
            arena_printf(s->a, "%s%s%s", p.before, words, p.behind);
    words_add(s, out, &in, words, pos);
}

/* Words that have come or gone: the first and the last are heard as such, so that all
 * others are heard as they are drawn. */
static void changed_words_add(struct state *s, struct spans *out, const struct element *e,
                              const struct look *look)
{
    const char *text = e->first->text, *first = text + strspn(text, " ");
    const char *first_end = first + strcspn(first, " "), *end = text + strlen(text);
    while (end > first_end && end[-1] == ' ')
        end--;
    const char *last = end;
    while (last > first_end && last[-1] != ' ')
        last--;
    const char *before = arena_printf(s->a, "%s ", e->label),
               *behind = arena_printf(s->a, " %s", e->rest);
    const bool one = last == first_end;
    part_add(s, out, look, (struct changed_part){text, first, "", ""}, e->pos);
    part_add(s, out, look,
             (struct changed_part){first, first_end, before, one ? behind : ""}, e->pos);
    part_add(s, out, look, (struct changed_part){first_end, last, "", ""}, e->pos);
    if (!one)
        part_add(s, out, look, (struct changed_part){last, end, "", behind}, e->pos);
    part_add(s, out, look, (struct changed_part){end, end + strlen(end), "", ""}, e->pos);
}

static void changed_add(struct state *s, struct spans *out, const struct element *e,
                        const struct look *look)
{
    struct look in = *look, label = *look;
    in.mark.changed = label.mark.changed = e->kind == EL_INSERTED  ? CHANGED_INSERTED
                                           : e->kind == EL_DELETED ? CHANGED_DELETED
                                                                   : CHANGED_MOVED;
    if (e->kind == EL_MOVED) {
        label.span.colour = colour_of(s, ROLE_CHANGE_TEXT);
        words_add(s, out, &label, e->label != NULL ? e->label : "", e->pos);
        inlines_add(s, out, e->first, NULL, &in);
    } else if (e->first->kind == EL_TEXT && e->first->next == NULL && e->label != NULL) {
        changed_words_add(s, out, e, &in);
    } else {
        const size_t first = out->at.len;
        inlines_add(s, out, e->first, NULL, &in);
        for (size_t i = first; i < out->at.len && e->label != NULL; i++) {
            struct tag *tag = out->at.at[i].tag;
            if (tag != NULL && tag->actual_text != NULL)
                tag->actual_text =
                    arena_printf(s->a, "%s %s %s", e->label, tag->actual_text, e->rest);
        }
    }
}

static void break_add(struct spans *out)
{
    if (out->at.len > 0)
        out->at.at[out->at.len - 1].hard_break = true;
}

static void inline_add(struct state *s, struct spans *out, const struct element *e,
                       const struct look *look)
{
    if (e->kind == EL_TEXT)
        words_add(s, out, look, e->text, e->pos);
    else if (e->kind == EL_EM || e->kind == EL_STRONG)
        strong_add(s, out, e, look);
    else if (e->kind == EL_SPAN)
        foreign_add(s, out, e, look);
    else if (e->kind == EL_CAPS)
        caps_add(s, out, e, look);
    else if (e->kind == EL_LINK)
        link_add(s, out, e, look);
    else if (e->kind == EL_PAGENUM)
        pagenum_add(s, out, e, look);
    else if (e->kind == EL_NOTE)
        note_add(s, out, e, look);
    else if (e->kind == EL_SWATCH || e->kind == EL_SIGN)
        swatch_add(s, out, e, look);
    else if (e->kind == EL_QUERY)
        query_add(s, out, e, look);
    else if (e->kind == EL_UNTRANSLATED)
        untranslated_add(s, out, e, look);
    else if (e->kind == EL_INSERTED || e->kind == EL_DELETED || e->kind == EL_MOVED)
        changed_add(s, out, e, look);
    else if (e->kind == EL_BREAK)
        break_add(out);
    else if (element_is_inline(e->kind))
        inlines_add(s, out, e->first, NULL, look);
}

/* ---- blanks ---- */

static bool is_blank(const struct span *span)
{
    return span->len > 0 && strspn(span->text, " ") >= span->len;
}

/* Words that a blank may go to: not in a link, nor where a reader hears other words. */
static bool takes_blank(const struct span *span)
{
    return span->len > 0 && span->data == NULL && !span->hard_break &&
           (span->tag == NULL || span->tag->actual_text == NULL);
}

void spans_trim(struct spans *spans)
{
    while (spans->at.len > 0 && is_blank(&spans->at.at[0])) {
        spans->at.at++;
        spans->at.len--;
        spans->at.cap--;
    }
    struct span *first = spans->at.len == 0 ? NULL : &spans->at.at[0];
    while (first != NULL && first->len > 0 && *first->text == ' ') {
        first->text++;
        first->len--;
    }
}

static void span_join(struct state *s, struct span *to, const struct span *before,
                      const struct span *behind)
{
    to->text = arena_printf(s->a, "%.*s%.*s", (int)before->len, before->text,
                            (int)behind->len, behind->text);
    to->len = strlen(to->text);
}

/* A blank between two elements goes to the words behind it, else before it: alone it
 * would be lost to readers, or become part of words that are heard differently. */
static void spans_settle(struct state *s, struct spans *spans)
{
    size_t kept = 0;
    for (size_t i = 0; i < spans->at.len; i++) {
        struct span *span = &spans->at.at[i];
        bool blank = is_blank(span) && span->data == NULL && !span->hard_break;
        bool next = i + 1 < spans->at.len && takes_blank(span + 1);
        if (blank && next)
            span_join(s, span + 1, span, span + 1);
        else if (blank && kept > 0 && takes_blank(&spans->at.at[kept - 1]))
            span_join(s, &spans->at.at[kept - 1], &spans->at.at[kept - 1], span);
        else
            spans->at.at[kept++] = *span;
    }
    spans->at.len = kept;
}

struct spans spans_between(struct state *s, const struct element *first,
                           const struct element *end, const struct type_style *type,
                           enum lang lang, struct tag *tag)
{
    struct spans out = {0};
    struct look look = {.span = span_of(type, lang, "", tag), .type = type};
    inlines_add(s, &out, first, end, &look);
    spans_settle(s, &out);
    return out;
}

struct spans spans_of(struct state *s, const struct element *e,
                      const struct type_style *type, enum lang lang, struct tag *tag)
{
    return spans_between(s, e->first, NULL, type, element_lang(e, lang), tag);
}

struct spans spans_words(struct state *s, const char *words,
                         const struct type_style *type, enum lang lang, struct tag *tag)
{
    struct spans out = {0};
    if (*words != '\0')
        spans_add(s, &out, span_of(type, lang, words, tag));
    return out;
}

/* What a reader speaks inside a tag. */
static enum lang lang_around(const struct state *s, const struct tag *t)
{
    while (t != NULL && !t->has_lang)
        t = t->parent;
    return t != NULL ? t->lang : s->report->lang;
}

struct tag *tag_block(struct state *s, struct tag *parent, enum tag_type type,
                      enum lang lang, const struct element *from)
{
    struct tag *t = tag_new(s->a, parent, type);
    t->pos = from->pos;
    t->has_lang = lang != lang_around(s, parent);
    t->lang = lang;
    return t;
}
