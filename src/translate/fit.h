/* fit.h -- Welsh words and codes beside the English ones; for the files of this folder
 * only. */
#ifndef TRANSLATE_FIT_H
#define TRANSLATE_FIT_H

#include "translate/content.h"

/* Where what is wrong is said, and of which unit. */
struct fault_of {
    struct diags *d;
    const char *unit, *path;
    struct pos pos; /* of the target, where a fault has no place of its own */
};

/* Each code of the English once in the Welsh, pairs closed as they opened; a span that is
 * in Welsh in the English may be gone.  A mark that the translator typed stands for the
 * code.  Gives the target with our ids and texts of codes in `out`; false, and said, when
 * it does not fit. */
bool codes_fit(struct arena *a, const struct fault_of *f, struct content english,
               struct content target, struct content *out);

/* A target whose tool wrote codes as words, with codes: tags that it escaped, the signs
 * of pairs (`**`, `[`, `](https://...)`), also under other ids.  As it was where a code
 * cannot be found again without doubt. */
struct content codes_spelt(struct arena *a, struct content english,
                           struct content target);

/* How long the mark at `s` is: "((...))", "[^...]"; 0 when none begins there. */
size_t mark_length(const char *s);

/* "[words](lang:en)" in the words of a translator: `s` at its "[", the end of the words
 * and, behind the sign, its own; NULL where none begins. */
const char *lang_span(const char *s, const char **words_end);

/* The paragraph that such a target says.  `[words](lang:en)` in it is a span in English;
 * a figure in words begins with a capital where a sentence begins. */
const struct inline_node *content_tree(struct arena *a, const struct fault_of *f,
                                       struct content english, struct content target);

#endif
