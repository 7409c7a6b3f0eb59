/* xliff_state.c -- the states of a translation by XLIFF's names for them. */
#include "translate/xliff.h"

#include <string.h>

static const char *const state_names[] = {
    [XLIFF_NONE] = "",
    [XLIFF_NEW] = "new",
    [XLIFF_NEEDS_TRANSLATION] = "needs-translation",
    [XLIFF_NEEDS_ADAPTATION] = "needs-adaptation",
    [XLIFF_NEEDS_REVIEW] = "needs-review-translation",
    [XLIFF_TRANSLATED] = "translated",
    [XLIFF_SIGNED_OFF] = "signed-off",
    [XLIFF_FINAL] = "final",
};

const char *xliff_state_name(enum xliff_state s)
{
    return state_names[s];
}

/* States of a tool's own (x-...) say nothing to us. */
enum xliff_state xliff_state_of(const char *name)
{
    for (size_t i = 0; name != NULL && i < LEN(state_names); i++)
        if (strcmp(name, state_names[i]) == 0)
            return (enum xliff_state)i;
    if (name != NULL && strncmp(name, "needs-review", 12) == 0)
        return XLIFF_NEEDS_REVIEW;
    if (name != NULL && strncmp(name, "needs-", 6) == 0)
        return XLIFF_NEEDS_TRANSLATION;
    return XLIFF_NONE;
}

enum xliff_state xliff_state_of_2(const char *name)
{
    if (name == NULL)
        return XLIFF_NONE;
    if (strcmp(name, "final") == 0)
        return XLIFF_FINAL;
    bool done = strcmp(name, "translated") == 0 || strcmp(name, "reviewed") == 0;
    return done ? XLIFF_TRANSLATED : XLIFF_NEW;
}
