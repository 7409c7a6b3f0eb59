/* reviewed.c -- the English that Welsh was read with, by a short name.  In: maps with
 * texts in languages; out: whether the Welsh was read and with the English there is.
 * White space is not looked at, so that a text may be folded otherwise. */
#include "model/reviewed.h"

#include "base/ascii.h"
#include "base/hash.h"

#include <string.h>

static uint64_t hash_words(uint64_t h, const char *s)
{
    for (; *s != '\0'; s++)
        if (!is_blank(*s))
            h = hash_bytes(h, s, 1);
        else if (!is_blank(s[1]) && s[1] != '\0')
            h = hash_str(h, " ");
    return hash_str(h, "\n");
}

static uint64_t hash_english(uint64_t h, const struct node *n, bool english)
{
    if (n->kind == NODE_TEXT)
        return english ? hash_words(h, n->text) : h;
    for (size_t i = 0; n->kind == NODE_LIST && i < n->count; i++)
        h = hash_english(h, n->items[i], english);
    for (size_t i = 0; n->kind == NODE_MAP && i < n->count; i++) {
        bool here = english || strcmp(n->entries[i].key->text, "en") == 0;
        h = hash_english(h, n->entries[i].value, here);
    }
    return h;
}

const char *english_name(struct arena *a, const struct node *wording)
{
    return hash_name(a, hash_english(HASH_START, wording, false));
}

enum welsh_read welsh_read(struct arena *a, const struct node *list,
                           const struct node *wording)
{
    for (size_t i = 0; list != NULL && list->kind == NODE_LIST && i < list->count; i++) {
        const struct node *item = list->items[i];
        if (item->kind != NODE_TEXT || strncmp(item->text, "cy", 2) != 0)
            continue;
        if (item->text[2] == '=')
            return strcmp(item->text + 3, english_name(a, wording)) == 0 ? WELSH_READ
                                                                         : WELSH_STALE;
        if (item->text[2] == '\0')
            return WELSH_READ;
    }
    return WELSH_UNREAD;
}

bool texts_read(struct arena *a, const struct node *n, bool file)
{
    bool all = true;
    if (node_get(n, "en") != NULL || node_get(n, "cy") != NULL) {
        const struct node *own = node_get(n, "reviewed");
        return own != NULL ? welsh_read(a, own, n) == WELSH_READ : file;
    }
    for (size_t i = 0; n->kind == NODE_LIST && i < n->count; i++)
        all = texts_read(a, n->items[i], file) && all;
    for (size_t i = 0; n->kind == NODE_MAP && i < n->count; i++)
        all = texts_read(a, n->entries[i].value, file) && all;
    return all;
}
