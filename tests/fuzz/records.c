/* records.c -- any bytes are a record of a report, or are said to be none: comments.csv,
 * the register of what was sent, the map of a draft, the list of who gets it.  What is
 * written of the first says the same when it is read. */
#include "fuzz.h"

#include "comments/import.h"
#include "sending/map.h"
#include "sending/recipients.h"
#include "sending/sent.h"
#include "sending/tree.h"

#include <string.h>

static void check_comments(struct arena *a)
{
    struct diags *d = diags_new(a);
    struct comment_table t, again;
    struct buf once = buf_new(a), twice = buf_new(a);
    bool read = comment_table_read(a, d, fuzz_folder(), &t);
    fuzz_said(a, d, read);
    if (!read)
        return;
    comment_table_write(&t, &once);
    fuzz_put(a, "comments.csv", once.at, once.len);
    fuzz_holds(comment_table_read(a, d, fuzz_folder(), &again));
    comment_table_write(&again, &twice);
    fuzz_holds(once.len == twice.len && memcmp(once.at, twice.at, once.len) == 0);
}

static void check_sent(struct arena *a)
{
    struct diags *d = diags_new(a);
    struct sent s;
    struct draft_map map;
    fuzz_said(a, d, sent_read(a, d, fuzz_folder(), &s));
    d = diags_new(a);
    fuzz_said(a, d, map_read(a, d, map_path(a, fuzz_folder(), 1, LANG_EN), &map));
    d = diags_new(a);
    fuzz_said(a, d,
              tree_read(a, d, tree_path(a, fuzz_folder(), 1, LANG_EN), NULL) != NULL);
    d = diags_new(a);
    const struct recipients r = recipients_read(a, d, fuzz_folder());
    for (size_t i = 0; i < r.count; i++)
        fuzz_place(r.at[i].pos);
    fuzz_said(a, d, true);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct arena *a = arena_new();
    fuzz_put(a, "comments.csv", bytes, len);
    fuzz_put(a, "recipients.csv", bytes, len);
    fuzz_put(a, "sent/drafts.csv", bytes, len);
    fuzz_put(a, "sent/draft1.en.csv", bytes, len);
    fuzz_put(a, "sent/draft1.en.tree.csv", bytes, len);
    check_comments(a);
    check_sent(a);
    arena_free(a);
    return 0;
}
