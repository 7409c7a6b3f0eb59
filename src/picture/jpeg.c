/* jpeg.c -- the markers of a JPEG (ITU-T T.81, annex B).  In: its bytes, of a stranger;
 * out: what a PDF must say of them, or why none takes them.  Knows nothing of what is
 * coded between the markers. */
#include "picture/reading.h"

#include <string.h>

enum {
    SOF_BASELINE = 0xC0,
    SOF_PROGRESSIVE = 0xC2,
    TABLES_HUFFMAN = 0xC4,
    RESTART_FIRST = 0xD0,
    RESTART_LAST = 0xD7,
    BEGIN = 0xD8,
    END_OF_IMAGE = 0xD9,
    SCAN = 0xDA,
    APP_JFIF = 0xE0,
    APP_EXIF = 0xE1,
    APP_ICC = 0xE2,
    APP_ADOBE = 0xEE
};
enum { SCANS = 64 /* programs write about ten */, PROFILE_PARTS = 255 };

#define AGAIN "; export it again as JPEG"

struct markers {
    struct arena *a;
    const unsigned char *at;
    size_t len, i;
    struct jpeg *to;
    const char *fault;
    bool framed, tables, jfif, adobe, exif;
    int transform, scans;
    unsigned char ids[3];
    struct buf parts[PROFILE_PARTS];
    size_t part_count, parts_seen;
};

/* What stands in a segment, behind its length. */
struct jpeg_segment {
    const unsigned char *at;
    size_t len;
};

static bool failed(struct markers *m, const char *what)
{
    if (m->fault == NULL)
        m->fault = what;
    return false;
}

static bool begins(struct jpeg_segment s, const char *with, size_t len)
{
    return s.len >= len && memcmp(s.at, with, len) == 0;
}

/* ---- the frame ---- */

static bool frame_read(struct markers *m, struct jpeg_segment s)
{
    struct jpeg *to = m->to;
    if (m->framed)
        return failed(m, "holds two pictures, one behind the other" AGAIN);
    if (s.len < 6 || s.len != 6 + 3U * s.at[5])
        return failed(m, "is damaged: what it says of its size does not end" AGAIN);
    m->framed = true;
    to->height = s.at[1] << 8 | s.at[2];
    to->width = s.at[3] << 8 | s.at[4];
    to->components = s.at[5];
    if (s.at[0] != 8)
        return failed(
            m, arena_printf(m->a, "has %d bits to a colour; export it with 8", s.at[0]));
    if (to->width == 0 || to->height == 0)
        return failed(m, "does not say how large it is" AGAIN);
    if (to->components == 4)
        return failed(m, "is in four inks (CMYK), which screens and readers show in "
                         "colours of their own; convert it to RGB (sRGB) and export it "
                         "again");
    if (to->components != 1 && to->components != 3)
        return failed(m, "is neither grey nor in three colours; convert it to RGB (sRGB) "
                         "and export it again");
    for (int i = 0; i < to->components; i++)
        m->ids[i] = s.at[6 + 3 * i];
    return true;
}

/* Those that neither PDF (ISO 32000-1, 7.4.8) nor every browser reads. */
static bool frame_refuse(struct markers *m)
{
    return failed(m, "is coded in a way that PDF does not take (lossless, arithmetic or "
                     "hierarchical); export it as a plain or a progressive JPEG");
}

/* ---- what programs add ---- */

/* A part of the profile: its number and how many there are stand before it (ICC.1:2010,
 * B.4). */
static bool profile_part(struct markers *m, struct jpeg_segment s)
{
    const size_t part = s.at[12], count = s.at[13];
    if (part == 0 || part > count || (m->part_count > 0 && count != m->part_count) ||
        m->parts[part - 1].len > 0)
        return failed(m, "has a damaged colour profile; export it with sRGB");
    m->part_count = count;
    m->parts_seen++;
    m->parts[part - 1] = buf_new(m->a);
    buf_add(&m->parts[part - 1], s.at + 14, s.len - 14);
    return true;
}

static bool extra_read(struct markers *m, int marker, struct jpeg_segment s)
{
    if (marker == APP_JFIF && begins(s, "JFIF", 5)) {
        m->jfif = true;
    } else if (marker == APP_ADOBE && begins(s, "Adobe", 5) && s.len >= 12) {
        m->adobe = true;
        m->transform = s.at[11];
    } else if (marker == APP_EXIF && begins(s, "Exif\0", 6) && !m->exif) {
        m->exif = true;
        exif_read((const char *)s.at + 6, s.len - 6, m->to);
    } else if (marker == APP_ICC && begins(s, "ICC_PROFILE", 12) && s.len >= 14) {
        return profile_part(m, s);
    }
    return true;
}

/* ---- one behind the other ---- */

