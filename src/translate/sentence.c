/* sentence.c -- words and codes to sentences.  In: a text or its translation; out: its
 * sentences, with what is quoted made senseless.  Knows neither language. */
#include "translate/sentence.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "prose/prose.h"
#include "translate/fit.h"

#include <string.h>
#include <unicode/uchar.h>

bool has_letter(const char *s)
{
    size_t width;
    for (size_t len = strlen(s); len > 0; s += width, len -= width)
        if (u_isalpha((UChar32)utf8_decode(s, len, &width)))
            return true;
    return false;
}

bool all_names(const char *s)
{
    bool before = true;
    size_t width;
    for (size_t len = strlen(s); len > 0; s += width, len -= width) {
        UChar32 c = (UChar32)utf8_decode(s, len, &width);
        if (before && u_islower(c))
            return false;
        before = !u_isalnum(c) && c != '\'' && c != 0x2019;
    }
    return true;
}

/* ---- one run of text ---- */

/* Letters without sense: stops and capitals stay, so that sentences do. */
static void put_masked(struct buf *out, const char *s, size_t len)
{
    for (size_t width; len > 0; s += width, len -= width) {
        UChar32 c = (UChar32)utf8_decode(s, len, &width);
        if (u_isalpha(c))
            buf_char(out, u_isupper(c) ? 'W' : 'w');
        else
            buf_add(out, s, width);
    }
}

static void put_text(struct buf *out, struct sentences *s, const char *text)
{
    while (*text != '\0') {
        const char *words_end, *end = lang_span(text, &words_end);
        if (end == NULL) {
            buf_char(out, *text++);
            continue;
        }
        put_masked(out, text + 1, (size_t)(words_end - text - 1));
        s->quoted++;
        text = end;
    }
}

static bool begins_welsh(const struct code *c)
{
    return c->kind == CODE_OPEN && c->node != NULL && c->node->kind == INLINE_LANG &&
           strcmp(c->node->text, "cy") == 0;
}

/* Of a footnote there is nothing to see; a break of lines is a blank. */
static void put_mark(struct buf *out, const struct code *c)
{
    if (strcmp(c->text, "\\") == 0)
        buf_char(out, ' ');
    else if (strncmp(c->text, "[^", 2) != 0)
        buf_char(out, SENTENCE_MARK);
}

static const char *run_of(struct arena *a, struct sentences *s, struct content c)
{
    struct buf out = buf_new(a);
    const char *inside = NULL; /* id of a span in the other language */
    for (size_t i = 0; i < c.count; i++) {
        const struct code *code = &c.at[i];
        if (inside != NULL && code->kind == CODE_CLOSE && strcmp(code->id, inside) == 0)
            inside = NULL;
        else if (inside == NULL && begins_welsh(code))
            inside = code->id, s->quoted++;
        else if (code->kind == CODE_MARK)
            put_mark(&out, code);
        else if (code->kind == CODE_TEXT && inside != NULL)
            put_masked(&out, code->text, strlen(code->text));
        else if (code->kind == CODE_TEXT)
            put_text(&out, s, code->text);
    }
    return text_folded(a, out.at);
}

/* ---- where sentences end ---- */

/* Bytes of the sign at `s` that closes a quotation or a bracket. */
static size_t closing_sign(const char *s)
{
    static const char *const signs[] = {"'", "\"", ")", "]", "\u2019", "\u201D"};
    for (size_t i = 0; i < LEN(signs); i++)
        if (strncmp(s, signs[i], strlen(signs[i])) == 0)
            return strlen(signs[i]);
    return 0;
}

/* Whether a sentence goes on with what follows a stop: "e.e. y cynllun". */
static bool goes_on(const char *s)
{
    size_t width;
    for (; *s != '\0'; s += width) {
        UChar32 c = (UChar32)utf8_decode(s, strnlen(s, 4), &width);
        if (u_isalnum(c) || c == SENTENCE_MARK)
            return u_islower(c);
    }
    return false;
}

/* "J. Smith": a capital alone before the stop at `s`. */
static bool is_initial(const char *run, const char *s)
{
    return s > run && s[-1] >= 'A' && s[-1] <= 'Z' &&
           (s - 1 == run || strchr(" (.", s[-2]) != NULL);
}

/* Behind these a sentence goes on, whatever letter follows: "e.e. Asesiadau". */
static bool is_short(const char *run, const char *s)
{
    static const char *const all[] = {"e.e", "h.y",   "e.g", "i.e", "Dr",  "Mr",
                                      "Mrs", "Parch", "tud", "gw",  "rhif"};
    const char *from = s;
    while (from > run && strchr(" (\"'", from[-1]) == NULL)
        from--;
    for (size_t i = 0; i < LEN(all); i++)
        if (strlen(all[i]) == (size_t)(s - from) &&
            strncmp(from, all[i], strlen(all[i])) == 0)
            return true;
    return false;
}

/* Bytes of the stop at `s` and the signs that close behind it, where a sentence ends. */
static size_t stop_length(const char *run, const char *s)
{
    if (strchr(".!?", *s) == NULL || is_initial(run, s) || is_short(run, s))
        return 0;
    size_t len = 1 + strspn(s + 1, ".!?");
    for (size_t sign; (sign = closing_sign(s + len)) > 0;)
        len += sign;
    return s[len] == '\0' || (s[len] == ' ' && !goes_on(s + len)) ? len : 0;
}

static void add_sentence(struct arena *a, struct sentences *s, const char *from,
                         size_t len)
{
    const char *text = arena_strndup(a, from, len);
    bool words = has_letter(text) || strchr(text, SENTENCE_MARK) != NULL;
    *array_push(a, &s->all) = (struct sentence){text, words};
    s->count += words;
}

struct sentences sentences_of(struct arena *a, struct content c)
{
    struct sentences s = {0};
    s.run = run_of(a, &s, c);
    const char *from = s.run + strspn(s.run, " ");
    for (const char *at = from; *at != '\0';) {
        size_t len = stop_length(s.run, at);
        at += len > 0 ? len : 1;
        if (len == 0 && *at != '\0')
            continue;
        add_sentence(a, &s, from, (size_t)(at - from));
        from = at += strspn(at, " ");
    }
    return s;
}
