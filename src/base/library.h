/* library.h -- which libraries a program runs with, as the record of a release names
 * them.  Each room that sees one adds it. */
#ifndef BASE_LIBRARY_H
#define BASE_LIBRARY_H

#include "base/array.h"

struct library {
    const char *name, *version; /* "libdeflate", "1.14" */
};

struct libraries {
    ARRAY(struct library) all;
};

static inline void library_add(struct arena *a, struct libraries *l, const char *name,
                               const char *version)
{
    *array_push(a, &l->all) = (struct library){name, arena_strdup(a, version)};
}

/* Those that a room sees. */
void source_libraries(struct arena *a, struct libraries *l);
void prose_libraries(struct arena *a, struct libraries *l);
void lang_libraries(struct arena *a, struct libraries *l);
void compose_libraries(struct arena *a, struct libraries *l);
void picture_libraries(struct arena *a, struct libraries *l);
void text_libraries(struct arena *a, struct libraries *l);
void pdf_libraries(struct arena *a, struct libraries *l);

#endif
