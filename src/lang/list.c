/* list.c -- several things in one sentence. */
#include "lang/lang.h"

#include "base/buf.h"

const char *lang_list_between(enum lang l, bool last)
{
    if (l == LANG_CY)
        return "; ";
    return last ? " and " : ", ";
}

const char *lang_list(struct arena *a, enum lang l, const char *const *items,
                      size_t count)
{
    struct buf out = buf_new(a);
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            buf_str(&out, lang_list_between(l, i + 1 == count));
        buf_str(&out, items[i]);
    }
    return out.at;
}
