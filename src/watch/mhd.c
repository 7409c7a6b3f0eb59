/* mhd.c -- libmicrohttpd found and loaded. */
#include "watch/mhd.h"

#include <dlfcn.h>
#include <string.h>

bool mhd_load(struct mhd *m)
{
    void *library = dlopen(MHD_LIBRARY, RTLD_NOW);
    void *function;
    if (library == NULL)
        return false;
#define X(name)                                                                          \
    if ((function = dlsym(library, "MHD_" #name)) == NULL)                               \
        return false;                                                                    \
    memcpy(&m->name, &function, sizeof function);
    MHD_FUNCTIONS(X)
#undef X
    return true;
}
