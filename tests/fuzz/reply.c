/* reply.c -- any bytes are the rows of a filled form, notes on pages or an e-mail, all of
 * which are taken, or are said to be none.  So that
 * libFuzzer need not find out how a zip is made, bytes that begin as XML stand for the
 * document in one. */
#include "fuzz.h"

#include "comments/import.h"
#include "office/pack.h"

#include <string.h>

static const char wording[] = "words:\n"
                              "  form-reference: {en: Reference, cy: Cyfeirnod}\n"
                              "  form-kind: {en: Kind of comment, cy: Math o sylw}\n"
                              "  form-ours: {en: Our text, cy: Ein testun}\n"
                              "  form-correction: {en: Your correction, cy: Cywiriad}\n"
                              "  form-evidence: {en: Evidence, cy: Tystiolaeth}\n"
                              "  form-draft: {en: Draft, cy: Drafft}\n";

static const struct words *words_of_form(struct arena *a)
{
    struct diags *d = diags_new(a);
    const struct file *f = file_of_text(a, d, "words", wording, strlen(wording));
    const struct words *w = words_parse(a, d, source_parse(a, d, f), NULL);
    fuzz_holds(diags_errors(d) == 0);
    return w;
}

static struct buf document_of(struct arena *a, const uint8_t *bytes, size_t len)
{
    struct buf out = buf_new(a);
    struct pack *p = pack_new(a, (struct date){2012, 5, 14});
    pack_add(p, "word/document.xml", (const char *)bytes, len);
    pack_finish(p, &out);
    return out;
}

static struct placed_word placed[] = {{"first", 700, 900}, {"words", 950, 1300}};
static struct placed_line line = {"1 p1", 700, 1300, 2000, 1420, placed, LEN(placed)};

/* A draft of one page that was sent. */
static struct round *round_of_one(struct arena *a)
{
    struct round *r = NEW(a, struct round);
    struct draft_places *p = NEW(a, struct draft_places);
    struct placed_page *page = array_push(a, &p->pages);
    *page = (struct placed_page){.width = 5950, .height = 8420, .signature = "bbbbbbb"};
    *array_push(a, &page->lines) = line;
    *r = (struct round){.dir = ".", .name = "one", .count = 1};
    r->drafts = NEW(a, struct sent_draft);
    r->drafts[0].there[LANG_EN] = true;
    r->drafts[0].places[LANG_EN] = p;
    r->drafts[0].loose = map_new(a);
    r->drafts[0].labels = map_new(a);
    r->drafts[0].map[LANG_EN] =
        (struct draft_map){.refs = map_new(a), .uids = map_new(a)};
    return r;
}

/* As many comments as are counted, each with an id. */
static void take_all(struct arena *a, struct diags *d, const struct reply *reply)
{
    struct comment_table t = {.separator = ','};
    struct import_counts counts = {0};
    comments_take(a, d, round_of_one(a), reply, "B", "2012-05-22", &t, &counts);
    fuzz_holds((size_t)counts.added == t.all.len);
    for (size_t i = 0; i < t.all.len; i++)
        for (int c = 0; c < CELL_COUNT; c++)
            fuzz_holds(t.all.at[i].cell[c] != NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    struct buf packed = {.at = (char *)(uintptr_t)bytes, .len = len};
    if (len > 0 && bytes[0] == '<')
        packed = document_of(a, bytes, len);
    const char *path = fuzz_path(a, (const uint8_t *)packed.at, packed.len);
    struct reply reply;
    bool read = reply_read(a, d, path, words_of_form(a), &reply);
    for (size_t i = 0; read && i < reply.rows.len; i++)
        fuzz_holds(reply.rows.at[i].comment != NULL && reply.rows.at[i].ref != NULL);
    fuzz_said(a, d, read);
    if (read)
        take_all(a, diags_new(a), &reply);
    arena_free(a);
    return 0;
}
