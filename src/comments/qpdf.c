/* qpdf.c -- libqpdf found and loaded. */
#include "comments/qpdf.h"

#include <dlfcn.h>
#include <string.h>

bool qpdf_load(struct qpdf *q)
{
    void *library = dlopen(QPDF_LIBRARY, RTLD_NOW);
    void *function;
    if (library == NULL)
        return false;
#define X(name)                                                                          \
    if ((function = dlsym(library, "qpdf_" #name)) == NULL)                              \
        return false;                                                                    \
    memcpy(&q->name, &function, sizeof function);
    QPDF_FUNCTIONS(X)
#undef X
    return true;
}
