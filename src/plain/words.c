/* words.c -- in: the inlines of a block; out: their words.  What looks different on a
 * page is written as it is read: capitals as words, no sign of a judgement.  A link to an
 * address has it behind its words, a link into the report the number of its place where a
 * PDF has that of the page; a note is its number, an editor's question is in brackets. */
#include "plain/work.h"

#include <string.h>

#define PAGE                                                                             \
    '\x01' /* in the place of a page's number, until words are put in its own            \
            */

static void say(struct telling *p, const struct element *e, struct buf *out);

static void say_all(struct telling *p, const struct element *first,
                    const struct element *end, struct buf *out)
{
    for (const struct element *e = first; e != end && e != NULL; e = e->next)
        say(p, e, out);
}

/* ---- links ---- */

const struct element *plain_heading_of(const struct element *section)
{
    for (const struct element *c = section->first; c != NULL; c = c->next) {
        if (c->kind == EL_HEADING)
            return c;
        if (c->kind == EL_SCOREBOX || c->kind == EL_PANEL || c->kind == EL_BOX ||
            c->kind == EL_KEEP || c->kind == EL_WIDE || c->kind == EL_DIVIDER) {
            const struct element *h = plain_heading_of(c);
            if (h != NULL)
                return h;
        }
    }
    return NULL;
}

static const char *number_of(const struct element *heading)
{
    const char *number =
        heading->at[AT_NUMBER] != NULL ? heading->at[AT_NUMBER] : heading->label;
    return number != NULL ? number : "";
}

/* The number of the section around, or NULL. */
static const char *section_number(struct telling *p, const struct element *e)
{
    for (; e != NULL; e = e->parent) {
        const struct element *heading = e->kind == EL_HEADING   ? e
                                        : e->kind == EL_SECTION ? plain_heading_of(e)
                                                                : NULL;
        const char *number = heading != NULL ? number_of(heading) : "";
        const size_t len = strlen(number);
        if (len > 0 && strchr(".:", number[len - 1]) != NULL)
            return arena_strndup(p->a, number, len - 1);
        if (len > 0)
            return number;
    }
    return NULL;
}

/* What a reader looks for: "Table 6", "1.2", or NULL. */
static const char *place_of(struct telling *p, const char *id)
{
    const struct element *e = id != NULL ? map_get(p->ids, id) : NULL;
    if (e != NULL && (e->kind == EL_TABLE || e->kind == EL_CHART) && e->label != NULL)
        return e->label;
    return section_number(p, e);
}

/* "(page 9)" becomes "(1.1)", or goes where the words name the place already. */
static const char *without_page(struct telling *p, const char *words, const char *target)
{
    const char *page = strchr(words, PAGE), *open = page;
    if (page == NULL)
        return words;
    while (open > words && *open != '(')
        open--;
    const char *close = strchr(page, ')');
    if (*open != '(' || close == NULL)
        return words;
    while (open > words && open[-1] == ' ')
        open--;
    const char *before = arena_strndup(p->a, words, (size_t)(open - words));
    const char *place = place_of(p, target);
    bool named = place == NULL || strstr(before, place) != NULL;
    return arena_printf(p->a, "%s%s%s%s%s", before, named ? "" : " (", named ? "" : place,
                        named ? "" : ")", close + 1);
}

/* Whether the words are the address, as far as one has to write it. */
static bool says_address(const char *words, const char *href)
{
    static const char *const schemes[] = {"mailto:", "https://", "http://", "www."};
    size_t len = strlen(words);
    for (size_t i = 0; i < LEN(schemes); i++)
        if (strncmp(href, schemes[i], strlen(schemes[i])) == 0 &&
            strncmp(words, schemes[i], strlen(schemes[i])) != 0)
            href += strlen(schemes[i]);
    return strncmp(words, href, len) == 0 &&
           (href[len] == '\0' || strcmp(href + len, "/") == 0);
}

static void say_link(struct telling *p, const struct element *e, struct buf *out)
{
    const char *href = element_at(e, AT_HREF), *target = element_at(e, AT_TARGET);
    struct buf inside = buf_new(p->a);
    say_all(p, e->first, NULL, &inside);
    if (target == NULL && href != NULL && *href == '#')
        target = href + 1;
    if (target != NULL)
        buf_str(out, without_page(p, inside.at, target));
    else
        buf_str(out, inside.at);
    if (target == NULL && href != NULL && !says_address(inside.at, href)) {
        static const char mail[] = "mailto:";
        bool is_mail = strncmp(href, mail, sizeof mail - 1) == 0;
        buf_printf(out, " <%s>", is_mail ? href + sizeof mail - 1 : href);
    }
}

