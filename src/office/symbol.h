/* symbol.h -- signs that an office document names by a font and a number in it, not by
 * what they are: "≥" is F0B3 of Symbol. */
#ifndef OFFICE_SYMBOL_H
#define OFFICE_SYMBOL_H

#include <stdint.h>

/* The character of code `code` (with or without the F000 that Word adds) in the font; 0
 * where it is not known. */
uint32_t symbol_character(const char *font, uint32_t code);

#endif
