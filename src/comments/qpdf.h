/* qpdf.h -- the functions of libqpdf that the readers of PDF call.  The library is loaded
 * when the first form is read, before the sandbox is shut: linked to the program it would
 * take 3 ms of every build.  Not for others. */
#ifndef COMMENTS_QPDF_H
#define COMMENTS_QPDF_H

#include <qpdf/qpdf-c.h>

#include <stdbool.h>

/* clang-format off */
#define QPDF_FUNCTIONS(X)                                                                \
    X(init) X(silence_errors) X(set_suppress_warnings) X(read_memory) X(is_encrypted)    \
    X(more_warnings) X(next_warning)                                                     \
    X(has_error) X(get_error) X(get_error_code) X(get_root) X(get_num_pages)             \
    X(get_page_n) X(oh_get_key) X(oh_has_key) X(oh_is_dictionary) X(oh_is_array)         \
    X(oh_is_string) X(oh_is_name) X(oh_is_stream) X(oh_get_array_n_items)                \
    X(oh_get_array_item) X(oh_get_name) X(oh_get_binary_string_value)                    \
    X(oh_is_number) X(oh_get_numeric_value) X(oh_get_object_id) X(oh_get_dict)           \
    X(oh_get_stream_data) X(oh_release)
/* clang-format on */

struct qpdf {
#define X(name) __typeof__(&qpdf_##name) name;
    QPDF_FUNCTIONS(X)
#undef X
    qpdf_data pdf;
};

/* False when the library is not there. */
bool qpdf_load(struct qpdf *q);

#endif
