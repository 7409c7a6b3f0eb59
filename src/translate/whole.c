/* whole.c -- whether a translation says all that the English says, as far as a program
 * can see: words at all, no sentence left in English, none run into the next; and what an
 * editor has to look at.  In: both as words and codes; out: what is wrong.  Of Welsh it
 * knows only words that nearly every text has. */
#include "translate/check.h"

#include "base/utf8.h"
#include "lang/lang.h"
#include "translate/sentence.h"

#include <string.h>
#include <unicode/uchar.h>

struct whole {
    struct arena *a;
    const struct fault_of *f;
    struct content english, welsh;
    struct sentences en, cy;
};

/* Where words stand in the file: by their first sign without a reference to a character,
 * or the text that may hold them. */
static struct pos place_of_words(const struct whole *w, const char *words)
{
    size_t len = strcspn(words, "&<>\x01");
    len = len < 16 ? len : 16;
    for (size_t i = 0; i < w->welsh.count; i++) {
        const struct code *c = &w->welsh.at[i];
        if (c->kind != CODE_TEXT || c->pos.file == NULL)
            continue;
        const char *from = c->pos.file->text + c->pos.at;
        const char *at = strstr(from, arena_strndup(w->a, words, len));
        if (len > 0 && at != NULL && at < from + c->pos.len)
            return (struct pos){c->pos.file, (size_t)(at - c->pos.file->text), len};
    }
    return w->f->pos;
}

/* The first words of a text, for a message. */
static const char *first_words(struct arena *a, const char *s)
{
    struct buf out = buf_new(a);
    size_t len = strlen(s), cut = utf8_cut(s, len, 50);
    while (cut < len && cut > 0 && s[cut] != ' ')
        cut--;
    for (size_t i = 0; i < cut; i++)
        buf_str(&out, s[i] == SENTENCE_MARK ? "..." : (char[]){s[i], '\0'});
    return cut < len ? arena_printf(a, "%s ...", out.at) : out.at;
}

/* ---- what is refused ---- */

static bool has_words(const struct whole *w)
{
    if (has_letter(w->cy.run) || !has_letter(w->en.run))
        return true;
    diag(w->f->d, DIAG_XLIFF_PART, w->f->pos,
         "unit %s (%s) has no word, where the English has \"%s\"; translate the words "
         "around its codes, or leave the target empty",
         w->f->unit, w->f->path, first_words(w->a, w->en.run));
    return false;
}

/* A sentence without its last signs. */
static const char *bare_sentence(struct arena *a, const char *s)
{
    size_t len = strlen(s);
    while (len > 0 && strchr(".!?'\") ", s[len - 1]) != NULL)
        len--;
    return arena_strndup(a, s, len);
}

static bool is_english(const struct whole *w, const char *welsh)
{
    const char *bare = bare_sentence(w->a, welsh);
    if (strchr(bare, ' ') == NULL || all_names(bare))
        return false;
    for (size_t i = 0; i < w->en.all.len; i++)
        if (strcmp(bare, bare_sentence(w->a, w->en.all.at[i].text)) == 0)
            return true;
    return false;
}

/* Whether the pair of that name has nothing in it. */
static bool is_hollow(struct content c, const char *id)
{
    for (size_t i = 0; i + 1 < c.count; i++)
        if (c.at[i].kind == CODE_OPEN && strcmp(c.at[i].id, id) == 0)
            return c.at[i + 1].kind == CODE_CLOSE;
    return false;
}

static struct pos place_of_code(const struct whole *w, const struct code *c)
{
    return c->pos.file != NULL ? c->pos : w->f->pos;
}

static bool none_is_english(const struct whole *w)
{
    bool none = true;
    for (size_t i = 0; i < w->cy.all.len; i++) {
        const char *text = w->cy.all.at[i].text;
        if (!is_english(w, text))
            continue;
        none = false;
        diag(w->f->d, DIAG_XLIFF_SAME, place_of_words(w, text),
             "unit %s (%s): \"%s\" is still English; translate it, or write "
             "[words](lang:en) around what is quoted",
             w->f->unit, w->f->path, first_words(w->a, text));
    }
    return none;
}

/* Codes of a pair with no word between, where the English has some: its words are lost,
 * or stand beside it. */
static bool none_is_hollow(const struct whole *w)
{
    for (size_t i = 0; i + 1 < w->welsh.count; i++) {
        const struct code *open = &w->welsh.at[i], *next = open + 1;
        const bool blank = next->kind == CODE_TEXT && i + 2 < w->welsh.count &&
                           next->text[strspn(next->text, " ")] == '\0';
        next += blank;
        if (open->kind != CODE_OPEN || next->kind != CODE_CLOSE ||
            strcmp(open->id, next->id) != 0 || is_hollow(w->english, open->id))
            continue;
        diag(w->f->d, DIAG_XLIFF_PART, place_of_code(w, open),
             "unit %s (%s): nothing stands between the codes %s and %s; put the words "
             "there that they are of",
             w->f->unit, w->f->path, open->text, next->text);
        return false;
    }
    return true;
}

