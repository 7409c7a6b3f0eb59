/* xliff_reading.h -- an XLIFF file while it is read: xliff_read.c knows its units,
 * xliff_inline.c what stands in their texts; for these two only. */
#ifndef TRANSLATE_XLIFF_READING_H
#define TRANSLATE_XLIFF_READING_H

#include "base/array.h"
#include "base/map.h"
#include "translate/xliff.h"
#include "translate/xml.h"

enum xliff_where {
    IN_FILE, /* xliff, file, body, group */
    IN_UNIT, /* trans-unit; of 2.x unit, segment, ignorable and what gathers notes, data
              */
    IN_ALT,  /* alt-trans */
    IN_CONTENT, /* source, target, mrk, g, pc */
    IN_CODE,    /* ph, bpt, ept, it, x */
    IN_NOTE,
    IN_DATA,   /* of 2.x: what a code holds */
    IN_NOTHING /* passed over with all that is in it */
};

/* An open element. */
struct open_element {
    enum xliff_where where;
    const char *pair;      /* id of a <g> that has to be closed */
    const char *pair_text; /* what its end holds */
    bool content;          /* is the <source> or <target> itself */
    bool segment;          /* begins a piece of a text */
    bool ignorable;        /* of 2.x: what stands between two segments */
};

/* A piece that the tool cut a text into. */
struct segment {
    const char *id;
    const char *words; /* without codes */
    bool empty;        /* neither words nor codes */
    struct pos pos;
    size_t from; /* its first code */
};

struct segments {
    ARRAY(struct segment) all;
};

/* A <source>, <target> or other text while it is read. */
struct reading_text {
    ARRAY(struct code) codes;
    struct segments segments;
    struct pos pos;
};

struct xliff_reading {
    struct arena *a;
    struct diags *d;
    struct open_element open[XML_DEPTH + 1];
    int depth;
    bool root, full, second; /* XLIFF 2.x */
    size_t codes_read;
    struct xliff x;
    ARRAY(struct xliff_unit) units;
    struct xliff_unit *unit;
    ARRAY(struct xliff_note) notes;
    ARRAY(struct xliff_alt) alts;
    struct xliff_alt *alt;
    struct reading_text source, cut_source, target, other; /* of the unit */
    struct reading_text *text;                             /* that is being read */
    struct map *data;       /* of 2.x: id to what a code holds */
    const char *data_id;    /* of the one that is being read */
    struct content *in_alt; /* which of the alt-trans is being read */
    /* Of 2.x: segments so far, the id of this one (NULL: what is ignorable), and where
     * what is ignorable begins in both texts. */
    size_t segment, ignored, ignored_welsh;
    const char *segment_id;
    struct buf words; /* of a text, a code or a note */
    struct pos from, to;
    struct pos note; /* where one is opened */
};

/* What stands inside a text. */
struct open_element open_inline(struct xliff_reading *r, const struct xml_tag *tag);
void close_inline(struct xliff_reading *r, const struct open_element *element);
void inline_words(struct xliff_reading *r, const char *text, size_t len, struct pos pos);
/* What stood between two tags is a code of its own. */
void end_words(struct xliff_reading *r);

/* Nothing of a target shall be lost: why it cannot be taken, where one is being read. */
void tear_target(struct xliff_reading *r, const struct xml_tag *tag, const char *why);

void begin_segment(struct xliff_reading *r, const char *id, struct pos pos);
/* What the last one begun holds, now that it ends. */
void end_segment(struct xliff_reading *r);
/* What is lost of the target, as its segments show; sets the unit's `torn`. */
void check_segments(struct xliff_reading *r);

#endif
