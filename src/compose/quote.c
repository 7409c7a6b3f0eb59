/* quote.c -- in: what is to be quoted and where it stands; out: its reference.  Knows no
 * elements but by their label. */
#include "compose/quote.h"

#include <string.h>

static const enum report_word LETTERS[QUOTED_COUNT] = {
    [QUOTED_P] = REPORT_WORD_REF_PARAGRAPH,  [QUOTED_BOX] = REPORT_WORD_REF_BOX,
    [QUOTED_HEADING] = REPORT_WORD_REF_HEAD, [QUOTED_ROW] = REPORT_WORD_REF_ROW,
    [QUOTED_NOTE] = REPORT_WORD_REF_NOTE,
};

static const struct quoted_word NO_WORD = {"", ""};

static const char *worded(struct work *w, const char *key, const char *n)
{
    return n != NULL ? word_plain_n(w, key, n) : word_plain(w, key, false);
}

/* In an edition of another language the reference is still what all others quote.  What
 * is printed in margins alone (not `anywhere`) nobody need have read before a final. */
static struct quoted_word in_both(struct work *w, const char *key, const char *n,
                                  bool anywhere)
{
    const enum lang own = w->lang;
    struct map *said = w->said;
    struct diags *d = w->d;
    w->lang = LANG_EN;
    struct quoted_word word = {.en = worded(w, key, n)};
    w->lang = own;
    w->said = anywhere ? said : map_new(w->a);
    w->d = anywhere ? d : diags_new(w->a);
    word.own = own == LANG_EN ? word.en : worded(w, key, n);
    w->said = said;
    w->d = d;
    return word;
}

struct quoted_word quote_word(struct quoting *q, enum report_word key)
{
    return in_both(q->w, report_word_key(key), NULL, false);
}

struct quoted_word quote_counted(struct quoting *q, enum report_word key, int n)
{
    return in_both(q->w, report_word_key(key), arena_printf(q->w->a, "%d", n), true);
}

struct quoted_word quote_named(struct quoting *q, const struct element *e)
{
    const char *key = e->at[AT_REF_WORD], *number = e->at[AT_REF_NUMBER];
    if (key == NULL)
        return (struct quoted_word){number, number};
    return in_both(q->w, key, number != NULL ? number : "", e->kind == EL_SECTION);
}

void quote_begin(struct quoting *q, struct work *w)
{
    *q = (struct quoting){.w = w};
    if (w->about == NULL) { /* what is about a report is not quoted itself */
        q->place = q->section = NEW(w->a, struct quoted_place);
        q->place->ref = "";
    }
    q->given = map_new(w->a);
    q->said = map_new(w->a);
    for (size_t i = 0; i < QUOTED_COUNT; i++)
        q->letters[i] = quote_word(q, LETTERS[i]);
}

/* "p1b" to "p1z", then "p1b2" and so on. */
static const char *quote_again(struct arena *a, const char *ref, int again)
{
    int letter = 'b' + again % 25, round = again / 25;
    return round == 0 ? arena_printf(a, "%s%c", ref, letter)
                      : arena_printf(a, "%s%c%d", ref, letter, round + 1);
}

const char *quote_once(struct quoting *q, struct quoted_word ref)
{
    struct arena *a = q->w->a;
    const char *own = ref.en;
    int *again = map_get(q->given, own); /* how often it was given again */
    while (map_get(q->given, own) != NULL)
        own = quote_again(a, ref.en, (*again)++);
    map_put(q->given, own, NEW(a, int));
    map_put(q->said, own, arena_printf(a, "%s%s", ref.own, own + strlen(ref.en)));
    return own;
}

/* What stands before all that is quoted within a place. */
static struct quoted_word place_words(const struct quoting *q,
                                      const struct quoted_place *p)
{
    const char *said = map_get(q->said, p->ref);
    return (struct quoted_word){p->ref, said != NULL ? said : p->ref};
}

/* The place, a joint, then the rest. */
static struct quoted_word join(struct arena *a, struct quoted_word p, const char *joint,
                               struct quoted_word letter, const char *rest)
{
    return (struct quoted_word){
        arena_printf(a, "%s%s%s%s", p.en, joint, letter.en, rest),
        arena_printf(a, "%s%s%s%s", p.own, joint, letter.own, rest)};
}

static const char *joint_of(const struct quoted_place *p)
{
    return p->ref[0] != '\0' ? " " : "";
}

const char *quote_next(struct quoting *q, enum quoted kind)
{
    struct quoted_place *p = kind == QUOTED_NOTE ? q->section : q->place;
    if (q->place == NULL || p == NULL || q->letters[kind].en[0] == '\0')
        return NULL;
    const char *number = arena_printf(q->w->a, "%d", ++p->counted[kind]);
    bool bare = kind == QUOTED_P && p->joint != NULL;
    return quote_once(q, join(q->w->a, place_words(q, p), bare ? p->joint : joint_of(p),
                              bare ? NO_WORD : q->letters[kind], number));
}

/* "2.4" in the place "2" says where it is already. */
static bool says_place(const struct quoted_place *p, const char *label)
{
    size_t len = strlen(p->ref);
    return len > 0 && strncmp(label, p->ref, len) == 0 && label[len] == '.';
}

const char *quote_label(struct quoting *q, struct quoted_word letter, const char *label)
{
    struct quoted_place *p = q->place;
    if (p == NULL)
        return NULL;
    size_t len = strlen(label);
    len -= len > 0 && label[len - 1] == '.';
    bool bare = letter.en[0] == '\0' && says_place(p, label);
    return quote_once(q, join(q->w->a, bare ? NO_WORD : place_words(q, p),
                              bare ? "" : joint_of(p), letter,
                              arena_strndup(q->w->a, label, len)));
}

/* What another place is called already, in either language, stays English. */
void quote_said(struct quoting *q, struct element *e)
{
    if (e->ref != NULL) {
        e->said = map_get(q->said, e->ref);
        if (strcmp(e->said, e->ref) != 0 && map_get(q->given, e->said) != NULL)
            e->said = e->ref;
        map_put(q->given, e->said, e);
    }
    for (struct element *c = e->first; c != NULL; c = c->next)
        quote_said(q, c);
}
