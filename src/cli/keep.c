/* keep.c -- in: a draft as it goes out; out: what sent/ keeps of its text: the map of its
 * references, where each word stood, all that it says. */
#include "cli/drafting.h"

#include "base/bounds.h"
#include "base/file.h"
#include "sending/places.h"
#include "sending/tree.h"

#include <string.h>

static const char *page_label(const struct document *doc, const struct referenced *ref)
{
    return doc->pages[ref->page].label;
}

/* Both lists are in the order of the text. */
static void map_pages(struct arena *a, struct draft_map *m, const struct document *doc)
{
    size_t k = 0;
    map_set_pages(a, m, doc->places);
    for (size_t i = 0; i < m->count && k < doc->reference_count; i++)
        if (strcmp(m->at[i].ref, doc->references[k].ref) == 0)
            m->at[i].page = page_label(doc, &doc->references[k++]);
}

/* The map of that draft in any language, English first. */
static bool map_of_draft(struct drafting *d, int draft, struct draft_map *m)
{
    struct run *r = d->r;
    for (int l = 0; draft > 0 && l < LANG_COUNT; l++) {
        const char *path = map_path(r->a, d->s->in->dir, draft, (enum lang)l);
        if (file_exists(path))
            return map_read(r->a, r->d, path, m);
    }
    *m = (struct draft_map){0};
    return false;
}

/* Who comes late gets the text whose map is kept. */
static void check_map(struct drafting *d, const char *path, struct draft_map *m)
{
    struct run *r = d->r;
    if (map_read(r->a, r->d, path, m) && m->hash != NULL &&
        strcmp(m->hash, d->stamp.hash) != 0)
        diag(r->d, DIAG_SENT_ALREADY, pos_of_path(r->a, path),
             "it is the map of a text with the hash %s, and this one has %s; put the map "
             "back that was sent",
             m->hash, d->stamp.hash);
}

/* Room for a record of the draft that is not there yet, or NULL.  Of a draft that was
 * sent before there were such records they come with the first copy that is made now.
 * One that is there has to be readable: else it may not be there at all. */
static struct buf *record_new(struct drafting *d, const char *path)
{
    if (file_exists(path)) {
        file_read_bytes(d->r->a, d->r->d, path, CSV_BYTES, (struct pos){0});
        return NULL;
    }
    struct buf *bytes = NEW(d->r->a, struct buf);
    *bytes = buf_new(d->r->a);
    return bytes;
}

/* Where all stood. */
static void add_places(struct drafting *d, const struct report *report,
                       const struct document *doc)
{
    struct arena *a = d->r->a;
    const char *path = places_path(a, d->s->in->dir, d->copies.number, report->lang);
    struct buf *bytes = record_new(d, path);
    if (bytes == NULL)
        return;
    places_write(a, doc, d->stamp.hash, bytes);
    drafting_file(d, path, bytes, true);
}

/* What it says, to be compared with later. */
void keep_tree(struct drafting *d, const struct report *report)
{
    const char *path = tree_path(d->r->a, d->s->in->dir, d->copies.number, report->lang);
    struct buf *bytes = record_new(d, path);
    if (bytes == NULL)
        return;
    tree_write(report, d->stamp.hash, bytes);
    drafting_file(d, path, bytes, true);
}

void keep_map(struct drafting *d, const struct report *report, const struct document *doc)
{
    struct run *r = d->r;
    struct arena *a = r->a;
    const char *path = map_path(a, d->s->in->dir, d->copies.number, report->lang);
    struct draft_map *m = NEW(a, struct draft_map), *known = NEW(a, struct draft_map);
    add_places(d, report, doc);
    if (file_exists(path)) {
        check_map(d, path, known);
        return;
    }
    *m = map_of_report(a, report);
    m->hash = d->stamp.hash;
    map_pages(a, m, doc);
    if (d->uids == NULL && map_of_draft(d, d->copies.number, known))
        d->uids = known;
    if (d->uids == NULL) {
        map_of_draft(d, d->copies.number - 1, known);
        map_carry(a, m, known, d->copies.number);
    } else {
        map_share(a, m, d->uids);
    }
    d->uids = m;
    struct buf *bytes = NEW(a, struct buf);
    *bytes = buf_new(a);
    map_write(m, bytes);
    drafting_file(d, path, bytes, true);
}
