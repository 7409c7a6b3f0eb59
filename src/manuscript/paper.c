/* paper.c -- in: a Word document; out: its paragraphs, notes and what an export has left
 * in it, as the sandbox has sent them.  Nothing that comes from there is believed. */
#include "manuscript/docx.h"

#include "base/ascii.h"
#include "base/file.h"
#include "office/sandbox.h"

#include <limits.h>
#include <string.h>

#define PAPER_OUT ((size_t)32 << 20)

static const struct {
    const char *flag, *what;
} flags[] = {
    {"=broken", "it is damaged, or no Word document (.docx); open it in Word, save it as "
                ".docx and import that"},
    {"=absent", "it is no Word document: it has no text (word/document.xml)"},
    {"=many", "it holds more than 2,000 parts"},
    {"=large", "a part of it is larger than 32 MB"},
    {"=paragraphs", "it has more than 30,000 paragraphs"},
    {"=chunk",
     "it holds another document within it, which Word shows and does not keep as "
     "its own text; open it in Word, save it anew and import that"},
    {"=encrypted", "it is protected by a password; save it without one"},
    {"=doctype", "it declares a document type, which Word never does"},
};

static bool say(struct diags *d, struct pos where, const char *flag)
{
    for (size_t i = 0; i < LEN(flags); i++)
        if (strcmp(flags[i].flag, flag) == 0) {
            diag(d, DIAG_MANUSCRIPT_UNREAD, where, "%s", flags[i].what);
            return false;
        }
    diag(d, DIAG_MANUSCRIPT_UNREAD, where, "what was read of it makes no sense");
    return false;
}

struct texts {
    struct arena *a;
    const struct buf *all;
    size_t at;
};

static const char *next(struct texts *t)
{
    const char *text = text_next(t->a, t->all, &t->at);
    return text != NULL ? text : "";
}

static int next_number(struct texts *t)
{
    return ascii_number(next(t), INT_MAX);
}

/* Bold and italic that end within a word, or at a sign before one, are none to Markdown.
 */
static bool reads_back(struct arena *a, const char *markdown)
{
    struct diags *quiet = diags_new(a);
    struct text_runs runs = {0};
    if (strchr(markdown, '*') == NULL)
        return true;
    const struct file *f = file_of_text(a, quiet, "", markdown, strlen(markdown));
    if (f != NULL)
        phrases_of(a, prose_parse_line(a, quiet, node_of_file(a, f)), &runs);
    return strcmp(phrases_markdown(a, &runs), markdown) == 0;
}

static void take_paragraph(struct texts *t, struct paper *out)
{
    struct paper_paragraph *p = array_push(t->a, &out->paragraphs);
    p->style = next(t);
    p->outline = next_number(t);
    const char *list = next(t);
    const int level = next_number(t);
    p->level = list[0] == '\0' ? -1 : level > 0 ? level : 0;
    p->numbered = list[0] == 'n';
    p->left = next_number(t);
    p->named = next_number(t) == 1;
    p->unsigned_item = next_number(t) == 1;
    p->bold = next_number(t) == 1;
    p->table = next_number(t);
    p->row = next_number(t);
    p->cell = next_number(t);
    p->box = next_number(t) == 1;
    p->home = next(t);
    p->markdown = next(t);
    const char *plain = next(t);
    if (!reads_back(t->a, p->markdown)) {
        p->markdown = plain;
        out->passed[PASSED_LOOK]++;
    }
    p->words = next(t);
    p->number = out->paragraphs.len;
}

static void take_note(struct texts *t, struct paper *out)
{
    struct paper_note *n = array_push(t->a, &out->notes);
    n->id = next(t);
    n->markdown = next(t);
    n->words = next(t);
    n->end = n->id[0] == 'e';
}

static void take_state(struct texts *t, struct paper *out)
{
    struct paper_state *s = array_push(t->a, &out->state);
    s->kind = next(t);
    s->first = next(t);
    s->second = next(t);
    s->third = next(t);
}

static void take_aside(struct texts *t, struct paper *out)
{
    const int kind = next_number(t);
    const char *words = next(t);
    if (kind >= 0 && kind < LOST_COUNT)
        *array_push(t->a, &out->asides) =
            (struct paper_aside){(enum paper_lost)kind, words};
}

static bool take_all(struct diags *d, struct pos where, struct texts *t,
                     struct paper *out)
{
    for (const char *text; (text = text_next(t->a, t->all, &t->at)) != NULL;) {
        if (strcmp(text, "p") == 0) {
            take_paragraph(t, out);
        } else if (strcmp(text, "note") == 0) {
            take_note(t, out);
        } else if (strcmp(text, "aside") == 0) {
            take_aside(t, out);
        } else if (strcmp(text, "own") == 0) {
            out->own = true;
        } else if (strcmp(text, "state") == 0) {
            take_state(t, out);
        } else if (strcmp(text, "unclean") == 0) {
            next(t); /* it is counted already */
        } else if (strcmp(text, "passed") == 0) {
            const int which = next_number(t), count = next_number(t);
            if (which >= 0 && which < PASSED_COUNT && count > 0)
                out->passed[which] += (size_t)count;
        } else {
            return say(d, where, text);
        }
    }
    return true;
}

bool paper_read(struct arena *a, struct diags *d, const struct file *f, struct paper *out)
{
    struct buf texts;
    struct pos where = pos_of_path(a, f->path);
    *out = (struct paper){.path = f->path};
    if (!sandbox_read(a, d, DIAG_MANUSCRIPT_UNREAD, where, docx_read,
                      (void *)(uintptr_t)f, PAPER_OUT, &texts))
        return false;
    texts_say_unclean(a, d, DIAG_MANUSCRIPT_PASSED, where, &texts);
    struct texts t = {a, &texts, 0};
    return take_all(d, where, &t, out);
}
