/* isbn.h -- ISBN-13 and its check digit. */
#ifndef MODEL_ISBN_H
#define MODEL_ISBN_H

#include "base/arena.h"

/* What is wrong with it, with the right digit where only that is; NULL: nothing. */
const char *isbn_wrong(struct arena *a, const char *text);

#endif
