/* form.h -- fields to fill in (ISO 32000-1, 12.7): the tree of fields by name, a widget
 * annotation and its appearances for each place, the font that readers type in. */
#ifndef PDF_FORM_H
#define PDF_FORM_H

#include "pdf/plan.h"
#include "text/text.h"

/* Nothing when no page has a widget. */
void form_write(const struct plan *p, const struct faces *t);

/* ---- form_font.c ---- */

/* The font of all fields: the regular face as a simple TrueType font, for every program
 * that fills in forms can type in one, which is not so for a composite font.  Its codes
 * are those of Windows-1252 and, where that has none, the Welsh w and y with accents; all
 * of their glyphs are in it, so that whoever fills in the form has them.  Gives the
 * font's object number. */
int form_font_write(const struct plan *p, const struct faces *t);
/* A string in that encoding; what it lacks is left out. */
void put_form_text(struct buf *out, const char *utf8);

#endif
