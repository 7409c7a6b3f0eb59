/* area.h -- the forms that a place's Welsh name has behind prepositions.  For the readers
 * of this folder, and for who must say which form is wanting. */
#ifndef MODEL_AREA_H
#define MODEL_AREA_H

#include "model/inspection.h"

/* "yng Nghaerdydd", "o Gaerdydd", "i Gaerdydd", "a Chaerdydd"; AREA_NAME: the name. */
const char *area_form_of(struct arena *a, enum area_form form, const char *name);

/* Says which of the forms given at `n` are not those (AREA_FORM, which somebody may
 * accept), and which are not given (AREA_PART). */
void area_check(struct arena *a, struct diags *d, const struct node *n,
                const char *const forms[AREA_FORM_COUNT]);

#endif
