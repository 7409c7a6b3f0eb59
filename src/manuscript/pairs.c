/* pairs.c -- in: a document of English and Welsh paragraphs as it came back; out: which
 * Welsh belongs to which English.  Knows no translation. */
#include "manuscript/pairs.h"

#include "base/buf.h"

#include <ctype.h>
#include <string.h>

bool paper_is_pairs(const struct paper *p)
{
    for (size_t i = 0; i < p->state.len; i++)
        if (strcmp(p->state.at[i].kind, "unit") == 0)
            return true;
    return false;
}

static const struct paper_state *state_of(const struct paper *p, const char *kind,
                                          const char *number)
{
    for (size_t i = 0; number[0] != '\0' && i < p->state.len; i++)
        if (strcmp(p->state.at[i].kind, kind) == 0 &&
            strcmp(p->state.at[i].first, number) == 0)
            return &p->state.at[i];
    return NULL;
}

/* Without the backslashes of Markdown, as a translator's tool delivers words. */
static const char *as_typed(struct arena *a, const char *markdown)
{
    struct buf out = buf_new(a);
    for (const char *s = markdown; *s != '\0'; s++)
        if (*s != '\\' || !ispunct((unsigned char)s[1]))
            buf_char(&out, *s);
    return out.at;
}

struct pairs_walk {
    struct arena *a;
    const struct paper *paper;
    struct text_pairs *out;
    struct mapping *map;
    bool open; /* what comes now is the Welsh of the last pair */
};

static void without_place(struct pairs_walk *x, const struct paper_paragraph *p,
                          const char *why)
{
    *array_push(x->a, &x->map->unplaced) =
        (struct unplaced){p->number, "", p->words, why, words_in(p->words)};
}

/* The English tells which pair it is; it is not edited here. */
static void pair_english(struct pairs_walk *x, const struct paper_paragraph *p,
                         const struct paper_state *unit)
{
    const struct paper_state *english = state_of(x->paper, "english", p->home);
    const char *was = english != NULL ? english->third : p->words;
    *array_push(x->a, &x->out->all) =
        (struct text_pair){.uid = unit->third, .english = unit->second, .welsh = ""};
    x->open = true;
    if (strcmp(was, p->words) == 0)
        x->map->help += words_in(p->words);
    else
        without_place(x, p,
                      "English that was edited among the Welsh; edit it in an "
                      "export of the English");
}

/* A Welsh paragraph that was parted is one again; a question that waits is none. */
static void pair_welsh(struct pairs_walk *x, const struct paper_paragraph *p)
{
    const char *text = as_typed(x->a, p->markdown);
    if (!x->open) {
        without_place(x, p, "no English stands over it");
        return;
    }
    struct text_pair *pair = &x->out->all.at[x->out->all.len - 1];
    x->map->placed += words_in(p->words);
    if (strncmp(text, "((? ", 4) == 0 && strstr(text, " ?))") == text + strlen(text) - 4)
        return;
    pair->welsh =
        pair->welsh[0] == '\0' ? text : arena_printf(x->a, "%s %s", pair->welsh, text);
}

static void pair_paragraph(struct pairs_walk *x, const struct paper_paragraph *p)
{
    const struct paper_state *unit = state_of(x->paper, "unit", p->home);
    x->map->all += words_in(p->words);
    if (unit != NULL) {
        pair_english(x, p, unit);
    } else if (strcmp(p->style, STYLE_ENGLISH) == 0) {
        x->open = false;
        without_place(x, p, "English that is none of the report's");
    } else if (strcmp(p->style, STYLE_HELP) == 0) {
        x->map->help += words_in(p->words);
    } else if (p->outline >= 0) {
        x->open = false;
        x->map->headings += words_in(p->words);
    } else if (p->markdown[0] != '\0') {
        pair_welsh(x, p);
    }
}

void pairs_of_paper(struct arena *a, const struct paper *p, struct text_pairs *out,
                    struct mapping *map)
{
    struct pairs_walk x = {.a = a, .paper = p, .out = out, .map = map};
    for (size_t i = 0; i < p->paragraphs.len; i++)
        pair_paragraph(&x, &p->paragraphs.at[i]);
    for (size_t i = 0; i < p->notes.len; i++) {
        const char *words = p->notes.at[i].words;
        map->all += words_in(words);
        if (words_in(words) > 0)
            *array_push(a, &map->unplaced) = (struct unplaced){
                0, "a note", words, "footnotes are paragraphs of their own here",
                words_in(words)};
    }
}
