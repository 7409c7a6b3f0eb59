/* pack.c -- in: names and bytes; out: the bytes of a ZIP file, by libzip.  It writes to
 * memory, so all that can go wrong is the want of it. */
#include "office/pack.h"

#include <string.h>
#include <time.h>
#include <zip.h>

struct pack {
    struct arena *a;
    zip_t *zip;
    zip_source_t *to;
    time_t when;
};

/* libzip writes local time: noon of the day, wherever we are.  The format knows nothing
 * before 1980. */
static time_t noon(struct date d)
{
    struct tm t = {.tm_year = d.year - 1900,
                   .tm_mon = d.month > 0 ? d.month - 1 : 0,
                   .tm_mday = d.day > 0 ? d.day : 1,
                   .tm_hour = 12,
                   .tm_isdst = -1};
    if (d.year < 1980)
        t = (struct tm){.tm_year = 80, .tm_mday = 1, .tm_hour = 12, .tm_isdst = -1};
    return mktime(&t);
}

struct pack *pack_new(struct arena *a, struct date date)
{
    struct pack *p = NEW(a, struct pack);
    zip_error_t error;
    zip_error_init(&error);
    *p = (struct pack){.a = a, .when = noon(date)};
    p->to = zip_source_buffer_create(NULL, 0, 0, &error);
    if (p->to == NULL)
        out_of_memory();
    zip_source_keep(p->to);
    p->zip = zip_open_from_source(p->to, ZIP_CREATE | ZIP_TRUNCATE, &error);
    if (p->zip == NULL)
        out_of_memory();
    return p;
}

struct arena *pack_arena(struct pack *p)
{
    return p->a;
}

void pack_add(struct pack *p, const char *name, const char *bytes, size_t len)
{
    zip_source_t *from = zip_source_buffer(p->zip, bytes, len, 0);
    if (from == NULL)
        out_of_memory();
    const zip_int64_t at = zip_file_add(p->zip, name, from, ZIP_FL_ENC_UTF_8);
    if (at < 0)
        out_of_memory();
    zip_file_set_mtime(p->zip, (zip_uint64_t)at, p->when, 0);
}

static void take_bytes(zip_source_t *from, struct buf *out)
{
    zip_stat_t is;
    if (zip_source_stat(from, &is) != 0 || zip_source_open(from) != 0)
        bug("a packed file that cannot be read back");
    buf_reserve(out, (size_t)is.size);
    char room[4096];
    for (zip_int64_t n; (n = zip_source_read(from, room, sizeof room)) > 0;)
        buf_add(out, room, (size_t)n);
    zip_source_close(from);
}

void pack_add_xml(struct pack *p, const char *name, const char *xml)
{
    const char *whole = arena_printf(
        p->a, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n%s", xml);
    pack_add(p, name, whole, strlen(whole));
}

void pack_finish(struct pack *p, struct buf *out)
{
    if (zip_close(p->zip) != 0)
        bug("a packed file that cannot be written: %s",
            zip_error_strerror(zip_get_error(p->zip)));
    take_bytes(p->to, out);
    zip_source_free(p->to);
}
