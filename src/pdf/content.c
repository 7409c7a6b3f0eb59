/* content.c -- sentinels to marks.  In: a page and its content stream as cairo wrote it;
 * out: the same stream, byte for byte, but for the sentinels.  Knows nothing of the
 * structure tree beyond each mark's type. */
#include "pdf/content.h"

#include "pdf/draw.h"
#include "pdf/put.h"

#include <string.h>

struct pass {
    const struct page *page;
    struct slice rest;
    const char *copied;       /* up to here all is in `out` */
    struct token operands[4]; /* the last four, the newest last */
    int operand_count;
    size_t next;  /* sentinel to come */
    bool open;    /* inside a mark */
    int mcid;     /* of the next tagged mark */
    int depth;    /* of q and Q */
    int home;     /* the depth of all sentinels; -1 before the first */
    int nested;   /* BDC of cairo's own: ActualText, whole within a mark */
    bool in_text; /* between BT and ET */
    struct buf *out;
};

static const char *artifact_list(enum artifact kind)
{
    switch (kind) {
    case ARTIFACT_HEADER: return "<</Type/Pagination/Subtype/Header>>";
    case ARTIFACT_FOOTER: return "<</Type/Pagination/Subtype/Footer>>";
    case ARTIFACT_BACKGROUND: return "<</Type/Background>>";
    case ARTIFACT_LAYOUT:
    case ARTIFACT_NONE: break;
    }
    return "<</Type/Layout>>";
}

static void begin_mark(struct pass *s, const struct mark *m)
{
    if (m->tag == NULL) {
        buf_str(s->out, "/Artifact");
        buf_str(s->out, artifact_list(m->artifact));
    } else {
        buf_char(s->out, '/');
        buf_str(s->out, tag_type_name(m->tag->type));
        buf_str(s->out, "<</MCID ");
        put_int(s->out, s->mcid++);
        buf_str(s->out, ">>");
    }
    buf_str(s->out, "BDC\n");
}

/* Is this `re` one of ours?  Nothing else on a page is as small. */
static bool is_sentinel(const struct pass *s)
{
    if (s->operand_count < 4)
        return false;
    const double width = token_number(s->operands[2]),
                 height = token_number(s->operands[3]);
    return width > 0.011 && width < 0.013 && height > 0.019 && height < 0.021;
}

static void expect_in_place(const struct pass *s)
{
    const double x = token_number(s->operands[0]), y = token_number(s->operands[1]);
    const double dx = x - sentinel_x(s->next), dy = y - sentinel_y(s->next);
    if (s->next > s->page->marks.len || dx < -0.1 || dx > 0.1 || dy < -0.1 || dy > 0.1)
        bug("mark at %g, %g where number %zu of %zu was expected", x, y, s->next,
            s->page->marks.len);
    if (s->in_text || s->nested > 0 || (s->home >= 0 && s->depth != s->home))
        bug("mark %zu inside a text object, a mark or a saved state", s->next);
}

/* Takes the rectangle and its `f` out, and puts EMC and BDC there. */
static void take_sentinel(struct pass *s)
{
    expect_in_place(s);
    const struct token fill = token_next(&s->rest);
    if (!slice_is(fill.bytes, "f"))
        bug("mark %zu is not filled", s->next);
    buf_add(s->out, s->copied, (size_t)(s->operands[0].bytes.at - s->copied));
    s->copied = s->rest.at;
    if (s->open)
        buf_str(s->out, "EMC\n");
    s->open = s->next < s->page->marks.len;
    if (s->open)
        begin_mark(s, &s->page->marks.at[s->next]);
    s->next++;
    s->home = s->depth;
}

/* Operators that leave something on the page. */
static bool is_painting(struct slice word)
{
    static const char *const words[] = {"S",  "s",  "f",  "F",  "f*", "B", "B*", "b",
                                        "b*", "sh", "Do", "Tj", "TJ", "'", "\"", "EI"};
    for (size_t i = 0; i < LEN(words); i++)
        if (slice_is(word, words[i]))
            return true;
    return false;
}

/* The bytes of an inline picture, which no token may be looked for in. */
static void skip_picture(struct pass *s)
{
    const char *end = s->rest.at + s->rest.len;
    for (const char *at = s->rest.at; at + 3 < end; at++)
        if (memcmp(at, "\nEI", 3) == 0 && (at[3] == '\n' || at[3] == ' ')) {
            s->rest = (struct slice){at + 3, (size_t)(end - at - 3)};
            return;
        }
    bug("an inline picture does not end");
}

static void take_state(struct pass *s, struct slice word)
{
    if (slice_is(word, "q"))
        s->depth++;
    else if (slice_is(word, "Q"))
        s->depth--;
    else if (slice_is(word, "BT"))
        s->in_text = true;
    else if (slice_is(word, "ET"))
        s->in_text = false;
    else if (slice_is(word, "BDC") || slice_is(word, "BMC"))
        s->nested++;
    else if (slice_is(word, "EMC"))
        s->nested--;
}

static void take_operator(struct pass *s, struct slice word)
{
    if (slice_is(word, "re") && is_sentinel(s)) {
        take_sentinel(s);
    } else if (is_painting(word)) {
        if (!s->open)
            bug("%.*s paints outside all marks", (int)word.len, word.at);
    } else if (slice_is(word, "ID")) {
        if (!s->open)
            bug("an inline picture outside all marks");
        skip_picture(s);
    } else {
        take_state(s, word);
    }
    s->operand_count = 0;
}

static void take_operand(struct pass *s, struct token t)
{
    if (s->operand_count == 4)
        memmove(s->operands, s->operands + 1, 3 * sizeof *s->operands);
    else
        s->operand_count++;
    s->operands[s->operand_count - 1] = t;
}

static void expect_complete(const struct pass *s)
{
    if (s->next != s->page->marks.len + 1 || s->open)
        bug("%zu of %zu marks found", s->next, s->page->marks.len + 1);
    if (s->depth != 0 || s->nested != 0 || s->in_text)
        bug("a content stream that does not close what it opens");
}

void content_mark(const struct page *p, struct slice content, struct buf *out)
{
    struct pass s = {
        .page = p, .rest = content, .copied = content.at, .home = -1, .out = out};
    for (;;) {
        const struct token t = token_next(&s.rest);
        if (t.kind == TOKEN_END)
            break;
        if (t.kind == TOKEN_WORD)
            take_operator(&s, t.bytes);
        else
            take_operand(&s, t);
    }
    expect_complete(&s);
    buf_add(out, s.copied, (size_t)(content.at + content.len - s.copied));
}
