/* editor.h -- the user's editor, at a place of a file. */
#ifndef WATCH_EDITOR_H
#define WATCH_EDITOR_H

#include "base/arena.h"

#include <stdbool.h>

/* "code -g {file}:{line}:{column}" as a row of words that ends in NULL: parted at blanks
 * but for those between quotation marks, no shell; NULL when a mark is not closed or it
 * is empty. */
char **editor_words(struct arena *a, const char *command, const char *file, int line,
                    int column);
/* Starts a program that goes on by itself; false, and errno says why, when it cannot. */
bool program_start(char *const *words);

#endif
