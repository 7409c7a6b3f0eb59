/* answers.c -- the reply to the comments on a draft.  In: the comments with what was
 * decided and what changed; out: a letter, which the house's reply.xsl makes of them.
 * Knows nothing of where they come from. */
#include "compose/document.h"
#include "proof/proof.h"

#include <string.h>

struct letter {
    struct arena *a;
    const struct report *now;
    struct date date;
    const struct answered *answers;
    size_t count;
};

static const char *const DECISIONS[DECISION_COUNT] = {[DECISION_ACCEPTED] = "accepted",
                                                      [DECISION_PART] = "part",
                                                      [DECISION_NOT] = "not-accepted"};

static const struct input_part PARTS[] = {
    {"inspection", "reply"},
    {"reply", "@count n title date author decision comment other"},
    {"decision", "@is @count n"},
    {"comment", "@decision @change reference author text reason was now"},
    {"other", "@change reference was now"},
    {"text", "line"},
    {"reason", "line"},
    {"title", "prose"},
    {"date", "prose"},
    {"author", "prose"},
    {"n", "prose"},
    {"reference", "prose"},
    {"line", "prose"},
    {"was", "before changed after"},
    {"now", "before changed after"},
    {"before", "prose"},
    {"changed", "prose"},
    {"after", "prose"},
};

/* So many, for plurals; and in figures of the language. */
static void add_count(const struct letter *l, struct input e, size_t n)
{
    input_set(e, "count", arena_printf(l->a, "%zu", n));
    input_text(e, "n", lang_number(l->a, l->now->lang, (long)n), (struct pos){0});
}

/* Each one once; who is not known is not greeted. */
static void add_authors(const struct letter *l, struct input in)
{
    struct map *seen = map_new(l->a);
    for (size_t i = 0; i < l->count; i++)
        if (l->answers[i].author[0] != '\0' &&
            map_put(seen, l->answers[i].author, seen) == NULL)
            input_text(in, "author", l->answers[i].author, l->answers[i].pos);
}

static void add_decisions(const struct letter *l, struct input in)
{
    size_t counts[DECISION_COUNT] = {0};
    for (size_t i = 0; i < l->count; i++)
        counts[l->answers[i].decision]++;
    for (int i = DECISION_ACCEPTED; i < DECISION_COUNT; i++) {
        struct input e = input_add(in, "decision");
        input_set(e, "is", DECISIONS[i]);
        add_count(l, e, counts[i]);
    }
}

static void add_lines(const struct letter *l, struct input e, const char *text,
                      struct pos pos)
{
    while (*text != '\0') {
        text += strspn(text, " ");
        size_t len = strcspn(text, "\n");
        input_text(e, "line", arena_strndup(l->a, text, len), pos);
        text += len + (text[len] == '\n');
    }
}

static const char *change(const struct answered *a)
{
    return a->was == NULL                ? "elsewhere"
           : a->now == NULL              ? "gone"
           : strcmp(a->was, a->now) == 0 ? "unchanged"
                                         : "made";
}

/* What both begin with and what both end with, in whole words: bytes. */
struct common {
    size_t front, back;
};

static bool ends_word(const char *s, size_t at)
{
    return at == 0 || s[at] == '\0' || s[at] == ' ' || s[at - 1] == ' ';
}

static struct common common_words(const char *x, const char *y)
{
    size_t m = strlen(x), n = strlen(y), most = m < n ? m : n;
    struct common s = {0, 0};
    while (s.front < most && x[s.front] == y[s.front])
        s.front++;
    while (!ends_word(x, s.front) || !ends_word(y, s.front))
        s.front--;
    while (s.back < most - s.front && x[m - 1 - s.back] == y[n - 1 - s.back])
        s.back++;
    while (!ends_word(x, m - s.back) || !ends_word(y, n - s.back))
        s.back--;
    return s;
}

static void add_version(const struct letter *l, struct input e, const char *name,
                        const char *text, struct common s, struct pos pos)
{
    struct input in = input_add(e, name);
    size_t end = strlen(text) - s.back;
    input_text(in, "before", arena_strndup(l->a, text, s.front), pos);
    input_text(in, "changed", arena_strndup(l->a, text + s.front, end - s.front), pos);
    input_text(in, "after", text + end, pos);
}

static void add_versions(const struct letter *l, struct input e, const struct answered *a)
{
    const char *was = a->was != NULL ? a->was : a->now != NULL ? a->now : "";
    struct common s = common_words(was, a->now != NULL ? a->now : was);
    if (a->was != NULL)
        add_version(l, e, "was", a->was, s, a->pos);
    if (a->now != NULL)
        add_version(l, e, "now", a->now, s, a->pos);
}

static void add_comment(const struct letter *l, struct input in, const struct answered *a)
{
    struct input e = input_add(in, "comment");
    input_set(e, "decision", DECISIONS[a->decision]);
    input_set(e, "change", change(a));
    input_text(e, "reference", a->ref, a->pos);
    input_text(e, "author", a->author, a->pos);
    add_lines(l, input_add(e, "text"), a->comment, a->pos);
    add_lines(l, input_add(e, "reason"), a->reason, a->pos);
    if (strcmp(change(a), "made") == 0)
        add_versions(l, e, a);
}

static void add_other(const struct letter *l, struct input in, const struct answered *a)
{
    struct input e = input_add(in, "other");
    input_set(e, "change", a->was == NULL ? "new" : a->now == NULL ? "gone" : "made");
    input_text(e, "reference", a->ref, a->pos);
    add_versions(l, e, a);
}

static bool is_asked(const struct answered *a)
{
    return a->decision != DECISION_OPEN;
}

static void add_reply(struct input in, void *data)
{
    const struct letter *l = data;
    input_text(in, "title", l->now->plain_title, (struct pos){0});
    input_text(in, "date", lang_date(l->a, l->now->lang, l->date), (struct pos){0});
    size_t asked = 0;
    for (size_t i = 0; i < l->count; i++)
        asked += is_asked(&l->answers[i]);
    add_count(l, in, asked);
    add_authors(l, in);
    add_decisions(l, in);
    for (size_t i = 0; i < l->count; i++)
        (is_asked(&l->answers[i]) ? add_comment : add_other)(l, in, &l->answers[i]);
}

/* A letter that leaves the house bears no marks of a stage. */
static void leave_stage(struct report *out)
{
    out->stage = STAGE_FINAL;
    for (int i = LAYOUT_MARKING; i < LAYOUT_WORD_COUNT; i++)
        out->words[i] = "";
}

const struct report *answers_report(struct arena *a, struct diags *d,
                                    const struct scores *s, const struct report *now,
                                    struct date date, const struct answered *answers,
                                    size_t count)
{
    struct letter l = {a, now, date, answers, count};
    struct report of = *now;
    leave_stage(&of);
    of.published = date;
    const struct about about = {"reply", add_reply, &l, PARTS, LEN(PARTS)};
    return document_about(a, d, s, &of, &about);
}
