/* round.c -- in: the maps of the drafts that were sent, and the report's own; out: which
 * block a comment means.  Knows nothing of what was decided. */
#include "comments/round.h"

#include "base/file.h"
#include "base/utf8.h"
#include "sending/sent.h"

#include <ctype.h>
#include <string.h>

enum { DRAFTS = 99, QUOTED = 20 /* characters of our text that make a quotation */ };

/* ---- the drafts ---- */

/* "1.2 A(3)" -> "1 2 a 3": runs of digits or letters, what is between them left out. */
static const char *loose_ref(struct arena *a, const char *ref)
{
    struct buf out = buf_new(a);
    bool digit = false, open = false;
    for (; *ref != '\0'; ref++) {
        bool number = isdigit((unsigned char)*ref);
        if (!isalnum((unsigned char)*ref)) {
            open = false;
            continue;
        }
        if (out.len > 0 && (!open || number != digit))
            buf_char(&out, ' ');
        buf_char(&out, (char)tolower((unsigned char)*ref));
        digit = number;
        open = true;
    }
    return out.at;
}

static const struct mapped AMBIGUOUS; /* two references of the same letters and digits */

static struct map *loose_refs(struct arena *a, const struct draft_map *m, bool labels)
{
    struct map *loose = map_new(a);
    for (size_t i = 0; i < m->count; i++) {
        const char *key = loose_ref(a, labels ? m->at[i].label : m->at[i].ref);
        if (map_put(loose, key, &m->at[i]) != NULL)
            map_put(loose, key, (void *)(uintptr_t)&AMBIGUOUS);
    }
    return loose;
}

static bool read_draft(struct arena *a, struct diags *d, struct round *r, int number)
{
    struct sent_draft *draft = &r->drafts[number - 1];
    bool any = false;
    for (int l = 0; l < LANG_COUNT; l++) {
        const char *path = map_path(a, r->dir, number, (enum lang)l);
        draft->there[l] = file_exists(path) && map_read(a, d, path, &draft->map[l]);
        any |= draft->there[l];
        if (draft->there[l])
            draft->labels = loose_refs(a, &draft->map[l], true);
        if (draft->there[l] && draft->loose == NULL)
            draft->loose = loose_refs(a, &draft->map[l], false);
    }
    return any;
}

/* What was sent is known by its map; without it no comment on it would find its place. */
static void say_map_missing(struct diags *d, const struct round *r, struct pos row)
{
    diag(
        d, DIAG_FILE_MISSING, row,
        "the map of draft %d, which was sent: put sent/draft%d.en.csv (or .cy.csv) back, "
        "for without it no comment finds its place",
        r->count + 1, r->count + 1);
}

/* The hashes of drafts.csv: one for each edition of a draft. */
static void read_hashes(struct arena *a, struct diags *d, struct round *r)
{
    struct sent sent;
    if (!sent_read(a, d, r->dir, &sent))
        return;
    const struct sent_row *lost = NULL;
    for (size_t i = 0; i < sent.count; i++) {
        const struct sent_row *row = &sent.at[i];
        if (row->stage != STAGE_DRAFT)
            continue;
        if (row->draft > r->count) {
            lost = lost != NULL ? lost : row;
            continue;
        }
        struct sent_draft *draft = &r->drafts[row->draft - 1];
        if (draft->hashes == NULL)
            draft->hashes = map_new(a);
        map_put(draft->hashes, row->hash, draft);
    }
    if (lost != NULL)
        say_map_missing(d, r, lost->pos);
}

struct round *round_read(struct arena *a, struct diags *d, const char *dir,
                         const char *name)
{
    struct round *r = NEW(a, struct round);
    *r = (struct round){.dir = dir, .name = name};
    r->drafts = NEW_ARRAY(a, struct sent_draft, DRAFTS);
    while (r->count < DRAFTS && read_draft(a, d, r, r->count + 1))
        r->count++;
    read_hashes(a, d, r);
    return r;
}

void round_set_now(struct arena *a, struct round *r, const struct report *now)
{
    enum lang l = now->lang;
    r->now[l] = map_of_report(a, now);
    static const enum lang first[LANG_COUNT][LANG_COUNT] = {{LANG_EN, LANG_CY},
                                                            {LANG_CY, LANG_EN}};
    const struct sent_draft *last = r->count > 0 ? &r->drafts[r->count - 1] : NULL;
    for (int i = 0; last != NULL && i < LANG_COUNT; i++)
        if (last->there[first[l][i]]) {
            map_carry(a, &r->now[l], &last->map[first[l][i]], r->count + 1);
            return;
        }
}

const struct mapped *round_block(const struct round *r, int number, const char *uid,
                                 enum lang l)
{
    if (number < 1 || number > r->count || uid[0] == '\0')
        return NULL;
    const struct sent_draft *draft = &r->drafts[number - 1];
    if (draft->there[l])
        return map_find_uid(&draft->map[l], uid);
    for (int other = 0; other < LANG_COUNT; other++)
        if (draft->there[other])
            return map_find_uid(&draft->map[other], uid);
    return NULL;
}

