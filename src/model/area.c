/* area.c -- the forms of a place's Welsh name by rule: "yng Nghaerdydd", "o Gaerdydd",
 * "i Gaerdydd", "a Chaerdydd"; of one with an article "yn y Barri", "o'r Barri".  In: the
 * name and the forms as they were given; out: those that are otherwise or wanting, said
 * with the right ones.  "of" is "o" with its mutation; a possessor is the name alone. */
#include "model/area.h"

#include "base/buf.h"
#include "model/field.h"
#include "model/mutation.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* "y Barri" of "Y Barri", NULL of a name without an article. */
static const char *with_article(struct arena *a, const char *name)
{
    bool article = strncasecmp(name, "y ", 2) == 0 || strncasecmp(name, "yr ", 3) == 0;
    return article ? arena_printf(a, "y%s", name + 1) : NULL;
}

/* "a" with the aspirate mutation, "ac" before a vowel; W is none before a consonant. */
static const char *form_and(struct arena *a, const char *name)
{
    bool vowel = strchr("aeiouy", tolower((unsigned char)name[0])) != NULL ||
                 (unsigned char)name[0] >= 0x80 ||
                 (strncasecmp(name, "w", 1) == 0 && strchr("rln", name[1]) == NULL);
    return vowel ? arena_printf(a, "ac %s", name)
                 : arena_printf(a, "a %s", mutation_make(a, name, MUTATION_ASPIRATE));
}

const char *area_form_of(struct arena *a, enum area_form form, const char *name)
{
    const char *article = with_article(a, name);
    const char *rest = article == NULL ? "" : strchr(article, ' ');
    const char *soft = mutation_make(a, name, MUTATION_SOFT);
    switch (form) {
    case AREA_NAME:
    case AREA_FORM_COUNT: break;
    case AREA_IN:
        return article != NULL ? arena_printf(a, "yn %s", article) : mutation_in(a, name);
    case AREA_OF:
        return article != NULL ? arena_printf(a, "o'r%s", rest)
                               : arena_printf(a, "o %s", soft);
    case AREA_TO:
        return article != NULL ? arena_printf(a, "i'r%s", rest)
                               : arena_printf(a, "i %s", soft);
    case AREA_AND:
        return article != NULL ? arena_printf(a, "a'r%s", rest) : form_and(a, name);
    }
    return name;
}

/* "’" is "'"; an island may be gone to as one ("ar Ynys Môn"). */
static bool form_fits(const char *given, const char *right)
{
    const char *mark = strstr(given, "\u2019"), *own = strchr(right, '\'');
    if (mark != NULL && own != NULL && mark - given == own - right)
        return strncmp(given, right, (size_t)(own - right)) == 0 &&
               strcmp(mark + strlen("\u2019"), own + 1) == 0;
    if (strncmp(given, "ar Ynys ", 8) == 0 && strncmp(right, "yn Ynys ", 8) == 0)
        return strcmp(given + 3, right + 3) == 0;
    return strcmp(given, right) == 0;
}

/* Of two places the preposition may stand before each: "yn Nhregaron ac ym Mhontypridd",
 * of Tregaron a Phontypridd. */
static bool fits_each(struct arena *a, enum area_form form, const char *given,
                      const char *name)
{
    const char *and = strstr(name, " a "),
               *join = and != NULL ? and : strstr(name, " ac ");
    if (join == NULL || form == AREA_AND)
        return false;
    const char *second = strchr(join + 1, ' ') + 1;
    if (and != NULL && strchr("CPT", second[0]) != NULL && second[1] == 'h')
        second = arena_printf(a, "%c%s", second[0], second + 2);
    const char *first = arena_strndup(a, name, (size_t)(join - name));
    const char *each = arena_printf(a, "%s ac %s", area_form_of(a, form, first),
                                    area_form_of(a, form, second));
    return form_fits(given, each);
}

void area_check(struct arena *a, struct diags *d, const struct node *n,
                const char *const forms[AREA_FORM_COUNT])
{
    const char *name = forms[AREA_NAME];
    if (name == NULL || name[0] == '\0')
        return;
    struct buf wanting = buf_new(a);
    for (enum area_form f = AREA_IN; f < AREA_FORM_COUNT; f++) {
        const char *right = area_form_of(a, f, name);
        if (forms[f] == NULL)
            buf_printf(&wanting, "%s%s: %s", wanting.len > 0 ? ", " : "", area_forms[f],
                       right);
        else if (!form_fits(forms[f], right) && !fits_each(a, f, forms[f], name))
            diag(d, DIAG_AREA_FORM, node_get(n, area_forms[f])->pos,
                 "%s: \"%s\"; of the name \"%s\" the rule makes \"%s\"; write that, "
                 "or say under `accepted:` who knows that the name does not change",
                 area_forms[f], forms[f], name, right);
    }
    if (wanting.len > 0)
        diag(d, DIAG_AREA_PART, n->pos,
             "of \"%s\"; by rule they are {%s}; without them the words of the house "
             "stand before the name",
             name, wanting.at);
}
