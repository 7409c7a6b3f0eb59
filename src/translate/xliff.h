/* xliff.h -- XLIFF as plain structs: what any tool writes (1.x, 2.x) is read, what we
 * write is 1.2 and always the same for the same content.  Knows nothing of inspections.
 *
 * Read are <x/>, <ph>, <it>, <bx/>, <ex/>, <g>, <bpt>, <ept>, of 2.x <pc>, <sc/>, <ec/>
 * as codes and <mrk> as what is in it; segments are one text, and say whether it is
 * whole; elements of other namespaces are passed over.
 * Refused are a DOCTYPE, entities, more than XML_BYTES, deep nesting and what is not XML.
 */
#ifndef TRANSLATE_XLIFF_H
#define TRANSLATE_XLIFF_H

#include "translate/content.h"

enum xliff_state {
    XLIFF_NONE, /* the file does not say */
    XLIFF_NEW,
    XLIFF_NEEDS_TRANSLATION,
    XLIFF_NEEDS_ADAPTATION,
    XLIFF_NEEDS_REVIEW, /* needs-review-translation, -l10n, -adaptation */
    XLIFF_TRANSLATED,
    XLIFF_SIGNED_OFF,
    XLIFF_FINAL,
    XLIFF_STATE_COUNT
};
/* "needs-review-translation"; "" of NONE. */
const char *xliff_state_name(enum xliff_state s);
/* NONE of NULL, and of a tool's own (x-...). */
enum xliff_state xliff_state_of(const char *name);
/* The same of a segment of XLIFF 2.x: "initial", "translated", "reviewed", "final". */
enum xliff_state xliff_state_of_2(const char *name);

struct xliff_note {
    const char *from; /* who says it; NULL when the file does not say */
    const char *text;
};

/* <alt-trans>: an older pair, or a suggestion. */
struct xliff_alt {
    const char *type; /* alttranstype: "previous-version", "proposal"; NULL */
    struct content source, target;
    enum xliff_state state;
};

struct xliff_unit {
    const char *id;   /* uid; NULL and said when missing */
    const char *path; /* resname; NULL */
    long max_width;   /* in characters; 0: no limit */
    struct content source, target;
    enum xliff_state state;
    const char *qualifier; /* state-qualifier; NULL */
    bool approved, has_target;
    bool shut; /* translate="no": nobody shall work on it */
    const struct xliff_note *notes;
    size_t note_count;
    const struct xliff_alt *alts;
    size_t alt_count;
    struct pos pos; /* of the <trans-unit> */
    /* What the segments that the tool made show to be lost of the target, or NULL. */
    const char *torn;
    struct pos torn_at;
};

struct xliff {
    const char *original;    /* "severnside-2012/inspection.yaml" */
    const char *source_lang; /* "en" */
    const char *target_lang; /* "cy"; NULL when the file does not say */
    const struct xliff_unit *units;
    size_t count;
    struct pos pos;
    size_t soft; /* soft hyphens that were left out of targets, and the first of them */
    struct pos soft_at;
};

/* False, and said with what to save instead, of a file that a tool works on: by its name,
 * before it is read, and by how it begins. */
bool xliff_named(struct arena *a, struct diags *d, const char *path);
bool xliff_begun(struct arena *a, struct diags *d, const struct file *f);

/* The units of a file as read by file_read; NULL, and said, when it cannot be used. */
const struct xliff *xliff_read(struct arena *a, struct diags *d, const struct file *f);

void xliff_write(const struct xliff *x, struct buf *out);

#endif
