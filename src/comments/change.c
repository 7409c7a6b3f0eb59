/* change.c -- in: a block's text in a draft and now; out: the part that is not the same.
 */
#include "comments/change.h"

#include "base/array.h"
#include "base/buf.h"

#include <stdbool.h>
#include <string.h>

enum { AROUND = 5 }; /* words on either side */

struct text_word {
    const char *at;
    size_t len;
};

struct text_words {
    ARRAY(struct text_word) all;
};

static void split(struct arena *a, const char *text, struct text_words *out)
{
    for (text += strspn(text, " \n"); *text != '\0'; text += strspn(text, " \n")) {
        size_t len = strcspn(text, " \n");
        *array_push(a, &out->all) = (struct text_word){text, len};
        text += len;
    }
}

static bool same(struct text_word x, struct text_word y)
{
    return x.len == y.len && memcmp(x.at, y.at, x.len) == 0;
}

/* Words [from, to) and AROUND on either side; a part left out that is no longer than its
 * dots is left in. */
static const char *cut(struct arena *a, const struct text_words *w, size_t from,
                       size_t to)
{
    struct buf out = buf_new(a);
    size_t count = w->all.len;
    size_t first = from > AROUND + 1 ? from - AROUND : 0;
    size_t end = to + AROUND + 1 < count ? to + AROUND : count;
    buf_str(&out, first > 0 ? "… " : "");
    for (size_t i = first; i < end; i++) {
        if (i > first)
            buf_char(&out, ' ');
        buf_add(&out, w->all.at[i].at, w->all.at[i].len);
    }
    buf_str(&out, end < count ? " …" : "");
    return out.at;
}

void change_cut(struct arena *a, const char **was, const char **now)
{
    struct text_words x = {0}, y = {0};
    split(a, *was, &x);
    split(a, *now, &y);
    size_t least = x.all.len < y.all.len ? x.all.len : y.all.len, before = 0, after = 0;
    while (before < least && same(x.all.at[before], y.all.at[before]))
        before++;
    while (after < least - before &&
           same(x.all.at[x.all.len - 1 - after], y.all.at[y.all.len - 1 - after]))
        after++;
    *was = cut(a, &x, before, x.all.len - after);
    *now = cut(a, &y, before, y.all.len - after);
}