/* ---- sentences without a blank between ---- */

/* "www.estyn.llyw.cymru", "a@b.uk": a stop inside is none. */
static bool is_address(const char *token)
{
    static const char *const ends[] = {".uk",  ".wales", ".cymru", ".com",
                                       ".org", ".net",   ".gov"};
    if (strstr(token, "://") != NULL || strpbrk(token, "@/") != NULL ||
        strncmp(token, "www.", 4) == 0)
        return true;
    for (size_t i = 0; i < LEN(ends); i++)
        if (strstr(token, ends[i]) != NULL)
            return true;
    return false;
}

/* Two letters or a digit before the stop: not "h.y.", "e.e." and initials. */
static bool ends_word(const char *run, const char *stop)
{
    if (stop == run)
        return false;
    size_t width, before = 1;
    while (before < 4 && stop - run > (long)before &&
           (stop[-(long)before] & 0xC0) == 0x80)
        before++;
    const char *last = stop - before;
    UChar32 c = (UChar32)utf8_decode(last, before, &width);
    if (u_isdigit(c) || last == run)
        return u_isdigit(c);
    return u_isalpha(c) && strchr(" .(\"'", last[-1]) == NULL;
}

/* Whether a letter or a mark stands right behind the stop at `s`. */
static bool runs_on(const char *run, const char *s)
{
    if (strchr(".!?", *s) == NULL || !ends_word(run, s))
        return false;
    const char *behind = s + 1 + strspn(s + 1, ".!?");
    static const char *const closing[] = {"\"", ")", "\u201D"};
    for (size_t i = 0; i < LEN(closing); i++)
        if (strncmp(behind, closing[i], strlen(closing[i])) == 0)
            behind += strlen(closing[i]);
    size_t width;
    UChar32 c =
        (UChar32)utf8_decode(behind, strnlen(behind, 4) + (*behind == '\0'), &width);
    return u_isalpha(c) || c == SENTENCE_MARK;
}

/* The run of signs without a blank that `s` stands in. */
static const char *token_at(struct arena *a, const char *run, const char *s)
{
    const char *from = s;
    while (from > run && from[-1] != ' ')
        from--;
    return arena_strndup(a, from, strcspn(from, " "));
}

static bool none_runs_on(const struct whole *w)
{
    bool none = true;
    for (const char *s = w->cy.run; *s != '\0'; s++) {
        if (!runs_on(w->cy.run, s))
            continue;
        const char *token = token_at(w->a, w->cy.run, s);
        if (is_address(token) || strstr(w->en.run, bare_sentence(w->a, token)) != NULL)
            continue;
        none = false;
        const char *next = s + 1 + strspn(s + 1, ".!?\")");
        diag(w->f->d, DIAG_XLIFF_JOINED, place_of_words(w, next),
             "\"%s\" in unit %s (%s); put a blank behind the stop",
             first_words(w->a, token), w->f->unit, w->f->path);
    }
    return none;
}

/* ---- what an editor has to look at ---- */

static void doubt(const struct whole *w, struct pos pos, const char *what)
{
    diag(w->f->d, DIAG_XLIFF_DOUBT, pos, "unit %s (%s): %s", w->f->unit, w->f->path,
         what);
}

static void find_english(const struct whole *w)
{
    for (size_t i = 0; i < w->cy.all.len; i++) {
        const char *text = w->cy.all.at[i].text;
        char word[LANG_WORD];
        size_t found = 0;
        for (const char *s = text; (s = lang_word(s, word)) != NULL;)
            found += lang_has_word(LANG_EN, word);
        if (found >= 2 && !is_english(w, text))
            doubt(w, place_of_words(w, text),
                  arena_printf(w->a,
                               "\"%s\" has English words; is it translated? Write "
                               "[words](lang:en) around what is quoted",
                               first_words(w->a, text)));
    }
}

static bool is_masked(const char *word)
{
    return word[strspn(word, "wW'")] == '\0';
}

static void find_other_language(const struct whole *w)
{
    char word[LANG_WORD];
    size_t words = 0, welsh = 0;
    for (const char *s = w->cy.run; (s = lang_word(s, word)) != NULL;) {
        words += !is_masked(word);
        welsh += lang_has_word(LANG_CY, word);
    }
    if (words >= 10 && welsh < 1 + words / 24)
        doubt(w, w->f->pos,
              "hardly a word of it is one that Welsh texts have; is it Welsh?");
}

/* A Welsh quotation in the English is often said there once more in English. */
static void find_fewer(const struct whole *w)
{
    size_t en = strlen(w->en.run), cy = strlen(w->cy.run);
    if (w->cy.count + w->en.quoted < w->en.count)
        doubt(w, w->f->pos,
              arena_printf(w->a,
                           "it has %zu sentence%s, the English %zu; is one missing?",
                           w->cy.count, w->cy.count == 1 ? "" : "s", w->en.count));
    else if (en >= 40 && cy * 10 < en * 6)
        doubt(w, w->f->pos, "it is much shorter than the English; is a part missing?");
}

