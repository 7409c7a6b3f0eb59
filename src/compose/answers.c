/* answers.c -- the reply to the comments on a draft.  In: the comments with what was
 * decided and what changed; out: a report tree, a letter with a row for each.  Knows
 * nothing of where they come from. */
#include "compose/answers.h"

#include "base/map.h"
#include "compose/work.h"

#include <string.h>

struct letter {
    struct work *w;
    const struct answered *answers;
    size_t count, authors; /* authors: different ones */
};

/* Wording of the letter; the decisions are those of the response form. */
static const char *const DECISIONS[DECISION_COUNT] = {
    [DECISION_ACCEPTED] = "form-accepted",
    [DECISION_PART] = "form-part",
    [DECISION_NOT] = "form-not-accepted"};
static const char *const COUNTS[DECISION_COUNT] = {
    [DECISION_ACCEPTED] = "reply-count-accepted",
    [DECISION_PART] = "reply-count-part",
    [DECISION_NOT] = "reply-count-not-accepted"};

static struct element *add(struct letter *l, struct element *parent,
                           enum element_kind kind)
{
    struct element *e = element_new(l->w->a, kind, parent->pos);
    element_append(parent, e);
    return e;
}

static void add_text(struct letter *l, struct element *into, const char *text)
{
    element_text(l->w->a, into, text, into->pos);
}

static void add_word(struct letter *l, struct element *into, const char *key)
{
    word_into(l->w, into, key, NULL, true);
}

/* ---- the head ---- */

/* Names and programme in both languages, the letter's own first, where the house writes
 * letters. */
static void add_letterhead(struct letter *l, struct element *root)
{
    static const struct {
        const char *key;
        enum element_kind kind;
        bool other;
    } parts[] = {{"cover-name", EL_NAME, false},
                 {"cover-name-other", EL_NAME, true},
                 {"letter-address", EL_ADDRESS, false},
                 {"letter-programme", EL_STRAP, false},
                 {"letter-programme-other", EL_STRAP, true}};
    if (words_get(l->w->p->words, "letter-address") == NULL)
        return;
    struct element *head = add(l, root, EL_LETTERHEAD);
    enum lang own = l->w->lang, other = own == LANG_EN ? LANG_CY : LANG_EN;
    for (size_t i = 0; i < LEN(parts); i++) {
        struct element *part = add(l, head, parts[i].kind);
        if (parts[i].kind != EL_ADDRESS)
            element_set_lang(part, parts[i].other ? other : own);
        add_word(l, part, parts[i].key);
    }
}

static struct element *add_row(struct letter *l, struct element *body, const char *key)
{
    struct element *tr = add(l, body, EL_TR);
    struct element *th = add(l, tr, EL_TH);
    element_choose(th, AT_SCOPE, HEAD_OF_ROW);
    add_word(l, add(l, th, EL_P), key);
    return add(l, tr, EL_TD);
}

static void add_authors(struct letter *l, struct element *cell)
{
    struct map *seen = map_new(l->w->a);
    for (size_t i = 0; i < l->count; i++) {
        const char *author = l->answers[i].author;
        if (author[0] == '\0' || map_put(seen, author, l) != NULL)
            continue;
        add_text(l, add(l, cell, EL_P), author);
        l->authors++;
    }
}

static void add_addressees(struct letter *l, struct element *section, const char *title,
                           struct date date)
{
    struct element *table = add(l, section, EL_TABLE);
    element_choose(table, AT_KIND, TABLE_LETTER);
    static const int widths[] = {72, WIDTH_REST};
    for (size_t i = 0; i < LEN(widths); i++) {
        struct element *col = add(l, table, EL_COL);
        col->set[AT_WIDTH] = widths[i];
        element_choose(col, AT_ALIGN, COLUMN_LEFT);
    }
    struct element *body = add(l, table, EL_TBODY);
    add_authors(l, add_row(l, body, "reply-to"));
    struct element *about = add_row(l, body, "reply-about");
    add_text(l, add(l, about, EL_P), title);
    struct element *on = add_row(l, body, "reply-date");
    add_text(l, add(l, on, EL_P), lang_date(l->w->a, l->w->lang, date));
}

/* ---- thanks and counts ---- */

static void add_count(struct letter *l, struct element *into, const char *key, long n)
{
    const char *number = lang_number(l->w->a, l->w->lang, n);
    struct sink to = sink_of(into);
    expand_word(l->w, &to, key, &n, with_text(l->w, "n", number), into->pos);
}

static void add_counts(struct letter *l, struct element *section)
{
    long counts[DECISION_COUNT] = {0};
    for (size_t i = 0; i < l->count; i++)
        counts[l->answers[i].decision]++;
    add_count(l, add(l, section, EL_P), "reply-thanks", (long)l->count);
    struct element *list = add(l, section, EL_LIST);
    element_choose(list, AT_KIND, LIST_BULLET);
    for (int i = 0; i < DECISION_COUNT; i++)
        if (counts[i] > 0)
            add_count(l, add(l, add(l, list, EL_ITEM), EL_P), COUNTS[i], counts[i]);
}

/* ---- the comments ---- */

/* Each of its lines a paragraph. */
static void add_lines(struct letter *l, struct element *cell, const char *text)
{
    while (*text != '\0') {
        text += strspn(text, " ");
        size_t len = strcspn(text, "\n");
        if (len > 0)
            add_text(l, add(l, cell, EL_P), arena_strndup(l->w->a, text, len));
        text += len + (text[len] == '\n');
    }
}

