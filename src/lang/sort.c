/* sort.c -- the alphabets, which are ICU's: a sorter is one of its collators. */
#include "lang/lang.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ucol.h>

struct sorter {
    UCollator *collator;
};

struct sorter *sorter_new(enum lang l)
{
    struct sorter *s = malloc(sizeof *s);
    if (s == NULL)
        out_of_memory();
    UErrorCode error = U_ZERO_ERROR;
    s->collator = ucol_open(lang_code(l), &error);
    if (U_FAILURE(error))
        bug("ICU cannot sort \"%s\": %s", lang_code(l), u_errorName(error));
    return s;
}

/* What sorts alike (other accents are not alike) keeps the order of its bytes, so that no
 * list depends on where it began. */
int sorter_compare(const struct sorter *s, const char *x, const char *y)
{
    UErrorCode error = U_ZERO_ERROR;
    UCollationResult r = ucol_strcollUTF8(s->collator, x, -1, y, -1, &error);
    if (U_FAILURE(error))
        bug("ICU cannot compare: %s", u_errorName(error));
    return r != UCOL_EQUAL ? (int)r : strcmp(x, y);
}

void sorter_free(struct sorter *s)
{
    if (s == NULL)
        return;
    ucol_close(s->collator);
    free(s);
}
