/* wording_rooms.c -- which wordings stand where there is little room.  In: the
 * stylesheets of a programme and its houses; out: the place of each such key, in words.
 * How wide the place is in points, layout knows; a translator is told in characters. */
#include "base/bounds.h"
#include "base/file.h"
#include "base/map.h"
#include "translate/wording_work.h"
#include "translate/xml.h"

#include <string.h>

struct room_walk {
    struct arena *a;
    struct map *rooms;
    ARRAY(const char *) open; /* names of the elements that are open */
};

/* "label" in a form is none of a chart. */
static const char *narrow_place(const struct room_walk *w, size_t depth)
{
    static const struct {
        const char *element, *in, *place;
    } narrow[] = {
        {"th", NULL, "the head of a table"}, {"label", "field", "a form"},
        {"label", NULL, "a chart"},          {"entry", NULL, "the legend of a chart"},
        {"choice", NULL, "a button"},        {"foot", NULL, "the foot of a page"}};
    const char *outer = depth > 0 ? w->open.at[depth - 1] : "";
    for (size_t i = 0; i < LEN(narrow); i++)
        if (strcmp(w->open.at[depth], narrow[i].element) == 0 &&
            (narrow[i].in == NULL || strcmp(outer, narrow[i].in) == 0))
            return narrow[i].place;
    return NULL;
}

static void room_open(const struct xml_tag *tag, void *data)
{
    struct room_walk *w = data;
    const char *key = xml_attribute(tag, "key"), *place = NULL;
    for (size_t i = w->open.len; i-- > 0 && place == NULL;)
        place = narrow_place(w, i);
    if (strcmp(tag->name, "word") == 0 && key != NULL && place != NULL)
        map_put(w->rooms, key, (void *)(uintptr_t)place);
    *array_push(w->a, &w->open) = tag->name;
}

static void room_close(void *data)
{
    struct room_walk *w = data;
    w->open.len--;
}

static void no_text(const char *text, size_t len, struct pos pos, void *data)
{
    (void)text, (void)len, (void)pos, (void)data;
}

/* What is wrong with a stylesheet, a build says. */
static void read_rooms(struct room_walk *w, const struct folder *folder)
{
    struct diags *quiet = diags_new(w->a);
    size_t count;
    const char *const *names = folder_names(w->a, quiet, folder->dir, &count);
    for (size_t i = 0; i < count; i++) {
        const size_t len = strlen(names[i]);
        if (len < 4 || strcmp(names[i] + len - 4, ".xsl") != 0)
            continue;
        const struct file *f =
            file_read(w->a, quiet, path_join(w->a, folder->dir, names[i]), YAML_BYTES,
                      (struct pos){0});
        const struct xml_events events = {room_open, room_close, no_text, w};
        w->open.len = 0;
        if (f != NULL)
            xml_read(w->a, quiet, f, &events);
    }
}

const struct map *wording_rooms(struct arena *a, const struct programme *p)
{
    struct room_walk w = {.a = a, .rooms = map_new(a)};
    for (size_t i = 0; i < p->house_count + p->folder_count; i++)
        read_rooms(&w, programme_folder(p, i));
    return w.rooms;
}