static void add_change(struct letter *l, struct element *cell, const struct answered *a)
{
    if (a->was == NULL) {
        add_word(l, add(l, cell, EL_P), "reply-elsewhere");
    } else if (a->now == NULL) {
        add_word(l, add(l, cell, EL_P), "reply-gone");
    } else if (strcmp(a->was, a->now) == 0) {
        add_word(l, add(l, cell, EL_P), "reply-unchanged");
    } else {
        struct element *was = add(l, cell, EL_P), *now = add(l, cell, EL_P);
        word_into(l->w, was, "reply-was", with_text(l->w, "text", a->was), true);
        word_into(l->w, now, "reply-now", with_text(l->w, "text", a->now), true);
    }
}

static void add_answer(struct letter *l, struct element *body, const struct answered *a)
{
    struct element *tr = add(l, body, EL_TR);
    tr->pos = a->pos;
    struct element *th = add(l, tr, EL_TH);
    element_choose(th, AT_SCOPE, HEAD_OF_ROW);
    struct element *ref = add(l, th, EL_P);
    if (a->ref[0] != '\0')
        add_text(l, ref, a->ref);
    else
        add_word(l, ref, "reply-no-reference");
    struct element *comment = add(l, tr, EL_TD);
    add_lines(l, comment, a->comment);
    if (l->authors > 1 && a->author[0] != '\0')
        add_text(l, add(l, add(l, comment, EL_P), EL_EM), a->author);
    struct element *decision = add(l, tr, EL_TD);
    add_word(l, add(l, add(l, decision, EL_P), EL_STRONG), DECISIONS[a->decision]);
    add_lines(l, decision, a->reason);
    add_change(l, add(l, tr, EL_TD), a);
}

static const struct {
    int width;
    const char *key;
} COLUMNS[] = {{58, "form-reference"},
               {122, "reply-comment"},
               {136, "reply-decision"},
               {WIDTH_REST, "reply-change"}};

static void add_answers(struct letter *l, struct element *section)
{
    struct element *table = add(l, section, EL_TABLE);
    element_choose(table, AT_KIND, TABLE_DENSE);
    for (size_t i = 0; i < LEN(COLUMNS); i++) {
        struct element *col = add(l, table, EL_COL);
        col->set[AT_WIDTH] = COLUMNS[i].width;
        element_choose(col, AT_ALIGN, COLUMN_LEFT);
    }
    struct element *tr = add(l, add(l, table, EL_THEAD), EL_TR);
    for (size_t i = 0; i < LEN(COLUMNS); i++) {
        struct element *th = add(l, tr, EL_TH);
        element_choose(th, AT_SCOPE, HEAD_OF_COLUMN);
        add_word(l, add(l, th, EL_P), COLUMNS[i].key);
    }
    struct element *body = add(l, table, EL_TBODY);
    for (size_t i = 0; i < l->count; i++)
        add_answer(l, body, &l->answers[i]);
}

/* ---- who signs: as the foreword, or from whom the letter is that is the report ---- */

static void add_signature(struct letter *l, struct element *section)
{
    struct work *w = l->w;
    const struct value *name = inspection_value(w->in, "signed.name");
    const struct value *role = inspection_value(w->in, "signed.role");
    if (name == NULL)
        name = inspection_value(w->in, "from");
    if (name == NULL || name->field->kind != FIELD_LINE)
        return;
    add_word(l, add(l, section, EL_P), "reply-close");
    struct element *signature = add(l, section, EL_SIGNATURE);
    expand_inlines(w, add(l, signature, EL_NAME), name->line, NULL);
    if (role != NULL && role->word != NULL)
        add_word(l, add(l, signature, EL_ROLE),
                 arena_printf(w->a, "signs-%s", role->word));
}

/* ---- the letter ---- */

static struct element *letter_tree(struct letter *l, const char *title, struct date date)
{
    struct element *root = element_new(l->w->a, EL_REPORT, (struct pos){0});
    element_choose(root, AT_KIND, REPORT_LETTER);
    add_letterhead(l, root);
    struct element *section = add(l, root, EL_SECTION);
    struct element *heading = add(l, section, EL_HEADING);
    heading->set[AT_LEVEL] = 1;
    add_word(l, heading, "reply-title");
    add_addressees(l, section, title, date);
    add_counts(l, section);
    add_answers(l, section);
    add_signature(l, section);
    return root;
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
    struct letter l = {work_new(a, d, s, now->lang, STAGE_FINAL), answers, count, 0};
    struct report *out = NEW(a, struct report);
    *out = *now;
    leave_stage(out);
    struct element *root = letter_tree(&l, now->plain_title, date);
    typography_set(l.w, root);
    out->root = root;
    out->document = "reply";
    out->published = date;
    const char *title = word_plain(l.w, "reply-title", true);
    title = lang_typography(a, now->lang, title, 0);
    out->title = arena_printf(a, "%s: %s", title, now->plain_title);
    struct element *foot = element_new(a, EL_FOOT, (struct pos){0});
    element_text(a, foot, title, foot->pos);
    out->foot = foot;
    out->figures = NULL;
    out->figure_count = 0;
    return out;
}
