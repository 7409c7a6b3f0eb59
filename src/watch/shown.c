/* shown.c -- in: names and texts; out: pages, and JSON of what is new among them. */
#include "watch/shown.h"

#include "base/hash.h"
#include "office/sandbox.h"

#include <string.h>

/* ---- reading ---- */

static void take(struct arena *a, struct shown_edition *s, const char *name,
                 size_t name_len, struct said_bytes bytes)
{
    static const char image[] = "image/";
    name = arena_strndup(a, name, name_len);
    if (strcmp(name, "page") == 0)
        *array_push(a, &s->pages) = (struct shown_page){
            .svg = bytes, .hash = hash_bytes(HASH_START, bytes.at, bytes.len)};
    else if (strcmp(name, "blocks") == 0 && s->pages.len > 0)
        s->pages.at[s->pages.len - 1].blocks = bytes;
    else if (strcmp(name, "document") == 0)
        s->document = bytes;
    else if (strcmp(name, "messages") == 0)
        s->messages = bytes;
    else if (strcmp(name, "times") == 0)
        s->times = bytes;
    else if (strcmp(name, "face") == 0)
        *array_push(a, &s->faces) = arena_strndup(a, bytes.at, bytes.len);
    else if (strncmp(name, image, sizeof image - 1) == 0)
        *array_push(a, &s->images) = (struct shown_image){name, bytes};
}

struct shown_edition *shown_read(struct arena *a, const struct buf *said)
{
    struct shown_edition *s = NEW(a, struct shown_edition);
    const char *name, *bytes;
    size_t at = 0, name_len, len;
    while ((name = bytes_next(said, &at, &name_len)) != NULL &&
           (bytes = bytes_next(said, &at, &len)) != NULL)
        take(a, s, name, name_len, (struct said_bytes){bytes, len});
    return s;
}

bool shown_image(const struct buf *said, const char *name, struct said_bytes *image)
{
    const char *of;
    size_t at = 0, len;
    while ((of = bytes_next(said, &at, &len)) != NULL) {
        const bool wanted = len == strlen(name) && memcmp(of, name, len) == 0;
        if ((image->at = bytes_next(said, &at, &image->len)) != NULL && wanted)
            return true;
    }
    return false;
}

/* ---- news ---- */

static bool is_same(struct said_bytes x, struct said_bytes y)
{
    return x.len == y.len && (x.len == 0 || memcmp(x.at, y.at, x.len) == 0);
}

/* The page of that hash that was shown; at its own place first. */
static const struct shown_page *page_before(const struct shown_edition *before, size_t at,
                                            uint64_t hash)
{
    if (before == NULL)
        return NULL;
    if (at < before->pages.len && before->pages.at[at].hash == hash)
        return &before->pages.at[at];
    for (size_t i = 0; i < before->pages.len; i++)
        if (before->pages.at[i].hash == hash)
            return &before->pages.at[i];
    return NULL;
}

static void put_text(struct buf *out, const char *key, struct said_bytes text)
{
    buf_printf(out, ",\"%s\":", key);
    buf_json(out, arena_strndup(out->a, text.at, text.len));
}

static void put_page(const struct shown_page *before, const struct shown_page *page,
                     struct buf *out)
{
    buf_printf(out, "{\"h\":\"%016llx\"", (unsigned long long)page->hash);
    if (before == NULL)
        put_text(out, "s", page->svg);
    if (before == NULL || !is_same(before->blocks, page->blocks)) {
        buf_str(out, ",\"b\":");
        buf_add(out, page->blocks.at, page->blocks.len);
    }
    buf_char(out, '}');
}

void shown_news(const struct shown_edition *before, const struct shown_edition *now,
                const char *lang, struct buf *out)
{
    buf_printf(out, "{\"lang\":\"%s\",\"document\":", lang);
    buf_add(out, now->document.at, now->document.len);
    buf_str(out, ",\"pages\":[");
    for (size_t i = 0; i < now->pages.len; i++) {
        const struct shown_page *page = &now->pages.at[i];
        buf_str(out, i > 0 ? "," : "");
        put_page(page_before(before, i, page->hash), page, out);
    }
    buf_str(out, "]}");
}

size_t shown_changed(const struct shown_edition *before, const struct shown_edition *now)
{
    size_t changed = 0;
    for (size_t i = 0; i < now->pages.len; i++)
        changed += page_before(before, i, now->pages.at[i].hash) == NULL;
    return changed;
}
