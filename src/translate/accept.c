/* accept.c -- an editor's word on a unit: that a change of the English makes none in
 * Welsh, or that the Welsh is final.  In: uid, who says so and when; out: the unit as it
 * is now, with a note that says it. */
#include "translate/check.h"
#include "translate/unit.h"

#include <string.h>

static void sign_note(struct arena *a, struct unit *u, const char *text)
{
    struct xliff_note *all = NEW_ARRAY(a, struct xliff_note, u->note_count + 1);
    if (u->note_count > 0)
        memcpy(all, u->notes, u->note_count * sizeof *all);
    all[u->note_count++] = (struct xliff_note){NOTE_ACCEPTED, text};
    u->notes = all;
}

/* What the English has lost or gained of codes, the Welsh has to follow. */
static bool still_fits(struct arena *a, struct diags *d, const struct unit *u)
{
    struct fault_of f = {d, u->uid, u->path, u->welsh.pos};
    struct content fitting;
    return codes_fit(a, &f, u->english, u->welsh, &fitting);
}

/* What was doubted when it was delivered is said once more to who signs it off. */
static void say_doubts(struct arena *a, struct diags *d, const struct unit *u)
{
    struct fault_of f = {d, u->uid, u->path, u->welsh.pos};
    struct content welsh;
    if (codes_fit(a, &f, u->english, u->welsh, &welsh))
        sentences_doubted(a, &f, u->english, welsh);
}

static bool accept(struct arena *a, struct diags *d, struct unit *u, const char *by,
                   const char *date)
{
    switch (u->standing) {
    case UNIT_STALE:
        if (!still_fits(a, d, u))
            return false;
        u->base = u->english;
        if (u->state == XLIFF_NEEDS_ADAPTATION)
            u->state = XLIFF_TRANSLATED;
        sign_note(a, u, arena_printf(a, "no change in Welsh: %s, %s", by, date));
        say_doubts(a, d, u);
        break;
    case UNIT_REVIEW:
        say_doubts(a, d, u);
        u->state = XLIFF_FINAL;
        sign_note(a, u, arena_printf(a, "final: %s, %s", by, date));
        break;
    case UNIT_FINAL:
    case UNIT_MISSING: return false;
    }
    bool stale = u->standing == UNIT_STALE;
    u->standing = unit_stands(a, u);
    if (stale && u->standing == UNIT_REVIEW)
        diag(d, DIAG_UNIT_LEFT, u->pos,
             "%s: its Welsh fits the English again, and was never final: it is under "
             "review; accept it once more to sign it off",
             u->uid);
    return true;
}

static void say_unknown(struct arena *a, struct diags *d, const struct translation *t,
                        const char *uid)
{
    const char **names = NEW_ARRAY(a, const char *, t->count + 1);
    for (size_t i = 0; i < t->count; i++)
        names[i] = t->units[i].uid;
    const char *near = nearest_name(uid, names, t->count);
    diag(d, DIAG_UNIT_UNKNOWN, (struct pos){0},
         "\"%s\"%s%s%s; gwasg check names those that are not final", uid,
         near != NULL ? ", did you mean " : "", near != NULL ? near : "",
         near != NULL ? "?" : "");
}

/* What is under review.  That a change of the English makes none in Welsh is said of each
 * unit by its name, after looking at it. */
static bool accept_all(struct arena *a, struct diags *d, struct translation *t,
                       const char *by, const char *date)
{
    bool any = false;
    for (size_t i = 0; i < t->count; i++) {
        struct unit *u = &t->units[i];
        if (u->standing == UNIT_REVIEW)
            any = accept(a, d, u, by, date) || any;
        else if (u->standing == UNIT_STALE)
            diag(d, DIAG_UNIT_LEFT, u->pos,
                 "%s: its English changed; name it to say that its Welsh stays", u->uid);
    }
    return any;
}

bool translation_accept(struct arena *a, struct diags *d, struct translation *t,
                        const char *uid, const char *by, const char *date)
{
    if (strcmp(uid, "all") == 0)
        return accept_all(a, d, t, by, date);
    for (size_t i = 0; i < t->count; i++) {
        struct unit *u = &t->units[i];
        if (strcmp(u->uid, uid) != 0)
            continue;
        if (u->standing == UNIT_MISSING)
            diag(d, DIAG_UNIT_UNKNOWN, u->pos, "%s has no Welsh that could be accepted",
                 uid);
        return accept(a, d, u, by, date);
    }
    say_unknown(a, d, t, uid);
    return false;
}
