/* quote.c -- in: what is to be quoted and where it stands; out: its reference.  Knows no
 * elements but by their label. */
#include "compose/quote.h"

#include <string.h>

static const enum report_word LETTERS[QUOTED_COUNT] = {
    [QUOTED_P] = REPORT_WORD_REF_PARAGRAPH,  [QUOTED_BOX] = REPORT_WORD_REF_BOX,
    [QUOTED_HEADING] = REPORT_WORD_REF_HEAD, [QUOTED_ROW] = REPORT_WORD_REF_ROW,
    [QUOTED_NOTE] = REPORT_WORD_REF_NOTE,
};

/* In an edition of another language its reader still quotes what all others quote. */
static const char *in_english(struct work *w, const char *key, const char *n)
{
    enum lang own = w->lang;
    w->lang = LANG_EN;
    const char *words = n != NULL ? word_plain_n(w, key, n) : word_plain(w, key, false);
    w->lang = own;
    return words;
}

const char *quote_word(struct quoting *q, enum report_word key)
{
    return in_english(q->w, report_word_key(key), NULL);
}

const char *quote_counted(struct quoting *q, enum report_word key, int n)
{
    return in_english(q->w, report_word_key(key), arena_printf(q->w->a, "%d", n));
}

const char *quote_named(struct quoting *q, const struct element *e)
{
    const char *key = e->at[AT_REF_WORD], *number = e->at[AT_REF_NUMBER];
    if (key == NULL)
        return number;
    return in_english(q->w, key, number != NULL ? number : "");
}

void quote_begin(struct quoting *q, struct work *w)
{
    *q = (struct quoting){.w = w};
    if (w->about == NULL) { /* what is about a report is not quoted itself */
        q->place = q->section = NEW(w->a, struct quoted_place);
        q->place->ref = "";
    }
    q->given = map_new(w->a);
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

const char *quote_once(struct quoting *q, const char *ref)
{
    struct arena *a = q->w->a;
    const char *own = ref;
    int *again = map_get(q->given, ref); /* how often it was given again */
    while (map_get(q->given, own) != NULL)
        own = quote_again(a, ref, (*again)++);
    map_put(q->given, own, NEW(a, int));
    return own;
}

static const char *joint_of(const struct quoted_place *p)
{
    return p->ref[0] != '\0' ? " " : "";
}

const char *quote_next(struct quoting *q, enum quoted kind)
{
    struct quoted_place *p = kind == QUOTED_NOTE ? q->section : q->place;
    if (q->place == NULL || p == NULL || q->letters[kind][0] == '\0')
        return NULL;
    int number = ++p->counted[kind];
    bool bare = kind == QUOTED_P && p->joint != NULL;
    return quote_once(q, arena_printf(q->w->a, "%s%s%s%d", p->ref,
                                      bare ? p->joint : joint_of(p),
                                      bare ? "" : q->letters[kind], number));
}

/* "2.4" in the place "2" says where it is already. */
static bool says_place(const struct quoted_place *p, const char *label)
{
    size_t len = strlen(p->ref);
    return len > 0 && strncmp(label, p->ref, len) == 0 && label[len] == '.';
}

const char *quote_label(struct quoting *q, const char *letter, const char *label)
{
    struct quoted_place *p = q->place;
    if (p == NULL)
        return NULL;
    size_t len = strlen(label);
    len -= len > 0 && label[len - 1] == '.';
    bool bare = letter[0] == '\0' && says_place(p, label);
    return quote_once(q, arena_printf(q->w->a, "%s%s%s%.*s", bare ? "" : p->ref,
                                      bare ? "" : joint_of(p), letter, (int)len, label));
}