/* NULL, and said, when they are not as they were kept. */
static const struct draft_places *read_places(struct arena *a, struct diags *d,
                                              const char *path, const char *hash)
{
    struct draft_places *p = NEW(a, struct draft_places);
    if (!places_read(a, d, path, p))
        return NULL;
    if (hash == NULL || strcmp(hash, p->hash) == 0)
        return p;
    diag(
        d, DIAG_SENT_ALREADY, pos_of_path(a, path),
        "it has the places of a text with the hash %s, and the map of this draft has %s; "
        "put the file back that was sent",
        p->hash, hash);
    return NULL;
}

const struct draft_places *round_places(struct arena *a, struct diags *d, struct round *r,
                                        int number, enum lang l)
{
    struct sent_draft *draft = &r->drafts[number - 1];
    const char *path = places_path(a, r->dir, number, l);
    if (draft->places[l] != NULL || !draft->there[l] || !file_exists(path))
        return draft->places[l];
    draft->places[l] = read_places(a, d, path, draft->map[l].hash);
    r->torn |= draft->places[l] == NULL;
    return draft->places[l];
}

/* ---- texts ---- */

#define HARD_BLANK "\xC2\xA0"

/* The next character of a text whose runs of blanks count as one and whose blanks at the
 * ends count for nothing; 0 at its end. */
static uint32_t next_folded(const char **text, bool first)
{
    const char *s = *text;
    size_t width;
    bool blank = false;
    while (isspace((unsigned char)*s) || strncmp(s, HARD_BLANK, 2) == 0) {
        s += isspace((unsigned char)*s) ? 1 : 2;
        blank = true;
    }
    if (*s == '\0')
        return 0;
    if (blank && !first) {
        *text = s;
        return ' ';
    }
    uint32_t c = utf8_decode(s, strnlen(s, 4), &width);
    *text = s + width;
    return c;
}

bool text_same(const char *typed, const char *ours, bool windows)
{
    for (bool first = true;; first = false) {
        uint32_t c = next_folded(&typed, first), o = next_folded(&ours, first);
        if (c != o && !(windows && c == '?' && o >= 0x80))
            return false;
        if (c == 0)
            return true;
    }
}

static bool row_says(struct arena *a, const struct sent_draft *draft,
                     const struct mapped *at, const struct reply_row *row, bool windows)
{
    for (int l = 0; l < LANG_COUNT; l++) {
        const struct mapped *m =
            draft->there[l] ? map_find_uid(&draft->map[l], at->uid) : NULL;
        if (m != NULL && text_same(row->ours, map_form_text(a, m), windows))
            return true;
    }
    return false;
}

/* ---- places ---- */

static const struct mapped *by_reference(struct arena *a, const struct sent_draft *draft,
                                         const char *ref)
{
    for (int l = 0; l < LANG_COUNT && ref[0] != '\0'; l++) {
        const struct mapped *m =
            draft->there[l] ? map_find_ref(a, &draft->map[l], ref) : NULL;
        if (m != NULL)
            return m;
    }
    const char *key = loose_ref(a, ref);
    const struct mapped *m = key[0] != '\0' ? map_get(draft->loose, key) : NULL;
    if (m == NULL && key[0] != '\0')
        m = map_get(draft->labels, key);
    return m != &AMBIGUOUS ? m : NULL;
}

/* "1.1" where a spreadsheet has taken the reference 1.10 for a number. */
static const struct mapped *by_number(struct arena *a, const struct sent_draft *draft,
                                      const struct reply_row *row, bool windows)
{
    const char *ref = row->ref;
    for (int zeros = 0; zeros < 2; zeros++) {
        ref = arena_printf(a, strchr(ref, '.') != NULL ? "%s0" : "%s.0", ref);
        const struct mapped *m = by_reference(a, draft, ref);
        if (m != NULL && row_says(a, draft, m, row, windows))
            return m;
    }
    return NULL;
}

/* The only block that says these words; NULL when none or several do. */
static const struct mapped *by_text(struct arena *a, const struct draft_map *m,
                                    const char *ours, bool windows)
{
    const char *words = text_one_line(a, ours);
    const struct mapped *found = NULL, *within = NULL;
    int same = 0, inside = 0;
    for (size_t i = 0; i < m->count; i++) {
        const char *text = map_form_text(a, &m->at[i]);
        if (text_same(words, text, windows)) {
            found = &m->at[i];
            same++;
        } else if (strstr(text, words) != NULL) {
            within = &m->at[i];
            inside++;
        }
    }
    if (same == 1)
        return found;
    bool enough = utf8_count(words, strlen(words)) >= QUOTED;
    return same == 0 && inside == 1 && enough ? within : NULL;
}

const struct mapped *round_place(struct arena *a, const struct round *r, int number,
                                 const struct reply_row *row, bool windows)
{
    if (number < 1 || number > r->count)
        return NULL;
    const struct sent_draft *draft = &r->drafts[number - 1];
    const struct mapped *m = by_reference(a, draft, row->ref);
    bool quoted = text_one_line(a, row->ours)[0] != '\0';
    if (quoted && (m == NULL || !row_says(a, draft, m, row, windows))) {
        const struct mapped *exact = by_number(a, draft, row, windows);
        m = exact != NULL ? exact : m;
    }
    for (int l = 0; m == NULL && quoted && l < LANG_COUNT; l++)
        if (draft->there[l])
            m = by_text(a, &draft->map[l], row->ours, windows);
    return m;
}
