/* page_files.h -- the files of src/watch/page, put into the program when it is built. */
#ifndef WATCH_PAGE_FILES_H
#define WATCH_PAGE_FILES_H

#include <stddef.h>

struct page_file {
    const char *name; /* in the address; "" of the page itself */
    const char *type;
    const unsigned char *bytes;
    size_t len;
};
extern const struct page_file page_files[];
extern const size_t page_file_count;

#endif