/* A page that is named becomes the section that is there. */
static void say_ref(struct telling *p, const struct element *e, struct buf *out)
{
    const char *target = element_at(e, AT_TARGET);
    const struct element *to = target != NULL ? map_get(p->ids, target) : NULL;
    const char *place = ref_form(e) == REF_PAGE ? section_number(p, to) : NULL;
    if (place == NULL && ref_form(e) == REF_PAGE)
        place = place_of(p, target);
    if (place != NULL)
        buf_str(out, place);
    else
        say_all(p, e->first, NULL, out);
}

/* ---- the rest ---- */

static void say_note(struct telling *p, const struct element *e, struct buf *out)
{
    buf_printf(out, "[%s]", e->label != NULL ? e->label : "");
    if (e->first != NULL)
        *array_push(p->a, &p->notes) = e;
}

static void say_bracket(struct telling *p, const struct element *e, struct buf *out)
{
    buf_char(out, '[');
    say_all(p, e->first, NULL, out);
    buf_char(out, ']');
}

/* What a reader hears before and behind words that have changed. */
static void say_changed(struct telling *p, const struct element *e, struct buf *out)
{
    const char *before = e->label != NULL ? e->label : "",
               *behind = e->rest != NULL ? e->rest : "";
    buf_printf(out, "[%s%s", before, *before != '\0' ? " " : "");
    say_all(p, e->first, NULL, out);
    buf_printf(out, "%s%s]", *behind != '\0' ? " " : "", behind);
}

/* Blocks among words stand apart. */
static void say_block(struct telling *p, const struct element *e, struct buf *out)
{
    if (out->len > 0 && out->at[out->len - 1] != ' ')
        buf_char(out, ' ');
    say_all(p, e->first, NULL, out);
}

static void say(struct telling *p, const struct element *e, struct buf *out)
{
    switch ((int)e->kind) { /* those of a line */
    case EL_TEXT: buf_str(out, e->text); return;
    case EL_BREAK: buf_char(out, '\n'); return;
    case EL_LINK: say_link(p, e, out); return;
    case EL_REF: say_ref(p, e, out); return;
    case EL_PAGENUM: buf_char(out, PAGE); return;
    case EL_NOTE: say_note(p, e, out); return;
    case EL_SWATCH:
    case EL_SIGN:
    case EL_ASIDE: return;
    case EL_QUERY:
    case EL_UNTRANSLATED: say_bracket(p, e, out); return;
    case EL_INSERTED:
    case EL_DELETED:
    case EL_MOVED: say_changed(p, e, out); return;
    case EL_EM:
    case EL_STRONG:
    case EL_SPAN:
    case EL_CAPS:
    case EL_FIG:
    case EL_NUMBER:
    case EL_WORD:
    case EL_WITH:
    case EL_PROSE: say_all(p, e->first, NULL, out); return;
    }
    say_block(p, e, out);
}

const char *plain_between(struct telling *p, const struct element *first,
                          const struct element *end)
{
    struct buf out = buf_new(p->a);
    say_all(p, first, end, &out);
    return out.at;
}

const char *plain_words(struct telling *p, const struct element *e)
{
    return e != NULL ? plain_between(p, e->first, NULL) : "";
}

const char *plain_part(struct telling *p, const struct element *e, enum element_kind k)
{
    return e != NULL ? plain_words(p, element_child(e, k)) : "";
}

const char *plain_pair(struct telling *p, const char *a, const char *b)
{
    size_t len = strlen(a);
    bool ended = len > 0 && strchr(":.?!", a[len - 1]) != NULL;
    return len == 0     ? b
           : *b == '\0' ? a
                        : arena_printf(p->a, "%s%s %s", a, ended ? "" : ":", b);
}

const char *plain_heading(struct telling *p, const struct element *heading)
{
    const char *number = number_of(heading);
    return arena_printf(p->a, "%s%s%s", number, *number != '\0' ? " " : "",
                        plain_words(p, heading));
}
