/* reading.h -- how the parts of style.yaml are read; for this folder only. */
#ifndef STYLE_READING_H
#define STYLE_READING_H

#include "style/style.h"

struct style_reader {
    struct arena *a;
    struct diags *d;
    struct style *s;
    bool whole; /* else a kind of document, which gives only what differs */
};

bool map_check(const struct style_reader *r, const struct node *map, const char *owner,
               const char *what);
/* Whether `map` is one that has the first `needed` of the names (a whole one), and no key
 * that is not among all `count`.  `owner` says in a message whose keys they are. */
bool keys_check(const struct style_reader *r, const struct node *map, const char *owner,
                const char *what, const char *const *names, size_t needed, size_t count);
/* A length of at least `least`, where there is one; says what is wrong with it. */
void length_read(const struct style_reader *r, const struct node *map, const char *owner,
                 const char *key, length least, length *out);
/* One of the palette, where there is both; gives its name. */
const char *colour_read(const struct style_reader *r, const struct node *n,
                        struct colour *out);
/* A type's index, counted from 1. */
int type_named(const struct style_reader *r, const struct node *n);
/* The place of the name in `n` among `names`; 0 after a fault, which is said. */
size_t choice_read(const struct style_reader *r, const struct node *n, const char *what,
                   const char *const *names, size_t count);

/* What a map of properties may give: into a struct, `at` bytes from its beginning. */
enum property_kind {
    PROPERTY_LENGTH, /* a length */
    PROPERTY_COUNT,  /* an int */
    PROPERTY_YES,    /* a bool: yes or no */
    PROPERTY_COLOUR, /* a struct colour */
    PROPERTY_TYPE,   /* an int: a type's index, counted from 1 */
    PROPERTY_STROKE, /* a struct stroke: {width: 1, colour: rule} */
    PROPERTY_GROUP,  /* a map of further properties */
    PROPERTY_OTHER   /* read by whoever has the table */
};
struct property {
    const char *key;
    enum property_kind kind;
    size_t at, given; /* unless both are the same, a bool that says it was given */
    const struct property *group; /* ends with a key of NULL */
};
#define PROPERTY(key, kind, at)                                                          \
    {                                                                                    \
        key, PROPERTY_##kind, at, at, NULL                                               \
    }
#define END                                                                              \
    {                                                                                    \
        NULL, PROPERTY_OTHER, 0, 0, NULL                                                 \
    }
/* Reads what the map gives; what it does not give stays as it is. */
void properties_read(const struct style_reader *r, const struct node *map,
                     const char *owner, const struct property *table, void *into);

/* What all looks of a kind of block have: structs that begin with their name. */
struct looks {
    const char *what;             /* "box" */
    const struct property *table; /* with a key "like" */
    size_t size, text;            /* of the struct; where the type of its text is */
};
extern const struct looks BOX_LOOKS, TABLE_LOOKS;
/* A map of looks by name, each `like` one before it but for what it gives; all of them
 * need a type of text.  An array of the structs; its length goes to *count. */
void *looks_read(const struct style_reader *r, const struct node *map,
                 const struct looks *looks, size_t *count);

/* What is drawn under a cover or a divider; its page's measures are read before. */
void composition_read(const struct style_reader *r, const struct node *map,
                      const char *owner, struct composition *to);

/* Says what of the measures that `map` gives does not go together (geometry.c). */
void geometry_check(const struct style_reader *r, const struct node *map);

#endif