/* Whether a text ends with a stop, behind which signs may close. */
static bool is_stopped(const char *run)
{
    size_t len = strlen(run);
    while (len > 0 && strchr(".!?", run[len - 1]) == NULL &&
           (strchr(" '\")]", run[len - 1]) != NULL || (run[len - 1] & 0x80) != 0))
        len--;
    return len > 0 && strchr(".!?", run[len - 1]) != NULL;
}

static void find_cut(const struct whole *w)
{
    if (is_stopped(w->en.run) && !is_stopped(w->cy.run))
        doubt(w, w->f->pos,
              "it does not end with a stop, as the English does; is it cut off?");
}

/* How often a text says a sentence. */
static size_t times_said(const struct sentences *s, const char *sentence)
{
    size_t times = 0;
    for (size_t i = 0; i < s->all.len; i++)
        times += strcmp(s->all.at[i].text, sentence) == 0;
    return times;
}

static size_t most_said(const struct sentences *s)
{
    size_t most = 0;
    for (size_t i = 0; i < s->all.len; i++) {
        const size_t times = times_said(s, s->all.at[i].text);
        most = times > most ? times : most;
    }
    return most;
}

/* A segment in which the one before was typed again. */
static void find_twice(const struct whole *w)
{
    const size_t most = most_said(&w->cy);
    for (size_t i = 0; most > most_said(&w->en) && i < w->cy.all.len; i++) {
        const char *text = w->cy.all.at[i].text;
        if (times_said(&w->cy, text) < most || strchr(text, ' ') == NULL)
            continue;
        doubt(w, place_of_words(w, text),
              arena_printf(w->a, "it says \"%s\" %zu times; is another sentence missing?",
                           first_words(w->a, text), most));
        return;
    }
}

static size_t count_signs(const char *s, const char *signs)
{
    size_t count = 0;
    for (; (s = strpbrk(s, signs)) != NULL; s++)
        count++;
    return count;
}

/* A clause between semicolons that is gone makes the text shorter, which Welsh seldom is.
 */
static void find_clause(const struct whole *w)
{
    const size_t en = strlen(w->en.run), cy = strlen(w->cy.run);
    if (count_signs(w->en.run, ";") >
            count_signs(w->cy.run, ";") + w->cy.count - w->en.count &&
        w->cy.count >= w->en.count && cy * 10 < en * 9)
        doubt(w, w->f->pos,
              "it has fewer clauses than the English, and is shorter; is one missing?");
}

/* A dash for what was not translated. */
static void find_dashes(const struct whole *w)
{
    for (size_t i = 0; i < w->cy.all.len; i++) {
        const char *s = w->cy.all.at[i].text;
        size_t len = strspn(s, "-\u2013\u2014.");
        if (len > 0 && (s[len] == ' ' || s[len] == '\0') &&
            strstr(w->en.run, arena_strndup(w->a, s, len)) == NULL)
            doubt(w, place_of_words(w, s),
                  "a dash stands where a sentence would; is one missing?");
    }
}

void room_doubted(struct arena *a, const struct fault_of *f, struct content welsh,
                  long max)
{
    const char *words = content_words(a, welsh);
    const size_t len = utf8_count(words, strlen(words));
    if (max > 0 && len > (size_t)max)
        diag(f->d, DIAG_XLIFF_LONG, f->pos,
             "unit %s (%s) has %zu characters; its place has room for about %ld: make it "
             "shorter, or look at a page with it",
             f->unit, f->path, len, max);
}

/* ---- all ---- */

static struct whole whole_of(struct arena *a, const struct fault_of *f,
                             struct content english, struct content welsh)
{
    return (struct whole){
        a, f, english, welsh, sentences_of(a, english), sentences_of(a, welsh)};
}

bool sentences_fit(struct arena *a, const struct fault_of *f, struct content english,
                   struct content welsh)
{
    struct whole w = whole_of(a, f, english, welsh);
    bool same = strcmp(w.en.run, w.cy.run) == 0; /* words_fit speaks of that */
    bool words = has_words(&w), translated = same || none_is_english(&w);
    bool filled = none_is_hollow(&w);
    return none_runs_on(&w) && words && translated && filled;
}

void sentences_doubted(struct arena *a, const struct fault_of *f, struct content english,
                       struct content welsh)
{
    struct whole w = whole_of(a, f, english, welsh);
    if (strcmp(w.en.run, w.cy.run) == 0)
        return; /* as it is by somebody's word, or names */
    find_fewer(&w);
    find_twice(&w);
    find_clause(&w);
    find_cut(&w);
    find_english(&w);
    find_other_language(&w);
    find_dashes(&w);
}
