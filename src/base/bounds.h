/* bounds.h -- what one run takes at most (docs/limits.md says the same). */
#ifndef BASE_BOUNDS_H
#define BASE_BOUNDS_H

#define YAML_BYTES ((size_t)8 << 20)
#define YAML_DEPTH 32
#define OTHERS_BYTES ((size_t)16 << 20)
#define CSV_BYTES ((size_t)64 << 20)
#define CSV_CASES 10000
#define CSV_QUESTIONS 1000 /* columns of their answers and reasons */
#define XML_BYTES ((size_t)32 << 20)
#define XML_MEMORY ((size_t)256 << 20)
#define XSLT_OPERATIONS 50000000UL
#define XSLT_DEPTH 500
#define AREA_CHARACTERS 120
#define COLUMNS_UPRIGHT 7 /* of a table in a text of an author */
#define TABLE_ROWS 60     /* of the same, without its heads */
#define COLUMNS_WIDE 12   /* of a table on a page that lies on its side */
#define IMAGE_BYTES ((size_t)32 << 20)
#define IMAGE_PIXELS 20000000
#define IMAGE_SIDE 32767 /* more no cairo surface has */
#define FONT_BYTES ((size_t)16 << 20)
#define REPORT_PAGES 500
#define DIAGNOSTICS 200
#define GATHERED 5000 /* wordings that nobody has reviewed, and what was accepted */

#endif