static struct jpeg_segment segment_next(struct markers *m)
{
    struct jpeg_segment s = {NULL, 0};
    const size_t left = m->len - m->i;
    const size_t len = left >= 2 ? (size_t)(m->at[m->i] << 8 | m->at[m->i + 1]) : 0;
    if (len < 2 || len > left) {
        failed(m, "is cut off" AGAIN);
        return s;
    }
    s = (struct jpeg_segment){m->at + m->i + 2, len - 2};
    m->i += len;
    return s;
}

/* To the marker behind what is coded. */
static bool scan_pass(struct markers *m)
{
    if (!m->framed)
        return failed(m, "is damaged: it has a picture before its size" AGAIN);
    if (!m->tables) /* films leave them out, and some readers put in usual ones */
        return failed(m, "lacks the tables that it is coded by" AGAIN);
    if (++m->scans > SCANS)
        return failed(m, arena_printf(m->a, "has more than %d layers" AGAIN, SCANS));
    for (; m->i + 1 < m->len; m->i++) {
        const int next = m->at[m->i + 1];
        if (m->at[m->i] == 0xFF && next != 0 && next != 0xFF &&
            (next < RESTART_FIRST || next > RESTART_LAST))
            return true;
    }
    return failed(m, "is cut off" AGAIN);
}

/* One of those that a segment follows. */
static bool marker_read(struct markers *m, int marker)
{
    if (marker == BEGIN || (marker >= RESTART_FIRST && marker <= RESTART_LAST) ||
        marker < SOF_BASELINE)
        return failed(m, "is damaged: what stands in it is out of its order" AGAIN);
    const struct jpeg_segment s = segment_next(m);
    if (s.at == NULL)
        return false;
    if (marker == SOF_BASELINE || marker == SOF_PROGRESSIVE)
        return frame_read(m, s);
    if (marker < RESTART_FIRST && marker != TABLES_HUFFMAN)
        return frame_refuse(m);
    m->tables = m->tables || marker == TABLES_HUFFMAN;
    return marker == SCAN ? scan_pass(m) : extra_read(m, marker, s);
}

static bool markers_read(struct markers *m)
{
    for (m->i = 2; m->i + 1 < m->len;) {
        if (m->at[m->i] != 0xFF)
            return failed(m, "is damaged: what stands in it is out of its order" AGAIN);
        const int marker = m->at[++m->i];
        if (marker == 0xFF) /* may fill */
            continue;
        m->i++;
        if (marker == END_OF_IMAGE) {
            m->to->len = m->i;
            return m->scans > 0 || failed(m, "has no picture in it" AGAIN);
        }
        if (!marker_read(m, marker))
            return false;
    }
    return failed(m, "is cut off" AGAIN);
}

/* ---- what they say together ---- */

static uint32_t number_at(const char *bytes)
{
    const unsigned char *b = (const unsigned char *)bytes;
    return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

/* Version 4 at most and a class that a picture can have (ISO 19005-2, 6.2.4.2). */
static bool is_profile(const struct buf *p, int components)
{
    static const char *const classes[] = {"scnr", "mntr", "prtr", "spac"};
    const char *space = components == 1 ? "GRAY" : "RGB ";
    if (p->len < 132 || number_at(p->at) != p->len || p->at[8] > 4 ||
        memcmp(p->at + 36, "acsp", 4) != 0 || memcmp(p->at + 16, space, 4) != 0)
        return false;
    for (size_t i = 0; i < LEN(classes); i++)
        if (memcmp(p->at + 12, classes[i], 4) == 0)
            return true;
    return false;
}

static bool profile_join(struct markers *m)
{
    struct buf all = buf_new(m->a);
    if (m->part_count == 0)
        return true;
    for (size_t i = 0; i < m->part_count; i++)
        buf_add(&all, m->parts[i].at, m->parts[i].len);
    if (m->parts_seen != m->part_count || !is_profile(&all, m->to->components))
        return failed(m, "has a damaged colour profile, or one of other colours than its "
                         "own; export it with sRGB");
    m->to->icc = all.at;
    m->to->icc_len = all.len;
    return true;
}

/* libjpeg and browsers believe JFIF before Adobe, PDF the other way round (ISO 32000-1,
 * table 13). */
static bool colours_settle(struct markers *m)
{
    if (m->to->components != 3)
        return true;
    if (m->jfif && m->adobe && m->transform == 0)
        return failed(m, "says two things of its colours; export it again with sRGB");
    m->to->rgb = m->jfif    ? false
                 : m->adobe ? m->transform == 0
                            : memcmp(m->ids, "RGB", 3) == 0;
    return true;
}

const char *jpeg_read(struct arena *a, const char *bytes, size_t len, struct jpeg *out)
{
    struct markers *m = NEW(a, struct markers);
    *out = (struct jpeg){.orientation = 1};
    *m = (struct markers){
        .a = a, .at = (const unsigned char *)bytes, .len = len, .to = out};
    const bool read = markers_read(m) && profile_join(m) && colours_settle(m);
    return read ? NULL : m->fault;
}
