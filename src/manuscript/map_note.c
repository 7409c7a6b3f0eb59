/* map_note.c -- in: the notes of a Word document; out: footnotes of the report, by the
 * names that they had or by new ones, where something points to them. */
#include "manuscript/mapper.h"

#include "align/align.h"
#include "base/buf.h"

#include <string.h>

/* ---- names ---- */

static bool has_note(const struct home *notes, const char *name)
{
    return notes != NULL && home_child(notes, name) != NULL;
}

/* A name that neither the report nor the manuscript has yet. */
static const char *new_name(struct mapper *m, const struct home *notes,
                            const struct home *given)
{
    for (int i = 1;; i++) {
        const char *name = arena_printf(m->a, "note-%d", i);
        if (!has_note(notes, name) && !has_note(given, name))
            return name;
    }
}

/* What a note was called: by its words, as they were or as they are. */
static const char *known_name(struct mapper *m, const struct home *notes,
                              const struct home *given, const char *markdown)
{
    const struct home *best = NULL;
    int most = ALIGN_HALF - 1;
    for (size_t i = 0; notes != NULL && i < notes->homes.len; i++) {
        const struct home *h = notes->homes.at[i];
        struct buf text = buf_new(m->a);
        for (size_t k = 0; k < h->passages.len; k++)
            buf_printf(&text, "%s%s", k > 0 ? "\n\n" : "", h->passages.at[k].markdown);
        const int like = align_likeness(m->a, text.at, markdown);
        if (like > most && !has_note(given, h->key)) {
            best = h;
            most = like;
        }
    }
    return best != NULL ? best->key : NULL;
}

static const char *replaced(struct arena *a, const char *text, const char *what,
                            const char *by, bool *any)
{
    struct buf out = buf_new(a);
    for (const char *at; (at = strstr(text, what)) != NULL; text = at + strlen(what)) {
        buf_add(&out, text, (size_t)(at - text));
        buf_str(&out, by);
        *any = true;
    }
    buf_str(&out, text);
    return out.at;
}

/* Its name in the place of its number, wherever it is pointed to. */
static bool name_note(struct mapper *m, const char *id, const char *name)
{
    const char *what = arena_printf(m->a, "[^" PAPER_NOTE "%s]", id);
    const char *by = arena_printf(m->a, "[^%s]", name);
    bool any = false;
    for (size_t i = 0; i < m->filled.len; i++) {
        struct text_lines *lines = map_get(m->given, m->filled.at[i]->path);
        for (size_t k = 0; k < lines->all.len; k++)
            lines->all.at[k].markdown =
                replaced(m->a, lines->all.at[k].markdown, what, by, &any);
    }
    return any;
}

/* The next paragraph of several; NULL when there are no more. */
static const char *next_paragraph(struct arena *a, const char **from)
{
    const char *text = *from;
    if (text == NULL)
        return NULL;
    const char *end = strstr(text, PARAGRAPH_END);
    *from = end != NULL ? end + strlen(PARAGRAPH_END) : NULL;
    return end != NULL ? arena_strndup(a, text, (size_t)(end - text)) : text;
}

static void add_note_lines(struct mapper *m, struct home *h, const struct paper_note *n)
{
    const char *text = n->markdown[0] != '\0' ? n->markdown : "((? an empty note ?))";
    const char *words = n->words, *markdown;
    while ((markdown = next_paragraph(m->a, &text)) != NULL) {
        const char *said = next_paragraph(m->a, &words);
        map_line(m, h,
                 (struct text_line){.level = -1,
                                    .markdown = markdown,
                                    .words = said != NULL ? said : ""});
    }
}

void map_note(struct mapper *m, const struct paper_note *n)
{
    struct home *given = home_child(m->to->given, "footnotes");
    const struct home *now = home_child(m->now, "footnotes");
    const struct home *base =
        m->to->base != NULL ? home_child(m->to->base, "footnotes") : NULL;
    const size_t words = words_in(n->words);
    m->to->all += words;
    const char *name = known_name(m, base, given, n->markdown);
    if (name == NULL)
        name = known_name(m, now, given, n->markdown);
    if (name == NULL)
        name = new_name(m, now, given);
    if (given == NULL || !name_note(m, n->id, name)) {
        if (words > 0)
            map_unplaced_aside(m->a, m->to, "a note", n->words,
                               "a note to which nothing that has a place points");
        return;
    }
    struct home *h =
        home_make(m->a, m->to->given, arena_printf(m->a, "footnotes/%s", name));
    h->named = given->named = m->to->given->named = true;
    add_note_lines(m, h, n);
    m->to->placed += words;
}

/* ---- to which nothing points ---- */

static bool is_pointed_to(const struct home *h, const char *mark)
{
    for (size_t i = 0; i < h->passages.len; i++)
        if (strstr(h->passages.at[i].markdown, mark) != NULL)
            return true;
    for (size_t i = 0; i < h->homes.len; i++)
        if (is_pointed_to(h->homes.at[i], mark))
            return true;
    return false;
}

void map_drop_notes(struct arena *a, struct mapping *m)
{
    const struct home *now = home_child(m->now, "footnotes");
    struct home *notes = home_child(m->given, "footnotes");
    for (size_t i = 0; notes != NULL && i < notes->homes.len; i++) {
        struct home *h = notes->homes.at[i];
        if ((now != NULL && home_child(now, h->key) != NULL) ||
            is_pointed_to(m->given, arena_printf(a, "[^%s]", h->key)))
            continue;
        while (h->passages.len > 0)
            map_drop(a, m, h, 0, "a note to which nothing that has a place points");
    }
}
